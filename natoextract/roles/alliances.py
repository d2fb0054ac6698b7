"""Whose the troops of a force without a flag are: *cette force*, *des bataillons multinationaux*, *européens*."""

import re

from natoextract.components.actors.lexicon import with_troops
from natoextract.layers import TroopCountRecord
from natoextract.roles import mission
from natoextract.roles.background import main_mission
from natoextract.roles.findings import Finding
from natoextract.roles.owners import Contributors
from natoextract.roles.scene import Scene
from natoextract.roles.words import any_word

#: Organisations that send troops of their own.
FORCES = with_troops("own", "missions", "members")

# *cette force se compose de*, *la force compte*, never *la force de l'Otan*
_THIS_FORCE = re.compile(
    r"\b(?:cette|ladite|la|sa) (?:nouvelle |future )?(?:force|mission|coalition|operation)"
    r"(?: (?:de (?:maintien de la )?paix|internationale|multinationale|mixte|conjointe|hybride))?,? (?:qui )?"
    r"(?:se |sera |est |devra(?:it)? |doit |va |pourra(?:it)? )?"
    rf"(?:{any_word('counting')})[^.;:,]{{0,60}}$"
    # *l'Otan commandera cette force de 60.000 hommes*
    r"|\b(?:cette|ladite) (?:force|mission|coalition)(?: (?:internationale|multinationale|africaine|europeenne))?,? "
    r"(?:forte |composee )?(?:de |d')(?:quelque |environ |pres de |plus de )*$"
)
_REGIONAL_FORCE = re.compile(
    r"\b(?:la|une|cette|sa|leur) (?:nouvelle |future )?force "
    r"(?:regionale|multinationale|mixte|conjointe|internationale)\b"
    rf"[^.;,]{{0,40}}? (?:{any_word('counting')}|forte)(?: de| d')?[^.;,]{{0,20}}$"
)
# *les forces de maintien de la paix de l'OTSC*: an organisation told by its troops
_FORCE_OF = re.compile(rf"\b(?:{any_word('force_nouns')})\b[^.;:]{{0,60}}$")
# *quatre bataillons multinationaux d'un millier d'hommes*
_MULTINATIONAL = re.compile(
    r"\b(?:multinationa\w+|internationa\w+|alliee?s?)(?: \w+)?,? "
    r"(?:(?:fort|compos|constitu|dot)\w* )?(?:de |d'|comptant |qui compte\w* |a )?"
    r"(?:environ |quelque |pres de |plus de |chacun |une? )*$"
)
_OF_FORCE = re.compile(
    r" (?:\w+ )?de (?:la|cette) (?:force|mission)"
    r" (?:hybride|internationale|multinationale|africaine|onusienne|conjointe)\b"
)
_ONUSIAN = re.compile(
    r"\b(?:forces?|missions?|contingents?|troupes|brigade) onusien(?:ne)?s?"
    rf" (?:(?:doi|dev|ser|se |s'elev|atteign)\w*|{any_word('counting')})[^.;,]{{0,50}}$"
)
# *50.000 soldats de 31 pays*
_OF_NATIONS = re.compile(
    r"(?:[^.;:()]|\.(?=\d)){0,80}? (?:de|issus de|venus de|provenant de|originaires de|fournis par|d'une?) "
    r"(?:plus de |quelque |environ )?(?:\d+|\w+|\w+aine de) (?:pays|nations|nationalites|etats)\b"
)
# Adjectives of a part of the world, and the organisations that send its troops.
_REGIONAL = re.compile(
    r" (?:\w+ )?(?:(?P<europe>europeen(?:ne)?s?)|(?P<west>ouest[ -]africaine?s?)"
    r"|(?P<africa>(?:pan)?africaine?s?))\b(?!-)"
)
_SENDERS = {"europe": ("EU", "NATO"), "west": ("ECOWAS",), "africa": ("AU", "ECOWAS")}
_COALITION = re.compile(r" (?:\w+ )?(?:de |des )(?:la |les )?(?:coalition|forces? (?:alliees?|internationales?))\b")
_FOREIGN = re.compile(r" (?:\w+ )?(?:etrangers|etrangeres|internationaux|occidentaux)\b")
_SERVING = re.compile(
    r"[^.;,:()]{0,40} (?:dans|au sein de|pour|avec) (?:la |cette |l'|une )?(?:mission|force|operation)s?(?: \w+){0,5}?"
    r" (?:de l'|de la |des |du )"
)
_PEACE = re.compile(r"\b(?:maintien de la paix|forces? de paix|soldats de la paix|mission de paix|missions de l'onu)\b")


