"""What each part of the model costs, and what it is worth: accuracy against speed, choice by choice.

    python benchmarks/components.py [--articles 200] [--rounds 3] [--gold DIR]

Each choice is one change to the pipeline as it ships. Accuracy is F1 on the gold given, by default on
`fixtures/dispatches` (on which the rules were developed: it shows what is lost, not how good they are elsewhere). Speed
is in articles a second of processor time, as a share of the shipped pipeline's; all pipelines read the same articles in
turn, and the fastest round counts.
"""

import argparse
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import spacy
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from sample import DISPATCHES, articles
from thinc.api import NumpyOps

from natoextract import Dispatch, extract_many, pipeline
from natoextract.evaluation import read_gold, score
from natoextract.model import MODEL
from natoextract.tokenizer import SurfaceTokenizer


def shipped(**changes: Any) -> Any:
    """A pipeline of its own."""
    nlp = pipeline.build()
    for name in changes.get("without", ()):
        nlp.remove_pipe(name)
    return nlp


def with_component(name: str) -> Any:
    """The pipeline with a component of the model that it leaves out."""
    nlp = pipeline.build()
    nlp.add_pipe(name, source=spacy.load(MODEL), before=pipeline.COMPONENTS[0])
    return nlp


def with_vectors_of_spacy() -> Any:
    nlp = pipeline.build()
    pipes: tuple[Any, Any] = (nlp.get_pipe("tok2vec"), spacy.load(MODEL).get_pipe("tok2vec"))
    ours, its = (pipe.model for pipe in pipes)
    for half in ("embed", "encode"):
        ours.replace_node(ours.get_ref(half), its.get_ref(half))
    return nlp


class ForgetfulTokenizer(SurfaceTokenizer):
    """Remembers what spaCy's tokenizer remembers by itself."""

    def _learn(self, plain: str) -> None:
        pass


def with_forgetful_tokenizer() -> Any:
    nlp: Any = pipeline.build()
    nlp.tokenizer = ForgetfulTokenizer(nlp.tokenizer.tokenizer)
    return nlp


def with_blis() -> Any:
    nlp: Any = pipeline.build()
    for _, component in nlp.pipeline:
        for layer in component.model.walk() if getattr(component, "model", None) else ():
            layer.ops = NumpyOps()
    return nlp


def searching_lemmas() -> Any:
    nlp: Any = pipeline.build()
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    for part_of_speech, lemmas in index.items():
        index[part_of_speech] = list(lemmas)
    return nlp


CHOICES: dict[str, tuple[Callable[[], Any], dict[str, Any]]] = {
    "as shipped": (shipped, {}),
    "with the model's ner": (lambda: with_component("ner"), {}),
    "with attribute_ruler": (lambda: with_component("attribute_ruler"), {}),
    "without lemmatizer": (lambda: shipped(without=["lemmatizer"]), {}),
    "without morphologizer": (lambda: shipped(without=["morphologizer"]), {}),
    "token vectors by spaCy": (with_vectors_of_spacy, {}),
    "words cut anew": (with_forgetful_tokenizer, {}),
    "matrices by blis": (with_blis, {}),
    "lemmas searched in lists": (searching_lemmas, {}),
    "8 articles a batch": (shipped, {"batch_size": 8}),
    "128 articles a batch": (shipped, {"batch_size": 128}),
    "every batch in a memory zone": (shipped, {"zone": True}),
}


def rate(nlp: Any, dispatches: list[Dispatch], *, zone: bool = False, batch_size: int = 32) -> float:
    """Articles a second of processor time."""
    started = time.process_time()
    for begin in range(0, len(dispatches), 128):
        with nlp.memory_zone() if zone else nullcontext():
            for article in extract_many(dispatches[begin : begin + 128], nlp=nlp, batch_size=batch_size):
                article.model_dump_json()
    return len(dispatches) / (time.process_time() - started)


def accuracy(nlp: Any, folder: Path) -> dict[str, float]:
    golds = read_gold(folder)
    dispatches = [Dispatch(gold.text(), id=gold.id) for gold in golds]
    result = score(golds, {article.id: article.model_dump() for article in extract_many(dispatches, nlp=nlp)})
    return {name: layer.f1 for name, layer in result.layers.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--gold", type=Path, default=DISPATCHES, metavar="DIR")
    arguments = parser.parse_args()
    pipelines = {name: build() for name, (build, _) in CHOICES.items()}
    figures = {name: accuracy(nlp, arguments.gold) for name, nlp in pipelines.items()}
    rates: dict[str, list[float]] = {name: [] for name in CHOICES}
    for number in range(arguments.rounds):
        # new articles each round: those read before are in the caches
        dispatches = [Dispatch(text) for text in articles(arguments.articles, seed=number)]
        for name, (_, options) in CHOICES.items():
            rates[name].append(rate(pipelines[name], dispatches, **options))
    best = {name: max(found) for name, found in rates.items()}
    layers = list(next(iter(figures.values())))
    table = Table(box=SIMPLE_HEAD)
    for column in ("choice", "speed", *layers):
        table.add_column(column.replace("_", "\n"), justify="left" if column == "choice" else "right")
    for name in CHOICES:
        speed = best[name] / best["as shipped"]
        table.add_row(name, f"{speed:.2f}", *(f"{figures[name][layer]:.3f}" for layer in layers))
    Console(width=200, highlight=False).print(table)


if __name__ == "__main__":
    main()
