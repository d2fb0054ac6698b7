"""Verbs of strength: *renforcer ses troupes*, *passer de 13.000 à 16.000*, *réduire sa présence*."""

import re

from spacy.tokens import Token

from natoextract.events.anaphors import takes_up_troops
from natoextract.events.clauses import is_bare_participle, is_predicate_adjective, left_troops
from natoextract.events.frames import Frame, Search, lead_of
from natoextract.events.military import beside, is_strength, is_troops, military_words, noun_lemma, owner_word
from natoextract.events.reached import tells_fallen
from natoextract.events.reading import Reading, TokenMention, within
from natoextract.events.rightward import aside_end
from natoextract.events.syntax import agent, is_participle, modified_noun, objects, subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import verb_group

_WORDS = vocabulary()
FALLEN = re.compile(r"\b(?:mort|tue|victime|blesse|perte|peri\b|ont perdu la vie|tombes (?:au|en|dans|depuis)\b)")
_TO_A_FORCE = re.compile(
    r"\ba une? (?:force|contingent|effectif|presence|dispositif|armee)\b[^.;,]{0,40} (?:de |d'|a )"
)
_BROAD = vocabulary().broad
_CUTTING = vocabulary().cutting
#: Shares of a strength, which are not what is reduced: *d'un tiers*, *de moitié*.
SHARES = frozenset(["tiers", "moitie", "quart", "an", "ans", "mois"])


