"""One article before analysis: its text, what the caller knows of it, and what its own head says.

The head is the wire slug (`BRUXELLES, 27 nov 2009 (TAP) -`), a header (`date 2017-11`) or a page's own date line
(`3 mars 2018 . –`, `Publié le 3 mars 2018`).
"""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from natoextract.page_dates import SAID_DATE, date_told, read_page_date
from natoextract.printed_dates import YEAR
from natoextract.published import PublishedInput, parse_date_text, parse_published
from natoextract.slugs import Slug, read_slug, skip_dash
from natoextract.text import surface

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


# `date 2017-11`, which archives write before the text.
_DATE_HEADER = re.compile(rf"\s*date\s+(?P<date>{YEAR}(?:-\d\d){{0,2}})(?=\s|$)", re.IGNORECASE)


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
    for number, start in enumerate(_line_starts(head, body)):
        if start < body:
            continue
        # *RDC: de nouveaux soldats* looks like a slug, till one with an agency or a day comes
        found = read_slug(head, start, crawled)
        if slug is not None and found is not None and not (found.agency or found.published):
            found = None
        if found and not found.published and not (found.agency and found.place) and SAID_DATE.match(head, start):
            # *RFI - Publié le 20 janvier 2011*: the paper, not a town
            found = None
        slug = found or slug
        if found is not None:
            body = skip_dash(head, found.end)
            if found.agency or found.published:
                break
            continue
        if line := read_page_date(head, start, crawled, titled=number > 0):
            # *ONU : un vote reporté* over a date line is a title, no slug
            slug = None
            headers.append(line.span("span"))
            told = parse_date_text(date_told(line))
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
