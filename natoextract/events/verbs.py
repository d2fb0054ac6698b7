"""Which verbs are events: *ils envoient des soldats* is a deployment, *ils envoient un message* is none.

One function a frame of `event_triggers.toml`; each returns the filled frame, or None where its arguments are no troops.
"""

import re
from collections.abc import Callable

from spacy.tokens import Token

from natoextract.events.frames import Frame, Search, lead_of
from natoextract.events.military import is_strength, is_troops, noun_lemma
from natoextract.events.reading import Mention
from natoextract.events.syntax import agent, is_participle, modified_noun, objects, subject
from natoextract.grammar import auxiliaries_of, is_reflexive, lemma, verb_group
from natoextract.text import fold

Licence = Callable[[Search, Frame, str], Frame | None]

#: Verbs of *levels* whose subject, not object, changes: *l'effectif passe de 13.000 à 16.000*.
_INTRANSITIVE = frozenset({"passer", "descendre", "tomber", "atteindre", "monter"})
_GROWING = frozenset(["augmenter", "diminuer", "baisser", "croitre", "doubler", "tripler"])
_DUTIES = frozenset(["patrouiller", "operer", "servir", "se trouver", "trouver", "epauler"])
_LASTING = frozenset(["encore", "toujours", "actuellement"])
_GROUND = frozenset(["pays", "base", "territoire", "sol", "ville", "region", "camp", "mission", "caserne", "capitale"])
_FORCES = frozenset(["force", "mission", "operation", "coalition"])
_STATES = frozenset(["allie", "pays", "partenaire", "coalition"])


def is_bare_participle(search: Search, token: Token) -> bool:
    """A participle with no auxiliary: *des soldats envoyés en renfort*."""
    if not (is_participle(token) or token.lower_ in search.words.participles):
        return False
    return not auxiliaries_of(token) and not any(c.dep_ == "cop" or c.dep_.startswith("aux") for c in token.lefts)


def moves(search: Search, frame: Frame, name: str) -> Frame | None:
    """*envoyer des soldats*, *des soldats seront envoyés*, *les 450 hommes … qu'ils les y laisseront*."""
    token = frame.token
    if is_bare_participle(search, token):
        return None if search.has_state(name) and not _is_dated(search, frame) else _modifier(search, frame)
    frame.group = verb_group(token)
    if frame.group.passive or _is_predicate_adjective(token):
        patient = subject(token)
        if frame.type == "casualties" and (patient is None or not search.is_patient(patient)):
            # *cinq Canadiens, quatre soldats et une journaliste, ont été tués*
            patient = left_troops(search, token) or _among(search, token)
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
    if frame.type == "deployment" and frame.group.tense == "present" and _is_standing(search, token):
        # *la France mobilise encore 1.300 soldats*
        frame.type = "presence"
    last = search.reading.doc[frame.last]
    # *faire rentrer des soldats*: the object is the infinitive's
    for found in (*objects(token), *(objects(last) if last.pos_ == "VERB" and last.i != token.i else ())):
        if search.troops_at(found.i):
            frame.troops = found
            return frame
    count = search.count_after(frame.last, 7)
    if count is not None and lead_of(search.reading, count.first) != "a":
        frame.troops = search.reading.doc[count.last]
        return frame
    clitic = any(c.lower_ == "les" for c in token.lefts)
    return frame if clitic and search.about_troops and search.recent_troops(token.i) else None


def _is_predicate_adjective(token: Token) -> bool:
    """*deux militaires sont blessés*: a participle that the model calls an adjective."""
    auxiliary = any(c.dep_ in ("cop", "aux:pass") and lemma(c) == "être" for c in token.lefts)
    return auxiliary and not is_participle(token)


def _is_standing(search: Search, verb: Token) -> bool:
    """Whether an adverb says that it lasts: *encore*, *toujours*, *actuellement*."""
    return any(word in _LASTING for word in search.reading.words[verb.i + 1 : verb.i + 3])


def _is_dated(search: Search, frame: Frame) -> bool:
    """*une force déployée au Kosovo à l'été 1999*: the day tells the sending, not the state."""
    reading = search.reading
    _, end = reading.sentence(frame.token.i)
    words = range(frame.token.i + 1, min(end, frame.token.i + 12))
    dated = any(j in reading.date_at and reading.words[j - 1] not in ("depuis", "jusqu'") for j in words)
    return frame.type == "deployment" and dated and not any(reading.doc[j].pos_ == "VERB" for j in words)


def _modifier(search: Search, frame: Frame) -> Frame | None:
    """*les troupes russes envoyées en manœuvre*: a participle beside troops."""
    noun = modified_noun(frame.token)
    force = noun is not None and search.about_troops and fold(noun.lemma_) in ("mission", "force")
    if noun is None or not (force or search.troops_at(noun.i)):
        return None
    frame.troops, frame.agent, frame.participle = noun, agent(frame.token), True
    return frame


