"""Figures that a strength reaches: `porter son contingent à 1.500`, `le nombre de ses soldats passera de 400 à 700`."""

import re

from natoextract.components.forces.neighbours import UNTOLD, Neighbours
from natoextract.components.forces.units import lemmas
from natoextract.components.forces.words import any_word, force_words, whole_word

_STRENGTHS = any_word("strengths")
_REACHED = (
    r"(?:\b(?:a|de|est de|etait de|sera de|est|atteindr\w+|atteint|atteignent|atteignait|totalisent|totalisant"
    r"|limitee?s? a|augmenter|monter|grimper|aller|passer) |\bd'|, )(?:les |quelque )?[\"«“ ]*$"
)
# *porter son contingent à*, *le nombre de ses soldats atteindra*, *leur nombre est descendu à*
_STRENGTH = re.compile(
    rf"\b(?:(?P<noun>{_STRENGTHS})|(?:ses|leurs|nos) (?P<theirs>soldats|hommes|militaires|personnels)"
    r"|(?P<number>(?:le |leur |ce |son )?nombre(?: total)?"
    r"(?: (?:de |des |d')(?:ses |leurs )?(?P<unit>\w+(?: bleus)?))?))"
    # *la force de l'Otan (KFOR) était passée de 3.500 à*
    rf"\b(?:[^.;:()]|\([^()]{{1,12}}\)|(?<=\d)\.(?=\d)){{0,110}}?{_REACHED}"
)
LEVEL = re.compile(whole_word("levels"))
_BODY = re.compile(
    r"\b(?:contingent|garnison|effectifs?|corps expeditionnaire|detachement)(?: [\w'-]+){0,3}?"
    r" (?:de|:|forte? de|est de|etait de|sera de)?(?: d')? ?[\"«“]?$"
)
# *réduire de 5.200 à 3.000 leurs effectifs*: the strength follows
_THEIRS = re.compile(
    rf" (?:(?:ses|leurs?|son|sa|nos|le|la|les|l') ?(?P<noun>{_STRENGTHS})"
    r"|le nombre (?:total )?(?:de |des )(?:ses |leurs )?(?P<unit>\w+(?: bleus)?))(?!\w)"
)

#: Strengths that are troops', whoever else the sentence speaks of: *les députés ont voté de réduire le contingent*.
_SURE = frozenset(force_words().sure_strengths)
#: A strength is told in tens at least.
_FEW = 10


def level(near: Neighbours) -> str | None:
    """*porter son contingent à 1.500*, *le nombre de ses soldats passera de 400 à 700*."""
    told = _THEIRS.match(near.folded, near.quantity.end)
    # *porte à huit le nombre de soldats tués*: so many are told one by one
    if near.quantity.size < _FEW and not (told and told["unit"] in lemmas()):
        return None
    if told:
        noun = told["unit"] or told["noun"]
        sure = noun in _SURE or noun in lemmas()
        return _named(noun) if near.setting.military_strength(near.quantity, sure=sure) else None
    if not near.alone or not near.setting.military_strength(near.quantity):
        return None
    strength = _STRENGTH.search(near.before)
    if strength and (strength["number"] or LEVEL.search(near.before)):
        counted = near.counted_near
        return (
            _named(strength["unit"] or strength["theirs"] or strength["noun"]) or (counted and counted.unit) or UNTOLD
        )
    return UNTOLD if _BODY.search(near.before) else None


def _named(noun: str | None) -> str:
    """The unit that a noun of strength names: *soldats* → soldat, *contingent* → none."""
    return lemmas().get(noun or "") or UNTOLD
