"""`natoextract export`."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from natoextract.batch import Progress
    from natoextract.schema import Article


class Schema(StrEnum):
    """The schemas that events can be written in."""

    plover = "plover"


def export(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="The .jsonl of an extraction, or files to extract as extract does.")
    ],
    to: Annotated[Schema, typer.Option("--to", help="The schema to write.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Default: standard output.")
    ] = None,
) -> None:
    """Write events in another schema: JSON Lines, one event a line."""
    import json
    import sys
    from contextlib import ExitStack

    from natoextract.batch import Progress
    from natoextract.cli.failures import failing_cleanly
    from natoextract.plover import to_plover
    from natoextract.writers import written_whole

    progress = Progress()
    with failing_cleanly(), ExitStack() as stack:
        stream = sys.stdout
        if output:
            # whole or not at all: the output may be the file that is read
            partial = stack.enter_context(written_whole(output))
            stream = stack.enter_context(partial.open("w", encoding="utf-8"))
        for article in _articles(path, progress):
            stream.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in to_plover(article))
    raise typer.Exit(1 if progress.failed else 0)


def _articles(path: Path, progress: "Progress") -> "Iterator[Article]":
    """Articles extracted before, or now."""
    from natoextract.batch import one_thread, stream
    from natoextract.saved import holds_articles, read_articles
    from natoextract.schema import Article
    from natoextract.terminal.progress import shown

    if holds_articles(path):
        yield from read_articles(path)
        return
    one_thread()
    with shown(progress) as watch:
        for record in stream([path], progress=progress, watch=watch):
            yield Article.model_validate_json(record.line)
