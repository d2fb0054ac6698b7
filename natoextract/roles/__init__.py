"""Whose the counted troops are, where they serve and in which mission: `Scene`, `Finding`, and a module a question."""

from spacy.language import Language
from spacy.tokens import Doc

from natoextract.roles import contributors, location, mission
from natoextract.roles.findings import Finding
from natoextract.roles.scene import Scene, read

__all__ = ["Finding", "Scene", "contributors", "location", "mission", "read"]


@Language.factory("natoextract_roles")
def create_roles(nlp: Language, name: str) -> "Roles":
    return Roles()


class Roles:
    """Fills the contributors, the location and the mission of every troop count, and keeps why."""

    def __call__(self, doc: Doc) -> Doc:
        if not doc._.troop_counts:
            return doc
        scene = read(doc)
        for count in doc._.troop_counts:
            start, end = count["start"], count["end"]
            whose = contributors.of_count(scene, count)
            where = location.of(scene, start, end, whose.value if whose else ())
            which = mission.of_count(scene, count, whose.value if whose else ())
            found = {"contributors": whose, "location": where, "mission": which}
            doc._.count_evidence[start] = {slot: why.evidence for slot, why in found.items() if why is not None}
            count["contributors"] = whose.value if whose else []
            count["location"] = where.value if where else None
            count["mission"] = which.value if which else None
        return doc
