"""What may be a place: names of the gazetteer, unlisted names between telling words, and sites with their noun."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from natoextract.components.actors.datelines import heads_dispatch
from natoextract.components.actors.gazetteer import City, look_up, place_words
from natoextract.components.actors.lexicon import codes_of
from natoextract.components.actors.page import Page

#: Words of the longest name that is looked up: *Ho Chi Minh-Ville*.
_LONGEST = 4
_JOINTS = frozenset({" ", "-", "'"})
#: The Arabic article, which a wire writes small: *al-Bab*, *el-Obeid*.
_ARABIC = frozenset({"al", "el", "an", "as", "ad", "ar", "ash", "ach", "at", "ed", "es", "ez"})
_INNER = frozenset({"de", "du", "des", "la", "le", "les", "sur", "en", "i", "e", "sous", "l", "d", "aux", *_ARABIC})
_ARTICLES = frozenset({"l", "la", "le", "les"})
_CONTRACTED = {"au": "le ", "du": "le ", "aux": "les ", "des": "les "}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `first` to `last` (exclusive) that may be a place, and the cities of that name.

    A `site` bears its noun (*lycée Suger*) and needs no further proof. `article`: the one before it is a part of the
    name (*l'Isle-Jourdain*).
    """

    first: int
    last: int
    key: str
    cities: list[City]
    site: bool = False
    article: bool = False

    @property
    def front(self) -> int:
        """Its first word, an article of its own included."""
        return self.first - self.article

    @property
    def major(self) -> bool:
        """Whether readers know it without being told: *Nice*, not *Modane*."""
        return bool(self.cities) and self.cities[0].major

    @property
    def listed(self) -> bool:
        """Whether our own list has it."""
        return bool(self.cities) and self.cities[0].name is not None


def candidates(page: Page, taken: set[int]) -> Iterator[Candidate]:
    """Every candidate, the longest at each word, outside the words that are taken."""
    past = 0
    for index in _telling(page):
        if index < past or index in taken:
            continue
        if found := _at(page, index, taken):
            yield found
            past = found.last


def _telling(page: Page) -> list[int]:
    """The words where a name of a place may begin: capitalised, an Arabic article or the noun of a site."""
    small = page.forms & _beginnings()
    words = zip(page.capitals, page.words.forms, strict=True)
    return [i for i, (capital, form) in enumerate(words) if capital or form in small]


@cache
def _beginnings() -> frozenset[str]:
    """The words in small letters that a place may begin with."""
    sites = place_words("site_nouns")
    return sites | place_words("pass_nouns") | {noun.split()[0] for noun in sites} | _ARABIC


def _at(page: Page, first: int, taken: set[int]) -> Candidate | None:
    if (noun := _site_noun(page, first)) is not None:
        # *Mont-de-Marsan* is a town
        town = _known(page, first, taken) if page.capitalised(first) and page.gap(first + 1) == "-" else None
        return town if town and town.listed else _site(page, first, noun, taken)
    if not _begins_name(page, first):
        return None
    known, unknown = _known(page, first, taken), _unknown(page, first, taken)
    if known and unknown and (compound := _compound(page, known, unknown)):
        return compound
    # *Suva Reka* is no *Suva*, *Alma al-Chaab* no *Alma*: a lesser city's name goes on
    if known and unknown and not known.major and unknown.last > known.last:
        return unknown
    return known or unknown


def _begins_name(page: Page, first: int) -> bool:
    if page.capitalised(first):
        return True
    return page.form(first) in _ARABIC and page.capitalised(first + 1) and page.gap(first + 1) in ("-", " ")


def _known(page: Page, first: int, taken: set[int]) -> Candidate | None:
    """A name of the gazetteer; *au Mans* and *du Havre* hide an article of the name, *l'Isle-Jourdain* shows it."""
    before = page.previous(first)
    article = _CONTRACTED.get(before)
    for last in _ends(page, first, taken):
        key = _key(page, first, last)
        if before in _ARTICLES and page.gap(last - 1) == "-" and (cities := look_up(f"{before} {key}")):
            return Candidate(first, last, key, cities, article=True)
        cities = look_up(article + key) if article else []
        if cities := cities or look_up(key):
            return Candidate(first, last, key, cities)
    return None


