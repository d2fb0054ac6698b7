"""Why each slot of an event was filled: the rule, the words that it read, and where those are named whom it found.

*Rome a annoncé hier leur retrait*: the rule `possessive` reads *leur*, and `named: ITA` adds *Rome*.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from spacy.tokens import Token

from natoextract.events.frames import Frame
from natoextract.events.military import beside
from natoextract.events.reading import Reading, TokenMention
from natoextract.layers import EvidenceRecord, surface_of

ValueT = TypeVar("ValueT")

#: Slots of codes, whose bearers may be named far from the words that a rule reads.
_CODES = frozenset({"actors", "requested_by"})
# A noun phrase has its complement within so many tokens: *ministre italien des Affaires étrangères*.
_PHRASE = 9


class Found(NamedTuple, Generic[ValueT]):
    """The value of a slot, the rule that found it and the words `[start, end)` that it read."""

    value: ValueT
    rule: str
    start: int | None = None
    end: int | None = None


#: Codes of states and organisations: whose troops, who meets, who asks.
Whose = Found[list[str]]
#: A slot and what was found for it; a slot may have several, of which the first holds the value.
Reasons = Iterable[tuple[str, Found[Any] | None]]


def of_sides(sides: dict[str, list[str]], at: Token) -> Whose | None:
    """The parties of a meeting, by the words that tell each side: `{"subject": ["USA"], "avec": ["RUS"]}`."""
    codes = list(dict.fromkeys(code for side in sides.values() for code in side))
    rule = " + ".join(name for name, side in sides.items() if side)
    return Found(codes, rule, at.idx, at.idx + len(at)) if codes else None


def whose(codes: list[str], rule: str, at: Token | None = None) -> Whose | None:
    """Codes, each once, by a rule and the word that it read; None of no codes."""
    if not codes:
        return None
    return Found(list(dict.fromkeys(codes)), rule, *((at.idx, at.idx + len(at)) if at is not None else ()))


def told_by_count(reading: Reading, count: TokenMention, slot: str, value: Any) -> Found[Any]:
    """What the layer of troop counts says of a number, by the rule that it used."""
    record = count.record
    rule, start, end = reading.count_evidence.get(record["start"], {}).get(
        slot, ("count", record["start"], record["end"])
    )
    return Found(value, f"count: {rule}", start, end)


class Evidence:
    """Writes the evidence of the events of one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = surface_of(reading.doc)

    def of(self, frame: Frame, reasons: Reasons) -> list[EvidenceRecord]:
        """The evidence of the event that a frame tells, slot by slot."""
        return [
            record
            for slot, found in reasons
            if found is not None and found.value != []
            for record in self._of_slot(frame, slot, found)
        ]

    def _of_slot(self, frame: Frame, slot: str, found: Found[Any]) -> Iterator[EvidenceRecord]:
        start, end = found.start, found.end
        if slot not in _CODES:
            yield self._record(slot, found.rule, start, end)
            return
        if start is None or end is None:
            yield self._record(slot, found.rule, None, None)
            start = end = frame.token.idx
        else:
            end = self._phrase_end(start, end, found.value)
            yield self._record(slot, found.rule, start, end)
        for code in found.value:
            spans = self._names.get(code, [])
            at = bisect_left(spans, (start, 0))
            if any(a < end and start < b for a, b in spans[max(0, at - 1) : at + 1]):
                continue
            # whom one meets is told after the verb, whom a pronoun stands for before it
            before, after = spans[max(0, at - 1) : at], spans[at : at + 1]
            _, last = self.reading.sentence_offsets(frame.token.i)
            partner = frame.type == "meeting" and bool(after) and after[0][0] < last
            for named in (after if partner else before) or after:
                yield self._record(slot, f"named: {code}", *named)

    def _phrase_end(self, start: int, end: int, codes: list[str]) -> int:
        """Where the noun phrase at `[start, end)` names the last of the codes: *pays* → *pays européens de l'Otan*."""
        reading = self.reading
        for j in beside(reading, reading.scene.index(end - 1), _PHRASE):
            for actor in reading.actor_at.get(j, ()):
                if actor.code in codes:
                    end = max(end, actor.end)
        return end

    @cached_property
    def _names(self) -> dict[str, list[tuple[int, int]]]:
        """Where each state or organisation is named, in text order."""
        names: dict[str, list[tuple[int, int]]] = {}
        for actor in self.reading.actors:
            names.setdefault(actor.code, []).append((actor.start, actor.end))
        for place in self.reading.scene.locatives:
            names.setdefault(place.code, []).append((place.start, place.end))
        return {code: sorted(spans) for code, spans in names.items()}

    def _record(self, slot: str, rule: str, start: int | None, end: int | None) -> EvidenceRecord:
        text = self.text[start:end] if start is not None and end is not None else None
        return {"slot": slot, "rule": rule, "start": start, "end": end, "text": text}
