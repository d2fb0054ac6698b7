"""Which numbers of troops belong to a trigger, and whether they move or are the level reached.

*envoyer 1.000 soldats* moves them; *passer de 13.000 à 16.000* and *réduire à 8.000* tell levels; *500 Britanniques,
250 Slovaques et 120 Allemands* is one event each.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from natoextract.events.changing import of_one_verb, to_a_force
from natoextract.events.frames import Frame, lead_of
from natoextract.events.lists import bracketed, bracketed_after, elsewhere, first_of_list, gapped, listed
from natoextract.events.own_counts import measured_count, own_count, subject_count
from natoextract.events.reading import Reading, TokenMention, within
from natoextract.events.syntax import is_participle
from natoextract.events.tolls import left_out, other_side, toll_of
from natoextract.events.vocabulary import vocabulary
from natoextract.text import fold

_WORDS = vocabulary()

_LEVEL_FRAMES = frozenset({"changes", "levels", "strength"})


@dataclass(slots=True)
class Quantities:
    """The counts of one trigger: `moved` one event each, or the two levels."""

    moved: list[TokenMention] = field(default_factory=list)
    before: TokenMention | None = None
    after: TokenMention | None = None
    #: Further changes of the same trigger: *de 4.500 à 2.500 en Afghanistan et de 3.000 à 2.500 en Irak*.
    steps: list["Quantities"] = field(default_factory=list)


Told = tuple[Frame, Quantities]
_STANDING = ("stands", "located", "joins")
_PARTITIVE = frozenset([" des ", " de ses ", " de leurs ", " de nos ", " de ces "])
_MOVEMENTS = ("deployment", "withdrawal")
#: Nouns of a toll, whose figure a verb or another noun before them here may tell: *un bilan de 24 morts*.
_TOLLS = ("mort", "deces", "victime", "perte", "bilan")


def link_counts(reading: Reading, frames: list[Frame]) -> list[Quantities]:
    """The counts of each frame."""
    triggers = sorted({i for f in frames for i in range(f.token.i, f.last + 1)})
    links = []
    for frame in frames:
        first, end = reading.sentence(frame.token.i)
        near = set(triggers[bisect_left(triggers, first) : bisect_left(triggers, end)])
        links.append(_link(reading, frame, near - set(range(frame.token.i, frame.last + 1))))
    return links


def is_retold(frame: Frame, linked: Quantities, earlier: list[Told], later: list[Told]) -> bool:
    """*16.000 soldats engagés* after *passer à*: a participle beside a figure that an event has told already."""
    if frame.frame == "levels" and linked.after is not None and earlier and earlier[-1][1].after is not None:
        # *croître pour atteindre 6.000*
        return linked.after.first == earlier[-1][1].after.first
    if frame.frame == "own" and any(
        f.troops is not None and f.troops.i == frame.token.i and f.type in _MOVEMENTS for f, _ in later
    ):
        # *les effectifs n'ont cessé d'être réduits*
        return True
    if frame.frame == "changes" and not linked.moved and linked.after is None and later:
        # *diminuer le nombre de soldats pour passer de 5.100 à 3.000*: told with its levels
        level = next((f.token.i for f, _ in later if f.frame == "levels"), frame.last)
        leads = frame.token.doc[frame.last + 1 : level]
        # *diminuer le nombre de soldats, qui passerait de 52.000 à 25.000*
        if 0 < len(leads) < 12 and leads[-1].lower_ in ("pour", "qui"):
            return True
    if frame.type == "casualties":
        return is_same_toll(frame, linked, earlier, later)
    if frame.frame == "with" and any(f.frame == "contributes" and _firsts(t) == _firsts(linked) for f, t in later):
        # *Avec 550 hommes, la France sera le deuxième contributeur*
        return True
    if frame.type != "presence" or not linked.moved:
        return False
    own = linked.moved[0].first
    if any(own in _firsts(t) and f.type == "casualties" for f, t in (*earlier, *later)):
        # *Trois soldats affectés à la force ont été tués*, *le contingent déplore dix tués*: the dead do not serve
        return True
    if _describes(frame) and any(own in _firsts(t) and f.type in _MOVEMENTS for f, t in (*earlier, *later)):
        # *le bataillon, constitué de 800 soldats, partira*: the strength of who moves
        return True
    if frame.word == "sur place" and any(own in _firsts(t) and f.type in _MOVEMENTS for f, t in earlier):
        # *a dépêché 400 soldats sur place*
        return True
    purpose = frame.frame == "joins" and frame.group is not None and frame.group.tense == "infinitive"
    if purpose and any(own in _firsts(t) and f.type in _MOVEMENTS for f, t in earlier):
        # *100 soldats sont arrivés pour prendre part à une opération*
        return True
    if frame.participle and any(own in _firsts(t) and f.frame in _STANDING for f, t in later):
        # *les 450 soldats déployés dans le pays sont basés à Adazi*: the verb tells it
        return True
    if not (frame.participle or frame.frame in ("own", "counts", "goes", "posted", "with")):
        return False
    stays = frame.frame == "goes" and frame.word in ("rester", "demeurer")
    return any(
        own in _firsts(told)
        for other, told in earlier
        # *les 9.800 soldats stationnés là y resteront*: what becomes of them is told by the verb
        if not (stays and other.participle)
        if other.frame in ("levels", "changes") or other.type == "presence"
    )


def is_same_toll(frame: Frame, linked: Quantities, earlier: list[Told], later: list[Told]) -> bool:
    """*un bilan de 24 morts*, *les pertes s'élèvent à 44 soldats tués*: the noun of a toll that another word tells."""
    if not frame.is_noun and linked.moved:
        # *252 soldats ont perdu la vie, dont 101 qui sont morts en Corée*
        own = linked.moved[0].first
        return any(m.first == own for other, told in earlier if other.type == "casualties" for m in told.moved[1:])
    if not frame.is_noun or fold(frame.word) not in _TOLLS:
        return False
    first = frame.token.sent.start
    beside = [t for t in (*earlier, *later) if t[0].type == "casualties" and t[0].token.sent.start == first]
    if not linked.moved:
        return frame.word == "bilan" and bool(beside)
    own, rank = linked.moved[0].record["start"], _TOLLS.index(fold(frame.word))
    return any(
        own == m.record["start"] and (_rank(other) < rank or (_rank(other) == rank and (other, told) in earlier))
        for other, told in beside
        for m in told.moved
    )


