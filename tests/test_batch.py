"""Runs over folders: order, ids, failures, worker processes. Most of it with a stand-in for the extraction."""

import json
import os
import signal
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from natoextract import Article
from natoextract.batch import BatchError, Engine, Progress, Settings, local_engine, run, stream
from natoextract.batch.engines import CHUNK_ITEMS, chunked
from natoextract.batch.journal import Journal
from natoextract.batch.outcome import Outcome
from natoextract.batch.pool import Pool
from natoextract.intake import InputError
from natoextract.readers import Fields, Item, digest_of, load
from natoextract.records import pack

GOOD = "La France a déployé 550 soldats à Bamako, a annoncé samedi le ministre de la Défense, Jean-Yves Le Drian.\n"
EMPTY: dict[str, Any] = {
    name: []
    for name in (
        "countries", "organisations", "missions", "places", "dates", "troop_counts", "speakers", "statements", "events",
    )
}  # fmt: skip


def outcome_of(item: Item) -> Outcome:
    """What the stand-in makes of an item: an article that quotes its text, or a failure if it says so."""
    try:
        data = load(item)
    except InputError as error:
        return Outcome(item.source, item.stat, item.position, error=error.reason)
    text = data.decode()
    if "faute" in text:
        return Outcome(item.source, item.stat, item.position, digest_of(data), error="it has a fault")
    article = Article(id=item.id, source=text, **EMPTY)
    return Outcome(
        item.source,
        item.stat,
        item.position,
        digest_of(data),
        (pack(item.id, article.model_dump_json(), text, [0], {}),),
    )


