"""The flat tables as CSV: UTF-8, a header, the values of a list joined by a bar (`FRA|DEU`)."""

import csv
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from natoextract.records import PackedArticle
from natoextract.writers import table_path
from natoextract.writers.files import written_whole
from natoextract.writers.tables import TABLES, rows_of


def write_csv(records: Iterator[PackedArticle], output: Path) -> None:
    """One file a table, beside each other."""
    with ExitStack() as stack:
        writers = {}
        for table in TABLES:
            partial = stack.enter_context(written_whole(table_path(output, table.name)))
            stream = stack.enter_context(partial.open("w", encoding="utf-8", newline=""))
            writers[table.name] = csv.writer(stream, lineterminator="\n")
            writers[table.name].writerow(column.name for column in table.columns)
        for record in records:
            content = record.content
            for table in TABLES:
                writers[table.name].writerows(map(_flat, row.values()) for row in rows_of(table, content))


def _flat(value: Any) -> Any:
    return "|".join(value) if isinstance(value, list) else value
