"""Nouns of a movement: *le retrait des troupes*, *le déploiement américain*; not *le retrait du permis*."""

from spacy.tokens import Token

from natoextract.events.armament import goes_there, is_armament
from natoextract.events.directions import direction
from natoextract.events.frames import Frame, Search
from natoextract.events.military import (
    PROVIDERS,
    behind_agent,
    beside,
    is_strength,
    military_words,
    noun_lemma,
    owner_word,
    verb_lemma,
)
from natoextract.events.noun_words import beside_gear_of, is_bare, is_idiom, names_gear, staged
from natoextract.events.openings import opening_head
from natoextract.events.own_counts import measured_count
from natoextract.events.own_subjects import own_subject
from natoextract.events.reading import Reading, TokenMention
from natoextract.events.rightward import right_troops
from natoextract.events.scattered import made_of
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import SUBJECTS
from natoextract.text import fold

_WORDS = vocabulary()
_OF_THEM = (["de"], ["d'"], ["du"], ["des"])
_TROOPS = military_words().troops | {"compagnie", "brigade", "casque"}
_UNITS = frozenset(["brigade", "unite", "groupement", "escadron", "force", "mission"])


def movement(search: Search, frame: Frame, name: str) -> Frame | None:
    """*le retrait des troupes*, *le déploiement américain*, *ce déploiement*; *le départ de soldats pour l'Irak*."""
    head = frame.token.head
    prolonged = head.pos_ == "VERB" and any(s.frame == "extends" for s in search.words.verbs.get(verb_lemma(head), ()))
    if prolonged and frame.token.dep_ == "obj" and verb_lemma(head) != "poursuivre":
        # *prolonger son déploiement*: the verb tells the event
        return None
    found = _movement(search, frame, name)
    if found is not None and found.troops is None and _is_of_treaty(search, frame.token.i):
        return None
    if found is not None and name in _WORDS.weak and found.troops is not None:
        told = direction(search, found, found.troops)
        if told is not None and name != "evacuation":
            found.type = "deployment" if told == "out" else "withdrawal"
    return found


def _is_of_treaty(search: Search, i: int) -> bool:
    """*un décret retire les Etats-Unis du traité. Ce retrait …*: what was named last is no force."""
    reading = search.reading
    first, end = reading.sentence(i)
    begin, _ = reading.sentence(max(0, first - 1))
    near = range(begin, min(end, i + 8))
    treaty = any(reading.nouns[j] in _WORDS.treaties for j in near)
    return treaty and not any(search.troops_at(j) for j in near if reading.pos[j] in ("NOUN", "PROPN", "NUM"))


