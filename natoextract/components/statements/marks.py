"""Where *selon X*, *d'après X*, *de source X*, *comme l'a dit X*, *pour X* stand: marks of content without a verb."""

import re
from collections.abc import Iterator
from dataclasses import replace

from natoextract.components.statements.antecedents import antecedent
from natoextract.components.statements.clefts import added, within
from natoextract.components.statements.cues import Cue
from natoextract.components.statements.documents import RESUMED, voice
from natoextract.components.statements.inverted import skip_circumstance, subject_after
from natoextract.components.statements.page import DOCUMENT, OWN, According, Page, Subject
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import quoted_name, read_phrase
from natoextract.components.statements.syntax import finite
from natoextract.components.statements.views import is_view, signs
from natoextract.components.statements.vocabulary import phrase_words

_SELON = re.compile(
    r"(?<!\w)(?=[sdap])(?:(?P<last>a (?:l'|les )en croire)(?=,| ,)"
    r"|(?P<according>selon|d'apres|a en croire|si (?:l')?on en croit|s'il faut en croire)"
    r"(?: (?P<pronoun>lui|elles?|eux|cel(?:ui|le)-ci|ce(?:ux|lles)-ci)(?![\w-])| (?:de (?=sources?\b))?)"
    r"|(?P<opinion>de l'avis|aux yeux|de l'aveu(?: meme)?|aux dires|au dire|sous la plume) (?:d'|d[eu]s? )"
    r"|(?P<source>de) (?=(?:bonne |meme )?sources?\b)"
    r"|(?P<view>pour)(?: (?P<viewer>lui|elle|eux|elles)(?=,| ,)| ))"
)
#: How many characters a name before a quotation may have.
_NEAR = 40
#: What a clause begins with, and no name.
_CLAUSES = frozenset({"le", "la", "les", "l'", "il", "ce", "c'", "cette", "ces", "rien", "un", "une"})
#: What somebody said, told by *ses*.
_UTTERED = phrase_words("uttered")
#: *selon les informations que X a confiées*
_TOLD = phrase_words("told_things")
_NAMED = re.compile(r"\b(?:nomme|baptise|appele|adapte|inspire|realise|dessine|ecrit|peint|tourne)e?s? $")
_CUES = ("last", "according", "opinion", "source", "view")
_DEFINITE = phrase_words("definite")
JOINTS = (" et", " puis", " mais", " car", " tandis que", " alors que", " même si")
_PRONOUN = {
    "lui": "il",
    "elle": "elle",
    "eux": "ils",
    "elles": "elles",
    "celui-ci": "celui-ci",
    "celle-ci": "celle-ci",
    "ceux-ci": "ils",
    "celles-ci": "elles",
}
_LINKS = frozenset({"comme", "que", "qu'"})
_REACH = 14
#: *selon qui*, *selon lequel*
WHOM = frozenset({"qui", "lequel", "laquelle", "lesquels", "lesquelles"})


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
        cue = next(found.span(group) for group in _CUES if found[group])
        if found["last"]:
            yield According(found.start(), found.end(), OWN, cue)
            continue
        if pronoun := found["pronoun"] or found["viewer"]:
            told = _PRONOUN[pronoun]
            if (
                is_view(page, found.start(), found.end(), told)
                if found["viewer"]
                else not _goes_on(page, found.start())
            ):
                yield According(found.start(), found.end(), told, cue)
            continue
        if _behind_que(page, found.start()):
            continue
        ahead = page.words.token_at(found.end())
        whose = found["according"] or (found["view"] and page.text[: found.start()].endswith(", "))
        if whose and ahead < page.words.size and page.words.folded[ahead] in WHOM:
            told_by = _antecedent(page, found.start())
            if told_by is not None and (found["according"] or _is_opinion(page, ahead + 1, told_by)):
                yield According(found.start(), page.words.stop(ahead), told_by, cue)
            continue
        phrase = source(page, ahead)
        if phrase is None:
            continue
        if isinstance(phrase, Phrase):
            phrase = _without_subject(page, phrase)
        if found["view"] and not (
            is_view(page, found.start(), found.end(), phrase) or signs(page, found.start(), phrase)
        ):
            continue
        if found["according"] == "d'apres" and _NAMED.search(
            page.folded_text, max(0, found.start() - 24), found.start()
        ):
            # *un projet nommé d'après son auteur*
            continue
        if found["opinion"] and not _is_aside(page, found.start()):
            # *il s'agit de l'avis du parquet*
            continue
        end = (
            _past_marks(page, phrase.end)
            if isinstance(phrase, Phrase)
            else page.words.stop(page.words.token_at(found.end()) + 1)
        )
        if found["source"] and not _is_set_apart(page, found.start(), end):
            continue
        yield According(found.start(), end, phrase, cue)


