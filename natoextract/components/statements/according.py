"""*selon X*, *d'après X*, *de source X*, *comme l'a dit X*, *pour X*: content that no verb of saying governs."""

import re
from collections.abc import Iterator

from natoextract.components.statements.clauses import content_before, speechlike
from natoextract.components.statements.clefts import within
from natoextract.components.statements.contents import Content, read_clause
from natoextract.components.statements.cues import Cue
from natoextract.components.statements.documents import RESUMED, voice
from natoextract.components.statements.endings import clause_end
from natoextract.components.statements.inverted import subject_after
from natoextract.components.statements.page import DOCUMENT, According, Page, Sentence, Subject
from natoextract.components.statements.phrases import Phrase, read_phrase
from natoextract.components.statements.syntax import finite, infinitive
from natoextract.components.statements.vocabulary import phrase_words

_SELON = re.compile(
    r"(?<!\w)(?=[sdap])(?:(?P<according>selon|d'apres|a en croire)"
    r"(?: (?P<pronoun>lui|elle|eux|elles)(?!\w)| (?:de (?=sources?\b))?)"
    r"|(?P<opinion>de l'avis|aux yeux|de l'aveu(?: meme)?|aux dires|au dire) (?:d'|d[eu]s? )"
    r"|(?P<source>de) (?=(?:bonne |meme )?sources?\b)"
    r"|(?P<view>pour) )"
)
# *selon le média X (proche du pouvoir), …*
_ASIDE = re.compile(r"\s*\([^()\n]*\)")
_JOINTS = (" et", " puis", " mais", " car", " tandis que", " alors que")
_PRONOUN = {"lui": "il", "elle": "elle", "eux": "ils", "elles": "elles"}
_JUDGED = re.compile(r" ?, (?:il s'agit|c'est|il n'y a|cela|ce n'est) ")
_LINKS = frozenset({"comme", "que", "qu'"})
_AUXILIARIES = phrase_words("auxiliaries")


def find_according(page: Page) -> dict[int, list[According]]:
    """The marks of each sentence, by its number."""
    marks: dict[int, list[According]] = {}
    for mark in (*_prepositions(page), *_comparisons(page)):
        marks.setdefault(page.sentence_of(page.words.token_over(mark.start)), []).append(mark)
    return marks


def _prepositions(page: Page) -> Iterator[According]:
    for found in _SELON.finditer(page.folded_text):
        if page.quotes.around(found.start()):
            continue
        cue = found.span("according" if found["according"] else found.lastgroup or 0)
        if found["pronoun"]:
            before = page.folded_text[max(0, found.start() - 8) : found.start()].rstrip(" ,")
            if not before.endswith((" que", "qu'")):
                yield According(found.start(), found.end(), _PRONOUN[found["pronoun"]], cue)
            continue
        phrase = source(page, page.words.token_at(found.end()))
        if phrase is None or (found["view"] and not is_view(page, found, phrase)):
            continue
        if found["opinion"] and not _is_aside(page, found.start()):
            # *il s'agit de l'avis du parquet*
            continue
        end = phrase.end if isinstance(phrase, Phrase) else page.words.stop(page.words.token_at(found.end()) + 1)
        if found["source"] and not _is_set_apart(page, found.start(), end):
            continue
        yield According(found.start(), end, phrase, cue)


def _is_aside(page: Page, start: int) -> bool:
    """Whether a mark stands at the head of its sentence or behind a comma or a conjunction."""
    sentence = page.sentences[page.sentence_of(page.words.token_over(start))]
    before = page.folded_text[sentence.start : start].rstrip()
    return not before or before.endswith((",", "(", "-", "–", "—", '"', "»", "”", *_JOINTS, "que"))


def source(page: Page, i: int) -> Subject | None:
    """Who stands behind *selon*: a speaker, or whoever issued a document; a document alone is nobody."""
    if i >= page.words.size:
        return None
    phrase = read_phrase(page.words, i)
    if phrase is not None and "document" in phrase.sorts and "institution" not in phrase.sorts:
        found = voice(page, phrase)
        # *selon le texte*, *selon le document*: a treaty, an agreement
        return found if found != DOCUMENT or phrase.head not in RESUMED else None
    return phrase


def is_view(page: Page, found: re.Match[str], phrase: Subject) -> bool:
    """*Pour la ministre, …*: at the head of a sentence, a person, and a comma behind."""
    i = page.words.token_over(found.start())
    sentence = page.sentences[page.sentence_of(i)]
    if not isinstance(phrase, Phrase) or found.start() != sentence.start:
        return False
    if page.text[phrase.end : phrase.end + 2].lstrip()[:1] != ",":
        return False
    if phrase.kind == "person":
        return True
    if phrase.kind != "institution":
        return False
    # *Pour l'armée, il s'agit d'un accident*
    judged = _JUDGED.match(page.folded_text, phrase.end) is not None
    return judged or bool(page.quotes.between(phrase.end, sentence.end))


def _is_set_apart(page: Page, start: int, end: int) -> bool:
    """*De source militaire, A*, *A, de source militaire*; *a-t-on appris de source militaire* is a cue's own."""
    sentence = page.sentences[page.sentence_of(page.words.token_over(start))]
    before = page.text[sentence.start : start].rstrip()
    if page.text[end : end + 1] not in ",.;\n" or (before and not before.endswith(",")):
        return False
    return not any(c.clitic == "on" for c in page.cues_between(max(sentence.start, start - 40), start))


