"""Troops that are *en route*, *sur place*, *de retour*: a preposition and a noun in place of a verb."""

from natoextract.events.clauses import counted_before
from natoextract.events.frames import Frame, Search
from natoextract.events.military import is_troops
from natoextract.events.reading import Reading
from natoextract.grammar import SUBJECTS, lemma, verb_group

#: States told by *être* and a preposition, and which.
_POSTED = {"route": ("en",), "retour": ("de",), "pied": ("a",), "depart": ("le",)}
_BEING = frozenset(["être", "devoir", "pouvoir", "aller"])


def posted(search: Search, frame: Frame, name: str) -> Frame | None:
    """*2.000 soldats sont déjà sur place*, *quatre militaires en faction*, *ils sont en route*, *de retour*."""
    reading, i = search.reading, frame.token.i
    first, _ = reading.sentence(i)
    if i == 0 or reading.words[i - 1] not in _POSTED.get(name, ("en", "sur")):
        return None
    if name == "depart":
        # *3.000 soldats sur le départ*
        i -= 1
        if reading.words[i - 1] != "sur":
            return None
    frame.token = reading.tokens[max(0, i - 1)]
    being = next((t for t in reading.tokens[max(first, i - 4) : i - 1] if lemma(t) == "être"), None)
    if (
        name in _POSTED
        and being is None
        and (name not in ("route", "depart", "retour") or not _is_verbless(reading, i))
    ):
        # *Les soldats belges en route pour la Lituanie* heads a page
        return None
    frame.group = verb_group(being) if being is not None else None
    if name == "mission" and being is None and not _is_counted(reading, i):
        # *les soldats en mission au Mali* tell no strength
        return None
    for j in range(i - 2, max(first, i - 8) - 1, -1):
        token = reading.tokens[j]
        if j in reading.count_at or is_troops(reading, j):
            frame.troops = token if j in reading.count_at else counted_before(search, token) or token
            return frame
        if being is not None and search.about_troops and any(a.form == "demonym" for a in reading.actor_at.get(j, ())):
            # *quelques Suédois sont sur place*
            frame.agent = token
            return frame
        if name in _POSTED and reading.words[j] in ("ils", "elles") and search.recent_troops(i):
            frame.agent = token
            return frame
        pronoun = token.pos_ == "PRON" and token.lower_ != "ores"
        if (token.pos_ == "VERB" and lemma(token) not in _BEING) or token.pos_ == "PUNCT" or pronoun:
            return None
    return None


def _is_counted(reading: Reading, i: int) -> bool:
    """*350 casques bleus du contingent népalais en mission en Haïti*: a figure before, with no verb between."""
    first, _ = reading.sentence(i)
    for j in range(i - 2, max(first, i - 9) - 1, -1):
        if j in reading.count_at:
            # *a envoyé 40.000 soldats en mission*: the verb tells it
            return reading.tokens[j].dep_ in (*SUBJECTS, "ROOT")
        if reading.pos[j] in ("VERB", "AUX", "PUNCT", "PRON") and reading.tokens[j].text not in ("(", ")"):
            return False
    return False


def _is_verbless(reading: Reading, i: int) -> bool:
    first, end = reading.sentence(i)
    return not any(reading.pos[j] in ("VERB", "AUX") for j in range(first, end))
