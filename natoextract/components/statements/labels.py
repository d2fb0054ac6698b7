"""Noun phrases of which some words are quoted: *a dénoncé une « agression »*, *parle d'un calendrier « réaliste »*."""

import re

from natoextract.components.statements.contents import AFTERWARDS, Content, read_clause
from natoextract.components.statements.cues import Cue
from natoextract.components.statements.endings import clause_end
from natoextract.components.statements.inverted import skip_circumstance
from natoextract.components.statements.page import According, Page, Sentence
from natoextract.components.statements.syntax import DETERMINERS, after_adverbs, finite
from natoextract.components.statements.vocabulary import phrase_words
from natoextract.lexicon import read_toml

#: Where or when somebody speaks.
_WHERE = frozenset({"en", "dans", "sur", "lors", "devant", "pendant", "au"})
# What the subject does besides: *s'inquiète d'un « flou » et aurait préféré …*.
_TURN = re.compile(
    r"[,;:!?]| (?:alors|tandis) qu[e']|(?<!\bM)(?<!\bMM)\."
    r"| et (?:a|ont|avait|avaient|aurai(?:en)?t|s'est|se sont) | en \w+ant "
)
# Asides between a verb and the words it quotes: *évoque, lui, « A »*, *a annoncé, lundi, dans un communiqué, « A »*.
_ASIDES = re.compile(
    r"(?: ?, (?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|hier|dans|sur|lors|au|aux|a|devant|en|par|depuis|via"
    r"|de|pour|quant|lui|elle|eux|elles)\b[^,;:.«»\"]{0,50}){1,3},"
)
# What stands in commas within what is judged.
_WITHIN = re.compile(
    r", (?:apres|lors|depuis|dans|en|pendant|au|a|devant|avant|sur|hier"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\b[^,;:.«»\"]{0,60},(?= (?:de |d'|comme )?$| (?:de |d'|comme ))"
)
_OWN_PART = re.compile(
    r" (?:lui|elles?|eux|pour (?:sa|leur) part|de (?:son|leur) cote|quant a (?:lui|elle|eux)|a (?:son|leur) tour)(?= )"
)
#: Verbs whose object stands behind *sur*.
_ON = frozenset({"alerter", "insister"})
#: In how many characters behind a comma what is judged goes on with further quoted words.
_NEAR = 60
#: Prepositions with which it does: *salue un « élan », face à une crue « sans précédent »*.
_GOES_ON = frozenset({"face", "contre", "dans", "avec", "sans", "de", "d'", "du", "une", "un", "voire", "pour"})
_CLAUSE_ONLY = frozenset(read_toml("speech_verbs")["clause_only"])
_NAMED_BY_QUOTE = phrase_words("named_by_quote")


def label(page: Page, sentence: Sentence, cue: Cue, following: list[Cue | According]) -> tuple[Content, bool] | None:
    """A noun phrase with quoted words: *a dénoncé une « agression »*, *a parlé d'un calendrier « réaliste »*."""
    if cue.grade not in ("label", "opinion", "say") or cue.lemma in _CLAUSE_ONLY:
        return None
    narrated = page.words.folded[cue.first] in ("de", "d'") and cue.first - sentence.first < 3
    if cue.shape == "infinitive" and not narrated:
        # *Et de dénoncer « l'ingérence » du voisin*
        return None
    quotes = page.quotes.between(cue.end, sentence.end)
    if not quotes:
        return None
    quote = quotes[0]
    if any(isinstance(mark, Cue) and cue.end <= mark.start < quote.start for mark in following):
        # *a condamné les violences, qualifiant de « brutes » les soldats*: the next one's words
        return None
    first, last = cue.last, page.words.token_at(quote.start)
    aside = _ASIDES.match(page.folded_text, cue.end) or _OWN_PART.match(page.folded_text, cue.end)
    if aside is not None and aside.end() < quote.start:
        # *évoquent, pour leur part, « A »*, *parle, elle, de « A »*
        first = page.words.token_at(aside.end())
    between = page.words.tokens.between(first, last)
    judged = first < last and cue.grade != "say"
    within = _WITHIN.search(page.folded_text, page.words.offsets[first], quote.start) if judged else None
    if within is not None:
        # *a qualifié la situation, après neuf jours de grève, de « délicate »*
        inside = range(page.words.token_at(within.start()), page.words.token_at(within.end()))
        between = [t for t in between if t.i not in inside]
    reach = 22 if len(page.text[quote.inner : quote.outer].split()) > 3 else 14
    if last - first > reach or any(t.text in ",;:.(" for t in between):
        return None
    if any(
        (t.pos_ in ("VERB", "AUX") and finite(page, t))
        or page.words.folded[t.i] in ("qui", "que", "qu'", "dont", "pour", "lors", "pendant")
        for t in between
    ):
        return None
    if any(t.lower_.endswith("ant") and page.words.folded[t.i - 1] == "en" for t in between):
        # *l'ont confirmé en demandant de répondre « oui »*
        return None
    inner = page.text[quote.inner : quote.outer]
    if last > first and page.words.folded[last - 1] in _NAMED_BY_QUOTE and not _is_phrase(page, last - 1, inner):
        return None
    if cue.grade == "say" and len(inner.split()) < 4 and inner.split()[-1:] != [inner] and last - first < 2:
        # *a créé une "zone de sécurité"*
        return None
    if inner[:1].isupper() and len(inner.split()) < 6:
        return None
    if page.words.folded[last - 2 : last] in (["de", "la"], ["de", "l'"]) and last - first > 3 and inner.isalpha():
        # *considère la ville comme le coeur de la « charia »*: one word is no judgement
        return None
    if page.folded_text.startswith(" par ", quote.end) and page.words.folded[first] in ("comme", "de", "d'"):
        # *un homme décrit comme « dangereux » par le juge*
        return None
    start = after_adverbs(page, first)
    if cue.lemma == "voir":
        # *voit dans ce report un « aveu »*
        start = last
        while start > first and page.words.pos[start - 1] in ("ADJ", "DET"):
            start -= 1
    elif start < last and page.words.folded[start] == "a" and "hommage" in page.words.folded[cue.first : cue.last]:
        # *a rendu hommage à un homme « courageux »*
        start += 1
    elif start < last and page.words.folded[start] == "sur" and cue.lemma in _ON:
        # *alerte sur une situation « critique »*
        start += 1
    elif start < last and page.words.folded[start] in ("a", "au", "aux", "dans", "lors", "devant", "sur"):
        # *a confirmé à la presse les premiers départs « prévus »*
        behind = skip_circumstance(page, start, last)
        if behind >= last or page.words.folded[behind] in DETERMINERS or page.words.folded[behind] == "de":
            # *déclare à la police « A »*
            start = min(behind, last)
    if start < last and page.words.folded[start] in _WHERE and len(inner.split()) > 4:
        # *a dit en conférence de presse « A »*
        start = last
    if start < last and page.words.folded[start] in ("de", "d'", "a", "comme", "contre"):
        start += 1
    if cue.lemma in ("confirmer", "rappeler") and page.words.folded[start] in ("son", "sa", "ses", "leur"):
        # *a confirmé son statut de « favori »*
        return None
    begin = page.words.offsets[start] if start < last else quote.start
    if quote.start < begin:
        begin = quote.start
    end = clause_end(page, sentence, quote.end, following)
    comma = _TURN.search(page.text, quote.end, max(end, quote.end))
    if comma:
        end = comma.start()
        # *de moment « historique », « attendu par des générations »*
        while further := page.quotes.between(end + 1, end + _NEAR):
            gap = page.text[end : further[0].start]
            if gap.strip(" \n") != "," and (gap[0] != "," or not _goes_on(page, end, further[0].start)):
                break
            end = further[0].end
    if cue.last - cue.first > 1 and (joint := _joined(page, quote.end, end)) is not None:
        end = joint
    after = AFTERWARDS.match(page.folded_text, quote.end, end)
    if after is not None and not page.quotes.between(quote.end, end):
        # *a parlé d'une « avancée » à l'issue de la réunion*
        end = quote.end
    content = read_clause(page.text, begin, max(end, quote.end), page.quotes)
    return (content, True) if content else None


def _goes_on(page: Page, comma: int, stop: int) -> bool:
    """*salue un « élan », face à une crue « sans précédent »*: no verb before the next quoted words."""
    words = page.words
    first, last = words.token_at(comma) + 1, words.token_at(stop)
    if first >= last or words.folded[first] not in _GOES_ON:
        return False
    return not any(
        words.pos[i] in ("VERB", "AUX", "PUNCT") or words.folded[i] in ("qui", "que", "qu'", "dont", "et")
        for i in range(first, last)
    )


def _joined(page: Page, start: int, end: int) -> int | None:
    """*a exprimé sa « tristesse » et présenté ses condoléances*: where what the subject does besides begins."""
    words = page.words
    for i in range(words.token_at(start), min(words.token_at(end), words.size - 1)):
        if words.folded[i] == "et" and words.pos[i + 1] == "VERB" and words.forms[i + 1].endswith(("é", "i", "u")):
            return words.offsets[i] - 1 if page.quotes.around(words.offsets[i]) is None else None
    return None


def _is_phrase(page: Page, i: int, inner: str) -> bool:
    """*juge les voeux du groupe « plus fous que jamais »*: whether the words behind a body are no name of it."""
    noun = page.words.noun(i)[0]
    return noun is not None and "institution" in noun.sorts and inner[:1].islower() and len(inner.split()) > 2
