"""What *selon X*, *comme l'a dit X*, *pour X* attribute: the clause before the mark, or the one behind it."""

import re

from natoextract.components.statements.asides import both_sides, parts_subject
from natoextract.components.statements.attributes import REACHED
from natoextract.components.statements.contents import Content, direct, read_clause
from natoextract.components.statements.cues import Cue
from natoextract.components.statements.endings import clause_end, relative_end
from natoextract.components.statements.inverted import takes_clause
from natoextract.components.statements.marks import JOINTS, WHOM
from natoextract.components.statements.page import According, Page, Sentence
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.preceding import content_before, is_nominal, speechlike
from natoextract.components.statements.quotes import Quote
from natoextract.components.statements.syntax import finite, infinitive
from natoextract.components.statements.vocabulary import phrase_words

# *selon le média X (proche du pouvoir), …*
_ASIDE = re.compile(r"\s*\([^()\n]*\)")
_TURN = re.compile(r"[^,.;]*, (?:alors que |tandis que |mais )")
_AGAIN = re.compile(r" (?:toujours|egalement|encore) $")
#: Documents in which others speak.
_ISSUED = tuple(
    f"selon {article} {paper}" for article in ("un", "le", "ce") for paper in ("communique", "compte rendu")
)
_COUNTED = re.compile(r"\d(?: \w+)? ?\Z")
_COUNTED_BEFORE = re.compile(r"\d(?: \w+)? (?:selon|d'après) [^.;]{3,50}\d(?: \w+)? ?\Z")
_COUNTED_AGAIN = re.compile(
    r",? ?(?:et|contre|ou|mais)? (?:de |à |près de |plus de )?\d[^.]{0,40}\b(?:selon|d'après|pour)\b"
)
_AUXILIARIES = phrase_words("auxiliaries")
_MODALS = phrase_words("modals")
_RELATIVES = frozenset({"qui", "que", "qu'", "dont"})


def read_according(
    page: Page, sentence: Sentence, mark: According, following: list[Cue | According], floor: int
) -> int:
    """Read the statement that *selon X* attributes, before it or after; the offset up to which the sentence is read.

    *« A », selon X*, *Selon X, A*. `floor` is where the unread part of the sentence begins.
    """
    if page.text.rfind("(", floor, mark.start) > page.text.rfind(")", floor, mark.start):
        # *6 000 personnes (4 000 selon la police)*
        return floor
    if page.folded_text[mark.cue[1] : mark.end].strip() in WHOM:
        if (told := _rest(page, sentence, mark, following)) is not None:
            end = relative_end(page, page.words.token_at(told.start), told.end)
            told = read_clause(page.text, told.start, end, page.quotes) or told
            page.add(told, mark.cue, mark.subject, mark.start)
        return mark.end
    counted = _COUNTED.search(page.text, floor, mark.start) is not None
    if counted and (_COUNTED_AGAIN.match(page.text, mark.end) or _COUNTED_BEFORE.search(page.text, floor, mark.start)):
        # *entre 223 000 selon les autorités et 400 000 selon les organisateurs*
        return floor
    if page.folded_text.startswith("comme ", mark.start) and any(_tells(page, other) for other in following):
        # *Comme le rapporte X, Y a déclaré que A*: Y says so
        return floor
    if floor > sentence.start and (turn := _TURN.match(page.folded_text, floor, mark.start)):
        # *A, a dit X à Paris, alors que B, selon Y*
        floor = turn.end()
    heads = not page.text[sentence.start : mark.start].strip()
    if (
        heads
        and page.folded_text.startswith(_ISSUED, mark.start)
        and any(_speaks_there(page, sentence, m) for m in following)
    ):
        # *Selon un communiqué, X a assuré que A*: X says so
        return floor
    stop = mark.start
    if (again := _AGAIN.search(page.folded_text, max(floor, stop - 12), stop)) is not None:
        # *« A », toujours selon X*
        stop = again.start()
    while stop > floor and page.text[stop - 1] in " \t,:–—-(":
        stop -= 1
    quote = page.quote_ends.get(stop)
    before = page.text[floor:stop]
    # *… sans faire de blessé et, selon X, un autre appareil a été visé*
    joined = quote is None and before.endswith(JOINTS)
    short = len(before.split()) < 3 and quote is None
    colon = before and page.text[stop : mark.start].strip() == ":"
    initial = joined or colon or not before.strip(" \t\r\n,;–—-") or short
    apart = initial or "," in page.text[stop : mark.start]
    rest = _rest(page, sentence, mark, following)
    if quote is None and rest is not None and not (joined or colon) and apart and before.strip(" \n"):
        head = content_before(page, sentence, stop, floor, None)
        if head is not None and parts_subject(page, head, mark.end):
            # *L'attaque, selon X, a fait dix morts*
            whole = read_clause(page.text, head.start, rest.end, page.quotes, whole=True)
            page.add(whole, mark.cue, mark.subject, mark.start)
            return mark.end
    if quote is None and not initial and rest is not None and _ends_with_relative(page, stop):
        # *le pilote, qui, d'après X, était âgé, a atterri*
        end = relative_end(page, page.words.token_at(rest.start), rest.end)
        page.add(read_clause(page.text, rest.start, end, page.quotes), mark.cue, mark.subject, mark.start)
        return mark.end
    if quote is None and not apart and (behind := _quoted_behind(page, stop, mark)) is not None:
        # *des règles qui vont selon lui « trop loin »*
        page.add(direct(behind), mark.cue, mark.subject, mark.start)
        return floor
    if quote is None and not initial and _is_open(page, stop) and _outweighs(rest, stop - floor):
        # *L'Afrique du Sud aurait, selon plusieurs sources, envoyé des hommes à X*
        page.add(rest, mark.cue, mark.subject, mark.start)
        return mark.end
    # *Il s'agit, selon lui, de l'emploi des jeunes*
    begun = not initial or (short and not joined and not colon and _has_verb(page, floor, stop))
    if quote is None and begun and (whole := both_sides(page, sentence, mark, stop, floor, following)):
        page.add(whole, mark.cue, mark.subject, mark.start)
        return sentence.end
    if quote is not None or not initial:
        content = content_before(page, sentence, stop, floor, quote)
        compared = page.folded_text.startswith(("comme ", "ainsi "), mark.start)
        if (
            compared
            and quote is not None
            and before
            and page.folded_text[floor : quote.start].rstrip().endswith((" que", " qu'"))
        ):
            # *pour montrer que « A », comme l'a dit X*
            content = direct(quote) if len(page.text[quote.inner : quote.outer].split()) > 4 else content
        closes = page.text[mark.end : mark.end + 1] in (".", "\n", "")
        if content is not None and (speechlike(page, content, quote) or (closes and is_nominal(page, content))):
            page.add(content, mark.cue, mark.subject, mark.start)
            return mark.end
    if not apart and not predicate(page, mark.end):
        # *une réforme destinée selon le groupe à …*
        return floor
    if rest is not None and (
        speechlike(page, rest, page.quotes.around(rest.start))
        or (short and _has_verb(page, floor, stop))
        or (initial and page.text[mark.end : mark.end + 1] == "," and _says_something(page, rest))
    ):
        page.add(rest, mark.cue, mark.subject, mark.start)
    return mark.end


