"""How many fell: *quatre autres blessés*, *8 morts*, *porte à 138 le nombre de soldats tués*."""

import re

from natoextract.events.casualty_words import casualty_words
from natoextract.events.counted import number_at, number_before
from natoextract.events.frames import Frame
from natoextract.events.military import beside
from natoextract.events.reached import reached
from natoextract.events.reading import Reading, TokenMention, within
from natoextract.events.shares import is_one_of
from natoextract.numerals import parse_number

_ONE = frozenset(["un", "une"])
#: What divides a number from the victims it is of: *deux d'entre eux*, *trois de ses hommes*, *quatre parmi eux*.
_PARTITIVE = frozenset([("d'", "entre"), ("de", "ses"), ("de", "leurs"), ("de", "nos")])

#: What a toll does before its figure: *le nombre de morts s'élève à sept*.
_REACHING = re.compile(r"\b(?:elev|pass|mont|port|atteign|atteint)\w*(?: desormais| donc)?(?: a)? (?=\w)")

#: *est passé de*, *s'est alourdi de*, before a first figure and a second.
_RISING = re.compile(r"\b(?:pass|alourd|mont|grimp|augment)\w*(?: \w+)? de $")

#: *porte à 15 le bilan des*, *a chiffré à deux le nombre de morts*.
_CARRYING = re.compile(
    r"(?P<to>\b(?:port|chiffr|evalu|estim|fix|amen)\w+ (?:\w+ )?a )[^,;:]{1,40}"
    r"\b(?:nombre|bilan|total) (?:\w+ )?(?:de |des |d')?$"
)


def toll_of(reading: Reading, frame: Frame, triggers: set[int]) -> TokenMention | None:
    """The number of those who fell, from the victims or beside the trigger."""
    first, end = reading.sentence(frame.token.i)
    if _is_told_apart(reading, frame):
        return None
    own = _own(reading, frame)
    single = frame.frame == "fallen" and frame.word != "bilan" and frame.token.i > 0
    if own is not None or (single and reading.words[frame.token.i - 1] in _ONE):
        # *a fait un mort et huit blessés parmi les soldats*
        return own
    if (frame.participle or frame.is_noun or _is_relative(reading, frame)) and (
        told := _numbered_before(reading, frame)
    ) is not None:
        return told
    if (told := reached(reading, frame)) is not None:
        apart = frame.word == "bilan" and _has_soldiers_of_its_own(reading, told, end)
        if not apart:
            return told
    if frame.troops is None:
        return _after(reading, frame, triggers, end)
    i = frame.troops.i
    alone = i not in reading.count_at and (parse_number(reading.words[i]) or 0) > 1
    if alone and (told := number_at(reading, frame.troops.idx)):
        # *tous deux sont morts*, *et huit ont été blessés*
        return told
    if i in reading.count_at:
        one = frame.group is not None and not frame.group.finite.lower_.endswith("nt")
        if one and is_one_of(reading, reading.count_at[i].first):
            return None
        return (
            _of_those(reading, reading.count_at[i].first) or _risen(reading, reading.count_at[i]) or reading.count_at[i]
        )
    if (told := _partitive(reading, i) or _total(reading, i)) is not None:
        return told
    if reading.words[i] in ("leurs", "siens"):
        return number_before(reading, i - 1)
    if reading.words[i] in ("eux", "elles"):
        return next((reading.count_at[j] for j in range(i - 1, max(first, i - 4), -1) if j in reading.count_at), None)
    if (told := number_before(reading, i)) is not None:
        # *deux pilotes*, *quatre autres*: the layer of numbers does not know them
        return told
    if (told := _members(reading, i) or _second(reading, frame, end) or _of_ranks(reading, frame)) is not None:
        return told
    if (frame.is_noun and i < frame.token.i) or 0 < i - frame.token.i < 9:
        return None
    if i < frame.token.i and "et" in reading.words[frame.last + 1 : frame.last + 3]:
        # *un de nos soldats est tombé en martyr et six autres ont été blessés*
        return None
    active = frame.group is not None and not frame.group.passive
    return _after(reading, frame, triggers, end) if active or frame.is_noun else None


def left_out(reading: Reading, frame: Frame, triggers: set[int], end: int) -> list[TokenMention]:
    """*un soldat a été blessé à Gao et quatre autres à Kidal*, *ont perdu 50 des leurs et les Ougandais une douzaine*.

    The verb is left out.
    """
    for j in range(frame.last + 1, end - 2):
        if reading.words[j] == "ainsi" and reading.words[j + 1] in ("que", "qu'") and frame.frame in ("kills", "dies"):
            # *15 Casques bleus ont été tués, ainsi que cinq soldats congolais*
            more = next((reading.count_at[k] for k in (j + 2, j + 3, j + 4) if k in reading.count_at), None)
            return [more] if more is not None else []
        if j in triggers or reading.pos[j] in ("VERB", "AUX") or reading.words[j] in ("qui", "que", "dont", ";"):
            return []
        if reading.words[j] not in ("et", ",") or (number := _next_number(reading, frame, j + 1, end)) is None:
            continue
        after = number.last + 1
        if frame.frame != "loses":
            other = reading.words[after : after + 1] in (["autre"], ["autres"])
            alone = after + 1 < end and reading.words[after + 1] in ("a", "au", "en", "dans", "pres")
            return [number] if other and alone and not triggers & set(range(after, min(end, after + 6))) else []
        return [number] if after >= end or reading.pos[after] in ("PUNCT", "ADP") else []
    return []


