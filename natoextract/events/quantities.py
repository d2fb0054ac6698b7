"""Which numbers of troops belong to a trigger, and whether they move or are the level reached.

*envoyer 1.000 soldats* moves them; *passer de 13.000 à 16.000* and *réduire à 8.000* tell levels; *500 Britanniques,
250 Slovaques et 120 Allemands* is one event each.
"""

import re
from dataclasses import dataclass, field

from spacy.tokens import Token

from natoextract.events.frames import Frame, lead_of
from natoextract.events.reading import Reading, TokenMention
from natoextract.events.syntax import own_subject, subject
from natoextract.layers import surface_of
from natoextract.numerals import parse_number

_LEVEL_FRAMES = frozenset({"changes", "levels", "strength"})
# What may stand between a unit and the figure in apposition to it.
_APPOSED = frozenset(
    ["soit", "environ", "quelque", "pres", "de", "d'", "plus", "un", "une", "au", "total", "fort", "forte", "effectif"]
)
# What may stand between the members of a list of counts.
_LIST_WORDS = frozenset(
    [
        "et",
        "ou",
        "dont",
        "ainsi",
        "que",
        "puis",
        "notamment",
        "environ",
        "quelque",
        "quelques",
        "pres",
        "plus",
        "moins",
        "au",
        "du",
        "de",
        "des",
        "d'",
        "la",
        "le",
        "les",
        "l'",
        "un",
        "une",
        "presque",
        "soit",
        "comme",
        "autant",
        "aussi",
        "sans",
        "compter",
        "outre",
        "contre",
        "parmi",
        "lesquels",
    ]
)


@dataclass(slots=True)
class Quantities:
    """The counts of one trigger: `moved` one event each, or the two levels."""

    moved: list[TokenMention] = field(default_factory=list)
    before: TokenMention | None = None
    after: TokenMention | None = None


def link_counts(reading: Reading, frames: list[Frame]) -> list[Quantities]:
    """The counts of each frame."""
    triggers = {i for f in frames for i in range(f.token.i, f.last + 1)}
    return [_link(reading, f, triggers - set(range(f.token.i, f.last + 1))) for f in frames]


def is_retold(frame: Frame, linked: Quantities, earlier: list[tuple[Frame, Quantities]]) -> bool:
    """*16.000 soldats engagés* after *passer à*: a participle beside a figure that an event has told already."""
    standing = frame.participle or frame.frame in ("own", "counts", "goes")
    if frame.frame == "levels" and linked.after is not None and earlier and earlier[-1][1].after is not None:
        # *croître pour atteindre 6.000*
        return linked.after.first == earlier[-1][1].after.first
    if not standing or frame.type != "presence" or not linked.moved:
        return False
    own = linked.moved[0].first
    return any(
        own in [m.first for m in (*told.moved, told.before, told.after) if m is not None]
        for other, told in earlier
        if other.frame in ("levels", "changes") or other.type == "presence"
    )


def _link(reading: Reading, frame: Frame, triggers: set[int]) -> Quantities:
    if frame.type == "meeting":
        return Quantities()
    first, end = reading.sentence(frame.token.i)
    if frame.frame == "changes" and (reached := _reached(reading, frame, end)) is not None:
        return Quantities(after=reached)
    if frame.frame in _LEVEL_FRAMES and (levels := _levels(reading, frame, end)) is not None:
        return levels
    found = (
        _own_count(reading, frame, triggers, first, end)
        or _subject_count(reading, frame)
        or _number_of_others(reading, frame)
    )
    if found is None:
        return Quantities(moved=_bracketed(reading, frame, triggers, first))
    if frame.frame == "posted":
        return Quantities(moved=[found])
    return Quantities(moved=_listed(reading, found, triggers, end, frame.type))


def _numbered_before(reading: Reading, frame: Frame) -> TokenMention | None:
    """*porte à 138 le nombre de soldats tués*."""
    if frame.troops is None:
        return None
    at = min(frame.troops.i, frame.token.i)
    before = [m for m in reading.counts if m.last < at][-1:]
    if not before:
        return None
    end = before[0].record["end"]
    told = re.match(r" le (?:nombre|total|bilan) de", reading.folded[end : end + 30])
    return before[0] if told else None


def _subject_count(reading: Reading, frame: Frame) -> TokenMention | None:
    """*400 à 500 Italiens ont entamé leur retrait*: an owned movement of a counted subject."""
    owned = frame.token.i > 0 and reading.words[frame.token.i - 1] in ("leur", "leurs")
    if not frame.is_noun or frame.frame != "of" or not owned or frame.token.head.pos_ != "VERB":
        return None
    doer = own_subject(frame.token.head)
    return reading.count_at.get(doer.i) if doer is not None else None


