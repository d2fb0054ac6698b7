"""Places the mentions of an article in the order of its story.

Publication and tense place most dates; some are told from the last date narrated (*le lendemain*, *vers 9 heures*),
take the year that their own sentence tells (*il y a presque 20 ans, … le 11 septembre*), or repeat a day dated before
(*jeudi 16 mars … jeudi*).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from natoextract.components.dates.direction import Told, told_at
from natoextract.components.dates.scan import Found, Text
from natoextract.components.dates.words import HABITS
from natoextract.timex import (
    ClockTime,
    Day,
    DayNumber,
    Direction,
    Expression,
    Feast,
    Fixed,
    Month,
    PartOfDay,
    Placed,
    Range,
    Reference,
    Season,
    Shift,
    Subdivision,
    Weekday,
    place,
)

# A day that only bounds something (*depuis l'intervention du 24 août 2016*) is not where the story stands.
_BACKGROUND = re.compile(r"(?<!\w)(?:depuis|jusqu'|d'ici|avant|a partir)[^.,;:\n]{0,45}$")
_TENSED = (Day, DayNumber, Weekday, Month, Season, Subdivision, Feast)
# A bare *jeudi* repeats a *jeudi 16 mars* told before if that lies no farther back than this.
_REPEATED_DAYS = 10
_FRAME = 24
# A story set on a day longer ago than this goes on there for so many sentences without another date.
_ERA_DAYS = 366
_ERA_SENTENCES = 3
_HISTORY_DAYS = 5 * 366
_ADVERBIAL = re.compile(r"(?<!\w)les? $")
_WORD = re.compile(r"[\w']+")
_THIS = re.compile(r"(?<!\w)ce $")


class Narrative:
    """One article: its sentences, its publication and the state of its story."""

    def __init__(self, doc: Doc, text: Text) -> None:
        self.doc, self.text = doc, text
        self.publication = _publication(doc)
        self._starts = [doc[sent.start].idx for sent in doc.sents] or [0]
        # the day where the story stands, and the last day told, which may lie ahead
        self._day: Placed | None = None
        self._last_day: Placed | None = None
        self._any: Placed | None = None
        self._dated: dict[int, Placed] = {}
        self._era: tuple[int, Placed] | None = None

    def place_all(self, found: list[Found]) -> Iterator[tuple[Found, Placed]]:
        """Each mention with its place, in text order."""
        frames: dict[int, Placed] = {}
        for i, item in enumerate(found):
            sentence = self.sentence(item.start)
            if self._weekly(item):
                yield replace(item, type="SET"), Placed(item.expression.pattern)
                continue
            placed = self._place(item, found, i, frames.get(sentence))
            if self._frames_year(item, placed):
                frames[sentence] = placed
            self._tell(item, placed)
            yield item, placed

    def sentence(self, offset: int) -> int:
        """The number of the sentence at an offset."""
        return bisect_right(self._starts, offset)

    def _place(self, item: Found, found: list[Found], i: int, frame: Placed | None) -> Placed:
        if item.anchor == "narrated":
            return self._place_narrated(item, found, i)
        expression, direction = self._in_frame(item, frame), item.direction
        if isinstance(expression, Month) and direction is None and self._habitual(item):
            return Placed(expression.pattern)
        if direction is None and _needs_direction(expression):
            direction = self._direction(item, expression)
        if item.direction is None and (era := self._in_era(item, expression, direction)):
            # a story goes on, but for a glance back of some weeks
            return place(expression, era, "next" if direction == "future" else "future")
        placed = place(expression, self.publication, direction or "nearest")
        return self._repeated(item, placed) or placed

    def _direction(self, item: Found, expression: Expression) -> Direction:
        told = told_at(self.doc, item.start, item.end)
        base = _day_of(expression)
        if told == "past" or told == "future":
            return told
        if isinstance(base, Weekday) and told != "near":
            # a wire tells what has been
            return "past"
        return "nearest"

    def _habitual(self, item: Found) -> bool:
        """*la moyenne est de 67 mm pour le mois d'avril*: the month of any year."""
        begin = self._starts[self.sentence(item.start) - 1]
        words = _WORD.findall(self.text.folded, begin, item.start)
        return not HABITS.isdisjoint(words) and told_at(self.doc, item.start, item.end) in ("present", None)

    def _weekly(self, item: Found) -> bool:
        """*est fermé le lundi*: a weekday with its article in the present is every one."""
        if not isinstance(item.expression, Weekday | PartOfDay) or not isinstance(_day_of(item.expression), Weekday):
            return False
        if item.direction or self.text.surface[max(0, item.start - 4) : item.start] != " le ":
            return False
        return told_at(self.doc, item.start, item.end) == "present"

    def _in_frame(self, item: Found, frame: Placed | None) -> Expression:
        """The year that the sentence tells, given to a day or a month without one (but to *ce 8 mai*)."""
        expression = item.expression
        if frame is None or frame.earliest is None or self.text.before(_THIS, item.start, 4):
            return expression
        if isinstance(expression, Day) and expression.year is None:
            return replace(expression, year=frame.earliest.year)
        if isinstance(expression, Month):
            return place_in_year(expression, frame.earliest.year)
        if isinstance(expression, Season | Subdivision) and "X" in expression.pattern:
            return replace(expression, year=frame.earliest.year)
        return expression

    def _in_era(self, item: Found, expression: Expression, direction: Direction | None) -> Reference:
        """The day long past that the story has been set on: *Le 6 avril 1994, … Le 17 mai, …* is of 1994."""
        base = _day_of(expression)
        if self._era is None or not isinstance(base, Day | Month) or "X" not in base.pattern:
            return None
        if self.text.before(_THIS, item.start, 4):
            return None
        sentence, told = self._era
        recent = self.publication and told.latest and (self.publication[0] - told.latest).days <= _HISTORY_DAYS
        if direction == "future" and recent:
            # of years long past the future is a historian's: *la bataille durera jusqu'au 18 décembre*
            return None
        return told.days if self.sentence(item.start) - sentence <= _ERA_SENTENCES else None

    def _set_era(self, item: Found, placed: Placed) -> None:
        base = _day_of(item.expression)
        if not isinstance(base, Day):
            return
        assert placed.latest is not None
        current = self._era is not None and self._in_era(item, base, None) is not None
        past = self.publication is not None and (self.publication[0] - placed.latest).days > _ERA_DAYS
        if past and (current or ("X" not in base.pattern and self.text.before(_ADVERBIAL, item.start, 6))):
            self._era = (self.sentence(item.start), placed)
        elif "X" not in base.pattern:
            self._era = None

    def _frames_year(self, item: Found, placed: Placed) -> bool:
        """*En 2001, …* before all else in its sentence, or *il y a 20 ans* anywhere, tells the year of what follows."""
        if item.kind != "year" or placed.earliest is None or placed.earliest.year != (placed.latest or date.min).year:
            return False
        if isinstance(item.expression, Shift):
            return item.expression.number < -1
        begin = self._starts[self.sentence(item.start) - 1]
        return item.start - begin <= _FRAME and "," in self.text.folded[item.end : item.end + 2]

    def _repeated(self, item: Found, placed: Placed) -> Placed | None:
        """A bare weekday told with its date before, where that is not *ce jeudi* of publication."""
        base = _day_of(item.expression)
        if not isinstance(base, Weekday) or item.direction or self.publication is None or not placed.earliest:
            return None
        told = self._dated.get(base.weekday)
        if told is None or told.earliest is None or told.earliest == placed.earliest:
            return None
        if self.text.before(_THIS, item.start, 4) or placed.earliest > self.publication[1]:
            return None
        if not 0 <= (placed.earliest - told.earliest).days <= _REPEATED_DAYS:
            return None
        return place(_on_day(item.expression, told), self.publication)

    def _place_narrated(self, item: Found, found: list[Found], i: int) -> Placed:
        base = _day_of(item.expression)
        if isinstance(item.expression, ClockTime | PartOfDay | Range) and isinstance(base, Shift) and base.number == 0:
            return self._place_time(item, found, i)
        of_day = isinstance(base, Shift) and base.unit == "day"
        known = (self._last_day,) if of_day else (self._any, self._last_day)
        references: list[Reference] = [told.days for told in known if told and told.days] or [self.publication]
        places = [place(item.expression, days, item.direction or "nearest") for days in references]
        # *la même année* may be told of a stretch of years, and is then that of the last day
        return next((placed for placed in places if "X" not in placed.value), places[0])

    def _place_time(self, item: Found, found: list[Found], i: int) -> Placed:
        """A time takes the day of its sentence, else the day narrated, else that of publication."""
        told: Told = told_at(self.doc, item.start, item.end)
        day = self._last_day if told == "future" else self._day
        if day is None:
            day = self._day_after(item, found, i)
        elif told == "future" and self.publication and day.latest and day.latest < self.publication[0]:
            # *prévue à 16H30*, told after what happened on Tuesday
            day = None
        if day is None:
            return place(item.expression, self.publication, "nearest")
        return place(_on_day(item.expression, day), day.days, "nearest")

    def _day_after(self, item: Found, found: list[Found], i: int) -> Placed | None:
        sentence = self.sentence(item.start)
        for other in found[i + 1 :]:
            if self.sentence(other.start) != sentence:
                return None
            if other.kind == "day" and other.anchor == "publication" and not isinstance(other.expression, Range):
                return self._place(other, found, i, None)
        return None

    def _tell(self, item: Found, placed: Placed) -> None:
        if item.type in ("DURATION", "SET") or item.kind == "reference":
            return
        if placed.days is None:
            if self.publication is None and item.kind in ("day", "part") and "/" not in placed.value:
                # a time of *mardi* is of the same unknown Tuesday
                self._day = self._last_day = Placed(placed.value.split("T")[0])
            return
        if self.text.before(_BACKGROUND, item.start, 60):
            return
        slug = self.doc._.dateline
        if slug and item.end <= slug["end"]:
            return
        self._any = placed
        self._set_era(item, placed)
        if item.kind in ("day", "part", "clock") and not isinstance(item.expression, Range):
            base = _day_of(item.expression)
            self._last_day = day = _whole_day(placed)
            if self.publication is None or (day.earliest and day.earliest <= self.publication[1]):
                self._day = day
            if isinstance(base, Day | DayNumber) and day.earliest and day.earliest == day.latest:
                self._dated[day.earliest.isoweekday()] = day


