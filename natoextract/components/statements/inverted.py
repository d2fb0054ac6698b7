"""The subject of an inverted cue: its clitic, or the phrase behind the verb and its adverbials."""

import re

from natoextract.components.statements.cues import Cue
from natoextract.components.statements.documents import issuer, voice
from natoextract.components.statements.modifiers import complement
from natoextract.components.statements.page import Page, Subject
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import quoted_name, read_phrase
from natoextract.components.statements.vocabulary import PRONOUNS, phrase_words

_CLOSING_ASIDE = re.compile(r"\s?\([^()\n]*\)\Z")
#: *« A » [1], a-t-il dit*: the number of a footnote.
_FOOTNOTE = re.compile(r" ?\[(?:note )?\d+\]\Z")
# *confiait d'ailleurs X*, *complète pour sa part X*
_LOCUTION = re.compile(
    r" ?,? ?(?:d'ailleurs|par ailleurs|en outre|en effet|en revanche|au contraire|pour (?:sa|leur) part"
    r"|de (?:son|leur) cote|a (?:son|leur) tour|quant a (?:lui|elle|eux|elles)|par la suite|en substance"
    r"|en conclusion|dans la foulee|en conference de presse|la main sur le c(?:oe|œ)ur|les larmes aux yeux"
    r"|(?:le )?sourire aux levres|tout sourire|la (?:voix|gorge) (?:nouee|etranglee|tremblante|serree))\b(?: ?,)?"
)
_OPENING_MARKS = frozenset({"«", "“", '"'})
_HAVING = frozenset({"a", "ont", "avait", "avaient"})
_BEING = [["s'", "est"], ["se", "sont"], ["s'", "etait"], ["s'", "etaient"]]
_CLOSING_MARKS = frozenset("”»")
#: *a expliqué à la revue Sciences*: a title belongs to its noun, and is no subject.
_PRESS = phrase_words("press")


def prefixed_by_comma(page: Page, cue: Cue) -> int | None:
    """Where the content before an inverted cue ends: before its comma, its closing mark or its dash."""
    k = cue.start
    if cue.shape == "infinitive" and page.words.folded[cue.first - 1] in _HAVING:
        # *« A », a tenu à dire X*
        k = page.words.offsets[cue.first - 1]
    elif cue.shape == "infinitive" and page.words.folded[cue.first - 2 : cue.first] in _BEING:
        # *« A », s'est contenté de répondre X*
        k = page.words.offsets[cue.first - 2]
    while k and page.text[k - 1] in " \t\n":
        k -= 1
    if not k:
        return None
    last = page.text[k - 1]
    if last in ",–—-" or k in page.quote_ends or last in "?!…":
        if last in ",–—-":
            k -= 1
            while k and page.text[k - 1] in " \t":
                k -= 1
            k = _before_aside(page, k)
        if page.text[k - 1] == "]" and (note := _FOOTNOTE.search(page.text, max(0, k - 12), k)):
            k = note.start()
        return k
    return None


def _before_aside(page: Page, k: int) -> int:
    """*« A » (17H00 GMT), avait déclaré X*; a closing mark that answers no opening one is no part of a clause."""
    if page.text[k - 1 : k] in _CLOSING_MARKS and page.quotes.around(k - 1) is None:
        return k - 1
    if page.text[k - 1 : k] == ")" and (aside := _CLOSING_ASIDE.search(page.text, max(0, k - 60), k)):
        return aside.start() if aside.start() in page.quote_ends else k
    return k


def takes_clause(page: Page, cue: Cue) -> bool:
    """Whether *que* or a colon follows at once: then what precedes is the subject."""
    i = cue.last
    return i < page.words.size and page.words.folded[i] in ("que", "qu'", ":")


