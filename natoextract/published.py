"""Publication dates: what a caller may pass, and the absolute dates of slugs and date lines."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime

from natoextract.lexicon import read_toml
from natoextract.text import fold

PublishedInput = date | str | Sequence[date | str]

_FORMS = (
    "give a date, an ISO string of day, month or year precision (2020-10-23, 2020-10, 2020), "
    "or an interval (two of these, or 2020-10-01/2020-10-31)"
)
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2})(?:[t ].*)?)?)?")
# Day first, as French writes it: 14/04/2021, 14.04.2021, 14-4-2021.
_NUMERIC = re.compile(r"(?<!\d)(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}|\d\d(?!\d))")
#: Number of each month by its printed name or abbreviation: *février*, *fév*.
MONTHS: dict[str, int] = {
    form: entry["number"]
    for name, entry in read_toml("calendar")["months"].items()
    for form in (name, *entry.get("short", ()))
}
_MONTHS = {fold(form): number for form, number in MONTHS.items()}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WORDS = re.compile(rf"(?:(?P<day>\d{{1,2}})\s?(?:er)?\s+)?(?P<month>{_MONTH})(?!\w)[.,]?\s+(?P<year>\d{{4}})")

Interval = tuple[date, date]


class PublishedError(ValueError):
    """A publication date in no known form; the message says which forms are taken."""


def parse_published(value: PublishedInput) -> Interval:
    """The first and last day of a publication date. Raises `PublishedError`."""
    if isinstance(value, datetime):
        return value.date(), value.date()
    if isinstance(value, date):
        return value, value
    if isinstance(value, str):
        if "/" in value and (ends := value.split("/")) and len(ends) == 2:
            return _join(value, ends[0], ends[1])
        if interval := parse_date_text(value):
            return interval
    elif isinstance(value, Sequence) and len(value) == 2:
        return _join(value, value[0], value[1])
    raise PublishedError(f"cannot read {value!r} as a publication date: {_FORMS}")


def _join(value: object, first: date | str, last: date | str) -> Interval:
    earliest, latest = parse_published(first)[0], parse_published(last)[1]
    if earliest > latest:
        raise PublishedError(f"the publication interval {value!r} ends before it begins: {_FORMS}")
    return earliest, latest


def parse_date_text(text: str) -> Interval | None:
    """The days that an absolute French or ISO date tells (*27 nov 2009*, *mercredi 14/04/2021*, *2017-11*), or None."""
    folded = fold(text).strip()
    if found := _ISO.fullmatch(folded):
        return _interval(found["year"], found["month"], found["day"])
    if found := _NUMERIC.search(folded):
        return _interval(found["year"], found["month"], found["day"])
    if found := _WORDS.search(folded):
        return _interval(found["year"], str(_MONTHS[found["month"]]), found["day"])
    return _parse_freely(text)


def _interval(year: str, month: str | None, day: str | None) -> Interval | None:
    """The interval of a year, a month or a day; None where the calendar has no such day."""
    y, m = int(year), int(month) if month else None
    if len(year) == 2:
        # 24/12/07 is of 2007, 24/12/95 of 1995
        y += 2000 if y < 70 else 1900
    if y < 1:
        return None
    if m is None:
        return date(y, 1, 1), date(y, 12, 31)
    if not 1 <= m <= 12:
        return None
    length = monthrange(y, m)[1]
    if day is None:
        return date(y, m, 1), date(y, m, length)
    d = int(day)
    return (date(y, m, d), date(y, m, d)) if 1 <= d <= length else None


def _parse_freely(text: str) -> Interval | None:
    """Any other absolute date, by dateparser: *Fri, 27 Nov 2009 10:00:00 GMT* of a page's metadata."""
    if not re.search(r"(?<!\d)\d{4}(?!\d)", text):
        return None
    # a tenth of a second to import, and seldom needed
    import dateparser

    found = dateparser.parse(
        text,
        languages=["fr", "en"],
        settings={"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"]},
    )
    return (found.date(), found.date()) if found else None
