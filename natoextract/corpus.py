"""Asks a corpus: SQL on the DuckDB file that `extract -o corpus.duckdb` has written.

columns, rows = ask(Path("corpus.duckdb"), "SELECT * FROM timeline")
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

#: What a file holds, for those who ask nothing in particular.
_CONTENTS = """
SELECT name, kind, comment AS "a row" FROM (
    SELECT table_name AS name, 'table' AS kind, comment FROM duckdb_tables()
    UNION ALL SELECT view_name, 'view', comment FROM duckdb_views() WHERE NOT internal
) ORDER BY kind, name
"""


class CorpusError(Exception):
    """A question that cannot be answered; the message says why."""


def ask(database: Path, sql: str | None = None) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The columns and rows of an answer; the file is only read. Raises `CorpusError`."""
    if find_spec("duckdb") is None:
        raise CorpusError("a .duckdb file needs more than the base install: pip install 'natoextract[tables]'")
    import duckdb

    if not database.is_file():
        raise CorpusError(f"{database}: it does not exist")
    try:
        with duckdb.connect(str(database), read_only=True) as db:
            answer = db.execute(sql or _CONTENTS)
            return [column[0] for column in answer.description or ()], answer.fetchall()
    except duckdb.Error as error:
        raise CorpusError(f"{database}: {error}") from error
