"""All phrases that can be an actor, with what each may mean: one tree, built once."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from natoextract.components.actors.lexicon import countries, key_of, missions, organisations, word_groups
from natoextract.components.actors.phrases import PhraseTree
from natoextract.lexicon import Entry, read_toml


class Kind(Enum):
    """What a phrase can be."""

    NAME = auto()  # a state: *Royaume-Uni*
    PEOPLE = auto()  # demonym or adjective: *Britanniques*, *britannique*
    COMBINING = auto()  # the first part of a compound: *franco-* in *franco-allemand*
    CAPITAL = auto()
    ORGANISATION = auto()
    MISSION = auto()
    LOOKALIKE = auto()  # no actor, though it holds the name of one: *montagnes russes*


class Case(Enum):
    """How the first proper word of a phrase must be written."""

    ANY = auto()
    CAPITAL = auto()
    CAPITALS = auto()


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of a phrase.

    `guards` are words one of which must stand before it ("*": any); `guarded`, that the article must bear it out.
    """

    kind: Kind
    value: str
    case: Case
    proper: int  # which word of the phrase bears the capital
    guards: tuple[str, ...] = ()
    guarded: bool = False


class Lookalikes(Entry):
    """The word lists of `data/lookalikes.toml`."""

    phrases: tuple[str, ...]
    streets: tuple[str, ...]
    waters: tuple[str, ...]
    given_names: tuple[str, ...]
    shared_capitals: tuple[str, ...]
    parties: tuple[str, ...]
    speaking: tuple[str, ...]
    kinshasa: tuple[str, ...]
    brazzaville: tuple[str, ...]
    caucasus: tuple[str, ...]
    american_south: tuple[str, ...]


def lookalikes(group: str) -> frozenset[str]:
    """The words of one group, folded: those that make something else of a name (*rue de Berlin*, *mer de Chine*)."""
    return _lookalike_groups()[group]


@cache
def _lookalike_groups() -> dict[str, frozenset[str]]:
    return word_groups("lookalikes", read_toml("lookalikes"), Lookalikes)


#: Words from which a mission's name is its full title, not a description like *la mission de l'Otan en Irak*.
_OFFICIAL = 7


def meaning(kind: Kind, value: str, phrase: str, guards: tuple[str, ...] = (), guarded: bool = False) -> Meaning:
    """A meaning, with the case that the phrase is written in: acronyms of up to four capitals demand capitals."""
    guards = tuple(guard if guard == "*" else key_of(guard) for guard in guards)
    words = [w for w in phrase.replace("-", " ").replace("'", " ").split() if w]
    proper = next((i for i, word in enumerate(words) if not word[0].islower()), None)
    if proper is None or kind in (Kind.PEOPLE, Kind.COMBINING, Kind.LOOKALIKE):
        return Meaning(kind, value, Case.ANY, 0, guards, guarded)
    if kind is Kind.MISSION and (len(words) >= _OFFICIAL or "Union africaine" in phrase):
        # a full official name is one in small letters too: *la force intérimaire des Nations unies au Liban*
        return Meaning(kind, value, Case.ANY, 0, guards, guarded)
    short = len(phrase) <= 4 and phrase.isupper()
    return Meaning(kind, value, Case.CAPITALS if short else Case.CAPITAL, proper, guards, guarded)


@cache
def vocabulary() -> PhraseTree[Meaning]:
    """The tree of every phrase of the lexicons."""
    return PhraseTree([*_states(), *_bodies(), *_lookalikes()])


def _states() -> list[tuple[str, Meaning]]:
    pairs = []
    for code, country in countries().items():
        pairs += [(name, meaning(Kind.NAME, code, name)) for name in country.names]
        pairs += [(name, meaning(Kind.NAME, code, name, guards, True)) for name, guards in country.guarded.items()]
        pairs += [(word, meaning(Kind.PEOPLE, code, word)) for word in country.people]
        pairs += [(word, meaning(Kind.COMBINING, code, word)) for word in country.combining]
        pairs += [(city, meaning(Kind.CAPITAL, code, city)) for city in country.cities]
    return pairs


def _bodies() -> list[tuple[str, Meaning]]:
    pairs = []
    for code, body in organisations().items():
        pairs += [(name, meaning(Kind.ORGANISATION, code, name)) for name in (*body.names, *body.words)]
        pairs += [(name, meaning(Kind.ORGANISATION, code, name, guarded=True)) for name in body.guarded]
    for name, mission in missions().items():
        pairs += [(alias, meaning(Kind.MISSION, name, alias)) for alias in mission.names]
        pairs += [(alias, meaning(Kind.MISSION, name, alias, guarded=True)) for alias in mission.guarded]
    return pairs


def _lookalikes() -> list[tuple[str, Meaning]]:
    return [(phrase, meaning(Kind.LOOKALIKE, "", phrase)) for phrase in lookalikes("phrases")]
