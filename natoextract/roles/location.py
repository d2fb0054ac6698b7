"""Where troops serve: the rules of evidence in their order, each a small function.

bound for → shared (*dans chacun de ces pays*) → the places of its parts → tree → mission → clause → city left →
*dans ce pays* → sentence → region → theatre → main mission → region further off → first locative of the article.
Null where two countries share one figure, and where nothing says it. Whoever leaves home serves elsewhere.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import islice, takewhile

from spacy.tokens import Token

from natoextract.layers import TroopCountRecord
from natoextract.remember import remembered
from natoextract.roles import mission
from natoextract.roles.findings import Finding, Locative
from natoextract.roles.hosts import beside, hosted
from natoextract.roles.placing import joined, nearest, stationed, told_before
from natoextract.roles.regions import Location, distant_region, region, region_before, region_beside
from natoextract.roles.same_place import same_border, same_country
from natoextract.roles.scene import Scene
from natoextract.roles.words import any_word

Rule = Callable[[Scene, int, int], Location | None]

#: *en Irak et en Syrie*, *au Mali, au Niger et au Tchad*: what may stand between two places of one figure.
# A list has no more entries than this that matter to one figure.
_LOOK_AHEAD = 30
_LEAVING = re.compile(
    rf"\b(?:{any_word('leaving')})(?: (?!(?:pour|vers|a|au|en)\b)\w+){{0,3}}? (?:de |d'|du |la |le |l')?"
    r"(?:(?:le |du |leur )?(?:port|base|aeroport|caserne|camp|garnison) (?:de |d'))?$"
)
# *84 soldats ont atterri à Cologne*: those who come home served elsewhere
_RETURNING = re.compile(rf"\b(?:{any_word('returning')})\b[^.;,]{{0,30}}$")
# *sont attendus vendredi, un mois plus tôt, à Manille*
_LANDING = re.compile(r"\b(?:atterr|rapatri|regagn|rentr)\w*\b[^.;,]{0,70}$")
_COMING_HOME = re.compile(r"\b(?:arriv(?:ent|eront|eraient|es|ees|aient)|attendue?s)\b[^.;]{0,50}$")
_WAYS = (_LEAVING, _RETURNING, _LANDING, _COMING_HOME)
_SHARED = re.compile(
    r"\b(?:chacune? de(?:s| ces)|(?:dans|de|pour) (?:ces|les) (?:deux|trois|quatre)) (?:\w+ )?(?:pays|etats|theatres)\b"
)
_AT = re.compile(r" (?:en|au|aux|dans le|dans la|dans l') ?")
_SOURCE_AT = re.compile(
    r"\b(?:sources?|porte-parole|correspondante?s?|diplomates?|responsables?|ambassadeur|communique publie)"
    r"(?: [\w'-]+){0,3} (?:a|au|en) $"
)
_THAT = re.compile(r"(?: \w+)? qu(?:e |')")
_NEW_SUBJECT = re.compile(r", (?:une?|les|des|quelque|environ|ses) ")
_FOUGHT = re.compile(rf"\b(?:{any_word('falling', 'fighting')})")
_AND_STATE = re.compile(r"\b(?:et|tandis que|alors que) (?:la |le |les |l')?$")


def of(
    scene: Scene,
    start: int,
    end: int,
    owners: Sequence[str] = (),
    *,
    abroad: bool = False,
    far: Callable[[Location], bool] | None = None,
) -> Location | None:
    """Where what is named at `[start, end)` (a troop count, a trigger) happens; a finding of None is a known null.

    `owners` are the states whose troops they are: of the cities of an article, those of their own country come first.
    `abroad`: they are sent or brought back, so that their own country comes last. `far` tells a place of the same
    clause that is another verb's.
    """
    own: Location | None = None
    for rule in RULES:
        found = rule(scene, start, end)
        if found is None or _leaves_home(scene, found, owners) or (far and rule is in_clause and far(found)):
            continue
        if abroad and found.value in owners and rule in _AT_LARGE:
            own = own or found
            continue
        if found.rule == "border" and len(owners) > 1 and found.value in owners:
            # *la frontière avec l'Ethiopie, où se font face les soldats des deux pays*
            return Finding(None, "both sides of the border", found.start, found.end)
        if found.rule in ("border", "two borders") and (home := _fought_at_home(scene, start, owners)):
            return home
        return _at_home(scene, owners) or found if rule in (theatre, first_of_article) else found
    return own


def _leaves_home(scene: Scene, found: Location, owners: Sequence[str]) -> bool:
    """*96 soldats burundais ont quitté Bujumbura*: whoever leaves home serves elsewhere."""
    if found.value in owners and found.rule == "anaphor":
        # *la France compte 900 soldats dans ce pays*
        return True
    before = (scene.folded, max(0, found.start - 80), found.start)
    return found.value in owners and any(way.search(*before) for way in _WAYS)


def below(scene: Scene, start: int, end: int) -> Location | None:
    """A place that depends on the word: *1.500 soldats engagés en Irak*."""
    head = head_of(scene, start, end)
    inside = _subtree(scene, head)
    return nearest(scene, inside, start, end, "tree")


def named_mission(scene: Scene, start: int, end: int) -> Location | None:
    """The theatre of the mission, if it has but one: *16.000 soldats dans Resolute Support*."""
    found = mission.of(scene, start, end)
    if not found or not mission.lead(found.value):
        return None
    # *Barkhane, constituée de 4.000 hommes*: a strength spread over several countries
    # *Dans la mission Lynx, une unité de 300 soldats*: no strength of it
    apart = _NEW_SUBJECT.search(scene.folded, found.end, start) if found.end <= start else None
    spread = apart is None and found.end <= start <= found.end + 40 and found.rule == "mission named"
    only = mission.theatre(found.value) or (None if spread else _of_its_theatres(scene, start, found.value))
    return Finding(only, "mission", found.start, found.end) if only or spread else None


def _of_its_theatres(scene: Scene, start: int, name: str) -> str | None:
    """*des personnels de la Minuee basés en Erythrée*: the one of a mission's countries that the clause names."""
    states = mission.theatres(name)
    told = {m.code for m in scene.locatives_in(*scene.clause(start)) if m.code in states and m.rule != "border"}
    return told.pop() if len(told) == 1 else None


