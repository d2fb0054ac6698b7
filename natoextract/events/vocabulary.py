"""The small word classes of the rules, read from `data/event_words.toml`."""

from functools import cache
from typing import NamedTuple

from natoextract.lexicon import Entry, read_whole
from natoextract.text import fold


class _Tables(Entry):
    operations: list[str]
    duties: list[str]
    mandates: list[str]
    contributions: list[str]
    helping: list[str]
    lasting: list[str]
    growing: list[str]
    intransitive: list[str]
    activities: list[str]
    tasks: list[str]
    shares: list[str]
    about_to: list[str]
    civil_owners: list[str]
    ground: list[str]
    movement_ground: list[str]
    home: list[str]
    homeward: list[str]
    both_ways: list[str]
    after_intransitive: list[str]
    states: list[str]
    weak: list[str]
    needing_troops: list[str]
    units: list[str]
    carriers: list[str]
    forces: list[str]
    pronouns: list[str]
    modals: list[str]
    ready: list[str]
    modifiers: list[str]
    describing: list[str]
    apposed: list[str]
    listed: list[str]
    held: list[str]
    object_control: list[str]
    decisions: list[str]
    deciding: list[str]
    launching: list[str]
    measuring: list[str]
    scheduling: list[str]
    under_way: list[str]
    partners: list[str]
    telling: list[str]
    national: list[str]


class Vocabulary(NamedTuple):
    """The lists of `event_words.toml`, accentless."""

    operations: frozenset[str]
    duties: frozenset[str]
    mandates: frozenset[str]
    contributions: frozenset[str]
    helping: frozenset[str]
    lasting: frozenset[str]
    growing: frozenset[str]
    intransitive: frozenset[str]
    activities: frozenset[str]
    tasks: frozenset[str]
    shares: frozenset[str]
    about_to: frozenset[str]
    civil_owners: frozenset[str]
    ground: frozenset[str]
    movement_ground: frozenset[str]
    home: frozenset[str]
    homeward: frozenset[str]
    both_ways: frozenset[str]
    after_intransitive: frozenset[str]
    states: frozenset[str]
    weak: frozenset[str]
    needing_troops: frozenset[str]
    units: frozenset[str]
    carriers: frozenset[str]
    forces: frozenset[str]
    pronouns: frozenset[str]
    modals: frozenset[str]
    ready: frozenset[str]
    modifiers: frozenset[str]
    describing: frozenset[str]
    apposed: frozenset[str]
    listed: frozenset[str]
    held: frozenset[str]
    object_control: frozenset[str]
    decisions: frozenset[str]
    deciding: frozenset[str]
    launching: frozenset[str]
    measuring: frozenset[str]
    scheduling: frozenset[str]
    under_way: frozenset[str]
    partners: frozenset[str]
    telling: frozenset[str]
    national: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The lists of `event_words.toml`. Raises `LexiconError`."""
    return Vocabulary(**{name: frozenset(map(fold, listed)) for name, listed in read_whole("event_words", _Tables)})
