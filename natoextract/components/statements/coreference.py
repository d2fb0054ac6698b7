"""Who is meant: a resolver that reads the speakers of an article in document order.

*il*, *M. X*, the surname alone, *ce responsable*, *la même source*, *le chef de la diplomatie américaine* are led back
to the speaker they stand for, by gender, number, office and state; the subject of the last speech comes before the
last person mentioned. Nothing is known of who held which office: all evidence is in the article.
"""

import re
from bisect import bisect_left

from natoextract.components.statements.bodies import earlier_body
from natoextract.components.statements.cast import MEMORY, Cast
from natoextract.components.statements.documents import author_before
from natoextract.components.statements.holders import (
    earlier_anonymous,
    earlier_person,
    is_plain,
)
from natoextract.components.statements.holding import absorb, name_later
from natoextract.components.statements.marks import WHOM
from natoextract.components.statements.nearest import person_before, plural_before
from natoextract.components.statements.page import DOCUMENT, OWN, Attribution, Page
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.sources import (
    Source,
    Topic,
    code_words,
    content_words,
    is_same_office,
    may_stand_for,
    office_of,
)
from natoextract.components.statements.topics import sentence_subject
from natoextract.components.statements.vocabulary import phrase_words
from natoextract.components.statements.words import Words
from natoextract.lexicon import read_toml
from natoextract.text import fold

#: Verbs with which a speaker goes on.
_CONTINUING = frozenset(read_toml("speech_verbs")["continuing"])
#: In how many characters from its head a clause tells its subject.
_AT_HEAD = 40
#: In how many sentences after one speech the next may go on.
_NEAR = 2
_FIRST_PERSON = re.compile(r"\b(?:je |j')")
#: Nouns for men and women.
_EITHER = phrase_words("either")
#: Offices whose bearer acts for somebody else: *son avocat*.
_ABOUT_OTHERS = phrase_words("about_others")
_FORMER = phrase_words("former")
_COLON = re.compile(r" ?: ?[«\"“]? ?$")
#: How many words an agent before a colon may have.
_AGENT = 16
#: Between two who are told together: *, ministre de la Justice, et*.
_AND_ANOTHER = re.compile(r"(?: ?\([^()]{1,30}\))?(?:,[^.,;:«»\"]{3,70})?,? ?(?:et|ainsi que|tout comme|comme) ")
_SAME = re.compile(r"(?i)^même ")


