"""The retelling of a fact: *merged_into* names the first event of the same fact."""

from collections import defaultdict

from natoextract.layers import EventRecord


def merge(records: list[EventRecord]) -> None:
    """Link each event to the first before it that tells the same fact."""
    first_told: defaultdict[tuple[str, frozenset[str]], list[EventRecord]] = defaultdict(list)
    for later in records:
        # only what has one type and the same actors can be one fact
        alike = first_told[later["type"], frozenset(later["actors"])]
        same = next((earlier for earlier in alike if is_same_fact(earlier, later)), None)
        if same is None:
            alike.append(later)
        else:
            later["merged_into"] = same["id"]


def is_same_fact(one: EventRecord, other: EventRecord) -> bool:
    """Same type and actors, and nothing that speaks against it: figures, location, date, request or denial."""
    return (
        one["type"] == other["type"]
        and bool(one["actors"])
        and set(one["actors"]) == set(other["actors"])
        and _compatible(one["location"], other["location"])
        and all(_compatible_troops(one, other, key) for key in ("troops", "level_before", "level_after"))
        and _compatible(_date(one), _date(other))
        and ("negated" in (one["status"], other["status"])) == (one["status"] == other["status"] == "negated")
    )


def _date(record: EventRecord) -> str | None:
    return record["date"]["value"] if record["date"] else None


def _compatible(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _compatible_troops(one: EventRecord, other: EventRecord, key: str) -> bool:
    a, b = one.get(key), other.get(key)
    if a is None or b is None:
        return True
    return (a["minimum"], a["maximum"]) == (b["minimum"], b["maximum"])  # type: ignore[index]
