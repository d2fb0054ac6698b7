"""Reads and checks the word lists in `data/*.toml`."""

import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError

from natoextract.text import fold

EntryT = TypeVar("EntryT", bound="Entry")


class LexiconError(ValueError):
    """A data file has an unknown key, a duplicate or a missing field; the message names file and entry."""


class Entry(BaseModel):
    """Base of every kind of entry of a data file: unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _once(words: list[str]) -> list[str]:
    if again := [word for word, times in Counter(words).items() if times > 1]:
        raise ValueError(f"{again[0]!r} stands twice")
    return words


#: A list of words of a data file as it stands there; a word that stands twice is refused.
Listed = Annotated[list[str], AfterValidator(_once)]
#: The same as a set, accentless and in small letters.
Words = Annotated[frozenset[str], BeforeValidator(lambda words: frozenset(map(fold, _once(words))))]


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
    """`data/{name}.toml` as one `model`. Raises `LexiconError`."""
    return parse_entries(name, {name: read_toml(name)}, model)[name]


def unique(name: str, pairs: "list[tuple[str, str]]") -> dict[str, str]:
    """`{form: entry}` of (form, entry) pairs; raises `LexiconError` when two entries claim one form."""
    table: dict[str, str] = {}
    for form, entry in pairs:
        if table.setdefault(form, entry) != entry:
            raise LexiconError(f"data/{name}.toml: {form!r} stands in {table[form]!r} and in {entry!r}")
    return table
