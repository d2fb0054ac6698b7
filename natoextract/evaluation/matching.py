"""Pairs gold items with predicted ones, and counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

#: An item of a gold file or of an output, as JSON has it.
Item = Mapping[str, Any]


@dataclass(slots=True)
class Score:
    """Items found, items found that are none, and items missed; micro-averaged figures over them."""

    found: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Right predictions of all predictions; 0 where there are none."""
        return _share(self.found, self.found + self.extra)

    @property
    def recall(self) -> float:
        """Found gold items of all gold items; 0 where there are none."""
        return _share(self.found, self.found + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Pairing:
    """Gold items with their predictions, and what is left on either side."""

    pairs: list[tuple[Item, Item]]
    missed: list[Item]
    extra: list[Item]


def pair_up(
    gold: Sequence[Item],
    predicted: Sequence[Item],
    agree: Callable[[Item, Item], bool],
    rank: Callable[[Item, Item], Any],
) -> Pairing:
    """One to one, the best ranked pair first; among equals the earliest gold item, then the earliest prediction."""
    candidates = [(i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted) if agree(g, p)]
    # a stable sort keeps equals in text order
    candidates.sort(key=lambda pair: rank(gold[pair[0]], predicted[pair[1]]), reverse=True)
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in candidates:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return Pairing(
        pairs=[(gold[i], predicted[j]) for i, j in partner.items()],
        missed=[item for i, item in enumerate(gold) if i not in partner],
        extra=[item for j, item in enumerate(predicted) if j not in taken],
    )


def overlap(a: Item, b: Item) -> bool:
    """Whether two spans share a character."""
    return bool(min(a["end"], b["end"]) > max(a["start"], b["start"]))


def intersection_over_union(a: Item, b: Item) -> float:
    """How alike two spans are: 1 the same, 0 apart."""
    shared = max(0, min(a["end"], b["end"]) - max(a["start"], b["start"]))
    whole = max(a["end"], b["end"]) - min(a["start"], b["start"])
    return float(shared / whole) if whole else 0.0


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
