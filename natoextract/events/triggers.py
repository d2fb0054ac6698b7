"""Finds the trigger words of an article, and asks each whether its arguments make it an event."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from natoextract.events.apposed import OPENERS, apposed
from natoextract.events.doubles import is_double
from natoextract.events.echoes import ECHO, echo
from natoextract.events.frames import Frame, Search
from natoextract.events.military import noun_lemma, verb_lemma
from natoextract.events.nouns import NOUN_LICENCES
from natoextract.events.others import is_of_others
from natoextract.events.rightward import right_troops
from natoextract.events.standing import has_troops, number_after
from natoextract.events.syntax import is_participle
from natoextract.events.verbs import VERB_LICENCES
from natoextract.events.words import Phrase, Sense, Words, trigger_words
from natoextract.grammar import auxiliaries_of, is_reflexive, lemma
from natoextract.lexicon import read_toml
from natoextract.text import fold

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "X"})
_VERBAL = frozenset({"VERB", "AUX"})
_LEXICAL = _NOMINAL | _VERBAL
#: Predicates that the model calls nouns or adjectives, accentless.
_PREDICATES = {
    **dict.fromkeys(("fort", "forte", "forts", "fortes"), "fort"),
    **dict.fromkeys(("present", "presents", "presente", "presentes"), "present"),
    **dict.fromkeys(("partis", "parties", "parti", "partie"), "partir"),
}
_AUXILIARIES = read_toml("verb_forms")["auxiliaries"]
_BEING, _HAVING = (frozenset(map(fold, _AUXILIARIES[verb])) for verb in ("être", "avoir"))
#: How far the words of a phrase may stand apart.
_GAP, _WIDE_GAP = 4, 12
_MOVEMENTS = ("deployment", "withdrawal")
#: Verbs of meetings whose present the model takes for a noun.
_VISITING = frozenset(["rencontrer", "visiter"])
#: Frames of movements of the troops themselves.
_JOURNEYS = ("goes", "leaves", "reaches", "moves")
_TROOPS = frozenset(["deployment", "withdrawal", "presence"])
_DETERMINERS = frozenset(["l'", "la", "le", "son", "sa", "leur", "une", "un", "cette", "premiers"])


def find_frames(search: Search) -> list[Frame]:
    """Every licensed trigger, in text order."""
    frames: list[Frame] = []
    for token in _candidates(search):
        if token.idx in search.reading.said:
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


def _follow(frame: Frame, frames: list[Frame]) -> None:
    """*Ils ont quitté Kampala pour Mogadiscio. Ces soldats sont partis …*: the way of the last movement."""
    last = next((f for f in reversed(frames) if f.type in _MOVEMENTS), None)
    if last is not None and last.frame in _JOURNEYS:
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
            if known or (pos in _VERBAL and _is_verb(words, token)):
                yield token
        elif (
            (pos == "ADV" and word in _PREDICATES)
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
    return words[at : at + 1] in (["en"], ["au"], ["aux"], ["a"], ["dans"]) or (
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
    return frozenset({*map(fold, words.participles), *map(fold, words.presents), *words.futures, *_PREDICATES, ECHO})


def _is_verb(words: Words, token: Token) -> bool:
    name = verb_lemma(token)
    return name in words.verbs or name in words.reflexives or name in words.verb_phrases


def _frame_at(search: Search, token: Token) -> Frame | None:
    if token.lower_ in OPENERS:
        return apposed(search, token)
    verb = _verb_of(search, token)
    if verb is not None:
        return _verb_frame(search, token, verb)
    return _noun_frame(search, token)


def _verb_of(search: Search, token: Token) -> str | None:
    """The lemma of a verb, also where the model calls its participle a noun or an adjective."""
    words = search.reading.words
    if token.pos_ == "ADP":
        return "entrer"
    if (future := search.words.futures.get(words[token.i])) is not None:
        return future
    known = search.words.participles.get(token.lower_)
    before = words[token.i - 1] if token.i else ""
    if known is not None and before in _DETERMINERS:
        # *son arrivée*, *un blessé*
        return None
    if token.pos_ == "VERB" and _PREDICATES.get(words[token.i]) == "present" and "être" in map(lemma, token.lefts):
        # *Elle est présente en RDC*
        return "present"
    if token.pos_ in ("VERB", "AUX"):
        own = verb_lemma(token)
        # *allège* is given a lemma of its own
        mended = known or search.words.presents.get(token.lower_)
        return own if mended is None or _is_verb(search.words, token) else mended
    if token.pos_ == "ADV":
        # *un contingent fort de 500 hommes*
        return _PREDICATES.get(words[token.i])
    if token.pos_ == "NOUN" and search.reading.nouns[token.i] in search.words.nouns and _begins(search, token.i):
        # *Libéria: arrivée des premiers soldats*
        return None
    if token.pos_ in _NOMINAL:
        if known is not None:
            # the noun *blessés* has a determiner or a numeral of its own, the participle a noun before it
            human = known in ("blesser", "tuer", "mourir")
            return None if human and not _is_predicate(search, token) else known
        if search.words.presents.get(token.lower_) in _VISITING and _follows_name(search, token):
            return search.words.presents[token.lower_]
        if (verb := _mistaken_verb(search, token, before)) is not None:
            return verb
        predicate = _PREDICATES.get(words[token.i])
        if predicate != "partir":
            return predicate
        if before not in ("grande", "en", "une", "la") and "être" in (lemma(c) for c in token.lefts):
            return "partir"
    return None


def _follows_name(search: Search, token: Token) -> bool:
    """*Jean Martin rencontre son homologue*: right behind a name, a noun is a verb."""
    before = search.reading.tokens[token.i - 1] if token.i else None
    return before is not None and before.pos_ == "PROPN" and before.text[:1].isupper()


def _begins(search: Search, i: int) -> bool:
    """Whether a noun stands first in a headline or a clause: *arrivée des soldats*."""
    first, _ = search.reading.sentence(i)
    return i == first or search.reading.pos[i - 1] in ("PUNCT", "SPACE")


def _mistaken_verb(search: Search, token: Token, before: str) -> str | None:
    """*une frappe tue 60 soldats*, *l'Amisom compte 21.626 hommes*: a verb that the model calls a noun."""
    verb = search.words.presents.get(token.lower_)
    # *la force n'en compte plus que 3.600*: no *en* of a complement
    pronoun = before == "en" and token.i > 1 and search.reading.words[token.i - 2] in ("n'", "ne", "qui")
    if verb is None or (search.reading.tokens[token.i - 1].pos_ in ("DET", "ADP", "NUM") and not pronoun):
        return None
    if search.count_after(token.i, 6) is not None or _has_object(search, token.i):
        return verb
    if search.reading.words[token.i + 1 : token.i + 2] == [","] and any(
        s.frame == "counts" for s in search.words.verbs.get(verb, ())
    ):
        # *la force Licorne compte, depuis novembre, environ 450 hommes*
        told = right_troops(search, token.i)
        return verb if told is not None and told.i in search.reading.count_at else None
    # *un bataillon stationne à Gao*
    goes = any(sense.frame == "goes" for sense in search.words.verbs.get(verb, ()))
    return verb if goes and token.head.i < token.i and search.troops_at(token.head.i) else None


