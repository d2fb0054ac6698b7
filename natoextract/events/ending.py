"""Verbs of how long a force stays: *mettre fin à la mission*, *suspendre sa participation*, *prolonger le mandat*."""

from collections.abc import Iterator

from natoextract.events.changing import after_levels, shares_force
from natoextract.events.clauses import is_bare_participle
from natoextract.events.frames import Frame, Search
from natoextract.events.military import beside, is_office, is_strength, noun_lemma, owner_word
from natoextract.events.reading import Reading
from natoextract.events.syntax import agent, objects, subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import is_reflexive, verb_group

_WORDS = vocabulary()


def ends(search: Search, frame: Frame, name: str) -> Frame | None:
    """*mettre fin à la présence militaire*, *à sa mission*."""
    reading = search.reading
    frame.group, frame.agent = verb_group(frame.token), subject(frame.token)
    _, end = reading.sentence(frame.token.i)
    for j in _nearest(reading, frame.last, end, 6):
        if is_strength(reading, j, about_troops=search.about_troops) or shares_force(search, j):
            frame.troops = reading.tokens[j]
            return frame
    return None


def expires(search: Search, frame: Frame, name: str) -> Frame | None:
    """*la mission du Canada en Afghanistan a pris fin*, *la présence militaire française s'achève*."""
    token, reading = frame.token, search.reading
    if is_bare_participle(search, token):
        return None
    frame.group = verb_group(token)
    ended = subject(token)
    if ended is None or reading.nouns[ended.i] in ("mandat", "operation", "sejour"):
        return None
    told = reading.words[ended.i] == "mission" and search.about_troops and _is_of_mission(search, ended.i)
    if not (
        told or ended.i in reading.mission_at or _is_military_presence(search, ended.i) or _is_owned(search, ended.i)
    ):
        return None
    frame.troops = ended
    return frame


def _is_owned(search: Search, i: int) -> bool:
    """*notre mission*, *la mission du Canada en Afghanistan*: of a state, in an article about troops."""
    reading = search.reading
    if noun_lemma(reading, i) not in _WORDS.owned_stays or not search.about_troops:
        return False
    return owner_word(reading, i) is not None or any(
        a.form != "person" for j in beside(reading, i, 9) for a in reading.actor_at.get(j, ())
    )


def _nearest(reading: Reading, i: int, end: int, limit: int) -> Iterator[int]:
    """The tokens right of a word; a day does not count: *mettre fin le 31 mai à sa mission*."""
    for j in range(i + 1, end):
        if j in reading.date_at:
            continue
        if (limit := limit - 1) <= 0:
            return
        yield j


def suspends(search: Search, frame: Frame, name: str) -> Frame | None:
    """*suspendre sa participation à la Kfor*, *geler sa présence militaire*."""
    token = frame.token
    if is_bare_participle(search, token):
        return None
    frame.group = verb_group(token)
    passive = frame.group.passive
    for found in [subject(token)] if passive else objects(token):
        over = name in _WORDS.over and found is not None and _is_owned(search, found.i)
        if found is None or not (over or shares_force(search, found.i) or _is_military_presence(search, found.i)):
            continue
        frame.troops, frame.agent = found, agent(token) if passive else subject(token)
        return frame
    return None


def _is_military_presence(search: Search, i: int) -> bool:
    """*sa présence militaire*, *leur engagement militaire*."""
    reading = search.reading
    military = any(reading.words[j].startswith("militaire") for j in beside(reading, i))
    return military and noun_lemma(reading, i) in ("presence", "engagement", "participation", "contribution", "mission")


def extends(search: Search, frame: Frame, name: str) -> Frame | None:
    """*prolonger sa mission*, *reconduire le mandat de la force*, *la mission des soldats a été prolongée*."""
    token, reading = frame.token, search.reading
    if is_bare_participle(search, token):
        return _headlined(search, frame)
    frame.group = verb_group(token)
    # *l'opération se poursuivra*
    passive = frame.group.passive or is_reflexive(token)
    patients = [subject(token)] if passive else [*objects(token), after_levels(search, token)]
    for found in patients:
        if found is None or (name == "poursuivre" and _is_action(search, found.i)):
            continue
        if is_mandate(search, found.i):
            frame.agent = agent(token) if passive else subject(token)
            if reading.words[found.i] == "mandat" and frame.agent is not None and is_office(reading, frame.agent.i):
                # *le président a prolongé son mandat*
                return None
            if search.troops_at(found.i):
                frame.troops = found
            else:
                near = (j for j in beside(reading, found.i, 8) if search.troops_at(j))
                frame.troops = next((reading.tokens[j] for j in near), found)
            return frame
    return None


def _is_action(search: Search, i: int) -> bool:
    """*poursuivre le déploiement* moves troops, *poursuivre ses opérations* tells of fights."""
    reading = search.reading
    return noun_lemma(reading, i) in ("deploiement", "operation") and i not in reading.mission_at


def _is_force(search: Search, i: int) -> bool:
    reading = search.reading
    return i in reading.mission_at or (reading.pos[i] in ("NOUN", "PROPN") and reading.nouns[i] in _WORDS.forces)


def _is_of_mission(search: Search, i: int) -> bool:
    """Whether a mission is named in the sentence of a word, or in the one before it."""
    reading = search.reading
    first, _ = reading.sentence(i)
    first, _ = reading.sentence(max(0, first - 1))
    return any(j in reading.mission_at for j in range(first, i))


def _headlined(search: Search, frame: Frame) -> Frame | None:
    """*La mission des casques bleus prorogée d'un an*: a participle that is the only verb of a headline."""
    reading, token = search.reading, frame.token
    first, end = reading.sentence(token.i)
    if any(reading.pos[j] in ("VERB", "AUX") for j in range(first, end) if j != token.i):
        return None
    found = next((j for j in range(token.i - 1, max(first, token.i - 9) - 1, -1) if is_mandate(search, j)), None)
    if found is None:
        return None
    frame.troops, frame.group = reading.tokens[found], verb_group(token)
    return frame


def is_mandate(search: Search, i: int) -> bool:
    """A mission, or the mandate or presence of troops: *le mandat de la Minusma*, *la mission de nos soldats*."""
    reading = search.reading
    if i in reading.mission_at:
        return True
    if noun_lemma(reading, i) not in _WORDS.mandates:
        return False
    near = beside(reading, i, 8)
    if any(search.troops_at(j) or noun_lemma(reading, j) == "militaire" for j in near):
        return True
    if reading.words[max(0, i - 2) : i] in (["dont", "le"], ["dont", "la"]):
        # *la mission de l'ONU, dont le mandat a été renouvelé*
        return search.about_troops and any(_is_force(search, j) for j in range(max(0, i - 12), i - 2))
    if noun_lemma(reading, i) == "deploiement" and owner_word(reading, i) is not None:
        # *ne prolongera pas son déploiement en Irak*
        return any(j in reading.locative_at for j in range(i + 1, min(i + 4, len(reading.tokens))))
    if not search.about_troops:
        return False
    if noun_lemma(reading, i) == "mandat":
        # *le mandat de la mission*, *son mandat*: of a force just named, not of a president
        its_own = owner_word(reading, i) is not None and _is_of_mission(search, i)
        return its_own or (bool(reading.missions) and any(_is_force(search, j) for j in near))
    if noun_lemma(reading, i) == "mission":
        return True
    return owner_word(reading, i) is not None or any(reading.actor_at.get(j) for j in near)
