"""Press agencies, as they sign what they send."""

import re
from functools import cache

from natoextract.lexicon import Entry, read_entries


class Agency(Entry):
    """A press agency; the key is its name."""

    aliases: tuple[str, ...] = ()
    state: str | None = None


@cache
def agency_names() -> frozenset[str]:
    """The agencies' names as they sign."""
    return frozenset(read_entries("agencies", Agency))


@cache
def agency_states() -> dict[str, str]:
    """`{name: code}` of the agencies whose *ministre* without a state is their own: `Belga` → BEL."""
    return {name: entry.state for name, entry in read_entries("agencies", Agency).items() if entry.state}


@cache
def agencies() -> dict[str, str]:
    """`{spelling in lower case: name}` of every press agency."""
    entries = read_entries("agencies", Agency)
    return {spelling.lower(): name for name, entry in entries.items() for spelling in (name, *entry.aliases)}


#: Every spelling, for a pattern that ignores case.
NAMED_AGENCY = "|".join(re.escape(name) for name in sorted(agencies(), key=len, reverse=True))
#: As they sign without brackets, capitals and all; *PC -* is a party too.
SIGNING_AGENCY = "|".join(re.escape(name) for name in read_entries("agencies", Agency) if len(name) > 2)
