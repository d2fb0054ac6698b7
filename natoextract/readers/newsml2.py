"""NewsML-G2: a news item, or a message or package of them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from natoextract.dispatch import Dispatch
from natoextract.readers.base import Item, joined, readable_date
from natoextract.readers.elements import descendants, first, text_at
from natoextract.readers.markup import text_of_element
from natoextract.readers.nitf import text_of_nitf, with_dateline

_DATES = ("versionCreated", "contentCreated", "firstCreated", "sent")


def articles(root: Element, item: Item) -> Iterator[Dispatch]:
    """One article a `newsItem` that holds text."""
    for news_item in descendants(root, "newsItem"):
        headline, dateline = text_at(news_item, "headline"), text_at(news_item, "dateline")
        text = _text(news_item, headline, dateline)
        if not text:
            continue
        metadata = {"headline": headline, "dateline": dateline, "provider": _provider(news_item)}
        dates = (text_at(news_item, name) for name in _DATES)
        yield Dispatch(
            text=text,
            id=news_item.get("guid") or item.id,
            source=item.source,
            published=next((date for value in dates if (date := readable_date(value))), None),
            origin="metadata",
            metadata={key: value for key, value in metadata.items() if value},
        )


def _text(news_item: Element, headline: str | None, dateline: str | None) -> str:
    content = first(news_item, "contentSet")
    if content is None:
        return ""
    inner = first(content, "nitf")
    if inner is not None:
        return text_of_nitf(inner, headline)
    for inline in (*descendants(content, "inlineXML"), *descendants(content, "inlineData")):
        inner = first(inline, "body")
        if body := text_of_element(inline if inner is None else inner):
            return joined(headline, with_dateline(dateline, body))
    return ""


def _provider(news_item: Element) -> str | None:
    provider = first(news_item, "provider", "infoSource")
    if provider is None:
        return None
    return text_at(provider, "name") or provider.get("literal") or provider.get("qcode") or provider.get("uri")
