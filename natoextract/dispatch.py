"""One article before analysis: its text, what the caller knows of it, and what its own head says.

The head is the wire slug (`BRUXELLES, 27 nov 2009 (TAP) -`), a header (`date 2017-11`) or a page's own date line
(`3 mars 2018 . –`, `Publié le 3 mars 2018`).
"""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Literal

from natoextract.lexicon import Entry, read_entries
from natoextract.published import PublishedInput, parse_date_text, parse_published
from natoextract.text import surface

Origin = Literal["argument", "metadata", "dateline", "header"]

# A slug or a date line stands in the first lines; the search never reads further.
_HEAD_CHARS = 1000
_HEAD_LINES = 6


@dataclass(frozen=True, slots=True)
class Dispatch:
    """An article to extract: `text` as decoded, and what is known of it from outside.

    `published` is a date, an ISO string or an interval (see `published.parse_published`); `origin` says whether
    the caller gave it or the container of the text did.
    """

    text: str
    id: str | None = None
    source: str | None = None
    published: PublishedInput | None = None
    origin: Literal["argument", "metadata"] = "argument"
    metadata: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Publication:
    """An inclusive interval of days, and where it is known from."""

    earliest: date
    latest: date
    origin: Origin


@dataclass(frozen=True, slots=True)
class Slug:
    """A dateline: its offsets, and the place and the agency it names."""

    start: int
    end: int
    place: str | None
    agency: str | None
    published: tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines of a text say of the article itself.

    `headers` are the stretches of page furniture (date lines): no mention is looked for in them.
    `body` is the offset where the article's prose begins, after header and dateline.
    """

    slug: Slug | None
    headers: tuple[tuple[int, int], ...]
    header_date: tuple[date, date] | None
    body: int

    @property
    def publication(self) -> Publication | None:
        """The publication date that the head gives: the slug's before the header's."""
        if self.slug and self.slug.published:
            return Publication(*self.slug.published, origin="dateline")
        return Publication(*self.header_date, origin="header") if self.header_date else None


class Agency(Entry):
    """A press agency; the key is its name."""

    aliases: tuple[str, ...] = ()


@cache
def agencies() -> dict[str, str]:
    """`{spelling in lower case: name}` of every press agency."""
    entries = read_entries("agencies", Agency)
    return {spelling.lower(): name for name, entry in entries.items() for spelling in (name, *entry.aliases)}


_MONTH = r"(?:janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c)[a-zûé]*\.?"
_WEEKDAY = r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
_YEAR = r"(?:1[5-9]|20)\d\d"
_FULL_DATE = rf"\d{{1,2}}(?:\s?er)?\s+{_MONTH}\s+{_YEAR}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR}|{_YEAR}-\d\d-\d\d"
_DAY_MONTH = rf"\d{{1,2}}(?:\s?er)?\s+{_MONTH}(?:\s+{_YEAR})?"
_SLUG_DATE = rf"(?:(?:le\s+)?(?:(?:{_WEEKDAY})\s+)?(?:{_FULL_DATE}|{_DAY_MONTH}))"
_DASH = r"(?:\s*[-–—]+|\s*:|\.\s*[-–—]+)"

_UPPER = r"A-ZÀ-ÖØ-Þ"
_NAME = rf"[{_UPPER}][\w'.-]*(?:[ -](?:[{_UPPER}][\w'.-]*|de|du|la|le|les|sur|des|en|al|el))*"
_CAPITALS = rf"[{_UPPER}][{_UPPER}'.-]+(?:[ -][{_UPPER}][{_UPPER}'.-]*)*"
_PLACE = rf"(?P<place>{_NAME})(?:,?\s*\((?P<area>{_NAME})\)|,\s(?P<country>{_NAME}))?"
_AGENCY = r"\((?P<agency>[^()\d\n]{2,30})\)"

# The slugs of the wires, strongest first; each is anchored at the head of a line.
_SLUGS = tuple(
    re.compile(pattern, re.IGNORECASE if insensitive else 0)
    for pattern, insensitive in (
        # Bruxelles, Belgique | AFP | mercredi 14/04/2021 -
        (rf"{_PLACE}\s*\|\s*(?P<agency>[^|\n]{{2,30}}?)\s*\|\s*(?P<date>(?i:{_SLUG_DATE}))(?=\s*[-–—\n]|\s*$)", False),
        # BRUXELLES, 27 nov 2009 (TAP) -
        (rf"{_PLACE},?\s+(?P<date>(?i:{_SLUG_DATE}))\s*{_AGENCY}", False),
        # PARIS (Reuters), 27 nov 2009 -   and   PARIS (AFP) -
        (rf"{_PLACE},?\s*{_AGENCY}(?:,?\s*(?P<date>(?i:{_SLUG_DATE})))?(?=\s*[-–—:\n])", False),
        # PARIS, 27 nov 2009 -
        (rf"(?P<place>{_CAPITALS}),\s+(?P<date>(?i:{_SLUG_DATE}))(?={_DASH})", False),
        # (AFP) -   and   (Belga), 27 nov 2009 -
        (rf"{_AGENCY}(?:,?\s*(?P<date>(?i:{_SLUG_DATE})))?(?=\s*[-–—])", False),
        # BRUXELLES :   and   BRUXELLES -
        (rf"(?P<place>{_CAPITALS})(?=\s*[:–—]\s|\s+-{{1,2}}\s)", False),
    )
)  # fmt: skip

# `date 2017-11`, which archives write before the text.
_DATE_HEADER = re.compile(rf"\s*date\s+(?P<date>{_YEAR}(?:-\d\d){{0,2}})(?=\s|$)", re.IGNORECASE)
# A page's own date: alone on its line, or closed by a dash before the body.
_TIME = r"(?:,?\s*(?:à|-|–|\|)?\s*\d{1,2}\s?[hH:]\s?(?:\d\d)?(?:\s?(?:GMT|TU|UTC))?)?"
_PUBLISHED_ON = (
    r"(?:(?:article\s+)?(?:publié|posté|paru|mis en ligne|créé|date|(?P<update>modifié|mis à jour|màj|page actualisée))"
    r"(?:e|es|s)?\s*:?\s*(?:le\s+)?)"
)
_DATE_LINE = re.compile(
    rf"[ \t]*(?P<told>{_PUBLISHED_ON})?(?:le\s+)?(?:(?:{_WEEKDAY})\s+)?(?P<date>{_FULL_DATE}){_TIME}"
    rf"(?P<close>[ \t]*\.?[ \t]*[-–—]+|[ \t]*\.?[ \t]*(?=\r?\n|$)|(?=[ \t]))",
    re.IGNORECASE,
)


def read_head(text: str) -> Head:
    """Find dateline, header and publication date in the first lines of a text."""
    head = surface(text[:_HEAD_CHARS])
    headers: list[tuple[int, int]] = []
    header_date: tuple[date, date] | None = None
    body = 0
    if header := _DATE_HEADER.match(head):
        headers.append(header.span())
        header_date = parse_date_text(header["date"])
        body = header.end()
    slug = updated = None
    for start in _line_starts(head, body):
        if (slug := _read_slug(head, start)) is not None:
            body = _skip_dash(head, slug.end)
            break
        if line := _read_date_line(head, start):
            headers.append(line.span())
            told = parse_date_text(line["date"])
            if line["update"]:
                updated = updated or told
            else:
                header_date = header_date or told
            body = line.end()
    # an update is the page's date only where it has no other
    return Head(slug, tuple(headers), header_date or updated, body)


def publication_of(dispatch: Dispatch, head: Head) -> Publication | None:
    """The publication date: the caller's or the container's before the head's. Raises `PublishedError`."""
    if dispatch.published is not None:
        return Publication(*parse_published(dispatch.published), origin=dispatch.origin)
    return head.publication


