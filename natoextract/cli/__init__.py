"""The command line: one module a command. Arguments in, files out; what is done stands in the library.

Each command imports what it needs when it runs, so that `natoextract --help` loads no model, no spaCy and no Rich.
"""

import typer

from natoextract.cli import evaluate, export, extract, schema, show

app = typer.Typer(
    name="natoextract",
    help="Structured, sourced events from French news dispatches.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(extract.extract)
app.command()(show.show)
app.command()(evaluate.evaluate)
app.command()(export.export)
app.command()(schema.schema)


def main() -> None:
    """The `natoextract` command."""
    app(prog_name="natoextract")
