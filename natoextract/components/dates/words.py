"""The words of dates, from `data/calendar.toml`: fragments of patterns over folded text, and what they mean."""

import re
from collections.abc import Iterable

from natoextract.components.dates.lexicon import CALENDAR
from natoextract.components.dates.scan import first_words
from natoextract.lexicon import unique
from natoextract.numerals import COLLECTIVES
from natoextract.text import fold
from natoextract.timex import Feast


def alternatives(forms: Iterable[str]) -> str:
    """A pattern of any of the forms, longest first, for folded text."""
    return "|".join(
        re.escape(form).replace(r"\ ", " ") for form in sorted({fold(f) for f in forms}, key=lambda f: (-len(f), f))
    )


_MONTHS = CALENDAR.months
#: Number of each month, by its folded name or abbreviation (without its point).
MONTHS = {
    form: _MONTHS[name].number
    for form, name in unique(
        "calendar", [(fold(form), name) for name, entry in _MONTHS.items() for form in (name, *entry.short)]
    ).items()
}
WEEKDAYS = {fold(name): number for name, number in CALENDAR.weekdays.items()}
SEASONS = {fold(name): code for name, code in CALENDAR.seasons.items()}

_UNITS = CALENDAR.units
UNITS = {
    form: _UNITS[name]
    for form, name in unique(
        "calendar", [(fold(form), name) for name, entry in _UNITS.items() for form in entry.forms]
    ).items()
}

PARTS_OF_DAY = unique(
    "calendar", [(fold(form), code) for code, forms in CALENDAR.parts_of_day.items() for form in forms]
)
ZONES = {fold(name): offset for name, offset in CALENDAR.zones.items()}
DAY_ADVERBS = {fold(name): days for name, days in CALENDAR.days.items()}
ORDINALS = {fold(word): number for word, number in CALENDAR.ordinals.items()}
DECADES = {fold(word): first for word, first in CALENDAR.decades.items()}
REFERENCES = unique("calendar", [(fold(form), value) for value, forms in CALENDAR.references.items() for form in forms])
REPETITIONS = {fold(name): value for name, value in CALENDAR.adverbs.items()}
MODIFIERS = unique("calendar", [(fold(form), mod) for mod, forms in CALENDAR.modifiers.items() for form in forms])
SCHEDULED = frozenset(CALENDAR.direction.scheduled)
AHEAD = frozenset(CALENDAR.direction.ahead)
#: Their present, which the model may take for part of a name: *le Canada compte déployer*.
AHEAD_FORMS = frozenset(verb[:-2] + ending for verb in AHEAD if verb.endswith("er") for ending in ("e", "ent")) | {
    "entend",
    "entendent",
}
ANNOUNCING = frozenset(CALENDAR.direction.announcing)
INTENTIONS = frozenset(fold(noun) for noun in CALENDAR.direction.intentions)
AGENDA = frozenset(CALENDAR.direction.agenda)
#: Their present in the third person, which the model may take for nouns: *rencontre*, *expire*.
AGENDA_FORMS = frozenset(verb[:-2] + ending for verb in AGENDA if verb.endswith("er") for ending in ("e", "ent"))
GIVING = frozenset(CALENDAR.direction.giving)
HABITS = frozenset(fold(word) for word in CALENDAR.direction.habits)
ADJECTIVES = frozenset(fold(word) for word in CALENDAR.direction.adjectives)
CAPITAL_NAMES = CALENDAR.idioms.names
IDIOMS = CALENDAR.idioms.phrases
BODIES = CALENDAR.idioms.bodies
SITES = CALENDAR.idioms.sites
PEOPLE = frozenset(fold(word) for word in CALENDAR.ages.people)
LASTING = frozenset(fold(word) for word in CALENDAR.ages.lasting)
THRESHOLDS = frozenset(fold(word) for word in CALENDAR.ages.thresholds)

_DETERMINER = re.compile(r"^(?:le |la |l')")
#: Feasts by folded name without determiner.
FEASTS = {_DETERMINER.sub("", fold(name)): Feast(**entry.model_dump()) for name, entry in CALENDAR.feasts.items()}

