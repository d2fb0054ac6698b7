"""Who is meant: a resolver that reads the speakers of an article in document order.

*il*, *M. X*, the surname alone, *ce responsable*, *la même source*, *le chef de la diplomatie américaine* are led back
to the speaker they stand for, by gender, number, office and state; the subject of the last speech comes before the
last person mentioned. Nothing is known of who held which office: all evidence is in the article.
"""

import re
from bisect import bisect_left

from natoextract.components.statements.page import Finding, Page
from natoextract.components.statements.persons import Name
from natoextract.components.statements.phrases import Kind, Phrase, read_phrase
from natoextract.components.statements.sources import (
    Source,
    Topic,
    code_words,
    content_words,
    is_same_office,
    may_be_described,
    may_stand_for,
    office_of,
    same_first,
)
from natoextract.components.statements.subjects import begins, sentence_subject
from natoextract.components.statements.vocabulary import Gender, first_names, institution_names, phrase_words
from natoextract.components.statements.words import Words
from natoextract.grammar import SUBJECTS
from natoextract.lexicon import read_toml
from natoextract.text import fold

#: Nouns for any body that was named before: *le groupe*, *l'organisation*.
_GENERIC = phrase_words("any_body")
_GOVERNMENT = frozenset({"gouvernement", "executif"})
_POINTS_BACK = phrase_words("points_back")

_COMPLEMENT = re.compile(r" (?:de|du|des|a|au|aux|pour|en|chez) | d'| (?:adjoint|delegue)")
#: Wider nouns for an office: *l'officier* after *le général X*.
_WIDER = {fold(wide): frozenset(map(fold, narrow)) for wide, narrow in read_toml("roles")["wider"].items()}

#: How many mentions back a pronoun or an office may reach.
_MEMORY = 60
#: How many words an office before a name may have.
_REACH = 14
#: In how many sentences before a statement its subject may have been the topic.
_TOPIC_REACH = 4


