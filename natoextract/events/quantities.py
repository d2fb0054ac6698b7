"""Which numbers of troops belong to a trigger, and whether they move or are the level reached.

*envoyer 1.000 soldats* moves them; *passer de 13.000 à 16.000* and *réduire à 8.000* tell levels; *500 Britanniques,
250 Slovaques et 120 Allemands* is one event each.
"""

from dataclasses import dataclass, field

from natoextract.events.frames import Frame
from natoextract.events.reading import Mention, Reading
from natoextract.layers import surface_of

_LEVEL_FRAMES = frozenset({"changes", "levels", "strength"})
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

    moved: list[Mention] = field(default_factory=list)
    before: Mention | None = None
    after: Mention | None = None


def link_counts(reading: Reading, frames: list[Frame]) -> list[Quantities]:
    """The counts of each frame."""
    triggers = {i for f in frames for i in range(f.token.i, f.last + 1)}
    return [_link(reading, f, triggers) for f in frames]


def _link(reading: Reading, frame: Frame, triggers: set[int]) -> Quantities:
    if frame.type == "meeting":
        return Quantities()
    first, end = reading.sentence(frame.token.i)
    if frame.frame in _LEVEL_FRAMES and (levels := _levels(reading, frame, end)) is not None:
        return levels
    found = _own_count(reading, frame, triggers, first, end)
    if found is None:
        return Quantities(moved=_bracketed(reading, frame, triggers, first))
    return Quantities(moved=_listed(reading, found, triggers, end))


def _own_count(reading: Reading, frame: Frame, triggers: set[int], first: int, end: int) -> Mention | None:
    """The count that the troops of a frame are, or that follows the trigger without another between."""
    if frame.troops is not None:
        i = frame.troops.i
        count = reading.count_at.get(i)
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


def _near_count(reading: Reading, frame: Frame, triggers: set[int], end: int) -> Mention | None:
    """The first count after a trigger: no verb, no other trigger, no other troops between."""
    if frame.participle:
        return None
    limit = 12 if frame.frame in ("joins", "self", "fallen") else 8
    for j in range(frame.last + 1, min(end, frame.last + limit)):
        if j in reading.count_at:
            return reading.count_at[j]
        token = reading.doc[j]
        if j in triggers or (token.pos_ in ("VERB", "AUX") and frame.frame != "self") or token.text in (";", "."):
            return None
        if frame.frame not in ("joins", "self", "fallen") and token.text in (",", "(", ":"):
            return None
        if reading.words[j] in ("apres", "contre", "pour", "afin", "qui", "que", "qu'", "lors"):
            return None
    return None


def _is_partitive(reading: Reading, count: Mention) -> bool:
    return " des " in count.record["text"] or " de ses " in count.record["text"]


def _levels(reading: Reading, frame: Frame, end: int) -> Quantities | None:
    """*de 13.000 à 16.000*, *à 8.000*: None where the counts are moved ones."""
    after = [m for m in reading.counts if frame.token.i < m.first < min(end, frame.token.i + 20)]
    if not after:
        return None
    leads = [_lead(reading, m.first) for m in after[:3]]
    if len(after) > 1 and leads[0] == "de" and leads[1] == "a":
        return Quantities(before=after[0], after=after[1])
    if leads[0] == "a":
        before = next((m for m, lead in zip(after[1:], leads[1:], strict=False) if lead in ("contre", "de")), None)
        return Quantities(before=before, after=after[0])
    if frame.frame == "levels":
        return Quantities(after=after[0])
    return None


def _lead(reading: Reading, i: int) -> str | None:
    """The preposition before a count, over its modifiers: *à près de 16.000* → *a*."""
    words = reading.words
    soft = (
        "environ",
        "quelque",
        "quelques",
        "pres",
        "plus",
        "moins",
        "un",
        "une",
        "les",
        "presque",
        '"',
        "«",
        "seulement",
        "bien",
    )
    lead = None
    for j in range(i - 1, max(-1, i - 6), -1):
        word = words[j]
        if word in ("de", "d'"):
            lead = "de"
        elif word in ("a", "au", "aux", "jusqu'a"):
            return "a"
        elif word == "contre":
            return "contre"
        elif word not in soft:
            return lead
    return lead


def _listed(reading: Reading, first: Mention, triggers: set[int], end: int) -> list[Mention]:
    """The count and those listed with it, where each tells whose it is."""
    found = [first]
    parts = False
    last = first.last
    for count in (m for m in reading.counts if first.last < m.first < end):
        between = range(last + 1, count.first)
        parts = parts or any(reading.words[j] == "dont" for j in between)
        mixed = any(j in triggers or reading.doc[j].pos_ in ("VERB", "AUX") for j in between)
        if mixed and not parts:
            break
        if not parts and not all(
            reading.words[j] in _LIST_WORDS
            or reading.doc[j].pos_ in ("PUNCT", "ADJ", "NUM")
            or j in reading.actor_at
            or (reading.doc[j].pos_ in ("NOUN", "ADP", "DET", "PROPN", "ADV") and len(between) < 6)
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


def _separates(reading: Reading, between: range) -> bool:
    """Whether a comma, *et* or *dont* stands between two counts: *6.000 des 9.592* are no list."""
    return any(
        reading.words[j] in (",", "et", "dont", ":", "(", "puis", "ou", "soit") or "," in reading.words[j]
        for j in between
    )


def _bracketed(reading: Reading, frame: Frame, triggers: set[int], first: int) -> list[Mention]:
    """*Grande-Bretagne (400 soldats), Allemagne (220) … les y laisseront*: a list in brackets before the verb."""
    if frame.group is None:
        return []
    found = [
        m
        for m in reading.counts
        if first <= m.first < frame.token.i
        and surface_of(reading.doc)[max(0, m.record["start"] - 2) : m.record["start"]].rstrip().endswith("(")
    ]
    if not found or any(j in triggers for j in range(found[-1].last + 1, frame.token.i)):
        return []
    return found
