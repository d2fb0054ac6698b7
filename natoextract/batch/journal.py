"""What a run has done so far: one SQLite file beside the output.

Each chunk of articles is one transaction. Whatever ends a run, the journal holds whole articles and nothing else; the
output is written from it at the end, in the order of the inputs, under another name, and put in place in one step.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from natoextract.batch.outcome import Outcome
from natoextract.intake import InputError
from natoextract.readers import Item, digest_of, load
from natoextract.records import PackedArticle

_TABLES = """
CREATE TABLE IF NOT EXISTS settings (value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS items (
    source TEXT PRIMARY KEY, number INTEGER, stat TEXT, digest TEXT, error TEXT
);
CREATE INDEX IF NOT EXISTS items_number ON items (number);
CREATE TABLE IF NOT EXISTS articles (
    source TEXT NOT NULL, part INTEGER NOT NULL, id TEXT NOT NULL, packed BLOB NOT NULL,
    PRIMARY KEY (source, part)
) WITHOUT ROWID;
"""


class JournalError(Exception):
    """A journal that cannot be used; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """What an earlier run made of an item: articles, or why it failed."""

    error: str | None


class Journal:
    """The articles and failures of a run, by the source of their item.

    `settings` is all that the results depend on beside the inputs: under other settings, everything is done anew.
    """

    def __init__(self, path: Path, settings: str) -> None:
        self.path = path
        self.pending: dict[str, int] = {}
        self.numbered = 0
        self.db = self._opened(settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        self.db.close()

    def recall(self, item: Item) -> Recalled | None:
        """Number the next item of the input; its outcome, if that is here and still holds."""
        self.numbered += 1
        row = self.db.execute("SELECT stat, digest, error FROM items WHERE source = ?", (item.source,)).fetchone()
        if row is None or item.problem is not None or not _unchanged(item, *row[:2]):
            self.pending[item.source] = self.numbered
            return None
        self.db.execute(
            "UPDATE items SET number = ?, stat = ? WHERE source = ?", (self.numbered, item.stat, item.source)
        )
        return Recalled(row[2])

    def add(self, outcomes: Iterable[Outcome]) -> None:
        """Keep outcomes, all or none."""
        with self.db:
            for done in outcomes:
                self.db.execute("DELETE FROM articles WHERE source = ?", (done.source,))
                self.db.execute(
                    "INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?)",
                    (done.source, self.pending.pop(done.source), done.stat, done.digest, done.error),
                )
                self.db.executemany(
                    "INSERT INTO articles VALUES (?, ?, ?, ?)",
                    ((done.source, part, r.id, r.packed) for part, r in enumerate(done.records)),
                )

    def forget_errors(self) -> None:
        """Drop the items that failed, so that they are tried again."""
        with self.db:
            self.db.execute("DELETE FROM articles WHERE source IN (SELECT source FROM items WHERE error IS NOT NULL)")
            self.db.execute("DELETE FROM items WHERE error IS NOT NULL")

    def close_run(self) -> None:
        """Drop what is no longer among the inputs."""
        with self.db:
            self.db.execute("DELETE FROM articles WHERE source IN (SELECT source FROM items WHERE number IS NULL)")
            self.db.execute("DELETE FROM items WHERE number IS NULL")

    def records(self) -> Iterator[PackedArticle]:
        """Every article, in the order of the inputs."""
        query = "SELECT id, packed FROM items JOIN articles USING (source) ORDER BY number, part"
        with closing(self.db.execute(query)) as rows:
            yield from (PackedArticle(id, packed) for id, packed in rows)

    def errors(self) -> Iterator[tuple[str, str]]:
        """(source, reason) of every item that failed, in the order of the inputs."""
        query = "SELECT source, error FROM items WHERE error IS NOT NULL ORDER BY number"
        with closing(self.db.execute(query)) as rows:
            yield from rows

    def count(self) -> int:
        """How many articles are here."""
        total: int = self.db.execute("SELECT count(*) FROM articles").fetchone()[0]
        return total

    def _opened(self, settings: str) -> sqlite3.Connection:
        db = sqlite3.connect(self.path, timeout=0.5)
        try:
            # one writer, and no memory shared between processes: the journal works on a network drive too
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.executescript(_TABLES)
            with db:
                if db.execute("SELECT value FROM settings").fetchall() != [(settings,)]:
                    db.execute("DELETE FROM articles")
                    db.execute("DELETE FROM items")
                    db.execute("DELETE FROM settings")
                    db.execute("INSERT INTO settings VALUES (?)", (settings,))
                db.execute("UPDATE items SET number = NULL")
        except sqlite3.DatabaseError as error:
            db.close()
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise JournalError(f"{self.path}: another run is writing to this output") from error
            if error.sqlite_errorcode in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR):
                raise JournalError(f"{self.path}: it is no journal of natoextract, or damaged: delete it") from error
            raise
        return db


def _unchanged(item: Item, stat: str | None, digest: str | None) -> bool:
    """Whether an item is what it was: a file by size and time of change, or else by its bytes."""
    if item.stat is not None and item.stat == stat:
        return True
    try:
        return digest is not None and digest_of(load(item)) == digest
    except InputError:
        return False
