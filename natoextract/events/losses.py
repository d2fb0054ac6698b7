"""Which nouns tell casualties: *la mort de deux soldats*, *8 morts parmi les soldats*, *de lourdes pertes*."""

from natoextract.events.airmen import falls
from natoextract.events.casualty_words import casualty_words
from natoextract.events.counted import number_before
from natoextract.events.frames import Frame, Search
from natoextract.events.in_chains import modified_before, victim_after
from natoextract.events.losing import suffers
from natoextract.events.loss_sides import (
    all_soldiers,
    in_our_ranks,
    is_own_loss,
    is_taken_up,
    own_ranks,
    side,
    struck,
    suffered_by,
    target,
)
from natoextract.events.military import beside, noun_lemma, verb_lemma
from natoextract.events.predicates import victim_of
from natoextract.events.reached import reached
from natoextract.events.reading import Reading
from natoextract.events.rightward import aside_end
from natoextract.events.shares import own_men
from natoextract.events.victims import is_military_toll
from natoextract.numerals import parse_number

_LISTING = casualty_words().listing
_NAMING = casualty_words().naming
#: The fallen, whom *être* names: *les disparus sont cinq officiers et 18 soldats*.
_PEOPLE = frozenset(["disparu", "tue", "otage", "prisonnier"])
_BODIES = casualty_words().bodies
_TIMES = casualty_words().times


def fallen(search: Search, frame: Frame, name: str) -> Frame | None:
    """*la mort de deux soldats*, *8 morts parmi les soldats*, *les pertes: 57 soldats*."""
    reading, i = search.reading, frame.last
    if name == "captif" or (name == "prisonnier" and reading.pos[i - 1] == "ADJ" and i - 1 in reading.actor_at):
        # *3.000 soldats ukrainiens prisonniers*
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
    if name == "bilan" and "selon" in reading.words[max(0, i - 3) : i] and _is_of_rebels(search, i):
        # *Selon un bilan de l'armée, 324 rebelles ont été tués*: who tells it
        return None
    if name in ("prisonnier", "otage") and reading.words[i - 1] == ",":
        # *ont libéré un soldat danois, prisonnier depuis juin*
        frame.troops = modified_before(search, frame.token)
        return frame if frame.troops is not None else None
    if name == "victime" and (said := victim_of(search, frame)) is not None:
        return said
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
    verb = next((j for j in range(i + 1, i + 3) if j < len(reading.tokens) and reading.pos[j] == "VERB"), None)
    listed = "parmi" in reading.words[max(first, i - 4) : i] and verb is not None
    if listed and verb is not None and verb_lemma(reading.tokens[verb]) in _LISTING:
        # *Parmi les blessés figurent quatre policiers et treize soldats*
        frame.troops = victim_after(search, verb)
        return frame if frame.troops is not None else None
    if reading.words[i + 1 : i + 2] in (["de"], ["d'"], ["des"], ["du"]) and (victim := victim_after(search, i)):
        # *la mort de douze civils, dont deux enfants, et de trois soldats*
        frame.troops = victim
        return frame
    if name == "perte" and reading.words[i + 1 : i + 4] == ["des", "deux", "cotes"]:
        # *l'armée syrienne a attaqué, avec de fortes pertes des deux côtés*
        first, _ = reading.sentence(i)
        if (army := next((j for j in range(first, i) if search.troops_at(j)), None)) is not None:
            frame.troops = reading.tokens[army]
            return frame
    if (army := own_ranks(search, i) or target(search, i) or side(search, i) or struck(search, i)) is not None:
        frame.troops = reading.tokens[army]
        return frame
    if (soldiers := all_soldiers(search, i)) is not None:
        frame.troops = reading.tokens[soldiers]
        return frame
    if in_our_ranks(search, i) or is_own_loss(search, frame, name) or is_taken_up(search, i, name):
        return frame
    if name in ("mort", "perte", "deces") and (man := own_men(search, i)) is not None and search.about_troops:
        # *au lendemain de la mort d'un de ses hommes*
        frame.troops = man
        return frame
    if (loser := suffers(search, frame.token) or suffered_by(search, i)) is not None:
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
    counted = name not in casualty_words().remains and (is_military_toll(search, i) or _follows(search, i))
    return frame if counted else None


