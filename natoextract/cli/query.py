"""`natoextract query`."""

from pathlib import Path
from typing import Annotated

import typer


def query(
    database: Annotated[Path | None, typer.Argument(metavar="FILE", help="A .duckdb file of extract.")] = None,
    sql: Annotated[str | None, typer.Argument(metavar="SQL", help="Default: the tables and views of the file.")] = None,
    dictionary: Annotated[
        bool, typer.Option("--dictionary", help="Describe every table, view and column, and leave.")
    ] = False,
) -> None:
    """Ask a corpus in SQL, and print the answer as a table."""
    from rich.console import Console

    from natoextract.terminal.answers import answer_table, dictionary_tables

    # not a terminal: as wide as the answer, so that nothing is cut
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = 10_000
    if dictionary:
        for table in dictionary_tables():
            console.print(table)
        raise typer.Exit
    if database is None:
        raise typer.BadParameter("give the .duckdb file to ask, or --dictionary", param_hint="FILE")

    from natoextract.corpus import CorpusError, ask

    try:
        columns, rows = ask(database, sql)
    except CorpusError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    console.print(answer_table(columns, rows))
