"""A figure of troops that no trigger tells: *appuyer les 8.000 Casques bleus*; to be counted is to be there."""

import re

from natoextract.events.frames import Frame, Search
from natoextract.events.quantities import Quantities, Told
from natoextract.events.reading import Reading, TokenMention
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import SUBJECTS, lemma, verb_group
from natoextract.roles.words import any_word

# Of the fallen a loss tells; soldiers who march past, demonstrate or stand trial are on no mission.
_OTHERWISE = re.compile(rf"\b(?:{any_word('falling', 'fighting', 'off_duty')})")
#: Fewer are a patrol: *deux soldats étaient de garde*.
_SQUAD = 10
_IN_GENERAL = re.compile(r"\b(?:(?:general|habituel|normal|ordinair)e?ment|en general)\b")
#: No longer is the line of a list.
_ITEM = 10
_OF_SOME = re.compile(r"d'(?:entre|autres)\b")
_TOLD_BEFORE = frozenset(["dont", "moins", "parmi", "entre", "origine", "depart", "initialement"])
_HELPED = re.compile(
    rf"\b(?:{any_word('training')})"
    r"(?: (?:plus|moins|pres|quelque|environ|au|deja|ensuite|de|d'|des|les|aussi|egalement))*(?: |')$"
)
# What a headline says of a figure: *3.300 Casques bleus de moins*, *500 hommes supplémentaires*.
_CHANGED = re.compile(
    r"(?: \w+)? (?:(?P<less>(?:de|en) moins)|(?:de|en) plus|supplementaires?|additionnels?|en renfort)\b"
)


def with_figures(search: Search, told: list[Told]) -> list[Told]:
    """The frames and their counts, with a presence for each count that is none of theirs, in text order."""
    taken = {i for _, linked in told for i in _firsts(linked)}
    left = [m for m in search.reading.counts if m.first not in taken] if search.about_troops else []
    more = [(_figure(search.reading, m), Quantities(moved=[m])) for m in left if _is_force(search.reading, m)]
    return sorted([*told, *more], key=lambda each: each[0].token.i) if more else told


def _firsts(linked: Quantities) -> list[int]:
    own = [m.first for m in (*linked.moved, linked.before, linked.after) if m is not None]
    return [*own, *(i for step in linked.steps for i in _firsts(step))]


def _figure(reading: Reading, count: TokenMention) -> Frame:
    last = count.last
    token = reading.tokens[last - (reading.words[last - 1] == "casques")]
    verb = token.head
    frame = Frame(token, last, "presence", "figure", token.lower_, troops=token)
    if told := _CHANGED.match(reading.folded, count.record["end"]):
        frame.type = "withdrawal" if told["less"] else "deployment"
    elif token.dep_ in SUBJECTS and verb.pos_ in ("VERB", "AUX") and (group := verb_group(verb)).tense == "future":
        # *12.000 hommes seront affectés au front*: they are still to come
        # *800 hommes auront pour mission* tells what they are there for
        type_ = "presence" if lemma(verb) in ("avoir", "être", "rester", "demeurer") else "deployment"
        return Frame(verb, verb.i, type_, "figure", lemma(verb), troops=token, group=group)
    if token.dep_ == "obj" and lemma(verb) == "attendre" and verb.i < token.i:
        # *Il attend encore 2.000 hommes*
        frame.type = "deployment"
    return frame


def _is_force(reading: Reading, count: TokenMention) -> bool:
    """Whether a count is a force that stands somewhere: named by its unit, no share of another, not fallen."""
    record = count.record
    beside = reading.folded[record["start"] : record["end"] + 12]
    first, end = reading.sentence(count.first)
    # *une vingtaine de Suisses y observent la région pour l'Eufor*: in a mission they are no tourists
    serving = record["unit"] == "ressortissant" and any(first <= m.first < end for m in reading.missions)
    if (record["unit"] in (None, "ressortissant") and not serving) or _OF_SOME.search(beside):
        # *contre 500 il y a un an*, *les 600 Français de Kigali*, *une trentaine d'entre eux*: no force by themselves
        return False
    if max(record["minimum"] or 0, record["maximum"] or 0) < _SQUAD:
        return False
    changed = _CHANGED.match(reading.folded, record["end"])
    if not changed and end - first < _ITEM and reading.words[count.first - 1] == ":":
        # *- Armée nigériane : 52*: of what the list tells, often of the dead
        return False
    before = reading.words[max(first, count.first - 4) : count.first]
    if before[-2:] == ["sur", "le"] or before[-1:] == ["ce"] or before[-3:-1] == ["un", "total"]:
        # *Sur le millier de soldats à retirer*, *ce millier de soldats*, *sur un total de 400 hommes*
        return False
    if _HELPED.search(reading.folded, max(0, record["start"] - 60), record["start"]):
        # *a formé 36.000 soldats ukrainiens*: who is helped is not who is there
        return False
    if (
        "sur" in before[-1:]
        or {"sur", "ces"} <= set(before)
        or (_TOLD_BEFORE & set(before) and before[-2:] != ["dont", "les"])
        or vocabulary().shares & set(before)
    ):
        # *Sur ces 4.000 soldats, un quart …*, *la moitié de ses 5.000 soldats*: told just before, or all of a part;
        # *la mission, dont les 12.000 hommes* tells all
        return False
    if _IN_GENERAL.search(reading.folded, reading.tokens[first].idx, record["start"]):
        # *Un bataillon comprend généralement 800 hommes*: any, and so none
        return False
    return _OTHERWISE.search(reading.folded, reading.tokens[first].idx, reading.tokens[end - 1].idx) is None
