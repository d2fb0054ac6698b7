"""JSON Lines, and JSON arrays: an article a row."""

import io
import json
from collections.abc import Iterator
from typing import IO

from natoextract.intake import InputError, decode
from natoextract.readers.base import Fields, Part
from natoextract.readers.rows import parse

#: No row is longer: a longer line is no JSON Lines.
_MAX_LINE = 64 * 1024 * 1024


def read_lines(stream: IO[bytes], name: str, fields: Fields) -> Iterator[Part]:
    """A part a line that is not blank, numbered as an editor numbers them."""
    position = 0
    number = 0
    while line := stream.readline(_MAX_LINE):
        number += 1
        position += len(line)
        if not line.endswith(b"\n") and len(line) == _MAX_LINE:
            raise InputError(name, f"its line {number} has no end")
        row = line.removeprefix(b"\xef\xbb\xbf").strip()
        if row:
            yield Part(f"#{number}", f"#{number}", "json", row, position)


def read_array(stream: IO[bytes], name: str, fields: Fields) -> Iterator[Part]:
    """A part an element of an array; JSON Lines under the name `.json`, and one object, are read as what they are."""
    data = stream.read()
    try:
        value = parse(decode(data, name), name)
    except InputError as error:
        if not str(error.__cause__).startswith("Extra data"):
            raise
        yield from read_lines(io.BytesIO(data), name, fields)
        return
    if not isinstance(value, list):
        yield Part("", "", "json", data, len(data))
        return
    for number, row in enumerate(value, 1):
        yield Part(f"#{number}", f"#{number}", "json", json.dumps(row).encode(), len(data) * number // len(value))