def _speaks_there(page: Page, sentence: Sentence, mark: Cue | According) -> bool:
    """Whether a later cue of the sentence tells somebody's words: with *que*, or some of them quoted."""
    if isinstance(mark, According) or mark.shape != "finite" or mark.negated or mark.unreal or mark.clitic:
        return False
    if page.words.folded[mark.first - 1] == "qui":
        return False
    told = takes_clause(page, mark) or bool(page.quotes.between(mark.end, sentence.end))
    return told and mark.grade in ("say", "label", "opinion") and page.quotes.around(mark.start) is None


def _tells(page: Page, mark: Cue | According) -> bool:
    """Whether a later cue is another's speech, told with *que*."""
    if isinstance(mark, According) or mark.grade != "say" or mark.shape != "finite" or mark.negated or mark.unreal:
        return False
    return takes_clause(page, mark) and page.words.folded[mark.last] != ":" and page.quotes.around(mark.start) is None


def _says_something(page: Page, rest: Content) -> bool:
    """Whether a clause in which the model sees no verb is one: it is long, or denied (*rien ne presse*)."""
    words = page.folded_text[rest.start : rest.end].split()
    return len(words) > 6 or "ne" in words or any(word.startswith("n'") for word in words)


def _rest(page: Page, sentence: Sentence, mark: According, following: list[Cue | According]) -> Content | None:
    """The clause behind a mark."""
    if following and isinstance(following[0], Cue) and takes_clause(page, following[0]):
        on = page.text[mark.end : following[0].start].strip(" ,")
        if on == "on":
            # *De même source, on déclare que A*
            start = page.words.stops[following[0].last]
            return read_clause(page.text, start, clause_end(page, sentence, start, following[1:]), page.quotes)
    if (quote := _behind_colon(page, sentence, mark)) is not None:
        return direct(quote)
    aside = _ASIDE.match(page.text, mark.end)
    start = behind_modifier(page, _behind_others(page, aside.end() if aside else mark.end), sentence.end)
    return read_clause(page.text, start, clause_end(page, sentence, start, following), page.quotes)


def _behind_colon(page: Page, sentence: Sentence, mark: According) -> Quote | None:
    """*Selon le coordinateur, arrivé mardi à Beira : « A »*: the quotation, if no verb stands before its colon."""
    colon = page.text.find(":", mark.end, sentence.end)
    if colon < 0:
        return None
    quotes = page.quotes.between(colon, colon + 4)
    if not quotes or page.text[colon + 1 : quotes[0].start].strip():
        return None
    words = page.words
    span = range(words.token_at(mark.end), words.token_at(colon))
    return None if any(words.pos[i] in ("VERB", "AUX") and finite(page, words.tokens[i]) for i in span) else quotes[0]


