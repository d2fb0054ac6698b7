"""Dates: TIMEX3 expressions found by patterns, and placed by publication, tense and what was narrated before."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from natoextract.components.dates.joining import join
from natoextract.components.dates.narrative import Narrative
from natoextract.components.dates.patterns import scan
from natoextract.components.dates.scan import Found, Text
from natoextract.layers import TimexRecord, folded_of, mention, set_layer, surface_of

NAME = "natoextract_dates"


@Language.factory(NAME)
def create_dates(nlp: Language, name: str) -> "Dates":
    return Dates()


class Dates:
    """Fills `doc.spans["dates"]` and `doc._.dates`."""

    def __call__(self, doc: Doc) -> Doc:
        set_layer(doc, "dates", find_dates(doc))
        return doc


def find_dates(doc: Doc) -> Iterator[TimexRecord]:
    """Every temporal expression outside page headers, with its value: *mardi* → `2021-04-13`."""
    text = Text(surface_of(doc), folded_of(doc))
    headers = doc._.headers
    found = [item for item in join(text, scan(text)) if not _in_header(headers, item)]
    narrative = Narrative(doc, text)
    for item, placed in narrative.place_all(found):
        yield {
            **mention(doc, item.start, item.end),
            "type": item.type,
            "value": placed.value,
            "mod": item.mod,
            "earliest": placed.earliest.isoformat() if placed.earliest else None,
            "latest": placed.latest.isoformat() if placed.latest else None,
        }


def _in_header(headers: list[list[int]], item: Found) -> bool:
    return any(start < item.end and item.start < end for start, end in headers)
