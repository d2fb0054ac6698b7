"""The commands, on the sample dispatches."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import natoextract
from natoextract import Article
from natoextract.cli import app
from tests.conftest import DISPATCHES, FIXTURES

SMALL = FIXTURES / "evaluation"
NAMES = sorted(path.stem for path in DISPATCHES.glob("*.txt"))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": "100"})


# --- extract


def test_extract_writes_an_article_a_line() -> None:
    result = run("extract", DISPATCHES)
    assert result.exit_code == 0
    articles = [Article.model_validate_json(line) for line in result.stdout.splitlines()]
    assert [article.id for article in articles] == NAMES


def test_extract_says_what_the_library_says(tmp_path: Path) -> None:
    path = DISPATCHES / f"{NAMES[0]}.txt"
    result = run("extract", path, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 0 and result.stdout == ""
    text = path.read_bytes().decode("utf-8")
    expected = natoextract.extract(text, source=str(path))
    assert Article.model_validate_json((tmp_path / "out.jsonl").read_text(encoding="utf-8")) == expected


def test_extract_takes_folders_within_folders_and_the_publication_date(tmp_path: Path) -> None:
    inner = tmp_path / "2013" / "janvier"
    inner.mkdir(parents=True)
    (inner / "mali.txt").write_text("Les soldats français sont arrivés vendredi à Bamako.", encoding="utf-8")
    (inner / "notes.md").write_text("# Notes", encoding="utf-8")
    result = run("extract", tmp_path, "--published", "2013-01-12")
    (line,) = result.stdout.splitlines()
    article = json.loads(line)
    assert article["id"] == "mali"
    assert article["published"] == {"earliest": "2013-01-12", "latest": "2013-01-12", "origin": "argument"}


# --- show


def test_show_prints_text_legend_and_tables() -> None:
    result = run("show", DISPATCHES / f"{NAMES[0]}.txt")
    assert result.exit_code == 0
    assert "published: 2009-11-27 (dateline)" in result.stdout
    assert "countries  organisations  missions  places" in result.stdout
    assert "BRUXELLES, 27 nov 2009 (TAP)" in result.stdout


def test_show_takes_the_publication_date() -> None:
    result = run("show", SMALL / "kosovo.txt", "--published", "2020-10")
    assert "published: 2020-10-01 – 2020-10-31 (argument)" in result.stdout


# --- evaluate


def test_evaluate_given_predictions() -> None:
    result = run("evaluate", SMALL, SMALL / "predictions.jsonl")
    assert result.exit_code == 0
    assert "3 articles, 2 answered" in result.stdout
    (row,) = [line.split() for line in result.stdout.splitlines() if line.split()[:1] == ["countries"]]
    assert row == ["countries", "0.875", "0.700", "0.778", "7", "1", "3"]


def test_evaluate_extracts_where_no_predictions_are_given() -> None:
    result = run("evaluate", DISPATCHES)
    assert result.exit_code == 0
    assert "5 articles, 5 answered" in result.stdout


def test_evaluate_lists_errors_with_their_place() -> None:
    result = run("evaluate", SMALL, SMALL / "predictions.jsonl", "--errors")
    assert "kosovo:2:1 countries MISS 'Berlin' code=DEU | " in result.stdout


def test_evaluate_as_json() -> None:
    result = run("evaluate", SMALL, SMALL / "predictions.jsonl", "--json")
    expected = json.loads((SMALL / "figures.json").read_text(encoding="utf-8"))["f1"]
    assert json.loads(result.stdout) == expected


def test_evaluate_without_gold(tmp_path: Path) -> None:
    result = run("evaluate", tmp_path)
    assert result.exit_code == 1
    assert "it has no *.gold.json file" in result.stderr


# --- schema, and what the command loads


def test_schema_is_that_of_the_article() -> None:
    assert json.loads(run("schema").stdout) == Article.model_json_schema()


def test_version() -> None:
    assert run("--version").stdout.strip() == f"natoextract {natoextract.__version__}"


@pytest.mark.parametrize("command", [["-m", "natoextract", "--help"], ["-c", "import natoextract, natoextract.cli"]])
def test_help_and_import_load_nothing_heavy(command: list[str]) -> None:
    process = subprocess.run([sys.executable, "-X", "importtime", *command], capture_output=True, text=True, check=True)
    loaded = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in process.stderr.splitlines()}
    assert "typer" in loaded
    assert not loaded & {"spacy", "numpy", "thinc", "pydantic", "rich", "dateparser", "charset_normalizer", "pyarrow"}


def test_python_m_names_the_command() -> None:
    process = subprocess.run([sys.executable, "-m", "natoextract"], capture_output=True, text=True, check=False)
    assert process.returncode == 2
    assert "Usage: natoextract" in process.stdout + process.stderr
