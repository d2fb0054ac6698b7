"""A state, or a pronoun, that goes for its troops: *la France a quitté le Mali*, *ils partiront*."""

import re

from spacy.tokens import Token

from natoextract.events.anaphors import takes_up_actor, takes_up_troops
from natoextract.events.directions import country_at
from natoextract.events.frames import Frame, Search
from natoextract.events.military import military_words, owner_word
from natoextract.events.reading import Reading
from natoextract.events.syntax import subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import is_reflexive
from natoextract.text import fold

_WORDS = vocabulary()
_RELIEVING = frozenset(["prendre la relève", "prendre la place", "prendre le relais", "prendre le relai"])
#: What soldiers are who have been taken.
_HELD = re.compile(
    r"(?:aux? |en |entre les )?(?:mains?|otages?|prisonnier|captif|captivite|detenu|retenu|disparu|introuvable)"
)


def state_goes(search: Search, frame: Frame, doer: Token | None) -> bool:
    """Whether a state, *nous* or *ils* may be said to go, to stay or to leave."""
    reading = search.reading
    if doer is not None and takes_up_troops(search, doer) and not _is_still(search, frame):
        # *ils ne seront là que pour intervenir en cas d'urgence*: what they are there for
        purpose = {"pour", "afin"} & set(reading.words[max(0, frame.token.i - 2) : frame.token.i])
        return not purpose
    if frame.word == "se rendre":
        # *la France se rend à l'évidence*, *le président se rend à Bamako*
        return False
    people = doer is not None and any(a.form == "demonym" for a in reading.actor_at.get(doer.i, ()))
    # *Les Tunisiens arrivent la semaine prochaine*: in an article about troops they are theirs
    comes = people and frame.word in ("arriver", "débarquer", "se déployer") and search.has_told("deployment")
    led = comes or to_a_country(search, frame) or _relieves_others(search, frame)
    if not search.about_movements or (frame.type == "deployment" and not led):
        return False
    if frame.type == "withdrawal" and _leaves_something_else(search, frame):
        return False
    if frame.word in ("rester", "demeurer") and is_copula(search, frame):
        return False
    if doer is None:
        noun = frame.token.head
        infinitive = frame.group is not None and frame.group.tense == "infinitive"
        return infinitive and noun.pos_ == "NOUN" and noun.i < frame.token.i and _has_actor(search, noun)
    if any(actor.form == "person" for actor in reading.actor_at.get(doer.i, ())):
        # *Barack Obama a quitté Bagdad*
        return False
    if reading.actor_at.get(doer.i) or fold(doer.text) == "nous" or takes_up_actor(search, doer):
        return True
    if reading.words[doer.i] in ("celui", "ci", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "dernier", "derniers"):
        # *Celui-ci restera en Centrafrique*
        return search.recent_troops(frame.token.i)
    there = any(c.lower_ == "y" for c in frame.token.lefts)
    if doer.lower_ in ("ils", "elles") or (doer.lower_ == "elle" and (there or is_reflexive(frame.token))):
        return frame.frame == "leaves" or search.recent_troops(frame.token.i)
    return fold(doer.lemma_) in _WORDS.states


def _relieves_others(search: Search, frame: Frame) -> bool:
    """*La France prendra le relais des Belges*: of troops of another state."""
    behind = search.reading.words[frame.last + 1 : frame.last + 2]
    people = search.reading.actor_at.get(frame.last + 2, ())
    return frame.word in _RELIEVING and behind in (["des"], ["de"]) and any(a.form == "demonym" for a in people)


def _is_still(search: Search, frame: Frame) -> bool:
    """*ils restent prudents*, *ils sortent de l'école*: no movement, whoever they are."""
    return (frame.word in ("rester", "demeurer") and is_copula(search, frame)) or (
        frame.type == "withdrawal" and _leaves_something_else(search, frame)
    )


def _has_actor(search: Search, token: Token) -> bool:
    """*la volonté américaine de se désengager*: the governing noun has a state beside it, or its subject is one."""
    reading = search.reading
    if owner_word(reading, token.i) is not None and token.dep_ == "obj":
        # *la Suède a fait connaître son intention de se retirer*
        doer = subject(token.head)
        if doer is not None and reading.actor_at.get(doer.i):
            return True
    return any(search.reading.actor_at.get(c.i) for c in token.children)


def _leaves_something_else(search: Search, frame: Frame) -> bool:
    """*se retirer de la Cour pénale internationale*, *de la campagne*: a treaty, a court, a contest."""
    reading = search.reading
    _, end = reading.sentence(frame.token.i)
    if frame.frame != "goes" or reading.words[frame.last + 1 : frame.last + 2] not in (["de"], ["d'"], ["du"], ["des"]):
        return False
    for j in range(frame.last + 2, min(end, frame.last + 6)):
        if reading.pos[j] in ("NOUN", "PROPN"):
            ground = j in reading.locative_at or j in reading.place_at or reading.nouns[j] in _WORDS.ground
            return not (ground or search.troops_at(j) or country_at(reading, j))
    return False


def is_copula(search: Search, frame: Frame) -> bool:
    """*la France reste prête*, *reste le premier contributeur*; *reste présente*, *reste engagée* tells a presence."""
    reading = search.reading
    after = next((j for j in range(frame.token.i + 1, len(reading.tokens)) if reading.pos[j] != "ADV"), None)
    if after is not None and _HELD.match(reading.folded, reading.tokens[after].idx):
        # *44 soldats restent aux mains des rebelles*
        return True
    if after is not None and reading.words[after] in ("en", "dans", "a", "au", "sur", "sous"):
        # *nous restons dans la même démarche*, *les soldats restent en alerte*, *sous tension*
        return _is_nowhere(reading, after)
    if after is None or reading.pos[after] not in ("ADJ", "VERB", "DET", "NOUN") or after in reading.date_at:
        return False
    name = search.words.participles.get(reading.tokens[after].lower_) or reading.nouns[after]
    # *présente* is a verb to the model
    return not (search.has_state(name) or reading.words[after] in ("present", "presents", "presente", "presentes"))


def _is_nowhere(reading: Reading, i: int) -> bool:
    """Whether a preposition leads to no place, force or level."""
    for j in range(i + 1, min(len(reading.tokens), i + 6)):
        known = (reading.locative_at, reading.place_at, reading.date_at, reading.mission_at, reading.actor_at)
        if any(j in at for at in known):
            return False
        if reading.pos[j] in ("NOUN", "PROPN"):
            name = reading.nouns[j]
            words = (_WORDS.ground, _WORDS.forces, military_words().numbers, military_words().strengths)
            return reading.pos[j] == "NOUN" and not any(name in listed for listed in words)
    return False


def to_a_country(search: Search, frame: Frame) -> bool:
    reading = search.reading
    _, end = reading.sentence(frame.token.i)
    if any(c.lower_ == "y" for c in frame.token.lefts):
        # *la France n'y retournera pas*
        return True
    if frame.word.startswith("prendre "):
        # *la France prendra le relais des Belges*
        after = range(frame.last + 1, min(end, frame.last + 4))
        return any(search.troops_at(j) or any(a.form == "demonym" for a in reading.actor_at.get(j, ())) for j in after)
    return any(
        j in reading.locative_at
        or j in reading.place_at
        or reading.words[j] in ("ensemble", "pays")
        or reading.words[j - 1 : j + 1] == ["sur", "place"]
        for j in range(frame.token.i + 1, min(end, frame.token.i + 8))
    )
