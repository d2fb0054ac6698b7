"""Nouns of a strength that changes: *la réduction des effectifs*, *la fin de la mission*, *des renforts*."""

from natoextract.events.changing import FALLEN, SHARES, shares_force
from natoextract.events.clauses import left_troops
from natoextract.events.frames import Frame, Search, lead_of
from natoextract.events.military import (
    beside,
    is_strength,
    is_troops,
    military_words,
    noun_lemma,
    verb_lemma,
)
from natoextract.events.noun_words import staged
from natoextract.events.own_counts import measured_count
from natoextract.events.syntax import subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import SUBJECTS

_WORDS = vocabulary()
_UNDERGOING = frozenset(["connaître", "subir", "enregistrer", "connaitre"])


def strength(search: Search, frame: Frame, name: str) -> Frame | None:
    """*la réduction des effectifs*, *la fin de la mission*."""
    reading, last = search.reading, staged(search.reading, frame.last)
    if FALLEN.search(reading.folded, frame.end, frame.end + 40):
        # *a été revu à la hausse, à 2.904 soldats tués*
        return None
    if (measured := measured_count(reading, frame)) is not None:
        frame.troops = reading.tokens[measured.last]
        return frame
    if reading.words[last + 1 : last + 2] == ["en"] and reading.words[last + 2] in _WORDS.measures:
        last += 2
    if reading.words[last + 3 : last + 4] in (["%"], ["pourcent"], ["pour"]):
        # *une baisse de 15 % des effectifs*
        last += 3 + (reading.words[last + 3] == "pour")
    if name == "fin" and frame.token.i in reading.date_at:
        # *jusqu'à la fin de 2006*
        return None
    for j in beside(reading, last):
        if reading.words[j] in SHARES:
            # *la réduction d'un tiers de la présence militaire*
            continue
        if name == "renforcement" and reading.words[j : j + 2] == ["forces", "armees"]:
            # *le renforcement des forces armées nigériennes* helps an army
            return None
        if is_strength(reading, j, about_troops=search.about_troops) or shares_force(search, j):
            if name == "fin" and noun_lemma(reading, j) not in _WORDS.mandates:
                return None
            frame.troops = reading.tokens[j]
            return frame
        if reading.tokens[j].pos_ == "NOUN":
            return None
    before = reading.words[frame.token.i - 1] if frame.token.i else ""
    if (
        before in ("ce", "cette", "ces")
        and name != "fin"
        and search.about_troops
        and search.recent_troops(frame.token.i)
    ):
        # *cette réduction*: the one just told
        return frame
    verb = frame.token.head
    grown = subject(verb) if verb.pos_ == "VERB" and verb_lemma(verb) in _UNDERGOING else None
    if grown is not None and is_strength(reading, grown.i, about_troops=search.about_troops):
        # *les effectifs français ont connu une nouvelle baisse*
        frame.troops = grown
        return frame
    level = search.count_after(frame.last, 3)
    if level is not None and lead_of(reading, level.first) == "a" and search.about_troops:
        # *une baisse à 2.600 est envisagée*
        return frame
    if (count := search.taken_count(frame.last)) is not None and name != "fin":
        frame.troops = reading.tokens[count.last]
        return frame
    return None


def reinforcements(search: Search, frame: Frame, name: str) -> Frame | None:
    """*des renforts*: neither *en renfort* nor those that a verb already sends."""
    token, reading = frame.token, search.reading
    before = reading.words[token.i - 1] if token.i else ""
    if military_words().other_things.match(reading.folded, token.idx):
        # *des renforts policiers*
        return None
    counted = search.taken_count(token.i) is not None
    if before == "en":
        # *650 soldats danois en renfort*: a headline with no verb
        first, end = reading.sentence(token.i)
        verbless = not any(reading.pos[j] in ("VERB", "AUX") for j in range(first, end))
        frame.troops = left_troops(search, reading.tokens[token.i - 1]) if verbless else None
        return frame if frame.troops is not None else None
    if before in ("d'un", "un", "du") or reading.words[max(0, token.i - 2) : token.i] == ["d'", "un"]:
        # *la mission bénéficiera d'un renfort*
        given = token.head.pos_ == "VERB" and verb_lemma(token.head) in _WORDS.given
        counted = counted or (given and search.about_troops)
    if before in ("de", "d'") or not (counted or reading.words[token.i].endswith("s")):
        return None
    head = token.head
    senses = search.words.verbs.get(verb_lemma(head), ()) if head.pos_ == "VERB" else ()
    if token.dep_ in ("obj", "obl:arg", "nsubj:pass") and any(sense.frame in ("moves", "changes") for sense in senses):
        return None
    if not search.about_troops and not any(is_troops(reading, j) for j in beside(reading, token.i)):
        return None
    if token.dep_ in SUBJECTS and is_troops(reading, token.i) and any(s.frame == "goes" for s in senses):
        # *les premiers renforts français sont arrivés*: the verb tells the event
        return None
    frame.troops = token
    return frame
