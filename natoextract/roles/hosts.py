"""Where troops serve by what stands right behind their figure, and by who hosts them."""

import re

from natoextract.roles.findings import Finding
from natoextract.roles.owners import chain_before
from natoextract.roles.placing import nearest
from natoextract.roles.regions import Location
from natoextract.roles.scene import Scene

_RIGHT_BEHIND = re.compile(r" autres (?:en |au |aux |a |dans (?:le |la |les |l')?)(?:l'|la |le |les )?")
_HOSTING = re.compile(r"\b(?:abrit|heberg|accueill)(?:e|ent|ait|aient|era|eront)\b")
_BASE = re.compile(r"\b(?:bases?|camps?|garnisons?|villes?|aeroports?|ports?)\b[^.;:]{0,80}$")
_HOST = re.compile(r"(?:,? qui)? ?(?:deja |actuellement |y )?")


def beside(scene: Scene, start: int, end: int) -> Location | None:
    """*28.500 soldats en Corée du Sud et 50.000 autres au Japon*: the place right behind a figure."""
    led = _RIGHT_BEHIND.match(scene.folded, end)
    placed = scene.locatives_in(led.end(), led.end() + 1) if led else []
    return nearest(scene, placed, start, end, "beside") if placed else None


def hosted(scene: Scene, start: int, end: int) -> Location | None:
    """*L'Allemagne abrite le deuxième contingent américain, avec 35.000 soldats*: the host is no sender."""
    first, _ = scene.sentence(start)
    told = _HOSTING.search(scene.folded, first, start)
    hosts = [a for a in scene.actors_in(first, told.start() + 1) if a.form == "name"] if told else []
    if told and (base := _BASE.search(scene.folded, first, told.start())):
        # *La base de Gioumri, en Arménie, héberge 3.000 soldats*
        where = scene.locatives_in(base.start(), told.start())
        return where[-1].found("host") if where else None
    if not told or not hosts or not _HOST.fullmatch(scene.folded, hosts[-1].end, told.start()):
        return None
    # *l'Estonie et la Lettonie abritent 150 soldats chacune*
    several = len(chain_before(scene, hosts)) > 1
    return Finding(None if several else hosts[-1].code, "host", hosts[-1].start, hosts[-1].end)
