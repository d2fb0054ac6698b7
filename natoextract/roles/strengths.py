"""Whose a strength is that reaches a figure: *le nombre de soldats de l'Union*, *l'effectif de la Brigade*."""

import re

from natoextract.layers import TroopCountRecord
from natoextract.roles import mission
from natoextract.roles.earlier import is_bare
from natoextract.roles.findings import Finding
from natoextract.roles.owners import Contributors, chain_before, found
from natoextract.roles.scene import Scene

_STRENGTH_OF = re.compile(
    r"\b(?:effectifs?|contingents?|presence|garnison|nombre (?:total )?(?:de |des |d')\w+(?: bleus)?)(?: militaires?)? "
    r"(?:de la |de l'|du |des |de |d')?$"
)
_FRENCH = re.compile(
    r" (?:du |de la |des )(?:\d+ ?(?:er?|e|re|eme) )?(?:bataillon|regiment|brigade|compagnie|demi-brigade)s? "
    r"(?:de |d')?(?:chasseurs alpins|etranger|infanterie de marine|parachutistes d'infanterie de marine"
    r"|chasseurs parachutistes|hussards parachutistes|spahis|la legion etrangere)\b"
)
_UNIT_STRENGTH = re.compile(
    r"\beffectifs?(?: (?:total|totaux|actuels?|militaires?))? de (?:la|cette) (?:brigade|force|mission|composante)\b"
)


#: Verbs of a strength.
_COUNTS = r"(?:compte|comprend|aligne|totalise|comptait|comprenait|comptera|compterait)"
# *les 5.000 que compte la Minusma*, *que comprend la force de l'ONU*
_THAT_COUNTS = re.compile(
    rf" (?:\w+ )?que {_COUNTS} (?:deja |actuellement |aujourd'hui )?(?:la |le |l'|les )?"
    r"(?:(?:force|mission)(?: \w+)? (?:de |d')(?:la |l')?)?"
)
# *que compte la force*: the one named last
_THAT_THE_FORCE = re.compile(
    rf" (?:\w+ )?que {_COUNTS} (?:deja |actuellement )?(?:la|cette) (?:force|mission)\b(?! (?:de |d'|du |des ))"
)
# *la Minusma, qui en compte 13.000*
_WHICH_COUNTS = re.compile(
    rf" ?,? qui (?:en )?{_COUNTS}(?: (?:deja|actuellement|aujourd'hui))?(?: (?:environ|quelque|plus de|pres de))? "
)


def counted_by(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*la Suède a 200 soldats, sur les 5.000 que compte la Minusma*: the force whose strength it is."""
    end, start = count["end"], count["start"]
    for named in scene.within(scene.missions, end, end + 80)[:1]:
        owner = mission.lead(named["name"])
        if owner and _THAT_COUNTS.fullmatch(scene.folded, end, named["start"]):
            return Finding([owner], "strength", named["start"], named["end"])
    for actor in scene.actors_in(end, end + 90)[:1]:
        if actor.form == "organisation" and _THAT_COUNTS.fullmatch(scene.folded, end, actor.start):
            return found([actor], "strength")
    if _THAT_THE_FORCE.match(scene.folded, end) and (told := scene.missions_before(start)):
        owner = mission.lead(told[-1]["name"])
        return Finding([owner], "strength", told[-1]["start"], told[-1]["end"]) if owner else None
    first, _ = scene.sentence(start)
    for named in scene.within(scene.missions, first, start)[-1:]:
        owner = mission.lead(named["name"])
        if owner and _WHICH_COUNTS.fullmatch(scene.folded, named["end"], start):
            return Finding([owner], "strength", named["start"], named["end"])
    return None


def of_strength(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*le nombre de soldats de l'Union africaine sera réduit à 1.000*: whose the strength is that reaches a figure."""
    if not is_bare(count):
        return None
    first, _ = scene.sentence(count["start"])
    before = scene.actors_in(max(first, count["start"] - 140), count["start"])
    owned = [a for a in before if _STRENGTH_OF.search(scene.folded, max(first, a.start - 60), a.start)]
    return found(chain_before(scene, owned), "strength")


def by_regiment(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*130 soldats du 7e bataillon de chasseurs alpins*: regiments that one state alone has."""
    told = _FRENCH.match(scene.folded, count["end"])
    return Finding(["FRA"], "regiment", told.start() + 1, told.end()) if told else None


def of_unit(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*l'arrivée de soldats pakistanais porte l'effectif de la Brigade à 3.300*: of the mission that has the unit."""
    first, _ = scene.sentence(count["start"])
    told = list(_UNIT_STRENGTH.finditer(scene.folded, max(first, count["start"] - 120), count["start"]))
    if not told or scene.actors_in(told[-1].end(), count["start"]):
        return None
    named = scene.missions_before(count["start"])
    owner = mission.lead(named[-1]["name"]) if named else None
    return Finding([owner], "strength", named[-1]["start"], named[-1]["end"]) if owner else None
