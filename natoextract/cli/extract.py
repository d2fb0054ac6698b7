"""`natoextract extract`."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from natoextract.cli.options import Published


def extract(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files, and folders of *.txt files.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Default: standard output.")
    ] = None,
    published: Published = None,
) -> None:
    """Extract articles: JSON Lines, one Article a line."""
    from natoextract import Dispatch, extract_many
    from natoextract.intake import InputError, read_text

    failed = 0

    def dispatches() -> Iterator[Dispatch]:
        nonlocal failed
        for path in paths:
            files = sorted(path.rglob("*.txt")) if path.is_dir() else [path]
            if not files:
                failed += 1
                typer.echo(f"{path}: it has no *.txt file", err=True)
            for file in files:
                try:
                    text = read_text(file)
                except InputError as error:
                    failed += 1
                    typer.echo(str(error), err=True)
                    continue
                yield Dispatch(text=text, id=file.stem, source=str(file), published=published)

    with ExitStack() as stack:
        stream = stack.enter_context(output.open("w", encoding="utf-8")) if output else sys.stdout
        for article in extract_many(dispatches()):
            stream.write(article.model_dump_json() + "\n")
    raise typer.Exit(1 if failed else 0)
