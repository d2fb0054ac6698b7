"""Times of day: *16H30*, *14 h UTC*, *16 heures 30*, *15:21 TU*, *à midi*, *3 heures du matin*."""

import re
from typing import Literal

from natoextract.components.dates.scan import NOTHING, Found, Match, Rule, first_words
from natoextract.components.dates.words import LASTING_NOUN, NUMBER_STARTS, NUMBER_WORDS, ZONES, alternatives
from natoextract.numerals import parse_number
from natoextract.timex import ClockTime, Shift

# *20 heures* is a time behind these, and a duration else.
_AT = re.compile(
    r"(?:(?<!\w)(?:a|vers|avant|apres|des|jusqu'a|entre|peu avant|peu apres|depuis|et|de|environs de|alentours de|"
    r"autour de|matin|soir|midi|apres-midi|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|prevue? a) )$"
)
_SURELY_AT = re.compile(
    r"(?:(?<!\w)(?:a|vers|des|jusqu'a|entre|environs de|alentours de|autour de|peu avant|peu apres) )$"
)
#: What only a duration follows: *un vol de 2h30*, *en 2h10*.
DURATION_CUE = re.compile(rf"(?<!\w)(?:pendant|durant|en|dure|duree de|{LASTING_NOUN} de) $")
_LASTING = re.compile(
    r"(?<!\w)(?:pendant|durant|en|dans les|sous|apres|toutes les|duree de|plus de|moins de|pres de|bout de|delai de) $"
)
_DISTANCE = re.compile(r" de (?!l'apres|la nuit|paris|londres|bruxelles)")
_SAID_LOOSELY = re.compile(
    r"(?<!\w)(?:(?P<about>vers|environ|(?:environs|alentours) de|autour de)|"
    r"(?P<after>peu apres)|(?P<before>peu avant)) $"
)
_ZONE = rf"(?: ?\(?(?P<zone>{alternatives(ZONES)})(?:(?P<sign>[+-])(?P<offset>\d{{1,2}}))?)"
_HALF_DAY = r"(?: (?P<half>du matin|de l'apres-midi|du soir|de la nuit))"
_LOCAL = r"(?: (?:precises|locales?(?!\w)))"


def _clock(match: Match) -> Found | None:
    hour, minute = int(match.get("hour")), int(match["minute"] or 0)
    if hour > 24 or (hour == 24 and minute):
        return None
    if not match["zone"] and match.before(DURATION_CUE if match["minute"] else _LASTING, 24):
        # *en 2h10*: see durations
        return None
    return _time(match, hour, minute)


def _spoken(match: Match) -> Found | Literal["nothing"] | None:
    said = match.get("hour")
    hour = int(said) if said.isdigit() else parse_number(said.replace("une", "un"))
    if hour is None or hour > 24:
        return None
    told = match["minute"] or "quart" in match.get("quarter") or match["zone"] or match["half"] or match["local"]
    surely = match.before(_SURELY_AT, 16)
    if surely and not told and match.after(_DISTANCE):
        # *à deux heures de route*
        return NOTHING if surely.group().startswith("a ") else None
    if not told and not surely and (match.before(_LASTING, 20) or not match.before(_AT, 16)):
        return None
    if said in ("un", "une") and not (surely or told):
        return None
    quarter = {"et demie": 30, "et demi": 30, "et quart": 15, "moins le quart": -15}.get(
        match.get("quarter").strip(), 0
    )
    minute = int(match["minute"] or 0) + quarter
    return _time(match, hour - 1 if minute < 0 else hour, minute % 60)


def _colon(match: Match) -> Found | None:
    hour = match.get("hour")
    if int(hour) > 24 or (len(hour) < 2 and not match.before(_SURELY_AT, 16)):
        return None
    return _time(match, int(hour), int(match.get("minute")))


_NOON_CUE = re.compile(r"(?:(?<!\w)(?:a|vers|avant|apres|jusqu'a|entre|des|depuis|peu avant|peu apres|de|ce) )$")


def _noon(match: Match) -> Found | None:
    if not match.before(_NOON_CUE, 16) or match.capital("word"):
        return None
    return _time(match, 12 if match["word"] == "midi" else 24, 30 if match["past"] else 0)


def _time(match: Match, hour: int, minute: int) -> Found:
    if match.get("half") in ("du soir", "de l'apres-midi") and hour < 12:
        hour += 12
    zone = ZONES[match.get("zone")] if match["zone"] else ""
    if match["sign"]:
        zone = f"{match['sign']}{int(match.get('offset')):02}:00"
    loosely = match.before(_SAID_LOOSELY, 20)
    mod = None
    if loosely:
        mod = "APPROX" if loosely["about"] else "AFTER" if loosely["after"] else "BEFORE"
    return Found(
        match.start,
        match.end,
        "clock",
        "TIME",
        ClockTime(Shift("day", 0), f"{hour:02}:{minute:02}", zone),
        mod,
        anchor="narrated",
    )


_NONE = r"(?P<minute>)(?P<zone>)(?P<sign>)(?P<offset>)(?P<half>)"

RULES = (
    Rule(
        "clock",
        rf"(?<![\d.,:])(?P<hour>[01]?\d|2[0-4]) ?h(?: ?(?P<minute>[0-5]\d)(?!\d)(?! ?(?:min|mn|['′]))|(?! ?\d))"
        rf"{_HALF_DAY}?{_ZONE}?",
        _clock,
        first_words("1"),
    ),
    Rule(
        "spoken",
        rf"(?<![\d.,:])(?P<hour>[01]?\d|2[0-4]|{NUMBER_WORDS}) heures?(?: (?P<minute>[0-5]\d)(?! \w+s(?!\w)))?"
        rf"(?P<quarter> et demie?| et quart| moins le quart)?{_HALF_DAY}?{_ZONE}?(?P<local>{_LOCAL})?",
        _spoken,
        NUMBER_STARTS,
    ),
    Rule(
        "colon",
        rf"(?<![\d.,:/])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:.,]\d)(?!\d){_ZONE}?(?P<half>)",
        _colon,
        first_words("1"),
    ),
    # *à 0500 GMT*, as military wires write
    Rule(
        "military",
        rf"(?<![\d.,:/])(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d) ?h? ?(?=gmt|utc|tu(?!\w)){_ZONE}(?P<half>)",
        _clock,
        first_words("1"),
    ),
    Rule("noon", rf"(?P<word>midi|minuit)(?!-)(?P<past> et demie?)?{_NONE}", _noon, first_words("midi", "minuit")),
)
