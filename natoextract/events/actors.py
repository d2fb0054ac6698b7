"""Whose troops, or whose officials: from the words of a phrase to codes of states and organisations."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Token

from natoextract.events.frames import Frame
from natoextract.events.military import beside, is_office, owner_word
from natoextract.events.reading import Actor, Mention, Reading
from natoextract.events.syntax import is_relative, subject
from natoextract.events.words import officials
from natoextract.grammar import SUBJECTS
from natoextract.text import fold

_FIRST_PERSON = frozenset({"nous", "on", "je", "j'"})
_THIRD_PERSON = frozenset(
    {"il", "elle", "ils", "elles", "celle-ci", "celui-ci", "ceux-ci", "-il", "-elle", "-ils", "-elles", "-t-il"}
)
_OURS = frozenset({"notre", "nos"})
_THEIRS = frozenset({"son", "sa", "ses", "leur", "leurs"})
#: Nouns of the partners of a state in its alliance.
_ALLIES = frozenset({"allie", "partenaire", "alliance"})
#: Bodies of a state that the text has named before.
_NATIONAL = frozenset(
    {"defense", "armee", "gouvernement", "ministere", "parlement", "etat-major", "president", "ministre"}
)


class Finding(NamedTuple):
    """Codes, the rule that found them, and the words it read."""

    codes: list[str]
    rule: str
    start: int | None = None
    end: int | None = None


@dataclass(slots=True)
class Memory:
    """What the article has said so far."""

    people: dict[str, str]
    leader_of: Callable[[str], str | None]
    #: codes of the last troop event, of the last list of states
    last_troops: list[str] = field(default_factory=list)
    last_list: list[str] = field(default_factory=list)
    last_meeting: list[str] = field(default_factory=list)
    alliance: str | None = None
    home: str | None = None


class Resolver:
    """Resolves phrases to codes within one article."""

    def __init__(self, reading: Reading, memory: Memory, speakers_at: Callable[[int], str | None]) -> None:
        self.reading = reading
        self.memory = memory
        self.affiliation_at = speakers_at

    # -- phrases

    def codes_of(self, token: Token, depth: int = 0) -> list[str]:
        """The codes of a noun phrase or a pronoun: *les pays européens de l'Otan* → NATO, *nous* → the speaker's."""
        word = fold(token.text)
        if word in _FIRST_PERSON:
            return self.ours(token)
        if depth < 3 and (word in _THIRD_PERSON or is_relative(token)):
            return self.antecedent_codes(token)
        if word in ("ce", "cet", "cette", "ces"):
            return []
        # *les alliés des Etats-Unis* are not the United States
        if fold(token.lemma_) in _ALLIES and self.memory.alliance:
            return [self.memory.alliance]
        own = self.named(token)
        if own:
            return self._with_conjuncts(token, own, depth)
        if fold(token.lemma_) in ("pays", "etat", "capitale", "puissance") and self.memory.last_list:
            pointed = "ces" in self.reading.words[max(0, token.i - 3) : token.i]
            return list(self.memory.last_list) if pointed else []
        owner = owner_word(self.reading, token.i)
        if owner is not None and depth < 3:
            return self.owner_codes(owner, depth + 1)
        return self._with_conjuncts(token, [], depth)

    def _with_conjuncts(self, token: Token, own: list[str], depth: int) -> list[str]:
        """*Londres et Paris*, *le ministre allemand et son homologue français*: the codes of all."""
        codes = list(own)
        for child in token.children:
            if child.dep_ == "conj" and child.i > token.i and child.pos_ in ("NOUN", "PROPN") and depth < 3:
                codes.extend(self.codes_of(child, depth + 1))
        return unique(codes)

    def named(self, token: Token) -> list[str]:
        """Codes that the words of a noun phrase name, locations apart."""
        reading = self.reading
        here = reading.actor_at.get(token.i)
        if here:
            return unique(a.code for a in here)
        if token.i in reading.count_at and (told := reading.count_at[token.i].record["contributors"]):
            return list(told)
        if token.i in reading.mission_at:
            leader = self.memory.leader_of(reading.mission_at[token.i].record["name"])
            return [leader] if leader else []
        word = fold(token.text)
        if (
            word.startswith("casque")
            and token.i + 1 < len(reading.doc)
            and reading.words[token.i + 1].startswith("bleu")
        ):
            told = [a.code for j in beside(reading, token.i) for a in reading.actor_at.get(j, ()) if a.form != "name"]
            return unique(told) or ["UN"]
        if person := self.person(token):
            return [person]
        if seat := self.seat(token):
            return [seat]
        return self.owners_beside(token.i)

    def owners_beside(self, i: int) -> list[str]:
        """Codes right of a noun that own it: *forces françaises*, *troupes de la Russie*."""
        reading = self.reading
        adjectives: list[str] = []
        names: list[str] = []
        for j in beside(reading, i, 9):
            for actor in reading.actor_at.get(j, ()):
                if actor.first != j:
                    continue
                if actor.form in ("adjective", "demonym", "capital"):
                    adjectives.append(actor.code)
                elif self._owns(actor):
                    names.append(actor.code)
            if j in reading.mission_at and reading.mission_at[j].first == j and not adjectives:
                leader = self.memory.leader_of(reading.mission_at[j].record["name"])
                if leader:
                    names.append(leader)
        # *militaires de l'opération française*: the adjective is nearer than the name
        if adjectives and not is_office(reading, i):
            return unique(adjectives)
        return unique([*adjectives, *names])[:3] if not adjectives else unique(adjectives)

    def _owns(self, actor: Actor) -> bool:
        """*de l'Otan*, *de la France*, *des Etats-Unis*; a bare *d'Irak* is a place."""
        if actor.form == "organisation":
            return True
        before = self.reading.words[actor.first - 1] if actor.first else ""
        return before in ("la", "l'", "les", "des", "du", "le")

    def person(self, token: Token) -> str | None:
        """The state of a person named here, or right after a title: *M. Obama*, *le président Barack Obama*."""
        reading, people = self.reading, self.memory.people
        _first, end = reading.sentence(token.i)
        title = is_office(reading, token.i)
        if not title and token.pos_ != "PROPN" and fold(token.text) not in ("m.", "mme", "mme.", "mm."):
            return None
        if title:
            # the title's own adjective is stronger
            for j in beside(reading, token.i, 6):
                if reading.actor_at.get(j) and reading.actor_at[j][0].form in ("adjective", "organisation"):
                    return reading.actor_at[j][0].code
        for j in range(token.i, min(end, token.i + (10 if title else 4))):
            word = reading.doc[j]
            if j > token.i and (
                word.pos_ in ("VERB", "AUX", "ADP", "CCONJ") and word.lower_ not in ("de", "d'", "du", "des")
            ):
                break
            if word.text in people:
                return people[word.text]
        return None

    def seat(self, token: Token) -> str | None:
        """*la Maison Blanche*, *le Kremlin*."""
        seats = officials().seats
        pair = self.reading.doc[token.i : token.i + 2].text
        return seats.get(pair) or seats.get(token.text)

    # -- pronouns and owners

    def ours(self, token: Token) -> list[str]:
        """*nous*: the speaker's state or organisation; with *ensemble*, his allies' too."""
        own = self.affiliation_at(token.idx)
        if own is None:
            return []
        first, end = self.reading.sentence(token.i)
        together = "ensemble" in self.reading.words[first:end] or "ensemble" in self._statement_words(token)
        if together and self.memory.alliance and own != self.memory.alliance:
            return [own, self.memory.alliance]
        return [own]

    def _statement_words(self, token: Token) -> list[str]:
        return []

    def owner_codes(self, i: int, depth: int = 0) -> list[str]:
        """The codes of a possessive: *nos* the speaker's, *sa*, *leurs* the subject's."""
        word = self.reading.words[i]
        if word in _OURS:
            return self.ours(self.reading.doc[i])
        if word not in _THEIRS:
            return []
        return self.nearest_subject(i, depth)

    def nearest_subject(self, i: int, depth: int = 0) -> list[str]:
        """The subject of the verb above token `i`, else the actor named last before it in the sentence."""
        token = self.reading.doc[i]
        for up in token.ancestors:
            if up.pos_ not in ("VERB", "AUX"):
                continue
            doer = subject(up)
            if doer is not None and doer.i < i:
                codes = self.codes_of(doer, depth + 1)
                if codes:
                    return codes
            if doer is not None:
                break
        first, _ = self.reading.sentence(i)
        for j in range(i - 1, first - 1, -1):
            actors = [a for a in self.reading.actor_at.get(j, ()) if a.form != "adjective"]
            if actors:
                return [actors[-1].code]
            candidate = self.reading.doc[j]
            if candidate.dep_ in SUBJECTS and (codes := self.codes_of(candidate, depth + 1)):
                return codes
        return []

    def antecedent_codes(self, token: Token) -> list[str]:
        """*elle*, *ils*: the nearest subject before, in this sentence or the last; else the last troops."""
        i = token.i
        first, _ = self.reading.sentence(i)
        for _step in range(2):
            for j in range(i - 1, first - 1, -1):
                candidate = self.reading.doc[j]
                if (
                    candidate.dep_ in SUBJECTS
                    and candidate.pos_ in ("NOUN", "PROPN")
                    and (codes := self.named(candidate))
                ):
                    return codes
            if first == 0:
                break
            i = first
            first, _ = self.reading.sentence(first - 1)
        return list(self.memory.last_troops)


Rule = Callable[[Resolver, Frame, Mention | None], Finding | None]


def troop_actors(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding:
    """Whose troops, by the strongest evidence first."""
    for rule in CASUALTY_RULES if frame.type == "casualties" else TROOP_RULES:
        if found := rule(resolver, frame, count):
            return found
    return Finding([], "none")


def by_count(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*500 Britanniques*, *Allemagne (220)*: the number says whose."""
    if count is None or not count.record["contributors"]:
        return None
    return Finding(unique(count.record["contributors"]), "count", count.record["start"], count.record["end"])


