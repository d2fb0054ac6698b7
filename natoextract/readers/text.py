"""Plain text: UTF-8, UTF-16, cp1252, Latin-1, Mac Roman."""

from collections.abc import Iterator

from natoextract.dispatch import Dispatch
from natoextract.intake import decode
from natoextract.readers.base import Fields, Item


def read(data: bytes, item: Item, fields: Fields) -> Iterator[Dispatch]:
    """The file as it stands: offsets count its code points, newlines untouched."""
    yield Dispatch(text=decode(data, item.source), id=item.id, source=item.source)
