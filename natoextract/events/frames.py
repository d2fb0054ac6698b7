"""A frame is a trigger that its arguments license; `Search` answers what the licences ask of an article."""

from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.tokens import Token

from natoextract.events.military import beside, is_troops, military_words, noun_lemma
from natoextract.events.reading import Reading, TokenMention
from natoextract.events.syntax import is_relative
from natoextract.events.vocabulary import vocabulary
from natoextract.events.words import Words
from natoextract.grammar import SUBJECTS, VerbGroup
from natoextract.numerals import parse_number
from natoextract.text import fold

_WORDS = vocabulary()
_THEIR = frozenset(["ses", "leurs"])
_MOVEMENTS = frozenset(["deployment", "withdrawal"])
#: Pronouns for a part of troops.
_SOME = frozenset(["%", "premiers", "derniers", "certains", "plusieurs", "membres", "chacun", "beaucoup"])


@dataclass(slots=True)
class Frame:
    """A trigger that its arguments license.

    `troops` heads the words that say the troops, `agent` those that say who sends or keeps them, `group` is the verb
    group of a verb. `participle`: a bare participle beside a noun. `undirected`: the words do not say whether who moves
    comes or goes.
    """

    token: Token
    last: int
    type: str
    frame: str
    word: str
    troops: Token | None = None
    agent: Token | None = None
    group: VerbGroup | None = None
    participle: bool = False
    undirected: bool = False

    @property
    def is_noun(self) -> bool:
        return self.group is None and not self.participle

    @property
    def end(self) -> int:
        """One past the last character of the trigger."""
        last = self.token.doc[self.last]
        return last.idx + len(last)


