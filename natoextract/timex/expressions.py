"""Days, months, seasons, feasts: each knows its bare pattern and how a reference day places it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from natoextract.timex.calendar import (
    Days,
    easter,
    islamic_days,
    make_day,
    month_days,
    nearest,
    shift_days,
    year_days,
)
from natoextract.timex.placing import Direction, Placed

#: A tense outweighs the nearest date (*devait partir le 5 février*) only where that is farther away than this.
TENSE_SLACK_DAYS = 92


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no reference: *14 avril 2021*, *années 90*; or one that has been placed before."""

    value: str
    earliest: date | None = None
    latest: date | None = None

    @property
    def pattern(self) -> str:
        return self.value

    def on(self, ref: date, direction: Direction) -> Placed:
        return Placed(self.value, self.earliest, self.latest)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month: *3 décembre*, *3 décembre 2009*; its weekday may tell which year (*jeudi 16 mars*)."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None

    @property
    def pattern(self) -> str:
        return f"{'XXXX' if self.year is None else f'{self.year:04}'}-{self.month:02}-{self.day:02}"

    def on(self, ref: date, direction: Direction) -> Placed:
        if self.year is not None:
            day = make_day(self.year, self.month, self.day)
            return Placed(self.pattern, day, day)
        # a leap day may be eight years away (1896–1904)
        years = 8 if (self.month, self.day) == (2, 29) else 1
        days = nearest(ref, self._in_year, direction, slack=TENSE_SLACK_DAYS, years=years)
        if self.weekday and (said := nearest(ref, self._on_weekday, direction, slack=TENSE_SLACK_DAYS)):
            days = said
        return _placed_day(days, self.pattern)

    def _in_year(self, year: int) -> list[Days]:
        day = make_day(year, self.month, self.day)
        return [(day, day)] if day else []

    def _on_weekday(self, year: int) -> list[Days]:
        return [days for days in self._in_year(year) if days[0].isoweekday() == self.weekday]


@dataclass(frozen=True, slots=True)
class DayNumber:
    """A weekday with its number and no month: *samedi 5*."""

    weekday: int
    day: int

    @property
    def pattern(self) -> str:
        return f"XXXX-XX-{self.day:02}"

    def on(self, ref: date, direction: Direction) -> Placed:
        return _placed_day(nearest(ref, self._in_year, direction, slack=TENSE_SLACK_DAYS), self.pattern)

    def _in_year(self, year: int) -> list[Days]:
        days = (make_day(year, month, self.day) for month in range(1, 13))
        return [(day, day) for day in days if day and day.isoweekday() == self.weekday]


@dataclass(frozen=True, slots=True)
class Weekday:
    """A bare weekday, 1 for Monday: *mardi*."""

    weekday: int

    @property
    def pattern(self) -> str:
        return f"XXXX-WXX-{self.weekday}"

    def on(self, ref: date, direction: Direction) -> Placed:
        back = (ref.isoweekday() - self.weekday) % 7
        ahead = -back % 7
        if direction == "last":
            offset = -(back or 7)
        elif direction == "next":
            offset = ahead or 7
        elif direction == "future" or (direction in ("nearest", "this") and ahead < back):
            offset = ahead
        else:
            offset = -back
        day = shift_days(ref, offset)
        return Placed(day.isoformat(), day, day)


@dataclass(frozen=True, slots=True)
class Month:
    """A month without its year: *en septembre*."""

    month: int

    @property
    def pattern(self) -> str:
        return f"XXXX-{self.month:02}"

    def on(self, ref: date, direction: Direction) -> Placed:
        days = nearest(ref, lambda year: [month_days(year, self.month)], direction)
        return Placed(f"{days[0]:%Y-%m}", *days) if days else Placed(self.pattern)


