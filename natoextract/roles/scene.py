"""One article as the role rules read it: who and where is named, sentence by sentence, and which names are places.

Everything is by character offsets of the text, so that a rule may look from a troop count or from an event's trigger
alike. Every rule answers with a `Finding`: the value, the rule's name and the words it read.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from spacy.tokens import Doc, Token

from natoextract.components.actors.lexicon import owner_of, with_troops
from natoextract.layers import (
    CountryRecord,
    MentionRecord,
    MissionRecord,
    OrganisationRecord,
    PlaceRecord,
    StatementRecord,
    TroopCountRecord,
    folded_of,
    surface_of,
)
from natoextract.roles.findings import Actor, Locative
from natoextract.roles.locative import goes_on, locative_rule, opens_relative, provinces_in
from natoextract.roles.persons import persons_of
from natoextract.roles.words import any_word

MentionT = TypeVar("MentionT", bound=MentionRecord)


# The allies of the Alliance, named together, are the Alliance: *les pays européens de l'Otan*, *les alliés*. What they
# are said to be allies of is no actor of its own.
_ALLIES = re.compile(
    # most words are none of these: their first letter tells
    r"\b(?=[acefmnp])(?:"
    r"(?:allies|europeens|partenaires)\b(?: europeens)?"
    r"(?: (?:de la |de l'|des |du )(?:otan|etats-unis|amerique|alliance(?: atlantique)?))?"
    r"|(?:pays|etats|nations|capitales|membres)(?: europeens| membres| allies){0,2}"
    r" de l'(?:otan|alliance(?: atlantique)?)"
    r"|(?:pays|etats|nations) allies\b|force internationale(?: d'assistance a la securite)?)"
)
# A comma or a bracket ends a clause; the comma of a figure (1,5) does not.
_CLAUSE_MARK = re.compile(r"[;()\[\]\n]|,(?!\d)|:(?!\d)| [-–—]+ ")


# No rule looks further than this in a sentence, so that a text without full stops is read in linear time.
_REACH = 1500
_LOOK_BACK = 40
# *l'armée turque*, *les forces armées maliennes*, *les militaires belges*
_ARMY = re.compile(rf"\b(?:{any_word('armies')})(?: (?:de terre|de l'air|armees|speciales))? $")

# *former des unités de l'armée nigérienne*: an army that others help is not who moves
_HELPED = re.compile(
    rf"\b(?:{any_word('training')})(?: (?!(?:qui|que|dont|et)\b)[\w']+){{0,4}} (?:d?es |l[ea] |l'|de l'|de la )?$"
)


# by identity: rules remember what they have read in an article
@dataclass(eq=False)
class Scene:
    """The mentions of a `Doc` in text order, its sentences and its clauses."""

    doc: Doc
    folded: str
    countries: list[CountryRecord]
    organisations: list[OrganisationRecord]
    missions: list[MissionRecord]
    places: list[PlaceRecord]
    statements: list[StatementRecord]
    locatives: list[Locative]
    actors: list[Actor]
    sentence_starts: list[int]
    marks: list[int]
    token_starts: list[int]

    def sentence(self, offset: int) -> tuple[int, int]:
        """The characters of the sentence at `offset`, as far as a rule looks."""
        if (known := self._sentences.get(offset)) is None:
            first, last = _between(self.sentence_starts, offset, len(self.folded))
            known = self._sentences[offset] = max(first, offset - _REACH), min(last, offset + _REACH)
        return known

    def clause(self, offset: int) -> tuple[int, int]:
        """The characters from the comma, bracket or sentence end before `offset` to the one after."""
        first, last = self.sentence(offset)
        low, high = _between(self.marks, offset, len(self.folded))
        return max(first, low), min(last, high)

    @cached_property
    def named_at(self) -> dict[int, CountryRecord | OrganisationRecord]:
        """States and organisations by where their mention ends."""
        return {m["end"]: m for m in (*self.organisations, *self.countries)}

    @cached_property
    def theatres(self) -> list[Locative]:
        """The locatives that name their country for at least the second time, and as often as any other so far."""
        # cities are where officials meet, too: they make a theatre where no country does
        named = [m for m in self.locatives if m.rule != "place"] or self.locatives
        # *l'axe qui relie Bangui au Cameroun … à la frontière avec le Cameroun*: its border adds nothing
        entered = {m.code for m in named if m.rule != "border"}
        named = [m for m in named if m.rule != "border" or m.code not in entered]
        told: Counter[str] = Counter()
        again = []
        for place in named:
            told[place.code] += 1
            if told[place.code] > 1 and told[place.code] == max(told.values()):
                again.append(place)
        return again

    @cached_property
    def headlines(self) -> frozenset[int]:
        """Where countries stand as headlines: *Mali : trois soldats tués*."""
        return frozenset(m.start for m in self.locatives if m.rule == "headline")

    def is_headline(self, offset: int) -> bool:
        """Whether a country stands as a headline at an offset: *Mali : trois soldats tués*."""
        return offset in self.headlines

    @cached_property
    def armies(self) -> list[Actor]:
        """States told by their troops: *l'armée turque*, *les militaires belges*."""
        return [a for a in self.actors if self.is_army(a)]

    def is_army(self, actor: Actor) -> bool:
        """Whether a state is told by its troops: *l'armée turque*."""
        told = _ARMY.search(self.folded, max(0, actor.start - 60), actor.start)
        return told is not None and not _HELPED.search(self.folded, max(0, told.start() - 50), told.start())

    @cached_property
    def main_mission(self) -> MissionRecord | None:
        """The mission that the article is about: the only one, or the one named first and more often than any other."""
        told = Counter(m["name"] for m in self.missions)
        first = self.missions[0] if self.missions else None
        others = [number for name, number in told.items() if first and name != first["name"]]
        return first if first and told[first["name"]] > max(others, default=0) else None

    def theatre_before(self, offset: int) -> Locative | None:
        """The last country before `offset` that was named there at least twice, and as often as any other."""
        at = bisect_left(self.theatres, offset, key=lambda m: m.start)
        return self.theatres[at - 1] if at else None

    def counts_before(self, offset: int) -> Sequence[TroopCountRecord]:
        """The last troop counts before `offset`."""
        at = bisect_left(self.counts, offset, key=lambda c: c["start"])
        return self.counts[max(0, at - _LOOK_BACK) : at]

    def missions_before(self, offset: int) -> Sequence[MissionRecord]:
        """The last missions named before `offset`."""
        at = bisect_left(self.missions, offset, key=lambda m: m["start"])
        return self.missions[max(0, at - _LOOK_BACK) : at]

    def token(self, offset: int) -> Token:
        """The token that holds a character."""
        return self.doc[self.index(offset)]

    def index(self, offset: int) -> int:
        """The index of the token that holds a character."""
        return max(0, bisect_right(self.token_starts, offset) - 1)

    def within(self, mentions: list[MentionT], start: int, end: int) -> list[MentionT]:
        """The mentions that begin in `[start, end)`."""
        low = bisect_left(mentions, start, key=lambda m: m["start"])
        return mentions[low : bisect_left(mentions, end, lo=low, key=lambda m: m["start"])]

    def locatives_in(self, start: int, end: int) -> list[Locative]:
        """The locatives that begin in `[start, end)`."""
        low = bisect_left(self._locative_starts, start)
        return self.locatives[low : bisect_left(self._locative_starts, end, lo=low)]

    def actors_in(self, start: int, end: int) -> list[Actor]:
        """The actors that begin in `[start, end)`."""
        low = bisect_left(self._actor_starts, start)
        return self.actors[low : bisect_left(self._actor_starts, end, lo=low)]

    @cached_property
    def _sentences(self) -> dict[int, tuple[int, int]]:
        """The sentences that rules have asked for, by the offset in them."""
        return {}

    @cached_property
    def counts(self) -> list[TroopCountRecord]:
        """The troop counts, in text order."""
        counts: list[TroopCountRecord] = self.doc._.troop_counts
        return counts

    @cached_property
    def serving(self) -> dict[str, dict[str, tuple[int, int]]]:
        """The missions that the counts of each provider serve in, with the words of one."""
        told: dict[str, dict[str, tuple[int, int]]] = {}
        for count in self.counts:
            if count["mission"]:
                for code in count["contributors"]:
                    told.setdefault(code, {}).setdefault(count["mission"], (count["start"], count["end"]))
        return told

    @cached_property
    def _locative_starts(self) -> list[int]:
        return [m.start for m in self.locatives]

    @cached_property
    def _actor_starts(self) -> list[int]:
        return [m.start for m in self.actors]


