"""Each role of a troop count says by which rule it was filled."""

from typing import Any

import pytest
from spacy.tokens import Doc

import natoextract
from natoextract.roles import contributors, location, mission, read
from natoextract.roles.locative import locative_rule
from natoextract.text import fold


def roles_of(text: str, count: int = 0) -> tuple[Any, Any, Any]:
    """The findings (contributors, location, mission) of one count of a text."""
    doc: Doc = natoextract.load()(text)
    scene = read(doc)
    told = doc._.troop_counts[count]
    return (
        contributors.of_count(scene, told),
        location.of(scene, told["start"], told["end"]),
        mission.of(scene, told["start"], told["end"]),
    )


@pytest.mark.parametrize(
    ("text", "rule", "codes"),
    [
        ("La force compte 8.000 soldats, dont 900 Canadiens.", "demonym", ["CAN"]),
        ("300 soldats français sont partis.", "adjective", ["FRA"]),
        ("2.000 soldats de l'armée malienne sont partis.", "complement", ["MLI"]),
        (
            "900 soldats de la force (norvégiens, suédois et finlandais) sont partis.",
            "nationalities",
            ["NOR", "SWE", "FIN"],
        ),
        ("Les 400 soldats fournis par le Kenya sont partis.", "providers", ["KEN"]),
        ("L'Espagne rappelle ses 1.300 soldats.", "possessive", ["ESP"]),
        ("La Roumanie a envoyé 800 soldats.", "subject", ["ROU"]),
        ("Dix casques bleus ont été blessés.", "unit", ["UN"]),
        ("L'armée turque compte 400.000 soldats.", "army before", ["TUR"]),
    ],
)
def test_contributors_say_why(text: str, rule: str, codes: list[str]) -> None:
    index = 1 if rule == "demonym" else 0
    found = roles_of(text, index)[0]
    assert (found.rule, found.value) == (rule, codes)


@pytest.mark.parametrize(
    ("text", "rule", "code"),
    [
        ("La France a envoyé 300 soldats au Tchad.", ("tree", "clause"), "TCD"),
        ("400 soldats autrichiens servent dans la KFOR.", ("mission",), "XKX"),
        ("2.500 soldats américains servent en Irak et en Syrie.", ("two countries",), None),
        ("La France a déployé 5.000 soldats au Sahel.", ("region",), None),
        ("Combats en Syrie. La guerre dure en Syrie. Deux soldats russes sont morts.", ("theatre",), "SYR"),
        ("Un séisme a eu lieu au Népal. Deux soldats indiens sont morts.", ("first",), "NPL"),
    ],
)
def test_locations_say_why(text: str, rule: tuple[str, ...], code: str | None) -> None:
    found = roles_of(text)[1]
    assert found.rule in rule and found.value == code


def test_nothing_said_is_nothing_found() -> None:
    assert roles_of("Deux soldats ont été blessés.") == (None, None, None)


def test_a_finding_gives_the_words_it_read() -> None:
    text = "La Roumanie a envoyé 800 soldats au Mali."
    whose, where, _ = roles_of(text)
    assert (text[whose.start : whose.end], text[where.start : where.end]) == ("Roumanie", "Mali")


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ("en Irak", "Irak", "preposition"),
        ("au nord du Mali", "Mali", "preposition"),
        ("aux frontières avec l'Ukraine", "Ukraine", "border"),
        ("quitter l'Afghanistan", "Afghanistan", "preposition"),
        ("le retrait d'Afghanistan", "Afghanistan", "away"),
        ("retirer 1.000 soldats du Mali", "Mali", "away"),
        ("Mali : trois morts", "Mali", "headline"),
        ("demander au Mali", "Mali", None),
        ("livrer des armes aux Philippines", "Philippines", None),
        ("le soutien à l'Ukraine", "Ukraine", None),
        ("l'armée du Mali", "Mali", None),
        ("rentrer en France", "France", None),
    ],
)
def test_prepositions_of_place(text: str, name: str, rule: str | None) -> None:
    start = text.index(name)
    assert locative_rule(fold(text), start, start + len(name), "name") == rule


def test_an_adjective_is_no_place_but_beside_ground() -> None:
    text = "les soldats belges dans la capitale belge"
    first, last = text.index("belges"), text.rindex("belge")
    assert locative_rule(text, first, first + 6, "adjective") is None
    assert locative_rule(text, last, last + 5, "adjective") == "ground"
