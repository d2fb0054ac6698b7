"""Subjects told right beside their cue, which the parser may miss: *… et Paul Durand, président, estime que*."""

import re

from natoextract.components.statements.antecedents import name_before
from natoextract.components.statements.cues import Cue
from natoextract.components.statements.inverted import takes_clause
from natoextract.components.statements.page import Page, Sentence
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import quoted_name, read_phrase
from natoextract.components.statements.syntax import finite
from natoextract.components.statements.topics import begins
from natoextract.components.statements.vocabulary import phrase_words

_ASIDE = re.compile(r"\([^()\n]*\)")
_AT = frozenset({"a", "au", "aux", "en"})
#: *, qui ont revendiqué l'attaque, *: one relative between commas.
_RELATIVE_ASIDE = re.compile(r" ?, (?:qui|dont|ou) [^,;.:]{3,120}, ")
_CONCEDING = phrase_words("conceding")
#: How many words a subject behind *et* may have.
_REACH = 16
#: How many words an office, a name and its apposition may have.
_LONG_REACH = 34


def named_beside(page: Page, sentence: Sentence, cue: Cue) -> Phrase | None:
    """*… et Paul Durand, président du directoire, estime que*: the person told right before the verb, set apart."""
    words = page.words
    if words.folded[cue.first].endswith(("ont", "ent")):
        return None
    for i in range(max(sentence.first, cue.first - _LONG_REACH), cue.first):
        apart = i == sentence.first or words.pos[i - 1] in ("PUNCT", "CCONJ", "SPACE")
        if not apart or not words.opens(i):
            continue
        phrase = read_phrase(words, i)
        if phrase is None or phrase.name is None:
            continue
        end = max(phrase.end, (phrase.role_span or (0, 0))[1])
        # what is apposed is closed by a comma: *à l'issue d'un entretien avec Paul Durand, M. Martin a dit*
        apposed = words.folded[i - 1] == "," and phrase.lead < phrase.name.start and words.folded[cue.first - 1] == ","
        joins = words.folded[i - 1] == "et" or apposed
        shared = joins and i > sentence.first + 1 and name_before(page, i - 1) < i - 1
        if shared and not _behind_place(page, i - 2):
            # *Paul Durand, chef du parti Nord, a dit*, *Paul Durand et Anne Martin*
            continue
        if end <= cue.start and not _ASIDE.sub("", page.text[end : cue.start]).strip(" ,"):
            return phrase
    return None


def phrase_beside(page: Page, sentence: Sentence, cue: Cue) -> Phrase | None:
    """*…, la mission tient à préciser*: the phrase that ends where the group begins."""
    for i in range(max(sentence.first, cue.first - 8), cue.first):
        if begins(page, i) and (i == sentence.first or page.words.pos[i - 1] != "ADP"):
            phrase = read_phrase(page.words, i)
            if phrase is not None and phrase.end == page.words.stop(cue.first - 1) and "document" not in phrase.sorts:
                return phrase
    return None


def behind_and(page: Page, sentence: Sentence, cue: Cue) -> Phrase | None:
    """*Le centre a parlé d'un séisme et l'institut (IGM) a déclaré que*: a clause with a subject of its own."""
    words = page.words
    for i in range(cue.first - 2, max(sentence.first, cue.first - _REACH), -1):
        if words.pos[i] in ("VERB", "AUX") or words.forms[i] in ",;:":
            return None
        if words.folded[i] != "et":
            continue
        phrase = read_phrase(words, i + 1) if words.opens(i + 1) else None
        if phrase is None or "document" in phrase.sorts or phrase.determiner == "bare":
            return None
        if words.behind_aside(words.token_over(phrase.end - 1) + 1) != cue.first:
            return None
        told = any(words.pos[k] in ("VERB", "AUX") and finite(page, words.tokens[k]) for k in range(sentence.first, i))
        apart = "qui" not in words.folded[sentence.first : i] and page.quotes.around(words.offsets[i]) is None
        return phrase if told and apart else None
    return None


def behind_joint(page: Page, sentence: Sentence, cue: Cue) -> Phrase | None:
    """*…, mais les talibans, qui ont revendiqué l'attaque, ont assuré que*; *Alors que X hésite, Y, qui …, affirme*."""
    words = page.words
    if words.folded[cue.first - 1] != ",":
        return None
    conceded = words.folded[sentence.first] in _CONCEDING
    for i in range(cue.first - 2, max(sentence.first - 1, cue.first - _LONG_REACH) - 1, -1):
        joined = i < sentence.first or words.folded[i] in ("mais", "car") or (conceded and words.folded[i] == ",")
        if not joined or not words.opens(i + 1) or page.quotes.around(words.offsets[i + 1]) is not None:
            continue
        phrase = read_phrase(words, i + 1)
        if phrase is None or "document" in phrase.sorts or (phrase.kind == "anonymous" and i >= sentence.first):
            continue
        aside = page.folded_text[phrase.end : cue.start]
        if _RELATIVE_ASIDE.fullmatch(aside):
            return phrase
    return None


def _behind_place(page: Page, i: int) -> bool:
    """*lors d'une visite à Gao, le ministre X a dit*: whether the name that ends at a token is where it was said."""
    words = page.words
    while i and (words.pos[i] == "PROPN" or words.folded[i] == "-"):
        i -= 1
    name = words.name_starts.get(words.offsets[i + 1])
    return words.folded[i] in _AT and (name is None or (not name.sure and len(name.words) == 1))


def titled(page: Page, sentence: Sentence, cue: Cue) -> Phrase | None:
    """*« Quotidien » a affirmé que*: a programme or a paper at the head of its sentence."""
    quote = page.quote_ends.get(page.words.stops[cue.first - 1]) if cue.first > sentence.first else None
    if quote is None or quote.start != sentence.start or not takes_clause(page, cue):
        return None
    return quoted_name(page.words, page.words.token_at(quote.start))


def opens_clause(page: Page, phrase: Phrase) -> bool:
    first = page.words.token_at(phrase.lead)
    return first > 0 and page.words.folded[first - 1] in ("mais", "car", ";")
