"""The flat tables as Parquet."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pyarrow.parquet as pq

from natoextract.records import PackedArticle
from natoextract.writers import table_path
from natoextract.writers.arrow import schema_of, table_batches
from natoextract.writers.files import written_whole
from natoextract.writers.tables import TABLES


def write_parquet(records: Iterator[PackedArticle], output: Path) -> None:
    """One file a table, beside each other."""
    with ExitStack() as stack:
        writers = {}
        for table in TABLES:
            partial = stack.enter_context(written_whole(table_path(output, table.name)))
            writers[table.name] = stack.enter_context(pq.ParquetWriter(partial, schema_of(table), compression="zstd"))
        for table, batch in table_batches(records):
            if batch.num_rows:
                writers[table.name].write_batch(batch)
