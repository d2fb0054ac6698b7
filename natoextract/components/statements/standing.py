"""Quotations without a cue of their own: *X : « A »*, and *"A", a affirmé X. "B."*, *« A » (X)* in a headline."""

import re
from dataclasses import replace
from itertools import pairwise

from natoextract.components.statements.contents import direct, read_clause
from natoextract.components.statements.page import Attribution, Page, Sentence, Subject
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.quotes import Quote
from natoextract.components.statements.subjects import subject_before
from natoextract.components.statements.topics import sentence_subject

# Between two quotations of one speaker.
_JOINT = re.compile(r"[ .,]*")
_THESE_WORDS = re.compile(
    r"[ .]*\s*(?:c'est )?(?:avec|par|sur|en) (?:ces|cette|ce) (?:quelques |seuls? |petite |simple |seule )?"
    r"(?:mots?|phrase|paroles|formule|message|declaration)(?:-la)?,? (?:que )?"
)
# *« A. » C'est, en résumé, l'appel lancé par X*, *Tel est le message adressé par X*
_THEIR_APPEAL = re.compile(
    r"(?:[ .,:;–—-]*\s*(?:c'est|ce sont|tel(?:le)?s? (?:est|sont|a ete|etait))[ ,][^.«\"]{0,30}?"
    # *« A » : le mot est de X*
    r"| ?[:,] (?=(?:le mot|l'expression|la formule) est d)"
    # *« A » : le cri d'alarme de X*, *« A ». Une assurance du ministre*
    r"| ?[:,] |[ .]*\s*(?=une? (?:assurance|avertissement|promesse|affirmation|reponse|mise en garde|confidence) d))"
    r"(?:(?:le mot|l'expression|la formule) est|l'(?:appel|avertissement|explication)"
    r"|une? (?:assurance|avertissement|promesse|affirmation|confidence)"
    r"|(?:l[ea]s?|une?) (?:\w+ )?"
    r"(?:message|mot|cri|coup de gueule|reaction|mise en garde|constat|conviction|reponse)s?)"
    r"(?: d'alarme)? "
    r"(?:(?:lance|adresse|formule|delivre|tenu|livre|exprime|dresse|faite?|donne)e?s? )?"
    r"(?:(?:[^.«\",]{0,30} )?par |(?=d[eu] |d'|des ))"
)
#: Words with which a further quotation may open its sentence: *Mais « B ».*
_GOING_ON = frozenset(
    (
        "mais",
        "et",
        "car",
        "or",
        "puis",
        "donc",
        "de plus,",
        "en outre,",
        "mieux,",
        "dès lors,",
        "ainsi,",
        "aussi,",
        "enfin,",
    )
)
# A line that ends with a few words in brackets.
_IN_BRACKETS = r"(?P<said>(?:[^\n.!?…]|[.!?…](?! )){12,160}?) ?\((?P<who>[^()\n\d]{3,50})\)[ \t]*$"
_BRACKETED = re.compile("^" + _IN_BRACKETS, re.MULTILINE)
_FIRST = re.compile(_IN_BRACKETS, re.MULTILINE)


def free(page: Page, quote: Quote) -> bool:
    """Whether no statement has taken any of a quotation."""
    return not page.overlaps(quote.start, quote.end)


def read_headlines(page: Page) -> None:
    """*« Rien ne presse » (Durand)*, *Mali: dix soldats tués (armée)*: the speaker in brackets ends the line."""
    head = page.sentences[0].start if page.sentences else 0
    # a header may stand before the title on its line: *date 2018-05 Rien ne presse (Durand)*
    first = _FIRST.match(page.text, head)
    for found in (*([first] if first else []), *_BRACKETED.finditer(page.text, head + 1)):
        phrase = read_phrase(page.words, page.words.token_at(found.start("who")))
        if phrase is None or phrase.end != found.end("who") or "document" in phrase.sorts:
            continue
        quote = page.quote_ends.get(found.end("said"))
        if quote is not None and len(page.text[quote.inner : quote.outer].split()) > 3 and free(page, quote):
            page.add(direct(quote), None, phrase, found.start("who"))
        elif (phrase.sorts or phrase.kind == "person") and found.start() == head:
            page.add(
                read_clause(page.text, *found.span("said"), page.quotes, whole=True), None, phrase, found.start("who")
            )


