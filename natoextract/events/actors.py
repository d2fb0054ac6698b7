"""Whose troops, or whose officials: from the words of a phrase to codes of states and organisations."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Token

from natoextract.events.frames import Frame
from natoextract.events.military import beside, is_office, is_troops, owner_word, verb_lemma
from natoextract.events.reading import Actor, Mention, Reading
from natoextract.events.syntax import OBJECT_CONTROL, agent, is_relative, subject
from natoextract.events.words import officials
from natoextract.grammar import SUBJECTS
from natoextract.layers import TroopCountRecord
from natoextract.roles import location
from natoextract.roles.scene import Actor as SceneActor
from natoextract.text import fold

_FIRST_PERSON = frozenset({"nous", "on", "je", "j'"})
_THIRD_PERSON = frozenset(
    {"il", "elle", "ils", "elles", "celle-ci", "celui-ci", "ceux-ci", "-il", "-elle", "-ils", "-elles", "-t-il"}
)
_OURS = frozenset({"notre", "nos"})
_THEIRS = frozenset({"son", "sa", "ses", "leur", "leurs"})
#: Nouns of the partners of a state in its alliance.
_ALLIES = frozenset({"allie", "partenaire", "alliance"})
#: A clause of its own begins: its owner is named in it, or stands nearest.
_CLAUSE_WORDS = frozenset(["que", "qu'", "qui", "dont", ";"])
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
        if token.i in reading.count_at and is_explicit(reading, reading.count_at[token.i].record):
            return list(reading.count_at[token.i].record["contributors"])
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
        if plural := self.offices(token):
            return plural
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
                elif self._owns(actor) or (
                    is_office(reading, i) and j == i + 2 and reading.words[j - 1] in ("de", "d'")
                ):
                    names.append(actor.code)
            if reading.doc[j].pos_ == "PROPN" and reading.doc[j].text in self.memory.people:
                names.append(self.memory.people[reading.doc[j].text])
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

    def offices(self, token: Token) -> list[str]:
        """*les ministres russe et turc*: one state each."""
        reading = self.reading
        if not is_office(reading, token.i) or not reading.words[token.i].endswith("s"):
            return []
        codes: list[str] = []
        j = token.i + 1
        while j < len(reading.doc) and (reading.actor_at.get(j) or reading.words[j] in ("et", ",")):
            codes.extend(a.code for a in reading.actor_at.get(j, ()) if a.form == "adjective" and a.first == j)
            j += 1
        return unique(codes) if len(codes) > 1 else []

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
        if fold(token.text) in ("je", "j'"):
            return [own]
        together = "ensemble" in self.reading.words[first:end]
        if together and self.memory.alliance and own != self.memory.alliance:
            return [own, self.memory.alliance]
        return [own]

    def owner_codes(self, i: int, depth: int = 0) -> list[str]:
        """The codes of a possessive: *nos* the speaker's, *sa*, *leurs* the subject's."""
        word = self.reading.words[i]
        if word in _OURS:
            return self.ours(self.reading.doc[i])
        if word not in _THEIRS:
            return []
        return self.nearest_subject(i, depth)

    def nearest_subject(self, i: int, depth: int = 0, *, asked_first: bool = False) -> list[str]:
        """The subject of the verb above token `i`, if no clause begins between, else the actor named last before it."""
        token, words = self.reading.doc[i], self.reading.words
        for up in token.ancestors:
            if up.pos_ not in ("VERB", "AUX"):
                continue
            if up.i < i and any(word in _CLAUSE_WORDS for word in words[up.i + 1 : i]):
                break
            if asked_first and self._asks(up) and (asked := self.reading.actors_between(up.i + 1, i)):
                return [asked[-1].code]
            doer = subject(up)
            if doer is not None and doer.i < i:
                codes = self.codes_of(doer, depth + 1)
                if codes:
                    return codes
            if doer is not None:
                break
        return self._last_actor(i, depth)

    def _asks(self, verb: Token) -> bool:
        """*mettre X en garde contre un retrait*, *presser X d'un départ*: the object acts."""
        return verb_lemma(verb) in OBJECT_CONTROL or "garde" in self.reading.words[verb.i + 1 : verb.i + 3]

    def _last_actor(self, i: int, depth: int) -> list[str]:
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
        up = token.head
        introduced = i > 0 and self.reading.words[i - 1] in ("qu'", "que")
        asked = introduced and up.dep_ in ("acl:relcl", "acl") and up.head.i < i and token.lower_ in ("ils", "elles")
        # *attendre de nos partenaires qu'ils quittent*
        if asked and (codes := self.codes_of(up.head, 2)):
            return codes
        first, _ = self.reading.sentence(i)
        if self.reading.words[first] == "quant" and (told := self.reading.actors_between(first, i)):
            # *Quant à la Grande-Bretagne, elle contribuera*
            return [told[0].code]
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


