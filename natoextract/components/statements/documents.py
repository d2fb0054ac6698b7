"""Documents that speak for whoever issued them: *le bilan de l'hôpital*, *les précisions apportées par X*."""

import re
from bisect import bisect_left

from natoextract.components.statements.page import DOCUMENT, Attribution, Page, Subject
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.topics import sentence_subject
from natoextract.components.statements.vocabulary import phrase_words

_OF = frozenset({"de", "du", "des", "d'", "par"})
#: Documents in which somebody speaks: *le communiqué* goes on with whoever issued it.
_SPEAKING = phrase_words("speaking_documents")
#: The same once the article has told of a communiqué: alone, *le texte* may be a law.
RESUMED = phrase_words("resumed_documents")
_SPOKEN_OF = re.compile(r"\b(?:communiques?|lettre|message|declaration)\b")
# *un communiqué en date du 28 janvier, signé par X*
_SIGNED = re.compile(
    r"[^.;:«»\"()]{0,50}?,? (?:signe|publie|diffuse|rendu public|rendue publique|transmis|emis|lu|lue|redige)e?s? par "
)
_PRESS = phrase_words("press")
_INTRODUCED = (" un ", " une ", " son ", " sa ", " leur ")
#: In how many characters before it a document that goes on has been told of.
_REACH = 1500


def issuer(page: Page, document: Phrase) -> Phrase | None:
    """*le bilan de l'hôpital*, *les précisions apportées par X*."""
    first = page.words.token_at(document.lead)
    read_out = page.words.token_over(document.end - 1) + 1
    if "utterance" not in document.sorts and page.words.folded[read_out : read_out + 1] not in (["lu"], ["lue"]):
        # *selon un texte lu par le général X* tells what he says, *selon une loi* does not
        return None
    if (signed := _SIGNED.match(page.folded_text, document.end)) is not None:
        phrase = read_phrase(page.words, page.words.token_at(signed.end()))
        if phrase is not None and "document" not in phrase.sorts:
            return phrase
    for k in range(first + 1, min(first + 9, page.words.size)):
        if page.words.forms[k] in ",.;" or _begins_another(page, k):
            return None
        if page.words.folded[k] in _OF:
            phrase = read_phrase(page.words, k + 1)
            if phrase is not None and "document" not in phrase.sorts:
                return phrase
    return None


def _begins_another(page: Page, k: int) -> bool:
    """*a assuré dans un communiqué la porte-parole de X*: the phrase behind the document is not its own."""
    article = page.words.folded[k] in ("le", "la", "les", "l'", "un", "une")
    # *lu à la télévision par X*
    article = article and page.words.folded[k - 1] not in ("a", "sur", "dans", "devant")
    return article and k not in page.words.dated and k + 1 not in page.words.dated


def voice(page: Page, phrase: Phrase) -> Subject | None:
    """Who speaks in a phrase: it names them, or a document that they issued; of other documents nobody."""
    if "document" not in phrase.sorts:
        return phrase
    return issuer(page, phrase) or (DOCUMENT if _goes_on(page, phrase) else None)


def _goes_on(page: Page, document: Phrase) -> bool:
    """*« A », précise le communiqué*: it was told of before."""
    if document.determiner not in ("definite", "demonstrative") or document.plural:
        return False
    if document.head in _SPEAKING:
        return True
    return document.head in RESUMED and _SPOKEN_OF.search(page.folded_text, 0, document.lead) is not None


def author_before(page: Page, position: int) -> Phrase | Attribution | None:
    """*L'armée a publié un communiqué. « A », précise le texte*: who issued it, if that sentence reports no speech."""
    told = [m.start() for m in _SPOKEN_OF.finditer(page.folded_text, max(0, position - _REACH), position)]
    for offset in reversed(told):
        sentence = page.sentences[page.sentence_of(page.words.token_over(offset))]
        if sentence.end > position:
            # *le communiqué rapporte que*: the document itself
            continue
        document = read_phrase(page.words, page.words.token_over(offset))
        author = issuer(page, document) if document is not None else None
        if author is not None and author.head in _PRESS:
            # *dans un communiqué diffusé par la radio*: it only passes it on
            author = None
        if author is None and not page.folded_text[:offset].endswith(_INTRODUCED):
            # *ce communiqué*, *le communiqué*: one that was told of before
            continue
        # they stand in text order once all are found
        last = bisect_left(page.attributions, sentence.end, key=lambda f: f.position) - 1
        if author is None and last >= 0 and page.attributions[last].position >= sentence.start:
            # *« A », a assuré X dans un communiqué. … « B », selon le communiqué*
            return page.attributions[last]
        subject = author or sentence_subject(page, sentence, page.words.token_over(offset))
        if isinstance(subject, Phrase):
            return subject
    return None
