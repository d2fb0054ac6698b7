"""`natoextract evaluate`."""

from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder of *.gold.json, each beside its *.txt.")],
    predictions: Annotated[
        Path | None, typer.Argument(metavar="PRED.jsonl", help="Articles to score; without it they are extracted now.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every miss and extra with its place.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the F1 figures as one JSON object.")] = False,
) -> None:
    """Score articles against gold: precision, recall and F1 a layer."""
    from rich.console import Console

    from natoextract.cli.failures import failing_cleanly
    from natoextract.evaluation import predict, read_gold, read_predictions, score
    from natoextract.terminal.figures import difference_lines, layer_table, slot_table

    console = Console(highlight=False)
    with failing_cleanly():
        golds = read_gold(gold)
        texts = {item.id: item.text() for item in golds} if errors else {}
        result = score(golds, read_predictions(predictions) if predictions else predict(golds))
    for line in difference_lines(result, texts) if errors else ():
        console.print(line, soft_wrap=True)
    if as_json:
        typer.echo(result.to_json())
        return
    console.print(layer_table(result))
    console.print(slot_table(result))
