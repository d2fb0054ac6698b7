"""Acronyms as a text explains them: *la Banque nationale suisse (BNS)*, *le Mouvement pour la paix (MP, rébellion)*."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from natoextract.components.statements.vocabulary import nouns
from natoextract.text import fold

_ACRONYM = re.compile(r" ?\(\s?([A-ZÀ-Þ][\w/-]{1,11})(?:\s?[,;] [^()\n]{1,50})?\s?\)")
_WORD = re.compile(r"[\w-]+")
_BREAK = re.compile(r"[.;:,()\n«»\"]")
#: How many words, and characters, a name may have before its acronym.
_WORDS, _REACH = 14, 130


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym, folded, and the name `[start, end)` that it stands for; `aside` is where its bracket ends."""

    letters: str
    name: str
    start: int
    end: int
    aside: int


def find_acronyms(text: str) -> Iterator[Acronym]:
    """Every acronym that a text explains in brackets behind the full name."""
    for found in _ACRONYM.finditer(text):
        letters, floor = found[1], max(0, found.start() - _REACH)
        breaks = [m.end() for m in _BREAK.finditer(text, floor, found.start())]
        words = list(_WORD.finditer(text, max([floor, *breaks]), found.start()))[-_WORDS:]
        start = _head(letters, words)
        if start is not None:
            yield Acronym(fold(letters), text[start : found.start()].strip(), start, found.start(), found.end())


def _head(letters: str, words: list[re.Match[str]]) -> int | None:
    """Where the name begins: the nearest word whose name the letters spell, else a body of which they are initials."""
    first = fold(letters[0])
    for k in range(len(words) - 2, -1, -1):
        word = words[k].group()
        noun = nouns().get(fold(word))
        headed = word[0].isupper() or (not letters.isupper() and noun is not None and "institution" in noun.sorts)
        if headed and fold(word[0]) == first and _stands_for(letters, words[k:]):
            return words[k].start()
    for k in range(len(words) - 2, -1, -1):
        word = words[k].group()
        noun = nouns().get(fold(word))
        if noun is not None and "institution" in noun.sorts and word[0].isupper() and letters.isupper():
            initials = Counter(_initials(words[k:]))
            return words[k].start() if not Counter(fold(letters)) - initials else None
    return None


def _initials(words: list[re.Match[str]]) -> list[str]:
    return [fold(part[0]) for word in words for part in word.group().split("-") if part]


def _stands_for(letters: str, words: list[re.Match[str]]) -> bool:
    """Whether the letters begin the words in order; *Seco* need only share the first."""
    initials = iter(_initials(words))
    return not letters.isupper() or all(letter in initials for letter in fold(letters))
