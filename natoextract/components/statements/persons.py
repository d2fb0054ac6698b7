"""Names of persons by rule: *Jens Stoltenberg*, *M. Obama*, *E. Macron*, *Kay Bailey Hutchison*, *Bachar al-Assad*.

A name is a run of capitalised words. Words of an office (*Défense*), of a state or an organisation, and function words
at the head of a sentence are cut off its head; a first name inside the run begins it anew (*Sceaux Éric Durand*).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from natoextract.components.statements.vocabulary import (
    Gender,
    acronym_names,
    body_words,
    epicene_names,
    first_names,
    institution_names,
    office_words,
    phrase_words,
)
from natoextract.officials import officials
from natoextract.text import fold

_UPPER = "A-ZÀ-ÖØ-Þ"
#: Names with an apostrophe of their own: *Ama'na*, *M'hamed*, *N'goran*; French elides before vowels only.
_BROKEN = (
    r"(?:[BDGKMNT]'[bcdfgjkmprstvz][a-zà-ÿ-]+|M'ham[a-z]+"
    rf"|(?!Jusqu|Lorsqu|Puisqu|Quoiqu|Aujourd|Presqu|Quelqu)[{_UPPER}][a-zà-ÿ]{{2,}}'[a-zà-ÿ]{{2,}})"
)
_WORD = rf"(?:{_BROKEN}|[{_UPPER}]\.(?:[ -]?[{_UPPER}]\.)*|(?:[OD]'|Mc|Mac)?[{_UPPER}](?:[\w-]|'(?=[{_UPPER}]))*)"
#: Articles joined to an Arabic name by a hyphen, assimilated ones too: *al-Burhane*, *ed-Durand*, *es-Sissi*.
_JOINED = r"(?:[ae]l|[ae](?:dh?|[nrstz]|ch|sh|th)|ou?l|ul|ben|bin|ibn|bou|abou|abu|ould)"
_ARABIC = rf"{_JOINED}-[{_UPPER}][\w-]+"
_ARTICLE = re.compile(r"[ae](?:l|dh?|[nrstz]|ch|sh|th)-(?=\w{3})")
_PARTICLE = r"(?:de|du|des|von|van|der|den|ten|ter|ben|bin|ibn|el|al|da|di|do|dos|del|della|la|le|ould|ag|abou|zu)"
_NEXT = rf" {_WORD}| {_ARABIC}|(?: {_PARTICLE}){{1,2}} {_WORD}| d'{_WORD}| of(?: the)? {_WORD}(?: and {_WORD})?"
_RUN = re.compile(rf"(?<![\w°-])(?:{_WORD}|{_ARABIC})(?:{_NEXT})*")
_COMPLEMENT = re.compile(r"(?:\b(?:de|du|des|à|au|(?:de|à) la) |[dlDL]')$")
_GOVERNING = re.compile(r"(?:de|du|des|la)$|d'")
_PIECE = re.compile(r"\S+")
_TITLE = re.compile(
    r"(?:(?P<f>Mmes?|Mlles?|Madame|Mademoiselle|Lady|Mrs|Ms|Soeur)|(?P<m>MM?\.|Monsieur|Messieurs|Lord|Sir|Mr)"
    r"|(?P<n>Me|Mgr|Dr|Pr|Maître))\.? ?$"
)
#: *Cyprien, tout juste 19 ans*
#: *l'aéroport Mohammed V*, *la loi Macron*: what is called after a person is none.
_CALLED_AFTER = re.compile(rf"\b(?:{'|'.join(sorted(phrase_words('called_after')))}) ?$")
_AGED = re.compile(r"(?:, (?:[a-zà-ÿ]+ ){0,2}| \()\d{1,2} ans\b")
#: *Matin.com*: the name of a site.
_SITE = re.compile(r"\.(?:com|net|org|info|fr|be|ch|ca|sn|ci|ml|bf|cd|cm|dz|tn|ma|ht)\b(?![.-]\w)")
_NETWORKS = phrase_words("networks")
#: First names that are part of a longer one: *Rami Abdel Rahmane*.
_COMPOUNDING = frozenset({"abdel", "abdul", "abdoul", "abd", "abou", "abu", "ben", "bin", "ould"})
_PARTICLES = frozenset(_PARTICLE[3:-1].split("|")) | {"d'"}
#: Words that begin a sentence in capitals and are no name.
_FUNCTION = phrase_words("function")
_TITLE_WORDS = phrase_words("titles")
# *St-Louis* is *Saint-Louis*
_SAINT = re.compile(r"^(s)t(e?)-")
_INNER = _PARTICLES | {"les", "l", "d"}


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised name: `sure` when a title or a first name shows a person, `body` when it reads like a body."""

    start: int
    end: int
    text: str
    title: str | None
    gender: Gender | None
    plural: bool
    sure: bool
    body: bool
    #: its words, folded
    words: list[str]

    @property
    def first(self) -> str | None:
        """The first name; none in *M. Le Drian*, whose name begins with its particle."""
        particle = self.words[0] in _PARTICLES and (self.title is not None or self.words[0] not in first_names())
        return self.words[0] if len(self.words) > 1 and not particle else None

    @property
    def last(self) -> str:
        """The surname, without an article joined to it: *kramp-karrenbauer*, *burhane* of *al-Burhane*."""
        return _ARTICLE.sub("", self.words[-1])

    @property
    def inner(self) -> list[str]:
        """Its names between the first and the last that a family may bear: *garcia* of *Pedro Garcia Lopez*."""
        told = [_ARTICLE.sub("", w) for w in self.words[1:-1]] if self.sure and not self.body else []
        return [w for w in told if len(w) > 3 and w not in first_names() and w not in _PARTICLES]


