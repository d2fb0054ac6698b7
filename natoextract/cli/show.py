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
    """Show one article: its text in colours, and what was found as tables."""
    from rich.console import Console

    from natoextract.cli.failures import failing_cleanly
    from natoextract.intake import read_text
    from natoextract.terminal.page import page

    with failing_cleanly():
        text = read_text(file)

    from natoextract import extract

    article = extract(text, published, source=str(file))
    console = Console(highlight=False)
    for part in page(text, article, why=why):
        console.print(part)