def read_standing_quotes(page: Page) -> None:
    """*"A", a affirmé X. "B."*: a quotation that is a sentence of its own goes on with the speaker before it."""
    read_forerunners(page)
    for quote in page.quotes.outermost:
        if not _stands_alone(page, quote):
            if free(page, quote) and (author := commented(page, quote)) is not None:
                # *« A », c'est en ces termes que X …*, *« A » : c'est l'appel lancé par X*
                page.add(direct(quote), None, author, quote.start)
            continue
        index = page.sentence_of(page.words.token_over(quote.start))
        if (author := commented(page, quote)) is not None:
            page.add(direct(quote), None, author, quote.start)
            continue
        if (introduced := introduction(page, quote, index)) is not None:
            page.add(direct(quote), *introduced, quote.start)
            continue
        previous = statement_before(page, quote, index)
        if (topic := _told_of(page, quote, index)) is not None:
            page.add(direct(quote), None, topic, quote.start)
        elif (newcomer := _told_next(page, quote, heard=previous is not None)) is not None:
            page.add(direct(quote), None, newcomer, quote.start)
        elif previous is not None:
            page.add(direct(quote), previous.cue, previous.subject, quote.start)
        elif (witness := _testifies(page, quote, index)) is not None:
            page.add(direct(quote), None, witness, quote.start)


def _stands_alone(page: Page, quote: Quote) -> bool:
    """Whether a quotation that no statement has taken is a sentence of its own, and no subheading."""
    if not free(page, quote):
        return False
    sentence = page.sentences[page.sentence_of(page.words.token_over(quote.start))]
    before = page.text[sentence.start : quote.start].strip(" \t\r\n–—-")
    if before and not (before.endswith((".", "!", "?")) and page.text[quote.inner] in "[("):
        # a sentence is seldom cut before *« […]*
        # *Il affirme que « A ». Mais « B ».*
        joined = before.lower() in _GOING_ON and not page.text[quote.end : sentence.end].strip(" .\r\n")
        return joined and len(page.text[quote.inner : quote.outer].split()) > 3
    inner = page.text[quote.inner : quote.outer]
    line = page.text.rfind("\n", 0, quote.start) + 1
    heads = not page.text[line : quote.start].strip() and page.text[quote.end : quote.end + 2].strip(" ")[:1] in (
        "\n",
        "\r",
    )
    if line and heads and len(inner.split()) < 7:
        # *« Un mouvement de masse ! »* alone on its line
        return False
    if len(inner.split()) < 3 or not (inner[0].isupper() or inner[0] in "([.…0123456789"):
        return False
    after = page.text[quote.end : quote.end + 2].lstrip(" \t")[:1]
    if after and after not in ".\r\n" and inner[-1] not in ".!?…":
        return False
    return inner[-1] in ".!?…" or after not in ("", "\r", "\n") or len(inner.split()) > 8


def read_forerunners(page: Page) -> None:
    """*« A ». « B », a confié X*: a quotation that no speech precedes is whose the next one is."""
    told = {f.content.start: f for f in page.attributions if f.cue and f.cue[0] >= f.content.end}
    quotes = page.quotes.outermost
    for quote, following in reversed(list(pairwise(quotes))):
        behind = told.get(following.inner)
        if (
            behind is None
            or not _stands_alone(page, quote)
            or not _JOINT.fullmatch(page.text, quote.end, following.start)
        ):
            continue
        line = page.text.rfind("\n", 0, quote.start) + 1
        before = page.told_before(quote.start)
        if before is not None and before[1] > line:
            here, there = (page.sentence_of(page.words.token_over(p)) for p in (quote.start, before[1] - 1))
            if here - there < 2:
                # it goes on with who spoke before
                continue
        if page.add(direct(quote), behind.cue, behind.subject, behind.position):
            told[quote.inner] = behind


def commented(page: Page, quote: Quote) -> Phrase | None:
    """*« A. » Avec cette phrase, X a clos le débat*: whoever the next sentence says it of."""
    found = _THESE_WORDS.match(page.folded_text, quote.end) or _THEIR_APPEAL.match(page.folded_text, quote.end)
    if found is None:
        return None
    sentence = page.sentences[page.sentence_of(page.words.token_over(found.end() - 1))]
    ahead = page.words.token_at(found.end())
    if page.words.folded[ahead] in ("de", "du", "des", "d'"):
        whose = read_phrase(page.words, ahead + 1)
        return whose if whose is not None and "document" not in whose.sorts else None
    topic = sentence_subject(page, replace(sentence, first=page.words.token_at(found.end())), sentence.last)
    return topic if isinstance(topic, Phrase) and "document" not in topic.sorts else None


