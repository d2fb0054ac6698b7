"""What a rule of bare figures knows: the figure, and the counts found so far on both sides."""

import re
from dataclasses import dataclass
from functools import cached_property

from natoextract.components.forces.counts import Count
from natoextract.components.forces.figures import ALONE
from natoextract.components.forces.quantities import Quantity
from natoextract.components.forces.setting import Setting
from natoextract.components.forces.words import whole_word

_ONE = re.compile(r"\b(?:le|du|au|ce|son|leur|notre) $")
OTHER_PEOPLE = re.compile(whole_word("people"))

#: The answer of a rule for a count whose unit the text does not tell.
UNTOLD = ""


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
        return self.others_from(counted.end)

    def others_from(self, start: int) -> bool:
        """Whether people who are no troops are named between `start` and this quantity."""
        named = OTHER_PEOPLE.finditer(self.folded, start, self.quantity.start)
        # *dans le pays* is where, *vingt pays* who
        return any(not _ONE.search(self.folded, max(0, m.start() - 6), m.start()) for m in named)
