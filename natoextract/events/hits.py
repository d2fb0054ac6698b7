"""Soldiers who are hit, or blown up: *touchés par des tirs*, *ont sauté sur une mine*, *figurent parmi les morts*."""

import re

from natoextract.events.casualties import kills
from natoextract.events.casualty_words import casualty_words
from natoextract.events.counted import number_before
from natoextract.events.frames import Frame, Search
from natoextract.events.loss_sides import FELL
from natoextract.events.patients import patient_of
from natoextract.events.syntax import subject
from natoextract.grammar import verb_group

#: What hits soldiers, told before: *un attentat*, *l'explosion*.
_ATTACK = re.compile(r"\b(?:attentats?|explos\w+|tirs?|bombes?|mines?|kamikaze|roquettes?|embuscade|fusillade)\b")
#: What stands before a limb: *touché au bras*, *à la tête*.
_AT = frozenset(["au", "a", "aux", "la", "l'", "le", "les", "dans"])


def hits(search: Search, frame: Frame, name: str) -> Frame | None:
    """*trois soldats ont été atteints par des éclats*, *touché au bras*; *touchés par la grippe* are not."""
    i, words = frame.token.i, search.reading.words
    if "dont" in words[max(0, i - 5) : i] or not (frame.token.i != frame.last or is_wounding(search, i)):
        # *quatre soldats, dont un gravement touché, ont été blessés*: one of those
        return None
    found = kills(search, frame, name)
    if name in ("hospitaliser", "soigner") and found is not None and not _is_numbered(search, found):
        # *le soldat blessé a été hospitalisé*: told already
        return None
    return found


def _is_numbered(search: Search, frame: Frame) -> bool:
    """*Huit de nos hommes*, *trois soldats*."""
    i = frame.troops.i if frame.troops is not None else 0
    return i in search.reading.count_at or number_before(search.reading, i) is not None


def is_wounding(search: Search, i: int) -> bool:
    """Whether a weapon, a limb, or how badly, is told beside a verb; or that nobody was hit at all."""
    reading, told = search.reading, casualty_words()
    first, end = reading.sentence(i)
    if reading.words[i].startswith(("hospitalis", "soign")):
        # *Huit de nos hommes sont hospitalisés*, after the dead
        at = reading.tokens[i].idx
        return FELL.search(reading.folded, max(0, at - 300), at) is not None
    if not told.gravely.isdisjoint(reading.words[max(first, i - 2) : i + 3]):
        return True
    if any(reading.words[j] in _AT and reading.nouns[j + 1] in told.limbs for j in range(i + 1, min(end - 1, i + 4))):
        return True
    if not told.hitting.isdisjoint(reading.nouns[max(first, i - 8) : min(end, i + 7)]):
        return True
    if _is_struck(search, i):
        return True
    return "aucun" in reading.words[max(first, i - 8) : i] and verb_group(reading.tokens[i]).passive


def _is_struck(search: Search, i: int) -> bool:
    """*deux soldats afghans ont été touchés.* at the end of a sentence, where an attack has been told."""
    reading = search.reading
    _, end = reading.sentence(i)
    ends = i + 1 >= end or reading.pos[i + 1] in ("PUNCT", "SPACE")
    at = reading.tokens[i].idx
    return (
        ends
        and verb_group(reading.tokens[i]).passive
        and _ATTACK.search(reading.folded, max(0, at - 500), at) is not None
    )


def blown(search: Search, frame: Frame, name: str) -> Frame | None:
    """*deux soldats ont sauté sur une mine*, *figurent parmi les victimes*; of a convoy it tells no dead."""
    token, reading = frame.token, search.reading
    frame.group = verb_group(token)
    victim = subject(token)
    if victim is None or not search.troops_at(victim.i):
        return None
    named = reading.words[victim.i].rstrip("s") in casualty_words().single
    if victim.i not in reading.count_at and not named:
        return None
    frame.troops = patient_of(search, token) or victim
    return frame
