"""Whose the troops are by the adjectives behind them: *soldats français*, *10.000 soldats, burundais et ougandais*."""

import re

from natoextract.layers import TroopCountRecord
from natoextract.numerals import parse_number
from natoextract.roles.findings import Actor
from natoextract.roles.owners import Contributors, found
from natoextract.roles.scene import Scene

# Between a unit and the adjective of its state: *soldats supplémentaires belges*, never a preposition or a verb.
SMALL = r"(?!(?:de|du|des|d|en|au|aux|a|dans|par|avec|sans|sous|sur|qui|que|dont|ou|et|contre|pour|est|sont)\b)"
_ADJECTIVES = re.compile(rf"(?:[\s»\"”]+{SMALL}[\w-]+){{0,2}}?[\s»\"”]+[\[(]?")
# *porte à 138 le nombre de soldats canadiens*
_NUMBER_OF = re.compile(r" le nombre (?:total )?(?:de |des |d')\w+(?: bleus)?")
_JOIN = re.compile(r",? (?:et |ou )?|, |-")
_BEHIND_COMMA = re.compile(
    r"(?:,| [-–—]) (?P<mostly>(?:(?:tres )?"
    r"(?:principalement|essentiellement|majoritairement|surtout|notamment|tous|en majorite"
    r"|pour la plupart|en grande partie|dont une majorite de) )?)"
)
_ARE = re.compile(r" (?:sont|etaient|seront|seraient) (?:tous |des |de nationalites? )?")
# *760 soldats et deux experts militaires marocains*
_AND_OTHERS = re.compile(r" et (?P<number>[\w-]+) \w+(?= )")


def adjective(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*2.000 soldats français*, *150 casques bleus népalais et ghanéens*."""
    told = _NUMBER_OF.match(scene.folded, count["end"])
    if (others := _AND_OTHERS.match(scene.folded, count["end"])) and parse_number(others["number"]):
        told = others
    position, owners, gap = told.end() if told else count["end"], list[Actor](), _ADJECTIVES
    for actor in scene.actors_in(position, position + 80):
        if actor.form not in ("adjective", "demonym", "collective") or not gap.fullmatch(
            scene.folded, position, actor.start
        ):
            break
        owners.append(actor)
        position, gap = actor.end, _JOIN
    return found(owners, "adjective") or behind_comma(scene, position)


def predicate(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Sur les 17.000 soldats, 6.000 sont ougandais*: whose they are is said of them."""
    told = _ARE.match(scene.folded, count["end"])
    owners = scene.actors_in(told.end(), told.end() + 1) if told else []
    return found([a for a in owners if a.form in ("adjective", "demonym")], "predicate")


def behind_comma(scene: Scene, position: int) -> Contributors | None:
    """*10.000 soldats, burundais, ougandais et djiboutiens*; *300 soldats, principalement russes*."""
    opened = _BEHIND_COMMA.match(scene.folded, position)
    if not opened:
        return None
    position, owners = opened.end(), list[Actor]()
    for actor in scene.actors_in(position, position + 90):
        if actor.form not in ("adjective", "demonym") or (
            actor.start > position and not _JOIN.fullmatch(scene.folded, position, actor.start)
        ):
            break
        owners.append(actor)
        position = actor.end
    return found(owners, "adjective") if len(owners) > 1 or opened["mostly"] else None
