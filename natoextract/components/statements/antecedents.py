"""Whom *qui* stands for: *Jean Dupont, ministre de X, qui a rappelé*; *C'est le cas de Paul Durand, qui commente*."""

import re

from natoextract.components.statements.documents import voice
from natoextract.components.statements.page import Page, Sentence
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.topics import begins
from natoextract.components.statements.vocabulary import phrase_words

_ASIDE = re.compile(r"\([^()\n]*\)")
_ALIAS = phrase_words("alias")
#: How many words may stand between a name and its apposition.
_REACH = 16
#: How many words a circumstance between *qui* and its verb may have.
_APART = 12


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
            if i and page.words.folded[i - 1] in _ALIAS:
                # *Paul Durand, alias Petit, qui a déclaré*
                for k in range(i - 2, max(sentence.first - 1, i - 8), -1):
                    if page.words.offsets[k] in page.words.name_starts:
                        return read_phrase(page.words, k)
            if phrase.name is None and (holder := _holder(page, sentence, phrase, i)) is not None:
                return holder
            told = voice(page, _bearer(page, sentence, phrase, i))
            return told if isinstance(told, Phrase) else None
    # *C'est le cas de Paul Durand, qui commente*: no noun before it speaks
    first = name_before(page, qui)
    name = page.words.name_starts.get(page.words.offsets[first])
    if name is None or not name.sure or page.words.folded[first - 1] not in ("de", "d'"):
        return None
    return read_phrase(page.words, first)


def _holder(page: Page, sentence: Sentence, phrase: Phrase, i: int) -> Phrase | None:
    """*Paul Durand, chef de mission pour la Syrie, qui considère que*: whose office the words before *qui* close."""
    found: Phrase | None = None
    # *le président de l'assemblée des représentants qui a dit*: the verb is in the singular
    many = phrase.plural and page.words.folded[page.words.token_at(phrase.end) + 1] in ("a", "avait", "est", "aurait")
    if phrase.sorts & {"office", "rank", "person", "anonymous"} and not many:
        return None
    for k in range(i - 1, max(sentence.first - 1, i - _REACH), -1):
        if page.words.forms[k] in ".;:»" or page.words.pos[k] == "AUX":
            break
        if not page.words.opens(k) or not begins(page, k):
            continue
        longer = read_phrase(page.words, k)
        if longer is None or longer.kind == "institution" or longer.plural != (phrase.plural and not many):
            continue
        if max(longer.end, (longer.role_span or (0, 0))[1]) == phrase.end:
            found = longer
    return found


def _bearer(page: Page, sentence: Sentence, phrase: Phrase, i: int) -> Phrase:
    """*Paul Durand, l'un de ses avocats, qui précise que*: the name whose apposition a phrase is."""
    for k in range(i - 1, max(sentence.first - 1, i - _REACH), -1):
        name = page.words.name_starts.get(page.words.offsets[k])
        if name is not None:
            whole = read_phrase(page.words, k)
            ends = whole is not None and (whole.role_span or (0, 0))[1] == phrase.end
            return whole if whole is not None and ends and phrase.name is None else phrase
    return phrase


def name_before(page: Page, qui: int) -> int:
    """Where the name begins that ends right before *qui*."""
    stop = qui - (page.words.forms[qui - 1] == ",")
    for k in range(stop - 1, max(0, stop - 5), -1):
        name = page.words.name_starts.get(page.words.offsets[k])
        if name is not None:
            person = name.sure or len(name.words) > 1
            return k if person and name.end == page.words.stops[stop - 1] else qui
    return qui


def described(page: Page, sentence: Sentence, phrase: Phrase) -> Phrase:
    """*Le JEM, un groupe rebelle du Darfour, a affirmé*: the body that a phrase in commas describes."""
    words, comma = page.words, page.words.token_at(phrase.lead) - 1
    if phrase.determiner != "indefinite" or comma <= sentence.first or words.folded[comma] != ",":
        return phrase
    if page.text[phrase.end : phrase.end + 2].lstrip()[:1] != ",":
        return phrase
    for i in range(max(sentence.first, comma - _REACH), comma):
        body = read_phrase(words, i) if words.opens(i) and begins(page, i) else None
        if body is None or body.kind != "institution" or body.plural or body.determiner == "indefinite":
            continue
        between = _ASIDE.sub("", page.text[body.end : words.offsets[comma]])
        if body.end <= words.stops[comma - 1] and not between.strip():
            return phrase if i > sentence.first and words.pos[i - 1] == "ADP" else body
    return phrase


def qui_before(page: Page, sentence: Sentence, verb: int) -> int | None:
    """*Paul Durand, qui durant l'audience a indiqué*: the *qui* of a verb that a circumstance parts from it."""
    words = page.words
    for k in range(verb - 2, max(sentence.first, verb - _APART), -1):
        if words.pos[k] in ("VERB", "AUX") or words.forms[k] in '.;:()«»"':
            return None
        if words.folded[k] == "qui":
            parts = words.pos[k + 1] == "ADP" or words.folded[k + 1] in (",", "lors") or k + 1 in words.dated
            return k if parts and words.folded[k - 1] not in ("a", "de", "pour", "avec", "chez", "ce") else None
    return None
