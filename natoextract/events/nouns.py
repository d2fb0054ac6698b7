"""Which nouns are events: *le retrait des troupes*, *le retrait américain*, *leur départ*; not *le retrait du permis*.

One function a frame of `event_triggers.toml`, as in `verbs`.
"""

from spacy.tokens import Token

from natoextract.events.changing import SHARES, is_mandate
from natoextract.events.clauses import Licence, right_troops
from natoextract.events.frames import Frame, Search, lead_of
from natoextract.events.going import direction
from natoextract.events.losses import fallen
from natoextract.events.military import (
    beside,
    is_strength,
    is_troops,
    military_words,
    noun_lemma,
    owner_word,
    verb_lemma,
)
from natoextract.events.reading import within
from natoextract.events.syntax import own_subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import SUBJECTS, lemma, verb_group
from natoextract.text import fold

_WORDS = vocabulary()
#: Organisations that have troops of their own.
_PROVIDERS = frozenset(
    ["NATO", "UN", "EU", "AU", "ECOWAS", "CSTO", "G5_SAHEL", "ARAB_LEAGUE", "BUNDESWEHR", "PENTAGON", "WAGNER"]
)
#: States told by *être* and a preposition, and which.
_POSTED = {"route": ("en",), "retour": ("de",)}


def movement(search: Search, frame: Frame, name: str) -> Frame | None:
    """*le retrait des troupes*, *le déploiement américain*, *ce déploiement*; *le départ de soldats pour l'Irak*."""
    head = frame.token.head
    prolonged = head.pos_ == "VERB" and any(s.frame == "extends" for s in search.words.verbs.get(verb_lemma(head), ()))
    if prolonged and frame.token.dep_ == "obj" and verb_lemma(head) != "poursuivre":
        # *prolonger son déploiement*: the verb tells the event
        return None
    found = _movement(search, frame, name)
    if found is not None and name in _WORDS.weak and found.troops is not None:
        told = direction(search, found, found.troops)
        if told is not None:
            found.type = "deployment" if told == "out" else "withdrawal"
    return found


def _movement(search: Search, frame: Frame, name: str) -> Frame | None:
    reading, i = search.reading, frame.last
    if frame.token.dep_ == "nmod" and noun_lemma(reading, frame.token.head.i) in ("force", "mission", "observation"):
        # *la Force d'observation du désengagement*: a name
        return None
    for j in beside(reading, i, 8):
        if j in reading.date_at or reading.words[j] == "ici":
            break
        if j in reading.mission_at:
            return frame
        if search.troops_at(j) or (search.about_troops and reading.words[j] == "renforts"):
            frame.troops = reading.tokens[j]
            return frame
        if noun_lemma(reading, j) in _WORDS.forces and is_strength(reading, j, about_troops=search.about_troops):
            # *la montée en puissance de la mission des Nations unies*
            frame.troops = reading.tokens[j]
            return frame
        if any(a.form == "organisation" and a.code not in _PROVIDERS for a in reading.actor_at.get(j, ())):
            # *le retrait de la CPI*
            return None
        named = reading.actor_at.get(j) or j in reading.place_at or j in reading.locative_at
        if (
            reading.tokens[j].pos_ in ("NOUN", "PROPN")
            and not named
            and fold(reading.tokens[j].lemma_) not in _WORDS.movement_ground
        ):
            # *retrait du permis*, *départ du président*
            return None
    if (count := search.taken_count(i)) is not None:
        frame.troops = reading.tokens[count.last]
        return frame
    if (moved := right_troops(search, i)) is not None:
        # *le départ en juin de 1.400 Espagnols*, *l'arrivée à Monrovia des premiers soldats*
        frame.troops = moved
        return frame
    owner = owner_word(reading, i)
    if not search.about_troops:
        theirs = owner is not None and reading.words[owner] in ("leur", "leurs") and name not in _WORDS.weak
        return frame if theirs and search.recent_troops(i) else None
    away = name in ("depart", "repli") and _has_locative(search, i)
    if name in _WORDS.weak and not away:
        plural = owner is not None and reading.words[owner] in ("leur", "leurs", "notre", "nos")
        pointed = name == "depart" and frame.token.i > 0 and reading.words[frame.token.i - 1] == "ce"
        many = reading.words[i].endswith("s") and name in ("depart", "arrivee") and search.recent_troops(i)
        return frame if pointed or many or (name == "depart" and plural and search.recent_troops(i)) else None
    if away or owner is not None or any(reading.actor_at.get(j) for j in beside(reading, i, 5)):
        return frame
    demonstrative = reading.words[frame.token.i - 1] in ("ce", "cet") if frame.token.i else False
    return frame if demonstrative or (name not in _WORDS.needing_troops and search.recent_troops(i)) else None


