"""Expressions made of others: parts of a period or a day, times of a day, ranges."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from natoextract.timex.calendar import shift_days, thirds
from natoextract.timex.placing import Direction, Expression, Placed

Mod = Literal["START", "MID", "END"]


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
