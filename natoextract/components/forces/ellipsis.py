"""Counts whose unit is told elsewhere: `Allemagne (220)`, `6.000 des 9.592 militaires`, `dont 40`, `8.000, puis 4.000`.

Each rule looks from one bare quantity to its neighbours; a bare number is a count only where no noun follows it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from natoextract.components.forces.counts import Count
from natoextract.components.forces.figures import ALONE, HURT, MORE
from natoextract.components.forces.phrases import any_of, word_of
from natoextract.components.forces.quantities import Quantity
from natoextract.components.forces.setting import Setting
from natoextract.components.forces.units import lemmas
from natoextract.lexicon import read_toml

_WORDS: dict[str, list[str]] = read_toml("force_context")

_OF_THEM = re.compile(r" (?:d'entre (?:eux|elles)|de ceux-ci|d'entre ces derniers)\b")
_CHAIN = re.compile(r"(?:,? (?:puis|et|ou|et enfin|enfin|voire|et puis|contre|puis enfin) |, )(?:encore |a |de )?")
_PART_OF = re.compile(
    r"(?: |« ?)(?:des|sur les|sur|de ses|de leurs|de nos|de ces|parmi les|sur un total de|sur ses) (?:les )?"
)
_DONT = re.compile(
    r"\b(?:dont|parmi lesquels|y compris|notamment|(?:s'ajout\w+ )?aux|en plus des|outre les|atteindr\w+(?: ensuite)?)"
    r" (?:les |pres de )?$"
)
_OUT_OF = re.compile(r"\bsur (?:les|ses|leurs|un total de) $")
_RESTATED = re.compile(r"[\"«“] ?$")
_CLOSED = re.compile(r" ?[\"»”]")
_AGAINST = re.compile(r"\bcontre (?:les )?$")
_STEP = re.compile(r",? (?:et|puis|puis encore|et enfin|avant de descendre) (?:a|de) $")
_REACHING = re.compile(r"(?: (?:actuellement|aujourd'hui|environ))? a $")
_PARTS = re.compile(r" ?(?:\(|: )(?:soit )?|(?: (?:en|au|aux|a|dans) [\w' -]{2,30})(?:,| et) ")
_OPEN = re.compile(r"(?: ?\( ?| ?: ?| ?= ?)$")
_CLOSE = re.compile(r" ?\)| chacune?|[;,.\n]| et |$")
_POINTED = re.compile(
    r"\b(?:ils|elles) (?:ne )?(?:sont|seront|etaient|seraient|furent)(?: (?:deja|encore|plus que|ainsi))? $"
)

_STRENGTHS = any_of(_WORDS["strengths"])
_REACHED = (
    r"(?:\b(?:a|de|est de|etait de|sera de|est|atteindr\w+|atteint|atteignent|atteignait|totalisent|totalisant"
    r"|limitee?s? a|augmenter|monter|grimper|aller|passer) |\bd'|, )(?:les |quelque )?[\"«“ ]*$"
)
# *porter son contingent à*, *le nombre de ses soldats atteindra*, *leur nombre est descendu à*
_STRENGTH = re.compile(
    rf"\b(?:(?P<noun>{_STRENGTHS})|(?:ses|leurs|nos) (?P<theirs>soldats|hommes|militaires|personnels)"
    r"|(?P<number>(?:le |leur |ce |son )?nombre(?: total)?"
    r"(?: (?:de |des |d')(?:ses |leurs )?(?P<unit>\w+(?: bleus)?))?))"
    rf"\b[^.;:()]{{0,110}}?{_REACHED}"
)
_LEVEL = re.compile(word_of(_WORDS["levels"]))
_BODY = re.compile(
    r"\b(?:contingent|garnison|effectifs?|corps expeditionnaire|detachement)(?: [\w'-]+){0,3}?"
    r" (?:de|:|forte? de|est de|etait de|sera de)?(?: d')? ?[\"«“]?$"
)
# *réduire de 5.200 à 3.000 leurs effectifs*: the strength follows
_THEIRS = re.compile(
    rf" (?:(?:ses|leurs?|son|sa|nos) (?P<noun>{_STRENGTHS})|le nombre (?:total )?(?:de |des )(?:ses |leurs )?"
    r"(?P<unit>\w+(?: bleus)?))(?!\w)"
)
_PLURAL_TROOPS = re.compile(r"\b(?:soldats|militaires|casques bleus|parachutistes|legionnaires|troupes|marines)\b")
_OTHER_PEOPLE = re.compile(word_of(_WORDS["people"]))

Rule = Callable[["Neighbours"], str | None]


@dataclass(frozen=True)
class Neighbours:
    """A bare quantity, the quantity after it, and the counts found so far on both sides."""

    setting: Setting
    quantity: Quantity
    following: Quantity | None
    next_count: Count | None
    last_count: Count | None

    @property
    def folded(self) -> str:
        return self.setting.folded

    @cached_property
    def first(self) -> int:
        """Where the sentence begins."""
        return self.setting.sentence(self.quantity.start)[0]

    @cached_property
    def before(self) -> str:
        """The words of the sentence before the quantity and its modifier."""
        return self.folded[max(self.first, self.quantity.lead - 140) : self.quantity.lead]

    @cached_property
    def alone(self) -> bool:
        """Whether no noun follows the figure."""
        return bool(ALONE.match(self.setting.surface, self.quantity.end))

    @cached_property
    def counted_here(self) -> Count | None:
        """The last count in the sentence."""
        return self.last_count if self.last_count and self.last_count.quantity.start >= self.first else None

    @cached_property
    def counted_near(self) -> Count | None:
        """The last count in the sentence, or in the one before."""
        if not self.last_count or self.last_count.quantity.start < self.setting.previous(self.first):
            return None
        return self.last_count

    def others_since(self, counted: Count) -> bool:
        """Whether other people are named between a count and this quantity."""
        return bool(_OTHER_PEOPLE.search(self.folded, counted.end, self.quantity.start))


#: A strength is told in tens at least.
_FEW = 10
#: The answer of a rule for a count whose unit the text does not tell.
UNTOLD = ""


def unit_of(near: Neighbours) -> str | None:
    """The unit of a bare quantity (`UNTOLD` if the text does not say), or None where it is no count."""
    return next((unit for rule in RULES if (unit := rule(near)) is not None), None)


def chained(near: Neighbours) -> str | None:
    """*8.000, puis 4.000 et enfin 1.500 hommes*, *passer de 13.000 à 16.000 soldats*: the unit is told last."""
    if not near.following or not near.next_count or near.next_count.quantity.start != near.following.start:
        return None
    between = near.folded[near.quantity.end : near.following.lead]
    if near.quantity.pair or _PART_OF.fullmatch(between):
        return near.next_count.unit or UNTOLD
    # a comma alone joins a date to a number; a word (*puis*, *et*) joins two numbers
    linked = _CHAIN.fullmatch(between) and between.strip() != ","
    return (near.next_count.unit or UNTOLD) if linked else None


def among(near: Neighbours) -> str | None:
    """*3.000 soldats, dont 40 au sud*; *16.000 hommes, contre 13.000 en mai*."""
    counted = near.counted_here
    if not counted or not near.alone:
        return None
    told = _DONT.search(near.before) or _AGAINST.search(near.before)
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
    reached = _REACHING.fullmatch(between) and _LEVEL.search(near.before)
    return (counted.unit or UNTOLD) if len(between) < 60 and (reached or _STEP.search(between)) else None


def broken_down(near: Neighbours) -> str | None:
    """*2.200 hommes (1.900 au Tchad et 300 en Centrafrique)*: the parts of a count, by place."""
    counted = near.counted_here
    between = near.folded[counted.end : near.quantity.lead] if counted else ""
    return (counted.unit or UNTOLD) if counted and near.alone and _PARTS.fullmatch(between) else None


def others(near: Neighbours) -> str | None:
    """*26 soldats ont été tués. 40 autres ont été blessés*."""
    counted = near.counted_near
    if not counted or not MORE.match(near.setting.surface, near.quantity.end):
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
    other = list(_OTHER_PEOPLE.finditer(near.folded, border, near.quantity.start))
    counted = near.counted_near
    if counted and not near.others_since(counted) and not (troops and troops[-1].start() > counted.end):
        return counted.unit or UNTOLD
    if not troops or (other and other[-1].start() > troops[-1].start()):
        return None
    return lemmas()[troops[-1].group()]


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
    listed = _PLURAL_TROOPS.search(near.folded, max(0, near.quantity.start - 300), near.quantity.start)
    return lemmas()[listed.group()] if listed and near.setting.military_strength(near.quantity) else None


def gapped(near: Neighbours) -> str | None:
    """*la Pologne enverra 600 soldats, l'Italie entre 500 et 1.500, l'Espagne autour de 200*: the verb is left out."""
    counted = near.counted_here
    border = len(near.before.rstrip()) + near.quantity.lead - len(near.before)
    if not counted or not near.alone or border not in near.setting.states_ending:
        return None
    return counted.unit or UNTOLD


def pronoun(near: Neighbours) -> str | None:
    """*Ils seront 3.000 en Afghanistan* after a sentence that counts or names troops."""
    if not near.alone or not _POINTED.search(near.before):
        return None
    named = list(_PLURAL_TROOPS.finditer(near.folded, near.setting.previous(near.first), near.quantity.start))
    others = _OTHER_PEOPLE.search(near.folded, named[-1].end() if named else 0, near.quantity.start)
    return lemmas()[named[-1].group()] if named and not others else None


def level(near: Neighbours) -> str | None:
    """*porter son contingent à 1.500*, *le nombre de ses soldats passera de 400 à 700*."""
    if near.quantity.size < _FEW or not near.setting.military_strength(near.quantity):
        return None
    if told := _THEIRS.match(near.folded, near.quantity.end):
        return _named(told["unit"] or told["noun"])
    if not near.alone:
        return None
    strength = _STRENGTH.search(near.before)
    if strength and (strength["number"] or _LEVEL.search(near.before)):
        counted = near.counted_near
        return (
            _named(strength["unit"] or strength["theirs"] or strength["noun"]) or (counted and counted.unit) or UNTOLD
        )
    return UNTOLD if _BODY.search(near.before) else None


RULES: tuple[Rule, ...] = (
    chained,
    among,
    restated,
    further,
    broken_down,
    others,
    hurt,
    of_them,
    bracketed,
    gapped,
    pronoun,
    level,
)


def _named(noun: str | None) -> str:
    """The unit that a noun of strength names: *soldats* → soldat, *contingent* → none."""
    return lemmas().get(noun or "") or UNTOLD
