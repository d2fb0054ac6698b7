"""*selon X*, *d'après X*, *de l'avis de X*, *pour X*: content without a verb of saying."""

import re

from natoextract.components.statements.clauses import content_before, speechlike
from natoextract.components.statements.contents import read_clause
from natoextract.components.statements.cues import Cue
from natoextract.components.statements.documents import issuer
from natoextract.components.statements.endings import clause_end
from natoextract.components.statements.page import According, Page, Sentence
from natoextract.components.statements.phrases import Phrase, read_phrase
from natoextract.components.statements.syntax import finite, infinitive

_SELON = re.compile(
    r"(?<!\w)(?:(?P<according>selon|d'apres)(?: (?P<pronoun>lui|elle|eux|elles)(?!\w)| )"
    r"|(?P<view>pour|de l'avis d[eu]s?|aux yeux d[eu]s?) )"
)
# *selon le média X (proche du pouvoir), …*
_ASIDE = re.compile(r"\s*\([^()\n]*\)")
_JOINTS = (" et", " mais", " car", " tandis que", " alors que")
_PRONOUN = {"lui": "il", "elle": "elle", "eux": "ils", "elles": "elles"}


def find_according(page: Page) -> dict[int, list[According]]:
    spans: dict[int, list[According]] = {}
    for found in _SELON.finditer(page.folded_text):
        if page.quotes.around(found.start()):
            continue
        i = page.words.token_over(found.start())
        before = page.folded_text[max(0, found.start() - 8) : found.start()].rstrip(" ,")
        if found["pronoun"] and before.endswith((" que", "qu'")):
            continue
        index = page.sentence_of(i)
        if found["pronoun"]:
            stop = found.end()
            spans.setdefault(index, []).append(
                According(
                    found.start(),
                    stop,
                    _PRONOUN[found["pronoun"]],
                    "according",
                )
            )
            continue
        phrase = source(page, page.words.token_at(found.end()))
        if phrase is None:
            continue
        kind = "view" if found["view"] else "according"
        if kind == "view" and not is_view(page, found, phrase):
            continue
        spans.setdefault(index, []).append(According(found.start(), phrase.end, phrase, kind))
    return spans


def source(page: Page, i: int) -> Phrase | None:
    """Who stands behind *selon*: a speaker, or whoever issued a document; a document alone is nobody."""
    if i >= len(page.words.tokens):
        return None
    phrase = read_phrase(page.words, i)
    if phrase is not None and "document" in phrase.sorts and "institution" not in phrase.sorts:
        return issuer(page, phrase)
    return phrase


def is_view(page: Page, found: re.Match[str], phrase: Phrase) -> bool:
    """*Pour la ministre, …*: at the head of a sentence, a person, and a comma behind."""
    if found["view"] != "pour":
        return True
    i = page.words.token_over(found.start())
    sentence = page.sentences[page.sentence_of(i)]
    if found.start() != sentence.start or page.text[phrase.end : phrase.end + 2].lstrip()[:1] != ",":
        return False
    if phrase.kind == "person":
        return True
    return bool(page.quotes.between(phrase.end, sentence.end)) and phrase.kind == "institution"


def read_according(
    page: Page, sentence: Sentence, mark: According, following: list[Cue | According], floor: int
) -> int:
    cue = (mark.start, mark.start + len(re.match(r"\S+", page.text[mark.start :])[0]))  # type: ignore[index]
    if mark.kind == "view" and page.folded_text.startswith(("de l'avis", "aux yeux"), mark.start):
        cue = (
            mark.start,
            mark.start + (len("de l'avis") if page.text[mark.start].lower() == "d" else len("aux yeux")),
        )
    stop = mark.start
    while stop > floor and page.text[stop - 1] in " \t,–—-(":
        stop -= 1
    quote = page.quote_ends.get(stop)
    before = page.text[floor:stop]
    # *… sans faire de blessé et, selon X, un autre appareil a été visé*
    joined = quote is None and before.endswith(_JOINTS)
    initial = joined or not before.strip(" \t\r\n,;–—-") or (len(before.split()) < 3 and quote is None)
    apart = initial or "," in page.text[stop : mark.start]
    if quote is not None or not initial:
        content = content_before(page, sentence, stop, floor, quote)
        if content is not None and speechlike(page, content, quote):
            page.add(content, cue, mark.subject, mark.start)
            return mark.end
    if not apart and not predicate(page, mark.end):
        # *une réforme destinée selon le groupe à …*
        return floor
    aside = _ASIDE.match(page.text, mark.end)
    start = behind_modifier(page, aside.end() if aside else mark.end, sentence.end)
    rest = read_clause(page.text, start, clause_end(page, sentence, start, following), page.quotes)
    if rest is not None and speechlike(page, rest, page.quotes.around(rest.start)):
        page.add(rest, cue, mark.subject, mark.start)
    return mark.end


def behind_modifier(page: Page, offset: int, end: int) -> int:
    """*selon les chercheurs qui l'ont vu, …*, *selon le centre, situé à Genève, …*: what says more of the source."""
    i = page.words.token_at(offset)
    if i + 2 >= len(page.words.tokens):
        return offset
    told = page.words.folded[i] == "qui"
    if page.words.folded[i] == ",":
        token = page.words.tokens[i + 1]
        told = token.pos_ in ("VERB", "ADJ") and token.lower_.endswith(("é", "ée", "és", "ées"))
    if not told:
        return offset
    comma = page.text.find(",", page.words.stops[i], end)
    return comma if comma > 0 else offset


def predicate(page: Page, offset: int) -> bool:
    """Whether a finite verb follows at once: *la valeur boursière selon Le Monde a perdu 1 milliard*."""
    i = page.words.token_at(offset)
    if i + 1 >= len(page.words.tokens) or not finite(page, page.words.tokens[i]):
        return False
    return not infinitive(page, i + 1)