def _behind_others(page: Page, offset: int) -> int:
    """*selon X et Y, …*: behind those who say so too."""
    i = page.words.token_at(offset)
    if i + 1 >= page.words.size or page.words.folded[i] != "et":
        return offset
    other = read_phrase(page.words, i + 1)
    return other.end if other is not None and page.text[other.end : other.end + 2].lstrip()[:1] == "," else offset


def _ends_with_relative(page: Page, stop: int) -> bool:
    return page.words.folded[page.words.token_over(stop - 1)] in _RELATIVES


def _quoted_behind(page: Page, stop: int, mark: According) -> Quote | None:
    """The quotation right behind a mark that a verb precedes."""
    nearby = page.quotes.between(mark.end, mark.end + 2)
    verb = page.words.pos[page.words.token_over(stop - 1)] in ("VERB", "AUX")
    return nearby[0] if nearby and verb and not page.text[mark.end : nearby[0].start].strip() else None


def _is_open(page: Page, stop: int) -> bool:
    """Whether the words before a mark end with an auxiliary that waits for its participle."""
    i = page.words.token_over(stop - 1)
    while page.words.pos[i] == "ADV" and i:
        # *Ceci serait cependant, selon X, une légende*
        i -= 1
    if page.words.folded[i] in _AUXILIARIES and page.words.pos[i] != "NOUN":
        return True
    if page.words.folded[i] in _MODALS and page.words.pos[i] in ("VERB", "AUX"):
        # *Paul Durand aurait dû, selon lui, partir*
        return True
    # *aurait, quant à elle, selon X,*
    words = page.words.folded[max(0, i - 4) : i + 1]
    return words[1:4] == [",", "quant", "a"] and words[0] in _AUXILIARIES


def _outweighs(rest: Content | None, size: int) -> bool:
    """Whether the clause behind a mark is what is said: it is longer than the words before, or quoted."""
    return rest is not None and (rest.kind != "indirect" or rest.end - rest.start > size)


def _has_verb(page: Page, start: int, stop: int) -> bool:
    """*Il s'agit, selon eux, du pire bilan*."""
    first, last = page.words.token_at(start), page.words.token_at(stop)
    return any(page.words.pos[i] in ("VERB", "AUX") for i in range(first, last))


def behind_modifier(page: Page, offset: int, end: int) -> int:
    """*selon les chercheurs qui l'ont vu, …*, *selon le centre, situé à Genève, …*: what says more of the source."""
    i = page.words.token_at(offset)
    if i + 2 >= page.words.size:
        return offset
    noun = page.words.noun(i)[0] if page.words.pos[i] == "NOUN" else None
    # *d'après Paul Durand président du comité, …*
    apposed = noun is not None and bool(noun.sorts & {"office", "rank"})
    told = page.words.folded[i] in ("qui", "cite", "citee", "cites", "citees", "citant")
    told = told or apposed or _is_participle(page, i)
    if page.words.folded[i] == ",":
        token = page.words.tokens[i + 1]
        told = page.words.folded[i + 1].rstrip("es") in ("qui", "citant", "cit") or (
            token.pos_ in ("VERB", "ADJ") and token.lower_.endswith(("é", "ée", "és", "ées"))
        )
        told = told or page.words.folded[i + 1 : i + 4] in (["l'", "un", "des"], ["l'", "une", "des"])
        told = told or _is_affiliation(page, i + 1) or page.words.folded[i + 1].rstrip("es") in REACHED
        # *selon Paul Durand, actuellement en exil à Paris, …*
        told = told or (page.words.pos[i + 1] == "ADV" and _is_circumstance(page, i + 2))
        i += 1
    if not told and not _is_circumstance(page, i):
        return offset
    comma = page.text.find(",", page.words.stops[i], end)
    return comma if comma > 0 else offset


def _is_affiliation(page: Page, i: int) -> bool:
    """*selon Paul Durand, de l'université de Lyon, …*: of which body one is, before the next comma."""
    folded = page.words.folded
    if folded[i] not in ("du", "d'") and folded[i : i + 2] not in (["de", "la"], ["de", "l'"]):
        return False
    return _is_circumstance(page, i)


def _is_participle(page: Page, i: int) -> bool:
    """*selon des témoins s'exprimant sur le réseau, …*, *selon un photographe présent sur place, …*."""
    if page.words.folded[i] in ("s'", "se"):
        i += 1
    form = page.words.folded[i]
    return form.rstrip("es") in REACHED or (form.endswith("ant") and page.words.pos[i] in ("VERB", "ADJ"))


def predicate(page: Page, offset: int) -> bool:
    """Whether a finite verb follows at once: *la valeur boursière selon Le Monde a perdu 1 milliard*."""
    i = page.words.token_at(offset)
    if i + 1 >= page.words.size or not finite(page, page.words.tokens[i]):
        return False
    return not infinitive(page, i + 1)


def _is_circumstance(page: Page, i: int) -> bool:
    """*selon un responsable à Bagdad, …*, *selon des témoins sur place, …*: no verb before the comma."""
    if page.words.pos[i] != "ADP":
        return False
    for k in range(i, min(i + 14, page.words.size)):
        if page.words.folded[k] == ",":
            return True
        if page.words.pos[k] in ("VERB", "AUX", "PUNCT"):
            return False
    return False
