"""The component: triggers → frames → slots → records."""

from typing import Any

from spacy.tokens import Doc

from natoextract.events import circumstances, dating, quantities
from natoextract.events.actors import WEAK_RULES, troop_actors
from natoextract.events.background import guests_for_hosts
from natoextract.events.evidence import Evidence, Found, Reasons, Whose
from natoextract.events.figures import with_figures
from natoextract.events.frames import Frame, Search
from natoextract.events.governors import Certainty
from natoextract.events.meeting_status import of_day, taken_up
from natoextract.events.meetings import Meetings, is_about_sport
from natoextract.events.memory import Memory
from natoextract.events.merging import merge
from natoextract.events.military import is_about_troops
from natoextract.events.owning import unique
from natoextract.events.people import affiliations
from natoextract.events.quantities import Quantities
from natoextract.events.reading import Reading, TokenMention, read
from natoextract.events.requests import requested_by
from natoextract.events.resolver import Resolver
from natoextract.events.status import status_of
from natoextract.events.triggers import find_frames
from natoextract.events.whereabouts import listed_locations, place_of, troop_location
from natoextract.events.words import trigger_words
from natoextract.grammar import lemma
from natoextract.layers import EventRecord, TroopsRecord, mention
from natoextract.plover import plover_event
from natoextract.roles import mission

#: What was found for each slot.
Slots = dict[str, Found[Any] | None]
#: The slots beside type and status, in the order of the schema.
_SLOTS = (
    "actors", "troops", "level_before", "level_after", "location", "place", "mission", "date", "requested_by",
    "speaker",
)  # fmt: skip


class Events:
    """Fills `doc._.events`."""

    def __call__(self, doc: Doc) -> Doc:
        reading = read(doc)
        sport = is_about_sport(reading)
        search = Search(reading, trigger_words(), is_about_troops(reading) and not sport)
        frames = find_frames(search)
        # most articles have none: who is who in them need not be asked
        doc._.events = Builder(search, frames, sport=sport).events() if frames or reading.counts else []
        return doc


