"""Who and where: states, organisations, missions and places.

`lexicon` knows them by name; `recognise` finds them, `capitals` tells governments from cities, `places` finds sites.
"""

from spacy.language import Language
from spacy.tokens import Doc

from natoextract.components.actors.capitals import governments
from natoextract.components.actors.context import context_of, hits_of
from natoextract.components.actors.lexicon import capital_of
from natoextract.components.actors.page import Page
from natoextract.components.actors.recognise import Found, recognise
from natoextract.components.actors.vocabulary import Kind, vocabulary
from natoextract.layers import mention, set_layer

NAME = "natoextract_actors"


@Language.factory(NAME)
def create_actors(nlp: Language, name: str) -> "Actors":
    return Actors()


class Actors:
    """Fills `countries`, `organisations`, `missions` and `places`."""

    def __init__(self) -> None:
        self.tree = vocabulary()

    def __call__(self, doc: Doc) -> Doc:
        page = Page(doc)
        hits = hits_of(page, self.tree)
        context = context_of(page, hits)
        result = recognise(page, hits, context)
        found = result.mentions
        acting = governments(page, result.capitals)
        cities = []
        for city in result.capitals:
            start, end = page.words[city.first].start, page.words[city.last - 1].end
            if city in acting:
                found.append(Found(start, end, Kind.CAPITAL, city.code, "capital"))
            else:
                cities.append({**mention(doc, start, end), "name": capital_of(city.code), "country": city.code})
        states = (Kind.NAME, Kind.PEOPLE, Kind.COMBINING, Kind.CAPITAL)
        set_layer(
            doc,
            "countries",
            [{**mention(doc, m.start, m.end), "code": m.value, "form": m.form} for m in found if m.kind in states],
        )
        set_layer(
            doc,
            "organisations",
            [{**mention(doc, m.start, m.end), "code": m.value} for m in found if m.kind is Kind.ORGANISATION],
        )
        set_layer(
            doc,
            "missions",
            [{**mention(doc, m.start, m.end), "name": m.value} for m in found if m.kind is Kind.MISSION],
        )
        set_layer(doc, "places", cities)
        return doc
