"""Whether a capital stands for its government or for the city: *Washington a insisté*, *arrivé à Washington*."""

from dataclasses import dataclass

from natoextract.components.actors.capital_prepositions import AND, by_preposition
from natoextract.components.actors.capital_verbs import by_verb
from natoextract.components.actors.datelines import in_dateline
from natoextract.components.actors.metonymy import metonymy
from natoextract.components.actors.page import Page


@dataclass(frozen=True, slots=True)
class CapitalCity:
    """A capital, words `first` to `last` (exclusive) of its page."""

    first: int
    last: int
    code: str


#: Words of sport that make an article one about it.
_SPORT = 3


def is_sport(page: Page) -> bool:
    """Whether an article tells of a match: *Paris reste sur trois victoires* is then no government."""
    return len(page.forms & metonymy("sports")) >= _SPORT


def governments(page: Page, cities: list[CapitalCity]) -> set[CapitalCity]:
    """The capitals of a page that stand for their governments; those side by side stand for the same kind of thing."""
    return {city for group in _groups(page, cities) if _is_government(page, group) for city in group}


def _groups(page: Page, cities: list[CapitalCity]) -> list[list[CapitalCity]]:
    """Capitals in one enumeration: *Paris, Londres et Berlin*, *Berlin-Varsovie*."""
    groups: list[list[CapitalCity]] = []
    for city in cities:
        if groups and _joined(page, groups[-1][-1], city):
            groups[-1].append(city)
        else:
            groups.append([city])
    # a comma alone joins only before *et*: *A Bruxelles, Washington a plaidé* are two
    split: list[list[CapitalCity]] = []
    for group in groups:
        closed = len(group) > 2 or page.gap(group[-1].first) != ", "
        split += [group] if closed else [[city] for city in group]
    return split


def _joined(page: Page, left: CapitalCity, right: CapitalCity) -> bool:
    between = right.first - left.last
    if between == 0:
        return page.gap(right.first) in ("-", ", ", " - ", "/")
    return between == 1 and page.form(left.last) in AND and page.gap(left.last) in (" ", ", ")


def _is_government(page: Page, group: list[CapitalCity]) -> bool:
    first, last = group[0].first, group[-1].last
    paired = len(group) > 1 and page.gap(group[1].first) in ("-", "/", " - ")
    before = page.previous(first)
    if in_dateline(page, first):
        return False
    if paired and before in metonymy("pairings"):
        return True
    if page.gap(first) == "-" and before in ("pro", "anti"):
        return True
    if before in metonymy("ways") or _way_before(page, first) or before in ("ville", "l") or _is_apposed(page, first):
        return False
    governed = by_preposition(page, first, last, before)
    if governed is not None:
        return governed
    if paired:
        # *Moscou-Washington : la guerre des mots*
        return page.opens_sentence(first) and last < len(page) and page.gap(last).strip() == ":"
    return by_verb(page, first, last, group[-1].first)


def _is_apposed(page: Page, first: int) -> bool:
    """*la capitale éthiopienne Addis-Abeba*, *la capitale, Juba*."""
    return page.gap(first) in (" ", ", ") and "capitale" in (page.form(first - 1), page.form(first - 2))


def _way_before(page: Page, first: int) -> bool:
    """*le vol Paris-Rome*, *la route entre Kaboul et …*: a noun of a way in the four words before."""
    for index in range(first - 1, max(-1, first - 4), -1):
        if any(mark in page.gap(index + 1) for mark in ".;:,\n"):
            return False
        if page.form(index) in metonymy("ways"):
            return page.form(first - 1) in ("entre", "de", "a", "avec") or index == first - 1
    return False
