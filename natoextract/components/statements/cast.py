"""The persons and bodies of one article: gathered once from its names, added to as its statements are read."""

import re
from itertools import pairwise

from natoextract.components.statements.kinds import Kind
from natoextract.components.statements.page import Attribution, Page
from natoextract.components.statements.persons import Name
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.sources import Source, Topic, code_words, content_words, office_of, same_first
from natoextract.components.statements.topics import AMONG, bears, sentence_subject
from natoextract.components.statements.vocabulary import first_names, is_first_name, phrase_words
from natoextract.components.statements.words import Words
from natoextract.grammar import SUBJECTS
from natoextract.text import fold

#: How many mentions back a pronoun or an office may reach.
MEMORY = 60
#: *alias*, *dit*: between two names of one person.
ALIAS = phrase_words("alias")
_PREPOSITIONS = frozenset({"du", "au", "des", "aux", "de", "d'", "a"})
#: How many words an office before a name may have.
_REACH = 14
# *La nouvelle a été annoncée à Bangui par X*
_TOLD_BY = re.compile(
    r"\b(?:annonc|confirm|revel|donn|livr|rapport|declar|precis|publi|lanc|signal|relay|communiqu|dement|evoqu|dress|present)"
    r"(?:e|i)e?s?\b[^.;:«»\"]{0,50} par \Z"
)
#: In how many sentences before a statement its subject may have been the topic.
_TOPIC_REACH = 4


