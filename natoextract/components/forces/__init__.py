"""Numbers of military personnel: what is counted, and how exact the figure is. Whose and where: `natoextract.roles`."""

from spacy.language import Language
from spacy.tokens import Doc

from natoextract.components.forces import ellipsis
from natoextract.components.forces.counts import Count, fallen, with_demonym, with_modifier_after, with_unit
from natoextract.components.forces.neighbours import Neighbours
from natoextract.components.forces.quantities import Quantity, find_quantities
from natoextract.components.forces.setting import Setting
from natoextract.layers import folded_of, set_layer

NAME = "natoextract_forces"
#: A figure told again stands no further from the first.
_RECENT = 400


@Language.factory(NAME)
def create_forces(nlp: Language, name: str) -> "Forces":
    return Forces()


class Forces:
    """Finds every number of military people."""

    def __call__(self, doc: Doc) -> Doc:
        setting = Setting(doc, folded_of(doc))
        heads = doc._.headers
        # *date 2021-12* is no figure
        quantities = [q for q in find_quantities(setting.folded) if not any(a <= q.start < b for a, b in heads)]
        counts = with_nouns(setting, quantities)
        # most articles are not about armies: no figure of theirs is looked at twice
        found = with_ellipses(setting, quantities, counts) if counts or setting.armed_words else []
        set_layer(doc, "troop_counts", [count.record(setting) for count in found])
        return doc


def with_nouns(setting: Setting, quantities: list[Quantity]) -> dict[int, Count]:
    """Counts that name their unit, by the place of their quantity in the list."""
    found = ((place, with_unit(setting, q) or fallen(setting, q)) for place, q in enumerate(quantities))
    return {place: count for place, count in found if count}


def with_ellipses(setting: Setting, quantities: list[Quantity], counts: dict[int, Count]) -> list[Count]:
    """The same with the demonyms and the bare figures that belong to them, in text order.

    From right to left, for units told last (*8.000, puis 1.500 hommes*), then from left to right, and back once more
    for the first figure of a change whose second has just been found (*réduire de 5.200 à 3.000 ses effectifs*).
    """
    found = dict(counts)
    _add_chained(setting, quantities, found)
    last: Count | None = None
    for place, quantity in enumerate(quantities):
        if place not in found and (count := _beside(setting, quantity, last, found.get(place + 1))):
            found[place] = count
        last = found.get(place, last)
    _add_chained(setting, quantities, found)
    return [found[place] for place in sorted(found)]


def _add_chained(setting: Setting, quantities: list[Quantity], found: dict[int, Count]) -> None:
    for place in reversed(range(len(quantities) - 1)):
        if place not in found and place + 1 in found:
            near = Neighbours(setting, quantities[place], quantities[place + 1], found[place + 1], None)
            if (unit := ellipsis.chained(near)) is not None:
                found[place] = Count(quantities[place], quantities[place].end, unit or None)


def _beside(setting: Setting, quantity: Quantity, last: Count | None, following: Count | None) -> Count | None:
    """A demonym or a bare figure that is a count because of what stands around it."""
    near = Neighbours(setting, quantity, None, None, last)
    # *2.870 soldats sont arrivés. 2.870 hommes*: the figure again
    again = last is not None and last.quantity.size == quantity.size and quantity.start - last.end < _RECENT
    if (near.counted_here or again) and (count := with_unit(setting, quantity, among_counts=True, again=again)):
        return count
    # *839 Marocains (836 soldats et trois experts)*
    split = following is not None and setting.opens_bracket(quantity.end, following.quantity.lead)
    if count := with_demonym(setting, quantity, among_counts=near.counted_here is not None or split):
        return count
    if (unit := ellipsis.unit_of(near)) is None:
        return None
    # *il n'en reste que deux cents environ*
    return Count(with_modifier_after(setting, quantity, quantity.end), quantity.end, unit or None)
