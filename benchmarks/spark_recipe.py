"""The README's recipe for Spark, run on this machine (needs `pip install pyspark`, and Java).

    python benchmarks/spark_recipe.py [--articles 200]

The articles are compared with those of one process here, and the time is told.
"""

import argparse
import time
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from pyspark.sql import SparkSession
from sample import articles

from natoextract.batch.arrow import RowExtractor


def extract_batches(batches: Iterator[Any]) -> Iterator[Any]:
    """What `mapInArrow` calls once a partition: the model is loaded once a Python worker."""
    from natoextract.batch.arrow import RowExtractor

    extractor = RowExtractor()
    for batch in batches:
        yield from extractor(batch).to_batches()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    count = parser.parse_args().articles
    rows = [{"id": f"a{n}", "text": text, "published": "2013-01-12"} for n, text in enumerate(articles(count))]
    spark = (
        SparkSession.builder.master("local[2]").config("spark.sql.execution.arrow.maxRecordsPerBatch", 64).getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    started = time.perf_counter()
    frame = spark.createDataFrame(rows).repartition(4)
    extracted = frame.mapInArrow(extract_batches, "id string, source string, article string, error string")
    found = {row["id"]: row["article"] for row in extracted.collect()}
    seconds = time.perf_counter() - started
    spark.stop()
    expected = {row["id"]: row["article"] for row in RowExtractor()(pa.Table.from_pylist(rows)).to_pylist()}
    same = found == expected
    print(f"{count} articles in {seconds:.1f} s with the start of Spark: {'the same' if same else 'NOT THE SAME'}")
    raise SystemExit(0 if same else 1)


if __name__ == "__main__":
    main()
