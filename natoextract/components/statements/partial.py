"""Sentences quoted in part that go on with who spoke before: *"A", a dit X. "B" de nouveau.*, *Le texte « est B ».*"""

import re

from natoextract.components.statements.contents import read_clause
from natoextract.components.statements.endings import clause_end
from natoextract.components.statements.page import Page, Sentence
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.quotes import Quote
from natoextract.components.statements.standing import free, statement_before
from natoextract.components.statements.syntax import finite
from natoextract.components.statements.topics import sentence_subject

#: In how many characters of a quotation its verb begins.
_NEAR = 3
# What follows the object of a quoted verb.
_ASIDE = re.compile(r"[,;:]| et | selon | d'après | dans un communiqué")
#: How many words the subject before a quoted predicate may have.
_SUBJECT = 8
#: From how many words on a quotation is speech, and no name.
_SPEECH = 6


def read_partial(page: Page) -> None:
    """Sentences of which a clause or the whole predicate is quoted, behind a statement of the sentence before."""
    for quote in page.quotes.outermost:
        if len(page.text[quote.inner : quote.outer].split()) < _SPEECH or not free(page, quote):
            continue
        index = page.sentence_of(page.words.token_over(quote.start))
        sentence = page.sentences[index]
        last = page.sentences[page.sentence_of(page.words.token_over(quote.outer - 1))]
        if page.cues_between(sentence.start, quote.start) or page.cues_between(quote.end, last.end):
            continue
        if not (_opens(page, sentence, quote, last) or _is_predicate(page, sentence, quote, last)):
            continue
        previous = statement_before(page, quote, index)
        if previous is None or page.sentence_of(page.words.token_over(previous.content.end)) < index - 1:
            continue
        end = max(quote.end, last.end)
        page.add(
            read_clause(page.text, sentence.start, end, page.quotes, whole=True),
            previous.cue,
            previous.subject,
            sentence.start,
        )


def read_uttered(page: Page) -> None:
    """*Le Conseil « exige que A »*, *La ministre « se réjouit » de B*: the verb of saying itself is quoted."""
    words = page.words
    for quote in page.quotes.outermost:
        first, i = words.token_at(quote.start), words.token_at(quote.inner)
        cue = next((c for c in page.cues_between(quote.inner, quote.inner + _NEAR) if c.first == i), None)
        if cue is None or cue.shape != "finite" or cue.clitic or not free(page, quote):
            continue
        if cue.negated or cue.unreal or cue.grade == "manner":
            continue
        sentence = page.sentences[page.sentence_of(first)]
        subject = sentence_subject(page, sentence, first)
        if not isinstance(subject, Phrase) or page.text[subject.end : quote.start].strip() or not _speaks(subject):
            continue
        end = max(quote.end, clause_end(page, sentence, quote.end, []))
        content = read_clause(page.text, quote.start, _object_end(page, quote.end, end), page.quotes)
        page.add(content, (cue.start, cue.end), subject, quote.start)


def _speaks(subject: Phrase) -> bool:
    return bool(subject.sorts or subject.codes or subject.name)


def _object_end(page: Page, start: int, end: int) -> int:
    """*« condamne » l'attaque et appelle …*, *« condamne » l'attaque, selon Y*: where the object of the verb ends."""
    for cut in _ASIDE.finditer(page.text, start, end):
        i = page.words.token_at(cut.end())
        if cut.group() != " et " or finite(page, page.words.tokens[i]):
            return cut.start()
    return end


def _opens(page: Page, sentence: Sentence, quote: Quote, last: Sentence) -> bool:
    """*« Si A, vous devez le dire » aux juges de la cour.*: the clause is quoted but for its last words."""
    words = page.words
    first, i = words.token_at(quote.inner), words.token_at(quote.end)
    if page.text[sentence.start : quote.start].strip() or not page.text[quote.inner].isupper() or i >= words.size:
        return False
    rest = page.text[quote.end : last.end].strip()
    if not rest or len(rest) > quote.outer - quote.inner or words.pos[i] != "ADP" or ":" in rest:
        return False
    stop = words.token_at(quote.outer)
    return any(words.pos[k] in ("VERB", "AUX") and finite(page, words.tokens[k]) for k in range(first, stop))


def _is_predicate(page: Page, sentence: Sentence, quote: Quote, last: Sentence) -> bool:
    """*L'accusé « insulte notre État. Il nie tout »*: its subject alone stands outside the marks."""
    words = page.words
    first, i = words.token_at(quote.start), words.token_at(quote.inner)
    if not sentence.first < first <= sentence.first + _SUBJECT or page.text[quote.end : last.end].strip(" .!?\r\n"):
        return False
    if any(words.pos[k] in ("VERB", "AUX", "PUNCT") for k in range(sentence.first, first)):
        return False
    while i < words.size and words.folded[i] in ("ne", "n'", "se", "s'"):
        i += 1
    return words.forms[i].islower() and words.pos[i] in ("VERB", "AUX") and finite(page, words.tokens[i])
