"""From trigger words to frames: a word is an event only where its arguments are troops or officials.

*Ils envoient des soldats* is a deployment, *ils envoient un message* is none; *le retrait américain* is a withdrawal in
an article about troops, *le retrait du permis* never is.
"""

from dataclasses import dataclass, field

from spacy.tokens import Token

from natoextract.events.military import (
    beside,
    is_strength,
    is_troops,
    military_words,
    noun_lemma,
    owner_word,
    verb_lemma,
)
from natoextract.events.reading import Mention, Reading
from natoextract.events.syntax import agent, is_participle, is_relative, modified_noun, objects, own_subject, subject
from natoextract.events.words import Phrase, Sense, Words, trigger_words
from natoextract.grammar import VerbGroup, auxiliaries_of, is_reflexive, lemma, verb_group
from natoextract.text import fold

#: Complements of a movement that say where or how many.
_GROUND = frozenset(["pays", "territoire", "region", "etat", "allie", "gros", "reste", "partie"])


@dataclass(slots=True)
class Frame:
    """A trigger that its arguments license.

    `troops` heads the words that say the troops, `agent` those that say who sends or keeps them, `group` is the verb
    group of a verb. `participle`: a bare participle beside a noun.
    """

    token: Token
    last: int
    type: str
    frame: str
    troops: Token | None = None
    agent: Token | None = None
    group: VerbGroup | None = None
    participle: bool = False
    counts: list[Mention] = field(default_factory=list)

    @property
    def is_noun(self) -> bool:
        return self.group is None and not self.participle


def find_frames(reading: Reading, about_troops: bool) -> list[Frame]:
    """Every licensed trigger, in text order."""
    words = trigger_words()
    finder = _Finder(reading, words, about_troops)
    frames: list[Frame] = []
    for token in reading.doc:
        if (
            (
                token.pos_ in ("DET", "ADP", "PUNCT", "SPACE", "NUM", "CCONJ", "SCONJ")
                or (token.is_stop and token.pos_ != "AUX")
            )
            and token.pos_ != "VERB"
            and reading.words[token.i] not in ("a", "ont", "avait", "avaient", "mort", "morts")
        ):
            continue
        frame = finder.at(token)
        if frame is not None:
            frames.append(frame)
    return _without_doubles(frames)


def _without_doubles(frames: list[Frame]) -> list[Frame]:
    """*renforcer et étendre sa mission* is one event: coordinated verbs of one type with one object."""
    kept: list[Frame] = []
    for frame in frames:
        double = any(
            other.type == frame.type
            and other.group is not None
            and frame.group is not None
            and (frame.token.dep_ == "conj" and frame.token.head.i == other.token.i)
            and (frame.troops is None or other.troops is None or frame.troops.i == other.troops.i)
            for other in kept
        )
        if not double:
            kept.append(frame)
    return kept


