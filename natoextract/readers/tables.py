"""CSV and Parquet: an article a row, its columns by name."""

import codecs
import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import IO, Any, cast

from natoextract.intake import InputError
from natoextract.readers.base import Fields, Part, missing_extra
from natoextract.readers.rows import DATE_FIELDS, ID_FIELDS, TEXT_FIELDS

_DELIMITERS = ",;\t|"


def read_csv(stream: IO[bytes], name: str, fields: Fields) -> Iterator[Part]:
    """A part a row under the header; comma, semicolon, tab or bar between the columns, as the header has them."""
    utf16 = cast(io.BufferedReader, stream).peek(2).startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    # bytes of an older encoding are kept as they are, and read row by row in `_decoded`
    encoding = "utf-16" if utf16 else "utf-8-sig"
    text = io.TextIOWrapper(stream, encoding=encoding, errors="surrogateescape", newline="")
    # a column holds a whole article: the standard guard of 128 kB is too small
    csv.field_size_limit(2**31 - 1)
    header = text.readline()
    delimiter = max(_DELIMITERS, key=header.count)
    columns = [_decoded(column) for column in next(csv.reader([header], delimiter=delimiter), [])]
    if not columns:
        raise InputError(name, "it has no header")
    position = len(header)
    try:
        for number, values in enumerate(csv.reader(text, delimiter=delimiter), 1):
            position += sum(map(len, values)) + len(values)
            if any(values):
                yield Part(
                    f"#{number}",
                    f"#{number}",
                    "json",
                    _row(zip(columns, map(_decoded, values), strict=False)),
                    position,
                )
    except (csv.Error, UnicodeDecodeError) as error:
        raise InputError(name, f"it is not CSV ({error})") from error
    finally:
        text.detach()


def read_parquet(stream: IO[bytes], name: str, fields: Fields) -> Iterator[Part]:
    """A part a row, read a few rows at a time, and of the columns only those that are needed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise missing_extra(name, "Parquet", "tables") from error

    try:
        file = pyarrow.parquet.ParquetFile(stream)
    except pyarrow.ArrowInvalid as error:
        raise InputError(name, f"it is not a Parquet file ({error})") from error
    present = file.schema_arrow.names
    named = [field.partition(".")[0] for field in (fields.text, fields.date, fields.id) if field]
    wanted = {*TEXT_FIELDS, *DATE_FIELDS, *ID_FIELDS, *named}
    columns = [column for column in present if column in wanted] or present
    number, total = 0, file.metadata.num_rows
    size = stream.seek(0, io.SEEK_END)
    for batch in file.iter_batches(batch_size=256, columns=columns):
        for row in batch.to_pylist():
            number += 1
            yield Part(f"#{number}", f"#{number}", "json", _row(row.items()), size * number // total)


def _row(pairs: Iterable[tuple[str, Any]]) -> bytes:
    """A row as a JSON object; days and times in ISO form."""
    return json.dumps(dict(pairs), default=str).encode()


def _decoded(value: str) -> str:
    """A value as read; one that is not UTF-8 is in the encoding of an older spreadsheet."""
    if not any("\udc80" <= char <= "\udcff" for char in value):
        return value
    return value.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
