"""What several licences of verbs ask: a bare participle, the noun it modifies, a subject that the tree has lost."""

from collections.abc import Callable

from spacy.tokens import Token

from natoextract.events.frames import Frame, Search
from natoextract.events.military import is_troops
from natoextract.events.openings import opening_head
from natoextract.events.own_subjects import own_subject
from natoextract.events.reading import Reading
from natoextract.events.syntax import agent, is_participle, modified_noun, subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import auxiliaries_of, features, lemma, verb_group
from natoextract.text import fold

_WORDS = vocabulary()
_MODAL = frozenset(["devoir", "pouvoir", "aller", "commencer", "vouloir"])
_OF = frozenset(["de", "d'", "des", "du"])
_DASHES = frozenset("-–—")
_RELATIVES = frozenset(["qui", "dont", "que", "qu'", "ou"])
_MANY = frozenset(["davantage", "plus", "moins", "beaucoup", "nombre", "peu", "assez", "tant", "suffisamment"])
_CLOSING = {"-": "-", "–": "–", "—": "—", ")": "("}

Licence = Callable[[Search, Frame, str], Frame | None]


def is_bare_participle(search: Search, token: Token) -> bool:
    """A participle with no auxiliary: *des soldats envoyés en renfort*."""
    if token.lower_ in search.words.presents or search.reading.words[token.i] in search.words.futures:
        # *l'armée garde la main*, *réduira d'un tiers*: the model takes finite verbs for participles
        return False
    if not (is_participle(token) or token.lower_ in search.words.participles):
        return False
    if token.lower_.endswith("it") and token.dep_ not in ("acl", "amod") and own_subject(token) is not None:
        # *elle réduit ses forces*: the present is written as the participle
        return False
    if _shares_auxiliary(search, token):
        return False
    return not auxiliaries_of(token) and not any(c.dep_ == "cop" or c.dep_.startswith("aux") for c in token.lefts)


def _shares_auxiliary(search: Search, token: Token) -> bool:
    """*ont fermé leur base et rapatrié 1.400 hommes*."""
    head = token.head
    if token.dep_ != "conj" or head.i > token.i or search.reading.words[token.i - 1] not in ("et", "puis"):
        return False
    return any(lemma(a) == "avoir" for a in auxiliaries_of(head)) and not verb_group(head).passive


def is_predicate_adjective(token: Token) -> bool:
    """*deux militaires sont blessés*: a participle that the model calls an adjective."""
    auxiliary = any(c.dep_ in ("cop", "aux:pass") and lemma(c) == "être" for c in token.lefts)
    return auxiliary and not is_participle(token)


def modifier(search: Search, frame: Frame) -> Frame | None:
    """*les troupes russes envoyées en manœuvre*: a participle beside troops."""
    noun = modified_noun(frame.token)
    force = noun is not None and search.about_troops and fold(noun.lemma_) in ("mission", "force")
    if (noun is None or noun.i in search.reading.mission_at or not search.troops_at(noun.i)) and (
        search.reading.words[frame.token.i - 1] in (",", "deja")
    ):
        # *les 120 soldats du bataillon de Québec, arrivés samedi*, *1.400 soldats de la Minurcat déjà partis*
        noun = left_troops(search, frame.token) or noun
    if noun is None or not (force or search.troops_at(noun.i)):
        # *Intervenue en Syrie en août, l'armée turque peine à avancer*
        noun = opening_head(frame.token)
        force = noun is not None and search.about_troops and fold(noun.lemma_) in ("mission", "force")
    if noun is None or not (force or search.troops_at(noun.i)):
        return None
    counted = None if noun.i in search.reading.count_at else counted_before(search, noun)
    frame.troops, frame.agent, frame.participle = counted or noun, agent(frame.token), True
    return frame


def counted_before(search: Search, noun: Token) -> Token | None:
    """*les 120 soldats du 2e bataillon, arrivés samedi*: the figure at the head of the noun phrase."""
    reading = search.reading
    first, _ = reading.sentence(noun.i)
    for j in range(noun.i - 1, max(first, noun.i - 8) - 1, -1):
        if j in reading.count_at:
            return reading.tokens[reading.count_at[j].last]
        if reading.pos[j] in ("VERB", "AUX", "PUNCT", "CCONJ") or (
            reading.pos[j] == "ADP" and reading.words[j] not in _OF
        ):
            return None
    return None


