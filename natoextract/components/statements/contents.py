"""Where what is said begins and ends: clauses after *que*, quotations, what precedes an inverted cue."""

import re
from dataclasses import dataclass
from typing import Literal

from natoextract.components.statements.quotes import Quote, Quotes
from natoextract.text import fold

StatementKind = Literal["direct", "indirect", "mixed"]

_LEADING = re.compile(r"[\s,;:.–—-]*(?:que |qu')?\s*(?:selon (?:lui|elle|eux|elles)(?!\w),?\s*)?")
_TRAILING = " \t\r\n,;:.–—-"
# What follows a quotation without being part of what is said: *dans un communiqué*, *lors d'un point de presse*.
_AFTERTHOUGHT = re.compile(
    r"\s*(?:$|[,.;!?…)]|[-–—] |alors que|tandis que|lors |apres |avant |pendant |devant |a-t-|hier|\w+di(?!\w)"
    r"|dans (?:un|une|le|la|son|sa|l')|sur |a (?:la presse|l'antenne|l'issue|propos)"
    r"|au (?:cours|sujet)|en (?:marge|reference|reponse|allusion|reaction|evoquant))",
    re.IGNORECASE,
)


# When or where somebody spoke, behind the words that are quoted: *à l'issue de la réunion*, *lors d'un meeting*.
AFTERWARDS = re.compile(
    r" (?:a l'(?:issue|occasion) d|a (?:sa|leur|son) (?:sortie|arrivee)|au (?:terme|sortir) d|lors d|en marge d"
    r"|dans un (?:communique|entretien|message|tweet)|devant (?:la presse|les journalistes)"
    r"|apres (?:la|le|une?|avoir) )"
)


@dataclass(frozen=True, slots=True)
class Content:
    """What is said: its span, and how it is told."""

    start: int
    end: int
    kind: StatementKind


def trim(text: str, start: int, end: int, quotes: Quotes) -> tuple[int, int]:
    """The span without leading *que* and surrounding punctuation; marks of quotations stay."""
    found = _LEADING.match(text, start, end)
    start = found.end() if found else start
    while end > start and text[end - 1] in _TRAILING:
        # *etc.*, *U.S.*, and a stop inside a quotation belong to it
        if text[end - 1] == "." and text[max(0, end - 3) : end] == "...":
            break
        end -= 1
    return start, end


def read_clause(text: str, start: int, end: int, quotes: Quotes, *, whole: bool = False) -> Content | None:
    """A clause as direct, indirect or mixed: *« A »* alone is direct, *un retrait « difficile »* is mixed.

    Behind a quotation an afterthought (*lors d'un point de presse*) is no part of it, unless the clause is `whole`.
    """
    start, end = trim(text, start, end, quotes)
    if end <= start:
        return None
    inside = quotes.between(start, end)
    if not inside:
        around = quotes.around(start)
        return None if around else Content(start, end, "indirect")
    first = inside[0]
    if first.start == start:
        rest_end = min(first.end, len(text))
        rest = text[rest_end:end]
        if not rest.strip(_TRAILING + "!?…"):
            return direct(first)
        long = first.outer - first.inner > 25 or rest.lstrip().startswith(",")
        if not whole and len(inside) == 1 and long and _AFTERTHOUGHT.match(fold(rest)):
            return direct(first)
    last = inside[-1]
    return Content(start, max(end, last.end) if last.start < end < last.end else end, "mixed")


def direct(quote: Quote) -> Content:
    """A quotation as a statement of its own; the comma before a cue inside the marks stays outside the span."""
    return Content(quote.inner, quote.outer, "direct")
