"""Speech in the passive, told by its agent: *qualifié de « A » par X*, *il a été révélé par X que A*."""

import re

from natoextract.components.statements.contents import direct, read_clause
from natoextract.components.statements.endings import clause_end
from natoextract.components.statements.page import Page
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.quotes import Quote
from natoextract.components.statements.vocabulary import phrase_words, speech_verbs

#: Participles that tell how somebody sees a thing: *qualifié de*, *jugé*; of the others only behind *comme*.
_SEEN = phrase_words("seen")
_COMPARED = phrase_words("seen_as")
_PARTICIPLE = re.compile(r"(?:é|[uit])e?s?\Z")
# *de*, *comme une*, *plus que*: what may stand between a participle and the words it quotes.
_LINK = re.compile(r"(?:comme (?:etant )?)?(?:d'|de |du |des )?(?:une? |la |le |l'|les )?\Z")
_BY = re.compile(r"(?:,? (?:mardi|lundi|mercredi|jeudi|vendredi|samedi|dimanche|hier))? (?:a la fois )?par ")
# *il a été révélé*, *il avait été indiqué*
_TOLD = re.compile(r"\bil (?P<cue>(?:a|avait|aurait) (?:egalement |aussi |enfin |deja |ensuite )?ete (?P<verb>\w+e))\b")
_SIDED = re.compile(r"(?:[ai]bles?|eux|euses?|ifs?|ives?|iques?|cides?|ants?|antes?)\Z")
#: How many words may stand between a participle and its quotation, its agent told between.
_REACH = 14


def read_agents(page: Page) -> None:
    """Every clause and every quotation that no statement has taken, in a passive with its agent."""
    for told in _TOLD.finditer(page.folded_text):
        _read_told(page, told)
    for quote in page.quotes.outermost:
        if page.overlaps(quote.start, quote.end) or _is_name(page, quote):
            continue
        found = _agent_behind(page, quote) or _agent_before(page, quote)
        if found is not None:
            cue, who = found
            page.add(direct(quote), cue, who, quote.start)


def _is_name(page: Page, quote: Quote) -> bool:
    """*des salariés qualifiés de « partenaires » par le groupe*: one noun is a word, not what somebody said."""
    first = page.words.token_at(quote.inner)
    alone = page.words.stops[first] >= quote.outer
    return alone and page.words.pos[first] not in ("ADJ", "VERB") and _SIDED.search(page.words.folded[first]) is None


def _read_told(page: Page, told: re.Match[str]) -> None:
    """*il a été révélé par X que A*, *il a été annoncé mardi par le ministre que A*."""
    lemma = page.text[told.start("verb") : told.end() - 1] + "er"
    if speech_verbs().get(lemma) != "say" or page.quotes.around(told.start()) is not None:
        return
    by = _BY.match(page.folded_text, told.end())
    who = _speaker(page, by.end()) if by is not None else None
    if who is None:
        return
    i = page.words.token_at(max(who.end, (who.role_span or (0, 0))[1]))
    while i < page.words.size and i in page.words.dated:
        i += 1
    if page.words.folded[i : i + 1] not in (["que"], ["qu'"]):
        return
    sentence = page.sentences[page.sentence_of(i)]
    start = page.words.stops[i]
    following = page.cues_between(start, sentence.end)
    content = read_clause(page.text, start, clause_end(page, sentence, start, [*following]), page.quotes)
    page.add(content, told.span("cue"), who, told.start())


def _agent_behind(page: Page, quote: Quote) -> tuple[tuple[int, int], Phrase] | None:
    """*qualifié de « A » par X*, *décrit comme « A » par X*."""
    by = _BY.match(page.folded_text, quote.end)
    if by is None or (who := _speaker(page, by.end())) is None:
        return None
    last = page.words.token_over(quote.start - 1)
    for i in range(last, max(last - 4, -1), -1):
        if (seen := _seen(page, i, page.folded_text[page.words.stops[i] : quote.start].lstrip())) is not None:
            return seen, who
    return None


def _agent_before(page: Page, quote: Quote) -> tuple[tuple[int, int], Phrase] | None:
    """*qualifié par X de « A »*, *jugée par X « A »*."""
    last = page.words.token_over(quote.start - 1)
    for i in range(last, max(last - _REACH, 0), -1):
        if page.words.folded[i] != "par" or i == 0:
            continue
        who = _speaker(page, page.words.stops[i] + 1)
        if who is None:
            return None
        end = max(who.end, (who.role_span or (0, 0))[1])
        seen = _seen(page, i - 1, page.folded_text[end : quote.start].lstrip(" ,"))
        return (seen, who) if seen is not None else None
    return None


def _seen(page: Page, i: int, link: str) -> tuple[int, int] | None:
    """The participle at a token, where its link to the quotation is one of a judgement."""
    form = page.words.folded[i].removesuffix("s")
    # *juge* is no participle
    if not _PARTICIPLE.search(page.words.forms[i]) or not _LINK.match(link):
        return None
    judged = {form, form.removesuffix("e")}
    if _SEEN.isdisjoint(judged) and (_COMPARED.isdisjoint(judged) or not link.startswith("comme ")):
        return None
    return page.words.offsets[i], page.words.stops[i]


def _speaker(page: Page, offset: int) -> Phrase | None:
    who = read_phrase(page.words, page.words.token_at(offset))
    if who is None or "document" in who.sorts or not (who.sorts or who.name or who.codes):
        return None
    return who
