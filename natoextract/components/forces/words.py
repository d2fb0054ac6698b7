"""The words around a number that make it military, read from `data/force_context.toml`."""

from functools import cache

from natoextract.components.forces.phrases import any_of, word_of
from natoextract.lexicon import Entry, read_whole


class ForceWords(Entry):
    """The lists of `force_context.toml`."""

    military: list[str]
    moves: list[str]
    sent: list[str]
    heads: list[str]
    weak_heads: list[str]
    stateless: list[str]
    complements: list[str]
    not_after: list[str]
    not_after_people: list[str]
    not_before: list[str]
    civil: list[str]
    irregular: list[str]
    not_demonym_after: list[str]
    people: list[str]
    soldiers: list[str]
    strengths: list[str]
    sure_strengths: list[str]
    levels: list[str]
    counting: list[str]
    standing: list[str]
    deployed: list[str]
    withdrawn: list[str]
    moved: list[str]
    kept: list[str]
    fighting: list[str]


@cache
def force_words() -> ForceWords:
    """Raises `LexiconError`."""
    return read_whole("force_context", ForceWords)


def any_word(group: str) -> str:
    """The words of a list as the alternatives of a pattern over folded text."""
    return any_of(getattr(force_words(), group))


def whole_word(group: str) -> str:
    """The same, as whole words."""
    return word_of(getattr(force_words(), group))
