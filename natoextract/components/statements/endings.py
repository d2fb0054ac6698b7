"""Where what is said ends: at its sentence's end, or where another cue or the clause around it takes over."""

import re

from natoextract.components.statements.cues import Cue
from natoextract.components.statements.inverted import prefixed_by_comma, subject_after, takes_clause
from natoextract.components.statements.page import According, Page, Sentence
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.quotes import Quote
from natoextract.components.statements.subjects import own_subject
from natoextract.components.statements.syntax import after_adverbs, finite
from natoextract.components.statements.topics import main_clause, sentence_subject
from natoextract.components.statements.vocabulary import phrase_words

#: How many words the subject of the next cue may have.
_REACH = 18
_JOINTS = frozenset({"et", "puis", "mais", "avant", ",", "ou"})
_JOINT = re.compile(r",? (?:(?:alors|tandis) que|mais|et|car|puis)\Z")
#: What a sentence that somebody says may begin with.
_SUBJECTS = frozenset(
    ("je", "j'", "nous", "on", "vous", "il", "elle", "ils", "elles", "c'", "ce", "ca", "cela", "l'", "le", "la", "les")
)
#: With these a clause waits for the one behind its comma.
_DEPENDENT = frozenset(
    {"si", "s'", "quand", "lorsque", "lorsqu'", "puisque", "alors", "comme", "tant", "des", "bien", "apres", "parce"}
)
_CONCEDED = phrase_words("conceding")


def clause_end(page: Page, sentence: Sentence, start: int, following: list[Cue | According]) -> int:
    """The end of the clause that begins at `start`: its sentence's, or where another cue takes over."""
    end = sentence.end
    while end > start and page.text[end - 1].isspace():
        end -= 1
    quote = page.quotes.around(start)
    if quote is not None and quote.end > end:
        return quote.end
    inside = page.quotes.between(start, end)
    if inside and inside[-1].end > end:
        end = inside[-1].end
        behind = page.cues_between(end, end + 24)
        if behind and (colon := _colon_before(page, behind[0], start)) is not None:
            return colon
    for mark in following:
        if mark.start <= start or page.quotes.around(mark.start):
            continue
        if isinstance(mark, Cue) and (mark.negated or (mark.unreal and not mark.clitic)):
            # *n'ont pas soutenu et ne soutiendront pas*
            continue
        cut = takeover(page, mark, start)
        if cut is not None:
            return cut
    return end


def takeover(page: Page, mark: Cue | According, start: int) -> int | None:
    """Where a later cue of the sentence ends what was said before it."""
    if isinstance(mark, According):
        before = page.text[start : mark.start].rstrip()
        if not before.endswith(","):
            return None
        before = before.rstrip(",")
        # *X a dit que A, alors que, selon Y, B*
        joint = _JOINT.search(before)
        return start + (joint.start() if joint is not None else len(before))
    if (colon := _colon_before(page, mark, start)) is not None:
        return colon
    k = mark.first - 1
    folded = page.words.folded
    if mark.shape == "finite" and takes_clause(page, mark) and (joined := _joined_clause(page, mark, start)):
        return joined
    if mark.shape == "finite" and not mark.clitic and (listed := _listed_clause(page, mark, start)):
        return listed
    if mark.shape == "gerund":
        own = own_subject(page, page.sentences[page.sentence_of(mark.first)], mark)
        if mark.grade not in ("say", "opinion"):
            named = own is not None and own.name is not None and page.text[start : own.lead].rstrip().endswith(",")
            if named and own is not None:
                return own.lead
            if folded[k - 1 : k + 1] == ["tout", "en"]:
                k -= 2
            claims = mark.grade in ("label", "request") and folded[k] == ","
            return page.words.offsets[k] if claims else None
        if own is not None and page.text[start : own.lead].rstrip().endswith(","):
            # *…, son homologue Paul Durand confirmant que*
            return own.lead
        while k > 0 and folded[k] in ("tout", "en", "ne"):
            k -= 1
        if folded[k] in (",", "et"):
            return page.words.offsets[k]
        after_mark = any(
            q.end <= mark.start and not page.text[q.end : mark.start].strip()
            for q in page.quotes.between(start, mark.start)
        )
        return page.words.offsets[k + 1] if k + 1 < mark.first or after_mark else None
    if mark.clitic and folded[k] == ",":
        return page.words.offsets[k]
    if mark.shape == "infinitive" and folded[mark.first] == "avant":
        # *A, avant de conclure que B*
        return page.words.offsets[k] if folded[k] == "," else page.words.offsets[mark.first]
    if mark.shape == "infinitive" and folded[mark.first] in ("de", "d'") and folded[k] not in _JOINTS:
        # *A, et le ministre d'ajouter que B*
        while k > mark.first - _REACH and folded[k] != "et":
            k -= 1
        return page.words.offsets[k - 1 if folded[k - 1] == "," else k]
    while k > 0 and (page.words.pos[k] == "ADV" or folded[k] in ("d'", "de", "il", "elle", "ils", "elles")):
        k -= 1
    if folded[k] in ("et", "puis", "mais", "avant") and mark.shape in ("finite", "infinitive", "participle"):
        return page.words.offsets[k]
    if (
        folded[k] == ","
        and mark.shape == "finite"
        and subject_after(page, mark, quoted=False)[0] is not None
        and not takes_clause(page, mark)
        and _has_verb(page, start, k)
    ):
        return page.words.offsets[k]
    return None


def _has_verb(page: Page, start: int, k: int) -> bool:
    """*confirment que la présidente, Sonia Martin, a invité les élus*: before the comma stands no clause yet."""
    words = page.words
    span = range(words.token_at(start), k)
    return any(
        (words.pos[i] in ("VERB", "AUX") and finite(page, words.tokens[i])) or words.forms[i] in '«“"' for i in span
    )


