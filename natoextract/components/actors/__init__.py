"""Who and where: states, organisations, missions and places.

`lexicon` knows them by name, `recognise` finds them, `capitals` tells governments from cities, `places` finds sites.
"""

from collections.abc import Iterable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from natoextract.components.actors.capitals import governments, is_sport
from natoextract.components.actors.context import context_of, hits_of
from natoextract.components.actors.page import Page
from natoextract.components.actors.places import PlaceFinder
from natoextract.components.actors.recognise import Named, recognise, with_prefix
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
        acting = governments(page, result.capitals)
        # in an article on sport a capital that acts is a club, and neither a state nor a place
        cities = [city for city in result.capitals if city not in acting]
        acting = set() if is_sport(page) else acting
        bodies = (Kind.ORGANISATION, Kind.MISSION)
        states = [found for found in result.mentions if found.kind not in bodies]
        states += [
            Named(with_prefix(page, city.first), page.ends[city.last - 1], Kind.CAPITAL, city.code, "capital")
            for city in acting
        ]
        states.sort(key=lambda found: found.start)
        places = PlaceFinder(page, context, result.taken, states, cities).find()
        set_layer(doc, "countries", [{**_mention(doc, s), "code": s.value, "form": s.form} for s in states])
        set_layer(doc, "organisations", _records(doc, result.mentions, Kind.ORGANISATION, "code"))
        set_layer(doc, "missions", _records(doc, result.mentions, Kind.MISSION, "name"))
        set_layer(doc, "places", places)
        return doc


def _mention(doc: Doc, found: Named) -> dict[str, Any]:
    return dict(mention(doc, found.start, found.end))


def _records(doc: Doc, mentions: Iterable[Named], kind: Kind, field: str) -> list[dict[str, Any]]:
    return [{**_mention(doc, found), field: found.value} for found in mentions if found.kind is kind]
