"""The component: triggers → frames → slots → records."""

from typing import Any

from spacy.tokens import Doc

from natoextract.events import circumstances, quantities
from natoextract.events.actors import troop_actors
from natoextract.events.evidence import Found, Whose
from natoextract.events.frames import Frame, Search
from natoextract.events.governors import Certainty
from natoextract.events.meetings import Meetings, is_about_sport
from natoextract.events.merging import merge
from natoextract.events.military import is_about_troops
from natoextract.events.people import affiliations
from natoextract.events.quantities import Quantities
from natoextract.events.reading import Reading, TokenMention, read
from natoextract.events.resolver import Memory, Resolver, unique
from natoextract.events.status import status_of
from natoextract.events.syntax import subject
from natoextract.events.triggers import find_frames
from natoextract.events.words import trigger_words
from natoextract.layers import EventRecord, EvidenceRecord, TroopsRecord, mention, surface_of
from natoextract.plover import plover_event
from natoextract.roles import mission


class Events:
    """Fills `doc._.events`."""

    def __call__(self, doc: Doc) -> Doc:
        reading = read(doc)
        sport = is_about_sport(reading)
        frames = find_frames(Search(reading, trigger_words(), is_about_troops(reading) and not sport))
        # most articles have none: who is who in them need not be asked
        doc._.events = Builder(reading, frames, sport=sport).events() if frames else []
        return doc


