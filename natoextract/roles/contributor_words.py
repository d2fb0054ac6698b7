"""Who provides a count of troops, by the words beside it: *500 Britanniques*, *Allemagne (220)*, *fournis par Rome*."""

import re

from natoextract.components.actors.lexicon import countries
from natoextract.components.forces.units import provider
from natoextract.layers import TroopCountRecord
from natoextract.roles import governor, location, mission
from natoextract.roles.adjectives import SMALL, adjective
from natoextract.roles.alliances import (
    of_this_force,
)
from natoextract.roles.background import of_the_army
from natoextract.roles.earlier import is_bare
from natoextract.roles.findings import Actor, Finding
from natoextract.roles.governor import body
from natoextract.roles.owners import AND_OF, Contributors, chain_before, found
from natoextract.roles.scene import Scene
from natoextract.roles.senders import about
from natoextract.roles.words import any_word

# *soldats de l'armée malienne*, *hommes des forces canadiennes*, *soldats de la force de paix (Minustah)*
_COMPLEMENT = re.compile(
    rf"(?:[\s»\"”]+{SMALL}[\w-]+){{0,2}}?[\s»\"”]+(?:de |du |des |d')"
    # never a verb: *chargés d'aider le gouvernement de Beyrouth*
    r"(?!\w+(?:er|ir|re) (?:l'|(?:le|la|les|un|une|des|au|a)\b))(?:l'|la |les |leur |leurs |sa |ses |cette |ce )?"
    r"(?:(?!(?:en|au|aux|a|et|ou|qui|que|dont|par|pour|dans|contre)\b)[\w'-]+ ){0,5}(?:\( ?|l')?"
)
_OPENED = re.compile(
    r"(?: ?\( ?| ?: ?| ?= ?| - |, au nombre de | )"
    r"(?:(?:au moins|env\.?|plus d[e']|environ|quelque|pres d[e']|jusqu'a|une?|les|soit|entre|autour d[e']"
    r"|moins d[e']) ?)*$"
)
_EACH = re.compile(r" (?:\w+ )?chacune?\b")
_BARE_OF = re.compile(r" (?:\w+ )?(?:de |d')")
_MOVING = re.compile(rf"\b(?:{any_word('moving')})")
_BY = re.compile(
    rf"[^.;]{{0,60}}?\b(?:(?:{any_word('provided')})e?s?(?: (?!par\b)[\w'-]+){{0,5}}? par\b"
    r"|(?:issus?|venus?|venant|provenant|originaires?|sont membres)"
    r"(?:,? (?:\w+ment|surtout|pour (?:la plupart|moitie|l'essentiel)|en (?:majorite|grande partie|partie)),?)?"
    r" d(?:e\b|es\b|u\b|'))"
)
_FROM = re.compile(
    r"(?:, (?:notamment|principalement|essentiellement|surtout|en majorite))?"
    r" (?:venus? |venant |originaires? |en provenance )?(?:pour |d[e'] ?|du |des |a )(?:la |l'|le |les )?"
)
# *envoyés par l'Uruguay et l'Inde, indique la mission de l'ONU*
_BY_END = re.compile(rf"\b(?:{any_word('after_providers')})\b|[.;]")
_BROKEN = re.compile(r" ?(?:\(|:| [-–—]) ?(?:dont |soit )?")
_BETWEEN_PARTS = re.compile(r"[\s(:,–—-]*(?:dont |soit |et |ainsi que )?(?:environ |quelque |pres de |plus de )?")
# *la France », dont un contingent militaire de 1.500 soldats est déployé*: with a verb it is no part of what is counted
_OF_WHICH = re.compile(r"[ »\"”]*,? dont (?:les |plus de |un (?:\w+ ){1,2}(?:de |d'))?(?:quelque |environ |pres de )?$")
_SERVES = re.compile(r"(?: \w+){0,3}? (?:est|sont|ont|etait|etaient|\w+ent)\b")
_OWN = re.compile(r"\b(?:ses|leurs|nos|vos|mes) ")


