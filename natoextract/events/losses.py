"""Which nouns tell casualties: *la mort de deux soldats*, *8 morts parmi les soldats*, *de lourdes pertes*."""

import re

from spacy.tokens import Token

from natoextract.events.airmen import falls
from natoextract.events.casualties import suffers
from natoextract.events.casualty_words import casualty_words
from natoextract.events.counted import number_before
from natoextract.events.frames import Frame, Search
from natoextract.events.military import beside, noun_lemma, verb_lemma
from natoextract.events.reached import reached
from natoextract.events.reading import Reading
from natoextract.events.rightward import aside_end
from natoextract.events.shares import are_others, own_men
from natoextract.events.victims import is_military_toll
from natoextract.numerals import parse_number

#: *parmi les victimes figurent quatre militaires*.
_LISTING = frozenset(["figurer", "deplorer"])
#: *les victimes sont deux soldats*; the toll that is one is read by its own trigger.
_NAMING = frozenset(["figurer", "etre", "deplorer"])
#: *les premiers tués dans le contingent français*: whose they are.
_BODIES = frozenset(["contingent", "troupe", "armee"])
_TIMES = frozenset(["nuit", "journee", "matinee", "soiree", "semaine"])
#: What has been told before *ce décès*, *ces pertes*.
_FELL = re.compile(
    r"\b(?:morts?|mourir|meur\w+|tue\w*|peri\w*|deced\w+|deces|perdu\w*|tomb\w+|succomb\w+|accident\w*)\b"
)
_SUFFERED = ("subie", "infligee", "enregistree", "essuyee")


def fallen(search: Search, frame: Frame, name: str) -> Frame | None:
    """*la mort de deux soldats*, *8 morts parmi les soldats*, *les pertes: 57 soldats*."""
    reading, i = search.reading, frame.last
    if name == "captif":
        return _captive(search, frame, i - 1)
    if i in reading.count_at or (i - 1) in reading.count_at:
        # *8 morts*, *17 blessés*: the layer of numbers has read that they are troops
        frame.troops = frame.token
        return frame
    if name == "prisonnier" and reading.words[i - 1] in ("fait", "faits"):
        # *douze soldats faits prisonniers*: the model takes *faits* for a noun
        return _captive(search, frame, i - 2)
    first, _ = reading.sentence(i)
    if casualty_words().attempts.intersection(reading.nouns[max(first, i - 3) : i]):
        # *une tentative d'assassinat*
        return None
    if name in casualty_words().remains and not _are_found(reading, frame, name):
        return None
    troops = _complement(search, frame, name)
    if troops is None and name in casualty_words().tolls and (told := reached(reading, frame)) is not None:
        # *le bilan des pertes dans les combats était monté à huit soldats*
        troops = told.last + 1 if told.last + 1 in reading.count_at else reading.count_at.get(told.last, told).last
        troops = troops if troops in reading.count_at else None
    if name == "execution" and troops is not None and "NOUN" in reading.pos[i + 1 : troops]:
        # *l'exécution du plan des soldats*
        return None
    if troops is not None:
        frame.troops = reading.tokens[troops]
        return frame
    if name == "perte" and reading.words[i + 1 : i + 4] == ["des", "deux", "cotes"]:
        # *l'armée syrienne a attaqué, avec de fortes pertes des deux côtés*
        first, _ = reading.sentence(i)
        if (army := next((j for j in range(first, i) if search.troops_at(j)), None)) is not None:
            frame.troops = reading.tokens[army]
            return frame
    if (army := _own_ranks(search, i) or _target(search, i) or _side(search, i) or _struck(search, i)) is not None:
        frame.troops = reading.tokens[army]
        return frame
    if (soldiers := _all_soldiers(search, i)) is not None:
        frame.troops = reading.tokens[soldiers]
        return frame
    if _in_our_ranks(search, i) or _is_own_loss(search, frame, name) or _is_taken_up(search, i, name):
        return frame
    if name in ("mort", "perte", "deces") and (man := own_men(search, i)) is not None and search.about_troops:
        # *au lendemain de la mort d'un de ses hommes*
        frame.troops = man
        return frame
    if (loser := suffers(search, frame.token) or _suffered_by(search, i)) is not None:
        # *l'armée déplore deux morts*, *a subi de lourdes pertes*
        frame.troops = loser
        return frame
    if (
        reading.words[i] == "pertes"
        and search.about_troops
        and any(_is_of_state(reading, j) for j in beside(reading, i, 2))
    ):
        # *les pertes américaines*
        return frame
    counted = name not in casualty_words().remains and is_military_toll(search, i)
    return frame if counted else None


