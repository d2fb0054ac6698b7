"""Resolves the words of a phrase to states and organisations: *nos forces*, *les alliés*, *elle*."""

from collections.abc import Callable

from spacy.tokens import Token

from natoextract.components.actors.lexicon import capital_code
from natoextract.events.anaphors import is_organisation_told
from natoextract.events.explicit import is_explicit
from natoextract.events.joined import come_from, listed_before
from natoextract.events.memory import Memory
from natoextract.events.military import beside, is_office, owner_word, verb_lemma
from natoextract.events.officials import state_of_person, states_of_offices
from natoextract.events.openings import opening_head
from natoextract.events.owning import owners_beside, unique
from natoextract.events.reading import Reading
from natoextract.events.seats import seat_at
from natoextract.events.syntax import OBJECT_CONTROL, is_relative, subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import SUBJECTS
from natoextract.officials import portfolio_at
from natoextract.text import fold

_FIRST_PERSON = frozenset({"nous", "on", "je", "j'"})
THIRD_PERSON = frozenset(
    {"il", "elle", "ils", "elles", "ci", "celle-ci", "celui-ci", "ceux-ci", "-il", "-elle", "-ils", "-elles", "-t-il"}
)
_NAMES = frozenset(["name", "capital", "organisation"])
_OURS = frozenset({"notre", "nos"})
_THEIRS = frozenset({"son", "sa", "ses", "leur", "leurs"})
#: Officials of the other side, whosoever *son* is.
_OPPOSITE = frozenset(["homologue", "collegue"])
#: A clause of its own begins: its owner is named in it, or stands nearest.
_CLAUSE_WORDS = frozenset(["que", "qu'", "qui", "dont", ";"])


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
        if depth < 3 and (word in THIRD_PERSON or is_relative(token)):
            return self.antecedent_codes(token)
        if word in ("ce", "cet", "cette", "ces"):
            return []
        # *les alliés des Etats-Unis* are not the United States
        if fold(token.lemma_) in vocabulary().partners and self.memory.alliance:
            return [self.memory.alliance]
        own = self.named(token) or self._organisation_before(token)
        if own:
            return self._with_conjuncts(token, own, depth)
        if fold(token.lemma_) in ("pays", "etat", "capitale", "puissance") and self.memory.last_list:
            pointed = "ces" in self.reading.words[max(0, token.i - 3) : token.i]
            return list(self.memory.last_list) if pointed else []
        owner = owner_word(self.reading, token.i)
        # *son homologue* is of another state
        if owner is not None and depth < 3 and self.reading.nouns[token.i] not in _OPPOSITE:
            return self.owner_codes(owner, depth + 1) or self._state_before(owner, token)
        return self._with_conjuncts(token, [], depth) or self._fronted(token)

    def _organisation_before(self, token: Token) -> list[str]:
        """*La Cédéao … L'organisation est aussi présente en Gambie*: the one named last."""
        if not is_organisation_told(self.reading, token.i):
            return []
        return [next(a.code for a in reversed(self.reading.actors) if a.form == "organisation" and a.first < token.i)]

    def _fronted(self, token: Token) -> list[str]:
        """*A Sofia, le ministère de la Défense a annoncé*: the state of the capital that opens the sentence."""
        first, _ = self.reading.sentence(token.i)
        told = self.reading.place_at.get(first + 1)
        if (
            self.reading.words[first] != "a"
            or told is None
            or self.reading.nouns[token.i] not in vocabulary().speak_at_home
        ):
            return []
        code = capital_code(told.record["text"])
        closes = self.reading.words[told.last + 1 : told.last + 2] == [","]
        return [code] if code is not None and closes and code == told.record["country"] else []

    def _with_conjuncts(self, token: Token, own: list[str], depth: int) -> list[str]:
        """*Londres et Paris*, *le ministre allemand et son homologue français*: the codes of all."""
        codes = [*listed_before(self.reading, token), *own]
        for child in token.children:
            between = self.reading.pos[token.i + 1 : child.i]
            if "VERB" in between or "AUX" in between:
                # *la Suède, n'étant pas membre de l'Otan*
                continue
            if child.dep_ == "conj" and child.i > token.i and child.pos_ in ("NOUN", "PROPN") and depth < 3:
                codes.extend(self.codes_of(child, depth + 1))
        return unique(codes)

    def _state_before(self, owner: int, office: Token) -> list[str]:
        """*Israël a refusé. Son Premier ministre …*: the subject before, of an office that opens."""
        first, _ = self.reading.sentence(owner)
        if owner != first or first == 0 or not is_office(self.reading, office.i):
            return []
        before, _ = self.reading.sentence(first - 1)
        subjects = (t for t in self.reading.tokens[before:first] if t.dep_ in SUBJECTS)
        return next((codes for t in subjects if (codes := [a.code for a in self.reading.actor_at.get(t.i, ())])), [])

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
            and token.i + 1 < len(reading.tokens)
            and reading.words[token.i + 1].startswith("bleu")
        ):
            told = [a.code for j in beside(reading, token.i) for a in reading.actor_at.get(j, ()) if a.form != "name"]
            return unique(told) or come_from(reading, token.i) or ["UN"]
        if word == "%" and any(reading.words[j].startswith("casque") for j in beside(reading, token.i)):
            # *60 % des Casques bleus*
            return ["UN"]
        if plural := states_of_offices(reading, token):
            return plural
        if person := self.person(token):
            return [person]
        if seat := seat_at(self.reading, token):
            return [seat]
        if owners := self.owners_beside(token.i):
            return owners
        portfolio = self.portfolio(token)
        return [portfolio] if portfolio else []

    def person(self, token: Token) -> str | None:
        """The state of a person named here, or right after a title."""
        return state_of_person(self.reading, self.memory.people, token)

    def portfolio(self, token: Token) -> str | None:
        """*le secrétaire à la Défense*, *la conseillère fédérale*: an office of one state."""
        return portfolio_at(self.reading.folded, self.reading.words[token.i], token.idx)

    def owners_beside(self, i: int) -> list[str]:
        """Codes right of a noun that own it: *forces françaises*, *troupes de la Russie*."""
        return owners_beside(self.reading, self.memory, i)

    # -- pronouns and owners

    def ours(self, token: Token) -> list[str]:
        """*nous*: the speaker's state or organisation; with *ensemble*, his allies' too."""
        first, end = self.reading.sentence(token.i)
        # *nous partirons, a poursuivi M. Zenawi*
        people = (self.memory.people.get(self.reading.tokens[j].text) for j in range(token.i, end))
        own = self.affiliation_at(token.idx) or next(filter(None, people), None)
        if own is None:
            return []
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
            return self.ours(self.reading.tokens[i])
        if word not in _THEIRS:
            return []
        return self.nearest_subject(i, depth)

    def nearest_subject(self, i: int, depth: int = 0, *, asked_first: bool = False) -> list[str]:
        """The subject of the verb above token `i`, if no clause begins between, else the actor named last before it."""
        token, words = self.reading.tokens[i], self.reading.words
        for up in token.ancestors:
            if up.pos_ not in ("VERB", "AUX"):
                continue
            if up.i < i and any(word in _CLAUSE_WORDS for word in words[up.i + 1 : i]):
                break
            if asked_first and self._asks(up) and (asked := self.reading.actors_between(up.i + 1, i)):
                # *demander au Tchad, qui n'est pas membre de la Cédéao, d'envoyer*
                to = next((a for a in asked if a.first and words[a.first - 1] in ("a", "au", "aux")), asked[-1])
                return [to.code]
            if up.dep_ == "acl" and up.head.i < i and (own := self._deciders(up.head)):
                return own
            doer = subject(up)
            if doer is not None and words[i] in _THEIRS and fold(doer.text) in _FIRST_PERSON:
                # *nous négocions leur départ*: of others than us
                return list(self.memory.last_troops)
            if doer is not None and words[i] in ("leur", "leurs") and _is_one(doer) and self.memory.last_troops:
                # *Bamako a demandé leur départ*: of those told before
                return list(self.memory.last_troops)
            if doer is not None and doer.i < i:
                codes = self.codes_of(doer, depth + 1)
                if codes:
                    return codes
            if doer is not None:
                break
        if words[i] in ("son", "sa") and (head := opening_head(token)) is not None:
            # *Depuis son intervention en Syrie, l'armée turque …*
            return self._last_actor(i, depth) or self.codes_of(head, depth + 1)
        return self._last_actor(i, depth)

    def _deciders(self, noun: Token) -> list[str]:
        """*la décision de la France d'accélérer le départ de ses troupes*: whose the decision is."""
        words = self.reading.words
        # the model may hang the infinitive on the state
        for j in range(noun.i, max(-1, noun.i - 4), -1):
            if words[j] in vocabulary().decisions:
                return self.owners_beside(j)
        return []

    def _asks(self, verb: Token) -> bool:
        """*mettre X en garde contre un retrait*, *presser X d'un départ*: the object acts."""
        return verb_lemma(verb) in OBJECT_CONTROL or "garde" in self.reading.words[verb.i + 1 : verb.i + 3]

    def _last_actor(self, i: int, depth: int) -> list[str]:
        first, _ = self.reading.sentence(i)
        for j in range(i - 1, first - 1, -1):
            actors = [a for a in self.reading.actor_at.get(j, ()) if a.form != "adjective"]
            if actors:
                return [actors[-1].code]
            candidate = self.reading.tokens[j]
            if candidate.dep_ in SUBJECTS and (codes := self.codes_of(candidate, depth + 1)):
                return codes
        return []

    def _right_before(self, i: int, first: int) -> list[str]:
        """*si l'Allemagne, qui fournit des soldats*: the state that stands before a relative pronoun."""
        reading = self.reading
        j = i - 1 - (reading.words[i - 1] == ",")
        return [a.code for a in reading.actor_at.get(j, ()) if a.form in _NAMES] if j >= first else []

    def antecedent_codes(self, token: Token) -> list[str]:
        """*elle*, *ils*: the nearest subject before, in this sentence or the last; else the last troops."""
        i = token.i
        up = token.head
        introduced = i > 0 and self.reading.words[i - 1] in ("qu'", "que")
        asked = introduced and up.dep_ in ("acl:relcl", "acl") and up.head.i < i and token.lower_ in ("ils", "elles")
        # *attendre de nos partenaires qu'ils quittent*
        if asked and (codes := self.codes_of(up.head, 2)):
            return codes
        if introduced and token.lower_ in ("il", "elle") and (code := self.affiliation_at(token.idx)):
            # *le Ghana a fait savoir qu'il n'enverrait personne*: who speaks; *des responsables ont dit qu'il irait*
            said_by = subject(up.head) if up.dep_ == "ccomp" else None
            if said_by is None or _agrees(said_by, token):
                return [code]
        first, _ = self.reading.sentence(i)
        if self.reading.words[first] == "quant" and (told := self.reading.actors_between(first, i)):
            # *Quant à la Grande-Bretagne, elle contribuera*
            return [told[0].code]
        if is_relative(token) and (beside := self._right_before(i, first)):
            return beside
        others: list[str] = []
        for _step in range(2):
            for j in range(i - 1, first - 1, -1):
                candidate = self.reading.tokens[j]
                if (
                    candidate.dep_ in SUBJECTS
                    and candidate.pos_ in ("NOUN", "PROPN")
                    and (codes := self.named(candidate) or self._fronted(candidate))
                ):
                    if _agrees(candidate, token):
                        return codes
                    # *des responsables ont dit qu'elle rencontrerait*: one or many, he or she
                    others = others or codes
            if first == 0:
                break
            i = first
            first, _ = self.reading.sentence(first - 1)
        many = token.lower_ in ("ils", "elles") and self.memory.last_troops
        return list(self.memory.last_troops) if many else others or list(self.memory.last_troops)


def _is_one(noun: Token) -> bool:
    """Whether a subject is one state or one person: *Bamako*, *la France*; *l'armée* may be taken up by *ils*."""
    if noun.pos_ != "PROPN" or any(child.dep_ == "conj" for child in noun.children):
        return False
    return not any(child.lower_ in ("les", "des", "ces") for child in noun.lefts)


def _agrees(noun: Token, pronoun: Token) -> bool:
    """Whether *il*, *elle*, *ils* may stand for a noun, by its article."""
    word = fold(pronoun.text).removeprefix("-t").removeprefix("-")
    articles = {child.lower_ for child in noun.lefts if child.pos_ == "DET"}
    if word in ("ils", "elles"):
        return not _is_one(noun)
    if word in ("il", "elle"):
        wrong = {"la", "une"} if word == "il" else {"le", "un"}
        return articles.isdisjoint({"les", "des", "ces", "deux", *wrong})
    return True
