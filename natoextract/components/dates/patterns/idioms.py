"""Idioms and names with a word of time in them: *24 heures sur 24*, *guerre de Cent Ans*, *île de Pâques*."""

from typing import Literal

from natoextract.components.dates.scan import NOTHING, Match, Rule, first_words
from natoextract.components.dates.words import BODIES, CAPITAL_NAMES, IDIOMS, MONTH, SITES, alternatives


def _name(match: Match) -> Literal["nothing"] | None:
    """*20 Minutes* is a newspaper, *20 minutes* a duration."""
    return NOTHING if match.text.surface[match.start : match.end] in CAPITAL_NAMES else None


def _body(match: Match) -> Literal["nothing"] | None:
    """*Mouvement du 23 mars* is an armed group, *le mouvement du 5 décembre* a strike."""
    return NOTHING if match.capital("noun") else None


_NAMED_DAY = rf"du \d{{1,2}}(?: ?er)?[ -](?:{MONTH})(?:[ -]\d{{4}})?"

RULES = (
    Rule("idiom", alternatives(IDIOMS), lambda match: NOTHING, first_words(*IDIOMS)),
    Rule("body", rf"(?P<noun>{alternatives(BODIES)}) {_NAMED_DAY}", _body, first_words(*BODIES)),
    # *rue du 4-Septembre*, *stade du 28 septembre*
    Rule("site", rf"(?:{alternatives(SITES)}) {_NAMED_DAY}", lambda match: NOTHING, first_words(*SITES)),
    Rule("name", alternatives(CAPITAL_NAMES), _name, first_words(*CAPITAL_NAMES)),
)
