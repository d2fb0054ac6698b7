"""NewsML 1.2."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from natoextract.dispatch import Dispatch
from natoextract.readers.base import Item, joined, readable_date
from natoextract.readers.elements import attribute_at, descendants, first, text_at
from natoextract.readers.markup import text_of_element
from natoextract.readers.nitf import text_of_nitf, with_dateline

_DATES = ("ThisRevisionCreated", "FirstCreated", "DateAndTime", "DateId")


def articles(root: Element, item: Item) -> Iterator[Dispatch]:
    """One article a `NewsItem` that holds text; photos and captions without a body are passed over."""
    news = list(descendants(root, "NewsItem"))
    for news_item in news:
        headline, dateline = text_at(news_item, "HeadLine"), text_at(news_item, "DateLine")
        text = _text(news_item, headline, dateline)
        if not text:
            continue
        provider = first(news_item, "Provider")
        metadata = {
            "headline": headline,
            "dateline": dateline,
            "provider": (None if provider is None else attribute_at(provider, "Party", "FormalName"))
            or text_at(news_item, "ProviderId"),
        }
        dates = (text_at(news_item, name) for name in _DATES[:2])
        envelope = (text_at(root, name) for name in _DATES[2:])
        yield Dispatch(
            text=text,
            id=text_at(news_item, "PublicIdentifier", "NewsItemId") or item.id,
            source=item.source,
            published=next((date for value in (*dates, *envelope) if (date := readable_date(value))), None),
            origin="metadata",
            metadata={key: value for key, value in metadata.items() if value},
        )


def _text(news_item: Element, headline: str | None, dateline: str | None) -> str:
    for content in descendants(news_item, "DataContent"):
        inner = first(content, "nitf")
        if inner is not None:
            if text := text_of_nitf(inner, headline):
                return text
        elif body := text_of_element(content):
            return joined(headline, with_dateline(dateline, body))
    return ""
