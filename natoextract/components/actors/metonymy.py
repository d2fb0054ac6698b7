"""The words that tell a government from its city: *le régime de Damas*, *l'aéroport de Damas*."""

from functools import cache

from natoextract.components.actors.lexicon import key_of, word_groups
from natoextract.lexicon import Entry, read_toml


class Metonymy(Entry):
    """The word lists of `data/metonymy.toml`."""

    government_nouns: tuple[str, ...]
    site_nouns: tuple[str, ...]
    ways: tuple[str, ...]
    pairings: tuple[str, ...]
    datives: tuple[str, ...]
    sources: tuple[str, ...]
    city_objects: tuple[str, ...]
    city_verbs: tuple[str, ...]
    city_participles: tuple[str, ...]
    attacks: tuple[str, ...]
    passages: tuple[str, ...]
    market_verbs: tuple[str, ...]
    sports: tuple[str, ...]
    stakes: tuple[str, ...]
    happenings: tuple[str, ...]
    troops: tuple[str, ...]
    moves: tuple[str, ...]
    qualifiers: tuple[str, ...]
    parties: tuple[str, ...]
    idioms: tuple[str, ...]


def metonymy(group: str) -> frozenset[str]:
    """A group of `data/metonymy.toml`, folded."""
    return _groups()[group]


@cache
def _groups() -> dict[str, frozenset[str]]:
    return word_groups("metonymy", read_toml("metonymy"), Metonymy)


def city_word(group: str, word: str) -> bool:
    """Whether a word, in any spelling, is of a group of `data/metonymy.toml`."""
    return key_of(word) in metonymy(group)