class _Finder:
    def __init__(self, reading: Reading, words: Words, about_troops: bool) -> None:
        self.reading = reading
        self.words = words
        self.about = about_troops

    def at(self, token: Token) -> Frame | None:
        verb = self._verb_lemma(token)
        if verb is not None:
            return self._verb(token, verb)
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB", "X"):
            return self._noun(token)
        return None

    # -- verbs

    def _verb_lemma(self, token: Token) -> str | None:
        """The lemma of a trigger verb, also where a participle is called a noun or an adjective."""
        word = self.reading.words[token.i]
        known = self.words.participles.get(token.lower_)
        before = self.reading.words[token.i - 1] if token.i else ""
        if known is not None and before in ("l'", "la", "le", "son", "sa", "leur", "une", "un", "cette"):
            # *son arrivée*, *l'entrée*
            return None
        if token.pos_ in ("VERB", "AUX"):
            own = verb_lemma(token)
            return known if known is not None and own not in self.words.verbs else own
        if known is not None and token.pos_ in ("ADJ", "PROPN", "NOUN", "X"):
            # the noun *blessés* has a determiner or a numeral of its own, the participle has a noun before it
            if known in ("blesser", "tuer", "mourir") and not self._is_predicate(token):
                return None
            return known
        if word in ("present", "presents", "presente", "presentes"):
            return "present"
        if word in ("partis", "parties", "parti", "partie") and any(lemma(c) == "être" for c in token.lefts):
            return "partir"
        return None

    def _is_predicate(self, token: Token) -> bool:
        if any(lemma(c) in ("être", "avoir") for c in token.lefts if c.pos_ == "AUX"):
            return True
        before = self.reading.doc[token.i - 1] if token.i else None
        return (
            before is not None
            and before.pos_ in ("NOUN", "ADV", "ADJ", "PROPN")
            and token.dep_ in ("acl", "amod", "ROOT")
        )

    def _verb(self, token: Token, name: str) -> Frame | None:
        phrase = self._phrase(token, self.words.verb_phrases.get(name, ()))
        if phrase is not None:
            sense, last = phrase
            if (frame := self._license(token, last, sense, name)) is not None:
                return frame
        reflexive = is_reflexive(token)
        table = self.words.reflexives if reflexive else self.words.verbs
        senses = table.get(name, ())
        if reflexive and is_participle(token) and not senses:
            senses = self.words.verbs.get(name, ())
        for sense in senses:
            if (frame := self._license(token, token.i, sense, name)) is not None:
                return frame
        return None

    def _phrase(self, token: Token, phrases: tuple[Phrase, ...]) -> tuple[Sense, int] | None:
        _, end = self.reading.sentence(token.i)
        for phrase in phrases:
            at = token.i
            for word in phrase.rest:
                near = range(at + 1, min(end, at + 4))
                found = next((j for j in near if self.reading.words[j] == word), None)
                if found is None:
                    break
                at = found
            else:
                return phrase.sense, at
        return None

    def _license(self, token: Token, last: int, sense: Sense, name: str) -> Frame | None:
        """The frame, if what it asks for stands there."""
        return getattr(self, f"_{sense.frame}")(Frame(token, last, sense.type, sense.frame), name)  # type: ignore[no-any-return]

    def _is_bare_participle(self, token: Token) -> bool:
        if not (is_participle(token) or token.lower_ in self.words.participles):
            return False
        return not auxiliaries_of(token) and not any(c.dep_ in ("cop", "aux") for c in token.lefts)

    def _moves(self, frame: Frame, name: str) -> Frame | None:
        """*envoyer des soldats*: the object is troops, or was (*les y laisseront*)."""
        token = frame.token
        if self._is_bare_participle(token):
            noun = modified_noun(token)
            if noun is None or not self._troops_at(noun.i) or self._has_state(name):
                return None
            frame.troops, frame.agent, frame.participle = self._head(noun), agent(token), True
            return frame
        frame.group = verb_group(token)
        if frame.group.passive or (token.lower_ != "ajouter" and frame.group.passive):
            patient = subject(token)
            if patient is None or not self._is_patient(patient):
                return None
            frame.troops, frame.agent = patient, agent(token)
            return self._not_state(frame, name)
        for found in objects(token):
            if self._troops_at(found.i):
                frame.troops, frame.agent = self._head(found), subject(token)
                return frame
        count = self._count_after(token.i, 7)
        if count is not None and frame.type != "casualties":
            frame.troops, frame.agent = self.reading.doc[count.last], subject(token)
            return frame
        # les y laisseront
        if self.about and any(
            c.lower_ in ("les", "la", "le") and c.i == token.i - 1 - _has(c, token) for c in token.lefts
        ):
            clitic = next(c for c in token.lefts if c.lower_ in ("les", "la", "le"))
            if clitic.lower_ == "les" and self._recent_troops(token.i):
                frame.agent = subject(token)
                return frame
        return None

    def _has_state(self, name: str) -> bool:
        """Whether the participle of a verb tells a state: *déployés*, *engagés*; *envoyés* tells the sending."""
        return any(s.frame == "stands" for s in self.words.verbs.get(name, ()))

    def _not_state(self, frame: Frame, name: str) -> Frame | None:
        """*sont déployés* tells a state: a `stands` sense of the verb then reads it."""
        group = frame.group
        assert group is not None
        state = frame.type != "presence" and group.tense == "present" and group.finite is not group.head
        if state and self._has_state(name) and [lemma(a) for a in auxiliaries_of(frame.token)] == ["être"]:
            return None
        return frame

    def _stands(self, frame: Frame, name: str) -> Frame | None:
        """*62 soldats sont engagés*, *les 9.592 militaires engagés*, *les troupes présentes* with a figure."""
        token = frame.token
        if self._is_bare_participle(token) or (name == "present" and not self._copula(token)):
            noun = modified_noun(token)
            if noun is None:
                return None
            near = self._count_near(noun.i, token.i)
            if near is None:
                return None
            frame.troops, frame.agent, frame.participle = noun, agent(token), True
            return frame
        frame.group = verb_group(token)
        patient = subject(token)
        if patient is None or not self._is_patient(patient):
            return None
        frame.troops, frame.agent = patient, agent(token)
        return frame

    def _copula(self, token: Token) -> Token | None:
        return next((c for c in token.lefts if lemma(c) in ("être", "rester", "demeurer")), None)

    def _changes(self, frame: Frame, name: str) -> Frame | None:
        """*renforcer ses troupes*, *réduire sa présence*, *augmenter leur nombre*."""
        token = frame.token
        if self._is_bare_participle(token):
            return None
        frame.group = verb_group(token)
        if frame.group.passive:
            patient = subject(token)
            if patient is None or not is_strength(self.reading, patient.i, about_troops=self.about):
                return None
            frame.troops, frame.agent = patient, agent(token)
            return frame
        for found in objects(token):
            if is_strength(self.reading, found.i, about_troops=self.about):
                frame.troops, frame.agent = self._head(found), subject(token)
                return frame
        return None

    def _levels(self, frame: Frame, name: str) -> Frame | None:
        """*passer de 13.000 à 16.000 soldats*, *porter son contingent à 1.500 hommes*."""
        token = frame.token
        _first, end = self.reading.sentence(token.i)
        after = [m for m in self.reading.counts if token.i < m.first < min(end, token.i + 18)]
        if not after:
            return None
        before = self.reading.words[after[0].first - 1]
        fro = any(w == "de" for w in self.reading.words[max(token.i, after[0].first - 3) : after[0].first])
        to = _preposition(self.reading, after[0].first) == "a"
        if name in ("passer", "descendre", "tomber"):
            if not ((fro and len(after) > 1) or to or before == "a"):
                return None
        elif not to and not (fro and len(after) > 1 and _preposition(self.reading, after[1].first) == "a"):
            return None
        if name not in ("passer", "descendre", "tomber"):
            found = next((o for o in objects(token) if is_strength(self.reading, o.i, about_troops=True)), None)
            if found is None:
                return None
            frame.troops = found
        frame.group = verb_group(token)
        frame.agent = subject(token)
        return frame

    def _goes(self, frame: Frame, name: str) -> Frame | None:
        """*les troupes arrivent*, *nous partirons*, *l'Allemagne se retire*: states go where troops are spoken of."""
        token = frame.token
        if name == "aller" and any(t.pos_ == "VERB" for t in self.reading.doc[token.i + 1 : token.i + 3]):
            return None
        if self._is_bare_participle(token):
            noun = modified_noun(token)
            if noun is None or not self._troops_at(noun.i) or self._has_state(name):
                return None
            frame.troops, frame.participle = self._head(noun), True
            return frame
        frame.group = verb_group(token)
        doer = subject(token)
        if doer is None:
            return frame if self._state_subject(frame, None) else None
        if self._troops_at(doer.i):
            frame.troops = self._head(doer)
            return frame
        frame.agent = doer
        return frame if self._state_subject(frame, doer) else None

    def _state_subject(self, frame: Frame, doer: Token | None) -> bool:
        """Whether a state, *nous* or *ils* may be said to go: only where troops are spoken of."""
        if not self.about or (frame.type == "deployment" and not self._goes_to_country(frame)):
            return False
        if doer is None:
            return (
                frame.token.pos_ == "VERB"
                and frame.group is not None
                and frame.group.tense == "infinitive"
                and (any(self.reading.actor_at.get(a.i) for a in frame.token.ancestors))
            )
        if self.reading.actor_at.get(doer.i) or fold(doer.text) == "nous":
            return True
        if doer.pos_ == "PRON" or doer.lower_ in ("ils", "elle", "elles"):
            return doer.lower_ in ("ils", "elles") and (frame.frame == "leaves" or self._recent_troops(frame.token.i))
        return fold(doer.lemma_) in ("allie", "pays", "partenaire", "coalition")

    def _goes_to_country(self, frame: Frame) -> bool:
        _, end = self.reading.sentence(frame.token.i)
        window = range(frame.token.i + 1, min(end, frame.token.i + 8))
        return any(self.reading.actor_at.get(j) or self.reading.words[j] in ("ensemble", "pays") for j in window)

    def _leaves(self, frame: Frame, name: str) -> Frame | None:
        """*les Américains quittent l'Irak*, *l'armée a fui*: the object is a country, a base or the enemy."""
        token = frame.token
        doer = subject(token)
        goal = next(objects(token), None)
        if self._is_bare_participle(token) or doer is None:
            return None
        frame.group = verb_group(token)
        if frame.group.passive:
            return None
        troops = self._troops_at(doer.i)
        country = goal is not None and (
            self.reading.actor_at.get(goal.i)
            or goal.i in self.reading.locative_at
            or goal.i in self.reading.place_at
            or fold(goal.lemma_)
            in ("pays", "base", "territoire", "sol", "ville", "region", "camp", "mission", "caserne")
        )
        if not country and not (troops and name == "fuir"):
            return None
        if troops:
            frame.troops = self._head(doer)
            return frame
        frame.agent = doer
        return frame if self._state_subject(frame, doer) else None

    def _counts(self, frame: Frame, name: str) -> Frame | None:
        """*la mission compte 12.000 hommes*, *l'Otan a 500 personnels en Irak*, *la France a perdu deux soldats*."""
        token = frame.token
        if token.dep_.startswith("aux") or self._is_bare_participle(token):
            return None
        if frame.token.i != frame.last:  # faire de même: an echo of the event before
            frame.group, frame.agent = verb_group(token), subject(token)
            return frame if self.about else None
        count = self._count_after(token.i, 8)
        if count is None:
            return None
        group = verb_group(token)
        if group.passive:
            return None
        frame.group, frame.agent, frame.troops = group, subject(token), self.reading.doc[count.last]
        if name == "avoir":
            # the unit noun names the event: *a* alone names nothing
            unit = self.reading.doc[count.last]
            frame.token, frame.last = unit, unit.i
        return frame

    def _joins(self, frame: Frame, name: str) -> Frame | None:
        """*contribue à RSM avec 70 militaires*, *participent à la Minusma*."""
        token = frame.token
        _, end = self.reading.sentence(token.i)
        window = range(token.i + 1, min(end, token.i + 9))
        if not any(j in self.reading.mission_at or j in self.reading.count_at for j in window):
            return None
        if any(self.reading.doc[j].pos_ == "VERB" for j in window if j < token.i + 3):
            return None
        frame.group, frame.agent = verb_group(token), subject(token)
        return frame

    def _kills(self, frame: Frame, name: str) -> Frame | None:
        """*la mine a tué deux soldats*, *deux soldats ont été tués*, *40 autres ont été blessés*."""
        return self._moves(frame, name)

    def _dies(self, frame: Frame, name: str) -> Frame | None:
        """*six militaires ont perdu la vie*."""
        token = frame.token
        if self._is_bare_participle(token):
            noun = modified_noun(token)
        else:
            frame.group = verb_group(token)
            noun = subject(token)
        if noun is None or not self._troops_at(noun.i):
            return None
        frame.troops, frame.participle = self._head(noun), frame.group is None
        return frame

    # meetings are licensed by their own rules

    def _meets(self, frame: Frame, name: str) -> Frame | None:
        frame.group = verb_group(frame.token)
        frame.agent = subject(frame.token)
        return frame

    _travels = _meets
    _held = _meets

    # -- nouns

    def _noun(self, token: Token) -> Frame | None:
        name = noun_lemma(self.reading, token.i)
        phrase = self._phrase(token, self.words.noun_phrases.get(name, ()))
        senses = self.words.nouns.get(name, ())
        if phrase is not None:
            senses = (phrase[0],)
        before = self.reading.words[token.i - 1] if token.i else ""
        if not senses or (token.pos_ == "VERB" and before not in ("l'", "la", "le", "son", "sa", "leur", "une", "un")):
            return None
        last = phrase[1] if phrase is not None else token.i
        for sense in senses:
            frame = Frame(token, last, sense.type, sense.frame)
            if (licensed := getattr(self, f"_noun_{sense.frame}")(frame, name)) is not None:
                return licensed  # type: ignore[no-any-return]
        return None

    def _noun_of(self, frame: Frame, name: str) -> Frame | None:
        """*le retrait des troupes*, *le retrait américain*, *leur départ*."""
        reading, i = self.reading, frame.last
        for j in beside(reading, i, 8):
            if self._troops_at(j):
                frame.troops = reading.doc[j]
                return frame
            word = reading.doc[j]
            if j in reading.mission_at:
                return frame
            # *retrait du permis*, *départ du président*
            named = reading.actor_at.get(j) or j in reading.place_at or j in reading.locative_at
            if word.pos_ in ("NOUN", "PROPN") and not named and fold(word.lemma_) not in _GROUND:
                return None
        count = self._bridged_count(i)
        if count is not None:
            frame.troops = reading.doc[count.last]
            return frame
        if not self.about:
            return None
        right = beside(reading, i, 5)
        actor = any(reading.actor_at.get(j) for j in right)
        owner = owner_word(reading, i)
        if name in ("arrivee", "retour", "intervention", "depart"):
            plural = owner is not None and reading.words[owner] in ("leur", "leurs", "notre", "nos")
            return (
                frame if (plural and self._recent_troops(i)) or (name == "intervention" and (actor or owner)) else None
            )
        if actor or owner is not None:
            return frame
        # *un retrait coordonné*, *ce déploiement*, *le désengagement*
        return (
            frame
            if self._recent_troops(i) and name not in ("projection", "mobilisation", "releve", "evacuation")
            else None
        )

    def _noun_strength(self, frame: Frame, name: str) -> Frame | None:
        for j in beside(self.reading, frame.last, 6):
            if is_strength(self.reading, j, about_troops=self.about):
                if name == "fin" and noun_lemma(self.reading, j) not in (
                    "mission",
                    "presence",
                    "operation",
                    "engagement",
                ):
                    return None
                frame.troops = self.reading.doc[j]
                return frame
            if self.reading.doc[j].pos_ == "NOUN":
                return None
        count = self._bridged_count(frame.last)
        if count is not None:
            frame.troops = self.reading.doc[count.last]
            return frame
        return None

    def _noun_own(self, frame: Frame, name: str) -> Frame | None:
        """*la présence militaire américaine*, *sa présence*, *un contingent de 500 hommes*."""
        reading, i = self.reading, frame.last
        right = beside(reading, i, 6)
        if _is_argument_of_change(reading, frame.token):
            return None
        for j in right:
            if self._troops_at(j) and name in (
                "presence",
                "contingent",
                "effectif",
                "participation",
                "contribution",
                "maintien",
                "engagement",
                "stationnement",
            ):
                frame.troops = reading.doc[j]
                return frame
        military = any(noun_lemma(reading, j) == "militaire" for j in right)
        if military and name in ("presence", "contribution", "participation", "engagement"):
            return frame
        count = self._bridged_count(i)
        if count is not None and name in ("contingent", "effectif", "presence"):
            frame.troops = reading.doc[count.last]
            return frame
        if not self.about or name not in ("presence",):
            return None
        owned = owner_word(reading, i) is not None or any(reading.actor_at.get(j) for j in right)
        return frame if owned else None

    def _noun_self(self, frame: Frame, name: str) -> Frame | None:
        """*des renforts*: not *en renfort*, nor those that a verb already sends."""
        token = frame.token
        before = self.reading.words[token.i - 1] if token.i else ""
        if before in ("en", "de", "d'") or not self.reading.words[token.i].endswith("s"):
            return None
        head = token.head
        if head.pos_ == "VERB" and token.dep_ in ("obj", "obl:arg") and verb_lemma(head) in self.words.verbs:
            return None
        if not self.about and not any(self._troops_at(j) for j in beside(self.reading, token.i)):
            return None
        frame.troops = token
        return frame

    def _noun_fallen(self, frame: Frame, name: str) -> Frame | None:
        """*la mort de deux soldats*, *8 morts parmi les soldats*, *les pertes: 57 soldats*."""
        reading, i = self.reading, frame.last
        _, end = reading.sentence(i)
        for j in range(i + 1, min(end, i + 9)):
            token = reading.doc[j]
            if self._troops_at(j):
                frame.troops = token
                return frame
            if token.pos_ in ("VERB", "AUX") or reading.words[j] in (
                "et",
                "dans",
                "contre",
                "par",
                "lors",
                "apres",
                "qui",
            ):
                break
        return None

    def _noun_talks(self, frame: Frame, name: str) -> Frame | None:
        return frame

    # -- troops and counts

    def _head(self, token: Token) -> Token:
        return token

    def _troops_at(self, i: int) -> bool:
        """Whether a token is troops, or stands for a part of them: *une partie de ses soldats*, *deux d'entre eux*."""
        if is_troops(self.reading, i):
            return True
        if noun_lemma(self.reading, i) in military_words().numbers:
            return any(is_troops(self.reading, j) for j in beside(self.reading, i))
        return i in self.reading.mission_at

    def _is_patient(self, token: Token) -> bool:
        if self._troops_at(token.i):
            return True
        if fold(token.text) in ("celle-ci", "celui-ci", "ceux-ci", "ils", "elles", "elle") or is_relative(token):
            return self._recent_troops(token.i)
        return False

    def _recent_troops(self, i: int, sentences: int = 2) -> bool:
        """Whether troops were named in this sentence or the one before."""
        first, _ = self.reading.sentence(i)
        for _step in range(sentences - 1):
            if first > 0:
                first, _ = self.reading.sentence(first - 1)
        return any(
            is_troops(self.reading, j) or j in self.reading.mission_at
            for j in range(first, i)
            if self.reading.doc[j].pos_ in ("NOUN", "PROPN", "NUM", "ADJ")
        )

    def _count_after(self, i: int, limit: int) -> Mention | None:
        """The first count after a verb with no other verb, comma or preposition of place between."""
        _, end = self.reading.sentence(i)
        for j in range(i + 1, min(end, i + limit)):
            if j in self.reading.count_at:
                return self.reading.count_at[j]
            token = self.reading.doc[j]
            if token.pos_ == "VERB" or token.text in (",", ";", ":", "("):
                return None
        return None

    def _bridged_count(self, i: int) -> Mention | None:
        """A count that a noun takes by *de*: *l'envoi d'environ 30.000 soldats*."""
        _, end = self.reading.sentence(i)
        for j in range(i + 1, min(end, i + 7)):
            if j in self.reading.count_at:
                return self.reading.count_at[j]
            token = self.reading.doc[j]
            if token.pos_ in ("VERB", "AUX", "NOUN", "PRON") or token.text in (",", ";", ":"):
                return None
        return None

    def _count_near(self, noun: int, participle: int) -> Mention | None:
        for j in range(noun, participle):
            if j in self.reading.count_at:
                return self.reading.count_at[j]
        return self.reading.count_at.get(noun)