def demonym(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*500 Britanniques*, *une septantaine de Belges*."""
    return found(scene.actors_in(count["start"], count["end"]), "demonym")


def parts(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*1.200 soldats (900 Danois et 300 Belges)*: those of its parts."""
    if not _BROKEN.match(scene.folded, count["end"]):
        return None
    _, last = scene.sentence(count["start"])
    told, position = list[Contributors](), count["end"]
    for part in location.counts_after(scene, count["end"], last):
        if not _BETWEEN_PARTS.fullmatch(scene.folded, position, part["start"]):
            break
        if not (owner := demonym(scene, part) or adjective(scene, part)):
            break
        told.append(owner)
        position = max(part["end"], owner.end)
    codes = [code for owner in told for code in owner.value]
    return Finding(codes, "parts", told[0].start, told[-1].end) if len(told) > 1 else None


def bracket(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Allemagne (220)*, *Italie: 2.300*, *l'Ukraine (10 militaires)*."""
    before = scene.folded[max(0, count["start"] - 40) : count["start"]]
    if not (opened := _OPENED.search(before)):
        return None
    border = count["start"] - len(before) + opened.start()
    named = scene.named_at.get(border)
    # *les soldats présents sur le sol ivoirien (1.800)*: where, not whose
    placed = named and any(m.start == named["start"] for m in scene.locatives_in(named["start"], border))
    if named and placed and not scene.is_headline(named["start"]):
        return None
    # *Mali : trois casques bleus tués* is a headline, *Italie: 2.300* an entry of a list; *l'Italie entre 500 et 1.500*
    # leaves out its verb
    marked = opened.group().strip()[:1] in ("(", ":", "=", "-")
    if named and not is_bare(count) and (not marked or scene.is_headline(named["start"])):
        return None
    if named and _EACH.match(scene.folded, count["end"]):
        # *la Guinée et le Ghana plus de 100 chacun*
        first, _ = scene.sentence(count["start"])
        return found(chain_before(scene, scene.actors_in(first, named["end"])), "bracket")
    return Finding([named["code"]], "bracket", named["start"], named["end"]) if named else None


def complement(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*5.000 hommes de l'armée malienne*, *2.370 soldats de la Minustah*, *220 pour l'Allemagne*."""
    position = count["end"]
    actors = scene.actors_in(position, position + 100)
    missions = scene.within(scene.missions, position, position + 100)
    if actors and (not missions or actors[0].start < missions[0]["start"]):
        reach = (position, actors[0].start)
        named = _COMPLEMENT.fullmatch(scene.folded, *reach) or _FROM.fullmatch(scene.folded, *reach)
        if named and not _moved_from(scene, count, actors[0]):
            return found(_listed(scene, actors), "complement")
    if own := of_the_army(scene, count):
        return own
    if missions and _COMPLEMENT.fullmatch(scene.folded, position, missions[0]["start"]):
        # *Le Burundi devait rapatrier 1.000 hommes de l'Amisom*: a state's, of a force of many
        if sent := _of_a_state(governor.sender(scene, count)):
            return sent
        owner = mission.lead(missions[0]["name"])
        return Finding([owner], "complement", missions[0]["start"], missions[0]["end"]) if owner else None
    return of_this_force(scene, count)


def _of_a_state(sent: Contributors | None) -> Contributors | None:
    return sent if sent and all(code in countries() for code in sent.value) else None


def _moved_from(scene: Scene, count: TroopCountRecord, actor: Actor) -> bool:
    """*transférer 1.000 soldats d'Allemagne en Pologne*, *ramener 180 soldats de Kaboul*: from where, not whose."""
    first, _ = scene.sentence(count["start"])
    bare = _BARE_OF.fullmatch(scene.folded, count["end"], actor.start)
    return bool(bare and _MOVING.search(scene.folded, max(first, count["start"] - 70), count["start"]))


def providers(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*3.000 hommes fournis par les pays européens*, *engagés par 36 pays membres de l'Otan*."""
    _, last = scene.sentence(count["start"])
    told = _BY.match(scene.folded, count["end"], last)
    if not told or any(c["start"] >= count["end"] for c in scene.counts_before(told.end())):
        return None
    stop = _BY_END.search(scene.folded, told.end(), last)
    return found(scene.actors_in(told.end(), stop.start() if stop else last), "providers")


def of_which(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*la France, dont un contingent de 1.500 soldats est déployé au Niger*: the name right before *dont*."""
    first, _ = scene.sentence(count["start"])
    told = _OF_WHICH.search(scene.folded, first, count["start"])
    before = scene.actors_in(max(first, told.start() - 40), told.start() + 1) if told else []
    beside = told is not None and before and before[-1].end == told.start() and before[-1].form in ("name", "capital")
    verb = beside and _SERVES.match(scene.folded, count["end"])
    return found(before[-1:], "dont") if verb else None


def by_unit(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Dix casques bleus ont été blessés* → UN; *le Rwanda a fourni 800 casques bleus* → RWA."""
    owner = provider(count["unit"])
    if not owner or _OWN.search(count["text"]):
        # *dix de ses casques bleus*: a state's own
        return None
    return (
        body(scene, count)
        or governor.provider(scene, count)
        or _of_a_state(governor.sender(scene, count))
        or Finding([owner], "unit", count["start"], count["end"])
    )


def lead(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Resolute Support compte 12.000 personnels*: a mission's strength is its leader's."""
    named = mission.of(scene, count["start"], count["end"])
    if named and named.rule == "those named before" and (ours := about(scene, count)):
        # *une cinquantaine d'entre eux*, in an article about one state's share of the mission
        return ours
    owner = mission.lead(named.value) if named else None
    return Finding([owner], "mission lead", named.start, named.end) if named and owner else None


def _listed(scene: Scene, actors: list[Actor]) -> list[Actor]:
    """The first actor and those coordinated with it, all of a bracket: *de la France et du Royaume-Uni*."""
    chain = [actors[0]]
    if scene.folded.startswith("(", chain[0].start - 1):
        closed = scene.folded.find(")", chain[0].end, chain[0].end + 400)
        return list(scene.actors_in(chain[0].start, closed)) or chain
    for actor in actors[1:]:
        if not AND_OF.fullmatch(scene.folded, chain[-1].end, actor.start):
            break
        chain.append(actor)
    return chain