def subject_after(page: Page, cue: Cue, *, quoted: bool) -> tuple[Subject | None, int]:
    """The subject of an inverted cue and the token after it: a clitic, or the phrase behind adverbials."""
    if cue.clitic:
        if cue.clitic == "on":
            phrase, after = source_of_on(page, cue.last)
            return (phrase or "on"), after
        return cue.clitic, cue.last
    doc, folded = page.words.tokens, page.words.folded
    i, limit = cue.last, min(len(doc), cue.last + 24, page.sentences[page.sentence_of(cue.first)].last)
    if cue.first and folded[cue.first - 1] in PRONOUNS:
        return None, cue.last
    plural = folded[cue.first].endswith(("ont", "ent")) or folded[cue.verb.i].endswith("ent")
    while (locution := _LOCUTION.match(page.folded_text, page.words.stop(i - 1))) is not None:
        i = page.words.token_at(locution.end())
    while i < limit:
        token, form = doc[i], folded[i]
        if plural and (several := _several(page, i)) is not None:
            # *ont indiqué mardi des témoins*
            return voice(page, several), page.words.token_over(several.end - 1) + 1
        if i in page.words.dated or token.pos_ in ("ADV", "SPACE") or form in ("matin", "soir"):
            i += 1
            continue
        if form == "un" and folded[i + 1 : i + 2] == ["peu"]:
            # *avait indiqué un peu plus tôt le ministre*
            i += 1
            continue
        if form == ",":
            if i == cue.last and (behind := _behind_mood(page, i, limit)) > i:
                i = behind
                continue
            # *a indiqué, vendredi, le ministre*
            if i == cue.last and i + 1 < limit:
                i += 1
                continue
            if i > cue.last and i + 1 < limit and page.words.forms[i - 1] != ",":
                i += 1
                continue
            return None, i
        if token.pos_ == "ADP" or form in ("au", "aux", "lors", "devant", "a", "dans", "sur", "en", "par", "pour"):
            i = skip_circumstance(page, i, limit, plural=plural)
            continue
        if i == cue.last and (outlet := _outlet(page, i)) is not None:
            # *…, rapporte « Radio Sud »*
            return outlet
        if form in ("que", "qu'", ":", "si", '"', "«", "“") or token.text in ".;(":
            return None, i
        if (group := _one_of_them(page, i)) is not None:
            return group
        phrase = read_phrase(page.words, i, generic=quoted)
        if phrase is None:
            if form in ("le", "la", "les", "l'", "ce", "cet", "cette") and any(
                j in page.words.dated for j in (i + 1, i + 2)
            ):
                i += 1
                continue
            return None, i
        after = page.words.token_over(phrase.end - 1) + 1
        if not quoted and folded[after : after + 1] and folded[after] in ("que", "qu'"):
            # *…, a expliqué à la revue X que*: what precedes is the subject
            return None, i
        if cue.lemma == "apprendre" and (informant := source_of_on(page, after))[0] is not None:
            # *a appris l'AFP de source policière*
            return informant
        if cue.lemma == "apprendre" and (learned := source_of_on(page, after))[0] is not None:
            # *a appris l'AFP de source militaire*: the agency only tells
            return learned
        return voice(page, phrase), after
    return None, i


def _behind_mood(page: Page, comma: int, limit: int) -> int:
    """*confie, très émue, la maire*: behind the adjectives between two commas, else the comma."""
    words = page.words
    for k in range(comma + 1, min(comma + 6, limit - 1)):
        if words.forms[k] == ",":
            return k + 1 if k > comma + 1 else comma
        verb = words.pos[k] == "VERB" and words.folded[k].endswith(("er", "ent", "ant"))
        if words.pos[k] not in ("ADV", "ADJ", "VERB") or verb:
            return comma
    return comma


def _outlet(page: Page, i: int) -> tuple[Phrase, int] | None:
    """*…, rapporte « Radio Sud ».*: an outlet in quotation marks that closes its sentence."""
    phrase = quoted_name(page.words, i) if page.words.forms[i] in _OPENING_MARKS else None
    if phrase is None or not all(word[0].isupper() for word in phrase.text.split()):
        return None
    after = page.words.behind_quoted(i)
    closed = after >= page.words.size or page.words.forms[after] in ".," or page.words.forms[after].isspace()
    return (phrase, after) if closed and phrase.text[-1] not in "!?." else None


def _one_of_them(page: Page, i: int) -> tuple[Subject, int] | None:
    """*l'une d'elles*, *l'un d'entre eux*, *certains d'entre elles*: those who spoke before."""
    folded = page.words.folded
    j = i + (folded[i] == "l'")
    if folded[j : j + 1] and folded[j] in ("un", "une", "certains", "certaines", "plusieurs", "beaucoup"):
        j += 1
        if folded[j : j + 1] == ["d'"]:
            j += 1 + (folded[j + 1 : j + 2] == ["entre"])
            if folded[j : j + 1] and folded[j] in ("eux", "elles", "elle"):
                if folded[j + 1 : j + 2] == [","] and (who := read_phrase(page.words, j + 2)) and who.name is not None:
                    # *l'un d'eux, le pasteur Paul Durand*
                    return who, page.words.token_over(who.end - 1) + 1
                return ("ils" if folded[j] == "eux" else "elles"), j + 1
    return None


