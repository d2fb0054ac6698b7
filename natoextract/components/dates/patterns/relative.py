"""Periods told from publication or from the last date narrated: *semaine dernière*, *il y a 3 ans*, *le lendemain*."""

import re
from typing import Literal

from natoextract.components.dates.quantity import AMOUNT_MODIFIED, read_amount
from natoextract.components.dates.scan import NOTHING, Found, Kind, Match, Rule, first_words
from natoextract.components.dates.words import AMOUNT_STARTS, MEASURE_OF
from natoextract.timex import Fixed, PartOfDay, Shift, Unit

_UNITS: dict[str, Unit] = {
    "semaine": "week", "mois": "month", "an": "year", "annee": "year", "week-end": "weekend", "weekend": "weekend",
    "fin de semaine": "weekend", "trimestre": "quarter", "semestre": "half", "decennie": "decade", "siecle": "century",
    "jour": "day",
}  # fmt: skip
_KINDS: dict[Unit, Kind] = {"day": "day", "month": "month", "year": "year"}
_STEPS = {
    "dernier": -1, "passe": -1, "ecoule": -1, "prochain": 1, "precedent": -1, "suivant": 1, "d'apres": 1, "d'avant": -1,
    "en cours": 0,
}  # fmt: skip
_NARRATED_WORDS = ("precedent", "suivant", "d'apres", "d'avant")
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))


def _found(match: Match, unit: Unit, number: int, *, narrated: bool = False) -> Found:
    kind = _KINDS.get(unit, "period")
    return Found(
        match.start, match.end, kind, "DATE", Shift(unit, number), anchor="narrated" if narrated else "publication"
    )


_THIS_DAY_GOES_ON = re.compile(r" (?:ou|la|de|d'|du|des|historique|important)(?!\w)")


def _this(match: Match) -> Found | None:
    unit = _UNITS[match.get("unit")]
    there = match.get("there") == "-la" or bool(match["same"])
    if unit == "day" and not there and match.after(_THIS_DAY_GOES_ON):
        # *ce jour où* is told by its clause
        return None
    return _found(match, unit, 0, narrated=there)


def _same(match: Match) -> Found:
    return _found(match, _UNITS[match.get("unit")], 0, narrated=True)


def _next(match: Match) -> Found | None:
    word = match.get("word")
    step = next(s for w, s in _STEPS.items() if word.startswith(w))
    narrated = word.startswith(_NARRATED_WORDS)
    if match["night"]:
        night = PartOfDay(Shift("day", step if step < 0 else 0), "TNI")
        return Found(match.start, match.end, "part", "TIME", night, anchor="narrated" if narrated else "publication")
    unit = _UNITS[match.get("unit")]
    if unit == "day" and not narrated:
        return None
    return _found(match, unit, step, narrated=narrated)


def _part_of_this(match: Match) -> Found | None:
    """*en début d'année*, *à la fin du mois*, *en milieu de semaine*: the part is read by what joins mentions."""
    if (
        match.get("whole") == "semaine"
        and match.get("part") == "fin"
        and not match["article"]
        and match.before(_ARTICLE)
    ):
        # *la fin de semaine* of Québec
        return _found(match, "weekend", 0)
    start = match.span("whole")[0]
    found = _found(match, _UNITS[match.get("whole")], 0)
    return Found(start, match.end, found.kind, "DATE", found.expression)


_ARTICLE = re.compile(r"(?<!\w)(?:la|cette) $")
_NEXT_IS_FREE = re.compile(
    r"\s*(?:[.,;:!?)»\"]|$)| l'|"
    r" (?:a|au|aux|en|dans|pour|par|sur|avec|et|ou|si|sans|le|la|les|lors|que|qui|tout|seulement)(?!\w)"
)


def _ago(match: Match) -> Found | None:
    amount = read_amount(match.text.folded[match.span("amount")[0] : match.end])
    if amount is None:
        return None
    shift = amount.shift(-1)
    if shift is None:
        return Found(match.start, match.end, "reference", "DATE", Fixed("PAST_REF"))
    return Found(match.start, match.end, _KINDS.get(shift.unit, "period"), "DATE", shift, mod=amount.mod)


def _in(match: Match) -> Found | None:
    start, end = match.span("amount")
    amount = read_amount(match.text.folded[start:end])
    if amount is None:
        return None
    if amount.number == 1 and not match.after(_NEXT_IS_FREE):
        # *dans une semaine décisive* is no date
        return None
    shift = amount.shift(1)
    if shift is None:
        return Found(start, end, "reference", "DATE", Fixed("FUTURE_REF"))
    return Found(start, end, _KINDS.get(shift.unit, "period"), "DATE", shift, mod=amount.mod)


