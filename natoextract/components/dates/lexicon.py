"""The tables of `data/calendar.toml`, checked: unknown keys, missing tables and words of a wrong kind are refused."""

from typing import Literal

from natoextract.lexicon import Entry, parse_entries, read_toml
from natoextract.timex import Unit

Words = tuple[str, ...]


class MonthEntry(Entry):
    """A month, and its abbreviations."""

    number: int
    short: Words = ()


class UnitEntry(Entry):
    """A unit of duration; see the table's comment."""

    forms: Words
    letter: str
    times: int = 1
    step: Unit | None = None
    vague: str | None = None


class FeastEntry(Entry):
    """A feast; see `timex.Feast`."""

    month: int = 0
    day: int = 0
    easter: int | None = None
    islamic: bool = False
    year: int | None = None


class DirectionWords(Entry):
    """Words of things that lie ahead, and of habits."""

    scheduled: Words
    ahead: Words
    announcing: Words
    intentions: Words
    agenda: Words
    giving: tuple[str, ...]
    adjectives: Words
    habits: Words


class AgeWords(Entry):
    """What a number of years behind a noun or a verb is."""

    people: Words
    lasting: Words
    thresholds: Words
    set_to: Words
    sentences: Words


class YearWords(Entry):
    """What stands around a number that is a year, or is none."""

    labels: Words
    numbered: Words
    measures: Words
    units: Words


class IdiomWords(Entry):
    """Idioms and names that tell no time."""

    phrases: Words
    bodies: tuple[str, ...]
    sites: tuple[str, ...]
    names: Words


class Calendar(Entry):
    """The whole file."""

    months: dict[str, MonthEntry]
    weekdays: dict[str, int]
    seasons: dict[str, Literal["SP", "SU", "FA", "WI"]]
    ordinals: dict[str, int]
    decades: dict[str, int]
    units: dict[str, UnitEntry]
    parts_of_day: dict[str, Words]
    feasts: dict[str, FeastEntry]
    zones: dict[str, str]
    references: dict[str, Words]
    days: dict[str, int]
    adverbs: dict[str, str]
    modifiers: dict[str, Words]
    direction: DirectionWords
    ages: AgeWords
    years: YearWords
    idioms: IdiomWords


CALENDAR = parse_entries("calendar", {"calendar": read_toml("calendar")}, Calendar)["calendar"]
