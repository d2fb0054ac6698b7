"""Days of the calendar: *27 nov 2009*, *14/04/2021*, *2021-04-14*, *3 et 4 décembre*, *Noël*, *11-Septembre*."""

import re
from dataclasses import replace

from natoextract.components.dates.scan import Found, Match, Rule, first_words
from natoextract.components.dates.words import (
    DAY,
    FEASTS,
    MONTH_OR_SHORT,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    alternatives,
)
from natoextract.timex import ClockTime, Day, Direction, Expression, Range
from natoextract.timex.calendar import make_day

_JOIN = r"(?:(?:,? et |, | ou | au |,? a |,? jusqu'au | ?[-–/] ?)(?:le |du )?)"
_SAID_DAY = rf"(?:{WEEKDAY} )?{DAY}"
_SHORT_YEAR = r"'?\d\d(?=\s*(?:[.,;:!?)»\"]|$))"
_NUMBER = re.compile(r"\d{1,2}|premier")
_ATTACK = re.compile(r"(?:attentats?|attaques?) (?:du|le) $")

#: Words that set the direction of a date: *1er mai prochain*.
DIRECTIONS: dict[str, Direction] = {
    "dernier": "last", "derniere": "last", "passe": "last", "passee": "last", "ecoule": "last", "ecoulee": "last",
    "prochain": "next", "prochaine": "next", "derniers": "last", "prochains": "next",
}  # fmt: skip
DIRECTION = rf"(?:{'|'.join(sorted(DIRECTIONS, key=len, reverse=True))})(?!\w)"


def full_year(digits: str | None) -> int | None:
    """A year of four digits, or of two: *14.04.21* is 2021, *mai 68* is 1968."""
    if not digits:
        return None
    number = int(digits.strip("'"))
    if len(digits.strip("'")) > 2:
        return number
    return 2000 + number if number < 40 else 1900 + number


def _iso(match: Match) -> Found | None:
    found = _day(match, int(match.get("year")), int(match.get("month")), int(match.get("day")))
    if found is None or not match["clock"]:
        return found
    timed = ClockTime(found.expression, match.get("clock"), match.get("zone").upper())
    return replace(found, kind="clock", type="TIME", expression=timed)


def _numeric(match: Match) -> Found | None:
    return _day(match, full_year(match["year"]), int(match.get("month")), int(match.get("day")))


def _slashed(match: Match) -> Found | None:
    return _day(match, None, int(match.get("month")), int(match.get("day")))


def _day(match: Match, year: int | None, month: int, day: int) -> Found | None:
    if make_day(year or 2000, month, day) is None:
        return None
    return Found(match.start, match.end, "day", "DATE", Day(month, day, year))


def _day_month(match: Match) -> Found | None:
    month = MONTHS[match.get("month").rstrip(".")]
    year = full_year(match["year"])
    numbers = [1 if n == "premier" else int(n) for n in _NUMBER.findall(match.get("days"))]
    if any(make_day(year or 2000, month, number) is None for number in numbers):
        return None
    days = [Day(month, number, year) for number in (numbers[0], numbers[-1])]
    if match["weekday"] and year is None:
        days[0] = replace(days[0], weekday=WEEKDAYS[match.get("weekday")])
    expression: Expression = days[0] if len(numbers) == 1 else Range(*days)
    if year is None and len(numbers) == 1 and match.before(_ATTACK, 20):
        # *les attentats du 11 septembre* are those of the feast-like *11-Septembre*
        expression = FEASTS.get(f"{numbers[0]}-{match.get('month')}", expression)
    end = match.end
    if match.get("month").endswith(".") and not match["year"] and not match["word"]:
        # the point of *12 sept.* may end the sentence, and is left out
        end -= 1
    found = Found(match.start, end, "day", "DATE", expression, direction=DIRECTIONS.get(match.get("word")))
    if match["following"] or match["preceding"]:
        return replace(found, anchor="narrated", direction="next" if match["following"] else "last")
    return found


# A feast is named as a date behind one of these, and may else be a name (*Noël Mamère*, *rue de l'Ascension*).
_FEAST_CUE = re.compile(
    r"(?:(?<!\w)(?:a|au|avant|apres|pour|des|depuis|vers|jusqu'a|d'ici(?: a)?|le|du|la|de la|ce|cette|"
    r"jour d[eu]|fetes? d[eu]|soir d[eu]|nuit d[eu]|messe d[eu]|reveillon d[eu]) |"
    r"(?<!\w)(?:l'|a l'|de l'|depuis l'|d'))(?:la |l')?$"
)
_NAMED_AFTER = re.compile(r"(?:[ -]+[A-Z][a-z])")


def _feast(match: Match) -> Found | None:
    name = match.get("name")
    feast = FEASTS[name]
    year = full_year(match["year"])
    cued = name.split()[0] in WEEKDAYS or match.before(_FEAST_CUE) or match["eve"] or year or name[0].isdigit()
    if not cued or (not year and _NAMED_AFTER.match(match.text.surface, match.end)):
        return None
    begin, end = match.span("name")
    if match.text.surface[begin:end].islower() and name.split()[0] not in WEEKDAYS:
        # *l'ascension du mont Blanc*
        return None
    offset = {"veille": -1, "lendemain": 1}.get(match.get("eve"), 0)
    return Found(match.start, match.end, "day", "DATE", replace(feast, year=year or feast.year, offset=offset))


RULES = (
    Rule(
        "iso",
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
        r"(?:t(?P<clock>\d\d:\d\d)(?::\d\d)?(?P<zone>z|[+-]\d\d:\d\d)?)?(?![\d-])",
        _iso,
        first_words("1"),
    ),
    # 14/04/2021, 14.04.21, 14-4-2021; two digits of a year only behind two of a month
    Rule(
        "numeric",
        rf"(?:{WEEKDAY},? (?:le )?)?(?<![\d.,/])(?P<day>\d{{1,2}})(?P<sep>[/.-])"
        rf"(?P<month>\d{{1,2}})(?P=sep)(?P<year>{YEAR}|(?<=\d\d[/.])\d\d)(?![\d/-]|[.,]\d)",
        _numeric,
        first_words("1", *WEEKDAYS),
    ),
    Rule(
        "slashed",
        rf"(?:(?<=\ble )|(?<=\bdu )|(?<=\bau )|{WEEKDAY} )(?P<day>\d\d)/(?P<month>\d\d)(?![\d/-])",
        _slashed,
        first_words("1", *WEEKDAYS),
    ),
    Rule(
        "feast",
        rf"(?:(?P<eve>veille|lendemain) d(?:e |u )(?:la |l')?)?(?P<name>{alternatives(FEASTS)})(?!-)"
        rf"(?: (?P<year>{YEAR}))?",
        _feast,
        first_words("veille", "lendemain", *FEASTS),
    ),
    Rule(
        "day_month",
        rf"(?:(?P<weekday>{WEEKDAY}),? (?:le )?)?(?<![\d.,/])(?P<days>{DAY}(?:{_JOIN}{_SAID_DAY})*)[ -]"
        rf"(?P<month>{MONTH_OR_SHORT})"
        rf"(?: (?:de (?:l'an )?)?(?P<year>{YEAR}|{_SHORT_YEAR}))?"
        rf"(?: (?:(?P<word>{DIRECTION})|(?:(?P<following>suivant)|(?P<preceding>precedent))))?",
        _day_month,
        first_words("1", "premier", *WEEKDAYS),
    ),
)
