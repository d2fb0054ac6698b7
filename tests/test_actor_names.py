"""A carrier sentence for every name, demonym, adjective, capital and alias of the lexicons: each has its code."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

import natoextract
from natoextract.components.actors.context import context_of, hits_of
from natoextract.components.actors.lexicon import countries, missions, organisations
from natoextract.components.actors.page import Page
from natoextract.components.actors.recognise import recognise
from natoextract.components.actors.vocabulary import Kind, vocabulary

#: Words of two states; with nothing to tell them apart, they are of the larger.
_CONGO = {"congolais", "congolaise", "congolaises", "Congo"}


@cache
def _nlp() -> Any:
    return natoextract.load()


def found(text: str) -> dict[str, set[tuple[str, str]]]:
    """`{kind: {(text, code)}}` of a text, tokenised only: none of the names needs a parse."""
    doc = _nlp().make_doc(text)
    page = Page(doc)
    hits = hits_of(page, vocabulary())
    result = recognise(page, hits, context_of(page, hits))
    table: dict[str, set[tuple[str, str]]] = {}
    for mention in result.mentions:
        table.setdefault(mention.kind.name, set()).add((text[mention.start : mention.end], mention.value))
    for city in result.capitals:
        start, end = page.starts[city.first], page.ends[city.last - 1]
        table.setdefault(Kind.CAPITAL.name, set()).add((text[start:end], city.code))
    return table


def spellings(name: str) -> Iterator[str]:
    """A name as a wire may spell it: as listed, in capitals, with a typographic apostrophe, with a no-break space."""
    yield name
    yield name.upper()
    yield name.replace("'", "’")
    yield name.replace(" ", "\u00a0")


def unaccented(name: str) -> str:
    return (
        name.replace("É", "E").replace("é", "e").replace("è", "e").replace("ï", "i").replace("ë", "e").replace("ç", "c")
    )


def names() -> list[tuple[str, str]]:
    return [(code, name) for code, state in countries().items() for name in state.names]


@pytest.mark.parametrize(("code", "name"), names())
def test_every_name_of_every_state(code: str, name: str) -> None:
    expected = "COD" if name in _CONGO else code
    for spelling in {*spellings(name), unaccented(name)}:
        text = f"Des renforts seront envoyés vers {spelling} dans les prochains jours."
        assert (spelling, expected) in found(text)[Kind.NAME.name], spelling


@pytest.mark.parametrize(
    ("code", "name", "guard"),
    [(c, n, g) for c, s in countries().items() for n, guards in s.guarded.items() for g in guards],
)
def test_guarded_names_after_their_words(code: str, name: str, guard: str) -> None:
    before = "de la" if guard == "*" else guard
    people = next(iter(countries()[code].people), "")
    text = f"Des renforts venus {before} {name} sont attendus. Le gouvernement {people} l'a dit."
    assert (name, code) in found(text)[Kind.NAME.name]


def people() -> list[tuple[str, str]]:
    return [(code, word) for code, state in countries().items() for word in state.people]


@pytest.mark.parametrize(("code", "word"), people())
def test_every_adjective_and_demonym(code: str, word: str) -> None:
    codes = {"COD"} if word in _CONGO else {code}
    adjective = found(f"Les forces {word} quittent la zone.")
    assert {c for _, c in _states(adjective)} == codes, word
    demonym = found(f"Environ 500 {word[0].upper()}{word[1:]} quittent la zone.")
    assert {c for _, c in _states(demonym)} == codes, word
    assert {c for _, c in _states(found(f"LES FORCES {word.upper()} QUITTENT LA ZONE."))} == codes, word


def _states(table: dict[str, set[tuple[str, str]]]) -> set[tuple[str, str]]:
    return {pair for kind in (Kind.NAME, Kind.PEOPLE) for pair in table.get(kind.name, set())}


@pytest.mark.parametrize(("code", "first"), [(c, w) for c, s in countries().items() for w in s.combining])
def test_every_first_part_of_a_compound(code: str, first: str) -> None:
    expected = "COD" if code in ("COG", "COD") else code
    table = found(f"Un accord {first}-onusien a été signé.")
    assert (f"{first}-onusien", expected) in table.get(Kind.COMBINING.name, set()), first
    table = found(f"Un accord {first}-zambien a été signé.")
    assert (first, expected) in table.get(Kind.COMBINING.name, set()) | _states(table), first
    assert ("zambien", "ZMB") in table[Kind.PEOPLE.name]


@pytest.mark.parametrize(("code", "city"), [(c, city) for c, s in countries().items() for city in s.cities])
def test_every_capital(code: str, city: str) -> None:
    text = f"Le gouvernement de {city} a réagi. Il s'agit de {countries()[code].names[0]}."
    assert (city, code) in found(text).get(Kind.CAPITAL.name, set()), city


@pytest.mark.parametrize(
    ("code", "alias"), [(c, a) for c, body in organisations().items() for a in (*body.names, *body.words)]
)
def test_every_alias_of_every_organisation(code: str, alias: str) -> None:
    for spelling in spellings(alias):
        assert (spelling, code) in found(f"Des membres de {spelling} ont réagi.")[Kind.ORGANISATION.name], spelling


@pytest.mark.parametrize("acronym", ["Otan", "ONU", "UE", "OSCE", "EI", "URSS", "RDC", "USA"])
def test_acronyms_with_points(acronym: str) -> None:
    pointed = "".join(f"{letter}." for letter in acronym.upper())
    table = found(f"Des membres de {pointed} ont réagi.")
    assert pointed in {text for pairs in table.values() for text, _ in pairs}


@pytest.mark.parametrize(("code", "alias"), [(c, a) for c, body in organisations().items() for a in body.guarded])
def test_guarded_organisations_after_their_full_name(code: str, alias: str) -> None:
    article = "les " if alias.startswith(("Vingt", "Quinze", "Douze")) else "l'"
    text = f"{organisations()[code].names[0]} se réunit. Des pays veulent convaincre {article}{alias} de réagir."
    assert (alias, code) in found(text)[Kind.ORGANISATION.name]


@pytest.mark.parametrize(("name", "alias"), [(n, a) for n, mission in missions().items() for a in mission.names])
def test_every_alias_of_every_mission(name: str, alias: str) -> None:
    for spelling in spellings(alias):
        table = found(f"Les soldats de {spelling} restent sur place.")
        assert name in {value for _, value in table.get(Kind.MISSION.name, set())}, spelling


@pytest.mark.parametrize(("name", "alias"), [(n, a) for n, mission in missions().items() for a in mission.guarded])
def test_every_guarded_mission_after_operation(name: str, alias: str) -> None:
    for text in (f"Les soldats de l'opération {alias} restent sur place.", f"La force française « {alias} » reste."):
        assert name in {value for _, value in found(text).get(Kind.MISSION.name, set())}, text


def test_missions_are_enough_and_whole() -> None:
    assert len(missions()) >= 120
    for name, mission in missions().items():
        assert mission.names or mission.guarded, name
        assert set(mission.theatre) <= set(countries()), name
        assert mission.lead in countries() or mission.lead in organisations() or mission.lead == "EAC", name
        first, last = mission.years
        assert first <= (last or 9999), name
