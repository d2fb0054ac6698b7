"""*« A ». C'est en ces termes que X a réagi*: a sentence of its own tells who said the quotation before it."""

import re
from dataclasses import replace

from natoextract.components.statements.contents import direct
from natoextract.components.statements.page import Page, Sentence, Subject
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.quotes import Quote
from natoextract.components.statements.topics import begins
from natoextract.components.statements.vocabulary import phrase_words

# *C'est par ces mots que*, *C'est le message que*, *C'est l'alerte qu'a lancée*
_CLEFT = re.compile(
    r"\s*(?:c'est|c'etait|voila|tel(?:le)? est|tels sont) "
    r"(?:(?:en|par|avec|sur) (?:ces?|cette|les) (?:memes )?(?P<words>\w+)"
    r"|(?:les? |la |l'|une? )(?P<noun>\w+)(?: [a-z-]+){0,3}?)"
    r",? qu(?:e |')"
)
# *Ainsi s'exprimait X*, *Ces propos sont de X*, *Dixit X*
_SIGNED = re.compile(
    r"\s*(?:ainsi (?:s'exprim\w+|s'est exprimee?|parl(?:e|ait)|reagi(?:t|ssait)|a reagi)"
    r"|(?:ces|les) (?:mots|propos|paroles|declarations) (?:sont|etaient|emanent) (?:ceux )?d(?=[eu'])|,? ?dixit) ?"
)
_JOINT = re.compile(r" ?[,:;–—-] ?")
#: From how many words on a quotation is speech, and no name.
_SPEECH = 4
_PRESENTED = phrase_words("presented")
#: How many words a verb before its subject may have: *qu'a notamment lancée X*.
_VERB = 5


def read_presented(page: Page) -> None:
    """Every quotation that no statement has taken and that the sentence behind it gives to somebody."""
    for index, sentence in enumerate(page.sentences):
        if index == 0 or (found := _presenter(page, sentence)) is None:
            continue
        cue, subject = found
        for quote in _quotes_before(page, sentence):
            page.add(direct(quote), cue, subject, cue[0])
    for quote in page.quotes.outermost:
        # *« A », c'est en ces termes que X a réagi*
        if len(page.text[quote.inner : quote.outer].split()) < _SPEECH or page.overlaps(quote.start, quote.end):
            continue
        joint = _JOINT.match(page.text, quote.end)
        sentence = page.sentences[page.sentence_of(page.words.token_over(quote.end - 1))]
        if joint is not None and (found := _presenter(page, replace(sentence, start=joint.end()))) is not None:
            page.add(direct(quote), found[0], found[1], found[0][0])


def _presenter(page: Page, sentence: Sentence) -> tuple[tuple[int, int], Subject] | None:
    cleft = _CLEFT.match(page.folded_text, sentence.start, sentence.end)
    if cleft is not None:
        if (cleft["words"] or cleft["noun"]) not in _PRESENTED:
            return None
        first = page.words.token_at(cleft.end())
        phrase = read_phrase(page.words, first)
        if phrase is None or "document" in phrase.sorts:
            phrase = _behind_verb(page, first)
    elif (signed := _SIGNED.match(page.folded_text, sentence.start, sentence.end)) is not None:
        cleft = signed
        first = page.words.token_at(signed.end())
        contracted = page.words.folded[first] in ("e", "u", "'", "de", "du", "d'") if first < page.words.size else False
        phrase = read_phrase(page.words, first + contracted)
    else:
        return None
    if phrase is None or not (phrase.sorts or phrase.name or phrase.codes) or "document" in phrase.sorts:
        return None
    start = sentence.start + len(cleft.group()) - len(cleft.group().lstrip())
    return (start, cleft.end() - (page.text[cleft.end() - 1] == " ")), phrase


def _behind_verb(page: Page, first: int) -> Phrase | None:
    for i in range(first + 1, min(first + _VERB, page.words.size)):
        if page.words.opens(i) and begins(page, i):
            return read_phrase(page.words, i)
    return None


def _quotes_before(page: Page, sentence: Sentence) -> list[Quote]:
    """The quotations that end right before a sentence, in order."""
    found: list[Quote] = []
    stop = sentence.start
    while True:
        while stop and page.text[stop - 1] in " \t\r\n.,":
            stop -= 1
        quote = page.quote_ends.get(stop)
        if quote is None or page.overlaps(quote.start, quote.end):
            break
        if len(page.text[quote.inner : quote.outer].split()) < _SPEECH:
            break
        found.append(quote)
        stop = quote.start
    return found[::-1]