def _captive(search: Search, frame: Frame, j: int) -> Frame | None:
    """*la libération des 174 soldats français captifs*: the troops before an adjective."""
    reading = search.reading
    while j > 0 and j not in reading.count_at and (reading.pos[j] == "ADJ" or j in reading.actor_at):
        j -= 1
    if not search.troops_at(j):
        return None
    frame.troops = reading.tokens[j]
    return frame


def _own_ranks(search: Search, i: int) -> int | None:
    """*L'armée a fait état de deux morts et d'une dizaine de blessés dans ses rangs*: the troops before *ses*."""
    reading = search.reading
    first, end = reading.sentence(i)
    near = reading.words[i + 1 : min(end, i + 12)]
    if "rangs" not in near[1:] or near[near.index("rangs") - 1] not in ("ses", "leurs"):
        return None
    return next((j for j in range(first, i) if search.troops_at(j)), None)


def _in_our_ranks(search: Search, i: int) -> bool:
    """*des victimes dans nos rangs*, *trois morts dans les rangs danois*, *côté danois*: of soldiers told before."""
    reading = search.reading
    _, end = reading.sentence(i)
    words = reading.words[i + 1 : min(end, i + 5)]
    if not search.about_troops or not {"rangs", "cote"} & set(words):
        return False
    if words[:3] == ["dans", "nos", "rangs"]:
        return True
    at = i + 1 + next(k for k, word in enumerate(words) if word in ("rangs", "cote"))
    near = (a for j in (at + 1, at + 2) for a in reading.actor_at.get(j, ()))
    return words[:1] in (["dans"], ["cote"]) and any(a.form == "adjective" for a in near)


def _is_own_loss(search: Search, frame: Frame, name: str) -> bool:
    """*Nairobi n'a jamais publié de bilan de ses pertes*: a state's, in an article about troops."""
    reading, i = search.reading, frame.token.i
    first, _ = reading.sentence(i)
    owned = name == "perte" and reading.words[i] == "pertes" and reading.words[i - 1] in ("ses", "leurs")
    if not owned or not search.about_troops:
        return False
    return any(a.form in ("name", "capital", "demonym") for j in range(first, i) for a in reading.actor_at.get(j, ()))


def _is_taken_up(search: Search, i: int, name: str) -> bool:
    """*les circonstances de ce décès*, *Ces pertes sont les premières*: those just told; *porte à 18* tells its own."""
    reading = search.reading
    _, end = reading.sentence(i)
    pointed = reading.words[i - 1] in ("ce", "cette", "ces") and name in ("mort", "deces", "perte", "disparition")
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
    if _FELL.search(reading.folded, max(0, before - 300), before) is None:
        # *Ce décès est naturel*, of whom nothing has been told
        return False
    carries = any(word.startswith("port") for word in reading.words[i + 1 : min(end, i + 4)])
    return not carries and not are_others(reading, i)


def _target(search: Search, i: int) -> int | None:
    """*une patrouille de l'armée malienne, faisant trois morts*, *l'attaque d'un poste de l'armée a fait 48 morts*."""
    reading, words = search.reading, casualty_words()
    first, _ = reading.sentence(i)
    made = "fai" in "".join(reading.words[max(first, i - 6) : i]) or "bilan" in reading.words[first:i]
    if i - 2 < first or not made or number_before(reading, i) is None:
        return None
    if not words.civilians.isdisjoint(reading.nouns[first:i]) or "parmi" in reading.words[i + 1 : i + 4]:
        return None
    return next((army for j in range(i - 1, first, -1) if (army := _army_of(search, j, i)) is not None), None)


def _army_of(search: Search, j: int, end: int) -> int | None:
    """*un convoi de l'armée malienne*, *une base de l'Amisom*: whose a target is."""
    words = search.reading.words
    if search.reading.nouns[j] not in casualty_words().targets or "pres" in words[max(0, j - 4) : j]:
        return None
    return next((k for k in range(j + 1, min(end, j + 5)) if search.troops_at(k)), None)


def _side(search: Search, i: int) -> int | None:
    """*Du côté de l'armée, le bilan est de 11 morts*: the side that the sentence tells of."""
    reading = search.reading
    first, _ = reading.sentence(i)
    if number_before(reading, i) is None:
        return None
    at = next((j for j in range(i - 1, first - 1, -1) if reading.words[j] == "cote"), None)
    if at is None or not casualty_words().insurgents.isdisjoint(reading.nouns[at:i]):
        return None
    return next((k for k in range(at + 1, min(i, at + 5)) if search.troops_at(k)), None)


