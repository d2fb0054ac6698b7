"""Where the content of a cue stands: the clause behind *que*, the quotation, the clause before an inverted cue."""

import re

from spacy.tokens import Token

from natoextract.components.statements.contents import Content, direct, read_clause, trim
from natoextract.components.statements.cues import Cue
from natoextract.components.statements.page import According, Page, Sentence
from natoextract.components.statements.quotes import Quote
from natoextract.components.statements.subjects import skip_circumstance, subject_after, takes_clause
from natoextract.components.statements.vocabulary import phrase_words
from natoextract.lexicon import read_toml

_COMPARED = phrase_words("compared")
# An infinitive clause does not reach over what the writer opposes to it: *…, mais l'explication ne convainc pas*.
_TURN = re.compile(r", (?:mais|tandis que|alors que|ce qui|ce que) ")
#: Verbs that take their hearers as an object: *a averti les alliés que*.
_TO_HEARERS = frozenset(read_toml("speech_verbs")["to_hearers"])
_CLAUSE_ONLY = frozenset(read_toml("speech_verbs")["clause_only"])
_CONCEDED = frozenset({"si", "alors", "tandis"})
_DETERMINERS = phrase_words("definite") | phrase_words("indefinite") | phrase_words("demonstrative")
_BEFORE_INFINITIVE = phrase_words("before_infinitive")
_NAMED_BY_QUOTE = phrase_words("named_by_quote")


def content_after(
    page: Page, sentence: Sentence, cue: Cue, following: list[Cue | According]
) -> tuple[Content, bool] | None:
    """The clause or quotation behind a cue, over the adverbials between, and whether it is quoted."""
    doc, folded = page.words.tokens, page.words.folded
    clause = cue.grade in ("say", "opinion")
    limit = min(sentence.last, cue.last + 40)
    i, commas, adverbs = cue.last, 0, after_adverbs(page, cue.last)
    while i < limit:
        token, form = doc[i], folded[i]
        quote = quote_at(page, i)
        if quote is not None:
            return quoted_after(page, sentence, cue, quote, following)
        if form in ("que", "qu'", "combien") and clause:
            if i > adverbs and folded[i - 1] in _COMPARED:
                return None
            # *a annoncé la suppression des emplois que compte le groupe*, but *insiste sur le fait que*
            told = folded[i - 1] == "fait"
            if not told and has_object(page, adverbs, i) and cue.lemma not in _TO_HEARERS:
                return None
            return clause_from(page, sentence, i + 1, following, cue)
        if form in ("que", "qu'") and cue.grade in ("request", "manner", "label"):
            quote = quote_at(page, i + 1) if i + 1 < len(doc) else None
            return (direct(quote), True) if quote and quote.outer - quote.inner > 25 and cue.grade != "label" else None
        if form in (":", ";"):
            quote = quote_at(page, i + 1) if i + 1 < len(doc) else None
            if quote is not None:
                return direct(quote), True
            if form == ":" and clause and i + 1 < limit and i - cue.last < 12:
                found = clause_from(page, sentence, i + 1, following)
                return found if found and speechlike(page, found[0], None) else None
            return None
        if (
            clause
            and infinitive(page, i)
            and (i == adverbs or page.words.pos[i - 1] not in ("ADP", "VERB", "AUX", "DET", "PRON"))
        ):
            while i > cue.last and folded[i - 1] in _BEFORE_INFINITIVE:
                i -= 1
            if has_object(page, adverbs, i) or _asked_of(page, cue, i):
                # *pour assurer la sécurité des réfugiés, favoriser leur retour*
                return None
            return clause_from(page, sentence, i, following, cue)
        if (
            clause
            and cue.grade == "opinion"
            and cue.reflexive
            and form in ("de", "d'")
            and infinitive(page, after_adverbs(page, i + 1))
        ):
            return clause_from(page, sentence, i + 1, following)
        if form == ",":
            commas += 1
            if commas > 2:
                break
        elif (
            (token.pos_ in ("VERB", "AUX") and i > cue.last and finite(page, token))
            or form in ("qui", "dont", "ou", "si")
            or token.text in ".!?"
        ):
            break
        i += 1
    return None


def _asked_of(page: Page, cue: Cue, i: int) -> bool:
    """*la quantité qu'ils avaient dit attendre*: the object of the infinitive stands before."""
    folded = page.words.folded
    before = folded[max(0, cue.first - 3) : cue.first]
    if folded[i + 1 : i + 2] not in (["."], [","], [";"], []):
        return False
    return bool({"que", "qu'"} & set(before)) and before[-1:] != ["qui"] and "parce" not in before


def has_object(page: Page, first: int, last: int) -> bool:
    """Whether a noun phrase without a preposition stands in between: *a proclamé une région, que …*."""
    words = page.words
    for i in range(first, last):
        if words.folded[i] not in _DETERMINERS or i in words.dated or i + 1 in words.dated:
            continue
        if i == first or words.pos[i - 1] not in ("ADP", "DET", "PRON"):
            return True
    return False