def bound(scene: Scene, start: int, end: int) -> Location | None:
    """*ont quitté Vilnius jeudi pour l'Irak*: where they are bound, before where they leave."""
    first, last = scene.sentence(start)
    going = [m for m in scene.locatives_in(first, last) if m.rule == "bound for"]
    return nearest(scene, going, start, end, "bound for")


def in_clause(scene: Scene, start: int, end: int) -> Location | None:
    """The nearest place between the same commas: *envoyer environ un millier de soldats en Afghanistan*.

    A city counts where its verb is the one that governs the count: *ont été tués à Gao*, not *l'accord signé à Minsk*.
    """
    first, last = scene.clause(start)
    verb = next((t for t in head_of(scene, start, end).ancestors if t.pos_ == "VERB"), None)
    near = [
        m
        for m in scene.locatives_in(first, last)
        # *Une source onusienne à Nairobi a fait état de douze soldats pris*: where who speaks is
        if not (m.start < start and _SOURCE_AT.search(scene.folded, max(first, m.start - 60), m.start))
        if not _is_where_said(scene, m, start)
        if m.rule != "place" or verb is None or verb in list(scene.token(m.start).ancestors)[:3]
    ]
    return nearest(scene, near, start, end, "clause")


def shared(scene: Scene, start: int, end: int) -> Location | None:
    """*ne laisser que 2.500 soldats dans chacun de ces pays*: no one country."""
    _, last = scene.clause(max(start, end - 1))
    after = counts_after(scene, end, last)
    told = _SHARED.search(scene.folded, end, after[0]["start"] if after else last)
    return Finding(None, "shared", told.start(), told.end()) if told else None


def parts(scene: Scene, start: int, end: int) -> Location | None:
    """*2.200 hommes (1.900 au Tchad et 300 en Centrafrique)*: the places are those of its parts."""
    _, last = scene.sentence(start)
    own = counts_after(scene, end, last)
    places = scene.locatives_in(end, last) if own else []
    theirs = {m.code for c in own for m in places if _AT.fullmatch(scene.folded, c["end"], m.start)}
    free = scene.locatives_in(scene.sentence(start)[0], own[0]["start"]) if own else []
    return Finding(None, "parts", own[0]["start"], last) if len(theirs) > 1 and not free else None


def left(scene: Scene, start: int, end: int) -> Location | None:
    """*une cinquantaine de casques bleus, a quitté Asmara pour Amman*: the city left."""
    first, last = scene.sentence(start)
    gone = [
        m for m in scene.locatives_in(first, last) if _LEAVING.search(scene.folded, max(first, m.start - 40), m.start)
    ]
    return gone[0].found("left") if gone else None


def in_sentence(scene: Scene, start: int, end: int) -> Location | None:
    """The nearest state with a locative preposition in the sentence."""
    first, last = scene.sentence(start)
    told = (m for m in scene.locatives_in(first, last) if m.rule != "place")
    named = [m for m in told if not _of_another(scene, end, m.start) and not _is_where_said(scene, m, start)]
    return nearest(scene, named, start, end, "sentence")


