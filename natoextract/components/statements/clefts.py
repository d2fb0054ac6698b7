"""*C'est ce qu'a déclaré X*: a cleft attributes what stands before it, in its sentence or in the one before."""

import re

from natoextract.components.statements.contents import read_clause
from natoextract.components.statements.cues import Cue
from natoextract.components.statements.inverted import subject_after
from natoextract.components.statements.page import According, Page, Sentence, Subject
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.subjects import subject_before
from natoextract.components.statements.syntax import finite, is_headline

# *C'est du moins ce qu'affirme X*
_HEAD = re.compile(r"\s*c'est (?:du moins |en tout cas |notamment |aussi |egalement |d'ailleurs |la )?ce qu(?:e |')")


#: Verbs with which *A, ce que X …* says that A is so; what one denies, or judges in some way, one does not say.
_ADDING = frozenset({"déplorer", "regretter", "craindre"})
_DENYING = frozenset({"nier", "démentir", "dire", "apprendre", "suggérer", "prétendre"})
#: How many words the subject of *ce que X a confirmé* may have.
_REACH = 14


def added(page: Page, cue: Cue) -> According | None:
    """*A, ce qu'a confirmé X*, *A, ce que X a confirmé*: behind what is said, which X says as well."""
    folded = page.words.folded
    if (cue.grade != "say" and cue.lemma not in _ADDING) or cue.lemma in _DENYING or cue.shape != "finite":
        return None
    for link in range(cue.first - 1, max(2, cue.first - _REACH), -1):
        if folded[link] in ("que", "qu'"):
            break
        if folded[link] == ",":
            return None
    else:
        return None
    if folded[link - 2 : link] != [",", "ce"] or folded[cue.last : cue.last + 1] in (["comme"], ["etre"]):
        return None
    subject: Subject | None
    if link == cue.first - 1:
        subject, after = subject_after(page, cue, quoted=False)
        end = page.words.stop(after - 1)
    else:
        subject, end = read_phrase(page.words, link + 1), cue.end
        if subject is None or subject.end != page.words.stop(cue.first - 1):
            return None
    if not isinstance(subject, Phrase):
        return None
    return According(page.words.offsets[link - 1], end, subject, (cue.start, cue.end))


def within(page: Page, cue: Cue) -> According | None:
    """*« A » : c'est ce qu'a déclaré X*, *A, c'est ce qu'affirme X*: behind what is said, in its sentence."""
    folded, i = page.words.folded, cue.first
    if folded[max(0, i - 4) : i] not in (["c'", "est", "ce", "qu'"], ["c'", "est", "ce", "que"]):
        return None
    if i < 5 or folded[i - 5] not in (",", ":", "-", "–"):
        return None
    subject, after = subject_after(page, cue, quoted=False)
    if subject is None:
        return None
    return According(page.words.offsets[i - 4], page.words.stop(after - 1), subject, (cue.start, cue.end))


def read_clefts(page: Page) -> None:
    """*A. C'est ce qu'a annoncé X*, *A. C'est ce que X a soutenu*: the sentence before is what was said."""
    for index, sentence in enumerate(page.sentences):
        head = _HEAD.match(page.folded_text, sentence.start, sentence.end)
        if head is None or index == 0:
            continue
        cues = page.cues_between(head.end(), sentence.end)
        if not cues or cues[0].grade not in ("say", "opinion") or cues[0].negated or cues[0].unreal:
            continue
        before = page.sentences[index - 1]
        subject = _subject(page, sentence, cues[0], head.end())
        if subject is None or not _is_told(page, before):
            continue
        content = read_clause(page.text, before.start, before.end, page.quotes, whole=True)
        page.add(content, (cues[0].start, cues[0].end), subject, cues[0].start)


def _subject(page: Page, sentence: Sentence, cue: Cue, offset: int) -> Subject | None:
    if page.text[offset : cue.start].strip():
        return subject_before(page, sentence, cue, None, quoted=False)
    return subject_after(page, cue, quoted=False)[0]


def _is_told(page: Page, before: Sentence) -> bool:
    """Whether the sentence before states something: it has a verb, and is no headline."""
    if is_headline(page, before.start):
        return False
    return any(
        page.words.pos[i] in ("VERB", "AUX") and finite(page, page.words.tokens[i])
        for i in range(before.first, before.last)
    )
