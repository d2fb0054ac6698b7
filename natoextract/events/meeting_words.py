"""The words of meetings, read from `data/meeting_words.toml`."""

import re
from functools import cache
from typing import NamedTuple

from natoextract.lexicon import Entry, read_whole
from natoextract.text import fold


class _Tables(Entry):
    common: list[str]
    errands: list[str]
    paired: list[str]
    receiving: list[str]
    opponents: list[str]
    shared: list[str]
    lasting: list[str]
    attending: list[str]
    gathering: list[str]
    assemblies: list[str]
    loose: list[str]
    formal: list[str]
    private: list[str]
    courtesies: list[str]
    peers: list[str]
    fellows: list[str]
    domestic: list[str]
    society: list[str]
    leisure: list[str]
    commanders: list[str]
    mutual: list[str]
    pairs: list[str]
    breaks: list[str]
    media: list[str]
    convened: list[str]
    houses: list[str]
    sport: list[str]


class MeetingWords(NamedTuple):
    """The tables of `meeting_words.toml`, accentless."""

    common: frozenset[str]
    errands: frozenset[str]
    paired: frozenset[str]
    receiving: frozenset[str]
    opponents: frozenset[str]
    shared: frozenset[str]
    lasting: frozenset[str]
    attending: frozenset[str]
    gathering: frozenset[str]
    assemblies: frozenset[str]
    loose: frozenset[str]
    formal: frozenset[str]
    private: frozenset[str]
    courtesies: frozenset[str]
    peers: frozenset[str]
    fellows: frozenset[str]
    domestic: frozenset[str]
    society: frozenset[str]
    leisure: frozenset[str]
    commanders: frozenset[str]
    mutual: frozenset[str]
    pairs: frozenset[str]
    breaks: frozenset[str]
    #: *entretien accorde au journal …*: no meeting.
    press: re.Pattern[str]
    sport: re.Pattern[str]
    #: *conference internationale*, *conference de paix*.
    convened: re.Pattern[str]
    #: *reunion de la cellule de crise*: no meeting of states.
    houses: re.Pattern[str]


@cache
def meeting_words() -> MeetingWords:
    """The tables of `meeting_words.toml`. Raises `LexiconError`."""
    tables = read_whole("meeting_words", _Tables)
    words = {name: [fold(word) for word in listed] for name, listed in tables}
    media, sport = "|".join(words.pop("media")), "|".join(words.pop("sport")).replace("*", r"\w*")
    press = (
        r"\b(?:entretien|interview|rencontre)s? (?:\w+ ){0,3}?"
        r"(?:a la|au|aux|a|avec|diffuse|publie|accorde|paru|dans|d'embauche|individuel|telephonique exclusif)\w* "
        rf"(?:[^.;]{{0,20}}?)(?:{media})"
    )
    convened, houses = "|".join(words.pop("convened")), "|".join(words.pop("houses"))
    # most words are none: their first letter tells
    initials = "".join(sorted({word[0] for word in sport.split("|")}))
    return MeetingWords(
        **{name: frozenset(listed) for name, listed in words.items()},
        press=re.compile(press),
        convened=re.compile(rf"\w+ (?:\w+ )?(?:{convened})\b"),
        houses=re.compile(rf"\w+ (?:[\w']+ ){{0,3}}?(?:[dl]')?(?:{houses})\b"),
        sport=re.compile(rf"\b(?=[{initials}])(?:{sport})\b"),
    )
