"""Whose troops a count is of where its own sentence does not say: the rules that read the article at large."""

import re
from bisect import bisect_left
from functools import lru_cache

from natoextract.agencies import agency_states
from natoextract.components.actors.lexicon import countries
from natoextract.layers import TroopCountRecord
from natoextract.roles import location, mission
from natoextract.roles.earlier import one_force
from natoextract.roles.findings import Actor, Finding
from natoextract.roles.governor import foes
from natoextract.roles.owners import Contributors, found
from natoextract.roles.scene import Scene
from natoextract.roles.senders import given_to, is_helped
from natoextract.roles.words import any_word

# *Le président de l'Ouganda a annoncé que 54 soldats avaient été tués*: a state tells of its own dead
_ANNOUNCING = re.compile(rf"[^.;]{{0,80}}?\b(?:{any_word('announcing')})\b[^.;]{{0,60}}$")
_FALLEN = re.compile(rf"[^.;]{{0,60}}?\b(?:{any_word('falling')})")
_DEADLY = re.compile(rf"\b(?:{any_word('falling')})")
# *un bataillon prendra ses quartiers à Rukla*, *trois avions ont ramené 180 soldats*: whoever comes is another's
_COMING = re.compile(rf"\b(?:{any_word('coming')})")
_OF_THE_ARMY = re.compile(r" (?:\w+ )?de l'armee\b(?! (?:de|d'|du|des)\b)")
#: A state's share of a mission is seldom more; the whole of one seldom less.
_CONTINGENT = 1000
# *le commandement russe*, *l'état-major turc*, *la Défense belge*
_STAFF = re.compile(
    r"\b(?:commandement|etat-major(?: general)?(?: des armees)?|defense|garde nationale) (?:de (?:la |l')?)?$"
)
_OUR_ARMY = re.compile(r"\b(?:le ministere de la defense|(?<!de )la defense|l'armee|l'etat-major)\b(?! de\b| d')")
# *le ministère russe de la Défense*, *le porte-parole russe du ministère de la Défense*
_MINISTRY = re.compile(r"\b(?:ministere|ministre|porte-parole) $")
_OF_DEFENCE = re.compile(r" (?:du ministere )?(?:de la defense|des armees|de la guerre|de l'armee)\b")


def announced(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Le président de l'Ouganda a annoncé que 54 soldats avaient été tués*: who tells of its own dead."""
    if not _FALLEN.match(scene.folded, count["end"]):
        return None
    first, _ = scene.sentence(count["start"])
    before = [a for a in scene.actors_in(first, count["start"]) if a.form != "organisation"]
    telling = [a for a in before if _ANNOUNCING.match(scene.folded[a.end : count["start"]])]
    return found(telling[-1:], "announced")


def detached(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*La Défense … un détachement d'une centaine d'hommes à la base de l'Isaf*: a state's, in a mission told after.

    The strength of a mission stands behind its name; who serves in it are those that the article is about.
    """
    told = mission.of(scene, count["start"], count["end"])
    size = count["minimum"] or count["maximum"] or 0
    if not told or told.rule != "mission named" or told.start < count["end"] or size > _CONTINGENT:
        return None
    ours = agency_state(scene, count) or one_force(scene, count)
    if ours is None and len(own := [a for a in _first_of_each(scene) if a.code in countries()]) == 1:
        ours = found(own, "army")
    return ours if ours and all(code in countries() for code in ours.value) else None


def main_mission(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """The leader of the mission that the article is about."""
    told = scene.main_mission
    owner = mission.lead(told["name"]) if told else None
    return Finding([owner], "main mission", told["start"], told["end"]) if told and owner else None


def army(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Les militaires belges manifestent*: the army named shortly before, or the one that the article names."""
    enemies = foes(scene, count)
    armies = _senders(scene)
    low, high = (bisect_left(armies, at, key=lambda a: a.start) for at in (count["start"] - 400, count["start"]))
    near = [a for a in armies[low:high] if a.code not in enemies]
    if near:
        return found(near[-1:], "army before")
    only = [a for a in _first_of_each(scene) if a.code not in enemies]
    return found(only, "army") if len(only) == 1 else None


@lru_cache(maxsize=1)
def _senders(scene: Scene) -> list[Actor]:
    """The armies that nobody helps."""
    return [a for a in scene.armies if not is_helped(scene, a) and not given_to(scene, a)]


@lru_cache(maxsize=1)
def _first_of_each(scene: Scene) -> list[Actor]:
    return list({a.code: a for a in reversed(_senders(scene))}.values())


def of_the_army(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*cinq membres de l'armée servant au Darfour*: of the army named before."""
    told = _OF_THE_ARMY.match(scene.folded, count["end"])
    if not told or scene.actors_in(told.end(), told.end() + 2):
        return None
    return found([a for a in scene.armies if a.start < count["start"]][-1:], "army before")


def agency_state(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*(Belga) … a indiqué la Défense*: the state that an agency need not name, where its ministry or army speaks."""
    slug = scene.doc._.dateline
    state = agency_states().get(slug["agency"]) if slug and slug["agency"] else None
    if state is None:
        return None
    ours = _our_army(scene)
    return Finding([state], "agency", *ours) if ours and not _fall_elsewhere(scene, count, state, ours) else None


def _fall_elsewhere(scene: Scene, count: TroopCountRecord, state: str, army_at: tuple[int, int]) -> bool:
    """*(Belga) Trois soldats tués aux Philippines, selon l'armée*: the army of where they fall, and no Belgian told."""
    if scene.folded.startswith("la defense", army_at[0]) or not _DEADLY.search(scene.folded):
        return False
    if any(a.code == state for a in scene.actors):
        return False
    place = location.of(scene, count["start"], count["end"])
    return place is not None and place.value is not None and place.value != state


@lru_cache(maxsize=1)
def _our_army(scene: Scene) -> tuple[int, int] | None:
    """Where an article first speaks of an army or a ministry whose state it does not name."""
    told = _OUR_ARMY.finditer(scene.folded)
    return next((m.span() for m in told if not scene.actors_in(m.end(), m.end() + 8)), None)


def staff(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Le ministère russe de la Défense*, *l'état-major turc*: the only state whose command speaks."""
    told = _commands(scene)
    return found(told[:1], "staff") if len({a.code for a in told}) == 1 else None


@lru_cache(maxsize=1)
def _commands(scene: Scene) -> list[Actor]:
    return [
        a
        for a in scene.actors
        if _STAFF.search(scene.folded, max(0, a.start - 40), a.start)
        or (_OF_DEFENCE.match(scene.folded, a.end) and _MINISTRY.search(scene.folded, max(0, a.start - 16), a.start))
    ]


def home(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Yémen : 26 soldats tués*: without any mission named, the army of the state where it happens, if not others'."""
    if scene.missions or _COMING.search(scene.folded, *scene.sentence(count["start"])):
        return None
    place = location.of(scene, count["start"], count["end"])
    if not place or not place.value or (scene.armies and all(a.code != place.value for a in scene.armies)):
        return None
    return Finding([place.value], "home", place.start, place.end)
