"""Quotations without a cue of their own: *X : « A »*, and *"A", a affirmé X. "B."*"""

from natoextract.components.statements.contents import direct
from natoextract.components.statements.page import Attribution, Page
from natoextract.components.statements.phrases import Phrase
from natoextract.components.statements.quotes import Quote
from natoextract.components.statements.subjects import subject_before
from natoextract.components.statements.topics import sentence_subject


def free(page: Page, quote: Quote) -> bool:
    """Whether no statement has taken any of a quotation."""
    return not page.overlaps(quote.start, quote.end)


def read_colons(page: Page) -> None:
    """*X : « A »*, and a colon whose sentence has a speaker for its subject but no verb of saying."""
    for quote in page.quotes.outermost:
        head = page.text[max(0, quote.start - 8) : quote.start].rstrip()
        if not head.endswith(":") or not free(page, quote):
            continue
        colon = page.text.rfind(":", 0, quote.start)
        if colon < 0 or colon == 0:
            continue
        index = page.sentence_of(page.words.token_over(colon))
        sentence = page.sentences[index]
        told = (c for c in page.cues_between(sentence.start, colon) if not c.negated)
        cue = next((c for c in told if page.quotes.around(c.start) is None), None)
        stop = page.words.token_at(colon)
        subject = (subject_before(page, sentence, cue, None, quoted=True) if cue else None) or sentence_subject(
            page, sentence, stop
        )
        if subject is None:
            continue
        tight = isinstance(subject, Phrase) and not page.text[subject.end : colon].strip()
        if not tight and len(page.text[quote.inner : quote.outer].split()) < 4:
            continue
        page.add(direct(quote), (cue.start, cue.end) if cue else None, subject, colon)


def read_standing_quotes(page: Page) -> None:
    """*"A", a affirmé X. "B."*: a quotation that is a sentence of its own goes on with the speaker before it."""
    for quote in page.quotes.outermost:
        if not free(page, quote):
            continue
        index = page.sentence_of(page.words.token_over(quote.start))
        sentence = page.sentences[index]
        if page.text[sentence.start : quote.start].strip(" \t\r\n–—-"):
            continue
        inner = page.text[quote.inner : quote.outer]
        if len(inner.split()) < 3 or not (inner[0].isupper() or inner[0] in "([.…0123456789"):
            continue
        after = page.text[quote.end : quote.end + 2].lstrip(" \t")[:1]
        if after and after not in ".\r\n" and inner[-1] not in ".!?…":
            continue
        previous = statement_before(page, quote, index)
        if previous is not None:
            page.add(direct(quote), previous.cue, previous.subject, quote.start)


def statement_before(page: Page, quote: Quote, index: int) -> Attribution | None:
    """The statement told in the sentence before, its speaker unchanged."""
    found = page.told_before(quote.start)
    if found is None:
        return None
    last, reach = found
    told = page.sentence_of(page.words.token_over(reach))
    return last if 0 <= index - told <= 2 else None
