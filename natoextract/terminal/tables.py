"""The layers of an article as tables."""

from collections.abc import Iterator
from textwrap import shorten

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from natoextract.schema import Article, Event
from natoextract.terminal.wording import interval, number, strength, where

# A speaker's evidence is the whole statement: its beginning tells which.
_WORDS = 70

_STATUS_STYLES = {
    "factual": "green",
    "planned": "cyan",
    "possible": "yellow",
    "requested": "magenta",
    "negated": "red",
}


def tables(article: Article) -> Iterator[Table]:
    """Events, statements, troop counts and dates; a layer with nothing in it has no table."""
    makers = (events_table, statements_table, counts_table, dates_table)
    return (table for maker in makers if (table := maker(article)).row_count)


def events_table(article: Article) -> Table:
    """Two lines an event, so that a row fits a terminal of 80 columns."""
    table = _table("Events", "", "what", "who, how many", "where, when", "trigger, source")
    for event in article.events:
        table.add_row(
            event.id,
            _lines(event.type, _status(event)),
            _lines(" ".join(event.actors), strength(event)),
            _lines(where(event), event.date.value if event.date else ""),
            _lines(_trigger(event), _plain(event.speaker or "")),
        )
    return table


def statements_table(article: Article) -> Table:
    """Who says what, by which words; a row a statement."""
    table = _table("Statements", "speaker", "cue", "kind", "what is said")
    speakers = {speaker.id: speaker for speaker in article.speakers}
    for statement in article.statements:
        speaker = speakers.get(statement.speaker or "")
        name = ", ".join(filter(None, [speaker.name, speaker.role])) if speaker else ""
        cue = statement.cue.text if statement.cue else ""
        table.add_row(_plain(name), _plain(cue), statement.kind, _plain(statement.text))
    return table


def counts_table(article: Article) -> Table:
    """How many, whose and where; a row a number of troops."""
    table = _table("Troop counts", "words", "number", "of", "from", "in", "mission")
    for count in article.troop_counts:
        contributors = " ".join(count.contributors)
        row = (number(count), count.unit or "", contributors, count.location or "", count.mission or "")
        table.add_row(_plain(count.text), *row)
    return table


def dates_table(article: Article) -> Table:
    """Each temporal expression with its TIMEX3 value and its days."""
    table = _table("Dates", "words", "type", "value", "modifier", "days")
    for timex in article.dates:
        days = interval(timex.earliest, timex.latest)
        table.add_row(_plain(timex.text), timex.type, timex.value, timex.mod or "", days)
    return table


def why_tables(article: Article) -> Iterator[Table]:
    """For each event, the rules and the words that filled its slots."""
    for event in article.events:
        table = _table(
            f"{event.id}: {event.type}, {event.status}: {event.trigger.text}", "slot", "value", "rule", "words"
        )
        before = None
        for evidence in event.evidence:
            words = _plain(shorten(evidence.text or "", _WORDS, placeholder=" …"))
            # a slot may have several reasons: its value stands once
            told = ("", "") if evidence.slot == before else (evidence.slot, _plain(slot_value(event, evidence.slot)))
            table.add_row(*told, evidence.rule, words)
            before = evidence.slot
        yield table


def slot_value(event: Event, slot: str) -> str:
    """What a slot of an event holds, in words."""
    value = getattr(event, slot, None)
    if slot in ("troops", "level_before", "level_after"):
        return number(value)
    if isinstance(value, list):
        return " ".join(value)
    if slot in ("date", "trigger"):
        return str((value.value if slot == "date" else value.text) if value else "")
    return "" if value is None else str(value)


def _status(event: Event) -> Text:
    status = Text(event.status, style=_STATUS_STYLES[event.status])
    if event.requested_by:
        by = f"by {' '.join(event.requested_by)}"
        status.append(f" {by}" if event.status == "requested" else f" (asked {by})")
    return status


def _trigger(event: Event) -> Text:
    """The trigger; for a fact told before, the event that told it."""
    return _plain(event.trigger.text + (f" (= {event.merged_into})" if event.merged_into else ""))


def _lines(*parts: str | Text) -> Text:
    """The parts that are not empty, one below the other."""
    return Text("\n").join(Text(part) if isinstance(part, str) else part for part in parts if part)


def _plain(words: str) -> Text:
    """Words of the article, in which brackets are no markup."""
    return Text(" ".join(words.split()))


def _table(title: str, *columns: str) -> Table:
    table = Table(box=SIMPLE_HEAD, title=_plain(title), title_justify="left", title_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
