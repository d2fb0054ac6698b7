"""Weekdays and words for days near publication: *mardi*, *samedi 5*, *mardi prochain*, *hier*, *aujourd'hui*."""

import re

from natoextract.components.dates.patterns.days import DIRECTION, DIRECTIONS
from natoextract.components.dates.scan import Found, Match, Rule, first_words
from natoextract.components.dates.words import DAY, DAY_ADVERBS, WEEKDAY, WEEKDAYS, alternatives
from natoextract.timex import DayNumber, Expression, Shift, Weekday

# The number of *samedi 5* is followed by no counted noun (*tué mardi 26 soldats*).
_NUMBER_STANDS = (
    r"(?=\s*(?:[.,;:!?)»\"]|$)| (?:et|a|au|dans|en|pour|par|ou|avec|sur|lors|apres|avant|devant|contre)(?!\w))"
)
# *le premier mardi après le premier lundi de novembre*, *le Journal du dimanche*
_NOT_THIS = re.compile(r"(?:journal du|premier|deuxieme|second|troisieme|quatrieme|cinquieme|dernier|\de|\der) $")


def _weekday(match: Match) -> Found | None:
    if match.before(_NOT_THIS):
        return None
    weekday = WEEKDAYS[match.get("weekday")]
    expression: Expression = Weekday(weekday)
    if number := re.match(r"\d+", match.get("number")):
        expression = DayNumber(weekday, int(number.group()))
    found = Found(match.start, match.end, "day", "DATE", expression, direction=DIRECTIONS.get(match.get("word")))
    if match["following"]:
        return Found(found.start, found.end, "day", "DATE", expression, direction="next", anchor="narrated")
    return found


def _adverb(match: Match) -> Found:
    return Found(match.start, match.end, "day", "DATE", Shift("day", DAY_ADVERBS[match.get("adverb")]))


RULES = (
    Rule(
        "weekday",
        rf"(?P<weekday>{WEEKDAY})(?!-\w)(?: (?P<number>{DAY}){_NUMBER_STANDS})?"
        rf"(?: (?:(?P<word>{DIRECTION})|(?P<following>suivant)))?",
        _weekday,
        first_words(*WEEKDAYS),
    ),
    Rule("adverb", rf"(?P<adverb>{alternatives(DAY_ADVERBS)})(?!-)", _adverb, first_words(*DAY_ADVERBS)),
)