class Builder:
    """The events of one article, in text order; what one says helps to read the next."""

    def __init__(self, search: Search, frames: list[Frame], *, sport: bool) -> None:
        self.search = search
        self.reading = reading = search.reading
        self.frames = frames
        organisations = [a.code for a in reading.actors if a.form == "organisation"]
        alliance = next((c for c in ("NATO", "UN", "EU", "AU") if c in organisations), None)
        home = next((m.code for m in reading.scene.locatives if m.rule not in ("place", "border")), None)
        self.memory = Memory(affiliations(reading), mission.lead, alliance=alliance, home=home)
        people = self.memory.people
        self.affiliations = {
            s["id"]: s["affiliation"] or (people.get(s["name"].split()[-1]) if s["kind"] == "person" else None)
            for s in reading.speakers
        }
        self.resolver = Resolver(reading, self.memory, self._affiliation_at)
        self.meetings = Meetings(reading, self.resolver, sport=sport)
        self.evidence = Evidence(reading)

    def _affiliation_at(self, offset: int) -> str | None:
        said = self.reading.statement_at(offset)
        return self.affiliations.get(said["speaker"] or "") if said else None

    def _license_meetings(self) -> dict[int, Whose]:
        """Who meets, by the token of the trigger; triggers that are no meeting of ours hide no date and no place."""
        meetings: dict[int, Whose] = {}
        for frame in self.frames:
            if frame.type != "meeting" or (found := self.meetings.parties(frame)) is None:
                continue
            meetings[frame.token.i] = found
            if len(found.value) > 1 or (found.value and not self.meetings.is_visit(frame)):
                # *sont arrivés pour cette réunion*: one who comes is not all who meet
                self.memory.last_meeting = list(found.value)
            if self.meetings.is_summit(frame):
                self.memory.last_summit = list(found.value)
            if self.meetings.is_visit(frame):
                self.memory.last_visit = list(found.value)
            if len(found.value) > 2:
                self.memory.last_list = list(found.value)
        self.frames = [f for f in self.frames if f.type != "meeting" or f.token.i in meetings]
        return meetings

    def events(self) -> list[EventRecord]:
        meetings = self._license_meetings()
        numbers = quantities.link_counts(self.reading, self.frames)
        records: list[EventRecord] = []
        pairs = with_figures(self.search, list(zip(self.frames, numbers, strict=True)))
        for at, (frame, linked) in enumerate(pairs):
            if quantities.is_retold(frame, linked, pairs[max(0, at - 4) : at], pairs[at + 1 : at + 3]):
                continue
            if frame.type == "meeting":
                records.extend(self._meeting(frame, meetings[frame.token.i]))
                continue
            for told in (linked, *linked.steps):
                records.extend(self._troops(frame, told))
        for i, record in enumerate(records):
            record["id"] = f"e{i + 1}"
        merge(records)
        return records

    def _troops(self, frame: Frame, linked: Quantities) -> list[EventRecord]:
        """One event a figure, or one with no figure."""
        reading = self.reading
        made = []
        status = self._taken_up(frame, status_of(reading, frame))
        asked = requested_by(reading, self.resolver, frame, status)
        types = _types(frame, status, linked)
        counts: list[TokenMention | None] = [*linked.moved] or [None]
        for count in counts:
            number = count or linked.after
            actors = troop_actors(self.resolver, frame, number)
            where = troop_location(reading, frame, number, actors.value)
            if frame.type == "withdrawal" and where is not None and actors.value == [where.value]:
                actors = guests_for_hosts(self.resolver, actors)
            slots: Slots = {
                "troops": _troops(count, "count"),
                "level_before": _troops(linked.before, "level"),
                "level_after": _troops(linked.after, "level"),
                "location": where,
                "place": place_of(reading, frame, where, actors.value),
                "mission": circumstances.troop_mission(
                    reading, self.memory, frame, number, actors.value, where.value if where else None
                ),
            }
            listed = [] if number is not None else listed_locations(reading, frame, actors.value)
            several: list[Found[str | None] | None] = [*listed] or [where]
            for there in several:
                slots["location"] = there
                for each in _each(reading, actors, count):
                    made.append(self._record(frame, types, status, {"actors": each, **slots, "requested_by": asked}))
        codes = unique([c for r in made for c in r["actors"]])
        if codes:
            self.memory.last_troops = codes
            self.memory.last_of[types[-1].value] = codes
            if actors.rule not in WEAK_RULES:
                self.memory.tally.update(codes)
            if frame.type == "casualties":
                self.memory.last_fallen = codes
        return made

    def _taken_up(self, frame: Frame, status: Certainty) -> Certainty:
        """*le Burundi a envoyé 800 soldats. Avec ces renforts …*: as sure as the movement that the noun takes up."""
        pointed = frame.token.i > 0 and self.reading.words[frame.token.i - 1] in ("ce", "cet", "cette", "ces")
        if pointed and status.rule == "noun" and frame.type in self.memory.told:
            status = status._replace(status=self.memory.told[frame.type], rule="taken up")
        self.memory.told[frame.type] = status.status
        return status

    def _meeting(self, frame: Frame, found: Whose) -> list[EventRecord]:
        """One event; of a journey to several countries, one each."""
        status = taken_up(found, self.memory.told.get("meeting"), status_of(self.reading, frame))
        if status.rule in ("noun", "taken up"):
            status = of_day(self.reading, dating.date_of(self.reading, frame, self.frames)) or status
        self.memory.told["meeting"] = status.status
        where, place = circumstances.meeting_place(self.reading, frame, self.frames)
        asked = requested_by(self.reading, self.resolver, frame, status)
        slots: Slots = {"actors": found, "location": where, "place": place, "requested_by": asked}
        listed = listed_locations(self.reading, frame, found.value) if frame.frame == "travels" else []
        several: list[Found[str | None] | None] = [*listed] or [where]
        types = _types(frame, status, Quantities())
        return [self._record(frame, types, status, {**slots, "location": there}) for there in several]

    def _record(self, frame: Frame, types: list[Found[str]], status: Certainty, found: Slots) -> EventRecord:
        """The event of a trigger with its slots, and the evidence of each."""
        reading = self.reading
        last = reading.tokens[frame.last]
        start, end = reading.sentence_offsets(frame.token.i)
        speaker, cue = circumstances.speaker_of(reading, frame)
        slots: Slots = {**found, "date": dating.date_of(reading, frame, self.frames), "speaker": speaker}
        values = {slot: why.value for slot, why in slots.items() if why is not None}
        reasons: Reasons = [
            *(("type", why) for why in types),
            ("status", status.found),
            *((slot, slots.get(slot)) for slot in _SLOTS),
            ("speaker", cue),
        ]
        return {
            "id": "",
            "type": types[-1].value,
            "status": status.status,
            "actors": values.get("actors", []),
            "troops": values.get("troops"),
            "level_before": values.get("level_before"),
            "level_after": values.get("level_after"),
            "location": values.get("location"),
            "place": values.get("place"),
            "mission": values.get("mission"),
            "date": values.get("date"),
            "speaker": values.get("speaker"),
            "requested_by": values.get("requested_by", []),
            "trigger": mention(reading.doc, frame.token.idx, last.idx + len(last)),
            "sentence": {"start": start, "end": end},
            "plover": plover_event(types[-1].value, status.status),
            "merged_into": None,
            "evidence": self.evidence.of(frame, reasons),
        }


def _types(frame: Frame, status: Certainty, linked: Quantities) -> list[Found[str]]:
    """The type that the trigger tells, and the one that its arguments make of it."""
    start, last = frame.token.idx, frame.end
    told = [Found(frame.type, f"{frame.frame}: {frame.word}", start, last)]
    goes_on = lemma(frame.token.head) in ("continuer", "poursuivre")
    if frame.frame == "joins" and status.status != "factual" and not goes_on:
        # *contribuera à la force*: the troops are still to come; *continuera à contribuer*: they are there
        told.append(Found("deployment", "still to come", start, last))
    if linked.before and linked.after:
        low, high = (
            m.record["maximum"] if m.record["minimum"] is None else m.record["minimum"]
            for m in (linked.before, linked.after)
        )
        if low is not None and high is not None:
            # *passer de 16.000 à 13.000* takes troops away
            turned, rule = ("withdrawal", "level falls") if high < low else ("deployment", "level rises")
            told.append(Found(turned, rule, linked.before.record["start"], linked.after.record["end"]))
    return told


def _each(reading: Reading, actors: Whose, count: TokenMention | None) -> list[Whose]:
    """*le Bénin et le Togo enverront 300 soldats chacun*, *chacun 300 soldats*: one event for each."""
    beside = (
        {*reading.words[count.last + 1 : count.last + 2], *reading.words[count.first - 1 : count.first]}
        if count
        else ()
    )
    if not {"chacun", "chacune"} & set(beside):
        return [actors]
    return [actors._replace(value=[code]) for code in actors.value] or [actors]


def _troops(count: TokenMention | None, rule: str) -> Found[TroopsRecord] | None:
    if count is None:
        return None
    record = count.record
    troops: TroopsRecord = {
        "minimum": record["minimum"],
        "maximum": record["maximum"],
        "qualifier": record["qualifier"],
    }
    return Found(troops, rule, record["start"], record["end"])
