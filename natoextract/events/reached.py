"""Totals of the fallen that a verb reaches: *le nombre de soldats tués s'élève à 644*, *le bilan est de 33 morts*."""

import re

from natoextract.events.counted import number_at
from natoextract.events.frames import Frame
from natoextract.events.reading import Reading, TokenMention

_FALLEN = r"(?:morts?|tuee?s?|blessee?s?|perie?s?|tombee?s?|disparue?s?|captures?|deces|victimes?|pertes|martyrs)"
#: *le nombre de soldats tués*, *le bilan des affrontements*, *les pertes françaises*, right before a verb.
_TOTAL = re.compile(rf"\b(?:(?:nombre|total|cumul|chiffre)\b[^.;:]*\b{_FALLEN}\b[^.;:]*|(?:bilan|pertes)\b[^.;:,]*)$")
#: *le nombre de soldats*, before its participle.
_NUMBER_OF = re.compile(r"\b(?:nombre|total|bilan|cumul)\b (?:\w+ )?(?:de|d'|des)\b[^.;:,]*$")
#: *estimant le nombre de soldats tués à 5.000*.
_ESTIMATED = re.compile(r"\b(?:estim|evalu|chiffr|port)\w* (?:a )?(?:le|son) (?:nombre|total|bilan)\b[^.;:,]*$")
_TO = re.compile(r" a (?=\w)")
#: What a toll does before its figure: *s'élève à*, *est passé de 13 à*, *est désormais de*, *atteint les*.
_REACHING = re.compile(
    r"\b(?:(?:elev|estim|evalu|pass|mont|grimp|port|atteign|atteint|depass|s'etabli|fix)\w*|est|etait|serait)"
    r"(?: desormais| donc| ainsi| maintenant| officiellement)?(?: de (?=[\d\w.' ]{1,20} a \d)[\d\w.' ]{1,20})?"
    r"(?: a| de| d'| les| l[ea] (?:seuil|cap|chiffre|barre|marque) (?:symbolique )?d(?:e|es))? ?(?=\w)"
)


def tells_fallen(reading: Reading, i: int) -> bool:
    """Whether a verb is said of the dead: *le nombre de soldats tués s'élève à 644* is no strength."""
    first, _ = reading.sentence(i)
    begin = reading.scene.token_starts[first]
    return _TOTAL.search(reading.folded, max(begin, reading.tokens[i].idx - 160), reading.tokens[i].idx) is not None


def reached(reading: Reading, frame: Frame) -> TokenMention | None:
    """The figure that the verb behind a toll gives."""
    first, end = reading.sentence(frame.token.i)
    begin = reading.scene.token_starts[first]
    named = frame.frame == "fallen" and frame.word in ("bilan", "perte")
    if not named and _NUMBER_OF.search(reading.folded, max(begin, frame.token.idx - 90), frame.token.idx) is None:
        return None
    if _ESTIMATED.search(reading.folded, max(begin, frame.token.idx - 90), frame.token.idx) and (
        told := _TO.match(reading.folded, frame.end)
    ):
        return number_at(reading, told.end())
    last = reading.tokens[end - 1]
    for found in _REACHING.finditer(reading.folded, frame.end, last.idx + len(last)):
        if (number := number_at(reading, found.end())) is not None:
            return number
    return None