def _tells_state(search: Search, frame: Frame, name: str) -> bool:
    """*sont déployés* tells a state: the `stands` sense of the verb reads it."""
    group = frame.group
    assert group is not None
    present = frame.type != "presence" and group.tense in ("present", "imperfect") and group.finite is not group.head
    return present and search.has_state(name) and [lemma(a) for a in auxiliaries_of(frame.token)] == ["être"]


def stands(search: Search, frame: Frame, name: str) -> Frame | None:
    """*62 soldats sont engagés*; a bare participle only beside a figure: *les 9.592 militaires engagés*."""
    token, reading = frame.token, search.reading
    predicate = any(lemma(c) in ("être", "rester", "demeurer") for c in token.lefts)
    if is_bare_participle(search, token) or (name == "present" and not predicate):
        noun = modified_noun(token)
        if noun is None or not any(j in reading.count_at for j in (noun.i, *range(noun.i, token.i))):
            return None
        frame.troops, frame.agent, frame.participle = noun, agent(token), True
        return frame
    frame.group = verb_group(token)
    patient = subject(token)
    if patient is None or not search.is_patient(patient):
        return None
    frame.troops, frame.agent = patient, agent(token)
    return frame


def changes(search: Search, frame: Frame, name: str) -> Frame | None:
    """*renforcer ses troupes*, *réduire sa présence*, *augmenter leur nombre*."""
    token = frame.token
    if is_bare_participle(search, token):
        return None
    frame.group = verb_group(token)
    passive = frame.group.passive or _is_predicate_adjective(token)
    patients: list[Token | None] = [subject(token)] if passive else [*objects(token)]
    if not passive and name in _GROWING:
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
    if name not in _INTRANSITIVE:
        found = next((o for o in objects(token) if is_strength(reading, o.i, about_troops=True)), None)
        if found is None:
            return None
        frame.troops = found
    frame.group, frame.agent = verb_group(token), subject(token)
    return frame


def left_troops(search: Search, verb: Token) -> Token | None:
    """Troops right before a verb whose subject the tree has lost: *400 soldats des Forces canadiennes sont partis*."""
    reading = search.reading
    first, _ = reading.sentence(verb.i)
    for j in range(verb.i - 1, max(first, verb.i - 10) - 1, -1):
        token = reading.doc[j]
        if j in reading.count_at:
            return token
        if (token.pos_ in ("VERB", "PRON", "PUNCT", "SCONJ") and reading.words[j] not in (",", "dont")) or (
            token.pos_ == "ADP" and reading.words[j] not in ("de", "d'", "des", "du")
        ):
            return None
    return None


def pledges(search: Search, frame: Frame, name: str) -> Frame | None:
    """*Londres a promis 500 soldats supplémentaires*."""
    frame.group, frame.agent = verb_group(frame.token), subject(frame.token)
    count = search.count_after(frame.token.i, 7)
    if count is None or frame.group.passive:
        return None
    frame.troops = search.reading.doc[count.last]
    return frame


def ends(search: Search, frame: Frame, name: str) -> Frame | None:
    """*mettre fin à la présence militaire*, *à sa mission*."""
    reading = search.reading
    frame.group, frame.agent = verb_group(frame.token), subject(frame.token)
    _, end = reading.sentence(frame.token.i)
    for j in range(frame.last + 1, min(end, frame.last + 6)):
        if is_strength(reading, j, about_troops=search.about_troops):
            frame.troops = reading.doc[j]
            return frame
    return None


def goes(search: Search, frame: Frame, name: str) -> Frame | None:
    """*les troupes arrivent*, *nous partirons*, *l'Allemagne se retire*: states go where troops are spoken of."""
    reading, token, doc = search.reading, frame.token, search.reading.doc
    if name == "partir" and token.i and doc[token.i - 1].lower_ == "à":
        # *à partir de l'Albanie*
        return None
    if name in ("aller", "venir") and any(t.pos_ == "VERB" for t in doc[token.i + 1 : token.i + 3]):
        return None
    if is_bare_participle(search, token):
        return None if search.has_state(name) else _modifier(search, frame)
    frame.group = verb_group(token)
    doer = subject(token) or left_troops(search, token)
    if doer is None or not search.troops_at(doer.i):
        # *s'y ajoutent 3.000 hommes*: an inverted subject
        inverted = search.count_after(token.i, 3, ("VERB", "ADP"))
        if inverted is not None:
            frame.troops = doc[inverted.last]
            return frame
        frame.agent = doer
        if name == "rester" and doer is not None and doer.lower_ == "il":
            # *il ne restera plus que les Français*
            frame.agent = next(
                (doc[j] for j in range(token.i + 1, min(len(doc), token.i + 6)) if reading.actor_at.get(j)), None
            )
            return frame if frame.agent is not None and search.about_troops else None
        return frame if _state_goes(search, frame, doer) else None
    if name in _DUTIES and not any(j in reading.count_at for j in (doer.i, doer.i - 1)):
        # *des soldats patrouillent*: what they do, unless a figure says how many are there
        return None
    frame.troops = doer
    return frame


