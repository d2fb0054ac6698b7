"""Where chunks of items are extracted: in this process, in several, or on a cluster. The results are the same."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from natoextract.batch.outcome import Outcome, Settings
from natoextract.readers import Item

if TYPE_CHECKING:
    from natoextract.batch.worker import Extractor

#: Matrix libraries start a thread a core each: with a process a core they would only hinder each other.
THREAD_VARIABLES = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS",
)  # fmt: skip

#: Chunks in, outcomes out, in the same order, both lazily.
Engine = Callable[[Iterator[list[Item]], Settings], Iterator[list[Outcome]]]

#: Items a chunk, and bytes of input after which a chunk is closed.
CHUNK_ITEMS = 32
CHUNK_BYTES = 1_000_000


def local_engine(processes: int | None = None) -> Engine:
    """This machine: `processes` workers, by default one a core; what is but one chunk needs no other process."""

    def run(chunks: Iterator[list[Item]], settings: Settings) -> Iterator[list[Outcome]]:
        first = list(islice(chunks, 2))
        number = min(processes or _cores(), 1 if len(first) < 2 else 10**6)
        chunks = chain(first, chunks)
        if number == 1:
            yield from map(_extractor(settings), chunks)
            return
        from natoextract.batch.pool import Pool

        one_thread()
        yield from Pool(number, partial(_extractor, settings)).run(chunks)

    return run


def chunked(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items by the chunk: enough to fill a batch, few enough that little is lost with a worker."""
    chunk: list[Item] = []
    begin = 0
    for item in items:
        chunk.append(item)
        if len(chunk) == CHUNK_ITEMS or item.position - begin > CHUNK_BYTES:
            yield chunk
            chunk, begin = [], item.position
    if chunk:
        yield chunk


def one_thread() -> None:
    """Let the processes started from here use one thread each, unless the user has set otherwise."""
    for name in THREAD_VARIABLES:
        os.environ.setdefault(name, "1")


def _extractor(settings: Settings) -> "Extractor":
    # a second of imports, which only the process that extracts has need of
    from natoextract.batch.worker import Extractor

    return Extractor(settings)


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
