"""Where and when an event happens, and in whose words it stands."""

import re
from bisect import bisect_left
from typing import Any

from natoextract.events.evidence import Found, told_by_count
from natoextract.events.frames import Frame
from natoextract.events.military import verb_lemma
from natoextract.events.reading import Reading, TokenMention, within
from natoextract.events.syntax import subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import lemma
from natoextract.layers import EventDateRecord
from natoextract.roles import location, mission
from natoextract.text import fold


def troop_location(
    reading: Reading, frame: Frame, count: TokenMention | None, owners: list[str]
) -> Found[str | None] | None:
    """The country where the troops serve, from which they leave, in which they fall."""
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


def _in_other_clause(reading: Reading, place: int, trigger: int) -> bool:
    """*ont conclu au Qatar un accord qui prévoit le retrait*: a relative clause begins between."""
    return place < trigger and bool(re.search(r"\b(?:qui|que|dont|ou)\b", reading.folded[place:trigger]))


def troop_mission(reading: Reading, frame: Frame, count: TokenMention | None, owners: list[str]) -> Found[str] | None:
    """The mission in which they serve; those of the one that the article names, where its leader's troops are told."""
    if count is not None and count.record["mission"]:
        return told_by_count(reading, count, "mission", count.record["mission"])
    start, end = frame.token.idx, frame.end
    found = mission.of(reading.scene, start, end) or mission.only(reading.scene, start, owners)
    return Found(found.value, found.rule, found.start, found.end) if found else None


def place_of(reading: Reading, frame: Frame, country: str | None) -> Found[str] | None:
    """A place in the trigger's own sentence: the nearest after, else before, in the country of the event."""
    first, end = reading.sentence(frame.token.i)
    near = [
        m
        for m in within(reading.places, first, end)
        if m.record["start"] >= reading.body and (country is None or m.record["country"] in (country, None))
    ]
    if not near:
        return None
    nearest = min(near, key=lambda m: m.first - frame.last if m.first > frame.last else (frame.token.i - m.last) + 6)
    if nearest.first > frame.last + 25 or nearest.last < frame.token.i - 25:
        return None
    return Found(nearest.record["name"], "sentence", nearest.record["start"], nearest.record["end"])


