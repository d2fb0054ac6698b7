"""Troop counts: any number, in any notation, with any unit and any modifier, is read back exactly."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

import natoextract
from natoextract.components.forces import Forces
from natoextract.components.forces.units import units
from natoextract.components.layout import Layout
from natoextract.lexicon import read_toml
from natoextract.text import fold
from tests.conftest import SENTENCES
from tests.spelling import SEPARATORS, grouped, words
from tests.test_numerals import NUMBERS, calls

MODIFIERS: dict[str, dict[str, list[str]]] = read_toml("number_modifiers")
BEFORE = [(word, qualifier) for qualifier, entries in MODIFIERS["before"].items() for word in entries]
AFTER = [(word, qualifier) for qualifier, entries in MODIFIERS["after"].items() for word in entries]
#: Nouns that are troops by themselves.
UNITS = [(form, lemma) for lemma, unit in units().items() if unit.needs == "nothing" for form in unit.forms]

FIGURES = st.one_of(
    st.tuples(NUMBERS, st.sampled_from(SEPARATORS)).map(lambda pair: (pair[0], grouped(*pair))),
    NUMBERS.map(lambda number: (number, str(number))),
    NUMBERS.map(lambda number: (number, words(number))),
    NUMBERS.map(lambda number: (number, words(number, belgian=True, swiss=True))),
)


@cache
def _tokenizer() -> Any:
    return natoextract.load().make_doc


def counts_of(text: str) -> list[dict[str, Any]]:
    """The counts of a text by the layout and this component alone."""
    doc: Doc = _tokenizer()(text)
    found: list[dict[str, Any]] = Forces()(Layout()(doc))._.troop_counts
    return found


def bounds(number: int, qualifier: str) -> tuple[int | None, int | None]:
    low = None if qualifier in ("at_most", "less_than") else number
    high = None if qualifier in ("at_least", "more_than") else number
    return low, high


def linked(spelled: str, unit: str) -> str:
    """*500 soldats*, but *deux millions de soldats*."""
    if spelled.endswith(("million", "millions")):
        return f"{spelled} d'{unit}" if fold(unit)[0] in "aeiou" else f"{spelled} de {unit}"
    return f"{spelled} {unit}"


@settings(deadline=None)
@given(FIGURES, st.sampled_from(UNITS))
def test_figure_and_unit(figure: tuple[int, str], unit: tuple[str, str]) -> None:
    number, spelled = figure
    (count,) = counts_of(f"Le général attend {linked(spelled, unit[0])}.")
    assert (count["minimum"], count["maximum"], count["unit"]) == (number, number, unit[1])
    assert count["qualifier"] == "exact"


@settings(deadline=None)
@given(FIGURES, st.sampled_from(UNITS), st.sampled_from(BEFORE))
def test_modifier_before(figure: tuple[int, str], unit: tuple[str, str], modifier: tuple[str, str]) -> None:
    number, spelled = figure
    (count,) = counts_of(f"Le général attend {modifier[0]} {linked(spelled, unit[0])}.")
    assert (count["minimum"], count["maximum"]) == bounds(number, modifier[1])
    assert count["qualifier"] == modifier[1]


@settings(deadline=None)
@given(FIGURES, st.sampled_from(UNITS), st.sampled_from(AFTER))
def test_modifier_after(figure: tuple[int, str], unit: tuple[str, str], modifier: tuple[str, str]) -> None:
    number, spelled = figure
    (count,) = counts_of(f"Le général attend {linked(spelled, unit[0])} {modifier[0]}.")
    assert (count["minimum"], count["maximum"]) == bounds(number, modifier[1])
    assert count["qualifier"] == modifier[1]


@settings(deadline=None)
@given(NUMBERS, NUMBERS, st.sampled_from(SEPARATORS))
def test_ranges(one: int, other: int, separator: str) -> None:
    low, high = sorted((one, other))
    # *63 à 625.000* is said for *63.000 à 625.000*
    shared = high % 1000 == 0 and low * 1000 < high <= low * 10_000
    if low < high and not shared:
        (count,) = counts_of(f"Entre {grouped(low, separator)} et {grouped(high, separator)} soldats attendent.")
        assert (count["minimum"], count["maximum"], count["qualifier"]) == (low, high, "range")


@pytest.mark.parametrize("lemma", sorted(units()))
def test_every_unit_has_a_sentence(lemma: str) -> None:
    lines = "\n".join((SENTENCES / name).read_text(encoding="utf-8") for name in ("forces.txt", "forces_roles.txt"))
    assert f"unit={lemma}>" in lines or f"unit={lemma} " in lines or f'unit="{lemma}"' in lines


def test_work_grows_with_the_text() -> None:
    def work(pairs: int) -> int:
        doc: Doc = Layout()(_tokenizer()("500 soldats " * pairs))
        return calls(lambda: Forces()(doc))

    assert work(800) <= 2.3 * work(400)


def test_many_numbers_and_units() -> None:
    assert len(counts_of("500 soldats " * 100_000)) == 100_000
