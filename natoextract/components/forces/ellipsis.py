"""Counts whose unit is told elsewhere: `Allemagne (220)`, `6.000 des 9.592 militaires`, `dont 40`, `8.000, puis 4.000`.

Each rule looks from one bare quantity to its neighbours; a bare number is a count only where no noun follows it.
"""

import re
from collections.abc import Callable

from natoextract.components.forces.echoes import (
    PLURAL_TROOPS,
    SOMEWHERE,
    doing,
    doing_else,
    elsewhere,
    gapped,
    hurt,
    of_them,
    others,
    pronoun,
    sent_too,
    their_own,
)
from natoextract.components.forces.figures import LEFT
from natoextract.components.forces.neighbours import UNTOLD, Neighbours
from natoextract.components.forces.strengths import LEVEL, level
from natoextract.components.forces.units import lemmas

_FALLEN = re.compile(r"^ (?:morts?|tues?|blesses?|disparus?)")
_CHAIN = re.compile(r"(?:,? (?:puis|et|ou|et enfin|enfin|voire|et puis|contre|puis enfin) |, )(?:encore |a |de )?")
_AND_LAST = re.compile(r" et (?:quelque |environ |pres de )?\d")
_PART_OF = re.compile(
    r"(?: |« ?)(?:des|sur les|sur|de ses|de leurs|de nos|de ces|parmi les|sur un total de|sur ses) (?:les )?"
)
_DONT = re.compile(
    r"\b(?:dont|sur|sur un (?:effectif )?(?:total )?de|parmi lesquels|y compris|notamment|(?:s'ajout\w+ )?aux"
    r"|en plus des|outre les|atteindr\w+(?: ensuite)?) (?:les |pres de )?$"
    # *ajouter 50 hommes à ses 55*
    r"|\ba (?:ses|leurs) (?:quelque )?$"
)
# *le retrait de 4.500 soldats, soit 16% des 28.500 stationnés là*
_SHARE = re.compile(r"(?:%|\b(?:moitie|tiers|quart|majorite|plupart|totalite)) des $")
_MONEY = re.compile(r"\b(?:euros?|dollars?|francs?|livres?)\b")
_OUT_OF = re.compile(r"\b(?:sur|parmi) (?:les|ces|ses|leurs|un total de) (?:quelque )?$")
_RESTATED = re.compile(r"[\"«“] ?$")
_CLOSED = re.compile(r" ?[\"»”]")
_AGAINST = re.compile(r"\bcontre (?:les |actuellement |aujourd'hui )?$")
_STEP = re.compile(r",? (?:et|puis|puis encore|et enfin|avant de descendre) (?:a|de) $")
# *a retiré 201 soldats, puis 171, qui sont rentrés*
_THEN = re.compile(r",? (?:puis|suivis de) (?:encore |environ |quelque )?")
_REACHING = re.compile(r"(?: (?:actuellement|aujourd'hui|environ))? a $")
# *un contingent de 235 militaires, devrait fondre : à 190 en avril*
_FALLING_TO = re.compile(r"[^.;]{0,90}[ :] ?a $")
_PARTS = re.compile(
    r" ?(?:\(|: )(?:soit |dont )?|(?: (?:en|au|aux|a|dans) [\w' -]{2,30})(?:,| et) "
    # *3.000 soldats supplémentaires en Europe : 2.000 en Pologne*
    r"|[^.;:()]{0,60} ?: (?:soit |dont )?"
)
# *650 soldats, 500 en Estonie et 150 en Pologne*
_COMMA = re.compile(r",? (?:et )?")
_ONLY = re.compile(
    r"\bn'en (?:(?:compt\w+|ont|a|aligne\w*) plus"
    r"|rest\w+(?: plus)?(?: au pays| sur place| dans le pays| au \w+| en \w+)?) qu(?:e |')(?:environ |quelque )?$"
)
_OPEN = re.compile(r"(?: ?\( ?| ?: ?| ?= ?|, au nombre de )$")
_CLOSE = re.compile(r" ?\)| dont |, principalement | chacune?|[;,.\n]| et |$")