def doer_of(search: Search, verb: Token) -> Token | None:
    """Who a verb is told of; of what the tree gives, the troops: *des avions et 500 soldats*."""
    if any(a.lower_ in ("étant", "ayant") for a in auxiliaries_of(verb)) and (near := left_troops(search, verb)):
        # *5.600 soldats resteront, 6.400 autres étant rapatriés*
        return near
    doer = subject(verb)
    if doer is not None and ":" in search.reading.words[doer.i : verb.i] and (near := left_troops(search, verb)):
        # *L'armée a entamé son retrait: 8.000 de ses soldats sont partis*
        return near
    if doer is None or doer.pos_ == "NUM":
        return left_troops(search, verb) or opening_troops(search, verb) or doer
    if search.troops_at(doer.i):
        # *1.960 soldats ainsi que des unités de blindés étaient stationnés*: the figure comes first
        counted = next((c for c in doer.conjuncts if c.i < doer.i and c.i in search.reading.count_at), None)
        if doer.i not in search.reading.count_at and "," in search.reading.words[max(0, doer.i - 3) : doer.i]:
            # *Une cinquantaine de soldats, premiers éléments de la force, sont arrivés*
            head = opening_troops(search, verb)
            counted = head if head is not None and head.i in search.reading.count_at else counted
        return doer if doer.i in search.reading.count_at else counted or doer
    # *les soldats de la force est-africaine ont atterri*: the adjective is taken for the subject
    if (doer.pos_ in ("AUX", "ADJ") or any(c.dep_ == "case" for c in doer.lefts)) and (
        head := opening_troops(search, verb)
    ):
        # the tree takes a complement for the subject
        return head
    if (head := opening_troops(search, verb)) is not None and _is_aside(search.reading, doer, head):
        return head
    near = left_troops(search, verb)
    if near is not None and near.i > doer.i and not _parted(search.reading, near.i, verb.i):
        # *Bujumbura, Burundi - Un bataillon de 800 soldats est arrivé*
        return near
    beside = next((c for c in doer.conjuncts if c.i < verb.i and search.troops_at(c.i)), None)
    if beside is not None:
        return beside
    reading = search.reading
    if reading.nouns[doer.i] in _WORDS.carriers:
        # *un avion emmenant 86 militaires s'est envolé*
        return next((reading.tokens[k] for k in range(verb.i - 1, doer.i, -1) if k in reading.count_at), doer)
    j = doer.i - 1
    while j >= 0 and reading.words[j] in ("de", "la", "l'", "du"):
        j -= 1
    return reading.tokens[j] if j < doer.i - 1 and j in reading.count_at else doer


def _is_aside(reading: Reading, doer: Token, head: Token) -> bool:
    """*878 soldats, une unité d'élite, doivent*, *TOULON - Quelque 200 soldats … ont*: no subject."""
    if doer.i < head.i:
        between = reading.words[doer.i + 1 : head.i]
        return reading.tokens[doer.i + 1].text in _DASHES or "que" in between or "qu'" in between
    if any(reading.words[j - 1] == "," and reading.words[j] in _RELATIVES for j in range(head.i + 2, doer.i)):
        # *Ce bataillon, dont les unités sont d'Orléans, rejoindra la Finul*
        return True
    if reading.words[doer.i - 3 : doer.i - 1] == ["ainsi", "que"]:
        # *les forces restantes, ainsi que la composante civile, seront retirées*
        return True
    before = reading.words[max(head.i, doer.i - 2) : doer.i]
    return bool(before) and before[0] == "," and reading.pos[doer.i - 1] == "DET"


def _parted(reading: Reading, i: int, verb: int) -> bool:
    return any(reading.words[j] in (",", "(", ")", ";") for j in range(i, verb))


def opening_troops(search: Search, verb: Token) -> Token | None:
    """*Les soldats dépêchés par Paris au sud du pays ont atterri*: the head of the sentence, far from its verb."""
    reading = search.reading
    first, _ = reading.sentence(verb.i)
    if verb.dep_ == "xcomp" and verb.head.i < verb.i and lemma(verb.head) in _MODAL:
        # *878 soldats du régiment, une unité d'élite, doivent débarquer*
        verb = verb.head
    auxiliaries = auxiliaries_of(verb)
    finite = (auxiliaries[0] if auxiliaries else verb).i
    if verb_group(verb).tense in ("infinitive", "gerund", "participle") or finite - first > 40:
        return None
    begin = first = _clause_start(reading, first, finite)
    while begin < finite and (
        reading.in_slug(reading.tokens[begin].idx)
        or _is_header(reading, begin)
        or begin in reading.date_at
        or reading.pos[begin] in ("PUNCT", "SPACE")
        or reading.tokens[begin + 1].text in _DASHES
        or reading.words[begin : begin + 2] == ["au", "total"]
        or reading.words[begin - 1 : begin + 1] == ["au", "total"]
    ):
        begin += 1
    head = next((j for j in range(begin, min(finite, begin + 5)) if reading.pos[j] in ("NOUN", "PROPN")), None)
    if head is None or not search.troops_at(head) or not _is_bare(reading, range(begin, head)):
        return None
    closed = head
    for j in range(head + 1, finite):
        token = reading.tokens[j]
        if j <= closed:
            continue
        if reading.words[j - 1] == "," and reading.words[j] in _RELATIVES:
            # *Ce bataillon, dont les unités viennent d'Orléans, rejoindra la Finul*
            closed = next((k for k in range(finite - 1, j, -1) if reading.words[k] == ","), head)
            if closed > j:
                continue
        participle = is_participle(token) or token.lower_ in search.words.participles
        if reading.words[j - 1 : j + 1] in (["flanc", "est"], ["ainsi", "que"]):
            continue
        if (reading.pos[j] in ("VERB", "AUX") and not participle and "Fin" in features(token, "VerbForm")) or (
            reading.words[j] in ("qui", "que", "qu'", "dont", ";", ":") or token.lower_ == "où"
        ):
            return None
    return reading.tokens[head]


