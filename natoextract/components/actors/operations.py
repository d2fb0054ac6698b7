"""Missions by what is said of them: a title before its acronym, and operations that no list knows."""

from collections.abc import Iterator
from typing import NamedTuple

from natoextract.components.actors.context import Hit
from natoextract.components.actors.page import Page
from natoextract.components.actors.vocabulary import Kind
from natoextract.components.actors.words import actor_words

_LONGEST_TITLE = 20
_SHORTEST_ACRONYM = 4
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
    yield from _unlisted_titles(page, {hit.first for hit in hits})


def _unlisted_titles(page: Page, known: set[int]) -> Iterator[Title]:
    """*la Mission de prévention de la Communauté d'Afrique australe au Lesotho (SAPMIL)*, and *la SAPMIL* after it."""
    if page.forms.isdisjoint(actor_words("forces")) or page.forms.isdisjoint(actor_words("armed")):
        return
    for last in range(1, len(page)):
        acronym = page.gap(last).strip() == "(" and last not in known and page.in_capitals(last)
        if not acronym or len(page.form(last)) < _SHORTEST_ACRONYM or not page.gap(last + 1).startswith(")"):
            continue
        first = _head(page, last)
        if first is None or not page.capitalised(first) or page.form(first) not in actor_words("forces"):
            continue
        if {page.form(i) for i in range(first, last)}.isdisjoint(_bodies(capital=True)):
            continue
        yield Title(first, last, page.source(last))
        form = page.form(last)
        yield from (
            Title(i, i + 1, page.source(last))
            for i, other in enumerate(page.words.forms)
            if other == form and page.in_capitals(i)
        )


def _head(page: Page, last: int) -> int | None:
    """The word where the title before an acronym begins."""
    seen: set[str] = set()
    for index in range(last - 1, max(-1, last - 1 - _LONGEST_TITLE), -1):
        word = page.form(index)
        if word in actor_words("mission_heads"):
            capital, owned = page.capitalised(index), not seen.isdisjoint(_bodies(capital=page.capitalised(index)))
            # *Force de l'ONU chargée du maintien de la paix* is a title, *Force de maintien de la paix* none
            if not seen.isdisjoint(actor_words("relating" if capital and owned else "describing")):
                return None
            # a capital makes a title of any words: *Mission d'assistance régionale aux îles Salomon (Ramsi)*
            titled = capital and len(seen) > 2 and "," not in page.text[page.ends[index] : page.starts[last]]
            return index if titled or owned else None
        seen.add(word)
        if index > 0 and not _BREAKS.isdisjoint(page.gap(index)) and not _is_bracketed(page, index):
            return None
    return None


def _bodies(*, capital: bool) -> frozenset[str]:
    bodies = actor_words("title_bodies")
    return bodies | actor_words("capital_title_bodies") if capital else bodies


def _is_bracketed(page: Page, index: int) -> bool:
    """*de la Communauté d'Afrique australe (SADC) au Lesotho*: whether a gap is that of a short name in brackets."""
    opened = page.gap(index).strip() == "(" and page.gap(index + 1).startswith(")")
    return opened or (page.gap(index) == ") " and page.gap(index - 1).strip() == "(")


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
                # *les opérations aériennes du Kouznetsov* are a ship's
                first = len(page) if page.form(first) in _INNER else first + 1
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
