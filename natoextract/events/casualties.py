"""Which verbs tell casualties: *une mine a tué deux soldats*, *six militaires ont perdu la vie*."""

from dataclasses import replace

from spacy.tokens import Token

from natoextract.events.airmen import aboard, falls
from natoextract.events.among import among
from natoextract.events.captivity import is_held, is_held_abroad
from natoextract.events.casualty_words import casualty_words
from natoextract.events.clauses import is_bare_participle, is_predicate_adjective, modifier
from natoextract.events.counted import number_before
from natoextract.events.frames import Frame, Search
from natoextract.events.in_chains import finite_of, modified_before, victim_after
from natoextract.events.killers import is_others_share, takes_away
from natoextract.events.patients import patient_of
from natoextract.events.shares import is_share, share_after
from natoextract.events.syntax import agent, objects, subject
from natoextract.events.victims import is_of_group, is_other, is_rank, is_victim
from natoextract.grammar import auxiliaries_of, features, lemma, verb_group

_HELD = casualty_words().captives
_DEFINITE = frozenset(["les", "ces", "aux", "leurs", "nos", "ses"])


def kills(search: Search, frame: Frame, name: str) -> Frame | None:
    """*une mine a tué deux soldats*, *deux soldats ont été blessés*, *l'attaque a coûté la vie à un casque bleu*."""
    token = frame.token
    if (_is_bare(search, token) and not _shares_object(search, token)) or _is_made_prisoner(search, frame):
        if (missing := _considered(search, token)) is not None:
            frame.troops, frame.group = missing, verb_group(search.reading.tokens[token.i - 2])
            return frame
        if (patient := _shares_passive(search, token)) is not None:
            frame.troops, frame.group = patient, verb_group(token.head)
            return frame
        held = name not in casualty_words().holding or is_held(search, frame) or is_held_abroad(search, frame)
        return _modifies(search, frame) if held else None
    frame.group = verb_group(token)
    if frame.group.passive or is_predicate_adjective(token):
        frame.troops, frame.agent = patient_of(search, token), agent(token)
        if frame.word == "emporter" and (frame.agent is None or not takes_away(search, frame.agent)):
            # *emportés par l'enthousiasme*
            return None
    else:
        near = search.reading.nouns[token.i + 1 : token.i + 3]
        if frame.token.i == frame.last and _HELD.intersection(near):
            # *retiennent prisonniers deux soldats*: the noun tells it
            return None
        if frame.word == "emporter":
            # *ont été emportés par leurs assaillants*; *l'avion a emporté 80 soldats*
            return None
        if frame.word == "retenir" and frame.group.perfect:
            # *le jury a retenu deux soldats*: who is chosen
            return None
        frame.agent = subject(token)
        frame.troops = _object(search, frame)
    held = frame.token.i != frame.last or name not in casualty_words().holding or is_held(search, frame)
    if frame.troops is not None and is_others_share(search, frame):
        # *Les soldats ont riposté, tuant dix d'entre eux*: others
        return None
    if frame.troops is not None and (is_of_group(search, frame.troops.i) or _is_former(search, frame.troops.i)):
        return None
    if frame.troops is not None:
        return frame if held else None
    clitic = any(c.lower_ == "les" for c in token.lefts)
    return frame if clitic and held and search.about_troops and search.recent_troops(token.i) else None


def _is_bare(search: Search, token: Token) -> bool:
    """Whether a participle has no auxiliary, not even one that the tree has lost: *sont morts*."""
    return is_bare_participle(search, token) and finite_of(search, token) == token.i


def _is_made_prisoner(search: Search, frame: Frame) -> bool:
    """*Un soldat, fait prisonnier lors de l'attaque, …*: the model may take the participle for the present."""
    before = frame.token.i - 1
    apposed = before >= 0 and (search.reading.words[before] == "," or search.reading.pos[before] in ("NOUN", "ADJ"))
    return frame.word == "faire prisonnier" and apposed and not auxiliaries_of(frame.token)


def _shares_object(search: Search, verb: Token) -> bool:
    """*ont tué 120 soldats et blessé 400 autres*: a participle under the auxiliary of the one before it."""
    if is_other(search, verb.i - 1):
        # *a annoncé la mort de six soldats et cinq autres blessés*
        return False
    if verb.i + 2 < len(search.reading.tokens) and is_other(search, verb.i + 2):
        return True
    head = verb.head
    return verb.dep_ == "conj" and head.pos_ == "VERB" and [lemma(a) for a in auxiliaries_of(head)] == ["avoir"]


def _shares_passive(search: Search, verb: Token) -> Token | None:
    """*trois soldats ont été pris au piège et tués*: the victims of the passive that a participle goes on with."""
    head = verb.head
    linked = search.reading.words[verb.i - 1] in ("et", "puis", "ou") and verb.dep_ == "conj" and head.i < verb.i
    if not linked or head.pos_ != "VERB" or not verb_group(head).passive:
        return None
    return patient_of(search, head)