_DECIDING = frozenset({"decider", "annoncer", "ordonner", "lancer", "mener", "decreter"})
#: Troops that are not the country's own.
_FOREIGN = re.compile(r"\b(?:etranger|internationa|africain|europeen|occident|arabe|allie|multinationa)")

Rule = Callable[[Resolver, Frame, Mention | None], Finding | None]


def troop_actors(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding:
    """Whose troops, by the strongest evidence first."""
    for rule in CASUALTY_RULES if frame.type == "casualties" else TROOP_RULES:
        if found := rule(resolver, frame, count):
            return found
    return Finding([], "none")


def by_count(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*500 Britanniques*, *Allemagne (220)*: words of the number itself, or right beside it, say whose."""
    if count is None or not count.record["contributors"]:
        return None
    record = count.record
    told = is_explicit(resolver.reading, record)
    return Finding(unique(record["contributors"]), "count", record["start"], record["end"]) if told else None


def is_explicit(reading: Reading, record: TroopCountRecord) -> bool:
    """Whether words within a number's span or right beside it name its providers: *500 Britanniques*."""
    codes = record["contributors"]
    near = reading.scene.actors_in(record["start"] - 40, record["end"] + 60)
    return any(actor.code in codes and _is_beside(reading, actor, record) for actor in near)


def _is_beside(reading: Reading, actor: SceneActor, record: TroopCountRecord) -> bool:
    """Whether no verb, comma or closing bracket stands between a number and an actor."""
    if actor.end <= record["start"]:
        return reading.folded[actor.end : record["start"]].strip() in ("(", ":", "")
    between = reading.folded[record["end"] : actor.start]
    return not re.search(
        r"[,;:.)]| (?:en|au|aux|a|qui|que|dans|pour|sur|contre|vers|sont|ont|est|a ete) ", f"{between} "
    )


def by_linked_count(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """What the layer of numbers has found by wider evidence."""
    if count is None or not count.record["contributors"]:
        return None
    abroad = frame.type in ("deployment", "withdrawal") and count.record["contributors"] == [count.record["location"]]
    if abroad and (frame.agent is not None or frame.is_noun) and not is_explicit(resolver.reading, count.record):
        # who sends troops to a country is not that country
        return None
    return Finding(unique(count.record["contributors"]), "linked count", count.record["start"], count.record["end"])


def by_demonstrative(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*le retour de ces troupes*, *ce retrait*: those just told."""
    for token in (frame.troops, frame.token):
        if token is not None and token.i and resolver.reading.words[token.i - 1] in ("ce", "cet", "cette", "ces"):
            return _told(resolver.memory.last_troops, "demonstrative", token)
    return None


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
    if frame.agent is None or fold(frame.agent.text) in _THIRD_PERSON:
        return None
    return _told(resolver.codes_of(frame.agent), "subject", frame.agent)


def by_pronoun(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*elle enverra*, *ils quittent*: whom the pronoun stands for."""
    return None if frame.agent is None else _told(resolver.codes_of(frame.agent), "pronoun", frame.agent)


def by_will(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*la volonté italienne de retirer ses troupes*: the adjective of the noun right above."""
    noun = frame.token.head
    if frame.is_noun or frame.participle or noun.pos_ != "NOUN" or frame.token.dep_ != "acl" or noun.i > frame.token.i:
        return None
    near = range(noun.i + 1, min(noun.i + 3, frame.token.i))
    told = [a.code for j in near for a in resolver.reading.actor_at.get(j, ()) if a.form == "adjective"]
    return _told(told, "governing noun", noun)


def by_speaker(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*Ottawa a annoncé que 200 soldats partiraient*: a government speaks of its own."""
    code = resolver.affiliation_at(frame.token.idx)
    return Finding([code], "speaker") if code and frame.troops is not None else None


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


def by_decider(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*la mobilisation de 10.000 soldats a été décidée par Kiev*: the agent of what is said of a noun."""
    verb = frame.token.head
    owned = owner_word(resolver.reading, frame.token.i) is not None
    if not frame.is_noun or owned or verb.pos_ != "VERB" or verb_lemma(verb) not in _DECIDING:
        return None
    if (decider := agent(verb)) is None:
        return None
    return _told(resolver.codes_of(decider), "decider", decider)


def by_governor(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*Paris a annoncé un retrait*: the subject of the verb above."""
    return _told(resolver.nearest_subject(frame.token.i, asked_first=True), "governor", frame.token)


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


def by_troops_named_before(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*les troupes américaines … Les soldats sont venus d'Allemagne*: those named last."""
    reading, troops = resolver.reading, frame.troops
    if troops is None or not troops.i or reading.words[troops.i - 1] not in ("les", "ces", "le"):
        return None
    for j in range(min(frame.token.i, troops.i) - 1, max(0, frame.token.i - 120), -1):
        token = reading.doc[j]
        if token.pos_ == "NOUN" and is_troops(reading, j) and (codes := resolver.named(token)):
            return _told(codes, "named before", token)
    return None


def by_home(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*Yémen : 26 soldats tués*: troops with no state named are those of the country that the article is about."""
    if frame.troops is None or owner_word(resolver.reading, frame.troops.i) is not None:
        return None
    first, _ = resolver.reading.sentence(frame.token.i)
    headline = resolver.reading.locative_at.get(first)
    if headline is not None and headline.rule == "headline":
        return Finding([headline.code], "headline", headline.start, headline.end)
    if frame.type == "withdrawal" or (frame.type != "casualties" and frame.frame not in ("goes", "stands")):
        # troops that are sent or brought home serve elsewhere
        return None
    if _FOREIGN.search(resolver.reading.folded, frame.troops.idx, frame.troops.idx + 40):
        return None
    home = resolver.memory.home
    if home is None and (where := location.of(resolver.reading.scene, frame.token.idx, frame.token.idx + 1)):
        home = where.value
    return Finding([home], "home") if home else None


def by_named_before(resolver: Resolver, frame: Frame, count: Mention | None) -> Finding | None:
    """*Du côté de la Belgique, la Défense s'est engagée à envoyer*: the last state named in the sentence."""
    agent = frame.agent
    if agent is None or fold(agent.text) not in _NATIONAL:
        return None
    reading = resolver.reading
    first, _ = reading.sentence(agent.i)
    begin = reading.doc[first].idx
    named = [c for c in reading.scene.countries if begin <= c["start"] < agent.idx and c["form"] != "adjective"]
    return _told([named[-1]["code"]], "named before", agent) if named else None


TROOP_RULES: tuple[Rule, ...] = (
    by_will,
    by_owner_of_troops,
    by_count,
    by_troops,
    by_adjective,
    by_demonstrative,
    by_owner,
    by_agent,
    by_governing_noun,
    by_named_before,
    by_linked_count,
    by_pronoun,
    by_complement,
    by_decider,
    by_troops_named_before,
    by_governor,
    by_mission,
    by_speaker,
    by_running_actor,
    by_home,
)
CASUALTY_RULES: tuple[Rule, ...] = (
    by_count,
    by_owner_of_troops,
    by_troops,
    by_adjective,
    by_linked_count,
    by_running_actor,
    by_home,
)


def _told(codes: list[str], rule: str, at: Token | None = None) -> Finding | None:
    if not codes:
        return None
    return Finding(unique(codes), rule, *((at.idx, at.idx + len(at)) if at is not None else ()))


def unique(codes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(codes))
