"""Quotations behind a colon that no verb of saying introduces: *X : « A »*, *Le message de X est clair : « A »*."""

import re

from natoextract.components.statements.contents import direct
from natoextract.components.statements.page import Page, Sentence
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.quotes import Quote
from natoextract.components.statements.standing import free
from natoextract.components.statements.subjects import subject_before
from natoextract.components.statements.syntax import finite
from natoextract.components.statements.topics import sentence_subject

#: What is said, told before a colon: *Réaction du ministre : « A »*.
_SPOKEN = frozenset({"reaction", "reponse", "commentaire", "explication", "explications", "constat", "conclusion"})
# *Même constat à la CGT : « A »*, *Même son de cloche chez les élus : « A »*
_ALIKE = re.compile(
    r"\s*meme (?:son de cloche|constat|analyse|sentiment|reaction|discours|message|ton|refrain|inquietude|colere)"
    r" (?:a|aux?|chez|pour|du cote d(?:e|u|es)) "
)
# *Le message du syndicat est clair : « A »*, *le mot d'ordre de X : « A »*
_MESSAGE = re.compile(
    r"\ble (?:message|mot d'ordre|constat|verdict|credo|cri) (?:d[eu] |des |d')"
    r"(?=[^.«\"]{3,50} (?:est|reste|se veut) \w+ ?:)"
)
#: How many words a name and its apposition may have.
_NAMED_REACH = 24


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
        if page.words.folded[sentence.first] in _SPOKEN or _ALIKE.match(page.folded_text, sentence.start):
            subject = _whose(page, sentence)
        subject = _message(page, sentence, colon) or subject or _named_before(page, sentence, colon)
        if subject is None:
            continue
        tight = isinstance(subject, Phrase) and not page.text[subject.end : colon].strip()
        short = len(page.text[quote.inner : quote.outer].split()) < 4
        # *L'entraîneur X ne décolère pas : « C'est inadmissible ! »*
        exclaimed = isinstance(subject, Phrase) and subject.name is not None and page.text[quote.outer - 1] in ".!?"
        if not tight and short and not exclaimed and not _has_verb(page, quote):
            continue
        page.add(direct(quote), (cue.start, cue.end) if cue else None, subject, colon)


def _has_verb(page: Page, quote: Quote) -> bool:
    """*Le sélectionneur ne cache pas sa déception : « On méritait mieux »*."""
    words = page.words
    span = range(words.token_at(quote.inner), words.token_at(quote.outer))
    return len(span) > 2 and any(words.pos[i] in ("VERB", "AUX") and finite(page, words.tokens[i]) for i in span)


def _message(page: Page, sentence: Sentence, colon: int) -> Phrase | None:
    """*Le message du syndicat est clair : « A »*: whose the message is."""
    found = _MESSAGE.search(page.folded_text, sentence.start, colon + 1)
    phrase = read_phrase(page.words, page.words.token_at(found.end())) if found is not None else None
    return phrase if phrase is not None and "document" not in phrase.sorts else None


def _named_before(page: Page, sentence: Sentence, colon: int) -> Phrase | None:
    """*C'est aussi l'analyse de Paul Durand, fondateur de l'association : « A »*: who is told right before a colon."""
    stop = page.words.token_at(colon)
    for i in range(max(sentence.first, stop - _NAMED_REACH), stop):
        phrase = read_phrase(page.words, i) if page.words.offsets[i] in page.words.name_starts else None
        if phrase is None or phrase.name is None or phrase.kind != "person":
            continue
        if not page.text[max(phrase.end, (phrase.role_span or (0, 0))[1]) : colon].strip():
            return phrase
    return None


def _whose(page: Page, sentence: Sentence) -> Phrase | None:
    """*Réaction du ministre : « A »*, *Commentaire de X : « A »*: who is behind the noun of what is said."""
    words = page.words
    if (alike := _ALIKE.match(page.folded_text, sentence.start)) is not None:
        phrase = read_phrase(words, words.token_at(alike.end()))
        return phrase if phrase is not None and "document" not in phrase.sorts else None
    for k in range(sentence.first + 1, min(sentence.first + 4, sentence.last)):
        if words.folded[k] in ("de", "du", "des", "d'"):
            phrase = read_phrase(words, k + 1)
            return phrase if phrase is not None and "document" not in phrase.sorts else None
    return None
