"""Verbs whose object is troops: *envoyer des soldats*, *les soldats seront rapatriés*."""

import re

from spacy.tokens import Token

from natoextract.events.anaphors import takes_up_troops
from natoextract.events.armament import goes_there, is_armament
from natoextract.events.changing import shares_force
from natoextract.events.clauses import (
    doer_of,
    is_bare_participle,
    is_predicate_adjective,
    left_troops,
    modifier,
)
from natoextract.events.directions import directed
from natoextract.events.frames import Frame, Search, lead_of
from natoextract.events.governors import is_infinitive
from natoextract.events.military import verb_lemma
from natoextract.events.rightward import right_troops
from natoextract.events.scattered import count_before_relative, far_count, made_of_object
from natoextract.events.syntax import agent, objects, subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import auxiliaries_of, features, lemma, verb_group
from natoextract.text import fold

_WORDS = vocabulary()
#: Forms of the present; the model takes *fournit* for the past.
_PROVIDES = frozenset(["fournit", "fournissent"])
#: Words before a day that make what lasts of what happens: *déployés depuis mai*, *retirer les déployés d'ici mai*.
_SINCE = frozenset(["depuis", "jusqu'", "jusque", "ici"])


_ALERT = vocabulary().alert


#: *évacuer des soldats blessés* carries the wounded.
_HURT = re.compile(r"\w+ (?:\w+ )?(?:blesse|malade)")


_CARRYING = vocabulary().carrying


_CARE = vocabulary().care


