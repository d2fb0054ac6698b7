"""What natoextract emits: one `Article` a dispatch. Field by field, the output contract, version 1.0.

Offsets are half-open `[start, end)` counts of Unicode code points in the text as decoded;
`text[start:end]` is always the mention's `text`.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION: Literal["1.0"] = "1.0"

CountryForm = Literal["name", "demonym", "adjective", "capital"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimexMod = Literal[
    "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER",
    "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
]  # fmt: skip
Qualifier = Literal[
    "exact", "about", "nearly", "at_least", "more_than", "at_most", "less_than", "range", "vague"
]  # fmt: skip
EventType = Literal["deployment", "withdrawal", "presence", "casualties", "meeting"]
EventStatus = Literal["factual", "planned", "possible", "requested", "negated"]


class Result(BaseModel):
    """Base of all results: immutable, and strict about its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Mention(Result):
    """A stretch of the text."""

    start: int = Field(ge=0, description="first code point of the mention")
    end: int = Field(ge=0, description="one past the last code point")
    text: str = Field(description="text[start:end]")


class Published(Result):
    """When the article appeared: an inclusive interval of ISO dates, and where that is known from."""

    earliest: str
    latest: str
    origin: Literal["argument", "metadata", "dateline", "header"]


class Dateline(Mention):
    """The wire slug at the head of the text: `BRUXELLES, 27 nov 2009 (TAP)`."""

    place: str | None = None
    agency: str | None = None


class Country(Mention):
    """A mention of a state. `code` is ISO 3166-1 alpha-3 (Kosovo `XKX`; past states ISO 3166-3)."""

    code: str
    form: CountryForm


class Organisation(Mention):
    """A mention of an alliance, an international body or an armed movement."""

    code: str


class Mission(Mention):
    """A named operation or force; `name` is its standard international name."""

    name: str


class Place(Mention):
    """A city, base or named site used as a location, and the country it lies in (alpha-3)."""

    name: str
    country: str | None = None


class Timex(Mention):
    """A temporal expression after TIMEX3; `earliest`/`latest` its inclusive ISO interval, if placed."""

    type: TimexType
    value: str
    mod: TimexMod | None = None
    earliest: str | None = None
    latest: str | None = None


class TroopCount(Mention):
    """A number of military personnel; bounds are inclusive, null where open."""

    minimum: int | None
    maximum: int | None
    qualifier: Qualifier
    unit: str | None
    contributors: list[str]
    location: str | None = None
    mission: str | None = None


class Speaker(Result):
    """A source of statements, one entry for all its mentions in the article."""

    id: str
    name: str
    kind: Literal["person", "institution", "anonymous"]
    role: str | None = None
    affiliation: str | None = None
    mentions: list[Mention]


class Statement(Mention):
    """Content that the text attributes to a source; `speaker` is the id of an entry of `speakers`."""

    kind: Literal["direct", "indirect", "mixed"]
    cue: Mention | None = None
    speaker: str | None = None


class Troops(Result):
    """A number of troops inside an event: inclusive bounds, null where open."""

    minimum: int | None
    maximum: int | None
    qualifier: Qualifier


class EventDate(Result):
    """When an event happens: a TIMEX3 value and its interval."""

    value: str
    earliest: str | None = None
    latest: str | None = None


class Offsets(Result):
    """A sentence, by its code points."""

    start: int
    end: int


class Evidence(Result):
    """Why a slot was filled: the rule, and the words it read.

    A slot may have several, the deciding one first: *leur* by the rule `possessive`, then *Rome* as `named: ITA`.
    """

    slot: str
    rule: str
    start: int | None = None
    end: int | None = None
    text: str | None = None


class Event(Result):
    """Who does what with how many, where, when, how sure, said by whom."""

    id: str
    type: EventType
    status: EventStatus
    actors: list[str]
    troops: Troops | None = None
    level_before: Troops | None = None
    level_after: Troops | None = None
    location: str | None = None
    place: str | None = None
    mission: str | None = None
    date: EventDate | None = None
    speaker: str | None = None
    requested_by: list[str]
    trigger: Mention
    sentence: Offsets
    plover: str | None = None
    merged_into: str | None = None
    evidence: list[Evidence] = Field(default_factory=list)


class Article(Result):
    """Everything found in one dispatch."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    id: str
    source: str | None = None
    published: Published | None = None
    dateline: Dateline | None = None
    countries: list[Country]
    organisations: list[Organisation]
    missions: list[Mission]
    places: list[Place]
    dates: list[Timex]
    troop_counts: list[TroopCount]
    speakers: list[Speaker]
    statements: list[Statement]
    events: list[Event]
