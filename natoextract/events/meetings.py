"""Who meets whom. A meeting is one of officials, states or alliances; a match, an interview, a guided tour are none."""

from natoextract.events.evidence import Whose
from natoextract.events.frames import Frame
from natoextract.events.meeting_nouns import MeetingNouns
from natoextract.events.meeting_verbs import MeetingVerbs
from natoextract.events.meeting_words import meeting_words
from natoextract.events.reading import Reading
from natoextract.events.resolver import Resolver
from natoextract.text import fold


def is_about_sport(reading: Reading) -> bool:
    """Whether an article is of sport, whose *rencontres* are none of ours."""
    return len(set(meeting_words().of_sport.findall(reading.folded))) >= 3


class Meetings:
    """Licenses meeting triggers and finds their parties, in one article."""

    def __init__(self, reading: Reading, resolver: Resolver, *, sport: bool) -> None:
        self._nouns = MeetingNouns(reading, resolver, sport=sport)
        self._verbs = MeetingVerbs(reading, resolver, sport=sport)

    def parties(self, frame: Frame) -> Whose | None:
        """The codes of those who meet, or None where the trigger is no meeting of ours."""
        return (self._nouns if frame.group is None else self._verbs).parties(frame)

    def is_summit(self, frame: Frame) -> bool:
        """*sommet*, *mini-sommet*: *le sommet* said again is this one."""
        return frame.is_noun and frame.word.endswith("sommet")

    def is_visit(self, frame: Frame) -> bool:
        """*visite*, *s'est rendu à*: *cette visite* is this one."""
        return frame.frame == "travels" or (frame.is_noun and fold(frame.word) in meeting_words().errands)
