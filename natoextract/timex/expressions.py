"""The kinds of temporal expressions: each knows its bare pattern and how a reference day places it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from natoextract.timex.calendar import (
    Days,
    easter,
    islamic_days,
    make_day,
    month_days,
    months_from,
    nearest,
    shift_days,
    thirds,
    week_days,
    weekend_days,
    year_days,
)
from natoextract.timex.placing import Direction, Expression, Placed

#: A tense outweighs the nearest date (*devait partir le 5 février*) only where that is farther away than this.
TENSE_SLACK_DAYS = 92

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]
Mod = Literal["START", "MID", "END"]


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
        days = nearest(ref, lambda year: [self.days_in(year)], direction)
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


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from the reference: *hier* (-1 day), *cette semaine* (0 weeks), *il y a vingt ans* (-20 years)."""

    unit: Unit
    number: int

    @property
    def pattern(self) -> str:
        return {
            "day": "XXXX-XX-XX",
            "week": "XXXX-WXX",
            "weekend": "XXXX-WXX-WE",
            "month": "XXXX-XX",
            "quarter": "XXXX-QX",
            "half": "XXXX-HX",
            "year": "XXXX",
            "decade": "XXX",
            "century": "XX",
        }[self.unit]

    def on(self, ref: date, direction: Direction) -> Placed:
        n = self.number
        match self.unit:
            case "day":
                day = shift_days(ref, n)
                return Placed(day.isoformat(), day, day)
            case "week":
                return _week(shift_days(ref, 7 * n))
            case "weekend":
                return _weekend(ref, n, direction)
            case "month" | "quarter" | "half":
                return self._months(ref)
            case "year":
                return _year(ref.year + n)
            case "decade":
                return decade((ref.year // 10 + n) * 10).on(ref, direction)
            case "century":
                return century((ref.year - 1) // 100 + 1 + n).on(ref, direction)

    def _months(self, ref: date) -> Placed:
        length = {"month": 1, "quarter": 3, "half": 6}[self.unit]
        first = (ref.month - 1) // length * length + 1
        year, month = months_from(ref.year, first, length * self.number)
        if not 1 <= year < 9999:
            return Placed(self.pattern)
        days = month_days(year, month, length)
        if self.unit == "month":
            return Placed(f"{days[0]:%Y-%m}", *days)
        return Placed(f"{year:04}-{'Q' if length == 3 else 'H'}{(month - 1) // length + 1}", *days)


@dataclass(frozen=True, slots=True)
class Part:
    """The beginning, middle or end of a period: *début janvier*, *mi-octobre*, *fin 2014*."""

    base: Expression
    mod: Mod

    @property
    def pattern(self) -> str:
        return self.base.pattern

    def on(self, ref: date, direction: Direction) -> Placed:
        whole = self.base.on(ref, direction)
        if whole.days is None or whole.earliest == whole.latest:
            return whole
        return Placed(whole.value, *thirds(whole.days)[("START", "MID", "END").index(self.mod)])


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part of a day: *mardi soir* (`TEV`); a night runs into the next day."""

    base: Expression
    code: str

    @property
    def pattern(self) -> str:
        return f"{self.base.pattern}{self.code}"

    def on(self, ref: date, direction: Direction) -> Placed:
        day = self.base.on(ref, direction)
        latest = shift_days(day.latest, 1) if day.latest and self.code == "TNI" else day.latest
        return Placed(f"{day.value}{self.code}", day.earliest, latest)


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of a day, `zone` an offset (`Z`, `+02:00`) or nothing: *mardi à 16h30*, *14H30 GMT*."""

    base: Expression
    clock: str
    zone: str = ""

    @property
    def pattern(self) -> str:
        return f"{self.base.pattern}T{self.clock}{self.zone}"

    def on(self, ref: date, direction: Direction) -> Placed:
        day = self.base.on(ref, direction)
        return Placed(f"{day.value}T{self.clock}{self.zone}", day.earliest, day.latest)


@dataclass(frozen=True, slots=True)
class Range:
    """From one expression to another: *3 et 4 décembre*, *de juin à septembre*, *du 20 décembre au 5 janvier 2018*."""

    first: Expression
    last: Expression

    @property
    def pattern(self) -> str:
        return f"{self.first.pattern}/{self.last.pattern}"

    def on(self, ref: date, direction: Direction) -> Placed:
        if "X" in self.first.pattern and "X" not in self.last.pattern:
            # the year is said once, at the end
            last = self.last.on(ref, direction)
            first = self.first.on(last.earliest, "past") if last.earliest else self.first.on(ref, direction)
        else:
            first = self.first.on(ref, direction)
            last = self.last.on(first.earliest, "future") if first.earliest else self.last.on(ref, direction)
            if first.latest and last.latest and last.latest < first.latest:
                last = self.last.on(first.latest, "next")
        return Placed(f"{first.value}/{last.value}", first.earliest, last.latest)


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


def _week(day: date) -> Placed:
    iso = day.isocalendar()
    return Placed(f"{iso.year:04}-W{iso.week:02}", *week_days(day))


def _weekend(ref: date, number: int, direction: Direction) -> Placed:
    """*ce week-end*, told of what has been or in the first days of a week, is the one just over."""
    in_it = ref.isoweekday() >= 6
    just_over = direction in ("nearest", "this") and ref.isoweekday() <= 2
    if number == 0 and not in_it and (direction == "past" or just_over):
        number = -1
    days = weekend_days(shift_days(ref, 7 * number))
    iso = days[0].isocalendar()
    return Placed(f"{iso.year:04}-W{iso.week:02}-WE", *days)


def _year(number: int) -> Placed:
    return Placed(f"{number:04}", *year_days(number)) if 1 <= number <= 9999 else Placed("XXXX")