def _follows(search: Search, i: int) -> bool:
    """*Un casque bleu tué, sept blessés*: a number of losses right behind a participle said of soldiers."""
    reading, last = search.reading, search.told[-1] if search.told else None
    if last is None or last.type != "casualties" or not last.participle or last.troops is None:
        return False
    number = number_before(reading, i)
    behind = number is not None and number.first - last.last == 2 and reading.words[number.first - 1] in ("et", ",")
    # *un militaire tué, trois blessés sur l'autoroute*: whose?
    ours = range(last.troops.i, last.token.i)
    known = search.about_troops or any(reading.words[j] == "bleu" or reading.actor_at.get(j) for j in ours)
    return behind and known and last.troops.i < last.token.i and not _is_one_of_list(search, last)


def _is_one_of_list(search: Search, frame: Frame) -> bool:
    """*un soldat et deux policiers tués*: of whom are those told next?"""
    assert frame.troops is not None
    between = range(max(0, frame.troops.i - 6), frame.token.i)
    words = casualty_words()
    return any(search.reading.nouns[j] in words.civilians | words.insurgents for j in between)


def _is_of_rebels(search: Search, i: int) -> bool:
    """Whether a sentence tells of the dead of the other side behind a word."""
    _, end = search.reading.sentence(i)
    return not casualty_words().insurgents.isdisjoint(search.reading.nouns[i:end])


def _captive(search: Search, frame: Frame, j: int) -> Frame | None:
    """*la libération des 174 soldats français captifs*: the troops before an adjective."""
    reading = search.reading
    while j > 0 and j not in reading.count_at and (reading.pos[j] == "ADJ" or j in reading.actor_at):
        j -= 1
    if not search.troops_at(j):
        return None
    frame.troops = reading.tokens[j]
    return frame


def _is_of_state(reading: Reading, i: int) -> bool:
    return any(actor.form == "adjective" for actor in reading.actor_at.get(i, ()))


def _complement(search: Search, frame: Frame, name: str) -> int | None:
    """Whose loss it is: the first troops after the noun in its clause."""
    reading, i, words = search.reading, frame.last, casualty_words()
    _, end = reading.sentence(i)
    colon = False
    after = i
    if (
        reading.words[i + 1] == ","
        and reading.words[i + 2] in ("civils", "militaires")
        and reading.words[i + 3] == "et"
    ):
        # *des centaines de morts, civils et militaires*
        return None
    for j in range(i + 1, min(end, i + 20)):
        token, word = reading.tokens[j], reading.words[j]
        count = reading.count_at.get(j)
        if count is not None and j < count.last and any(_is_loss(search, k) for k in range(count.first, count.last)):
            # *trois morts et sept blessés parmi les soldats*: the number is of the next loss, the soldiers of both
            continue
        if falls(search, j) and j not in reading.mission_at:
            return None if _fires(reading, j) else j
        colon = colon or token.text == ":"
        civil = word == "et" and name == "victime" and reading.nouns[j - 1] in words.civilians
        if reading.words[j : j + 2] == [",", "dont"] or _lists_another(search, j) or civil:
            # *les victimes sont douze civils et six soldats*
            # *60 morts, dont 52 parmi les soldats*, *trois morts et sept blessés parmi les soldats*
            continue
        if token.pos_ in ("VERB", "AUX") and not colon:
            named = name == "victime" or (name in _PEOPLE and reading.words[i - 1] == "les")
            told = words.counting if name in words.tolls else _NAMING if named else _LISTING
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
            return _behind_place(search, j, end) if word in ("dans", "lors", "apres") else None
    return None


def _fires(reading: Reading, j: int) -> bool:
    """*deux morts à la suite de tirs de l'armée turque*: who shot."""
    at = j - 1 if reading.words[j - 1] in ("des", "de", "d'") else j - 2
    return (
        j not in reading.count_at
        and reading.words[at] in ("de", "des", "d'")
        and reading.nouns[at - 1] in ("tir", "feu", "frappe", "bombardement", "raid", "fusillade")
    )


def _behind_place(search: Search, j: int, end: int) -> int | None:
    """*la mort dans une embuscade de quatorze soldats*: a figure of troops that *de* hangs on the loss."""
    reading = search.reading
    for k in range(j + 2, min(end, j + 8)):
        if reading.pos[k] in ("VERB", "AUX", "PUNCT", "CCONJ"):
            return None
        if k in reading.count_at and reading.words[reading.count_at[k].first - 1] in ("de", "d'"):
            return reading.count_at[k].last
    return None


def _is_room(reading: Reading, j: int) -> bool:
    """*dans une embuscade*; *dans les rangs de l'armée* tells whose."""
    return not {"rangs", "rang"} & set(reading.words[j + 1 : j + 3]) and reading.nouns[j + 2] not in _BODIES


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
