"""The command, killed: what it leaves behind, and what the same command makes of it."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

# enough that a run is still going when its first chunk has been kept
ARTICLES = 1200


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files, and rows, and one that fails."""
    root = tmp_path_factory.mktemp("archive")
    texts = [
        f"La France a envoyé {n + 2} soldats au Mali, a annoncé le ministre. Ils y resteront jusqu'en {2013 + n}."
        for n in range(ARTICLES)
    ]
    for number, text in enumerate(texts[:200]):
        (root / f"{number:03}.txt").write_text(text, encoding="utf-8")
    rows = "".join(json.dumps({"text": text}) + "\n" for text in texts[200:])
    (root / "rows.jsonl").write_text(rows, encoding="utf-8")
    (root / "bad.txt").write_text("", encoding="utf-8")
    return root


def command(archive: Path, output: Path, processes: int) -> list[str]:
    where = ["-m", "natoextract", "extract", str(archive), "-o", str(output), "--processes", str(processes)]
    return [sys.executable, *where]


@pytest.fixture(scope="module")
def uninterrupted(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("whole") / "out.jsonl"
    assert subprocess.run(command(archive, output, 1), capture_output=True, check=False).returncode == 1
    assert len(output.read_bytes().splitlines()) == ARTICLES
    return output


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_killed_goes_on(
    archive: Path, uninterrupted: Path, tmp_path: Path, processes: int, how: signal.Signals
) -> None:
    output = tmp_path / "out.jsonl"
    run = subprocess.Popen(command(archive, output, processes), stderr=subprocess.PIPE, text=True)
    # the first chunk has been kept as soon as the log of the journal has grown beyond its tables
    log = tmp_path / "out.jsonl.journal-wal"
    deadline = time.monotonic() + 120
    while not (log.exists() and log.stat().st_size > 60_000):
        assert run.poll() is None and time.monotonic() < deadline
        time.sleep(0.01)
    run.send_signal(how)
    _, errors = run.communicate()
    assert not output.exists()
    assert "Traceback" not in errors
    if how is signal.SIGINT:
        assert run.returncode == 130
        assert "the same command goes on from what is kept in" in errors
    again = subprocess.run(command(archive, output, processes), capture_output=True, text=True, check=False)
    assert again.returncode == 1
    assert f"{archive / 'bad.txt'}: it is empty" in again.stderr
    assert output.read_bytes() == uninterrupted.read_bytes()
    assert (tmp_path / "out.jsonl.errors.jsonl").read_text(encoding="utf-8").count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "out.jsonl", "out.jsonl.errors.jsonl", "out.jsonl.journal",
    ]  # fmt: skip
