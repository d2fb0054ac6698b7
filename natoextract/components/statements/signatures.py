"""Quotations that a line of its own signs: *« A » ¶ — Paul Durand, maire de X*."""

import re

from natoextract.components.statements.contents import direct
from natoextract.components.statements.page import Page
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import read_phrase

# A closed quotation, then a dash and whoever signs, up to the end of the line.
_SIGNED = re.compile(r"[ .,]*\s*(?:—|–|--) ?(?P<who>[^\W\d_][^\n«»\"]{2,90}?)[ \t.]*(?=\n|\Z)")


# *« A » (Paul Durand, maire de X)*, *« A » Paul Durand, maire de X ¶*: no dash, but an office.
_ASIDE = re.compile(r" ?\((?P<who>[^()\n«»\"]{5,90}?)[ .]*\)")
_UNDERSIGNED = re.compile(r"[ ,]*\s*(?P<who>[^\W\d_a-z][^\n«»\".]{5,90}?)[ \t.]*(?=\n|\Z)")


def read_signatures(page: Page) -> None:
    """Every quotation of a few words that a signature follows, unless a cue has told who says it."""
    for quote in page.quotes.outermost:
        line = page.text.rfind("\n", 0, quote.start) + 1
        if page.text[line : quote.start].strip() or page.overlaps(quote.start, quote.end):
            continue
        if len(page.text[quote.inner : quote.outer].split()) < 4:
            continue
        found = _SIGNED.match(page.text, quote.end)
        if found is None:
            found = _ASIDE.match(page.text, quote.end) or _UNDERSIGNED.match(page.text, quote.end)
            signer = _signer(page, *found.span("who")) if found is not None else None
            if found is None or signer is None or signer.name is None or signer.role is None:
                continue
            page.add(direct(quote), None, signer, found.start("who"))
            continue
        signer = _signer(page, *found.span("who"))
        if signer is not None:
            page.add(direct(quote), None, signer, found.start("who"))


def _signer(page: Page, start: int, end: int) -> Phrase | None:
    """Who signs: a person, or a body, which needs no article there (*Société Durand*)."""
    first = page.words.token_at(start)
    phrase = read_phrase(page.words, first) or read_phrase(page.words, first, generic=True)
    if phrase is None or "document" in phrase.sorts:
        return None
    # the line tells the signer, and perhaps an office behind a comma
    rest = page.text[max(phrase.end, (phrase.role_span or (0, 0))[1]) : end].lstrip()
    return phrase if not rest or rest[0] in ",(" else None