def _own_count(reading: Reading, frame: Frame, triggers: set[int], first: int, end: int) -> TokenMention | None:
    """The count that the troops of a frame are, or that follows the trigger without another between."""
    if frame.frame == "fallen":
        # *8 morts*, *17 blessés*
        own = reading.count_at.get(frame.token.i) or reading.count_at.get(frame.token.i - 1)
        if own is not None:
            return own
    if (
        (frame.participle or frame.is_noun)
        and frame.type == "casualties"
        and (told := _numbered_before(reading, frame)) is not None
    ):
        return told
    if frame.troops is not None:
        i = frame.troops.i
        count = reading.count_at.get(i)
        if count is None and reading.words[i] in ("eux", "elles", "autres"):
            count = next(
                (reading.count_at[j] for j in range(i - 1, max(first, i - 4), -1) if j in reading.count_at), None
            )
        if (count is None and frame.type != "casualties") or reading.words[i] == "total":
            count = count or _told_beside(reading, frame.troops, triggers, end)
        if count is None:
            # *6.000 des 9.592 militaires*: the tree may give the second
            count = next(
                (
                    reading.count_at[j]
                    for j in range(i, min(end, i + 3))
                    if j in reading.count_at and j < i + 3 and i < frame.token.i < j
                ),
                None,
            )
        if count is not None:
            return (
                None
                if _is_partitive(reading, count) and frame.token.i > count.last + 1 and not frame.participle
                else count
            )
        if frame.troops.i > frame.token.i and not _near_count(reading, frame, triggers, end):
            return None
    if frame.token.i in reading.count_at and frame.frame in ("counts", "own", "self"):
        return reading.count_at[frame.token.i]
    return _near_count(reading, frame, triggers, end)


def _near_count(reading: Reading, frame: Frame, triggers: set[int], end: int) -> TokenMention | None:
    """The first count after a trigger: no verb, no other trigger, no other troops between."""
    if frame.participle:
        return None
    limit = 12 if frame.frame in ("joins", "self", "fallen") else 8
    for j in range(frame.last + 1, min(end, frame.last + limit)):
        if j in reading.count_at:
            return reading.count_at[j]
        token = reading.tokens[j]
        if j in triggers or (token.pos_ in ("VERB", "AUX") and frame.frame != "self") or token.text in (";", "."):
            return None
        if frame.frame not in ("joins", "self", "fallen") and token.text in (",", "(", ":"):
            return None
        if reading.words[j] in ("apres", "contre", "pour", "afin", "qui", "que", "qu'", "lors"):
            return None
    return None


def _number_of_others(reading: Reading, frame: Frame) -> TokenMention | None:
    """*Deux autres ont été blessés*, *quatre d'entre eux*: a number whose troops the text has just named."""
    if frame.troops is None or frame.type != "casualties":
        return None
    for j in range(frame.troops.i, max(-1, frame.troops.i - 4), -1):
        following = reading.words[j + 1 : j + 3]
        if following[:1] not in (["autres"], ["parmi"]) and following not in (
            ["d'", "entre"],
            ["de", "ses"],
            ["de", "leurs"],
        ):
            continue
        number = parse_number(reading.words[j])
        if number is None or number < 2:
            return None
        start, end = reading.tokens[j].idx, reading.tokens[j].idx + len(reading.tokens[j])
        record = {
            **{"start": start, "end": end, "text": reading.tokens[j].text},
            **{"minimum": number, "maximum": number, "qualifier": "exact", "unit": None},
            **{"contributors": [], "location": None, "mission": None},
        }
        return TokenMention(j, j, record)
    return None


def _told_beside(reading: Reading, troops: Token, triggers: set[int], end: int) -> TokenMention | None:
    """The strength of a unit: *un contingent de 90 soldats*, *le bataillon, soit 800 hommes*, *fort de 300 hommes*."""
    apposed = False
    for j in range(troops.i + 1, min(end, troops.i + 13)):
        word = reading.words[j]
        if j in reading.count_at:
            count = reading.count_at[j]
            lead = reading.words[troops.i + 1 : count.first]
            taken = not apposed and ({"de", "d'"} & set(lead))
            closed = count.last + 1 >= end or reading.tokens[count.last + 1].pos_ not in ("CCONJ", "NOUN")
            return count if taken or (apposed and closed) else None
        if apposed and word not in _APPOSED:
            return None
        if word in (",", "("):
            apposed = True
        elif j in triggers or reading.tokens[j].pos_ in ("VERB", "AUX", "CCONJ", "SCONJ", "PRON", "PUNCT"):
            return None
    return None