def find_names(
    text: str, folded: str, taken: Iterable[tuple[int, int]], places: Mapping[int, int] = MappingProxyType({})
) -> Iterator[Name]:
    """Names of persons or bodies in a text (`surface`, and folded), outside the spans of states and organisations.

    `places` are ends by starts: *le maire de Bruxelles Yvan Durand* has two names.
    """
    spans = sorted(taken)
    starts = [s for s, _ in spans]
    for run in _RUN.finditer(text):
        pieces = [(run.start() + p.start(), run.start() + p.end()) for p in _PIECE.finditer(run.group())]
        if (end := places.get(run.start())) is not None and _COMPLEMENT.search(text, 0, run.start()):
            behind = [p for p in pieces if p[0] > end]
            pieces = behind if len(behind) > 1 and text[behind[0][0]].isupper() else pieces
        for part in _parts(text, folded, pieces, spans, starts):
            name = _name(text, folded, part)
            if name is not None:
                yield name


#: Between a quotation mark and its first word.
_OPENS_QUOTED = re.compile(r"[«\"“] ?$")
_INFINITIVE = re.compile(r"[a-z]{3,}(?:er|ir)")


@cache
def _leaders() -> frozenset[str]:
    """Surnames that stand alone: *Obama*, *Erdogan*."""
    return frozenset(map(fold, officials().leaders))


def _is_verb(text: str, folded: str, start: int, end: int) -> bool:
    """*« Soutenir Paul Durand »*: an infinitive that opens a quotation is no first name."""
    opens = _OPENS_QUOTED.search(text, max(0, start - 3), start) is not None
    return opens and _INFINITIVE.fullmatch(folded, start, end) is not None and folded[start:end] not in first_names()


