"""What a capitalised name beside a place's words may be instead: a person, a club, a street, a region, a ship."""

import re
from dataclasses import dataclass
from functools import cached_property

from natoextract.components.actors.gazetteer import place_words, region_country
from natoextract.components.actors.lexicon import seats
from natoextract.components.actors.names import is_club, is_site
from natoextract.components.actors.page import Page
from natoextract.components.actors.persons import first_names, surnames
from natoextract.components.actors.place_names import Candidate
from natoextract.components.actors.place_proofs import AND, FROM, TO, PlaceProofs
from natoextract.components.actors.vocabulary import lookalikes

_DETERMINERS = frozenset(
    {"le", "la", "les", "l", "un", "une", "ce", "cet", "cette", "son", "sa", "ses", "notre", "leur", "chez"}
)
#: *XIe*, never *Lille* and *Lviv*
_ORDINAL = re.compile(r"[IVXL]+(?:e|ème|er)?")


@dataclass
class PlaceDoubts:
    """What speaks against the candidates of one page; `taken` are the words that are actors."""

    page: Page
    taken: set[int]
    proofs: PlaceProofs

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

    def may_be(self, c: Candidate) -> bool:
        """Nothing beside the name makes it a person, a club, a street, a region or a part of a longer name."""
        page = self.page
        if c.site:
            return page.form(c.last - 1) not in self._surnames
        if page.starts[c.first] == page.slug_start:
            # *par Dave Graham ZURICH, 1er mars (Reuters)*: whatever stands before
            return c.key not in place_words("never")
        never = (
            c.key in place_words("never")
            or c.key in seats()
            or (region_country(c.key) is not None and not self.proofs.is_explained(c))
        )
        if self._is_acronym(c) or (never and not c.listed):
            return False
        if is_site(page, c.first) or self._is_part(c) or is_club(self.page, c.first, c.last) or self._is_area(c):
            return False
        if (
            page.gap(c.last) == ", "
            and page.form(c.last) in ("region", "province")
            and page.next(c.last + 1) not in FROM
        ):
            # *à Tillabéri, région située*
            return False
        before = page.previous(c.first)
        if before in _DETERMINERS and not c.article:
            return False
        # *par Rosetta*; *le métro de Montréal*, where the article names a *Projet Montréal* too
        if page.form(c.first) in self._things and before not in TO | FROM:
            return False
        if c.key in place_words("regions_first"):
            return before == "a" or page.form(c.first - 2) in place_words("city_nouns") | place_words("bearings")
        return page.form(c.last - 1) not in self._surnames and c.key not in self._surnames and not self._is_person(c)

    def _is_acronym(self, c: Candidate) -> bool:
        """*PCF*, *XIe*: capitals throughout in a text that is not, and the numerals of centuries."""
        page = self.page
        if c.last - c.first > 1:
            return False
        if _ORDINAL.fullmatch(page.source(c.first)):
            return True
        if not page.in_capitals(c.first) or c.last >= len(page):
            return False
        return (
            len(c.key) <= (4 if c.cities else 6) and not self.proofs.heads_dispatch(c) and not page.in_capitals(c.last)
        )

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
            if word in first_names() or not (page.opens_sentence(before) or word in TO | FROM):
                return True
        after = c.last
        if after >= len(page) or page.gap(after) != " " or not page.capitalised(after) or after in self.taken:
            return False
        if page.in_capitals(after):
            return False
        first_name = c.key in lookalikes("given_names") or c.key in first_names()
        return first_name or not c.major or not self.proofs.is_reached(c)

    def _is_area(self, c: Candidate) -> bool:
        """*la province d'Idleb*, *les régions de Donetsk et Lougansk*: an area that bears a city's name."""
        page, index = self.page, c.first
        # back over the names before, to the noun they hang on
        while (
            index > 0
            and page.gap(index) in (" ", ", ")
            and (page.form(index - 1) in AND | FROM or page.capitalised(index - 1))
        ):
            index -= 1
        elided = page.gap(index) in ("'", "' ")
        if index == c.first and not elided:
            return False
        if elided or page.form(index - 1) in FROM:
            index -= 1
        for back in range(index - 1, max(-1, index - 4), -1):
            if page.gap(back + 1) not in (" ", "'", "' ", "-", "  "):
                return False
            if (word := page.form(back)) in place_words("area_nouns"):
                # *le quartier général de Naqoura*
                return page.form(back + 1) != "general"
            if word not in FROM and page.token(back).pos_ not in ("ADJ", "ADV"):
                return False
        return False
