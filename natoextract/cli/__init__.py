"""The command line: one module a command. Arguments in, files out; what is done stands in the library.

Each command imports what it needs when it runs, so that `natoextract --help` loads no model, no spaCy and no Rich.
"""

from typing import Annotated

import typer

from natoextract import __version__
from natoextract.cli import evaluate, export, extract, query, schema, show


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"natoextract {__version__}")
        raise typer.Exit


app = typer.Typer(
    name="natoextract",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def _root(
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_print_version)] = False,
) -> None:
    """Structured, sourced events from French news dispatches."""


app.command()(extract.extract)
app.command()(query.query)
app.command()(show.show)
app.command()(evaluate.evaluate)
app.command()(export.export)
app.command()(schema.schema)


def main() -> None:
    """The `natoextract` command."""
    app(prog_name="natoextract")