@dataclass(frozen=True, slots=True)
class Search:
    """One article, the trigger words, and whether it speaks of troops at all.

    Where it does, weak words (*leur retrait*, *nous partirons*) are events too. `told` are the frames found so far.
    """

    reading: Reading
    words: Words
    about_troops: bool
    told: list[Frame] = field(default_factory=list)

    @property
    def about_movements(self) -> bool:
        """Whether the article speaks of troops, or has told a movement of some: others may be told of by a word."""
        return self.about_troops or any(f.troops is not None and f.type in _MOVEMENTS for f in self.told)

    def has_told(self, kind: str) -> bool:
        """Whether the article has told a movement of troops of this kind: later a word is enough for the same."""
        return any(frame.type == kind and frame.troops is not None for frame in self.told)

    def troops_at(self, i: int) -> bool:
        """Whether a noun is troops, or a part of them: *une partie de ses soldats*, *deux d'entre eux*, *40 autres*."""
        reading = self.reading
        if is_troops(reading, i) or i in reading.mission_at or self.is_own(i) or self._is_some_of_them(i):
            return True
        if reading.words[i] in _SOME and reading.words[i + 1 : i + 2] in (["de"], ["des"], ["d'"]):
            # *les premiers de ces soldats*, *certains des soldats*
            return any(is_troops(reading, j) for j in beside(reading, i))
        if noun_lemma(reading, i) in military_words().numbers:
            near = beside(reading, i)
            return any(is_troops(reading, j) or self._is_some_of_them(j) for j in near) or self._is_part(i)
        if reading.words[i] in ("eux", "elles"):
            return any(j in reading.count_at for j in range(max(0, i - 3), i))
        if self._is_pointed(i) or self._are_men_of_a_state(i) or self.is_the_force(i):
            return True
        if reading.words[i] != "autres" or not i:
            return False
        # *quatre soldats tués et trois autres blessés*; *trois autres personnes* are others
        alone = i + 1 >= len(reading.tokens) or reading.tokens[i + 1].pos_ not in ("NOUN", "PROPN")
        if alone and reading.words[i - 1] == "les" and reading.pos[i] in ("PRON", "NOUN", "ADJ"):
            # *Les autres suivront*
            return self.about_troops and self.recent_troops(i)
        return (i - 1) in reading.count_at or (
            alone
            and reading.tokens[i - 1].pos_ in ("NUM", "DET")
            and (parse_number(reading.words[i - 1]) or 0) > 1
            and self.recent_troops(i)
        )

    def is_own(self, i: int) -> bool:
        """*l'Allemagne a réduit le sien*, *l'Autriche a retiré les siens*: the contingent, the soldiers just told."""
        words = self.reading.words
        theirs = words[i] in ("sien", "siens", "sienne", "siennes") and i > 0 and words[i - 1] in ("le", "la", "les")
        return theirs and self.about_troops and self.recent_troops(i)

    def _is_some_of_them(self, i: int) -> bool:
        """*Tous rentreront*, *Les derniers partiront*, *ces hommes*: those whom the sentence before was about."""
        reading = self.reading
        first, end = reading.sentence(i)
        if not self.about_movements or not first:
            return False
        if reading.words[i] in ("hommes", "unites", "elements") and reading.words[i - 1] == "ces":
            return self.recent_troops(i)
        if i > first + 2:
            return False
        alone = reading.words[i] in _WORDS.some_of_them and (
            i + 1 < end and reading.pos[i + 1] in ("VERB", "AUX", "ADV", "PRON", "ADP")
        )
        before, _ = reading.sentence(first - 1)
        return alone and any(
            j in reading.count_at or (reading.tokens[j].dep_ in SUBJECTS and is_troops(reading, j))
            for j in range(before, first)
        )

    def is_the_force(self, i: int) -> bool:
        """*La Kfor compte 3.800 soldats. La force quittera le pays*: the mission named before."""
        reading = self.reading
        if reading.words[i] != "force" or reading.words[i - 1] not in ("la", "cette") or not self.about_troops:
            return False
        acts = reading.pos[i + 1 : i + 2] in (["VERB"], ["AUX"]) or reading.words[i + 1 : i + 2] in (["ne"], ["n'"])
        return acts and bool(reading.missions) and reading.missions[0].first < i

    def _are_men_of_a_state(self, i: int) -> bool:
        """*l'intention de l'Ouganda de retirer ses hommes de Somalie*: of a state, not of a leader."""
        reading = self.reading
        if reading.words[i] != "hommes" or not self.about_troops or reading.words[i - 1] not in _THEIR:
            return False
        first, _ = reading.sentence(i)
        return any(a.form in ("name", "capital", "organisation") for a in reading.actors_between(max(first, i - 12), i))

    def _is_pointed(self, i: int) -> bool:
        """*ces unités*, *cette force*: nouns that are troops only where some have just been named."""
        reading = self.reading
        name = noun_lemma(reading, i)
        if not self.about_troops or name == "homme" or name not in military_words().mixed or reading.pos[i] != "NOUN":
            return False
        at = i - 1
        while at > 0 and reading.pos[at] in ("ADJ", "NUM"):
            at -= 1
        return at >= 0 and reading.words[at] in ("ce", "cet", "cette", "ces") and self.recent_troops(i)

    def _is_part(self, i: int) -> bool:
        """*la moitié d'entre eux*, *en rapatrier une partie*: a share of troops just named."""
        reading = self.reading
        if reading.nouns[i] not in _WORDS.shares or not self.about_troops:
            return False
        if reading.pos[i + 1 : i + 2] == ["ADJ"]:
            # *la partie syrienne du plateau*
            return False
        after = reading.words[i + 1 : i + 4]
        theirs = "entre" in after and after[-1] in ("eux", "elles")
        return (theirs or after[:1] not in (["de"], ["d'"], ["du"], ["des"])) and self.recent_troops(i)

    def is_patient(self, token: Token) -> bool:
        """Whether the subject of a passive is troops, or a pronoun for those just named."""
        if self.troops_at(token.i):
            return True
        pronoun = fold(token.text) in _WORDS.pronouns or is_relative(token)
        return pronoun and self.recent_troops(token.i)

    def recent_troops(self, i: int) -> bool:
        """Whether troops were named in this sentence or the one before."""
        reading = self.reading
        first, _ = reading.sentence(i)
        if first > 0:
            first, _ = reading.sentence(first - 1)
        return any(
            j in reading.mission_at or is_troops(reading, j)
            for j in range(first, i)
            if reading.tokens[j].pos_ in ("NOUN", "PROPN", "NUM", "ADJ")
        )

    def has_state(self, verb: str) -> bool:
        """Whether the participle of a verb tells a state: *déployés*, *engagés*; *envoyés* tells the sending."""
        return any(sense.frame == "stands" for sense in self.words.verbs.get(verb, ()))

    def count_after(self, i: int, limit: int, stops: tuple[str, ...] = ("VERB",)) -> TokenMention | None:
        """The first count after a word, with no other verb and no comma between."""
        reading = self.reading
        _, end = reading.sentence(i)
        for j in range(i + 1, min(end, i + limit)):
            if j in reading.count_at:
                return reading.count_at[j]
            token = reading.tokens[j]
            if token.pos_ in stops or token.text in (",", ";", ":", "("):
                return None
        return None

    def taken_count(self, i: int) -> TokenMention | None:
        """A count that a noun takes by *de*: *l'envoi d'environ 30.000 soldats*."""
        return self.count_after(i, 7, ("VERB", "AUX", "NOUN", "PRON"))


def lead_of(reading: Reading, i: int) -> str | None:
    """The preposition before a count, over its modifiers: `à` of *à près de 16.000*, `de` of *de 13.000*."""
    lead = None
    for j in range(i - 1, max(-1, i - 6), -1):
        word = reading.words[j]
        if word in ("de", "d'"):
            lead = "de"
        elif word in ("a", "au", "aux"):
            # *au moins 1.500*: a modifier; *à plus de 1.500* is a level
            return lead if word == "au" and reading.words[j + 1] in ("moins", "plus") else "a"
        elif word in ("contre", "sous"):
            return word
        elif word not in _WORDS.modifiers:
            return lead
    return lead


def frames_in(frames: list[Frame], tokens: range) -> list[Frame]:
    """The frames, in text order, whose trigger is one of the tokens."""
    low = bisect_left(frames, tokens.start, key=lambda f: f.token.i)
    return frames[low : bisect_left(frames, tokens.stop, lo=low, key=lambda f: f.token.i)]
