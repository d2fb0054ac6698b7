"""Events in PLOVER's words, and the command that writes them."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import natoextract
from natoextract.cli import app
from natoextract.intake import InputError
from natoextract.plover import plover_event, to_plover
from natoextract.saved import holds_articles, read_articles
from natoextract.schema import Article, Event
from tests.conftest import FIXTURES

SMALL = FIXTURES / "evaluation"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def record(**slots: Any) -> dict[str, Any] | None:
    """The PLOVER record of one event; `trigger` is given by its words."""
    words = slots.pop("trigger", "retrait")
    kind, status = slots.get("type", "withdrawal"), slots.get("status", "factual")
    base = {
        "id": "e1",
        "type": kind,
        "status": status,
        "actors": ["ITA"],
        "location": "IRQ",
        "requested_by": [],
        "trigger": {"start": 10, "end": 10 + len(words), "text": words},
        "sentence": {"start": 0, "end": 50},
        "plover": plover_event(kind, status),
    }
    layers: dict[str, Any] = {name: [] for name, field in Article.model_fields.items() if field.is_required()}
    article = Article.model_validate({**layers, "id": "a", "events": [Event.model_validate(base | slots)]})
    return next(to_plover(article), None)


def told(**slots: Any) -> tuple[Any, ...]:
    found = record(**slots)
    assert found is not None
    return tuple(found[key] for key in ("event", "mode", "context", "actors", "recipient"))


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({}, ("RETREAT", "withdraw", ["military"], ["ITA"], ["IRQ"])),
        ({"status": "planned"}, ("CONCEDE", None, ["military", "future"], ["ITA"], ["IRQ"])),
        ({"type": "deployment"}, ("MOBILIZE", "troops", ["military"], ["ITA"], ["IRQ"])),
        ({"type": "deployment", "location": "ITA"}, ("MOBILIZE", "troops", ["military"], ["ITA"], [])),
        ({"type": "deployment", "location": None}, ("MOBILIZE", "troops", ["military"], ["ITA"], [])),
        ({"type": "presence", "status": "planned"}, ("AGREE", None, ["military", "future"], ["ITA"], ["IRQ"])),
        ({"type": "casualties"}, ("ASSAULT", None, ["military"], [], ["ITA"])),
        (
            {"type": "deployment", "status": "requested", "requested_by": ["USA"]},
            ("REQUEST", "assist", ["military"], ["USA"], ["ITA"]),
        ),
        (
            {"status": "requested", "requested_by": ["NATO"]},
            ("REQUEST", "yield", ["military"], ["NATO"], ["ITA"]),
        ),
        (
            {"type": "deployment", "status": "negated", "requested_by": ["USA"]},
            ("REJECT", "assist", ["military", "negation"], ["ITA"], ["USA"]),
        ),
        ({"type": "meeting", "status": "negated"}, ("REJECT", "meet", ["diplomatic", "negation"], ["ITA"], [])),
    ],
)
def test_event_mode_context_and_roles(slots: dict[str, Any], expected: tuple[Any, ...]) -> None:
    assert told(**slots) == expected


@pytest.mark.parametrize(
    ("trigger", "actors", "location", "mode"),
    [
        ("téléphoné", ["USA", "ITA"], None, "phone"),
        ("entretien téléphonique", ["USA", "ITA"], None, "phone"),
        ("visioconférence", ["USA", "ITA"], None, "phone"),
        ("coup de fil", ["USA", "ITA"], None, "phone"),
        ("s'est rendu", ["USA"], "IRQ", "visit"),
        ("visite", ["USA"], "IRQ", "visit"),
        ("sommet", ["NATO"], "BEL", "multilateral"),
        ("réunion", ["USA", "FRA", "GBR"], None, "multilateral"),
        ("rencontre", ["USA", "RUS"], "CHE", "third-party"),
        ("rencontre", ["USA", "RUS"], None, None),
    ],
)
def test_how_officials_meet(trigger: str, actors: list[str], location: str | None, mode: str | None) -> None:
    found = record(type="meeting", trigger=trigger, actors=actors, location=location)
    assert found is not None
    assert (found["event"], found["mode"], found["actors"], found["recipient"]) == ("CONSULT", mode, actors, [])


def test_events_without_a_plover_name_are_left_out() -> None:
    assert record(status="possible") is None
    assert record(type="presence") is None


def test_records_keep_offsets_and_links() -> None:
    found = record(merged_into="e0", date={"value": "2004-05", "earliest": "2004-05-01", "latest": "2004-05-31"})
    assert found is not None
    assert (found["id"], found["same_as"]) == ("a:e1", "a:e0")
    assert found["text"] == {"start": 10, "end": 17, "text": "retrait"}
    assert found["date"]["value"] == "2004-05"


# --- the command


def test_export_of_articles_and_of_texts_is_the_same(tmp_path: Path) -> None:
    assert run("extract", SMALL / "mali.txt", "-o", tmp_path / "articles.jsonl").exit_code == 0
    from_articles = run("export", tmp_path / "articles.jsonl", "--to", "plover")
    from_texts = run("export", SMALL / "mali.txt", "--to", "plover", "-o", tmp_path / "events.jsonl")
    assert from_articles.exit_code == from_texts.exit_code == 0
    assert from_articles.stdout == (tmp_path / "events.jsonl").read_text(encoding="utf-8")
    article = natoextract.extract((SMALL / "mali.txt").read_text(encoding="utf-8"), id="mali")
    expected = [event["event"] for event in to_plover(article)]
    assert [json.loads(line)["event"] for line in from_articles.stdout.splitlines()] == expected


def test_export_names_the_line_that_is_no_article(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    line = natoextract.extract("Rien à signaler.").model_dump_json()
    path.write_text(f'{line}\n\n{{"id": "a"}}\n', encoding="utf-8")
    assert holds_articles(path)
    with pytest.raises(InputError, match=r"articles\.jsonl:3: it is no article \(countries: "):
        list(read_articles(path))
    result = run("export", path, "--to", "plover")
    assert result.exit_code == 1
    assert "articles.jsonl:3" in result.stderr


def test_export_names_the_line_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    line = natoextract.extract("Rien à signaler.").model_dump_json()
    path.write_bytes(line.encode() + b'\n{"id": "\xff"}\n')
    result = run("export", path, "--to", "plover")
    assert result.exit_code == 1
    assert "articles.jsonl:2: it is no article" in result.stderr


def test_export_may_write_over_what_it_reads(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    article = natoextract.extract("La France a envoyé 300 soldats au Mali.")
    path.write_text(f"{article.model_dump_json()}\n", encoding="utf-8")
    assert run("export", path, "--to", "plover", "-o", path).exit_code == 0
    assert [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] == list(to_plover(article))


def test_export_into_no_folder(tmp_path: Path) -> None:
    result = run("export", SMALL / "mali.txt", "--to", "plover", "-o", tmp_path / "none" / "events.jsonl")
    assert result.exit_code == 1
    assert "it cannot be opened (No such file or directory)" in result.stderr


def test_what_is_an_output_and_what_an_input(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": "La France enverra 550 soldats au Mali."}\n', encoding="utf-8")
    assert not holds_articles(rows)
    assert not holds_articles(SMALL / "mali.txt")
    assert run("export", rows, "--to", "plover").exit_code == 0


def test_export_to_an_unknown_schema() -> None:
    assert run("export", SMALL / "mali.txt", "--to", "cameo").exit_code == 2
    assert run("export", SMALL / "mali.txt").exit_code == 2