def moves(search: Search, frame: Frame, name: str) -> Frame | None:
    """*envoyer des soldats*, *des soldats seront envoyés*, *les 450 hommes … qu'ils les y laisseront*."""
    token = frame.token
    if name == "placer" and "sous" in search.reading.words[token.i + 1 : token.i + 3]:
        # *placée sous le commandement de l'Otan*
        return None
    if name in _CARRYING and _CARE & set(search.reading.words[token.i + 1 : token.i + 7]):
        return None
    hung = frame.last != token.i and token.head.i == frame.last
    caused = hung or (frame.last != token.i and is_infinitive(search.reading.tokens[frame.last]))
    if is_bare_participle(search, token) and not caused:
        if name in ("aeroporter", "heliporter"):
            # *la 82e division aéroportée*
            return None
        if name == "fournir":
            # *3.500 hommes fournis par 28 pays*
            return None
        told = _is_dated(search, frame) or _is_headline(search, token)
        return None if search.has_state(name) and not told else modifier(search, frame)
    # *a fait venir des soldats*: the tree may hang all on the infinitive
    frame.group = verb_group(token.head if hung else token)
    if frame.group.passive or is_predicate_adjective(token):
        if _is_inverted(search, frame):
            return None
        patient = doer_of(search, token)
        if patient is None or not _is_sent(search, patient):
            patient = left_troops(search, token)
        if patient is None or not _is_sent(search, patient) or _tells_state(search, frame, name):
            return None
        frame.troops, frame.agent = patient, agent(token)
        return frame
    frame.agent = subject(token)
    if search.reading.words[token.i + 1 : token.i + 2] in (["prisonniers"], ["prisonnier"]):
        return None
    # *250 vols transportant 1.960 soldats*
    carried = search.reading.nouns[token.head.i] in _WORDS.carriers and search.count_after(token.i, 6) is not None
    carrier = token.head.head
    if carried and carrier.pos_ == "VERB" and verb_lemma(carrier) in search.words.verbs:
        # *Un avion transportant 60 soldats a atterri*: the verb of the aircraft tells it
        return None
    if (
        token.lower_.endswith("ant")
        and token.dep_ == "acl"
        and not carried
        and "en" not in search.reading.words[token.i - 2 : token.i]
    ):
        # *les pays fournissant des troupes*; *en y envoyant des soldats* tells the sending
        return None
    operation = frame.agent is not None and (
        fold(frame.agent.text) in _WORDS.operations or frame.agent.i in search.reading.mission_at
    )
    standing = _is_standing(search, token) or (name in ("mobiliser", "engager") and operation)
    standing = standing and frame.group.tense == "present"
    # *l'Allemagne, qui fournit l'essentiel des soldats*: a share that lasts
    standing = standing or (token.lower_ in _PROVIDES and not _adds(search, frame))
    if frame.type == "deployment" and (standing or (not frame.group.perfect and _is_share(search, frame, name))):
        # *la France mobilise encore 1.300 soldats*
        frame.type = "presence"
    last = search.reading.tokens[frame.last]
    # *faire rentrer des soldats*: the object is the infinitive's
    if frame.agent is not None and search.reading.nouns[frame.agent.i] in _WORDS.civil_owners:
        # *le parti mobilise ses troupes*
        return None
    if name == "laisser" and _lets_do(search, token):
        return None
    if name == "placer" and _ALERT & set(search.reading.words[token.i + 1 : token.i + 9]):
        # *placer ses troupes en alerte*
        return None
    beside = search.reading.count_at.get(frame.last + 1)
    if beside is not None and any(found.i > beside.last for found in objects(token)):
        # *la Tanzanie a envoyé 750 et le Malawi a envoyé 1.000 soldats*: the tree may give the second
        frame.troops = search.reading.tokens[beside.last]
        return frame
    for found in (*objects(token), *(objects(last) if last.pos_ == "VERB" and last.i != token.i else ())):
        if search.troops_at(found.i) or (search.about_troops and reinforces(search, found)):
            if name == "rappeler" and search.reading.nouns[found.i] == "reserviste":
                # *rappeler 10.000 réservistes* calls them up
                frame.type = "deployment"
            if name == "evacuer" and _HURT.match(search.reading.folded, found.idx):
                return None
            frame.troops = found
            return directed(search, frame, found) if name == "renvoyer" else frame
        if name == "fournir" and search.about_troops and shares_force(search, found.i):
            # *fournit la plus grosse contribution à la force*
            frame.type, frame.troops = "presence", found
            return frame
        for other in found.conjuncts:
            # *envoyer des chars et 500 soldats*
            if other.i > found.i and other.i - found.i < 10 and search.troops_at(other.i):
                frame.troops = other
                return frame
    count = search.count_after(frame.last, 7)
    if name in ("retirer", "redeployer", "rapatrier") and (found := next(iter(objects(token)), None)) is not None:
        doers = search.reading.actor_at.get(frame.agent.i, ()) if frame.agent is not None else ()
        states = any(a.form in ("name", "capital", "demonym") for a in doers)
        if search.reading.words[found.i] == "forces" and states and search.about_troops:
            # *Israël retire certaines forces*
            frame.troops = found
            return frame
    most = count is not None and "jusqu'" in search.reading.words[frame.last + 1 : count.first]
    if count is not None and (most or lead_of(search.reading, count.first) != "a"):
        # *a déployé jusqu'à 3.000 soldats*
        frame.troops = search.reading.tokens[count.last]
        return frame
    if (found := right_troops(search, frame.last)) is not None:
        frame.troops = found
        return frame
    if (
        own := next((t for t in search.reading.tokens[token.i + 2 : token.i + 4] if search.is_own(t.i)), None)
    ) is not None:
        frame.troops = own
        return frame
    if (far := far_count(search, frame)) is not None:
        frame.troops = search.reading.tokens[far.last]
        return frame
    for found in objects(token):
        if search.about_troops and is_armament(search.reading, found.i) and goes_there(search.reading, found.i, name):
            # *dépêche une frégate en mer Noire*
            frame.troops = found
            return frame
    if (made := made_of_object(search, tuple(objects(token)))) is not None:
        frame.troops = made
        return frame
    if (taken := count_before_relative(search, token.i)) is not None:
        frame.troops = search.reading.tokens[taken.last]
        return frame
    clitic = any(c.lower_ == "les" for c in token.lefts)
    return frame if clitic and search.about_troops and search.recent_troops(token.i) else None


def _is_share(search: Search, frame: Frame, name: str) -> bool:
    """*les Britanniques fournissent le plus gros contingent*: a contingent among others is there."""
    words = search.reading.words
    near = range(frame.last + 1, min(frame.last + 8, len(words)))
    at = next((j for j in near if words[j] in ("contingent", "contingents")), None)
    return name == "fournir" and at is not None and bool(_WORDS.ranks & set(words[frame.last + 1 : at]))


