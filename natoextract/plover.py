"""Events in the words of the PLOVER ontology: what happens (event), how (mode), and why or when (context)."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from natoextract.lexicon import read_toml
from natoextract.schema import Article, Event, EventStatus, EventType
from natoextract.text import fold

_FACTUAL = {
    "deployment": "MOBILIZE",
    "withdrawal": "RETREAT",
    "presence": None,
    "casualties": "ASSAULT",
    "meeting": "CONSULT",
}
_PLANNED = {
    "deployment": "AGREE",
    "withdrawal": "CONCEDE",
    "presence": "AGREE",
    "casualties": None,
    "meeting": "AGREE",
}


def plover_event(kind: EventType | str, status: EventStatus | str) -> str | None:
    """The PLOVER event of a type and a status: a planned withdrawal is `CONCEDE`, any request `REQUEST`."""
    if status == "factual":
        return _FACTUAL[kind]
    if status == "planned":
        return _PLANNED[kind]
    return {"requested": "REQUEST", "negated": "REJECT"}.get(status)


#: What a request or a refusal is about.
_ASKED = {"deployment": "assist", "presence": "assist", "withdrawal": "yield", "meeting": "meet"}
#: PLOVER keeps time and negation among the contexts.
_STATUS_CONTEXT = {"planned": "future", "negated": "negation"}


def to_plover(article: Article) -> Iterator[dict[str, Any]]:
    """A PLOVER record for each event that has a PLOVER name: event, mode, context, who, to whom, when, where.

    *L'Italie retire ses soldats d'Irak* → `RETREAT`, mode `withdraw`, actors `ITA`, recipient `IRQ`.
    """
    for event in article.events:
        if event.plover is None:
            continue
        actors, recipient = _roles(event)
        yield {
            "id": f"{article.id}:{event.id}",
            "source": article.source,
            "published": article.published and article.published.model_dump(exclude={"origin"}),
            "event": event.plover,
            "mode": _mode(event),
            "context": _context(event),
            "actors": actors,
            "recipient": recipient,
            "date": event.date and event.date.model_dump(),
            "location": {"country": event.location, "place": event.place},
            "troops": event.troops and event.troops.model_dump(),
            "text": event.trigger.model_dump(),
            "sentence": event.sentence.model_dump(),
            "same_as": event.merged_into and f"{article.id}:{event.merged_into}",
        }


def _roles(event: Event) -> tuple[list[str], list[str]]:
    """Who does it and to whom: the asker and the asked, or those whose troops move and the state they move in."""
    if event.plover == "REQUEST":
        return event.requested_by, event.actors
    if event.type == "casualties":
        return [], event.actors
    if event.plover == "REJECT" and event.requested_by:
        return event.actors, event.requested_by
    # all who meet are actors alike; a state's own territory receives nothing
    if event.type == "meeting" or event.location is None or event.location in event.actors:
        return event.actors, []
    return event.actors, [event.location]


def _mode(event: Event) -> str | None:
    if event.plover in ("REQUEST", "REJECT"):
        return _ASKED.get(event.type)
    if event.plover == "CONSULT":
        return _consult_mode(event)
    return {"MOBILIZE": "troops", "RETREAT": "withdraw"}.get(event.plover or "")


def _consult_mode(event: Event) -> str | None:
    """By the word (*téléphoné*, *sommet*), else by the place: two states that meet in a third."""
    trigger = fold(event.trigger.text).replace("'", " ")
    for mode, beginnings in _consult_words().items():
        if any(f" {beginning}" in f" {trigger}" for beginning in beginnings):
            return mode
    if len(event.actors) == 2 and event.location and event.location not in event.actors:
        return "third-party"
    return "multilateral" if len(event.actors) > 2 else None


@cache
def _consult_words() -> dict[str, tuple[str, ...]]:
    """`{mode: folded beginnings of words}`."""
    return {mode: tuple(map(fold, words)) for mode, words in read_toml("plover")["consult"].items()}


def _context(event: Event) -> list[str]:
    subject = "diplomatic" if event.type == "meeting" else "military"
    when = _STATUS_CONTEXT.get(event.status)
    return [subject, when] if when else [subject]
