"""Which verbs are events: *ils envoient des soldats* is a deployment, *ils envoient un message* is none.

One function a frame of `event_triggers.toml`; each returns the filled frame, or None where its arguments are no troops.
"""

import re

from spacy.tokens import Token

from natoextract.events.casualties import dies, kills
from natoextract.events.changing import changes, levels, shares_force
from natoextract.events.clauses import (
    Licence,
    doer_of,
    is_bare_participle,
    is_predicate_adjective,
    left_troops,
    modifier,
)
from natoextract.events.directions import directed
from natoextract.events.ending import ends, expires, extends, suspends
from natoextract.events.frames import Frame, Search, lead_of
from natoextract.events.going import goes, leaves, reaches
from natoextract.events.hits import blown, hits
from natoextract.events.lists import gapped
from natoextract.events.losing import loses
from natoextract.events.military import beside, noun_lemma, verb_lemma
from natoextract.events.relieving import relieves, yields
from natoextract.events.rightward import right_troops
from natoextract.events.scattered import count_before_relative, far_count
from natoextract.events.standing import counts, joins, located, made, stands
from natoextract.events.syntax import agent, modified_noun, objects, subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import auxiliaries_of, features, lemma, verb_group
from natoextract.text import fold

_WORDS = vocabulary()
#: Words before a day that make what lasts of what happens: *déployés depuis mai*, *retirer les déployés d'ici mai*.
_SINCE = frozenset(["depuis", "jusqu'", "jusque", "ici"])
#: *évacuer des soldats blessés* carries the wounded.
_HURT = re.compile(r"\w+ (?:\w+ )?(?:blesse|malade)")

#: Forms of the present; the model takes *fournit* for the past.
_PROVIDES = frozenset(["fournit", "fournissent"])


def moves(search: Search, frame: Frame, name: str) -> Frame | None:
    """*envoyer des soldats*, *des soldats seront envoyés*, *les 450 hommes … qu'ils les y laisseront*."""
    token = frame.token
    caused = frame.last != token.i and token.head.i == frame.last
    if is_bare_participle(search, token) and not caused:
        if name in ("aeroporter", "heliporter"):
            # *la 82e division aéroportée*
            return None
        told = _is_dated(search, frame) or _is_headline(search, token)
        return None if search.has_state(name) and not told else modifier(search, frame)
    # *a fait venir des soldats*: the tree may hang all on the infinitive
    frame.group = verb_group(token.head if caused else token)
    if frame.group.passive or is_predicate_adjective(token):
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
    if token.lower_.endswith("ant") and token.dep_ == "acl" and "en" not in search.reading.words[token.i - 2 : token.i]:
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
    if (taken := count_before_relative(search, token.i)) is not None:
        frame.troops = search.reading.tokens[taken.last]
        return frame
    clitic = any(c.lower_ == "les" for c in token.lefts)
    return frame if clitic and search.about_troops and search.recent_troops(token.i) else None


def _adds(search: Search, frame: Frame) -> bool:
    """*fournit 500 soldats supplémentaires*, *de plus*, *en renfort*: they come."""
    _, end = search.reading.sentence(frame.token.i)
    near = search.reading.words[frame.last + 1 : min(end, frame.last + 10)]
    return any(word.startswith(("supplementaire", "renfort", "nouve")) for word in near) or "de plus" in " ".join(near)


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
        if reading.pos[j] not in ("DET", "ADJ", "NOUN", "NUM", "PROPN"):
            return False
    return False


def _is_sent(search: Search, patient: Token) -> bool:
    """*des soldats sont envoyés*, *des renforts sont acheminés*."""
    return search.is_patient(patient) or (search.about_troops and reinforces(search, patient))


def reinforces(search: Search, noun: Token) -> bool:
    """*envoyer des renforts*, *déployer une compagnie*: in an article about troops they are troops."""
    words = search.reading.words
    if words[noun.i] == "force" and noun.i and words[noun.i - 1] in ("une", "cette"):
        # *enverra une force limitée*; *mobilise des forces* may be of anybody
        return True
    return words[noun.i] == "renforts" or search.reading.nouns[noun.i] in _WORDS.units


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
    doer = doer_of(search, token)
    if frame.group.passive or doer is None or not search.troops_at(doer.i) or is_bare_participle(search, token):
        return None
    _, end = reading.sentence(token.i)
    near = range(token.i + 1, min(end, token.i + 6))
    if any(reading.words[j] in ("leur", "son") and noun_lemma(reading, j + 1) == "deploiement" for j in near[:-1]):
        # *poursuivent leur déploiement*: the noun tells the event
        return None
    if not any(noun_lemma(reading, j) in _WORDS.duties or verb_lemma(reading.tokens[j]) in _WORDS.duties for j in near):
        return None
    frame.troops = doer
    return frame


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


def pledges(search: Search, frame: Frame, name: str) -> Frame | None:
    """*Londres a promis 500 soldats supplémentaires*, *2.000 militaires ont déjà été promis*."""
    token = frame.token
    frame.group, frame.agent = verb_group(token), subject(token)
    if frame.group.passive:
        pledged = (
            frame.agent if frame.agent is not None and search.troops_at(frame.agent.i) else left_troops(search, token)
        )
        frame.troops, frame.agent = pledged, agent(token)
        return frame if pledged is not None and pledged.i in search.reading.count_at else None
    _, end = search.reading.sentence(token.i)
    count = search.count_after(token.i, 10) or next(iter(gapped(search.reading, frame, [], end)), None)
    if count is None:
        return None
    frame.troops = search.reading.tokens[count.last]
    return frame


def meets(search: Search, frame: Frame, name: str) -> Frame | None:
    """Meetings are licensed by their parties: see `meetings`."""
    token = frame.token
    frame.group = verb_group(token)
    if name == "etre" and not any(
        j in search.reading.locative_at or j in search.reading.place_at for j in range(token.i + 2, token.i + 7)
    ):
        # *est à nouveau à Bujumbura*; *doivent l'être* echoes another event
        return None
    if name == "aller" and any(t.pos_ == "VERB" for t in search.reading.tokens[token.i + 1 : token.i + 3]):
        # *va envoyer des soldats*
        return None
    # *les ministres réunis à Bruxelles*
    frame.agent = modified_noun(token) if is_bare_participle(search, token) else subject(token)
    return frame


VERB_LICENCES: dict[str, Licence] = {
    "moves": moves,
    "kills": kills,
    "hits": hits,
    "blown": blown,
    "loses": loses,
    "stands": stands,
    "located": located,
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
    "expires": expires,
    "suspends": suspends,
    "extends": extends,
    "relieves": relieves,
    "yields": yields,
    "joins": joins,
    "dies": dies,
    "meets": meets,
    "travels": meets,
    "held": meets,
}
