"""The words beside the names of states, bodies and missions, from `data/actor_words.toml`."""

from functools import cache

from natoextract.components.actors.lexicon import word_groups
from natoextract.lexicon import Entry, read_toml


class ActorWords(Entry):
    """The word lists of `data/actor_words.toml`."""

    before_states: tuple[str, ...]
    double_names: tuple[str, ...]
    namesakes: tuple[str, ...]
    with_article: tuple[str, ...]
    prefixes: tuple[str, ...]
    titles: tuple[str, ...]
    introducers: tuple[str, ...]
    serving: tuple[str, ...]
    mission_heads: tuple[str, ...]
    title_bodies: tuple[str, ...]
    capital_title_bodies: tuple[str, ...]
    describing: tuple[str, ...]
    relating: tuple[str, ...]
    forces: tuple[str, ...]
    operations: tuple[str, ...]
    armed: tuple[str, ...]
    mercenaries: tuple[str, ...]
    other_wagners: tuple[str, ...]
    members: tuple[str, ...]
    about_alliances: tuple[str, ...]


def actor_words(group: str) -> frozenset[str]:
    """A group of `data/actor_words.toml`, folded."""
    return _groups()[group]


@cache
def _groups() -> dict[str, frozenset[str]]:
    return word_groups("actor_words", read_toml("actor_words"), ActorWords)
