"""Joins what was read apart: *début* and *janvier*, *mardi* and *soir*, *hier* and *23 février*, *juin à septembre*."""

import re
from collections.abc import Iterable
from dataclasses import replace

from natoextract.components.dates.patterns.parts_of_day import MODS
from natoextract.components.dates.scan import Found, Text
from natoextract.components.dates.words import PART_OF_DAY, PARTS_OF_DAY
from natoextract.timex import (
    ClockTime,
    Day,
    DayNumber,
    Expression,
    Fixed,
    Mod,
    Month,
    Part,
    PartOfDay,
    Range,
    Shift,
    Weekday,
    month_of,
)

_PERIODS = ("month", "year", "period")
_DATES = ("day", "month", "year", "period")

# début janvier, fin de l'année dernière, mi-octobre, courant 2022
_PART_BEFORE = re.compile(
    r"(?<!\w)(?P<part>debut|fin|milieu|courant|mi)[ -]"
    r"(?:(?:de |du |d'|de l'|de la |des |du mois de |du mois d'|de l'annee )?)$"
)
# mardi soir, le 3 mai au matin
_PART_AFTER = re.compile(rf" (?:au |dans la |en )?(?P<part>{PART_OF_DAY})(?![\w-])")
# la nuit de mardi à mercredi, en début de soirée du 5 mai
_PART_OF = re.compile(
    rf"(?<!\w)(?:(?P<mod>debut|fin|milieu) d(?:e |')(?:la |l')?)?(?P<part>{PART_OF_DAY}) (?:de ce |de |du |d')$"
)

_APPOSED = re.compile(r",? (?:le |ce )?$|$")
_AT = re.compile(
    r" (?:(?:a|vers|des|a partir de|jusqu'a|aux (?:environs|alentours) de|autour de|peu apres|peu avant|de|entre) )?$"
)
_WITHIN = re.compile(r" (?:(?:au|en|dans la|a la|au cours de la|pendant la) |dans l'|a l'|au cours de l')?$")
_ON = re.compile(r" (?:le |ce )?$")
_TO = re.compile(r" (?:a|au|et|jusqu'au|jusqu'a|jusqu'en|et jusqu'au|a la) (?:le |la |l')?$| ?[-–] ?$")
_AND = re.compile(r",? (?:et|a|ou) (?:le |en |de |d')?$")
_AND_OF = re.compile(r" et (?:de |d')$")
_BETWEEN_MONTHS = re.compile(r"(?<!\w)entre les (?:mois )?$")
_FROM = re.compile(r"(?<!\w)(?:de |du |d'|entre |entre le |depuis |depuis le |des le |de la |d'ici )$")
_BETWEEN = re.compile(r"(?<!\w)entre (?:le |la |l')?$")
_LIST = re.compile(r",? (?:et|ou|puis)(?: le| en| du)? $|, (?:le |en |du )?$")

_DATE_MODS = (
    (re.compile(r"au plus tard (?:le |en |a la |au |d'ici )?$"), "ON_OR_BEFORE"),
    (re.compile(r"au plus tot (?:le |en |a la |au )?$"), "ON_OR_AFTER"),
    (re.compile(r"(?<!\w)avant (?:le |la |l'|les )?$"), "BEFORE"),
    (re.compile(r"(?<!\w)apres (?:le |la |l'|les )?$"), "AFTER"),
    (
        re.compile(r"(?<!\w)(?:vers|autour d[eu]|aux environs d[eu]|aux alentours d[eu]) ?(?:le |la |l'|les )?$"),
        "APPROX",
    ),
)


def join(text: Text, found: Iterable[Found]) -> list[Found]:
    """The mentions of a text, each as wide as its expression."""
    joined: list[Found] = []
    for item in found:
        if joined and item.start < joined[-1].end:
            # *matinée* has been read with *mercredi dans la*
            continue
        current = _with_part(text, item)
        while joined and (both := _join_pair(text, joined[-1], current)):
            joined.pop()
            current = both
        if joined and (dated := _share_year(text, joined[-1], current)):
            joined[-1] = dated
        joined.append(current)
    return [_with_mod(text, _with_part_of_day(text, item)) for item in joined]


