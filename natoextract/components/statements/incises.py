"""What an inverted cue closes, and whether its subject may say it: *A, a dit X*, *La base tiendra, a poursuivi X*."""

import re

from natoextract.components.statements.contents import Content
from natoextract.components.statements.cues import Cue
from natoextract.components.statements.page import Page, Sentence, Subject
from natoextract.components.statements.preceding import is_nominal
from natoextract.components.statements.quotes import Quote
from natoextract.components.statements.syntax import finite
from natoextract.lexicon import read_toml

#: Verbs of manner that close a clause without marks: where a person speaks, and whoever speaks.
RESUMING = frozenset(read_toml("speech_verbs")["resuming"])
#: *ont indiqué Paul Durand et Anne Martin*
_FURTHER = re.compile(r",? (?:et|ainsi que|ou|puis) |, (?=[A-ZÀ-Þ]|l[ea] |l')")


def is_alias(page: Page, content: Content, subject: Subject) -> bool:
    """*Eugène Martin, dit Gino Martin, est mort*: one name and another of the same person."""
    if isinstance(subject, str) or subject.name is None or content.kind != "indirect":
        return False
    last = page.words.token_at(content.end) - 1
    name = next((n for n in page.words.names if n.end == page.words.stops[last]), None)
    return name is not None and name.last == subject.name.last


def behind_colon(page: Page, sentence: Sentence, start: int, stop: int) -> int:
    """*X a démenti toute « menace » : la route est sûre, a-t-il dit*: where the second half begins, else `start`."""
    colon = page.text.rfind(":", start, stop)
    if colon < 0 or page.quotes.around(colon) is not None:
        return start
    told = [c for c in page.cues_between(sentence.start, colon) if c.shape == "finite" and not c.clitic]
    half = range(page.words.token_at(colon), page.words.token_at(stop))
    clause = any(page.words.pos[i] in ("VERB", "AUX") and finite(page, page.words.tokens[i]) for i in half)
    return colon + 1 if told and clause else start


def agrees(page: Page, cue: Cue, subject: Subject) -> bool:
    """*Plusieurs députés, dont X, ont soutenu la grève*: what follows a plural verb is its object, if only one."""
    if isinstance(subject, str) or subject.plural or page.words.folded[cue.first] not in ("ont", "avaient"):
        return True
    end = max(subject.end, (subject.role_span or (0, 0))[1])
    return _FURTHER.match(page.folded_text, end) is not None


def closes_sentence(page: Page, cue: Cue, content: Content, subject: Subject) -> bool:
    """*La Belgique juge utile d'attendre, a indiqué X*: the perfect shows a clause before it."""
    if cue.last - cue.first < 2 or isinstance(subject, str):
        return False
    first, last = page.words.token_at(content.start), page.words.token_at(content.end)
    if last - first > (2 if is_nominal(page, content) else 5) and page.text[subject.end : subject.end + 1] == ".":
        # *Le Sénégal compte 1.300 soldats au Mali, a rappelé la présidence.*
        return True
    if subject.kind == "institution":
        return False
    return last - first > 8 and any(page.words.pos[i] in ("VERB", "AUX") for i in range(first, last))


def may_resume(cue: Cue, subject: Subject) -> bool:
    """*La base tiendra, a poursuivi le général X*: without marks a verb of manner asks for a person."""
    return cue.lemma not in RESUMING or isinstance(subject, str) or subject.kind == "person"


def quoted_in_part(page: Page, start: int, stop: int) -> bool:
    """*« C'est dans l'intérêt des peuples » afghan et américain, a réagi X*: a few words follow the marks."""
    inside = page.quotes.between(start, stop)
    if not inside or inside[-1].outer - inside[-1].inner < 25:
        return False
    rest = page.text[inside[-1].end : stop]
    return len(rest.split()) < 12 and not any(mark in rest for mark in ".;:")


def part_of_phrase(page: Page, quote: Quote) -> bool:
    """*le fondateur des « Citrons », trouve …*, *l'organisation « Etoile » revendique*: a short one is a name."""
    inner = page.text[quote.inner : quote.outer]
    if len(inner.split()) > 3:
        return False
    if inner[0].isupper() and page.text[max(0, quote.start - 2) : quote.start - 1].isalpha():
        i = page.words.token_at(quote.end)
        if i < page.words.size and page.words.forms[i] != ",":
            return True
    if len(inner.split()) > 2:
        return False
    return page.folded_text[max(0, quote.start - 6) : quote.start].endswith(
        (" des ", " du ", " de ", " les ", " la ", " le ")
    )
