"""The retelling of a fact: *merged_into* names the first event of the same fact."""

from collections import defaultdict

from natoextract.layers import EventRecord, TroopsRecord


def merge(records: list[EventRecord]) -> None:
    """Link each event to the first before it that tells the same fact, and say by what they agree."""
    first_told: defaultdict[tuple[str, frozenset[str]], list[EventRecord]] = defaultdict(list)
    for later in records:
        # only what has one type and the same actors can be one fact
        alike = first_told[later["type"], frozenset(later["actors"])]
        same = next((earlier for earlier in alike if is_same_fact(earlier, later)), None)
        if same is None:
            alike.append(later)
        else:
            later["merged_into"] = same["id"]
            rule = f"same {', '.join(_agreeing(same, later))}"
            later["evidence"].append({"slot": "merged_into", "rule": rule, **same["trigger"]})


def is_same_fact(one: EventRecord, other: EventRecord) -> bool:
    """Same type and actors, and nothing that speaks against it: figures, location, date, request or denial."""
    return (
        one["type"] == other["type"]
        and bool(one["actors"])
        and set(one["actors"]) == set(other["actors"])
        and _compatible(one["location"], other["location"])
        and all(_compatible(_figures(a), _figures(b)) for a, b in zip(_numbers(one), _numbers(other), strict=True))
        and _compatible(_date(one), _date(other))
        and ("negated" in (one["status"], other["status"])) == (one["status"] == other["status"] == "negated")
    )


def _agreeing(one: EventRecord, other: EventRecord) -> list[str]:
    """The slots that two tellings of a fact share, those first that every two share."""
    numbers = zip(("troops", "level_before", "level_after"), _numbers(one), _numbers(other), strict=True)
    return [
        *("type", "actors"),
        *(slot for slot, a, b in numbers if a and b),
        *(["location"] if one["location"] and other["location"] else []),
        *(["date"] if one["date"] and other["date"] else []),
    ]


def _numbers(record: EventRecord) -> tuple[TroopsRecord | None, TroopsRecord | None, TroopsRecord | None]:
    return record["troops"], record["level_before"], record["level_after"]


def _figures(troops: TroopsRecord | None) -> tuple[int | None, int | None] | None:
    return (troops["minimum"], troops["maximum"]) if troops else None


def _date(record: EventRecord) -> str | None:
    return record["date"]["value"] if record["date"] else None


def _compatible(one: object, other: object) -> bool:
    return one is None or other is None or one == other