def _state_goes(search: Search, frame: Frame, doer: Token | None) -> bool:
    """Whether a state, *nous* or *ils* may be said to go, to stay or to leave."""
    reading = search.reading
    if not search.about_troops or (frame.type == "deployment" and not _to_a_country(search, frame)):
        return False
    if doer is None:
        noun = frame.token.head
        infinitive = frame.group is not None and frame.group.tense == "infinitive"
        return infinitive and noun.pos_ == "NOUN" and noun.i < frame.token.i and _has_actor(search, noun)
    if reading.actor_at.get(doer.i) or fold(doer.text) == "nous":
        return True
    if doer.lower_ in ("ils", "elles") or (doer.lower_ == "elle" and is_reflexive(frame.token)):
        return frame.frame == "leaves" or search.recent_troops(frame.token.i)
    return fold(doer.lemma_) in _STATES


def _has_actor(search: Search, token: Token) -> bool:
    """*la volonté américaine de se désengager*: the governing noun has a state beside it."""
    return any(search.reading.actor_at.get(c.i) for c in token.children)


def _to_a_country(search: Search, frame: Frame) -> bool:
    reading = search.reading
    _, end = reading.sentence(frame.token.i)
    return any(
        j in reading.locative_at or reading.words[j] in ("ensemble", "pays")
        for j in range(frame.token.i + 1, min(end, frame.token.i + 8))
    )


def leaves(search: Search, frame: Frame, name: str) -> Frame | None:
    """*les Américains quittent l'Irak*, *l'armée a fui*."""
    token, reading = frame.token, search.reading
    doer = subject(token)
    if doer is None or is_bare_participle(search, token):
        return None
    frame.group = verb_group(token)
    ground = any(
        goal.i in reading.locative_at
        or goal.i in reading.place_at
        or fold(goal.lemma_) in _GROUND
        or (goal.pos_ == "PROPN" and search.about_troops)
        for goal in objects(token)
    )
    troops = search.troops_at(doer.i)
    if frame.group.passive or not (ground or (troops and name == "fuir")):
        return None
    if troops:
        frame.troops = doer
        return frame
    frame.agent = doer
    return frame if _state_goes(search, frame, doer) else None


def counts(search: Search, frame: Frame, name: str) -> Frame | None:
    """*la mission compte 12.000 hommes*, *l'Otan a 500 personnels en Irak*, *la France a perdu deux soldats*."""
    token, doc = frame.token, search.reading.doc
    if frame.token.i != frame.last:
        # *que l'Italie fasse de même*: the echo of an event
        frame.group, frame.agent = verb_group(token), subject(token)
        return frame if search.about_troops and frame.agent is not None else None
    if token.dep_.startswith("aux") or is_bare_participle(search, token):
        return None
    count = search.count_after(token.i, 8)
    group = verb_group(token)
    if count is None or group.passive or (frame.type == "presence" and _tells_fallen(search, count)):
        return None
    frame.group, frame.agent, frame.troops = group, subject(token), doc[count.last]
    if name == "avoir":
        # *a* names nothing: the unit does
        frame.token, frame.last = doc[count.last], count.last
    return frame


def _tells_fallen(search: Search, count: Mention) -> bool:
    """*il y a eu trois tués parmi les soldats*: the number of the fallen is no strength."""
    names = (noun_lemma(search.reading, j) for j in range(count.first, count.last + 1))
    return any(sense.frame == "fallen" for name in names for sense in search.words.nouns.get(name, ()))


def made(search: Search, frame: Frame, name: str) -> Frame | None:
    """*une force composée de 2.000 soldats*, *un contingent fort de 500 hommes*."""
    token, doc = frame.token, search.reading.doc
    count = search.count_after(token.i, 7)
    if count is None or lead_of(search.reading, count.first) != "de":
        return None
    if name != "fort" and not (is_participle(token) or token.lower_ in search.words.participles):
        return None
    frame.troops, frame.participle = doc[count.last], True
    return frame


def joins(search: Search, frame: Frame, name: str) -> Frame | None:
    """*contribue à RSM avec 70 militaires*, *participent à la Minusma*."""
    token, reading = frame.token, search.reading
    _, end = reading.sentence(token.i)
    if token.lower_.endswith("ant"):
        # *les soldats participant à l'exercice*
        return None
    window = range(token.i + 1, min(end, token.i + 9))
    force = search.about_troops and any(reading.words[j] in _FORCES or is_troops(reading, j) for j in window)
    if not force and not any(j in reading.mission_at or j in reading.count_at for j in window):
        return None
    if any(reading.doc[j].pos_ == "VERB" for j in window if j < token.i + 3):
        return None
    frame.group, frame.agent = verb_group(token), subject(token)
    return frame


def dies(search: Search, frame: Frame, name: str) -> Frame | None:
    """*six militaires ont perdu la vie*."""
    if is_bare_participle(search, frame.token):
        return _modifier(search, frame)
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
            return next((reading.doc[k] for k in range(j + 1, min(end, j + 5)) if k in reading.count_at), None)
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
