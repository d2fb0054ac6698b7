"""Durations: *deux jours*, *plus d'un an*, *72h*, *dans les 48 heures*, *ces vingt dernières années*; ages are none."""

import re
from typing import Literal

from natoextract.components.dates.patterns.clock import DURATION_CUE
from natoextract.components.dates.quantity import AMOUNT_MODIFIED, Amount, duration_value, read_amount
from natoextract.components.dates.scan import NOTHING, Found, Match, Rule, first_words
from natoextract.components.dates.words import (
    AMOUNT_STARTS,
    LASTING,
    LASTING_NOUN,
    MEASURE_OF,
    MONTH,
    NUMBER,
    NUMBER_STARTS,
    PEOPLE,
    PUNISHMENT,
    SET_TO,
    THRESHOLDS,
    UNIT,
    UNITS,
)
from natoextract.numerals import parse_number
from natoextract.timex import Fixed

_AFTER_MONTH = rf"(?! d(?:e |'){MONTH}(?!\w))"

# *un jour*, *une nuit*, *une minute* are durations only where something measures them.
_MEASURED = re.compile(
    r"(?:(?<!\w)(?:pendant|durant|en|depuis|apres|pour|sur|dure|durera|durer|bout|a peine|environ|presque|"
    r"au moins|au plus|plus|moins|pres|reste|laisse|faut|faudra|fallu|passe|passer) (?:d'|de |que )?|"
    rf"(?<!\w){LASTING_NOUN}s? d(?:'|e ))$"
)
_LOOSE = frozenset(
    {"annee", "semaine", "jour", "journee", "nuit", "minute", "seconde", "trimestre", "semestre", "siecle"}
)
_BY = re.compile(r"(?<!\w)d'ici (?:a )?$")
_STILL_MEASURED = re.compile(r" (?:de|d'|et demie?|ferme|avec sursis|environ|durant|par)(?!\w)| d'")
_TOLD_BY_EVENT_BEFORE = re.compile(
    r"(?<!\w)a (?:seulement |peine |moins d'|moins de |plus de |plus d'|environ |quelques )?$"
)
_TOLD_BY_EVENT = re.compile(rf" (?:d(?:e|u|es) |d'|avant |apres )(?!{PUNISHMENT}|sursis)")
_SINCE_EVENT = re.compile(r"(?:,? jour pour jour,?)? (?:apres|avant) [a-z]")

# Ages: *âgé de 21 à 33 ans*, *un homme de 29 ans*, *mort à 72 ans*, *(29 ans)*, *, 29 ans,*, *les moins de 25 ans*.
_AGE_CUE = re.compile(
    r"(?:(?<!\w)(?:agee?s?|l'age|d'age|age)"
    r"(?: (?:alors|seulement|tout juste|legal|minimum|moyen|minimal|de la \w+|du \w+))* "
    rf"(?:de |d'|entre |compris entre |a )?(?:{NUMBER}(?: ans)? (?:a|et|ou) )?|"
    r"(?<!\w)(?:les|des|aux|ses|mes|leurs|son|nos|tes|vos) (?:plus de |moins de |plus d'|moins d')?|\(|"
    r"(?<!\w)l'age de (?:la )?[\w ]{3,25} de )$"
)
# *il avait 73 ans*; *de 19 ans et 22 ans*
_HAVING = re.compile(r"(?:(?<!\w)(?:a|ont|avait|avaient|aura|avoir|ayant|eu) |\d ans (?:et|ou|a) (?:de )?)$")
_OF_WHAT = re.compile(r" (?:de|d')")
_AT = re.compile(r"(?:(?P<verb>\w+) )?(?<!\w)a (?:seulement |tout juste |pres de |plus de |l'age de )?$")
_SET_TO = re.compile(SET_TO)
_SENTENCE = re.compile(rf" (?:de|d') ?(?:\w+ )?{PUNISHMENT}| ferme| avec sursis")
_APPOSED = re.compile(r", (?:tout juste |seulement )?$")
_CLOSED = re.compile(r"\s*[,.;)]")
_PHRASE = re.compile(
    r"(?P<words>(?:[\w'-]+ ){1,6})(?:d'un |d'une |de |d')(?:plus de |moins de |plus d'|moins d'|pres de |environ )?$"
)
_WORD = re.compile(r"[a-z-]+")
#: From so many years on, written in digits, an unknown noun's *de 34 ans* is an age.
_ADULT = 12


def _duration(match: Match) -> Found | Literal["nothing"] | None:
    amount = read_amount(match.text.folded[match.start : match.end])
    if amount is None:
        return None
    folded = match.text.folded
    said = folded[match.start : match.end]
    unit = said.split()[-1]
    if unit in ("an", "ans", "d'annees") and _is_age(
        match, amount, digits=said[0].isdigit() or (" " in said and said.split()[-2].isdigit())
    ):
        return NOTHING
    if match.after(_SINCE_EVENT) and not match.before(MEASURE_OF, 50):
        return NOTHING
    if match.before(_TOLD_BY_EVENT_BEFORE) and match.after(_TOLD_BY_EVENT):
        return NOTHING
    single = re.fullmatch(r"une? (\w+)", said)
    if single and single[1] in _LOOSE and not match.before(_MEASURED, 24) and not match.after(_STILL_MEASURED):
        return None
    if single and single[1] in ("seconde", "nuit", "jour", "journee", "minute") and not match.before(_MEASURED, 24):
        return None
    if amount.number is None and match.before(_BY, 10):
        # *d'ici quelques jours*
        return Found(match.start, match.end, "reference", "DATE", Fixed("FUTURE_REF"))
    return Found(match.start, match.end, "duration", "DURATION", Fixed(amount.value), mod=amount.mod)


