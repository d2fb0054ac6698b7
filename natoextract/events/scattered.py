"""Counts that stand far from the verb that takes them, where the tree has lost them."""

from natoextract.events.frames import Frame, Search, lead_of
from natoextract.events.reading import TokenMention, within

#: Words before a count that is not what is sent: *a envoyé, au Mali, avec 500 soldats*.
_LEADS_OTHERS = frozenset(["avec", "par", "pour", "parmi", "dont", "les", "ces", "ses", "leurs"])


def far_count(search: Search, frame: Frame) -> TokenMention | None:
    """*Washington dépêchera, dans le cadre de la force multinationale, 4.000 soldats*: an aside before what is sent."""
    reading = search.reading
    doers = reading.actor_at.get(frame.agent.i, ()) if frame.agent is not None else ()
    _, end = reading.sentence(frame.last)
    if not any(a.form in ("name", "capital", "organisation") for a in doers):
        return None
    if reading.words[frame.last + 1] not in (",", "dans", "aupres", "au", "aux", "en", "a"):
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