def this_force(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Les troupes de l'OTSC … cette force se compose de 2.030 militaires*: the force told of before."""
    first, _ = scene.sentence(count["start"])
    pointer = _THIS_FORCE.search(scene.folded, first, count["start"])
    if not pointer or scene.within(scene.missions, pointer.start(), count["start"]):
        return None
    missions = scene.missions_before(pointer.start())
    forces = [a for a in scene.actors_in(0, pointer.start()) if a.code in FORCES]
    told = [a for a in forces if _FORCE_OF.search(scene.folded, max(0, a.start - 90), a.start)]
    if missions and (not told or told[-1].start < missions[-1]["start"] + 200):
        owner = mission.lead(missions[-1]["name"])
        return Finding([owner], "force told before", missions[-1]["start"], missions[-1]["end"]) if owner else None
    return Finding([told[-1].code], "force told before", told[-1].start, told[-1].end) if told else None


def regional_force(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*La force régionale compte 3.000 soldats. La SADC …*: of the organisation that the article names."""
    first, last = scene.sentence(count["start"])
    told = _REGIONAL_FORCE.search(scene.folded, first, count["start"])
    if not told or scene.within(scene.missions, first, last):
        return None
    if scene.actors_in(told.start(), count["start"]):
        return None
    near = [a for a in scene.actors_in(count["start"] - 1499, count["start"] + 1500) if a.code in FORCES]
    earlier = [a for a in near if a.start < count["start"]]
    owner = earlier[-1:] or near[:1]
    return Finding([owner[0].code], "alliance", owner[0].start, owner[0].end) if owner else None


def of_this_force(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*sept militaires de la force hybride*: of the mission named before."""
    told = _OF_FORCE.match(scene.folded, count["end"])
    missions = scene.missions_before(count["start"])
    owner = mission.lead(missions[-1]["name"]) if told and missions else None
    return Finding([owner], "force told before", missions[-1]["start"], missions[-1]["end"]) if owner else None


def onusian(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*la force onusienne compte 7.200 soldats*: of the United Nations."""
    first, _ = scene.sentence(count["start"])
    told = _ONUSIAN.search(scene.folded, max(first, count["start"] - 90), count["start"])
    return Finding(["UN"], "onusian", told.start(), told.end()) if told else None


def multinational(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*bataillons multinationaux d'un millier d'hommes*, *50.000 soldats de 31 pays*: of the alliance spoken of."""
    first, last = scene.sentence(count["start"])
    before = max(first, count["start"] - 90)
    several = _OF_NATIONS.match(scene.folded, count["end"], last)
    if not several and not _MULTINATIONAL.search(scene.folded, before, count["start"]):
        return None
    if owner := next((o for m in scene.within(scene.missions, first, last) if (o := mission.lead(m["name"]))), None):
        return Finding([owner], "mission lead", first, last)
    near = [a for a in scene.actors_in(count["start"] - 1499, count["start"] + 1500) if a.code in FORCES]
    earlier = [a for a in near if a.start < count["start"]]
    alliance = earlier[-1:] or near[:1]
    if not alliance and (missions := scene.missions_before(count["start"])):
        owner = mission.lead(missions[-1]["name"])
        return Finding([owner], "mission lead", missions[-1]["start"], missions[-1]["end"]) if owner else None
    return Finding([alliance[0].code], "alliance", alliance[0].start, alliance[0].end) if alliance else None


def regional(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*1.400 soldats européens*, *2.000 soldats ouest-africains*: of the organisation that leads them or is named."""
    told = _REGIONAL.match(scene.folded, count["end"])
    if not told:
        return None
    senders = _SENDERS[told.lastgroup or ""]
    leaders = {mission.lead(m["name"]) for m in scene.missions}
    named = {a.code for a in scene.actors}
    owner = next((c for c in senders if c in leaders), None) or next((c for c in senders if c in named), None)
    if owner is None and told["africa"]:
        # *6.000 soldats africains de la Minusma*
        return None
    return Finding([owner] if owner else [], "regional", told.start(), told.end())


def coalition(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*quinze soldats de la coalition*: of partners that the text does not name."""
    told = _COALITION.match(scene.folded, count["end"])
    return Finding([], "coalition", told.start(), told.end()) if told else None


def foreign(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*plus de 140.000 soldats étrangers*: of the mission that the article is about, else unnamed."""
    told = _FOREIGN.match(scene.folded, count["end"])
    if not told:
        return None
    return main_mission(scene, count) or Finding([], "foreign", told.start(), told.end())


def serving(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*20.000 soldats servent dans la mission de l'UA*: of the organisation whose force it is."""
    opened = _SERVING.match(scene.folded, count["end"])
    named = scene.actors_in(opened.end(), opened.end() + 1) if opened else []
    return (
        Finding([named[0].code], "serving", named[0].start, named[0].end) if named and named[0].code in FORCES else None
    )


def peacekeepers(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*88.000 militaires sont engagés dans les opérations de maintien de la paix*: the United Nations' where named."""
    told = _PEACE.search(scene.folded, *scene.sentence(count["start"]))
    if not told or not any(a.code == "UN" for a in scene.actors):
        return None
    return Finding(["UN"], "peacekeeping", told.start(), told.end())