def _covered(start: int, end: int, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    i = bisect_right(starts, end - 1) - 1
    return i >= 0 and spans[i][1] > start


def _parts(
    text: str, folded: str, pieces: list[tuple[int, int]], spans: list[tuple[int, int]], starts: list[int]
) -> Iterator[list[tuple[int, int]]]:
    """The run cut where it cannot be one name."""
    part: list[tuple[int, int]] = []
    complement = _COMPLEMENT.search(text, max(0, pieces[0][0] - 7), pieces[0][0]) is not None
    for piece in pieces:
        word = folded[piece[0] : piece[1]]
        if word == "du" and len(part) > 1 and _first(folded, part[0]):
            # *raconte Anne Martin du Programme alimentaire*
            yield part
            part, complement = [], True
            continue
        if not part and text[piece[0]].islower() and (behind := _GOVERNING.match(word)) is not None:
            # *le PDG de Renault Paul Durand*, *la DG d'Orange Anne Durand*: what a cut office governs
            complement = True
            if behind.end() == len(word):
                continue
            piece = (piece[0] + behind.end(), piece[1])
            word = folded[piece[0] : piece[1]]
        first = word.split("-")[0]
        # *Jean Pologne*: a state behind a first name is a surname
        surname = len(part) == 1 and folded[slice(*part[0])] in first_names()
        if (
            (_covered(*piece, spans, starts) and not surname)
            or (word in office_words())
            or _is_function(word, first=not part)
        ):
            yield part
            part = []
            continue
        known = word in first_names() or first in first_names()
        if len(part) == 1 and folded[slice(*part[0])] in _NETWORKS:
            # *a écrit sur Twitter Anne Durand*
            yield part
            part = []
        if len(part) == 1 and is_acronym(text[slice(*part[0])]) and folded[slice(*part[0])] in institution_names():
            # *décrit pour l'AFP Adnan Hasna*
            yield part
            part = []
        if known and len(part) == 1 and _is_verb(text, folded, *part[0]):
            part = []
        if known and len(part) == 1 and is_acronym(text[slice(*part[0])]) and not text[slice(*piece)].isupper():
            # *le maire PS Paul Durand*
            yield part
            part = []
        whole = complement and part and piece is not pieces[-1] and word not in _COMPOUNDING
        if known and whole and not any(_first(folded, p) and not _is_of(folded, p) for p in part):
            # *le maire de Lyon Gérard Durand*
            yield part
            part = []
        if known and part and folded[slice(*part[-1])] == "de" and not _first(folded, part[0]):
            # *les costumes Arnys de François Durand*
            yield part
            part = []
        part.append(piece)
    yield part


def is_acronym(word: str) -> bool:
    """*PS*, *N-VA*; a party's may mix its letters: *cdH*, *MoDem*, *DéFI*."""
    letters = word.replace("-", "").replace("&", "")
    mixed = len(word) < 6 and not word.isupper() and word[-1:].isupper()
    return (word.isupper() or mixed) and letters.isalpha() and 1 < len(letters) < 7


def _is_function(word: str, *, first: bool) -> bool:
    """*Alors*, *Selon* begin a sentence; inside a run only articles may be part of a name (*Jean-Yves Le Drian*)."""
    return word.rstrip("'") in _FUNCTION and (first or word not in _INNER)


def _first(folded: str, piece: tuple[int, int]) -> bool:
    word = folded[piece[0] : piece[1]]
    return word in first_names() or word.split("-")[0] in first_names() or word in _PARTICLES


def _is_of(folded: str, piece: tuple[int, int]) -> bool:
    """*de l'Observatoire de Lyon Paul Durand*: *de* shows no name of a person."""
    return folded[piece[0] : piece[1]] in ("de", "du", "des")


def _name(text: str, folded: str, part: list[tuple[int, int]]) -> Name | None:
    while part and folded[part[-1][0] : part[-1][1]] in _PARTICLES:
        part = part[:-1]
    while part and folded[part[0][0] : part[0][1]] in _PARTICLES and text[part[0][0]].islower():
        part = part[1:]
    if not part:
        return None
    title_here = _TITLE.fullmatch(text[part[0][0] : part[0][1]])
    if title_here and len(part) > 1:
        part = part[1:]
    start, end = part[0][0], part[-1][1]
    if text.startswith("L'", start) and text[start + 2 : part[0][1]].isupper():
        # *L'ESA*: an acronym has no article of its own
        start += 2
    title = _TITLE.search(text[max(0, start - 14) : start])
    name = text[start:end].rstrip(".'-") if not re.search(r"\.[A-Z]\.$", text[start:end]) else text[start:end]
    end = start + len(name)
    if (site := _SITE.match(text, end)) is not None:
        end = site.end()
        name = text[start:end]
    if len(name) < 2 or name.isdigit() or (plain := folded[start:end]) in _TITLE_WORDS:
        return None
    words = [_SAINT.sub(r"\1aint\2-", word) for word in plain.split()]
    gender: Gender | None = first_names().get(words[0]) or first_names().get(words[0].split("-")[0])
    if words[0] in epicene_names():
        gender = None
    if title and title["f"]:
        gender = "f"
    elif title and title["m"]:
        gender = "m"
    elif len(words) == 1:
        gender = None
    known = words[0] in first_names() or words[0].split("-")[0] in first_names()
    initial = len(words) > 1 and text[start + 1 : start + 2] == "."
    acronym = (len(words) == 1 and name.isupper() and len(name) <= 8) or any(c.isdigit() for c in name)
    listed = plain in institution_names() and (name.isupper() or plain not in acronym_names())
    body = listed or " of " in name or site is not None or any(w in body_words() for w in words) or acronym
    leader = len(words) == 1 and name[:1].isupper() and words[0] in _leaders()
    aged = _AGED.match(text, end) is not None
    called = not title and _CALLED_AFTER.search(folded, max(0, start - 20), start) is not None
    sure = bool(title) or leader or aged or ((known or initial) and len(words) > 1)
    if called:
        sure, body = False, True
    plural = bool(title and title.group().startswith(("MM", "Mmes", "Messieurs")))
    return Name(start, end, name, title and title.group().strip(), gender, plural, sure, body and not sure, words)


def settle(names: Iterable[Name]) -> list[Name]:
    """Single words of a body's name are the body too: *Adobe* beside *Adobe Systems*."""
    found = list(names)
    bodies = {n.words[0] for n in found if n.body and len(n.words) > 1}
    persons = {n.last for n in found if n.sure}
    bodies -= persons
    return [replace(n, body=True) if len(n.words) == 1 and n.last in bodies and not n.sure else n for n in found]
