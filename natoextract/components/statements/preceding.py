"""What is said before its cue: *A, a dit X*."""

from itertools import pairwise

from natoextract.components.statements.contents import Content, direct, read_clause, trim
from natoextract.components.statements.page import Page, Sentence
from natoextract.components.statements.quotes import Quote
from natoextract.components.statements.syntax import (
    finite,
    is_headline,
)

_DEPENDENT = frozenset({"qui", "que", "qu'", "dont", "ou", "lequel", "laquelle", "quand", "lorsque", "alors"})


def content_before(page: Page, sentence: Sentence, stop: int, floor: int, quote: Quote | None) -> Content | None:
    """What an inverted cue closes: the quotation before it, or the clause from the head of its sentence."""
    start = floor
    around = page.quotes.around(start) if quote is None else None
    if around is not None and around.start < start < around.end <= stop:
        # *« A. B » de nouveau, a déclaré X*
        start = around.start
    if quote is not None and quote.start < floor:
        if quote.start < sentence.start:
            index = page.sentence_of(page.words.token_over(quote.start))
            start = page.sentences[index].start
            if any(s < quote.start and e > start for s, e in page.said):
                start = quote.start
        else:
            start = quote.start
    if quote is not None:
        lead = page.text[start : quote.start]
        colon = lead.rstrip().endswith(":")
        if colon or not lead.strip(" \t\r\n,;.:–—-…") or "\n" in lead.strip() or page.overlaps(start, quote.start):
            return direct(quote)
        if ":" in lead and len(lead[lead.rindex(":") :].split()) < 6:
            # *Son collègue en a rajouté : une « honte », a-t-il dit*
            start += lead.rindex(":") + 1
        start, _ = trim(page.text, start, quote.start, page.quotes)
        return Content(start, quote.end, "mixed")
    return read_clause(page.text, start, stop, page.quotes, whole=True)


def speechlike(page: Page, content: Content, quote: Quote | None) -> bool:
    """Whether what precedes is a clause of its own: it has a verb, or it is quoted."""
    if quote is not None or content.kind == "mixed":
        return True
    span = page.doc.char_span(content.start, content.end, alignment_mode="expand")
    if span is None:
        return False
    # a headline has no finite verb: *Cinq soldats tués, selon l'armée*
    headline = len(span) > 2 and page.text[content.end : content.end + 1] == "," and is_headline(page, content.start)
    return headline or any(t.pos_ in ("VERB", "AUX") and finite(page, t) for t in span)


def is_nominal(page: Page, content: Content) -> bool:
    """*Un chiffre susceptible d'augmenter, ont averti les autorités*: no verb, and something new."""
    first, last = page.words.token_at(content.start), page.words.token_at(content.end)
    return last - first > 2 and page.words.folded[first] in ("un", "une", "aucun", "aucune", "pas")


def is_main(page: Page, content: Content) -> bool:
    """Whether the first finite verb of a clause stands in no relative or other dependent clause."""
    words = page.words
    first, last = words.token_at(content.start), words.token_at(content.end)
    for i in range(first, last):
        if words.folded[i] in _DEPENDENT and i > first:
            return False
        if words.pos[i] in ("VERB", "AUX") and finite(page, words.tokens[i]):
            return True
    return False


def is_object(page: Page, content: Content, after: int) -> bool:
    """Whether what precedes an inverted cue is only its subject with a relative clause: then no clause is closed."""
    if content.kind != "indirect" or is_headline(page, content.start):
        return False
    words = page.words
    first, last = words.token_at(content.start), words.token_at(content.end)
    verbs = [i for i in range(first, last) if words.pos[i] in ("VERB", "AUX") and finite(page, words.tokens[i])]
    relative = next((i for i in range(first + 1, last) if words.folded[i] in ("qui", "dont")), None)
    if relative is None or not verbs or not relative < verbs[0] < relative + 4:
        return False
    # one verb group behind the relative pronoun
    return not any(v - u > 3 for u, v in pairwise(verbs)) and "," not in words.folded[verbs[0] + 1 : last]
