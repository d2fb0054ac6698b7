"""The place that is nearest to a figure or a trigger, and where two places share it."""

import re

from natoextract.roles.findings import Finding, Locative
from natoextract.roles.regions import Location
from natoextract.roles.scene import Scene
from natoextract.roles.words import any_word

_MET = re.compile(rf"\b(?:{any_word('met')}) (?:de |d'|du |a )(?:la |le |l')?$")
# *à Naqoura, un port proche de la frontière*, *à Bunagana (à la frontière*
_AND_OTHERS = re.compile(
    r",? (?:et|ainsi que|mais aussi) (?:dans |en )?(?:(?:d'|les )autres pays|les (?:pays|etats) voisins)"
)
# *54.000 soldats, basés pour la plupart à Okinawa*
_STATIONED = re.compile(
    r" (?:\w+ )?,? ?(?:tous |toutes |actuellement |deja |qui (?:sont |etaient )?)?"
    r"(?:bas|stationn|deploy|install|cantonn|post|affect|repart)e?e?s?"
    r"(?: (?!(?:en|au|aux|a|dans|sur)\b)[\w']+| dans leur \w+){0,4}"
    r" (?:en|au|aux|a|dans|sur) (?:le |la |les |l')?(?:ile |archipel )?(?:de |d'|du )?$"
)
# *fournie par les Forces françaises au Gabon*: the name of those who send
_SENT_BY_FORCES = re.compile(
    r"\bpar (?:les |des )?(?:forces|troupes|elements) \w+ (?:stationne\w+ |bases? )?(?:au|en|a) $"
)
_HOSTING = re.compile(r"\b(?:accueill|abrit|heberg)\w+")
_TROOPS_AT = re.compile(r"\b(?:contingents?|soldats|troupes|militaires|casques bleus|bataillons?|hommes)\b[^.;]{0,60}$")
_APPOSED = re.compile(r"(?: \([^()]{1,20}\))?,? ?\(?(?:une? |situee? |a |pres |proche |non loin |le long |sur )")
_AND = re.compile(
    r"(?:,| et| ou| ainsi qu[e']| comme)? ?(?:puis )?(?:en|au|aux|dans le|dans la|a|de|du|des|d'|l[ea]|l'|,)? ?"
    r"(?:l[ea] |l')?"
)


def nearest(scene: Scene, places: list[Locative], start: int, end: int, rule: str) -> Location | None:
    """The place nearest after, else before; None as value where a second country shares the figure."""
    # *envoyés en renfort après le sommet de Pau*: where officials met
    places = [m for m in places if not (m.rule == "place" and _MET.search(scene.folded, m.start - 40, m.start))]
    places = [m for m in places if not _SENT_BY_FORCES.search(scene.folded, m.start - 70, m.start)]
    if not places:
        return None
    # *dans le nord de la Côte d'Ivoire, près du Burkina Faso*: what lies beyond a border counts alone
    places = [m for m in places if m.rule != "border"] or places
    closest = min(places, key=lambda m: m.start - end if m.start >= end else start - m.end + 1)
    if closest.rule == "border" and (town := _town_by(scene, closest)):
        return town.found("town by a border")
    if _AND_OTHERS.match(scene.folded, closest.end):
        # *sont déployés au Mali et dans d'autres pays du Sahel*
        return Finding(None, "two countries", closest.start, closest.end)
    border = closest.rule == "border"
    # *s'entraîneront en Allemagne, en Pologne et en Lettonie*: the list goes on behind the comma of a clause
    around = scene.locatives_in(closest.start - 60, closest.end + 60)
    if any(joined(scene, closest, other) for other in around if other.code != closest.code):
        return Finding(None, "two borders" if border else "two countries", closest.start, closest.end)
    return closest.found("border" if border else rule)


def _town_by(scene: Scene, border: Locative) -> Locative | None:
    """*arrivés à Naqoura, un port proche de la frontière israélienne*: a town says on whose side."""
    first, _ = scene.sentence(border.start)
    towns = [m for m in scene.locatives_in(max(first, border.start - 80), border.start) if m.rule == "place"]
    apart = towns and towns[-1].code != border.code and _APPOSED.match(scene.folded, towns[-1].end)
    return towns[-1] if apart else None


def joined(scene: Scene, one: Locative, other: Locative) -> bool:
    first, second = sorted((one, other), key=lambda m: m.start)
    return bool(_AND.fullmatch(scene.folded, first.end, second.start))


def stationed(scene: Scene, start: int, end: int) -> Location | None:
    """*54.000 soldats, basés pour la plupart à Okinawa*: where a participle behind the figure says they are."""
    _, last = scene.sentence(start)
    for place in scene.locatives_in(end, min(last, end + 90)):
        if _STATIONED.fullmatch(scene.folded[end : place.start].replace(", ", " , ")):
            return nearest(scene, [place], start, end, "stationed")
    return None


def told_before(scene: Scene, start: int, end: int) -> Location | None:
    """*ont leurs contingents à Bissau. Le Burkina rappelle ses 140 hommes*: where the sentence before has it."""
    first, _ = scene.sentence(start)
    before, _ = scene.sentence(max(0, first - 1))
    if not first or "\n" in scene.folded[before:first].strip():
        return None
    if _HOSTING.search(scene.folded, first, end):
        return None
    # *des militaires belges s'entraînent en Belgique*: at home
    own = {a.code for a in scene.actors_in(before, first)}
    places = [m for m in scene.locatives_in(before, first) if m.code not in own]
    told = [m for m in places if _TROOPS_AT.search(scene.folded, before, m.start)]
    return told[-1].found("sentence before") if told and len({m.code for m in places}) == 1 else None
