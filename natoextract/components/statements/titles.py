"""Titles of papers that no list knows: *le journal L'Oeil du fleuve*, *le site La Nouvelle Tribune*."""

from natoextract.components.statements.words import Words

_ARTICLES = ("Le", "La", "Les", "L'")
#: Small words inside a title.
_INSIDE = frozenset({"-", "de", "du", "des", "d'", "la", "le", "les", "l'", "et", "en", "au", "aux"})
#: How many words a title may have.
_REACH = 7


def behind_title(words: Words, i: int) -> int | None:
    """The token past a title that begins with its article; None where none begins at a token."""
    if i + 1 >= words.size or words.forms[i] not in _ARTICLES:
        return None
    k = i + 2
    while k < min(i + _REACH, words.size) and (words.forms[k][:1].isupper() or words.folded[k] in _INSIDE):
        k += 1
    while words.folded[k - 1] in _INSIDE:
        k -= 1
    return k if k > i + 1 else None