def meeting_place(reading: Reading, frame: Frame, others: list[Frame]) -> tuple[Found[str] | None, Found[str] | None]:
    """The country and the place of a meeting, from its own sentence only: *à Bruxelles*, *au Royaume-Uni*."""
    first, end = reading.sentence(frame.token.i)
    tokens = reading.tokens
    best: tuple[int, Any] | None = None
    for locative in reading.scene.locatives_in(tokens[first].idx, tokens[end - 1].idx + len(tokens[end - 1])):
        if locative.start < reading.body:
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
        if _within(others, between) or any(
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
    if _within(others, between) or len(between) > 16:
        return None
    if any(words[j] in (";", "qui", "que", "alors", "mais") for j in between):
        return None
    return 40 + frame.token.i - at


def _tells_of_it(reading: Reading, j: int) -> bool:
    """*les négociations qui se sont ouvertes à Doha*: a relative clause that says where the meeting is held."""
    held = vocabulary().held
    near = reading.tokens[j + 1 : j + 5]
    return reading.words[j] == "qui" and any(verb_lemma(t) in held or t.lower_.startswith("ouvert") for t in near)


def _within(frames: list[Frame], tokens: range) -> list[Frame]:
    """The frames whose trigger is one of the tokens."""
    low = bisect_left(frames, tokens.start, key=lambda f: f.token.i)
    return frames[low : bisect_left(frames, tokens.stop, lo=low, key=lambda f: f.token.i)]


def date_of(reading: Reading, frame: Frame, frames: list[Frame]) -> Found[EventDateRecord] | None:
    """When it happens, not when it is said: the date on the trigger, else the first after it."""
    first, end = reading.sentence(frame.token.i)
    dates = [
        m
        for m in within(reading.dates, first, end)
        if m.record["type"] in ("DATE", "TIME") and not _is_slug(reading, m)
    ]
    if not dates:
        return None
    if frame.type != "presence":
        dates = [m for m in dates if m.record["value"] != "PRESENT_REF"]
    for date in dates:
        if _hangs_on(reading, date, frame):
            return _dated(date, "tree")
    if (verb := _occasion_verb(reading, frame)) is not None:
        for date in dates:
            if reading.doc[date.first : date.last + 1].root.head.i == verb.i:
                return _dated(date, "occasion")
    for date in dates:
        if date.first > frame.last and _clear(reading, frame, date, frames):
            return _dated(date, "clause")
    head = dates[0] if dates else None
    if head is not None and head.last < frame.token.i and _opens(reading, head, frame, first):
        return _dated(head, "sentence opening")
    return None


def _occasion_verb(reading: Reading, frame: Frame) -> Any:
    """*ont accepté vendredi …, au cours d'une réunion*: what happens at a meeting happens on its day."""
    before = reading.folded[max(0, frame.token.idx - 24) : frame.token.idx]
    if frame.type != "meeting" or not re.search(r"\b(?:au cours|lors) d(?:e|'|u)[\w' ]{0,12}$", before):
        return None
    return next((up for up in frame.token.ancestors if up.pos_ == "VERB"), None)


def _is_slug(reading: Reading, date: TokenMention) -> bool:
    start = date.record["start"]
    since = re.search(r"\bdepuis (?:[\w' ]{0,40})$", reading.folded[max(0, start - 50) : start])
    return bool(since) or start < reading.body or any(a <= start < b for a, b in reading.headers)


def _dated(date: TokenMention, rule: str) -> Found[EventDateRecord]:
    record = date.record
    when: EventDateRecord = {
        "value": record["value"],
        "earliest": record["earliest"],
        "latest": record["latest"],
    }
    return Found(when, rule, record["start"], record["end"])


def _hangs_on(reading: Reading, date: TokenMention, frame: Frame) -> bool:
    """Whether the date's head leads to the trigger before any other verb, in the same clause."""
    root = reading.doc[date.first : date.last + 1].root
    trigger = range(frame.token.i, frame.last + 1)
    for up in root.ancestors:
        if up.i in trigger:
            return True
        if up.pos_ in ("VERB", "AUX"):
            # *la réunion se tiendra vendredi*, *le retrait a commencé lundi*: the trigger is the verb's argument
            if frame.is_noun and frame.token.head.i == up.i and not _says(reading, up):
                return frame.token.dep_ in ("nsubj", "nsubj:pass", "obj")
            return False
    return False


def _says(reading: Reading, verb: Any) -> bool:
    """Whether a verb tells of the saying or the deciding, not of the happening."""
    if verb.idx in reading.said:
        return True
    return fold(lemma(verb)) in (
        "annoncer",
        "decider",
        "promettre",
        "demander",
        "exiger",
        "proposer",
        "accepter",
        "confirmer",
        "approuver",
        "ordonner",
        "evoquer",
        "prevoir",
        "voter",
        "autoriser",
        "reclamer",
        "refuser",
        "declarer",
        "indiquer",
        "affirmer",
        "dire",
        "appeler",
    )


def _is_deadline(reading: Reading, date: TokenMention) -> bool:
    """*d'ici la fin de l'année*, *avant juin*: a day for what moves, not for what stands."""
    start = date.record["start"]
    return bool(re.search(r"\b(?:d'ici|avant)[\w' ]{0,12}$", reading.folded[max(0, start - 20) : start]))


def _in_bracket(reading: Reading, frame: Frame, date: TokenMention) -> bool:
    """*4.882 soldats (jusqu'à 50.000 en 1999)*: the date of an aside."""
    between = reading.words[frame.last + 1 : date.first]
    return "(" in between and ")" not in between


def _clear(reading: Reading, frame: Frame, date: TokenMention, frames: list[Frame]) -> bool:
    """Whether nothing between trigger and date claims the date for itself."""
    between = range(frame.last + 1, date.first)
    others = {f.token.i for f in _within(frames, between) if f.type not in ("presence", frame.type)}
    standing = frame.type == "presence"
    if len(between) > 24 or _in_bracket(reading, frame, date) or (standing and _is_deadline(reading, date)):
        return False
    for j in between:
        token = reading.tokens[j]
        if j in others or token.text in (";", ":"):
            return False
        if (
            token.pos_ in ("VERB", "AUX")
            and token.dep_ not in ("acl", "amod")
            and fold(lemma(token))
            not in (
                "prevoir",
                "fixer",
                "attendre",
                "programmer",
                "debuter",
                "commencer",
                "etre",
                "tenir",
                "avoir",
                "ouvrir",
                "derouler",
            )
        ):
            return False
        if reading.words[j] in ("apres", "depuis", "mais", "alors", "lorsque", "quand") and j < date.first - 1:
            return False
    return True


def _opens(reading: Reading, date: TokenMention, frame: Frame, first: int) -> bool:
    """*Ce mercredi, six militaires ont perdu la vie*: a date before the main clause is its verb's."""
    if any(reading.tokens[j].pos_ in ("VERB",) for j in range(first, date.first)):
        return False
    between = range(date.last + 1, frame.token.i)
    if frame.group is None:
        return False
    return not any(
        reading.tokens[j].pos_ in ("VERB", "AUX") and not reading.tokens[j].dep_.startswith(("aux", "cop"))
        for j in between
    )


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