def _with_part(text: Text, item: Found) -> Found:
    """*début janvier*, *fin de l'été*, *mi-2016*, and *mardi soir*."""
    if item.kind == "day" and not isinstance(item.expression, Range):
        if part := text.after(_PART_AFTER, item.end):
            timed = PartOfDay(item.expression, PARTS_OF_DAY[part["part"]])
            return replace(item, end=part.end(), kind="part", type="TIME", expression=timed)
        return item
    if item.kind in _PERIODS and (part := text.before(_PART_BEFORE, item.start, 24)):
        if part["part"] == "courant":
            return replace(item, start=part.start())
        mod = MODS[part["part"]]
        return replace(item, start=part.start(), expression=_part(item.expression, mod), mod=mod)
    return item


def _part(expression: Expression, mod: Mod) -> Expression:
    if isinstance(expression, Range):
        return Range(Part(expression.first, mod), expression.last)
    return Part(expression, mod)


def _with_part_of_day(text: Text, item: Found) -> Found:
    """*la nuit de mardi à mercredi* is Tuesday's night."""
    if item.kind != "day" or not (part := text.before(_PART_OF, item.start, 40)):
        return item
    base = item.expression.first if isinstance(item.expression, Range) else item.expression
    timed = PartOfDay(base, PARTS_OF_DAY[part["part"]])
    mod = MODS.get(part["mod"] or "")
    return replace(item, start=part.start(), kind="part", type="TIME", expression=timed, mod=mod)


def _with_mod(text: Text, item: Found) -> Found:
    if item.mod is not None or item.type != "DATE" or item.kind not in _DATES:
        return item
    for pattern, mod in _DATE_MODS:
        if text.before(pattern, item.start, 24):
            return replace(item, mod=mod)
    return item


def _join_pair(text: Text, first: Found, second: Found) -> Found | None:
    gap = text.folded[first.end : second.start]
    if len(gap) > 24 or "\n" in gap:
        return None
    return _appose(first, second, gap) or _time_of_day(first, second, gap) or _range(text, first, second, gap)


def _appose(first: Found, second: Found, gap: str) -> Found | None:
    """*hier 23 février*, *aujourd'hui, mercredi 14 avril*, *lundi matin 24 février*, *le lendemain, 17 janvier*."""
    if first.kind == "part" and isinstance(first.expression, PartOfDay) and isinstance(second.expression, Day):
        if isinstance(first.expression.base, Weekday) and _ON.match(gap):
            timed = replace(first.expression, base=replace(second.expression, weekday=first.expression.base.weekday))
            return replace(first, end=second.end, expression=timed, direction=first.direction or second.direction)
        return None
    if first.kind != "day" or second.kind not in ("day", "part") or not _APPOSED.match(gap):
        return None
    said_loosely = isinstance(first.expression, Shift) and (first.anchor == "publication" or ", " in gap)
    base = second.expression.base if isinstance(second.expression, PartOfDay) else second.expression
    named = isinstance(first.expression, Weekday) and isinstance(base, Day) and gap != " " and first.direction is None
    if isinstance(first.expression, Shift) and first.anchor == "publication" and isinstance(base, Weekday):
        # *demain dimanche* lies within two days, whatever the tense
        return replace(second, start=first.start, direction="nearest")
    if (said_loosely and isinstance(base, Day | DayNumber)) or (named and ", " in gap):
        return replace(second, start=first.start)
    return None


