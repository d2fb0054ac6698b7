"""Worker processes: each loads the model once; one that dies is replaced, and its articles are tried once more.

`concurrent.futures` gives up all work when a worker dies. Here each worker has a pipe of its own, so that its death is
the end of that pipe, and the chunk it held is known.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import cast

from natoextract.batch.outcome import Outcome, Settings
from natoextract.readers.base import Item

#: Chunks a worker that may be finished before the one that is next in order.
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Task:
    """Items of one chunk; `again` after a worker has died over them."""

    chunk: int
    first: int
    items: list[Item]
    again: bool = False


@dataclass(slots=True)
class Worker:
    """A process, this end of its pipe, and what it works on."""

    process: BaseProcess
    pipe: "Connection[object, object]"
    task: Task | None = None


class Pool:
    """Extracts chunks of items in several processes; outcomes come in the order of the chunks."""

    def __init__(self, processes: int, settings: Settings) -> None:
        self.processes = processes
        self.settings = settings
        self.workers: list[Worker] = []

    def run(self, chunks: Iterator[list[Item]]) -> Iterator[list[Outcome]]:
        """The outcomes of each chunk, in order."""
        try:
            yield from self._run(enumerate(chunks))
        finally:
            self._stop()

    def _run(self, chunks: Iterator[tuple[int, list[Item]]]) -> Iterator[list[Outcome]]:
        waiting: deque[Task] = deque()
        finished: dict[int, dict[int, Outcome]] = {}
        sizes: dict[int, int] = {}
        following, exhausted = 0, False
        while True:
            for worker in self._idle():
                if not waiting and not exhausted and len(sizes) < _AHEAD * self.processes:
                    if (entry := next(chunks, None)) is None:
                        exhausted = True
                    else:
                        number, items = entry
                        sizes[number], finished[number] = len(items), {}
                        waiting.append(Task(number, 0, items))
                if waiting:
                    self._give(worker, waiting.popleft())
            if not sizes:
                return
            for worker, outcomes in self._collect():
                task = cast(Task, worker.task)
                worker.task = None
                if outcomes is None:
                    self._replace(worker)
                    outcomes = [Outcome.of_death(item) for item in task.items] if task.again else []
                    if not task.again:
                        waiting.extendleft(
                            Task(task.chunk, task.first + i, [item], again=True)
                            for i, item in reversed(list(enumerate(task.items)))
                        )
                finished[task.chunk].update(enumerate(outcomes, task.first))
            while following in sizes and len(finished[following]) == sizes[following]:
                done = finished.pop(following)
                yield [done[i] for i in range(sizes.pop(following))]
                following += 1

    def _idle(self) -> list[Worker]:
        while len(self.workers) < self.processes:
            self.workers.append(self._start())
        return [worker for worker in self.workers if worker.task is None]

    def _give(self, worker: Worker, task: Task) -> None:
        worker.task = task
        # one that died before it was given anything is found when its outcomes are collected
        with suppress(OSError):
            worker.pipe.send(task.items)

    def _collect(self) -> list[tuple[Worker, list[Outcome] | None]]:
        """The workers that have finished, each with its outcomes; None where it died."""
        busy = {worker.pipe: worker for worker in self.workers if worker.task is not None}
        ready = wait(list(busy))
        return [(busy[cast("Connection[object, object]", pipe)], _received(pipe)) for pipe in ready]

    def _start(self) -> Worker:
        context = _context()
        here, there = context.Pipe()
        process = context.Process(target=serve, args=(there, self.settings), daemon=True)  # type: ignore[attr-defined]
        process.start()
        there.close()
        return Worker(process, here)

    def _replace(self, worker: Worker) -> None:
        _end(worker)
        self.workers[self.workers.index(worker)] = self._start()

    def _stop(self) -> None:
        for worker in self.workers:
            _end(worker)
        self.workers.clear()


def serve(pipe: "Connection[list[Outcome], list[Item]]", settings: Settings) -> None:
    """A worker's life: items in, outcomes out, until the other end closes."""
    # Ctrl-C goes to every process of the terminal: the one that writes decides
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from natoextract.batch.worker import Extractor

    extract = Extractor(settings)

    while True:
        try:
            items = pipe.recv()
        except EOFError:
            return
        outcomes = extract(items)
        try:
            pipe.send(outcomes)
        except BrokenPipeError:
            return


def _context() -> BaseContext:
    """Processes forked from one that has the model loaded, where the system can; else new ones."""
    if "forkserver" not in multiprocessing.get_all_start_methods() or os.uname().sysname == "Darwin":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["natoextract.batch.preload"])
    return context


def _received(pipe: object) -> list[Outcome] | None:
    try:
        return cast("Connection[object, list[Outcome]]", pipe).recv()
    except (EOFError, OSError):
        return None


def _end(worker: Worker) -> None:
    worker.pipe.close()
    worker.process.terminate()
    worker.process.join()
