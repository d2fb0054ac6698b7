"""The cities and sites of the world by name: ours (`data/places.toml`) before GeoNames' (`data/places.csv`)."""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from natoextract.components.actors.lexicon import countries, key_of, word_groups
from natoextract.lexicon import Entry, read_toml

#: Thousands of people from which a city is known by its bare name: *les attentats de Nice*.
MAJOR = 100


class City(NamedTuple):
    """A city or site: its country, its size in thousands, and its usual French name where we list it."""

    country: str
    size: int
    name: str | None = None

    @property
    def major(self) -> bool:
        """Whether readers know it by its bare name: it is in our own list, or large."""
        return self.name is not None or self.size >= MAJOR


class _Words(Entry):
    never: tuple[str, ...]
    city_nouns: tuple[str, ...]
    event_nouns: tuple[str, ...]
    area_nouns: tuple[str, ...]
    regions_first: tuple[str, ...]
    site_nouns: tuple[str, ...]
    pass_nouns: tuple[str, ...]
    located: tuple[str, ...]
    between: tuple[str, ...]
    conquests: tuple[str, ...]
    clubs: tuple[str, ...]
    area_parts: tuple[str, ...]
    site_adjectives: tuple[str, ...]
    camp_nouns: tuple[str, ...]
    sheltered: tuple[str, ...]
    town_nouns: tuple[str, ...]
    town_adjectives: tuple[str, ...]
    town_parts: tuple[str, ...]
    distances: tuple[str, ...]
    bearers: tuple[str, ...]
    toponymic: tuple[str, ...]
    holy: tuple[str, ...]
    times: tuple[str, ...]
    compass: tuple[str, ...]
    bearings: tuple[str, ...]
    armed: tuple[str, ...]


def place_words(group: str) -> frozenset[str]:
    """A group of words of `data/places.toml`, folded: *ville*, *bataille*, *province* …"""
    return _groups()[group]


@cache
def _groups() -> dict[str, frozenset[str]]:
    return word_groups("places", read_toml("places")["words"], _Words)


@cache
def _regions() -> dict[str, str]:
    return {key_of(region): code for code, regions in read_toml("places")["regions"].items() for region in regions}


@cache
def provinces() -> Mapping[str, str]:
    """The state of each region that a theatre is told by, under its key: *helmand* → `AFG`.

    French departments are left out: *dans le Nord*, *dans la Manche* are as often no region; so are the letters of
    Swiss cantons (*FR*, *NE*).
    """
    return {key: code for key, code in _regions().items() if code != "FRA" and len(key) > 2}


def region_country(key: str) -> str | None:
    """The state of a region, as it stands in brackets after a town: *Oise* → `FRA`, *Missouri* → `USA`."""
    return _regions().get(key)


@cache
def _own() -> dict[str, City]:
    table = {}
    raw = read_toml("places")
    for group in ("cities", "sites"):
        for name, (country, *aliases) in raw[group].items():
            for spelling in (name, *aliases):
                table[key_of(spelling)] = City(country, 0, name)
    for code, state in countries().items():
        table |= {key_of(spelling): City(code, 0, name) for spelling, name in state.cities.items()}
    return table


@cache
def _geonames() -> dict[str, str]:
    """`{folded name: "country;size country;size"}`, split only where it is looked up."""
    source = files("natoextract") / "data" / "places.csv"
    table: dict[str, str] = {}
    for line in source.read_text(encoding="utf-8").split("\n"):
        name, _, rest = line.partition(";")
        table[name] = f"{table[name]} {rest}" if name in table else rest
    return table


@lru_cache(maxsize=1 << 14)
def look_up(key: str) -> list[City]:
    """The cities that bear a folded name, ours first, then by size; of none, an empty list. The list is shared."""
    own = _own().get(key)
    rows = _geonames().get(key, "")
    known = sorted((City(row[:3], int(row[4:])) for row in rows.split()), key=lambda c: -c.size)
    return [own, *(c for c in known if c.country != own.country)] if own else known
