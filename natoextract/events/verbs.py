"""Which verbs are events: *ils envoient des soldats* is a deployment, *ils envoient un message* is none.

One function a frame of `event_triggers.toml`; each returns the filled frame, or None where its arguments are no troops.
"""

import re

from spacy.tokens import Token

from natoextract.events.clauses import Licence, is_bare_participle, left_troops, modifier
from natoextract.events.frames import Frame, Search, lead_of
from natoextract.events.going import goes, leaves, reaches
from natoextract.events.military import beside, is_strength, noun_lemma, verb_lemma
from natoextract.events.standing import counts, joins, made, stands
from natoextract.events.syntax import agent, is_participle, modified_noun, objects, subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import auxiliaries_of, lemma, verb_group
from natoextract.text import fold

_WORDS = vocabulary()


def moves(search: Search, frame: Frame, name: str) -> Frame | None:
    """*envoyer des soldats*, *des soldats seront envoyés*, *les 450 hommes … qu'ils les y laisseront*."""
    token = frame.token
    if is_bare_participle(search, token):
        return None if search.has_state(name) and not _is_dated(search, frame) else modifier(search, frame)
    frame.group = verb_group(token)
    if frame.group.passive or _is_predicate_adjective(token):
        patient = subject(token)
        if patient is None or not search.is_patient(patient):
            # *cinq Canadiens, quatre soldats et une journaliste, ont été tués*
            patient = left_troops(search, token) or (_among(search, token) if frame.type == "casualties" else None)
        if patient is None or not search.is_patient(patient) or _tells_state(search, frame, name):
            return None
        frame.troops, frame.agent = patient, agent(token)
        return frame
    frame.agent = subject(token)
    if search.reading.words[token.i + 1 : token.i + 2] in (["prisonniers"], ["prisonnier"]):
        return None
    if token.lower_.endswith("ant") and token.dep_ == "acl":
        # *les pays fournissant des troupes*
        return None
    operation = frame.agent is not None and (
        fold(frame.agent.text) in _WORDS.operations or frame.agent.i in search.reading.mission_at
    )
    standing = _is_standing(search, token) or (name in ("mobiliser", "engager") and operation)
    if frame.type == "deployment" and frame.group.tense == "present" and standing:
        # *la France mobilise encore 1.300 soldats*
        frame.type = "presence"
    last = search.reading.tokens[frame.last]
    # *faire rentrer des soldats*: the object is the infinitive's
    for found in (*objects(token), *(objects(last) if last.pos_ == "VERB" and last.i != token.i else ())):
        if search.troops_at(found.i) or (search.about_troops and reinforces(search, found)):
            frame.troops = found
            return frame
        for other in found.conjuncts:
            # *envoyer des chars et 500 soldats*
            if other.i > found.i and other.i - found.i < 10 and search.troops_at(other.i):
                frame.troops = other
                return frame
    count = search.count_after(frame.last, 7)
    if count is not None and lead_of(search.reading, count.first) != "a":
        frame.troops = search.reading.tokens[count.last]
        return frame
    clitic = any(c.lower_ == "les" for c in token.lefts)
    return frame if clitic and search.about_troops and search.recent_troops(token.i) else None


def reinforces(search: Search, noun: Token) -> bool:
    """*envoyer des renforts*: in an article about troops they are troops."""
    return search.reading.words[noun.i] == "renforts"


def hosts(search: Search, frame: Frame, name: str) -> Frame | None:
    """*la Pologne a accueilli les premiers soldats américains*; *elle accueille 500 soldats* tells a state."""
    token, reading = frame.token, search.reading
    frame.group = verb_group(token)
    host = subject(token)
    if frame.group.passive or host is None or not any(a.form == "name" for a in reading.actor_at.get(host.i, ())):
        return None
    guest = next((o for o in objects(token) if search.troops_at(o.i)), None)
    if guest is None or not (
        guest.i in reading.count_at or any(reading.actor_at.get(j) for j in beside(reading, guest.i))
    ):
        return None
    frame.troops = guest
    if frame.group.tense == "present" and not frame.group.perfect:
        frame.type = "presence"
    return frame


def pursues(search: Search, frame: Frame, name: str) -> Frame | None:
    """*les soldats suisses poursuivront leur mission au Kosovo*, *continueront de servir au Liban*."""
    token, reading = frame.token, search.reading
    frame.group = verb_group(token)
    doer = subject(token) or left_troops(search, token)
    if frame.group.passive or doer is None or not search.troops_at(doer.i) or is_bare_participle(search, token):
        return None
    _, end = reading.sentence(token.i)
    near = range(token.i + 1, min(end, token.i + 6))
    if not any(noun_lemma(reading, j) in _WORDS.duties or verb_lemma(reading.tokens[j]) in _WORDS.duties for j in near):
        return None
    frame.troops = doer
    return frame


def _is_predicate_adjective(token: Token) -> bool:
    """*deux militaires sont blessés*: a participle that the model calls an adjective."""
    auxiliary = any(c.dep_ in ("cop", "aux:pass") and lemma(c) == "être" for c in token.lefts)
    return auxiliary and not is_participle(token)


def _is_standing(search: Search, verb: Token) -> bool:
    """Whether an adverb says that it lasts: *encore*, *toujours*, *actuellement*."""
    return any(word in _WORDS.lasting for word in search.reading.words[verb.i + 1 : verb.i + 3])


