"""Counts that name their unit: `4.000 à 5.000 soldats`, `«environ un millier» de soldats`, `500 Britanniques`."""

import re
from dataclasses import dataclass, replace

from natoextract.components.forces.quantities import Quantity, modifier_after
from natoextract.components.forces.setting import Setting
from natoextract.components.forces.units import LINK, UNIT, lemmas, singular, units
from natoextract.layers import TroopCountRecord, mention

#: A demonym's unit.
NATIONAL = "ressortissant"

# *26 morts parmi des soldats*, *trois tués dans les rangs de l'armée*
_FALLEN = re.compile(
    r"[ \"»”]{1,3}(?:de )?(?:morts?|tues?|blesses?|victimes?|disparus?|pertes)(?P<among>(?: \w+)? "
    r"(?:parmi|chez|dans les rangs (?:de|des)|au sein (?:de|des)) (?:de )?(?:les |des |ses |leurs |l'|la )?)"
)
_TROOPS = re.compile(
    r"(?P<unit>soldats|militaires|casques bleus|troupes|armee|fds"
    r"|forces (?:armees|de defense|regulieres|gouvernementales))\b"
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of military people: its quantity, where it ends, and the lemma of its unit."""

    quantity: Quantity
    end: int
    unit: str | None
    #: Told as dead or wounded of an army: *vingt blessés dans les rangs de l'armée*.
    fallen: bool = False

    def record(self, setting: Setting) -> TroopCountRecord:
        """The count as the layer holds it; whose and where is left to the roles."""
        quantity = self.quantity
        return {
            **mention(setting.doc, quantity.start, self.end),
            "minimum": quantity.minimum,
            "maximum": quantity.maximum,
            "qualifier": quantity.qualifier,
            "unit": self.unit,
            "contributors": [],
            "location": None,
            "mission": None,
        }


def with_unit(setting: Setting, quantity: Quantity, *, among_counts: bool = False, again: bool = False) -> Count | None:
    """A quantity whose own noun is military: `dizaines de milliers d'hommes`, `1.500 des soldats`."""
    found = UNIT.match(setting.folded, quantity.end)
    if not found or not _agrees(setting, quantity, found):
        return None
    lemma = lemmas()[found["unit"]]
    need = units()[lemma].needs
    if need == "context" and again:
        need = "nothing"
    if not setting.military_noun(need, quantity, found.start("unit"), found.end(), among_counts=among_counts):
        return None
    return Count(with_modifier_after(setting, quantity, found.end()), found.end(), lemma)


def fallen(setting: Setting, quantity: Quantity) -> Count | None:
    """Dead and wounded told of troops: `26 morts parmi des soldats`."""
    found = _FALLEN.match(setting.folded, quantity.end)
    troops = _TROOPS.match(setting.folded, found.end()) if found else None
    if not found or not troops:
        return None
    unit = lemmas().get(troops["unit"])
    return Count(quantity, troops.end() if unit else found.start("among"), unit, fallen=True)


def with_demonym(setting: Setting, quantity: Quantity, *, among_counts: bool) -> Count | None:
    """A quantity of a people who are troops: `2500 Américains`, `une septantaine de Belges`."""
    found = LINK.match(setting.folded, quantity.end)
    end = setting.demonyms.get(found.end()) if found else None
    if end is None or not setting.military_demonym(quantity, end, among_counts=among_counts):
        return None
    return Count(with_modifier_after(setting, quantity, end), end, NATIONAL)


def _agrees(setting: Setting, quantity: Quantity, found: re.Match[str]) -> bool:
    """*1 soldat*, but no other number before a singular."""
    return (found["unit"] == singular(lemmas()[found["unit"]])) == (quantity.size == 1)


def with_modifier_after(setting: Setting, quantity: Quantity, end: int) -> Quantity:
    """*3.000 hommes au moins*: the quantity as its modifier behind it says."""
    told = modifier_after(setting.folded, end)
    return replace(quantity, qualifier=told[0]) if told and quantity.qualifier in ("exact", "about") else quantity
