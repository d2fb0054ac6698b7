"""`text[start:end]` is the mention's text: for every mention of every fixture, of the gold and of the output."""

import json
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

import natoextract
from natoextract import Article
from tests.conftest import DISPATCHES, FIXTURES, articles_of, sentences_of

GOLD = sorted(FIXTURES.glob("*/*.gold.json"))
SENTENCE_FILES = sorted(path.name for path in (FIXTURES / "sentences").glob("*.txt"))

#: The same dispatch in the ways that files come: the rules read one spelling, the offsets count in another.
SPELLINGS = {
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "narrow spaces": lambda text: text.replace(" ", "\u202f"),
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "straight apostrophes": lambda text: text.replace("’", "'"),
    "byte order mark": lambda text: "\ufeff" + text,
    "one line": lambda text: text.replace("\n", " "),
    "astral characters": lambda text: "🪖 " + text.replace(". ", ". 🪖 "),
    "decomposed accents": lambda text: unicodedata.normalize("NFD", text),
    "unbalanced quotes": lambda text: text.replace("»", "").replace('"', "«"),
    "capitals": str.upper,
}


def spans(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every record with a place in the text, under its path in the article."""
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from spans(item, f"{path}[{i}]")
    elif isinstance(value, dict):
        if value.get("start") is not None:
            yield path, value
        for key, item in value.items():
            yield from spans(item, f"{path}.{key}")


def wrong_spans(record: dict[str, Any], text: str) -> list[str]:
    """The paths of spans that are empty, outside the text, or not the text they say."""
    wrong = []
    for path, span in spans(record):
        start, end = span["start"], span["end"]
        if not 0 <= start < end <= len(text) or ("text" in span and span["text"] != text[start:end]):
            wrong.append(f"{path} {start}:{end} {span.get('text')!r} is {text[start:end]!r}")
    return wrong


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_gold(path: Any) -> None:
    text = path.with_name(path.name.replace(".gold.json", ".txt")).read_bytes().decode("utf-8")
    assert wrong_spans(json.loads(path.read_text(encoding="utf-8")), text) == []


def test_dispatches(dispatch_articles: dict[str, Article]) -> None:
    assert dispatch_articles
    for name, article in dispatch_articles.items():
        text = (DISPATCHES / f"{name}.txt").read_bytes().decode("utf-8")
        assert wrong_spans(article.model_dump(), text) == []


@pytest.mark.parametrize("name", SENTENCE_FILES)
def test_sentences(name: str) -> None:
    for sentence in sentences_of(name):
        assert wrong_spans(articles_of(name)[sentence.id].model_dump(), sentence.text) == [], sentence.id


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_dispatches_in_other_spellings(spelling: str) -> None:
    files = sorted(DISPATCHES.glob("*.txt"))
    texts = [SPELLINGS[spelling](path.read_bytes().decode("utf-8")) for path in files]
    for text, article in zip(texts, natoextract.extract_many(texts), strict=True):
        assert wrong_spans(article.model_dump(), text) == []


#: The spellings that change no word: what is read is the same.
SAME_WORDS = ["no-break spaces", "curly apostrophes", "straight apostrophes", "decomposed accents", "crlf"]


@pytest.mark.parametrize("spelling", SAME_WORDS)
def test_other_spellings_yield_the_same_mentions(spelling: str, dispatch_articles: dict[str, Article]) -> None:
    for path in sorted(DISPATCHES.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        respelt = SPELLINGS[spelling](text)
        found = [span["text"] for _, span in spans(natoextract.extract(respelt).model_dump()) if span.get("text")]
        usual = [span["text"] for _, span in spans(dispatch_articles[path.stem].model_dump()) if span.get("text")]
        assert found == [SPELLINGS[spelling](mention) for mention in usual]
