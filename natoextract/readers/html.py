"""Web pages, by trafilatura: main text, title, publication date."""

import re
from collections.abc import Iterator
from typing import Any

from natoextract.dispatch import Dispatch
from natoextract.intake import InputError, decode
from natoextract.readers.base import Fields, Item, joined, missing_extra, readable_date

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def read(data: bytes, item: Item, fields: Fields) -> Iterator[Dispatch]:
    """The article of a page, under its title; menus, comments and notices are left out."""
    try:
        import trafilatura
    except ImportError as error:
        raise missing_extra(item.source, "HTML", "html") from error

    page: Any = trafilatura.bare_extraction(
        _decoded(data, item.source),
        include_comments=False,
        with_metadata=True,
        # the day of first publication, from the page's metadata: a date somewhere in its text is none
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if page is None or not page.text:
        raise InputError(item.source, "it has no article text")
    title = page.title
    metadata = {"title": title, "author": page.author, "site": page.sitename, "url": page.url}
    yield Dispatch(
        text=joined(title, page.text),
        id=item.id,
        source=item.source,
        published=readable_date(page.date),
        origin="metadata",
        metadata={key: value for key, value in metadata.items() if value},
    )


def _decoded(data: bytes, name: str) -> str:
    """The page in the encoding that it declares, if it is written in it."""
    if found := _CHARSET.search(data[:4096]):
        encoding = found[1].decode("ascii").lower()
        try:
            return data.decode({"iso-8859-1": "cp1252", "latin-1": "cp1252"}.get(encoding, encoding))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, name)