class Cast:
    """Who speaks or is spoken of: `topics` wait in text order, `prior` ones have been passed, `recent` ones spoke."""

    def __init__(self, words: Words, page: Page, attributions: list[Attribution]) -> None:
        self.words, self.page = words, page
        self.sources: list[Source] = []
        self.persons: dict[str, list[Source]] = {}
        #: persons by the first word of their name
        self.families: dict[str, list[Source]] = {}
        #: persons of three names or more, by all but the last
        self.fuller: dict[str, Source] = {}
        #: the same by each name between the first and the last
        self.middle: dict[str, list[Source]] = {}
        #: who is spoken of, in text order; a phrase waits until a pronoun asks for it
        self.topics: list[Topic] = []
        self.prior: list[Topic] = []
        self.recent: list[Source] = []
        #: what verbs of saying introduce
        self.told: list[tuple[int, int]] = []
        #: where the last of them spoke
        self.heard_at = 0
        self._gather(attributions)

    def _gather(self, attributions: list[Attribution]) -> None:
        names = [n for n in self.words.names if not n.body]
        told = {self.page.sentence_of(self.words.token_over(f.position)) for f in attributions}
        near = {max(0, i - back) for i in told for back in range(_TOPIC_REACH)}
        heads = [sentence_subject(self.page, self.page.sentences[i], self.page.sentences[i].last) for i in near]
        topics = [topic for topic in heads if isinstance(topic, Phrase)]
        #: where the names stand that are what their sentence is about
        leading = {topic.name.start for topic in topics if topic.name is not None}
        for name in sorted(names, key=lambda n: -len(n.words)):
            if len(name.words) > 1:
                self.person_of(name)
        self._read_aliases(names)
        bearers = self._bearers()
        for name in names:
            phrase = bearers.get(name.start)
            source = self._source_of(name, phrase)
            if source is None:
                continue
            source.mentions.add((name.start, name.end))
            if name.title in ("Me", "Maître"):
                source.heads |= {"avocat", "avocate"}
            source.sure = source.sure or name.sure or (phrase is not None and phrase.role is not None)
            if self.page.quotes.around(name.start) is not None:
                continue
            if phrase is not None:
                self.learn(source, phrase)
            if not name.sure and " de " in name.text and phrase is None:
                # *Gare de Bruxelles* is no person that *il* could stand for
                continue
            lead = phrase.lead if phrase is not None else name.start
            alone = len(name.words) == 1 and is_first_name(name.last)
            subject = (phrase is not None or alone) and self._is_subject(self.words.token_at(name.start), lead)
            shown = name.sure or (phrase is not None and phrase.determiner == "definite")
            leads = shown and name.start in leading and not self._is_governed(lead)
            leads = leads or (self.words.folded_text.endswith("par ", 0, lead) and self._told_by(lead))
            self.topics.append(Topic(name.start, source, subject or leads))
        for topic in topics:
            if topic.name is None and topic.determiner != "bare":
                self.topics.append(Topic(topic.start, topic, True))
        self.topics.sort(key=lambda t: -t.position)

    def _read_aliases(self, names: list[Name]) -> None:
        """*Rodrigo Durand, alias Timo*: one person by two names."""
        for one, other in pairwise(names):
            between = self.words.folded_text[one.end : other.start].strip(' ,("«')
            if between in ALIAS and len(one.words) > 1 and len(other.words) == 1:
                self.persons.setdefault(other.last, []).append(self.person_of(one))
                self.words.surnames.add(other.last)

    def _source_of(self, name: Name, bearer: Phrase | None) -> Source | None:
        """The person of a name; a lone word must be known, sure, bear an office, or be a first name."""
        if len(name.words) > 1 or name.sure or (bearer is not None and bearer.role is not None):
            source = self.person_of(name)
            if len(name.words) == 1 and not name.title:
                source.gender = source.gender or first_names().get(name.last)
            return source
        return self.known(name) or self._by_first_name(name)

    def _by_first_name(self, name: Name) -> Source | None:
        """*Cyprien, tout juste 19 ans*: a first name alone, unless a fuller name has it."""
        word = name.words[0]
        if word not in first_names() or self.words.places.get(name.start) is not None:
            return None
        fuller = [s for people in self.persons.values() for s in people if s.first_name == word]
        return fuller[0] if fuller else self.person_of(name)

    def _bearers(self) -> dict[int, Phrase]:
        """The longest phrase around each name: *la ministre allemande de la Défense Anne Martin*."""
        bearers: dict[int, Phrase] = {}
        for name in self.words.names:
            i = self.words.token_over(name.start)
            for k in range(max(0, i - _REACH), i + 1):
                if self.words.opens(k) and bears(self.page, k):
                    phrase = read_phrase(self.words, k)
                    if phrase is not None and phrase.name is name:
                        bearers[name.start] = phrase
                        break
        return bearers

    def _is_governed(self, offset: int) -> bool:
        """Whether a preposition stands before a phrase: *le programme du candidat Paul Durand*."""
        lead = self.words.token_at(offset)
        return lead > 0 and (self.words.pos[lead - 1] == "ADP" or self.words.folded[lead - 1] in _PREPOSITIONS)

    def _told_by(self, lead: int) -> bool:
        """*La nouvelle a été annoncée par X. Elle a précisé*: whoever told it is who the text goes on with."""
        return _TOLD_BY.search(self.words.folded_text, max(0, lead - 90), lead) is not None

    def _is_subject(self, i: int, offset: int) -> bool:
        lead = self.words.token_at(offset)
        if lead and (self.words.pos[lead - 1] == "ADP" or self.words.folded[lead - 1] in AMONG):
            return False
        sentence = self.page.sentences[self.page.sentence_of(lead)]
        if not self.words.text[sentence.start : offset].strip():
            return True
        token = self.words.tokens[i]
        if token.dep_ in SUBJECTS:
            return True
        head = token.head
        return head.dep_ in SUBJECTS and offset <= head.idx <= token.idx

    def known(self, name: Name) -> Source | None:
        """The person whose surname a lone word is."""
        candidates = [
            s
            for s in self.persons.get(name.last, [])
            if s.guessed or not (name.gender and s.gender and s.gender != name.gender)
        ]
        return candidates[0] if candidates else self._by_other_name(name)

    def person_of(self, name: Name) -> Source:
        """The person of a name, made when it is new."""
        first = name.first
        for source in self.persons.get(name.last, []):
            if name.gender and source.gender and source.gender != name.gender:
                if not source.guessed or first is not None:
                    continue
                # *le ministre Séra Durand … Mme Durand*
                source.gender, source.guessed = name.gender, False
            full = fold(source.name)
            # *Paul Hans Durand … Hans Durand*, *Rami Abdel Durand … M. Abdel Durand*
            shortened = full.endswith(f" {fold(name.text)}")
            if first is None or source.first_name is None or shortened or same_first(first, source.first_name):
                if first and source.first_name is None:
                    source.name, source.first_name = name.text, first
                source.gender = source.gender or name.gender
                return source
        # *Issa Tchiroma Bakary … Issa Tchiroma*: the last of three names is left out
        if len(name.words) > 1 and (longer := self.fuller.get(fold(name.text))) is not None:
            self.persons.setdefault(name.last, []).append(longer)
            return longer
        # *Ban Ki-moon … M. Ban*: the family's name comes first; *Pedro Garcia Lopez … M. Garcia*: the father's
        if first is None and (other := self._by_other_name(name)) is not None:
            return other
        source = Source("person", name.text, name.gender, last=name.last, first_name=first, named=True)
        self.persons.setdefault(name.last, []).append(source)
        if len(name.words) > 2 and " de " not in name.text:
            self.fuller.setdefault(fold(name.text.rpartition(" ")[0]), source)
        for word in name.inner:
            self.middle.setdefault(word, []).append(source)
        if first is not None:
            self.families.setdefault(first, []).append(source)
        self.sources.append(source)
        return source

    def _by_other_name(self, name: Name) -> Source | None:
        """The one whose family's name a lone word is, though other names stand behind it."""
        told = self.families.get(name.last, []) if name.title else []
        if is_first_name(name.last) and len(told) > 1:
            told = []
        told = told[:1] or self.middle.get(name.last, [])
        fits = len(told) == 1 and not (name.gender and told[0].gender and name.gender != told[0].gender)
        return told[0] if fits else None

    def learn(self, source: Source, phrase: Phrase) -> None:
        """Add what a phrase says of its bearer: office, states, gender."""
        if phrase.role and (
            source.role is None or (len(phrase.role) > len(source.role) and source.role in phrase.role)
        ):
            source.role = phrase.role
        for code in phrase.codes:
            if code not in source.codes:
                source.codes.append(code)
        if source.gender is None and phrase.gender == "m" and phrase.name is not None and phrase.name.gender is None:
            source.guessed = True
        source.gender = source.gender or phrase.gender
        source.official = source.official or bool(phrase.role and "office" in phrase.sorts)
        if phrase.name is not None:
            source.heads |= content_words(self.words.text[phrase.lead : phrase.name.start])
            if source.named and phrase.name.start > phrase.start - 1 and phrase.end > phrase.name.end:
                # *le commandant de corps X, chef de l'armée*
                source.heads |= content_words(self.words.text[phrase.name.end : phrase.end])
        if phrase.role:
            source.heads |= content_words(phrase.role)
            source.office = source.office or office_of(phrase.role, code_words(self.words, phrase))

    def named_next(self, pronoun: str) -> Source | None:
        """*« Il faut partir », dit-elle. Marie Leroy, 34 ans, …*: the person that is named behind the pronoun."""
        waiting = (t.who for t in reversed(self.topics[-3:]) if isinstance(t.who, Source))
        return next((who for who in waiting if who.kind == "person" and who.fits(pronoun)), None)

    def pass_to(self, position: int) -> None:
        """Move the topics before a position to those that have been told."""
        while self.topics and self.topics[-1].position < position:
            self.prior.append(self.topics.pop())

    def heard(self, source: Source, position: int) -> None:
        """Note that a source has just spoken."""
        source.speaks = True
        self.heard_at = position
        if source in self.recent:
            self.recent.remove(source)
        self.recent.append(source)
        self.prior.append(Topic(position, source, True))

    def by_recency(self, kind: Kind) -> list[Source]:
        """The sources of a kind, those that spoke last at the end."""
        order = {id(s): k for k, s in enumerate(self.recent)}
        return sorted((s for s in self.sources if s.kind == kind), key=lambda s: order.get(id(s), -1))