@dataclass(frozen=True, slots=True)
class Season:
    """A season by whole months, winter from December of its year on: *l'été dernier*, *printemps 2003*."""

    code: Literal["SP", "SU", "FA", "WI"]
    year: int | None = None

    @property
    def pattern(self) -> str:
        return f"{'XXXX' if self.year is None else f'{self.year:04}'}-{self.code}"

    def days_in(self, year: int) -> Days:
        return month_days(year, {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[self.code], 3)

    def on(self, ref: date, direction: Direction) -> Placed:
        if self.year is not None:
            return Placed(self.pattern, *self.days_in(self.year))
        if direction == "this" and self.code != "WI":
            # *cet été* is the one of this year, be it June or November
            return Placed(f"{ref.year}-{self.code}", *self.days_in(ref.year))
        # in January the last whole winter began two calendar years ago
        days = nearest(ref, lambda year: [self.days_in(year)], direction, years=2)
        return Placed(f"{days[0].year}-{self.code}", *days) if days else Placed(self.pattern)


@dataclass(frozen=True, slots=True)
class Subdivision:
    """A quarter or a half of a year: *premier trimestre*, *second semestre 2021*; `shift` tells the year from the
    reference's (*premier semestre de l'année prochaine*)."""

    kind: Literal["Q", "H"]
    number: int
    year: int | None = None
    shift: int | None = None

    @property
    def pattern(self) -> str:
        return f"{'XXXX' if self.year is None else f'{self.year:04}'}-{self.kind}{self.number}"

    def days_in(self, year: int) -> Days:
        months = 3 if self.kind == "Q" else 6
        return month_days(year, (self.number - 1) * months + 1, months)

    def on(self, ref: date, direction: Direction) -> Placed:
        if self.year is not None:
            return Placed(self.pattern, *self.days_in(self.year))
        days: Days | None
        if self.shift is not None:
            days = self.days_in(ref.year + self.shift)
        else:
            days = nearest(ref, lambda year: [self.days_in(year)], direction)
        return Placed(f"{days[0].year}-{self.kind}{self.number}", *days) if days else Placed(self.pattern)


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast: on a fixed day (`month`, `day`), so many days from Easter, or on a day of the Islamic calendar.

    `offset` are days from it: *veille de Noël* is -1.
    """

    month: int = 0
    day: int = 0
    easter: int | None = None
    islamic: bool = False
    year: int | None = None
    offset: int = 0

    @property
    def pattern(self) -> str:
        if self.year is not None and (days := self.days_in(self.year)):
            return days[0][0].isoformat()
        year = "XXXX" if self.year is None else f"{self.year:04}"
        movable = self.easter is not None or self.islamic or self.offset
        return year if movable else f"{year}-{self.month:02}-{self.day:02}"

    def days_in(self, year: int) -> list[Days]:
        if self.easter is not None:
            feasts = [shift_days(easter(year), self.easter)]
        elif self.islamic:
            feasts = islamic_days(self.month, self.day, year)
        else:
            feasts = [date(year, self.month, self.day)]
        days = (shift_days(feast, self.offset) for feast in feasts)
        return [(day, day) for day in days]

    def on(self, ref: date, direction: Direction) -> Placed:
        if self.year is not None:
            days = self.days_in(self.year)
            return _placed_day(days[0] if days else None, self.pattern)
        return _placed_day(nearest(ref, self.days_in, direction, slack=TENSE_SLACK_DAYS), self.pattern)


def year(number: int) -> Fixed:
    """*2018*."""
    return Fixed(f"{number:04}", *year_days(number))


def month_of(year: int, month: int) -> Fixed:
    """*février 2021*."""
    return Fixed(f"{year:04}-{month:02}", *month_days(year, month))


def decade(first: int) -> Fixed:
    """The ten years from one that ends in 0: *années 90* → `199`."""
    return Fixed(f"{first // 10:03}", *year_days(first, 10))


def century(number: int) -> Fixed:
    """*XXe siècle* → `19`, the first digits of its years; the interval is 1901 to 2000."""
    return Fixed(f"{number - 1:02}", *year_days(max((number - 1) * 100 + 1, 1), 100))


def _placed_day(days: Days | None, pattern: str) -> Placed:
    return Placed(days[0].isoformat(), *days) if days else Placed(pattern)
