"""Strengths told beside a state: *l'Albanie, avec 83 soldats en Afghanistan*, *Avec 300 soldats, l'Autriche …*."""

import re

from spacy.tokens import Token

from natoextract.events.frames import Frame, Search
from natoextract.events.reading import Reading, TokenMention
from natoextract.events.vocabulary import vocabulary
from natoextract.events.words import Sense

_WORDS = vocabulary()

#: The words that open such a phrase.
OPENERS = frozenset(["avec"])
#: What makes the figure another's or another kind: *avec 12 soldats tués*, *avec 300 hommes de plus*.
_OTHERS = re.compile(
    r"\b(?:tue|mort|blesse|disparu|capture|otage|de plus\b|supplementaire|en renfort|contribu|particip)"
)


def apposed(search: Search, token: Token) -> Frame | None:
    """The presence that a figure behind *avec* tells of the state beside it."""
    reading, i = search.reading, token.i
    senses = search.words.nouns.get(reading.words[i], ())
    sense = next((s for s in senses if s.frame == "with"), None)
    count = _count_behind(reading, i)
    if sense is None or count is None:
        return None
    first, end = reading.sentence(i)
    closing = next((j for j in range(count.last + 1, min(end, count.last + 12)) if reading.words[j] == ","), None)
    closing = closing or (end - 1 if _leader(reading, first, i) is not None else None)
    if closing is None or _OTHERS.search(
        reading.folded, reading.tokens[i].idx, reading.tokens[min(end - 1, closing + 6)].idx
    ):
        return None
    if i > first + 1 and reading.words[i - 1] == ",":
        state = _state_at(reading, i - 2)
    else:
        behind = closing + 2 if reading.pos[closing + 1 : closing + 2] == ["DET"] else closing + 1
        state = _state_at(reading, behind) if _opens(reading, first, i) and behind < end else None
    state = state or _leader(reading, first, i)
    if any(word.startswith(("abrit", "heberg", "accueill")) for word in reading.words[first:i]):
        # *l'Allemagne abrite un contingent, avec 35.000 soldats*: those of another
        return None
    pronoun = _opens(reading, first, i) and reading.words[closing + 1 : closing + 2] in (["c'"], ["elle"])
    if state is None and not (pronoun and count.record["contributors"]):
        return None
    return Frame(token, i, *Sense(*sense), troops=reading.tokens[count.last], agent=state)


def _leader(reading: Reading, first: int, i: int) -> Token | None:
    """*l'Italie représente avec 3.000 hommes le premier contingent*."""
    _, end = reading.sentence(i)
    if "contributeur" in reading.nouns[first:end]:
        # that noun tells it
        return None
    ranked = any(reading.nouns[j] in ("contingent", "contribution") for j in range(first, end)) or any(
        word.startswith(("premier", "deuxieme", "troisieme", "principal"))
        for word in reading.words[max(first, i - 4) : i]
    )
    ranked = ranked or any(word in _WORDS.next_in_rank for word in reading.words[first : first + 4])
    named = [a for a in reading.actors_between(first, i) if a.form in ("name", "demonym", "capital")]
    return reading.tokens[named[-1].first] if ranked and named else None


def _count_behind(reading: Reading, i: int) -> TokenMention | None:
    for j in range(i + 1, min(len(reading.tokens), i + 5)):
        if j in reading.count_at:
            return reading.count_at[j]
        if reading.pos[j] not in ("DET", "ADV", "ADP", "ADJ", "NUM"):
            return None
    return None


def _state_at(reading: Reading, i: int) -> Token | None:
    named = any(a.form in ("name", "capital") for a in reading.actor_at.get(i, ()))
    # *Avec 2.400 hommes, Licorne demeure …*
    return reading.tokens[i] if named or i in reading.mission_at else None


def _opens(reading: Reading, first: int, i: int) -> bool:
    return all(reading.pos[j] in ("SPACE", "PUNCT") for j in range(first, i))
