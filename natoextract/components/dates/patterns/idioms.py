"""Idioms and names with a word of time in them: *24 heures sur 24*, *guerre de Cent Ans*, *île de Pâques*."""

from typing import Literal

from natoextract.components.dates.scan import NOTHING, Match, Rule, first_words
from natoextract.components.dates.words import CAPITAL_NAMES, IDIOMS, alternatives


def _name(match: Match) -> Literal["nothing"] | None:
    """*20 Minutes* is a newspaper, *20 minutes* a duration."""
    return NOTHING if match.text.surface[match.start : match.end] in CAPITAL_NAMES else None


RULES = (
    Rule("idiom", alternatives(IDIOMS), lambda match: NOTHING, first_words(*IDIOMS)),
    Rule("name", alternatives(CAPITAL_NAMES), _name, first_words(*CAPITAL_NAMES)),
)