class Counting:
    """An engine that notes what it is given, and may break off after some chunks."""

    def __init__(self, breaks_after: int | None = None, fault: type[BaseException] = KeyboardInterrupt) -> None:
        self.seen: list[str] = []
        self.breaks_after = breaks_after
        self.fault = fault

    def __call__(self, chunks: Iterator[list[Item]], settings: Settings) -> Iterator[list[Outcome]]:
        for number, items in enumerate(chunks):
            if number == self.breaks_after:
                raise self.fault
            self.seen += [item.source for item in items]
            yield [outcome_of(item) for item in items]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A hundred small files in three folders."""
    root = tmp_path / "archive"
    for number in range(100):
        path = root / str(number % 3) / f"a{number:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"numéro {number}", encoding="utf-8")
    return root


def sources(output: Path) -> list[str]:
    return [json.loads(line)["source"] for line in output.read_text(encoding="utf-8").splitlines()]


def test_output_is_in_the_order_of_the_names(folder: Path, tmp_path: Path) -> None:
    run([folder], tmp_path / "out.jsonl", engine=Counting())
    expected = [f"numéro {n}" for part in range(3) for n in range(part, 100, 3)]
    assert sources(tmp_path / "out.jsonl") == expected


def test_a_second_run_extracts_nothing(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    run([folder], output, engine=Counting())
    before = output.read_bytes()
    output.unlink()
    again = Counting()
    progress = run([folder], output, engine=again)
    assert (again.seen, progress.kept, progress.articles) == ([], 100, 0)
    assert output.read_bytes() == before


def test_only_what_is_new_or_changed_is_extracted(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    run([folder], output, engine=Counting())
    (folder / "0" / "a000.txt").write_text("changé", encoding="utf-8")
    (folder / "0" / "a000b.txt").write_text("nouveau", encoding="utf-8")
    (folder / "0" / "a003.txt").unlink()
    os.utime(folder / "0" / "a006.txt", (1, 1))  # touched, but the same
    again = Counting()
    run([folder], output, engine=again)
    assert [Path(source).name for source in again.seen] == ["a000.txt", "a000b.txt"]
    assert sources(output)[:3] == ["changé", "nouveau", "numéro 6"]
    run([folder], tmp_path / "fresh.jsonl", engine=Counting())
    assert output.read_bytes() == (tmp_path / "fresh.jsonl").read_bytes()


def test_other_settings_extract_everything_anew(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    run([folder], output, engine=Counting())
    again = Counting()
    run([folder], output, Settings(published="2020"), engine=again)
    assert len(again.seen) == 100


def test_failures_are_listed_and_tried_again_only_when_asked(folder: Path, tmp_path: Path) -> None:
    output, errors = tmp_path / "out.jsonl", tmp_path / "out.jsonl.errors.jsonl"
    bad = folder / "1" / "a001.txt"
    bad.write_text("faute", encoding="utf-8")
    for expected in (100, 0):
        engine = Counting()
        progress = run([folder], output, engine=engine)
        assert len(engine.seen) == expected
        assert progress.failed == [(str(bad), "it has a fault")]
        assert [json.loads(line) for line in errors.read_text(encoding="utf-8").splitlines()] == [
            {"source": str(bad), "reason": "it has a fault"}
        ]
        assert len(sources(output)) == 99
    engine = Counting()
    run([folder], output, engine=engine, retry_errors=True)
    assert engine.seen == [str(bad)]
    bad.write_text("guéri", encoding="utf-8")
    assert run([folder], output, engine=Counting()).failed == []
    assert not errors.exists()
    assert "guéri" in sources(output)


@pytest.mark.parametrize("fault", [KeyboardInterrupt, MemoryError, SystemExit])
def test_an_interrupted_run_goes_on(folder: Path, tmp_path: Path, fault: type[BaseException]) -> None:
    output = tmp_path / "out.jsonl"
    with pytest.raises(fault):
        run([folder], output, engine=Counting(breaks_after=2, fault=fault))
    assert not output.exists()
    rest = Counting()
    run([folder], output, engine=rest)
    assert len(rest.seen) == 100 - 2 * CHUNK_ITEMS
    run([folder], tmp_path / "fresh.jsonl", engine=Counting())
    assert output.read_bytes() == (tmp_path / "fresh.jsonl").read_bytes()


def test_a_full_disk_is_told_and_nothing_is_lost(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "out.jsonl"
    opened = Journal._opened

    def nearly_full(self: Journal, settings: str) -> sqlite3.Connection:
        db = opened(self, settings)
        db.execute("PRAGMA max_page_count = 12")
        return db

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "_opened", nearly_full)
        with pytest.raises(BatchError, match=r"out\.jsonl\.journal: it cannot be written .* goes on from there"):
            run([folder], output, engine=Counting())
    rest = Counting()
    run([folder], output, engine=rest)
    assert 0 < len(rest.seen) < 100
    assert len(sources(output)) == 100


def test_an_output_in_no_folder(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(BatchError, match=r"none/out\.jsonl: its folder does not exist"):
        run([folder], tmp_path / "none" / "out.jsonl", engine=Counting())


def test_two_runs_on_one_output_do_not_mix(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    with Journal(tmp_path / "out.jsonl.journal", ""), pytest.raises(BatchError, match="another run"):
        run([folder], output, engine=Counting())


def test_a_file_that_is_no_journal_is_left_alone(folder: Path, tmp_path: Path) -> None:
    journal = tmp_path / "out.jsonl.journal"
    journal.write_text("Cher journal, " * 100, encoding="utf-8")
    with pytest.raises(BatchError, match="no journal of natoextract"):
        run([folder], tmp_path / "out.jsonl", engine=Counting())
    assert journal.read_text(encoding="utf-8").startswith("Cher journal")


def test_an_output_in_the_folder_is_no_input(folder: Path) -> None:
    for _ in range(2):
        progress = run([folder], folder / "out.jsonl", engine=Counting())
        assert progress.articles + progress.kept == 100


def test_articles_that_name_themselves_alike_are_told_apart(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(json.dumps({"id": "x", "text": GOOD}) + "\n" for _ in range(3)), encoding="utf-8")
    run([rows], tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [Article.model_validate_json(line).id for line in lines] == ["x", "x#2", "x#3"]
    assert [Article.model_validate_json(record.line).id for record in stream([rows])] == ["x", "x#2", "x#3"]


def test_one_chunk_is_extracted_in_this_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(Pool, "__init__", lambda *args: pytest.fail("a worker was started"))
    assert [record.id for record in stream([tmp_path], engine=local_engine(8))] == ["a"]


def test_processes_give_what_one_process_gives(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(CHUNK_ITEMS + 8):
        text = f"{GOOD * (number % 5 + 1)}Les {number + 2} soldats belges rentreront en {2001 + number}."
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "05.txt").write_bytes(b"\x00\x01")
    (folder / "39.txt").write_text("", encoding="utf-8")
    outputs = [tmp_path / f"{n}.jsonl" for n in (1, 2)]
    one, two = (run([folder], output, engine=local_engine(n)) for n, output in enumerate(outputs, 1))
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    assert one.failed == two.failed
    assert [Path(source).name for source, _ in one.failed] == ["05.txt", "39.txt"]


# --- workers that die


def work_that_dies() -> Any:
    """`mort` kills the worker each time; `évanoui` the first time only, of which a file keeps count."""

    def work(items: list[Item]) -> list[Outcome]:
        for item in items:
            text = (item.data or b"").decode()
            if text == "mort":
                os.kill(os.getpid(), signal.SIGKILL)
            if text.startswith("évanoui") and not os.path.exists(marker := text.removeprefix("évanoui ")):
                Path(marker).touch()
                os.kill(os.getpid(), signal.SIGKILL)
        return [outcome_of(item) for item in items]

    return work


def items_saying(*texts: str) -> list[Item]:
    return [Item(f"rows#{n}", str(n), "json", data=text.encode()) for n, text in enumerate(texts)]


def test_a_worker_that_dies_is_replaced_and_its_articles_tried_once_more(tmp_path: Path) -> None:
    texts = ["a", "b", "mort", "c", f"évanoui {tmp_path / 'marker'}", "d", "e", "mort", "f"]
    items = items_saying(*texts)
    chunks = [items[n : n + 3] for n in range(0, 9, 3)]
    outcomes = [done for some in Pool(2, work_that_dies).run(iter(chunks)) for done in some]
    assert [done.source for done in outcomes] == [item.source for item in items]
    failed = [text for text, done in zip(texts, outcomes, strict=True) if done.error]
    assert failed == ["mort", "mort"]
    assert all("died twice" in done.error for done in outcomes if done.error)


def test_workers_end_when_the_run_is_left_early() -> None:
    chunks = [[item] for item in items_saying(*"abcdefgh")]
    pool = Pool(2, work_that_dies)
    outcomes = pool.run(iter(chunks))
    next(outcomes)
    processes = [worker.process for worker in pool.workers]
    assert processes
    outcomes.close()
    assert not any(process.is_alive() for process in processes)


def test_no_more_chunks_are_read_than_are_needed() -> None:
    read = 0

    def chunks() -> Iterator[list[Item]]:
        nonlocal read
        for item in items_saying(*map(str, range(1000))):
            read += 1
            yield [item]

    next(Pool(2, work_that_dies).run(chunks()))
    assert read <= 10


# --- chunks, and articles that fail in the extraction


def test_chunks_are_closed_by_items_and_by_bytes() -> None:
    small = [Item(str(n), str(n), "text", position=n) for n in range(100)]
    assert [len(chunk) for chunk in chunked(small)] == [32, 32, 32, 4]
    large = [Item(str(n), str(n), "text", position=(n + 1) * 600_000) for n in range(5)]
    assert [len(chunk) for chunk in chunked(large)] == [2, 2, 1]


def test_one_article_that_breaks_a_rule_does_not_take_others_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from natoextract.article import to_article
    from natoextract.batch import worker

    def breaks(doc: Any, dispatch: Any) -> Article:
        if dispatch.id == "1":
            raise ZeroDivisionError("a rule divides by the number of soldiers")
        return to_article(doc, dispatch)

    monkeypatch.setattr("natoextract.batch.worker.to_article", breaks)
    items = [Item(f"rows#{n}", str(n), "text", data=GOOD.encode()) for n in range(3)]
    outcomes = worker.Extractor(Settings())(items)
    assert [done.error for done in outcomes] == [
        None,
        "its extraction failed (ZeroDivisionError: a rule divides by the number of soldiers)",
        None,
    ]
    assert [len(done.records) for done in outcomes] == [1, 0, 1]


def test_long_texts_are_not_analysed_together() -> None:
    from natoextract.batch.worker import BATCH_CHARS, _batches
    from natoextract.dispatch import Dispatch

    texts = ["a" * size for size in (10, 20, BATCH_CHARS, 30, BATCH_CHARS - 30, 1)]
    batches = [[number for number, _ in batch] for batch in _batches((n, Dispatch(t)) for n, t in enumerate(texts))]
    assert batches == [[0, 1], [2], [3, 4], [5]]


def test_the_words_of_many_articles_are_forgotten() -> None:
    import natoextract
    from natoextract.batch import worker

    extract = worker.Extractor(Settings())
    strings = natoextract.load().vocab.strings
    extract.articles = worker._ARTICLES_REMEMBERED
    extract([Item("a", "a", "text", data=f"{GOOD} Zyxwvutsrq".encode())])
    assert "Zyxwvutsrq" not in strings
    extract.articles = 0
    extract([Item("a", "a", "text", data=f"{GOOD} Zyxwvutsrq".encode())])
    assert "Zyxwvutsrq" in strings


def test_progress_counts_bytes_articles_and_failures(folder: Path, tmp_path: Path) -> None:
    (folder / "2" / "a002.txt").write_text("faute", encoding="utf-8")
    seen: list[tuple[int, int]] = []
    progress = Progress()
    engine: Engine = Counting()
    run(
        [folder],
        tmp_path / "out.jsonl",
        Settings(Fields()),
        engine=engine,
        progress=progress,
        watch=lambda: seen.append((progress.articles + len(progress.failed), progress.position)),
    )
    assert [articles for articles, _ in seen] == [32, 64, 96, 100]
    assert seen[-1][1] == progress.total == sum(path.stat().st_size for path in folder.rglob("*.txt"))
