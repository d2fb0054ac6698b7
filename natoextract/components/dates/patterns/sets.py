"""Sets: *chaque mardi*, *tous les deux ans*, *par an*, *quotidiennement*, *les lundis*."""

import re

from natoextract.components.dates.quantity import duration_value
from natoextract.components.dates.scan import Found, Match, Rule, first_words
from natoextract.components.dates.words import (
    MONTH,
    MONTHS,
    NUMBER,
    PART_OF_DAY,
    PARTS_OF_DAY,
    REPETITIONS,
    SEASON,
    SEASONS,
    UNIT,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    alternatives,
)
from natoextract.numerals import parse_number
from natoextract.timex import Fixed

_SPEED = re.compile(r"(?:km|kilometres?|miles?|noeuds|metres?|litres?) $")


# *toutes les heures sont données en GMT* speaks of each of them
_SUBJECT = re.compile(r" (?:sont|ont|seront|etaient|furent|qui|ou) ")


def _repeated(match: Match) -> Found | None:
    if match.after(_SUBJECT):
        return None
    value = _value(match)
    return Found(match.start, match.end, "set", "SET", Fixed(value)) if value else None


def _value(match: Match) -> str | None:
    if match["weekday"]:
        value = f"XXXX-WXX-{WEEKDAYS[match.get('weekday')]}"
        return value + PARTS_OF_DAY[match.get("part")] if match["part"] else value
    if match["month"]:
        return f"XXXX-{MONTHS[match.get('month')]:02}"
    if match["season"]:
        return f"XXXX-{SEASONS[match.get('season')]}"
    if match["weekend"]:
        return "XXXX-WXX-WE"
    if match["day_part"]:
        return f"XXXX-XX-XX{PARTS_OF_DAY[match.get('day_part').rstrip('s')]}"
    number = parse_number(match.get("number")) if match["number"] else 1
    return duration_value(float(number or 1), UNITS[match.get("unit")])


def _per(match: Match) -> Found | None:
    if match.before(_SPEED):
        return None
    value = duration_value(1.0, UNITS[match.get("unit")])
    return Found(match.start, match.end, "set", "SET", Fixed(value))


def _adverb(match: Match) -> Found:
    return Found(match.start, match.end, "set", "SET", Fixed(REPETITIONS[match.get("adverb")]))


_REPEATED = (
    rf"(?:(?P<weekday>{WEEKDAY})s?(?: (?P<part>{PART_OF_DAY}))?|(?P<month>{MONTH})|(?P<season>{SEASON})s?|"
    rf"(?P<weekend>week-?ends?)|(?P<day_part>{PART_OF_DAY})s?|(?:(?P<number>{NUMBER}) )?(?P<unit>{UNIT}))"
)

RULES = (
    Rule("each", rf"chaque {_REPEATED}", _repeated, first_words("chaque")),
    Rule("all", rf"tou(?:te)?s les {_REPEATED}(?<=[sx])", _repeated, first_words("tous", "toutes")),
    Rule(
        "per",
        r"par (?P<unit>an|annee|mois|semaine|jour|heure|minute|seconde|trimestre|nuit|siecle)",
        _per,
        first_words("par"),
    ),
    Rule("once", r"l'(?P<unit>an)(?<=fois l'an)", _per, first_words("l")),
    Rule(
        "weekdays",
        rf"(?P<weekday>{WEEKDAY})s(?P<part>)(?P<month>)(?P<season>)(?P<weekend>)(?P<day_part>)(?P<number>)(?P<unit>)",
        _repeated,
        first_words(*(f"{weekday}s" for weekday in WEEKDAYS)),
    ),
    Rule("repetition", rf"(?P<adverb>{alternatives(REPETITIONS)})", _adverb, first_words(*REPETITIONS)),
)
