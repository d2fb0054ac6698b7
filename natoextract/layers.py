"""Where each layer lives on a `Doc`: plain records in an extension, and a token-aligned view in `doc.spans`.

A record is a dict with the output's field names and exact character offsets. Records are kept beside the
spans because a mention may be smaller than a token (*franco-allemand* is two countries), because two spans on
the same words would share one extension value, and because plain dicts survive `nlp.pipe(n_process=2)`.
"""

from collections.abc import Iterable
from typing import Any, TypedDict, cast

from spacy.tokens import Doc, Span

from natoextract.text import fold, surface, unwrapped


class MentionRecord(TypedDict):
    start: int
    end: int
    text: str


class CountryRecord(MentionRecord):
    code: str
    form: str


class OrganisationRecord(MentionRecord):
    code: str


class MissionRecord(MentionRecord):
    name: str


class PlaceRecord(MentionRecord):
    name: str
    country: str | None


class TimexRecord(MentionRecord):
    type: str
    value: str
    mod: str | None
    earliest: str | None
    latest: str | None


class TroopCountRecord(MentionRecord):
    minimum: int | None
    maximum: int | None
    qualifier: str
    unit: str | None
    contributors: list[str]
    location: str | None
    mission: str | None


class StatementRecord(MentionRecord):
    kind: str
    cue: MentionRecord | None
    speaker: str | None


class SpeakerRecord(TypedDict):
    id: str
    name: str
    kind: str
    role: str | None
    affiliation: str | None
    mentions: list[MentionRecord]


class TroopsRecord(TypedDict):
    minimum: int | None
    maximum: int | None
    qualifier: str


class EventDateRecord(TypedDict):
    value: str
    earliest: str | None
    latest: str | None


class OffsetsRecord(TypedDict):
    start: int
    end: int


class EvidenceRecord(TypedDict):
    slot: str
    rule: str
    start: int | None
    end: int | None
    text: str | None


class EventRecord(TypedDict):
    id: str
    type: str
    status: str
    actors: list[str]
    troops: TroopsRecord | None
    level_before: TroopsRecord | None
    level_after: TroopsRecord | None
    location: str | None
    place: str | None
    mission: str | None
    date: EventDateRecord | None
    speaker: str | None
    requested_by: list[str]
    trigger: MentionRecord
    sentence: OffsetsRecord
    plover: str | None
    merged_into: str | None
    evidence: list[EvidenceRecord]


#: `{start of a troop count: {field: (rule, start, end)}}`: why it has its contributors, location and mission.
CountEvidence = dict[int, dict[str, tuple[str, int, int]]]

#: Each layer of mentions, and the field that labels its spans in displaCy.
LAYERS = {
    "countries": "code",
    "organisations": "code",
    "missions": "name",
    "places": "name",
    "dates": "type",
    "troop_counts": "qualifier",
    "statements": "kind",
}

# the keys of `doc.user_data` under which the text is kept as the rules read it
_SURFACE, _FOLDED = "natoextract_surface", "natoextract_folded"

#: Results that are no list of mentions.
RELATIONS = ("speakers", "events")


def register_extensions() -> None:
    """Declare the `Doc` extensions; calling it again changes nothing."""
    for name in (*LAYERS, *RELATIONS):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=[])
    for name in ("dateline", "published"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    if not Doc.has_extension("count_evidence"):
        Doc.set_extension("count_evidence", default={})
    # page furniture ([start, end] pairs): no date is looked for in it
    if not Doc.has_extension("headers"):
        Doc.set_extension("headers", default=[])


def set_layer(doc: Doc, name: str, mentions: Iterable[Any]) -> None:
    """Store a layer's records in text order in `doc._.<name>` and show them in `doc.spans[name]`."""
    records = sorted(mentions, key=lambda m: (m["start"], m["end"]))
    setattr(doc._, name, records)
    doc.spans[name] = [span_of(doc, m, label=str(m[LAYERS[name]])) for m in records]


def span_of(doc: Doc, record: Any, label: str = "") -> Span:
    """The tokens that a record touches."""
    span = doc.char_span(record["start"], record["end"], label=label, alignment_mode="expand")
    return cast(Span, span)


def mention(doc: Doc, start: int, end: int) -> MentionRecord:
    """The plain record of `doc.text[start:end]`."""
    return {"start": start, "end": end, "text": surface_of(doc)[start:end]}


def sentence_starts(doc: Doc) -> list[int]:
    """The offsets where sentences begin, the first being 0."""
    offsets, begins = doc.to_array("IDX"), doc.to_array("SENT_START") == 1
    return sorted({0, *offsets[begins].tolist()})


def keep_surface(doc: Doc, plain: str) -> None:
    """Keep the `surface` of a text that has just become a `Doc`: `doc.text` joins all tokens each time it is asked."""
    doc.user_data[_SURFACE] = unwrapped(plain)


def surface_of(doc: Doc) -> str:
    """The text that patterns match: plain spaces and apostrophes, at the same offsets as `doc.text`."""
    if _SURFACE not in doc.user_data:
        keep_surface(doc, surface(doc.text))
    return cast(str, doc.user_data[_SURFACE])


def folded_of(doc: Doc) -> str:
    """`surface_of` in lower case and without accents, at the same offsets."""
    if _FOLDED not in doc.user_data:
        doc.user_data[_FOLDED] = fold(surface_of(doc))
    return cast(str, doc.user_data[_FOLDED])


register_extensions()
