"""In which state a place lies: told in brackets or behind a comma, else by the article."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from natoextract.components.actors.context import Context
from natoextract.components.actors.gazetteer import City, look_up, place_words, region_country
from natoextract.components.actors.lexicon import codes_of, key_of, missions
from natoextract.components.actors.page import Page
from natoextract.components.actors.place_names import Candidate
from natoextract.components.actors.recognise import Named
from natoextract.components.actors.vocabulary import Kind
from natoextract.numerals import parse_number

#: How far before a village the state that it lies in may stand: *la ville syrienne d'al-Bab*.
_NEAR = 12
#: A namesake this many times smaller than the best known city is not meant by chance.
_DWARFED = 20


@dataclass(slots=True)
class Whereabouts:
    """The states of a page, as they tell where its places lie. `placed` are the states of its known places."""

    page: Page
    context: Context
    states: list[Named]
    placed: list[str] = field(default_factory=list)
    #: Where states are named, and which: *Monténégro*.
    named: dict[int, str] = field(init=False)

    def __post_init__(self) -> None:
        self.named = {s.start: s.value for s in self.states if s.kind is Kind.NAME}

    def bracket(self, c: Candidate) -> str:
        """What stands in brackets after a name, folded: *Creil (Oise)* → *oise*."""
        text, end = self.page.text, self.page.ends[c.last - 1]
        rest = text[end : end + 42]
        if not rest.lstrip(" ").startswith("("):
            return ""
        inner, closed, _ = rest.lstrip(" ")[1:].partition(")")
        return key_of(inner) if closed else ""

    def state_after(self, c: Candidate) -> str | None:
        """*à Rozaje, au Monténégro*: the state told behind the comma."""
        starts = self.page.starts[c.last + 1 : c.last + 4]
        return next((self.named[start] for start in starts if start in self.named), None)

    def told_behind(self, c: Candidate) -> Literal["town", "area"] | None:
        """What the words behind a name and its comma say: *une localité du centre* a town, *dans le nord* an area."""
        page, index = self.page, c.last
        if page.form(index) == "qui" and page.form(index + 1) == "est":
            index += 2
        word, after = page.form(index), [page.form(i) for i in range(index + 1, index + 4)]
        if word in ("situe", "situee") or [word, *after[:1]] in (["non", "loin"], ["tout", "pres"]):
            return "town"
        if word == "pres" and after[0] in ("de", "d", "du", "des"):
            return "town"
        if word == "a" and self._at_distance(index + 1):
            return "town"
        if word in ("a", "aux") and self._beside_city(index + 1):
            return "town"
        if word in ("dans", "au", "en", "a"):
            compass, areas = place_words("compass"), place_words("area_nouns")
            told = any(form in compass or form in areas for form in after)
            return "area" if told or self.state_after(c) is not None or self._region_after(index + 1) else None
        index += word in ("une", "un", "l", "la", "le")
        index += page.form(index) in place_words("town_adjectives")
        return "town" if page.form(index) in place_words("town_nouns") else None

    def _at_distance(self, index: int) -> bool:
        """*à environ 110 km*, *à une heure de route*."""
        unit = next((i for i in range(index, index + 5) if self.page.form(i) in place_words("distances")), None)
        return unit is not None and any(
            word.isdigit() or parse_number(word) for word in map(self.page.form, range(index, unit))
        )

    def _beside_city(self, index: int) -> bool:
        """*à la sortie de Goma*, *aux portes de Mossoul*."""
        page = self.page
        index += page.form(index) in ("la", "l", "mi")
        if page.form(index) not in place_words("town_parts") or page.form(index + 1) not in ("de", "d", "du"):
            return False
        return page.capitalised(index + 2) and bool(look_up(page.form(index + 2)))

    def _region_after(self, index: int) -> bool:
        """*dans le Maine-et-Loire*, *en Moselle*."""
        page = self.page
        first = index + 1 if page.form(index) in ("le", "la", "les", "l") else index
        names = (" ".join(page.form(i) for i in range(first, last)) for last in range(first + 1, first + 4))
        return page.capitalised(first) and any(region_country(name) is not None for name in names)

    def told_country(self, c: Candidate) -> str | None:
        """The state that is told right after: *Creil (Oise)*, *Tripoli (Liban)*, *Tripoli, Liban*."""
        inner = self.bracket(c)
        if inner:
            codes = codes_of(inner)
            # *Mazar-i-Sharif (nord)* is in the north of its state, not in a department
            return codes[0] if codes else None if inner in place_words("compass") else region_country(inner)
        if c.last < len(self.page) and self.page.gap(c.last) == ", ":
            told = self.named.get(self.page.starts[c.last])
            return told if any(city.country == told for city in c.cities) else None
        return None

    def country(self, c: Candidate, *, behind_comma: bool = False) -> str | None:
        """The state told right after; else our list's; of homonyms the one in the article, or the largest."""
        if told := self.told_country(c):
            return told
        if c.site and (city := self._city_behind(c)):
            return city.country
        if not c.cities:
            return self._running_country(c, behind_comma)
        if c.listed:
            return c.cities[0].country
        placed = {s.value for s in self.states if s.kind is Kind.NAME} | set(self.placed)
        named = [city for city in c.cities if city.country in placed or self.context.states[city.country]]
        main = self._theatre()
        if any(city.country == main for city in named):
            return main
        # a village that GeoNames knows elsewhere only
        elsewhere = all(city.country not in placed for city in c.cities) and (behind_comma or not c.major)
        if elsewhere and main in placed:
            return self._running_country(c, behind_comma)
        # *Lens* in an article that names Switzerland too is still the French one
        likely = [city for city in named if city.size * _DWARFED >= c.cities[0].size]
        return max(likely or c.cities, key=lambda city: city.size).country

    def _city_behind(self, c: Candidate) -> City | None:
        """*l'aéroport Jean-Lesage de Québec*: the city that a site is said to be in."""
        page = self.page
        if page.next(c.last) not in ("a", "de", "d") or not page.capitalised(c.last + 1):
            return None
        return next((city for city in look_up(page.form(c.last + 1))[:1] if city.major), None)

    def _running_country(self, c: Candidate, behind_comma: bool) -> str | None:
        """An unlisted village lies in the state before it in its sentence; else in the one the article is about."""
        start = self.page.starts[c.first]
        after = self.state_after(c) if behind_comma else None
        return after or next(self._states_before(start), None) or self._theatre()

    def _theatre(self) -> str | None:
        """The state that the article is about: named, the scene of a mission, and above all with known places in it.

        That troops come from a state (*soldats tanzaniens*) says less.
        """
        score = Counter(self.context.states)
        for name in self.context.missions:
            theatre = missions()[name].theatre
            score.update(theatre * (2 if len(theatre) == 1 else 1))
        for country in self.placed:
            score[country] += 2
        return next((code for code, _ in score.most_common(1)), None)

    def _states_before(self, start: int) -> Iterator[str]:
        for state in reversed(self.states):
            if state.end > start:
                continue
            between = self.page.text[state.end : start]
            if ". " in between or "\n" in between:
                return
            # *la ville syrienne d'al-Bab*; *le contingent tanzanien à Semuliki* is not in Tanzania
            if state.kind is Kind.NAME or (len(between) <= _NEAR and between.strip() not in ("à", "a", "À")):
                yield state.value
