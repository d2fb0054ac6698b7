"""Finds the trigger words of an article, and asks each whether its arguments make it an event."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from natoextract.events.apposed import OPENERS, apposed
from natoextract.events.doubles import is_double
from natoextract.events.echoes import ECHO, echo
from natoextract.events.frames import Frame, Search
from natoextract.events.military import noun_lemma
from natoextract.events.mistagged import DETERMINERS, NOMINAL, PREDICATES, is_verb, verb_of
from natoextract.events.nouns import NOUN_LICENCES
from natoextract.events.others import is_of_others
from natoextract.events.standing import has_troops, number_after
from natoextract.events.syntax import is_participle
from natoextract.events.verbs import VERB_LICENCES
from natoextract.events.words import Phrase, Sense, trigger_words
from natoextract.grammar import auxiliaries_of, is_reflexive, lemma
from natoextract.lexicon import read_toml
from natoextract.text import fold

_VERBAL = frozenset({"VERB", "AUX"})
_LEXICAL = NOMINAL | _VERBAL
_AUXILIARIES = read_toml("verb_forms")["auxiliaries"]
_BEING, _HAVING = (frozenset(map(fold, _AUXILIARIES[verb])) for verb in ("être", "avoir"))
#: How far the words of a phrase may stand apart.
_GAP, _WIDE_GAP = 4, 12
_MOVEMENTS = ("deployment", "withdrawal")
#: Frames of movements of the troops themselves.
_JOURNEYS = ("goes", "leaves", "reaches", "moves")
#: Of these, what alone tells no way.
_BOTH_WAYS = frozenset(["traverser frontière", "passer frontière", "franchir"])
_TROOPS = frozenset(["deployment", "withdrawal", "presence"])


def find_frames(search: Search) -> list[Frame]:
    """Every licensed trigger, in text order."""
    frames = search.told
    for token in _candidates(search):
        if token.idx in search.reading.said or _is_of_a_date(search, token) or _is_of_a_name(search, token):
            # *a ajouté la Minusma*, *a rappelé l'armée*: words of saying
            continue
        frame = _frame_at(search, token) or echo(search, token, frames)
        if frame is None:
            continue
        told = [other for other in frames[-3:] if is_double(search, frame, other)]
        if told and told[-1].word == "bilan" and frame.participle:
            # *un bilan de 45 soldats tués*: the participle says what befell them
            frames.remove(told.pop())
        if not told:
            if frame.undirected:
                _follow(frame, frames)
            frames.append(frame)
    return frames


def _is_of_a_date(search: Search, token: Token) -> bool:
    """*l'an passé*, *le mois écoulé*: a participle inside a date is no verb."""
    return token.i in search.reading.date_at and token.pos_ in ("VERB", "ADJ")


def _is_of_a_name(search: Search, token: Token) -> bool:
    """*la Force chargée d'observer le désengagement*: a word inside the name of a mission."""
    named = search.reading.mission_at.get(token.i)
    return named is not None and named.first < token.i


def _follow(frame: Frame, frames: list[Frame]) -> None:
    """*Ils ont quitté Kampala pour Mogadiscio. Ces soldats sont partis …*: the way of the last movement."""
    last = next((f for f in reversed(frames) if f.type in _MOVEMENTS), None)
    if last is not None and (last.frame in _JOURNEYS or frame.word in _BOTH_WAYS):
        frame.type = last.type


def _candidates(search: Search) -> Iterator[Token]:
    """The tokens whose form or lemma is that of a trigger: few, and only they are worth a look at the tree."""
    reading, words, forms = search.reading, search.words, _forms()
    for token, pos, word, noun in zip(reading.tokens, reading.pos, reading.words, reading.nouns, strict=True):
        if pos == "AUX" and word in _BEING:
            if _is_place_or_echo(search, token):
                yield token
        elif pos == "AUX" and word in _HAVING and token.dep_.startswith("aux") and not has_troops(reading, token):
            continue
        elif pos in _LEXICAL:
            known = word in forms or noun in words.nouns or noun in words.noun_phrases
            if known or (pos in _VERBAL and is_verb(words, token)):
                yield token
        elif (
            (pos == "ADV" and word in PREDICATES)
            or (pos == "ADP" and word == "entre" and _enters(search, token))
            or (word in OPENERS and _leads_to_count(search, token.i))
        ):
            yield token


