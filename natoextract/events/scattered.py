"""Counts that stand far from the verb that takes them, where the tree has lost them."""

from spacy.tokens import Token

from natoextract.events.frames import Frame, Search, lead_of
from natoextract.events.reading import Reading, TokenMention, within

#: Words before a count that is not what is sent: *a envoyé, au Mali, avec 500 soldats*.
_LEADS_OTHERS = frozenset(["avec", "par", "pour", "parmi", "dont", "les", "ces", "ses", "leurs"])


def far_count(search: Search, frame: Frame) -> TokenMention | None:
    """*Washington dépêchera, dans le cadre de la force multinationale, 4.000 soldats*: an aside before what is sent."""
    reading = search.reading
    doers = reading.actor_at.get(frame.agent.i, ()) if frame.agent is not None else ()
    _, end = reading.sentence(frame.last)
    if not any(a.form in ("name", "capital", "organisation") for a in doers):
        return None
    if reading.words[frame.last + 1] not in (",", "dans", "aupres", "au", "aux", "en", "a", "rien"):
        return None
    for j in range(frame.last + 1, min(end, frame.last + 18)):
        if j in reading.count_at:
            led = reading.words[j - 1] in _LEADS_OTHERS or lead_of(reading, j) in ("a", "de", "contre", "sous")
            return None if led else reading.count_at[j]
        if reading.pos[j] in ("VERB", "AUX", "SCONJ") or reading.words[j] in (";", ":", "(", "qui", "dont", "ou", "et"):
            return None
    return None


def count_before_relative(search: Search, i: int) -> TokenMention | None:
    """*la force de 4.000 hommes que l'UE va envoyer*: the count before the pronoun."""
    reading = search.reading
    first, _ = reading.sentence(i)
    relative = next((j for j in range(i - 1, max(first, i - 9), -1) if reading.words[j] in ("que", "qu'")), None)
    if relative is None or within(reading.counts, relative + 1, i):
        return None
    for j in range(relative - 1, max(first, relative - 8) - 1, -1):
        if j in reading.count_at:
            return reading.count_at[j]
        if reading.pos[j] in ("VERB", "AUX", "PRON", "PUNCT", "SCONJ"):
            return None
    return None


def made_of(reading: Reading, i: int) -> Token | None:
    """*l'envoi d'une équipe médicale de 60 soldats*, *d'une compagnie de 230 hommes*: what it is made of."""
    _, end = reading.sentence(i)
    for j in range(i + 1, min(end, i + 8)):
        if j in reading.count_at:
            count = reading.count_at[j]
            return reading.tokens[count.last] if lead_of(reading, count.first) == "de" else None
        if reading.pos[j] not in ("ADJ", "NOUN", "ADV", "NUM", "DET", "ADP") or j in reading.actor_at:
            return None
        if reading.pos[j] == "ADP" and reading.words[j] not in ("de", "d'", "en"):
            return None
    return None


def made_of_object(search: Search, nouns: tuple[Token, ...]) -> Token | None:
    """*a déployé une capacité en communication d'environ 100 hommes*: what the object of a sending is made of."""
    listed = (noun for found in nouns for noun in (found, *(c for c in found.conjuncts if c.i > found.i)))
    return next((made for noun in listed if (made := made_of(search.reading, noun.i)) is not None), None)