def _comparisons(page: Page) -> Iterator[According]:
    """*comme l'a annoncé X*, *ainsi que le rappelle X*, *comme X l'avait dit*."""
    folded = page.words.folded
    for cue in page.cues:
        if cue.grade not in ("say", "opinion") or cue.clitic or cue.negated or page.quotes.around(cue.start):
            continue
        if (cleft := within(page, cue)) is not None:
            yield cleft
            continue
        told = cue.first - (folded[cue.first - 1] == "le") if cue.first else 0
        if not told or folded[told] not in ("l'", "le"):
            continue
        link = told - 1
        if folded[link] in _LINKS:
            if folded[link] != "comme" and folded[link - 1 : link] != ["ainsi"]:
                continue
            subject, after = subject_after(page, cue, quoted=False)
            end = page.words.stop(after - 1)
        else:
            named = _between_comme(page, told)
            if named is None:
                continue
            link, subject = named
            end = cue.end
        if subject is not None:
            first = link - (folded[link] != "comme")
            yield According(page.words.offsets[first], end, subject, (cue.start, cue.end))


def _between_comme(page: Page, stop: int) -> tuple[int, Phrase] | None:
    """The *comme* before a subject that ends at a token, and the subject."""
    for i in range(stop - 1, max(0, stop - 14), -1):
        if page.words.folded[i] == "comme":
            phrase = read_phrase(page.words, i + 1)
            return (i, phrase) if phrase is not None and phrase.end == page.words.stop(stop - 1) else None
    return None


def read_according(
    page: Page, sentence: Sentence, mark: According, following: list[Cue | According], floor: int
) -> int:
    """Read the statement that *selon X* attributes, before it or after; the offset up to which the sentence is read.

    *« A », selon X*, *Selon X, A*. `floor` is where the unread part of the sentence begins.
    """
    stop = mark.start
    while stop > floor and page.text[stop - 1] in " \t,:–—-(":
        stop -= 1
    quote = page.quote_ends.get(stop)
    before = page.text[floor:stop]
    # *… sans faire de blessé et, selon X, un autre appareil a été visé*
    joined = quote is None and before.endswith(_JOINTS)
    short = len(before.split()) < 3 and quote is None
    initial = joined or not before.strip(" \t\r\n,;–—-") or short
    apart = initial or "," in page.text[stop : mark.start]
    rest = _rest(page, sentence, mark, following)
    if quote is None and not initial and _is_open(page, stop) and _longer(rest, stop - floor):
        # *L'Afrique du Sud aurait, selon plusieurs sources, envoyé des hommes à X*
        page.add(rest, mark.cue, mark.subject, mark.start)
        return mark.end
    if quote is not None or not initial:
        content = content_before(page, sentence, stop, floor, quote)
        if content is not None and speechlike(page, content, quote):
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


def _says_something(page: Page, rest: Content) -> bool:
    """Whether a clause in which the model sees no verb is one: it is long, or denied (*rien ne presse*)."""
    words = page.folded_text[rest.start : rest.end].split()
    return len(words) > 6 or "ne" in words or any(word.startswith("n'") for word in words)


def _rest(page: Page, sentence: Sentence, mark: According, following: list[Cue | According]) -> Content | None:
    """The clause behind a mark."""
    aside = _ASIDE.match(page.text, mark.end)
    start = behind_modifier(page, aside.end() if aside else mark.end, sentence.end)
    return read_clause(page.text, start, clause_end(page, sentence, start, following), page.quotes)


def _is_open(page: Page, stop: int) -> bool:
    """Whether the words before a mark end with an auxiliary that waits for its participle."""
    i = page.words.token_over(stop - 1)
    if page.words.folded[i] in _AUXILIARIES and page.words.pos[i] != "NOUN":
        return True
    # *aurait, quant à elle, selon X,*
    words = page.words.folded[max(0, i - 4) : i + 1]
    return words[1:4] == [",", "quant", "a"] and words[0] in _AUXILIARIES


def _longer(rest: Content | None, size: int) -> bool:
    return rest is not None and rest.end - rest.start > size


def _has_verb(page: Page, start: int, stop: int) -> bool:
    """*Il s'agit, selon eux, du pire bilan*."""
    first, last = page.words.token_at(start), page.words.token_at(stop)
    return any(page.words.pos[i] in ("VERB", "AUX") for i in range(first, last))


def behind_modifier(page: Page, offset: int, end: int) -> int:
    """*selon les chercheurs qui l'ont vu, …*, *selon le centre, situé à Genève, …*: what says more of the source."""
    i = page.words.token_at(offset)
    if i + 2 >= page.words.size:
        return offset
    told = page.words.folded[i] in ("qui", "cite", "citee", "cites", "citees", "citant")
    if page.words.folded[i] == ",":
        token = page.words.tokens[i + 1]
        told = page.words.folded[i + 1] == "qui" or (
            token.pos_ in ("VERB", "ADJ") and token.lower_.endswith(("é", "ée", "és", "ées"))
        )
        i += 1
    if not told and not _is_circumstance(page, i):
        return offset
    comma = page.text.find(",", page.words.stops[i], end)
    return comma if comma > 0 else offset


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
