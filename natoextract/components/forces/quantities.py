"""Numbers that belong together, and how exact they are: `au moins 4 à 5.000`, `quelque 300`, `210 (BIEN: 210)`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from natoextract.components.forces.phrases import any_of
from natoextract.lexicon import read_toml
from natoextract.numerals import Number, find_numbers

# A modifier stands right before its number; quotation marks and *les* may come between.
_WINDOW = 44
_MODIFIERS: dict[str, dict[str, list[str]]] = read_toml("number_modifiers")
_BEFORE = re.compile(
    r"(?<![\w-])(?<!\ben )(?:"  # *en plus de 166 blessés* is 166
    + "|".join(f"(?P<{q}>{any_of(p)})" for q, p in _MODIFIERS["before"].items())
    + r")[\s\"«“(]*$"
)
_APPROACH = any_of(phrase for phrases in _MODIFIERS["before"].values() for phrase in phrases)
_AFTER = re.compile(
    # *ils étaient 30.000 au plus fort de l'offensive* tells when
    r"[ ,]{1,2}(?:" + "|".join(f"(?P<{q}>{any_of(p)})" for q, p in _MODIFIERS["after"].items()) + r")(?!\w| fort)"
)

# Between the two numbers of a range; the second may have its own *près de*.
_TO = re.compile(r" (?:a|ou|voire|a quelque|a environ|a pres de|ou meme) |,? voire |[-–—]| [-–—] |/")
_AND = re.compile(r" et (?:quelque |environ |pres de |plus de )?")
_BETWEEN = re.compile(r"\bentre (?:les |environ |quelque )?[\"«“ ]*$")
_FROM = re.compile(r"\bd(?:e |')[\"«“ ]*$")
# *un nombre élevé, allant de 800 à 2.100*: no change
_GOING = re.compile(r"\b(?:allant|variant|oscillant|va|vont|varie|varient|oscille) d(?:e |')[\"«“ ]*$")
# *passer de 13.000 à près de 16.000*: a change, not a range
_UP_TO = re.compile(rf" a (?:(?:{_APPROACH})[\"«“ ]*)?")
_CHANGE = re.compile(
    r"\b(?:pass(?:er|e|era|ent|eront|erait|ant|ait|ees?|es?)|port(?:er|e|era|ant|ees?|es?)|ramen\w+|redui\w+|reduct\w+"
    r"|augment\w+|accroi\w+|accru\w*|elev\w+|mont\w+|descend\w+|tomb\w+|diminu\w+|abaiss\w+|relev\w+|gonfl\w+"
    r"|grimp\w+|chut\w+|baiss\w+|evolu\w+|hausse|passage)\b[^.;]{0,90}$"
)
# *210 (BIEN: 220)*: a wire corrects itself; *(et non 500)* gives what was wrong
_CORRECTED = re.compile(r" ?\((?:bien|lire|bien lire|rectificatif)(?: ?:)? ?")
_AGAIN = re.compile(r" ?\( ?")
_WRONG = re.compile(r" ?\(et non (?:pas )?")
# A figure of a year, after the words that announce one: *en 2017 militaires et policiers*.
_YEAR_BEFORE = re.compile(
    r"\b(?:en|depuis|fin|debut|mi|annee|l'an|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre"
    r"|novembre|decembre|printemps|ete|automne|hiver|d'ici a|d'ici|jusqu'en|avant|horizon|annees)[ -]$"
)
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number or a range with its modifier.

    `[start, end)` are the numerals (for a range from the first to the last); `lead` is where the words before them
    begin. `pair` is true of the first figure of a change (*passer de 13.000 à 16.000*).
    """

    start: int
    end: int
    lead: int
    first: Number
    last: Number
    qualifier: str
    pair: bool = False

    @property
    def minimum(self) -> int | None:
        """The least number meant: null for *moins de 500*, twice the unit for *des centaines*."""
        if self.qualifier in ("at_most", "less_than"):
            return None
        return 2 * self.first.value if self.qualifier == "vague" else self.first.value

    @property
    def maximum(self) -> int | None:
        """The greatest number meant: null where it is open."""
        return None if self.qualifier in ("at_least", "more_than", "vague") else self.last.value

    @property
    def size(self) -> int:
        """The greatest figure that it names."""
        return max(self.first.value, self.last.value)


