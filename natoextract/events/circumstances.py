"""Where an event happens, in which mission, and in whose words it stands."""

from typing import Any

from natoextract.events.evidence import Found, told_by_count
from natoextract.events.frames import Frame, frames_in
from natoextract.events.military import verb_lemma
from natoextract.events.reading import Reading, TokenMention, within
from natoextract.events.vocabulary import vocabulary
from natoextract.roles import mission


def troop_mission(reading: Reading, frame: Frame, count: TokenMention | None, owners: list[str]) -> Found[str] | None:
    """The mission in which they serve; those of the one that the article names, where its leader's troops are told."""
    if count is not None and count.record["mission"]:
        return told_by_count(reading, count, "mission", count.record["mission"])
    start, end = frame.token.idx, frame.end
    found = mission.of(reading.scene, start, end) or mission.only(reading.scene, start, owners)
    return Found(found.value, found.rule, found.start, found.end) if found else None


def meeting_place(reading: Reading, frame: Frame, others: list[Frame]) -> tuple[Found[str] | None, Found[str] | None]:
    """The country and the place of a meeting, from its own sentence only: *à Bruxelles*, *au Royaume-Uni*."""
    first, end = reading.sentence(frame.token.i)
    tokens = reading.tokens
    best: tuple[int, Any] | None = None
    for locative in reading.scene.locatives_in(tokens[first].idx, tokens[end - 1].idx + len(tokens[end - 1])):
        if reading.in_slug(locative.start):
            continue
        at = reading.scene.index(locative.start)
        rank = _meeting_distance(reading, frame, at, others)
        if rank is not None and (best is None or rank < best[0]):
            best = (rank, locative)
    if best is None:
        return None, None
    chosen = best[1]
    where = Found(chosen.code, chosen.rule, chosen.start, chosen.end)
    at = reading.scene.index(chosen.start)
    place = reading.place_at.get(at)
    if place is None:
        # *à Mons (sud de la Belgique)*: the town stands before its country
        place = next(
            (
                m
                for m in within(reading.places, first, end)
                if abs(m.first - at) < 7 and m.record["country"] == chosen.code
            ),
            None,
        )
    return where, place and Found(place.record["name"], "sentence", place.record["start"], place.record["end"])


def _meeting_distance(reading: Reading, frame: Frame, at: int, others: list[Frame]) -> int | None:
    """How far a place is from a meeting: after it in its clause, or before it where no other event stands between."""
    words = reading.words
    if at > frame.last:
        between = range(frame.last + 1, at)
        if frames_in(others, between) or any(
            words[j] in (";", "qui", "que", "qu'", "afin", "alors", "pour", "apres", "avant")
            and not _tells_of_it(reading, j)
            for j in between
        ):
            return None
        if {"sur", "contre"} & set(words[max(frame.last + 1, at - 3) : at]):
            # *la conférence sur l'Afghanistan, à Londres*: what it is about
            return None
        if words[at - 1] in ("sur", "de") and words[at - 2] in ("guerre", "crise", "conflit", "paix"):
            return None
        return at - frame.last
    between = range(at + 1, frame.token.i)
    if frames_in(others, between) or len(between) > 16:
        return None
    first, _ = reading.sentence(at)
    cleft = words[first : first + 2] == ["c'", "est"] and at - first < 8
    if any(words[j] in (";", "qui", "que", "alors", "mais") and not cleft for j in between):
        return None
    return 40 + frame.token.i - at


def _tells_of_it(reading: Reading, j: int) -> bool:
    """*les négociations qui se sont ouvertes à Doha*: a relative clause that says where the meeting is held."""
    held = vocabulary().held
    near = reading.tokens[j + 1 : j + 5]
    return reading.words[j] == "qui" and any(verb_lemma(t) in held or t.lower_.startswith("ouvert") for t in near)


def speaker_of(reading: Reading, frame: Frame) -> tuple[Found[str] | None, Found[str] | None]:
    """The speaker in whose statement, the innermost, the trigger stands; and the same by its cue."""
    said = reading.statement_at(frame.token.idx)
    name = next((p["name"] for p in reading.speakers if p["id"] == said["speaker"]), None) if said else None
    if said is None or name is None:
        return None, None
    cue = said["cue"]
    return (
        Found(name, "statement", said["start"], said["end"]),
        cue and Found(name, "cue", cue["start"], cue["end"]),
    )
