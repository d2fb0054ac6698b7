"""Which named mission troops serve in: by its name in the sentence, or by a word that points to it."""

import re
from collections.abc import Sequence

from natoextract.components.actors.lexicon import missions, with_troops
from natoextract.remember import remembered
from natoextract.roles.scene import Finding, Scene

# *Elle compte 12.000 hommes*, *sa mission*, *cette force*: the mission named last.
_ANAPHOR = re.compile(
    r"\b(?:(?:cette|ladite) (?:mission|force|operation)\b|la (?:mission|force) (?:compt|mobilis|dispos|regroup)\w+)"
)
_PRONOUN = re.compile(r"[\s\"«“]*(?:elle|celle-ci|cette derniere)\b")


_KNOWN = re.compile(r"\b(?:les|ces)(?: quelque| autres)? $")
_OF_THEM = re.compile(r" d'entre (?:eux|elles)\b")
_BLUE_HELMETS = re.compile(r"[^,;]*\b(?:casques|berets)[ -]bleus")


@remembered
def of(scene: Scene, start: int, end: int) -> Finding[str] | None:
    """The mission of what is named at `[start, end)`."""
    if not scene.missions:
        return None
    if _BLUE_HELMETS.match(scene.folded, start, end):
        return of_blue_helmets(scene, start, end)
    return in_sentence(scene, start, end) or pointed_to(scene, start, end) or of_the_same(scene, start, end)


def of_blue_helmets(scene: Scene, start: int, end: int) -> Finding[str] | None:
    """*Dix casques bleus ont été blessés*: the United Nations' mission in the sentence, else the one named last."""
    first, last = scene.sentence(start)
    onusian = [m for m in scene.missions_before(last) if lead(m["name"]) == "UN"]
    near = [m for m in onusian if m["start"] >= first] or onusian[-1:]
    return Finding(near[0]["name"], "blue helmets", near[0]["start"], near[0]["end"]) if near else None


def in_sentence(scene: Scene, start: int, end: int) -> Finding[str] | None:
    """A mission named in the sentence; of several, the nearest: *dix soldats de Barkhane*."""
    first, last = scene.sentence(start)
    named = scene.within(scene.missions, first, last)
    if not named:
        return None
    nearest = min(named, key=lambda m: m["start"] - end if m["start"] >= end else start - m["end"] + 1)
    return Finding(nearest["name"], "mission named", nearest["start"], nearest["end"])


def pointed_to(scene: Scene, start: int, end: int) -> Finding[str] | None:
    """*Elle compte 12.000 personnels* after a sentence that names Resolute Support."""
    if not scene.missions:
        return None
    first, last = scene.sentence(start)
    pointer = _PRONOUN.match(scene.folded, first, start) or _ANAPHOR.search(scene.folded, first, last)
    if not pointer:
        return None
    previous, _ = scene.sentence(max(0, first - 1))
    named = scene.within(scene.missions, previous, first) or (
        scene.missions_before(first) if pointer.re is _ANAPHOR else []
    )
    return Finding(named[-1]["name"], "mission anaphor", pointer.start(), pointer.end()) if named else None


def of_the_same(scene: Scene, start: int, end: int) -> Finding[str] | None:
    """*les quatre militaires*, *deux d'entre eux*: those already named, of the one mission named before."""
    known = _KNOWN.search(scene.folded, max(0, start - 24), start) or _OF_THEM.match(scene.folded, end)
    before = scene.missions_before(start)
    if not known or len({m["name"] for m in before}) != 1:
        return None
    return Finding(before[-1]["name"], "those named before", before[-1]["start"], before[-1]["end"])


def only(scene: Scene, start: int, owners: Sequence[str]) -> Finding[str] | None:
    """*La CEDEAO va réduire ses troupes*: in the one mission that the article has named, if its leader's they are."""
    told = scene.main_mission
    if not told or told["start"] > start or len({m["name"] for m in scene.missions}) > 1:
        return None
    leader = lead(told["name"])
    # a state's troops, and the Alliance's, may be others than those of its mission
    if leader not in owners or leader not in with_troops("missions"):
        return None
    return Finding(told["name"], "only mission", told["start"], told["end"])


def theatre(name: str) -> str | None:
    """The country that a mission serves in, if it is one: Resolute Support → AFG, Barkhane → None."""
    known = missions().get(name)
    return known.theatre[0] if known and len(known.theatre) == 1 else None


def theatres(name: str) -> Sequence[str]:
    """The countries that a mission serves in: Barkhane → MLI, NER, TCD …"""
    known = missions().get(name)
    return known.theatre if known else ()


def lead(name: str) -> str | None:
    """The state or organisation that leads a mission: Resolute Support → NATO."""
    known = missions().get(name)
    return known.lead if known else None
