"""Demonyms and adjectives of nationality, alone and in compounds: *les Belges*, *afghanes*, *franco-allemand*."""

from functools import cache
from typing import Literal

from natoextract.components.actors.lexicon import countries, key_of
from natoextract.components.actors.page import Page
from natoextract.components.actors.vocabulary import lookalikes

#: What may grow onto an adjective: *interafghanes*.
FUSING = ("anti", "pro", "inter", "intra", "trans")

_DETERMINERS = frozenset({
    "le", "la", "les", "l", "un", "une", "des", "du", "au", "aux", "ces", "ce", "cet", "cette", "nos", "leurs",
    "tous", "chaque", "aucun", "plusieurs", "quelques", "certains", "nombreux", "autres", "jeunes", "jeune",
    "millions", "milliers", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "quinze", "vingt", "trente", "cent", "mille",
})  # fmt: skip

Form = Literal["demonym", "adjective"]


def is_language(page: Page, first: int) -> bool:
    """A language, not a nation: *en français*, *il parle russe*, *traduit de l'anglais*, *la langue turque*."""
    if page.capitalised(first) and not page.in_capitals(first):
        return False
    before = page.previous(first)
    if before in ("langue", "langues"):
        return True
    word = page.source(first).lower()
    if word not in _masculines():
        return _is_manner(page, first)
    if before in lookalikes("speaking"):
        return True
    if before in ("le", "l", "du", "au") and not _noun_follows(page, first):
        return (
            page.token(first).pos_ != "ADJ"
            or page.form(first - 2) in lookalikes("speaking")
            or not page.next(first + 1)
        )
    return False


def _is_manner(page: Page, first: int) -> bool:
    """*à la française*, *à l'américaine*: a manner, where no noun follows."""
    if page.previous(first) not in ("la", "l") or page.form(first - 2) != "a" or page.capitalised(first):
        return False
    return page.source(first).lower().endswith("e") and not page.capitalised(first + 1)


def _noun_follows(page: Page, first: int) -> bool:
    after = first + 1
    if not page.next(after):
        return False
    return page.capitalised(after) or page.token(after).pos_ in ("NOUN", "PROPN", "ADJ")


@cache
def _masculines() -> frozenset[str]:
    return frozenset(adjective for country in countries().values() for adjective in country.adjectives)


def form_of(page: Page, first: int) -> Form:
    """Demonym or adjective: by the capital, else by a determiner or numeral before it and no noun beside it."""
    source = page.source(first)
    if source[0].isupper() and not (len(source) > 1 and source.isupper()):
        return "adjective" if _capitalised_adjective(page, first) else "demonym"
    before = page.form(first - 1)
    # *500 britanniques* are men, *des F-16 belges* planes
    counted = before in _DETERMINERS or (before.isdigit() and page.gap(first - 1) != "-")
    if counted and page.gap(first) in (" ", "'") and not _noun_follows(page, first):
        return "demonym"
    return "adjective"


def _capitalised_adjective(page: Page, first: int) -> bool:
    """*l'Armée Française*, *Britannique de naissance*: a capital after a capitalised noun of its own phrase."""
    if page.gap(first) != " " or not page.capitalised(first - 1) or page.opens_sentence(first):
        return False
    return page.form(first - 1) not in _DETERMINERS


def of_party(page: Page, first: int) -> bool:
    """An adjective in the name of a party or movement: *Parti communiste français*, *Front patriotique rwandais*."""
    if page.capitalised(first):
        # *le parti Puea Thai*: a foreign name
        return page.capitalised(first - 1) and page.form(first - 2) in ("parti", "mouvement") and page.gap(first) == " "
    for index in range(first - 1, max(-1, first - 4), -1):
        if page.gap(index + 1) not in (" ", "-"):
            return False
        head = page.form(index)
        if head in lookalikes("parties"):
            return page.capitalised(index) and page.form(index - 1) != "nouveau"
        pair = f"{page.form(index - 1)} {head}"
        if pair in lookalikes("parties"):
            return page.capitalised(index - 1)
    return False


@cache
def _fused() -> dict[str, str]:
    return {key_of(word): code for code, country in countries().items() for word in country.people}


def fused(form: str) -> str | None:
    """The state of a word with a prefix grown on: *interafghanes* → `AFG`, *proaméricain* → `USA`; None for others."""
    if not form.startswith(FUSING):
        return None
    for prefix in FUSING:
        if form.startswith(prefix) and len(form) > len(prefix) + 4:
            return _fused().get(form[len(prefix) :])
    return None
