"""Extraction on Ray gives what it gives here."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from natoextract.batch import run, stream

ray = pytest.importorskip("ray")

TEXTS = [
    f"La France a envoyé {n + 2} soldats au Mali, a annoncé samedi le ministre de la Défense à la presse."
    for n in range(40)
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("archive")
    for number, text in enumerate(TEXTS):
        (root / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (root / "17.txt").write_text("", encoding="utf-8")
    return root


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[None]:
    ray.init(num_cpus=2, log_to_driver=False, include_dashboard=False)
    yield
    ray.shutdown()


def test_the_command_on_ray(archive: Path, tmp_path: Path) -> None:
    from natoextract.cli import app

    arguments = ["extract", str(archive), "-o", str(tmp_path / "ray.jsonl"), "--engine", "ray"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 1
    assert "17.txt: it is empty" in result.stderr
    run([archive], tmp_path / "local.jsonl")
    assert (tmp_path / "ray.jsonl").read_bytes() == (tmp_path / "local.jsonl").read_bytes()


def test_a_dataset(archive: Path, tmp_path: Path) -> None:
    from natoextract.distributed import extract_dataset

    rows = [
        {"corps": path.read_text(encoding="utf-8"), "clé": path.stem, "source": str(path)}
        for path in sorted(archive.glob("*.txt"))
    ]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    dataset = ray.data.read_json(str(tmp_path / "rows.jsonl"))
    extract_dataset(dataset, text="corps", id="clé").write_parquet(str(tmp_path / "extracted"))
    found = ray.data.read_parquet(str(tmp_path / "extracted")).take_all()
    articles = {row["id"]: row["article"] for row in found if row["error"] is None}
    assert articles == {record.id: record.line for record in stream([archive])}
    assert [(Path(row["source"]).name, row["error"]) for row in found if row["error"]] == [("17.txt", "it is empty")]
