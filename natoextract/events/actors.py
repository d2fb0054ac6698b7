"""Whose troops an event is of: the rules of evidence in their order, each a small function."""

import re
from collections.abc import Callable

from natoextract.events.background import (
    by_bare_mission,
    by_home,
    by_main_sender,
    by_mission,
    by_mission_before,
    by_only_mission,
    by_own_army,
    by_running_actor,
    by_same_unit,
    by_told_movement,
    by_troops_named_before,
)
from natoextract.events.evidence import Found, Whose, whose
from natoextract.events.explicit import is_explicit
from natoextract.events.frames import Frame
from natoextract.events.military import behind_agent, beside, is_troops, owner_word, verb_lemma
from natoextract.events.reading import TokenMention
from natoextract.events.resolver import THIRD_PERSON, Resolver
from natoextract.events.status_words import status_words
from natoextract.events.syntax import agent
from natoextract.events.troop_words import (
    by_count,
    by_foreign,
    by_gap,
    by_helped,
    by_linked_count,
    by_nobody_named,
    by_owner_of_troops,
    by_sender,
    by_troops,
)
from natoextract.events.victim_words import (
    by_aircraft,
    by_all,
    by_craft,
    by_fellows,
    by_side,
    by_taken_up,
    by_victims,
)
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import lemma
from natoextract.roles.governor import NOT_THEIRS
from natoextract.text import fold

_IN = re.compile(r"\b(?:en|aux?|a) $")

Rule = Callable[[Resolver, Frame, TokenMention | None], Whose | None]

#: Rules that take whose troops they are from what was told before.
WEAK_RULES = frozenset({"running actor", "running victims", "home", "demonstrative", "count: count before"})


