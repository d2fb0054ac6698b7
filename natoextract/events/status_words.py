"""The words that say how sure an event is, read from `data/event_status.toml`."""

import re
from functools import cache
from typing import NamedTuple

from natoextract.lexicon import LexiconError, read_toml
from natoextract.text import fold

STATUSES = ("requested", "possible", "planned", "negated", "factual")


class StatusWords(NamedTuple):
    """Tables of `event_status.toml`, by accentless lemma."""

    verbs: dict[str, str]
    reflexives: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    phrases: dict[str, re.Pattern[str]]


@cache
def status_words() -> StatusWords:
    """The tables of `event_status.toml`. Raises `LexiconError`."""
    tables = read_toml("event_status")
    verbs: dict[str, str] = {}
    reflexives: dict[str, str] = {}
    nouns: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    phrases: dict[str, re.Pattern[str]] = {}
    for status, table in tables.items():
        if status not in STATUSES or set(table) - {"verbs", "nouns", "adjectives", "phrases"}:
            raise LexiconError(f"data/event_status.toml: unknown table or key in {status!r}")
        for word in map(fold, table.get("verbs", ())):
            bare = re.sub(r"^s(?:e |')", "", word)
            # *souhaiter* stands in two tables: *que* decides, see `governors.status_of_verb`
            (verbs if bare == word else reflexives).setdefault(bare, status)
        nouns.update((fold(w), status) for w in table.get("nouns", ()))
        adjectives.update((fold(w), status) for w in table.get("adjectives", ()))
        told = "|".join(re.sub(r"\bde$", "d[e']", re.escape(fold(w))) for w in table.get("phrases", ()))
        phrases[status] = re.compile(rf"\b(?:{told})(?!\w)") if told else re.compile(r"(?!)")
    return StatusWords(verbs, reflexives, nouns, adjectives, phrases)
