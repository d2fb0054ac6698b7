"""Parts of years: *printemps 2003*, *cet été*, *second semestre 2021*, *T3 2020*."""

import re

from natoextract.components.dates.patterns.days import DIRECTION, DIRECTIONS
from natoextract.components.dates.patterns.years import ordinal
from natoextract.components.dates.scan import Found, Match, Rule, first_words
from natoextract.components.dates.words import (
    ORDINALS,
    SEASON,
    SEASONS,
    YEAR,
)
from natoextract.timex import Direction, Season, Subdivision

# A bare season is a date behind these; *d'été*, *en hiver* and the participle *été* are none.
_SEASON_CUE = re.compile(
    r"(?:(?<!\w)(?:(?:entre|avant|apres|pour|des|depuis|d'ici|pendant) le|d'ici au|cours du|au|du|ce|courant|mi) |mi-|"
    r"(?<!\w)(?:(?:a|et|entre|pour|depuis|d'ici|d'ici a|avant|apres|des|de|durant|pendant|tout) l'|cet |"
    r"(?:debut|fin|milieu) d'))$"
)
# *a été passé*, *avaient été peu à peu*: the participle
_PARTICIPLE = re.compile(
    r"(?<!\w)(?:a|ai|ont|as|avons|avez|avais|avait|avaient|aura|auront|aurait|auraient|ayant|avoir|ait|aient)"
    r"(?: (?:pas|deja|jamais|toujours|ainsi|aussi|egalement|bien|pourtant))? $"
)
# *Printemps arabe*, *printemps de Prague*, *été indien*: names.
_NAMED = re.compile(r" (?:arabe|berbere|noir|indien|erable|republicain|austral|des|de (?!\d|l'an|cette)|d'(?!\d))")


def _season(match: Match) -> Found | None:
    code = SEASONS[match.get("season")]
    if match["year"]:
        return Found(match.start, match.end, "period", "DATE", Season(code, int(match.get("year"))))
    direction: Direction | None = DIRECTIONS.get(match.get("word"))
    if match.get("season") == "ete" and match.before(_PARTICIPLE):
        return None
    if match["this"]:
        direction = "this"
    elif not direction and (not match.before(_SEASON_CUE, 20) or match.after(_NAMED)):
        return None
    return Found(match.start, match.end, "period", "DATE", Season(code), direction=direction)


def _subdivision(match: Match) -> Found | None:
    kind, last = ("Q", 4) if match.get("kind") in ("trimestre", "t", "q") else ("H", 2)
    said = match.get("number")
    number = last if said.startswith("dernier") else ordinal(said)
    if not 1 <= number <= last:
        return None
    year = int(match.get("year")) if match["year"] else None
    years = 0 if match["this"] else None
    if other := match["other_year"]:
        years = 1 if DIRECTIONS[other] == "next" else -1
    found = Subdivision("Q" if kind == "Q" else "H", number, year, years)
    return Found(match.start, match.end, "period", "DATE", found, direction=DIRECTIONS.get(match.get("word")))


_RANK = (
    r"(?:premier|1 ?er|deuxieme|second|2 ?(?:e|eme|nd|d)|troisieme|3 ?(?:e|eme)|quatrieme|4 ?(?:e|eme)|dernier|"
    r"i{1,3}e|ive)"
)
_OF_THIS_YEAR = r"(?P<this> de (?:l'annee(?: en cours)?|cette annee)(?! (?:derni|proch|prec|suiv|pass))(?!\w))"

RULES = (
    Rule(
        "season",
        rf"(?P<this>ce |cet )?(?P<season>{SEASON})(?!-)"
        rf"(?: (?:de (?:l'annee )?)?(?P<year>{YEAR})(?:[-/](?:\d\d)?\d\d(?!\d))?| (?P<word>{DIRECTION}))?",
        _season,
        first_words("ce", "cet", *SEASONS),
    ),
    Rule(
        "subdivision",
        rf"(?P<number>{_RANK}) (?P<kind>trimestre|semestre)"
        rf"(?: (?:de (?:l'(?:annee|exercice) )?)?(?P<year>{YEAR})(?:/(?:\d\d)?\d\d(?!\d))?|{_OF_THIS_YEAR}"
        rf"| de l'an(?:nee)? (?P<other_year>derniere?|passee?|prochaine?)| (?P<word>{DIRECTION}))?",
        _subdivision,
        first_words("1", "dernier", "second", "iie", "iiie", "ive", "ie", *ORDINALS),
    ),
    Rule(
        "quarter_code",
        rf"(?P<this>)(?P<word>)(?P<other_year>)(?P<kind>[tsq])(?P<number>[1-4]) (?P<year>{YEAR})",
        _subdivision,
        first_words(*(f"{kind}{number}" for kind in "tsq" for number in range(1, 5))),
    ),
)
