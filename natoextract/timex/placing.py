"""Putting an expression into the calendar: against a day, or against all days of an uncertain reference."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

#: Where an expression lies from its reference: by tense (`past`, `future`, and `nearest` where it says nothing) or by a
#: word (`last` *dernier*, `next` *prochain*, `this` *ce*).
Direction = Literal["past", "future", "nearest", "last", "next", "this"]

#: The days that may be meant by "now": one day, all days of a publication month, or None where nothing is known.
Reference = tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A TIMEX3 value with its inclusive interval of days, both None where it cannot be placed."""

    value: str
    earliest: date | None = None
    latest: date | None = None

    @property
    def days(self) -> Reference:
        """The interval, if there is one."""
        return (self.earliest, self.latest) if self.earliest and self.latest else None


class Expression(Protocol):
    """What a temporal expression means before it is placed."""

    @property
    def pattern(self) -> str:
        """The value with `X` for what only a reference could tell: `XXXX-WXX-2`."""

    def on(self, ref: date, direction: Direction) -> Placed:
        """The value and interval as seen from a day."""


def place(expression: Expression, reference: Reference, direction: Direction = "nearest") -> Placed:
    """Place an expression; over an interval of days, by its first and its last day.

    *mardi*, past, published in `2017-11`: `XXXX-WXX-2`, from `2017-10-31` to `2017-11-28`.
    """
    if reference is None:
        # an absolute date needs no reference, and any day will do to place it
        if "X" not in expression.pattern:
            return expression.on(date(2000, 1, 1), direction)
        return Placed(expression.pattern)
    first = expression.on(reference[0], direction)
    if reference[0] == reference[1]:
        return first
    last = expression.on(reference[1], direction)
    value = first.value if first.value == last.value else expression.pattern
    return Placed(value, first.earliest, last.latest)
