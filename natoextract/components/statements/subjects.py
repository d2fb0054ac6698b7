"""Who the subject of a cue is: the phrase behind an inverted verb, or the one before its verb."""

import re

from spacy.tokens import Token

from natoextract.components.statements.cues import Cue
from natoextract.components.statements.modifiers import complement
from natoextract.components.statements.page import Page, Sentence, Subject
from natoextract.components.statements.phrases import Phrase, read_phrase
from natoextract.components.statements.vocabulary import phrase_words
from natoextract.grammar import SUBJECTS

_ASIDE = re.compile(r"\([^()\n]*\)")
_CLOSING_ASIDE = re.compile(r"\s?\([^()\n]*\)\Z")
_CLOSING_MARKS = frozenset("”»")
#: *a expliqué à la revue Sciences*: a title belongs to its noun, and is no subject.
_PRESS = phrase_words("press")
_PRONOUNS = {
    "il": "il",
    "elle": "elle",
    "ils": "ils",
    "elles": "elles",
    "on": "on",
    "lui": "il",
    "eux": "ils",
    "celui-ci": "il",
    "celle-ci": "elle",
    "ceux-ci": "ils",
}


def prefixed_by_comma(page: Page, cue: Cue) -> int | None:
    """Where the content before an inverted cue ends: before its comma, its closing mark or its dash."""
    k = cue.start
    while k and page.text[k - 1] in " \t\n":
        k -= 1
    if not k:
        return None
    last = page.text[k - 1]
    if last in ",–—-" or k in page.quote_ends or last in "?!…":
        if last in ",–—-":
            k -= 1
            while k and page.text[k - 1] in " \t":
                k -= 1
            k = _before_aside(page, k)
        return k
    return None


def _before_aside(page: Page, k: int) -> int:
    """*« A » (17H00 GMT), avait déclaré X*; a closing mark that answers no opening one is no part of a clause."""
    if page.text[k - 1 : k] in _CLOSING_MARKS and page.quotes.around(k - 1) is None:
        return k - 1
    if page.text[k - 1 : k] == ")" and (aside := _CLOSING_ASIDE.search(page.text, max(0, k - 60), k)):
        return aside.start() if aside.start() in page.quote_ends else k
    return k


def takes_clause(page: Page, cue: Cue) -> bool:
    """Whether *que* or a colon follows at once: then what precedes is the subject."""
    i = cue.last
    return i < len(page.words.tokens) and page.words.folded[i] in ("que", "qu'", ":")


def subject_after(page: Page, cue: Cue, *, quoted: bool) -> tuple[Subject | None, int]:
    """The subject of an inverted cue and the token after it: a clitic, or the phrase behind adverbials."""
    if cue.clitic:
        if cue.clitic == "on":
            phrase, after = source_of_on(page, cue.last)
            return (phrase or "on"), after
        return cue.clitic, cue.last
    doc, folded = page.words.tokens, page.words.folded
    i, limit = cue.last, min(len(doc), cue.last + 24, page.sentences[page.sentence_of(cue.first)].last)
    if cue.first and folded[cue.first - 1] in _PRONOUNS:
        return None, cue.last
    while i < limit:
        token, form = doc[i], folded[i]
        if i in page.words.dated or token.pos_ in ("ADV", "SPACE") or form in ("matin", "soir"):
            i += 1
            continue
        if form == ",":
            # *a indiqué, vendredi, le ministre*
            if i == cue.last and i + 1 < limit:
                i += 1
                continue
            if i > cue.last and i + 1 < limit and page.words.forms[i - 1] != ",":
                i += 1
                continue
            return None, i
        if token.pos_ == "ADP" or form in ("au", "aux", "lors", "devant", "a", "dans", "sur", "en", "par", "pour"):
            i = skip_circumstance(page, i, limit)
            continue
        if form in ("que", "qu'", ":", "si", '"', "«", "“") or token.text in ".;(":
            return None, i
        phrase = read_phrase(page.words, i, generic=quoted)
        if phrase is None:
            if form in ("le", "la", "les", "l'", "ce", "cet", "cette") and any(
                j in page.words.dated for j in (i + 1, i + 2)
            ):
                i += 1
                continue
            return None, i
        after = page.words.token_over(phrase.end - 1) + 1
        if not quoted and folded[after : after + 1] and folded[after] in ("que", "qu'"):
            # *…, a expliqué à la revue X que*: what precedes is the subject
            return None, i
        return (issuer(page, phrase) if "document" in phrase.sorts else phrase), after
    return None, i


