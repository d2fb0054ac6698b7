"""Regions larger than a state, where troops serve in no one country: *au Sahel*, *la zone des trois frontières*."""

import re

from natoextract.components.forces.phrases import any_of
from natoextract.lexicon import read_toml
from natoextract.roles.findings import Finding
from natoextract.roles.scene import Scene

#: Where troops serve; a finding of None is a known null.
Location = Finding[str | None]

_REGIONS: list[str] = read_toml("regions")["regions"]
_REGION = re.compile(
    rf"\b(?:en|au|dans (?:toute? )?(?:la |le |les |l')?|dans) ?(?:{any_of(_REGIONS)})(?!\w)"
    r"|\b(?:zone|region)s? (?:dite )?(?:« ?)?(?:des |aux )?(?:« ?)?trois frontieres\b"
    # *les 170.000 soldats stationnés à l'étranger*
    r"|\ba l'etranger\b|\bhors d(?:e |u |es |')(?:metropole|pays|frontieres nationales)\b"
    r"|\b(?:dans|a travers|autour du|sur) (?:le monde|la planete|\w+ continents)\b"
)


_STRENGTH = re.compile(r"\b(?:effectifs?|dispositif|presence|deploi\w+|deploy\w+|renfort\w*|envoi|envoy\w+|alerte)\b")


def names_region(folded: str, start: int, end: int) -> bool:
    """Whether a region larger than a state is told as a place: *une tournée au Proche-Orient*."""
    return _REGION.search(folded, start, end) is not None


def region(scene: Scene, start: int, end: int) -> Location | None:
    """*renforcer la présence en Europe orientale*: no one country."""
    return _region_in(scene, *scene.clause(start))


def region_beside(scene: Scene, start: int, end: int) -> Location | None:
    """*les 40.000 militaires présents au Moyen-Orient*: the first that is named after the word in its clause."""
    _, last = scene.clause(max(start, end - 1))
    told = _region_in(scene, end, last)
    return told if told and not scene.locatives_in(end, told.start) else None


def region_before(scene: Scene, start: int, end: int) -> Location | None:
    """*son dispositif au Sahel. … les effectifs, qui étaient de 5.100*: the region of the sentence before."""
    first, _ = scene.sentence(start)
    before, _ = scene.sentence(max(0, first - 1))
    if first == 0 or "\n" in scene.folded[before:first].strip():
        return None
    # of a strength, not of those who fall somewhere
    if not _STRENGTH.search(scene.folded, first, end):
        return None
    told = _region_in(scene, before, first)
    return told if told and not scene.locatives_in(before, first) else None


def distant_region(scene: Scene, start: int, end: int) -> Location | None:
    """The same further off in the sentence."""
    return _region_in(scene, *scene.sentence(start))


def _region_in(scene: Scene, first: int, last: int) -> Location | None:
    told = _REGION.search(scene.folded, first, last)
    return Finding(None, "region", told.start(), told.end()) if told else None