def _movement(search: Search, frame: Frame, name: str) -> Frame | None:
    reading, i = search.reading, frame.last
    if name == "depart" and reading.words[i - 1] == "au" and reading.words[i + 1 : i + 2] not in _OF_THEM:
        # *les effectifs, fixés au départ à 6.000 hommes*: at first
        return None
    if frame.token.dep_ == "nmod" and noun_lemma(reading, frame.token.head.i) in _WORDS.named_by:
        # *la Force d'observation du désengagement*: a name; *le coup d'envoi*
        return None
    if _is_in_a_name(reading, frame.token):
        return None
    if name == "depart" and is_idiom(reading, frame.token.i):
        return None
    if frame.token.dep_ == "nmod" and names_gear(reading, frame.token):
        return None
    i = staged(reading, i)
    if (launched := _launched_by_troops(search, frame, name)) is not None:
        return launched
    if (measured := measured_count(reading, frame)) is not None:
        frame.troops = reading.tokens[measured.last]
        return frame
    dated = reading.date_at.get(i + 2) or reading.date_at.get(i + 1)
    # *le retrait en juin de la France*, *le déploiement par l'Allemagne d'une brigade*
    for j in beside(reading, behind_agent(reading, i) if dated is None else dated.last, 8):
        if j in reading.date_at or reading.words[j] == "ici":
            break
        if j in reading.mission_at and name not in _WORDS.only_of_troops:
            return frame
        if name in _WORDS.only_of_troops and not (j in reading.count_at or noun_lemma(reading, j) in _TROOPS):
            if reading.tokens[j].pos_ in ("NOUN", "PROPN"):
                return None
            continue
        own = reading.words[j] == "forces" and owner_word(reading, j) is not None and search.about_troops
        if own or search.troops_at(j) or (search.about_troops and reading.words[j] == "renforts"):
            frame.troops = reading.tokens[j]
            return frame
        bare = bool(reading.missions) and reading.words[j - 1 : j + 1] in (["la", "mission"], ["la", "force"])
        if noun_lemma(reading, j) in _WORDS.forces and (
            bare or is_strength(reading, j, about_troops=search.about_troops)
        ):
            # *la montée en puissance de la mission des Nations unies*
            frame.troops = reading.tokens[j]
            return frame
        if search.about_troops and is_armament(reading, j) and goes_there(reading, j, name):
            # *l'envoi d'une frégate en mer Noire*
            frame.troops = reading.tokens[j]
            return frame
        if (
            reading.words[j - 1] in ("la", "du", "cette", "ce")
            and search.has_told(frame.type)
            and reading.nouns[j] in _UNITS
        ):
            # *l'arrivée de la brigade*, that the article has told of
            frame.troops = reading.tokens[j]
            return frame
        if any(a.form == "organisation" and a.code not in PROVIDERS for a in reading.actor_at.get(j, ())):
            # *le retrait de la CPI*
            return None
        people = any(a.form in ("demonym", "adjective") for a in reading.actor_at.get(j, ()))
        if people and search.about_troops and reading.words[j - 1] in ("des", "les"):
            # *a exigé le retrait des Américains de la base de Niamey*
            return frame
        named = bool(reading.actor_at.get(j)) or j in reading.place_at or j in reading.locative_at
        if (
            reading.tokens[j].pos_ in ("NOUN", "PROPN")
            and not named
            and fold(reading.tokens[j].lemma_) not in _WORDS.movement_ground
            and not (search.about_troops and frame.type == "withdrawal" and reading.nouns[j] in _WORDS.forces)
        ):
            # *retrait du permis*, *départ du président*; *leur départ de la mission* is of troops
            frame.troops = made_of(reading, j) or beside_gear_of(search, j)
            return frame if frame.troops is not None else None
    if (count := search.taken_count(i)) is not None:
        frame.troops = reading.tokens[count.last]
        return frame
    if name in _WORDS.only_of_troops:
        return None
    if (moved := right_troops(search, i)) is not None:
        # *le départ en juin de 1.400 Espagnols*, *l'arrivée à Monrovia des premiers soldats*
        frame.troops = moved
        return frame
    owner = owner_word(reading, i)
    if owner is not None and (doer := _doing_subject(search, frame.token)) is not None:
        if (counted := _count_of(reading, doer)) is not None:
            # *un bataillon de 700 soldats achèvera son déploiement*
            frame.troops = reading.tokens[counted.last]
        return frame
    if (opened := _of_opened(search, frame.token, owner)) is not None:
        frame.troops = opened
        return frame
    if not search.about_troops:
        theirs = owner is not None and reading.words[owner] in ("leur", "leurs") and name not in _WORDS.weak
        # *Washington retire 12.000 soldats d'Allemagne. Le ministre a défendu ce retrait*
        again = reading.words[frame.token.i - 1] in ("ce", "cet", "cette") and search.has_told(frame.type)
        return frame if (theirs and search.recent_troops(i)) or again else None
    away = name in ("depart", "repli") and _has_locative(search, i)
    away = away or (name == "sortie" and owner is not None and _has_locative(search, i))
    if name in _WORDS.weak and not away:
        if any(_is_people(reading, j) for j in beside(reading, i, 3)):
            # *Le départ des Ethiopiens*, in an article about troops
            return frame
        plural = owner is not None and reading.words[owner] in ("leur", "leurs", "notre", "nos")
        pointed = name == "depart" and frame.token.i > 0 and reading.words[frame.token.i - 1] == "ce"
        many = reading.words[i].endswith("s") and name in ("depart", "arrivee") and search.recent_troops(i)
        bare = name == "depart" and frame.type == "withdrawal" and is_bare(reading, i) and search.recent_troops(i)
        # *plaider pour un départ rapide*, once one has been told
        again = name == "depart" and search.has_told(frame.type) and reading.words[i + 1 : i + 2] not in _OF_THEM
        if pointed or many or bare or again or (name == "depart" and plural and search.recent_troops(i)):
            return frame
        return None
    if away or owner is not None or any(reading.actor_at.get(j) for j in beside(reading, i, 5)):
        return frame
    if frame.type == "withdrawal" and _is_scheduled(search, frame.token):
        return frame
    if name in _WORDS.from_land and _leaves_land(reading, i):
        # *exclure un retrait unilatéral du Liban*
        return frame
    demonstrative = reading.words[frame.token.i - 1] in ("ce", "cet") if frame.token.i else False
    demonstrative = demonstrative or (name == "repli" and is_bare(reading, i) and search.recent_troops(i))
    if name in _WORDS.taken_up and search.has_told(frame.type):
        # *ne pas prévoir de rapatriement*, *exclure un retrait*: the movement that the article is about
        return frame
    return frame if demonstrative or (name not in _WORDS.needing_troops and search.recent_troops(i)) else None


