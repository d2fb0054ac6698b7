"""Counts whose unit is told elsewhere: `Allemagne (220)`, `6.000 des 9.592 militaires`, `dont 40`, `8.000, puis 4.000`.

Each rule looks from one bare quantity to its neighbours; a bare number is a count only where no noun follows it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from natoextract.components.forces.counts import Count
from natoextract.components.forces.quantities import Quantity
from natoextract.components.forces.setting import Setting
from natoextract.components.forces.units import lemmas

# What may follow a figure that stands alone.
_PREPOSITION = (
    r"(?:en|au|aux|a|dans|sur|pour|d'ici|depuis|par|parmi|sous|avant|apres|contre|lors|fin|debut|vers|pres|hors|avec|cette|cet"
    r"|ce|cet|le|la|l'|dont|qui|que|et|ou|puis|mais|soit)"
)
_VERB = (
    r"(?:ont|sont|seront|etaient|avaient|devraient|devaient|pourraient|doivent|furent|auraient|seraient|vont|iront"
    r"|serviront|partiront|resteront|arriveront|viendront|rejoindront|suivront|attendent|restent|servent)"
)
_ADVERB = (
    r"(?:deja|encore|actuellement|aujourd'hui|seulement|au total|au moins|au plus|environ|en tout|jusqu'ici|alors)"
)
_PARTICIPLE = r"\w{3,}(?:ees?|es?|is|us|its|ises)(?= (?:en|au|aux|a|dans|sur|par|pour|depuis|sous|pres)\b|[.,;)])"
_ALONE = re.compile(
    rf"(?=\s*[.,;:)\]»\"”!?\n-]|\s*$| (?:{_PREPOSITION}|{_VERB}|{_ADVERB})(?!\w)| (?:{_PARTICIPLE}))"
    r"(?! ?%|[.,]\d| a l'heure)"
)
_MORE = r"(?: (?:autres|supplementaires|de plus|en renfort|nouveaux|nouvelles))"
_AUTRES = re.compile(rf"{_MORE}(?=\s*[.,;:)»\"”!?\n]|\s*$| (?:{_PREPOSITION}|{_VERB}|{_ADVERB}|{_PARTICIPLE})(?!\w))")
_OF_THEM = re.compile(r" (?:d'entre (?:eux|elles)|de ceux-ci|d'entre ces derniers)\b")
# *500 soldats blessés, 12 morts*: participles of those just counted
_CHAIN = re.compile(r"(?:,? (?:puis|et|ou|et enfin|enfin|voire|et puis|contre|puis enfin) |, )(?:encore |a |de )?")
_PART_OF = re.compile(
    r"(?: |« ?)(?:des|sur les|sur|de ses|de leurs|de nos|de ces|parmi les|sur un total de|sur ses) (?:les )?"
)
_DONT = re.compile(r"\b(?:dont|parmi lesquels|y compris|notamment) (?:les |pres de )?$")
_AGAINST = re.compile(r"\bcontre (?:les )?$")
_OPEN = re.compile(r"(?: ?\( ?| ?: ?| ?= ?)$")
_CLOSE = re.compile(r" ?\)|[;,.\n]| et |$")
_POINTED = re.compile(
    r"\b(?:ils|elles) (?:ne )?(?:sont|seront|etaient|seraient|furent)(?: (?:deja|encore|plus que|ainsi))? $"
)

_STRENGTH = re.compile(
    r"\b(?P<noun>contingents?|effectifs?|troupes|presence|dispositif(?: militaire)?|garnison|soldats|hommes|militaires"
    r"|casques bleus|personnels|forces?|nombre (?:total )?(?:de |des |d')(?:ses |leurs )?(?P<unit>[\w]+(?: bleus)?))\b"
    r"[^.;:()]{0,70}?"
    r"\b(?:a|de|d'|est de|est|atteindr\w+|atteint|atteignent|atteignait|d'environ|totalisent|totalisant|limitee?s? a) "
    r"(?:les |quelque )?$"
)
_LEVEL = re.compile(
    r"\b(?:port(?:er|e|era|ant|ees?|es|eront|ait|aient)|ramen\w+|redui\w+|augment\w+"
    r"|pass(?:er|e|era|eront|ent|ant|erait|aient|ait)|accroi\w+|limit\w+|attein\w+|elev\w+|tomb\w+|descend\w+|fix\w+|plafonn\w+|mont\w+|diminu\w+|abaiss\w+|relev\w+|maint\w+)\b"
)
_BODY = re.compile(
    r"\b(?:contingent|garnison|effectifs?|corps expeditionnaire|detachement)(?: [\w'-]+){0,3}? (?:de|d'|:|forte? de) ?$"
)
_PLURAL_TROOPS = re.compile(r"\b(?:soldats|militaires|casques bleus|parachutistes|legionnaires|troupes|marines)\b")
_OTHER_PEOPLE = re.compile(
    r"\b(?:policiers|gendarmes|assaillants|terroristes|djihadistes|jihadistes|rebelles|insurges|civils|personnes|manifestants"
    r"|combattants|talibans|kamikazes|attaquants|passagers|habitants|otages|enfants|femmes|victimes|pompiers|suspects"
    r"|journalistes|refugies|miliciens|pays|etats|villes)\b"
)

Rule = Callable[["Neighbours"], str | None]


@dataclass(frozen=True, slots=True)
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

    @property
    def before(self) -> str:
        """The words of the sentence before the quantity and its modifier."""
        first, _ = self.setting.sentence(self.quantity.start)
        return self.folded[max(first, self.quantity.lead - 140) : self.quantity.lead]

    @property
    def alone(self) -> bool:
        """Whether no noun follows the figure."""
        return bool(_ALONE.match(self.folded, self.quantity.end))

    def counted_before(self, sentences: int = 1) -> Count | None:
        """The last count in the sentence, or in the one before."""
        first, _ = self.setting.sentence(self.quantity.start)
        border = first if sentences == 1 else self.setting.previous(first)
        return self.last_count if self.last_count and self.last_count.quantity.start >= border else None


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
    counted = near.counted_before()
    if not counted or not near.alone:
        return None
    told = _DONT.search(near.before) or _AGAINST.search(near.before)
    return (counted.unit or UNTOLD) if told else None


def others(near: Neighbours) -> str | None:
    """*26 soldats ont été tués. 40 autres ont été blessés*."""
    counted = near.counted_before(sentences=2)
    if not counted or not _AUTRES.match(near.folded, near.quantity.end):
        return None
    other = _OTHER_PEOPLE.search(near.folded, counted.end, near.quantity.start)
    return None if other else counted.unit or UNTOLD


def of_them(near: Neighbours) -> str | None:
    """*Quant aux militaires, deux d'entre eux sont blessés*: the people named last are troops."""
    if not _OF_THEM.match(near.folded, near.quantity.end):
        return None
    first, _ = near.setting.sentence(near.quantity.start)
    border = near.setting.previous(first)
    troops = list(_PLURAL_TROOPS.finditer(near.folded, border, near.quantity.start))
    other = list(_OTHER_PEOPLE.finditer(near.folded, border, near.quantity.start))
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
    counted = near.counted_before(sentences=2)
    if counted:
        return counted.unit or UNTOLD
    listed = _PLURAL_TROOPS.search(near.folded, max(0, near.quantity.start - 300), near.quantity.start)
    return lemmas()[listed.group()] if listed and near.setting.military_strength(near.quantity) else None


def pronoun(near: Neighbours) -> str | None:
    """*Ils seront 3.000 en Afghanistan* after a sentence that counts or names troops."""
    if not near.alone or not _POINTED.search(near.before):
        return None
    first, _ = near.setting.sentence(near.quantity.start)
    named = list(_PLURAL_TROOPS.finditer(near.folded, near.setting.previous(first), near.quantity.start))
    others = _OTHER_PEOPLE.search(near.folded, named[-1].end() if named else 0, near.quantity.start)
    return lemmas()[named[-1].group()] if named and not others else None


def level(near: Neighbours) -> str | None:
    """*porter son contingent à 1.500*, *le nombre de ses soldats passera de 400 à 700*."""
    if not near.alone or near.quantity.size < 10:
        return None
    body = _BODY.search(near.before)
    strength = _STRENGTH.search(near.before)
    if not body and not (strength and _LEVEL.search(near.before)):
        return None
    if not near.setting.military_strength(near.quantity):
        return None
    noun = (strength["unit"] or strength["noun"]) if strength else ""
    return lemmas().get(noun) or lemmas().get(noun + "s") or UNTOLD


RULES: tuple[Rule, ...] = (chained, among, others, of_them, bracketed, pronoun, level)