def _has_object(search: Search, i: int) -> bool:
    """*La France double ses effectifs*, *Paris achemine des soldats*: a noun takes no other behind its article."""
    reading = search.reading
    doer = reading.actor_at.get(i - 1) or search.troops_at(i - 1)
    return bool(doer) and reading.words[i + 1 : i + 2] in (
        ["ses"],
        ["son"],
        ["sa"],
        ["des"],
        ["un"],
        ["une"],
        ["le"],
        ["la"],
    )


def _is_predicate(search: Search, token: Token) -> bool:
    j = token.i - 1
    while j > 0 and search.reading.pos[j] == "ADV":
        j -= 1
    if j >= 0 and search.reading.words[j] in ("autre", "autres"):
        # *deux soldats tués et quatre autres grièvement blessés*
        return True
    if any(c.dep_ == "case" and c.lower_ in ("de", "d'") for c in token.lefts):
        # *le bilan est de 33 morts*
        return False
    if any(lemma(c) in ("être", "avoir") for c in token.lefts if c.pos_ == "AUX"):
        return True
    before = search.reading.tokens[token.i - 1] if token.i else None
    beside_noun = before is not None and before.pos_ in ("NOUN", "ADV", "ADJ", "PROPN")
    # *le nombre de soldats français morts*: a modifier that the model calls a noun
    apposed = token.dep_ == "nmod" and not any(c.dep_ == "case" for c in token.lefts)
    if before is not None and token.dep_ == "xcomp" and is_participle(before):
        # *les soldats et personnels assimilés morts en Irak*
        return True
    return beside_noun and (apposed or token.dep_ in ("acl", "amod", "ROOT"))


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
    if token.pos_ in ("VERB", "AUX") and before not in _DETERMINERS:
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
            near = range(at + 1, min(end, at + gap))
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
