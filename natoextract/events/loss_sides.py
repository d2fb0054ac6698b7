"""Whose a loss is, told apart from its noun: *dans ses rangs*, *du côté de l'armée*, *contre un convoi de l'armée*."""

import re

from spacy.tokens import Token

from natoextract.events.casualty_words import casualty_words
from natoextract.events.counted import number_before
from natoextract.events.frames import Frame, Search
from natoextract.events.shares import are_others
from natoextract.numerals import parse_number

#: What has been told before *ce décès*, *ces pertes*.
FELL = re.compile(
    r"\b(?:morts?|mourir|meur\w+|tue\w*|peri\w*|deced\w+|deces|perdu\w*|tomb\w+|succomb\w+|accident\w*)\b"
)
_HELD = re.compile(r"\b(?:enlev|captur|otage|prisonn|captif|libere|mains des)\w*")
_LOSSES = frozenset(["morts", "blesses", "blesse", "tues", "disparus", "prisonniers"])
#: Deeds whose dead are of those whom they strike: *des attaques contre les forces russes ont fait 44 morts*.
_ATTACKS = casualty_words().attacks
_SUFFERED = ("subie", "infligee", "enregistree", "essuyee")


def own_ranks(search: Search, i: int) -> int | None:
    """*L'armée a fait état de deux morts et d'une dizaine de blessés dans ses rangs*: the troops before *ses*."""
    reading = search.reading
    first, end = reading.sentence(i)
    near = reading.words[i + 1 : min(end, i + 12)]
    if "rangs" not in near[1:] or near[near.index("rangs") - 1] not in ("ses", "leurs"):
        return None
    army = next((j for j in range(first, i) if search.troops_at(j)), None)
    # *Les Etats-Unis déplorent 13 morts dans leurs rangs*
    states = (a.first for a in reading.actors_between(first, i) if a.form in ("name", "capital"))
    return army if army is not None else next(states, None)


def in_our_ranks(search: Search, i: int) -> bool:
    """*des victimes dans nos rangs*, *trois morts dans les rangs danois*, *du côté danois*: of soldiers told before."""
    reading = search.reading
    _, end = reading.sentence(i)
    i = _last_of_list(search, i)
    words = reading.words[i + 1 : min(end, i + 5)]
    if not search.about_troops or not {"rangs", "cote"} & set(words):
        return False
    if words[:1] == ["du"]:
        # *huit morts du côté arménien*
        words = words[1:]
    if words[:3] == ["dans", "nos", "rangs"]:
        return True
    at = next(j for j in range(i + 1, end) if reading.words[j] in ("rangs", "cote"))
    near = (a for j in (at + 1, at + 2) for a in reading.actor_at.get(j, ()))
    return words[:1] in (["dans"], ["cote"]) and any(a.form == "adjective" for a in near)


def _last_of_list(search: Search, i: int) -> int:
    """*500 morts et jusqu'à un millier de blessés dans les rangs russes*: the last of the losses that a side has."""
    reading = search.reading
    _, end = reading.sentence(i)
    if reading.words[i + 1 : i + 2] not in (["et"], [","]):
        return i
    more = (j for j in range(i + 2, min(end, i + 9)) if reading.words[j] in _LOSSES)
    last = next(more, i)
    return i if any(reading.pos[j] in ("VERB", "AUX") for j in range(i + 1, last)) else last


def is_own_loss(search: Search, frame: Frame, name: str) -> bool:
    """*Nairobi n'a jamais publié de bilan de ses pertes*: a state's, in an article about troops."""
    reading, i = search.reading, frame.token.i
    first, _ = reading.sentence(i)
    owned = name == "perte" and reading.words[i] == "pertes" and reading.words[i - 1] in ("ses", "leurs")
    if not owned or not search.about_troops:
        return False
    return any(a.form in ("name", "capital", "demonym") for j in range(first, i) for a in reading.actor_at.get(j, ()))


def is_taken_up(search: Search, i: int, name: str) -> bool:
    """*les circonstances de ce décès*, *Ces pertes sont les premières*: those just told; *porte à 18* tells its own."""
    reading = search.reading
    _, end = reading.sentence(i)
    pointed = reading.words[i - 1] in ("ce", "cette", "ces") and name in ("mort", "deces", "perte", "disparition")
    if reading.words[i - 1] == "leur" and name in ("capture", "enlevement"):
        # *après leur capture le 14 février*: of those just told to be held
        at = reading.tokens[i].idx
        return search.about_troops and _HELD.search(reading.folded, max(0, at - 300), at) is not None
    if not pointed or not search.about_troops or not search.recent_troops(i):
        return False
    if reading.words[i - 2] in ("de", "d'") and reading.words[i - 3] in (
        "tiers",
        "moitie",
        "quart",
        "cause",
        "plupart",
    ):
        # *à l'origine d'un tiers de ces décès*
        return False
    before = reading.tokens[i].idx
    if FELL.search(reading.folded, max(0, before - 300), before) is None:
        # *Ce décès est naturel*, of whom nothing has been told
        return False
    carries = any(word.startswith("port") for word in reading.words[i + 1 : min(end, i + 4)])
    return not carries and not are_others(reading, i)


