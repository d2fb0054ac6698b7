"""The state whose troops an article is about, where a figure of its own sentence names nobody."""

import re
from collections import Counter
from functools import lru_cache

from natoextract.agencies import agency_states
from natoextract.components.actors.lexicon import countries
from natoextract.layers import TroopCountRecord
from natoextract.roles import mission
from natoextract.roles.findings import Actor, Finding
from natoextract.roles.owners import Contributors
from natoextract.roles.scene import Scene
from natoextract.roles.words import any_word

#: A state's share of a force is seldom more.
_SHARE = 3000
#: Troops told by an army weigh as much as so many bare names.
_ARMY = 3
#: So much of it, and so many times as much as of any other state, makes an article one state's.
_LEAST, _TIMES = 3, 2
# *les emprises ont été rendues à l'armée malienne*: whom something is given to sends nobody
_GIVEN = re.compile(
    r"\b(?:a l'|aux? )(?:armees?|forces?|troupes|soldats|militaires|contingents?)(?: (?:armees|de securite))? $"
)
# *pour encadrer l'armée congolaise*: an army that is helped sends nobody
_HELPED = re.compile(
    rf"\b(?:{any_word('helping')})"
    r"(?: a| aux?| de| des?| d)?[ '](?:l'|la |les |leur )?(?:\w+ ){0,3}$"
)
# *le ministre belge de la Défense*
_OF_DEFENCE = re.compile(r" (?:du ministere )?(?:de la defense|des armees)\b")
_FALLEN = re.compile(rf"[^.;]{{0,60}}?\b(?:{any_word('falling')})")
# *un détachement de 180 soldats*, *un autre, fort de 300 hommes*, *cinq pelotons de 40 hommes*
_OWN_BODY = re.compile(
    rf"\b(?:une?|le|premiere?|deuxieme|autre|\w+) (?:{any_word('bodies')}|pelotons?|compagnies?|sections?|unites?)"
    r"(?: \w+)? (?:de |d')(?:quelque |environ |pres de |une? )*$"
    r"|\bun(?:e)? autre, (?:forte? )?(?:de |d')(?:quelque |environ |pres de )?$"
)


def given_to(scene: Scene, actor: Actor) -> bool:
    """*rendues à l'armée malienne*: whether an army only receives."""
    return bool(_GIVEN.search(scene.folded, max(0, actor.start - 40), actor.start))


def is_helped(scene: Scene, actor: Actor) -> bool:
    """*pour encadrer l'armée congolaise*: whether an army is only helped."""
    return bool(_HELPED.search(scene.folded, max(0, actor.start - 70), actor.start))


@lru_cache(maxsize=1)
def main_sender(scene: Scene) -> Actor | None:
    """The state that an article about troops abroad is about: named far more than any other that is no theatre."""
    named: Counter[str] = Counter(m.code for m in scene.locatives if m.rule != "place")
    most = max(named.values(), default=0)
    theatres = {code for code, times in named.items() if times == most}
    theatres |= {code for m in scene.missions for code in mission.theatres(m["name"])}
    states = [a for a in scene.actors if a.code in countries() and a.code not in theatres]
    states = [a for a in states if not given_to(scene, a) and not is_helped(scene, a)]
    weight: Counter[str] = Counter()
    for actor in states:
        weight[actor.code] += _ARMY if scene.is_army(actor) else 1
    (first, times), (_, next_times) = [*weight.most_common(2), ("", 0), ("", 0)][:2]
    if times < _LEAST or times < _TIMES * next_times:
        return None
    told = [a for a in states if a.code == first]
    if len(told) == 1:
        # *l'Otan … les 30 casques bleus hongrois*: an aside
        return None
    # a state may be much spoken of and have nobody there
    slug = scene.doc._.dateline
    ours = slug is not None and agency_states().get(slug["agency"] or "") == first
    armed = ours or any(scene.is_army(a) or _OF_DEFENCE.match(scene.folded, a.end) for a in told)
    return told[0] if armed else None


def about(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Les F-16 belges resteront … un dispositif de 600 militaires*: of the state that the article is about."""
    size = count["minimum"] or count["maximum"] or 0
    sender = main_sender(scene)
    at_home = {m.code for m in scene.locatives}
    if _FALLEN.match(scene.folded, count["end"]) and scene.armies and scene.armies[0].code in at_home:
        # *Niger : six soldats tués. L'armée nigérienne … L'armée tchadienne …*: the army at home has its dead
        return None
    return Finding([sender.code], "main sender", sender.start, sender.end) if sender and size <= _SHARE else None


def own_body(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*appuyer les 8.000 Casques bleus. Un détachement de 180 soldats est parti*: none of the force just counted."""
    first, _ = scene.sentence(count["start"])
    if not _OWN_BODY.search(scene.folded, max(first, count["start"] - 70), count["start"]):
        return None
    if scene.actors_in(first, count["start"]) or scene.within(scene.missions, first, count["end"] + 40):
        return None
    return about(scene, count)
