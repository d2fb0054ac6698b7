"""The answer to a query, and the data dictionary, as tables."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from natoextract.writers.tables import TABLES
from natoextract.writers.views import VIEWS


def answer_table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> Table:
    """Rows as they come; numbers to the right, null as nothing."""
    table = Table(show_edge=False)
    for number, column in enumerate(columns):
        numeric = any(isinstance(row[number], int | float) for row in rows)
        table.add_column(column, justify="right" if numeric else "left")
    for row in rows:
        table.add_row(*map(_cell, row))
    return table


def dictionary_tables() -> Iterator[Table]:
    """Every table with its columns, and the views."""
    for described in TABLES:
        table = Table("column", "type", "meaning", title=f"{described.name}: a row is {described.holds}")
        for column in described.columns:
            table.add_row(column.name, column.kind, column.meaning)
        yield table
    views = Table("view", "what it holds", title="views of a .duckdb file")
    for view in VIEWS:
        views.add_row(view.name, view.holds)
    yield views


def _cell(value: Any) -> Text:
    if value is None:
        return Text("")
    return Text(", ".join(map(str, value)) if isinstance(value, list) else str(value))
