"""Articles as files; the suffix of the output tells its form.

- `corpus.jsonl`: JSON Lines, one `Article` a line, the canonical form;
- `corpus.csv`, `corpus.parquet`: flat tables, one file each (`corpus.events.csv`, `corpus.dates.csv`, …);
- `corpus.duckdb`: one database with these tables, and views on them.

The tables and their columns are described in `natoextract.writers.tables`, and by `natoextract query --dictionary`.
"""

import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from natoextract.records import PackedArticle
from natoextract.writers.files import written_whole
from natoextract.writers.tables import TABLES

__all__ = ["WriterError", "errors_path", "outputs_of", "writer_for", "written_whole"]

Writer = Callable[[Iterator[PackedArticle], Path], None]


class WriterError(ValueError):
    """An output of no known form, or one whose library is not installed."""


def writer_for(output: Path) -> Writer:
    """The writer of an output's form. Raises `WriterError`."""
    suffix = output.suffix.lower()
    if suffix in (".jsonl", ".ndjson"):
        from natoextract.writers.jsonlines import write_lines

        return write_lines
    if suffix == ".csv":
        from natoextract.writers.csv import write_csv

        return write_csv
    if suffix not in (".parquet", ".duckdb"):
        raise WriterError(f"{output}: outputs are .jsonl, .csv, .parquet or .duckdb")
    if not all(find_spec(library) for library in ("pyarrow", "duckdb")):
        raise WriterError(f"{output}: {suffix} needs more than the base install: pip install 'natoextract[tables]'")
    if suffix == ".parquet":
        from natoextract.writers.parquet import write_parquet

        return write_parquet
    from natoextract.writers.duckdb import write_duckdb

    return write_duckdb


def errors_path(output: Path) -> Path:
    """Where the inputs that failed are listed: `corpus.duckdb` → `corpus.duckdb.errors.jsonl`."""
    return output.with_name(f"{output.name}.errors.jsonl")


def table_path(output: Path, table: str) -> Path:
    """`corpus.csv`, `events` → `corpus.events.csv`."""
    return output.with_name(f"{output.stem}.{table}{output.suffix}")


def outputs_of(output: Path) -> frozenset[str]:
    """The absolute paths of every file that a run writes: in a folder that is read, they are no input."""
    written = [output, errors_path(output), *(table_path(output, table.name) for table in TABLES)]
    return frozenset(os.path.abspath(path) for path in written)