def _rank(frame: Frame) -> int:
    """How well a word tells a toll: a verb best, *bilan* least."""
    word = fold(frame.word)
    return _TOLLS.index(word) if frame.is_noun and word in _TOLLS else -1


def _describes(frame: Frame) -> bool:
    """*fort de 500 hommes*, *comprenant 250 militaires*: what tells the strength of a noun beside it."""
    gerund = frame.frame == "counts" and frame.token.lower_.endswith("ant")
    unit = frame.frame == "own" and frame.word in ("contingent", "effectif")
    return gerund or unit or (frame.frame == "made" and frame.participle)


def _firsts(told: Quantities) -> list[int]:
    return [m.first for m in (*told.moved, told.before, told.after) if m is not None]


def _link(reading: Reading, frame: Frame, triggers: set[int]) -> Quantities:
    if frame.type == "meeting":
        return Quantities()
    first, end = reading.sentence(frame.token.i)
    if frame.frame == "changes" and (reached := _reached(reading, frame, end)) is not None:
        return Quantities(after=reached)
    if frame.frame in _LEVEL_FRAMES and (levels := _levels(reading, frame, end)) is not None:
        return levels
    found = (
        toll_of(reading, frame, triggers)
        if frame.type == "casualties"
        else measured_count(reading, frame)
        or own_count(reading, frame, triggers, first, end)
        or subject_count(reading, frame)
    )
    found = found if found is None or frame.participle else _part_of(reading, found)
    more = left_out(reading, frame, triggers, end) if frame.type == "casualties" and frame.group is not None else []
    more = more or other_side(reading, frame, end)
    if more:
        told = [found] if found is not None else []
        return Quantities(moved=told + more, steps=[] if told else [Quantities()])
    if found is None and frame.group is not None and (others := gapped(reading, frame, [], end)):
        return Quantities(moved=others)
    if found is None:
        before = bracketed(reading, frame, triggers, first)
        return Quantities(moved=before or bracketed_after(reading, frame, [], triggers, end))
    if frame.frame == "contributes":
        return Quantities(moved=[found, *bracketed_after(reading, frame, [found], triggers, end)])
    if frame.frame == "posted":
        return Quantities(moved=[found])
    told = listed(reading, first_of_list(reading, found, frame), triggers, end, frame)
    return Quantities(moved=[*told, *gapped(reading, frame, told, end), *elsewhere(reading, frame, told, end)])


