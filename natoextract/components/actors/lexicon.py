"""What the package knows of states, organisations and missions, typed and by code.

countries()["FRA"].capitals        # ("Paris",)
missions()["Barkhane"].lead        # "FRA"; .theatre is ("MLI", "NER", …)
codes_of("afghanes")               # ("AFG",): any name, demonym or adjective of a state
codes_of("congolais")              # ("COG", "COD")
seats()["maison blanche"]          # "USA"
"""

import re
from functools import cache, cached_property
from typing import Any, Literal

from pydantic import Field

from natoextract.components.actors.forms import inflect
from natoextract.lexicon import Entry, parse_entries, read_entries, unique
from natoextract.text import fold

#: Whose the soldiers told of an organisation are; `data/organisations.toml` says what each means.
Troops = Literal["own", "missions", "members", "band"]


class Country(Entry):
    """A state of `data/countries.toml`; the key is its alpha-3 code."""

    names: tuple[str, ...]
    guarded: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    adjectives: tuple[str, ...] = ()
    irregular: tuple[str, ...] = ()
    combining: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()

    @cached_property
    def cities(self) -> dict[str, str]:
        """`{spelling: usual name}` of the cities that stand for its government: *Kyiv* and *Kiev* are *Kiev*."""
        spellings = [city.split("|") for city in self.capitals]
        return {spelling: group[0] for group in spellings for spelling in group}

    @property
    def people(self) -> tuple[str, ...]:
        """All forms of its adjectives, which are the nouns of its people too."""
        forms = [form for adjective in self.adjectives for form in inflect(adjective)]
        return tuple(dict.fromkeys((*forms, *self.irregular)))


class Organisation(Entry):
    """An organisation of `data/organisations.toml`; the key is its code."""

    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    guarded: tuple[str, ...] = ()
    affiliation: str | None = None
    troops: Troops | None = None


class Mission(Entry):
    """A mission of `data/missions.toml`; the key is its standard international name."""

    names: tuple[str, ...] = ()
    guarded: tuple[str, ...] = ()
    lead: str
    theatre: tuple[str, ...]
    years: tuple[int, int]


@cache
def countries() -> dict[str, Country]:
    """`{alpha-3: Country}` of every state, present and past."""
    return read_entries("countries", Country)


@cache
def organisations() -> dict[str, Organisation]:
    """`{code: Organisation}`."""
    return read_entries("organisations", Organisation)


def owner_of(code: str) -> str:
    """The state that an organisation is part of, else its own code: `PENTAGON` → USA, `NATO` → NATO."""
    known = organisations().get(code)
    return known.affiliation or code if known else code


@cache
def with_troops(*kinds: Troops) -> frozenset[str]:
    """The codes of the organisations whose troops are of these kinds: `own` → NATO, CSTO …"""
    return frozenset(code for code, known in organisations().items() if known.troops in kinds)


@cache
def missions() -> dict[str, Mission]:
    """`{standard name: Mission}`, with its leader and its theatre."""
    return read_entries("missions", Mission)


_SEPARATORS = re.compile(r"[\W_]+")


def key_of(phrase: str) -> str:
    """A phrase as the tables hold it: folded, hyphens and apostrophes as spaces: *Côte-d'Ivoire* → *cote d ivoire*."""
    return _SEPARATORS.sub(" ", fold(phrase)).strip()


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for code, country in countries().items():
        for phrase in (*country.names, *country.guarded, *country.people):
            key = key_of(phrase)
            table[key] = tuple(dict.fromkeys((*table.get(key, ()), code)))
    return table


def codes_of(phrase: str) -> tuple[str, ...]:
    """The states that a name, demonym or adjective can mean: *afghanes* → `("AFG",)`, *congolais* → two."""
    return _codes().get(key_of(phrase), ())


@cache
def _capitals() -> dict[str, str]:
    return {key_of(city): code for code, country in countries().items() for city in country.cities}


@cache
def _city_names() -> dict[str, str]:
    return {key_of(city): name for country in countries().values() for city, name in country.cities.items()}


def city_name(spelling: str) -> str | None:
    """The usual French name of a capital or seat: *Kyiv* → *Kiev*."""
    return _city_names().get(key_of(spelling))


def capital_code(city: str) -> str | None:
    """The state whose government a city's name can stand for: *Kaboul* → `AFG`."""
    return _capitals().get(key_of(city))


@cache
def seats() -> dict[str, str]:
    """`{key: code}` of the houses that stand for a government: *Maison Blanche* → `USA`."""
    return unique(
        "countries", [(key_of(seat), code) for code, country in countries().items() for seat in country.seats]
    )


def word_groups(name: str, tables: dict[str, Any], model: type[Entry]) -> dict[str, frozenset[str]]:
    """The lists of words of `data/{name}.toml`, each as a set of keys. Raises `LexiconError`."""
    groups = parse_entries(name, {name: tables}, model)[name]
    return {group: frozenset(map(key_of, words)) for group, words in groups}
