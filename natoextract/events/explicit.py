"""Whether the words beside a number name who provides its troops: *500 Britanniques*."""

import re

from natoextract.events.reading import Reading
from natoextract.layers import TroopCountRecord
from natoextract.roles.findings import Actor

#: Rules of the numbers that name the providers of each figure, though further off.
_TOLD = frozenset(["respectively", "predicate", "strength", "tribute"])


def is_explicit(reading: Reading, record: TroopCountRecord) -> bool:
    """Whether words within a number's span or right beside it name its providers: *500 Britanniques*."""
    codes = record["contributors"]
    why = reading.count_evidence.get(record["start"], {}).get("contributors")
    if why and why[0] in _TOLD:
        return True
    near = reading.scene.actors_in(record["start"] - 40, record["end"] + 60)
    return any(actor.code in codes and _is_beside(reading, actor, record) for actor in near)


def _is_beside(reading: Reading, actor: Actor, record: TroopCountRecord) -> bool:
    """Whether no verb, comma or closing bracket stands between a number and an actor."""
    if actor.end <= record["start"]:
        return reading.folded[actor.end : record["start"]].strip() in ("(", ":", "")
    between = reading.folded[record["end"] : actor.start]
    return not re.search(
        r"[,;:.)]| (?:en|au|aux|a|qui|que|dans|pour|sur|contre|vers|sont|ont|est|a ete) ", f"{between} "
    )