def _compound(page: Page, known: Candidate, unknown: Candidate) -> Candidate | None:
    """*Cologne-Wahn*, *Beaulieu-sur-Layon*: a city's name and, behind a hyphen, a part of it or where it lies."""
    if unknown.last <= known.last or page.gap(known.last) != "-":
        return None
    part = _key(page, known.last, unknown.last)
    # *Lyon-Turin*, *Paris-Dakar* are two; *Bruxelles-Capitale* is an area
    if look_up(part) or codes_of(part) or part in place_words("area_parts"):
        return None
    cities = [] if page.form(known.last) in _INNER else [city._replace(name=None) for city in known.cities]
    return Candidate(known.first, unknown.last, unknown.key, cities)


def _ends(page: Page, first: int, taken: set[int]) -> list[int]:
    """Where a name that begins at a word may end, the longest first: its last word has a capital."""
    ends = []
    for last in range(first + 1, min(first + _LONGEST, len(page)) + 1):
        if last - 1 in taken or (last - first > 1 and page.gap(last - 1) not in _JOINTS):
            break
        if page.capitals[last - 1]:
            ends.append(last)
    return ends[::-1]


def _unknown(page: Page, first: int, taken: set[int]) -> Candidate | None:
    """A capitalised name that no list has: *Bzaah*. At the head of a sentence a capital says nothing."""
    opens = page.opens_sentence(first)
    if opens and first and page.starts[first] != page.slug_start and "\n" not in page.gap(first):
        return None
    last = _end_of_name(page, first, taken)
    if opens and not heads_dispatch(page, first, last):
        return None
    return Candidate(first, last, _key(page, first, last), [])


def _end_of_name(page: Page, first: int, taken: set[int]) -> int:
    last = first + 1 if page.capitalised(first) else first + 2
    while last < len(page) and last - first < _LONGEST and last not in taken and page.gap(last) in _JOINTS:
        if page.starts[last] == page.slug_start:
            break
        inner = page.gap(last) == "-" and page.form(last) in _INNER
        article = page.form(last) in _ARABIC and page.gap(last + 1) == "-"
        if page.capitalised(last):
            last += 1
        elif (inner or article) and page.capitalised(last + 1):
            last += 2
        else:
            break
    return last


def _site_noun(page: Page, first: int) -> int | None:
    """The word past the noun of a site: *lycée*, *centre commercial*; None where there is none."""
    nouns = place_words("site_nouns")
    if page.form(first) in nouns or page.form(first) in place_words("pass_nouns"):
        return first + 1
    if page.form(first) in place_words("camp_nouns") and page.capitalised(first) and not page.opens_sentence(first):
        # *au Camp Novo Selo*; *le camp Ouattara* is a party
        return first + 1
    return first + 2 if f"{page.form(first)} {page.form(first + 1)}" in nouns else None


def _site(page: Page, first: int, name: int, taken: set[int]) -> Candidate | None:
    """*lycée Suger*, *gare Montparnasse*; *col du Petit Argentier*: a noun and the name of its own."""
    if page.form(first) in place_words("pass_nouns") | place_words("camp_nouns"):
        while name - first < 3 and page.next(name) in ("de", "du", "d", "des", "la", "l"):
            name += 1
        if name == first + 1 and page.form(first) in place_words("pass_nouns"):
            return None
    if name >= len(page) or name in taken or page.gap(name) not in _JOINTS or not page.capitalised(name):
        return None
    if page.form(name) in place_words("site_adjectives"):
        # *l'Hôpital Militaire*: no name of its own
        return None
    last = _end_of_name(page, name, taken)
    return Candidate(first, last, _key(page, first, last), [], site=True)


def _key(page: Page, first: int, last: int) -> str:
    return " ".join(page.form(i) for i in range(first, last))
