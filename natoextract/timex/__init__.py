"""Calendar arithmetic and TIMEX3 values, without spaCy.

An expression (*mardi*, *début janvier*, *il y a trois ans*) is read once and says nothing of any day; `place` puts it
into the calendar against a reference: the days on which the article may have been published, or the last date narrated.
"""

from natoextract.timex.compounds import ClockTime, Mod, Part, PartOfDay, Range
from natoextract.timex.expressions import (
    Day,
    DayNumber,
    Feast,
    Fixed,
    Month,
    Season,
    Subdivision,
    Weekday,
    century,
    decade,
    month_of,
    year,
)
from natoextract.timex.placing import Direction, Expression, Placed, Reference, place
from natoextract.timex.shifts import Shift, Unit

__all__ = [
    "ClockTime",
    "Day",
    "DayNumber",
    "Direction",
    "Expression",
    "Feast",
    "Fixed",
    "Mod",
    "Month",
    "Part",
    "PartOfDay",
    "Placed",
    "Range",
    "Reference",
    "Season",
    "Shift",
    "Subdivision",
    "Unit",
    "Weekday",
    "century",
    "decade",
    "month_of",
    "place",
    "year",
]
