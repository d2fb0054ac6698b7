"""The README's recipe for Ray Data, run on this machine: rows in Parquet, articles in Parquet and JSON Lines.

    python benchmarks/ray_recipe.py [--articles 200]

The articles are compared with those of one process here, and the time is told.
"""

import argparse
import json
import tempfile
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import ray
from sample import articles

from natoextract.batch import Fields, Settings, stream
from natoextract.distributed import extract_dataset


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder:
        rows = [{"key": f"a{n}", "body": text, "day": "2013-01-12"} for n, text in enumerate(articles(count))]
        (Path(folder) / "in").mkdir()
        pq.write_table(pa.Table.from_pylist(rows), f"{folder}/in/rows.parquet")
        ray.init(log_to_driver=False)
        started = time.perf_counter()
        dataset = extract_dataset(ray.data.read_parquet(f"{folder}/in"), text="body", date="day", id="key")
        dataset.write_parquet(f"{folder}/out")
        seconds = time.perf_counter() - started
        extracted = ray.data.read_parquet(f"{folder}/out")
        found = {row["id"]: json.loads(row["article"]) for row in extracted.take_all()}
        extracted.map(lambda row: json.loads(row["article"])).write_json(f"{folder}/lines")
        lines = sum(len(path.read_bytes().splitlines()) for path in Path(folder, "lines").glob("*.json"))
        (Path(folder) / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        settings = Settings(Fields("body", "day", "key"))
        expected = {}
        for record in stream([Path(folder) / "rows.jsonl"], settings):
            article = json.loads(record.line)
            # a row of a dataset has no place in a file
            expected[record.id] = article | {"source": found[record.id]["source"]}
        same = found == expected and lines == count
        told = "the same" if same else "NOT THE SAME"
        print(f"{count} articles in {seconds:.1f} s with the start of the actors: {told}")
        raise SystemExit(0 if same else 1)


if __name__ == "__main__":
    main()