def introduction(page: Page, quote: Quote, index: int) -> tuple[tuple[int, int], Subject] | None:
    """*Le ministre s'est félicité de l'accord. « C'est un grand jour. »*: speech that was told of before."""
    if index == 0 or len(page.text[quote.inner : quote.outer].split()) < 8:
        return None
    before = page.sentences[index - 1]
    if _reports(page, before):
        return None
    cues = [c for c in page.cues_between(before.start, before.end) if c.shape == "finite" and not c.negated]
    if not cues or cues[-1].unreal or page.quotes.around(cues[-1].start) is not None:
        return None
    subject = subject_before(page, before, cues[-1], None, quoted=False)
    if subject in ("il", "elle") or (isinstance(subject, Phrase) and subject.kind == "person"):
        return (cues[-1].start, cues[-1].end), subject
    return None


def _reports(page: Page, sentence: Sentence) -> bool:
    """Whether a statement ends, or is attributed, in a sentence."""
    found = page.told_before(sentence.end)
    return found is not None and found[1] >= sentence.start


def _told_of(page: Page, quote: Quote, index: int) -> Phrase | None:
    """*« A », a dit X. Y, de son côté, a félicité X. « B. »*: whom the sentence before tells of, where others spoke."""
    if index == 0 or len(page.text[quote.inner : quote.outer].split()) < 8 or page.told_before(quote.start) is None:
        return None
    before = page.sentences[index - 1]
    if _reports(page, before):
        return None
    if page.quotes.between(before.start, before.end):
        return None
    topic = sentence_subject(page, before, before.last)
    return topic if isinstance(topic, Phrase) and topic.name is not None and topic.kind == "person" else None


def _testifies(page: Page, quote: Quote, index: int) -> Subject | None:
    """*Amina vit sous une tente. Elle a tout perdu. « A. B. »*: of whom the paragraph before tells."""
    if index == 0 or len(page.text[quote.inner : quote.outer].split()) < 8 or page.text[quote.outer - 1] not in ".!?…":
        return None
    before = page.sentences[index - 1]
    if page.quotes.between(before.start, before.end) or "\n" not in page.text[before.end - 1 : quote.start]:
        return None
    topic = sentence_subject(page, before, before.last)
    if isinstance(topic, Phrase):
        return topic if topic.name is not None and topic.kind == "person" else None
    return topic if topic in ("il", "elle") else None


def _told_next(page: Page, quote: Quote, *, heard: bool) -> Phrase | None:
    """*« A. » Joëlle Martin a trouvé refuge à l'école*: who is told of next; where others were `heard`, who is new."""
    if (
        page.text[page.text.rfind("\n", 0, quote.start) + 1 : quote.start].strip()
        or not page.text[quote.end : quote.end + 2].strip()
    ):
        return None
    i = page.words.token_at(quote.end)
    if page.words.forms[i : i + 1] == ["."]:
        # *« A ». Paul Durand est sonné.*
        i += 1
    sentence = page.sentences[page.sentence_of(i)] if i < page.words.size else None
    if sentence is None or "\n" in page.text[quote.end : page.words.offsets[i]] or page.words.forms[i] in ",;:-–—(":
        return None
    topic = sentence_subject(page, replace(sentence, first=i), sentence.last)
    if not isinstance(topic, Phrase) or topic.kind == "institution" or topic.determiner == "demonstrative":
        return None
    if not heard:
        return topic if topic.name is not None or topic.plural else None
    new = topic.name is not None and page.words.first_told.get(topic.name.last, 0) > quote.start
    speaks = any(c.shape == "finite" and not c.negated for c in page.cues_between(quote.end, sentence.end))
    return topic if new and speaks else None


def statement_before(page: Page, quote: Quote, index: int) -> Attribution | None:
    """The statement told in the sentence before, its speaker unchanged."""
    found = page.told_before(quote.start)
    if found is None:
        return None
    last, reach = found
    told = page.sentence_of(page.words.token_over(reach))
    return last if 0 <= index - told <= 2 else None