def _several(page: Page, i: int) -> Phrase | None:
    """*des témoins*, which is no complement behind a plural verb."""
    if page.words.folded[i] != "des":
        return None
    phrase = read_phrase(page.words, i)
    return phrase if phrase is not None and phrase.plural and "document" not in phrase.sorts and phrase.sorts else None


def skip_circumstance(page: Page, i: int, limit: int, *, plural: bool = False) -> int:
    """Over *à la presse*, *dans un communiqué*, *lors d'un point de presse*, *pour sa part*."""
    folded = page.words.folded
    if folded[i] == "lors":
        i += 1
    j = i + 1
    if j < limit and folded[j] in ("de", "d'", "cours"):
        j += 1
    stop = complement(page.words, j)
    if stop is None:
        while j < limit and (
            page.words.pos[j] in ("DET", "ADJ", "ADV", "PRON", "NUM", "NOUN", "PROPN") or j in page.words.dated
        ):
            j += 1
            if page.words.pos[j - 1] in ("NOUN", "PROPN", "PRON"):
                break
        return max(j, i + 1)
    while stop < limit:
        name = page.words.name_starts.get(page.words.offsets[stop])
        if name is not None and not name.sure and folded[stop - 1] in _PRESS:
            stop = page.words.token_over(name.end - 1) + 1
        elif _names_on(page, stop):
            stop += 1
        elif plural and _several(page, stop) is not None:
            break
        elif folded[stop] in ("de", "du", "des", "d'") and (further := complement(page.words, stop + 1)) is not None:
            stop = further
        elif page.words.pos[stop] == "ADJ" and page.words.forms[stop].islower():
            stop += 1
        else:
            break
    return max(stop, i + 1)


def _names_on(page: Page, i: int) -> bool:
    """*a dit à Radio Sud Afrique son porte-parole*: the last word of a name, before the article of the subject."""
    words = page.words
    named = words.forms[i][:1].isupper() and words.forms[i - 1][:1].isupper()
    name = words.name_starts.get(words.offsets[i])
    if not named or i + 1 >= words.size or (name is not None and name.sure):
        return False
    return words.pos[i + 1] == "DET" and words.opens(i + 1)


def _dated_next(page: Page, i: int) -> bool:
    """*ce mardi*: the determiner of a date."""
    return page.words.folded[i] in ("ce", "cet", "cette", "le") and i + 1 in page.words.dated


def source_of_on(page: Page, i: int) -> tuple[Phrase | None, int]:
    """*a-t-on appris de source militaire, auprès du ministère, dans l'entourage du président*."""
    folded, doc = page.words.folded, page.words.tokens
    while i < len(doc) and (
        i in page.words.dated or (page.words.pos[i] == "ADV" and folded[i] != "aupres") or _dated_next(page, i)
    ):
        i += 1
    if i >= len(doc) or folded[i] not in (
        "de",
        "d'",
        "du",
        "des",
        "aupres",
        "a",
        "au",
        "aux",
        "dans",
        "chez",
        "cote",
    ):
        return None, i
    j = i + 1
    if folded[i] in ("aupres", "cote") and j < len(doc):
        j += 1
    if j < len(doc) and folded[j] == "cote":
        j += 2
    # *auprès des belligérants*: any noun, as it stands behind its article
    any_noun = folded[i] == "aupres" and folded[j - 1] == "des"
    phrase = read_phrase(page.words, j, generic=False)
    if phrase is None and any_noun:
        phrase = read_phrase(page.words, j - 1, generic=True)
    if phrase is not None and "document" in phrase.sorts:
        # *a-t-on appris d'un communiqué publié par l'armée*
        phrase = issuer(page, phrase)
    if phrase is None:
        return None, i
    if phrase.kind == "person" and phrase.name is None:
        phrase.kind = "institution"
    return phrase, page.words.token_over(phrase.end - 1) + 1
