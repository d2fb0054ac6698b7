"""Whose troops are where states and figures stand in lists: *respectivement*, *ces trois pays*, *des deux pays*."""

import re

from natoextract.layers import TroopCountRecord
from natoextract.numerals import parse_number
from natoextract.roles import location, mission
from natoextract.roles.alliances import FORCES
from natoextract.roles.findings import Finding
from natoextract.roles.owners import AND_OF, Contributors, chain_before, found, list_from
from natoextract.roles.scene import Scene

_NATIONS = re.compile(r"[^().;:]{0,50}\((?P<inside>[^()]{4,400})\)")
_POINTED = re.compile(r"\b(?:ces|les) (?P<number>[\w-]+) (?:pays|etats|nations|puissances|allies)\b")
_RESPECTIVELY = re.compile(r"\brespectivement\b")
# *5.200 et 2.750 soldats*, *300 hommes, 200 et 150 militaires*
_NEXT_FIGURE = re.compile(r",? (?:et |puis )?(?:environ |quelque |pres de |plus de )?|, ")
# *200.000 soldats des deux pays se font face*
_OF_BOTH = re.compile(
    r" (?:\w+ )?(?:des|de ces|de leurs) (?P<number>deux|trois|quatre) (?:pays|etats|camps|armees|nations)\b"
)
# *Avec 550 hommes, la France sera le deuxième contributeur*
_WITH = re.compile(r"\bavec (?:ses |leurs |un contingent de |environ |quelque |pres de |plus de )*$")
_CONTRIBUTOR = re.compile(
    r"\b(?:(?:est|etait|sera|demeure|reste|devient|offre|fournit|contribue)\b[^.;:]{0,70}?|contribut\w+\b[^.;:,]{0,40}?)"
    r"\bavec (?:ses |environ |quelque |pres de |plus de |un peu plus de |au moins )*$"
)
_TRIBUTE = re.compile(
    r"\bpa[iy]\w+ (?:\w+ ){0,2}(?:un|le) (?:plus )?(?:lourd |large |enorme )?tribut\b[^.;:,]{0,60}?,? avec "
    r"(?:environ |quelque |pres de |plus de |au moins )*$"
)
# *, la France 500 soldats*
_GAP = re.compile(r"(?:,|;| et|, et) (?:la |le |les |l')?$")
_ABOUT = r"(?:ses |entre |jusqu'a |environ |quelque |pres de |plus de |autour de |au moins |un contingent de |une? )*"
_RIGHT_AFTER = re.compile(rf",? {_ABOUT}")
_ASIDE_WITH = re.compile(rf", [^.;:()]{{0,60}}?\bavec {_ABOUT}")
_SHARE_OF = re.compile(
    r"\b(?:moitie|tiers|quart|majorite|essentiel|gros|totalite|reste|integralite) (?:des|de ces|de ses) $"
    r"|\bsur un (?:effectif )?(?:total )?de $"
    # *Cela porte l'effectif total à environ 8.000 hommes*
    r"|\bport\w+ (?:l'|son |leur )effectif total (?:\w+ ){0,3}a (?:environ |quelque |pres de |plus de )?$"
)
_OF_ALL = re.compile(r" (?:des|de ces|de ses) (?:quelque |environ )?")
_MAIN_CLAUSE = re.compile(r"[^,.;:()]{0,70}, (?:c'est )?(?:la |le |les |l')?")
# *la force de 4.000 hommes que l'UE va envoyer*
# never *aussi longtemps que la France le souhaitera*
_SENT_BY = re.compile(
    r"[^,.;:()\"«“]{0,24}(?<! longtemps)(?<! plus)(?<! alors)(?<! moins) qu(?:e |')(?:la |le |les |l')?"
)


