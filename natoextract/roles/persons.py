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


@cache
def _known_leader() -> re.Pattern[str]:
    return _any_of(officials().leaders)


@cache
def _office() -> re.Pattern[str]:
    offices = "|".join(re.escape(word) for word in officials().offices)
    return re.compile(rf"\b(?:{offices})s?\b[^.,;]{{0,40}}$")


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    # most words are none: their first letter tells
    initials = "".join(sorted({re.escape(name[0]) for name in names}))
    return re.compile(rf"\b(?=[{initials}])(?:{'|'.join(map(re.escape, names))})\b")


def persons_of(doc: Doc) -> list[Person]:
    """The mentions of persons whose state or organisation is known: as leaders, as speakers, or by their title."""
    text = surface_of(doc)
    known = dict(_titled(doc, text))
    known |= {
        m.group(): officials().leaders[m.group()]
        for m in _known_leader().finditer(text)
        if _is_somebody(text, m.start())
    }
    for speaker in doc._.speakers:
        if speaker["kind"] == "person" and speaker["affiliation"]:
            known[speaker["name"].split()[-1]] = speaker["affiliation"]
    return list(_mentions(text, known)) if known else []


def _titled(doc: Doc, text: str) -> Iterator[tuple[str, str]]:
    countries: Iterable[CountryRecord] = doc._.countries
    for country in countries:
        named = _NAMED.match(text, country["end"])
        if named and _office().search(folded_of(doc)[max(0, country["start"] - 60) : country["start"]]):
            yield named["last"], country["code"]


def _is_somebody(text: str, start: int) -> bool:
    return bool(_TITLED.search(text[max(0, start - 24) : start]))


def _mentions(text: str, known: dict[str, str]) -> Iterator[Person]:
    for found in _any_of(known).finditer(text):
        yield Person(known[found.group()], found.start(), found.end())
