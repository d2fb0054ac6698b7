"""Which nouns tell a state: *la présence militaire russe*, *un contingent de 500 hommes*, *2.000 soldats sur place*."""

from spacy.tokens import Token

from natoextract.events.changing import SHARES
from natoextract.events.ending import is_mandate
from natoextract.events.frames import Frame, Search
from natoextract.events.lists import is_bracketed
from natoextract.events.military import beside, is_strength, is_troops, noun_lemma, owner_word, verb_lemma
from natoextract.events.own_subjects import own_subject
from natoextract.events.reading import TokenMention, within
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import SUBJECTS, lemma, verb_group

_WORDS = vocabulary()
#: Frames of verbs that tell what becomes of their object.
_TAKING = frozenset(["changes", "moves", "levels", "extends", "suspends", "ends"])


def standing(search: Search, frame: Frame, name: str) -> Frame | None:
    """*la présence militaire américaine*, *sa présence*, *un contingent de 500 hommes*."""
    reading, i = search.reading, frame.last
    ended = {"fin", "terme"} & set(reading.words[max(0, i - 3) : i])
    if (
        ended
        or _is_argument_of_trigger(search, frame.token)
        or _is_shared(search, i)
        or (i and reading.words[i - 1] == "en")
    ):
        # *réduire sa présence*, *en présence du ministre*
        return None
    above = frame.token.head
    if (
        name == "contingent"
        and frame.token.dep_ == "nmod"
        and (above.i in reading.count_at or is_troops(reading, above.i))
    ):
        # *deux soldats du contingent ougandais sont morts*
        return None
    if name == "contingent" and reading.words[i].endswith("s") and _are_listed(search, frame.token):
        # *L'Australie (900) et le Danemark (530) représentent les plus gros contingents*
        frame.group = verb_group(frame.token.head)
        return frame
    right = beside(reading, i)
    for j in right:
        if is_troops(reading, j):
            frame.troops = reading.tokens[j]
            there = any(k in reading.locative_at or k in reading.mission_at for k in range(i, j + 8))
            return frame if there or name in ("presence", "contingent", "effectif", "stationnement") else None
    if name in ("contingent", "effectif", "presence", "stationnement") and (count := search.taken_count(i)) is not None:
        frame.troops = reading.tokens[count.last]
        return frame
    if name in ("contingent", "effectif") and (count := _apposed_count(search, right, i)) is not None:
        frame.troops = reading.tokens[count.last]
        return frame
    owned = owner_word(reading, i) is not None or any(reading.actor_at.get(j) for j in right)
    if any(noun_lemma(reading, j) == "militaire" for j in right):
        return frame if owned or search.about_troops else None
    if any(reading.pos[j] == "NOUN" and not reading.actor_at.get(j) and not _is_force(search, j) for j in right):
        # *la présence d'un ressortissant français*
        return None
    if (
        name in _WORDS.contributions
        and not any(reading.pos[j] == "NOUN" for j in right)
        and _is_announced(search, frame.token)
    ):
        return frame
    theirs = any(reading.words[j] == "forces" and reading.words[j - 1] in ("ses", "leurs") for j in right)
    shown = i > 0 and reading.words[i - 1] == "cette" and not any(reading.pos[j] == "NOUN" for j in right)
    return frame if name == "presence" and (owned or theirs or shown) and search.about_troops else None


def _apposed_count(search: Search, right: range, i: int) -> TokenMention | None:
    """*Les effectifs de la SFOR, environ 31.000 hommes, …*: the figure in apposition to a strength."""
    reading = search.reading
    comma = right[-1] + 1 if right else i + 1
    if reading.words[comma : comma + 1] != [","]:
        return None
    near = range(comma + 1, min(len(reading.tokens), comma + 5))
    count = next((reading.count_at[j] for j in near if j in reading.count_at), None)
    if count is None or any(
        reading.pos[j] not in ("ADV", "DET", "NUM", "ADP") and reading.words[j] != "soit"
        for j in range(comma + 1, count.first)
    ):
        return None
    # *l'effectif, 300 hommes ont fui*: a subject of its own
    after = reading.pos[count.last + 1 : count.last + 2]
    return None if after in (["AUX"], ["VERB"]) else count


