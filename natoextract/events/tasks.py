"""What soldiers do where they are: *patrouillent à Gao*, *gardent l'aéroport*, *200 soldats forment l'armée*."""

from spacy.tokens import Token

from natoextract.events.casualty_words import casualty_words
from natoextract.events.frames import Frame, Search
from natoextract.events.military import verb_lemma
from natoextract.events.syntax import objects
from natoextract.events.vocabulary import vocabulary

_WORDS = vocabulary()
#: How far the place of a doing stands behind its verb.
_REACH = 7


def does_task(search: Search, frame: Frame, doer: Token | None) -> bool:
    """*200 soldats forment l'armée ukrainienne*: their own figure, and something that lasts."""
    group = frame.group
    counted = doer is not None and any(j in search.reading.count_at for j in (doer.i, doer.i - 1))
    if group is None or group.passive or not counted or frame.last != frame.token.i:
        return False
    return group.tense in ("present", "imperfect") and not group.perfect


def is_counted(search: Search, frame: Frame, doer: Token) -> bool:
    """*1.500 soldats patrouillent*, *l'armée opère au Mali avec 2.000 hommes*."""
    near = search.count_after(frame.last, 8)
    return any(j in search.reading.count_at for j in (doer.i, doer.i - 1)) or near is not None


def is_found(search: Search, frame: Frame) -> bool:
    """*le détachement belge se trouve à Kandahar*: in a city or a country, not on the way to one."""
    if frame.word != "se trouver":
        return False
    reading = search.reading
    near = range(frame.last + 1, min(len(reading.tokens), frame.last + 5))
    where = next((j for j in near if j in reading.place_at or j in reading.locative_at), None)
    return where is not None and reading.words[where - 1] in ("a", "en", "au", "aux")


def is_there(search: Search, frame: Frame, doer: Token | None) -> bool:
    """*des soldats patrouillent à Gao*, *des Français opéraient là-bas*: in an article about troops, at a place."""
    reading, group = search.reading, frame.group
    if not search.about_troops or group is None or not _lasts(frame):
        return False
    one = (
        doer is not None
        and reading.nouns[doer.i] in casualty_words().ranks | {"soldat", "militaire"}
        and not reading.words[doer.i].endswith("s")
    )
    if one:
        # *un capitaine qui patrouillait hier* tells no presence
        return False
    if any(c.lower_ == "y" for c in frame.token.lefts):
        return True
    _, end = reading.sentence(frame.token.i)
    for j in range(frame.last + 1, min(end, frame.last + _REACH)):
        if reading.words[j : j + 3] == ["la", "-", "bas"] or reading.words[j] in ("la-bas", "place"):
            return True
        if (
            j in reading.locative_at
            or j in reading.place_at
            or (reading.nouns[j] in _WORDS.ground and reading.words[j - 1] not in ("de", "du", "des", "d'"))
        ):
            lead = reading.words[max(0, j - 3) : j]
            return any(word in ("a", "en", "au", "aux", "dans", "sur", "depuis", "pres", "le") for word in lead)
        if reading.pos[j] in ("VERB", "PRON", "PUNCT"):
            return False
    return False


def holds_ground(search: Search, frame: Frame, doer: Token | None) -> bool:
    """*les soldats gardent l'aéroport de Kaboul*, *l'armée tient la ville*: the object is ground."""
    reading, group = search.reading, frame.group
    if doer is None or group is None or group.passive or not search.about_troops or not _lasts(frame):
        return False
    if verb_lemma(frame.token) not in _WORDS.holding or not search.troops_at(doer.i):
        return False
    return any(
        reading.nouns[o.i] in _WORDS.ground or o.i in reading.place_at or o.i in reading.locative_at
        for o in objects(frame.token)
    )


def _lasts(frame: Frame) -> bool:
    """A present or an imperfect, or the infinitive of what goes on: *continuer à patrouiller*."""
    group = frame.group
    if group is None or group.perfect:
        return False
    goes_on = group.tense == "infinitive" and verb_lemma(frame.token.head) in ("continuer", "poursuivre")
    return group.tense in ("present", "imperfect") or goes_on


def told_to_stay(search: Search, frame: Frame) -> Token | None:
    """*presse la France de rester*: the state that is the object of who asks."""
    verb = frame.token.head
    infinitive = frame.group is not None and frame.group.tense == "infinitive"
    if (
        not infinitive
        or not search.about_troops
        or verb.pos_ != "VERB"
        or verb_lemma(verb) not in _WORDS.object_control
    ):
        return None
    asked = (o for o in objects(verb) if o.i < frame.token.i and search.reading.actor_at.get(o.i))
    return next(asked, None)


def left_over(search: Search, frame: Frame) -> tuple[Token, Token | None] | None:
    """*Restent notamment les Tchadiens, au nombre de 1.400*: who opens no sentence and is still there."""
    reading, i = search.reading, frame.token.i
    first, end = reading.sentence(i)
    if not search.about_troops or any(reading.pos[j] not in ("PUNCT", "SPACE") for j in range(first, i)):
        return None
    for j in range(i + 1, min(end, i + 6)):
        if any(a.form == "demonym" for a in reading.actor_at.get(j, ())):
            count = next((reading.count_at[k] for k in range(j, min(end, j + 7)) if k in reading.count_at), None)
            return reading.tokens[j], reading.tokens[count.last] if count is not None else None
        if reading.pos[j] not in ("ADV", "DET", "PUNCT"):
            return None
    return None
