"""The families of temporal expressions, one module a notion; rules are tried in this order."""

from natoextract.components.dates.patterns import (
    clock,
    days,
    durations,
    idioms,
    months,
    parts_of_day,
    periods,
    references,
    relative,
    sets,
    weekdays,
    years,
)
from natoextract.components.dates.scan import Scanner

scan = Scanner(
    (
        *idioms.RULES,
        *days.RULES,
        *sets.RULES,
        *relative.RULES,
        *parts_of_day.RULES,
        *periods.RULES,
        *weekdays.RULES,
        *clock.RULES,
        *durations.RULES,
        *months.RULES,
        *years.RULES,
        *references.RULES,
    )
)