def _is_age(match: Match, amount: Amount, *, digits: bool) -> bool:
    """Whether a number of years is somebody's age."""
    if match.before(_AGE_CUE, 50) or (match.before(_HAVING, 12) and not match.after(_OF_WHAT)):
        return True
    if at := match.before(_AT, 30):
        if match.after(_SENTENCE):
            return False
        return not (at["verb"] and _SET_TO.match(at["verb"]))
    if match.before(_APPOSED, 14) and match.after(_CLOSED):
        return digits
    if phrase := match.before(_PHRASE, 60):
        words = [w.group() for w in _WORD.finditer(phrase["words"])]
        for word in reversed(words[-4:]):
            singular = word[:-1] if word.endswith(("s", "x")) else word
            if word in THRESHOLDS or singular in PEOPLE or word in PEOPLE:
                return True
            if singular in LASTING or word in LASTING:
                return False
        return digits and amount.number is not None and _ADULT <= amount.number <= 120
    return False


# *72h*, *48 h*: a clock shows no such hour.
def _hours(match: Match) -> Found | None:
    number = int(match.get("number"))
    lasting = match["minutes"] and (match["told"] or match.before(DURATION_CUE, 24))
    if not lasting and (match["minutes"] or (number <= 24 and not match.before(_MEASURED, 24))):
        return None
    value = f"PT{number}H" + (f"{int(match.get('minutes'))}M" if match["minutes"] else "")
    return Found(match.start, match.end, "duration", "DURATION", Fixed(value))


_DURING = re.compile(
    r"(?<!\w)(?:pendant|depuis|durant|apres|pour|voila|voici|fait|dure|durer|durera|faudra|mis|attendu|"
    r"attendre|prendra|prend|pris) $"
)


def _untold(match: Match) -> Found | None:
    """*pendant des mois*: `PXM`."""
    if not match.before(_DURING, 12):
        return None
    start, end = match.span("unit")
    return Found(start, end, "duration", "DURATION", Fixed(duration_value(None, UNITS[match.get("unit")])))


# A span counted back or ahead: *les six prochains mois*; without a number it is a reference.
_OF_SOMETHING = re.compile(r" (?:d(?:e|u|es) (?!\d|l'annee|cette annee)|d'(?!ici))")
_REFERENCES = {"dernier": "PAST_REF", "derniere": "PAST_REF", "passe": "PAST_REF", "passee": "PAST_REF",
               "ecoule": "PAST_REF", "ecoulee": "PAST_REF", "recent": "PAST_REF", "recente": "PAST_REF",
               "prochain": "FUTURE_REF", "prochaine": "FUTURE_REF", "a venir": "FUTURE_REF",
               "qui viennent": "FUTURE_REF"}  # fmt: skip


def _counted(match: Match) -> Found | None:
    unit = UNITS[match.get("unit")]
    word = match.get("word")
    reference = _REFERENCES.get(word.removesuffix("s"))
    said = match["number"] or match["inner"] or None
    if said is None or said in ("quelques", "plusieurs"):
        if reference is None:
            # *les jours suivants*, *les premiers mois* are told by what was before
            return None
        if match.after(_OF_SOMETHING):
            return None
        return Found(match.start, match.end, "reference", "DATE", Fixed(reference))
    number = 1.0 if said in ("un", "une") else parse_number(said)
    return Found(match.start, match.end, "duration", "DURATION", Fixed(duration_value(number, unit)))


_NUMBER_OR_SOME = rf"(?:{NUMBER}|quelques|plusieurs)"
_SPAN_WORDS = ("derniers", "dernieres", "prochains", "prochaines", "premiers", "premieres", "recents", "recentes")
_SPAN_WORD = rf"(?:{'|'.join(_SPAN_WORDS)})"

RULES = (
    Rule(
        "counted",
        rf"(?:(?P<number>{_NUMBER_OR_SOME}) )?(?:tou(?:te)?s )?(?P<word>{_SPAN_WORD}) "
        rf"(?:(?P<inner>{_NUMBER_OR_SOME}) )?(?P<unit>{UNIT})",
        _counted,
        NUMBER_STARTS | first_words("quelques", "plusieurs", "tous", "toutes", *_SPAN_WORDS),
    ),
    Rule(
        "counted_after",
        rf"(?:(?P<number>{_NUMBER_OR_SOME}) )?(?P<inner>)(?P<unit>{UNIT})(?<=s) "
        r"(?P<word>derniere?s|passee?s|ecoulee?s|prochaine?s|a venir|qui viennent)",
        _counted,
        NUMBER_STARTS | first_words("quelques", "plusieurs", *UNITS),
    ),
    Rule("duration", rf"{AMOUNT_MODIFIED}{_AFTER_MONTH}", _duration, AMOUNT_STARTS),
    Rule("hours", r"(?P<number>\d{1,3}) ?h(?: ?(?P<minutes>\d\d?)(?P<told> ?(?:min|mn))?)?", _hours, first_words("1")),
    Rule("untold", rf"des (?P<unit>{UNIT})", _untold, first_words("des")),
)
