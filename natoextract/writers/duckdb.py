"""One DuckDB file: the flat tables, their meaning as comments, and views that answer the first questions."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from natoextract.records import PackedArticle
from natoextract.writers.arrow import schema_of, table_batches
from natoextract.writers.files import written_whole
from natoextract.writers.tables import TABLES
from natoextract.writers.views import VIEWS


def write_duckdb(records: Iterator[PackedArticle], output: Path) -> None:
    """The whole corpus as one database, in place of an earlier one."""
    with written_whole(output) as partial, _created(partial) as db:
        for table in TABLES:
            empty = schema_of(table).empty_table()
            db.register("batch", empty)
            db.execute(f"CREATE TABLE {table.name} AS SELECT * FROM batch")
            db.execute(f"COMMENT ON TABLE {table.name} IS {_quoted(table.holds)}")
            for column in table.columns:
                db.execute(f'COMMENT ON COLUMN {table.name}."{column.name}" IS {_quoted(column.meaning)}')
        for table, batch in table_batches(records):
            if batch.num_rows:
                db.register("batch", batch)
                db.execute(f"INSERT INTO {table.name} SELECT * FROM batch")
        db.unregister("batch")
        for view in VIEWS:
            db.execute(f"CREATE VIEW {view.name} AS {view.query}")
            db.execute(f"COMMENT ON VIEW {view.name} IS {_quoted(view.holds)}")


def _created(path: Path) -> duckdb.DuckDBPyConnection:
    """A new database; the log of one whose writing was cut off would be read into it."""
    path.with_name(f"{path.name}.wal").unlink(missing_ok=True)
    return duckdb.connect(str(path))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
