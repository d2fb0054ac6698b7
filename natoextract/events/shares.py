"""Victims told as a share of soldiers just named: *trois d'entre eux*, *sept de ses hommes*."""

from spacy.tokens import Token

from natoextract.events.casualty_words import casualty_words
from natoextract.events.counted import number_before
from natoextract.events.frames import Search
from natoextract.events.military import PROVIDERS, is_troops
from natoextract.events.reading import Reading

#: Nouns of the men of an army, where it owns them.
_MEN = frozenset(["homme", "membre", "element", "soldat", "militaire", "casque"])
_OWN = frozenset(["ses", "leurs", "nos"])
_AMONG = frozenset(["entre", "parmi"])
#: What tells a share by itself: *certains de nos soldats ont été tués*.
PRONOUNS = frozenset(["tous", "plusieurs", "certains", "un", "deux", "trois", "quatre", "cinq"])
_SOME = frozenset(["aucun", "certains", "plusieurs", "beaucoup", "nombre", "quelques-uns", "un", "deux", "trois"])


def is_share(search: Search, i: int) -> bool:
    """*trois d'entre eux*, *plusieurs parmi eux*: troops have been named before."""
    words = search.reading.words
    # *l'un d'eux*, *certains d'eux*
    of = i > 1 and words[i - 1] == "d'" and words[i - 2] in PRONOUNS
    return i > 1 and (words[i - 1] in _AMONG or of) and search.recent_troops(i) and not _are_of_group(search.reading, i)


def _are_of_group(reading: Reading, i: int) -> bool:
    """*12 membres des FARC ont été arrêtés et cinq d'entre eux blessés*: those named last fight for no state."""
    first, _ = reading.sentence(i)
    named = (
        j for j in range(i - 1, first - 1, -1) if is_troops(reading, j) or reading.nouns[j] in casualty_words().members
    )
    last = next(named, None)
    if last is None or is_troops(reading, last):
        return False
    begin, end = reading.tokens[last].idx, reading.tokens[min(last + 6, i)].idx
    return any(begin < o["start"] < end and o["code"] not in PROVIDERS for o in reading.doc._.organisations)


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


def lost_men(search: Search, i: int) -> Token | None:
    """*a perdu trois hommes*, *une cinquantaine des leurs*, *trois des siens*: men with a figure, of who loses them."""
    reading = search.reading
    _, end = reading.sentence(i)
    for j in range(i + 1, min(end, i + 7)):
        man = reading.words[j] in ("hommes", "membres", "elements") or reading.nouns[j] in casualty_words().comrades
        if man and number_before(reading, j) is not None:
            return reading.tokens[j]
        if reading.words[j] in ("leurs", "siens") and reading.words[j - 1] in ("des", "de"):
            return reading.tokens[j]
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


def some_before(search: Search, verb: Token) -> Token | None:
    """*Tous deux sont morts*, *plusieurs ont été blessés*, *dont l'un a succombé*: pronouns for troops just named."""
    reading = search.reading
    first, _ = reading.sentence(verb.i)
    at = next((c.i for c in verb.lefts if c.pos_ == "AUX"), verb.i) - 1
    while at > first and reading.words[at] in ("en", "y", "ne", "n'"):
        at -= 1
    if at > first and reading.words[at] in ("eux", "elles") and is_share(search, at):
        # *deux d'entre eux sont morts*: the tree may take *deux* for no subject
        return reading.tokens[at]
    if at < first or reading.words[at] not in PRONOUNS or not search.recent_troops(at):
        return None
    before = reading.words[at - 1] if at > first else ""
    # *15 soldats ont été tués, 43 autres blessés et un est porté disparu*
    counted = before == "et" and any(j in reading.count_at for j in range(first, at))
    told = {"un": before in ("l'", "dont") or counted, "tous": True, "certains": True, "plusieurs": True}
    alone = told.get(reading.words[at], before in ("tous", "dont") or reading.words[at - 2 : at] == ["tous", "les"])
    return reading.tokens[at] if alone and not are_others(reading, at) else None


def are_others(reading: Reading, i: int) -> bool:
    """Whether people who are no troops were named since the last troops."""
    first, _ = reading.sentence(i)
    if i - first < 3 and first > 0:
        first, _ = reading.sentence(first - 1)
    for j in range(i - 1, first - 1, -1):
        if is_troops(reading, j):
            return False
        if reading.nouns[j] in casualty_words().civilians | casualty_words().insurgents:
            return True
    return False


def is_one_of(reading: Reading, i: int) -> bool:
    """*l'un des deux soldats blessés a succombé*: the number is not of those who fell."""
    before = reading.words[max(0, i - 3) : i]
    return before[-2:] in (["un", "des"], ["un", "de"]) or before[-3:] in (["un", "de", "ces"], ["un", "de", "ses"])
