"""Reads gold files and predictions, and makes predictions where none are given."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from natoextract.evaluation.criteria import LAYERS
from natoextract.evaluation.matching import Item
from natoextract.intake import InputError, decode

_SUFFIX = ".gold.json"


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold article: its record, and the file of its text beside it."""

    id: str
    record: Item
    path: Path

    @property
    def text_path(self) -> Path:
        """The text beside the gold: `a.gold.json` → `a.txt`."""
        return self.path.with_name(self.path.name.removesuffix(_SUFFIX) + ".txt")

    def text(self) -> str:
        """The article's text. Raises `InputError` where it is missing, or not the text that the gold was made on."""
        if not self.text_path.is_file():
            raise InputError(str(self.path), f"its text, {self.text_path.name}, is not beside it")
        text = decode(self.text_path.read_bytes(), str(self.text_path))
        if len(text) != self.record.get("length", len(text)):
            raise InputError(
                str(self.text_path), f"it has {len(text)} characters; the gold is of {self.record['length']}"
            )
        return text


def read_gold(folder: Path) -> list[Gold]:
    """The `*.gold.json` of a folder, by name. Raises `InputError`."""
    if not folder.is_dir():
        raise InputError(str(folder), "it is not a folder" if folder.exists() else "it does not exist")
    golds = [_read_gold_file(path) for path in sorted(folder.glob(f"*{_SUFFIX}"))]
    if not golds:
        raise InputError(str(folder), f"it has no *{_SUFFIX} file")
    return golds


def read_predictions(path: Path) -> dict[str, Item]:
    """`{id: article}` of a JSON Lines file. Raises `InputError`."""
    if not path.is_file():
        raise InputError(str(path), "it is not a file" if path.exists() else "it does not exist")
    predictions: dict[str, Item] = {}
    for number, line in enumerate(decode(path.read_bytes(), str(path)).split("\n"), start=1):
        if line.strip():
            article = _parse(line, f"{path}:{number}")
            predictions[_id_of(article, f"{path}:{number}")] = article
    return predictions


def predict(golds: Sequence[Gold]) -> dict[str, Item]:
    """The outputs of the extraction itself. Raises `InputError` for gold without its text."""
    from natoextract.article import extract_many
    from natoextract.dispatch import Dispatch

    dispatches = [Dispatch(text=gold.text(), id=gold.id, source=gold.text_path.name) for gold in golds]
    return {article.id: article.model_dump() for article in extract_many(dispatches)}


def _read_gold_file(path: Path) -> Gold:
    record = _parse(decode(path.read_bytes(), str(path)), str(path))
    missing = sorted({layer.field for layer in LAYERS} - record.keys())
    if missing:
        raise InputError(str(path), f"it has no {', '.join(missing)}")
    return Gold(_id_of(record, str(path)), record, path)


def _parse(source: str, name: str) -> dict[str, Any]:
    try:
        record = json.loads(source)
    except ValueError as error:
        raise InputError(name, f"it is not JSON ({error})") from error
    if not isinstance(record, dict):
        raise InputError(name, "it is not a JSON object")
    return record


def _id_of(record: Item, name: str) -> str:
    if not isinstance(record.get("id"), str):
        raise InputError(name, "it has no id")
    return str(record["id"])
