"""`natoextract show`."""

from pathlib import Path
from typing import Annotated

import typer

from natoextract.cli.options import Published


def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A text file.")],
    why: Annotated[
        bool, typer.Option("--why", help="For each event, the rule and the words that filled each slot.")
    ] = False,
    published: Published = None,
) -> None:
    """Show one article: its text in colours, and its events, statements, numbers and dates as tables."""