def target(search: Search, i: int) -> int | None:
    """*une patrouille de l'armée malienne, faisant trois morts*, *l'attaque d'un poste de l'armée a fait 48 morts*."""
    reading, words = search.reading, casualty_words()
    first, _ = reading.sentence(i)
    made = "fai" in "".join(reading.words[max(first, i - 6) : i]) or "bilan" in reading.words[first:i]
    if i - 2 < first or not made or number_before(reading, i) is None:
        return None
    if not words.civilians.isdisjoint(reading.nouns[first:i]) or "parmi" in reading.words[i + 1 : i + 4]:
        return None
    held = next((army for j in range(i - 1, first, -1) if (army := _army_of(search, j, i)) is not None), None)
    return held if held is not None else _attacked(search, first, i)


def _attacked(search: Search, first: int, i: int) -> int | None:
    """*Une vague d'attaques contre les forces russes a fait 44 morts*: whom the attacks struck."""
    reading = search.reading
    at = next((j for j in range(i - 1, first, -1) if reading.words[j] == "contre"), None)
    if at is None or _ATTACKS.isdisjoint(reading.nouns[max(first, at - 14) : at]):
        return None
    struck = next((j for j in range(at + 1, min(i, at + 5)) if search.troops_at(j)), None)
    others = casualty_words().insurgents
    verbs = (j for j in range(at, i) if reading.pos[j] == "VERB")
    if any(not reading.words[j].startswith("fai") for j in verbs):
        # *l'assaut contre l'armée intervient alors qu'une attaque a fait dix morts*
        return None
    return None if struck is None or not others.isdisjoint(reading.nouns[at:i]) else struck


def _army_of(search: Search, j: int, end: int) -> int | None:
    """*un convoi de l'armée malienne*, *une base de l'Amisom*: whose a target is."""
    words = search.reading.words
    if search.reading.nouns[j] not in casualty_words().targets or "pres" in words[max(0, j - 4) : j]:
        return None
    return next((k for k in range(j + 1, min(end, j + 5)) if search.troops_at(k)), None)


def side(search: Search, i: int) -> int | None:
    """*Du côté de l'armée, le bilan est de 11 morts*: the side that the sentence tells of."""
    reading = search.reading
    first, _ = reading.sentence(i)
    if number_before(reading, i) is None:
        return None
    at = next((j for j in range(i - 1, first - 1, -1) if reading.words[j] == "cote"), None)
    if at is None or not casualty_words().insurgents.isdisjoint(reading.nouns[at:i]):
        return None
    near = range(at + 1, min(i, at + 5))
    # *Côté armée, on compte trois morts*
    bare = (k for k in near if search.about_troops and reading.nouns[k] == "armee")
    return next((k for k in near if search.troops_at(k)), None) or next(bare, None)


def struck(search: Search, i: int) -> int | None:
    """*71 morts dans l'attaque subie par l'armée*, *33 morts dans l'attaque d'un convoi de l'armée*: who was struck."""
    reading, words = search.reading, casualty_words()
    first, end = reading.sentence(i)
    if number_before(reading, i) is None or reading.words[i + 1 : i + 2] not in (["dans"], ["apres"], ["lors"]):
        return None
    if not words.civilians.isdisjoint(reading.nouns[first:end]):
        return None
    for j in range(i + 2, min(end, i + 14)):
        if reading.nouns[j] in words.craft and "militaire" in reading.nouns[j + 1 : j + 3]:
            # *huit morts dans le crash d'un hélicoptère militaire italien*
            return j
        if (army := _army_of(search, j, end)) is not None:
            return army
        if reading.words[j] in ("subie", "subies") and reading.words[j + 1 : j + 2]:
            return next((k for k in range(j + 1, min(end, j + 5)) if search.troops_at(k)), None)
    return None


def all_soldiers(search: Search, i: int) -> int | None:
    """*huit morts et 11 blessés, tous militaires*: what all of them were."""
    reading = search.reading
    _, end = reading.sentence(i)
    if i == 0 or parse_number(reading.words[i - 1]) is None:
        return None
    for j in range(i + 1, min(end, i + 9)):
        if reading.words[j] in ("tous", "toutes"):
            near = range(j + 1, min(end, j + 3))
            return next((k for k in near if reading.words[k] in ("militaires", "soldats")), None)
        if reading.pos[j] in ("VERB", "AUX"):
            return None
    return None


def suffered_by(search: Search, i: int) -> Token | None:
    """*les pertes subies par l'armée*, *infligées aux soldats*: whose they are, behind a participle."""
    reading = search.reading
    _, end = reading.sentence(i)
    at = next((j for j in range(i + 1, min(end, i + 4)) if reading.words[j].startswith(_SUFFERED)), None)
    if at is None:
        return None
    states = search.about_troops
    near = range(at + 1, min(end, at + 5))
    return next((reading.tokens[k] for k in near if search.troops_at(k) or (states and reading.actor_at.get(k))), None)
