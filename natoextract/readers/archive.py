"""Zip archives: a folder in one file."""

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from natoextract.intake import InputError
from natoextract.readers.base import Fields, Part
from natoextract.readers.formats import is_input, parts_of
from natoextract.readers.ids import distinct_ids


def read_zip(stream: IO[bytes], name: str, fields: Fields) -> Iterator[Part]:
    """A part a member of a known format, in the order of their names."""
    try:
        archive = zipfile.ZipFile(stream)
    except zipfile.BadZipFile as error:
        raise InputError(name, f"it is not a zip archive ({error})") from error
    with archive:
        members = sorted((m for m in archive.infolist() if _wanted(m)), key=lambda m: m.filename)
        ids = distinct_ids([(member.filename, "") for member in members])
        position = 0
        for member, id in zip(members, ids, strict=True):
            position += member.compress_size
            try:
                with archive.open(member) as inside:
                    for part in parts_of(inside, member.filename, id, fields):
                        yield Part(f"!{part.name}", part.id, part.format, part.data, position)
            except InputError as error:
                yield _failed(member.filename, id, error.reason, position)
            except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
                # a member that is damaged, locked by a password, or packed in an unknown way
                yield _failed(member.filename, id, f"it cannot be unpacked ({error})", position)


def _failed(member: str, id: str, problem: str, position: int) -> Part:
    return Part(f"!{member}", id, "problem", problem.encode(), position)


def _wanted(member: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(member.filename)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return not member.is_dir() and not hidden and is_input(path.name)
