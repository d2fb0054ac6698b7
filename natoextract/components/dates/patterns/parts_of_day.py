"""Parts of a day: *ce matin*, *dans la soirée*, *en début d'après-midi*, *à l'aube*; *mardi soir* is joined."""

import re

from natoextract.components.dates.scan import Found, Match, Rule, first_words
from natoextract.components.dates.words import PART_OF_DAY, PARTS_OF_DAY
from natoextract.timex import Mod, PartOfDay, Shift

MODS: dict[str, Mod] = {"debut": "START", "milieu": "MID", "mi": "MID", "fin": "END", "courant": "MID"}

# A part of the day alone is a time behind these; *le soir*, *le matin* may be habits.
_CUE = re.compile(
    r"(?:(?<!\w)(?:dans la|en|a la|au|cours de la|durant la|pendant la|en pleine|des la|vers la|de la|jusqu'au) |"
    r"(?<!\w)(?:dans l'|a l'|cours de l'|durant l'|pendant l'|des l'))$"
)
_DURING = re.compile(r"(?:(?<!\w)(?:dans la|cours de la|durant la|pendant la|en pleine|en cours de|en) )$")
_OF_EVENT = re.compile(r" d(?:e|u|es) | d'")


def _this(match: Match) -> Found:
    part = match.get("part")
    return Found(
        match.start, match.end, "part", "TIME", PartOfDay(Shift("day", 0), PARTS_OF_DAY[part]), direction="this"
    )


def _alone(match: Match) -> Found | None:
    part, mod = match.get("part"), MODS.get(match.get("mod"))
    if not match["same"]:
        cue = _DURING if part in ("nuit", "soiree", "matinee") else _CUE
        if part in ("matin", "soir", "midi") and not mod:
            return None
        if not match.before(cue, 24) or match.after(_OF_EVENT):
            return None
    expression = PartOfDay(Shift("day", 0), PARTS_OF_DAY[part])
    return Found(match.start, match.end, "part", "TIME", expression, mod=mod, anchor="narrated")


_WITHIN = re.compile(r"(?<!\w)(?:dans la|en cours de|cours de la) $")


def _within_day(match: Match) -> Found | None:
    """*plus tôt dans la journée*, *en fin de journée*."""
    if mod := MODS.get(match.get("mod")):
        code = {"START": "TMO", "MID": "TMI", "END": "TEV"}[mod]
        return Found(match.start, match.end, "part", "TIME", PartOfDay(Shift("day", 0), code), anchor="narrated")
    if not match.before(_WITHIN) or match.after(_OF_EVENT):
        return None
    return Found(match.start, match.end, "part", "DATE", Shift("day", 0), anchor="narrated")


_MOD = r"(?:(?P<mod>debut|fin|milieu|mi)[ -](?:de (?:la |l')?|d'|du )?)"

RULES = (
    Rule("this_part", rf"(?:ce|cet|cette) (?P<part>{PART_OF_DAY})(?!-)", _this, first_words("ce", "cet", "cette")),
    Rule(
        "part_of_day",
        rf"{_MOD}?(?P<part>{PART_OF_DAY})(?P<same> meme(?! \w+ que))?(?!-)",
        _alone,
        first_words("début", "fin", "milieu", "mi", *PARTS_OF_DAY),
    ),
    Rule("within_day", rf"{_MOD}?journee(?!-)", _within_day, first_words("début", "fin", "milieu", "mi", "journée")),
)
