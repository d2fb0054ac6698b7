"""Calendar arithmetic and the placing of expressions, without spaCy and without text."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoextract.timex import (
    ClockTime,
    Day,
    DayNumber,
    Direction,
    Expression,
    Feast,
    Month,
    Part,
    PartOfDay,
    Placed,
    Range,
    Reference,
    Season,
    Shift,
    Subdivision,
    Weekday,
    century,
    decade,
    month_of,
    place,
    year,
)
from natoextract.timex.calendar import easter, islamic_days, make_day, month_days, months_from, thirds, week_days

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def on(day: str) -> Reference:
    ref = date.fromisoformat(day)
    return ref, ref


def shown(placed: Placed) -> tuple[str, str | None, str | None]:
    earliest, latest = placed.days or (None, None)
    return placed.value, str(earliest) if earliest else None, str(latest) if latest else None


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1961, "04-02"), (2000, "04-23"), (2008, "03-23"), (2011, "04-24"), (2021, "04-04"), (2038, "04-25")],
)
def test_easter(number: int, expected: str) -> None:
    assert easter(number) == date.fromisoformat(f"{number}-{expected}")


def test_the_islamic_calendar_may_bring_a_feast_twice_a_year() -> None:
    assert islamic_days(10, 1, 2021) == [date(2021, 5, 13)]
    assert islamic_days(10, 1, 2000) == [date(2000, 1, 8), date(2000, 12, 28)]


def test_months_and_leap_years() -> None:
    assert months_from(2017, 11, 3) == (2018, 2)
    assert months_from(2017, 1, -1) == (2016, 12)
    assert month_days(2016, 2) == (date(2016, 2, 1), date(2016, 2, 29))
    assert month_days(2017, 12, 3) == (date(2017, 12, 1), date(2018, 2, 28))
    assert make_day(2017, 2, 29) is None


@given(DAYS)
def test_thirds_cover_a_month_without_a_gap(day: date) -> None:
    start, middle, end = thirds(month_days(day.year, day.month))
    assert start[1] + timedelta(1) == middle[0] and middle[1] + timedelta(1) == end[0]
    assert (start[1].day, middle[1].day) == (10, 20)


@pytest.mark.parametrize(
    ("expression", "published", "direction", "expected"),
    [
        # ISO weeks at the turn of the year
        (Shift("week", 0), "2021-01-01", "past", ("2020-W53", "2020-12-28", "2021-01-03")),
        (Shift("week", 1), "2018-12-28", "past", ("2019-W01", "2018-12-31", "2019-01-06")),
        (Shift("month", -1), "2021-01-31", "past", ("2020-12", "2020-12-01", "2020-12-31")),
        (Shift("quarter", -1), "2021-02-10", "past", ("2020-Q4", "2020-10-01", "2020-12-31")),
        (Shift("year", -20), "2021-04-14", "past", ("2001", "2001-01-01", "2001-12-31")),
        (Shift("century", -1), "2017-04-14", "past", ("19", "1901-01-01", "2000-12-31")),
        (Shift("weekend", 0), "2017-05-06", "past", ("2017-W18-WE", "2017-05-06", "2017-05-07")),
        (Shift("weekend", 0), "2017-05-10", "past", ("2017-W18-WE", "2017-05-06", "2017-05-07")),
        (Shift("weekend", 0), "2017-05-10", "future", ("2017-W19-WE", "2017-05-13", "2017-05-14")),
        # a day and month: the nearest, unless the tense speaks for a far one
        (Day(1, 5), "2017-12-30", "nearest", ("2018-01-05", "2018-01-05", "2018-01-05")),
        (Day(2, 5), "2017-02-04", "past", ("2017-02-05", "2017-02-05", "2017-02-05")),
        (Day(8, 18), "2021-04-14", "past", ("2020-08-18", "2020-08-18", "2020-08-18")),
        (Day(5, 1), "2021-05-01", "next", ("2022-05-01", "2022-05-01", "2022-05-01")),
        (Day(2, 29), "2019-03-10", "nearest", ("2020-02-29", "2020-02-29", "2020-02-29")),
        (Day(3, 16, weekday=4), "2017-11-20", "nearest", ("2017-03-16", "2017-03-16", "2017-03-16")),
        (DayNumber(6, 5), "2021-05-28", "future", ("2021-06-05", "2021-06-05", "2021-06-05")),
        # months, seasons, quarters by direction; the current one included
        (Month(9), "2021-03-31", "past", ("2020-09", "2020-09-01", "2020-09-30")),
        (Month(3), "2021-03-31", "future", ("2021-03", "2021-03-01", "2021-03-31")),
        (Month(3), "2021-03-31", "next", ("2022-03", "2022-03-01", "2022-03-31")),
        (Season("WI"), "2018-01-10", "this", ("2017-WI", "2017-12-01", "2018-02-28")),
        (Season("SU"), "2017-11-10", "this", ("2017-SU", "2017-06-01", "2017-08-31")),
        (Season("SU"), "2017-07-10", "last", ("2016-SU", "2016-06-01", "2016-08-31")),
        (Subdivision("H", 2), "2021-04-14", "past", ("2020-H2", "2020-07-01", "2020-12-31")),
        (Subdivision("H", 2, shift=1), "2021-02-14", "nearest", ("2022-H2", "2022-07-01", "2022-12-31")),
        (Feast(12, 25), "2021-01-10", "nearest", ("2020-12-25", "2020-12-25", "2020-12-25")),
        (Feast(12, 25, offset=-1), "2021-01-10", "nearest", ("2020-12-24", "2020-12-24", "2020-12-24")),
        # parts, times, ranges
        (Part(Month(10), "MID"), "2017-11-15", "past", ("2017-10", "2017-10-11", "2017-10-20")),
        (Part(year(2014), "END"), "2017-11-15", "past", ("2014", "2014-09-01", "2014-12-31")),
        (Part(Season("SU"), "END"), "2016-12-02", "past", ("2016-SU", "2016-08-01", "2016-08-31")),
        (PartOfDay(Weekday(2), "TNI"), "2017-11-15", "past", ("2017-11-14TNI", "2017-11-14", "2017-11-15")),
        (ClockTime(Shift("day", 0), "14:30", "Z"), "2021-04-14", "past",
         ("2021-04-14T14:30Z", "2021-04-14", "2021-04-14")),
        (Range(Day(12, 20), Day(1, 5, 2018)), "2018-02-01", "past",
         ("2017-12-20/2018-01-05", "2017-12-20", "2018-01-05")),
        (Range(Month(11), Month(2)), "2021-04-14", "past", ("2020-11/2021-02", "2020-11-01", "2021-02-28")),
    ],
)  # fmt: skip
def test_placed(
    expression: Expression, published: str, direction: Direction, expected: tuple[str, str | None, str | None]
) -> None:
    assert shown(place(expression, on(published), direction)) == expected


@pytest.mark.parametrize(
    ("expression", "pattern"),
    [
        (Weekday(5), "XXXX-WXX-5"),
        (Shift("day", -1), "XXXX-XX-XX"),
        (Shift("week", -1), "XXXX-WXX"),
        (Month(1), "XXXX-01"),
        (Day(5, 1), "XXXX-05-01"),
        (PartOfDay(Weekday(2), "TEV"), "XXXX-WXX-2TEV"),
        (Range(Day(12, 3), Day(12, 4)), "XXXX-12-03/XXXX-12-04"),
    ],
)
def test_without_publication_only_the_pattern_is_known(expression: Expression, pattern: str) -> None:
    assert place(expression, None) == Placed(pattern)


def test_an_absolute_date_needs_no_publication() -> None:
    assert shown(place(month_of(2021, 2), None)) == ("2021-02", "2021-02-01", "2021-02-28")
    assert shown(place(decade(1990), None)) == ("199", "1990-01-01", "1999-12-31")
    assert shown(place(century(19), None)) == ("18", "1801-01-01", "1900-12-31")


@given(DAYS, st.integers(1, 7), st.sampled_from(["past", "future", "last", "next", "nearest"]))
def test_a_weekday_is_the_nearest_one_in_its_direction(published: date, weekday: int, direction: Direction) -> None:
    placed = place(Weekday(weekday), (published, published), direction)
    assert placed.earliest is not None
    distance = (placed.earliest - published).days
    assert placed.earliest.isoweekday() == weekday and placed.value == placed.earliest.isoformat()
    low, high = {"past": (-6, 0), "future": (0, 6), "last": (-7, -1), "next": (1, 7), "nearest": (-3, 3)}[direction]
    assert low <= distance <= high


_RELATIVE: st.SearchStrategy[Expression] = st.one_of(
    st.builds(Weekday, st.integers(1, 7)),
    st.builds(Month, st.integers(1, 12)),
    st.builds(Shift, st.sampled_from(["day", "week", "month", "year"]), st.integers(-3, 3)),
    st.builds(Season, st.sampled_from(["SP", "SU", "FA", "WI"])),
    st.builds(Day, st.integers(1, 12), st.integers(1, 28)),
)


@given(_RELATIVE, DAYS, st.sampled_from(["past", "future", "nearest"]))
def test_a_publication_month_gives_the_union_of_its_first_and_last_day(
    expression: Expression, day: date, direction: Direction
) -> None:
    first, last = month_days(day.year, day.month)
    union = place(expression, (first, last), direction)
    at_first, at_last = place(expression, (first, first), direction), place(expression, (last, last), direction)
    assert (union.earliest, union.latest) == (at_first.earliest, at_last.latest)
    assert union.value == (at_first.value if at_first.value == at_last.value else expression.pattern)


@given(_RELATIVE, DAYS, st.sampled_from(["past", "future", "nearest", "last", "next"]))
def test_an_interval_never_ends_before_it_begins(expression: Expression, day: date, direction: Direction) -> None:
    placed = place(expression, (day, day), direction)
    assert placed.earliest and placed.latest and placed.earliest <= placed.latest


@given(DAYS)
def test_a_week_runs_from_monday_to_sunday(day: date) -> None:
    monday, sunday = week_days(day)
    assert monday.isoweekday() == 1 and sunday.isoweekday() == 7 and monday <= day <= sunday
