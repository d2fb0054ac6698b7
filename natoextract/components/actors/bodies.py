"""Organisations and missions: where their short names stand for them."""

from natoextract.components.actors.context import Context, introduced
from natoextract.components.actors.page import Page
from natoextract.components.actors.vocabulary import Meaning
from natoextract.components.actors.words import actor_words

# *l'Alliance*, *notre Alliance*; *une Alliance* is any
_DEFINITE = frozenset({"l", "d", "notre", "leur", "cette", "a", "de", "des", "les", "aux", "la", "votre", "son"})


def is_organisation(page: Page, first: int, last: int, meaning: Meaning, context: Context) -> bool:
    """Whether a name stands for its organisation; a guarded one only where the article names it in full."""
    if not meaning.guarded:
        return True
    if not context.organisations[meaning.value]:
        return _is_wagner(page, first, context) if meaning.value == "WAGNER" else False
    word = page.form(first)
    if word in actor_words("members"):
        # *les Vingt-Sept ont décidé*: a number that is a name has capitals, the article and no noun
        capitals = all(page.capitalised(i) for i in range(first, last))
        return capitals and page.previous(first) in ("les", "des", "aux", "l", "d") and not page.capitalised(last)
    if word == "wagner":
        return _is_wagner(page, first, context)
    if word in ("alliance", "union"):
        return (
            page.previous(first) in _DEFINITE
            and not _names_another(page, last)
            and not _others_union(page, first, meaning, context)
        )
    return True


def _names_another(page: Page, last: int) -> bool:
    """*Alliance du Nord*, *Union des forces*, *Alliance populaire*: more words make it another body."""
    after = page.next(last)
    if not after:
        return False
    if after in ("du", "des", "pour") or (after in ("de", "d") and page.capitalised(last + 1)):
        return True
    return page.capitalised(last) or (page.token(last).pos_ == "ADJ" and after not in actor_words("about_alliances"))


def _others_union(page: Page, first: int, meaning: Meaning, context: Context) -> bool:
    """*l'état de l'Union* is American; *l'Union* is the one that the article names most."""
    if page.form(first) != "union":
        return False
    if page.form(first - 3) in ("etat", "discours"):
        return True
    other = "AU" if meaning.value == "EU" else "EU"
    return context.organisations[other] > context.organisations[meaning.value]


def _is_wagner(page: Page, first: int, context: Context) -> bool:
    """*Wagner* is the Russian company beside mercenaries, the composer elsewhere."""
    if page.previous(first) in actor_words("other_wagners") or page.form(first) != "wagner":
        return False
    return bool(context.organisations["WAGNER"]) or context.names_any(actor_words("mercenaries"))


def is_mission(page: Page, first: int, meaning: Meaning, context: Context) -> bool:
    """Whether a name stands for its mission: a common word (*Licorne*) does once *opération* has introduced it."""
    if not meaning.guarded or introduced(page, first):
        return True
    if page.previous(first) == "de" and page.form(first - 2) in actor_words("serving"):
        # *les 1.100 soldats de Licorne*
        return True
    return meaning.value in context.missions and not page.opens_sentence(first)
