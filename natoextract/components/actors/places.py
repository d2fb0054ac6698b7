"""Cities, bases and named sites as locations: *près de Kidal*, *la ville syrienne d'al-Bab*, *le lycée Suger*.

A name is a place by its neighbours; once it is, the article's other mentions of it are too.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

from natoextract.components.actors.capitals import CapitalCity
from natoextract.components.actors.context import Context
from natoextract.components.actors.datelines import heads_dispatch
from natoextract.components.actors.gazetteer import look_up, place_words, region_country
from natoextract.components.actors.lexicon import city_name, key_of
from natoextract.components.actors.metonymy import city_word, metonymy
from natoextract.components.actors.names import is_club, is_site
from natoextract.components.actors.page import Page
from natoextract.components.actors.persons import first_names, surnames
from natoextract.components.actors.place_names import Candidate, candidates
from natoextract.components.actors.recognise import Found
from natoextract.components.actors.vocabulary import lookalikes
from natoextract.components.actors.whereabouts import COMPASS, Whereabouts
from natoextract.grammar import lemma
from natoextract.layers import PlaceRecord

_TO = frozenset({"a", "vers", "depuis", "dans", "via"})
_FROM = frozenset({"de", "d", "du", "des"})
_AND = frozenset({"et", "ou", "ni"})
_DETERMINERS = frozenset(
    {"le", "la", "les", "l", "un", "une", "ce", "cet", "cette", "son", "sa", "ses", "notre", "leur", "chez"}
)
#: Before these even an unlisted name is a place: *à l'est de Shirqat*, *près de Bzaah*.
_BEARINGS = frozenset({
    "pres", "sud", "nord", "est", "ouest", "km", "kilometres", "environs", "abords",
    "alentours", "autour", "proximite", "cote",
})  # fmt: skip
_ORDINAL = re.compile(r"[ivxl]+(?:e|eme|er)?")
#: Thousands of people of a town that a title may name alone: *Levallois-Perret : deux blessés*.
_TOWN = 20
_ARMED = frozenset(
    {"armee", "forces", "troupes", "soldats", "militaires", "rebelles", "djihadistes", "insurges", "miliciens"}
)


@dataclass
class PlaceFinder:
    """The places of one page. `cities` are its capitals that are places; `taken` the words that are actors."""

    page: Page
    context: Context
    taken: set[int]
    states: list[Found]
    cities: list[CapitalCity]
    accepted: list[Candidate] = field(default_factory=list)
    _starts: set[int] = field(default_factory=set)
    _ends: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.where = Whereabouts(self.page, self.context, self.states)
        self._starts.update(city.first for city in self.cities)
        self._ends.update(city.last for city in self.cities)

    def find(self) -> list[PlaceRecord]:
        """All places in two passes: what its neighbours prove, then the same names again."""
        waiting = []
        for candidate in candidates(self.page, self.taken):
            if not self._may_be(candidate):
                continue
            if self._is_proven(candidate):
                self._accept(candidate)
            else:
                waiting.append(candidate)
        seen = {c.key for c in self.accepted}
        for candidate in waiting:
            if candidate.key in seen or self._follows_place(candidate) or self._precedes_place(candidate):
                self._accept(candidate)
        known = [c.cities[0].country for c in self.accepted if c.major]
        self.where.placed = [*known, *(city.code for city in self.cities)]
        return [*map(self._capital_record, self.cities), *map(self._record, self.accepted)]

    def _accept(self, candidate: Candidate) -> None:
        self.accepted.append(candidate)
        self._starts.add(candidate.first)
        self._ends.add(candidate.last)

    # --- what a name may not be

    @cached_property
    def _surnames(self) -> frozenset[str]:
        return surnames(self.page)

    @cached_property
    def _things(self) -> frozenset[str]:
        """What the article names beside its kind: *la mission Rosetta*, *le ferry Galway*."""
        page, bearers = self.page, place_words("bearers")
        if page.forms.isdisjoint(bearers):
            return frozenset()
        forms = page.words.forms
        return frozenset(
            forms[i + 1]
            for i, form in enumerate(forms[:-1])
            if form in bearers and page.capitals[i + 1] and page.gap(i + 1) in (" ", ' "', " «", " « ")
        )

    def _may_be(self, c: Candidate) -> bool:
        """Nothing beside the name makes it a person, a club, a street, a region or a part of a longer name."""
        page = self.page
        if c.site:
            return page.form(c.last - 1) not in self._surnames
        if page.starts[c.first] == page.slug_start:
            # *par Dave Graham ZURICH, 1er mars (Reuters)*: whatever stands before
            return c.key not in place_words("never")
        never = c.key in place_words("never") or (region_country(c.key) is not None and not self._is_explained(c))
        if self._is_acronym(c) or (never and not c.listed):
            return False
        if is_site(page, c.first) or self._is_part(c) or is_club(self.page, c.first, c.last) or self._is_area(c):
            return False
        before = page.previous(c.first)
        if before in _DETERMINERS and not c.article:
            return False
        # *par Rosetta*; *le métro de Montréal*, where the article names a *Projet Montréal* too
        if page.form(c.first) in self._things and before not in _TO | _FROM:
            return False
        if c.key in place_words("regions_first"):
            return before == "a" or page.form(c.first - 2) in place_words("city_nouns")
        return page.form(c.last - 1) not in self._surnames and c.key not in self._surnames and not self._is_person(c)

    def _is_acronym(self, c: Candidate) -> bool:
        """*PCF*, *XIe*: capitals throughout in a text that is not, and the numerals of centuries."""
        page = self.page
        if c.last - c.first > 1:
            return False
        if _ORDINAL.fullmatch(c.key):
            return True
        if not page.in_capitals(c.first) or c.last >= len(page):
            return False
        return len(c.key) <= (4 if c.cities else 6) and not self._heads_dispatch(c) and not page.in_capitals(c.last)

    def _is_part(self, c: Candidate) -> bool:
        """*Pas-de-Calais*, *Lyon-Turin*: a hyphen binds it to another name."""
        page = self.page
        left = c.first > 0 and page.gap(c.first) == "-"
        return left or (c.last < len(page) and page.gap(c.last) == "-")

    def _is_person(self, c: Candidate) -> bool:
        """*Jack London*, *Nancy Pelosi*: a first name before, or a capitalised word after, outside any list."""
        page = self.page
        before = c.first - 1
        if before >= 0 and page.gap(c.first) == " " and page.capitalised(before) and before not in self.taken:
            word = page.form(before)
            if word in first_names() or not (page.opens_sentence(before) or word in _TO | _FROM):
                return True
        after = c.last
        if after >= len(page) or page.gap(after) != " " or not page.capitalised(after) or after in self.taken:
            return False
        if page.in_capitals(after):
            return False
        first_name = c.key in lookalikes("given_names") or c.key in first_names()
        return first_name or not c.major or not self._is_reached(c)

    def _is_area(self, c: Candidate) -> bool:
        """*la province d'Idleb*, *les régions de Donetsk et Lougansk*: an area that bears a city's name."""
        page, index = self.page, c.first
        # back over the names before, to the noun they hang on
        while (
            index > 0
            and page.gap(index) in (" ", ", ")
            and (page.form(index - 1) in _AND | _FROM or page.capitalised(index - 1))
        ):
            index -= 1
        elided = page.gap(index) in ("'", "' ")
        if index == c.first and not elided:
            return False
        if elided or page.form(index - 1) in _FROM:
            index -= 1
        for back in range(index - 1, max(-1, index - 4), -1):
            if page.gap(back + 1) not in (" ", "'", "' ", "-", "  "):
                return False
            if (word := page.form(back)) in place_words("area_nouns"):
                return True
            if word not in _FROM and page.token(back).pos_ not in ("ADJ", "ADV"):
                return False
        return False

    # --- what proves a place

    def _is_proven(self, c: Candidate) -> bool:
        page = self.page
        if c.site:
            return True
        before = page.previous(c.front)
        if self.where.told_country(c) or self._is_explained(c):
            return before in _TO | _FROM or bool(c.cities)
        if before in _FROM:
            return self._is_of(c)
        if self._follows_place(c):
            return True
        if not c.cities:
            return self._is_new(c) or self._is_apposed(c) or (before in _TO and self._is_toponym(c))
        if before in _TO:
            return self._is_reached(c)
        if before in ("au", "aux", "entre") or (before in place_words("city_nouns") and before != "base"):
            return True
        if before in ("sur", "par", "pour"):
            return c.major
        return self._heads_text(c) or self._is_object(c) or self._is_apposed(c)

    def _is_reached(self, c: Candidate) -> bool:
        """*à Gao*, *vers Gao*; the verb *a* is none."""
        page = self.page
        if page.previous(c.front) not in _TO or page.source(c.front - 1) == "a":
            return False
        # *accordé à Metro*: what is given goes to a body, if no list of ours has the name
        return c.listed or not city_word("datives", page.form(c.front - 2))

    def _is_new(self, c: Candidate) -> bool:
        """*une base située à Manawashi*, *l'armée a repris Bzaah*: a name that no list has, located or conquered."""
        page = self.page
        if page.previous(c.front) == "a" and page.source(c.front - 1) != "a":
            noun = c.front - 3 if page.token(c.front - 2).pos_ == "ADJ" else c.front - 2
            if page.form(noun) in place_words("located") or page.form(c.front - 2) in place_words("located"):
                return True
            # after a noun *à* gives no one anything: *la mort de douze civils à Aleksinac*
            given = city_word("datives", page.form(c.front - 2)) or not _at_war(page) or c.last - c.first > 2
            return not given and page.gap(c.front - 1) == " " and page.token(c.front - 2).pos_ == "NOUN"
        if page.previous(c.front) == "entre":
            # *la route entre Kamango et Mbau*
            return page.form(c.front - 2) in metonymy("ways") and page.next(c.last) == "et"
        if c.front == 0 or page.gap(c.front) != " " or not _at_war(page):
            return False
        verb = page.token(c.front - 1)
        return verb.pos_ in ("VERB", "AUX") and key_of(lemma(verb)) in place_words("conquests")

    def _is_of(self, c: Candidate) -> bool:
        """What stands before *de*: *la bataille de Mossoul*, *la ville de Bzaah*; of others only what readers know."""
        page = self.page
        if page.previous(c.front) == "des" and not c.cities:
            return False
        if self._is_toponym(c):
            return True
        for index in range(c.front - 2, max(-1, c.front - 5), -1):
            if page.gap(index + 1) not in (" ", "-", "  "):
                break
            word = page.form(index)
            if word in place_words("city_nouns") or word in _BEARINGS:
                return True
            if word in place_words("sheltered") and page.form(index - 2) in ("camp", "camps"):
                return True
            if word in place_words("event_nouns"):
                return bool(c.cities)
            if page.token(index).pos_ not in ("ADJ", "ADV"):
                break
        return c.major

    def _is_toponym(self, c: Candidate) -> bool:
        """*Varennes-sur-Amance*, *Montigny-le-Roi*: a name as only towns have."""
        page = self.page
        if c.last - c.first < 3 or any(page.gap(i) != "-" for i in range(c.first + 1, c.last)):
            return False
        return any(page.form(i) in place_words("toponymic") for i in range(c.first + 1, c.last - 1))

    def _follows_place(self, c: Candidate) -> bool:
        """*repris Qabasin et Bzaah*: the name before it in the same list is a place."""
        page, first = self.page, c.first
        if page.previous(first) in _AND:
            first -= 1
        elif page.gap(first) != ", " or not (c.cities or self._is_enclosed(c)):
            return False
        return first in self._ends

    def _is_enclosed(self, c: Candidate) -> bool:
        """*à Mitrovica, Malishevo et Prizren*: between two places of one list."""
        page, last = self.page, c.last
        if last >= len(page):
            return False
        following = last + 1 if page.gap(last) == " " and page.form(last) in _AND else last
        joined = following > last or page.gap(last) == ", "
        return joined and bool(look_up(page.form(following))) and page.capitalised(following)

    def _precedes_place(self, c: Candidate) -> bool:
        """*Pec et Istok*: the name after it in the same list is a place."""
        page, last = self.page, c.last
        if not c.cities or last >= len(page) or page.opens_sentence(c.first):
            return False
        return page.gap(last) == " " and page.form(last) in _AND and last + 1 in self._starts

    def _heads_text(self, c: Candidate) -> bool:
        """*KIDAL (AFP) -*, *Lyon : deux morts*."""
        page = self.page
        if self._heads_dispatch(c):
            return True
        known = c.major or (bool(c.cities) and c.cities[0].size >= _TOWN)
        return known and page.opens_sentence(c.first) and c.last < len(page) and page.gap(c.last).strip() == ":"

    def _heads_dispatch(self, c: Candidate) -> bool:
        return heads_dispatch(self.page, c.first, c.last)

    def _is_apposed(self, c: Candidate) -> bool:
        """*la capitale sud-ossète, Tskhinvali*; *deux villes assiégées par les rebelles, Foua et Kefraya*."""
        page = self.page
        if page.gap(c.first) != ", ":
            return False
        if any(page.form(i) == "capitale" for i in range(c.first - 4, c.first)):
            return True
        pair = page.next(c.last) in _AND and page.capitalised(c.last + 1)
        return pair and any(
            page.form(i) in place_words("city_nouns") and page.form(i).endswith("s") and page.form(i - 1) == "deux"
            for i in range(max(0, c.first - 8), c.first)
        )

    def _is_object(self, c: Candidate) -> bool:
        """*reprendre Mossoul*, *quitter Gao*."""
        page = self.page
        if c.first == 0 or page.gap(c.first) != " ":
            return False
        verb = page.token(c.first - 1)
        return verb.pos_ in ("VERB", "AUX") and city_word("city_objects", lemma(verb))

    def _is_explained(self, c: Candidate) -> bool:
        """*Kidal (nord)*; *à Semuliki, dans l'est de la RDC*; *à Konna, une localité du centre*."""
        if self.where.bracket(c).split(" ")[0] in COMPASS:
            return True
        page = self.page
        if c.last >= len(page) or page.gap(c.last).strip(" ") != ",":
            return False
        before, reached = page.previous(c.first), self._is_reached(c)
        # *de X*, *plusieurs villes, dont X*
        if not reached and before not in ("de", "d", "du", "dont"):
            return False
        told = self.where.told_behind(c)
        return told == "town" or (told == "area" and (reached or bool(c.cities)))

    # --- records

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
        country = self.where.country(c, behind_comma=self._is_explained(c))
        return {"start": start, "end": end, "text": text, "name": name or told, "country": country}


def _at_war(page: Page) -> bool:
    return not page.forms.isdisjoint(_ARMED)
