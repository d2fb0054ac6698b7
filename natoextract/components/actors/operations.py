"""Missions by what is said of them: a title before its acronym, and operations that no list knows."""

from collections.abc import Iterator
from typing import NamedTuple

from natoextract.components.actors.context import Hit
from natoextract.components.actors.page import Page
from natoextract.components.actors.vocabulary import Kind
from natoextract.components.actors.words import actor_words

_LONGEST_TITLE = 18
_BREAKS = frozenset('.;:!?\n()«»"')

_QUOTES = {'"': '"', "«": "»", "“": "”", "'": "'"}
_INNER = frozenset({"de", "du", "des", "d", "la", "l", "le", "of", "the"})
_LONGEST_NAME = 5


class Title(NamedTuple):
    """Words `first` to `last` (exclusive) that name a mission."""

    first: int
    last: int
    name: str


def titles(page: Page, hits: list[Hit]) -> Iterator[Title]:
    """*la force intérimaire des Nations unies pour Abyei (Fisnua)*: the words that a known acronym stands for."""
    for hit in hits:
        _, meanings = hit.options[0]
        name = next((r.value for r in meanings if r.kind is Kind.MISSION and not r.guarded), None)
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
        if word in actor_words("mission_heads"):
            if not seen.isdisjoint(actor_words("describing")):
                return None
            # a capital makes a title of any words: *Mission d'assistance régionale aux îles Salomon (Ramsi)*
            titled = (
                page.capitalised(index) and len(seen) > 2 and "," not in page.text[page.ends[index] : page.starts[last]]
            )
            bodies = actor_words("title_bodies")
            if page.capitalised(index):
                bodies |= actor_words("capital_title_bodies")
            return index if titled or not seen.isdisjoint(bodies) else None
        seen.add(word)
        if index > 0 and not _BREAKS.isdisjoint(page.gap(index)):
            return None
    return None


def unlisted(page: Page, taken: set[int]) -> Iterator[Title]:
    """*l'opération Almahaw*, *l'opération militaire « Bouclier du printemps »*, in an article about troops."""
    if page.forms.isdisjoint(actor_words("operations")) or page.forms.isdisjoint(actor_words("armed")):
        return
    operations = actor_words("operations")
    for index, form in enumerate(page.words.forms):
        if form in operations:
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
