"""Who governs a number of troops in its sentence: the subject of the verb above it, or whoever is asked for them."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from natoextract.grammar import SUBJECTS, lemma
from natoextract.layers import MissionRecord, TroopCountRecord
from natoextract.roles import location, mission
from natoextract.roles.findings import Actor, Finding
from natoextract.roles.owners import (
    RELATIVE,
    Contributors,
    actors_below,
    actors_of_topic,
    chain_before,
    found,
    list_from,
    pointed_to,
)
from natoextract.roles.scene import Scene
from natoextract.roles.words import any_word, role_words

#: Verbs whose subject is not whose the troops are: *tuer*, *accueillir*.
NOT_THEIRS = frozenset((*role_words().hostile, *role_words().wanting))
_PROVIDING = frozenset(role_words().providing)

_ASKED = re.compile(
    rf"\b(?:{any_word('asking')})\b"
    r"(?P<whom>[^.;:]{2,160}?) (?:de |d'|a )(?=(?:l'|les |lui |leur )?\w+(?:er|ir|re)\b)"
)
_ALLOWED = re.compile(r"(?:l'|les |lui |leur )(?:autoris|permett|aid|laiss)")
# *contre l'armée russe*, *dissuader la Russie*, *à la demande de la France*, *derrière la Grande-Bretagne*
_OTHERS = re.compile(
    rf"\b(?:{any_word('others')}|(?:force|mission|operation)(?: \w+)? pour)"
    r"(?: (?:a|aux?|de|des|du|d))?[ '](?:la |le |les |l')?(?:(?:armee|forces?|troupes|celle|celles|gouvernement) "
    r"(?:de |des |du |d')?(?:la |l'|les )?)?$"
)
_HELPED = re.compile(
    rf"\b(?:{any_word('helping')})(?: a| aux?| de| des?| d)?[ '](?:l'|la |les )?"
    r"(?:armee|forces?|troupes|militaires|soldats)(?: (?:armees|de securite|nationale))? $"
)
_GIVEN = re.compile(r"\b(?:a l'|aux? )(?:armees?|forces?|troupes|soldats|militaires)(?: (?:armees|de securite))? $")
_OF = re.compile(r" (?:de la |de l'|de |du |d')")
_BY = re.compile(r"\bpar (?:des |les |l'|la |le |une? )?(?:\w+ ){0,2}$")
_HOSTILE = frozenset(role_words().hostile)
# *ses 979 soldats*, *son contingent de 320 hommes*
_OWN = re.compile(
    r"\b(?:(?:ses|leurs)(?: quelque| environ| \d+)?"
    rf"|(?:son|sa|leur) (?:{any_word('bodies')})(?: militaire)?,? (?:forte? )?d(?:e |')"
    r"(?:environ |quelque |pres de |une? )?|(?:ses|leurs) (?:troupes|effectifs|forces) \() ?$"
)
# *Barkhane, constituée de 4.000 hommes*, *la Minusma (13.000 soldats)*
_STRENGTH = re.compile(
    r"[ »\"”,)]*(?:(?:qui |elle )?(?:constitu|compos|fort|compt|dispos|regroup|align|rassembl)\w*(?: de| d'| a terme)*"
    r"|\(|:)"
    r"[ «\"“]*(?:environ |quelque |pres de |plus de |un total de )?"
)
_FORCE_OF = re.compile(r"\b(?:force|mission|operation|dispositif|coalition)(?: \w+)? (?:de la |de l'|des |du |de |d')$")
_STRONG = re.compile(
    r"[ »\"”]*,? ?(?:fort|compos|constitu|dot|compt)\w* (?:de |d'|quelque |environ |pres de |plus de |jusqu'a )*[\"«“]?"
)
_THE = re.compile(r"\b(?:des|les) $")
_COMMA = re.compile(r" ?[,:;] (?:environ |quelque |pres de |plus de |soit )?")
_TOPIC = re.compile(r"[\s\"«“]*(?:[\w' ]{2,24}, )?(?:il|elle|ils|elles|ce (?:sont|seront|furent))\b")
# *trois de ses soldats*
_ITS = re.compile(r" de (?:ses|leurs) ")
_OPENS = re.compile(r"[\s\"«“–-]*(?:la |le |les |l')?")
_HAS = re.compile(
    r", (?:y )?(?:compt|dispos|align|possed|entretien|maintien|deploi|fourni|enverra|envoi|garde|a )\w*(?: \w+){0,6}? ?"
    r"(?:quelque |environ |pres de |plus de |de |d')*"
)
_SIDE = re.compile(r"\s*(?:du )?cote (?:de (?:la |l')?|du )?")
_SOURCE = re.compile(r"\b(?:selon|d'apres) (?:la |le |les |l'|un |une |des )?(?:[\w'-]+ ){0,4}$")


def control(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*ont demandé à leurs alliés de l'Otan d'envoyer 1.000 soldats*: those who are asked."""
    first, _ = scene.sentence(count["start"])
    asked = list(_ASKED.finditer(scene.folded, first, count["start"]))
    # *demander à l'ONU de l'autoriser à*: who asks will act
    if not asked or _ALLOWED.match(scene.folded, asked[-1].end()):
        return None
    # *demander au Burundi, deuxième contributeur de la force de l'UA, de rapatrier*
    named = scene.actors_in(asked[-1].start("whom"), asked[-1].end("whom"))
    return found(list_from(scene, named[0]) if named else [], "control")


