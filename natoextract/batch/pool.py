"""Worker processes: each loads the model once; one that dies is replaced, and its articles are tried once more.

`concurrent.futures` gives up all work when a worker dies. Here each worker has a pipe of its own, so that its death is
the end of that pipe, and the chunk it held is known.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, cast

from natoextract.batch.outcome import Outcome
from natoextract.readers.base import Item

#: One outcome an item, in order.
Work = Callable[[list[Item]], list[Outcome]]

#: Chunks a worker that may be finished before the one that is next in order.
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Task:
    """Items of one chunk; `again` after a worker has died over them."""

    chunk: int
    first: int
    items: list[Item]
    again: bool = False

    def one_by_one(self) -> list["Task"]:
        """A task an item, to find the one over which a worker dies."""
        return [Task(self.chunk, self.first + i, [item], again=True) for i, item in enumerate(self.items)]


@dataclass(slots=True)
class Worker:
    """A process, this end of its pipe, and what it works on."""

    process: BaseProcess
    pipe: "Connection[object, object]"
    task: Task | None = None


class Pool:
    """Works on chunks of items in several processes; outcomes come in the order of the chunks.

    `prepare` is called once in each process, and gives what turns items into outcomes.
    """

    def __init__(self, processes: int, prepare: Callable[[], Work]) -> None:
        self.processes = processes
        self.prepare = prepare
        self.workers: list[Worker] = []

    def run(self, chunks: Iterable[list[Item]]) -> Generator[list[Outcome]]:
        """The outcomes of each chunk, in order."""
        coming = enumerate(chunks)
        waiting: deque[Task] = deque()
        results: dict[int, list[Outcome | None]] = {}
        following = 0
        try:
            while True:
                self._hand_out(coming, waiting, results)
                if following in results and None not in results[following]:
                    yield cast(list[Outcome], results.pop(following))
                    following += 1
                elif results:
                    for task, outcomes in self._collect():
                        if outcomes is None and not task.again:
                            waiting.extendleft(reversed(task.one_by_one()))
                        else:
                            done = outcomes or [Outcome.of_death(item) for item in task.items]
                            results[task.chunk][task.first : task.first + len(done)] = done
                else:
                    return
        finally:
            self._stop()

    def _hand_out(
        self,
        coming: Iterator[tuple[int, list[Item]]],
        waiting: deque[Task],
        results: dict[int, list[Outcome | None]],
    ) -> None:
        """Give each worker without work a task: one that waits, else the next chunk. A worker starts with its first."""
        idle = [worker for worker in self.workers if worker.task is None]
        while idle or len(self.workers) < self.processes:
            if not waiting and len(results) < _AHEAD * self.processes:
                for number, items in islice(coming, 1):
                    results[number] = [None] * len(items)
                    waiting.append(Task(number, 0, items))
            if not waiting:
                return
            if not idle:
                idle.append(self._start())
                self.workers.append(idle[0])
            worker = idle.pop()
            worker.task = waiting.popleft()
            # one that died before it was given anything is found when its outcomes are collected
            with suppress(OSError):
                worker.pipe.send(worker.task.items)

    def _collect(self) -> list[tuple[Task, list[Outcome] | None]]:
        """Wait for workers; the tasks that have ended, each with its outcomes, or None where the worker died."""
        busy = {worker.pipe: worker for worker in self.workers if worker.task is not None}
        ended = []
        for pipe in wait(list(busy)):
            worker = busy[cast("Connection[object, object]", pipe)]
            outcomes = _received(worker.pipe)
            ended.append((cast(Task, worker.task), outcomes))
            worker.task = None
            if outcomes is None:
                _end(worker)
                self.workers[self.workers.index(worker)] = self._start()
        return ended

    def _start(self) -> Worker:
        context = _context()
        here, there = context.Pipe()
        # typeshed gives `Process` to the contexts of each start method, and not to their base
        process = cast(Any, context).Process(target=serve, args=(there, self.prepare), daemon=True)
        process.start()
        there.close()
        return Worker(process, here)

    def _stop(self) -> None:
        for worker in self.workers:
            _end(worker)
        self.workers.clear()


def serve(pipe: "Connection[list[Outcome], list[Item]]", prepare: Callable[[], Work]) -> None:
    """A worker's life: items in, outcomes out, until the other end closes."""
    # Ctrl-C goes to every process of the terminal: the one that writes decides
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work = prepare()

    while True:
        try:
            items = pipe.recv()
        except (EOFError, OSError):  # a killed run resets the pipe if it left outcomes unread
            return
        outcomes = work(items)
        try:
            pipe.send(outcomes)
        except ConnectionError:
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
