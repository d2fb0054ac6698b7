"""`natoextract evaluate`."""

from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder of *.gold.json, each beside its *.txt.")],
    predictions: Annotated[
        Path | None, typer.Argument(metavar="PRED.jsonl", help="Articles to score; default: extracted now.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every miss and every extra.")] = False,
) -> None:
    """Score extractions against gold: precision, recall and F1 a layer."""
