"""JSON Lines, the canonical form."""

from collections.abc import Iterator
from pathlib import Path

from natoextract.records import PackedArticle
from natoextract.writers.files import written_whole


def write_lines(records: Iterator[PackedArticle], output: Path) -> None:
    """One `Article` a line."""
    with written_whole(output) as partial, partial.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(f"{record.line}\n" for record in records)