def _antecedent(page: Page, start: int) -> Phrase | None:
    """*a réagi X, selon qui A*: who stands before the relative clause; *la règle selon laquelle* is nobody."""
    i = page.words.token_over(start)
    phrase = antecedent(page, page.sentences[page.sentence_of(i)], i, quoted=False)
    return phrase if phrase is not None and (phrase.sorts or phrase.name or phrase.codes) else None


def _is_opinion(page: Page, i: int, who: Phrase) -> bool:
    """*X, pour qui la réforme doit attendre*, *pour qui « A »*; *X, pour qui Paul a tout quitté* tells of X."""
    if i + 2 >= page.words.size or (who.name is None and "office" not in who.sorts):
        return False
    sentence = page.sentences[page.sentence_of(i)]
    inside = page.quotes.between(page.words.offsets[i], sentence.end)
    if inside and inside[0].start - page.words.offsets[i] < _NEAR and page.words.forms[i][:1].isupper():
        # *pour qui Téhéran « n'acceptera aucune caméra »*
        return True
    form = page.words.folded[i]
    clause = form in _CLAUSES and page.words.pos[i] in ("DET", "PRON", "ADV")
    return clause or page.text[page.words.offsets[i]] in '«“"'


def _behind_que(page: Page, start: int) -> bool:
    """*X affirme que, selon Y, …*: what is said there X says."""
    before = page.folded_text[max(0, start - 16) : start].rstrip(" ,")
    # *« A », a dit X, tandis que, selon Y, B*: Y alone says B
    return before.endswith((" que", "qu'")) and not before.endswith((" tandis que", " alors que"))


def _goes_on(page: Page, start: int) -> bool:
    """*a expliqué que A, même si, selon lui, B*: inside what a verb of saying introduces, *lui* is its subject."""
    if _behind_que(page, start):
        return True
    sentence = page.sentences[page.sentence_of(page.words.token_over(start))]
    cues = page.cues_between(sentence.start, start)
    return any(
        cue.grade in ("say", "opinion") and not cue.negated and page.words.folded[cue.last] in ("que", "qu'")
        for cue in cues
        if page.quotes.around(cue.start) is None and cue.last < page.words.size
    )


def _is_aside(page: Page, start: int) -> bool:
    """Whether a mark stands at the head of its sentence or behind a comma or a conjunction."""
    sentence = page.sentences[page.sentence_of(page.words.token_over(start))]
    before = page.folded_text[sentence.start : start].rstrip()
    return (
        not before
        or before in ("toujours", "encore")
        or before.endswith((",", "(", "-", "–", "—", '"', "»", "”", *JOINTS, "que"))
    )


def source(page: Page, i: int) -> Subject | None:
    """Who stands behind *selon*: a speaker, or whoever issued a document; a document alone is nobody."""
    if i >= page.words.size:
        return None
    if page.words.folded[i] == "ces" and page.words.folded[i + 1 : i + 2] in (["derniers"], ["dernieres"]):
        return "ils" if page.words.folded[i + 1] == "derniers" else "elles"
    phrase = read_phrase(page.words, i) or quoted_name(page.words, i)
    if phrase is not None and "document" in phrase.sorts and "institution" not in phrase.sorts:
        if words_of_own(page, i, phrase):
            return OWN
        found = voice(page, phrase)
        # *selon le texte*, *selon le document*: a treaty, an agreement
        return found if found != DOCUMENT or phrase.head not in RESUMED else None
    return phrase


def words_of_own(page: Page, i: int, phrase: Phrase) -> bool:
    """*selon ses dires*, *d'après ses propres déclarations*: whoever spoke before."""
    alone = phrase.end == page.words.stops[page.words.token_over(phrase.start)]
    return page.words.folded[i] == "ses" and phrase.head in _UTTERED and alone


