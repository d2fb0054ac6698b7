"""One text under reading: its words, quotations, sentences and cues, and the statements found so far."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from natoextract.components.statements.contents import Content
from natoextract.components.statements.cues import Cue, find_cues
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.quotes import Quotes
from natoextract.components.statements.words import Words

#: A subject as read: a phrase, or the pronoun that stands for it.
Subject = Phrase | str
#: The subject of *précise le communiqué*: whoever issued it.
DOCUMENT = "document"

#: The subject of *selon ses dires*: whoever spoke last.
OWN = "own"

# *contre la RTS. Selon son parti*, *à 37°C. Le maire*: the model takes the stop for an abbreviation's; so it does,
# rarely, behind a word (*147 blessés. Plus de 300 répliques*).
_MISSED_STOP = re.compile(
    r"(?:(?<![\w.-])[A-ZÀ-Þ]{2,}|°[CF])\.(?= (?:(?:[DLCNS]'|[A-ZÀ-Þ][a-zà-ÿ]{0,12} )\w))"
    r"|(?<= )[A-ZÀ-Þ]\.(?= [\"«“] ?[A-ZÀ-Þ])"
    r"|[a-zà-ÿ]{4}\.(?= (?:L[ea]s?|Une?|Des|Ils?|Elles?|On|Ce(?:t|tte|s)?|Plus|Selon|Dans|En|Mais|Pour|Aux?|Après"
    r"|Cependant) [a-zà-ÿ\d])"
)
# *(Montréal) Le maire …*: where a paragraph was sent from.
_CITY = re.compile(r"\s*(?:\([A-ZÀ-Þ][^()\n]{1,40}\)|[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+){0,2} —) (?=\S)")
_QUE = re.compile(r"que |qu'")
_EGO = frozenset({"je", "j'", "nous", "vous", "tu", "-je", "-nous", "-vous"})

#: *nous avons trouvé*: *nous* alone may be the hearer (*nous a dit*).
_EGO_AUXILIARIES = frozenset({"ai", "avons", "avez", "as", "avions", "aviez"})


@dataclass(slots=True)
class Attribution:
    """A statement before its speaker is known: its subject is as read, or as in the statement before (None)."""

    content: Content
    cue: tuple[int, int] | None
    subject: Phrase | str | None
    position: int


@dataclass(slots=True)
class Sentence:
    """A sentence by its tokens `[first, last)` and its characters `[start, end)`."""

    first: int
    last: int
    start: int
    end: int


@dataclass(slots=True)
class According:
    """*selon X*, *comme l'a dit X*: where it begins, where its phrase ends, X, and the words that attribute."""

    start: int
    end: int
    subject: Phrase | str
    cue: tuple[int, int]


class Page:
    """What the frames read, and what they have found."""

    def __init__(self, doc: Doc, words: Words) -> None:
        self.doc, self.words = doc, words
        self.text = words.text
        self.folded_text = words.folded_text
        self.quotes = Quotes(self.text)
        self.quote_ends = {q.end: q for q in self.quotes.outermost}
        self.sentences = list(self._sentences(doc, doc.user_data.get("natoextract_body", 0)))
        self.sentence_starts = [s.first for s in self.sentences]
        self.attributions: list[Attribution] = []
        #: (how far a attribution reaches into the text, its number), in order
        self.reaches: list[tuple[int, int]] = []
        self.said: list[tuple[int, int]] = []
        self.cues = [c for c in find_cues(doc, words.tokens, words.folded, self.sentence_starts) if not self.ego(c)]
        self.cue_starts = [c.start for c in self.cues]

    def _sentences(self, doc: Doc, body: int) -> Iterator[Sentence]:
        """The model's sentences, cut behind a stop that the model missed, and without the dateline."""
        for sent in doc.sents:
            first, start = sent.start, sent.start_char
            if start < body < sent.end_char:
                first, start = self.words.token_at(body), body
            if (city := _CITY.match(self.text, start, sent.end_char)) and self.text[:start].rstrip(" ")[-1:] in (
                "",
                "\n",
            ):
                first, start = self.words.token_at(city.end()), city.end()
            for found in _MISSED_STOP.finditer(self.text, start, sent.end_char):
                i = self.words.token_at(found.end())
                if self.quotes.around(found.end()) is None and first < i < sent.end:
                    yield Sentence(first, i, start, found.end())
                    first, start = i, self.words.offsets[i]
            yield Sentence(first, sent.end, start, sent.end_char)

    def sentence_of(self, token: int) -> int:
        """The number of the sentence that holds a token."""
        i = bisect_left(self.sentence_starts, token)
        return i if i < len(self.sentence_starts) and self.sentence_starts[i] == token else i - 1

    def ego(self, cue: Cue) -> bool:
        """*je pense que*, *disons-nous*: the writer or a quoted voice, nobody who is reported."""
        before = self.words.folded[cue.first - 1] if cue.first else ""
        verb = self.words.folded[cue.verb.i]
        if not _EGO_AUXILIARIES.isdisjoint(self.words.folded[cue.first : cue.verb.i]):
            return True
        return before in _EGO or cue.clitic in ("je", "nous", "vous", "tu") or verb.endswith(("ons", "ez"))

    def add(
        self, content: Content | None, cue: tuple[int, int] | None, subject: Phrase | str | None, position: int
    ) -> bool:
        """Note a statement; False where its content is nothing or has been told already."""
        if content is None or content.end - content.start < 2:
            return False
        if content.kind == "direct" and (lead := _QUE.match(self.text, content.start, content.end)):
            # *a précisé « qu'en février le bataillon compte 850 hommes »*
            content = replace(content, start=lead.end())
        span = (content.start, content.end)
        if self.overlaps(*span):
            return False
        insort(self.said, span)
        insort(self.reaches, (max(content.end, position), len(self.attributions)))
        self.attributions.append(Attribution(content, cue, subject, position))
        return True

    def name_speaker(self, start: int, end: int, subject: Subject) -> None:
        """Let a phrase be the subject of the last statements in a stretch that had only a pronoun."""
        if isinstance(subject, Phrase):
            for attribution in self.attributions[-4:]:
                if attribution.subject in ("il", "elle") and start <= attribution.content.start < end:
                    attribution.subject = subject

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a stretch is already part of a statement; statements never overlap."""
        k = bisect_left(self.said, (end, end)) - 1
        return k >= 0 and self.said[k][1] > start

    def cues_between(self, start: int, end: int) -> list[Cue]:
        """The cues that begin in `[start, end)`."""
        return self.cues[bisect_left(self.cue_starts, start) : bisect_left(self.cue_starts, end)]

    def told_before(self, offset: int) -> tuple[Attribution, int] | None:
        """The statement that reaches nearest to an offset from the left, and how far it reaches."""
        k = bisect_left(self.reaches, (offset + 1, 0)) - 1
        return (self.attributions[self.reaches[k][1]], self.reaches[k][0]) if k >= 0 else None