def _is_place_or_echo(search: Search, token: Token) -> bool:
    """*200 soldats sont en Ukraine*, *500 autres doivent l'être*: all that *être* by itself can tell."""
    words, i = search.reading.words, token.i
    if number_after(search, i) is not None:
        # *les Belges sont 471*
        return True
    if words[i - 1] == "y" and words[i - 2] in ("ils", "elles"):
        # *Ils y sont depuis 2003*
        return True
    at = i + 1
    while search.reading.pos[at : at + 1] == ["ADV"] or words[at : at + 2] in (["a", "nouveau"], ["de", "nouveau"]):
        # *est actuellement à Moscou*, *est à nouveau à Bujumbura*
        at += 1 if search.reading.pos[at] == "ADV" else 2
    while at in search.reading.date_at:
        # *était mardi à Moscou*
        at += 1
    return words[at : at + 1] in (["en"], ["au"], ["aux"], ["a"], ["dans"], ["entre"]) or (
        words[i] == ECHO and words[i - 1] == "l'"
    )


def _leads_to_count(search: Search, i: int) -> bool:
    return any(j in search.reading.count_at for j in range(i + 1, i + 5))


def _enters(search: Search, token: Token) -> bool:
    """*l'armée turque entre en Syrie*: no preposition stands before another."""
    return search.reading.words[token.i + 1 : token.i + 2] in (["en"], ["dans"], ["au"])


@cache
def _forms() -> frozenset[str]:
    """Forms of trigger verbs that the model may call nouns, accentless, and the echo of one: *doivent l'être*."""
    words = trigger_words()
    return frozenset({*map(fold, words.participles), *map(fold, words.presents), *words.futures, *PREDICATES, ECHO})


def _frame_at(search: Search, token: Token) -> Frame | None:
    if token.lower_ in OPENERS:
        return apposed(search, token)
    verb = verb_of(search, token)
    if verb is not None:
        return _verb_frame(search, token, verb)
    return _noun_frame(search, token)


def _verb_frame(search: Search, token: Token, name: str) -> Frame | None:
    phrase = _phrase(search, token, search.words.verb_phrases.get(name, ()))
    if phrase is not None and (frame := _licensed(search, token, phrase[1], phrase[0], name)) is not None:
        return frame
    if name not in search.words.verbs and name not in search.words.reflexives:
        return None
    reflexive = is_reflexive(token)
    senses = (search.words.reflexives if reflexive else search.words.verbs).get(name, ())
    if (is_participle(token) or token.lower_ in search.words.participles) and (not senses or not reflexive):
        # *s'est engagée à*, *les ministres sont réunis à Riga*
        other = search.words.verbs if reflexive else search.words.reflexives
        more = tuple(s for s in other.get(name, ()) if reflexive or s.word == "se réunir")
        have = any(lemma(auxiliary) == "avoir" for auxiliary in auxiliaries_of(token))
        senses = (*senses, *more) if have or reflexive else (*more, *senses)
    for sense in senses:
        if (frame := _licensed(search, token, token.i, sense, name)) is not None:
            return frame
    return None


def _noun_frame(search: Search, token: Token) -> Frame | None:
    name = noun_lemma(search.reading, token.i)
    phrase = _phrase(search, token, search.words.noun_phrases.get(name, ()))
    senses = search.words.nouns.get(name, ()) if phrase is None else (phrase[0],)
    before = search.reading.words[token.i - 1] if token.i else ""
    if token.pos_ in ("VERB", "AUX") and before not in DETERMINERS:
        return None
    for sense in senses:
        frame = Frame(token, token.i if phrase is None else phrase[1], *sense)
        if (licensed := NOUN_LICENCES[sense.frame](search, frame, name)) is not None:
            return licensed
    return None


def _phrase(search: Search, token: Token, phrases: tuple[Phrase, ...]) -> tuple[Sense, int] | None:
    """The sense of a phrase that begins here, and its last token: *perdre … la vie*."""
    if not phrases:
        return None
    _, end = search.reading.sentence(token.i)
    for phrase in phrases:
        at = token.i
        for word in phrase.rest:
            # *mettra un bataillon de 1.800 hommes à la disposition de l'Otan*: the object stands between
            gap = _WIDE_GAP if phrase.sense.frame == "moves" and at == token.i else _GAP
            # *manquent toujours à l'appel*
            over = 1 if search.reading.pos[at + 1 : at + 2] == ["ADV"] else 0
            near = range(at + 1, min(end, at + gap + over))
            found = next((j for j in near if _is_form(search.reading.words[j], word)), None)
            if found is None:
                break
            at = found
        else:
            return phrase.sense, at if at - token.i < 2 * _GAP else token.i
    return None


def _is_form(word: str, printed: str) -> bool:
    """*portés disparus* for *porter disparu*."""
    return word == printed or word in (printed + "s", printed + "e", printed + "es")


def _licensed(search: Search, token: Token, last: int, sense: Sense, name: str) -> Frame | None:
    frame = VERB_LICENCES[sense.frame](search, Frame(token, last, *sense), name)
    return None if frame is not None and frame.type in _TROOPS and is_of_others(search, frame) else frame
