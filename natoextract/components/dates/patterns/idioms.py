"""Idioms and names with a word of time in them: *24 heures sur 24*, *guerre de Cent Ans*, *île de Pâques*."""

from natoextract.components.dates.scan import NOTHING, Rule, first_words
from natoextract.components.dates.words import IDIOMS, alternatives

RULES = (Rule("idiom", alternatives(IDIOMS), lambda match: NOTHING, first_words(*IDIOMS)),)