# two components ask it of a `Doc`, one after the other
@lru_cache(maxsize=1)
def read(doc: Doc) -> Scene:
    """Read the layers of a `Doc` once: who is named, and which of the names say where."""
    folded, text = folded_of(doc), surface_of(doc)
    starts, begin = doc.to_array(["IDX", "SENT_START"]).T.tolist()
    line = doc._.dateline
    dateline = range(line["start"], line["end"]) if line else range(0)
    locatives, actors = [], []
    listed_till = None
    for country in doc._.countries:
        rule = locative_rule(folded, country["start"], country["end"], country["form"])
        if rule is None and listed_till is not None and country["form"] == "name":
            # *aux frontières du Burkina Faso et du Niger*: two borders
            goes = "border" if locatives and locatives[-1].rule == "border" else "list"
            rule = goes if goes_on(folded, listed_till, country["start"], country["end"]) else None
        if rule is None and country["form"] == "name" and opens_relative(text, country["end"]):
            rule = "relative"
        listed_till = country["end"] if rule in ("preposition", "list", "border") else None
        if rule:
            locatives.append(Locative(country["code"], country["start"], country["end"], rule))
        elif country["start"] not in dateline:
            # *GOMA, RD Congo, 16 nov 2022 (AFP)*: where the wire was written acts in nothing
            actors.append(Actor(country["code"], country["start"], country["end"], country["form"]))
    # a dateline says where the wire was written, not where the troops are
    for place in doc._.places:
        if place["country"] and place["start"] not in dateline:
            locatives.append(Locative(place["country"], place["start"], place["end"], "place"))
    taken = {m.start for m in locatives}
    told = (p for p in provinces_in(folded) if p[1] not in taken and p[1] not in dateline)
    locatives += [Locative(*p, "province") for p in told]
    actors += [
        Actor(owner_of(o["code"]), o["start"], o["end"], "organisation")
        for o in doc._.organisations
        # the men of an armed movement are nobody's troops
        if o["code"] not in with_troops("band")
    ]
    if persons := persons_of(doc):
        layers = (doc._.countries, doc._.places, doc._.organisations, doc._.missions)
        taken = {offset for layer in layers for m in layer for offset in range(m["start"], m["end"])}
        actors += [Actor(p.code, p.start, p.end, "person") for p in persons if p.start not in taken]
    actors = _with_collectives(folded, actors)
    return Scene(
        doc=doc,
        folded=folded,
        countries=doc._.countries,
        organisations=doc._.organisations,
        missions=doc._.missions,
        places=doc._.places,
        statements=doc._.statements,
        locatives=sorted(locatives, key=lambda m: m.start),
        actors=sorted(actors, key=lambda m: m.start),
        sentence_starts=[0, *(at for at, begins in zip(starts, begin, strict=True) if begins == 1 and at > 0)],
        marks=[m.end() for m in _CLAUSE_MARK.finditer(folded)],
        token_starts=starts,
    )


def _with_collectives(folded: str, actors: list[Actor]) -> list[Actor]:
    """The actors, with the allies as the Alliance in articles that name it."""
    if not any(a.code == "NATO" for a in actors):
        return actors
    together = [Actor("NATO", m.start(), m.end(), "collective") for m in _ALLIES.finditer(folded)]
    taken = {offset for c in together for offset in range(c.start, c.end)}
    rest = [a for a in actors if a.start not in taken]
    return [*rest, *together]


def _between(borders: list[int], offset: int, length: int) -> tuple[int, int]:
    at = bisect_right(borders, offset)
    return borders[at - 1] if at else 0, borders[at] if at < len(borders) else length