def _considered(search: Search, verb: Token) -> Token | None:
    """*plus de 100 soldats sont considérés comme portés disparus*: the victims of the passive above."""
    above = search.reading.tokens[verb.i - 2] if verb.i > 1 else verb
    if search.reading.words[verb.i - 1] != "comme" or above.pos_ != "VERB" or not verb_group(above).passive:
        return None
    return patient_of(search, above)


def _modifies(search: Search, frame: Frame) -> Frame | None:
    """*deux soldats tués et quatre autres grièvement blessés*: a participle beside troops."""
    reading, i = search.reading, frame.token.i
    first, _ = reading.sentence(i)
    j = i - 1
    while j > first and (reading.pos[j] == "ADV" or reading.tokens[j].text in ("«", "“", '"')):
        # *17 autres « grièvement blessés »*
        j -= 1
    if is_other(search, j):
        frame.troops, frame.participle = reading.tokens[j], True
        return frame
    if reading.words[j] == "autres":
        # *douze rebelles tués et quatre autres blessés*
        return None
    if (victim := modified_before(search, frame.token)) is not None:
        frame.troops, frame.agent, frame.participle = victim, agent(frame.token), True
        return None if _is_known(search, frame) else frame
    if (found := modifier(search, frame)) is not None:
        return None if _is_known(search, found) else found
    # *après celui d'un autre casque bleu jordanien, tué le 1er juin*
    troops = _apposed(search, i) or _over_age(search, i) or _of_number(search, i) or _nearest(search, i)
    if troops is not None:
        frame.troops, frame.participle = reading.tokens[troops], True
    return frame if troops is not None else None


def _is_known(search: Search, frame: Frame) -> bool:
    """*les soldats blessés ont été soignés*: a participle that only says which, with no figure."""
    reading, troops = search.reading, frame.troops
    if troops is None or troops.i in reading.count_at or not reading.words[troops.i].endswith("s"):
        return False
    before = reading.words[max(0, troops.i - 2) : troops.i]
    return not _DEFINITE.isdisjoint(before) and troops.i + 3 > frame.token.i


def _apposed(search: Search, i: int) -> int | None:
    """The troops before a participle and its comma, over their adjectives."""
    reading = search.reading
    first, _ = reading.sentence(i)
    if i - 1 <= first or reading.words[i - 1] != ",":
        return None
    for j in range(i - 2, max(first - 1, i - 8), -1):
        if search.troops_at(j):
            return j
        if reading.pos[j] not in ("ADJ", "PROPN"):
            return None
    return None


def _nearest(search: Search, i: int) -> int | None:
    """*la mémoire du soldat danois tué lundi*: the tree hangs a participle on the first noun."""
    reading = search.reading
    first, _ = reading.sentence(i)
    j = i - 1
    while j > first and reading.pos[j] == "ADJ" and not search.troops_at(j):
        j -= 1
    if not falls(search, j) or reading.words[j].endswith("s") != reading.words[i].endswith("s"):
        return None
    counted = number_before(reading, j) is not None
    return j if counted or reading.words[j - 1] in ("du", "de", "un", "ce", "d'", "le", "l'") else None


def _over_age(search: Search, i: int) -> int | None:
    """*le soldat de 22 ans mort en Lituanie*: the troops before an age."""
    reading = search.reading
    first, _ = reading.sentence(i)
    j = i - (2 if reading.words[i - 1] == "," else 1)
    if j - 3 < first or reading.words[j] != "ans" or reading.words[j - 2] not in ("de", ","):
        return None
    j -= 3
    while j > first and reading.pos[j] in ("ADJ", "PROPN"):
        j -= 1
    return j if search.troops_at(j) else None


def _of_number(search: Search, i: int) -> int | None:
    """*le nombre de soldats et personnels assimilés tués*, *plusieurs corps de soldats tués*: the first of a list."""
    reading = search.reading
    first, _ = reading.sentence(i)
    for j in range(i - 2, max(first, i - 11), -1):
        if reading.words[j] == "nombre" or reading.nouns[j] in casualty_words().remains:
            counted = reading.words[j + 1] in ("de", "des", "d'")
            return next((k for k in range(j + 2, min(i, j + 4)) if search.troops_at(k)), None) if counted else None
        if reading.pos[j] == "PUNCT" or (
            reading.pos[j] in ("VERB", "AUX") and "Fin" in features(reading.tokens[j], "VerbForm")
        ):
            return None
    return None