def other_side(reading: Reading, frame: Frame, end: int) -> list[TokenMention]:
    """*douze morts côté arménien et cinq du côté azerbaïdjanais*: the number of the other side."""
    at = frame.last + 1 + (reading.words[frame.last + 1 : frame.last + 2] == ["du"])
    if frame.frame != "fallen" or reading.words[at : at + 1] != ["cote"]:
        return []
    joint = next((j for j in range(at + 1, min(end - 2, at + 4)) if reading.words[j] in ("et", ",", "contre")), None)
    number = number_at(reading, reading.tokens[joint + 1].idx) if joint is not None else None
    if number is None:
        return []
    after = number.last + 1 + (reading.words[number.last + 1 : number.last + 2] == ["du"])
    return [number] if reading.words[after : after + 1] == ["cote"] and after + 1 in reading.actor_at else []


def _next_number(reading: Reading, frame: Frame, j: int, end: int) -> TokenMention | None:
    """The figure right behind *et*; of those who lose men too, behind their name: *et les Ougandais une douzaine*."""
    while j < end and reading.words[j] in ("et", "les", "le", "la", "l'", "une"):
        j += 1
    if frame.frame == "loses":
        if not any(a.form in ("demonym", "name", "capital") for a in reading.actor_at.get(j, ())):
            return None
        j += 1
    return number_at(reading, reading.tokens[j].idx) or number_at(reading, reading.tokens[min(j + 1, end - 1)].idx)


def _is_told_apart(reading: Reading, frame: Frame) -> bool:
    """*vingt morts, dont un soldat danois*: the figure is of others too."""
    troops = frame.troops
    if troops is None or troops.i <= frame.last or troops.i in reading.count_at:
        return False
    return (
        "dont" in reading.words[frame.last + 1 : troops.i] and "parmi" not in reading.words[frame.last + 1 : troops.i]
    )


def _has_soldiers_of_its_own(reading: Reading, told: TokenMention, end: int) -> bool:
    """*le bilan est de 120 morts, dont 58 soldats*: the figure is of others too."""
    near = range(told.last + 1, min(end, told.last + 5))
    at = next((j for j in near if reading.words[j] == "dont"), None)
    if at is None or "ami" in reading.words[told.last + 1 : at]:
        # *26 morts côté ami, dont 24 soldats*
        return False
    return any(j in reading.count_at for j in range(at + 1, min(end, at + 6)))


def _risen(reading: Reading, count: TokenMention) -> TokenMention | None:
    """*le bilan est passé de 11 à 15 soldats tués*: the figure that it has come to."""
    start, end = count.record["start"], count.record["end"]
    before = reading.folded[max(0, start - 30) : start]
    to = reading.folded.find(" a ", start, end + 3)
    return number_at(reading, to + 3) if to > 0 and _RISING.search(before) else None


def _own(reading: Reading, frame: Frame) -> TokenMention | None:
    """*8 morts*, *17 blessés*: the number of the noun itself."""
    if frame.frame != "fallen":
        return None
    i = frame.token.i
    counted = reading.count_at.get(i) or reading.count_at.get(i - 1)
    if counted is not None:
        return _soldiers_among(reading, i) or counted
    troops = frame.troops
    if troops is not None and troops.i in reading.count_at and troops.i > i:
        # *60 morts, dont 52 parmi les soldats*; *8 morts parmi les 200 soldats* keeps its own
        between = reading.words[i + 1 : troops.i]
        among = ("parmi" in between or "et" in between) and "dont" not in between
        return number_before(reading, i) if among else None
    return number_before(reading, i) or _reached(reading, i)


def _soldiers_among(reading: Reading, i: int) -> TokenMention | None:
    """*29 blessés dont 21 militaires et sept civils*: the soldiers of a number of others too."""
    _, end = reading.sentence(i)
    if reading.words[i + 1 : i + 2] != ["dont"] or i + 2 not in reading.count_at:
        return None
    others = casualty_words().civilians.intersection(reading.nouns[i + 2 : min(end, i + 14)])
    return reading.count_at[i + 2] if others else None


def _reached(reading: Reading, i: int) -> TokenMention | None:
    """*le nombre de martyrs s'élève à sept*."""
    if reading.words[i - 2 : i] not in (["nombre", "de"], ["nombre", "des"]):
        return None
    _, end = reading.sentence(i)
    last = reading.tokens[end - 1]
    reached = _REACHING.search(reading.folded, reading.scene.token_starts[i], last.idx + len(last))
    return None if reached is None else number_at(reading, reached.end())