def _has(clitic: Token, verb: Token) -> int:
    """How many words stand between a clitic and its verb: *les y laisseront* 1."""
    return max(0, verb.i - clitic.i - 1)


def _preposition(reading: Reading, i: int) -> str | None:
    """The preposition before a count, over *près de*, *environ*, *quelque*."""
    for j in range(i - 1, max(-1, i - 5), -1):
        word = reading.words[j]
        if word in ("a", "aux", "au"):
            return "a"
        if word in (
            "de",
            "d'",
            "environ",
            "quelque",
            "quelques",
            "pres",
            "plus",
            "moins",
            "un",
            "une",
            "les",
            "presque",
            '"',
            "«",
        ):
            continue
        return word
    return None


def _is_argument_of_change(reading: Reading, token: Token) -> bool:
    """*réduire sa présence*: the verb is the event, its object none of its own."""
    head = token.head
    names = trigger_words()
    if token.dep_ in ("obj", "nsubj:pass", "obl:arg") and head.pos_ in ("VERB", "AUX"):
        senses = names.verbs.get(verb_lemma(head), ())
        return any(s.frame in ("changes", "moves", "levels") for s in senses)
    if token.dep_ == "nmod" and head.pos_ == "NOUN":
        return any(s.frame in ("strength", "of") for s in names.nouns.get(noun_lemma(reading, head.i), ()))
    return False


__all__ = ["Frame", "find_frames", "own_subject"]