def _object(search: Search, frame: Frame) -> Token | None:
    """The troops that are killed: the object, one of its list, or those among it."""
    reading, token = search.reading, frame.token
    if frame.word == "coûter":
        # *neuf années qui ont coûté 157 militaires au Canada*; *coûtera cher aux soldats* takes no life
        count = search.count_after(frame.last, 4)
        direct = count is not None and not {"a", "au", "aux"} & set(reading.words[frame.last + 1 : count.first])
        return reading.tokens[count.last] if count is not None and direct else None
    if frame.word.endswith("la vie"):
        _, end = reading.sentence(token.i)
        near = range(frame.last + 1, min(end, frame.last + 10))
        # *a coûté la vie à trois d'entre eux*
        told = (j for j in near if falls(search, j) or (reading.words[j] == "eux" and is_share(search, j)))
        return next((reading.tokens[j] for j in told), None)
    for found in objects(token):
        if (falls(search, found.i) and found.lower_ != "autres") or is_other(search, found.i):
            return found
        if found.dep_ == "amod" and search.troops_at(found.head.i):
            # *deux militaires danois qu'ils retenaient*: the tree hangs the clause on the adjective
            return found.head
        for other in found.conjuncts:
            if other.i > found.i and other.i - found.i < 10 and search.troops_at(other.i):
                return other
    if (count := search.count_after(frame.last, 7)) is not None:
        return reading.tokens[count.last]
    return among(search, token.i) or share_after(search, token.i) or victim_after(search, frame.last)


def dies(search: Search, frame: Frame, name: str) -> Frame | None:
    """*six militaires ont perdu la vie*, *sept soldats se sont noyés*."""
    token = frame.token
    if _is_bare(search, token):
        return _modifies(search, frame)
    if "chaque" in search.reading.words[max(0, token.i - 9) : token.i]:
        # *chaque fois qu'un soldat perdait la vie*
        return None
    frame.group = verb_group(token)
    victim = _first_to(search, token) or patient_of(search, token)
    some = frame.group.perfect and victim is not None and _is_counted(search, victim)
    if frame.word == "tomber" and not (some and _ends(search, frame.last)):
        # *les soldats tombés au Mali*, *trois soldats sont tombés*; what falls is anything, ill or in love
        return None
    if name == "survivre":
        if not frame.group.negated:
            return None
        # *un troisième n'a pas survécu* is a death
        frame.group = replace(frame.group, negated=False)
    if name == "disparaitre" and not some:
        # *les soldats disparaissent des rues*
        return None
    frame.troops = victim
    if frame.troops is None and (victim := subject(token)) is not None:
        frame.agent = aboard(search, victim, token)
        frame.troops = victim if frame.agent is not None else None
    return frame if frame.troops is not None and not _is_former(search, frame.troops.i) else None


def _is_former(search: Search, i: int) -> bool:
    """*un ancien militaire a été assassiné*: no soldier any more, or none at all."""
    if search.reading.words[i + 1 : i + 2] in (["arme"], ["armes"]):
        # *une soixantaine d'hommes armés*
        return True
    return search.reading.words[i - 1] in ("ancien", "anciens", "ancienne", "ex", "ex-") or (
        search.reading.words[i].startswith("ex-")
    )


def _ends(search: Search, i: int) -> bool:
    """Whether nothing but a day follows: *sont tombés*, *sont tombés lundi*."""
    reading = search.reading
    _, end = reading.sentence(i)
    if i + 1 >= end or reading.pos[i + 1] in ("PUNCT", "SPACE") or (i + 1) in reading.date_at:
        return True
    # *sont tombés en Irak depuis 2003*, *dans la nuit*, *lors des combats*, *pour la France*
    where = reading.words[i + 1] in ("en", "au", "aux", "a") and (i + 2) in reading.locative_at
    when = reading.words[i + 1 : i + 3] in (["dans", "la"], ["au", "cours"], ["pour", "la"], ["pour", "leur"])
    when = when and reading.nouns[min(end - 1, i + 3)] not in ("misere", "pauvrete", "clandestinite")
    return where or when or reading.words[i + 1] in ("lors", "depuis", "face", "lorsque", "lorsqu'", "quand", "sous")


def _first_to(search: Search, verb: Token) -> Token | None:
    """*le premier militaire américain à trouver la mort*: the noun that an infinitive with *à* tells of."""
    reading = search.reading
    if verb.i < 2 or reading.tokens[verb.i - 1].lower_ != "à":
        # *un soldat de la Finul a perdu la vie*
        return None
    j = verb.i - 2
    while j > 0 and (reading.pos[j] == "ADJ" or (j in reading.actor_at and not search.troops_at(j))):
        j -= 1
    return reading.tokens[j] if search.troops_at(j) else None


def _is_counted(search: Search, victim: Token) -> bool:
    """Whether a figure, *un* or a rank and a name tell who it is."""
    few = ("un", "une", "plusieurs", "quelques")
    numbered = victim.i in search.reading.count_at or number_before(search.reading, victim.i) is not None
    return numbered or any(c.lower_ in few for c in victim.lefts) or is_rank(search, victim.i)


__all__ = ["dies", "is_victim", "kills"]
