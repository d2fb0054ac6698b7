"""Small questions of grammar that the frames ask of a stretch of words: finite verb, infinitive, object, headline."""

from spacy.tokens import Token

from natoextract.components.statements.page import Page
from natoextract.components.statements.quotes import Quote
from natoextract.components.statements.vocabulary import phrase_words

DETERMINERS = phrase_words("definite") | phrase_words("indefinite") | phrase_words("demonstrative")
#: When something was said, behind an article.
_WHEN = phrase_words("moments")
BEFORE_INFINITIVE = phrase_words("before_infinitive")


def finite(page: Page, token: Token) -> bool:
    """Whether the model reads a verb as finite; a capital inside a sentence makes a name (*sur France Inter*)."""
    if token.text[:1].isupper() and not token.is_sent_start and not token.text.isupper():
        return False
    return "Fin" in token.morph.get("VerbForm", [])


def after_adverbs(page: Page, i: int) -> int:
    """The first token from `i` on that is neither an adverb nor in a date."""
    while i < page.words.size and (page.words.pos[i] == "ADV" or i in page.words.dated):
        i += 1
    return i


def infinitive(page: Page, i: int) -> bool:
    """Whether an infinitive begins at a token, behind its clitics: *ne pas en avoir été informé*."""
    while i < page.words.size and page.words.folded[i] in BEFORE_INFINITIVE:
        i += 1
    if i >= page.words.size:
        return False
    token = page.words.tokens[i]
    return (
        token.pos_ in ("VERB", "AUX")
        and token.text.islower()
        and token.lower_.endswith(("er", "ir", "re", "oir"))
        and "Fin" not in token.morph.get("VerbForm", [])
    )


def has_object(page: Page, first: int, last: int) -> bool:
    """Whether a noun phrase without a preposition stands in between: *a proclamé une région, que …*."""
    words = page.words
    for i in range(first, last):
        if words.folded[i] not in DETERMINERS or words.folded[i] == "d'" or i in words.dated or i + 1 in words.dated:
            continue
        if words.folded[i + 1] in _WHEN:
            # *a expliqué le matin même que A*
            continue
        if words.folded[i + 1] == "meme" and i + 2 in words.dated:
            # *ce même lundi*
            continue
        if i == first or words.pos[i - 1] not in ("ADP", "DET", "PRON"):
            return True
    return False


def quote_at(page: Page, i: int) -> Quote | None:
    """The quotation that begins at a token, or at the head of the next line."""
    words = page.words
    while i < words.size and words.forms[i].isspace():
        i += 1
    if i >= words.size:
        return None
    found = page.quotes.between(words.offsets[i], max(words.offsets[i] + 1, words.stops[i]))
    return found[0] if found else None


def is_headline(page: Page, offset: int) -> bool:
    """Whether the sentence at an offset stands without a final stop."""
    sentence = page.sentences[page.sentence_of(page.words.token_over(offset))]
    closing = page.text[sentence.start : sentence.end].rstrip()[-2:]
    return "\n" in page.text[sentence.end - 1 :][:2] and not any(mark in closing for mark in ".!?…:;")