def changes(search: Search, frame: Frame, name: str) -> Frame | None:
    """*renforcer ses troupes*, *réduire sa présence*, *augmenter leur nombre*."""
    token = frame.token
    if is_bare_participle(search, token):
        return _cut_to(search, frame)
    frame.group = verb_group(token)
    if name in ("couper", "tailler") and search.reading.words[token.i + 1 : token.i + 2] != ["dans"]:
        # *les forces sont coupées en deux*
        return None
    if name in _WORDS.helping and not frame.group.passive:
        comers = subject(token)
        pronoun = comers is not None and takes_up_troops(search, comers)
        if (
            comers is not None
            and comers.i < token.i
            and (pronoun or search.troops_at(comers.i))
            and any(search.troops_at(o.i) or o.i in search.reading.mission_at for o in objects(token))
        ):
            frame.troops, frame.agent = (None, comers) if pronoun else (comers, None)
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
    if not passive and name in _CUTTING:
        # *tailler dans ses effectifs*
        patients.extend(c for c in token.rights if any(k.lower_ == "dans" for k in c.lefts))
    if not passive and (numbered := after_levels(search, token)) is not None:
        patients.append(numbered)
    if not passive:
        # *a réduit ses tâches et ses effectifs*
        patients.extend(c for p in objects(token) for c in p.conjuncts if p.i < c.i < token.i + 12)
    if not passive:
        near = search.reading.tokens[token.i + 2 : token.i + 4]
        patients.extend(t for t in near if search.is_own(t.i))
    if not passive and search.about_troops and search.recent_troops(token.i):
        # *le nombre de nos soldats était de 15.000, nous les avons réduits à 5.000*
        told = [c for c in token.lefts if c.lower_ == "les" and c.dep_ == "obj"]
        if told:
            return told
    about = search.about_troops or _army_acts(search, token) or _acts_abroad(search, token)
    return [
        p
        for p in patients
        if p is not None
        and not (name in _BROAD and noun_lemma(search.reading, p.i) in ("armee", "force", "mission", "operation"))
        and (
            is_strength(search.reading, p.i, about_troops=about)
            or search.is_own(p.i)
            or search.is_the_force(p.i)
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


def after_levels(search: Search, verb: Token) -> Token | None:
    """*réduire de 500 à 300 le nombre de ses soldats*: the noun after figures and shares."""
    reading = search.reading
    _, end = reading.sentence(verb.i)
    j = verb.i
    while (j := j + 1) < min(end, verb.i + 12):
        dated = j in reading.date_at or (reading.pos[j] == "ADP" and j + 1 in reading.date_at)
        if dated or (reading.words[j] == "," and j - 1 in reading.date_at):
            # *compte réduire en 2016, ses effectifs*
            continue
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
    if name == "porter" and reading.words[token.i + 1 : token.i + 2] == ["sur"]:
        # *la prolongation porterait sur quatre appareils*
        return None
    if FALLEN.search(reading.folded, token.idx, token.idx + 90) or tells_fallen(reading, token.i):
        # *porte à 78 le nombre de soldats morts*, *le bilan est passé à 20 soldats tués*
        return None
    after = within(reading.counts, token.i + 1, min(end, token.i + 24))
    leads = [lead_of(reading, m.first) for m in after]
    group = verb_group(token)
    if name == "atteindre":
        # *qui atteindront 400*: the level to come; one reached is a presence
        if not after or group.tense not in ("future", "infinitive", "conditional"):
            return None
    elif not (
        leads[:1] in (["a"], ["sous"])
        or (leads[:2] == ["de", "a"] and of_one_verb(reading, after[0], after[1]))
        or (leads[:1] == ["de"] and to_a_force(reading, after))
    ):
        return None
    if name not in _WORDS.intransitive:
        if group.passive:
            # *Le contingent allemand, actuellement de 400 hommes, sera porté à 600*
            found = subject(token) or left_troops(search, token)
            strengths = [found] if found is not None else []
        else:
            strengths = _strengths(search, token, name, passive=False)
        patient = next(
            (o for o in strengths if o.lower_ == "les" or is_strength(reading, o.i, about_troops=True)), None
        )
        patient = patient or _number_of_people(search, after[0])
        if patient is None:
            return None
        frame.troops = patient
        frame.agent = agent(token) if group.passive else subject(token)
    else:
        frame.agent = subject(token)
    frame.group = group
    if frame.type == "deployment" and _is_cut(search, subject(token)):
        # *le retrait s'est poursuivi pour atteindre 3.100 hommes*, *une réduction portera l'effectif à 2.000*
        frame.type = "withdrawal"
    first, _ = reading.sentence(token.i)
    if (
        frame.type == "deployment"
        and leads[:1] == ["a"]
        and any(_is_cut(search, t) for t in reading.tokens[first : token.i])
    ):
        # *une baisse des effectifs, qui passent à 8.871 hommes*
        frame.type = "withdrawal"
    if leads[:1] == ["sous"]:
        # *passe sous les 50.000 soldats*
        frame.type = "withdrawal"
    return frame


def _number_of_people(search: Search, count: TokenMention) -> Token | None:
    """*portera à 2.200 le nombre de Ghanéens sur place*: a people that the figure counts as troops."""
    reading, at = search.reading, count.last + 2
    if not search.about_troops or reading.words[at - 1 : at + 1] != ["le", "nombre"]:
        return None
    if "dans" in reading.words[at + 3 : at + 5]:
        # *le nombre de Turcs dans ses écoles*
        return None
    people = {a.code for j in beside(reading, at) for a in reading.actor_at.get(j, ()) if a.form == "demonym"}
    return reading.tokens[at] if people & set(count.record["contributors"]) else None


def _is_cut(search: Search, doer: Token | None) -> bool:
    """Whether what reaches a level is a withdrawal."""
    senses = search.words.nouns.get(noun_lemma(search.reading, doer.i), ()) if doer is not None else ()
    return any(sense.type == "withdrawal" for sense in senses)


def to_a_force(reading: Reading, counts: list[TokenMention]) -> bool:
    """*ramener l'effectif de 11.900 hommes à une force de dissuasion de 7.000*: whether the second is reached."""
    return len(counts) > 1 and bool(
        _TO_A_FORCE.search(reading.folded, counts[0].record["end"], counts[1].record["start"])
    )


def of_one_verb(reading: Reading, one: TokenMention, other: TokenMention) -> bool:
    """Not *réduire de 1.000 soldats les effectifs, pour porter la mission à 20.000*: the second is another verb's."""
    between = range(one.last + 1, other.first)
    return not any(reading.pos[j] == "VERB" and not is_participle(reading.tokens[j]) for j in between)


def shares_force(search: Search, i: int) -> bool:
    """*la participation allemande à la mission*: a share in a force, in an article about troops."""
    reading = search.reading
    if noun_lemma(reading, i) not in _WORDS.contributions:
        return False
    near = range(i + 1, min(len(reading.tokens), i + 7))
    told = search.about_troops and any(reading.words[j] in _WORDS.forces for j in near)
    return told or any(j in reading.mission_at for j in near)
