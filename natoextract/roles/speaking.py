"""Whose troops a count is of that a speaker tells as his own: *nous enverrons 500 soldats*."""

import re

from natoextract.layers import TroopCountRecord
from natoextract.roles.findings import Finding
from natoextract.roles.owners import Contributors
from natoextract.roles.scene import Scene

_THAT = re.compile(r"\bqu(?:e |')(?:la |le |les |l')?$")
_US = re.compile(r"\b(?:nous|notre|nos)\b")


def speaker(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*« Nous enverrons 500 soldats »*: the state or organisation that the speaker belongs to."""
    first, _ = scene.clause(count["start"])
    pointer = _US.search(scene.folded, first, count["start"])
    if not pointer or _tells_of_another(scene, pointer.end(), count["start"]):
        return None
    affiliations = {s["id"]: s["affiliation"] for s in scene.doc._.speakers}
    told = [s for s in scene.statements if s["start"] <= count["start"] < s["end"]]
    owner = affiliations.get(told[-1]["speaker"] or "") if told else None
    return Finding([owner], "speaker", pointer.start(), pointer.end()) if owner else None


def _tells_of_another(scene: Scene, start: int, end: int) -> bool:
    """*Nous pensons que la Corée du Nord a envoyé 10.000 soldats*: a clause with a subject of its own."""
    return any(
        a.form in ("name", "capital", "organisation") and _THAT.search(scene.folded, start, a.start)
        for a in scene.actors_in(start, end)
    )
