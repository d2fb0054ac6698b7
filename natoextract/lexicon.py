"""Reads and checks the word lists in `data/*.toml`."""

import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

EntryT = TypeVar("EntryT", bound="Entry")


class LexiconError(ValueError):
    """A data file has an unknown key, a duplicate or a missing field; the message names file and entry."""


class Entry(BaseModel):
    """Base of every kind of entry of a data file: unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@cache
def read_toml(name: str) -> dict[str, Any]:
    """The raw tables of `data/{name}.toml`. Raises `LexiconError` on a syntax error or a repeated key."""
    source = files("natoextract") / "data" / f"{name}.toml"
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"data/{name}.toml: {error}") from error


def parse_entries(name: str, tables: dict[str, Any], model: type[EntryT]) -> dict[str, EntryT]:
    """`{key: model}` of one group of tables of `data/{name}.toml`, each checked against `model`."""
    entries = {}
    for key, table in tables.items():
        try:
            entries[key] = model.model_validate(table)
        except ValidationError as error:
            raise LexiconError(f"data/{name}.toml, entry {key!r}: {error}") from error
    return entries


def read_entries(name: str, model: type[EntryT], group: str | None = None) -> dict[str, EntryT]:
    """The entries of `data/{name}.toml` (of its table `group`, if given) as `model` objects."""
    tables = read_toml(name)
    return parse_entries(name, tables if group is None else tables[group], model)


def read_whole(name: str, model: type[EntryT]) -> EntryT:
    """`data/{name}.toml` as one `model`; a word that stands twice in one of its lists is refused."""
    whole = parse_entries(name, {name: read_toml(name)}, model)[name]
    for field, words in whole:
        if isinstance(words, list) and (again := [word for word, times in Counter(words).items() if times > 1]):
            raise LexiconError(f"data/{name}.toml: {again[0]!r} stands twice in {field!r}")
    return whole


def unique(name: str, pairs: "list[tuple[str, str]]") -> dict[str, str]:
    """`{form: entry}` of (form, entry) pairs; raises `LexiconError` when two entries claim one form."""
    table: dict[str, str] = {}
    for form, entry in pairs:
        if table.setdefault(form, entry) != entry:
            raise LexiconError(f"data/{name}.toml: {form!r} stands in {table[form]!r} and in {entry!r}")
    return table
