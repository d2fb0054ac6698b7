"""Events in the words of the PLOVER ontology."""

from natoextract.schema import EventStatus, EventType

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
