"""Whose troops a count is of: the rules of evidence in their order, each a small function.

demonym → adjective → bracket → complement → providers (*fournis par*) → control (*demandé à X d'envoyer*) →
list pointed to (*ces trois pays*) → speaker (*nous*) → subject → mission's lead → nearest actor before.
"""

import re
from collections.abc import Callable, Iterable

from spacy.tokens import Token

from natoextract.layers import TroopCountRecord
from natoextract.numerals import parse_number
from natoextract.roles import location, mission
from natoextract.roles.scene import Actor, Finding, Scene

Contributors = Finding[list[str]]
Rule = Callable[[Scene, TroopCountRecord], Contributors | None]

# Between a unit and the adjective of its state: *soldats supplémentaires belges*, never a preposition or a verb.
_SMALL = r"(?!(?:de|du|des|d|en|au|aux|a|dans|par|avec|sans|sous|sur|qui|que|dont|ou|et|contre|pour|est|sont|ont)\b)"
_ADJECTIVES = re.compile(rf"(?:[\s»\"”]+{_SMALL}[\w-]+){{0,2}}?[\s»\"”]+")
_JOIN = re.compile(r",? (?:et |ou )?|, |-")
# *soldats de l'armée malienne*, *hommes des forces canadiennes*, *soldats de la force de paix (Minustah)*
_COMPLEMENT = re.compile(
    rf"(?:[\s»\"”]+{_SMALL}[\w-]+){{0,2}}?[\s»\"”]+(?:de |du |des |d')(?:l'|la |les |leur |leurs |sa |ses |cette |ce )?"
    r"(?:(?!(?:en|au|aux|a|qui|que|dont|par|pour|dans|contre)\b)[\w'-]+ ){0,5}(?:\( ?|l')?"
)
_OPENED = re.compile(
    r"(?: ?\( ?| ?: ?| ?= ?| - )(?:(?:au moins|plus d[e']|environ|quelque|pres d[e']|jusqu'a|une?|les|soit) ?)*$"
)
_BY = re.compile(
    r"[^.;]{0,60}?\b(?:fourni|envoye|deploye|engage|depeche|mobilise|promis|mis a disposition|offert|prete)(?:e?s?)"
    r" par\b"
)
_FROM = re.compile(
    r" (?:venus? |venant |originaires? |en provenance )?(?:pour |d[e'] ?|du |des |a )(?:la |l'|le |les )?"
)
_BY_END = re.compile(r"\b(?:dans|afin|pour|lors|depuis|selon)\b|[.;]")
_ASKED = re.compile(
    r"\b(?:demand|exig|ordonn|propos|prier?|press|appel|reclam|permet|insist|enjoi|invit|encourag)\w*\b"
    r"(?P<whom>[^.;:]{2,80}?) (?:de |d'|a )(?=\w+(?:er|ir|re)\b)"
)
_POINTED = re.compile(r"\b(?:ces|les) (?P<number>[\w-]+) (?:pays|etats|nations|puissances|allies)\b")
_US = re.compile(r"\b(?:nous|notre|nos)\b")