def skip_circumstance(page: Page, i: int, limit: int) -> int:
    """Over *à la presse*, *dans un communiqué*, *lors d'un point de presse*, *pour sa part*."""
    folded = page.words.folded
    if folded[i] == "lors":
        i += 1
    j = i + 1
    if j < limit and folded[j] in ("de", "d'", "cours"):
        j += 1
    stop = complement(page.words, j)
    if stop is None:
        while j < limit and (
            page.words.pos[j] in ("DET", "ADJ", "ADV", "PRON", "NUM", "NOUN", "PROPN") or j in page.words.dated
        ):
            j += 1
            if page.words.pos[j - 1] in ("NOUN", "PROPN", "PRON"):
                break
        return max(j, i + 1)
    while stop < limit:
        name = page.words.name_starts.get(page.words.offsets[stop])
        if name is not None and not name.sure and folded[stop - 1] in _PRESS:
            stop = page.words.token_over(name.end - 1) + 1
        elif folded[stop] in ("de", "du", "des", "d'") and (further := complement(page.words, stop + 1)) is not None:
            stop = further
        elif page.words.pos[stop] == "ADJ" and page.words.forms[stop].islower():
            stop += 1
        else:
            break
    return max(stop, i + 1)


def source_of_on(page: Page, i: int) -> tuple[Phrase | None, int]:
    """*a-t-on appris de source militaire, auprès du ministère, dans l'entourage du président*."""
    folded, doc = page.words.folded, page.words.tokens
    while i < len(doc) and (i in page.words.dated or page.words.pos[i] == "ADV"):
        i += 1
    if i >= len(doc) or folded[i] not in (
        "de",
        "d'",
        "du",
        "des",
        "aupres",
        "a",
        "au",
        "aux",
        "dans",
        "chez",
        "cote",
    ):
        return None, i
    j = i + 1
    if folded[i] in ("aupres", "cote") and j < len(doc):
        j += 1
    if j < len(doc) and folded[j] == "cote":
        j += 2
    if j < len(doc) and folded[i] in ("aupres", "cote") and folded[j - 1] in ("du", "des"):
        pass
    phrase = read_phrase(page.words, j, generic=False)
    if phrase is None:
        return None, i
    if phrase.kind == "person" and phrase.name is None:
        phrase.kind = "institution"
    return phrase, page.words.token_over(phrase.end - 1) + 1


def subject_before(page: Page, sentence: Sentence, cue: Cue, before: Subject | None, *, quoted: bool) -> Subject | None:
    folded = page.words.folded
    if cue.shape in ("gerund", "infinitive") or cue.clitic:
        if cue.clitic and cue.clitic != "on":
            return cue.clitic
        if cue.clitic == "on":
            return source_of_on(page, cue.last)[0] or "on"
        if before is None and cue.shape == "infinitive" and (beside := _beside(page, sentence, cue)) is not None:
            return beside
        return before or sentence_subject(page, sentence, cue.first)
    k = cue.first - 1
    while k > sentence.first and (page.words.pos[k] == "ADV" and folded[k] not in _PRONOUNS):
        k -= 1
    form = folded[k] if k >= sentence.first else ""
    if form == "qui":
        return antecedent(page, sentence, k, quoted=quoted)
    if form in _PRONOUNS and k >= sentence.first:
        if form == "on":
            # *on note que* is everybody
            return source_of_on(page, cue.last)[0]
        return _PRONOUNS[form]
    subject = syntactic_subject(page, cue)
    if subject is not None and sentence.first <= subject.i < cue.first and page.quotes.around(subject.idx) is None:
        if folded[subject.i] in _PRONOUNS:
            return _PRONOUNS[folded[subject.i]]
        if folded[subject.i] == "qui":
            return antecedent(page, sentence, subject.i, quoted=quoted)
        phrase = phrase_over(page, sentence, subject, quoted=quoted or cue.grade == "opinion")
        if phrase is not None:
            return issuer(page, phrase) if "document" in phrase.sorts else phrase
        if cue.first - subject.i <= 2:
            # *beaucoup craignaient que*: a subject that names nobody
            return None
    if form in ("et", "puis", "mais", ",") and before is not None and subject is None:
        return before
    return sentence_subject(page, sentence, cue.first)


def syntactic_subject(page: Page, cue: Cue) -> Token | None:
    """The parser's subject of a verb, of its auxiliaries, or of the verb it is joined to."""
    token: Token = page.words.tokens[cue.first] if cue.verb.i != cue.first else cue.verb
    for candidate in (cue.verb, token, *page.words.tokens.between(cue.first, cue.last)):
        verb = candidate
        for _ in range(4):
            found = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < cue.first]
            if found:
                return found[-1]
            if verb.dep_ not in ("conj", "xcomp") or verb.head.i == verb.i:
                break
            verb = verb.head
    return None