def _of_those(reading: Reading, i: int) -> TokenMention | None:
    """*trois des cinq soldats sont morts*: the number before that of all."""
    if i < 2 or reading.words[i - 1] not in ("des", "ces", "ses", "leurs"):
        return None
    return number_before(reading, i - 1 if reading.words[i - 1] == "des" else i - 2)


def _is_relative(reading: Reading, frame: Frame) -> bool:
    """*le nombre de soldats qui ont péri*."""
    near = reading.words[max(0, frame.token.i - 4) : frame.token.i]
    return "qui" in near or "ayant" in near


def _numbered_before(reading: Reading, frame: Frame) -> TokenMention | None:
    """*porte à 138 le nombre de soldats tués*."""
    if frame.is_noun and frame.frame == "fallen" and (told := _carried(reading, frame.token.i)) is not None:
        return told
    if frame.troops is None:
        return None
    if (told := _carried(reading, frame.troops.i)) is not None:
        return told
    at = min(frame.troops.i, frame.token.i)
    before = [m for m in within(reading.counts, reading.sentence(at)[0], at) if m.last < at][-1:]
    if not before:
        return None
    end = before[0].record["end"]
    named = re.match(r" le (?:nombre|total|bilan) de", reading.folded[end : end + 30])
    return before[0] if named else None


def _carried(reading: Reading, i: int) -> TokenMention | None:
    """*ce qui porte à 15 le bilan des pertes*, *à 20 le nombre de morts*."""
    first, _ = reading.sentence(i)
    before = reading.folded[max(reading.tokens[first].idx, reading.tokens[i].idx - 70) : reading.tokens[i].idx]
    found = _CARRYING.search(before)
    return None if found is None else number_at(reading, reading.tokens[i].idx - len(before) + found.end("to"))


def _partitive(reading: Reading, i: int) -> TokenMention | None:
    """*deux d'entre eux*, *quatre parmi eux*, *trois de ses hommes*."""
    for j in range(i, max(-1, i - 4), -1):
        following = reading.words[j + 1 : j + 3]
        if (following[:1] in (["autres"], ["parmi"]) or tuple(following) in _PARTITIVE) and (
            told := number_before(reading, j + 1)
        ):
            return told
    return None


def _total(reading: Reading, i: int) -> TokenMention | None:
    """*un total de 55 soldats*, *une compagnie d'infanterie de 78 soldats*."""
    for j in beside(reading, i, 7):
        if j in reading.count_at:
            return reading.count_at[j] if reading.words[reading.count_at[j].first - 1] in ("de", "d'") else None
    return None


def _members(reading: Reading, i: int) -> TokenMention | None:
    """*20 membres des forces de sécurité tués*: the number of those who belong to them."""
    for j in range(i - 1, max(0, i - 5), -1):
        if reading.nouns[j] in ("membre", "element", "agent"):
            return number_before(reading, j)
        if reading.words[j] not in ("de", "des", "d'", "la", "l'", "forces", "les"):
            return None
    return None


def _of_ranks(reading: Reading, frame: Frame) -> TokenMention | None:
    """*la mort de deux hauts gradés de l'armée*: the number right behind a loss, of whom an army has."""
    i = frame.last
    if not frame.is_noun or frame.troops is None or frame.troops.i < i or reading.words[i + 1] not in ("de", "d'"):
        return None
    others = casualty_words().civilians | casualty_words().insurgents
    between = range(i + 2, frame.troops.i)
    if any(reading.pos[j] in ("CCONJ", "PUNCT", "VERB") or reading.nouns[j] in others for j in between):
        return None
    return number_at(reading, reading.tokens[i + 2].idx) if between else None


def _second(reading: Reading, frame: Frame, end: int) -> TokenMention | None:
    """*6.000 des 9.592 militaires*: the tree may give the second."""
    assert frame.troops is not None
    i = frame.troops.i
    near = range(i, min(end, i + 3))
    return next((reading.count_at[j] for j in near if j in reading.count_at and i < frame.token.i < j), None)


def _after(reading: Reading, frame: Frame, triggers: set[int], end: int) -> TokenMention | None:
    """The first number of troops after the trigger: no verb, no other trigger between."""
    if frame.participle:
        return None
    fallen = frame.frame == "fallen"
    for j in range(frame.last + 1, min(end, frame.last + (12 if fallen else 8))):
        if j in reading.count_at:
            return reading.count_at[j]
        token = reading.tokens[j]
        if j in triggers or token.pos_ in ("VERB", "AUX") or token.text in (";", "."):
            return None
        if not fallen and token.text in (",", "(", ":"):
            return None
        if reading.words[j] in ("apres", "contre", "pour", "afin", "qui", "que", "qu'", "lors", "par"):
            return None
    return None