def by_owner_of_troops(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*leurs troupes*, *sa mission*: the possessive before the troops."""
    owner = owner_word(resolver.reading, frame.troops.i) if frame.troops is not None else None
    return None if owner is None else _told(resolver.owner_codes(owner), "possessive", resolver.reading.doc[owner])


def by_troops(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*troupes russes*, *soldats de la Minusma*."""
    if frame.troops is None or frame.troops.i == frame.token.i:
        return None
    return _told(resolver.named(frame.troops), "troops", frame.troops)


def by_adjective(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
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
    return _told(told, "adjective", frame.token)


def by_owner(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*leur retrait*, *sa présence*."""
    owner = owner_word(resolver.reading, frame.token.i) if frame.is_noun else None
    return None if owner is None else _told(resolver.owner_codes(owner), "possessive", resolver.reading.doc[owner])


def by_agent(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*la France envoie*, *engagés par 36 pays*: subject or agent."""
    return None if frame.agent is None else _told(resolver.codes_of(frame.agent), "subject", frame.agent)


def by_governing_noun(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*la volonté américaine de se désengager*, *la décision de Paris de retirer*: the noun's owner."""
    verb = frame.token
    if frame.is_noun or frame.participle:
        return None
    for up in verb.ancestors:
        if up.pos_ == "NOUN" and up.i < verb.i:
            return _told(resolver.owners_beside(up.i), "governing noun", up)
        if up.pos_ in ("VERB", "AUX") and up.morph.get("VerbForm", []) == ["Fin"]:
            return None
    return None


def by_complement(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*le retrait de la France*, *la présence de l'Otan*."""
    return _told(resolver.owners_beside(frame.last), "complement", frame.token) if frame.is_noun else None


def by_governor(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*Paris a annoncé un retrait*: the subject of the verb above."""
    return _told(resolver.nearest_subject(frame.token.i), "governor", frame.token)


def by_mission(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """A mission of the sentence belongs to those who lead it."""
    reading = resolver.reading
    first, end = reading.sentence(frame.token.i)
    for mention in reading.missions:
        if first <= mention.first < end and (leader := resolver.memory.leader_of(mention.record["name"])):
            return Finding([leader], "mission", mention.record["start"], mention.record["end"])
    return None


def by_running_actor(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """Those whose troops the event before told of."""
    return _told(resolver.memory.last_troops, "running actor")


def by_home(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*Yémen : 26 soldats tués*: troops with no state named are those of the country that the article is about."""
    home = resolver.memory.home
    return Finding([home], "home") if home and frame.troops is not None else None


def by_named_before(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*Du côté de la Belgique, la Défense s'est engagée à envoyer*: the last state named in the sentence."""
    agent = frame.agent
    if agent is None or fold(agent.text) not in _NATIONAL:
        return None
    first, _ = resolver.reading.sentence(agent.i)
    named = resolver.reading.actors_between(first, agent.i) or resolver.reading.actors_between(0, first)
    named = [a for a in named if a.form != "organisation"]
    return _told([named[-1].code], "named before", agent) if named else None


TROOP_RULES: tuple[Rule, ...] = (
    by_count,
    by_owner_of_troops,
    by_troops,
    by_adjective,
    by_owner,
    by_agent,
    by_governing_noun,
    by_named_before,
    by_complement,
    by_governor,
    by_mission,
    by_running_actor,
    by_home,
)
CASUALTY_RULES: tuple[Rule, ...] = (
    by_count,
    by_owner_of_troops,
    by_troops,
    by_adjective,
    by_running_actor,
    by_home,
)


def _told(codes: list[str], rule: str, at: Token | None = None) -> Finding | None:
    if not codes:
        return None
    return Finding(unique(codes), rule, *((at.idx, at.idx + len(at)) if at is not None else ()))


def unique(codes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(codes))