# *la France en a perdu 88*, *il en reste environ 300*
_OF_WHICH = re.compile(
    r"\b(?:en|n'en) (?:a|ont|avait|avaient|aura|auront|aurait|auraient|compt\w+|rest\w+|enverr\w+|envoi\w+|laiss\w+"
    r"|deploi\w+|fourni\w+|promet\w*|retir\w+|gard\w+|perd\w*|maintien\w+|maintiendr\w+|faut|faudrait|voudrait"
    r"|align\w+|reclam\w+|prevoi\w+|envoy\w+|deploy\w+|maintenir|rapatri\w+|engag\w+|mobilis\w+|dispos\w+|avoir"
    # *Oslo en fournit à elle seule 1.500*
    r"|ajout\w+|depech\w+|tu\w+|bless\w+|rappel\w+|stationn\w+)(?: a (?:lui|elle) seule?)?"
    r"(?: (?!de |d')[\w']+){0,2} $"
)
# *diviser par deux le nombre de soldats*
_FACTOR = re.compile(r"\b(?:divis|multipli)\w+ (?:\w+ )?par $")
_THE_NUMBER = re.compile(
    r"[.,:]? c'est (?:donc )?le nombre (?:exact |total )?(?:de |des |d')"
    r"(?P<unit>soldats|militaires|casques bleus|parachutistes|legionnaires|hommes)\b"
)

Rule = Callable[[Neighbours], str | None]


def unit_of(near: Neighbours) -> str | None:
    """The unit of a bare quantity (`UNTOLD` if the text does not say), or None where it is no count."""
    if _FACTOR.search(near.folded, max(0, near.quantity.lead - 30), near.quantity.lead):
        return None
    return next((unit for rule in RULES if (unit := rule(near)) is not None), None)


def chained(near: Neighbours) -> str | None:
    """*8.000, puis 4.000 et enfin 1.500 hommes*, *passer de 13.000 à 16.000 soldats*: the unit is told last."""
    if not near.following or not near.next_count or near.next_count.quantity.start != near.following.start:
        return None
    between = near.folded[near.quantity.end : near.following.lead]
    # *douze morts et vingt blessés dans les rangs de l'armée*
    if near.next_count.fallen:
        between = _FALLEN.sub("", between, count=1)
    if near.quantity.pair or _PART_OF.fullmatch(between):
        return near.next_count.unit or UNTOLD
    # a comma alone joins a date to a number; a word (*puis*, *et*) joins two numbers
    # but *500, 300 et 200 soldats* is a list
    alone = between.strip() == "," and not _AND_LAST.match(near.folded, near.following.end)
    linked = _CHAIN.fullmatch(between) and not alone
    return (near.next_count.unit or UNTOLD) if linked else None


def among(near: Neighbours) -> str | None:
    """*3.000 soldats, dont 40 au sud*; *16.000 hommes, contre 13.000 en mai*."""
    counted = near.counted_here
    if not counted or not near.alone:
        return None
    if _MONEY.search(near.folded, counted.end, near.quantity.lead):
        # *5.400 soldats payés 850 euros, dont 200 vont à l'Etat*
        return None
    told = _DONT.search(near.before) or _AGAINST.search(near.before) or _SHARE.search(near.before)
    # *7.000 soldats …, 1.500 policiers en plus des 2.100 déjà en Haïti*: of the policemen
    if told and told.group().startswith(("aux", "en plus", "outre")) and near.others_since(counted):
        return None
    # *sur les 8.000 hommes de l'armée, 5.500 sont partis*
    told = told or _OUT_OF.search(near.folded, max(0, counted.quantity.lead - 24), counted.quantity.lead)
    return (counted.unit or UNTOLD) if told else None


def restated(near: Neighbours) -> str | None:
    """*« Un peu moins de 200 », confirme une source*: the count before, told again."""
    counted = near.counted_near
    quoted = _RESTATED.search(near.before[-3:]) and _CLOSED.match(near.folded, near.quantity.end)
    return (counted.unit or UNTOLD) if counted and quoted and not near.others_since(counted) else None


