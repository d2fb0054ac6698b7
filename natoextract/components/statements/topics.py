"""The topic of a sentence: its first phrase that no preposition governs."""

import re
from dataclasses import replace

from natoextract.components.statements.page import Page, Sentence, Subject
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.vocabulary import PRONOUNS, phrase_words
from natoextract.components.statements.words import Words

#: In how many characters behind an apposition the one it describes is told.
_AHEAD = 40
_BEFORE_VERB = frozenset({"en", "apres", "avant", "pour", "sans", "tout"})
_AS_FOR = re.compile(r"\W*(?:et |mais |or )?quant (?:a|aux?) ")
_CONTRACTED = frozenset({"du", "des", "au", "aux"})
#: Before a name they make it one of several: *des élus, notamment X*.
AMONG = frozenset({"notamment", "dont", "comme", "compris", "surtout", "sauf", "excepte", "hormis"})
#: Before *d'* they show a preposition, no article.
_GOVERNING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
#: How many words the theme of a headline may have.
_THEME = 6
#: How many words an office before a name in commas may have.
_REACH = 14
#: Before a noun or a name they are part of its phrase, which begins further left.
_PRESS = phrase_words("press")
_LEFT_BEHIND = phrase_words("left_behind")


def begins(page: Page, i: int) -> bool:
    """Whether a phrase read from a token is whole: its determiner is not left behind."""
    before = page.words.folded[i - 1] if i else ""
    return (
        before not in _LEFT_BEHIND
        and before != "'"
        and not (before == "-" and page.words.stops[i - 1] == page.words.offsets[i])
    )


def bears(page: Page, i: int) -> bool:
    """The same where a preposition governs the phrase: *de la ministre Anne Martin*, *du ministre Paul Durand*."""
    before = page.words.folded[i - 1] if i else ""
    governed = before in ("de", "d'", "a") and page.words.folded[i] in ("la", "l'")
    return begins(page, i) or governed or (before in ("du", "au") and page.words.noun(i)[0] is not None)


def sentence_subject(page: Page, sentence: Sentence, stop: int) -> Subject | None:
    """The first phrase of a sentence that no preposition governs: its topic."""
    words = page.words
    if (concerned := _concerned(page, sentence)) is not None:
        return concerned
    i = _behind_participle(page, sentence, stop)
    while i < stop:
        form = words.folded[i]
        if (quote := page.quotes.around(words.offsets[i])) is not None:
            i = max(i + 1, words.token_at(quote.end))
            continue
        if form == "il" and words.folded[i + 1 : i + 3] == ["y", "a"]:
            # *Il y a dix jours, le ministre …*
            i += 3
            continue
        if (form in PRONOUNS and words.pos[i] == "PRON") or form in ("il", "elle"):
            return PRONOUNS[form]
        if words.forms[i] == "(" and (behind := words.behind_aside(i)) > i:
            # *À Châteauroux (Indre), des habitants …*
            i = behind
            continue
        if i > sentence.first and words.folded[i - 1] == "," and is_participle(words, i):
            # *Vers midi, commentant le vote, le maire …*
            i = main_clause(page, i, words.offsets[stop - 1]) or i + 1
            continue
        governed = i > sentence.first and (
            words.pos[i - 1] == "ADP" or words.folded[i - 1] in ("du", "au", "des", "de", "d'", "a", *AMONG)
        )
        if i > sentence.first + 1 and words.pos[i - 1] == "DET" and words.forms[i][0].isupper():
            # *dans le Michigan*
            governed = governed or words.pos[i - 2] == "ADP"
        if governed and (behind := _behind_apposition(page, i)) > i:
            i = behind
            continue
        if governed and (apposed := _own_apposition(page, i)) is not None:
            i = apposed
            continue
        if governed and words.folded[i + 1 : i + 2] and words.folded[i + 1][0].isdigit():
            # *Pour participer à la 76e Assemblée générale, le ministre …*
            whole = read_phrase(words, i)
            i = words.token_at(whole.end) if whole is not None and whole.name is None else i + 1
            continue
        opening = i == sentence.first or words.forms[i - 1] == ","
        told = form not in _CONTRACTED or (form == "des" and opening)
        # *Favorable au coup d'Etat, il …*, *la première investiture d'Anne Martin*
        told = told and not (
            form == "d'" and i > sentence.first and words.pos[i - 1] in ("NOUN", "PROPN", "ADJ", "NUM")
        )
        if told and not governed and begins(page, i) and i not in words.dated:
            phrase = read_phrase(words, i)
            bare = (
                phrase is not None
                and phrase.determiner == "bare"
                and (words.forms[i].islower() or _names_noun(page, i))
            )
            opens = i == sentence.first or words.pos[i - 1] in ("PUNCT", "CCONJ")
            if phrase is not None and "document" not in phrase.sorts and (opens or not bare):
                if i == sentence.first and _is_apposed(phrase) and (main := main_clause(page, i, phrase.end + _AHEAD)):
                    # *Rival à droite, Paul Durand a …*
                    i = main
                    continue
                return phrase
        i += 1
    return None


def _concerned(page: Page, sentence: Sentence) -> Phrase | None:
    """*Quant à l'avocat, il a reconnu …*: whom the sentence goes over to."""
    found = _AS_FOR.match(page.folded_text, sentence.start, sentence.end)
    if found is None:
        return None
    phrase = read_phrase(page.words, page.words.token_at(found.end()))
    if phrase is None or page.text[phrase.end : phrase.end + 2].lstrip()[:1] != ",":
        return None
    return replace(phrase, determiner="definite") if phrase.determiner == "bare" and phrase.name is None else phrase


