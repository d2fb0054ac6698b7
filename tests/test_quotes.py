"""Quotation marks are paired by one scan of the characters."""

import time

import pytest

from natoextract.components.statements.quotes import Quotes


def inner(text: str) -> list[str]:
    return [text[q.inner : q.outer] for q in Quotes(text).outermost]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Il a dit "oui".', ["oui"]),
        ("Il a dit « oui ».", ["oui"]),
        ("Il a dit «oui».", ["oui"]),
        ("Il a dit “oui”.", ["oui"]),
        ("Il a dit ‹ oui ›.", ["oui"]),
        ("Il a dit 'oui'.", ["oui"]),
        ("Il a dit ''oui''.", ["oui"]),
        ('"A", a-t-il dit, "B".', ["A", "B"]),
        ('"Stop !" a-t-il dit.', ["Stop !"]),
        ("« Il a crié « feu » puis » il est parti", ["Il a crié « feu » puis"]),
        ("\"Il a crié 'feu' puis\", dit-il", ["Il a crié 'feu' puis"]),
    ],
)
def test_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    "text", ["l'Otan d'abord", "aujourd'hui, qu'il parte", "les années '90 et l'an 2000", "12'' et 5'"]
)
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    assert inner(text) == []


def test_an_outer_quotation_may_be_closed_by_the_mark_of_the_inner_one() -> None:
    assert inner("« Il a crié « feu », a-t-il dit.") == ["Il a crié « feu"]


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert inner("Il a dit : « Oui.\nPuis il est parti.") == ["Oui."]
    assert inner('Il a dit : "Oui.\nPuis il a ajouté "non".') == ["Oui.", "non"]


def test_a_closing_mark_alone_is_none() -> None:
    assert inner("Il est parti », dit-on") == []


def test_a_long_quotation_repeats_its_mark_at_each_paragraph() -> None:
    text = "« Un.\n« Deux.\n« Trois », dit-il."
    assert inner(text) == ["Un.\n« Deux.\n« Trois"]


def test_a_wrapped_line_does_not_end_a_quotation() -> None:
    assert inner('Il a dit "nous partirons\ndemain".') == ["nous partirons\ndemain"]


def test_whether_an_offset_is_inside() -> None:
    text = 'Il a dit "oui".'
    quotes = Quotes(text)
    assert quotes.around(text.index("oui")) is not None
    assert quotes.around(text.index("dit")) is None


@pytest.mark.parametrize(
    "text", ["« a » " * 20_000, "« " * 20_000, '"' * 20_000, '"a" ' * 20_000, "« a\n" * 20_000, " »" * 20_000]
)
def test_thousands_of_marks_take_linear_time(text: str) -> None:
    def seconds(part: str) -> float:
        start = time.process_time()
        Quotes(part)
        return time.process_time() - start

    # eight times the marks: 8 where time is linear, 64 where it is quadratic; the best of three tells it from noise
    part = min(seconds(text[: len(text) // 8]) for _ in range(3))
    assert min(seconds(text) for _ in range(3)) < 24 * max(part, 0.002)
