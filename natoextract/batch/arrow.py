"""Rows of Arrow to articles: what Ray Data, Spark's `mapInArrow` and the like have need of."""

import hashlib
import json
from typing import Any

import pyarrow as pa

from natoextract.batch.outcome import Settings
from natoextract.batch.worker import Extractor
from natoextract.readers import Item

#: One row an article, or a row that failed.
SCHEMA = pa.schema({"id": pa.string(), "source": pa.string(), "article": pa.string(), "error": pa.string()})


class RowExtractor:
    """Extracts tables or batches of rows; the model is loaded with the first.

    Columns in: of the text, the date and the id, as in `Fields`, and `source`, which is kept. Out: `id`, `source`,
    `article` (its JSON) and `error`: why a row has no article. A row without an id is named by a hash of what it holds.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.extractor = Extractor(settings or Settings())

    def __call__(self, batch: Any) -> Any:
        """The articles of a batch, in its order, as an Arrow table."""
        rows: list[dict[str, str | None]] = []
        for outcome in self.extractor([_item(row) for row in batch.to_pylist()]):
            source = outcome.source or None
            rows += [{"id": r.id, "source": source, "article": r.line, "error": None} for r in outcome.records]
            if outcome.error is not None:
                rows.append({"id": None, "source": source, "article": None, "error": outcome.error})
        return pa.Table.from_pylist(rows, schema=SCHEMA)


def _item(row: dict[str, Any]) -> Item:
    data = json.dumps(row, default=str).encode()
    name = hashlib.blake2b(data, digest_size=8).hexdigest()
    return Item(str(row.get("source") or ""), name, "json", data=data)