def _is_partitive(reading: Reading, count: TokenMention) -> bool:
    return " des " in count.record["text"] or " de ses " in count.record["text"]


def _reached(reading: Reading, frame: Frame, end: int) -> TokenMention | None:
    """*seront réduits pour compter 5.000 soldats*, *pour atteindre un effectif de 6.000*: the level to come."""
    for count in reading.counts:
        if frame.token.i < count.first < min(end, frame.token.i + 14):
            between = reading.folded[reading.tokens[frame.token.i].idx : count.record["start"]]
            return count if re.search(r"\bpour (?:compter|atteindre|passer a|tomber a|arriver a)\b", between) else None
    return None


def _levels(reading: Reading, frame: Frame, end: int) -> Quantities | None:
    """*de 13.000 à 16.000*, *à 8.000*: None where the counts are moved ones."""
    after = [m for m in reading.counts if frame.token.i < m.first < min(end, frame.token.i + 20)]
    if not after:
        return None
    leads = [lead_of(reading, m.first) for m in after[:3]]
    if len(after) > 1 and leads[0] == "de" and leads[1] == "a":
        return Quantities(before=after[0], after=after[1])
    if frame.token.lower_.startswith("attei"):
        return Quantities(after=after[0])
    if leads[0] == "a":
        before = next((m for m, lead in zip(after[1:], leads[1:], strict=False) if lead in ("contre", "de")), None)
        return Quantities(before=before, after=after[0])
    if frame.frame == "levels":
        return Quantities(after=after[0])
    return None


def _listed(reading: Reading, first: TokenMention, triggers: set[int], end: int, frame_type: str) -> list[TokenMention]:
    """The count and those listed with it, where each tells whose it is."""
    found = [first]
    parts = False
    last = first.last
    for count in (m for m in reading.counts if first.last < m.first < end):
        between = range(last + 1, count.first)
        parts = parts or any(reading.words[j] in ("dont", ":") for j in between)
        parts = parts or _is_bracketed(reading, count)
        mixed = any(j in triggers or reading.tokens[j].pos_ in ("VERB", "AUX") for j in between)
        if frame_type != "casualties" and any(reading.words[j] == "contre" for j in between):
            break
        compared = frame_type == "casualties" and reading.words[count.first - 1] == "contre"
        if (mixed and not (parts or compared)) or any(j in triggers for j in range(count.first, count.last + 1)):
            break
        if not (parts or compared) and not all(
            reading.words[j] in _LIST_WORDS
            or reading.tokens[j].pos_ in ("PUNCT", "ADJ", "NUM")
            or j in reading.actor_at
            or (reading.tokens[j].pos_ in ("NOUN", "ADP", "DET", "PROPN", "ADV") and len(between) < 6)
            for j in between
        ):
            break
        if not _separates(reading, between):
            break
        found.append(count)
        last = count.last
    if len(found) > 1 and not all(m.record["contributors"] for m in found[1:]):
        told = [found[0], *(m for m in found[1:] if m.record["contributors"])]
        return told
    return found


def _is_bracketed(reading: Reading, count: TokenMention) -> bool:
    """*l'Ukraine (10 militaires)*: the number of the one just named."""
    i = count.first - 1
    return i > 0 and reading.tokens[i].text == "(" and any(a.form == "name" for a in reading.actor_at.get(i - 1, ()))


def _separates(reading: Reading, between: range) -> bool:
    """Whether a comma, *et* or *dont* stands between two counts: *6.000 des 9.592* are no list."""
    return any(
        reading.words[j] in (",", "et", "dont", ":", "(", "puis", "ou", "soit") or "," in reading.words[j]
        for j in between
    )


def _bracketed(reading: Reading, frame: Frame, triggers: set[int], first: int) -> list[TokenMention]:
    """*Grande-Bretagne (400 soldats), Allemagne (220) … les y laisseront*: a list in brackets before the verb."""
    if frame.group is None:
        return []
    found = [
        m
        for m in reading.counts
        if first <= m.first < frame.token.i
        and m.first > 0
        and surface_of(reading.doc)[max(0, m.record["start"] - 2) : m.record["start"]].rstrip().endswith("(")
    ]
    if not found:
        return []
    between = set(range(found[-1].last + 1, frame.token.i)) & triggers
    if between and not all(_shares_subject(reading, i, frame) for i in between):
        return []
    return found


def _shares_subject(reading: Reading, i: int, frame: Frame) -> bool:
    """*les Autrichiens (378 soldats) ont commencé à se retirer et devraient quitter le Golan*."""
    other = subject(reading.tokens[i]) if reading.tokens[i].pos_ == "VERB" else None
    return other is not None and frame.agent is not None and other.i == frame.agent.i