def _time_of_day(first: Found, second: Found, gap: str) -> Found | None:
    """*mardi à 16h30*, *ce matin vers 9 heures*, *samedi en fin d'après-midi*, *à 9 heures mardi*."""
    if isinstance(first.expression, Range) and first.kind != "clock":
        return None
    if first.kind == "day" and second.kind in ("clock", "part") and second.anchor == "narrated":
        if (_AT if second.kind == "clock" else _WITHIN).match(gap):
            return _timed(first, second)
    elif first.kind == "part" and second.kind == "clock" and isinstance(first.expression, PartOfDay):
        if second.anchor == "narrated" and _AT.match(gap):
            return _timed(replace(first, expression=first.expression.base), second)
    elif first.kind in ("clock", "part") and first.anchor == "narrated" and _ON.match(gap):
        if second.kind == "day" and not isinstance(second.expression, Range):
            return replace(_timed(second, first), start=first.start, end=second.end)
        if second.kind == "part" and second.anchor != "narrated" and isinstance(second.expression, PartOfDay):
            day = replace(second, expression=second.expression.base)
            return replace(_timed(day, first), start=first.start, end=second.end)
    return None


def _timed(day: Found, time: Found) -> Found:
    """The time on that day."""
    expression = _rebase(time.expression, day.expression)
    return replace(day, end=time.end, kind=time.kind, type=time.type, expression=expression, mod=time.mod)


def _rebase(time: Expression, day: Expression) -> Expression:
    if isinstance(time, ClockTime | PartOfDay):
        return replace(time, base=day)
    if isinstance(time, Range):
        return Range(_rebase(time.first, day), _rebase(time.last, day))
    return day


def _range(text: Text, first: Found, second: Found, gap: str) -> Found | None:
    """*de juin à septembre*, *entre 2013 et 2016*, *mercredi et jeudi*, *de 9h à 17h*."""
    same = first.kind == second.kind
    if not same and not (first.kind in _DATES and second.kind in _DATES):
        return None
    if first.kind not in (*_DATES, "clock") or isinstance(first.expression, Range) or first.type == "SET":
        return None
    if _TO.match(gap) and (_BETWEEN if " et " in gap else _FROM).search(
        text.folded[max(0, first.start - 12) : first.start]
    ):
        return _spanned(first, second)
    if same and _AND_OF.match(gap) and text.before(_BETWEEN_MONTHS, first.start, 16):
        # *entre les mois d'avril et d'octobre*
        return _spanned(first, second)
    if same and gap.strip() in ("-", "–") and first.kind in ("clock", "month", "day"):
        return _spanned(first, second)
    if same and _AND.match(gap) and _consecutive(first.expression, second.expression):
        return _spanned(first, second)
    return None


def _spanned(first: Found, second: Found) -> Found:
    last = second.expression.last if isinstance(second.expression, Range) else second.expression
    direction = first.direction or second.direction
    return replace(
        first, end=second.end, expression=Range(first.expression, last), direction=direction, mod=first.mod and None
    )


def _consecutive(first: Expression, second: Expression) -> bool:
    """*mercredi et jeudi*, *janvier et février* are a stretch; *lundi et jeudi* are two days."""
    if isinstance(first, Weekday) and isinstance(second, Weekday):
        return second.weekday == first.weekday % 7 + 1
    if isinstance(second, Fixed) and second.earliest and len(second.value) == len("2016-02"):
        second = Month(second.earliest.month)
    return isinstance(first, Month) and isinstance(second, Month) and second.month == first.month % 12 + 1


def _share_year(text: Text, first: Found, second: Found) -> Found | None:
    """*le 3 mars et le 5 avril 2015*: the year is said once, at the end."""
    a, b = first.expression, second.expression
    if not _LIST.match(text.folded[first.end : second.start]):
        return None
    if isinstance(a, Month) and isinstance(b, Fixed) and second.kind == "month" and b.earliest:
        year = b.earliest.year if a.month < b.earliest.month else b.earliest.year - 1
        return replace(first, expression=month_of(year, a.month))
    if not (isinstance(a, Day) and isinstance(b, Day) and a.year is None and b.year is not None):
        return None
    return replace(first, expression=replace(a, year=b.year if (a.month, a.day) <= (b.month, b.day) else b.year - 1))
