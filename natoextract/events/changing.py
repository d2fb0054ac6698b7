"""Verbs of strength: *renforcer ses troupes*, *passer de 13.000 à 16.000*, *prolonger sa mission*, *y mettre fin*."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from natoextract.events.clauses import aside_end, is_bare_participle, is_predicate_adjective
from natoextract.events.frames import Frame, Search, lead_of
from natoextract.events.military import beside, is_strength, is_troops, military_words, noun_lemma, owner_word
from natoextract.events.reading import Reading, within
from natoextract.events.syntax import agent, modified_noun, objects, subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import is_reflexive, verb_group

_WORDS = vocabulary()
_FALLEN = re.compile(r"\b(?:mort|tue|victime|blesse|perte|peri\b|ont perdu la vie|tombes (?:au|en|dans|depuis)\b)")
#: Verbs that end a mission that is owned: *l'armée a achevé sa mission*.
_OVER = frozenset(["achever", "terminer", "clore", "cloturer"])
#: Shares of a strength, which are not what is reduced: *d'un tiers*, *de moitié*.
SHARES = frozenset(["tiers", "moitie", "quart", "an", "ans", "mois"])


def changes(search: Search, frame: Frame, name: str) -> Frame | None:
    """*renforcer ses troupes*, *réduire sa présence*, *augmenter leur nombre*."""
    token = frame.token
    if is_bare_participle(search, token):
        return _cut_to(search, frame)
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
        helped = any(o.i in search.reading.mission_at for o in objects(token))
        states = search.reading.actor_at.get(comers.i, ()) if comers is not None and comers.i < token.i else ()
        if helped and search.about_troops and any(a.form in ("name", "demonym", "capital") for a in states):
            # *les Italiens vont renforcer la Finul*: they come, the mission was there
            frame.agent = comers
            return frame
    passive = frame.group.passive or is_predicate_adjective(token)
    for found in _strengths(search, token, name, passive=passive):
        frame.troops = found
        frame.agent = agent(token) if passive else subject(token)
        if frame.agent is not None and frame.agent.i == found.i:
            frame.agent = None
        return frame
    return None


def _cut_to(search: Search, frame: Frame) -> Frame | None:
    """*une présence réduite à 30 soldats*, *le contingent, réduit à 70 hommes*: a strength and its level."""
    reading, i = search.reading, frame.token.i
    noun = modified_noun(frame.token)
    count = search.count_after(i, 6, ("VERB", "AUX", "PRON"))
    if noun is None or count is None or lead_of(reading, count.first) != "a":
        return None
    if not (noun_lemma(reading, noun.i) in military_words().strengths or is_troops(reading, noun.i)):
        return None
    frame.troops = noun
    frame.participle = not any(c.lower_ in ("un", "une") for c in noun.lefts)
    return frame


def _strengths(search: Search, token: Token, name: str, *, passive: bool) -> list[Token]:
    """The strengths that a verb is told of: its object, of a passive or of *diminuer* its subject."""
    patients: list[Token | None] = [subject(token)] if passive else [*objects(token)]
    if not passive and name in _WORDS.growing and not any(c.dep_ == "obj" for c in token.rights):
        # *le nombre de soldats devrait diminuer*
        patients.append(subject(token))
    if not passive and (numbered := _after_levels(search, token)) is not None:
        patients.append(numbered)
    if not passive:
        near = search.reading.tokens[token.i + 2 : token.i + 4]
        patients.extend(t for t in near if search.is_own(t.i))
    about = search.about_troops or _army_acts(search, token) or _acts_abroad(search, token)
    return [
        p
        for p in patients
        if p is not None
        and (
            is_strength(search.reading, p.i, about_troops=about)
            or search.is_own(p.i)
            or shares_force(search, p.i)
            or (about and _are_forces_of(search, token, p))
        )
    ]


def _are_forces_of(search: Search, verb: Token, noun: Token) -> bool:
    """*l'Otan réduit ses forces dans ce pays*: those of a state or an alliance, not of a person."""
    reading, doer = search.reading, subject(verb)
    if reading.words[noun.i] != "forces" or owner_word(reading, noun.i) is None or doer is None:
        return False
    pronoun = reading.words[doer.i] in ("elle", "ils", "elles") and search.recent_troops(verb.i)
    return pronoun or any(a.form != "person" for a in reading.actor_at.get(doer.i, ()))


def _army_acts(search: Search, verb: Token) -> bool:
    """*l'armée américaine étoffera sa présence*: whose presence it is, is troops."""
    doer = subject(verb)
    return doer is not None and is_troops(search.reading, doer.i)


def _acts_abroad(search: Search, verb: Token) -> bool:
    """*Séoul réduira ses effectifs en Irak*: a state has no staff abroad but its soldiers."""
    reading, doer = search.reading, subject(verb)
    if doer is None or not any(a.form in ("name", "capital") for a in reading.actor_at.get(doer.i, ())):
        return False
    _, end = reading.sentence(verb.i)
    staff = next((j for j in range(verb.i + 1, min(end, verb.i + 9)) if reading.words[j] == "effectifs"), None)
    return staff is not None and any(j in reading.locative_at for j in range(staff + 1, min(end, staff + 4)))