def _is_bare(reading: Reading, before: range) -> bool:
    """Whether no preposition stands before a noun; *plus de 460 soldats* has none."""
    return all(
        reading.pos[j] != "ADP" or (reading.words[j] in _OF and reading.words[j - 1] in _WORDS.modifiers)
        for j in before
    )


def _clause_start(reading: Reading, first: int, finite: int) -> int:
    """*Berlin a annoncé que plus de 400 soldats, qui …, ont quitté*: behind the last conjunction before a verb."""
    for j in range(finite - 1, first, -1):
        said = reading.words[j] in ("que", "qu'") and reading.words[j - 1] not in ("plus", "moins", "autres", "ainsi")
        if said and reading.pos[j - 1] in ("VERB", "AUX", "ADV", "PROPN", "NOUN") and reading.pos[j] != "PRON":
            return j + 1
        if reading.words[j] in (";", "«", "“"):
            return j + 1
    return first


def _is_header(reading: Reading, i: int) -> bool:
    return any(start <= reading.tokens[i].idx < end for start, end in reading.headers)


def left_troops(search: Search, verb: Token) -> Token | None:
    """Troops right before a verb whose subject the tree has lost: *400 soldats des Forces canadiennes sont partis*."""
    reading = search.reading
    first, _ = reading.sentence(verb.i)
    j = verb.head.i if verb.dep_ == "xcomp" and verb.head.i < verb.i else verb.i
    if j > first and reading.words[j - 1] in _WORDS.modals:
        j -= 1
    elif j > first + 1 and reading.words[j - 1] in ("a", "de", "d'") and reading.nouns[j - 2] in _WORDS.ready:
        # *600 soldats étaient prêts à partir*
        j -= 2
    for _ in range(10):
        if (j := j - 1) < first:
            return None
        token = reading.tokens[j]
        near = all(reading.pos[k] in ("AUX", "ADV", "PRON") for k in range(j + 1, verb.i))
        if token.text in _CLOSING:
            # *100 militaires - 60 Belges et 40 Danois - doivent être envoyés*
            opening = _CLOSING[token.text]
            j = next((k for k in range(j - 1, first, -1) if reading.tokens[k].text == opening), j)
            continue
        if j in reading.count_at or (reading.words[j] == "autres" and near and search.troops_at(j)):
            return token
        if token.pos_ == "NOUN" and is_troops(reading, j) and _is_head(reading, j, first):
            return token
        closed = token.pos_ == "PUNCT" and not token.text.isalpha()
        if ((closed or token.pos_ in ("VERB", "PRON", "SCONJ")) and reading.words[j] not in (",", "dont")) or (
            token.pos_ == "ADP" and reading.words[j] not in _OF
        ):
            return None
    return None


def about_to(search: Search, verb: Token) -> Token | None:
    """*600 soldats étaient prêts à partir*: the troops before what they are about to do."""
    reading = search.reading
    first, _ = reading.sentence(verb.i)
    if verb.i - 1 <= first or reading.words[verb.i - 1] not in ("a", "de", "d'"):
        return None
    j = verb.i - 2
    while j > first and reading.words[j] in _WORDS.about_to:
        j -= 1
    if j == verb.i - 2:
        return None
    while j > first and reading.pos[j] == "ADJ" and j not in reading.count_at:
        j -= 1
    return reading.tokens[j] if is_troops(reading, j) and _is_head(reading, j, first) else None


def _is_head(reading: Reading, i: int, first: int) -> bool:
    """Whether a noun stands under no preposition: *les soldats*, not *les parents des soldats*."""
    before = i - 1
    while before >= first and reading.pos[before] in ("DET", "ADJ", "NUM"):
        before -= 1
    if before > first and reading.words[before] in _OF and reading.words[before - 1] in _MANY:
        # *davantage de troupes*
        return True
    return before < first or reading.pos[before] != "ADP"
