"""The model is loaded once a session; sentences and dispatches are analysed once and shared."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

import natoextract
from natoextract import Article, Dispatch
from tests.markup import Sentence, read_sentences

FIXTURES = Path(__file__).parent.parent / "fixtures"
DISPATCHES = FIXTURES / "dispatches"
SENTENCES = FIXTURES / "sentences"


@cache
def sentences_of(name: str) -> list[Sentence]:
    """The sentence gold of one file."""
    return read_sentences(SENTENCES / name)


@cache
def articles_of(name: str) -> dict[str, Article]:
    """`{sentence id: Article}` of one sentence file, analysed in one batch."""
    gold = sentences_of(name)
    dispatches = [Dispatch(text=s.text, id=s.id, published=_published(s.context)) for s in gold]
    return {article.id: article for article in natoextract.extract_many(dispatches)}


def _published(context: dict[str, Any]) -> str | None:
    published = context.get("published")
    return None if published is None else str(published)


@pytest.fixture(scope="session")
def nlp() -> Any:
    """The whole pipeline."""
    return natoextract.load()


@pytest.fixture(scope="session")
def dispatch_articles() -> dict[str, Article]:
    """The five sample dispatches, extracted."""
    files = sorted(DISPATCHES.glob("*.txt"))
    dispatches = [Dispatch(text=f.read_bytes().decode("utf-8"), id=f.stem, source=f.name) for f in files]
    return {article.id: article for article in natoextract.extract_many(dispatches)}
