"""Which named mission troops serve in: by its name in the sentence, or by a word that points to it."""

import re
from collections.abc import Mapping, Sequence

from natoextract.components.actors.lexicon import countries, missions, with_troops
from natoextract.layers import TroopCountRecord
from natoextract.remember import remembered
from natoextract.roles.findings import Finding
from natoextract.roles.scene import Scene

# *Elle compte 12.000 hommes*, *sa mission*, *cette force*: the mission named last.
_ANAPHOR = re.compile(
    r"\b(?:(?:cette|ladite) (?:mission|force|operation)\b|la (?:mission|force) (?:compt|mobilis|dispos|regroup)\w+"
    r"|effectifs? de (?:cette derniere|celle-ci)\b"
    # *l'effectif de la Force*, never *l'effectif de la force de l'Union africaine*
    r"|(?:effectifs?|composante militaire) de la (?:mission|force)(?! (?:de |du |des |d'|\w+e\b)))"
)
# *Au plus fort, 4.000 soldats y participaient*
_TAKING_PART = re.compile(r"[^.;]{0,30}? y (?:\w+ )?(?:particip|serv|contribu|sont engag|etaient engag)\w*")
_PRONOUN = re.compile(r"[\s\"«“]*(?:elle|celle-ci|cette derniere|ses effectifs|son effectif)\b")
# *12.000 éléments de la mission onusienne*
_OF_THE_FORCE = re.compile(
    r" (?:\w+ )?(?:de la|de cette) (?:force|mission)(?: (?:onusienne|internationale|multinationale|africaine|hybride))?"
    r"(?! (?:de |du |des |d'|\w+e\b))"
)


_KNOWN = re.compile(r"\b(?:les|ces)(?: quelque| autres)? $")
_OF_THEM = re.compile(r" d'entre (?:eux|elles)\b")
# *déployée aux côtés de 2.000 soldats français*
_BESIDE = re.compile(r"\baux? cotes? (?:de|des|d')(?: ?(?:les|quelque|environ|pres de|plus de))? ?$")
# A paragraph tells no more of one force than this.
_PARAGRAPH = 500
_OF_FIGURE = re.compile(
    r"(?:,| et) (?:environ |quelque )?\d[\d. ]* (?:de|dans|pour|au sein de|a) (?:la |l'|le )?(?:\w+ )?$"
)
_RIGHT_IN = re.compile(r" (?:dans|au sein de|au profit de) (?:la |l'|le )?(?:mission |force |operation )?")
_BLUE_HELMETS = re.compile(r"[^,;]*\b(?:casques|berets)[ -]bleus")


#: The missions in which the troops of a state serve, each with the words that say so.
Serving = Mapping[str, dict[str, tuple[int, int]]]


@remembered
def of(scene: Scene, start: int, end: int) -> Finding[str] | None:
    """The mission of what is named at `[start, end)`."""
    if not scene.missions:
        return None
    if _BLUE_HELMETS.match(scene.folded, start, end):
        return of_blue_helmets(scene, start, end)
    return in_sentence(scene, start, end) or pointed_to(scene, start, end) or of_the_same(scene, start, end)


def of_count(scene: Scene, count: TroopCountRecord, owners: Sequence[str]) -> Finding[str] | None:
    """The mission of a troop count: that of its words, unless it stands beside it, else of those just counted."""
    start, end = count["start"], count["end"]
    if pointed := of_the_force(scene, end):
        return pointed
    told = of(scene, start, end)
    beside = told and told.start < start and _BESIDE.search(scene.folded, max(0, start - 40), start)
    if told and (beside or _of_another(scene, told, end, owners)):
        return None
    return told or of_those_counted(scene, start, owners)


def of_the_force(scene: Scene, end: int) -> Finding[str] | None:
    """*12.000 éléments de la mission onusienne*: the mission named last."""
    pointer = _OF_THE_FORCE.match(scene.folded, end)
    named = scene.missions_before(end) if pointer else []
    if pointer and "onusienne" in pointer.group():
        named = [m for m in named if lead(m["name"]) == "UN"]
    return Finding(named[-1]["name"], "force named before", named[-1]["start"], named[-1]["end"]) if named else None


def _of_another(scene: Scene, told: Finding[str], end: int, owners: Sequence[str]) -> bool:
    """*l'opération Sangaris, pour aider 5.000 soldats de l'Union africaine*: no troops of the state that leads it."""
    leader = lead(told.value)
    if not owners or told.start >= end or leader in owners or leader not in countries():
        return False
    # *95 Estoniens dans Barkhane* stand after: others may serve in a state's operation
    return not any(code in countries() for code in owners)


def of_those_counted(scene: Scene, start: int, owners: Sequence[str]) -> Finding[str] | None:
    """*La Fnuod compte 1.223 militaires. Dublin, qui a 130 soldats sur place*: in the mission told to count."""
    if not owners or not all(code in countries() for code in owners):
        return None
    begin = max(scene.folded.rfind("\n", 0, start), start - _PARAGRAPH)
    earlier = [c for c in scene.counts_before(start) if c["start"] > begin and c["mission"]]
    name = earlier[-1]["mission"] if earlier else None
    # of those whose country it is, no mission's
    if not name or set(owners) & set(theatres(name)) or scene.locatives_in(earlier[-1]["end"], start):
        return None
    return Finding(name, "those counted before", earlier[-1]["start"], earlier[-1]["end"])


