"""Which named mission troops serve in: by its name in the sentence, or by a word that points to it."""

import re

from natoextract.roles.scene import Finding, Scene

# *Elle compte 12.000 hommes*, *sa mission*, *cette force*: the mission named last.
_ANAPHOR = re.compile(r"(?:\b(?:cette|ladite) (?:mission|force|operation)\b)")
_PRONOUN = re.compile(r"[\s\"«“]*(?:elle|celle-ci|cette derniere)\b")


def of(scene: Scene, start: int, end: int) -> Finding[str] | None:
    """The mission of what is named at `[start, end)`."""
    return in_sentence(scene, start, end) or pointed_to(scene, start, end)


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
    first, last = scene.sentence(start)
    pointer = _PRONOUN.match(scene.folded, first, start) or _ANAPHOR.search(scene.folded, first, last)
    if not pointer:
        return None
    previous, _ = scene.sentence(max(0, first - 1))
    named = scene.within(scene.missions, previous if pointer.re is _PRONOUN else 0, first)
    return Finding(named[-1]["name"], "mission anaphor", pointer.start(), pointer.end()) if named else None


def theatre(name: str) -> str | None:
    """The country that a mission serves in, if it is one: Resolute Support → AFG."""
    return None


def lead(name: str) -> str | None:
    """The state or organisation that leads a mission: Resolute Support → NATO."""
    return None
