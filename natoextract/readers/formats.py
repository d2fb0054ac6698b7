"""The formats by suffix, and what stands under another: `.gz` of any, members of a zip."""

import gzip
import io
import re
import shutil
import zlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePath
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from natoextract.intake import InputError
from natoextract.readers.base import Container, Fields, Part, Reader, read_limited

#: A file of these holds one article (or a package of them, in XML).
DOCUMENTS = {
    ".txt": "text", ".text": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".xml": "xml", ".nitf": "xml", ".newsml": "xml",
}  # fmt: skip
#: A file of these holds many.
CONTAINERS = {
    ".json": "array", ".jsonl": "lines", ".ndjson": "lines",
    ".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".zip": "zip",
}  # fmt: skip

_READERS = {"text": "text", "html": "html", "xml": "xml", "json": "rows"}
_CONTAINER_HOMES = {
    "array": "jsonlines:read_array",
    "lines": "jsonlines:read_lines",
    "csv": "tables:read_csv",
    "parquet": "tables:read_parquet",
    "zip": "archive:read_zip",
}
_SPOOL = 16 * 1024 * 1024


def format_of(name: str) -> str | None:
    """`a.txt` and `a.txt.gz` → `text`; None for what no reader knows."""
    suffix = PurePath(name.removesuffix(".gz")).suffix.lower()
    return DOCUMENTS.get(suffix) or CONTAINERS.get(suffix)


def is_input(name: str) -> bool:
    """Whether a file in a folder is taken: a known format, and not gold beside the text (`a.gold.json`)."""
    return format_of(name) is not None and not name.endswith(".gold.json")


def reader(format: str) -> Reader:
    """The reader of a document format, imported on first use."""
    return cast(Reader, import_module(f"natoextract.readers.{_READERS[format]}").read)


def container(format: str) -> Container | None:
    """The reader of a container format; None where the format is a document's."""
    if format not in _CONTAINER_HOMES:
        return None
    module, function = _CONTAINER_HOMES[format].split(":")
    return cast(Container, getattr(import_module(f"natoextract.readers.{module}"), function))


def parts_of(stream: IO[bytes], name: str, id: str, fields: Fields) -> Iterator[Part]:
    """What an open file holds: itself if it is a document, else its rows (`name#row`) or members (`name!member`)."""
    packed = name.endswith(".gz")
    plain = cast(IO[bytes], gzip.GzipFile(fileobj=stream)) if packed else stream
    try:
        format = format_of(name) or sniff(cast(io.BufferedReader, plain).peek(4096))
        read_parts = container(format)
        if read_parts is None:
            yield Part(name, id, format, read_limited(plain, name), _position(stream))
            return
        for part in read_parts(_seekable(plain) if format in ("parquet", "zip") else plain, name, fields):
            yield Part(
                name + part.name,
                part.id if format == "zip" else id + part.id,
                part.format,
                part.data,
                _position(stream) if packed else part.position,
            )
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InputError(name, f"it is damaged ({error})") from error


def sniff(head: bytes) -> str:
    """The format of bytes without a known suffix, by how they begin."""
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if head.startswith(b"PAR1"):
        return "parquet"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if re.match(rb"\{\s*[\"}]|\[\s*[{\]]", start):
        # an object over several lines is no JSON Lines
        return "array" if re.match(rb"\[|\{[ \t]*\r?\n", start) else "lines"
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    return "xml" if start.startswith((b"<?xml", b"<nitf", b"<newsml", b"<!doctype nitf", b"<newsitem")) else "text"


def _position(stream: IO[bytes]) -> int:
    return stream.tell() if stream.seekable() else 0


def _seekable(stream: IO[bytes]) -> IO[bytes]:
    """The same bytes where one can go back: small ones in memory, large ones in a temporary file."""
    if stream.seekable() and not isinstance(stream, gzip.GzipFile):
        return stream
    spool = cast(IO[bytes], SpooledTemporaryFile(max_size=_SPOOL))  # noqa: SIM115 - rows are read long after
    shutil.copyfileobj(stream, spool)
    spool.seek(0)
    return spool
