"""Counts whose unit is told elsewhere: `Allemagne (220)`, `6.000 des 9.592 militaires`, `dont 40`, `8.000, puis 4.000`.

Each rule looks from one bare quantity to its neighbours; a bare number is a count only where no noun follows it.
"""

import re
from collections.abc import Callable

from natoextract.components.forces.figures import HURT, LEFT, MORE
from natoextract.components.forces.neighbours import OTHER_PEOPLE, UNTOLD, Neighbours
from natoextract.components.forces.strengths import LEVEL, level
from natoextract.components.forces.units import lemmas

_OF_THEM = re.compile(r" (?:d'entre (?:eux|elles)|de ceux-ci|d'entre ces derniers)\b")
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
_SOMEWHERE = re.compile(r" (?:en|au|aux|a|dans) (?:la |le |les |l')?[a-z]")
# *(500 soldats) sont déployés au Mali et*
_PLACED = re.compile(r"[^.;:()]{0,60}\b(?:en|au|aux|a|dans|sur)\b[^.;:()]{2,90}?(?:,? et |, )(?:une? )?")
_ONLY = re.compile(
    r"\bn'en (?:(?:compt\w+|ont|a|aligne\w*) plus"
    r"|rest\w+(?: plus)?(?: au pays| sur place| dans le pays| au \w+| en \w+)?) qu(?:e |')(?:environ |quelque )?$"
)
_ONE_SOLDIER = re.compile(r"\bun (?:autre )?(?P<unit>soldat|militaire|casque bleu|parachutiste|legionnaire|officier)\b")
# *les Burundais ont perdu une cinquantaine des leurs*
_THEIR_OWN = re.compile(r" (?:des (?:leurs|siens)|de leurs hommes)\b")
_OPEN = re.compile(r"(?: ?\( ?| ?: ?| ?= ?|, au nombre de )$")
_CLOSE = re.compile(r" ?\)| dont |, principalement | chacune?|[;,.\n]| et |$")
_STATE_ALONE = re.compile(r"\s*(?:la |le |les |l')?[\w' -]{3,30} ")
_OWN = re.compile(r" (?:ses|leurs) (?:quelque )?$")
_AND = re.compile(r",? et $")
_POINTED = re.compile(
    r"\b(?:ils|elles) (?:ne |n')?(?:sont|seront|etaient|seraient|furent|(?:ont|avaient|auraient) ete)"
    r"(?: (?:deja|encore|ainsi|actuellement|aujourd'hui|desormais))?(?: (?:plus )?qu(?:e |')| $|$)"
)

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
_SENT_TOO = re.compile(r"\b(?:a|ont) (?:envoye|fourni|deploye|depeche|promis|perdu|retire|rapatrie)e?s? $")
_THE_NUMBER = re.compile(
    r"[.,:]? c'est (?:donc )?le nombre (?:exact |total )?(?:de |des |d')"
    r"(?P<unit>soldats|militaires|casques bleus|parachutistes|legionnaires|hommes)\b"
)
_WHILE = re.compile(r"(?:\b(?:tandis|alors) qu(?:e |')|;) ?(?:les )?(?:plusieurs |quelques )?$")
_DO = re.compile(r" (?:autres )?(?:se (?:trouv|sont)|sont|etaient|seront|sert|serv|rest|patrouill|oper|attend)\w*")
_PLURAL_TROOPS = re.compile(
    r"\b(?:soldats|militaires|casques bleus|parachutistes|legionnaires|troupes|marines|instructeurs)\b"
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
        named = list(_PLURAL_TROOPS.finditer(near.folded, begin, near.quantity.lead))
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
    told = told or (_COMMA.fullmatch(between) and _SOMEWHERE.match(near.folded, near.quantity.end))
    return (counted.unit or UNTOLD) if told else None


def elsewhere(near: Neighbours) -> str | None:
    """*500 soldats sont déployés au Mali et 300 au Niger*: the figure of another place."""
    counted = near.counted_here
    if not counted or not near.alone or not _SOMEWHERE.match(near.folded, near.quantity.end):
        return None
    placed = _PLACED.fullmatch(near.folded[counted.end : near.quantity.lead])
    return (counted.unit or UNTOLD) if placed and not near.others_since(counted) else None


def others(near: Neighbours) -> str | None:
    """*26 soldats ont été tués. 40 autres ont été blessés*."""
    counted = near.counted_near
    if not MORE.match(near.setting.surface, near.quantity.end):
        return None
    # *Un soldat a été blessé à Bapho et quatre autres à Niono*
    one = list(_ONE_SOLDIER.finditer(near.folded, near.first, near.quantity.lead))
    if one and not near.others_from(one[-1].end()):
        return lemmas().get(one[-1]["unit"]) or UNTOLD
    if not counted:
        return None
    return None if near.others_since(counted) else counted.unit or UNTOLD


def hurt(near: Neighbours) -> str | None:
    """*165 casques bleus tués et 687 blessés*: what befell the others of those just counted."""
    counted = near.counted_here
    if not counted or not HURT.match(near.setting.surface, near.quantity.end):
        return None
    if near.quantity.lead - counted.end > 40 or near.others_since(counted):
        return None
    return counted.unit or UNTOLD


def of_them(near: Neighbours) -> str | None:
    """*Quant aux militaires, deux d'entre eux sont blessés*: the people named last are troops."""
    if not _OF_THEM.match(near.folded, near.quantity.end):
        return None
    border = near.setting.previous(near.first)
    troops = list(_PLURAL_TROOPS.finditer(near.folded, border, near.quantity.start))
    other = list(OTHER_PEOPLE.finditer(near.folded, border, near.quantity.start))
    counted = near.counted_near
    if counted and not near.others_since(counted) and not (troops and troops[-1].start() > counted.end):
        return counted.unit or UNTOLD
    if not troops or (other and other[-1].start() > troops[-1].start()):
        return None
    return lemmas()[troops[-1].group()]


def their_own(near: Neighbours) -> str | None:
    """*les Burundais ont perdu une cinquantaine des leurs*, in an article about armies."""
    told = _THEIR_OWN.match(near.folded, near.quantity.end)
    return UNTOLD if told and near.setting.martial and not near.others_from(near.first) else None


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
    listed = list(_PLURAL_TROOPS.finditer(near.folded, max(0, near.quantity.start - 300), near.quantity.start))
    sure = bool(listed) and not near.others_from(listed[-1].end())
    return lemmas()[listed[0].group()] if listed and near.setting.military_strength(near.quantity, sure=sure) else None


def gapped(near: Neighbours) -> str | None:
    """*la Pologne enverra 600 soldats, l'Italie entre 500 et 1.500, l'Espagne autour de 200*: the verb is left out."""
    # *L'Espagne enverra 500 hommes. L'Italie entre 2.000 et 3.000*
    opening_sentence = _STATE_ALONE.fullmatch(near.before)
    counted = near.counted_near if opening_sentence else near.counted_here
    # *la Pologne a retiré ses 200 soldats, l'Italie ses 50*
    told = _OWN.sub("", near.before).rstrip()
    border = len(told) + near.quantity.lead - len(near.before)
    if not counted or not near.alone or border not in near.setting.states_ending:
        return None
    return counted.unit or UNTOLD


def doing_else(near: Neighbours) -> str | None:
    """*10.000 soldats sont dans l'est, tandis que plusieurs milliers se trouvent à Koursk*: others of the same."""
    counted = near.counted_near
    if not counted or not _WHILE.search(near.before) or not _DO.match(near.folded, near.quantity.end):
        return None
    return (counted.unit or UNTOLD) if not near.others_since(counted) else None


def sent_too(near: Neighbours) -> str | None:
    """*L'un a envoyé 2.600 soldats, l'autre a envoyé 750*: the same verb again."""
    counted = near.counted_here
    if not counted or not near.alone or not _SENT_TOO.search(near.before) or near.others_since(counted):
        return None
    return counted.unit or UNTOLD


def doing(near: Neighbours) -> str | None:
    """*32.000 soldats, dont 14.000 sont au front et 18.000 qui forment l'armée*: a part by what it does."""
    counted = near.counted_here
    joined = _AND.search(near.before) and near.folded.startswith(" qui ", near.quantity.end)
    return (counted.unit or UNTOLD) if counted and joined and not near.others_since(counted) else None


def pronoun(near: Neighbours) -> str | None:
    """*Ils seront 3.000 en Afghanistan* after a sentence that counts or names troops."""
    if not near.alone or not _POINTED.search(near.before):
        return None
    named = list(_PLURAL_TROOPS.finditer(near.folded, near.setting.previous(near.first), near.quantity.start))
    return lemmas()[named[-1].group()] if named and not near.others_from(named[-1].end()) else None


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
