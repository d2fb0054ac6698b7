"""Where an event happens, in which mission, and in whose words it stands."""

from typing import Any

from natoextract.events.evidence import Found, told_by_count
from natoextract.events.frames import Frame, frames_in
from natoextract.events.meeting_words import meeting_words
from natoextract.events.memory import Memory
from natoextract.events.military import noun_lemma, verb_lemma
from natoextract.events.reading import Reading, TokenMention, within
from natoextract.events.seats import seat_at
from natoextract.events.vocabulary import vocabulary
from natoextract.roles import mission

_LEADING = meeting_words().leading
#: Characters between a trigger and a mission in which its troops are sure to serve.
_NEAR = 70


def troop_mission(
    reading: Reading, memory: Memory, frame: Frame, count: TokenMention | None, owners: list[str], where: str | None
) -> Found[str] | None:
    """The mission in which they serve; those of the one that the article names, where its leader's troops are told."""
    if count is not None and count.record["mission"]:
        return told_by_count(reading, count, "mission", count.record["mission"])
    start, end = frame.token.idx, frame.end
    scene = reading.scene
    found = mission.of(scene, start, end)
    if found and max(found.start - end, start - found.end) < _NEAR:
        memory.serve(owners, found.value, (start, end))
    if not found and frame.troops is not None and reading.words[frame.troops.i].startswith("casque"):
        found = mission.of_blue_helmets(scene, frame.troops.idx, start)
    found = found or mission.only(scene, start, owners)
    found = found or mission.of_those_serving(scene, memory.serving, owners, where)
    return Found(found.value, found.rule, found.start, found.end) if found else None


def meeting_place(
    reading: Reading, frame: Frame, others: list[Frame]
) -> tuple[Found[str | None] | None, Found[str] | None]:
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
        return _seat(reading, frame, end) or _object(reading, frame), None
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
        errand = _is_errand_of(reading, frame, frames_in(others, between))
        if (frames_in(others, between) and not errand) or any(
            words[j] in (";", "qui", "que", "qu'", "afin", "alors", "pour", "apres", "avant")
            and not _tells_of_it(reading, j)
            and not (words[j] == "pour" and (errand or (frame.frame == "travels" and j == at - 1)))
            for j in between
        ):
            return None
        if frame.word == "quitter" and "pour" not in words[frame.last + 1 : at]:
            # *a quitté Paris pour Moscou*: whence
            return None
        if _is_topic(reading, frame, at):
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


def _is_errand_of(reading: Reading, frame: Frame, between: list[Frame]) -> bool:
    """*s'est rendu en visite officielle au Sénégal*, *attendu pour une visite à Téhéran*: the way and its errand."""
    errands = [noun_lemma(reading, f.token.i) in meeting_words().errands for f in between]
    return frame.frame == "travels" and errands == [True]


def _is_topic(reading: Reading, frame: Frame, at: int) -> bool:
    """*la conférence sur l'Afghanistan*, *consacrée à la situation en Irak*: what it is about."""
    topical = meeting_words().topical
    for j in range(at - 1, frame.last, -1):
        if reading.words[j] in topical:
            return True
        of_other = reading.tokens[j].dep_ == "acl" and reading.tokens[j].head.i not in (frame.token.i, frame.last)
        if of_other and reading.words[frame.last : j] and reading.pos[j] == "VERB" and frame.is_noun:
            # *consacré au mémorandum signé à Carthage*
            return not topical.isdisjoint(reading.words[frame.last + 1 : j])
        if reading.words[j] == "," or reading.pos[j] in ("VERB", "AUX"):
            # *sur l'Afghanistan, à Londres*, *sur le nucléaire lancées à Vienne*
            return False
    return False


def _seat(reading: Reading, frame: Frame, end: int) -> Found[str | None] | None:
    """*a reçu à la Maison Blanche*, *un dîner à l'Elysée*: the state whose seat it is."""
    for j in range(frame.last + 1, min(end, frame.last + 8)):
        seat = seat_at(reading, reading.tokens[j])
        article = reading.words[j - 1] in ("l'", "la") and reading.words[j - 2] == "a"
        if seat and (article or reading.words[j - 1] == "au"):
            return Found(seat, "seat", reading.tokens[j].idx, reading.tokens[j].idx + len(reading.tokens[j]))
    return None


def _object(reading: Reading, frame: Frame) -> Found[str | None] | None:
    """*a visité l'Iran*: the country is the object."""
    if frame.word != "visiter":
        return None
    near = reading.actors_between(frame.last + 1, frame.last + 4)
    told = next((a for a in near if a.form == "name"), None)
    return Found(told.code, "object", told.start, told.end) if told is not None else None


def _tells_of_it(reading: Reading, j: int) -> bool:
    """*les négociations qui se sont ouvertes à Doha*: a relative clause that says where the meeting is held."""
    held = vocabulary().held
    near = reading.tokens[j + 1 : j + 5]
    if reading.words[j] in ("que", "qu'"):
        # *la visite que X envisage de faire en Serbie*
        return any(verb_lemma(t) in ("faire", "effectuer", "tenir", "avoir") for t in reading.tokens[j + 1 : j + 9])
    if reading.words[j] == "qui" and any(verb_lemma(t) in _LEADING for t in near):
        # *une tournée qui l'a mené au Koweït*
        return True
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
