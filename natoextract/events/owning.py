"""Whose a noun is, by the words right of it: *forces françaises*, *troupes de la Russie*, *soldats de la Minusma*."""

from collections.abc import Iterable

from natoextract.events.joined import listed_after
from natoextract.events.memory import Memory
from natoextract.events.military import beside, is_office, shared_adjective
from natoextract.events.reading import Reading, TokenActor


def owners_beside(reading: Reading, memory: Memory, i: int) -> list[str]:
    """Codes right of a noun that own it: *forces françaises*, *troupes de la Russie*."""
    adjectives: list[str] = []
    names: list[str] = []
    for j in beside(reading, i, 9):
        for actor in reading.actor_at.get(j, ()):
            if actor.first != j:
                continue
            if actor.form in ("adjective", "demonym", "capital"):
                adjectives.append(actor.code)
            elif _owns(reading, actor) or (
                is_office(reading, i) and j == i + 2 and reading.words[j - 1] in ("de", "d'")
            ):
                names += [actor.code, *listed_after(reading, actor.last)]
        if reading.tokens[j].pos_ == "PROPN" and reading.tokens[j].text in memory.people:
            names.append(memory.people[reading.tokens[j].text])
        if j in reading.mission_at and reading.mission_at[j].first == j and not adjectives:
            leader = memory.leader_of(reading.mission_at[j].record["name"])
            if leader:
                names.append(leader)
    if not (adjectives or names):
        adjectives = shared_adjective(reading, i)
    # *militaires de l'opération française*: the adjective is nearer than the name
    return unique(adjectives or names)


def _owns(reading: Reading, actor: TokenActor) -> bool:
    """*de l'Otan*, *de la France*, *des Etats-Unis*; a bare *d'Irak* is a place."""
    if actor.form == "organisation":
        return True
    before = reading.words[actor.first - 1] if actor.first else ""
    return before in ("la", "l'", "les", "des", "du", "le")


def unique(codes: Iterable[str]) -> list[str]:
    """The codes without repetition, in order."""
    return list(dict.fromkeys(codes))