def finite(page: Page, token: Token) -> bool:
    return "Fin" in token.morph.get("VerbForm", [])


def after_adverbs(page: Page, i: int) -> int:
    while i < len(page.words.tokens) and (page.words.pos[i] == "ADV" or i in page.words.dated):
        i += 1
    return i


def infinitive(page: Page, i: int) -> bool:
    """Whether an infinitive begins at a token, behind its clitics: *ne pas en avoir été informé*."""
    while i < len(page.words.tokens) and page.words.folded[i] in _BEFORE_INFINITIVE:
        i += 1
    if i >= len(page.words.tokens):
        return False
    token = page.words.tokens[i]
    return (
        token.pos_ in ("VERB", "AUX")
        and token.lower_.endswith(("er", "ir", "re", "oir"))
        and "Fin" not in token.morph.get("VerbForm", [])
    )


def quote_at(page: Page, i: int) -> Quote | None:
    """The quotation that begins at a token, or at the head of the next line."""
    if i >= len(page.words.tokens):
        return None
    while i < len(page.words.tokens) and page.words.tokens[i].is_space:
        i += 1
    if i >= len(page.words.tokens):
        return None
    offset = page.words.offsets[i]
    found = page.quotes.between(offset, offset + max(1, len(page.words.tokens[i])))
    return found[0] if found else None


def quoted_after(
    page: Page, sentence: Sentence, cue: Cue, quote: Quote, following: list[Cue | According]
) -> tuple[Content, bool] | None:
    """A quotation right behind the cue, or as part of the noun phrase behind it."""
    between = page.text[cue.end : quote.start].strip()
    if between.endswith((":", ";")):
        return direct(quote), True
    words = len(between.split())
    bare_object = between in ("", "par") or all(
        t.pos_ == "ADV" or t.i in page.words.dated
        for t in page.words.tokens.between(cue.last, page.words.token_at(quote.start))
    )
    if bare_object and (cue.grade != "request" or quote.outer - quote.inner > 25):
        if quote.outer - quote.inner < 12 and cue.grade == "request":
            return None
        end = clause_end(page, sentence, quote.end, following)
        content = read_clause(page.text, quote.start, max(end, quote.end), page.quotes)
        return (content, True) if content else None
    if words > 14:
        return None
    if page.text[quote.inner : quote.inner + 1].isupper() and quote.outer - quote.inner > 40 and between.endswith(","):
        return direct(quote), True
    return None


def clause_from(
    page: Page, sentence: Sentence, i: int, following: list[Cue | According], cue: Cue | None = None
) -> tuple[Content, bool] | None:
    if i >= len(page.words.tokens):
        return None
    start = page.words.offsets[i]
    end = clause_end(page, sentence, start, following)
    if cue is not None and cue.first and in_relative(page, cue):
        end = relative_end(page, i, end)
    if folded_first(page, sentence) in _CONCEDED:
        end = conceded_end(page, i, end)
    if cue is not None and infinitive(page, i) and (turn := _TURN.search(page.text, start, end)):
        end = turn.start()
    content = read_clause(page.text, start, end, page.quotes)
    return (content, content.kind != "indirect") if content else None


def folded_first(page: Page, sentence: Sentence) -> str:
    return page.words.folded[sentence.first] if sentence.first < len(page.words.folded) else ""


def conceded_end(page: Page, i: int, end: int) -> int:
    """*Si X a déclaré que A, Y a qualifié …*: the clause that is conceded ends where the main one begins."""
    while i + 1 < len(page.words.tokens) and page.words.offsets[i] < end:
        offset = page.words.offsets[i]
        if page.words.folded[i] == "," and page.quotes.around(offset) is None:
            k = i + 1
            if page.words.folded[k] in ("il", "elle", "ils", "elles", "on") or page.words.opens(k):
                return offset
        i += 1
    return end


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
    doc = page.words.tokens
    while i + 1 < len(doc) and page.words.offsets[i] < end:
        if page.words.forms[i] == "," and page.quotes.around(page.words.offsets[i]) is None:
            k = after_adverbs(page, i + 1)
            if k < len(doc) and page.words.pos[k] in ("VERB", "AUX") and finite(page, doc[k]):
                return page.words.offsets[i]
        i += 1
    return end