def _is_where_said(scene: Scene, place: Locative, start: int) -> bool:
    """*avait affirmé en Suisse que la Turquie réduirait sa présence*: where the saying was."""
    return place.end < start and bool(_THAT.match(scene.folded, place.end))


def _of_another(scene: Scene, end: int, place: int) -> bool:
    """*Oslo enverra 22 hommes et la France, attendue en Estonie, partira*: the place of another state's."""
    between = scene.actors_in(end, place)
    return any(a.form in ("name", "capital") and _AND_STATE.search(scene.folded, end, a.start) for a in between)


def theatre(scene: Scene, start: int, end: int) -> Location | None:
    """The article's running theatre: the last country before that was named at least twice as a place."""
    place = scene.theatre_before(start)
    if not place:
        return None
    beside = [m for m in scene.locatives_in(place.start - 60, place.end + 60) if m.code != place.code]
    if any(joined(scene, place, m) for m in beside):
        return Finding(None, "two countries", place.start, place.end)
    return place.found("border" if place.rule == "border" else "theatre")


def main_mission(scene: Scene, start: int, end: int) -> Location | None:
    """Where the mission that the article is about serves; null where that is several countries."""
    told = scene.main_mission
    if not told or not mission.lead(told["name"]):
        return None
    only = mission.theatre(told["name"])
    if only is None:
        # *le mandat Lynx a pris ses quartiers en Lituanie*: the one of its countries that the article names
        named = {m.code for m in scene.locatives if m.rule != "border"} & set(mission.theatres(told["name"]))
        only = named.pop() if len(named) == 1 else None
    return Finding(only, "main mission", told["start"], told["end"])


def first_of_article(scene: Scene, start: int, end: int) -> Location | None:
    """The first country that the article names as a place, a headline last; null where it names two at once."""
    early = scene.locatives[:8]
    named = [m for m in early if m.rule not in ("place", "headline", "border")]
    named = named or [m for m in early if m.rule != "border"] or early[:1]
    if not named:
        # *La Lituanie accueille 3.700 soldats. … 240 militaires belges*: where those counted before are
        told = [c for c in scene.counts_before(start) if c["location"]]
        return Finding(told[-1]["location"], "count before", told[-1]["start"], told[-1]["end"]) if told else None
    if len(named) > 1 and named[0].code != named[1].code and joined(scene, named[0], named[1]):
        return Finding(None, "two countries", named[0].start, named[0].end)
    return named[0].found("first")


RULES: tuple[Rule, ...] = (
    bound,
    shared,
    parts,
    beside,
    hosted,
    region_beside,
    stationed,
    below,
    named_mission,
    in_clause,
    left,
    same_country,
    in_sentence,
    same_border,
    region,
    region_before,
    told_before,
    theatre,
    main_mission,
    distant_region,
    first_of_article,
)


#: Rules that read beyond the words of the event itself.
_AT_LARGE = (in_sentence, theatre, first_of_article)


def _fought_at_home(scene: Scene, start: int, owners: Sequence[str]) -> Location | None:
    """*Sept soldats nigériens sont morts près de la frontière avec le Mali*: on their own side of it."""
    first, last = scene.sentence(start)
    if len(owners) != 1 or not _FOUGHT.search(scene.folded, first, last):
        return None
    named = next((m for m in scene.locatives if m.code == owners[0]), None)
    army = next((a for a in scene.armies if a.code == owners[0]), None)
    at_home = named or army
    return Finding(owners[0], "own side of the border", at_home.start, at_home.end) if at_home else None


def _at_home(scene: Scene, owners: Sequence[str]) -> Location | None:
    """A city of the owners' own country, where the article names no country as a place."""
    if any(m.rule not in ("place", "border") for m in scene.locatives):
        return None
    return next((m.found("home city") for m in scene.locatives if m.code in owners), None)


def counts_after(scene: Scene, offset: int, last: int) -> list[TroopCountRecord]:
    """The troop counts that begin between two characters of a sentence."""
    at = bisect_left(scene.counts, offset, key=lambda c: c["start"])
    return list(takewhile(lambda c: c["start"] < last, islice(scene.counts, at, at + _LOOK_AHEAD)))


@remembered
def head_of(scene: Scene, start: int, end: int) -> Token:
    """The token that the others of a stretch depend on: *soldats* of *4.000 à 5.000 soldats*."""
    first, last = scene.token(start), scene.token(max(start, end - 1))
    if first.i == last.i:
        return last
    return next((t for t in scene.doc[first.i : last.i + 1] if not first.i <= t.head.i <= last.i), last)


def _subtree(scene: Scene, head: Token) -> list[Locative]:
    told = scene.locatives_in(*scene.sentence(head.idx))
    # most sentences name no place
    tokens = {t.i for t in head.subtree} if told else ()
    return [m for m in told if scene.index(m.start) in tokens]
