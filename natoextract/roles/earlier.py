"""Whose troops a count is of where another count of the article has said it: *40 autres*, *les deux soldats*."""

import re

from natoextract.components.forces.units import provider
from natoextract.layers import TroopCountRecord
from natoextract.numerals import find_numbers
from natoextract.roles.findings import Finding
from natoextract.roles.owners import Contributors, found
from natoextract.roles.scene import Scene
from natoextract.roles.words import any_word

_CONTINUED = re.compile(r" (?:autres|d'entre (?:eux|elles)|supplementaires|de plus)\b")
_THEY_ARE = re.compile(
    r"\b(?:ils|elles) (?:ne |n')?(?:sont|seront|etaient|seraient|furent)(?: \w+)?"
    r"(?: (?:entre|environ|quelque|plus de|pres de|plus que|une?))* $"
)
_MORE_OF = re.compile(r" autres\b")
_ONE = re.compile(r"\bun (?:autre )?(?:soldat|militaire|casque bleu|parachutiste|officier)\b")
_OF_THEM = re.compile(r" d'entre (?:eux|elles)\b")
_OTHERS = re.compile(r" autres ", re.IGNORECASE)
_OF_THESE = re.compile(r" (?:\w+ ){0,2}en (?:\w+ ){1,5}(?:d')?")
_SENT = re.compile(r" (?:a|ont|en a|en ont) \w+ (?:\w+ )?")
_OF_WHICH = re.compile(r", dont (?:environ |quelque |pres de |plus de )?$")
_FALLEN = re.compile(rf"[^.;,]{{0,30}}?\b(?:{any_word('falling')})")
_THIS_BODY = re.compile(
    r"\bce(?:t|tte|s)? (?:\w+ )?"
    r"(?:contingents?|bataillons?|detachements?|effectifs?|regiments?|unites?|renforts?|troupes)\b"
)
_OUT_OF = re.compile(r"\bsur (?:les |un total de |quelque )?$")
_KNOWN = re.compile(r"\b(?:les|des|ces|aux)(?: quelque)? $")


def continued(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*26 soldats tués, 40 autres blessés*, *dont 40 au sud*, *suivis de 120 autres soldats*: of the count before."""
    first, _ = scene.sentence(count["start"])
    others = bool(_OTHERS.search(count["text"]))
    if others or _CONTINUED.match(scene.folded, count["end"]):
        first, _ = scene.sentence(max(0, first - 2))
    earlier = [c for c in scene.counts_before(count["start"]) if c["start"] >= first]
    if not earlier and _OF_THEM.match(scene.folded, count["end"]):
        # *une base tenue par des soldats kényans, tuant plus de soixante d'entre eux*: of the soldiers named
        begin, _ = scene.sentence(max(0, first - 1))
        named = [a for a in scene.actors_in(begin, count["start"]) if scene.is_army(a)]
        return found(named[-1:], "those named before")
    if not earlier and _MORE_OF.match(scene.folded, count["end"]):
        # *Un soldat danois a été blessé et quatre autres*: of his own
        one = [m for m in _ONE.finditer(scene.folded, first, count["start"]) if scene.actors_in(m.end(), m.end() + 2)]
        return found(scene.actors_in(one[-1].end(), one[-1].end() + 2), "the one before") if one else None
    if not earlier or not (others or is_bare(count)):
        return None
    # *900 casques bleus italiens, quand la France en envoie 500*
    between = [a for a in scene.actors_in(earlier[-1]["end"], count["start"]) if a.form != "adjective"]
    sent = between and _SENT.fullmatch(scene.folded, between[-1].end, count["start"])
    if sent or (between and _OF_THESE.fullmatch(scene.folded, between[-1].end, count["start"])):
        return found(between[-1:], "subject")
    if not earlier[-1]["contributors"] and _OF_WHICH.search(scene.folded, earlier[-1]["end"], count["start"]):
        # *12.000 hommes hors d'Allemagne, dont 7.500 outre-mer*: whose these are is unsaid as well
        return Finding([], "count before", earlier[-1]["start"], earlier[-1]["end"])
    owner = provider(earlier[-1]["unit"])
    if owner and _OUT_OF.search(scene.folded, earlier[-1]["end"], count["start"]):
        # *60 casques bleus tchadiens tués sur 159*: the whole is of all
        return Finding([owner], "unit", earlier[-1]["start"], earlier[-1]["end"])
    return of_the_count(earlier[-1], "count before")


def of_them_all(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*l'arrivée d'instructeurs russes. Ils seraient entre 300 et 400*: of the troops that the pronoun takes up."""
    first, _ = scene.sentence(count["start"])
    if not is_bare(count) or not _THEY_ARE.search(scene.folded, first, count["start"]):
        return None
    begin, _ = scene.sentence(max(0, first - 1))
    named = [a for a in scene.actors_in(begin, first) if a.form == "adjective" and scene.is_army(a)]
    return found(named[-1:], "those told before")


def retold(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*deux soldats indiens … Les deux soldats*: those of the same figure, told before."""
    if not _KNOWN.search(scene.folded, max(0, count["start"] - 16), count["start"]):
        return None
    figure = (count["minimum"], count["maximum"])
    same = [c for c in scene.counts_before(count["start"]) if (c["minimum"], c["maximum"]) == figure]
    return of_the_count(same[-1], "same figure") if same else None


def is_bare(count: TroopCountRecord) -> bool:
    """Whether a count is a figure alone, without its unit: *220*, *une trentaine* (d'entre eux)."""
    numbers = list(find_numbers(count["text"]))
    return bool(numbers) and numbers[-1].end == len(count["text"])


def this_body(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*L'Uruguay compte 605 soldats, ce contingent sera réduit à 250 hommes*: of those counted last."""
    first, _ = scene.sentence(count["start"])
    told = list(_THIS_BODY.finditer(scene.folded, max(first, count["start"] - 100), count["start"]))
    if not told or scene.actors_in(told[-1].end(), count["start"]):
        return None
    before, _ = scene.sentence(max(0, first - 2))
    earlier = [c for c in scene.counts_before(told[-1].start()) if c["start"] >= before]
    return of_the_count(earlier[-1], "those told before") if earlier else None


def same_force(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*L'Amisom compte 21.626 hommes. Un millier d'hommes ont été retirés*: those of the count before."""
    first, _ = scene.sentence(count["start"])
    before, _ = scene.sentence(max(0, first - 2))
    earlier = [c for c in scene.counts_before(count["start"]) if c["start"] >= before]
    if not earlier or _fallen_apart(scene, earlier[-1]["end"], count):
        return None
    return of_the_count(earlier[-1], "count before")


def _fallen_apart(scene: Scene, end: int, count: TroopCountRecord) -> bool:
    """*Alger a déployé 6.000 militaires. // Huit soldats étaient tombés*: a new paragraph, of other soldiers."""
    return "\n" in scene.folded[end : count["start"]] and bool(_FALLEN.match(scene.folded, count["end"]))


def one_force(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*380 soldats français … les effectifs atteignaient 1.200*: all that the article has counted are theirs."""
    earlier = [c for c in scene.counts_before(count["start"]) if c["contributors"]]
    if not earlier or any(c["contributors"] != earlier[0]["contributors"] for c in earlier):
        return None
    return of_the_count(earlier[-1], "one force")


def of_the_count(earlier: TroopCountRecord, rule: str) -> Contributors | None:
    """Those of another count."""
    if not earlier["contributors"]:
        return None
    return Finding(earlier["contributors"], rule, earlier["start"], earlier["end"])
