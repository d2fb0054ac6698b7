"""`natoextract extract`."""

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from natoextract.cli.options import Published

if TYPE_CHECKING:
    from natoextract.batch import Engine, Progress, Settings


class Where(StrEnum):
    """Where the articles are extracted."""

    local = "local"
    ray = "ray"


def extract(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH",
            help="Files, folders, or - for standard input: text, HTML, XML (NewsML, NITF), JSON, JSON Lines, CSV, "
            "Parquet, .gz of any, .zip.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="FILE.jsonl, .csv, .parquet or .duckdb. The same command again goes on where it was interrupted, and "
            "extracts but what is new or changed. Default: JSON Lines to standard output.",
        ),
    ] = None,
    published: Published = None,
    text_field: Annotated[str | None, typer.Option(metavar="NAME", help="Field or column of the text.")] = None,
    date_field: Annotated[str | None, typer.Option(metavar="NAME", help="Field of the publication date.")] = None,
    id_field: Annotated[str | None, typer.Option(metavar="NAME", help="Field of the id.")] = None,
    processes: Annotated[int | None, typer.Option(min=1, metavar="N", help="Default: one a core.")] = None,
    retry_errors: Annotated[bool, typer.Option("--retry-errors", help="Try again what failed before.")] = False,
    engine: Annotated[Where, typer.Option(help="This machine, or a Ray cluster.")] = Where.local,
    ray_address: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Of a running cluster: auto, or HOST:PORT.")
    ] = None,
) -> None:
    """Extract articles from files. Exits with 1 if any failed; all others are written."""
    # before numpy is imported: its threads would hinder the processes
    from natoextract.batch import BatchError, Fields, Settings, one_thread
    from natoextract.writers import WriterError

    one_thread()
    settings = Settings(Fields(text_field, date_field, id_field), published)
    try:
        work = _engine(engine, processes, ray_address)
        if output is None:
            progress = _to_stdout(paths, settings, work)
        else:
            progress = _to_file(paths, output, settings, work, retry_errors)
    except WriterError as error:
        raise typer.BadParameter(str(error), param_hint="--output") from error
    except BatchError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    except KeyboardInterrupt:
        if output is not None:
            typer.echo(f"interrupted: the same command goes on from what is kept in {output}.journal", err=True)
        raise typer.Exit(130) from None
    raise typer.Exit(1 if progress.failed else 0)


def _engine(engine: Where, processes: int | None, ray_address: str | None) -> "Engine":
    if engine is Where.ray:
        from natoextract.distributed import ray_engine

        return ray_engine(ray_address, actors=processes)
    from natoextract.batch import local_engine

    return local_engine(processes)


def _to_stdout(paths: list[Path], settings: "Settings", engine: "Engine") -> "Progress":
    from natoextract.batch import Progress, stream
    from natoextract.terminal.progress import shown

    progress = Progress()
    with shown(progress) as watch:
        try:
            for record in stream(paths, settings, engine=engine, progress=progress, watch=watch):
                typer.echo(record.line)
        except BrokenPipeError:
            # the reader has seen enough (`| head`): nothing may be flushed to it at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return progress


def _to_file(paths: list[Path], output: Path, settings: "Settings", engine: "Engine", retry_errors: bool) -> "Progress":
    from natoextract.batch import Progress, run
    from natoextract.terminal.progress import shown

    progress = Progress()
    with shown(progress) as watch:
        run(paths, output, settings, engine=engine, retry_errors=retry_errors, progress=progress, watch=watch)
    return progress