def _without_subject(page: Page, phrase: Phrase) -> Phrase:
    """*Selon Paul Durand, le directeur a confirmé que*: what a verb follows is the subject, and no apposition."""
    name, words = phrase.name, page.words
    if name is not None and phrase.end == name.end and page.text[: name.start].endswith(", "):
        return _without_name(page, phrase)
    if name is None or phrase.end <= name.end:
        return phrase
    comma, after = words.token_at(name.end), words.token_over(phrase.end - 1) + 1
    if words.forms[comma] != "," or words.folded[comma + 1] not in _DEFINITE or after >= words.size:
        return phrase
    while words.pos[after] == "ADV" or words.folded[after] in ("n'", "ne", "s'", "se"):
        after += 1
    if words.pos[after] not in ("VERB", "AUX") or not finite(page, words.tokens[after]):
        return phrase
    # *le président de la commission, Paul Durand*: the office before the name stays
    before = page.text[phrase.lead : name.start].rstrip(" ,")
    first = words.token_at(phrase.lead) + (phrase.determiner != "bare")
    role = page.text[words.offsets[first] : phrase.lead + len(before)] if before else None
    span = (words.offsets[first], phrase.lead + len(before)) if role else None
    return replace(phrase, end=name.end, role=role, role_span=span, codes=words.speaks_for(*span) if span else [])


def _without_name(page: Page, phrase: Phrase) -> Phrase:
    """*Pour le président du parti, Paul Durand a tout tenté*: the name is the subject of what is said."""
    words = page.words
    after = words.token_over(phrase.end - 1) + 1
    while after < words.size and (words.pos[after] == "ADV" or words.folded[after] in ("n'", "ne", "s'", "se")):
        after += 1
    verb = after < words.size and words.pos[after] in ("VERB", "AUX") and finite(page, words.tokens[after])
    if not verb or phrase.name is None or "office" not in phrase.sorts:
        return phrase
    end = phrase.lead + len(page.text[phrase.lead : phrase.name.start].rstrip(" ,"))
    first = words.skip_premodifiers(words.token_at(phrase.lead) + (phrase.determiner != "bare"))
    start, noun = words.offsets[words.token_at(phrase.lead) + (phrase.determiner != "bare")], words.noun(first)[0]
    codes, head = words.speaks_for(start, end), noun.lemma if noun is not None else words.folded[first]
    gender, text = words.gender_of(phrase.lead), page.text[start:end]
    return replace(phrase, start=start, end=end, text=text, head=head, gender=gender, name=None, codes=codes)


def _past_marks(page: Page, end: int) -> int:
    """*selon « Quotidien », …*: the closing mark belongs to the name."""
    quote = page.quotes.around(end)
    return quote.end if quote is not None and quote.outer == end else end


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
        if (cleft := within(page, cue) or added(page, cue)) is not None:
            yield cleft
            continue
        if (told_so := _what_is_told(page, cue)) is not None:
            yield told_so
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
            apart = page.words.folded[link - 1] in (",", "(") or link == page.sentences[page.sentence_of(link)].first
            if isinstance(subject, str) and not apart:
                # *Il a agi comme il l'avait annoncé*
                continue
        if subject is not None:
            first = link - (folded[link] != "comme")
            yield According(page.words.offsets[first], end, subject, (cue.start, cue.end))


def _what_is_told(page: Page, cue: Cue) -> According | None:
    """*selon ce qu'a confié X à la presse*, *selon ce que X a confié*."""
    folded = page.words.folded
    for link in range(cue.first - 1, max(1, cue.first - _REACH), -1):
        if folded[link] not in ("que", "qu'"):
            continue
        # *selon les informations que le procureur a confiées à la presse*
        lead = 2 if folded[link - 1] == "ce" else 3
        if (lead == 2 or folded[link - 1] in _TOLD) and folded[link - lead] in ("selon", "apres"):
            break
    else:
        return None
    subject: Subject | None
    if link == cue.first - 1:
        subject, after = subject_after(page, cue, quoted=False)
    else:
        phrase = read_phrase(page.words, link + 1)
        fits = phrase is not None and phrase.end == page.words.stop(cue.first - 1)
        subject, after = (phrase if fits else None), cue.last
    if subject is None:
        return None
    limit = min(after + _REACH, page.sentences[page.sentence_of(cue.first)].last)
    while after < limit and (page.words.pos[after] == "ADP" or folded[after] in ("au", "aux")):
        after = skip_circumstance(page, after, limit)
    return According(page.words.offsets[link - lead], page.words.stop(after - 1), subject, (cue.start, cue.end))


def _between_comme(page: Page, stop: int) -> tuple[int, Subject] | None:
    """The *comme* before a subject that ends at a token, and the subject."""
    folded = page.words.folded
    if stop > 1 and folded[stop - 2] == "comme" and folded[stop - 1] in ("il", "elle", "ils", "elles"):
        return stop - 2, folded[stop - 1]
    for i in range(stop - 1, max(0, stop - _REACH), -1):
        if page.words.folded[i] == "comme":
            phrase = read_phrase(page.words, i + 1)
            return (i, phrase) if phrase is not None and phrase.end == page.words.stop(stop - 1) else None
    return None
