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
from natoextract.published import MONTHS, PublishedInput, parse_date_text, parse_published
from natoextract.text import fold, surface

Origin = Literal["argument", "metadata", "dateline", "header"]

# A slug or a date line stands in the first lines; the search never reads further.
_HEAD_CHARS = 1000
_HEAD_LINES = 10


@dataclass(frozen=True, slots=True)
class Dispatch:
    """An article to extract: `text` as decoded, and what is known of it from outside.

    `published` is a date, an ISO string or an interval (see `published.parse_published`); `origin` says whether
    the caller gave it or the container of the text did. `metadata` is what the container says besides (headline,
    provider, other fields of a row); it is kept beside the article in the flat tables.
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
    state: str | None = None


@cache
def agency_states() -> dict[str, str]:
    """`{name: code}` of the agencies whose *ministre* without a state is their own: `Belga` → BEL."""
    return {name: entry.state for name, entry in read_entries("agencies", Agency).items() if entry.state}


@cache
def agencies() -> dict[str, str]:
    """`{spelling in lower case: name}` of every press agency."""
    entries = read_entries("agencies", Agency)
    return {spelling.lower(): name for name, entry in entries.items() for spelling in (name, *entry.aliases)}


# with and without their accents, the longest first: *février*, *fevrier*, *févr*
_MONTH = rf"(?:{'|'.join(sorted({*MONTHS, *map(fold, MONTHS)}, key=len, reverse=True))})\b\.?"
_WEEKDAY = r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:lun|mar|mer|jeu|ven|sam|dim)\b\.?)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_FULL_DATE = rf"(?:\d{{1,2}}(?:\s?er)?\s+{_MONTH}\s+{_YEAR}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR}|{_YEAR}-\d\d-\d\d)"
_DAY_MONTH = rf"\d{{1,2}}(?:\s?er)?\s+{_MONTH}(?:\s+{_YEAR})?"
_SLUG_DATE = rf"(?:(?:le\s+)?(?:{_WEEKDAY},?\s+)?(?:{_FULL_DATE}|{_DAY_MONTH}))"
_LETTER_DATE = rf"(?:le\s+(?:{_WEEKDAY}\s+)?|{_WEEKDAY}\s+){_FULL_DATE}"
_AFTER_SLUG = re.compile(r"\s*(?:[-–—:]+|\.\s*[-–—]*)?\s*")
_DASH = r"(?:\s*[-–—]+|\s*:|\.\s*[-–—]+)"

_UPPER = r"A-ZÀ-ÖØ-Þ"
# Small words within a name: *Châlons-en-Champagne*, *Charm el-Cheikh*.
_PARTICLES = ("de", "du", "la", "le", "les", "sur", "des", "en", "al", "el")
_NAME = rf"[{_UPPER}][\w'.-]*(?:[ -](?:(?:[dl]')?[{_UPPER}][\w'.-]*|{'|'.join(_PARTICLES)}))*"
# *République démocratique du Congo*, *Côte d'Ivoire*
_STATE = rf"[{_UPPER}][\w'.-]*(?:[ -][\w'.-]+){{0,5}}"
_CAPITALS = rf"[{_UPPER}][{_UPPER}'.-]+(?:[ -][{_UPPER}][{_UPPER}'.-]*)*"
_PLACE = rf"(?P<place>{_NAME})(?:,?\s*\((?P<area>{_STATE})\)|,\s(?P<country>{_STATE}))?"
_AGENCY = r"\((?P<agency>[^()\d\n]{2,30})\)"

# The slugs of the wires, strongest first; each is anchored at the head of a line.
_SLUGS = tuple(
    re.compile(pattern, re.IGNORECASE if insensitive else 0)
    for pattern, insensitive in (
        # Bruxelles, Belgique | AFP | mercredi 14/04/2021 -
        (rf"{_PLACE}\s*\|\s*(?P<agency>[^|\n]{{2,30}}?)\s*\|\s*(?P<date>(?i:{_SLUG_DATE}))(?=\s*[-–—\n]|\s*$)", False),
        # BRUXELLES, 27 nov 2009 (TAP) -
        (rf"{_PLACE},?\s+(?P<date>(?i:{_SLUG_DATE}))\s*{_AGENCY}", False),
        # Kigali, Rwanda (PANA) - 25/02/2010.
        (rf"{_PLACE},?\s*{_AGENCY}\s?[-–—]\s?(?P<date>(?i:{_SLUG_DATE}))(?=\s*[-–—:\n.])", False),
        # PARIS (Reuters), 27 nov 2009 -   and   PARIS (AFP) -
        (rf"{_PLACE},?\s*{_AGENCY}(?:,?\s*(?P<date>(?i:{_SLUG_DATE})))?(?=\s*[-–—:\n])", False),
        # Paris, le 27 novembre 2009 -   and, alone on its line,   Alger, vendredi 27 janvier 2023
        (rf"(?P<place>{_NAME}),\s+(?P<date>(?i:{_LETTER_DATE}))(?=\s*?\n)", False),
        (rf"(?P<place>{_NAME}),\s+(?P<date>(?i:(?:le\s+)?(?:{_WEEKDAY}\s+)?{_FULL_DATE}))(?={_DASH})", False),
        # PARIS, 27 nov -
        (rf"(?P<place>{_CAPITALS}),\s+(?P<date>(?i:{_SLUG_DATE}))(?={_DASH})", False),
        # (AFP) -   (Belga), 27 nov 2009 -   and   (Belga) Le ministre
        (rf"{_AGENCY}(?:,?\s*(?P<date>(?i:{_SLUG_DATE})))?(?=\s*[-–—]|\s+[{_UPPER}«\"])", False),
        # BRUXELLES :   and   BRUXELLES -
        (rf"(?P<place>{_CAPITALS})(?=\s*[:–—]\s|\s+-{{1,2}}\s)", False),
    )
)  # fmt: skip

# *par Lidia Kelly et Anna Koper ORZYSZ, Pologne, 14 avril (Reuters)*: a byline on the line of its slug
_BYLINE_BEFORE = re.compile(
    rf"(?:[Pp]ar|PAR) [^\n.:;()]{{3,60}}? (?={_CAPITALS},\s(?:{_NAME},\s)?(?i:{_SLUG_DATE})\s*{_AGENCY})"
)

# `date 2017-11`, which archives write before the text.
_DATE_HEADER = re.compile(rf"\s*date\s+(?P<date>{_YEAR}(?:-\d\d){{0,2}})(?=\s|$)", re.IGNORECASE)
# A page's own date: said to be one behind a byline at most, alone on its line, or closed by a dash before the body.
_ZONE = r"(?:\s?[AP]M)?(?:\s?(?:GMT|TU|UTC|CES?T|H[AN]E|Z|[+-]\d\d:\d\d))?"
_TIME = rf"(?:[T,]?\s*(?:à|-|–|\||•|·)?\s*\d{{1,2}}\s?[hH:]\s?(?:\d\d)?(?::\d\d)?{_ZONE})?"
_ON = rf"(?:le\s+)?(?:{_WEEKDAY},?\s+)?"
_CHANGED = r"(?:modifiée?|mise? à jour|màj|actualisée?)s?"
_SAID = rf"(?:(?:(?:publi|post|cré|rédig)ée?s?|parue?s?|mise?s? en ligne|date|(?P<update>{_CHANGED}))\s*:?\s*)"
_UPDATED = rf"(?:[ \t,;|•·(–-]*{_CHANGED}\s*:?\s*{_ON}{_FULL_DATE}{_TIME}\)?)*"
_NAMED_AGENCY = "|".join(re.escape(name) for name in sorted(agencies(), key=len, reverse=True))
_BYLINE = (
    rf"(?:(?:(?:article|page|par|©|source|dernière|{_NAMED_AGENCY})\b[^\n.!?]{{0,60}}?[\s,|–-]"
    r"|[^\n.!?]{0,60}?[|•·–—-])\s*)"
)
# *Publié le 3 mars 2018, le rapport accuse* begins a sentence
_SENTENCE_GOES_ON = r"(?!\s*,\s*[a-zà-ÿ])(?![\w/])"
_SAID_DATE = re.compile(
    rf"{_BYLINE}??(?P<span>{_SAID}{_ON}(?P<date>{_FULL_DATE}){_TIME}{_UPDATED}){_SENTENCE_GOES_ON}", re.IGNORECASE
)
# alone on its line; *12 mars 2016, Genève . –*; *3 mars 2018 –*
_CREDIT = r"(?:,\s(?:publi|sélectionn|post|mis en ligne|par |via |source)[^.\n]{0,60}(?:\.\w+)?)?"
_CLOSE = rf"{_CREDIT}[ \t|]*[.)]?[ \t]*(?=\r?\n|$)|(?:,[^.\n]{{1,60}})?[ \t]*\.[ \t]*[-–—]+|[ \t]*[-–—]+|(?=\s\()"
_SOURCE = rf"(?:©\s*)?(?:(?:{_NAMED_AGENCY})[\s,|–-]+|[^\n.!?|]{{1,40}}\|\s*|\([^()\n.!?|]{{0,40}}?)?"
_BARE_DATE = re.compile(
    rf"{_SOURCE}(?P<span>{_ON}(?P<date>{_FULL_DATE}|\d\d/\d\d/\d\d(?=\s[(–-]))(?:\s{_WEEKDAY})?{_TIME}{_UPDATED}(?:{_CLOSE}))",
    re.IGNORECASE,
)


def read_head(text: str) -> Head:
    """Find dateline, header and publication date in the first lines of a text."""
    head = surface(text[:_HEAD_CHARS])
    headers: list[tuple[int, int]] = []
    crawled = published = updated = None
    body = 0
    if header := _DATE_HEADER.match(head):
        headers.append(header.span())
        crawled = parse_date_text(header["date"])
        body = header.end()
    slug = None
    for start in _line_starts(head, body):
        if start < body:
            continue
        found = _read_slug(head, start, crawled) if slug is None else None
        if found and not (found.agency or found.published) and _SAID_DATE.match(head, start):
            # *RFI - Publié le 20 janvier 2011*: the paper, not a town
            found = None
        slug = slug or found
        if found is not None:
            body = _skip_dash(head, found.end)
            if found.agency or found.published:
                break
            continue
        if line := _read_page_date(head, start, crawled):
            # *ONU : un vote reporté* over a date line is a title, no slug
            slug = None
            headers.append(line.span("span"))
            told = parse_date_text(line["date"])
            if line.groupdict().get("update"):
                updated = updated or told
            else:
                published = published or told
            body = line.end()
    # a page's own date is surer than an archive's header; an update is its date only where it has no other
    return Head(slug, tuple(headers), published or crawled or updated, body)


def publication_of(dispatch: Dispatch, head: Head) -> Publication | None:
    """The publication date: the caller's or the container's before the head's. Raises `PublishedError`."""
    if dispatch.published is not None:
        return Publication(*parse_published(dispatch.published), origin=dispatch.origin)
    return head.publication