def _after_levels(search: Search, verb: Token) -> Token | None:
    """*réduire de 500 à 300 le nombre de ses soldats*: the noun after figures and shares."""
    reading = search.reading
    _, end = reading.sentence(verb.i)
    j = verb.i
    while (j := j + 1) < min(end, verb.i + 12):
        if reading.words[j] == "," and (closing := aside_end(reading, j, end)) is not None:
            # *renforcer, dès avril, le contingent*
            j = closing
            continue
        if reading.pos[j] in ("NOUN", "PROPN") and j not in reading.count_at and reading.words[j] not in SHARES:
            return reading.tokens[j]
        other = reading.pos[j] == "ADP" and reading.words[j] not in ("de", "d'", "a", "au", "par", "du")
        if other or reading.pos[j] in ("VERB", "AUX", "SCONJ", "PUNCT"):
            return None
    return None


def levels(search: Search, frame: Frame, name: str) -> Frame | None:
    """*passer de 13.000 à 16.000 soldats*, *porter son contingent à 1.500 hommes*, *leur nombre sera porté à 1.200*."""
    token, reading = frame.token, search.reading
    _, end = reading.sentence(token.i)
    if _FALLEN.search(reading.folded, token.idx, token.idx + 90):
        # *porte à 78 le nombre de soldats morts*, *le bilan est passé à 20 soldats tués*
        return None
    after = within(reading.counts, token.i + 1, min(end, token.i + 24))
    leads = [lead_of(reading, m.first) for m in after]
    group = verb_group(token)
    if name == "atteindre":
        # *qui atteindront 400*: the level to come; one reached is a presence
        if not after or group.tense not in ("future", "infinitive", "conditional"):
            return None
    elif not (leads[:1] in (["a"], ["sous"]) or leads[:2] == ["de", "a"]):
        return None
    if name not in _WORDS.intransitive:
        if group.passive:
            found = subject(token)
            strengths = [found] if found is not None else []
        else:
            strengths = _strengths(search, token, name, passive=False)
        patient = next((o for o in strengths if is_strength(reading, o.i, about_troops=True)), None)
        if patient is None:
            return None
        frame.troops = patient
        frame.agent = agent(token) if group.passive else subject(token)
    else:
        frame.agent = subject(token)
    frame.group = group
    if leads[:1] == ["sous"]:
        # *passe sous les 50.000 soldats*
        frame.type = "withdrawal"
    return frame


def ends(search: Search, frame: Frame, name: str) -> Frame | None:
    """*mettre fin à la présence militaire*, *à sa mission*."""
    reading = search.reading
    frame.group, frame.agent = verb_group(frame.token), subject(frame.token)
    _, end = reading.sentence(frame.token.i)
    for j in nearest(reading, frame.last, end, 6):
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
    if not (ended.i in reading.mission_at or _is_military_presence(search, ended.i) or _is_owned(search, ended.i)):
        return None
    frame.troops = ended
    return frame


def _is_owned(search: Search, i: int) -> bool:
    """*notre mission*, *la mission du Canada en Afghanistan*: of a state, in an article about troops."""
    reading = search.reading
    if noun_lemma(reading, i) not in ("mission", "presence", "engagement", "participation") or not search.about_troops:
        return False
    return owner_word(reading, i) is not None or any(
        a.form != "person" for j in beside(reading, i, 9) for a in reading.actor_at.get(j, ())
    )


def nearest(reading: Reading, i: int, end: int, limit: int) -> Iterator[int]:
    """The tokens right of a word; a day does not count: *mettre fin le 31 mai à sa mission*."""
    for j in range(i + 1, end):
        if j in reading.date_at:
            continue
        if (limit := limit - 1) <= 0:
            return
        yield j


def shares_force(search: Search, i: int) -> bool:
    """*la participation allemande à la mission*: a share in a force, in an article about troops."""
    reading = search.reading
    if noun_lemma(reading, i) not in _WORDS.contributions:
        return False
    near = range(i + 1, min(len(reading.tokens), i + 7))
    told = search.about_troops and any(reading.words[j] in _WORDS.forces for j in near)
    return told or any(j in reading.mission_at for j in near)


def suspends(search: Search, frame: Frame, name: str) -> Frame | None:
    """*suspendre sa participation à la Kfor*, *geler sa présence militaire*."""
    token = frame.token
    if is_bare_participle(search, token):
        return None
    frame.group = verb_group(token)
    passive = frame.group.passive
    for found in [subject(token)] if passive else objects(token):
        over = name in _OVER and found is not None and _is_owned(search, found.i)
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
    patients = [subject(token)] if passive else [*objects(token), _after_levels(search, token)]
    for found in patients:
        if found is None or (name == "poursuivre" and _is_action(search, found.i)):
            continue
        if is_mandate(search, found.i):
            frame.agent = agent(token) if passive else subject(token)
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
    if not search.about_troops or noun_lemma(reading, i) == "mandat":
        return False
    if noun_lemma(reading, i) == "mission":
        return True
    return owner_word(reading, i) is not None or any(reading.actor_at.get(j) for j in near)
