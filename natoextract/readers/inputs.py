"""From the paths of a command to items in a fixed order."""

import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from natoextract.intake import InputError
from natoextract.readers.base import Fields, Item
from natoextract.readers.formats import container, format_of, is_input, parts_of
from natoextract.readers.ids import STDIN, distinct_ids, stem_of


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read, or what keeps it from being one."""

    path: str
    id: str
    size: int = 0
    problem: str | None = None


def find_inputs(paths: Iterable[str | Path], leave_out: Callable[[str], bool] = lambda path: False) -> list[Input]:
    """Every file named, and every file of a known format in a folder named, in the order of the names.

    `leave_out` tells of a file in a folder that it is no input: what an earlier run wrote there.
    """
    found: dict[str, str] = {}
    problems: list[Input] = []
    for path in map(Path, paths):
        if str(path) == STDIN or path.is_file():
            found.setdefault(str(path), str(path.parent))
        elif path.is_dir():
            files = [file for file in _files_below(path) if not leave_out(file)]
            for file in files:
                found.setdefault(file, str(path))
            if not files:
                problems.append(Input(str(path), path.name, problem="it has no article in a format that is read"))
        else:
            problem = "it is neither a file nor a folder" if os.path.lexists(path) else "it does not exist"
            problems.append(Input(str(path), stem_of(path.name), problem=problem))
    ids = distinct_ids(list(found.items()))
    return [Input(path, id, _size(path)) for path, id in zip(found, ids, strict=True)] + problems


def items_of(inputs: Iterable[Input], fields: Fields) -> Iterator[Item]:
    """The items of all inputs, lazily and in order. What cannot be opened is an item with its problem."""
    before = 0
    for found in inputs:
        if found.problem is not None:
            yield _failed(found, found.problem)
            continue
        format = format_of(found.path)
        try:
            if format is not None and container(format) is None:
                yield _document(found, format, before + found.size)
            else:
                yield from _rows(found, fields, before)
        except InputError as error:
            yield _failed(found, error.reason)
        # whatever a damaged file does to a library that parses it, the run goes on
        except Exception as error:
            yield _failed(found, f"it cannot be read ({getattr(error, 'strerror', None) or error})")
        before += found.size


def load(item: Item) -> bytes:
    """The bytes of an item, read from its file if need be. Raises `InputError`."""
    if item.problem is not None:
        raise InputError(item.source, item.problem)
    if item.path is None:
        return cast(bytes, item.data)
    try:
        with open(item.path, "rb") as stream:
            return next(parts_of(stream, item.path, item.id, Fields())).data
    except OSError as error:
        raise InputError(item.source, f"it cannot be read ({error.strerror or error})") from error


def digest_of(data: bytes) -> str:
    """What tells whether an input has changed."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _files_below(folder: Path) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(here, name) for name in sorted(files) if not name.startswith(".") and is_input(name))


def _size(path: str) -> int:
    return os.stat(path).st_size if path != STDIN and os.path.exists(path) else 0


def _failed(found: Input, problem: str) -> Item:
    return Item(found.path, found.id, "problem", problem=problem)


def _document(found: Input, format: str, position: int) -> Item:
    status = os.stat(found.path)
    stat = f"{status.st_size}:{status.st_mtime_ns}"
    return Item(found.path, found.id, format, path=found.path, stat=stat, position=position)


def _rows(found: Input, fields: Fields, before: int) -> Iterator[Item]:
    with nullcontext(sys.stdin.buffer) if found.path == STDIN else open(found.path, "rb") as stream:
        for part in parts_of(stream, found.path, found.id, fields):
            yield Item(
                part.name,
                part.id,
                part.format,
                data=part.data,
                position=before + part.position,
                problem=part.data.decode() if part.format == "problem" else None,
            )
