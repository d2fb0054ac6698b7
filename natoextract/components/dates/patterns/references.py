"""Words that stand for now: *actuellement*, *maintenant*, *en ce moment*."""

import re

from natoextract.components.dates.scan import Found, Match, Rule, first_words
from natoextract.components.dates.words import REFERENCES, alternatives
from natoextract.timex import Fixed

# *jusqu'à présent* tells no time of its own; *en maintenant* is the participle.
_VAGUE_BEFORE = re.compile(r"(?:jusqu'(?:a )?|(?<!\w)en |des )$")
_CONJUNCTION = re.compile(r" (?:que(?!\w)|qu')")


def _reference(match: Match) -> Found | None:
    value = REFERENCES[match.get("words")]
    if (value == "PRESENT_REF" and match.before(_VAGUE_BEFORE)) or (
        match["words"] == "maintenant" and match.after(_CONJUNCTION)
    ):
        return None
    return Found(match.start, match.end, "reference", "DATE", Fixed(value))


RULES = (Rule("reference", rf"(?P<words>{alternatives(REFERENCES)})", _reference, first_words(*REFERENCES)),)