def _behind_apposition(page: Page, i: int) -> int:
    """*Traité de menteur par le maire, Paul Durand, le journal …*: the name in commas belongs to what is governed."""
    phrase = read_phrase(page.words, i)
    if phrase is None or phrase.name is None or "," not in page.text[phrase.lead : phrase.name.start]:
        return i
    closed = page.text[phrase.end : phrase.end + 2].lstrip()[:1] == ","
    return page.words.token_at(phrase.end) if closed else i


def _own_apposition(page: Page, i: int) -> int | None:
    """*Selon Paul Durand, un député de la région, les civils …*: past what is told of a governed name."""
    words = page.words
    if i == 0 or words.folded[i - 1] in ("a", "en", "au") or words.offsets[i] in words.places:
        # *A Phnom Penh, le Premier ministre a exclu un retrait*
        return None
    phrase = read_phrase(words, i) if words.offsets[i] in words.name_starts else None
    if phrase is None or phrase.name is None or phrase.role_span is None or phrase.role_span[0] < phrase.name.end:
        return None
    return words.token_at(phrase.role_span[1])


def _apposed(page: Page, i: int) -> bool:
    """*…, par le directeur, Paul Durand, …*: whether a name at a token is told of an office before it."""
    words = page.words
    name = words.name_starts.get(words.offsets[i])
    if name is None or page.text[name.end : name.end + 2].lstrip()[:1] != ",":
        return False
    for k in range(i - 2, max(0, i - _REACH), -1):
        if words.pos[k - 1] == "ADP" or words.folded[k - 1] in ("du", "au"):
            phrase = read_phrase(words, k)
            if phrase is not None and phrase.name is name:
                return True
    return False


def _behind_participle(page: Page, sentence: Sentence, stop: int) -> int:
    """*Rencontrant les soldats, il …*, *Après avoir reçu X, le ministre …*: where the main clause begins."""
    words, i = page.words, sentence.first
    if i + 1 >= stop:
        return i
    if words.forms[i].isupper() and len(words.forms[i]) > 2 and words.forms[i + 1] in ("—", "–", "-", ":"):
        # *HALIFAX — L'ancien président …*
        return i + 2
    if (behind := _behind_theme(page, i, stop)) > i:
        return behind
    if not is_participle(words, i):
        return i
    return main_clause(page, i, words.offsets[stop - 1]) or i


def _behind_theme(page: Page, i: int, stop: int) -> int:
    """*Mali : le gouvernement annonce que …*, *Crise au Mali : Paul Durand avoue …*: behind the theme of a headline."""
    words = page.words
    for k in range(i + 1, min(i + _THEME, stop - 2)):
        if words.forms[k] == ":":
            named = any(words.is_coded(words.offsets[n]) or words.offsets[n] in words.places for n in range(i, k))
            told = page.quotes.between(words.offsets[k], words.offsets[k + 1] + 1)
            return k + 1 if named and not told and words.opens(k + 1) else i
        if words.pos[k] in ("VERB", "AUX", "PUNCT"):
            break
    return i


def is_participle(words: Words, i: int) -> bool:
    """Whether a clause without a subject begins at a token: *Commentant A*, *en visitant B*, *après avoir vu C*."""
    if i + 1 >= words.size:
        return False
    ahead, gerund = words.folded[i] in _BEFORE_VERB, False
    token = words.tokens[i + ahead]
    form = token.lower_
    opens = form.endswith("ant") if words.folded[i] == "en" else ahead and form.endswith(("er", "ir", "re", "oir"))
    if not ahead:
        # the model takes some of them for nouns: *Rencontrant les soldats, il …*
        gerund = len(form) > 5 and form.endswith("ant") and token.pos_ in ("NOUN", "ADJ", "PROPN")
        opens = form.endswith(("ant", "é", "ée", "és", "ées"))
    return bool(opens) and words.noun(token.i)[0] is None and (token.pos_ in ("VERB", "AUX") or gerund)


def _is_apposed(phrase: Phrase) -> bool:
    """A noun for a person without article or name, as it stands before the one it describes."""
    return phrase.determiner == "bare" and phrase.name is None and phrase.kind == "person"


def _names_noun(page: Page, i: int) -> bool:
    """*l'opération Serval*: a name that tells which noun is meant."""
    if i == 0 or page.words.pos[i - 1] != "NOUN":
        return False
    if page.words.folded[i - 1] in _PRESS:
        # *dans un entretien au magazine Jeune Afrique, X a dit*
        return True
    name = page.words.name_starts.get(page.words.offsets[i])
    if name is not None:
        return len(name.words) == 1
    code = page.words.coded_at(i)
    return code is not None and not code[2]


def main_clause(page: Page, i: int, end: int) -> int | None:
    """Where the main clause begins behind a comma: *Si X a déclaré que A, Y …*, *Soulignant que A, le juge …*."""
    words = page.words
    while i + 1 < words.size and words.offsets[i] < end:
        opened = words.folded[i + 1] in ("il", "elle", "ils", "elles", "on") or words.opens(i + 1)
        # *Dénonçant A, Kiev a demandé …*
        opened = opened or (words.is_coded(words.offsets[i + 1]) and words.pos[i + 2 : i + 3] in (["VERB"], ["AUX"]))
        if (
            opened
            and words.folded[i] == ","
            and page.quotes.around(words.offsets[i]) is None
            and not _apposed(page, i + 1)
        ):
            return i + 1
        i += 1
    return None
