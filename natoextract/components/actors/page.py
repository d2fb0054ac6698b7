"""A text as the rules of this layer read it: its words, and what stands beside them."""

from bisect import bisect_right
from functools import cached_property

from spacy.tokens import Doc, Token

from natoextract.components.actors.phrases import Word, words_of
from natoextract.layers import folded_of, surface_of

_LINKS = frozenset({" ", "  ", "'", "' ", "-", "\n"})


class Page:
    """The words of a `Doc`, folded, with their neighbours and their tokens."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = surface_of(doc)
        self.words: list[Word] = words_of(folded_of(doc))
        self.forms = frozenset(word.form for word in self.words)
        self.capitals = [self.text[word.start].isupper() for word in self.words]

    def __len__(self) -> int:
        return len(self.words)

    def source(self, index: int) -> str:
        """A word as it is written."""
        word = self.words[index]
        return self.text[word.start : word.end]

    def form(self, index: int) -> str:
        """A word folded; empty outside the text."""
        return self.words[index].form if 0 <= index < len(self.words) else ""

    def gap(self, index: int) -> str:
        """What stands between a word and the one before it: " ", "-", ", " …"""
        start = self.words[index - 1].end if index > 0 else 0
        end = self.words[index].start if index < len(self.words) else len(self.text)
        return self.text[start:end]

    def previous(self, index: int) -> str:
        """The folded word before, if nothing but a space, an apostrophe or a hyphen parts them; else empty."""
        return self.words[index - 1].form if index > 0 and self.gap(index) in _LINKS else ""

    def next(self, index: int) -> str:
        """The folded word at `index`, if nothing but a space or a hyphen parts it from the one before; else empty."""
        return self.words[index].form if 0 < index < len(self.words) and self.gap(index) in _LINKS else ""

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
        return any(mark in gap for mark in '.!?…:"«“(–—') or gap.startswith(" - ")

    def token(self, index: int) -> Token:
        """The token that a word lies in."""
        return self.doc[bisect_right(self._tokens, self.words[index].start) - 1]

    @cached_property
    def _tokens(self) -> list[int]:
        return [token.idx for token in self.doc]
