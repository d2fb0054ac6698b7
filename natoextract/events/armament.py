"""Ships and aircraft that stand for their crews: *déployer une frégate en mer Noire*; arms that are given are none."""

from natoextract.events.military import military_words
from natoextract.events.reading import Reading
from natoextract.events.vocabulary import vocabulary

_WORDS = vocabulary()
#: How far behind an armament is told where it goes: *des avions de combat F-16 en Jordanie*.
_REACH = 9
#: Before a place; *à l'Ukraine* and *à Kiev* receive.
_AT = frozenset({"en", "dans", "vers", "pres", "large", "sur", "proximite", "frontiere", "frontieres", "long"})
_COMBAT = frozenset({"combat", "guerre", "chasse", "assaut", "debarquement", "attaque", "patrouille"})


def is_armament(reading: Reading, i: int) -> bool:
    """*une frégate*, *quatre F-16*, *trois navires de guerre*, *un hôpital de campagne*."""
    name, behind = reading.nouns[i], reading.words[i + 1 : i + 3]
    if name == "hopital":
        return behind == ["de", "campagne"]
    if name in _WORDS.armaments:
        return True
    return name in military_words().mixed | _WORDS.vessels and behind[:1] == ["de"] and behind[-1] in _COMBAT


def goes_there(reading: Reading, i: int, verb: str) -> bool:
    """Whether an armament is sent with its crew: deployed, or sent to where no one is said to receive it."""
    if verb in _WORDS.deploying or reading.nouns[i] == "hopital":
        return True
    _, end = reading.sentence(i)
    for j in range(i + 1, min(end, i + _REACH)):
        word = reading.words[j]
        if word in _AT:
            return True
        if word in ("a", "au", "aux") and reading.tokens[j].text != "a":
            # *à la frontière*, *au large*
            return reading.words[j + 1] in _AT or reading.words[j + 2] in _AT
    return False
