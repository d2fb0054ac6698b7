"""The troops right of a word, over days, places and asides: *rapatriera, d'ici juin, ses soldats*."""

from spacy.tokens import Token

from natoextract.events.armament import is_armament
from natoextract.events.frames import Search, lead_of
from natoextract.events.reading import Reading
from natoextract.events.vocabulary import vocabulary

_WORDS = vocabulary()


#: What closes an aside, and what has opened it.
#: Parts of speech that a noun phrase begins with, or that stand between a verb and its object.
_LIGHT = frozenset(["DET", "ADJ", "NUM", "ADV"])


_QUOTES = {"«": "»", '"': '"', "“": "”"}


_MARKS = frozenset(["«", "»", '"', "“", "”"])
_OF = frozenset(["de", "d'", "des", "du"])


def right_troops(search: Search, at: int, limit: int = 20) -> Token | None:
    """Troops right after a verb, over asides, days and places: *rapatriera, d'ici juin, ses soldats*."""
    reading = search.reading
    _, end = reading.sentence(at)
    only = any(word in ("ne", "n'") for word in reading.words[max(0, at - 5) : at])
    under = False
    j = at
    while (j := j + 1) < min(end, at + limit):
        token, word, pos = reading.tokens[j], reading.words[j], reading.pos[j]
        if j in reading.count_at:
            return reading.tokens[reading.count_at[j].last] if lead_of(reading, j) != "a" else None
        if aside := _turn(reading, j):
            j = aside
            continue
        if word in _QUOTES:
            j = next((k for k in range(j + 1, min(end, j + 12)) if reading.words[k] == _QUOTES[word]), j)
        elif word == ",":
            closing = aside_end(reading, j, end)
            if closing is None:
                return None
            while reading.pos[closing + 1 : closing + 2] == ["ADP"] and (next_ := aside_end(reading, closing, end, 14)):
                # *déployer, en Pologne, dans les Etats baltes ou en mer Noire, quatre bataillons*
                closing = next_
            j = closing
        elif j in reading.date_at or j in reading.locative_at or j in reading.place_at or pos in _LIGHT:
            continue
        elif under and pos in ("NOUN", "PROPN") and (j in reading.actor_at or j in reading.mission_at):
            # *mettre à la disposition de l'Otan 100 soldats*
            under = False
        elif under and reading.words[j] in _WORDS.parts_of_land:
            # *déployer dans l'est du pays 3.700 soldats*
            continue
        elif is_armament(reading, j) and reading.words[j + 1 : j + 2] == ["et"] and j + 2 in reading.count_at:
            # *six F-16 et 110 militaires*
            return reading.tokens[reading.count_at[j + 2].last]
        elif pos in ("NOUN", "PROPN"):
            return token if search.troops_at(j) else _taken(search, j)
        elif word == "par" and reading.words[j + 1 : j + 2] in (["rotation"], ["rotations"]):
            j += 1
        elif pos == "ADP" and any(_is_named(reading, k) for k in range(j + 1, min(end, j + 4))):
            under = True

        elif word in _OF and any(search.troops_at(k) for k in range(j + 1, min(end, j + 4))):
            continue
        elif not (only and word in ("que", "qu'")):
            return None
    return None


def _turn(reading: Reading, i: int) -> int | None:
    """*rappelle à son tour ses soldats*, *retire pour sa part*: the last word of such an aside."""
    words = reading.words[i : i + 3]
    turned = len(words) == 3 and words[0] in ("a", "pour", "de") and words[1] in ("son", "sa", "leur")
    return i + 2 if turned and words[2] in ("tour", "part", "cote") else None


def _is_named(reading: Reading, i: int) -> bool:
    """Whether a token is of a day, a place, a state, an organisation or a mission."""
    return any(
        i in at for at in (reading.date_at, reading.locative_at, reading.place_at, reading.actor_at, reading.mission_at)
    )


def aside_end(reading: Reading, comma: int, end: int, limit: int = 10) -> int | None:
    """The comma that closes an aside with no verb in it: *, pour sa part,*."""
    for j in range(comma + 1, min(end, comma + limit)):
        if reading.words[j] == ",":
            return j
        if reading.words[j] in _MARKS:
            # *le retrait, « dans les meilleurs délais », des 368 militaires*
            continue
        if reading.words[j] in ("eux", "elles", "lui") and reading.words[j + 1 : j + 2] == [","]:
            # *les Belges comptent, eux, 500 soldats*
            continue
        if reading.pos[j] in ("VERB", "AUX", "PRON", "SCONJ", "PUNCT"):
            return None
    return None


def _taken(search: Search, i: int) -> Token | None:
    """The troops that a noun of any kind takes by *de*: *une avant-garde de 400 hommes*."""
    count = search.count_after(i, 6, ("VERB", "AUX", "PRON", "SCONJ"))
    if count is None or not {"de", "d'"} & set(search.reading.words[i + 1 : count.first]):
        return None
    return search.reading.tokens[count.last]
