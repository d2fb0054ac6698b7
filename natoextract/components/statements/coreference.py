"""Who is meant: a resolver that reads the speakers of an article in document order.

*il*, *M. X*, the surname alone, *ce responsable*, *la même source*, *le chef de la diplomatie américaine* are led back
to the speaker they stand for, by gender, number, office and state; the subject of the last speech comes before the
last person mentioned. Nothing is known of who held which office: all evidence is in the article.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from natoextract.components.statements.page import Finding, Page
from natoextract.components.statements.persons import Name
from natoextract.components.statements.phrases import Kind, Phrase, read_phrase
from natoextract.components.statements.subjects import begins
from natoextract.components.statements.vocabulary import Gender, same_office
from natoextract.components.statements.words import Words
from natoextract.text import fold

_POINTS_BACK = frozenset(
    {
        "responsable",
        "source",
        "officiel",
        "officier",
        "diplomate",
        "interlocuteur",
        "dirigeant",
        "temoin",
        "dernier",
        "derniere",
        "homme",
        "femme",
    }
)


@dataclass(slots=True, eq=False)
class Source:
    """A speaker of the article, gathered from all its mentions."""

    kind: Kind
    name: str
    gender: Gender | None = None
    plural: bool = False
    role: str | None = None
    codes: list[str] = field(default_factory=list)
    last: str | None = None
    first_name: str | None = None
    heads: set[str] = field(default_factory=set)
    mentions: set[tuple[int, int]] = field(default_factory=set)
    named: bool = False
    speaks: bool = False

    def fits(self, pronoun: str) -> bool:
        """Whether a pronoun may stand for it."""
        if pronoun in ("ils", "elles"):
            return self.plural or self.kind == "institution"
        if self.plural:
            return False
        gender = "m" if pronoun == "il" else "f"
        return self.gender is None or self.gender == gender


class Resolver:
    """Leads each finding's subject to a `Source`."""

    def __init__(self, words: Words, page: Page) -> None:
        self.words, self.page = words, page
        self.sources: list[Source] = []
        self.persons: dict[str, list[Source]] = {}
        self.at: list[tuple[int, Source, bool]] = []
        self.recent: list[Source] = []
        self._gather_persons()
        self.positions = [p for p, _, _ in self.at]

    # -- persons of the article

    def _gather_persons(self) -> None:
        names = [n for n in self.words.names if not n.body]
        for name in sorted(names, key=lambda n: -len(n.words)):
            if len(name.words) > 1:
                self._person_of(name)
        for name in names:
            source = self._person_of(name) if len(name.words) > 1 or name.title else self._known(name)
            if source is None:
                continue
            source.mentions.add((name.start, name.end))
            quoted = self.page.quotes.around(name.start) is not None
            if not quoted:
                self._introduce(name, source)

    def _introduce(self, name: Name, source: Source) -> None:
        """Office, state and gender from what stands around one mention of a person."""
        words = self.words
        i = words.token_at(name.start)
        phrase = None
        for k in range(i, max(-1, i - 16), -1):
            if words.doc[k].text in ".;:" and k < i:
                break
            if k < i and not begins(self.page, k):
                continue
            found = read_phrase(words, k)
            if found is not None and found.name is name:
                phrase = found
        if phrase is not None:
            self._learn(source, phrase)
        subject = phrase is not None and self._is_subject(i, phrase)
        self.at.append((name.start, source, subject))

    def _is_subject(self, i: int, phrase: Phrase) -> bool:
        lead = self.words.token_at(phrase.lead)
        sentence = self.page.sentences[self.page.sentence_of(lead)]
        if lead == sentence.first:
            return True
        token = self.words.doc[i]
        if token.dep_ in ("nsubj", "nsubj:pass"):
            return True
        head = token.head
        return head.dep_ in ("nsubj", "nsubj:pass") and lead <= head.i <= i

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
            if first is None or source.first_name is None or _same_first(first, source.first_name):
                if first and source.first_name is None:
                    source.name, source.first_name = name.text, first
                source.gender = source.gender or name.gender
                return source
        source = Source("person", name.text, name.gender, last=name.last, first_name=first, named=True)
        self.persons.setdefault(name.last, []).append(source)
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
        if phrase.role:
            source.heads |= _content_words(phrase.role)

    # -- speakers in document order

    def resolve(self, findings: list[Finding]) -> list[Source | None]:
        resolved: list[Source | None] = []
        seen: dict[int, Source] = {}
        for finding in findings:
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
                self.at.append((finding.position, source, True))
                self.at.sort(key=lambda a: a[0])
                self.positions = [p for p, _, _ in self.at]
            resolved.append(source)
        return resolved

    def _of_phrase(self, phrase: Phrase, position: int) -> Source:
        if phrase.name is not None:
            name = phrase.name
            source = (self._known(name) if len(name.words) == 1 and not phrase.role else None) or self._person_of(name)
            self._learn(source, phrase)
            source.mentions.add((name.start, name.end))
            return source
        source = self._earlier(phrase, position) or self._new(phrase)
        source.mentions.add((phrase.start, phrase.end))
        return source

    def _new(self, phrase: Phrase) -> Source:
        text = re.sub(r"(?i)^même ", "", phrase.text)
        source = Source(phrase.kind, text, phrase.gender, phrase.plural, codes=list(phrase.codes))
        source.heads = _content_words(text)
        if phrase.kind == "person":
            source.role = phrase.role
        self.sources.append(source)
        return source

    def _earlier(self, phrase: Phrase, position: int) -> Source | None:
        """The speaker an unnamed phrase leads back to."""
        text = fold(phrase.text)
        head = phrase.head
        words = _content_words(phrase.text) - {"meme"}
        if phrase.kind == "anonymous":
            return self._earlier_anonymous(phrase, text, words)
        if phrase.kind == "person":
            return self._earlier_person(phrase, words, position)
        for source in reversed(self._by_recency("institution")):
            if fold(source.name) == text:
                return source
            if phrase.codes and source.codes and not set(phrase.codes) & set(source.codes):
                continue
            if head in source.heads and words <= source.heads and phrase.determiner != "indefinite":
                return source
            if not phrase.sorts and words and (words <= source.heads):
                return source
        return None

    def _by_recency(self, kind: Kind) -> list[Source]:
        order = {id(s): k for k, s in enumerate(self.recent)}
        return sorted((s for s in self.sources if s.kind == kind), key=lambda s: order.get(id(s), -1))

    def _earlier_anonymous(self, phrase: Phrase, text: str, words: set[str]) -> Source | None:
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
        stop = bisect_right(self.positions, position)
        order: list[Source] = []
        for _, source, _ in reversed(self.at[:stop]):
            if source not in order:
                order.append(source)
        order += [s for s in self.sources if s.kind == "person" and s not in order and s.speaks]
        office = _office_of(phrase.text)
        nouns = words - _code_words(self.words, phrase)
        for source in order:
            if source.kind != "person" or (phrase.gender and source.gender and phrase.gender != source.gender):
                continue
            if phrase.codes and source.codes and not set(phrase.codes) & set(source.codes):
                continue
            if source.heads and nouns and nouns <= source.heads:
                return source
            if (
                office
                and source.role
                and _office_of(source.role) == office
                and (not phrase.codes or not source.codes or set(phrase.codes) & set(source.codes))
            ):
                return source
        if phrase.anaphoric or (phrase.head in _POINTS_BACK and phrase.determiner == "demonstrative"):
            return next((s for s in reversed(self.recent) if s.kind != "institution" and not s.plural), None)
        return None

    def _of_pronoun(self, pronoun: str, finding: Finding) -> Source | None:
        if pronoun == "on":
            return next((s for s in reversed(self.recent) if s.kind == "anonymous"), None) or (
                self.recent[-1] if self.recent else None
            )
        stop = bisect_right(self.positions, finding.position - 1)
        start = min(finding.content.start, finding.position)
        prior = [
            (p, s, subject)
            for p, s, subject in self.at[:stop]
            if not (finding.content.start <= p < finding.content.end)
        ]
        for _, source, subject in reversed(prior):
            if subject and source.fits(pronoun) and (source.kind == "person" or source.speaks):
                return source
        for p, source, _ in reversed(prior):
            if source.kind == "person" and source.fits(pronoun) and p < start:
                return source
        return next((s for s in reversed(self.recent) if s.fits(pronoun)), None)


def _same_first(a: str, b: str) -> bool:
    a, b = a.rstrip("."), b.rstrip(".")
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


_SMALL = frozenset(
    [
        "le",
        "la",
        "les",
        "l",
        "d",
        "de",
        "du",
        "des",
        "un",
        "une",
        "au",
        "aux",
        "a",
        "en",
        "et",
        "son",
        "sa",
        "ses",
        "pour",
        "sur",
        "the",
    ]
)


def _content_words(text: str) -> set[str]:
    return {w for w in re.split(r"[^\w-]+", fold(text)) if w and w not in _SMALL}


def _code_words(words: Words, phrase: Phrase) -> set[str]:
    """Words of a phrase that name a state: they are compared by code."""
    start, end = phrase.start, phrase.end
    return {w for s, e, _ in words.codes if start <= s and e <= end for w in _content_words(words.text[s:e])}


def _office_of(role: str) -> str | None:
    """The office that a wording begins with: *chef de la diplomatie américaine* is a foreign minister."""
    folded = fold(role)
    table = same_office()
    for wording in sorted(table, key=len, reverse=True):
        if folded == wording or folded.startswith(wording + " "):
            return table[wording]
    return None
