"""Who falls, where the text does not say the noun again: *quatre autres*, *un troisième*, *dont trois soldats*."""

import re

from spacy.tokens import Token

from natoextract.events.airmen import flies, is_airman
from natoextract.events.among import among, of_list, within_all
from natoextract.events.casualty_words import casualty_words
from natoextract.events.clauses import counted_before, left_troops, opening_troops
from natoextract.events.counted import number_before
from natoextract.events.frames import Search
from natoextract.events.military import PROVIDERS, beside, noun_lemma
from natoextract.events.reading import TokenMention
from natoextract.events.shares import are_others, some_before, some_of
from natoextract.events.syntax import subject
from natoextract.grammar import SUBJECTS, auxiliaries_of
from natoextract.numerals import parse_number

_ONE = frozenset(["un", "une"])
_MEN = frozenset(["hommes", "appeles", "conscrits", "recrues"])
#: *un huitième est mort*.
_ORDINAL = re.compile(r"\w+ieme")
#: *plusieurs autres ont été blessés*, *d'autres*.
_SEVERAL = frozenset(["plusieurs", "d'", "quelques"])
_QUOTES = frozenset(["«", "»", '"', "“", "”"])
_ARGUMENTS = frozenset([*SUBJECTS, "obj", "ROOT", "conj"])


def is_victim(search: Search, token: Token) -> bool:
    """Whether a noun is troops, or counts more of those just named."""
    return (
        search.is_patient(token) or is_other(search, token.i) or is_airman(search, token.i) or _are_men(search, token.i)
    )


def is_of_group(search: Search, i: int) -> bool:
    """*un commandant militaire du Hezbollah*, *un chef militaire rebelle*: no soldier of a state."""
    reading = search.reading
    right = beside(reading, i, 8)
    if not right or i in reading.count_at:
        return False
    if any(reading.nouns[j] in casualty_words().insurgents for j in right):
        return True
    begin, end = reading.tokens[i].idx, reading.tokens[right[-1]].idx + len(reading.tokens[right[-1]])
    groups = (o for o in reading.doc._.organisations if begin < o["start"] < end)
    owned = any(a.form != "person" for j in right for a in reading.actor_at.get(j, ()))
    return not owned and any(o["code"] not in PROVIDERS for o in groups)


def _are_men(search: Search, i: int) -> bool:
    """*En mai, cinq hommes avaient péri*: soldiers, where soldiers have just been told of."""
    counted = search.reading.words[i] in _MEN and number_before(search.reading, i) is not None
    return counted and search.about_troops and search.recent_troops(i) and not are_others(search.reading, i)


def is_other(search: Search, i: int) -> bool:
    """*un soldat tué et un autre blessé*, *trois autres*, *un troisième*: troops have been named before."""
    reading = search.reading
    if i > 2 and reading.nouns[i] in casualty_words().comrades and reading.words[i - 1] in ("ses", "leurs", "nos"):
        # *deux de leurs camarades*
        return reading.words[i - 2] in ("de", "d'") and search.recent_troops(i)
    if not i or not (reading.nouns[i] in casualty_words().others or _ORDINAL.fullmatch(reading.words[i])):
        return False
    before = reading.words[i - 1]
    number = number_before(reading, i)
    following = reading.tokens[i + 1] if i + 1 < len(reading.tokens) else None
    # *un autre homme*, *trois autres personnes* are others
    alone = (
        following is None
        or following.pos_ not in ("NOUN", "PROPN", "NUM")
        or following.lower_ in search.words.participles
    )
    # *le troisième est porté disparu*
    ordinal = before in ("le", "la") and _ORDINAL.fullmatch(reading.words[i]) is not None
    if not alone or (number is None and not ordinal and before not in _ONE | _SEVERAL):
        return False
    return _are_troops_counted(search, i if number is None else number.first)


def _are_troops_counted(search: Search, i: int) -> bool:
    """Whether those counted before are troops: in *deux gardes tués et trois autres blessés* they are not."""
    reading = search.reading
    first, _ = reading.sentence(i)
    for j in range(i - 1, first, -1):
        token = reading.tokens[j]
        if (j - 1) in reading.count_at and j not in reading.count_at and token.pos_ == "NOUN":
            # *71 soldats tués, 12 blessés et d'autres*
            return True
        counted = reading.words[j - 1] in _ONE or reading.pos[j - 1] == "NUM" or parse_number(reading.words[j - 1])
        if counted and j not in reading.count_at and any(a.form == "demonym" for a in reading.actor_at.get(j, ())):
            # *400 Palestiniens ont été tués et 600 autres blessés*
            return False
        if counted and reading.nouns[j] in casualty_words().civilians | casualty_words().insurgents:
            return False
        if counted and token.pos_ == "NOUN" and token.dep_ in _ARGUMENTS and j not in reading.date_at:
            return search.troops_at(j)
    return search.recent_troops(i)


def patient_of(search: Search, verb: Token) -> Token | None:
    """The victim that is the subject: *cinq Canadiens, quatre soldats et une journaliste, ont été tués*."""
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


def is_rank(search: Search, i: int) -> bool:
    """*le brigadier est décédé*, *le colonel X a été tué*: a soldier by his rank, in an article about troops."""
    reading = search.reading
    known = search.about_troops or flies(search)
    if not known or reading.nouns[i] not in casualty_words().ranks or reading.words[i].endswith("s"):
        return False
    return reading.words[i + 1 : i + 3] not in (
        ["de", "police"],
        ["de", "gendarmerie"],
        ["de", "la"],
        ["des", "pompiers"],
    )


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


def is_military_toll(search: Search, i: int) -> bool:
    """*14 morts*, said of nobody, in an article whose victims are all soldiers."""
    reading = search.reading
    if not search.about_troops or not reading.counts or (parse_number(reading.words[i - 1]) or 0) < 2:
        return False
    first, end = reading.sentence(i)
    words = casualty_words()
    if reading.words[i + 1 : i + 4] in (["des", "deux", "cotes"], ["de", "part", "et"]):
        # *242 morts des deux côtés*
        return False
    if not words.civilians.isdisjoint(reading.nouns[:end]) or not words.insurgents.isdisjoint(reading.nouns[first:end]):
        return False
    return any(_is_toll(search, m) for m in reading.counts if m.last < i)


def _is_toll(search: Search, count: TokenMention) -> bool:
    """Whether a number of troops is one of the fallen: *quatorze soldats ont été tués*."""
    reading = search.reading
    _, end = reading.sentence(count.first)
    near = range(count.last + 1, min(end, count.last + 6))
    return any(
        any(sense.type == "casualties" for sense in search.words.nouns.get(noun_lemma(reading, j), ()))
        or search.words.participles.get(reading.tokens[j].lower_) in ("tuer", "blesser")
        for j in near
    )