def of_blue_helmets(scene: Scene, start: int, end: int) -> Finding[str] | None:
    """*Dix casques bleus ont été blessés*: the United Nations' mission in the sentence, else the one named last."""
    first, last = scene.sentence(start)
    onusian = [m for m in scene.missions_before(last) if lead(m["name"]) == "UN"]
    near = [m for m in onusian if m["start"] >= first] or onusian[-1:]
    if not near and len({m["name"] for m in scene.missions if lead(m["name"]) == "UN"}) == 1:
        # a title tells of them before the article names their mission
        near = [m for m in scene.missions if lead(m["name"]) == "UN"]
    return Finding(near[0]["name"], "blue helmets", near[0]["start"], near[0]["end"]) if near else None


def in_sentence(scene: Scene, start: int, end: int) -> Finding[str] | None:
    """A mission named in the sentence; of several, the nearest: *dix soldats de Barkhane*."""
    first, last = scene.sentence(start)
    named = scene.within(scene.missions, first, last)
    if not named:
        return None
    # *5.100 soldats, 13.000 de la Minusma*: of the next figure
    named = [m for m in named if m["start"] < end or not _OF_FIGURE.search(scene.folded, end, m["start"])]
    # *servent dans la Minusma et 350 dans l'EUTM*: the one right behind the figure
    if behind := next(
        (m for m in named if m["start"] > end and _RIGHT_IN.fullmatch(scene.folded, end, m["start"])), None
    ):
        return Finding(behind["name"], "mission named", behind["start"], behind["end"])
    # *Barkhane va perdre 5.200 soldats, la force Takuba attend*: the clause before the rest
    low, high = scene.clause(start)
    named = [m for m in named if low <= m["start"] < high] or named
    if not named:
        return None
    nearest = min(named, key=lambda m: m["start"] - end if m["start"] >= end else start - m["end"] + 1)
    return Finding(nearest["name"], "mission named", nearest["start"], nearest["end"])


def pointed_to(scene: Scene, start: int, end: int) -> Finding[str] | None:
    """*Elle compte 12.000 personnels* after a sentence that names Resolute Support."""
    if not scene.missions:
        return None
    first, last = scene.sentence(start)
    pointer = (
        _PRONOUN.match(scene.folded, first, start)
        or _ANAPHOR.search(scene.folded, first, last)
        or _TAKING_PART.match(scene.folded, end, last)
    )
    if not pointer:
        return None
    previous, _ = scene.sentence(max(0, first - 1))
    named = scene.within(scene.missions, previous, first)
    if not named:
        # *La Minusma … C'est une mission de l'ONU. Elle a perdu 200 soldats*: told of further up, in its paragraph
        begin = 0 if pointer.re is _ANAPHOR else max(scene.folded.rfind("\n", 0, first), first - _PARAGRAPH)
        named = [m for m in scene.missions_before(first) if m["start"] > begin]
    return Finding(named[-1]["name"], "mission anaphor", pointer.start(), pointer.end()) if named else None


def of_the_same(scene: Scene, start: int, end: int) -> Finding[str] | None:
    """*les quatre militaires*, *deux d'entre eux*: those already named, of the one mission named before."""
    known = _KNOWN.search(scene.folded, max(0, start - 24), start) or _OF_THEM.match(scene.folded, end)
    before = scene.missions_before(start)
    if not known or len({m["name"] for m in before}) != 1:
        return None
    return Finding(before[-1]["name"], "those named before", before[-1]["start"], before[-1]["end"])


def only(scene: Scene, start: int, owners: Sequence[str]) -> Finding[str] | None:
    """*La CEDEAO va réduire ses troupes*: in the one mission of theirs that the article has named."""
    # a state's troops, and the Alliance's, may be others than those of its mission
    leaders = with_troops("missions").intersection(owners)
    theirs = [m for m in scene.missions if lead(m["name"]) in leaders] if leaders else []
    if not theirs or theirs[0]["start"] > start or len({m["name"] for m in theirs}) > 1:
        return None
    return Finding(theirs[0]["name"], "only mission", theirs[0]["start"], theirs[0]["end"])


def of_those_serving(scene: Scene, told: Serving, owners: Sequence[str], where: str | None) -> Finding[str] | None:
    """*800 Tchadiens de la Misca … Le Tchad retire ses troupes*: the one mission that a state's troops serve in.

    Only of organisations that have no troops but those that states lend them: an ally's may be there beside the
    Alliance's. `told`: by the events before, beside what the counts say.
    """
    named: dict[str, tuple[int, int]] = {}
    for code in owners:
        if code in countries():
            named |= scene.serving.get(code, {}) | told.get(code, {})
    if len(named) != 1:
        return None
    name, words = named.popitem()
    ground = theatres(name)
    if lead(name) not in with_troops("missions") or (where is not None and where not in ground):
        return None
    return None if set(owners) & set(ground) else Finding(name, "those serving in it", *words)


def theatre(name: str) -> str | None:
    """The country that a mission serves in, if it is one: Resolute Support → AFG, Barkhane → None."""
    known = missions().get(name)
    return known.theatre[0] if known and len(known.theatre) == 1 else None


def theatres(name: str) -> Sequence[str]:
    """The countries that a mission serves in: Barkhane → MLI, NER, TCD …"""
    known = missions().get(name)
    return known.theatre if known else ()


def lead(name: str) -> str | None:
    """The state or organisation that leads a mission: Resolute Support → NATO."""
    known = missions().get(name)
    return known.lead if known else None
