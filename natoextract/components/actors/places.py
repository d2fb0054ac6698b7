"""Cities, bases and named sites as locations: *près de Kidal*, *la ville syrienne d'al-Bab*, *le lycée Suger*.

A name is a place by its neighbours; once it is, the article's other mentions of it are too.
"""

from dataclasses import dataclass

from natoextract.components.actors.capitals import CapitalCity
from natoextract.components.actors.context import Context
from natoextract.components.actors.lexicon import city_name
from natoextract.components.actors.page import Page
from natoextract.components.actors.place_doubts import PlaceDoubts
from natoextract.components.actors.place_names import Candidate, candidates
from natoextract.components.actors.place_proofs import PlaceProofs
from natoextract.components.actors.recognise import Named
from natoextract.components.actors.whereabouts import Whereabouts
from natoextract.layers import PlaceRecord


@dataclass
class PlaceFinder:
    """The places of one page. `cities` are its capitals that are places; `taken` the words that are actors."""

    page: Page
    context: Context
    taken: set[int]
    states: list[Named]
    cities: list[CapitalCity]

    def __post_init__(self) -> None:
        self.where = Whereabouts(self.page, self.context, self.states)
        self.proofs = PlaceProofs(self.page, self.where)
        self.doubts = PlaceDoubts(self.page, self.taken, self.proofs)
        self._countries: dict[str, str | None] = {}

    def find(self) -> list[PlaceRecord]:
        """All places in two passes: what its neighbours prove, then the same names again."""
        self.proofs.add(self.cities)
        accepted, waiting = list[Candidate](), list[Candidate]()
        for candidate in candidates(self.page, self.taken):
            if not self.doubts.may_be(candidate):
                continue
            if self.proofs.is_proven(candidate):
                self.proofs.add([candidate])
                accepted.append(candidate)
            else:
                waiting.append(candidate)
        seen = {c.key for c in accepted}
        for candidate in waiting:
            if candidate.key in seen or self.proofs.is_listed(candidate):
                self.proofs.add([candidate])
                accepted.append(candidate)
        # a name that several states bear places nothing: *Valence*
        known = [c.cities[0].country for c in accepted if c.listed or len({city.country for city in c.cities}) == 1]
        self.where.placed = [*known, *(city.code for city in self.cities)]
        return [*map(self._capital_record, self.cities), *map(self._record, accepted)]

    def _capital_record(self, city: CapitalCity) -> PlaceRecord:
        start, end = self.page.starts[city.first], self.page.ends[city.last - 1]
        text = self.page.text[start:end]
        return {"start": start, "end": end, "text": text, "name": city_name(text) or text, "country": city.code}

    def _record(self, c: Candidate) -> PlaceRecord:
        start, end = self.page.starts[c.first], self.page.ends[c.last - 1]
        text = self.page.text[start:end]
        # a wire shouts its dateline: KIDAL
        told = text.title() if text.isupper() and len(text) > 3 else text
        name = c.cities[0].name if c.listed else None
        return {"start": start, "end": end, "text": text, "name": name or told, "country": self._country(c)}

    def _country(self, c: Candidate) -> str | None:
        """Where a place lies; its other mentions lie there too."""
        if self._countries.get(c.key) is None:
            self._countries[c.key] = self.where.country(c, behind_comma=self.proofs.is_explained(c))
        return self._countries[c.key]
