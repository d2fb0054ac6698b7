"""One scan of the text for everything that may be a temporal expression.

A rule is a pattern over folded text whose named groups carry the values, and a reader that turns a match into a `Found`
or refuses it from what stands around. All rules are alternatives of one compiled pattern.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
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

    def __init__(self, surface: str) -> None:
        self.surface = surface

    @cached_property
    def folded(self) -> str:
        return fold(self.surface)

    def before(self, pattern: re.Pattern[str], end: int, width: int = 40) -> re.Match[str] | None:
        """The match of a pattern (that ends in `$`) just before an offset."""
        return pattern.search(self.folded, max(0, end - width), end)

    def after(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """The match of a pattern at an offset."""
        return pattern.match(self.folded, start)


class Match:
    """A match of one rule: its groups by the rule's own names."""

    def __init__(self, found: re.Match[str], rule: str, text: Text) -> None:
        self._found, self._rule, self.text = found, rule, text
        self.start, self.end = found.span()

    def __getitem__(self, group: str) -> str | None:
        value = self._found[f"{self._rule}__{group}"]
        return value if value is None else str(value)

    def get(self, group: str) -> str:
        """The group's text, empty where it did not match."""
        return self[group] or ""

    def span(self, group: str) -> tuple[int, int]:
        return self._found.span(f"{self._rule}__{group}")

    def before(self, pattern: re.Pattern[str], width: int = 40) -> re.Match[str] | None:
        return self.text.before(pattern, self.start, width)

    def after(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return self.text.after(pattern, self.end)

    def capital(self, group: str) -> bool:
        """Whether the group is written with a capital: *Mars*, *Avril*."""
        return self.text.surface[self.span(group)[0]].isupper()


#: What a reader returns of words that are no date, and in which none is to be looked for.
NOTHING: Literal["nothing"] = "nothing"

Reader = Callable[[Match], Found | Literal["nothing"] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named family of expressions."""

    name: str
    pattern: str
    read: Reader


_GROUP = re.compile(r"\(\?P(<|=)")
# *mi-octobre* is read at *octobre*; no other compound hides a date (*Saint-Avril*).
_BEGIN = r"(?:(?<![\w-])|(?<=\bmi-))"
_NEXT_WORD = re.compile(r"\w+(?:'|\W*)")


class Scanner:
    """All rules as one pattern, first rule first; a rule that refuses its match leaves it to the rules after it."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = rules
        branches = [_GROUP.sub(rf"(?P\g<1>{rule.name}__", rule.pattern) for rule in rules]
        named = "|".join(f"(?P<{rule.name}>{branch})" for rule, branch in zip(rules, branches, strict=True))
        self._any = re.compile(rf"{_BEGIN}(?:{named})(?!\w)")
        self._each = [re.compile(rf"{_BEGIN}(?:{branch})(?!\w)") for branch in branches]
        self._order = {rule.name: i for i, rule in enumerate(rules)}

    def __call__(self, text: Text) -> Iterator[Found]:
        """Expressions in text order, none within another."""
        folded, position = text.folded, 0
        while match := self._any.search(folded, position):
            found, end = self._read(match, text)
            if found is not None:
                yield found
            position = max(end, match.start() + 1)

    def _read(self, match: re.Match[str], text: Text) -> tuple[Found | None, int]:
        """What the first rule that takes the match makes of it, and where the search goes on."""
        first = self._order[str(match.lastgroup)]
        attempt: re.Match[str] | None = match
        for i in range(first, len(self._rules)):
            if i > first:
                attempt = self._each[i].match(text.folded, match.start())
            if attempt is None:
                continue
            read = self._rules[i].read(Match(attempt, self._rules[i].name, text))
            if isinstance(read, Found):
                return read, read.end
            if read == NOTHING:
                return None, attempt.end()
        # refused by all: what follows its first word may still be one (*une seconde réunion mardi*)
        word = _NEXT_WORD.match(text.folded, match.start())
        return None, word.end() if word else match.start() + 1
