"""*Pour la ministre, …*: whether *pour X* tells whose view follows, or only for whom something is."""

import re

from natoextract.components.statements.page import Page, Sentence, Subject
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.syntax import finite
from natoextract.components.statements.vocabulary import phrase_words
from natoextract.text import fold

_JUDGED = re.compile(
    r" ?, (?:il (?:ne )?s'agi|c'est|ce n'est|ce sont|il n'y a|il faut|cela|cette \w+ (?:est|serait)|ce serait) ?"
)
#: Of them others decide.
_DECIDED_ABOUT = phrase_words("decided_about")
#: Bodies whose trade is to hold views.
_OPINIONATED = phrase_words("opinionated")
#: Words that may stand before *pour* at the head of a sentence.
_CONNECTIVES = phrase_words("connectives")
_JOINED = (" tandis que", " alors que", " meme si", " mais", " et", " car", " puisque")
#: In how many characters before a pronoun its bearer has spoken.
_NEAR = 400
#: In how many words behind *pour X* the verb of the clause stands.
_REACH = 22


def is_view(page: Page, start: int, end: int, who: Subject) -> bool:
    """Whether *pour X* at the head of a clause, before a comma, tells whose view it is."""
    sentence = page.sentences[page.sentence_of(page.words.token_over(start))]
    if not _at_the_head(page, sentence, start):
        return False
    stop = who.end if isinstance(who, Phrase) else end
    if page.folded_text.startswith(" et ", stop):
        # *Pour le ministre et la présidente, …*
        other = read_phrase(page.words, page.words.token_at(stop) + 1)
        stop = other.end if other is not None else stop
    stop = page.words.offsets[page.words.behind_aside(page.words.token_at(stop))] if stop < len(page.text) else stop
    while stop and page.text[stop - 1] == " ":
        stop -= 1
    if page.text[stop : stop + 2].lstrip()[:1] not in (",", ":"):
        return False
    shown = _is_judged(page, sentence, stop)
    if isinstance(who, str):
        # *Pour lui, la saison est finie* tells of him
        causal = page.folded_text[max(0, start - 5) : start].endswith("car ")
        return shown or causal or _has_spoken(page, start)
    if who.kind == "person":
        # *Pour le prévenu, le parquet requiert …* tells of him
        return shown or who.name is not None or who.head not in _DECIDED_ABOUT
    if page.words.folded[page.words.token_at(who.lead)] in ("sa", "leur", "son"):
        # *Pour sa défense, le coureur a dit que A*
        return False
    if who.kind == "institution" and (who.head in _OPINIONATED or fold(who.text) in _OPINIONATED):
        # *Pour l'opposition, le ministre navigue à vue*
        return True
    return shown or (who.kind == "institution" and who.determiner == "demonstrative")


def signs(page: Page, start: int, who: Subject) -> bool:
    """*« C'est une catastrophe », pour le maire.*: whether *pour X* behind a quoted sentence closes it."""
    if not isinstance(who, Phrase) or who.kind != "person" or not (who.name or "office" in who.sorts):
        return False
    stop = start
    while stop and page.text[stop - 1] in " ,":
        stop -= 1
    quote = page.quote_ends.get(stop)
    if quote is None or stop == start - 1:
        return False
    end = max(who.end, (who.role_span or (0, 0))[1])
    words = page.words
    span = range(words.token_at(quote.inner), words.token_at(quote.outer))
    if len(span) < 4 or page.text[end : end + 1] not in (".", ",", ";", "\n", ""):
        return False
    return any(words.pos[i] in ("VERB", "AUX") and finite(page, words.tokens[i]) for i in span)


def _at_the_head(page: Page, sentence: Sentence, start: int) -> bool:
    before = page.folded_text[sentence.start : start].strip(" ,\n–-")
    if not before or before in _CONNECTIVES or f" {before}".endswith(_JOINED):
        return True
    # *Vers 18h15, pour X, …*
    tokens = range(sentence.first, page.words.token_at(start))
    return all(i in page.words.dated or page.words.pos[i] in ("ADP", "PUNCT", "NUM", "SPACE") for i in tokens)


def _is_judged(page: Page, sentence: Sentence, stop: int) -> bool:
    """*Pour l'armée, il s'agit d'un accident*, *Pour l'institut, le chômage devrait baisser*, *Pour eux, « A »*."""
    if _JUDGED.match(page.folded_text, stop) or page.quotes.between(stop, sentence.end):
        return True
    first = page.words.token_at(stop)
    for i in range(first, min(first + _REACH, sentence.last)):
        if page.words.pos[i] in ("VERB", "AUX") and finite(page, page.words.tokens[i]):
            # a state's prospects are no view of its own: *Pour l'Italie, la hausse devrait durer*
            return page.words.folded[i].endswith(("rait", "raient")) and not page.words.codes_in(
                page.words.offsets[page.words.token_over(stop - 1)], stop
            )
    return False


def _has_spoken(page: Page, start: int) -> bool:
    cues = page.cues_between(max(0, start - _NEAR), start)
    return any(cue.grade in ("say", "opinion", "label") and not cue.negated for cue in cues)
