"""Whose troops a count is of: the rules of evidence in their order, each a small function.

In its own words: demonym → those of its parts → adjective → *européens* → bracket → the verb left out (*la France
500*) → *des deux pays* → the owner (*ses 979 soldats*) → the contributor → complement → the nameless coalition →
providers (*fournis par*) → *respectivement* → the whole of a share → the subject of its strength (*avec 550 hommes,
la France*) → the relative clause (*que l'UE enverra*) → the alliance (*de 31 pays*). For a figure alone or told
again, the count that it belongs to; then the unit's own (*casques bleus*). In its sentence: *cette force* → who is
asked → the army right before → *ces trois pays* → *nous* → the subject → the name nearest before → the mission's
leader. In the article: the count before → who announces its dead → the army named before, or alone → all counted so
far → the agency's state → the state it is about → its main mission → the command that speaks → the state where it all
happens. The article's mission comes after its armies: it is right less often. Those who harm the counted are never
theirs.
"""

from collections.abc import Callable

from natoextract.layers import TroopCountRecord
from natoextract.roles.adjectives import adjective, predicate
from natoextract.roles.alliances import (
    coalition,
    foreign,
    multinational,
    onusian,
    peacekeepers,
    regional,
    regional_force,
    serving,
    this_force,
)
from natoextract.roles.background import agency_state, announced, army, detached, home, main_mission, staff
from natoextract.roles.contributor_words import bracket, by_unit, complement, demonym, lead, of_which, parts, providers
from natoextract.roles.earlier import continued, of_them_all, one_force, retold, same_force, this_body
from natoextract.roles.governor import body, control, foes, nearest, over_relative, possessive, side, subject, topic
from natoextract.roles.lists import (
    contributor,
    gapped,
    having,
    nationalities,
    of_both,
    part_of,
    pointed_list,
    respective,
    sent_by,
    tribute,
    with_strength,
)
from natoextract.roles.owners import Contributors
from natoextract.roles.scene import Scene
from natoextract.roles.senders import about, own_body
from natoextract.roles.speaking import speaker
from natoextract.roles.strengths import by_regiment, counted_by, of_strength, of_unit

Rule = Callable[[Scene, TroopCountRecord], Contributors | None]


def of_count(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """The states or organisations that provide the troops of a count, by the first rule that knows."""
    for rule in RULES:
        if answer := rule(scene, count):
            return answer
    enemies = foes(scene, count)
    for rule in WIDER_RULES:
        answer = rule(scene, count)
        if answer and not (answer.value and enemies.issuperset(answer.value)):
            return answer
    return None


#: What the words beside the figure say.
RULES: tuple[Rule, ...] = (
    demonym,
    parts,
    adjective,
    predicate,
    regional,
    bracket,
    gapped,
    nationalities,
    of_both,
    counted_by,
    possessive,
    contributor,
    tribute,
    complement,
    by_regiment,
    coalition,
    foreign,
    providers,
    respective,
    part_of,
    with_strength,
    having,
    serving,
    sent_by,
    multinational,
    onusian,
    of_which,
    of_strength,
    of_unit,
    of_them_all,
    this_body,
    continued,
    retold,
    by_unit,
)
#: What the sentence and the article say; never of those who fight them.
WIDER_RULES: tuple[Rule, ...] = (
    this_force,
    regional_force,
    side,
    control,
    body,
    pointed_list,
    speaker,
    over_relative,
    subject,
    nearest,
    detached,
    lead,
    topic,
    own_body,
    same_force,
    peacekeepers,
    announced,
    army,
    one_force,
    agency_state,
    about,
    main_mission,
    staff,
    home,
)
