"""Documents that speak for whoever issued them: *le bilan de l'hôpital*, *les précisions apportées par X*."""

from natoextract.components.statements.page import Page
from natoextract.components.statements.phrases import Phrase, read_phrase


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
