"""Where troops serve, from which country they leave; a return home has no whereabouts of its own."""

import re

from natoextract.events.evidence import Found, told_by_count
from natoextract.events.frames import Frame
from natoextract.events.going import FROM, TOWARDS
from natoextract.events.reading import Reading, TokenMention, within
from natoextract.events.syntax import subject
from natoextract.events.vocabulary import vocabulary
from natoextract.roles import location
from natoextract.text import fold

_WORDS = vocabulary()


def troop_location(
    reading: Reading, frame: Frame, count: TokenMention | None, owners: list[str]
) -> Found[str | None] | None:
    """The country where the troops serve, from which they leave, in which they fall."""
    if frame.type == "withdrawal" and (left := _left(reading, frame, owners)) is not None:
        return left
    found = _told(reading, frame, count, owners)
    if _is_homeward(frame) and found is not None and found.value in owners:
        # *les soldats portugais rentrent à Lisbonne*
        return Found(None, "home", found.start, found.end)
    return found


def _is_homeward(frame: Frame) -> bool:
    return frame.type == "withdrawal" and fold(frame.word) in _WORDS.homeward


def _told(reading: Reading, frame: Frame, count: TokenMention | None, owners: list[str]) -> Found[str | None] | None:
    if count is not None and count.record["location"]:
        return told_by_count(reading, count, "location", count.record["location"])
    if frame.frame == "hosts" and (host := subject(frame.token)) is not None:
        # *la Lettonie accueille 500 soldats canadiens*
        told = next((a for a in reading.actor_at.get(host.i, ()) if a.form == "name"), None)
        if told is not None:
            return Found(told.code, "host", told.start, told.end)
    start, end = frame.token.idx, frame.end
    found = location.of(
        reading.scene,
        start,
        end,
        owners,
        abroad=frame.type in ("deployment", "withdrawal"),
        far=lambda where: _in_other_clause(reading, where.end, start),
    )
    return Found(found.value, found.rule, found.start, found.end) if found else None


def _left(reading: Reading, frame: Frame, owners: list[str]) -> Found[str | None] | None:
    """*quitter le Niger pour l'Allemagne*, *sont rentrés d'Irak en France*: the country before the way is told."""
    leaving = frame.frame == "leaves" and frame.word == "quitter"
    if not leaving and fold(frame.word) not in _WORDS.homeward:
        return None
    _, end = reading.sentence(frame.token.i)
    for j in range(frame.last + 1, min(end, frame.last + 8)):
        word = reading.words[j]
        if word in TOWARDS or (reading.pos[j] in ("VERB", "AUX", "PUNCT")):
            return None
        where = reading.locative_at.get(j)
        before = reading.words[j - 1] if reading.words[j - 1] not in ("l'", "la", "le", "les") else reading.words[j - 2]
        if where is not None and where.code not in owners and (leaving or before in FROM):
            return Found(where.code, "left", where.start, where.end)
    return None


def _in_other_clause(reading: Reading, place: int, trigger: int) -> bool:
    """*ont conclu au Qatar un accord qui prévoit le retrait*: a relative clause begins between."""
    return place < trigger and bool(re.search(r"\b(?:qui|que|dont|ou)\b", reading.folded[place:trigger]))


def place_of(reading: Reading, frame: Frame, where: Found[str | None] | None, owners: list[str]) -> Found[str] | None:
    """A place in the trigger's own sentence: the nearest after, else before, in the country of the event."""
    country = where.value if where is not None else None
    first, end = reading.sentence(frame.token.i)
    near = [
        m
        for m in within(reading.places, first, end)
        if m.record["start"] >= reading.body and (country is None or m.record["country"] in (country, None))
    ]
    if _is_homeward(frame):
        # *rentrer à Lisbonne*
        near = [m for m in near if m.record["country"] not in owners]
    if frame.word == "quitter" and frame.type == "deployment":
        # *ont quitté Fort Bragg pour le Koweït*
        near = [m for m in near if TOWARDS & set(reading.words[frame.last : m.first])]
    if not near:
        return None
    nearest = min(near, key=lambda m: m.first - frame.last if m.first > frame.last else (frame.token.i - m.last) + 6)
    if nearest.first > frame.last + 25 or nearest.last < frame.token.i - 25:
        return None
    return Found(nearest.record["name"], "sentence", nearest.record["start"], nearest.record["end"])