# Fragments over folded text.
LASTING_NOUN = rf"(?:{alternatives(LASTING)})"
#: *une visite d'Etat de deux jours avant le sommet*: a length, and no day told by the summit.
MEASURE_OF = re.compile(rf"(?<!\w){LASTING_NOUN}s?(?: d'etat| \w{{4,}})? d(?:'|e )$")
SET_TO = rf"(?:{alternatives(CALENDAR.ages.set_to)})"
PUNISHMENT = rf"(?:{alternatives(CALENDAR.ages.sentences)})"
YEAR_LABEL = rf"(?:{alternatives(CALENDAR.years.labels)})"
NUMBERED = rf"(?:{alternatives(CALENDAR.years.numbered)})"
MEASURE = rf"(?:{alternatives(CALENDAR.years.measures)})"
MEASURING_UNIT = rf"(?:{alternatives(CALENDAR.years.units)})"
MONTH = rf"(?:{alternatives(_MONTHS)})"
MONTH_OR_SHORT = rf"(?:(?:{alternatives(MONTHS)})(?!\w)\.?)"
WEEKDAY = rf"(?:{alternatives(WEEKDAYS)})"
SEASON = rf"(?:{alternatives(SEASONS)})"
UNIT = rf"(?:{alternatives(UNITS)})"
PART_OF_DAY = rf"(?:{alternatives(PARTS_OF_DAY)})"
DAY = r"(?:(?:[12]\d|3[01]|0?[1-9])(?: ?er(?!\w))?(?!\d)|premier(?!\w))"
YEAR = r"(?:1\d|2[01])\d\d(?!\d)"

_NUMERALS = (
    "un", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "vingt", "vingts", "trente", "quarante", "cinquante", "soixante", "septante",
    "huitante", "octante", "nonante", "cent", "cents", "mille",
)  # fmt: skip
_NUMBER_WORD = rf"(?:{'|'.join(sorted(_NUMERALS, key=len, reverse=True))})"
NUMBER_WORDS = rf"(?:{_NUMBER_WORD}(?:[ -](?:et[ -])?{_NUMBER_WORD})*(?!\w))"
NUMBER = rf"(?:\d{{1,3}}(?:[ .]\d{{3}})+(?!\d)|\d{{1,4}}(?:,\d{{1,2}})?(?!\d)|{NUMBER_WORDS})"
#: *une dizaine de*, *une trentaine d'*
COLLECTIVE = (
    rf"(?:(?:une?|\d{{1,3}}(?:,\d{{1,2}})?|{NUMBER_WORDS}) )?"
    rf"(?:(?:petite|bonne|demi)[ -])?(?:{'|'.join(COLLECTIVES)})s? d(?:e |')"
)
#: A number that is not told: *quelques*, *plusieurs*.
VAGUE = r"(?:quelques|plusieurs|(?:nombreuses|nombreux|longues|longs)|une poignee de|un certain nombre d(?:e |'))"
_MODIFIER_WORDS = alternatives(form for form in MODIFIERS)
#: *environ*, *plus de*, *plus d'*, *un peu moins de*
MODIFIER = (
    r"(?:(?:un peu |tout juste |deja |bien |a peine |sans doute )?"
    rf"(?:(?:{_MODIFIER_WORDS.replace(' de|', ' de|')})(?: |(?<=d')))|(?:un peu |bien )?(?:plus|moins|pres) d')"
)

_MODIFIER_KIND = re.compile(rf"(?:{_MODIFIER_WORDS})|(?P<elided>plus|moins|pres) d'")


def modifier(text: str | None) -> str | None:
    """The TIMEX3 mod of a modifier: *plus d'* → `MORE_THAN`."""
    if not text or not (found := _MODIFIER_KIND.search(text)):
        return None
    if found["elided"]:
        return MODIFIERS[f"{found['elided']} de"]
    return MODIFIERS[found.group()]


#: The words that a number may begin with, and those of an amount of time with its modifiers.
NUMBER_STARTS = first_words("1", *_NUMERALS)
AMOUNT_STARTS = NUMBER_STARTS | first_words(
    *COLLECTIVES, *(f"{word}s" for word in COLLECTIVES), *MODIFIERS, "quelques", "plusieurs", "nombreuses", "nombreux",
    "longues", "longs", "petite", "bonne", "demi", "plus", "moins", "près", "bien", "tout juste", "déjà", "à peine",
    "sans doute",
)  # fmt: skip
