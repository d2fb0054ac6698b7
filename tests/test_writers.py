"""Articles as JSON Lines, CSV, Parquet and DuckDB; and questions to a corpus."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from natoextract import Article
from natoextract.cli import app
from natoextract.corpus import CorpusError, ask
from natoextract.records import PackedArticle, pack
from natoextract.schema import Published
from natoextract.writers import WriterError, outputs_of, table_path, writer_for
from natoextract.writers.files import written_whole
from natoextract.writers.tables import TABLES, rows_of
from natoextract.writers.views import VIEWS

TEXT = "La France a envoyé 500 soldats au Mali, a dit samedi le ministre. \nIls y sont.\n"
METADATA = {"headline": 'Renforts au "Mali"', "day": date(2013, 1, 12), "broken": "\ud800"}
TROOPS = {"minimum": 500, "maximum": 500, "qualifier": "exact"}


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def article(id: str) -> Article:
    """An article with a row in each table."""
    return Article.model_validate(
        {
            "id": id,
            "source": "a;b.txt",
            "published": Published(earliest="2013-01-12", latest="2013-01-13", origin="header"),
            "dateline": None,
            "countries": [
                {**span("France"), "code": "FRA", "form": "name"},
                {**span("Mali"), "code": "MLI", "form": "name"},
            ],
            "organisations": [],
            "missions": [],
            "places": [],
            "dates": [
                {
                    **span("samedi"), "type": "DATE", "value": "2013-01-12", "earliest": "2013-01-12",
                    "latest": "2013-01-12",
                }
            ],
            "troop_counts": [
                {**span("500 soldats"), **TROOPS, "unit": "soldat", "contributors": ["FRA", "DEU"], "location": "MLI"}
            ],
            "speakers": [
                {"id": "s1", "name": "ministre", "kind": "person", "role": "ministre", "mentions": [span("ministre")]}
            ],
            "statements": [
                {
                    **span("La France a envoyé 500 soldats au Mali"), "kind": "indirect", "cue": span("a dit"),
                    "speaker": "s1",
                }
            ],
            "events": [
                {
                    "id": "e1", "type": "deployment", "status": "factual", "actors": ["FRA"], "troops": TROOPS,
                    "location": "MLI", "speaker": "ministre", "requested_by": [], "trigger": span("a envoyé"),
                    "sentence": {"start": 0, "end": 65}, "plover": "MOBILIZE",
                },
                {
                    "id": "e2", "type": "presence", "status": "factual", "actors": ["FRA"], "requested_by": [],
                    "trigger": span("sont"), "sentence": {"start": 67, "end": 78}, "location": "MLI",
                },
            ],
        }
    )  # fmt: skip


def records(count: int = 2) -> Iterator[PackedArticle]:
    for number in range(count):
        made = article(f"a{number}")
        yield pack(made.id, made.model_dump_json(), TEXT, [0, 67], METADATA)


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    writer_for(path)(records(), path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [Article.model_validate_json(line) for line in lines] == [article("a0"), article("a1")]


def test_each_table_has_the_columns_it_says_and_mentions_hold_their_sentence() -> None:
    content = next(records()).content
    found = {table.name: list(rows_of(table, content)) for table in TABLES}
    assert {name: len(rows) for name, rows in found.items() if rows} == {
        "articles": 1, "events": 2, "troop_counts": 1, "statements": 1, "speakers": 1, "dates": 1, "countries": 2,
    }  # fmt: skip
    for table in TABLES:
        for row in found[table.name]:
            assert list(row) == [column.name for column in table.columns]
            assert (row["article_id"], row["published"]) == ("a0", "2013-01-12")
            if "sentence" in row:
                assert row["sentence"] == TEXT[row["sentence_start"] : row["sentence_end"]]
                assert row["sentence"] == row["sentence"].strip() != ""
            if "text" in row and "start" in row:
                assert row["text"] == TEXT[row["start"] : row["end"]]
    kept = {"headline": 'Renforts au "Mali"', "day": "2013-01-12", "broken": "?"}
    assert json.loads(found["articles"][0]["metadata"]) == kept
    assert found["events"][1]["sentence"] == "Ils y sont."
    assert found["events"][0]["troops_minimum"] == 500
    assert found["events"][1]["troops_minimum"] is None
    assert found["statements"][0]["speaker"] == "ministre"
    assert found["speakers"][0]["mentions"] == 1


def test_every_field_of_the_schema_has_a_column() -> None:
    """A field added to the output is not forgotten in the tables."""
    inner = {"id", "mentions", "troops", "level_before", "level_after", "evidence"}
    columns = {table.name: {column.name for column in table.columns} for table in TABLES}
    schema = Article.model_json_schema()["$defs"]
    models = {
        "events": "Event", "troop_counts": "TroopCount", "statements": "Statement", "speakers": "Speaker",
        "dates": "Timex", "countries": "Country", "organisations": "Organisation", "missions": "Mission",
        "places": "Place",
    }  # fmt: skip
    for name, model in models.items():
        assert set(schema[model]["properties"]) - inner <= columns[name]


def test_csv(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    writer_for(path)(records(), path)
    assert {p.name for p in tmp_path.iterdir()} == {f"out.{table.name}.csv" for table in TABLES}
    with (tmp_path / "out.troop_counts.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["article_id"] for row in rows] == ["a0", "a1"]
    assert (rows[0]["contributors"], rows[0]["minimum"], rows[0]["mission"]) == ("FRA|DEU", "500", "")
    with (tmp_path / "out.articles.csv").open(encoding="utf-8", newline="") as stream:
        assert next(csv.DictReader(stream))["text"] == TEXT


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "out.parquet"
    writer_for(path)(records(1203), path)
    table = pq.read_table(tmp_path / "out.troop_counts.parquet")
    assert table.num_rows == 1203
    row = table.slice(1202).to_pylist()[0]
    assert (row["article_id"], row["contributors"], row["minimum"]) == ("a1202", ["FRA", "DEU"], 500)
    assert str(row["published"]) == "2013-01-12"
    assert b"provide" in table.schema.field("contributors").metadata[b"description"]
    assert pq.read_table(tmp_path / "out.places.parquet").num_rows == 0


def test_a_day_that_no_calendar_column_holds_is_null(tmp_path: Path) -> None:
    made = article("a").model_dump()
    made["dates"][0] |= {"value": "-0044-03-15", "earliest": "-0044-03-15"}
    path = tmp_path / "out.parquet"
    writer_for(path)(iter([pack("a", json.dumps(made), TEXT, [0], {})]), path)
    assert pq.read_table(tmp_path / "out.dates.parquet").to_pylist()[0]["earliest"] is None


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.duckdb"
    writer_for(path)(records(3), path)
    return path


def test_duckdb_tables_views_and_comments(corpus: Path) -> None:
    with duckdb.connect(str(corpus), read_only=True) as db:
        for table in TABLES:
            (count,) = db.execute(f"SELECT count(*) FROM {table.name}").fetchone() or ()
            assert count == 3 * len(list(rows_of(table, next(records()).content)))
        for view in VIEWS:
            assert db.execute(f"SELECT * FROM {view.name}").fetchall()
        comments = db.execute("SELECT comment FROM duckdb_columns() WHERE NOT internal AND comment IS NOT NULL")
        assert len(comments.fetchall()) == sum(len(table.columns) for table in TABLES)


def test_a_database_is_written_anew_even_after_a_torn_one(corpus: Path) -> None:
    (corpus.parent / "corpus.duckdb.partial.wal").write_bytes(b"torn")
    writer_for(corpus)(records(1), corpus)
    assert ask(corpus, "SELECT count(*) FROM articles")[1] == [(1,)]
    assert [p.name for p in corpus.parent.iterdir()] == ["corpus.duckdb"]


def test_ask(corpus: Path) -> None:
    columns, rows = ask(corpus, "SELECT actor, troops_minimum FROM troop_events WHERE type = 'deployment' LIMIT 1")
    assert (columns, rows) == (["actor", "troops_minimum"], [("FRA", 500)])
    assert {row[0] for row in ask(corpus)[1]} == {t.name for t in TABLES} | {v.name for v in VIEWS}


@pytest.mark.parametrize(
    ("sql", "reason"),
    [("SELECT x FROM events", '"x" not found'), ("SELEC", "syntax error"), ("DROP TABLE events", "read-only mode")],
)
def test_a_question_that_cannot_be_answered(corpus: Path, sql: str, reason: str) -> None:
    with pytest.raises(CorpusError, match=reason):
        ask(corpus, sql)


def test_query_prints_a_table(corpus: Path) -> None:
    result = CliRunner().invoke(app, ["query", str(corpus), "SELECT speaker, statements FROM statements_by_speaker"])
    assert result.exit_code == 0
    assert result.stdout.split() == ["speaker", "┃", "statements", "━" * 10 + "╇" + "━" * 12, "ministre", "│", "3"]


def test_query_of_no_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.duckdb").write_text("rien", encoding="utf-8")
    for name, reason in (("none.duckdb", "it does not exist"), ("a.duckdb", "not a valid DuckDB")):
        result = CliRunner().invoke(app, ["query", str(tmp_path / name), "SELECT 1"])
        assert (result.exit_code, reason in result.stderr) == (1, True)
    assert CliRunner().invoke(app, ["query"]).exit_code == 2


def test_the_dictionary_describes_every_column() -> None:
    result = CliRunner().invoke(app, ["query", "--dictionary"])
    assert result.exit_code == 0
    for table in TABLES:
        assert f"{table.name}: a row is {table.holds}" in result.stdout
        assert all(column.meaning in result.stdout for column in table.columns)


def test_an_output_of_no_known_form(tmp_path: Path) -> None:
    with pytest.raises(WriterError, match=r"\.jsonl, \.csv, \.parquet or \.duckdb"):
        writer_for(tmp_path / "out.xlsx")
    result = CliRunner().invoke(app, ["extract", str(tmp_path), "-o", str(tmp_path / "out.xlsx")])
    assert result.exit_code == 2


def test_a_form_whose_library_is_missing_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("natoextract.writers.find_spec", lambda name: None)
    for suffix in ("parquet", "duckdb"):
        with pytest.raises(WriterError, match=r"pip install 'natoextract\[tables\]'"):
            writer_for(tmp_path / f"out.{suffix}")


def test_a_file_is_there_whole_or_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), written_whole(path) as partial:
        partial.write_text("half", encoding="utf-8")
        raise ZeroDivisionError
    assert [p.read_text(encoding="utf-8") for p in tmp_path.iterdir()] == ["before"]


def test_outputs_are_known_by_their_absolute_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    expected = {str(tmp_path / name) for name in ("c.csv", "c.csv.errors.jsonl", "c.events.csv")}
    assert expected <= outputs_of(Path("c.csv"))
    assert table_path(Path("a/c.csv"), "events") == Path("a/c.events.csv")
