"""NITF, the news industry's text format: alone, or inside NewsML."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from natoextract.dispatch import Dispatch
from natoextract.readers.base import Item, joined, readable_date
from natoextract.readers.elements import attribute_at, first, text_at
from natoextract.readers.markup import text_of_element


def articles(root: Element, item: Item) -> Iterator[Dispatch]:
    """The article of a NITF document: its headline, its dateline, its body."""
    text = text_of_nitf(root)
    if not text:
        return
    dates = (attribute_at(root, name, "norm") for name in ("date.issue", "story.date", "date.release"))
    metadata = {
        "headline": text_at(root, "hl1", "title"),
        "provider": text_at(root, "distributor"),
        "dateline": text_at(root, "dateline"),
    }
    yield Dispatch(
        text=text,
        id=attribute_at(root, "doc-id", "id-string") or item.id,
        source=item.source,
        published=next((date for value in dates if (date := readable_date(value))), None),
        origin="metadata",
        metadata={key: value for key, value in metadata.items() if value},
    )


def text_of_nitf(root: Element, headline: str | None = None) -> str:
    """Headline and body; a dateline of its own begins the body, as on the wire."""
    content = first(root, "body.content")
    body = text_of_element(content) if content is not None else ""
    if not body:
        return ""
    return joined(headline or text_at(root, "hl1", "title"), with_dateline(text_at(root, "dateline"), body))


def with_dateline(dateline: str | None, body: str) -> str:
    """`PARIS, 27 nov 2009 (AFP)` and the body as `PARIS, 27 nov 2009 (AFP) - …`, unless the body has it already."""
    if not dateline or body.startswith(dateline[:10]):
        return body
    return f"{dateline.rstrip(' -–—')} - {body}"