def _listed_clause(page: Page, mark: Cue, start: int) -> int | None:
    """*X affirme que A, le Parti rouge parle de B et Y dénonce C*: where the clause of the next speaker begins."""
    words = page.words
    head = words.token_at(start)
    if words.folded[head] in _DEPENDENT or mark.grade not in ("say", "opinion", "label"):
        return None
    for i in range(mark.first - 1, max(head + 2, mark.first - _REACH), -1):
        if words.forms[i] != ",":
            continue
        if page.quotes.around(words.offsets[i]) is not None:
            return None
        phrase = read_phrase(words, i + 1)
        if phrase is None or "document" in phrase.sorts or phrase.end != words.stops[mark.first - 1]:
            return None
        speaks = phrase.name is not None or bool(phrase.codes) or bool(phrase.sorts)
        # one comma before it may open an apposition: *confirment que la présidente, Sonia Martin, a invité*
        return words.offsets[i] if speaks and _has_verb(page, start, i) else None
    return None


def _joined_clause(page: Page, mark: Cue, start: int) -> int | None:
    """*A et Paul Durand, président du directoire, estime que B*: where the clause of another speaker begins."""
    words = page.words
    for i in range(mark.first - 2, max(words.token_at(start), mark.first - _REACH), -1):
        if words.folded[i] != "et" or page.quotes.around(words.offsets[i]) is not None:
            continue
        phrase = read_phrase(words, i + 1)
        if phrase is None or phrase.name is None:
            continue
        end = max(phrase.end, (phrase.role_span or (0, 0))[1])
        if end <= mark.start and not page.text[end : mark.start].strip(" ,"):
            return words.offsets[i]
    return None


def _colon_before(page: Page, mark: Cue, start: int) -> int | None:
    """*X précise que A : « B », explique-t-il*: where A ends, as the quotation behind a colon is the next cue's."""
    stop = prefixed_by_comma(page, mark)
    quote = page.quote_ends.get(stop) if stop is not None else None
    if quote is None or quote.start <= start or takes_clause(page, mark):
        return None
    before = page.text[start : quote.start].rstrip()
    if mark.clitic and page.text[quote.inner].isupper() and quote.outer - quote.inner > 25:
        # *X a répondu qu'il restait « Rien ne presse », a-t-il dit*
        return start + len(before.rstrip(" ,;:."))
    if mark.clitic and before.endswith(",") and _is_sentence(page, quote):
        # *X a expliqué avoir rencontré Y, « ils voulaient changer le contrat », a-t-il écrit*
        return start + len(before.rstrip(" ,"))
    if not before.endswith(":") or subject_after(page, mark, quoted=True)[0] is None:
        return None
    return start + len(before) - 1


def _is_sentence(page: Page, quote: Quote) -> bool:
    """Whether a quotation begins with its subject, and has a verb."""
    words = page.words
    first, last = words.token_at(quote.inner), words.token_at(quote.outer)
    begins = words.folded[first] in _SUBJECTS and last - first > 3
    return begins and any(words.pos[i] in ("VERB", "AUX") and finite(page, words.tokens[i]) for i in range(first, last))


def concedes(page: Page, sentence: Sentence) -> bool:
    """*Si X a déclaré que A, …*, *Alors que X assure que A, …*: the sentence opens with what it concedes."""
    i, folded = sentence.first, page.words.folded
    while i < len(folded) and (folded[i] in ("et", "mais") or page.words.pos[i] == "SPACE"):
        i += 1
    if folded[i : i + 1] == ["s'"] and folded[i + 1 : i + 2] in (["il"], ["ils"]):
        return True
    if folded[i : i + 1] == ["meme"]:
        # *Même si X soutient que A, …*
        return folded[i + 1 : i + 2] in (["si"], ["s'"])
    return i < len(folded) and folded[i] in _CONCEDED


def conceded_end(page: Page, i: int, end: int) -> int:
    """*Si X a déclaré que A, Y a qualifié …*: the clause that is conceded ends where the main one begins."""
    k = main_clause(page, i, end)
    return end if k is None else page.words.offsets[k - 1]


def opens_sentence(page: Page, sentence: Sentence, cue: Cue) -> bool:
    """*Rappelant que A, X a dénoncé …*, *Sur RTL, rappelant que A, X a dénoncé …*: a gerund before its subject."""
    if cue.first == sentence.first:
        return True
    before = page.words.folded[cue.first - 1]
    return before == "," and sentence_subject(page, sentence, cue.first) is None


def in_relative(page: Page, cue: Cue) -> bool:
    """*X, qui a assuré que*, *X, qui a appelé au calme et déclaré que*."""
    folded = page.words.folded
    if folded[cue.first - 1] == "qui":
        return True
    if cue.shape != "participle":
        return False
    before = folded[max(0, cue.first - 12) : cue.first]
    return "qui" in before and "," not in before[before.index("qui") :]


def relative_end(page: Page, i: int, end: int) -> int:
    """*X, qui a assuré que A, quittera Bruxelles*: the relative clause ends where the verb of its sentence follows."""
    doc, told = page.words.tokens, False
    while i + 1 < len(doc) and page.words.offsets[i] < end:
        if page.quotes.around(page.words.offsets[i]) is not None:
            told = True
        elif page.words.forms[i] in ",–—":
            k = after_adverbs(page, i + 1)
            # *qui rappelle que le plan, en 1995, avait échoué*: what is told has no verb yet
            if told and k < len(doc) and page.words.pos[k] in ("VERB", "AUX") and finite(page, doc[k]):
                return page.words.offsets[i]
        elif page.words.pos[i] in ("VERB", "AUX"):
            told = True
        i += 1
    return end
