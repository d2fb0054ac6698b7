"""Months: *février 2021*, *septembre*, *mois d'avril*, *juillet dernier*, *juillet-août*, *Mai 68*."""

import re

from natoextract.components.dates.patterns.days import DIRECTION, DIRECTIONS, full_year
from natoextract.components.dates.scan import Found, Match, Rule, first_words
from natoextract.components.dates.words import MONTH, MONTH_OR_SHORT, MONTHS, YEAR
from natoextract.timex import Expression, Month, Range, month_of

# What may stand before a bare month; *Mars* the planet and *Mme Avril* have none of it.
_CUE = re.compile(
    rf"(?:(?<!\w)(?:en|depuis|des|avant|apres|pour|courant|vers|ce|entre|in|a|jusqu'a|fin|debut|milieu|mi|"
    rf"{MONTH} (?:{YEAR} )?(?:et|a|ou|au)|{MONTH},) |mi-|(?<!\w)d(?:e |'|'ici ))$"
)
_STRONG_CUE = re.compile(r"(?:(?<!\w)(?:en|depuis|fin|debut|courant) |mi-)$")
_CAPITALS = re.compile(r"[A-ZÀ-Þ]{2}")
_SPELLED_YEAR = rf"(?P<year>{YEAR}|'?\d\d(?=\s*(?:[.,;:!?)»\"]|$)))"


def _month(match: Match) -> Found | None:
    name = match.get("month").rstrip(".")
    year = full_year(match["year"])
    direction = DIRECTIONS.get(match.get("word"))
    named = match["label"] or match["word"] or year
    if not named:
        cue = _STRONG_CUE if match.capital("month") and not _shouted(match) else _CUE
        if not match.before(cue, 30):
            return None
    months = [MONTHS[name], *([MONTHS[match.get("other").rstrip(".")]] if match["other"] else [])]
    found: list[Expression] = [month_of(year, m) if year else Month(m) for m in months]
    expression = found[0] if len(found) == 1 else Range(*found)
    if match["following"]:
        return Found(match.start, match.end, "month", "DATE", expression, direction="next", anchor="narrated")
    return Found(match.start, match.end, "month", "DATE", expression, direction=direction)


def _shouted(match: Match) -> bool:
    begin, _ = match.span("month")
    return bool(_CAPITALS.match(match.text.surface, begin))


RULES = (
    Rule(
        "month",
        rf"(?P<label>(?:mois|courant) d(?:e |'))?(?P<month>{MONTH}(?!\w)(?!-(?!{MONTH})\w))(?:-(?P<other>{MONTH}))?"
        rf"(?: (?:de (?:l'an )?)?{_SPELLED_YEAR}| (?P<word>{DIRECTION})| (?P<following>suivant))?",
        _month,
        first_words("mois", "courant", *MONTHS),
    ),
    Rule(
        "short_month",
        rf"(?P<label>)(?P<word>)(?P<other>)(?P<following>)(?P<month>{MONTH_OR_SHORT}) (?P<year>{YEAR})",
        _month,
        first_words(*MONTHS),
    ),
)
