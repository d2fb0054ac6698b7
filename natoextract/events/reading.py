"""One document as the event rules read it: its mentions by token, and its sentences.

Every layer is looked up once; the rules then ask by token index, so that no rule searches a text again.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from spacy.tokens import Doc, Token

from natoextract.events.words import fold_verb
from natoextract.layers import CountEvidence, SpeakerRecord, StatementRecord
from natoextract.roles.findings import Locative
from natoextract.roles.scene import Scene
from natoextract.roles.scene import read as read_scene

_NAMING = frozenset({"NOUN", "ADJ"})
#: Statements before a character that may hold it.
_LOOK_BACK = 8


class TokenActor(NamedTuple):
    """A mention of a state or an organisation, by its tokens `[first, last]`."""

    code: str
    first: int
    last: int
    form: str
    start: int
    end: int


class TokenMention(NamedTuple):
    """A record of any other layer, by its tokens `[first, last]`."""

    first: int
    last: int
    record: Any


def within(mentions: list[TokenMention], first: int, end: int) -> list[TokenMention]:
    """The mentions that begin in tokens `[first, end)`."""
    low = bisect_left(mentions, (first,))
    return mentions[low : bisect_left(mentions, (end,), lo=low)]


@dataclass(slots=True)
class Reading:
    """A `Doc` with its mentions indexed by token. `actors` are those who act: a name that says where is a locative."""

    doc: Doc
    tokens: list[Token]
    scene: Scene
    folded: str
    words: list[str]
    pos: list[str]
    #: Accentless lemmas as of nouns, see `noun_lemma`.
    nouns: list[str]
    #: First and one past the last token of the sentence of each token.
    sentences: list[tuple[int, int]]
    #: The dateline, `[start, end)`; empty where there is none. A title may stand before it.
    slug: tuple[int, int]
    #: Page furniture, `[start, end)`.
    headers: list[tuple[int, int]]
    statements: list[StatementRecord]
    #: Where the words stand that attribute statements: *a ajouté*.
    said: frozenset[int]
    speakers: list[SpeakerRecord]
    actors: list[TokenActor]
    counts: list[TokenMention]
    missions: list[TokenMention]
    places: list[TokenMention]
    dates: list[TokenMention]
    #: By which rules and words the contributors, location and mission of the count that begins at an offset were found.
    count_evidence: CountEvidence
    actor_at: dict[int, list[TokenActor]]
    locative_at: dict[int, Locative]
    count_at: dict[int, TokenMention]
    mission_at: dict[int, TokenMention]
    place_at: dict[int, TokenMention]
    date_at: dict[int, TokenMention]

    def sentence(self, i: int) -> tuple[int, int]:
        """First and one past the last token of the sentence of token `i`."""
        return self.sentences[i]

    def in_slug(self, offset: int) -> bool:
        """Whether a character is of the dateline."""
        return self.slug[0] <= offset < self.slug[1]

    def sentence_offsets(self, i: int) -> tuple[int, int]:
        """The sentence's characters, without the spaces around it."""
        first, end = self.sentence(i)
        tokens = self.tokens
        while first < end - 1 and tokens[first].is_space:
            first += 1
        while end - 1 > first and tokens[end - 1].is_space:
            end -= 1
        return tokens[first].idx, tokens[end - 1].idx + len(tokens[end - 1])

    def statement_at(self, offset: int) -> StatementRecord | None:
        """The statement around an offset whose speaker is known; of several, the innermost."""
        at = bisect_right(self.statements, offset, key=lambda s: s["start"])
        near = self.statements[max(0, at - _LOOK_BACK) : at]
        around = [s for s in near if offset < s["end"] and s["speaker"]]
        return min(around, key=lambda s: s["end"] - s["start"]) if around else None

    def actors_between(self, first: int, end: int) -> list[TokenActor]:
        """Actors that begin in tokens `[first, end)`, in text order."""
        return [a for i in range(first, end) for a in self.actor_at.get(i, ()) if a.first == i]


def read(doc: Doc) -> Reading:
    """Index the layers of a `Doc`."""
    scene = read_scene(doc)
    tokens = list(doc)
    folded = scene.folded
    # read as columns: an attribute of a token costs more than all the rest
    lengths, tags, lemmas, begins = doc.to_array(["LENGTH", "POS", "LEMMA", "SENT_START"]).T.tolist()
    names = {tag: doc.vocab.strings[tag] for tag in set(tags)}
    pos = [names[tag] for tag in tags]
    words = [folded[at : at + length] for at, length in zip(scene.token_starts, lengths, strict=True)]
    index = scene.index
    counts, missions, places, dates = (
        [TokenMention(index(r["start"]), index(r["end"] - 1), r) for r in getattr(doc._, layer)]
        for layer in ("troop_counts", "missions", "places", "dates")
    )
    actors = []
    actor_at: dict[int, list[TokenActor]] = {}
    for told in scene.actors:
        first, last = index(told.start), index(told.end - 1)
        actor = TokenActor(told.code, first, last, told.form, told.start, told.end)
        actors.append(actor)
        for i in range(first, last + 1):
            actor_at.setdefault(i, []).append(actor)
    return Reading(
        doc=doc,
        tokens=tokens,
        scene=scene,
        folded=folded,
        words=words,
        pos=pos,
        nouns=_nouns(doc, pos, words, lemmas),
        sentences=_sentences(begins),
        slug=(doc._.dateline["start"], doc._.dateline["end"]) if doc._.dateline else (0, 0),
        headers=doc._.headers,
        statements=scene.statements,
        said=frozenset(i for s in scene.statements if s["cue"] for i in range(s["cue"]["start"], s["cue"]["end"])),
        speakers=doc._.speakers,
        actors=actors,
        counts=counts,
        missions=missions,
        places=places,
        dates=dates,
        count_evidence=doc._.count_evidence,
        actor_at=actor_at,
        locative_at={i: m for m in scene.locatives for i in range(index(m.start), index(m.end - 1) + 1)},
        count_at=_by_token(counts),
        mission_at=_by_token(missions),
        place_at=_by_token(places),
        date_at=_by_token(dates),
    )


def _nouns(doc: Doc, pos: list[str], words: list[str], lemmas: list[int]) -> list[str]:
    """The lemma of nouns and adjectives; of other words the form without its plural ending."""
    naming = {key for key, tag in zip(lemmas, pos, strict=True) if tag in _NAMING}
    known = {key: folded_lemma(doc.vocab.strings[key]) for key in naming}
    return [
        known[key] if tag in _NAMING else word[:-1] if word.endswith("s") and len(word) > 3 else word
        for word, tag, key in zip(words, pos, lemmas, strict=True)
    ]


@lru_cache(maxsize=1 << 15)
def folded_lemma(word: str) -> str:
    """`fold` of a lemma: the same few thousand come again in every article; *tête à tête* is one word."""
    return fold_verb(word).replace(" a ", "-a-")


def _sentences(begins: list[int]) -> list[tuple[int, int]]:
    """The bounds of the sentence of each token."""
    borders = [0, *(i for i, begin in enumerate(begins) if begin == 1 and i > 0), len(begins)]
    return [bounds for bounds in pairwise(borders) for _ in range(*bounds)]


def _by_token(mentions: list[TokenMention]) -> dict[int, TokenMention]:
    return {i: m for m in mentions for i in range(m.first, m.last + 1)}
