"""How an article looks at a terminal: nothing of the text is lost, and nested mentions are all seen."""

import io
from typing import Any

import pytest
from rich.console import Console

from natoextract.schema import Article, Event, Evidence, Mention, Offsets, Statement, Troops
from natoextract.terminal.highlight import STYLES, highlighted, legend
from natoextract.terminal.page import page
from natoextract.terminal.tables import events_table, tables, why_tables
from natoextract.terminal.wording import interval, number, strength, where

TEXT = 'L\'Otan "enverra [bientôt] 500 Britanniques" au Mali, a dit\r\nM. Stoltenberg.'


def mention(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def event(**slots: Any) -> Event:
    base = {
        "id": "e1",
        "type": "deployment",
        "status": "planned",
        "actors": ["NATO", "GBR"],
        "troops": Troops(minimum=500, maximum=500, qualifier="exact"),
        "location": "MLI",
        "requested_by": [],
        "trigger": Mention(**mention("enverra")),
        "sentence": Offsets(start=0, end=len(TEXT)),
        "speaker": "Jens Stoltenberg",
        "evidence": [
            Evidence(slot="type", rule="verb of sending", **mention("enverra")),
            Evidence(slot="troops", rule="object of the trigger", **mention("500 Britanniques")),
            Evidence(slot="location", rule="running theatre"),
            Evidence(slot="speaker", rule="statement", **mention("L'Otan")),
            Evidence(slot="speaker", rule="cue", **mention("enverra")),
        ],
    }
    return Event.model_validate(base | slots)


@pytest.fixture
def article() -> Article:
    count = {"minimum": 500, "maximum": 500, "qualifier": "exact", "unit": "ressortissant", "contributors": ["GBR"]}
    return Article.model_validate(
        {
            "id": "mali",
            "countries": [
                {**mention("Britanniques"), "code": "GBR", "form": "demonym"},
                {**mention("Mali"), "code": "MLI", "form": "name"},
            ],
            "organisations": [{**mention("Otan"), "code": "NATO"}],
            "missions": [],
            "places": [],
            "dates": [],
            "troop_counts": [{**mention("500 Britanniques"), **count}],
            "speakers": [
                {"id": "s1", "name": "Jens Stoltenberg", "kind": "person", "mentions": [mention("M. Stoltenberg")]}
            ],
            "statements": [
                Statement(**mention('L\'Otan "enverra [bientôt] 500 Britanniques" au Mali'), kind="mixed", speaker="s1")
            ],
            "events": [event()],
        }
    )


def printed(article: Article, *, why: bool = False, width: int = 80) -> str:
    written = io.StringIO()
    console = Console(file=written, width=width, highlight=False)
    for part in page(TEXT, article, why=why):
        console.print(part)
    return written.getvalue()


def styles_of(article: Article, words: str) -> set[str]:
    """The styles that cover all of some words."""
    shown, span = highlighted(TEXT, article), mention(words)
    return {str(s.style) for s in shown.spans if s.start <= span["start"] and span["end"] <= s.end}


def test_every_character_keeps_its_place(article: Article) -> None:
    shown = highlighted(TEXT, article).plain
    assert len(shown) == len(TEXT)
    assert shown == TEXT.replace("\r", " ")


def test_escape_sequences_of_a_text_do_not_reach_the_terminal(article: Article) -> None:
    assert "\x1b" not in highlighted(f"{TEXT}\x1b[31m", article).plain


def test_nested_mentions_are_all_styled(article: Article) -> None:
    assert styles_of(article, "Britanniques") == {STYLES[s] for s in ("statements", "troop_counts", "countries")}
    assert styles_of(article, "enverra") == {STYLES["statements"], STYLES["events"]}


def test_the_shorter_of_two_mentions_is_styled_last(article: Article) -> None:
    order = [str(span.style) for span in highlighted(TEXT, article).spans]
    assert order.index(STYLES["troop_counts"]) < order.index(STYLES["countries"])


def test_layers_differ_in_style_and_stand_in_the_legend() -> None:
    assert len(set(STYLES.values())) == len(STYLES)
    assert legend().plain.split("  ")[:3] == ["dateline", "statements", "troop counts"]


def test_page(article: Article) -> None:
    shown = printed(article)
    assert "mali  published: not known" in shown
    assert 'L\'Otan "enverra [bientôt] 500 Britanniques" au Mali' in shown
    assert [title for title in ("Events", "Statements", "Troop counts", "Dates") if title in shown] == [
        "Events",
        "Statements",
        "Troop counts",
    ]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_pages_fit_any_terminal(article: Article, width: int) -> None:
    assert max(map(len, printed(article, why=True, width=width).splitlines())) <= width


def test_why_tells_slot_value_rule_and_words(article: Article) -> None:
    shown = printed(article, why=True)
    assert "e1: deployment, planned: enverra" in shown
    rows = [line.split("  ") for line in shown.splitlines()]
    cells = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    assert ["type", "deployment", "verb of sending", "enverra"] in cells
    assert ["troops", "500", "object of the trigger", "500 Britanniques"] in cells
    assert ["location", "MLI", "running theatre"] in cells
    # a slot that has two reasons names its value once
    first = cells.index(["speaker", "Jens Stoltenberg", "statement", "L'Otan"])
    assert cells[first + 1] == ["cue", "enverra"]
    assert "running theatre" not in printed(article)


def test_an_article_with_nothing_has_no_tables(article: Article) -> None:
    empty = article.model_copy(update={"statements": [], "troop_counts": [], "events": []})
    assert list(tables(empty)) == []
    assert list(why_tables(empty)) == []


def test_requests_and_retellings(article: Article) -> None:
    events = [
        event(status="requested", requested_by=["USA"]),
        event(id="e2", requested_by=["USA"], merged_into="e1"),
    ]
    table = events_table(article.model_copy(update={"events": events}))
    cells = [str(cell) for column in table.columns for cell in column.cells]
    assert "deployment\nrequested by USA" in cells
    assert "deployment\nplanned (asked by USA)" in cells
    assert "enverra (= e1)\nJens Stoltenberg" in cells


@pytest.mark.parametrize(
    ("minimum", "maximum", "qualifier", "words"),
    [
        (500, 500, "exact", "500"),
        (30_000, 30_000, "about", "about 30,000"),
        (16_000, 16_000, "nearly", "nearly 16,000"),
        (1_500, None, "at_least", "at least 1,500"),
        (1_000, None, "more_than", "more than 1,000"),
        (None, 200, "at_most", "at most 200"),
        (None, 200, "less_than", "less than 200"),
        (4_000, 5_000, "range", "4,000–5,000"),
        (20_000, None, "vague", "20,000 or more"),
    ],
)
def test_numbers_in_words(minimum: int | None, maximum: int | None, qualifier: Any, words: str) -> None:
    assert number(Troops(minimum=minimum, maximum=maximum, qualifier=qualifier)) == words


def test_levels_and_places_in_words() -> None:
    levels = {
        f"level_{key}": Troops(minimum=n, maximum=n, qualifier="exact") for key, n in (("before", 13), ("after", 16))
    }
    assert strength(event(troops=None, **levels)) == "from 13 to 16"
    assert strength(event()) == "500"
    assert where(event(place="Gao", mission="MINUSMA")) == "Gao, MLI, MINUSMA"


def test_intervals_in_words() -> None:
    assert interval("2020-10-23", "2020-10-23") == "2020-10-23"
    assert interval("2020-10-01", "2020-10-31") == "2020-10-01 – 2020-10-31"
    assert interval(None, "2020-10-31") == "… – 2020-10-31"
    assert interval(None, None) == ""