def _is_announced(search: Search, noun: Token) -> bool:
    """*la Suède a annoncé une participation*: what a state announces in an article about troops."""
    verb = noun.head
    if noun.dep_ != "obj" or verb.pos_ != "VERB" or verb_lemma(verb) not in ("annoncer", "promettre", "confirmer"):
        return False
    doer = own_subject(verb)
    return search.about_troops and doer is not None and bool(search.reading.actor_at.get(doer.i))


def _is_shared(search: Search, i: int) -> bool:
    """*réduira d'un tiers ses effectifs*: the object of a verb behind a share."""
    reading = search.reading
    for j in range(i - 1, max(0, i - 9), -1):
        if reading.pos[j] in ("VERB", "AUX"):
            senses = search.words.verbs.get(verb_lemma(reading.tokens[j]), ())
            return any(sense.frame in ("changes", "levels") for sense in senses)
        skipped = reading.words[j] in SHARES or reading.words[j] == "," or j in reading.date_at
        if reading.pos[j] in ("NOUN", "PUNCT") and not skipped:
            return False
    return False


def _is_force(search: Search, i: int) -> bool:
    reading = search.reading
    name = noun_lemma(reading, i)
    return (
        name in _WORDS.forces or name in _WORDS.movement_ground or name.startswith("force") or i in reading.mission_at
    )


def _is_argument_of_trigger(search: Search, token: Token) -> bool:
    """*réduire sa présence*, *le maintien de sa présence*: the word above is the event."""
    if token.dep_ == "nmod" and (token.head.i in search.reading.date_at or _is_whole(search, token.head)):
        # *rappeler l'ensemble de son contingent*, *la réduction d'un tiers de la présence*
        token = token.head
    head = token.head
    if (
        token.dep_ in SUBJECTS
        and head.pos_ == "VERB"
        and noun_lemma(search.reading, token.i) in ("contingent", "effectif")
    ):
        # *un contingent de 100 soldats est arrivé*: the verb tells the event
        senses = (*search.words.verbs.get(verb_lemma(head), ()), *search.words.reflexives.get(verb_lemma(head), ()))
        counted = token.dep_ != "nsubj:pass" and any(sense.frame == "counts" for sense in senses)
        if counted or any(s.frame in ("goes", "moves", "reaches", "leaves", "levels", "changes") for s in senses):
            return True
    cut = next((c for c in token.rights if c.dep_ == "acl"), None)
    verb = search.words.participles.get(cut.lower_, "") if cut is not None else ""
    if cut is not None and any(s.frame == "changes" for s in search.words.verbs.get(verb, ())):
        # *une présence réduite à 30 soldats*
        after = search.reading.words[cut.i + 1 : cut.i + 2]
        return after in (["a"], ["au"])
    if token.dep_ in ("obj", "nsubj:pass", "obl:arg") and head.pos_ in ("VERB", "AUX"):
        senses = search.words.verbs.get(verb_lemma(head), ())
        return any(sense.frame in _TAKING for sense in senses)
    if token.dep_ in SUBJECTS and head.pos_ == "VERB" and head.i > token.i:
        # *la présence italienne se terminera*
        ends = {"fin", "terme"} & set(search.reading.words[head.i + 1 : head.i + 4])
        return verb_lemma(head) in ("achever", "terminer") or bool(ends)
    if token.dep_ == "nmod" and head.pos_ == "NOUN":
        senses = search.words.nouns.get(noun_lemma(search.reading, head.i), ())
        return any(sense.frame in ("strength", "of") for sense in senses)
    return False


def _are_listed(search: Search, noun: Token) -> bool:
    first, _ = search.reading.sentence(noun.i)
    told = within(search.reading.counts, first, noun.i)
    return noun.head.pos_ == "VERB" and len(told) > 1 and all(is_bracketed(search.reading, m) for m in told)


def _is_whole(search: Search, noun: Token) -> bool:
    name = search.reading.nouns[noun.i]
    return name in SHARES or name in _WORDS.shares or name in ("ensemble", "totalite")


