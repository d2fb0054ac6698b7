"""Days, weeks, months, years, feasts: arithmetic on `datetime.date` and inclusive intervals of days."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]

_ONE_DAY = timedelta(days=1)


def shift_days(day: date, days: int) -> date:
    """The day so many days later, held within the calendar's years 1 to 9999."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def make_day(year: int, month: int, day: int) -> date | None:
    """The day of that number, or None where the calendar has none (29 February, 31 April)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def months_from(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month so many months later: `(2017, 11)` + 3 → `(2018, 2)`."""
    count = year * 12 + (month - 1) + months
    return count // 12, count % 12 + 1


def month_days(year: int, month: int, months: int = 1) -> Days:
    """First and last day of a month, or of so many months from it on."""
    last_year, last_month = months_from(year, month, months - 1)
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def year_days(year: int, years: int = 1) -> Days:
    """First and last day of a year, or of so many years from it on."""
    return date(year, 1, 1), date(year + years - 1, 12, 31)


def week_days(day: date) -> Days:
    """Monday and Sunday of the ISO week of a day."""
    monday = shift_days(day, -day.weekday())
    return monday, shift_days(monday, 6)


def weekend_days(day: date) -> Days:
    """Saturday and Sunday of the ISO week of a day."""
    _, sunday = week_days(day)
    return shift_days(sunday, -1), sunday


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm): 2021 → 4 April."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def islamic_days(month: int, day: int, year: int) -> list[date]:
    """Days of a Gregorian year with a date of the tabular Islamic calendar; the sighted moon may differ by a day."""
    found = []
    hijri_year = (year - 622) * 33 // 32
    for hijri in range(hijri_year - 1, hijri_year + 3):
        ordinal = day + (59 * month - 58) // 2 + (hijri - 1) * 354 + (3 + 11 * hijri) // 30 + 227014
        if (gregorian := date.fromordinal(ordinal)).year == year:
            found.append(gregorian)
    return found


def nearest(
    ref: date, candidates: Callable[[int], list[Days]], direction: str, *, slack: int = 0, years: int = 1
) -> Days | None:
    """The interval among those that `candidates(year)` gives around `ref` that lies in a direction.

    `past` and `future` take in an interval that holds `ref`; `last` and `next` leave it out; `nearest` and `this` take
    whichever is nearer, the past one of two. An interval up to `slack` days on the wrong side of `ref` is taken all the
    same, before one a year away on the right side.
    """
    if not 2 < ref.year < 9997 - years:
        return None
    spans = sorted({span for y in range(ref.year - years, ref.year + years + 1) for span in candidates(y)})
    closest = min(spans, key=lambda span: _distance(ref, span), default=None)
    if closest is None or direction in ("nearest", "this"):
        return closest
    if direction in ("past", "future") and slack and abs(_distance(ref, closest)[0]) <= slack:
        return closest
    if direction in ("past", "last"):
        earlier = [span for span in spans if (span[0] <= ref if direction == "past" else span[1] < ref)]
        return earlier[-1] if earlier else None
    later = [span for span in spans if (span[1] >= ref if direction == "future" else span[0] > ref)]
    return later[0] if later else None


def _distance(ref: date, span: Days) -> tuple[int, bool]:
    """How many days an interval lies away, and whether in the future (of two as far, the past one is meant)."""
    if span[0] <= ref <= span[1]:
        return 0, False
    return ((span[0] - ref).days, True) if span[0] > ref else ((ref - span[1]).days, False)


def thirds(days: Days) -> tuple[Days, Days, Days]:
    """Beginning, middle and end of an interval.

    Of a month the days 1–10, 11–20, 21–last; of whole months (a season, a year, a decade) a third of the months; of
    anything else a third of the days.
    """
    first, last = days
    if first.day == 1 and shift_days(last, 1).day == 1:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        if months == 1:
            return (
                (first, first.replace(day=10)),
                (first.replace(day=11), first.replace(day=20)),
                (first.replace(day=21), last),
            )
        if months >= 3:
            third = months // 3
            start = month_days(first.year, first.month, third)
            end = month_days(*months_from(last.year, last.month, 1 - third), third)
            return start, (start[1] + _ONE_DAY, end[0] - _ONE_DAY), end
    third = max(((last - first).days + 1) // 3, 1)
    start_last, end_first = shift_days(first, third - 1), shift_days(last, 1 - third)
    middle = (min(shift_days(start_last, 1), last), max(shift_days(end_first, -1), first))
    return (first, start_last), (min(middle), max(middle)), (end_first, last)
