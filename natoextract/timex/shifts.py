"""Periods counted from a reference: *hier*, *la semaine dernière*, *il y a vingt ans*, *ce week-end*."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from natoextract.timex.calendar import month_days, months_from, shift_days, week_days, weekend_days, year_days
from natoextract.timex.expressions import century, decade
from natoextract.timex.placing import Direction, Placed

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]


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