def _line_starts(head: str, body: int) -> list[int]:
    """Where the first lines with words begin, from `body` on."""
    starts = [m.start(1) for m in re.finditer(r"(?:^|\n)[ \t\r\ufeff]*([^\s])", head[body:])]
    return [body + s for s in starts[:_HEAD_LINES]]


def _read_slug(head: str, start: int, crawled: tuple[date, date] | None) -> Slug | None:
    if byline := _BYLINE_BEFORE.match(head, start):
        start = byline.end()
    for pattern in _SLUGS:
        if not (found := pattern.match(head, start)):
            continue
        groups = found.groupdict()
        place, agency, told = groups.get("place"), groups.get("agency"), groups.get("date")
        known = agencies().get(agency.strip().lower()) if agency else None
        # Without a date or capitals, only a known agency tells a slug from a bracket in a title.
        if agency and not known and not (told or (place and place.isupper())):
            continue
        name = _place_name(place) if place else None
        return Slug(start, found.end(), name, known or (agency.strip() if agency else None), _slug_date(told, crawled))
    return None


def _slug_date(told: str | None, crawled: tuple[date, date] | None) -> tuple[date, date] | None:
    """The day of a slug; *PARIS, 3 mars (Reuters)* has no year unless the header `date 2017-03` gives it."""
    if told is None:
        return None
    if re.search(_YEAR, told):
        return parse_date_text(told)
    if crawled is None:
        return None
    days = parse_date_text(f"{told} {crawled[0].year}")
    return days if days and crawled[0] <= days[0] <= crawled[1] else None


def _read_page_date(head: str, start: int, crawled: tuple[date, date] | None) -> re.Match[str] | None:
    """A line that says when its page was published, or is a date and nothing else.

    A bare date that the archive's header contradicts is a heading of the text (*6 avril 1994*).
    """
    if said := _SAID_DATE.match(head, start):
        return said
    bare = _BARE_DATE.match(head, start)
    if bare is None:
        return None
    days = parse_date_text(bare["date"])
    return bare if days and (crawled is None or (days[0] <= crawled[1] and crawled[0] <= days[1])) else None


def _skip_dash(head: str, end: int) -> int:
    dash = _AFTER_SLUG.match(head, end)
    return dash.end() if dash else end


def _place_name(place: str) -> str:
    """`BRUXELLES` → `Bruxelles`, `NEW YORK` → `New York`; a name in small letters is left as it is."""
    if not place.isupper():
        return place
    words = re.split(r"([ -])", place.lower())
    return "".join(w if i and w in _PARTICLES else w[:1].upper() + w[1:] for i, w in enumerate(words))