def _part_of(reading: Reading, count: TokenMention) -> TokenMention:
    """*Quelque 6.000 des 13.000 soldats ont quitté le Mali*: those who left are the first figure."""
    before = bisect_left(reading.counts, count.first, key=lambda m: m.first) - 1
    if before < 0:
        return count
    part = reading.counts[before]
    between = reading.folded[part.record["end"] : count.record["start"]]
    return part if between in _PARTITIVE else count


def _reached(reading: Reading, frame: Frame, end: int) -> TokenMention | None:
    """*seront réduits pour compter 5.000 soldats*, *pour atteindre un effectif de 6.000*: the level to come."""
    for count in within(reading.counts, frame.token.i + 1, min(end, frame.token.i + 14)):
        between = reading.folded[reading.tokens[frame.token.i].idx : count.record["start"]]
        return count if re.search(r"\bpour (?:compter|atteindre|passer a|tomber a|arriver a)\b", between) else None
    return None


def _levels(reading: Reading, frame: Frame, end: int) -> Quantities | None:
    """*de 13.000 à 16.000*, *à 8.000*: None where the counts are moved ones."""
    after = within(reading.counts, frame.token.i + 1, min(end, frame.token.i + 28))
    if not after:
        return None
    between = range(frame.last + 1, after[0].first)
    other = any(reading.pos[j] == "VERB" and not is_participle(reading.tokens[j]) for j in between)
    if other and (frame.frame == "changes" or any(reading.words[j] in ("qui", "dont") for j in between)):
        # *doubler notre présence, en déployant jusqu'à 1.200 soldats*
        return None
    leads = [lead_of(reading, m.first) for m in after[:3]]
    if len(after) > 1 and leads[0] == "de" and leads[1] == "a" and of_one_verb(reading, after[0], after[1]):
        return Quantities(before=after[0], after=after[1], steps=_steps(reading, after[1], end))
    if leads[0] == "de" and to_a_force(reading, after):
        # *ramener l'effectif de 11.900 hommes à une force de dissuasion de 7.000*
        return Quantities(before=after[0], after=after[1])
    if frame.token.lower_.startswith("attei"):
        return Quantities(after=after[0])
    if leads[0] == "a":
        before = next((m for m, lead in zip(after[1:], leads[1:], strict=False) if lead in ("contre", "de")), None)
        return Quantities(before=before, after=after[0], steps=_steps(reading, after[0], end))
    if frame.frame == "levels":
        return Quantities(after=after[0])
    return None


def _steps(reading: Reading, last: TokenMention, end: int) -> list[Quantities]:
    """*à 190 dès avril, puis à 165 en octobre*, *de 4.500 à 2.500 et de 3.000 à 2.500*: the changes after the first."""
    found: list[Quantities] = []
    begun: TokenMention | None = None
    for count in within(reading.counts, last.last + 1, end):
        between = range(last.last + 1, count.first)
        lead = lead_of(reading, count.first)
        joined = begun is not None or any(reading.words[j] in ("et", "puis") for j in between)
        if not joined or lead not in ("de", "a") or any(reading.pos[j] in ("VERB", "AUX", "PRON") for j in between):
            break
        if lead == "de" and begun is None:
            begun = count
        elif lead == "a":
            found.append(Quantities(before=begun or last, after=count))
            begun = None
        else:
            break
        last = count
    return found
