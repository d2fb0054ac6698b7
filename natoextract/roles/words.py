"""The words that tell whose troops are and where they serve, read from `data/role_words.toml`."""

from functools import cache

from natoextract.components.forces.phrases import any_of
from natoextract.lexicon import Entry, Listed, read_whole


class RoleWords(Entry):
    """The lists of `role_words.toml`."""

    hostile: Listed
    wanting: Listed
    providing: Listed
    other_roles: Listed
    announcing: Listed
    helping: Listed
    coming: Listed
    moving: Listed
    provided: Listed
    after_providers: Listed
    asking: Listed
    others: Listed
    armies: Listed
    bodies: Listed
    force_nouns: Listed
    counting: Listed
    leaving: Listed
    returning: Listed
    falling: Listed
    off_duty: Listed
    training: Listed
    met: Listed
    fighting: Listed


@cache
def role_words() -> RoleWords:
    """Raises `LexiconError`."""
    return read_whole("role_words", RoleWords)


def any_word(*groups: str) -> str:
    """One word or stem of a list or of several, as the alternatives of a pattern over folded text."""
    return any_of(word for group in groups for word in getattr(role_words(), group))
