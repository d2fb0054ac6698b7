"""Places that a text takes up: *dans ce pays*, *sur place*, *à la frontière*."""

import re

from natoextract.roles.regions import Location
from natoextract.roles.scene import Scene

_COMING_FROM = re.compile(
    r"\b(?:vien\w+|venus?|provenance|provien\w+|arrivent|partis?) d(?:e |')[^.;]{2,30}, (?:en|au|aux) $"
)
_SAME_COUNTRY = re.compile(r"\b(?:dans (?:ce|le|leur) pays|sur place|la-bas|quitter (?:ce|le) pays|de ce pays)\b")
#: A border of which the article has told with whom it is shared.
_THE_BORDER = re.compile(
    r"\b(?:a|de|vers|pres de|le long de) la frontiere\b(?! \w*(?:avec|entre|de|d'|du|des)\b)|\baux frontieres(?=[,.;])"
)
# Characters that an article may go on about one border.
_FAR = 1500


def same_country(scene: Scene, start: int, end: int) -> Location | None:
    """*dans ce pays*, *sur place*: the country named last."""
    first, last = scene.sentence(start)
    pointer = _SAME_COUNTRY.search(scene.folded, first, last)
    if not pointer:
        return None
    told = scene.locatives_in(max(0, first - 1500), pointer.start())
    # *viennent de Vilseck, en Allemagne*: where they come from is not where they are
    earlier = [m for m in told if m.rule != "place" and not _COMING_FROM.search(scene.folded, m.start - 60, m.start)]
    return earlier[-1].found("anaphor") if earlier else None


def same_border(scene: Scene, start: int, end: int) -> Location | None:
    """*à la frontière avec la Biélorussie … 10.000 soldats sont à la frontière*: the one told before."""
    first, last = scene.sentence(start)
    pointer = _THE_BORDER.search(scene.folded, first, last)
    if not pointer:
        return None
    told = [m for m in scene.locatives_in(max(0, first - _FAR), pointer.start()) if m.rule == "border"]
    return told[-1].found("border told before") if told else None
