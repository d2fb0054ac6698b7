"""Years and longer: *2018*, *2014-2018*, *années 90*, *XXe siècle*, *l'an 2000*."""

import re
from collections.abc import Iterator
from typing import Literal

from natoextract.components.dates.scan import NOTHING, Found, Match, Rule, Text, first_words
from natoextract.components.dates.words import (
    DECADES,
    MEASURE,
    MEASURING_UNIT,
    NUMBERED,
    ORDINALS,
    YEAR,
    YEAR_LABEL,
)
from natoextract.timex import Range, century, decade, month_of, year

# A number behind these is surely a year, unless a counted noun follows.
_STRONG = re.compile(
    r"(?:(?<!\w)(?:en|jusqu'en|des|depuis|d'ici|d'ici (?:a|fin)|fin|debut|mi|courant|annees?|an|l'an|"
    rf"{YEAR_LABEL}) |mi-|(?<!\w)d'ici a )$"
)
# Numbers behind these are amounts.
_AMOUNT = re.compile(
    r"(?:(?<!\w)(?:environ|quelque|quelques|pres de|plus de|moins de|au moins|au plus|jusqu'a|les|des|ces|aux|ses|"
    rf"leurs|nos|{MEASURE} de|{NUMBERED}|\d{{1,3}}|[$€£]) (?:\d{{4}} (?:a|et|ou) )?|"
    r"(?<!\w)\d{1,3} (?:a|et|ou) |[$€£#°]|(?<!\w)(?:n°|no\.? ?))$"
)
_UNIT_AFTER = re.compile(rf" ?(?:{MEASURING_UNIT}|er|e|eme)(?![\w'])")
_COMMA_DECIMAL = re.compile(r"[.,]\d")
# Plurals that follow a year without being counted.
_FREE_WORD = (
    r"(?:plus|moins|dans|sous|sans|apres|tres|mais|puis|alors|lors|hors|vers|depuis|des|les|ses|ces|nous|vous|ils|elles|aux|"
    r"chez|jamais|toujours|pas|tous|toutes|plusieurs|certains|certaines|quelques|leurs|deux|trois|six|dix|parmi|selon|entre|"
    r"lorsque|lorsqu|quelques|mes|nos|vos|dos|fois|divers|diverses|ensuite)"
)
_COUNTED = re.compile(rf" (?!{_FREE_WORD}(?!\w))[a-z-]{{2,}}[sx](?![\w'])")
_COUNTED_NAME = re.compile(r" [A-Z][a-zà-ÿ-]+[sx](?!\w)")
_RANGE_GOES_ON = re.compile(r" (?:a|et|ou|-) (?:\d[\d .]*)?\d(?!\d)")
_MONTH_NUMBER = range(1, 13)


def _year(match: Match) -> Found | None:
    first = int(match.get("first"))
    end = match.end
    if second := match["second"]:
        last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
        if len(second) == 2 and last != first + 1:
            if match.get("dash") == "-" and int(second) in _MONTH_NUMBER and not match.before(_AMOUNT, 20):
                # 2017-11, as ISO writes a month
                return Found(match.start, end, "month", "DATE", month_of(first, int(second)))
            return None
        if not first < last <= 2100 or last - first > 200 or not _stands_free(match.text, match.start, end, first):
            return None
        return Found(match.start, end, "period", "DATE", Range(year(first), year(last)))
    if not _stands_free(match.text, match.start, end, first):
        return None
    return Found(match.start, end, "year", "DATE", year(first))


def _stands_free(text: Text, start: int, end: int, number: int) -> bool:
    """Whether a number of four digits is a year, by what stands before and after: *2500 Américains* is none."""
    if text.after(_UNIT_AFTER, end) or text.after(_COMMA_DECIMAL, end) or text.after(_COUNTED, end):
        return False
    if text.before(_STRONG, start, 20):
        return True
    if text.before(_AMOUNT, start, 32) or _COUNTED_NAME.match(text.surface, end) or not 1400 <= number <= 2100:
        return False
    if goes_on := text.after(_RANGE_GOES_ON, end):
        return _stands_free(text, goes_on.end() - 4, goes_on.end(), number)
    return True


def _decade(match: Match) -> Found | None:
    first = _decade_year(match.get("first"))
    last = _decade_year(match["last"]) if match["last"] else None
    if first is None or first % 10 or (last is not None and (last % 10 or last <= first)):
        # *années 2014 et 2015* are two years
        return None
    expression = decade(first) if last is None else Range(decade(first), decade(last))
    return Found(match.start, match.end, "period", "DATE", expression)


def _decade_year(said: str) -> int | None:
    if said in DECADES:
        return DECADES[said]
    number = int(said)
    if len(said) == 2:
        return 2000 + number if number < 20 else 1900 + number
    return number if 1000 <= number <= 2090 else None


_ROMAN = {"i": 1, "v": 5, "x": 10}
_BEFORE_CHRIST = re.compile(r" (?:avant|av\.?) (?:j|notre ere)")


def ordinal(said: str) -> int:
    """The number of an ordinal: *XXe*, *20e*, *vingtième*."""
    if said in ORDINALS:
        return ORDINALS[said]
    if digits := re.match(r"\d+", said):
        return int(digits.group())
    values = [_ROMAN[c] for c in re.sub(r"(?:er|e|eme|ieme)$", "", said.replace(" ", ""))]
    return sum(-v if any(v < later for later in values[i + 1 :]) else v for i, v in enumerate(values))


def _romans() -> Iterator[str]:
    """*I*, *XXe*, *XIXème*: the words that a Roman ordinal begins with."""
    for tens in ("", "x", "xx"):
        for ones in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"):
            for ending in ("", "e", "er", "eme", "ieme"):
                if tens or ones:
                    yield f"{tens}{ones}{ending}"


def _century(match: Match) -> Found | Literal["nothing"] | None:
    if match.after(_BEFORE_CHRIST):
        return NOTHING
    first = ordinal(match.get("first"))
    last = ordinal(match.get("last")) if match["last"] else None
    if not 1 <= first <= 22 or (last is not None and not first < last <= 22):
        return None
    expression = century(first) if last is None else Range(century(first), century(last))
    return Found(match.start, match.end, "period", "DATE", expression)


_ORDINAL = (
    r"(?:[ivx]{1,5} ?(?:er?|eme|ieme)|\d{1,2} ?(?:er?|eme|ieme)|"
    rf"{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
)
_DECADE = rf"(?:\d{{4}}|\d\d|{'|'.join(sorted(DECADES, key=len, reverse=True))})(?!\w)"

RULES = (
    Rule(
        "decade",
        rf"annees (?P<first>{_DECADE})(?:(?: et | a |-|/)(?P<last>{_DECADE}))?",
        _decade,
        first_words("années"),
    ),
    Rule(
        "century",
        rf"(?P<first>{_ORDINAL})(?:(?: et | au |-| a )(?:le |du )?(?P<last>{_ORDINAL}))? siecles?",
        _century,
        first_words("1", *_romans(), *ORDINALS),
    ),
    Rule(
        "year",
        rf"(?<![\d.,/°$€£])(?P<first>{YEAR})(?:(?P<dash> ?[-–/] ?)(?P<second>{YEAR}|\d\d(?!\d)(?![-/]\d)))?",
        _year,
        first_words("1"),
    ),
)