def _is_dated(search: Search, frame: Frame) -> bool:
    """*une force déployée au Kosovo à l'été 1999*: the day tells the sending, not the state."""
    reading = search.reading
    _, end = reading.sentence(frame.token.i)
    words = range(frame.token.i + 1, min(end, frame.token.i + 12))
    dated = any(j in reading.date_at and reading.words[j - 1] not in ("depuis", "jusqu'") for j in words)
    return frame.type == "deployment" and dated and not any(reading.tokens[j].pos_ == "VERB" for j in words)


def _tells_state(search: Search, frame: Frame, name: str) -> bool:
    """*sont déployés* tells a state: the `stands` sense of the verb reads it."""
    group = frame.group
    assert group is not None
    present = frame.type != "presence" and group.tense in ("present", "imperfect") and group.finite is not group.head
    return present and search.has_state(name) and [lemma(a) for a in auxiliaries_of(frame.token)] == ["être"]


def changes(search: Search, frame: Frame, name: str) -> Frame | None:
    """*renforcer ses troupes*, *réduire sa présence*, *augmenter leur nombre*."""
    token = frame.token
    if is_bare_participle(search, token):
        return None
    frame.group = verb_group(token)
    if name in _WORDS.helping and not frame.group.passive:
        comers = subject(token)
        if (
            comers is not None
            and comers.i < token.i
            and search.troops_at(comers.i)
            and any(search.troops_at(o.i) or o.i in search.reading.mission_at for o in objects(token))
        ):
            frame.troops = comers
            return frame
    passive = frame.group.passive or _is_predicate_adjective(token)
    patients: list[Token | None] = [subject(token)] if passive else [*objects(token)]
    if not passive and name in _WORDS.growing:
        # *le nombre de soldats devrait diminuer*
        patients.append(subject(token))
    for found in patients:
        if found is not None and is_strength(search.reading, found.i, about_troops=search.about_troops):
            frame.troops = found
            frame.agent = agent(token) if passive else subject(token)
            if frame.agent is not None and frame.agent.i == found.i:
                frame.agent = None
            return frame
    return None


def levels(search: Search, frame: Frame, name: str) -> Frame | None:
    """*passer de 13.000 à 16.000 soldats*, *porter son contingent à 1.500 hommes*."""
    token, reading = frame.token, search.reading
    _, end = reading.sentence(token.i)
    if (
        re.search(r"\b(?:mort|tue|victime|blesse|perte)", reading.folded[token.idx : token.idx + 90])
        and name == "porter"
    ):
        # *porte à 78 le nombre de soldats morts*
        return None
    after = [m for m in reading.counts if token.i < m.first < min(end, token.i + 18)]
    leads = [lead_of(reading, m.first) for m in after]
    group = verb_group(token)
    if name == "atteindre":
        # *qui atteindront 400*: the level to come; one reached is a presence
        if not after or group.tense not in ("future", "infinitive", "conditional"):
            return None
    elif not ("a" in leads[:1] or leads[:2] == ["de", "a"]):
        return None
    if name not in _WORDS.intransitive:
        found = next((o for o in objects(token) if is_strength(reading, o.i, about_troops=True)), None)
        if found is None:
            return None
        frame.troops = found
    frame.group, frame.agent = verb_group(token), subject(token)
    return frame


def pledges(search: Search, frame: Frame, name: str) -> Frame | None:
    """*Londres a promis 500 soldats supplémentaires*."""
    frame.group, frame.agent = verb_group(frame.token), subject(frame.token)
    count = search.count_after(frame.token.i, 7)
    if count is None or frame.group.passive:
        return None
    frame.troops = search.reading.tokens[count.last]
    return frame


def ends(search: Search, frame: Frame, name: str) -> Frame | None:
    """*mettre fin à la présence militaire*, *à sa mission*."""
    reading = search.reading
    frame.group, frame.agent = verb_group(frame.token), subject(frame.token)
    _, end = reading.sentence(frame.token.i)
    for j in range(frame.last + 1, min(end, frame.last + 6)):
        if is_strength(reading, j, about_troops=search.about_troops):
            frame.troops = reading.tokens[j]
            return frame
    return None


def dies(search: Search, frame: Frame, name: str) -> Frame | None:
    """*six militaires ont perdu la vie*."""
    if is_bare_participle(search, frame.token):
        return modifier(search, frame)
    frame.group = verb_group(frame.token)
    victim = subject(frame.token) or left_troops(search, frame.token)
    if victim is None or not search.is_patient(victim):
        victim = _among(search, frame.token)
    frame.troops = victim
    return frame if victim is not None else None


def _among(search: Search, verb: Token) -> Token | None:
    """*vingt personnes sont mortes, dont trois soldats*: the soldiers among the dead."""
    reading = search.reading
    _, end = reading.sentence(verb.i)
    for j in range(verb.i + 1, min(end, verb.i + 8)):
        if reading.words[j] == "dont":
            return next((reading.tokens[k] for k in range(j + 1, min(end, j + 5)) if k in reading.count_at), None)
    return None


def meets(search: Search, frame: Frame, name: str) -> Frame | None:
    """Meetings are licensed by their parties: see `meetings`."""
    token = frame.token
    frame.group = verb_group(token)
    # *les ministres réunis à Bruxelles*
    frame.agent = modified_noun(token) if is_bare_participle(search, token) else subject(token)
    return frame


VERB_LICENCES: dict[str, Licence] = {
    "moves": moves,
    "kills": moves,
    "stands": stands,
    "changes": changes,
    "levels": levels,
    "goes": goes,
    "leaves": leaves,
    "reaches": reaches,
    "hosts": hosts,
    "pursues": pursues,
    "counts": counts,
    "made": made,
    "pledges": pledges,
    "ends": ends,
    "joins": joins,
    "dies": dies,
    "meets": meets,
    "travels": meets,
    "held": meets,
}
