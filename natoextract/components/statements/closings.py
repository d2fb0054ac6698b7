"""What closes or parts a sentence of speech: another's cue at its end, a joint left open, who speaks for a body."""

import re

from natoextract.components.statements.asides import CIRCUMSTANCE
from natoextract.components.statements.contents import Content, read_clause
from natoextract.components.statements.cues import Cue
from natoextract.components.statements.endings import clause_end
from natoextract.components.statements.inverted import prefixed_by_comma, subject_after, takes_clause
from natoextract.components.statements.page import According, Page, Sentence, Subject
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.syntax import finite

# *par la voix de son porte-parole*, *par l'intermédiaire du colonel X*
_VOICE = re.compile(r"\bpar (?:la (?:voix|bouche)|l'(?:intermediaire|entremise)) (?:de |du |d'|des )")
_VOICE_REACH = 90


def resumed(page: Page, sentence: Sentence, stop: int, behind: int, *, open_ended: bool) -> Content | None:
    """The half behind a cue that a joint or a relative leaves open, or that *que* opens; None where neither does."""
    words = page.words
    i = words.token_at(behind) + 1
    if i >= sentence.last:
        return None
    joined = (open_ended and page.folded_text[max(0, stop - 4) : stop].endswith((" et", " qui"))) or (
        page.folded_text[max(0, stop - 5) : stop].endswith(" qui")
    )
    k = i
    while k < sentence.last and words.folded[k] in ("ne", "n'", "se", "s'", "y", "en", "l'", "le", "la", "les", "lui"):
        k += 1
    predicate = k < sentence.last and words.pos[k] in ("VERB", "AUX") and finite(page, words.tokens[k])
    if not (joined and predicate) and words.folded[i] not in ("que", "qu'"):
        return None
    return read_clause(page.text, words.offsets[i], clause_end(page, sentence, behind, []), page.quotes)


def closes_all(page: Page, sentence: Sentence, mark: Cue | According) -> bool:
    """*…, a déclaré Y.*: a later cue whose own subject ends a sentence that is told without marks."""
    if isinstance(mark, According):
        # *a salué « A » et adressé « B », toujours selon Y*
        again = page.folded_text[max(0, mark.start - 10) : mark.start].endswith("toujours ")
        return again and page.text[mark.end : sentence.end].strip() in ("", ".")
    if mark.grade != "say" or mark.shape != "finite" or mark.clitic:
        return False
    if mark.negated or mark.unreal or takes_clause(page, mark) or page.quotes.around(mark.start) is not None:
        return False
    stop = prefixed_by_comma(page, mark)
    if stop is None or stop in page.quote_ends or page.text[stop : stop + 1] != ",":
        return False
    subject, after = subject_after(page, mark, quoted=False)
    return isinstance(subject, Phrase) and is_last(page, sentence, subject, page.words.stop(after - 1))


def is_last(page: Page, sentence: Sentence, subject: Subject, end: int) -> bool:
    """*…, dénonce la CGT.*: nothing follows the subject but where or when it was said."""
    if isinstance(subject, Phrase):
        end = max(end, subject.end, (subject.role_span or (0, 0))[1])
    rest = page.text[end : sentence.end].lstrip()
    closed = rest[:1] in ("", ".", ",", ";", "(", "!", "?", "…") or rest.startswith("qui ")
    return closed or CIRCUMSTANCE.match(page.text, end) is not None


def voiced(page: Page, cue: Cue, content: Content) -> Phrase | None:
    """*L'armée a précisé, par la voix du colonel X, que A*: who speaks for a body, behind its verb."""
    found = _VOICE.search(page.folded_text, cue.end, content.start) or _VOICE.search(
        page.folded_text, max(0, cue.start - _VOICE_REACH), cue.start
    )
    if found is None:
        return None
    first = page.words.token_at(found.end())
    phrase = read_phrase(page.words, first)
    return phrase if phrase is not None and (phrase.name is not None or "office" in phrase.sorts) else None
