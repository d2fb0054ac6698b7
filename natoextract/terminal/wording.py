"""Values in words: `about 1,000`, `from 13,000 to 16,000`, `Bagdad, IRQ`."""

from typing import Protocol

from natoextract.schema import Event, Published

_PREFIX = {
    "about": "about ",
    "nearly": "nearly ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
}


class Number(Protocol):
    """A count with open or closed bounds: a `TroopCount`, or the `Troops` of an event."""

    @property
    def minimum(self) -> int | None: ...
    @property
    def maximum(self) -> int | None: ...
    @property
    def qualifier(self) -> str: ...


def number(count: Number | None) -> str:
    """*environ 1.000* → `about 1,000`; *4.000 à 5.000* → `4,000–5,000`; *dizaines de milliers* → `20,000 or more`."""
    if count is None:
        return ""
    low, high = count.minimum, count.maximum
    if low is not None and high is not None and low != high:
        return f"{low:,}–{high:,}"
    figure = low if low is not None else high
    suffix = " or more" if count.qualifier == "vague" else ""
    return f"{_PREFIX.get(count.qualifier, '')}{figure:,}{suffix}"


def strength(event: Event) -> str:
    """Those who move, and the levels they move a force between."""
    levels = [
        f"{word} {number(level)}"
        for word, level in (("from", event.level_before), ("to", event.level_after))
        if level is not None
    ]
    return " ".join(filter(None, [number(event.troops), *levels]))


def where(event: Event) -> str:
    """Place, country and mission."""
    return ", ".join(filter(None, [event.place, event.location, event.mission]))


def interval(earliest: str | None, latest: str | None) -> str:
    """`2017-11-01 – 2017-11-30`; a single day once."""
    if earliest == latest:
        return earliest or ""
    return f"{earliest or '…'} – {latest or '…'}"


def published(when: Published | None) -> str:
    """`2017-11-01 – 2017-11-30 (header)`."""
    return f"{interval(when.earliest, when.latest)} ({when.origin})" if when else "not known"