def label(page: Page, sentence: Sentence, cue: Cue, following: list[Cue | According]) -> tuple[Content, bool] | None:
    """A noun phrase with quoted words: *a dénoncé une « agression »*, *a parlé d'un calendrier « réaliste »*."""
    if cue.grade not in ("label", "opinion", "say") or cue.shape == "infinitive" or cue.lemma in _CLAUSE_ONLY:
        return None
    quotes = page.quotes.between(cue.end, sentence.end)
    if not quotes:
        return None
    quote = quotes[0]
    first, last = cue.last, page.words.token_at(quote.start)
    between = page.words.tokens.between(first, last)
    reach = 22 if len(page.text[quote.inner : quote.outer].split()) > 3 else 14
    if last - first > reach or any(t.text in ",;:.(" for t in between):
        return None
    if any(
        (t.pos_ in ("VERB", "AUX") and finite(page, t))
        or page.words.folded[t.i] in ("qui", "que", "qu'", "dont", "pour", "lors", "pendant")
        for t in between
    ):
        return None
    if last > first and page.words.folded[last - 1] in _NAMED_BY_QUOTE:
        return None
    inner = page.text[quote.inner : quote.outer]
    if cue.grade == "say" and len(inner.split()) < 4 and inner.split()[-1:] != [inner] and last - first < 2:
        # *a créé une "zone de sécurité"*
        return None
    if inner[:1].isupper() and len(inner.split()) < 6:
        return None
    start = after_adverbs(page, first)
    if start < last and page.words.folded[start] in ("a", "au", "aux"):
        # *a confirmé à la presse les premiers départs « prévus »*
        behind = skip_circumstance(page, start, last)
        if behind < last and page.words.folded[behind] in _DETERMINERS:
            start = behind
    if start < last and page.words.folded[start] in ("de", "d'", "a", "comme"):
        start += 1
    begin = page.words.offsets[start] if start < last else quote.start
    if quote.start < begin:
        begin = quote.start
    end = clause_end(page, sentence, quote.end, following)
    comma = re.compile(r"[,;:.!?]| et (?:a|ont) | en \w+ant ").search(page.text, quote.end, max(end, quote.end))
    if comma:
        end = comma.start()
        # *de moment « historique », « attendu par des générations »*
        while further := page.quotes.between(end + 1, end + 4):
            if page.text[end : further[0].start].strip(" \n") != ",":
                break
            end = further[0].end
    content = read_clause(page.text, begin, max(end, quote.end), page.quotes)
    return (content, True) if content else None


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
    for mark in following:
        if mark.start <= start or page.quotes.around(mark.start):
            continue
        cut = takeover(page, mark, start)
        if cut is not None:
            return cut
    return end


def takeover(page: Page, mark: Cue | According, start: int) -> int | None:
    """Where a later cue of the sentence ends what was said before it."""
    if isinstance(mark, According):
        before = page.text[start : mark.start].rstrip()
        return start + len(before.rstrip(",")) if before.endswith(",") else None
    k = mark.first - 1
    folded = page.words.folded
    if mark.shape == "gerund":
        if mark.grade not in ("say", "opinion"):
            return None
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
    while k > 0 and (page.words.pos[k] == "ADV" or folded[k] in ("d'", "de", "il", "elle", "ils", "elles")):
        k -= 1
    if folded[k] in ("et", "puis", "mais", "avant") and mark.shape in ("finite", "infinitive", "participle"):
        return page.words.offsets[k]
    if (
        folded[k] == ","
        and mark.shape == "finite"
        and subject_after(page, mark, quoted=False)[0] is not None
        and not takes_clause(page, mark)
    ):
        return page.words.offsets[k]
    return None


def content_before(page: Page, sentence: Sentence, stop: int, floor: int, quote: Quote | None) -> Content | None:
    """What an inverted cue closes: the quotation before it, or the clause from the head of its sentence."""
    start = floor
    if quote is not None and quote.start < floor:
        if quote.start < sentence.start:
            index = page.sentence_of(page.words.token_over(quote.start))
            start = page.sentences[index].start
            if any(s < quote.start and e > start for s, e in page.said):
                start = quote.start
        else:
            start = quote.start
    if quote is not None:
        lead = page.text[start : quote.start]
        colon = lead.rstrip().endswith(":")
        if colon or not lead.strip(" \t\r\n,;.:–—-…") or "\n" in lead.strip():
            return direct(quote)
        start, _ = trim(page.text, start, quote.start, page.quotes)
        return Content(start, quote.end, "mixed")
    return read_clause(page.text, start, stop, page.quotes, whole=True)


def speechlike(page: Page, content: Content, quote: Quote | None) -> bool:
    """Whether what precedes is a clause of its own: it has a verb, or it is quoted."""
    if quote is not None or content.kind == "mixed":
        return True
    span = page.doc.char_span(content.start, content.end, alignment_mode="expand")
    if span is None:
        return False
    # a headline has no finite verb: *Cinq soldats tués, selon l'armée*
    headline = len(span) > 2 and page.text[content.end : content.end + 1] == "," and is_headline(page, content.start)
    return headline or any(t.pos_ in ("VERB", "AUX") and finite(page, t) for t in span)


def is_headline(page: Page, offset: int) -> bool:
    """Whether the sentence at an offset stands without a final stop."""
    sentence = page.sentences[page.sentence_of(page.words.token_over(offset))]
    closing = page.text[sentence.start : sentence.end].rstrip()[-2:]
    return "\n" in page.text[sentence.end - 1 :][:2] and not any(mark in closing for mark in ".!?…:;")
