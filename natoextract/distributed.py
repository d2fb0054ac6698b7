"""Extraction on a Ray cluster: over Ray Data, or as the engine of `natoextract extract`.

    import ray
    from natoextract.distributed import extract_dataset

    rows = extract_dataset(ray.data.read_parquet("s3://archive/"), text="body", date="day", id="key")
    rows.write_parquet("s3://extracted/")

Each actor loads the model once and has one CPU; one CPU of the cluster is left to reading and writing.
"""

import logging
from collections import deque
from collections.abc import Iterator
from itertools import chain
from typing import Any

import ray

from natoextract.batch.arrow import RowExtractor
from natoextract.batch.engines import CHUNK_ITEMS, Engine
from natoextract.batch.outcome import Outcome, Settings
from natoextract.batch.worker import Extractor
from natoextract.readers import Fields, Item

#: Chunks an actor that wait for it or for their turn.
_AHEAD = 3


def extract_dataset(
    dataset: Any,
    *,
    text: str | None = None,
    date: str | None = None,
    id: str | None = None,
    published: str | None = None,
    actors: int | None = None,
) -> Any:
    """The articles of a Ray `Dataset`, as one of columns `id`, `source`, `article` (its JSON) and `error`.

    `text`, `date` and `id` name columns, as `--text-field` … do; see `RowExtractor`.
    """
    settings = Settings(Fields(text, date, id), published)
    return dataset.map_batches(
        RowExtractor,
        fn_constructor_args=(settings,),
        batch_size=CHUNK_ITEMS,
        batch_format="pyarrow",
        num_cpus=1,
        compute=ray.data.ActorPoolStrategy(min_size=1, max_size=actors or _actors()),
    )


def ray_engine(address: str | None = None, *, actors: int | None = None) -> Engine:
    """Chunks to the actors of a cluster (by default, one started on this machine).

    Files are read where they are extracted: their paths must be the same on every machine. An actor that dies is
    started anew; the items it held are tried once more, one by one.
    """

    def run(chunks: Iterator[list[Item]], settings: Settings) -> Iterator[list[Outcome]]:
        if (first := next(chunks, None)) is None:
            return
        ray.init(address, ignore_reinit_error=True, log_to_driver=False, logging_level=logging.ERROR)
        number = actors or _actors()
        actor = ray.remote(num_cpus=1, max_restarts=-1)(Extractor)
        pool = deque(actor.remote(settings) for _ in range(number))
        waiting: deque[tuple[list[Item], Any]] = deque()
        for chunk in chain([first], chunks):
            waiting.append((chunk, _sent(pool, chunk)))
            if len(waiting) >= _AHEAD * number:
                yield _received(pool, *waiting.popleft())
        while waiting:
            yield _received(pool, *waiting.popleft())

    return run


def _sent(pool: deque[Any], items: list[Item]) -> Any:
    """The promise of the outcomes of items, given to the actor whose turn it is."""
    pool.rotate()
    return pool[0].__call__.remote(items)


def _received(pool: deque[Any], items: list[Item], promise: Any) -> list[Outcome]:
    try:
        outcomes: list[Outcome] = ray.get(promise)
    except ray.exceptions.RayActorError:
        return [_again(pool, item) for item in items]
    return outcomes


def _again(pool: deque[Any], item: Item) -> Outcome:
    try:
        outcomes: list[Outcome] = ray.get(_sent(pool, [item]))
    except ray.exceptions.RayActorError:
        return Outcome.of_death(item)
    return outcomes[0]


def _actors() -> int:
    return max(1, int(ray.cluster_resources().get("CPU", 1)) - 1)