def _line_starts(head: str, body: int) -> list[int]:
    """Where the first lines with words begin, from `body` on."""
    starts = [m.start(1) for m in re.finditer(r"(?:^|\n)[ \t\r\ufeff]*([^\s])", head[body:])]
    return [body + s for s in starts[:_HEAD_LINES]]


def _read_slug(head: str, start: int) -> Slug | None:
    for pattern in _SLUGS:
        if not (found := pattern.match(head, start)):
            continue
        groups = found.groupdict()
        place, agency, told = groups.get("place"), groups.get("agency"), groups.get("date")
        known = agencies().get(agency.strip().lower()) if agency else None
        # Without a date or capitals, only a known agency tells a slug from a bracket in a title.
        if agency and not known and not (told or (place and place.isupper())):
            continue
        published = parse_date_text(told) if told and re.search(_YEAR, told) else None
        name = _place_name(place) if place else None
        return Slug(start, found.end(), name, known or (agency.strip() if agency else None), published)
    return None


def _read_date_line(head: str, start: int) -> re.Match[str] | None:
    line = _DATE_LINE.match(head, start)
    # A sentence may begin with a date: a date line is closed, or says that it is one.
    return line if line and (line["close"] or line["told"] or line.end() == len(head)) else None


def _skip_dash(head: str, end: int) -> int:
    dash = re.compile(r"\s*(?:[-–—:]+|\.\s*[-–—]+)?\s*").match(head, end)
    return dash.end() if dash else end


def _place_name(place: str) -> str:
    """`BRUXELLES` → `Bruxelles`, `NEW YORK` → `New York`; a name in small letters is left as it is."""
    if not place.isupper():
        return place
    small = {"de", "du", "la", "le", "les", "sur", "des", "en", "al", "el"}
    words = re.split(r"([ -])", place.lower())
    return "".join(w if i and w in small else w[:1].upper() + w[1:] for i, w in enumerate(words))