class Builder:
    """The events of one article, in text order; what one says helps to read the next."""

    def __init__(self, reading: Reading, frames: list[Frame], *, sport: bool) -> None:
        self.reading = reading
        self.frames = frames
        organisations = [a.code for a in reading.actors if a.form == "organisation"]
        alliance = next((c for c in ("NATO", "UN", "EU", "AU") if c in organisations), None)
        home = next((m.code for m in reading.scene.locatives if m.rule != "place"), None)
        self.memory = Memory(affiliations(reading), mission.lead, alliance=alliance, home=home)
        people = self.memory.people
        self.affiliations = {
            s["id"]: s["affiliation"] or (people.get(s["name"].split()[-1]) if s["kind"] == "person" else None)
            for s in reading.speakers
        }
        self.resolver = Resolver(reading, self.memory, self._affiliation_at)
        self.meetings = Meetings(reading, self.resolver, sport=sport)

    def _affiliation_at(self, offset: int) -> str | None:
        said = self.reading.statement_at(offset)
        return self.affiliations.get(said["speaker"] or "") if said else None

    def events(self) -> list[EventRecord]:
        numbers = quantities.link_counts(self.reading, self.frames)
        records: list[EventRecord] = []
        pairs = list(zip(self.frames, numbers, strict=True))
        for at, (frame, linked) in enumerate(pairs):
            if quantities.is_retold(frame, linked, pairs[max(0, at - 4) : at]):
                continue
            made = self._meeting(frame) if frame.type == "meeting" else self._troops(frame, linked)
            records.extend(made)
        for i, record in enumerate(records):
            record["id"] = f"e{i + 1}"
        merge(records)
        return records

    def _troops(self, frame: Frame, linked: Quantities) -> list[EventRecord]:
        """One event a figure, or one with no figure."""
        made = []
        status = status_of(self.reading, frame)
        asked = self._requested_by(frame, status)
        counts: list[TokenMention | None] = [*linked.moved] or [None]
        for count in counts:
            actors = troop_actors(self.resolver, frame, count or linked.after)
            evidence = [*_why("actors", actors, self.reading)]
            where = circumstances.troop_location(self.reading, frame, count or linked.after)
            which = circumstances.troop_mission(self.reading, frame, count or linked.after)
            kind = frame.type
            if frame.frame == "joins" and status.status != "factual":
                # *contribuera à la force*: the troops are still to come
                kind = "deployment"
            if linked.before and linked.after:
                kind = _direction(linked, kind)
            record = self._record(frame, kind, status, actors, asked, where, which, evidence)
            record["troops"] = _troops(count)
            record["level_before"], record["level_after"] = _troops(linked.before), _troops(linked.after)
            if count is not None:
                record["evidence"].append(
                    _evidence("troops", "linked", count.record["start"], count.record["end"], self.reading)
                )
            place = circumstances.place_of(self.reading, frame, where.value if where else None)
            record["place"] = place.value if place else None
            made.append(record)
        codes = unique([c for r in made for c in r["actors"]])
        if codes:
            self.memory.last_troops = codes
        return made

    def _meeting(self, frame: Frame) -> list[EventRecord]:
        found = self.meetings.parties(frame)
        if found is None:
            return []
        status = status_of(self.reading, frame)
        where, place = circumstances.meeting_place(self.reading, frame, self.frames)
        record = self._record(
            frame,
            "meeting",
            status,
            found,
            self._requested_by(frame, status),
            where,
            None,
            [*_why("actors", found, self.reading)],
        )
        record["place"] = place.value if place else None
        self.memory.last_meeting = list(record["actors"])
        if len(found.value) > 2:
            self.memory.last_list = list(found.value)
        return [record]

    def _requested_by(self, frame: Frame, status: Certainty) -> list[str]:
        """Who asks: the subject of the verb that requests, or *à la demande de X*."""
        reading = self.reading
        first, end = reading.sentence(frame.token.i)
        start, stop = reading.tokens[first].idx, reading.tokens[end - 1].idx + len(reading.tokens[end - 1])
        at = reading.folded.find("a la demande d", start, stop)
        if at >= 0:
            i = reading.scene.token(at + 9).i
            for j in range(i + 1, min(end, i + 6)):
                if reading.tokens[j].pos_ in ("NOUN", "PROPN") and (codes := self.resolver.named(reading.tokens[j])):
                    return codes
        if status.status != "requested" or status.word is None:
            return []
        word = status.word
        if word.pos_ in ("VERB", "AUX"):
            doer = subject(word)
            return self.resolver.codes_of(doer) if doer is not None else []
        return self.resolver.owners_beside(word.i) or self.resolver.nearest_subject(word.i)

    def _record(
        self,
        frame: Frame,
        kind: str,
        status: Certainty,
        actors: Whose,
        asked: list[str],
        where: Found[Any] | None,
        which: Found[Any] | None,
        evidence: list[EvidenceRecord],
    ) -> EventRecord:
        reading = self.reading
        last = reading.tokens[frame.last]
        start, end = reading.sentence_offsets(frame.token.i)
        date = circumstances.date_of(reading, frame, self.frames)
        speaker = circumstances.speaker_of(reading, frame)
        trigger = f"{frame.frame}: {frame.word}"
        evidence.insert(0, _evidence("type", trigger, frame.token.idx, last.idx + len(last), reading))
        for slot, found in (("location", where), ("mission", which), ("date", date), ("speaker", speaker)):
            if found is not None:
                evidence.append(_evidence(slot, found.rule, found.start, found.end, reading))
        word = status.word
        evidence.append(
            _evidence(
                "status", status.rule, word.idx if word else None, word.idx + len(word) if word else None, reading
            )
        )
        return {
            "id": "",
            "type": kind,
            "status": status.status,
            "actors": actors.value,
            "troops": None,
            "level_before": None,
            "level_after": None,
            "location": where.value if where else None,
            "place": None,
            "mission": which.value if which else None,
            "date": date.value if date else None,
            "speaker": speaker.value if speaker else None,
            "requested_by": asked,
            "trigger": mention(reading.doc, frame.token.idx, last.idx + len(last)),
            "sentence": {"start": start, "end": end},
            "plover": plover_event(kind, status.status),
            "merged_into": None,
            "evidence": evidence,
        }


def _direction(linked: Quantities, kind: str) -> str:
    """*passer de 16.000 à 13.000* takes troops away."""
    assert linked.before and linked.after
    low, high = linked.before.record["minimum"], linked.after.record["minimum"]
    if low is None or high is None:
        return kind
    return "withdrawal" if high < low else "deployment"


def _troops(count: TokenMention | None) -> TroopsRecord | None:
    if count is None:
        return None
    record = count.record
    return {"minimum": record["minimum"], "maximum": record["maximum"], "qualifier": record["qualifier"]}


def _why(slot: str, found: Whose, reading: Reading) -> list[EvidenceRecord]:
    return [_evidence(slot, found.rule, found.start, found.end, reading)] if found.value else []


def _evidence(slot: str, rule: str, start: int | None, end: int | None, reading: Reading) -> EvidenceRecord:
    text = surface_of(reading.doc)[start:end] if start is not None and end is not None else None
    return {"slot": slot, "rule": rule, "start": start, "end": end, "text": text}