class Resolver:
    """Leads each finding's subject to a `Source`."""

    def __init__(self, words: Words, page: Page, findings: list[Finding]) -> None:
        self.words, self.page, self.findings = words, page, findings
        self.sources: list[Source] = []
        self.persons: dict[str, list[Source]] = {}
        #: persons by the first word of their name, where it is no first name
        self.families: dict[str, Source] = {}
        #: who is spoken of, in text order; a phrase waits until a pronoun asks for it
        self.topics: list[Topic] = []
        self.prior: list[Topic] = []
        self.recent: list[Source] = []
        self._gather()

    # -- persons and topics of the article

    def _gather(self) -> None:
        names = [n for n in self.words.names if not n.body]
        for name in sorted(names, key=lambda n: -len(n.words)):
            if len(name.words) > 1:
                self._person_of(name)
        bearers = self._bearers()
        for name in names:
            bearer = bearers.get(name.start)
            borne = bearer is not None and bearer.role is not None
            source = self._person_of(name) if len(name.words) > 1 or name.title or borne else self._known(name)
            if source is None:
                continue
            source.mentions.add((name.start, name.end))
            if self.page.quotes.around(name.start) is not None:
                continue
            phrase = bearers.get(name.start)
            if phrase is not None:
                self._learn(source, phrase)
            if not name.sure and " de " in name.text and phrase is None:
                # *Gare de Bruxelles* is no person that *il* could stand for
                continue
            subject = phrase is not None and self._is_subject(self.words.token_at(name.start), phrase)
            self.topics.append(Topic(name.start, source, subject))
        told = {self.page.sentence_of(self.words.token_over(f.position)) for f in self.findings}
        near = {max(0, i - back) for i in told for back in range(_TOPIC_REACH)}
        for sentence in (self.page.sentences[i] for i in near):
            topic = sentence_subject(self.page, sentence, sentence.last)
            if isinstance(topic, Phrase) and topic.name is None and topic.determiner != "bare":
                self.topics.append(Topic(topic.start, topic, True))
        self.topics.sort(key=lambda t: -t.position)

    def _bearers(self) -> dict[int, Phrase]:
        """The longest phrase around each name: *la ministre allemande de la Défense Anne Martin*."""
        bearers: dict[int, Phrase] = {}
        for name in self.words.names:
            i = self.words.token_over(name.start)
            for k in range(max(0, i - _REACH), i + 1):
                if self.words.opens(k) and begins(self.page, k):
                    phrase = read_phrase(self.words, k)
                    if phrase is not None and phrase.name is name:
                        bearers[name.start] = phrase
                        break
        return bearers

    def _is_subject(self, i: int, phrase: Phrase) -> bool:
        lead = self.words.token_at(phrase.lead)
        if lead and self.words.pos[lead - 1] == "ADP":
            return False
        sentence = self.page.sentences[self.page.sentence_of(self.words.token_at(phrase.lead))]
        if not self.words.text[sentence.start : phrase.lead].strip():
            return True
        token = self.words.tokens[i]
        if token.dep_ in SUBJECTS:
            return True
        head = token.head
        return head.dep_ in SUBJECTS and phrase.lead <= head.idx <= token.idx

    def _known(self, name: Name) -> Source | None:
        candidates = [
            s for s in self.persons.get(name.last, []) if not (name.gender and s.gender and s.gender != name.gender)
        ]
        return candidates[0] if candidates else None

    def _person_of(self, name: Name) -> Source:
        first = name.words[0] if len(name.words) > 1 else None
        for source in self.persons.get(name.last, []):
            if name.gender and source.gender and source.gender != name.gender:
                continue
            if first is None or source.first_name is None or same_first(first, source.first_name):
                if first and source.first_name is None:
                    source.name, source.first_name = name.text, first
                source.gender = source.gender or name.gender
                return source
        # *Ban Ki-moon … M. Ban*: the family's name comes first
        if name.title and first is None and name.last in self.families:
            return self.families[name.last]
        source = Source("person", name.text, name.gender, last=name.last, first_name=first, named=True)
        self.persons.setdefault(name.last, []).append(source)
        if first is not None and first not in first_names():
            self.families.setdefault(first, source)
        self.sources.append(source)
        return source

    def _learn(self, source: Source, phrase: Phrase) -> None:
        if phrase.role and (
            source.role is None or (len(phrase.role) > len(source.role) and source.role in phrase.role)
        ):
            source.role = phrase.role
        for code in phrase.codes:
            if code not in source.codes:
                source.codes.append(code)
        source.gender = source.gender or phrase.gender
        source.official = source.official or bool(phrase.role and "office" in phrase.sorts)
        if phrase.name is not None:
            source.heads |= content_words(self.words.text[phrase.lead : phrase.name.start])
        if phrase.role:
            source.heads |= content_words(phrase.role)
            source.office = source.office or office_of(phrase.role, code_words(self.words, phrase))

    # -- speakers in document order

    def resolve(self) -> list[Source | None]:
        resolved: list[Source | None] = []
        seen: dict[int, Source] = {}
        for finding in self.findings:
            while self.topics and self.topics[-1].position < finding.position:
                self.prior.append(self.topics.pop())
            subject = finding.subject
            source: Source | None
            if isinstance(subject, Phrase):
                source = seen.get(id(subject)) or self._of_phrase(subject, finding.position)
                seen[id(subject)] = source
            elif isinstance(subject, str):
                source = self._of_pronoun(subject, finding)
            else:
                source = self.recent[-1] if self.recent else None
            if source is not None:
                source.speaks = True
                if source in self.recent:
                    self.recent.remove(source)
                self.recent.append(source)
                self.prior.append(Topic(finding.position, source, True))
            resolved.append(source)
        return [s.is_ if s is not None and s.is_ is not None else s for s in resolved]

    def _of_phrase(self, phrase: Phrase, position: int) -> Source:
        if phrase.name is not None:
            name = phrase.name
            source = (self._known(name) if len(name.words) == 1 and not phrase.role else None) or self._person_of(name)
            self._absorb(source)
            self._learn(source, phrase)
            source.mentions.add((name.start, name.end))
            return source
        source = self._earlier(phrase, position) or self._new(phrase)
        if phrase.head != "dernier":
            source.mentions.add((phrase.start, phrase.end))
        return source

    def _absorb(self, holder: Source) -> None:
        """*a annoncé le chef du contingent … a dit le général X*: the office told first is X's, if X comes after it."""
        last = self.recent[-1] if self.recent else None
        if last is None or last.kind != "person" or last.named or holder.speaks or not holder.mentions:
            return
        if holder.role or (last.gender and holder.gender and last.gender != holder.gender):
            return
        if min(holder.mentions) < min(last.mentions):
            return
        last.is_ = holder
        holder.mentions |= last.mentions
        holder.heads |= last.heads
        holder.role = last.role
        holder.codes += [c for c in last.codes if c not in holder.codes]
        self.recent[-1] = holder

    def _new(self, phrase: Phrase) -> Source:
        text = re.sub(r"(?i)^même ", "", phrase.text)
        text = self.words.acronyms.get(fold(text), text) if phrase.kind == "institution" else text
        source = Source(phrase.kind, text, phrase.gender, phrase.plural, codes=list(phrase.codes))
        source.heads = content_words(text)
        if phrase.kind == "person":
            source.role = phrase.role
            source.official = bool(phrase.sorts & {"office", "rank"})
            source.office = office_of(text, code_words(self.words, phrase))
        self.sources.append(source)
        return source

    def _earlier(self, phrase: Phrase, position: int) -> Source | None:
        """The speaker an unnamed phrase leads back to."""
        text = fold(phrase.text)
        words = content_words(phrase.text) - {"meme"}
        if phrase.kind == "anonymous":
            return self._earlier_anonymous(phrase, text, words)
        if phrase.kind == "person":
            return self._earlier_person(phrase, words, position)
        return self._earlier_institution(phrase, text, words)

    def _earlier_institution(self, phrase: Phrase, text: str, words: set[str]) -> Source | None:
        """*le ministère*, *Adobe* after *Adobe Systems*, *la BNS* after *la Banque nationale (BNS)*, *le groupe*."""
        text = fold(self.words.acronyms.get(text, text))
        known = list(reversed(self._by_recency("institution")))
        states = code_words(self.words, phrase)
        for source in known:
            name = fold(source.name)
            if fold(self.words.acronyms.get(name, name)) == text:
                return source
            if phrase.codes and source.codes and not set(phrase.codes) & set(source.codes):
                continue
            if phrase.codes and phrase.start in self.words.capitals and source.heads & _GOVERNMENT and source.codes:
                return source
            if phrase.head in source.heads and words - states <= source.heads and phrase.determiner != "indefinite":
                return source
            if (not phrase.sorts and words and words <= source.heads) or (phrase.sorts and text.endswith(f" {name}")):
                source.heads |= words
                return source
        plain = (
            phrase.text.islower()
            and not phrase.plural
            and not phrase.codes
            and not re.search(r"\bd(?:e|u|es)\b|d'", text)
        )
        if phrase.determiner == "definite" and plain and phrase.head in _GENERIC:
            heard = next((s for s in known if s.speaks), None)
            if heard is not None and " " in phrase.text and self._body_between(heard, phrase.start):
                # *la BCE … La banque centrale*, whoever spoke before
                return None
            return heard or self._body_before(phrase.start)
        return None

    def _body_between(self, heard: Source, offset: int) -> bool:
        """Whether another organisation is named between a speaker's last mention and an offset."""
        last = max((end for start, end in heard.mentions if start < offset), default=0)
        known, names = institution_names(), self.words.names
        others = (n.start for n in names if n.body and fold(n.text) in known and fold(n.text) != fold(heard.name))
        return any(last <= start < offset for start in (*others, *(start for start, _ in self.words.bodies)))

    def _body_before(self, offset: int) -> Source | None:
        """The organisation or mission named last before an offset: *la Minuad … l'organisation*."""
        k = bisect_left(self.words.bodies, (offset, 0)) - 1
        if k < 0:
            return None
        phrase = read_phrase(self.words, self.words.token_over(self.words.bodies[k][0]))
        return self._of_phrase(phrase, offset) if phrase is not None and phrase.kind == "institution" else None

    def _by_recency(self, kind: Kind) -> list[Source]:
        order = {id(s): k for k, s in enumerate(self.recent)}
        return sorted((s for s in self.sources if s.kind == kind), key=lambda s: order.get(id(s), -1))

    def _wider(self, phrase: Phrase) -> Source | None:
        """*l'officier*, *le magistrat*, *l'élu*: the last person heard whose office the noun covers."""
        narrow = _WIDER.get(phrase.head)
        if narrow is None or phrase.determiner != "definite" or phrase.plural or not self._plain(phrase):
            return None
        for source in reversed(self.recent):
            if source.kind == "person" and source.heads & narrow:
                # a French officer may serve the EU: only another state tells two officers apart
                states = set(source.codes) - self.words.organisations
                apart = phrase.codes and states and not set(phrase.codes) & states
                if not apart and not (phrase.gender and source.gender and phrase.gender != source.gender):
                    return source
        return None

    def _earlier_anonymous(self, phrase: Phrase, text: str, words: set[str]) -> Source | None:
        if (wider := self._wider(phrase)) is not None:
            return wider
        known = [s for s in self.recent if s.kind == "anonymous"]
        if phrase.anaphoric or (phrase.determiner == "definite" and not phrase.plural):
            for source in reversed(self.recent):
                if source.plural == phrase.plural and (phrase.head in source.heads or words <= source.heads):
                    return source
            fitting = [s for s in reversed(self.recent) if s.plural == phrase.plural and s.kind != "institution"]
            if phrase.anaphoric and fitting:
                return fitting[0]
        return next((s for s in reversed(known) if fold(s.name) == text and s.plural == phrase.plural), None)

    def _earlier_person(self, phrase: Phrase, words: set[str], position: int) -> Source | None:
        """*le ministre*, *le chef de la diplomatie américaine*, *ce dernier*: the nearest person of that office."""
        if phrase.head == "dernier" and (nearest := self._person_before(phrase.start, phrase.gender)) is not None:
            return self._of_phrase(nearest, phrase.start)
        order: list[Source] = []
        for topic in reversed(self.prior[-_MEMORY:]):
            if isinstance(topic.who, Source) and topic.who not in order:
                order.append(topic.who)
        order += [s for s in self.sources if s.kind == "person" and s not in order and s.speaks]
        states = code_words(self.words, phrase)
        office = office_of(phrase.text, states)
        nouns = words - states
        for source in order:
            if source.kind != "person" or (phrase.gender and source.gender and phrase.gender != source.gender):
                continue
            if phrase.codes and source.codes and not set(phrase.codes) & set(source.codes):
                continue
            if source.heads and nouns and nouns <= source.heads:
                return source
            if self._plain(phrase) and phrase.head in source.heads and set(phrase.codes) & set(source.codes):
                # *le porte-parole militaire burundais* after *le porte-parole de l'armée burundaise*
                return source
            if (
                office
                and source.role
                and is_same_office(office, source.office)
                and (not phrase.codes or not source.codes or set(phrase.codes) & set(source.codes))
            ):
                return source
        if phrase.determiner == "definite":
            if (wider := self._wider(phrase)) is not None:
                return wider
            for source in reversed(self.recent):
                # *un porte-parole de l'armée … le porte-parole*
                if source.kind == "anonymous" and not source.plural and nouns and nouns <= source.heads:
                    return source
            # *le candidat*, *le ministre de l'Economie*: first told of one whose office is not known yet
            for topic in reversed(self.prior[-_MEMORY:]):
                # only what stands before: each of two offices would lead to the other
                if topic.subject and topic.position < position and may_be_described(topic.who, phrase):
                    return topic.who if isinstance(topic.who, Source) else self._of_phrase(topic.who, topic.position)
                if topic.subject and len(words) > 1:
                    break
            last = next((s for s in reversed(self.recent) if s.kind == "person"), None)
            if last is not None and may_be_described(last, phrase):
                return last
        if phrase.anaphoric or (phrase.head in _POINTS_BACK and phrase.determiner == "demonstrative"):
            spoken = next((s for s in reversed(self.recent) if s.kind != "institution" and not s.plural), None)
            return spoken or next((t.who for t in reversed(self.prior) if isinstance(t.who, Source)), None)
        return None

    def _plain(self, phrase: Phrase) -> bool:
        """Whether an office is told by adjectives alone: they describe it, where a complement would name another."""
        return phrase.determiner == "definite" and not _COMPLEMENT.search(fold(phrase.text))

    def _of_pronoun(self, pronoun: str, finding: Finding) -> Source | None:
        if pronoun == "on":
            return next((s for s in reversed(self.recent) if s.kind == "anonymous"), None) or (
                self.recent[-1] if self.recent else None
            )
        content = finding.content
        prior = [t for t in self.prior[-_MEMORY:] if not content.start <= t.position < content.end]
        for topic in reversed(prior):
            if topic.subject and may_stand_for(topic.who, pronoun):
                return topic.who if isinstance(topic.who, Source) else self._of_phrase(topic.who, topic.position)
        for topic in reversed(prior):
            if isinstance(topic.who, Source) and topic.who.kind == "person" and topic.who.fits(pronoun):
                return topic.who
        recent = next((s for s in reversed(self.recent) if s.fits(pronoun)), None)
        if recent is None and pronoun in ("ils", "elles"):
            recent = self._plural_before(min(content.start, finding.position))
        elif recent is None:
            phrase = self._person_before(min(content.start, finding.position), "m" if pronoun == "il" else "f")
            recent = self._of_phrase(phrase, finding.position) if phrase is not None else None
        return recent

    def _person_before(self, offset: int, gender: Gender | None) -> Phrase | None:
        """*il remercie la présidente … lui répond-elle*; *avec son homologue … ce dernier*: the nearest person told."""
        stop = self.words.token_at(offset)
        for i in range(stop - 1, max(-1, stop - 40), -1):
            if not self.words.opens(i) or self.page.quotes.around(self.words.offsets[i]) is not None:
                continue
            phrase = read_phrase(self.words, i) if begins(self.page, i) else None
            if phrase is None or phrase.plural or phrase.kind == "institution" or phrase.head == "dernier":
                continue
            told = phrase.determiner != "bare" or phrase.name is not None
            if told and not (gender and phrase.gender and gender != phrase.gender):
                return phrase
        return None

    def _plural_before(self, offset: int) -> Source | None:
        """*revendiquée par les islamistes … ont-ils écrit*: the nearest plural phrase, whatever its part."""
        stop = self.words.token_at(offset)
        for i in range(stop - 1, max(-1, stop - 60), -1):
            if self.words.folded[i] in ("les", "des", "aux") and self.page.quotes.around(self.words.offsets[i]) is None:
                phrase = read_phrase(self.words, i)
                if phrase is not None and phrase.plural and phrase.sorts:
                    return self._of_phrase(phrase, offset)
        return None
