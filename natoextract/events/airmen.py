"""Pilots who fall: soldiers where an article tells of military aircraft, whom no other word calls troops."""

import re
from functools import lru_cache

from spacy.tokens import Token

from natoextract.events.casualty_words import casualty_words
from natoextract.events.frames import Search

#: What makes a pilot a soldier: *deux avions de chasse*, *un F-16*, *la base aérienne*.
_FLYING = re.compile(
    r"\b(?:avions? (?:de chasse|de combat|militaires?)|armee de l'air|bases? aeriennes?|f-?(?:4|5|14|15|16|18|35)\b"
    r"|mirages? (?:2000|f-?1|iv|iii)|helicopteres? (?:de combat|militaires?|de l'armee)|chasseurs?-bombardiers?"
    r"|escadrons? de|bombardiers?|forces? aeriennes?|air force|soukhoi|sukhoi|mig-?\d\d|(?:deux|avions?) rafale"
    r"|rafale (?:de|francais|s'est|se))\b"
)

_FALLS = casualty_words().crashes
_CRAFT = casualty_words().craft
_ABOARD = frozenset(["occupant", "passager"])


@lru_cache(maxsize=8)
def _flies(folded: str) -> bool:
    return _FLYING.search(folded) is not None


def flies(search: Search) -> bool:
    """Whether an article tells of military aircraft."""
    return _flies(search.reading.folded)


def is_airman(search: Search, i: int) -> bool:
    """*deux pilotes sont décédés*, *un instructeur et un élève-pilote*."""
    return search.reading.nouns[i] in casualty_words().airmen and flies(search)


def falls(search: Search, i: int) -> bool:
    """Whether a noun is troops, or a pilot of theirs."""
    return search.troops_at(i) or is_airman(search, i)


def aboard(search: Search, noun: Token, verb: Token) -> Token | None:
    """*cinq personnes sont mortes dans la collision de deux hélicoptères de l'armée*: the army whose aircraft fell."""
    reading = search.reading
    _, end = reading.sentence(verb.i)
    if reading.nouns[noun.i] not in ("personne", "occupant", "passager", "membre"):
        return None
    fall = next((j for j in range(verb.i + 1, min(end, verb.i + 14)) if reading.nouns[j] in _FALLS), None)
    if fall is None and reading.nouns[noun.i] in _ABOARD:
        # *les quatre occupants de l'hélicoptère de l'armée ont péri*
        fall = noun.i
    if fall is None:
        return None
    craft = next((j for j in range(fall + 1, min(end, fall + 6)) if reading.nouns[j] in _CRAFT), None)
    if reading.nouns[noun.i] in _ABOARD:
        # *les occupants d'un hélicoptère de l'armée sont morts dans l'accident de l'appareil*
        own = range(noun.i + 1, min(end, noun.i + 5))
        craft = next((j for j in own if reading.nouns[j] in _CRAFT), craft)
    if craft is None:
        return None
    return next((reading.tokens[j] for j in range(craft + 1, min(end, craft + 5)) if search.troops_at(j)), None)