def find_quantities(folded: str) -> list[Quantity]:
    """Every quantity of a folded text, in order; years and ones (*un soldat*) are none."""
    numbers = [n for n in find_numbers(folded) if not _is_year(folded, n)]
    return [q for q in _grouped(folded, numbers) if q.size > 1 or folded[q.start] == "1"]


def _grouped(folded: str, numbers: list[Number]) -> Iterator[Quantity]:
    at = 0
    while at < len(numbers):
        number = numbers[at]
        following = numbers[at + 1] if at + 1 < len(numbers) else None
        at += 1
        if following and _changes(folded, number, following):
            yield replace(single(folded, _with_shared_multiplier(number, following)), pair=True)
        elif following and (joined := _joined(folded, number, following)):
            at += 1
            yield joined
        else:
            yield single(folded, number)


def single(folded: str, number: Number) -> Quantity:
    """The quantity of one number: `quelque 300`, `une septantaine`, `des dizaines de milliers`."""
    lead, modifier = _modifier_before(folded, number.lead)
    qualifier = "vague" if number.plural else modifier or ("about" if number.rounded else "exact")
    return Quantity(number.start, number.end, lead, number, number, qualifier)


def _joined(folded: str, first: Number, second: Number) -> Quantity | None:
    """A range, or a corrected number; None where the two are neighbours by chance."""
    between = folded[first.end : second.lead]
    if len(between) > 20:
        return None
    if _CORRECTED.fullmatch(between):
        return replace(single(folded, first), end=_closed(folded, second.end), first=second, last=second)
    if _WRONG.fullmatch(between):
        return replace(single(folded, first), end=_closed(folded, second.end))
    # *onze (11) militaires*
    if first.value == second.value and _AGAIN.fullmatch(between) and folded[second.end : second.end + 1] == ")":
        return replace(single(folded, first), end=second.end + 1)
    opened = folded[max(0, first.lead - 20) : first.lead]
    ranged = _TO.fullmatch(between) or (_AND.fullmatch(between) and _BETWEEN.search(opened))
    if not ranged or second.plural:
        return None
    shared = _with_shared_multiplier(first, second)
    if shared.plural or shared.value >= second.value:
        return None
    between_and = _BETWEEN.search(opened)
    start = first.lead - len(opened) + between_and.start() if between_and else first.lead
    lead, _ = _modifier_before(folded, start)
    return Quantity(first.start, second.end, lead, shared, second, "range")


def _changes(folded: str, first: Number, second: Number) -> bool:
    """Whether two figures are the ends of a change: *passer de 13.000 à près de 16.000*, *de 700 à 300*."""
    opened = folded[max(0, first.lead - 20) : first.lead]
    if not _FROM.search(opened) or _GOING.search(opened):
        return False
    between = folded[first.end : second.lead]
    if len(between) > 30 or not _UP_TO.fullmatch(between):
        return False
    falls = _with_shared_multiplier(first, second).value > second.value
    return falls or bool(_CHANGE.search(folded[max(0, first.lead - 120) : first.lead]))


def _with_shared_multiplier(first: Number, second: Number) -> Number:
    """*deux à trois mille* and *4 à 5.000*: the multiplier is said once for both, where the two are of one size."""
    multiplied = first.value * second.factor
    if first.factor == 1 and second.factor > 1 and multiplied < second.value <= 10 * multiplied:
        return replace(first, value=multiplied)
    return first


def modifier_after(folded: str, end: int) -> tuple[str, int] | None:
    """The qualifier told after the noun, and where it ends: *3.000 hommes au moins*."""
    found = _AFTER.match(folded, end)
    return (found.lastgroup, found.end()) if found and found.lastgroup else None


def _modifier_before(folded: str, lead: int) -> tuple[int, str | None]:
    low = max(0, lead - _WINDOW)
    found = _BEFORE.search(folded[low:lead])
    return (low + found.start(), found.lastgroup) if found else (lead, None)


def _closed(folded: str, end: int) -> int:
    return end + 1 if folded[end : end + 1] == ")" else end


def _is_year(folded: str, number: Number) -> bool:
    return bool(
        _YEAR.fullmatch(folded, number.start, number.end)
        and _YEAR_BEFORE.search(folded[max(0, number.start - 14) : number.start])
    )
