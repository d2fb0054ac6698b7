"""Scores a set of articles, and names every miss, every extra and every slot that differs."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from natoextract.evaluation.criteria import LAYERS, SCORED_ORGANISATIONS, SLOTS, Layer
from natoextract.evaluation.files import Gold
from natoextract.evaluation.matching import Item, Pairing, Score, overlap, pair_up

Kind = Literal["miss", "extra", "slot"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One disagreement. `detail` is the slot and what was wanted and given (`status: planned, not factual`)."""

    article: str
    layer: str
    kind: Kind
    item: Item
    detail: str = ""


@dataclass(slots=True)
class Evaluation:
    """The figures of a layer, and of each slot the events that fill it alike and all core matches."""

    articles: int = 0
    answered: int = 0
    layers: dict[str, Score] = field(default_factory=lambda: {layer.name: Score() for layer in LAYERS})
    slots: dict[str, Score] = field(default_factory=lambda: {slot: Score() for slot in SLOTS})
    differences: list[Difference] = field(default_factory=list)

    @property
    def slot_share(self) -> float:
        """The share of all slots of core matches that are filled alike."""
        right = sum(slot.found for slot in self.slots.values())
        return right / max(1, right + sum(slot.missed for slot in self.slots.values()))

    def to_json(self) -> str:
        """F1 a layer and the share of slots, as one JSON object."""
        figures: dict[str, float] = {name: round(tally.f1, 4) for name, tally in self.layers.items()}
        figures |= {"events_slots": round(self.slot_share, 4), "articles": self.articles, "answered": self.answered}
        return json.dumps(figures)


def score(golds: Iterable[Gold], predictions: Mapping[str, Item]) -> Evaluation:
    """Gold articles against outputs by id; an article without an output misses all its items."""
    result = Evaluation()
    for gold in golds:
        predicted = predictions.get(gold.id) or {}
        result.articles += 1
        result.answered += gold.id in predictions
        for layer in LAYERS:
            wanted = items_of(gold.record, layer.field, key="name")
            given = items_of(predicted, layer.field, key="id")
            pairing = pair_up(wanted, given, layer.agree, layer.rank)
            _count(result, gold, layer, pairing, optional=[item for item in wanted if item.get("optional")])
            if layer.field == "events":
                _compare_slots(result, gold, pairing)
    return result


def items_of(article: Item, name: str, key: str) -> list[Item]:
    """The items of a layer as they are scored; `key` is the field of a speaker that statements name it by."""
    items: list[dict[str, Any]] = article.get(name) or []
    if name == "organisations":
        return [item for item in items if item["code"] in SCORED_ORGANISATIONS]
    if name == "statements":
        speakers = {speaker[key]: speaker for speaker in article.get("speakers") or []}
        return [{**item, "source": speakers.get(item.get("speaker"))} for item in items]
    if name == "events":
        spans = [item.get("trigger") or item["sentence"] for item in items]
        return [{**item, "start": span["start"], "end": span["end"]} for item, span in zip(items, spans, strict=True)]
    return list(items)


def _count(result: Evaluation, gold: Gold, layer: Layer, pairing: Pairing, optional: list[Item]) -> None:
    """Optional gold counts neither when found nor when missed, and excuses the extras that overlap it."""
    missed = [item for item in pairing.missed if not item.get("optional")]
    extra = [item for item in pairing.extra if not any(_excuses(o, item) for o in optional)]
    tally = result.layers[layer.name]
    tally.found += sum(not wanted.get("optional") for wanted, _ in pairing.pairs)
    tally.missed += len(missed)
    tally.extra += len(extra)
    result.differences += [Difference(gold.id, layer.name, "miss", item) for item in missed]
    result.differences += [Difference(gold.id, layer.name, "extra", item) for item in extra]


def _excuses(optional: Item, extra: Item) -> bool:
    return "start" in optional and "start" in extra and overlap(optional, extra)


def _compare_slots(result: Evaluation, gold: Gold, pairing: Pairing) -> None:
    for wanted, given in pairing.pairs:
        if wanted.get("optional"):
            continue
        for slot, agree in SLOTS.items():
            alike = agree(wanted, given)
            result.slots[slot].found += alike
            result.slots[slot].missed += not alike
            if not alike:
                detail = f"{slot}: {told(wanted.get(slot))}, not {told(given.get(slot))}"
                result.differences.append(Difference(gold.id, "events_slots", "slot", wanted, detail))


def told(value: Any) -> str:
    """A slot's value in a few characters: a date's value, a number's bounds, `-` for none."""
    if value is None or value == []:
        return "-"
    if isinstance(value, list):
        return "+".join(map(str, value))
    if not isinstance(value, Mapping):
        return str(value)
    if "value" in value:
        return str(value["value"])
    low, high = value.get("minimum"), value.get("maximum")
    return str(low) if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
