"""When a prediction is right, layer by layer: the scoring table of the output contract."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from natoextract.evaluation.matching import Item, intersection_over_union, overlap

#: The organisations that are scored; others may be emitted.
SCORED_ORGANISATIONS = frozenset({
    "NATO", "UN", "EU", "AU", "ECOWAS", "G5_SAHEL", "G7", "G20", "OSCE", "CSTO", "ARAB_LEAGUE", "TALIBAN", "AL_QAEDA",
    "AQIM", "JNIM", "ISIS", "BOKO_HARAM", "AL_SHABAAB", "HEZBOLLAH", "HAMAS", "M23", "WAGNER", "PENTAGON", "BUNDESWEHR",
})  # fmt: skip

_SAME_STATEMENT = 0.6
_SAME_PHRASE = 0.6
_DETERMINER = re.compile(r"^(?:le |la |les |l'|un |une |des |ce |cette |m\. |mme |the )")


@dataclass(frozen=True, slots=True)
class Layer:
    """One line of the scoring: the field it reads, when two of its items agree, and which pair is preferred."""

    name: str
    field: str
    agree: Callable[[Item, Item], bool]
    rank: Callable[[Item, Item], Any] = intersection_over_union


def fold_name(name: str | None) -> str:
    """A name without case, accents, leading determiner and punctuation: `l'Élysée` → `elysee`."""
    decomposed = unicodedata.normalize("NFKD", name or "")
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).lower().replace("’", "'")
    return re.sub(r"\W+", " ", _DETERMINER.sub("", bare.strip())).strip()


def same_speaker(gold: Item, predicted: Item) -> bool:
    """The same name; for persons the last name may do, for others most words of the phrase."""
    wanted, given = fold_name(gold["name"]), fold_name(predicted["name"])
    if wanted == given:
        return True
    persons = [item["kind"] == "person" for item in (gold, predicted)]
    if all(persons) and wanted and given:
        return wanted.split()[-1] == given.split()[-1]
    return not persons[0] and _dice(set(wanted.split()), set(given.split())) >= _SAME_PHRASE


def same_numbers(gold: Item | None, predicted: Item | None) -> bool:
    """The same bounds, or no number on either side."""
    if not gold or not predicted:
        return not gold and not predicted
    return all(gold.get(bound) == predicted.get(bound) for bound in ("minimum", "maximum"))


def _dice(a: set[str], b: set[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _same_code(gold: Item, predicted: Item) -> bool:
    return overlap(gold, predicted) and bool(gold["code"] == predicted["code"])


def _same_name(gold: Item, predicted: Item) -> bool:
    """The standard name, or the words of the text."""
    names = fold_name(gold["name"]) == fold_name(predicted["name"])
    return overlap(gold, predicted) and (names or fold_name(gold.get("text")) == fold_name(predicted.get("text")))


def _same_type(gold: Item, predicted: Item) -> bool:
    return overlap(gold, predicted) and bool(gold["type"] == predicted["type"])


def _same_value(gold: Item, predicted: Item) -> bool:
    return _same_type(gold, predicted) and bool(gold["value"] == predicted["value"])


def _same_count(gold: Item, predicted: Item) -> bool:
    return overlap(gold, predicted) and same_numbers(gold, predicted)


def _same_full_count(gold: Item, predicted: Item) -> bool:
    return (
        _same_count(gold, predicted)
        and gold["qualifier"] == predicted.get("qualifier")
        and set(gold["contributors"]) == set(predicted.get("contributors") or [])
        and gold["location"] == predicted.get("location")
    )


def _same_source(gold: Item, predicted: Item) -> bool:
    return same_speaker(gold, predicted) and bool(gold["kind"] == predicted.get("kind"))


def _rank_source(gold: Item, predicted: Item) -> bool:
    return fold_name(gold["name"]) == fold_name(predicted["name"])


def _same_statement(gold: Item, predicted: Item) -> bool:
    return intersection_over_union(gold, predicted) >= _SAME_STATEMENT


def _same_attribution(gold: Item, predicted: Item) -> bool:
    """`source` is the entry of `speakers` that a statement names."""
    sources = gold["source"], predicted["source"]
    return _same_statement(gold, predicted) and all(sources) and same_speaker(*sources)


def _same_event(gold: Item, predicted: Item) -> bool:
    wanted, given = set(gold["actors"]), set(predicted.get("actors") or [])
    return (
        gold["type"] == predicted["type"]
        and (bool(wanted & given) or not (wanted or given))
        and same_numbers(gold["troops"], predicted.get("troops"))
        and same_numbers(gold["level_after"], predicted.get("level_after"))
        and overlap(gold["sentence"], predicted.get("sentence") or predicted["trigger"])
    )


def _rank_event(gold: Item, predicted: Item) -> tuple[bool, bool, int]:
    trigger = predicted.get("trigger")
    return (
        trigger is not None and overlap(gold["trigger"], trigger),
        gold["status"] == predicted.get("status"),
        len(set(gold["actors"]) & set(predicted.get("actors") or [])),
    )


LAYERS = (
    Layer("countries", "countries", _same_code),
    Layer("organisations", "organisations", _same_code),
    Layer("missions", "missions", _same_name),
    Layer("places", "places", _same_name),
    Layer("dates_found", "dates", _same_type),
    Layer("dates_value", "dates", _same_value),
    Layer("troops_value", "troop_counts", _same_count),
    Layer("troops_full", "troop_counts", _same_full_count),
    Layer("speakers", "speakers", _same_source, _rank_source),
    Layer("statements", "statements", _same_statement),
    Layer("statements_attributed", "statements", _same_attribution),
    Layer("events_core", "events", _same_event, _rank_event),
)


def _date_of(event: Item) -> str | None:
    value: str | None = (event.get("date") or {}).get("value")
    return value


def _last_name(event: Item) -> list[str]:
    return fold_name(event.get("speaker")).split()[-1:]


#: Slot -> whether two events of one core fill it alike.
SLOTS: dict[str, Callable[[Item, Item], bool]] = {
    "status": lambda gold, predicted: bool(gold["status"] == predicted.get("status")),
    "location": lambda gold, predicted: bool(gold["location"] == predicted.get("location")),
    "date": lambda gold, predicted: _date_of(gold) == _date_of(predicted),
    "mission": lambda gold, predicted: fold_name(gold["mission"]) == fold_name(predicted.get("mission")),
    "speaker": lambda gold, predicted: _last_name(gold) == _last_name(predicted),
    "level_before": lambda gold, predicted: same_numbers(gold["level_before"], predicted.get("level_before")),
}
