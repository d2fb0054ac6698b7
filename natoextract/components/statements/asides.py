"""A mark or a cue inside a clause: *La base abritait, selon X, 300 soldats*, *Si A, a dit X, B*."""

import re

from natoextract.components.statements.contents import Content, read_clause
from natoextract.components.statements.cues import Cue
from natoextract.components.statements.endings import clause_end
from natoextract.components.statements.page import According, Page, Sentence
from natoextract.components.statements.preceding import content_before
from natoextract.components.statements.syntax import DETERMINERS, finite, infinitive
from natoextract.components.statements.vocabulary import phrase_words

# *« A, a déclaré X au sortir de la réunion. B »*
CIRCUMSTANCE = re.compile(
    r" (?:à|au|aux|dans|devant|lors|sur|sous|sans|en|après|avant|avec|par|pour|hier|ce|cette"
    r"|via|depuis|auprès|pendant|face|dès|chez|vers|entre|malgré|quand|lorsque|lorsqu'"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\b"
    r"[^,.«»\"]{0,80}(?=[,.])"
    # *« A, lance X, en se frayant un chemin. B »*
    r"|,? (?:tout )?en (?:se |s')?[a-zà-ÿ]{3,}ant\b[^.«»\"]{0,110}(?=\.)"
    # *« A, explique X, membre du comité, basé à Rennes. B »*
    # *« A, a déclaré X, au retour d'une tournée. B »*
    r"|, (?:au (?:retour|terme|cours|micro|sortir)|à (?:l'(?:issue|occasion)|la sortie|son arrivée|propos)|lors"
    r"|en marge|devant|dans un|après avoir|avant de|en conférence)\b"
    r"(?:(?!\b(?:[JjNn]ous|[Jj]e|[Oo]n)\b|[Jj]')[^.«»\"]){0,140}(?=\.)"
    r"|, (?:(?:bas|situ|install|âg|élu|nomm|arriv)ée?s?|née?|originaire|venue?|qui|dont) [^.«»\"]{0,90}(?=\.)"
)
_AUXILIARIES = phrase_words("auxiliaries")
_RELATIVES = frozenset({"qui", "que", "qu'", "dont"})
_PARTICIPLES = ("é", "ée", "és", "ées", "i", "u", "is", "it")
#: What an object begins with, behind an aside.
_OBJECTS = phrase_words("before_object") | DETERMINERS
# The writer goes on: *…, mais provoque la colère*.
_AGAINST = re.compile(r", mais ")


def both_sides(
    page: Page, sentence: Sentence, mark: According, stop: int, floor: int, following: list[Cue | According]
) -> Content | None:
    """*La base abritait, selon X, 300 soldats*, *Le texte vise selon X à calmer Y*: no object before the mark."""
    words = page.words
    verb, i = words.token_over(stop - 1), words.token_at(mark.end)
    set_apart = "," in page.text[stop : mark.start]
    governed = set_apart and words.folded[i + 1 : i + 2] in (["de"], ["d'"]) and infinitive(page, i + 2)
    if i + 1 >= words.size or i >= sentence.last or (words.pos[verb] not in ("VERB", "AUX") and not governed):
        return None
    if set_apart:
        if words.folded[i] != ",":
            return None
        i += 1
    quoted = page.text[words.offsets[i]] in '«“"'
    open_ended = words.folded[verb] in _AUXILIARIES and words.tokens[i].lower_.endswith(_PARTICIPLES)
    if not (governed or words.folded[i] in _OBJECTS or words.pos[i] == "NUM" or quoted or open_ended):
        return None
    if i in words.dated or i + 1 in words.dated:
        return None
    if words.folded[i] in DETERMINERS and _has_verb(page, i, sentence):
        # *Le convoi est parti, selon X, le pont reste fermé*
        return None
    head = content_before(page, sentence, stop, floor, None)
    if head is None:
        return None
    end = clause_end(page, sentence, words.offsets[i], following)
    turn = _AGAINST.search(page.text, words.offsets[i], end)
    if turn is not None and page.quotes.around(turn.start()) is None:
        end = turn.start()
    return read_clause(page.text, head.start, end, page.quotes, whole=True)


def _has_verb(page: Page, i: int, sentence: Sentence) -> bool:
    """Whether the noun phrase at a token has a verb of its own before a comma."""
    for k in range(i + 1, min(i + 12, sentence.last)):
        if page.words.pos[k] == "PUNCT" or page.words.folded[k] in _RELATIVES:
            return False
        if page.words.pos[k] in ("VERB", "AUX") and finite(page, page.words.tokens[k]):
            return True
    return False


def behind_circumstance(page: Page, sentence: Sentence, end: int) -> int | None:
    """*La France, a dit X à Paris, enverra …*: where the clause goes on behind the comma of what holds its cue."""
    if page.text[end : end + 2].lstrip()[:1] == ",":
        return end
    aside = CIRCUMSTANCE.match(page.text, end, sentence.end)
    if aside is None or page.text[aside.end() : aside.end() + 1] != ",":
        return None
    i = page.words.token_at(aside.end()) + 1
    while i < sentence.last and page.words.folded[i] in ("ne", "n'", "se", "s'", "y", "en"):
        i += 1
    goes_on = i < sentence.last and page.words.pos[i] in ("VERB", "AUX") and finite(page, page.words.tokens[i])
    return aside.end() if goes_on else None


def parts_subject(page: Page, content: Content, behind: int) -> bool:
    """*La France, a indiqué X, enverra …*, *Le texte, selon X, vise …*: a mark between a subject and its verb."""
    words = page.words
    first, last = words.token_at(content.start), words.token_at(content.end)
    if content.kind != "indirect" or any(
        words.folded[i] in _RELATIVES
        or words.forms[i] in ":;"
        or (words.pos[i] in ("VERB", "AUX") and finite(page, words.tokens[i]))
        for i in range(first, last)
    ):
        return False
    if first in words.dated or words.pos[last - 1] not in ("NOUN", "PROPN", "ADJ", "NUM"):
        # *Lundi, selon X, …*, *Mais, selon X, …*
        return False
    return words.pos[first] not in ("ADP", "ADV", "CCONJ") and goes_on(page, behind)


def goes_on(page: Page, behind: int) -> bool:
    """*La France, a indiqué X, enverra …*: whether a verb follows behind the comma at an offset."""
    words = page.words
    i = words.token_at(behind)
    if i + 2 >= words.size or words.forms[i] != ",":
        return False
    i += 1
    while i + 1 < words.size and words.folded[i] in ("ne", "n'", "se", "s'", "y", "en", "l'"):
        i += 1
    return words.pos[i] in ("VERB", "AUX") and finite(page, words.tokens[i])


def is_dependent(page: Page, content: Content) -> bool:
    """*Si A*, *Quand A*, *Bien que A*: a clause that waits for the main one."""
    i = page.words.token_at(content.start)
    i += page.words.folded[i] in ("et", "mais", "or")
    i += page.words.folded[i] == "meme"
    form, following = page.words.folded[i], page.words.folded[i + 1 : i + 2]
    if form in ("si", "s'", "quand", "lorsque", "lorsqu'", "puisque", "puisqu'"):
        return True
    return form in ("bien", "tant", "des", "alors", "parce") and following in (["que"], ["qu'"])