def _struck(search: Search, i: int) -> int | None:
    """*71 morts dans l'attaque subie par l'armée*, *33 morts dans l'attaque d'un convoi de l'armée*: who was struck."""
    reading, words = search.reading, casualty_words()
    first, end = reading.sentence(i)
    if number_before(reading, i) is None or reading.words[i + 1 : i + 2] not in (["dans"], ["apres"], ["lors"]):
        return None
    if not words.civilians.isdisjoint(reading.nouns[first:end]):
        return None
    for j in range(i + 2, min(end, i + 14)):
        if (army := _army_of(search, j, end)) is not None:
            return army
        if reading.words[j] in ("subie", "subies") and reading.words[j + 1 : j + 2]:
            return next((k for k in range(j + 1, min(end, j + 5)) if search.troops_at(k)), None)
    return None


def _all_soldiers(search: Search, i: int) -> int | None:
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


def _suffered_by(search: Search, i: int) -> Token | None:
    """*les pertes subies par l'armée*, *infligées aux soldats*: whose they are, behind a participle."""
    reading = search.reading
    _, end = reading.sentence(i)
    at = next((j for j in range(i + 1, min(end, i + 4)) if reading.words[j].startswith(_SUFFERED)), None)
    if at is None:
        return None
    states = search.about_troops
    near = range(at + 1, min(end, at + 5))
    return next((reading.tokens[k] for k in near if search.troops_at(k) or (states and reading.actor_at.get(k))), None)


def _is_of_state(reading: Reading, i: int) -> bool:
    return any(actor.form == "adjective" for actor in reading.actor_at.get(i, ()))


def _complement(search: Search, frame: Frame, name: str) -> int | None:
    """Whose loss it is: the first troops after the noun in its clause."""
    reading, i, words = search.reading, frame.last, casualty_words()
    _, end = reading.sentence(i)
    colon = False
    after = i
    for j in range(i + 1, min(end, i + 20)):
        token, word = reading.tokens[j], reading.words[j]
        count = reading.count_at.get(j)
        if count is not None and j < count.last and any(_is_loss(search, k) for k in range(count.first, count.last)):
            # *trois morts et sept blessés parmi les soldats*: the number is of the next loss, the soldiers of both
            continue
        if falls(search, j) and j not in reading.mission_at:
            return j
        colon = colon or token.text == ":"
        if reading.words[j : j + 2] == [",", "dont"] or _lists_another(search, j):
            # *60 morts, dont 52 parmi les soldats*, *trois morts et sept blessés parmi les soldats*
            continue
        if token.pos_ in ("VERB", "AUX") and not colon:
            told = words.counting if name in words.tolls else _NAMING if name == "victime" else _LISTING
            if verb_lemma(token) not in told:
                return None
        elif word == "," and (closing := aside_end(reading, j, end, 14)) is not None and closing > after:
            # *la mort accidentelle, la nuit précédente, d'un soldat*
            after = closing
        elif word == "par" and j == i + 1 and (taken := _past_agent(search, j, end)) is not None:
            # *la capture par la milice de deux militaires*
            return taken
        elif j <= after:
            continue
        elif (
            word in words.breaks
            or (word in (",", "et") and not colon)
            or (word == "dans" and _is_room(reading, j) and not _is_while(reading, j, end))
        ):
            return None
    return None


def _is_room(reading: Reading, j: int) -> bool:
    """*dans une embuscade*; *dans les rangs de l'armée* tells whose."""
    return "rangs" not in reading.words[j + 1 : j + 3] and reading.nouns[j + 2] not in _BODIES


def _past_agent(search: Search, j: int, end: int) -> int | None:
    """The troops behind those who took them: *par le Hezbollah de deux militaires*."""
    words = search.reading.words
    at = next((k for k in range(j + 2, min(end, j + 9)) if words[k] in ("de", "d'", "des")), None)
    if at is None:
        return None
    return next((k for k in range(at + 1, min(end, at + 4)) if search.troops_at(k)), None)


def _is_while(reading: Reading, j: int, end: int) -> bool:
    """*la mort dans la nuit d'un soldat*: a time between a loss and whose it is."""
    return any(reading.words[k] in _TIMES for k in range(j + 1, min(end, j + 3)))


def _is_loss(search: Search, j: int) -> bool:
    """Whether a noun is another loss: *blessés*."""
    return any(sense.frame == "fallen" for sense in search.words.nouns.get(noun_lemma(search.reading, j), ()))


def _lists_another(search: Search, j: int) -> bool:
    """*et sept blessés*: the next loss of a list."""
    reading = search.reading
    if reading.words[j] not in ("et", ",") or j + 2 >= len(reading.tokens):
        return False
    return parse_number(reading.words[j + 1]) is not None and _is_loss(search, j + 2)


def _are_found(reading: Reading, frame: Frame, name: str) -> bool:
    """*les corps de 14 soldats ont été retrouvés*: not *le corps des officiers*."""
    first, end = reading.sentence(frame.token.i)
    if name == "cadavre":
        return True
    return any(
        reading.pos[j] in ("VERB", "AUX") and verb_lemma(reading.tokens[j]) in casualty_words().recovering
        for j in range(first, end)
    )