def _lets_do(search: Search, verb: Token) -> bool:
    """*laissera la nouvelle équipe décider du retrait*: an object with an infinitive of its own."""
    reading = search.reading
    _, end = reading.sentence(verb.i)
    for j in range(verb.i + 1, min(end, verb.i + 8)):
        if reading.pos[j] == "VERB":
            return "Inf" in features(reading.tokens[j], "VerbForm")
        if reading.pos[j] not in ("DET", "ADJ", "NOUN", "NUM", "PROPN", "ADV"):
            return False
    return False


def _is_inverted(search: Search, frame: Frame) -> bool:
    """*une région où sont concentrés plusieurs groupes jihadistes*: the subject behind the verb is no troops."""
    reading, i = search.reading, frame.token.i
    if i < 2 or reading.words[i - 2] != "ou" or reading.pos[i - 1] != "AUX":
        return False
    _, end = reading.sentence(i)
    named = next((j for j in range(i + 1, min(end, i + 6)) if reading.pos[j] in ("NOUN", "PROPN")), None)
    return named is not None and not search.troops_at(named)


def _is_sent(search: Search, patient: Token) -> bool:
    """*des soldats sont envoyés*, *des renforts sont acheminés*."""
    armed = is_armament(search.reading, patient.i)
    known = armed or reinforces(search, patient) or takes_up_troops(search, patient)
    return search.is_patient(patient) or (search.about_troops and known)


def reinforces(search: Search, noun: Token) -> bool:
    """*envoyer des renforts*, *déployer une compagnie*: in an article about troops they are troops."""
    words = search.reading.words
    if words[noun.i] == "force" and noun.i and words[noun.i - 1] in ("une", "cette"):
        # *enverra une force limitée*; *mobilise des forces* may be of anybody
        return True
    return words[noun.i] == "renforts" or search.reading.nouns[noun.i] in _WORDS.units


def _is_standing(search: Search, verb: Token) -> bool:
    """Whether an adverb says that it lasts: *encore*, *toujours*, *actuellement*."""
    return any(word in _WORDS.lasting for word in search.reading.words[verb.i + 1 : verb.i + 3])


def _is_dated(search: Search, frame: Frame) -> bool:
    """*une force déployée au Kosovo à l'été 1999*: the day tells the sending, not the state."""
    reading = search.reading
    _, end = reading.sentence(frame.token.i)
    words = range(frame.token.i + 1, min(end, frame.token.i + 12))
    # *les soldats déployés au Mali seront maintenant …*: the day of another verb, or no day at all
    stop = next((j for j in words if reading.pos[j] == "AUX" and reading.words[j] != "est"), words.stop)
    # *réduire le nombre des soldats déployés de 2.700 à 1.600 en juin*: the day of the levels
    stop = next((j for j in range(words.start, stop) if j in reading.count_at and lead_of(reading, j) == "a"), stop)
    told = (reading.date_at[j] for j in range(words.start, stop) if j in reading.date_at)
    days = {m.first for m in told if not m.record["value"].endswith("_REF")}
    dated = any(not _SINCE & set(reading.words[day - 2 : day]) for day in days)
    return frame.type == "deployment" and dated and not any(reading.tokens[j].pos_ == "VERB" for j in words)


def _is_headline(search: Search, participle: Token) -> bool:
    """*Des soldats danois déployés au Mali*: a line with no other verb, and no stop."""
    reading = search.reading
    first, end = reading.sentence(participle.i)
    if end - first > 16 or any(reading.pos[j] in ("VERB", "AUX") for j in range(first, end) if j != participle.i):
        return False
    last = reading.tokens[end - 1]
    return not participle.is_sent_start and (last.is_space or last.text not in (".", "!", "?", "…", ";"))


def _tells_state(search: Search, frame: Frame, name: str) -> bool:
    """*sont déployés* tells a state: the `stands` sense of the verb reads it."""
    group = frame.group
    assert group is not None
    present = frame.type != "presence" and group.tense in ("present", "imperfect") and group.finite is not group.head
    return present and search.has_state(name) and [lemma(a) for a in auxiliaries_of(frame.token)] == ["être"]


def _adds(search: Search, frame: Frame) -> bool:
    """*fournit 500 soldats supplémentaires*, *de plus*, *en renfort*: they come."""
    _, end = search.reading.sentence(frame.token.i)
    near = search.reading.words[frame.last + 1 : min(end, frame.last + 10)]
    return any(word.startswith(("supplementaire", "renfort", "nouve")) for word in near) or "de plus" in " ".join(near)
