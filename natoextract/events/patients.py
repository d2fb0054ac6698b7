"""Who falls where a verb tells it: its subject, by the tree or by the words before it."""

from spacy.tokens import Token

from natoextract.events.among import among, of_list, within_all
from natoextract.events.clauses import counted_before, left_troops, opening_troops
from natoextract.events.frames import Search
from natoextract.events.in_chains import are_others, heads_before, victim_before
from natoextract.events.shares import some_before, some_of
from natoextract.events.syntax import subject
from natoextract.events.victims import is_other, is_rank, is_victim
from natoextract.grammar import SUBJECTS, auxiliaries_of

_QUOTES = frozenset(["«", "»", '"', "“", "”"])


def patient_of(search: Search, verb: Token) -> Token | None:
    """The victim that is the subject: *cinq Canadiens, quatre soldats et une journaliste, ont été tués*."""
    heads = heads_before(search, verb)
    if (told := victim_before(search, verb, heads)) is not None:
        return told
    if are_others(search, heads):
        return within_all(search, verb) or among(search, verb.i)
    victim = subject(verb)
    listed = victim is not None and victim.i in search.reading.count_at
    if not listed and (counted := _counted_left(search, verb)) is not None:
        return counted
    if victim is not None and search.reading.words[victim.i - 1] == "-":
        # *un sergent-chef a été blessé*: the tree takes the second half
        victim = search.reading.tokens[victim.i - 2]
    if auxiliaries := auxiliaries_of(verb):
        before = auxiliaries[0].i - 1
        # *120 autres y ont été blessés*
        before -= before > 0 and search.reading.words[before] == "y"
        if is_other(search, before):
            # *nous avons perdu six soldats et 14 autres ont été blessés*
            return search.reading.tokens[before]
    if victim is not None and (told := some_of(search, victim.i)) is not None:
        return told
    if victim is not None and (is_victim(search, victim) or _is_he(search, victim)):
        return _named_singly(search, verb, victim) or victim
    if victim is not None and is_rank(search, victim.i):
        # *un soldat de la légion, le brigadier Martin, a été tué*
        return opening_troops(search, verb) or victim
    furniture = victim is not None and any(start <= victim.idx < end for start, end in search.reading.headers)
    if furniture and (victim := _nearest_left(search, verb)) is not None:
        # *date 2017-08 Un casque bleu a été tué*
        return victim
    if (victim := _before_relative(search, verb) or _over_relative(search, verb)) is not None:
        return counted_before(search, victim) or victim if victim.i not in search.reading.count_at else victim
    victim = left_troops(search, verb) or _other_before(search, verb) or some_before(search, verb)
    victim = victim or of_list(search, verb) or within_all(search, verb)
    return victim if victim is not None else among(search, verb.i)


def _is_he(search: Search, pronoun: Token) -> bool:
    """*Un soldat est mort. Il avait été blessé*: the subject of the sentence before."""
    reading = search.reading
    first, _ = reading.sentence(pronoun.i)
    if pronoun.lower_ != "il" or pronoun.i - first > 1 or first == 0:
        return False
    before, _ = reading.sentence(first - 1)
    named = (j for j in range(before, first) if reading.tokens[j].dep_ in SUBJECTS and reading.pos[j] != "PRON")
    i = next(named, None)
    return i is not None and search.troops_at(i) and reading.words[i - 1] in ("un", "le", "ce")


def _named_singly(search: Search, verb: Token, victim: Token) -> Token | None:
    """*Deux soldats, le sergent Huynh et le brigadier Risser, ont été tués*: the number of those named one by one."""
    if victim.i in search.reading.count_at or search.reading.words[victim.i - 1] not in ("le", "la"):
        return None
    head = opening_troops(search, verb)
    plural = any(a.lower_.endswith("nt") for a in auxiliaries_of(verb))
    return head if plural and head is not None and head.i in search.reading.count_at else None


def _counted_left(search: Search, verb: Token) -> Token | None:
    """*«plus de 10 soldats français» avaient été «tués ou blessés»*: a number right before the auxiliaries."""
    reading = search.reading
    if not auxiliaries_of(verb):
        return None
    for j in range(verb.i - 1, max(-1, verb.i - 8), -1):
        if j in reading.count_at:
            return reading.tokens[j]
        if reading.pos[j] not in ("AUX", "ADV", "ADJ") and reading.tokens[j].text not in _QUOTES:
            return None
    return None


def _nearest_left(search: Search, verb: Token) -> Token | None:
    """The troops right before a verb, over its auxiliaries and their own adjectives."""
    for j in range(verb.i - 1, max(-1, verb.i - 8), -1):
        if search.troops_at(j):
            return search.reading.tokens[j]
        if search.reading.pos[j] not in ("AUX", "ADV", "ADJ", "PRON"):
            return None
    return None


def _before_relative(search: Search, verb: Token) -> Token | None:
    """*l'opération de récupération des militaires qui avaient été pris*: the noun right before *qui*."""
    pronoun = next((c for c in verb.lefts if c.lower_ == "qui"), None)
    if pronoun is None:
        return None
    words = search.reading.words
    for j in range(pronoun.i - 1, max(-1, pronoun.i - 14), -1):
        if search.reading.pos[j] == "NOUN" and (
            search.troops_at(j) or words[j - 1] not in ("de", "d'", "du", "regiment")
        ):
            # *des militaires du 8e régiment d'infanterie qui ont perdu la vie*: over its complements
            return search.reading.tokens[j] if search.troops_at(j) else None
        if search.reading.pos[j] not in ("ADJ", "PROPN", "ADP", "DET"):
            return None
    return None


def _other_before(search: Search, verb: Token) -> Token | None:
    """*un autre a été blessé*: the tree may take the number for the subject."""
    first, _ = search.reading.sentence(verb.i)
    for j in range(verb.i - 1, max(first, verb.i - 6), -1):
        if is_other(search, j):
            return search.reading.tokens[j]
        if search.reading.pos[j] not in ("AUX", "ADV"):
            return None
    return None


def _over_relative(search: Search, verb: Token) -> Token | None:
    """*Trois soldats dont on ignore le nom ont péri*: the head of the sentence, over its relative clause.

    A participle right before the auxiliary closes that clause.
    """
    reading = search.reading
    auxiliaries = auxiliaries_of(verb)
    first, _ = reading.sentence(verb.i)
    if not auxiliaries:
        return None
    i = auxiliaries[0].i
    closed = i - 1 > first and (reading.pos[i - 1] == "VERB" or reading.words[i - 1] == ",")
    relative = next((j for j in range(first + 1, min(i, first + 9)) if reading.words[j] in ("dont", "qui")), None)
    if relative is None or not closed:
        return None
    for j in range(relative - 1, first - 1, -1):
        if search.troops_at(j) and all(reading.pos[k] != "ADP" for k in range(first, j)):
            return reading.tokens[j]
    return None