def further(near: Neighbours) -> str | None:
    """*ramener le contingent à 2.000 hommes en mai et à un millier en juin*: the next step."""
    counted = near.counted_here
    if not counted or not near.alone or near.others_since(counted):
        return None
    between = near.folded[counted.end : near.quantity.lead]
    # *réduire son contingent de 2.400 militaires à 1.700*
    reached = _REACHING.fullmatch(between) and LEVEL.search(near.before)
    reached = reached or (_FALLING_TO.fullmatch(between) and LEVEL.search(between))
    stepped = (len(between) < 60 and _STEP.search(between)) or _THEN.fullmatch(between)
    return (counted.unit or UNTOLD) if reached or stepped else None


def remaining(near: Neighbours) -> str | None:
    """*700 rentreront, les 1.500 restants iront à Kaboul*: the rest of those counted."""
    counted = near.counted_near
    if not counted or not LEFT.match(near.folded, near.quantity.end) or near.others_since(counted):
        return None
    return counted.unit or UNTOLD


def opening(near: Neighbours) -> str | None:
    """*Il reste 1.500 soldats. Un millier gardera la base*: a figure that opens the next sentence."""
    counted = near.counted_near
    if not counted or not near.alone or near.before.strip(' -–"«') or near.others_since(counted):
        return None
    return counted.unit or UNTOLD


def told_after(near: Neighbours) -> str | None:
    """*Neuf cent cinquante. C'est le nombre de militaires encore déployés*: the unit in the next sentence."""
    told = _THE_NUMBER.match(near.folded, near.quantity.end) if not near.before.strip(' -–"«') else None
    return lemmas().get(told["unit"]) if told else None


def of_which(near: Neighbours) -> str | None:
    """*Paris compte 900 soldats au Tchad et en enverra 200*: the clitic stands for those just counted."""
    counted = near.counted_near
    if counted is None and near.alone and _ONLY.search(near.before):
        # *Les soldats de l'Amisom n'en comptent plus que 17.000*
        begin = near.setting.previous(near.first)
        named = list(PLURAL_TROOPS.finditer(near.folded, begin, near.quantity.lead))
        return lemmas()[named[-1].group()] if named and not near.others_from(named[-1].end()) else None
    if not counted or not near.alone or not _OF_WHICH.search(near.before) or near.others_since(counted):
        return None
    return counted.unit or UNTOLD


def broken_down(near: Neighbours) -> str | None:
    """*2.200 hommes (1.900 au Tchad et 300 en Centrafrique)*: the parts of a count, by place."""
    counted = near.counted_here
    if not counted or not near.alone:
        return None
    between = near.folded[counted.end : near.quantity.lead]
    told = _PARTS.fullmatch(between)
    told = told or (_COMMA.fullmatch(between) and SOMEWHERE.match(near.folded, near.quantity.end))
    return (counted.unit or UNTOLD) if told else None


def bracketed(near: Neighbours) -> str | None:
    """*Allemagne (220)*, *Italie: 2.300; France: 1.800*: a state and its figure, beside a count."""
    opened = _OPEN.search(near.before)
    if not opened or not _CLOSE.match(near.folded, near.quantity.end):
        return None
    border = near.quantity.lead - len(near.before) + opened.start()
    if border not in near.setting.states_ending:
        return None
    counted = near.counted_near
    if counted:
        return counted.unit or UNTOLD
    listed = list(PLURAL_TROOPS.finditer(near.folded, max(0, near.quantity.start - 300), near.quantity.start))
    sure = bool(listed) and not near.others_from(listed[-1].end())
    return lemmas()[listed[0].group()] if listed and near.setting.military_strength(near.quantity, sure=sure) else None


RULES: tuple[Rule, ...] = (
    chained,
    among,
    restated,
    further,
    remaining,
    told_after,
    of_which,
    opening,
    broken_down,
    elsewhere,
    others,
    hurt,
    of_them,
    their_own,
    bracketed,
    gapped,
    doing,
    doing_else,
    sent_too,
    pronoun,
    level,
)