def of_count(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """The states or organisations that provide the troops of a count, by the first rule that knows."""
    for rule in RULES:
        if found := rule(scene, count):
            return found
    return None


def demonym(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*500 Britanniques*, *une septantaine de Belges*."""
    return _found(scene.actors_in(count["start"], count["end"]), "demonym")


def adjective(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*2.000 soldats français*, *150 casques bleus népalais et ghanéens*."""
    position, owners = count["end"], []
    gap = _ADJECTIVES
    for actor in scene.actors_in(position, position + 80):
        if actor.form == "organisation" or not gap.fullmatch(scene.folded, position, actor.start):
            break
        if actor.form != "adjective" and not scene.folded[actor.start - 1].isspace():
            break
        owners.append(actor)
        position, gap = actor.end, _JOIN
    return _found(owners, "adjective")


def bracket(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Allemagne (220)*, *Italie: 2.300*, *l'Ukraine (10 militaires)*."""
    before = scene.folded[max(0, count["start"] - 40) : count["start"]]
    if not (opened := _OPENED.search(before)):
        return None
    border = count["start"] - len(before) + opened.start()
    named = [m for m in (*scene.countries, *scene.organisations) if m["end"] == border]
    return Finding([named[0]["code"]], "bracket", named[0]["start"], named[0]["end"]) if named else None


def complement(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*5.000 hommes de l'armée malienne*, *2.370 soldats de la Minustah*, *220 pour l'Allemagne*."""
    position = count["end"]
    actors = scene.actors_in(position, position + 100)
    missions = scene.within(scene.missions, position, position + 100)
    if actors and (not missions or actors[0].start < missions[0]["start"]):
        first = actors[0]
        if _COMPLEMENT.fullmatch(scene.folded, position, first.start) or _FROM.fullmatch(
            scene.folded, position, first.start
        ):
            return _found(_list_from(scene, actors), "complement")
    if missions and _COMPLEMENT.fullmatch(scene.folded, position, missions[0]["start"]):
        owner = mission.lead(missions[0]["name"])
        return Finding([owner], "complement", missions[0]["start"], missions[0]["end"]) if owner else None
    return None


def providers(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*3.000 hommes fournis par les pays européens*, *engagés par 36 pays membres de l'Otan*."""
    _, last = scene.sentence(count["start"])
    told = _BY.match(scene.folded, count["end"], last)
    if not told or any(count["end"] <= c["start"] < told.end() for c in scene.doc._.troop_counts):
        return None
    stop = _BY_END.search(scene.folded, told.end(), last)
    return _found(scene.actors_in(told.end(), stop.start() if stop else last), "providers")


def control(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*ont demandé à leurs alliés de l'Otan d'envoyer 1.000 soldats*: those who are asked."""
    first, _ = scene.sentence(count["start"])
    asked = list(_ASKED.finditer(scene.folded, first, count["start"]))
    return _found(scene.actors_in(asked[-1].start("whom"), asked[-1].end("whom")), "control") if asked else None


def pointed_list(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Allemagne, Turquie, Italie. Ces trois pays ont déployé 6.000 hommes*: the states named last, as many as said."""
    first, _ = scene.sentence(count["start"])
    pointer = _POINTED.search(scene.folded, first, count["start"])
    size = parse_number(pointer["number"]) if pointer else None
    if not pointer or not size:
        return None
    earlier = [a for a in scene.actors_in(max(0, first - 600), pointer.start()) if a.form != "organisation"]
    named = list(dict.fromkeys(a.code for a in reversed(earlier)))[:size]
    return Finding(named[::-1], "pointed list", pointer.start(), pointer.end()) if len(named) == size else None


def speaker(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*« Nous enverrons 500 soldats »*: the state or organisation that the speaker belongs to."""
    first, _ = scene.clause(count["start"])
    pointer = _US.search(scene.folded, first, count["start"])
    if not pointer:
        return None
    affiliations = {s["id"]: s["affiliation"] for s in scene.doc._.speakers}
    told = [s for s in scene.statements if s["start"] <= count["start"] < s["end"]]
    owner = affiliations.get(told[-1]["speaker"] or "") if told else None
    return Finding([owner], "speaker", pointer.start(), pointer.end()) if owner else None


def subject(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*La France a envoyé 500 soldats*: the subject of the verb that governs the count, or of the verb above it."""
    head = location.head_of(scene, count["start"], count["end"])
    for verb in [head, *head.ancestors]:
        for child in verb.lefts:
            if child.dep_ not in ("nsubj", "nsubj:pass") or head.is_ancestor(child) or child == head:
                continue
            if found := _found(_actors_below(scene, child), "subject"):
                return found
    return None


def lead(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Resolute Support compte 12.000 personnels*: a mission's strength is its leader's."""
    named = mission.of(scene, count["start"], count["end"])
    owner = mission.lead(named.value) if named else None
    return Finding([owner], "mission lead", named.start, named.end) if named and owner else None


def nearest(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """The last actor before the count in its sentence."""
    first, _ = scene.sentence(count["start"])
    return _found(scene.actors_in(first, count["start"])[-1:], "nearest")


RULES: tuple[Rule, ...] = (
    demonym,
    adjective,
    bracket,
    complement,
    providers,
    control,
    pointed_list,
    speaker,
    subject,
    lead,
    nearest,
)


def _actors_below(scene: Scene, token: Token) -> list[Actor]:
    inside = [t.idx for t in token.subtree]
    return [a for a in scene.actors_in(min(inside), max(inside) + 1) if scene.token(a.start).idx in inside]


def _list_from(scene: Scene, actors: list[Actor]) -> list[Actor]:
    """The first actor and those coordinated with it: *de la France et du Royaume-Uni*."""
    chain = [actors[0]]
    for actor in actors[1:]:
        between = scene.folded[chain[-1].end : actor.start]
        if not re.fullmatch(r",? (?:et |ou )?(?:de |du |des |d')?(?:la |les |l'|le )?", between):
            break
        chain.append(actor)
    return chain


def _found(actors: Iterable[Actor], rule: str) -> Contributors | None:
    actors = list(actors)
    codes = list(dict.fromkeys(a.code for a in actors))
    return Finding(codes, rule, actors[0].start, actors[-1].end) if codes else None