def nationalities(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*2.000 soldats de l'Interfet (australiens, britanniques et thaïlandais)*: a bracket of nothing but states."""
    opened = _NATIONS.match(scene.folded, count["end"])
    if not opened:
        return None
    named = scene.actors_in(*opened.span("inside"))
    rest = opened["inside"]
    for actor in named:
        rest = rest.replace(scene.folded[actor.start : actor.end], "")
    return found(named, "nationalities") if len(named) > 1 and not re.sub(r"\b(?:et|ou)\b|[\s,;-]", "", rest) else None


def pointed_list(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Allemagne, Turquie, Italie. Ces trois pays ont déployé 6.000 hommes*: the states named last, as many as said."""
    first, _ = scene.sentence(count["start"])
    pointer = _POINTED.search(scene.folded, first, count["start"])
    size = parse_number(pointer["number"]) if pointer else None
    if not pointer or not size:
        return None
    earlier = [a for a in scene.actors_in(max(0, first - 600), pointer.start()) if a.form != "organisation"]
    named = list(dict.fromkeys(a.code for a in reversed(earlier)))[:size]
    return Finding(named[::-1], "list pointed to", pointer.start(), pointer.end()) if len(named) == size else None


def of_both(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*où se font face 200.000 soldats des deux pays*: the states named last, as a place or not, as many as said."""
    pointer = _OF_BOTH.match(scene.folded, count["end"])
    size = parse_number(pointer["number"]) if pointer else None
    if not pointer or not size:
        return None
    earlier = [c for c in scene.countries if c["start"] < count["start"]]
    named = list(dict.fromkeys(c["code"] for c in reversed(earlier)))[:size]
    return Finding(named[::-1], "both", pointer.start(), pointer.end()) if len(named) == size else None


def respective(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Les Britanniques et les Allemands comptent respectivement 5.200 et 2.750 soldats*: one figure each, in order."""
    first, last = scene.sentence(count["start"])
    if not _RESPECTIVELY.search(scene.folded, first, last):
        return None
    figures = [c for c in location.counts_after(scene, first, last) if not c["text"].isspace()]
    at = next(i for i, c in enumerate(figures) if c["start"] == count["start"])
    low = high = at
    while low and _NEXT_FIGURE.fullmatch(scene.folded, figures[low - 1]["end"], figures[low]["start"]):
        low -= 1
    while high + 1 < len(figures) and _NEXT_FIGURE.fullmatch(
        scene.folded, figures[high]["end"], figures[high + 1]["start"]
    ):
        high += 1
    size = high - low + 1
    named = scene.actors_in(first, figures[low]["start"])
    before = chain_before(scene, named)[-size:]
    if len(before) != size:
        # *Le Botswana et l'Afrique du Sud, membres de la SADC, ont respectivement envoyé*
        listed = (list_from(scene, a) for a in named)
        before = next((told for told in listed if len(told) == size), before)
    after = scene.actors_in(figures[high]["end"], last)[:size]
    owners = before if len(before) == size else after
    return found([owners[at - low]], "respectively") if size > 1 and len(owners) == size else None


def part_of(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*l'Eufor, où les Français seront plus de la moitié des 3.700 hommes*: the whole is the mission's."""
    counted = scene.counts_before(count["start"])
    # *environ 2.100 des quelque 3.700 hommes attendus*
    share = counted and _OF_ALL.fullmatch(scene.folded, counted[-1]["end"], count["start"])
    if not share and not _SHARE_OF.search(scene.folded, max(0, count["start"] - 60), count["start"]):
        return None
    first, _ = scene.sentence(count["start"])
    before, _ = scene.sentence(max(0, first - 2))
    named = scene.within(scene.missions, before, count["start"])
    if not named:
        # *L'Union envoie une force. … La France fournira 2.000 hommes sur un total de 3.600*
        whole = _SHARE_OF.search(scene.folded, max(0, count["start"] - 60), count["start"])
        earlier = scene.actors_in(max(0, first - 400), count["start"])
        return found([a for a in earlier if a.code in FORCES][-1:], "alliance") if whole and not share else None
    owner = mission.lead(named[-1]["name"])
    return Finding([owner], "mission lead", named[-1]["start"], named[-1]["end"]) if owner else None


def with_strength(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Avec 550 hommes, la France sera le deuxième contributeur*: the subject after the comma."""
    first, last = scene.sentence(count["start"])
    if not _WITH.search(scene.folded, first, count["start"]):
        return None
    opened = _MAIN_CLAUSE.match(scene.folded, count["end"], last)
    named = scene.actors_in(opened.end(), opened.end() + 1) if opened else []
    return found(named, "subject after") if named and named[0].form != "adjective" else None


def contributor(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*L'Italie est le premier contributeur européen avec 900 casques bleus*: who contributes."""
    first, _ = scene.sentence(count["start"])
    told = _CONTRIBUTOR.search(scene.folded, first, count["start"])
    named = [a for a in scene.actors_in(first, told.start()) if a.form != "adjective"] if told else []
    return found(named[-1:], "contributor")


def tribute(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Le Tchad a payé le plus lourd tribut avec 60 casques bleus tués*: who has lost them."""
    first, _ = scene.sentence(count["start"])
    told = _TRIBUTE.search(scene.folded, first, count["start"])
    named = [a for a in scene.actors_in(first, told.start()) if a.form != "person"] if told else []
    return found(chain_before(scene, named), "tribute")


def gapped(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Londres a promis 250 hommes, la France 500 soldats*: the verb is left out, and a state stands before each."""
    first, _ = scene.sentence(count["start"])
    named = [a for a in scene.actors_in(first, count["start"]) if a.form in ("name", "capital")]
    if not named or not _RIGHT_AFTER.fullmatch(scene.folded, named[-1].end, count["start"]):
        return None
    return found(named[-1:], "gapped") if _GAP.search(scene.folded, first, named[-1].start) else None


def having(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*la France, déjà présente au Mali avec 300 militaires, prendra le relais*: whose aside it is."""
    first, _ = scene.sentence(count["start"])
    named = [a for a in scene.actors_in(first, count["start"]) if a.form in ("name", "capital")]
    aside = named and _ASIDE_WITH.fullmatch(scene.folded, named[-1].end, count["start"])
    return found(named[-1:], "aside") if aside else None


def sent_by(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*la force de 4.000 hommes que l'UE va envoyer*: the subject of the relative clause."""
    opened = _SENT_BY.match(scene.folded, count["end"])
    return found(scene.actors_in(opened.end(), opened.end() + 1), "relative clause") if opened else None


__all__ = [
    "AND_OF",
    "contributor",
    "gapped",
    "having",
    "nationalities",
    "of_both",
    "part_of",
    "pointed_list",
    "respective",
    "sent_by",
    "tribute",
    "with_strength",
]
