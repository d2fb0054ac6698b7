"""`natoextract export`."""

from pathlib import Path
from typing import Annotated

import typer


def export(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="Articles (*.jsonl), or text to extract.")],
    to: Annotated[str, typer.Option("--to", metavar="plover")] = "plover",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Default: standard output.")
    ] = None,
) -> None:
    """Write events in the form of another schema."""
