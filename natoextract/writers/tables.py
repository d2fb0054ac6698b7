"""The flat tables: what they hold, column by column, and the rows of an article.

Every row has the article's id and publication date, and every mention its offsets and its sentence.
"""

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from natoextract.records import ArticleContent

Kind = Literal["text", "integer", "date", "list"]
Row = dict[str, Any]

_KINDS: dict[str, Kind] = {"integer": "integer", "date": "date", "list": "list"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what its values are, and what they mean."""

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a row for each what, its columns, and the rows that an article gives."""

    name: str
    holds: str
    columns: tuple[Column, ...]
    rows: Callable[[ArticleContent], Iterator[Row]]


def _columns(*lines: str) -> tuple[Column, ...]:
    """`name kind meaning` a line; the kind is text where it is not named."""
    columns = []
    for line in lines:
        name, _, rest = line.partition(" ")
        kind, _, meaning = rest.partition(" ")
        columns.append(Column(name, _KINDS[kind], meaning) if kind in _KINDS else Column(name, "text", rest))
    return tuple(columns)


_ARTICLE = _columns(
    "article_id id of the article",
    "published date first day on which the article may have appeared; null if unknown",
)
_MENTION = _columns(
    "start integer first code point of the mention in the article's text",
    "end integer one past its last code point",
    "text the mention, as in the article",
)
_SENTENCE = _columns(
    "sentence the sentence that it stands in",
    "sentence_start integer first code point of the sentence",
    "sentence_end integer one past its last code point",
)
_TROOPS = _columns(
    "minimum integer least number of troops; null where open",
    "maximum integer greatest number of troops; null where open",
    "qualifier how the number is told: exact, about, nearly, at_least, more_than, at_most, less_than, range, vague",
)
_INTERVAL = _columns(
    "earliest date first day that it may mean; null where it cannot be placed",
    "latest date last day that it may mean",
)


def _renamed(prefix: str, columns: tuple[Column, ...], what: str) -> tuple[Column, ...]:
    return tuple(Column(f"{prefix}_{c.name}", c.kind, f"{what}: {c.meaning}") for c in columns)


_EVENT = (
    *_columns(
        "event_id id of the event in its article",
        "type deployment, withdrawal, presence, casualties or meeting",
        "status factual, planned, possible, requested or negated",
        "actors list codes of the states and organisations whose troops or officials they are",
    ),
    *_renamed("troops", _TROOPS, "who move, serve or fall"),
    *_renamed("level_before", _TROOPS, "strength before"),
    *_renamed("level_after", _TROOPS, "strength after"),
    *_columns(
        "location country where it happens (ISO 3166-1 alpha-3)",
        "place city, base or site",
        "mission name of the operation or force",
    ),
    *_columns("date TIMEX3 value of when it happens"),
    *_renamed("date", _INTERVAL, "when it happens"),
    *_columns(
        "speaker name of the speaker who says so; null where the agency does",
        "requested_by list codes of those who ask for it",
        "trigger the word that names it",
        "trigger_start integer first code point of the trigger in the article's text",
        "trigger_end integer one past its last code point",
        "plover PLOVER event name",
        "merged_into id of the event of the article that this one tells again",
    ),
)


def _articles(content: ArticleContent) -> Iterator[Row]:
    article, published = content.article, content.article["published"] or {}
    dateline = article["dateline"] or {}
    yield {
        "source": article["source"],
        "published_latest": published.get("latest"),
        "published_origin": published.get("origin"),
        "dateline": dateline.get("text"),
        "place": dateline.get("place"),
        "agency": dateline.get("agency"),
        "metadata": _json(content.metadata),
        "text": content.text,
    }


def _json(metadata: dict[str, Any]) -> str | None:
    """Metadata as JSON; a lone surrogate, which is no text, as a question mark."""
    if not metadata:
        return None
    return json.dumps(metadata, ensure_ascii=False).encode("utf-8", "replace").decode()


def _mentions(layer: str, content: ArticleContent) -> Iterator[Row]:
    for mention in content.article[layer]:
        yield {**mention, **_sentence(content, mention["start"])}


def _statements(content: ArticleContent) -> Iterator[Row]:
    speakers = {speaker["id"]: speaker for speaker in content.article["speakers"]}
    for statement in content.article["statements"]:
        speaker = speakers.get(statement["speaker"], {})
        yield {
            **statement,
            "cue": statement["cue"] and statement["cue"]["text"],
            "speaker_id": statement["speaker"],
            "speaker": speaker.get("name"),
            "speaker_kind": speaker.get("kind"),
            "speaker_role": speaker.get("role"),
            "speaker_affiliation": speaker.get("affiliation"),
            **_sentence(content, statement["start"]),
        }


def _speakers(content: ArticleContent) -> Iterator[Row]:
    for speaker in content.article["speakers"]:
        mentions = speaker["mentions"]
        first = mentions[0] if mentions else {}
        where = _sentence(content, first["start"]) if first else {}
        yield {**speaker, "speaker_id": speaker["id"], "mentions": len(mentions), **first, **where}


def _events(content: ArticleContent) -> Iterator[Row]:
    for event in content.article["events"]:
        date, trigger, sentence = event["date"] or {}, event["trigger"], event["sentence"]
        row = {
            **event,
            "event_id": event["id"],
            "date": date.get("value"),
            "date_earliest": date.get("earliest"),
            "date_latest": date.get("latest"),
            "trigger": trigger["text"],
            "trigger_start": trigger["start"],
            "trigger_end": trigger["end"],
            "sentence": content.text[sentence["start"] : sentence["end"]],
            "sentence_start": sentence["start"],
            "sentence_end": sentence["end"],
        }
        for slot in ("troops", "level_before", "level_after"):
            row |= {f"{slot}_{name}": value for name, value in (event[slot] or {}).items()}
        yield row


def _sentence(content: ArticleContent, offset: int) -> Row:
    """The sentence around an offset, without the white space after it."""
    starts = content.sentence_starts
    number = bisect_right(starts, offset)
    start = starts[number - 1] if number else 0
    end = starts[number] if number < len(starts) else len(content.text)
    text = content.text[start:end].rstrip()
    return {"sentence": text, "sentence_start": start, "sentence_end": start + len(text)}


def _table_of(layer: str, holds: str, *columns: str) -> Table:
    return Table(layer, holds, (*_ARTICLE, *_MENTION, *_columns(*columns), *_SENTENCE), partial(_mentions, layer))


TABLES = (
    Table(
        "articles",
        "an article",
        (
            *_ARTICLE,
            *_columns(
                "published_latest date last day on which it may have appeared",
                "published_origin where that is known from: argument, metadata, dateline or header",
                "source path or URI that the text came from",
                "dateline the wire slug at its head",
                "place place of the dateline",
                "agency agency of the dateline",
                "metadata what its container says of it besides (headline, provider, other fields), as JSON",
                "text the whole text, to which all offsets refer",
            ),
        ),
        _articles,
    ),
    Table("events", "an event", (*_ARTICLE, *_EVENT, *_SENTENCE), _events),
    Table(
        "troop_counts",
        "a number of military personnel",
        (
            *_ARTICLE,
            *_MENTION,
            *_TROOPS,
            *_columns(
                "unit lemma of the noun that is counted; null for an ellipsis",
                "contributors list codes of the states or organisations that provide the troops",
                "location country where they serve (ISO 3166-1 alpha-3)",
                "mission name of their operation or force",
            ),
            *_SENTENCE,
        ),
        partial(_mentions, "troop_counts"),
    ),
    Table(
        "statements",
        "a statement attributed to a source",
        (
            *_ARTICLE,
            *_MENTION,
            *_columns(
                "kind direct, indirect or mixed",
                "cue the words that attribute it",
                "speaker_id id of the speaker in the article",
                "speaker name of the speaker",
                "speaker_kind person, institution or anonymous",
                "speaker_role role of a person, as in the text",
                "speaker_affiliation code of the speaker's state or organisation",
            ),
            *_SENTENCE,
        ),
        _statements,
    ),
    Table(
        "speakers",
        "a source of statements, one row an article",
        (
            *_ARTICLE,
            *_columns(
                "speaker_id id of the speaker in the article",
                "name fullest form of the name in the article",
                "kind person, institution or anonymous",
                "role role of a person, as in the text",
                "affiliation code of the speaker's state or organisation",
                "mentions integer how many times the article names the speaker",
            ),
            *_MENTION,
            *_SENTENCE,
        ),
        _speakers,
    ),
    _table_of(
        "dates",
        "a temporal expression (TIMEX3)",
        "type DATE, TIME, DURATION or SET",
        "value TIMEX3 value",
        "mod TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER, …",
        "earliest date first day that it may mean; null where it cannot be placed",
        "latest date last day that it may mean",
    ),
    _table_of(
        "countries",
        "a mention of a state",
        "code ISO 3166-1 alpha-3 (Kosovo XKX; past states ISO 3166-3)",
        "form name, demonym, adjective or capital",
    ),
    _table_of("organisations", "a mention of an alliance, body or armed movement", "code its code: NATO, UN, EU, …"),
    _table_of("missions", "a mention of an operation or force", "name its standard international name"),
    _table_of(
        "places",
        "a mention of a city, base or site",
        "name its name",
        "country country it lies in (ISO 3166-1 alpha-3)",
    ),
)


def rows_of(table: Table, content: ArticleContent) -> Iterator[Row]:
    """An article's rows of a table: every column, in order, null where the article does not say."""
    published = content.article["published"]
    article = {"article_id": content.article["id"], "published": published and published["earliest"]}
    for row in table.rows(content):
        values = row | article
        yield {column.name: values.get(column.name) for column in table.columns}
