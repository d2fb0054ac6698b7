"""Victims told as a share of soldiers just named: *trois d'entre eux*, *sept de ses hommes*."""

from spacy.tokens import Token

from natoextract.events.frames import Search
from natoextract.events.reading import Reading

#: Nouns of the men of an army, where it owns them.
_MEN = frozenset(["homme", "membre", "element", "soldat", "militaire", "casque"])
_OWN = frozenset(["ses", "leurs", "nos"])
_AMONG = frozenset(["entre", "parmi"])
#: What tells a share by itself: *certains de nos soldats ont été tués*.
_SOME = frozenset(["certains", "plusieurs", "beaucoup", "nombre", "quelques-uns", "un", "deux", "trois"])


def is_share(search: Search, i: int) -> bool:
    """*trois d'entre eux*, *plusieurs parmi eux*: troops have been named before."""
    return i > 1 and search.reading.words[i - 1] in _AMONG and search.recent_troops(i)


def share_after(search: Search, i: int) -> Token | None:
    """*tuant un grand nombre d'entre eux*: the pronoun right after a verb."""
    reading = search.reading
    _, end = reading.sentence(i)
    for j in range(i + 1, min(end, i + 8)):
        if reading.words[j] in ("eux", "elles"):
            return reading.tokens[j] if is_share(search, j) else None
        if reading.pos[j] in ("VERB", "AUX", "PUNCT") or reading.words[j] in ("a", "dans", "par", "avec"):
            return None
    return None


def own_men(search: Search, i: int) -> Token | None:
    """*sept de ses hommes*, *un de ses membres*: the noun, right after a verb that loses them."""
    reading = search.reading
    _, end = reading.sentence(i)
    for j in range(i + 2, min(end, i + 7)):
        if reading.words[j - 1] in _OWN and reading.words[j - 2] == "de":
            return reading.tokens[j] if reading.nouns[j] in _MEN else None
        if reading.pos[j] in ("VERB", "AUX", "PUNCT"):
            return None
    return None


def some_of(search: Search, i: int) -> Token | None:
    """*certains de nos soldats ont été tués*: the troops whose share is the subject."""
    reading = search.reading
    if reading.words[i] not in _SOME or reading.words[i + 1 : i + 2] not in (["de"], ["d'"], ["des"]):
        return None
    _, end = reading.sentence(i)
    near = range(i + 2, min(end, i + 6))
    told = next((j for j in near if search.troops_at(j) or (reading.words[j] == "eux" and is_share(search, j))), None)
    return None if told is None else reading.tokens[told]


def is_one_of(reading: Reading, i: int) -> bool:
    """*l'un des deux soldats blessés a succombé*: the number is not of those who fell."""
    before = reading.words[max(0, i - 3) : i]
    return before[-2:] in (["un", "des"], ["un", "de"]) or before[-3:] in (["un", "de", "ces"], ["un", "de", "ses"])
