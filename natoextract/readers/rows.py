"""One JSON object, or one row of a table: an article in the fields that the caller names, or in the usual ones.

ninjs, IPTC's JSON for news, is recognised by its body fields.
"""

import json
from collections.abc import Iterator
from typing import Any

from natoextract.dispatch import Dispatch
from natoextract.intake import InputError, decode
from natoextract.published import PublishedError, parse_published
from natoextract.readers.base import Fields, Item, readable_date
from natoextract.readers.ninjs import is_ninjs, read_ninjs

#: Where a row's text, date and id are looked for when the caller names no field, first found first taken.
TEXT_FIELDS = ("text", "body", "content", "texte", "article", "body_text")
DATE_FIELDS = ("published", "date", "published_at", "publication_date", "date_published", "created_at")
ID_FIELDS = ("id", "guid", "uri", "url")


def read(data: bytes, item: Item, fields: Fields) -> Iterator[Dispatch]:
    """The article of one JSON object. Raises `InputError` where the field of the text is missing."""
    row = parse(decode(data, item.source), item.source)
    if not isinstance(row, dict):
        raise InputError(item.source, "it is no JSON object")
    if fields.text is None and is_ninjs(row):
        yield read_ninjs(row, item)
        return
    text = _text(row, item, fields)
    date = _date(row, item, fields)
    yield Dispatch(
        text=text,
        id=_id(row, item, fields),
        source=item.source,
        published=date,
        origin="metadata",
        # a float that equals nothing, not even itself, is a gap of a table
        metadata={key: value for key, value in row.items() if value is not None and value == value and value != text},
    )


def parse(text: str, name: str) -> Any:
    """A JSON text as Python. Raises `InputError` with the place of the fault."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(name, f"it is not JSON ({error})") from error
    except RecursionError as error:
        raise InputError(name, "its JSON is nested too deep") from error


def _text(row: dict[str, Any], item: Item, fields: Fields) -> str:
    name = fields.text or next((f for f in TEXT_FIELDS if isinstance(row.get(f), str)), None)
    if name is None:
        raise InputError(item.source, f"no field of text was found among {_names(row)}: name it with --text-field")
    value = lookup(row, name)
    if value is None:
        raise InputError(item.source, f"it has no field {name!r}; it has {_names(row)}")
    if not isinstance(value, str):
        raise InputError(item.source, f"its field {name!r} is no text")
    return value


def _date(row: dict[str, Any], item: Item, fields: Fields) -> str | None:
    if fields.date is None:
        values = (row.get(f) for f in DATE_FIELDS)
        return next((date for v in values if v is not None and (date := readable_date(str(v)))), None)
    value = lookup(row, fields.date)
    if value is None or not str(value).strip():
        return None
    if date := readable_date(str(value)):
        return date
    # the caller said that this is the date: what cannot be read is told, not passed over
    try:
        parse_published(str(value))
    except PublishedError as error:
        raise InputError(item.source, str(error)) from error
    return str(value)


def _id(row: dict[str, Any], item: Item, fields: Fields) -> str:
    if fields.id is not None:
        value = lookup(row, fields.id)
        if value is None or not str(value).strip():
            raise InputError(item.source, f"it has no field {fields.id!r}; it has {_names(row)}")
        return str(value)
    return next((str(row[f]) for f in ID_FIELDS if isinstance(row.get(f), str | int) and str(row[f]).strip()), item.id)


def lookup(row: dict[str, Any], name: str) -> Any:
    """The value of a field; `article.body` is the field *body* of the object *article*."""
    if name in row:
        return row[name]
    value: Any = row
    for step in name.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _names(row: dict[str, Any]) -> str:
    return ", ".join(repr(name) for name in list(row)[:12]) or "no field at all"
