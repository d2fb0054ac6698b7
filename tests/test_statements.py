"""Frames of reported speech over whole passages; single sentences are in `fixtures/sentences/statements.txt`."""

import time
from typing import Any

import pytest

import natoextract
from natoextract import Article


def told(article: Article) -> list[tuple[str, str]]:
    """(kind, text) of the statements."""
    return [(s.kind, s.text) for s in article.statements]


def test_every_statement_has_a_speaker_and_its_own_words(dispatch_articles: dict[str, Article]) -> None:
    for article in dispatch_articles.values():
        ids = {s.id for s in article.speakers}
        assert {s.speaker for s in article.statements} == ids
        for statement in article.statements:
            assert statement.cue is not None
            assert statement.text.strip() == statement.text


def test_statements_never_overlap(dispatch_articles: dict[str, Article]) -> None:
    for article in dispatch_articles.values():
        for one, other in zip(article.statements, article.statements[1:], strict=False):
            assert one.end <= other.start


@pytest.mark.parametrize("mark", ["« {} »", "«{}»", '"{}"', "“{}”", "« {} »"])
@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_typography_makes_no_difference(mark: str, apostrophe: str) -> None:
    said = f"L{apostrophe}Otan n{apostrophe}est pas prête"
    article = natoextract.extract(mark.format(said) + f", a déclaré l{apostrophe}ambassadeur Paul Durand.")
    assert told(article) == [("direct", said)]
    assert article.speakers[0].name == "Paul Durand"


def test_a_page_of_thousands_of_quotations_takes_linear_time(nlp: Any) -> None:
    line = '"Nous partirons", a dit Paul Durand. La base, selon lui, "fermera" en mai. « Rien ne presse. »\n'
    component = nlp.get_pipe("natoextract_statements")
    small, large = (nlp(line * n) for n in (60, 480))

    def seconds(doc: Any) -> float:
        start = time.process_time()
        component(doc)
        return time.process_time() - start

    assert seconds(large) < 8 * 3 * max(seconds(small), 0.01)
    assert len(large._.statements) >= 480


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "«",
        "»",
        '"',
        "selon",
        "Selon .",
        "a dit",
        '"A", a dit',
        "a-t-il dit.",
        "« « « »",
        ": « »",
        "M. a dit que",
        "que",
        "X :",
    ],
)
def test_odd_texts_are_read_without_complaint(text: str) -> None:
    natoextract.extract(text)
