"""The words of meetings, read from `data/meeting_words.toml`."""

import re
from functools import cache, cached_property

from natoextract.lexicon import Entry, Words, read_whole
from natoextract.text import fold


class MeetingWords(Entry):
    """The lists of `meeting_words.toml`, accentless, and the patterns made of them."""

    common: Words
    errands: Words
    halts: Words
    paired: Words
    topical: Words
    topics: Words
    sights: Words
    offering: Words
    bidding: Words
    wishing: Words
    intending: Words
    ways: Words
    exchanging: Words
    receiving: Words
    opponents: Words
    shared: Words
    lasting: Words
    attending: Words
    gathering: Words
    assemblies: Words
    loose: Words
    formal: Words
    private: Words
    courtesies: Words
    peers: Words
    fellows: Words
    domestic: Words
    society: Words
    rulers: Words
    leisure: Words
    commanders: Words
    mutual: Words
    pairs: Words
    breaks: Words
    media: Words
    convened: Words
    houses: Words
    sport: Words
    leading: Words
    spans: Words
    missions: Words
    envoys: Words
    unofficial: Words
    sending: Words
    gaining: Words
    going: Words
    bilateral: Words
    hosting: Words
    people: Words
    rounds: Words
    having: Words
    regional: dict[str, str]

    @cached_property
    def by_region(self) -> dict[str, str]:
        """Organisations by the adjective of their region, accentless: *ouest-africain* → ECOWAS."""
        return {fold(word): code for word, code in self.regional.items()}

    @cached_property
    def to_press(self) -> re.Pattern[str]:
        """*entretien accorde au journal …*: no meeting."""
        return re.compile(
            r"\b(?:entretien|interview|rencontre)s? (?:\w+ ){0,3}?"
            r"(?:a la|au|aux|a|avec|diffuse|publie|accorde|paru|dans|d'embauche|individuel|telephonique exclusif)\w* "
            rf"(?:[^.;]{{0,20}}?)(?:{_any(self.media)})"
        )

    @cached_property
    def of_sport(self) -> re.Pattern[str]:
        """Words of sport, `*` for any ending."""
        words = _any(self.sport).replace("*", r"\w*")
        # most words are none: their first letter tells
        initials = "".join(sorted({word[0] for word in self.sport}))
        return re.compile(rf"\b(?=[{initials}])(?:{words})\b")

    @cached_property
    def of_states(self) -> re.Pattern[str]:
        """*conference internationale*, *conference de paix*."""
        return re.compile(rf"\w+ (?:\w+ )?(?:{_any(self.convened)})\b")

    @cached_property
    def of_houses(self) -> re.Pattern[str]:
        """*reunion de la cellule de crise*: no meeting of states."""
        return re.compile(rf"\w+ (?:[\w']+ ){{0,3}}?(?:[dl]')?(?:{_any(self.houses)})\b")


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(words))


@cache
def meeting_words() -> MeetingWords:
    """The tables of `meeting_words.toml`. Raises `LexiconError`."""
    return read_whole("meeting_words", MeetingWords)
