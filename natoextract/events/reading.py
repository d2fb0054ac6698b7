"""One document as the event rules read it: its mentions by token, and its sentences.

Every layer is looked up once; the rules then ask by token index, so that no rule searches a text again.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any, NamedTuple

from spacy.tokens import Doc, Token

from natoextract.roles.scene import Locative, Scene
from natoextract.roles.scene import read as read_scene


class Actor(NamedTuple):
    """A mention of a state or an organisation, by its tokens `[first, last]`."""

    code: str
    first: int
    last: int
    form: str
    start: int
    end: int


class Mention(NamedTuple):
    """A record of any other layer, by its tokens `[first, last]`."""

    first: int
    last: int
    record: Any


@dataclass(slots=True)
class Reading:
    """A `Doc` with its mentions indexed by token. `actors` are those who act: a name that says where is a locative."""

    doc: Doc
    tokens: list[Token]
    scene: Scene
    folded: str
    words: list[str]
    sentence_starts: list[int]
    actors: list[Actor]
    counts: list[Mention]
    missions: list[Mention]
    places: list[Mention]
    dates: list[Mention]
    actor_at: dict[int, list[Actor]]
    locative_at: dict[int, Locative]
    count_at: dict[int, Mention]
    mission_at: dict[int, Mention]
    place_at: dict[int, Mention]
    date_at: dict[int, Mention]

    def sentence(self, i: int) -> tuple[int, int]:
        """First and one past the last token of the sentence of token `i`."""
        at = bisect_right(self.sentence_starts, i)
        end = self.sentence_starts[at] if at < len(self.sentence_starts) else len(self.doc)
        return self.sentence_starts[at - 1], end

    def sentence_offsets(self, i: int) -> tuple[int, int]:
        """The sentence's characters, without the spaces around it."""
        first, end = self.sentence(i)
        while first < end - 1 and self.doc[first].is_space:
            first += 1
        while end - 1 > first and self.doc[end - 1].is_space:
            end -= 1
        return self.doc[first].idx, self.doc[end - 1].idx + len(self.doc[end - 1])

    def actors_between(self, first: int, end: int) -> list[Actor]:
        """Actors that begin in tokens `[first, end)`, in text order."""
        return [a for i in range(first, end) for a in self.actor_at.get(i, ()) if a.first == i]


def read(doc: Doc) -> Reading:
    """Index the layers of a `Doc`."""
    scene = read_scene(doc)
    tokens = list(doc)
    starts = [0] + [t.i for t in tokens if t.is_sent_start and t.i > 0]
    found = {
        layer: [
            Mention(s.start, s.end - 1, r) for s, r in zip(doc.spans.get(layer, []), getattr(doc._, layer), strict=True)
        ]
        for layer in ("troop_counts", "missions", "places", "dates")
    }
    actors = []
    actor_at: dict[int, list[Actor]] = {}
    for told in scene.actors:
        first, last = scene.token(told.start).i, scene.token(told.end - 1).i
        actor = Actor(told.code, first, last, told.form, told.start, told.end)
        actors.append(actor)
        for i in range(first, last + 1):
            actor_at.setdefault(i, []).append(actor)
    folded = scene.folded
    return Reading(
        doc=doc,
        tokens=tokens,
        scene=scene,
        folded=folded,
        words=[folded[t.idx : t.idx + len(t)] for t in tokens],
        sentence_starts=starts,
        actors=actors,
        counts=found["troop_counts"],
        missions=found["missions"],
        places=found["places"],
        dates=found["dates"],
        actor_at=actor_at,
        locative_at={
            i: m for m in scene.locatives for i in range(scene.token(m.start).i, scene.token(m.end - 1).i + 1)
        },
        count_at=_by_token(found["troop_counts"]),
        mission_at=_by_token(found["missions"]),
        place_at=_by_token(found["places"]),
        date_at=_by_token(found["dates"]),
    )


def _by_token(mentions: list[Mention]) -> dict[int, Mention]:
    return {i: m for m in mentions for i in range(m.first, m.last + 1)}
