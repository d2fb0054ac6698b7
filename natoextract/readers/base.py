"""What all readers share: the item that is read, the fields that a caller names, and the size that is too large."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Protocol

from natoextract.dispatch import Dispatch
from natoextract.intake import InputError
from natoextract.published import PublishedError, parse_published

#: No article is larger: what is, is another kind of file, or an archive made to fill the memory.
MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a row that hold the text, the publication date and the id; None leaves it to the usual names."""

    text: str | None = None
    date: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One unit of work: a file that holds an article (read where it is analysed), or a row already read.

    `source` names it to a person and to the journal (`archive/a.txt`, `rows.jsonl#12`, `week.zip!a.txt`); `format` is
    the reader's name. `stat` is a file's size and time of change. `position` counts the bytes of input up to its end.
    """

    source: str
    id: str
    format: str
    path: str | None = None
    data: bytes | None = None
    stat: str | None = None
    position: int = 0
    problem: str | None = None


class Reader(Protocol):
    """A format whose file holds one article, or a package of them."""

    def __call__(self, data: bytes, item: Item, fields: Fields) -> Iterator[Dispatch]: ...


@dataclass(frozen=True, slots=True)
class Part:
    """One row or member of a container, with its format and its bytes.

    Its name follows the container's (`#12`, `!a.txt`), and so does the id of a row; a member has an id of its own.
    """

    name: str
    id: str
    format: str
    data: bytes
    position: int


class Container(Protocol):
    """A format whose file holds many articles: rows or members, read lazily."""

    def __call__(self, stream: IO[bytes], name: str, fields: Fields) -> Iterator[Part]: ...


def read_limited(stream: IO[bytes], name: str) -> bytes:
    """The bytes of one article's file. Raises `InputError` past `MAX_BYTES`."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(name, f"it is larger than {MAX_BYTES // 1024 // 1024} MB: no article is")
    return data


def missing_extra(name: str, what: str, extra: str) -> InputError:
    """The error for a format whose library is not installed."""
    return InputError(name, f"{what} needs more than the base install: pip install 'natoextract[{extra}]'")


def readable_date(value: str | None) -> str | None:
    """A container's publication date as `Dispatch` takes it: `20210414T101500Z` → `2021-04-14`; None if unreadable.

    A date that cannot be read is as one that is not there: the text's own head may still tell it.
    """
    if value is None or not (value := value.strip()):
        return None
    # basic ISO 8601, as NewsML 1.2 and NITF write it
    if len(value) >= 8 and value[:8].isdigit() and (len(value) == 8 or value[8] in "T "):
        value = f"{value[:4]}-{value[4:6]}-{value[6:8]}"
    try:
        parse_published(value)
    except PublishedError:
        return None
    return value


def joined(*parts: str | None) -> str:
    """Headline, dateline and body as one text, each on lines of its own; a part that the next repeats is left out."""
    texts = [part.strip() for part in parts if part and part.strip()]
    kept = [t for i, t in enumerate(texts) if not any(later.startswith(t) for later in texts[i + 1 :])]
    return "\n".join(kept)
