"""What stands around a noun of movement: steps, gear, idioms."""

from spacy.tokens import Token

from natoextract.events.frames import Search
from natoextract.events.reading import Reading
from natoextract.events.vocabulary import vocabulary

_WORDS = vocabulary()


_STEPS = vocabulary().steps


_GEAR = vocabulary().landing_gear


def staged(reading: Reading, i: int) -> int:
    """*la réduction en deux phases des effectifs*: the last token of what says in how many steps."""
    if reading.words[i + 1 : i + 2] in (["chacun"], ["chacune"]):
        # *l'envoi chacun de 500 hommes*
        return i + 1
    if reading.words[i + 1 : i + 3] in (["a", "terme"], ["en", "masse"]):
        # *un possible retrait à terme de l'armée turque*
        return i + 2
    near = reading.nouns[i + 1 : i + 4]
    return i + 3 if near[:1] == ["en"] and near[-1] in _STEPS else i


def is_bare(reading: Reading, i: int) -> bool:
    """*plaider pour un départ*, *le départ est fixé*: of nobody, and of those of whom the text speaks."""
    after = reading.words[i + 1 : i + 2]
    near = reading.pos[i + 1 : i + 2] == ["ADJ"]
    after = reading.words[i + 2 : i + 3] if near else after
    alone = not after or after[0] not in ("de", "d'", "du", "des", "pour", "vers")
    return (
        alone
        and reading.words[i - 1] in ("un", "le", "tout")
        and reading.words[i - 2] not in ("point", "coup", "donne", "des")
    )


def is_idiom(reading: Reading, i: int) -> bool:
    """*composé au départ de 300 hommes*, *au départ, la force*: at the beginning."""
    if reading.words[i + 1 : i + 3] == ["en", "exil"]:
        return True
    if reading.words[i - 1 : i] != ["au"]:
        return False
    described = reading.words[i - 2] in _WORDS.describing if i > 1 else False
    return described or reading.words[i + 1 : i + 2] not in (["de"], ["d'"], ["du"], ["des"])


def names_gear(reading: Reading, noun: Token) -> bool:
    """*trois navires de débarquement*: what ships are for."""
    bare = reading.words[noun.i - 1 : noun.i] in (["de"], ["d'"])
    return bare and noun.head.i == noun.i - 2 and reading.nouns[noun.head.i] in _WORDS.carriers | _GEAR


def beside_gear_of(search: Search, i: int) -> Token | None:
    """*le déploiement de quatre avions et d'un détachement de 95 militaires*: troops at the end of a list of gear."""
    reading = search.reading
    _, end = reading.sentence(i)
    joined = False
    for j in range(i + 1, min(end, i + 14)):
        if joined and j in reading.count_at:
            return reading.tokens[reading.count_at[j].last]
        joined = joined or (reading.words[j] in ("et", ",") and reading.words[j + 1 : j + 2] in (["de"], ["d'"]))
        if reading.pos[j] in ("VERB", "AUX", "SCONJ", "PRON") or reading.words[j] in (";", ":", "(", "pour", "par"):
            return None
    return None
