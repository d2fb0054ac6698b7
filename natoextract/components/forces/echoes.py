"""Figures that take up troops told before: *14.000 autres*, *deux d'entre eux*, *Ils seront 3.000*."""

import re

from natoextract.components.forces.figures import HURT, MORE
from natoextract.components.forces.neighbours import OTHER_PEOPLE, UNTOLD, Neighbours
from natoextract.components.forces.units import lemmas

SOMEWHERE = re.compile(r" (?:en|au|aux|a|dans) (?:la |le |les |l')?[a-z]")
PLURAL_TROOPS = re.compile(
    r"\b(?:soldats|militaires|casques bleus|parachutistes|legionnaires|troupes|marines|instructeurs)\b"
)
_OF_THEM = re.compile(r" (?:d'entre (?:eux|elles)|de ceux-ci|d'entre ces derniers)\b")
# *(500 soldats) sont déployés au Mali et*
_PLACED = re.compile(r"[^.;:()]{0,60}\b(?:en|au|aux|a|dans|sur)\b[^.;:()]{2,90}?(?:,? et |, )(?:une? )?")
_ONE_SOLDIER = re.compile(r"\bun (?:autre )?(?P<unit>soldat|militaire|casque bleu|parachutiste|legionnaire|officier)\b")
# *les Burundais ont perdu une cinquantaine des leurs*
_THEIR_OWN = re.compile(r" (?:des (?:leurs|siens)|de leurs hommes)\b")
_STATE_ALONE = re.compile(r"\s*(?:la |le |les |l')?[\w' -]{3,30} ")
_OWN = re.compile(r" (?:ses|leurs) (?:quelque )?$")
_AND = re.compile(r",? et $")
_POINTED = re.compile(
    r"\b(?:ils|elles) (?:ne |n')?(?:sont|seront|etaient|seraient|furent|(?:ont|avaient|auraient) ete)"
    r"(?: (?:deja|encore|ainsi|actuellement|aujourd'hui|desormais))?(?: (?:plus )?qu(?:e |')| $|$)"
)
_SENT_TOO = re.compile(r"\b(?:a|ont) (?:envoye|fourni|deploye|depeche|promis|perdu|retire|rapatrie)e?s? $")
_WHILE = re.compile(r"(?:\b(?:tandis|alors) qu(?:e |')|;) ?(?:les )?(?:plusieurs |quelques )?$")
_DO = re.compile(r" (?:autres )?(?:se (?:trouv|sont)|sont|etaient|seront|sert|serv|rest|patrouill|oper|attend)\w*")


def elsewhere(near: Neighbours) -> str | None:
    """*500 soldats sont déployés au Mali et 300 au Niger*: the figure of another place."""
    counted = near.counted_here
    if not counted or not near.alone or not SOMEWHERE.match(near.folded, near.quantity.end):
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
    troops = list(PLURAL_TROOPS.finditer(near.folded, border, near.quantity.start))
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
    named = list(PLURAL_TROOPS.finditer(near.folded, near.setting.previous(near.first), near.quantity.start))
    return lemmas()[named[-1].group()] if named and not near.others_from(named[-1].end()) else None
