"""One scan of the text for everything that may be a temporal expression.

A rule is a pattern over folded text whose named groups carry the values, and a reader that turns a match into a `Found`
or refuses it from what stands around. Rules are indexed by the words they may begin with, so that most words of a text
are passed by at the price of one look into a table.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from natoextract.text import fold
from natoextract.timex import Direction, Expression

Kind = Literal["day", "month", "year", "period", "part", "clock", "duration", "set", "reference", "idiom"]
Type = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["publication", "narrated"]


@dataclass(frozen=True, slots=True)
class Found:
    """A temporal expression as read, not yet placed.

    `kind` tells what it may be joined with; `direction` is set by a word (*dernier*), and left open to the tense
    otherwise; `anchor` is what it is told from: the publication, or the last date narrated (*le lendemain*).
    """

    start: int
    end: int
    kind: Kind
    type: Type
    expression: Expression
    mod: str | None = None
    direction: Direction | None = None
    anchor: Anchor = "publication"


class Text:
    """A text as the rules read it: with plain spaces and apostrophes, and folded; the offsets are the same."""

    def __init__(self, surface: str, folded: str | None = None) -> None:
        self.surface = surface
        self.folded = fold(surface) if folded is None else folded

    def before(self, pattern: re.Pattern[str], end: int, width: int = 40) -> re.Match[str] | None:
        """The match of a pattern (that ends in `$`) just before an offset."""
        return pattern.search(self.folded, max(0, end - width), end)

    def after(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """The match of a pattern at an offset."""
        return pattern.match(self.folded, start)


class Match:
    """A match of a rule within its text."""

    def __init__(self, found: re.Match[str], text: Text) -> None:
        self._found, self.text = found, text
        self.start, self.end = found.span()

    def __getitem__(self, group: str) -> str | None:
        return self._found[group]

    def get(self, group: str) -> str:
        """The group's text, empty where it did not match."""
        return self._found[group] or ""

    def span(self, group: str) -> tuple[int, int]:
        """Where a group of the match begins and ends in the text."""
        return self._found.span(group)

    def before(self, pattern: re.Pattern[str], width: int = 40) -> re.Match[str] | None:
        """The match of a pattern (that ends in `$`) just before this one."""
        return self.text.before(pattern, self.start, width)

    def after(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The match of a pattern right behind this one."""
        return self.text.after(pattern, self.end)

    def capital(self, group: str) -> bool:
        """Whether the group is written with a capital: *Mars*, *Avril*."""
        return self.text.surface[self.span(group)[0]].isupper()


#: What a reader returns of words that are no date, and in which none is to be looked for.
NOTHING: Literal["nothing"] = "nothing"

Reader = Callable[[Match], Found | Literal["nothing"] | None]

#: Stands for every word that begins with a figure, in the words that a rule may begin with.
FIGURE = "0"
_WORD = re.compile(r"\w+")


def first_words(*forms: str) -> frozenset[str]:
    """The words that expressions begin with: *mi-journée* with `mi`, *14-Juillet* with a figure."""
    words = (_WORD.match(fold(form)) for form in forms)
    return frozenset(_key(word.group()) for word in words if word)


def _key(word: str) -> str:
    return FIGURE if word[0].isdigit() else word


class Rule:
    """A family of expressions: a pattern over folded text, the words it may begin with, and its reader."""

    def __init__(self, name: str, pattern: str, read: Reader, starts: frozenset[str]) -> None:
        self.name, self.read, self.starts = name, read, starts
        self.pattern = re.compile(rf"(?:{pattern})(?!\w)")


class Scanner:
    """All rules, by the words they may begin with; a rule that refuses leaves its words to those after it."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self._by_word: dict[str, list[Rule]] = {}
        for rule in rules:
            for word in rule.starts:
                self._by_word.setdefault(word, []).append(rule)

    def __call__(self, text: Text) -> Iterator[Found]:
        """Expressions in text order, none within another."""
        folded, position = text.folded, 0
        rules_of, figures = self._by_word.get, self._by_word[FIGURE]
        for word in _WORD.finditer(folded):
            said = word[0]
            rules = rules_of(said) or (figures if said[0].isdigit() else None)
            if rules is None:
                continue
            start = word.start()
            if start < position or _within_compound(folded, start):
                continue
            found, position = self._read(rules, text, start)
            if found is not None:
                yield found

    def _read(self, rules: list[Rule], text: Text, start: int) -> tuple[Found | None, int]:
        """What the first rule that takes the words makes of them, and where the search goes on."""
        for rule in rules:
            match = rule.pattern.match(text.folded, start)
            if match is None:
                continue
            read = rule.read(Match(match, text))
            if isinstance(read, Found):
                return read, max(read.end, start + 1)
            if read == NOTHING:
                return None, match.end()
        return None, start


def _within_compound(folded: str, start: int) -> bool:
    """*mi-octobre* is read at *octobre*; no other compound hides a date (*Saint-Avril*)."""
    if start == 0 or folded[start - 1] != "-":
        return False
    return folded[max(0, start - 4) : start].lstrip(" '(\n\"«") != "mi-"