class Resolver:
    """Leads each attribution's subject to a `Source`."""

    def __init__(self, words: Words, page: Page, attributions: list[Attribution]) -> None:
        self.words, self.page, self.attributions = words, page, attributions
        self.cast = Cast(words, page, attributions)
        #: who each statement is led to
        self._resolved: dict[int, Source] = {}
        self._verbs = {cue.start: cue.lemma for cue in page.cues}
        #: what verbs of saying introduce: who is told of there is not who speaks
        self._told = self.cast.told = sorted(
            (f.content.start, f.content.end) for f in attributions if f.cue and self._introduces(f)
        )

    def _introduces(self, attribution: Attribution) -> bool:
        """Whether a verb, *selon qui* or *pour* a person introduces what is said."""
        cue, subject = attribution.cue, attribution.subject
        if cue is None or cue[0] in self._verbs:
            return cue is not None
        if isinstance(subject, Phrase) and subject.kind == "person" and cue[0] < attribution.content.start:
            # *Pour X, le président est le problème. « A », s'interroge-t-il*
            return self.page.folded_text[cue[0] : cue[1]] == "pour"
        return self.page.folded_text[cue[1] : attribution.content.start].strip() in WHOM

    def resolve(self) -> list[Source | None]:
        """The source of each attribution, in order; None where its subject stays unknown."""
        resolved: list[Source | None] = []
        seen: dict[int, Source] = {}
        for attribution in self.attributions:
            self.cast.pass_to(attribution.position)
            subject = attribution.subject
            source: Source | None
            if isinstance(subject, Phrase):
                source = seen.get(id(subject)) or self._of_phrase(subject, attribution.position, attribution)
                seen[id(subject)] = source
            elif isinstance(subject, str):
                source = self._of_pronoun(subject, attribution)
            else:
                source = self.cast.recent[-1] if self.cast.recent else None
            if source is not None:
                self.cast.heard(source, attribution.position)
                self._resolved[id(attribution)] = source
            resolved.append(source)
        for source in {id(s): s for s in resolved if s is not None}.values():
            if source.kind == "person" and source.official and not source.named and source.is_ is None:
                name_later(self.cast, source)
        return [s.is_ if s is not None and s.is_ is not None else s for s in resolved]

    def _of_phrase(self, phrase: Phrase, position: int, attribution: Attribution | None = None) -> Source:
        if phrase.name is not None:
            name = phrase.name
            known = self.cast.known(name) if len(name.words) == 1 and not phrase.role else None
            source = known or self.cast.person_of(name)
            absorb(self.cast, source, phrase)
            self.cast.learn(source, phrase)
            source.mentions.add((name.start, name.end))
            return source
        going_on = self._going_on(phrase, attribution) if attribution is not None else None
        earlier = self._earlier(phrase, position)
        if earlier is None and going_on is not None:
            going_on.heads |= content_words(phrase.text)
        source = earlier or going_on or self._new(phrase)
        if phrase.head != "dernier":
            source.mentions.add((phrase.start, phrase.end))
        return source

    def _new(self, phrase: Phrase) -> Source:
        text = _SAME.sub("", phrase.text)
        # *a dit une source … a-t-il ajouté*
        gender = None if phrase.kind == "anonymous" and phrase.head in _EITHER else phrase.gender
        source = Source(phrase.kind, text, gender, phrase.plural, codes=list(phrase.codes))
        source.heads = content_words(text)
        if phrase.kind == "anonymous" or phrase.plural:
            # *l'une des sources … la source*
            source.heads.add(phrase.head)
        acronym = self.words.acronyms.get(fold(text)) if phrase.kind == "institution" else None
        if acronym is not None:
            source.heads |= content_words(acronym.name)
        if phrase.kind == "person":
            source.role = phrase.role
            source.official = bool(phrase.sorts & {"office", "rank"})
            source.office = office_of(text, code_words(self.words, phrase))
        self.cast.sources.append(source)
        return source

    def _earlier(self, phrase: Phrase, position: int) -> Source | None:
        """The speaker an unnamed phrase leads back to."""
        text = fold(phrase.text)
        content = content_words(phrase.text) - {"meme"}
        found: Source | Phrase | None
        if phrase.kind == "anonymous":
            found = earlier_anonymous(self.cast, phrase, text, content)
        elif phrase.kind == "person":
            found = earlier_person(self.cast, phrase, content, position)
        else:
            found = earlier_body(self.cast, phrase, text, content)
        return self._of_phrase(found, found.start) if isinstance(found, Phrase) else found

    def _continues(self, attribution: Attribution) -> bool:
        """Whether its verb goes on with what was said before: *a-t-il ajouté*, *a-t-elle conclu*."""
        if attribution.cue is None or self._verbs.get(attribution.cue[0]) not in _CONTINUING:
            return False
        here, before = (
            self.page.sentence_of(self.words.token_over(p)) for p in (attribution.cue[0], self.cast.heard_at)
        )
        return here - before <= _NEAR

    def _going_on(self, phrase: Phrase, attribution: Attribution) -> Source | None:
        """*« A », a dit X. « B », a ajouté le futur chancelier*: X in other words."""
        last = self.cast.recent[-1] if self.cast.recent else None
        if last is None or last.kind != "person" or not last.named or phrase.kind != "person" or phrase.plural:
            return None
        told = phrase.text.replace("ex-", "ex ") if "office" in phrase.sorts else phrase.text
        former = content_words(told) & _FORMER
        if not (is_plain(phrase) or former) or phrase.head in _ABOUT_OTHERS or not phrase.sorts & {"office", "person"}:
            return None
        apart = phrase.codes and last.codes and not set(phrase.codes) & set(last.codes)
        if apart or (phrase.gender and last.gender and phrase.gender != last.gender):
            return None
        office = office_of(phrase.text, code_words(self.words, phrase))
        if office and last.office and not (is_same_office(office, last.office) or is_same_office(last.office, office)):
            # *a dit le ministre X … a ajouté le Premier ministre*
            return None
        if last.gender and former & {"ancien", "ancienne"} == ({"ancien"} if last.gender == "f" else {"ancienne"}):
            return None
        here, before = (self.page.sentence_of(self.words.token_over(p)) for p in (phrase.start, self.cast.heard_at))
        resumes = former and is_plain(phrase) and here - before <= _NEAR
        return last if resumes or self._continues(attribution) else None

    def _is_told(self, position: int) -> bool:
        """Whether a position lies in what a verb of saying introduces."""
        k = bisect_left(self._told, (position + 1, 0)) - 1
        return k >= 0 and position < self._told[k][1]

    def _is_owned(self, who: Source | Phrase) -> bool:
        """*Naïma Durand est partie. Sa maison est touchée. Selon elle, …*: a thing of hers says nothing."""
        if not isinstance(who, Phrase) or who.kind != "institution":
            return False
        return self.words.folded[self.words.token_at(who.lead)] in ("sa", "son", "leur")

    def _joint(self, topic: Topic) -> Source | None:
        """*X et Y ont signé. Ils affirment*, *X, tout comme Y, doute. Pour eux, …*: the first of two told together."""
        who = topic.who
        if not isinstance(who, Source) or who.kind != "person" or not topic.subject:
            return None
        end = max((stop for start, stop in who.mentions if start == topic.position), default=0)
        found = _AND_ANOTHER.match(self.page.folded_text, end)
        if found is None or self._is_told(topic.position):
            return None
        if self.page.text[: topic.position].endswith(("MM. ", "Mmes ", "Messieurs ", "Mesdames ")):
            return who
        other = read_phrase(self.words, self.words.token_at(found.end()))
        return who if other is not None and other.kind == "person" and not other.plural else None

    def _before_colon(self, start: int, pronoun: str) -> Source | None:
        """*accueilli par la Ligue des droits : « A », a-t-elle déclaré*: the agent right before the quotation."""
        colon = _COLON.search(self.page.text, max(0, start - 6), start)
        if colon is None or pronoun not in ("il", "elle"):
            return None
        stop = self.words.token_at(colon.start())
        for i in range(stop - 1, max(0, stop - _AGENT), -1):
            if self.words.folded[i] != "par":
                continue
            phrase = read_phrase(self.words, i + 1)
            whole = phrase is not None and self.words.behind_aside(self.words.token_at(phrase.end)) == stop
            gender = phrase.gender if phrase is not None else None
            if phrase is None or not whole or phrase.plural or gender != ("m" if pronoun == "il" else "f"):
                return None
            return self._of_phrase(phrase, phrase.start)
        return None

    def _of_gender(self, prior: list[Topic], pronoun: str, position: int) -> Source | None:
        """*X, alias Y, est parti. Il a vu Anne Martin. Elle a dit*: the one told since whose gender is known."""
        gender = {"il": "m", "elle": "f"}.get(pronoun)
        since = [t.who for t in prior if t.position > position and isinstance(t.who, Source)]
        known = [w for w in since if w.kind == "person" and w.gender == gender and gender is not None]
        return known[-1] if known else None

    def _of_itself(self, inside: list[Topic], pronoun: str, start: int) -> Source | None:
        """*La police a ouvert une enquête, a-t-elle indiqué*: its own subject, where nobody else is told of."""
        for topic in inside:
            if topic.subject and topic.position - start < _AT_HEAD and may_stand_for(topic.who, pronoun):
                return topic.who if isinstance(topic.who, Source) else self._of_phrase(topic.who, topic.position)
        return None

    def _named_in_sentence(self, pronoun: str, position: int) -> Source | None:
        """*Les propos de X, qui selon lui pourrait partir*: the one named in a sentence whose subject is nobody."""
        i = self.words.token_over(position)
        sentence = self.page.sentences[self.page.sentence_of(i)]
        topic = sentence_subject(self.page, sentence, i)
        if isinstance(topic, str) or (topic is not None and (topic.kind == "person" or topic.sorts)):
            return None
        named = [t for t in self.cast.prior if sentence.start <= t.position < position and isinstance(t.who, Source)]
        people = [t.who for t in named if isinstance(t.who, Source) and t.who.kind == "person"]
        return people[-1] if people and people[-1].fits(pronoun) else None

    def _of_pronoun(self, pronoun: str, attribution: Attribution) -> Source | None:
        recent = self.cast.recent
        if pronoun == "on":
            anonymous = next((s for s in reversed(recent) if s.kind == "anonymous"), None)
            return anonymous or (recent[-1] if recent else None)
        if pronoun == OWN:
            told = next((t.who for t in reversed(self.cast.prior) if t.subject and t.who.kind == "person"), None)
            return recent[-1] if recent else told if isinstance(told, Source) else None
        if pronoun == DOCUMENT:
            author = author_before(self.page, attribution.position)
            if isinstance(author, Attribution):
                author_of = self._resolved.get(id(author))
                return author_of or (recent[-1] if recent else None)
            return self._of_phrase(author, author.start) if author else recent[-1] if recent else None
        content = attribution.content
        plural = pronoun in ("ils", "elles")
        if pronoun in ("celui-ci", "celle-ci"):
            # the one named last, whoever was the subject
            pronoun = "il" if pronoun == "celui-ci" else "elle"
            nearest = person_before(self.cast, attribution.position, "m" if pronoun == "il" else "f")
            if nearest is not None:
                return self._of_phrase(nearest, nearest.start)
        if pronoun in ("ils", "elles") and attribution.cue and attribution.cue[0] not in self._verbs:
            # *Les policiers se plaignent de leurs chefs, qui, selon eux, …*
            sentence = self.page.sentences[self.page.sentence_of(self.words.token_over(attribution.cue[0]))]
            head = read_phrase(self.words, sentence.first) if sentence.start < attribution.cue[0] else None
            if head is not None and head.plural and head.sorts:
                return self._of_phrase(head, attribution.position)
        if pronoun in ("il", "elle") and attribution.cue and attribution.cue[0] not in self._verbs:
            beside = self._named_in_sentence(pronoun, attribution.cue[0])
            if beside is not None:
                return beside
        if content.kind == "direct" and (introduced := self._before_colon(content.start, pronoun)) is not None:
            return introduced
        prior = [t for t in self.cast.prior[-MEMORY:] if not content.start <= t.position < content.end]
        inside = [t for t in self.cast.prior[-MEMORY:] if content.start <= t.position < content.end]
        last = recent[-1] if recent else None
        goes_on = last is not None and last.kind == "person" and last.fits(pronoun)
        if goes_on and self._continues(attribution):
            # *Y est arrivé lundi. « A », a-t-il ajouté*: whoever spoke before
            return last
        if pronoun in ("il", "elle") and _FIRST_PERSON.search(self.page.folded_text, content.start, content.end):
            # *« J'ai parlé au président », a-t-il déclaré*: no body says *je*
            prior = [t for t in prior if t.who.kind != "institution"]
        if not plural:
            prior = [t for t in prior if not self._is_owned(t.who)]
        for topic in reversed(prior):
            if plural and (joint := self._joint(topic)) is not None:
                return joint
            if topic.subject and may_stand_for(topic.who, pronoun) and not self._is_told(topic.position):
                if topic.who.gender is None and (surer := self._of_gender(prior, pronoun, topic.position)) is not None:
                    return surer
                return topic.who if isinstance(topic.who, Source) else self._of_phrase(topic.who, topic.position)
        for topic in reversed(prior):
            if isinstance(topic.who, Source) and topic.who.kind == "person" and topic.who.fits(pronoun):
                return topic.who
        heard = next((s for s in reversed(recent) if s.fits(pronoun)), None)
        if heard is not None:
            return heard
        if content.kind != "direct" and (own := self._of_itself(inside, pronoun, content.start)) is not None:
            return own
        offset = min(content.start, attribution.position)
        phrase = (
            plural_before(self.cast, offset)
            if plural
            else person_before(self.cast, offset, "m" if pronoun == "il" else "f")
        )
        if phrase is not None:
            return self._of_phrase(phrase, attribution.position)
        if content.kind != "direct" or plural:
            return None
        # *« A », a indiqué la Défense. « B », a-t-il ajouté*: the ministry, whatever its noun's gender
        body = last if last is not None and last.kind == "institution" else None
        return self.cast.named_next(pronoun) or body