def _has_locative(search: Search, i: int) -> bool:
    """*un départ du Mali*: a country right after the noun."""
    return any(j in search.reading.locative_at for j in range(i + 1, min(i + 4, len(search.reading.tokens))))


def strength(search: Search, frame: Frame, name: str) -> Frame | None:
    """*la réduction des effectifs*, *la fin de la mission*."""
    reading = search.reading
    for j in beside(reading, frame.last):
        if name == "renforcement" and reading.words[j : j + 2] == ["forces", "armees"]:
            # *le renforcement des forces armées nigériennes* helps an army
            return None
        if is_strength(reading, j, about_troops=search.about_troops):
            if name == "fin" and noun_lemma(reading, j) not in _WORDS.mandates:
                return None
            frame.troops = reading.tokens[j]
            return frame
        if reading.tokens[j].pos_ == "NOUN":
            return None
    before = reading.words[frame.token.i - 1] if frame.token.i else ""
    if before in ("cette", "ces") and name != "fin" and search.about_troops and search.recent_troops(frame.token.i):
        # *cette réduction*: the one just told
        return frame
    level = search.count_after(frame.last, 3)
    if level is not None and lead_of(reading, level.first) == "a" and search.about_troops:
        # *une baisse à 2.600 est envisagée*
        return frame
    if (count := search.taken_count(frame.last)) is not None and name != "fin":
        frame.troops = reading.tokens[count.last]
        return frame
    return None


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
    right = beside(reading, i)
    for j in right:
        if is_troops(reading, j):
            frame.troops = reading.tokens[j]
            there = any(k in reading.locative_at or k in reading.mission_at for k in range(i, j + 8))
            return frame if there or name in ("presence", "contingent", "effectif", "stationnement") else None
    if name in ("contingent", "effectif", "presence") and (count := search.taken_count(i)) is not None:
        frame.troops = reading.tokens[count.last]
        return frame
    owned = owner_word(reading, i) is not None or any(reading.actor_at.get(j) for j in right)
    if any(noun_lemma(reading, j) == "militaire" for j in right):
        return frame if owned or search.about_troops else None
    if any(reading.pos[j] == "NOUN" and not reading.actor_at.get(j) and not _is_force(search, j) for j in right):
        # *la présence d'un ressortissant français*
        return None
    theirs = any(reading.words[j] == "forces" and reading.words[j - 1] in ("ses", "leurs") for j in right)
    shown = i > 0 and reading.words[i - 1] == "cette" and not any(reading.pos[j] == "NOUN" for j in right)
    return frame if name == "presence" and (owned or theirs or shown) and search.about_troops else None


def _is_shared(search: Search, i: int) -> bool:
    """*réduira d'un tiers ses effectifs*: the object of a verb behind a share."""
    reading = search.reading
    for j in range(i - 1, max(0, i - 7), -1):
        if reading.pos[j] in ("VERB", "AUX"):
            senses = search.words.verbs.get(verb_lemma(reading.tokens[j]), ())
            return any(sense.frame in ("changes", "levels") for sense in senses)
        if reading.pos[j] in ("NOUN", "PUNCT") and reading.words[j] not in SHARES:
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
    head = token.head
    if (
        token.dep_ in SUBJECTS
        and head.pos_ == "VERB"
        and noun_lemma(search.reading, token.i) in ("contingent", "effectif")
    ):
        # *un contingent de 100 soldats est arrivé*: the verb tells the event
        senses = search.words.verbs.get(verb_lemma(head), ())
        if any(sense.frame in ("goes", "moves", "reaches", "leaves") for sense in senses):
            return True
    if token.dep_ in ("obj", "nsubj:pass", "obl:arg") and head.pos_ in ("VERB", "AUX"):
        senses = search.words.verbs.get(verb_lemma(head), ())
        return any(sense.frame in ("changes", "moves", "levels", "extends") for sense in senses)
    if token.dep_ == "nmod" and head.pos_ == "NOUN":
        senses = search.words.nouns.get(noun_lemma(search.reading, head.i), ())
        return any(sense.frame in ("strength", "of") for sense in senses)
    return False