def place_in_year(month: Month, year: int) -> Fixed:
    """A month of a year that is known from elsewhere."""
    placed = place(month, (date(year, month.month, 1),) * 2)
    return Fixed(placed.value, placed.earliest, placed.latest)


def _whole_day(placed: Placed) -> Placed:
    """The day of a time: `2021-04-14` of `2021-04-14T16:30`; of a night the one it begins on."""
    value = placed.value.split("/")[0].split("T")[0]
    latest = placed.latest
    if placed.value.endswith("TNI") and placed.earliest and len(value) == 10 and "X" not in value:
        latest = placed.earliest
    return Placed(value, placed.earliest, latest)


def _on_day(expression: Expression, day: Placed) -> Expression:
    """The same expression on a day that is known."""
    if isinstance(expression, ClockTime | PartOfDay):
        return replace(expression, base=Fixed(day.value, day.earliest, day.latest))
    if isinstance(expression, Range):
        return Range(_on_day(expression.first, day), _on_day(expression.last, day))
    return Fixed(day.value, day.earliest, day.latest)


def _day_of(expression: Expression) -> Expression:
    """What places an expression: the day of a time, the first of a range, the whole of a part."""
    if isinstance(expression, Range):
        return _day_of(expression.first)
    base = getattr(expression, "base", None)
    return expression if base is None else _day_of(base)


def _needs_direction(expression: Expression) -> bool:
    base = _day_of(expression)
    if isinstance(base, Shift):
        return base.unit == "weekend" and base.number == 0
    return isinstance(base, _TENSED) and "X" in base.pattern


def _publication(doc: Doc) -> Reference:
    published = doc._.published
    if published is None:
        return None
    return date.fromisoformat(published["earliest"]), date.fromisoformat(published["latest"])
