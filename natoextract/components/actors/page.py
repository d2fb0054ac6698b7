"""A text as the rules of this layer read it: its words, and what stands beside them."""

from bisect import bisect_right
from functools import cached_property
from typing import cast

from spacy.tokens import Doc, Token

from natoextract.components.actors.phrases import words_of
from natoextract.layers import folded_of, surface_of

_LINKS = frozenset({" ", "  ", "'", "' ", "-", "\n"})
_OPENING = frozenset('.!?…:"«“(–—')


class Page:
    """The words of a `Doc`, folded, with their neighbours and their tokens."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = surface_of(doc)
        self.words = words_of(folded_of(doc))
        self.starts, self.ends, self._forms, self._gaps = self.words
        self._size = len(self._forms)
        self.forms = frozenset(self._forms)
        #: Where the dateline begins; -1 without one.
        self.slug_start: int = doc._.dateline["start"] if doc._.dateline else -1
        self.capitals = [self.text[start].isupper() for start in self.starts]

    def __len__(self) -> int:
        return len(self.starts)

    def source(self, index: int) -> str:
        """A word as it is written."""
        return self.text[self.starts[index] : self.ends[index]]

    def form(self, index: int) -> str:
        """A word folded; empty outside the text."""
        return self._forms[index] if 0 <= index < self._size else ""

    def gap(self, index: int) -> str:
        """What stands between a word and the one before it: " ", "-", ", " …"""
        return self._gaps[index] if index >= 0 else ""

    def previous(self, index: int) -> str:
        """The folded word before, if nothing but a space, an apostrophe or a hyphen parts them; else empty."""
        return self._forms[index - 1] if index > 0 and self._gaps[index] in _LINKS else ""

    def next(self, index: int) -> str:
        """The folded word at `index`, if nothing but a space or a hyphen parts it from the one before; else empty."""
        return self._forms[index] if 0 < index < len(self._forms) and self._gaps[index] in _LINKS else ""

    def capitalised(self, index: int) -> bool:
        """Whether a word exists and begins with a capital."""
        return 0 <= index < len(self.capitals) and self.capitals[index]

    def in_capitals(self, index: int) -> bool:
        """Whether a word is written in capitals throughout: *OTAN*, *U.S.A.*"""
        return self.source(index).isupper()

    def opens_sentence(self, index: int) -> bool:
        """Whether a word is the first of its sentence (a capital then says nothing)."""
        if index == 0 or "\n" in (gap := self.gap(index)):
            return True
        if gap in _LINKS:
            return False
        return not _OPENING.isdisjoint(gap) or gap.startswith(" - ")

    def token(self, index: int) -> Token:
        """The token that a word lies in."""
        return self.doc[bisect_right(self._tokens, self.starts[index]) - 1]

    @cached_property
    def _tokens(self) -> list[int]:
        return cast(list[int], self.doc.to_array("IDX").tolist())