_ENDS = re.compile(r"\s*(?:[.,;:!?)»\"]|$)")


def _later(match: Match) -> Found | Literal["nothing"] | None:
    word = match.get("word")
    if word in ("avant", "apres") and not match.after(_ENDS):
        # *dix ans après la guerre* is told by another event
        return None if match.before(MEASURE_OF, 50) else NOTHING
    amount = read_amount(match.get("amount"))
    if amount is None:
        return None
    shift = amount.shift(1 if word in ("plus tard", "apres") else -1)
    if shift is None:
        return Found(match.start, match.span("amount")[1], "duration", "DURATION", Fixed(amount.value), mod=amount.mod)
    kind = _KINDS.get(shift.unit, "period")
    return Found(match.start, match.end, kind, "DATE", shift, mod=amount.mod, anchor="narrated")


_DAYS_AROUND = {"veille": -1, "avant-veille": -2, "lendemain": 1, "surlendemain": 2}
_WITH_ARTICLE = re.compile(r"(?<!\w)(?:la|le|au|du) $")
_OF_EVENT = re.compile(r" (?:d(?:e|u|es)|ou|du)(?!\w)| d'|-")


def _day_around(match: Match) -> Found | None:
    if not match.before(_WITH_ARTICLE) or match.after(_OF_EVENT):
        return None
    return Found(
        match.start, match.end, "day", "DATE", Shift("day", _DAYS_AROUND[match.get("word")]), anchor="narrated"
    )


_OVER_WEEKEND = re.compile(r"(?<!\w)(?:le|du|au|des le|avant le|apres le) $")


def _weekend(match: Match) -> Found | None:
    """*au cours du week-end*: the one that the tense tells; *un week-end* is none."""
    if not match.before(_OVER_WEEKEND) or match.after(_OF_EVENT):
        return None
    return _found(match, "weekend", 0)


RULES = (
    Rule(
        "this",
        rf"(?:cette|cet|ce) (?P<same>meme )?(?P<unit>{_UNIT})(?P<there>-la|-ci)?(?!-)",
        _this,
        first_words("ce", "cet", "cette"),
    ),
    Rule("same", rf"(?:meme (?P<unit>{_UNIT})(?! que))", _same, first_words("même")),
    Rule("same_day", r"(?P<unit>jour) meme(?! (?:de|du|ou|des) )", _same, first_words("jour")),
    Rule(
        "next",
        rf"(?:(?P<night>nuit)|(?P<unit>{_UNIT})) "
        r"(?P<word>derniere?|passee?|ecoulee?|prochaine?|precedente?|suivante?|d'apres(?! )|d'avant|en cours)(?!-)",
        _next,
        first_words("nuit", *_UNITS),
    ),
    Rule(
        "next_before",
        r"(?P<night>)(?P<word>prochaine?|precedente?) (?P<unit>semaine|annee|decennie|week-end|mois)",
        _next,
        first_words("prochain", "prochaine", "précédent", "précédente"),
    ),
    Rule("weekend", r"week-?end", _weekend, first_words("week", "weekend")),
    Rule(
        "part_of_this",
        r"(?P<part>debut|fin|milieu|mi|courant) (?:de (?P<article>l'|la )?|du |d')"
        r"(?P<whole>annee|an|mois|semaine|decennie|siecle|week-end)"
        r"(?! (?:derni|passe|proch|prec|suiv|\d|ecoul|d'a|en cours|scolaire|universitaire|de )|-)",
        _part_of_this,
        first_words("début", "fin", "milieu", "mi", "courant"),
    ),
    Rule(
        "ago",
        r"(?:il y a|voici|voila|y a) (?:maintenant |deja |bientot |encore |seulement |de cela )?"
        rf"(?P<amount>{AMOUNT_MODIFIED})(?: de cela)?",
        _ago,
        first_words("il", "voici", "voilà", "y"),
    ),
    Rule("in", rf"dans (?P<amount>{AMOUNT_MODIFIED})", _in, first_words("dans")),
    Rule(
        "later",
        rf"(?P<amount>{AMOUNT_MODIFIED})(?:,(?! (?:avant|apres)))? (?P<word>plus tard|plus tot|auparavant|avant|apres)",
        _later,
        AMOUNT_STARTS,
    ),
    Rule(
        "day_around",
        r"(?P<word>avant-veille|veille|surlendemain|lendemain)",
        _day_around,
        first_words("avant", *_DAYS_AROUND),
    ),
)
