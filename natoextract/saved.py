"""Reads back the JSON Lines that an extraction wrote."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from natoextract.intake import InputError
from natoextract.schema import Article


def holds_articles(path: Path) -> bool:
    """Whether a file is an output (JSON Lines of articles), and not an input."""
    if path.suffix != ".jsonl" or not path.is_file():
        return False
    with path.open(encoding="utf-8", errors="replace") as stream:
        return stream.readline().startswith('{"schema_version":')


def read_articles(path: Path) -> Iterator[Article]:
    """The articles of a file, lazily. Raises `InputError` at a line that is none, naming it."""
    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            if not line.strip():
                continue
            try:
                yield Article.model_validate_json(line)
            except ValidationError as error:
                problem = error.errors()[0]
                where = ".".join(map(str, problem["loc"])) or "line"
                raise InputError(f"{path}:{number}", f"it is no article ({where}: {problem['msg']})") from error
