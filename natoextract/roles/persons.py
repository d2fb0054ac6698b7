"""Persons who act for a state or an organisation: *M. Obama* and *son pays* are the United States."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from natoextract.layers import CountryRecord, folded_of, surface_of
from natoextract.officials import officials


class Person(NamedTuple):
    """A mention of somebody by the last name, and the code of whom he or she acts for."""

    code: str
    start: int
    end: int


_NAME = r"[A-ZÀ-Þ][\w'-]+"
# *le Premier ministre italien Silvio Berlusconi*, *le président français, François Hollande*
_NAMED = re.compile(rf",? (?:{_NAME} ){{0,2}}(?P<last>{_NAME})")
# a last name is somebody's after a title or a first name: *M. Obama*, *Barack Obama*, *l'administration Biden*
_TITLED = re.compile(rf"(?:\b(?:M\.|MM\.|Mme|[Pp]résident|[Mm]inistre|[Aa]dministration|[Cc]hanceli\w+|{_NAME})) $")


_SENT_TO = re.compile(r"\b(?:pour|sur|en|au|aux) (?:la |le |les |l')?$")


@cache
def _office() -> re.Pattern[str]:
    offices = "|".join(re.escape(word) for word in officials().offices)
    return re.compile(rf"\b(?:{offices})s?\b[^.,;]{{0,40}}$")


@cache
def _leaders() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """Words that begin with the letter of a leader's name, and the names that begin with each word."""
    by_word: dict[str, list[str]] = {}
    for name in officials().leaders:
        by_word.setdefault(re.split(r"\W", name)[0], []).append(name)
    initials = "".join(sorted({re.escape(word[0]) for word in by_word}))
    names = {word: re.compile(rf"(?:{'|'.join(map(re.escape, names))})\b") for word, names in by_word.items()}
    return re.compile(rf"\b[{initials}]\w*"), names


def _known_leaders(text: str) -> Iterator[tuple[str, int]]:
    """The names of leaders in a text, and where they begin."""
    pattern, names = _leaders()
    passed = 0
    for word in pattern.finditer(text):
        if (known := names.get(word[0])) is None or word.start() < passed:
            continue
        if found := known.match(text, word.start()):
            passed = found.end()
            yield found[0], found.start()


def persons_of(doc: Doc) -> list[Person]:
    """The mentions of persons whose state or organisation is known: as leaders, as speakers, or by their title."""
    text = surface_of(doc)
    known = dict(_titled(doc, text))
    leaders = officials().leaders
    somebody = (name for name, start in _known_leaders(text) if _is_somebody(text, start))
    # what the article says of a man goes before what is known of another of his name
    told = {name: leaders[name] for name in somebody}
    known = told | known
    for speaker in doc._.speakers:
        if speaker["kind"] == "person" and speaker["affiliation"]:
            known[speaker["name"].split()[-1]] = speaker["affiliation"]
    # *l'émissaire pour la Syrie Kofi Annan* is of no state
    known |= {name: code for name, code in told.items() if code == "UN"}
    return list(_mentions(text, known)) if known else []


def _titled(doc: Doc, text: str) -> Iterator[tuple[str, str]]:
    countries: Iterable[CountryRecord] = doc._.countries
    for country in countries:
        named = _NAMED.match(text, country["end"])
        if named and _SENT_TO.search(text, max(0, country["start"] - 12), country["start"]):
            # *l'émissaire pour la Syrie Kofi Annan*: he is not of it
            continue
        if named and _office().search(folded_of(doc)[max(0, country["start"] - 60) : country["start"]]):
            yield named["last"], country["code"]


def _is_somebody(text: str, start: int) -> bool:
    return bool(_TITLED.search(text[max(0, start - 24) : start]))


def _mentions(text: str, known: dict[str, str]) -> Iterator[Person]:
    # few names, searched one by one: a pattern of them would cost more to compile than to search with
    found = sorted((at, order, name) for order, name in enumerate(known) for at in _occurrences(text, name))
    passed = 0
    for at, _order, name in found:
        if at >= passed:
            passed = at + len(name)
            yield Person(known[name], at, passed)


def _occurrences(text: str, name: str) -> Iterator[int]:
    """Where a name stands that no letter goes on before or behind."""
    at = text.find(name)
    while at >= 0:
        if _is_border(text, at) and _is_border(text, at + len(name)):
            yield at
        at = text.find(name, at + 1)


def _is_border(text: str, at: int) -> bool:
    """Whether a word begins or ends at an offset, as `\\b` sees it."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    return (before.isalnum() or before == "_") != (after.isalnum() or after == "_")
