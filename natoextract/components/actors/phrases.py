"""Looks up many phrases in a text at once, word by word.

Words are compared folded, and any of space, hyphen and apostrophe may stand between them: *Etats-Unis* is found in
*ÉTATS UNIS*, *O.T.A.N.* is *otan*. A walk down a tree of words costs one look-up a word, however many phrases.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from natoextract.components.actors.lexicon import key_of

MeaningT = TypeVar("MeaningT")

_GAP = re.compile(r"([\W_]+)")
# An acronym with points is one word, whose points do not count: *O.T.A.N.*
_POINTED = re.compile(r"(?<![^\W_])(?:[a-z]\.){2,}(?:[a-z](?![^\W_]))?")
#: What may stand between the words of one phrase.
_JOINTS = frozenset({" ", "-", "'", "  ", "\n", "\r\n", "' ", " '", "/", "- ", " -", " - ", "–"})


class Words(NamedTuple):
    """The words of a text in order: their offsets, their folded forms, and the gap before each and after the last."""

    starts: list[int]
    ends: list[int]
    forms: list[str]
    gaps: list[str]


def words_of(folded: str) -> Words:
    """The words of a folded text."""
    pieces = _GAP.split(folded)
    bounds = [0, *accumulate(map(len, pieces))]
    words = Words(bounds[:-1:2], bounds[1::2], pieces[::2], ["", *pieces[1::2], ""])
    # a text that begins or ends with a gap has an empty word beyond it
    for beyond in (0, -1):
        if words.forms and not words.forms[beyond]:
            for column in words:
                del column[beyond]
    if "." in words.gaps:
        _join_pointed(words, folded)
    return words


def _join_pointed(words: Words, folded: str) -> None:
    """Make one word of each acronym with points."""
    for pointed in reversed(list(_POINTED.finditer(folded))):
        start, end = pointed.span()
        first, last = bisect_left(words.starts, start), bisect_left(words.starts, end)
        words.starts[first:last] = [start]
        words.ends[first:last] = [end]
        words.forms[first:last] = [pointed.group().replace(".", "")]
        following = words.starts[first + 1] if first + 1 < len(words.starts) else len(folded)
        words.gaps[first + 1 : last + 1] = [folded[end:following]]


class _Node(Generic[MeaningT]):
    __slots__ = ("meanings", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node[MeaningT]] = {}
        self.meanings: list[MeaningT] = []


class PhraseTree(Generic[MeaningT]):
    """Phrases with their meanings, found longest first."""

    def __init__(self, phrases: Iterable[tuple[str, MeaningT]]) -> None:
        self._root: _Node[MeaningT] = _Node()
        for phrase, meaning in phrases:
            node = self._root
            for word in key_of(phrase).split():
                node = node.next.setdefault(word, _Node())
            if meaning not in node.meanings:
                node.meanings.append(meaning)

    def begins(self, form: str) -> bool:
        """Whether a phrase begins with this word."""
        return form in self._root.next

    def at(self, words: Words, index: int) -> list[tuple[int, list[MeaningT]]]:
        """What begins at a word: `(index past the last word, meanings)`, the longest first."""
        found: list[tuple[int, list[MeaningT]]] = []
        forms, gaps = words.forms, words.gaps
        node = self._root.next.get(forms[index])
        while node is not None:
            index += 1
            if node.meanings:
                found.append((index, node.meanings))
            if not node.next or index == len(forms):
                break
            if gaps[index] not in _JOINTS:
                break
            node = node.next.get(forms[index])
        return found[::-1]