def _is_in_a_name(reading: Reading, noun: Token) -> bool:
    """*la Coordination nationale d'appui au déploiement*: what a body with a capital is called after."""
    for j in range(noun.i - 1, max(reading.sentence(noun.i)[0], noun.i - 8), -1):
        token = reading.tokens[j]
        if token.text[:1].isupper() and token.text[1:].islower() and j not in reading.date_at:
            common = token.pos_ == "NOUN" and not reading.actor_at.get(j)
            return common and reading.pos[j - 1] == "DET" and reading.words[j] in _WORDS.bodies
        if token.pos_ not in ("NOUN", "ADJ", "ADP", "DET"):
            return False
    return False


def _is_people(reading: Reading, i: int) -> bool:
    return reading.words[i].endswith("s") and any(a.form == "demonym" for a in reading.actor_at.get(i, ()))


def _launched_by_troops(search: Search, frame: Frame, name: str) -> Frame | None:
    """*les militaires français entameront une intervention*: troops are the subject of what they begin."""
    verb = frame.token.head
    if name != "intervention" or frame.token.dep_ != "obj" or verb_lemma(verb) not in _WORDS.launching:
        return None
    doer = own_subject(verb)
    if doer is None or not search.troops_at(doer.i):
        return None
    frame.troops = doer
    return frame


def _count_of(reading: Reading, noun: Token) -> TokenMention | None:
    """*un bataillon de 700 soldats*."""
    return next((reading.count_at[j] for j in (noun.i, *beside(reading, noun.i)) if j in reading.count_at), None)


def _doing_subject(search: Search, noun: Token) -> Token | None:
    """*le contingent japonais a entamé son retrait*: the owner is the subject, and it is troops."""
    verb = noun.head
    doer = own_subject(verb) if noun.dep_ == "obj" and verb.pos_ == "VERB" else None
    return doer if doer is not None and search.troops_at(doer.i) else None


def _of_opened(search: Search, noun: Token, owner: int | None) -> Token | None:
    """*Depuis son intervention en Syrie, l'armée turque …*, *Entrée en Géorgie en août, l'armée russe …*: who comes."""
    words = search.reading.words
    if owner is not None and words[owner] not in ("son", "sa"):
        return None
    if owner is None and not (words[noun.i] == "entree" and words[noun.i + 1 : noun.i + 2] in (["en"], ["au"])):
        return None
    head = opening_head(noun)
    return head if head is not None and search.troops_at(head.i) else None


def _is_scheduled(search: Search, noun: Token) -> bool:
    """*le retrait débuterait à la fin de l'année*: the one that the article is about."""
    verb = noun.head
    definite = noun.i > 0 and search.reading.words[noun.i - 1] in ("le", "la")
    return definite and noun.dep_ in SUBJECTS and verb.pos_ == "VERB" and verb_lemma(verb) in _WORDS.scheduling


def _leaves_land(reading: Reading, i: int) -> bool:
    """Whether a country or a place follows a noun by *de*, with nothing but adjectives between."""
    for j in range(i + 1, min(i + 6, len(reading.tokens))):
        if j in reading.locative_at or j in reading.place_at:
            return bool({"de", "d'", "du", "des"} & set(reading.words[i + 1 : j]))
        if reading.pos[j] not in ("ADJ", "ADP", "DET"):
            return False
    return False


def _has_locative(search: Search, i: int) -> bool:
    """*un départ du Mali*: a country right after the noun."""
    return any(j in search.reading.locative_at for j in range(i + 1, min(i + 4, len(search.reading.tokens))))
