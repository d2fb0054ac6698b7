"""Lists of counts, one event each: *500 Britanniques, 250 Slovaques*, *Grande-Bretagne (400 soldats), Italie (220)*."""

from natoextract.events.frames import Frame
from natoextract.events.reading import Reading, TokenMention, within
from natoextract.events.syntax import subject
from natoextract.events.vocabulary import vocabulary
from natoextract.layers import surface_of

_WORDS = vocabulary()
_SEPARATORS = frozenset([",", "et", "dont", ":", "(", "puis", "ou", "soit", "-", "–", "—"])


def listed(reading: Reading, first: TokenMention, triggers: set[int], end: int, frame_type: str) -> list[TokenMention]:
    """The count and those listed with it, where each tells whose it is."""
    found = [first]
    parts = False
    last = first.last
    for count in within(reading.counts, first.last + 1, end):
        between = range(last + 1, count.first)
        parts = parts or any(reading.words[j] in ("dont", ":") for j in between)
        parts = parts or is_bracketed(reading, count)
        mixed = any(j in triggers or reading.tokens[j].pos_ in ("VERB", "AUX") for j in between)
        if frame_type != "casualties" and any(reading.words[j] == "contre" for j in between):
            break
        compared = frame_type == "casualties" and reading.words[count.first - 1] == "contre"
        if (mixed and not (parts or compared)) or any(j in triggers for j in range(count.first, count.last + 1)):
            break
        if not (parts or compared) and not all(
            reading.words[j] in _WORDS.listed
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


def is_bracketed(reading: Reading, count: TokenMention) -> bool:
    """*l'Ukraine (10 militaires)*: the number of the one just named."""
    i = count.first - 1
    return i > 0 and reading.tokens[i].text == "(" and any(a.form == "name" for a in reading.actor_at.get(i - 1, ()))


def _separates(reading: Reading, between: range) -> bool:
    """Whether a comma, *et* or *dont* stands between two counts: *6.000 des 9.592* are no list."""
    return any(reading.words[j] in _SEPARATORS or "," in reading.words[j] for j in between)


def bracketed(reading: Reading, frame: Frame, triggers: set[int], first: int) -> list[TokenMention]:
    """*Grande-Bretagne (400 soldats), Allemagne (220) … les y laisseront*: a list in brackets before the verb."""
    if frame.group is None:
        return []
    found = [
        m
        for m in within(reading.counts, first, frame.token.i)
        if m.first > 0
        and surface_of(reading.doc)[max(0, m.record["start"] - 2) : m.record["start"]].rstrip().endswith("(")
    ]
    if not found:
        return []
    between = set(range(found[-1].last + 1, frame.token.i)) & triggers
    if between and not all(_shares_subject(reading, i, frame) for i in between):
        return []
    return found


def bracketed_after(
    reading: Reading, frame: Frame, own: list[TokenMention], triggers: set[int], end: int
) -> list[TokenMention]:
    """*envoie le plus de soldats, derrière le Rwanda (1.299) et l'Egypte (1.164)*: a list that follows."""
    taken = {m.first for m in own}
    found: list[TokenMention] = []
    for count in (m for m in within(reading.counts, frame.last + 1, end) if m.first not in taken):
        if not is_bracketed(reading, count) or triggers & set(range(frame.last + 1, count.first)):
            break
        found.append(count)
    return found


def _shares_subject(reading: Reading, i: int, frame: Frame) -> bool:
    """*les Autrichiens (378 soldats) ont commencé à se retirer et devraient quitter le Golan*."""
    other = subject(reading.tokens[i]) if reading.tokens[i].pos_ == "VERB" else None
    return other is not None and frame.agent is not None and other.i == frame.agent.i