def subject(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*La France a envoyé 500 soldats*: the subject of the verb that governs the count, or of a verb above it."""
    for verb, own in governing_verbs(location.head_of(scene, count["start"], count["end"])):
        if lemma(verb) in NOT_THEIRS:
            return None
        if led := _mission_at(scene, own):
            return led
        if answer := found(actors_below(scene, own), "subject"):
            return answer
        # *le Canada, qui a perdu 39 soldats dans cette mission*
        if (pointed := pointed_to(scene, own)) and pointed.rule == RELATIVE:
            return pointed
        told = mission.pointed_to(scene, count["start"], count["end"])
        if told and not _named_since(scene, told.end, count["start"]):
            owner = mission.lead(told.value)
            return Finding([owner], "mission lead", told.start, told.end) if owner else None
        if pointed:
            return pointed
    return None


def _mission_at(scene: Scene, own: Token) -> Contributors | None:
    """*l'Interfet, la force pour le Timor oriental, compte 7.500 hommes*: the mission that is the subject itself."""
    around = scene.within(scene.missions, own.idx - 60, own.idx + len(own) + 12)
    if around and around[-1]["start"] > own.idx:
        # *la force de l'Onuci*
        if not _OF.fullmatch(scene.folded, own.idx + len(own), around[-1]["start"]):
            return None
        owner = mission.lead(around[-1]["name"])
        return Finding([owner], "mission lead", around[-1]["start"], around[-1]["end"]) if owner else None
    if not around or around[-1]["end"] < own.idx or around[-1]["end"] > own.right_edge.idx + len(own.right_edge):
        return None
    owner = mission.lead(around[-1]["name"])
    return Finding([owner], "mission lead", around[-1]["start"], around[-1]["end"]) if owner else None


def provider(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Le Rwanda a fourni 800 casques bleus*: the subject of a verb of sending."""
    verb = next((v for v, _ in governing_verbs(location.head_of(scene, count["start"], count["end"]))), None)
    return subject(scene, count) if verb is not None and lemma(verb) in _PROVIDING else None


def sender(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Le Burundi devait rapatrier 1.000 hommes de l'Amisom*: who sends or withdraws some of a force of many."""
    if _THE.search(scene.folded, max(0, count["start"] - 8), count["start"]):
        return None
    verb = next((t for t in location.head_of(scene, count["start"], count["end"]).ancestors if t.pos_ == "VERB"), None)
    return subject(scene, count) if verb is not None and lemma(verb) in _PROVIDING else None


def body(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*le contingent burkinabè, de près de 600 hommes*, *l'armée turque compte*: the army right before."""
    if _harmed(scene, count):
        return None
    missions = scene.within(scene.missions, count["start"] - 60, count["start"])
    if missions and (
        _STRENGTH.fullmatch(scene.folded, missions[-1]["end"], count["start"])
        or _in_bracket_of(scene, missions[-1], count)
    ):
        # *Le contingent togolais de la Minusma, fort de 900 hommes*
        part = scene.actors_in(missions[-1]["start"] - 40, missions[-1]["start"])[-1:]
        if part and scene.is_army(part[0]) and _OF.fullmatch(scene.folded, part[0].end, missions[-1]["start"]):
            return found(part, "army before")
        owner = mission.lead(missions[-1]["name"])
        return Finding([owner], "mission lead", missions[-1]["start"], missions[-1]["end"]) if owner else None
    before = scene.actors_in(max(scene.sentence(count["start"])[0], count["start"] - 90), count["start"])
    # *les contingents tanzanien et sud-africain sont arrivés, soit 1.000 hommes*
    chain = chain_before(scene, before)
    helped = chain and _HELPED.search(scene.folded, max(0, chain[0].start - 60), chain[0].start)
    if helped or (chain and _GIVEN.search(scene.folded, max(0, chain[0].start - 40), chain[0].start)):
        return None
    if not chain:
        return None
    # *des troupes pour une force de la SADC forte de 3.000 hommes*
    owned = _FORCE_OF.search(scene.folded, max(0, chain[0].start - 40), chain[0].start)
    strong = owned and _STRONG.fullmatch(scene.folded, chain[-1].end, count["start"])
    return found(chain, "army before") if strong or scene.is_army(chain[0]) else None


def _in_bracket_of(scene: Scene, told: MissionRecord, count: TroopCountRecord) -> bool:
    """*la force de l'Union africaine (Misca, 6.000 hommes)*: an acronym and its strength."""
    opened = scene.folded.startswith("(", told["start"] - 1)
    return opened and bool(_COMMA.fullmatch(scene.folded, told["end"], count["start"]))


def possessive(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*le Brésil, avec ses 979 casques bleus*: the owner is named before."""
    its = _ITS.search(scene.folded, count["start"], count["end"])
    if not its and not _OWN.search(scene.folded, max(0, count["start"] - 60), count["start"]):
        return None
    first, _ = scene.sentence(count["start"])
    before = [a for a in scene.actors_in(first, count["start"]) if not is_source(scene, first, a)]
    return found(chain_before(scene, before), "possessive")


def nearest(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """The last actor or mission before the count in its sentence, unless it is the source or the enemy."""
    if _harmed(scene, count):
        return None
    first, _ = scene.sentence(count["start"])
    named = [
        a
        for a in scene.actors_in(first, count["start"])
        if not is_source(scene, first, a)
        and not _OTHERS.search(scene.folded, max(first, a.start - 60), a.start)
        # *20 soldats y encadrent l'armée congolaise, tout comme quatre instructeurs*: who is helped sends nobody
        and not (a.form == "adjective" and _HELPED.search(scene.folded, max(first, a.start - 60), a.start))
        # *les camps ont été rendus à l'armée malienne et les effectifs …*
        and not (a.form == "adjective" and _GIVEN.search(scene.folded, max(first, a.start - 40), a.start))
    ]
    missions = scene.within(scene.missions, first, count["start"])
    if missions and (not named or named[-1].start < missions[-1]["start"]):
        owner = mission.lead(missions[-1]["name"])
        return Finding([owner], "mission lead", missions[-1]["start"], missions[-1]["end"]) if owner else None
    return found(chain_before(scene, named), "nearest")


def foes(scene: Scene, count: TroopCountRecord) -> frozenset[str]:
    """Those who harm the counted: *les troupes turques ont attaqué, tuant deux soldats*, *tués par l'armée turque*."""
    head = location.head_of(scene, count["start"], count["end"])
    if not any(lemma(t) in _HOSTILE for t in head.ancestors):
        return frozenset()
    _, last = scene.sentence(count["start"])
    agents = [a for a in scene.actors_in(count["end"], last) if _BY.search(scene.folded, a.start - 40, a.start)]
    # of the verbs above, the first that has a subject: *l'Inde accuse : les troupes turques ont tué*
    doer = next((own for _, own in governing_verbs(head)), None)
    doers = actors_below(scene, doer) if doer is not None else []
    return frozenset(a.code for a in (*agents, *doers))


def topic(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*De plus, il compte porter l'effectif à 830 hommes*: the subject of the sentence before."""
    first, _ = scene.sentence(count["start"])
    pointer = _TOPIC.match(scene.folded, first, count["start"])
    if not pointer:
        return None
    before, _ = scene.sentence(max(0, first - 2))
    return found(actors_of_topic(scene, before, first, first), "subject pointed to") if before < first else None


def side(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*Côté tchadien, le ministre confirme l'envoi de 1.000 soldats*: whose side the sentence tells."""
    first, _ = scene.sentence(count["start"])
    told = _SIDE.match(scene.folded, first, count["start"])
    named = scene.actors_in(told.end(), told.end() + 1) if told else []
    between = scene.actors_in(named[0].end, count["start"]) if named else []
    return found(named, "side") if named and all(a.code == named[0].code for a in between) else None


def over_relative(scene: Scene, count: TroopCountRecord) -> Contributors | None:
    """*L'Allemagne, qui dirige le groupe de l'Otan, compte 1.500 soldats*: the subject, over its relative clause."""
    first, _ = scene.sentence(count["start"])
    named = scene.actors_in(first, count["start"])[:1]
    if (
        not named
        or named[0].form not in ("name", "capital")
        or not _OPENS.fullmatch(scene.folded, first, named[0].start)
    ):
        return None
    if not scene.folded.startswith(", qui ", named[0].end):
        return None
    closed = scene.folded.rfind(",", named[0].end + 5, count["start"])
    return found(named, "subject") if closed > 0 and _HAS.fullmatch(scene.folded, closed, count["start"]) else None


def is_source(scene: Scene, first: int, actor: Actor) -> bool:
    """*selon l'Otan*: who says so, not who sends."""
    return bool(_SOURCE.search(scene.folded[first : actor.start]))


def _harmed(scene: Scene, count: TroopCountRecord) -> bool:
    head = location.head_of(scene, count["start"], count["end"])
    return any(lemma(t) in NOT_THEIRS for t in head.ancestors)


def governing_verbs(head: Token) -> Iterator[tuple[Token, Token]]:
    """Each verb above a noun that has a subject, with that subject; none where the noun is itself the subject."""
    token = head
    while token.head is not token and token.head != token:
        if token.dep_ in SUBJECTS:
            return
        parent = token.head
        for own in _subjects_of(parent):
            if own != token and not own.is_ancestor(head):
                yield parent, own
        token = parent


def _subjects_of(verb: Token) -> list[Token]:
    """The last subject first (*dont l'Allemagne a déployé*); the model often hangs it on the auxiliary."""
    holders = [verb, *(c for c in verb.lefts if c.dep_.startswith(("aux", "cop")))]
    return sorted((c for h in holders for c in h.lefts if c.dep_ in SUBJECTS), key=lambda t: -t.i)


def _named_since(scene: Scene, start: int, end: int) -> bool:
    """Whether a list has named others between a pointer and a figure: *cette force compte 300 Belges, 800 soldats*."""
    return any(a.form in ("adjective", "demonym") for a in scene.actors_in(start, end))
