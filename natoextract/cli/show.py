"""`natoextract show`."""

from pathlib import Path
from typing import Annotated

import typer

from natoextract.cli.options import Published


def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file in any format that extract reads.")],
    why: Annotated[
        bool, typer.Option("--why", help="For each event, the rules and the words that filled its slots.")
    ] = False,
    published: Published = None,
) -> None:
    """Show an article: its text in colours, and what was found as tables."""
    from dataclasses import replace

    from rich.console import Console

    from natoextract import extract_many
    from natoextract.cli.failures import failing_cleanly
    from natoextract.readers import read_dispatches
    from natoextract.terminal.page import page

    console = Console(highlight=False)
    with failing_cleanly():
        for dispatch in read_dispatches([file]):
            known = replace(dispatch, published=published, origin="argument") if published else dispatch
            (article,) = extract_many([known])
            for part in page(dispatch.text, article, why=why):
                console.print(part)