def reinforcements(search: Search, frame: Frame, name: str) -> Frame | None:
    """*des renforts*: neither *en renfort* nor those that a verb already sends."""
    token, reading = frame.token, search.reading
    before = reading.words[token.i - 1] if token.i else ""
    if military_words().others.match(reading.folded, token.idx):
        # *des renforts policiers*
        return None
    counted = search.taken_count(token.i) is not None
    if before in ("en", "de", "d'") or not (counted or reading.words[token.i].endswith("s")):
        return None
    head = token.head
    senses = search.words.verbs.get(verb_lemma(head), ()) if head.pos_ == "VERB" else ()
    if token.dep_ in ("obj", "obl:arg", "nsubj:pass") and any(sense.frame in ("moves", "changes") for sense in senses):
        return None
    if not search.about_troops and not any(is_troops(reading, j) for j in beside(reading, token.i)):
        return None
    frame.troops = token
    return frame


def posted(search: Search, frame: Frame, name: str) -> Frame | None:
    """*2.000 soldats sont déjà sur place*, *quatre militaires en faction*, *ils sont en route*, *de retour*."""
    reading, i = search.reading, frame.token.i
    first, _ = reading.sentence(i)
    frame.token = reading.tokens[max(0, i - 1)]
    if i == 0 or reading.words[i - 1] not in _POSTED.get(name, ("en", "sur")):
        return None
    being = next((t for t in reading.tokens[max(first, i - 4) : i - 1] if lemma(t) == "être"), None)
    if name in _POSTED and being is None:
        return None
    frame.group = verb_group(being) if being is not None else None
    for j in range(i - 2, max(first, i - 8) - 1, -1):
        token = reading.tokens[j]
        if j in reading.count_at or is_troops(reading, j):
            frame.troops = token
            return frame
        if name in _POSTED and reading.words[j] in ("ils", "elles") and search.recent_troops(i):
            frame.agent = token
            return frame
        pronoun = token.pos_ == "PRON" and token.lower_ != "ores"
        if (token.pos_ == "VERB" and lemma(token) != "être") or token.pos_ == "PUNCT" or pronoun:
            return None
    return None


def extension(search: Search, frame: Frame, name: str) -> Frame | None:
    """*la prolongation de la mission des soldats*, *le renouvellement du mandat de la Minusma*."""
    reading = search.reading
    found = next((j for j in beside(reading, frame.last, 8) if is_mandate(search, j)), None)
    if found is None:
        return None
    near = (j for j in beside(reading, found, 8) if search.troops_at(j))
    frame.troops = next((reading.tokens[j] for j in near), reading.tokens[found])
    return frame


def contributes(search: Search, frame: Frame, name: str) -> Frame | None:
    """*la France sera le deuxième contributeur avec 550 hommes*, *l'Italie, premier contributeur de troupes*."""
    reading, token = search.reading, frame.token
    first, end = reading.sentence(token.i)
    counted = bool(within(reading.counts, first, end))
    if not counted and not any(search.troops_at(j) for j in beside(reading, frame.last)):
        return None
    named = [a for a in reading.actors_between(first, token.i) if a.form == "name"]
    copular = own_subject(token)
    if copular is not None and reading.actor_at.get(copular.i):
        frame.agent = copular
    elif named:
        frame.agent = reading.tokens[named[-1].first]
    return frame if frame.agent is not None else None


def level(search: Search, frame: Frame, name: str) -> Frame | None:
    """*le nombre de soldats était de 9.000*."""
    reading, i = search.reading, frame.token.i
    if not is_strength(reading, i, about_troops=search.about_troops):
        return None
    _, end = reading.sentence(i)
    being = next((j for j in range(i + 1, min(end, i + 10)) if lemma(reading.tokens[j]) in ("être", "rester")), None)
    if being is None or reading.words[being] in ("ete",):
        return None
    count = search.count_after(being, 6)
    if count is None or count.first <= being:
        return None
    between = reading.words[being + 1 : count.first]
    # *était de 9.000*, *sont inférieurs à 50.000 hommes*
    if "de" not in between and not any(word.startswith(("inferieur", "superieur", "egal")) for word in between):
        return None
    frame.troops = reading.tokens[count.last]
    return frame


def talks(search: Search, frame: Frame, name: str) -> Frame | None:
    """Meetings are licensed by their parties: see `meetings`."""
    return frame


NOUN_LICENCES: dict[str, Licence] = {
    "of": movement,
    "strength": strength,
    "own": standing,
    "posted": posted,
    "level": level,
    "self": reinforcements,
    "extension": extension,
    "contributes": contributes,
    "fallen": fallen,
    "talks": talks,
}
