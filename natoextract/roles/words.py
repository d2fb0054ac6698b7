"""The words that tell whose troops are and where they serve, read from `data/role_words.toml`."""

from functools import cache

from natoextract.components.forces.phrases import any_of
from natoextract.lexicon import Entry, read_whole


class RoleWords(Entry):
    """The lists of `role_words.toml`."""

    hostile: list[str]
    wanting: list[str]
    providing: list[str]
    other_roles: list[str]
    announcing: list[str]
    helping: list[str]
    coming: list[str]
    moving: list[str]
    provided: list[str]
    after_providers: list[str]
    asking: list[str]
    others: list[str]
    armies: list[str]
    bodies: list[str]
    force_nouns: list[str]
    counting: list[str]
    leaving: list[str]
    returning: list[str]
    falling: list[str]
    met: list[str]
    fighting: list[str]


@cache
def role_words() -> RoleWords:
    """Raises `LexiconError`."""
    return read_whole("role_words", RoleWords)


def any_word(*groups: str) -> str:
    """One word or stem of a list or of several, as the alternatives of a pattern over folded text."""
    return any_of(word for group in groups for word in getattr(role_words(), group))
