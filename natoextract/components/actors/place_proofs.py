"""What proves a place: *à Gao*, *la ville syrienne d'al-Bab*, *reprendre Mossoul*, *Konna, une localité du centre*."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from natoextract.components.actors.capitals import CapitalCity
from natoextract.components.actors.datelines import heads_dispatch
from natoextract.components.actors.gazetteer import look_up, place_words
from natoextract.components.actors.lexicon import key_of
from natoextract.components.actors.metonymy import city_word, metonymy
from natoextract.components.actors.page import Page
from natoextract.components.actors.place_names import Candidate
from natoextract.components.actors.whereabouts import Whereabouts
from natoextract.grammar import lemma

TO = frozenset({"a", "vers", "depuis", "dans", "via"})
FROM = frozenset({"de", "d", "du", "des"})
AND = frozenset({"et", "ou", "ni"})
#: Thousands of people of a town that a title may name alone: *Levallois-Perret : deux blessés*.
_TOWN = 20


@dataclass
class PlaceProofs:
    """What stands beside the candidates of one page. `starts` and `ends` are the words where known places do."""

    page: Page
    where: Whereabouts
    starts: set[int] = field(default_factory=set)
    ends: set[int] = field(default_factory=set)

    def add(self, places: Iterable[Candidate | CapitalCity]) -> None:
        """Note places, which prove their neighbours in a list."""
        for place in places:
            self.starts.add(place.first)
            self.ends.add(place.last)

    def is_listed(self, c: Candidate) -> bool:
        """Whether a place stands before or after it in a list."""
        return self._follows_place(c) or self._precedes_place(c)

    def is_proven(self, c: Candidate) -> bool:
        """Whether the words beside a name say that it is a place."""
        page = self.page
        if c.site:
            return True
        before = page.previous(c.front)
        if self.where.told_country(c) or self.is_explained(c):
            return before in TO | FROM or bool(c.cities)
        if before in FROM:
            return self._is_of(c)
        if self._follows_place(c):
            return True
        if not c.cities:
            return self._is_new(c) or self._is_apposed(c) or (before in TO and self._is_toponym(c))
        if before in TO:
            return self.is_reached(c)
        if before in ("au", "aux", "entre") or (before in place_words("city_nouns") and before != "base"):
            return True
        if before in ("sur", "par", "pour"):
            return c.major
        return self._heads_text(c) or self._is_object(c) or self._is_apposed(c) or self._is_subject(c)

    def is_reached(self, c: Candidate) -> bool:
        """*à Gao*, *vers Gao*; the verb *a* is none."""
        page = self.page
        if page.previous(c.front) not in TO or page.source(c.front - 1) == "a":
            return False
        # *accordé à Metro*: what is given goes to a body, if no list of ours has the name
        return c.listed or not city_word("datives", page.form(c.front - 2))

    def _is_new(self, c: Candidate) -> bool:
        """*une base située à Manawashi*, *l'armée a repris Bzaah*: a name that no list has, located or conquered."""
        page = self.page
        if page.previous(c.front) == "a" and page.source(c.front - 1) != "a":
            noun = c.front - 3 if page.token(c.front - 2).pos_ == "ADJ" else c.front - 2
            # *retrouvé mardi matin à Dhuisy*
            while noun > 0 and page.form(noun) in place_words("times") and noun > c.front - 6:
                noun -= 1
            if page.form(noun) in place_words("located") or page.form(c.front - 2) in place_words("located"):
                return True
            # after a noun *à* gives no one anything: *la mort de douze civils à Aleksinac*
            given = city_word("datives", page.form(c.front - 2)) or not _at_war(page) or c.last - c.first > 2
            return not given and page.gap(c.front - 1) == " " and page.token(c.front - 2).pos_ == "NOUN"
        if page.previous(c.front) == "entre":
            # *la route entre Kamango et Mbau*, *une embuscade tendue entre Pibor et Bor*
            noun = c.front - 3 if page.token(c.front - 2).pos_ in ("ADJ", "VERB") else c.front - 2
            return page.form(noun) in metonymy("ways") | place_words("between") and page.next(c.last) == "et"
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
            if word in place_words("city_nouns") or word in place_words("bearings"):
                return True
            if word in place_words("sheltered") and page.form(index - 2) in ("camp", "camps"):
                return True
            if word == "camp" and page.form(index - 1) in ("au", "du"):
                # *au camp de Kanyaruchinya*; *le camp de Merkel* is a party
                return True
            if word in place_words("event_nouns") or (word == "general" and page.form(index - 1) == "quartier"):
                return bool(c.cities)
            if page.token(index).pos_ not in ("ADJ", "ADV"):
                break
        return c.major

    def _is_toponym(self, c: Candidate) -> bool:
        """*Varennes-sur-Amance*, *Montigny-le-Roi*, *Saint-Franc*: a name as only towns have."""
        page = self.page
        holy = page.form(c.first) in place_words("holy") and page.gap(c.first + 1) == "-"
        if holy and c.last - c.first > 1 and page.previous(c.front) in TO:
            return True
        if c.last - c.first < 3 or any(page.gap(i) not in ("-", "'") for i in range(c.first + 1, c.last)):
            return False
        return any(page.form(i) in place_words("toponymic") for i in range(c.first + 1, c.last - 1))

    def _follows_place(self, c: Candidate) -> bool:
        """*repris Qabasin et Bzaah*: the name before it in the same list is a place."""
        page, first = self.page, c.first
        if page.previous(first) in FROM and page.previous(first - 1) in AND:
            # *les villages de Vilchana et de Perchotravnevé*
            first -= 2
        elif page.previous(first) in AND:
            first -= 1
        elif page.gap(first) != ", " or not (c.cities or self._is_enclosed(c) or self._is_of_towns(c)):
            return False
        return first in self.ends

    def _is_of_towns(self, c: Candidate) -> bool:
        """*les villages de Cabia, Wanbila et Loudji*: in a list that a plural of towns opens."""
        page, index = self.page, c.first
        while index > 1 and page.gap(index) == ", " and page.capitalised(index - 1):
            index -= 1
        towns = page.form(index - 2)
        return page.previous(index) in ("de", "d") and towns.endswith("s") and towns in place_words("city_nouns")

    def _is_enclosed(self, c: Candidate) -> bool:
        """*à Mitrovica, Malishevo et Prizren*: between two places of one list."""
        page, last = self.page, c.last
        if last >= len(page):
            return False
        following = last + 1 if page.gap(last) == " " and page.form(last) in AND else last
        joined = following > last or page.gap(last) == ", "
        return joined and bool(look_up(page.form(following))) and page.capitalised(following)

    def _precedes_place(self, c: Candidate) -> bool:
        """*Pec et Istok*: the name after it in the same list is a place."""
        page, last = self.page, c.last
        if not c.cities or last >= len(page) or page.opens_sentence(c.first):
            return False
        return page.gap(last) == " " and page.form(last) in AND and last + 1 in self.starts

    def _heads_text(self, c: Candidate) -> bool:
        """*KIDAL (AFP) -*, *Lyon : deux morts*."""
        page = self.page
        if self.heads_dispatch(c):
            return True
        known = c.major or (bool(c.cities) and c.cities[0].size >= _TOWN)
        if known and self._is_bracketed_head(c):
            return True
        return known and page.opens_sentence(c.first) and c.last < len(page) and page.gap(c.last).strip() == ":"

    def _is_bracketed_head(self, c: Candidate) -> bool:
        """*(Ottawa) Le ministre*: how Canadian papers sign."""
        page, start = self.page, self.page.starts[c.first]
        opened = page.text[max(0, start - 2) : start].strip(" ") in ("(", "\n(")
        opens_line = opened and (start < 2 or page.text[start - 2] == "\n")
        return opens_line and c.last < len(page) and page.gap(c.last) == ") " and page.capitalised(c.last)

    def heads_dispatch(self, c: Candidate) -> bool:
        """*KIDAL (AFP) -*."""
        return heads_dispatch(self.page, c.first, c.last)

    def _is_apposed(self, c: Candidate) -> bool:
        """*la capitale sud-ossète, Tskhinvali*; *deux villes assiégées par les rebelles, Foua et Kefraya*."""
        page = self.page
        if page.gap(c.first) != ", ":
            return False
        if any(page.form(i) == "capitale" for i in range(c.first - 4, c.first)):
            return True
        pair = page.next(c.last) in AND and page.capitalised(c.last + 1)
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

    def _is_subject(self, c: Candidate) -> bool:
        """*Malakal a été reprise*, *Malakal a changé de mains*, *Walikale est une localité*: only a town."""
        page, last = self.page, c.last
        if not page.opens_sentence(c.first) or last + 2 >= len(page) or page.gap(last) != " ":
            return False
        if page.form(last) in ("a", "avait", "est", "etait", "sera"):
            ahead = [page.form(i) for i in range(last + 1, min(last + 5, len(page)))]
            if ahead[:3] == ["change", "de", "mains"]:
                return True
            if any(city_word("city_participles", word) for word in ahead[:2]):
                return True
            return (
                page.form(last) == "est"
                and ahead[0] in ("une", "la", "un", "le")
                and any(word in place_words("town_nouns") for word in ahead[1:])
            )
        return False

    def is_explained(self, c: Candidate) -> bool:
        """*Kidal (nord)*; *à Semuliki, dans l'est de la RDC*; *à Konna, une localité du centre*."""
        inside = self.where.bracket(c)
        if inside.split(" ")[0] in place_words("compass") or inside.startswith(("pres de ", "pres d ", "a cote de ")):
            return True
        page = self.page
        if c.last >= len(page) or page.gap(c.last).strip(" ") != ",":
            return False
        before, reached = page.previous(c.first), self.is_reached(c)
        # *de X*, *plusieurs villes, dont X*
        if not reached and before not in ("de", "d", "du", "dont"):
            return False
        told = self.where.told_behind(c)
        return told == "town" or (told == "area" and (reached or bool(c.cities)))


def _at_war(page: Page) -> bool:
    return not page.forms.isdisjoint(place_words("armed"))