def troop_actors(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose:
    """Whose troops, by the strongest evidence first."""
    for rule in CASUALTY_RULES if frame.type == "casualties" else TROOP_RULES:
        if found := rule(resolver, frame, count):
            return found
    return Found([], "none")


def by_relief(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*la relève des soldats français par des Allemands*: those who come."""
    if not frame.is_noun or fold(frame.word) != "releve":
        return None
    reading = resolver.reading
    _, end = reading.sentence(frame.token.i)
    by = next((j for j in range(frame.last + 1, min(end, frame.last + 9)) if reading.words[j] == "par"), None)
    near = range(by + 1, min(end, by + 6)) if by is not None else range(0)
    return whose([a.code for j in near for a in reading.actor_at.get(j, ())], "agent", frame.token)


def by_noun_agent(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*le déploiement par l'Allemagne d'une brigade*: the agent of a noun."""
    if not frame.is_noun:
        return None
    reading = resolver.reading
    named = range(frame.last + 2, behind_agent(reading, frame.last) + 1)
    return whose([a.code for j in named for a in reading.actor_at.get(j, ()) if a.first == j], "agent", frame.token)


def by_demonstrative(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*le retour de ces troupes*, *ce retrait*: those just told."""
    agent_troops = frame.agent if frame.agent is not None and is_troops(resolver.reading, frame.agent.i) else None
    if frame.troops is not None and resolver.reading.words[frame.troops.i] in vocabulary().some_of_them:
        # *Les derniers partiront lundi*
        return whose(resolver.memory.last_troops, "demonstrative", frame.troops)
    for token in (frame.troops, agent_troops, frame.token):
        if token is not None and token.i and resolver.reading.words[token.i - 1] in ("ce", "cet", "cette", "ces"):
            # *bien que la Minustah coûte peu, ce retrait*: of the mission that its sentence has named
            told = resolver.memory.last_of.get(frame.type) if token is frame.token else None
            told = told or resolver.memory.last_troops
            return by_mission_before(resolver, token) or whose(told, "demonstrative", token)
    return None


def by_state_beside(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*l'Albanie, avec 83 soldats*: the state that the figure stands beside."""
    # *derrière les Etats-Unis (90.000)*: others have figures of their own
    apart = count is not None and count.first > frame.last + 6
    if frame.frame != "with" or (apart and count is not None and is_explicit(resolver.reading, count.record)):
        return None
    return by_agent(resolver, frame, count)


def by_loser(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*le Maroc a perdu un casque bleu*: whose man it was."""
    if frame.frame != "loses":
        return None
    if count is not None and count.first > frame.last:
        # *ont perdu 50 des leurs et les Ougandais une douzaine*
        near = range(max(frame.last + 1, count.first - 3), count.first)
        if told := whose([a.code for j in near for a in resolver.reading.actor_at.get(j, ())], "gap", frame.token):
            return told
    return by_agent(resolver, frame, count)


def by_adjective(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*le retrait américain*, *la présence militaire française*."""
    if not frame.is_noun:
        return None
    reading = resolver.reading
    told = [
        actor.code
        for j in beside(reading, frame.last)
        for actor in reading.actor_at.get(j, ())
        if actor.first == j and actor.form in ("adjective", "demonym")
    ]
    # *des renforts espagnols et turcs*
    last = max((j for j in beside(reading, frame.last) if reading.actor_at.get(j)), default=None)
    if told and last is not None and reading.words[last + 1 : last + 2] == ["et"]:
        told += [a.code for a in reading.actor_at.get(last + 2, ()) if a.form == "adjective"]
    return whose(told, "adjective", frame.token)


def by_owner(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*leur retrait*, *sa présence*."""
    owner = owner_word(resolver.reading, frame.token.i) if frame.is_noun else None
    return None if owner is None else whose(resolver.owner_codes(owner), "possessive", resolver.reading.tokens[owner])


def by_agent(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*la France envoie*, *engagés par 36 pays*: subject or agent."""
    if frame.agent is None or fold(frame.agent.text) in THIRD_PERSON:
        return None
    return whose(resolver.codes_of(frame.agent), "subject", frame.agent)


def by_pronoun(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*elle enverra*, *ils quittent*: whom the pronoun stands for."""
    return None if frame.agent is None else whose(resolver.codes_of(frame.agent), "pronoun", frame.agent)


def by_will(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*la volonté italienne de retirer ses troupes*: the adjective of the noun right above."""
    noun = frame.token.head
    if frame.is_noun or frame.participle or noun.pos_ != "NOUN" or frame.token.dep_ != "acl" or noun.i > frame.token.i:
        return None
    near = range(noun.i + 1, min(noun.i + 3, frame.token.i))
    told = [a.code for j in near for a in resolver.reading.actor_at.get(j, ()) if a.form == "adjective"]
    return whose(told, "governing noun", noun)


def by_speaker(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*Ottawa a annoncé que 200 soldats partiraient*: a government speaks of its own."""
    code = resolver.affiliation_at(frame.token.idx)
    here = resolver.reading.locative_at
    first, end = resolver.reading.sentence(frame.token.i)
    hosted = any(here[j].code == code for j in range(first, end) if j in here)
    if hosted and resolver.memory.last_troops and frame.type == "deployment":
        # the host speaks of those who come: *des soldats viendront dans le sud de la Pologne, a dit Varsovie*
        return None
    return Found([code], "speaker") if code and frame.troops is not None else None


def by_governing_noun(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*la volonté américaine de se désengager*, *la décision de Paris de retirer*: the noun's owner."""
    verb = frame.token
    if frame.is_noun or frame.participle:
        return None
    for up in verb.ancestors:
        if up.pos_ == "NOUN" and up.i < verb.i:
            if any(c.dep_ == "cop" for c in up.lefts):
                # *demander au Tchad, qui n'est pas membre de la Cédéao, d'envoyer*
                return None
            return whose(resolver.owners_beside(up.i), "governing noun", up)
        if up.pos_ in ("VERB", "AUX") and up.morph.get("VerbForm", []) == ["Fin"]:
            return None
    return None


def by_complement(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*le retrait de la France*, *la présence de l'Otan*."""
    return whose(resolver.owners_beside(frame.last), "complement", frame.token) if frame.is_noun else None


def by_decider(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*la mobilisation de 10.000 soldats a été décidée par Kiev*: the agent of what is said of a noun."""
    verb = frame.token.head
    owned = owner_word(resolver.reading, frame.token.i) is not None
    if not frame.is_noun or owned or verb.pos_ != "VERB" or verb_lemma(verb) not in vocabulary().deciding:
        return None
    if (decider := agent(verb)) is None:
        return None
    return whose(resolver.codes_of(decider), "decider", decider)


def by_governor(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*Paris a annoncé un retrait*: the subject of the verb above, unless it receives or suffers them."""
    verb = frame.token.head
    if verb.pos_ == "VERB" and (lemma(verb) in NOT_THEIRS or _asks_for(resolver, frame)):
        return None
    if frame.is_noun and frame.troops is None and verb.pos_ == "VERB" and verb_lemma(verb) in vocabulary().judging:
        # *Moscou a décrit le déploiement comme une menace*: of others, told before
        return None
    return whose(resolver.nearest_subject(frame.token.i, asked_first=True), "governor", frame.token)


def _asks_for(resolver: Resolver, frame: Frame) -> bool:
    """*Bamako plaide pour un départ rapide*: who asks for a departure is not who departs."""
    asked = status_words().verbs.get(verb_lemma(frame.token.head)) == "requested"
    return asked and frame.is_noun and frame.type == "withdrawal" and frame.troops is None


def by_named_before(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*Du côté de la Belgique, la Défense s'est engagée à envoyer*: the last state named in the sentence."""
    agent = frame.agent
    if agent is None or fold(agent.text) not in vocabulary().national:
        return None
    reading = resolver.reading
    first, _ = reading.sentence(agent.i)
    scene, begin = reading.scene, reading.tokens[first].idx
    told = scene.within(scene.countries, begin, agent.idx)
    # *Au Mali, la Défense participe à la Minusma*: where it is tells nothing
    named = [c for c in told if c["form"] != "adjective" and not _IN.search(scene.folded, begin, c["start"])]
    return whose([named[-1]["code"]], "named before", agent) if named else None


TROOP_RULES: tuple[Rule, ...] = (
    by_gap,
    by_state_beside,
    by_relief,
    by_noun_agent,
    by_will,
    by_nobody_named,
    by_owner_of_troops,
    by_count,
    by_sender,
    by_troops,
    by_bare_mission,
    by_helped,
    by_foreign,
    by_adjective,
    by_demonstrative,
    by_owner,
    by_agent,
    by_governing_noun,
    by_named_before,
    by_same_unit,
    by_linked_count,
    by_pronoun,
    by_complement,
    by_decider,
    by_troops_named_before,
    by_governor,
    by_mission,
    by_speaker,
    by_main_sender,
    by_told_movement,
    by_running_actor,
    by_home,
    by_only_mission,
)
CASUALTY_RULES: tuple[Rule, ...] = (
    by_taken_up,
    by_craft,
    by_aircraft,
    by_side,
    by_fellows,
    by_nobody_named,
    by_all,
    by_count,
    by_loser,
    by_victims,
    by_owner_of_troops,
    by_troops,
    by_adjective,
    by_owner,
    by_linked_count,
    by_own_army,
    by_mission,
    by_running_actor,
    by_home,
)
