"""The flat tables as Arrow batches, for Parquet and DuckDB."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any

import pyarrow as pa

from natoextract.records import PackedArticle
from natoextract.writers.tables import TABLES, Column, Table, rows_of

#: Articles a batch: enough rows for a column store, few enough to keep memory flat.
_ARTICLES = 500

_TYPES = {"text": pa.string(), "integer": pa.int64(), "date": pa.date32(), "list": pa.list_(pa.string())}


def schema_of(table: Table) -> Any:
    """The Arrow schema of a table; the meaning of each column is its metadata."""
    return pa.schema([pa.field(c.name, _TYPES[c.kind], metadata={"description": c.meaning}) for c in table.columns])


def table_batches(records: Iterable[PackedArticle]) -> Iterator[tuple[Table, Any]]:
    """Lazily, (table, batch of its rows), tables in turn, in the order of the articles."""
    records = iter(records)
    while contents := [record.content for record in islice(records, _ARTICLES)]:
        for table in TABLES:
            rows = [row for content in contents for row in rows_of(table, content)]
            arrays = [
                pa.array([_value(column, row[column.name]) for row in rows], _TYPES[column.kind])
                for column in table.columns
            ]
            yield table, pa.RecordBatch.from_arrays(arrays, schema=schema_of(table))


def _value(column: Column, value: Any) -> Any:
    """A value as Arrow takes it; a day of a calendar other than ours (year 0) is null."""
    if column.kind != "date" or value is None:
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