def _beside(page: Page, sentence: Sentence, cue: Cue) -> Phrase | None:
    """*…, la mission tient à préciser*: the phrase that ends where the group begins."""
    for i in range(max(sentence.first, cue.first - 8), cue.first):
        if begins(page, i) and (i == sentence.first or page.words.pos[i - 1] != "ADP"):
            phrase = read_phrase(page.words, i)
            if phrase is not None and phrase.end == page.words.stop(cue.first - 1) and "document" not in phrase.sorts:
                return phrase
    return None


def phrase_over(page: Page, sentence: Sentence, subject: Token, *, quoted: bool) -> Phrase | None:
    """The speaker phrase that holds a subject's token."""
    left = max(subject.left_edge.i, sentence.first)
    for i in (left, *range(subject.i, max(sentence.first - 1, subject.i - 8), -1)):
        phrase = read_phrase(page.words, i, generic=False)
        if phrase is None or not begins(page, i):
            continue
        if phrase.lead <= subject.idx <= max(phrase.end, (phrase.role_span or (0, 0))[1]):
            return phrase
    if quoted:
        phrase = read_phrase(page.words, left, generic=True)
        if phrase is not None and "document" not in phrase.sorts and phrase.lead <= subject.idx <= phrase.end:
            return phrase
    return None


def begins(page: Page, i: int) -> bool:
    """Whether a phrase read from a token is whole: its determiner is not left behind."""
    before = page.words.folded[i - 1] if i else ""
    return before not in (
        "le",
        "la",
        "les",
        "l'",
        "un",
        "une",
        "du",
        "des",
        "de",
        "d'",
        "au",
        "aux",
        "M.",
        "ce",
        "cet",
        "cette",
        "ces",
        "son",
        "sa",
        "leur",
        "a",
    ) and not (before == "-" and page.words.stops[i - 1] == page.words.offsets[i])


def sentence_subject(page: Page, sentence: Sentence, stop: int) -> Subject | None:
    """The first phrase of a sentence that no preposition governs: its topic."""
    i = sentence.first
    while i < stop:
        token, form = page.words.tokens[i], page.words.folded[i]
        if (quote := page.quotes.around(token.idx)) is not None:
            i = max(i + 1, page.words.token_at(quote.end))
            continue
        if (form in _PRONOUNS and token.pos_ == "PRON") or form in ("il", "elle"):
            return _PRONOUNS[form]
        governed = (i > sentence.first and page.words.pos[i - 1] == "ADP") or (
            i > sentence.first and page.words.folded[i - 1] in ("du", "au", "des", "de", "d'", "a")
        )
        if not governed and i not in page.words.dated and form not in ("du", "des", "au", "aux"):
            phrase = read_phrase(page.words, i)
            bare = phrase is not None and phrase.determiner == "bare" and token.text.islower()
            opens = i == sentence.first or page.words.pos[i - 1] in ("PUNCT", "CCONJ")
            if phrase is not None and "document" not in phrase.sorts and (opens or not bare):
                return phrase
        i += 1
    return None


def antecedent(page: Page, sentence: Sentence, qui: int, *, quoted: bool) -> Phrase | None:
    """The phrase that *qui* stands for: *Jean Dupont, ministre de X, qui a rappelé*."""
    limit = page.words.offsets[qui]
    for i in range(qui - 1, max(sentence.first - 1, qui - 30), -1):
        if not begins(page, i):
            continue
        phrase = read_phrase(page.words, i)
        if (
            phrase is not None
            and phrase.end <= limit
            and not _ASIDE.sub("", page.text[phrase.end : limit]).strip(" ,")
            and phrase.lead == page.words.offsets[i]
        ):
            longer = read_phrase(page.words, i - 1) if i > sentence.first and begins(page, i - 1) else None
            if longer is not None and longer.lead < phrase.lead:
                continue
            return phrase
    return None


def issuer(page: Page, document: Phrase) -> Phrase | None:
    """*le bilan de l'hôpital*, *les précisions apportées par X*."""
    if "utterance" not in document.sorts:
        return None
    first = page.words.token_at(document.lead)
    for k in range(first + 1, min(first + 9, len(page.words.tokens))):
        if page.words.forms[k] in ",.;":
            return None
        if page.words.folded[k] in ("de", "du", "des", "d'", "par"):
            phrase = read_phrase(page.words, k + 1)
            if phrase is not None and "document" not in phrase.sorts:
                return phrase
    return None
