"""Files of many formats as `Dispatch`es: one small module a format.

    for dispatch in read_dispatches(["archive/", "rows.jsonl.gz"]): ...

Text, HTML, XML (NewsML-G2, NewsML 1.2, NITF), JSON and JSON Lines (ninjs too), CSV and Parquet, `.gz` of any, `.zip`,
and standard input (`-`).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from natoextract.dispatch import Dispatch
from natoextract.intake import check_text
from natoextract.readers.base import Fields, Item
from natoextract.readers.formats import reader
from natoextract.readers.inputs import Input, digest_of, find_inputs, items_of, load

__all__ = ["Fields", "Input", "Item", "digest_of", "find_inputs", "items_of", "load", "read_dispatches", "read_item"]


def read_dispatches(paths: Iterable[str | Path], fields: Fields | None = None) -> Iterator[Dispatch]:
    """The articles of files and folders, lazily and in order. Raises `InputError` at one that cannot be read."""
    fields = fields or Fields()
    for item in items_of(find_inputs(paths), fields):
        yield from read_item(item, load(item), fields)


def read_item(item: Item, data: bytes, fields: Fields) -> Iterator[Dispatch]:
    """The articles of one item's bytes. Raises `InputError` for what is blank, no text or not French."""
    for dispatch in reader(item.format)(data, item, fields):
        check_text(dispatch.text, item.source)
        yield dispatch
