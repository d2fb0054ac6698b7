"""Looks up many phrases in a text at once, word by word.

Words are compared folded, and any of space, hyphen and apostrophe may stand between them: *Etats-Unis* is found in
*ÉTATS UNIS*, *O.T.A.N.* is *otan*. A walk down a tree of words costs one look-up a word, however many phrases.
"""

import re
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from natoextract.components.actors.lexicon import key_of

ReadingT = TypeVar("ReadingT")

_WORD = re.compile(r"[^\W_]+")
# An acronym with points is one word, whose points do not count: *O.T.A.N.*
_POINTED = re.compile(r"(?<![^\W_])(?:[a-z]\.){2,}(?:[a-z](?![^\W_]))?")
#: What may stand between the words of one phrase.
_JOINTS = frozenset({" ", "-", "'", "  ", "\n", "\r\n", "' ", " '", "/", "- ", " -", " - ", "–"})


class Word(NamedTuple):
    """A word of a text: its offsets and its folded form."""

    start: int
    end: int
    form: str


def words_of(folded: str) -> list[Word]:
    """The words of a folded text, in order."""
    words = [Word(*m.span(), m.group()) for m in _WORD.finditer(folded)]
    for pointed in reversed(list(_POINTED.finditer(folded))):
        start, end = pointed.span()
        inside = [i for i, word in enumerate(words) if start <= word.start < end]
        words[inside[0] : inside[-1] + 1] = [Word(start, end, pointed.group().replace(".", ""))]
    return words


class _Node(Generic[ReadingT]):
    __slots__ = ("next", "readings")

    def __init__(self) -> None:
        self.next: dict[str, _Node[ReadingT]] = {}
        self.readings: list[ReadingT] = []


class PhraseTree(Generic[ReadingT]):
    """Phrases with their readings, found longest first."""

    def __init__(self, phrases: Iterable[tuple[str, ReadingT]]) -> None:
        self._root: _Node[ReadingT] = _Node()
        for phrase, reading in phrases:
            node = self._root
            for word in key_of(phrase).split():
                node = node.next.setdefault(word, _Node())
            if reading not in node.readings:
                node.readings.append(reading)

    def begins(self, form: str) -> bool:
        """Whether a phrase begins with this word."""
        return form in self._root.next

    def at(self, text: str, words: list[Word], index: int) -> list[tuple[int, list[ReadingT]]]:
        """What begins at a word: `(index past the last word, readings)`, the longest first."""
        found: list[tuple[int, list[ReadingT]]] = []
        node = self._root.next.get(words[index].form)
        while node is not None:
            index += 1
            if node.readings:
                found.append((index, node.readings))
            if not node.next or index == len(words):
                break
            if text[words[index - 1].end : words[index].start] not in _JOINTS:
                break
            node = node.next.get(words[index].form)
        return found[::-1]