def extension(search: Search, frame: Frame, name: str) -> Frame | None:
    """*la prolongation de la mission des soldats*, *le renouvellement du mandat de la Minusma*."""
    reading = search.reading
    last = frame.last
    if reading.words[last + 1 : last + 2] == ["jusqu'"]:
        # *la reconduction jusqu'à la fin de 2006 de la mission*
        last = max((j for j in range(last, min(len(reading.tokens), last + 9)) if j in reading.date_at), default=last)
    if "jusqu'" in reading.words[last + 1 : last + 8]:
        # *une prolongation d'un an, jusqu'en août 2011, de leur mission*
        at = reading.words.index("jusqu'", last + 1)
        till = max((j for j in range(at, min(len(reading.tokens), at + 6)) if j in reading.date_at), default=last)
        last = till + 1 if reading.words[till + 1 : till + 2] == [","] else last
    found = next((j for j in beside(reading, last, 8) if is_mandate(search, j)), None)
    if found is None:
        return frame if _takes_up(search, frame) else None
    near = (j for j in beside(reading, found, 8) if search.troops_at(j))
    frame.troops = next((reading.tokens[j] for j in near), reading.tokens[found])
    return frame


def _takes_up(search: Search, frame: Frame) -> bool:
    """*le Conseil a prolongé la mission de la Kfor. Cette prolongation …*: the one just told."""
    reading, i = search.reading, frame.token.i
    first, _ = reading.sentence(i)
    if not i or reading.words[i - 1] not in ("ce", "cet", "cette") or not first or not search.about_troops:
        return False
    before, _ = reading.sentence(first - 1)
    return any(is_mandate(search, j) for j in range(before, first) if reading.pos[j] in ("NOUN", "PROPN"))


def contributes(search: Search, frame: Frame, name: str) -> Frame | None:
    """*la France sera le deuxième contributeur avec 550 hommes*, *l'Italie, premier contributeur de troupes*."""
    reading, token = search.reading, frame.token
    first, end = reading.sentence(token.i)
    if token.i and reading.pos[token.i - 1] == "NUM":
        # *des hommes de 18 contributeurs*
        return None
    if token.i and reading.nouns[token.i - 1] == "pays" and token.lower_.endswith("s"):
        # *d'autres pays contributeurs de troupes*
        return None
    counted = bool(within(reading.counts, first, end))
    if not counted and not any(search.troops_at(j) for j in beside(reading, frame.last)):
        return None
    armed = ("name", "organisation", "adjective")
    named = [a for a in reading.actors_between(first, token.i) if a.form in armed]
    # *l'armée belge, avec 300 soldats, est le premier contributeur*: an adjective only of its army
    named = [a for a in named if a.form != "adjective" or (a.first and is_troops(reading, a.first - 1))]
    copular = own_subject(token)
    if copular is not None and reading.actor_at.get(copular.i):
        frame.agent = copular
    elif named:
        frame.agent = reading.tokens[named[-1].first]
    elif counted and (behind := reading.actors_between(frame.last + 1, min(end, frame.last + 6))):
        # *Les principaux contributeurs sont la France (500 soldats), …*
        frame.agent = reading.tokens[behind[0].first]
    return frame if frame.agent is not None else None


def level(search: Search, frame: Frame, name: str) -> Frame | None:
    """*le nombre de soldats était de 9.000*."""
    reading, i = search.reading, frame.token.i
    before = reading.nouns[max(0, i - 3) : i]
    if name != "effectif" and {"effectif", "nombre"} & set(before):
        # *les effectifs de la force sont de 2.000 soldats*
        return None
    unit = search.about_troops and name in ("force", "dispositif")
    if not (unit or is_strength(reading, i, about_troops=search.about_troops)):
        return None
    _, end = reading.sentence(i)
    being = next((j for j in range(i + 1, min(end, i + 13)) if lemma(reading.tokens[j]) in ("être", "rester")), None)
    if being is None or reading.words[being] in ("ete",):
        return None
    count = search.count_after(being, 6)
    if count is None or count.first <= being:
        return None
    between = reading.words[being + 1 : count.first]
    # *était de 9.000*, *sont inférieurs à 50.000 hommes*
    if not {"de", "d'"} & set(between) and not any(
        word.startswith(("inferieur", "superieur", "egal")) for word in between
    ):
        return None
    frame.troops = reading.tokens[count.last]
    return frame
