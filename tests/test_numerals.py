"""French numbers, read back exactly in every notation."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoextract.numerals import find_numbers, parse_number
from tests.spelling import SEPARATORS, grouped, words

NUMBERS = st.integers(min_value=2, max_value=5_000_000)


@given(NUMBERS)
def test_plain_digits(number: int) -> None:
    assert parse_number(str(number)) == number


@given(NUMBERS, st.sampled_from(SEPARATORS))
def test_digits_in_groups(number: int, separator: str) -> None:
    assert parse_number(grouped(number, separator)) == number


@given(NUMBERS, st.booleans(), st.booleans(), st.booleans())
def test_words(number: int, belgian: bool, swiss: bool, capitals: bool) -> None:
    spelled = words(number, belgian=belgian, swiss=swiss)
    found = list(find_numbers(spelled.upper() if capitals else spelled))
    assert [n.value for n in found] == [number]


@given(st.integers(min_value=2, max_value=50_000))
def test_hundreds_as_decimals_of_a_thousand(hundreds: int) -> None:
    whole, tenth = divmod(hundreds, 10)
    figure = f"{whole},{tenth}" if tenth else str(whole)
    if whole:
        assert [n.value for n in find_numbers(f"{figure} mille")] == [hundreds * 100]


@pytest.mark.parametrize(
    ("text", "value", "rounded", "plural"),
    [
        ("une dizaine", 10, True, False),
        ("un mille", 1000, False, False),
        ("une douzaine", 12, True, False),
        ("une septantaine", 70, True, False),
        ("deux centaines", 200, True, False),
        ("un demi-millier", 500, True, False),
        ("un bon millier", 1000, True, False),
        ("une dizaine de milliers", 10_000, True, False),
        ("des dizaines de milliers", 10_000, True, True),
        ("quelques centaines", 100, True, True),
        ("1,5 million", 1_500_000, False, False),
        ("un million et demi", 1_500_000, False, False),
        ("trois millions deux cent mille", 3_200_000, False, False),
        ("huitante-deux", 82, False, False),
        ("nonante et un", 91, False, False),
        ("quatre-vingt-onze", 91, False, False),
        ("DEUX MILLE", 2000, False, False),
        ("10,000", 10_000, False, False),
    ],
)
def test_kinds(text: str, value: int, rounded: bool, plural: bool) -> None:
    (number,) = find_numbers(text)
    assert (number.value, number.rounded, number.plural) == (value, rounded, plural)


@pytest.mark.parametrize(
    "text", ["M23", "T-72", "3,14", "12e", "500ème", "35.000e", "un-deux-trois-soleil", "centimètre"]
)
def test_no_numbers(text: str) -> None:
    assert list(find_numbers(text)) == []


def test_a_million_digits_are_no_number() -> None:
    assert list(find_numbers("7" * 1_000_000)) == []


def test_work_grows_with_the_text() -> None:
    def read(size: int) -> Callable[[], object]:
        text = "4.000 à 5.000 soldats et une dizaine de chars " * size
        return lambda: list(find_numbers(text))

    assert calls(read(400)) <= 2.2 * calls(read(200))


def calls(work: Callable[[], object]) -> int:
    """How many functions, Python's and C's, a piece of work calls: a clock that is never late."""
    count = 0

    def tick(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
