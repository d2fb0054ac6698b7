"""Which verbs are events: *ils envoient des soldats* is a deployment, *ils envoient un message* is none.

One function a frame of `event_triggers.toml`; each returns the filled frame, or None where its arguments are no troops.
"""

from natoextract.events.asking import asks
from natoextract.events.casualties import dies, kills
from natoextract.events.changing import FALLEN, changes, levels
from natoextract.events.clauses import (
    Licence,
    doer_of,
    is_bare_participle,
    left_troops,
)
from natoextract.events.ending import ends, expires, extends, suspends
from natoextract.events.frames import Frame, Search
from natoextract.events.going import goes, leaves
from natoextract.events.hits import blown, hits
from natoextract.events.lists import gapped
from natoextract.events.losing import loses
from natoextract.events.military import beside, noun_lemma, verb_lemma
from natoextract.events.reaching import reaches
from natoextract.events.relieving import relieves, yields
from natoextract.events.sending import moves
from natoextract.events.standing import counts, joins, located, made, stands
from natoextract.events.syntax import agent, modified_noun, objects, subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import verb_group

_WORDS = vocabulary()


def hosts(search: Search, frame: Frame, name: str) -> Frame | None:
    """*la Pologne a accueilli les premiers soldats américains*; *elle accueille 500 soldats* tells a state."""
    token, reading = frame.token, search.reading
    frame.group = verb_group(token)
    host = subject(token)
    if frame.group.passive or host is None:
        return None
    # *la force Takuba se prépare à accueillir des contingents danois*
    mission = any(j in reading.mission_at for j in (host.i, *beside(reading, host.i, 2)))
    if not mission and not any(a.form == "name" for a in reading.actor_at.get(host.i, ())):
        return None
    # *recevra des renforts*: the noun tells them
    guests = (o for o in objects(token) if search.troops_at(o.i) and reading.nouns[o.i] != "renfort")
    guest = next(guests, None)
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


def pledges(search: Search, frame: Frame, name: str) -> Frame | None:
    """*Londres a promis 500 soldats supplémentaires*, *2.000 militaires ont déjà été promis*."""
    token = frame.token
    if FALLEN.search(search.reading.folded, frame.end, frame.end + 40):
        # *avancent le chiffre de 16 soldats morts*
        return None
    frame.group, frame.agent = verb_group(token), subject(token)
    if frame.group.passive:
        pledged = (
            frame.agent if frame.agent is not None and search.troops_at(frame.agent.i) else left_troops(search, token)
        )
        frame.troops, frame.agent = pledged, agent(token)
        return frame if pledged is not None and pledged.i in search.reading.count_at else None
    _, end = search.reading.sentence(token.i)
    count = search.count_after(token.i, 10) or next(iter(gapped(search.reading, frame, [], end)), None)
    near = search.reading.pos[token.i + 1 : count.first] if count is not None else []
    if name not in ("promettre", "offrir", "avancer") and "NOUN" in near:
        # *propose le déploiement de 4.000 soldats*
        return None
    if count is None:
        promised = next((o for o in objects(token) if o.dep_ == "obj" and search.troops_at(o.i)), None)
        frame.troops = promised
        return frame if promised is not None and search.about_troops and promised.i > token.i else None
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
    if name == "aller" and any(t.pos_ == "VERB" for t in search.reading.tokens[token.i + 1 : token.i + 4]):
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
    "asks": asks,
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
