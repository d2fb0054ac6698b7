"""Numbers of military personnel: what is counted, and how exact the figure is. Whose and where: `natoextract.roles`."""

from spacy.language import Language
from spacy.tokens import Doc

from natoextract.components.forces import ellipsis
from natoextract.components.forces.counts import Count, fallen, with_demonym, with_unit
from natoextract.components.forces.quantities import Quantity, find_quantities
from natoextract.components.forces.setting import Setting
from natoextract.layers import folded_of, set_layer

NAME = "natoextract_forces"


@Language.factory(NAME)
def create_forces(nlp: Language, name: str) -> "Forces":
    return Forces()


class Forces:
    """Finds every number of military people."""

    def __call__(self, doc: Doc) -> Doc:
        setting = Setting(doc, folded_of(doc))
        quantities = find_quantities(setting.folded)
        counts = with_ellipses(setting, quantities, with_nouns(setting, quantities))
        set_layer(doc, "troop_counts", [count.record(setting) for count in counts])
        return doc


def with_nouns(setting: Setting, quantities: list[Quantity]) -> dict[int, Count]:
    """Counts that name their unit, by the place of their quantity in the list."""
    demonyms = {c["start"]: c["end"] for c in setting.doc._.countries if c["form"] == "demonym"}
    counts: dict[int, Count] = {}
    last_end = -1
    for place, quantity in enumerate(quantities):
        among_counts = last_end >= setting.sentence(quantity.start)[0] if demonyms and last_end >= 0 else False
        count = (
            with_unit(setting, quantity)
            or fallen(setting, quantity)
            or (with_demonym(setting, quantity, demonyms, among_counts=among_counts) if demonyms else None)
        )
        if count:
            counts[place] = count
            last_end = count.end
    return counts


def with_ellipses(setting: Setting, quantities: list[Quantity], counts: dict[int, Count]) -> list[Count]:
    """The same with the bare figures that belong to them, in text order.

    First from right to left, for units told last (*8.000, puis 1.500 hommes*), then from left to right.
    """
    found = dict(counts)
    for place in reversed(range(len(quantities) - 1)):
        if place not in found and place + 1 in found:
            near = ellipsis.Neighbours(setting, quantities[place], quantities[place + 1], found[place + 1], None)
            if (unit := ellipsis.chained(near)) is not None:
                found[place] = Count(quantities[place], quantities[place].end, unit or None)
    last: Count | None = None
    for place, quantity in enumerate(quantities):
        if place not in found:
            near = ellipsis.Neighbours(setting, quantity, None, None, last)
            if (unit := ellipsis.unit_of(near)) is not None:
                found[place] = Count(quantity, quantity.end, unit or None)
        last = found.get(place, last)
    return [found[place] for place in sorted(found)]
