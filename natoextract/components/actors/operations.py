"""Missions by what is said of them: a title before its acronym, and operations that no list knows."""

from collections.abc import Iterator
from typing import NamedTuple

from natoextract.components.actors.context import Hit
from natoextract.components.actors.page import Page
from natoextract.components.actors.vocabulary import Kind

#: The head of a mission's title: *Force intérimaire des Nations unies au Liban (Finul)*.
_HEADS = frozenset({"mission", "force", "operation", "autorite", "organisme", "administration", "bureau"})
#: Words of a title that say whose it is; without one it is a description (*la force de maintien de la paix*).
_BODIES = frozenset({"nations", "union"})
_BODIES_OF_TITLES = frozenset({"onu", "ue", "otan", "cedeao", "sadc", "internationale", "multinationale"}) | _BODIES
# *la force de maintien de la paix ONU-Union africaine*: words of a description, not of a title
_DESCRIBING = frozenset({"maintien", "autour", "renforcee", "conjointe", "hybride", "dont", "qui"})
_LONGEST_TITLE = 18
_BREAKS = frozenset('.;:!?\n()«»"')

_OPERATIONS = frozenset({"operation", "operations"})
_QUOTES = {'"': '"', "«": "»", "“": "”", "'": "'"}
_INNER = frozenset({"de", "du", "des", "d", "la", "l", "le", "of", "the"})
_ARMED = frozenset(
    {
        "soldats",
        "soldat",
        "militaires",
        "militaire",
        "armee",
        "troupes",
        "forces",
        "otan",
        "djihadistes",
        "jihadistes",
        "casques",
    }
)
_LONGEST_NAME = 5


class Title(NamedTuple):
    """Words `first` to `last` (exclusive) that name a mission."""

    first: int
    last: int
    name: str


def titles(page: Page, hits: list[Hit]) -> Iterator[Title]:
    """*la force intérimaire des Nations unies pour Abyei (Fisnua)*: the words that a known acronym stands for."""
    for hit in hits:
        _, readings = hit.options[0]
        name = next((r.value for r in readings if r.kind is Kind.MISSION and not r.guarded), None)
        if not name:
            continue
        # *la Mission des Nations unies en RCA et au Tchad, la Minurcat*
        apposed = page.form(hit.first - 1) in ("la", "le", "l", "ou") and page.gap(hit.first - 1) == ", "
        last = hit.first - apposed
        if not apposed and page.gap(last).strip() != "(":
            continue
        first = _head(page, last)
        if first is not None and (not apposed or page.capitalised(first)):
            yield Title(first, last, name)


def _head(page: Page, last: int) -> int | None:
    seen: set[str] = set()
    for index in range(last - 1, max(-1, last - 1 - _LONGEST_TITLE), -1):
        word = page.form(index)
        if word in _HEADS:
            if not seen.isdisjoint(_DESCRIBING):
                return None
            # a capital makes a title of any words: *Mission d'assistance régionale aux îles Salomon (Ramsi)*
            titled = (
                page.capitalised(index) and len(seen) > 2 and "," not in page.text[page.ends[index] : page.starts[last]]
            )
            bodies = _BODIES_OF_TITLES if page.capitalised(index) else _BODIES
            return index if titled or not seen.isdisjoint(bodies) else None
        seen.add(word)
        if index > 0 and not _BREAKS.isdisjoint(page.gap(index)):
            return None
    return None


def unlisted(page: Page, taken: set[int]) -> Iterator[Title]:
    """*l'opération Almahaw*, *l'opération militaire « Bouclier du printemps »*, in an article about troops."""
    if page.forms.isdisjoint(_OPERATIONS) or page.forms.isdisjoint(_ARMED):
        return
    for index, form in enumerate(page.words.forms):
        if form in _OPERATIONS:
            first = index + 1
            # one or two adjectives may stand between: *opération militaire conjointe*
            while first - index < 3 and first < len(page) and page.gap(first) == " " and not page.capitalised(first):
                first += 1
            if first < len(page) and first not in taken and (last := _end(page, first, taken)) > first:
                # a capital makes the noun a part of the name: *l'Opération Atlantic Resolve*
                whole = index if page.capitalised(index) and first == index + 1 and page.gap(first) == " " else first
                text = page.text[page.starts[whole] : page.ends[last - 1]]
                yield Title(whole, last, text)


def _end(page: Page, first: int, taken: set[int]) -> int:
    """Past the last word of a name in quotes, or of capitalised words; `first` where there is no name."""
    opening = page.gap(first).strip()
    if not page.capitalised(first):
        return first
    if opening in _QUOTES:
        closing = page.text.find(_QUOTES[opening], page.ends[first])
        last = first
        while last < len(page) and last - first < _LONGEST_NAME and page.ends[last] <= closing:
            last += 1
        return last if last < len(page) and page.starts[last] > closing else first
    if page.gap(first) != " ":
        return first
    last = first + 1
    while last < len(page) and last not in taken and page.gap(last) in (" ", "-") and last - first < _LONGEST_NAME:
        if page.capitalised(last):
            last += 1
        elif page.form(last) in _INNER and page.capitalised(last + 1) and last + 1 not in taken:
            last += 2
        else:
            break
    return last
