"""Amounts of time: *deux jours*, *plus d'un an*, *un an et demi*, *une dizaine de jours*, *deux à trois semaines*."""

import re
from dataclasses import dataclass

from natoextract.components.dates.lexicon import UnitEntry
from natoextract.components.dates.words import (
    COLLECTIVE,
    MODIFIER,
    NUMBER,
    NUMBER_WORDS,
    UNIT,
    UNITS,
    VAGUE,
    modifier,
)
from natoextract.numerals import find_numbers, parse_number
from natoextract.timex import Shift

_QUALITY = r"(?: (?:bonnes?|bons?|longues?|longs?|petits?|petites?))?"
_ANY_NUMBER = rf"(?:{COLLECTIVE}|{VAGUE} |{NUMBER}{_QUALITY}[ -])"
# *décédé en 1977 à 93 ans* is no range of years
_SMALL_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{1,2}})?(?!\d)|{NUMBER_WORDS})"
_HALF = r"(?: et demie?(?!\w))"
#: A duration without its modifier; no groups, so that rules may embed it.
AMOUNT = (
    rf"(?:(?:une? )?demi-(?:heure|journee|siecle|decennie|douzaine d'heures)|(?:un|trois) quarts? d'heure"
    rf"|(?:{_SMALL_NUMBER}(?:,? a |,? ou | et |(?<=\d) ?- ?))?{_ANY_NUMBER}{UNIT}(?!\w)"
    rf"(?:{_HALF}|(?: et | ){NUMBER} (?:mois|jours?|minutes?|secondes?)(?!\w)(?! plus ))?)"
)
#: A duration with its modifier: *environ une semaine*.
AMOUNT_MODIFIED = rf"(?:{MODIFIER}?{AMOUNT})"

_READ = re.compile(
    rf"(?P<modifier>{MODIFIER})?(?:"
    rf"(?:une? )?demi-(?P<half_unit>heure|journee|siecle|decennie)|(?P<quarters>un|trois) quarts? d'heure"
    rf"|(?:(?P<low>{_SMALL_NUMBER})(?:,? a |,? ou | et |(?<=\d) ?- ?))?"
    rf"(?:(?P<collective>{COLLECTIVE})|(?P<vague>{VAGUE}) |(?P<number>{NUMBER}){_QUALITY}[ -])"
    rf"(?P<unit>{UNIT})(?!\w)"
    rf"(?:(?P<half>{_HALF})|(?: et | )(?P<more>{NUMBER}) (?P<more_unit>mois|jours?|minutes?|secondes?)(?!\w))?)"
)
# The calendar of `datetime` holds no more: *il y a 540 millions d'années* is not placed.
_COUNTABLE = 7000
_HALVES = {"heure": "PT30M", "journee": "PT12H", "siecle": "P50Y", "decennie": "P5Y"}
_HALF_OF = {"Y": "6M", "M": "15D", "D": "T12H", "TH": "30M", "TM": "30S"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A duration: its TIMEX3 value and mod, its number (None where untold) and its unit."""

    value: str
    mod: str | None
    number: float | None
    unit: UnitEntry
    half: bool = False
    ranged: bool = False

    def shift(self, sign: int) -> Shift | None:
        """The date so far from a reference, at the unit's precision; None where it cannot be counted.

        *il y a trois ans* is a year, *dans deux jours* a day, *il y a 48 heures* two days.
        """
        if self.number is None or self.ranged or self.number * self.unit.times > _COUNTABLE:
            return None
        if self.unit.letter == "TH" and self.number % 24 == 0:
            return Shift("day", sign * round(self.number) // 24)
        if self.unit.step is None:
            return None
        if self.half or self.number % 1:
            if self.unit.step != "year":
                return None
            return Shift("month", sign * round((self.number + 0.5 * self.half) * 12 * self.unit.times))
        return Shift(self.unit.step, sign * round(self.number) * self.unit.times)


def read_amount(text: str) -> Amount | None:
    """The amount that a folded text begins with."""
    found = _READ.match(text)
    if not found:
        return None
    mod = modifier(found["modifier"])
    if found["half_unit"]:
        return Amount(_HALVES[found["half_unit"]], mod, None, UNITS["heure"])
    if found["quarters"]:
        return Amount("PT15M" if found["quarters"] == "un" else "PT45M", mod, None, UNITS["heure"])
    unit = UNITS[found["unit"]]
    number = _number(found)
    value = duration_value(number, unit, half=bool(found["half"]))
    if found["more"] and (more := parse_number(found["more"])) is not None:
        value += duration_value(float(more), UNITS[found["more_unit"]])[1:].removeprefix("T" if "T" in value else "")
    if found["low"] and (low := _read_number(found["low"])) is not None:
        value = f"{duration_value(low, unit)}/{value}"
    if found["collective"]:
        mod = mod or "APPROX"
    return Amount(value, mod, number, unit, bool(found["half"]), bool(found["low"]))


def _number(found: re.Match[str]) -> float | None:
    if found["vague"]:
        return None
    if found["collective"]:
        number = next(find_numbers(found["collective"]), None)
        return None if number is None or number.plural else float(number.value)
    return _read_number(found["number"])


def _read_number(said: str) -> float | None:
    if said in ("un", "une"):
        return 1.0
    if "," in said:
        return float(said.replace(",", "."))
    number = parse_number(said)
    return None if number is None else float(number)


def duration_value(number: float | None, unit: UnitEntry, *, half: bool = False) -> str:
    """The TIMEX3 value: `P2D`, `PT48H`, `P1Y6M`, `PXW`, `PTXH`."""
    time, letter = ("T", unit.letter[1:]) if unit.letter.startswith("T") else ("", unit.letter)
    if number is None:
        return f"P{time}X{unit.vague or letter}"
    count = number * unit.times
    if half and (unit.times > 1 or unit.letter not in _HALF_OF):
        return f"P{time}{count + unit.times / 2:g}{letter}"
    value = f"P{time}{count:g}{letter}" if count % 1 else f"P{time}{round(count)}{letter}"
    return value + (_HALF_OF[unit.letter] if half else "")
