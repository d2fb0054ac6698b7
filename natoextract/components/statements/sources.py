"""The speakers of an article as they are gathered, and what makes two wordings the same speaker."""

import re
from collections.abc import Set
from dataclasses import dataclass, field
from functools import cache

from natoextract.components.statements.kinds import Kind
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.vocabulary import Gender, nouns, phrase_words, same_office
from natoextract.components.statements.words import Words
from natoextract.officials import officials
from natoextract.text import fold

#: Of them others decide; those who plead or judge are none of them.
_DECIDED_ABOUT = phrase_words("decided_about")
_OF_THE_BAR = phrase_words("bar")
#: Offices that nobody is called by a rank in.
_CIVIL = phrase_words("civil_offices")
_LAWYERS = phrase_words("lawyers")


@dataclass(slots=True, eq=False)
class Source:
    """A speaker of the article, gathered from all its mentions."""

    kind: Kind
    name: str
    gender: Gender | None = None
    plural: bool = False
    role: str | None = None
    codes: list[str] = field(default_factory=list)
    last: str | None = None
    first_name: str | None = None
    office: str | None = None
    heads: set[str] = field(default_factory=set)
    mentions: set[tuple[int, int]] = field(default_factory=set)
    named: bool = False
    #: its gender is that of a masculine office only: *le ministre* may be a woman
    guessed: bool = False
    #: shown to be a person by a title, a first name or an office, and no place or body
    sure: bool = False
    official: bool = False
    is_: "Source | None" = None
    speaks: bool = False

    def fits(self, pronoun: str) -> bool:
        """Whether a pronoun may stand for it."""
        if pronoun in ("ils", "elles"):
            return self.plural or self.kind == "institution"
        if self.plural:
            return False
        gender = "m" if pronoun == "il" else "f"
        return self.gender is None or self.gender == gender


@dataclass(frozen=True, slots=True)
class Topic:
    """Somebody spoken of at a position: a source, or a phrase not yet resolved; `subject` of its clause or not."""

    position: int
    who: Source | Phrase
    subject: bool


def may_be_described(who: Source | Phrase, phrase: Phrase) -> bool:
    """Whether a noun may be a new description of a person: genders agree, and no office is known that it would deny."""
    if phrase.head in _DECIDED_ABOUT:
        # *a plaidé Me Petit … l'accusé a avoué*
        fits = who.named and not who.heads & _OF_THE_BAR if isinstance(who, Source) else who.head == phrase.head
        if not fits:
            return False
    if isinstance(who, Source) and "avocat" in who.heads and phrase.head not in _LAWYERS:
        # *Me Petit … l'ex-comptable*
        return False
    if who.kind != "person" or who.plural or (phrase.gender and who.gender and phrase.gender != who.gender):
        return False
    if isinstance(who, Source):
        if holds_no_civil_office(who, phrase):
            return False
        state = officials().leaders.get((who.last or "").capitalize())
        if state and phrase.codes and state not in phrase.codes:
            # *Emmanuel Macron … le président malien*
            return False
        # *l'Uttar Pradesh … le directeur de la police*: an office asks for more than two words in capitals
        office = bool(phrase.sorts & {"office", "rank"})
        return not who.official and (not office or who.sure or (who.named and who.speaks))
    # an office describes nobody who has no name: *L'homme a fui. Le ministre de l'Intérieur a déclaré*
    return not (who.sorts | phrase.sorts) & {"office", "rank"}


def holds_no_civil_office(who: Source, phrase: Phrase) -> bool:
    """*le général X … le Premier ministre*: the bearer of a rank is no minister."""
    return phrase.head in _CIVIL and any("rank" in noun.sorts for w in who.heads if (noun := nouns().get(w)))


def may_stand_for(who: Source | Phrase, pronoun: str) -> bool:
    """Whether a pronoun may stand for a topic; of a body not yet heard, its gender must be known."""
    if isinstance(who, Source):
        return (who.kind == "person" or who.speaks) and who.fits(pronoun)
    if pronoun in ("ils", "elles"):
        return who.plural
    if who.gender is None and who.kind == "person" and not who.plural:
        # *l'archevêque*, *l'analyste*
        return pronoun == "il" or who.head.endswith(("iste", "ogue", "eve"))
    return not who.plural and who.gender == ("m" if pronoun == "il" else "f")


def same_first(a: str, b: str) -> bool:
    """One first name, abbreviated, or spelt another way: *J.*, *Dmitri* beside *Dimitri*."""
    a, b = a.rstrip("."), b.rstrip(".")
    if a == b or a[:1] != b[:1] or min(len(a), len(b)) == 1:
        return a[:1] == b[:1]
    return min(len(a), len(b)) > 4 and _consonants(a) == _consonants(b)


def _consonants(name: str) -> str:
    """The consonants of a name, doubled ones once: what transliterations share."""
    return re.sub(r"[aeiouyj]|(?<=(.))\1", "", name)


def spelled_in(letters: str, text: str) -> bool:
    """Whether capitals are the initials of a text's last words: *UAS*, *président de l'Unité d'action syndicale*."""
    initials = "".join(w[0] for w in _PARTS.findall(fold(text)) if w not in _SMALL)
    return letters.isupper() and len(letters) > 2 and initials.endswith(fold(letters))


_SMALL = phrase_words("small")
_PARTS = re.compile(r"[\w-]+")


def content_words(text: str) -> set[str]:
    """The folded words of a phrase but for articles and prepositions."""
    return {w for w in _PARTS.findall(fold(text)) if w not in _SMALL}


@cache
def _offices() -> list[tuple[str, str, frozenset[str]]]:
    """`(wording, office, its words)` of offices that go by several names."""
    return [(wording, office, frozenset(content_words(wording))) for wording, office in same_office().items()]


def code_words(words: Words, phrase: Phrase) -> set[str]:
    """Words of a phrase that name a state: they are compared by code."""
    start, end = phrase.role_span or (phrase.start, phrase.end)
    return {w for s, e, _ in words.coded_in(start, end) for w in content_words(words.text[s:e])}


def is_same_office(office: str, other: str | None) -> bool:
    """*le ministre* alone may be any minister, the *chef de la diplomatie* too."""
    return other is not None and (office == other or (office == "minister" and other.endswith("minister")))


def office_of(role: str, states: Set[str]) -> str | None:
    """The office that a wording names, states apart: *ministre allemand des Affaires étrangères*."""
    told = content_words(role)
    words = told - states
    head = next((w for w in _PARTS.findall(fold(role)) if w in words), None)
    best: tuple[int, str] | None = None
    for wording, office, parts in _offices():
        # *le chef de l'Etat français*: a part of the office may look like a state's name
        fits = parts == words if len(parts) == 1 else parts <= told
        if fits and head is not None and wording.startswith(head) and (best is None or len(parts) > best[0]):
            best = (len(parts), office)
    return best[1] if best else None
