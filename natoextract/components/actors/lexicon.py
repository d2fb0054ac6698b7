"""What the package knows of states, organisations and missions, typed and by code.

countries()["FRA"].capitals        # ("Paris",)
missions()["Barkhane"].lead        # "FRA"; .theatre is ("MLI", "NER", …)
codes_of("afghanes")               # ("AFG",): any name, demonym or adjective of a state
code_of_word("congolais")          # None: two states claim it
affiliation_of("Maison Blanche")   # "USA"
"""

import re
from collections.abc import Iterator
from functools import cache, cached_property

from pydantic import Field

from natoextract.components.actors.forms import inflect
from natoextract.lexicon import Entry, read_entries
from natoextract.text import fold


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


def code_of_word(word: str) -> str | None:
    """The state of a name, demonym or adjective, where it is but one: *Belges* → `BEL`."""
    codes = codes_of(word)
    return codes[0] if len(codes) == 1 else None


def capital_of(code: str) -> str | None:
    """The usual French name of a state's capital: `AFG` → *Kaboul*."""
    country = countries().get(code)
    return next(iter(country.cities), None) if country else None


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
def _affiliations() -> dict[str, str]:
    def claims() -> Iterator[tuple[str, str]]:
        for code, country in countries().items():
            for phrase in (*country.names, *country.people, *country.cities, *country.seats):
                yield phrase, code
        for code, organisation in organisations().items():
            for phrase in (*organisation.names, *organisation.words, *organisation.guarded):
                yield phrase, organisation.affiliation or code
        for mission in missions().values():
            for phrase in mission.names:
                yield phrase, mission.lead

    table: dict[str, str] = {}
    for phrase, code in claims():
        table.setdefault(key_of(phrase), code)
    return table


def affiliation_of(phrase: str) -> str | None:
    """The state or organisation that a name stands for: *Kremlin* → `RUS`, *Otan* → `NATO`, *Pentagone* → `USA`."""
    return _affiliations().get(key_of(phrase))
