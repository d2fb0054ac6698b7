"""The words around a number that make it military, read from `data/force_context.toml`."""

from functools import cache

from natoextract.components.forces.phrases import any_of, word_of
from natoextract.lexicon import Entry, Listed, read_whole


class ForceWords(Entry):
    """The lists of `force_context.toml`."""

    military: Listed
    moves: Listed
    sent: Listed
    heads: Listed
    weak_heads: Listed
    stateless: Listed
    complements: Listed
    not_after: Listed
    not_after_people: Listed
    not_before: Listed
    civil: Listed
    irregular: Listed
    not_demonym_after: Listed
    people: Listed
    soldiers: Listed
    strengths: Listed
    sure_strengths: Listed
    levels: Listed
    counting: Listed
    standing: Listed
    deployed: Listed
    withdrawn: Listed
    moved: Listed
    kept: Listed
    fighting: Listed


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
