"""Whose troops an event is of, by the number or the noun of the troops: *500 Britanniques*, *troupes russes*."""

from natoextract.components.actors.lexicon import countries
from natoextract.components.forces.units import provider
from natoextract.events.evidence import Found, Whose, told_by_count, whose
from natoextract.events.explicit import is_explicit
from natoextract.events.frames import Frame
from natoextract.events.lists import gap_owner
from natoextract.events.military import POSSESSIVES, beside, is_troops, owner_word, verb_lemma
from natoextract.events.owning import unique
from natoextract.events.reading import Reading, TokenMention
from natoextract.events.resolver import Resolver
from natoextract.events.syntax import agent, objects
from natoextract.events.vocabulary import vocabulary
from natoextract.roles import adjectives
from natoextract.text import fold

#: Adjectives of troops that are told by no state.
_ABROAD = ("etrang", "occidenta")
#: What names some of them after all: *les forces étrangères, dont 5.200 Américains*.
_NAMING = ([",", "dont"], [",", "notamment"], [",", "surtout"], [",", "principalement"])
_SEVERAL = ("internationa", "multinationa", "africain")


def _is_brought_from(resolver: Resolver, frame: Frame, count: TokenMention) -> bool:
    """*ont ramené 180 soldats de Kaboul*: the city is left, and is not whose they are."""
    reading, after = resolver.reading, count.last + 1
    homeward = frame.type == "withdrawal" and fold(frame.word) in vocabulary().homeward
    if not homeward or reading.words[after : after + 1] not in (["de"], ["d'"]):
        return False
    return any(a.form in ("name", "capital") for a in reading.actor_at.get(after + 1, ()))


def by_count(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*500 Britanniques*, *Allemagne (220)*: words of the number itself, or right beside it, say whose."""
    if count is None or not count.record["contributors"] or _is_brought_from(resolver, frame, count):
        return None
    record = count.record
    told = is_explicit(resolver.reading, record)
    return told_by_count(resolver.reading, count, "contributors", unique(record["contributors"])) if told else None


def by_linked_count(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """What the layer of numbers has found by wider evidence."""
    if count is None or not count.record["contributors"] or _is_brought_from(resolver, frame, count):
        return None
    abroad = frame.type in ("deployment", "withdrawal") and count.record["contributors"] == [count.record["location"]]
    if abroad and (frame.agent is not None or frame.is_noun) and not is_explicit(resolver.reading, count.record):
        # who sends troops to a country is not that country
        return None
    return told_by_count(resolver.reading, count, "contributors", unique(count.record["contributors"]))


def by_nobody_named(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*15 soldats de la coalition*: of states that the text leaves out."""
    if count is None:
        return None
    why = resolver.reading.count_evidence.get(count.record["start"], {}).get("contributors")
    return Found([], *why) if why and why[0] == "coalition" else None


def by_foreign(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*l'envoi d'une force étrangère*, *aucune autre armée ne viendra*: of states that the text leaves out."""
    troops, reading = frame.troops or frame.agent, resolver.reading
    if troops is None or frame.type == "casualties" or not is_troops(reading, troops.i):
        return None
    # of a force that the article names it is: *la force internationale*, after *la Kfor*
    stems = _ABROAD if reading.missions else (*_ABROAD, *_SEVERAL)
    told = [j for j in beside(reading, troops.i) if reading.words[j].startswith(stems)]
    none_other = reading.words[max(0, troops.i - 2) : troops.i] in (["aucune", "autre"], ["aucun", "autre"])
    if not none_other and (not told or reading.words[told[-1] + 1 : told[-1] + 3] in _NAMING):
        return None
    return Found([], "foreign", troops.idx, troops.idx + len(troops))


def by_gap(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*Paris enverra 250 soldats, Rome 500*: the state before a figure whose verb is left out."""
    if count is None or frame.group is None or count.first < frame.token.i:
        return None
    owner = gap_owner(resolver.reading, count)
    return Found([owner.code], "gap", owner.start, owner.end) if owner is not None else None


def by_owner_of_troops(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*leurs troupes*, *sa mission*: the possessive before the troops."""
    owner = owner_word(resolver.reading, frame.troops.i) if frame.troops is not None else None
    if owner is None and frame.troops is not None and resolver.reading.pos[frame.troops.i] != "NOUN":
        # *plusieurs de ses soldats*
        near = range(frame.troops.i + 1, min(frame.troops.i + 3, len(resolver.reading.words)))
        owner = next((j for j in near if resolver.reading.words[j] in POSSESSIVES), None)
    if owner is None and count is not None:
        # *plusieurs centaines de ses soldats*
        span = range(count.first, count.last + 1)
        owner = next((j for j in span if resolver.reading.words[j] in POSSESSIVES), None)
    if owner is not None and frame.troops is not None:
        # *un de ses soldats du contingent cambodgien*
        reading, i = resolver.reading, frame.troops.i
        if reading.words[i + 1 : i + 3] == ["du", "contingent"] and (told := reading.actor_at.get(i + 3)):
            return whose([a.code for a in told], "contingent", frame.troops)
    return None if owner is None else whose(resolver.owner_codes(owner), "possessive", resolver.reading.tokens[owner])


def by_troops(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*troupes russes*, *soldats de la Minusma*."""
    if frame.troops is None or frame.troops.i == frame.token.i:
        return None
    if count is not None and _is_brought_from(resolver, frame, count):
        return None
    reading, i = resolver.reading, frame.troops.i
    near = range(i + 1, min(reading.sentence(i)[1], i + 7))
    if (at := next((j for j in near if reading.words[j] == "nationalite"), None)) is not None:
        # *un casque bleu, de nationalité pakistanaise*
        told = [a.code for j in range(at + 1, at + 3) for a in reading.actor_at.get(j, ())]
        if of_nation := whose(told, "nationality", frame.troops):
            return of_nation
    if any(reading.words[j].startswith("onusien") for j in beside(reading, i, 3)):
        # *l'arrivée des troupes onusiennes*
        return whose(["UN"], "unit", frame.troops)
    own = resolver.named(frame.troops)
    named = whose([*own, *_and_troops(reading, i, own)] if count is None else own, "troops", frame.troops)
    if named and (sent := _sent_by_state(resolver, frame, named)):
        return sent
    if named:
        return named
    if reading.nouns[i] == "element" and any(reading.words[j] == "casques" for j in beside(reading, i, 3)):
        # *deux éléments des casques bleus*
        return whose(["UN"], "unit", frame.troops)
    if owner := provider(frame.troops.text):
        # *les derniers GI*
        return whose([owner], "unit", frame.troops)
    # *ces soldats, principalement russes*
    apart = adjectives.behind_comma(resolver.reading.scene, frame.troops.idx + len(frame.troops))
    return Found(apart.value, apart.rule, apart.start, apart.end) if apart else None


def _and_troops(reading: Reading, i: int, own: list[str]) -> list[str]:
    """*les soldats danois et suédois*, *les soldats danois et des militaires suédois*: those of a second adjective."""
    j = i + 1
    if not own or not any(a.form == "adjective" and a.code in own for a in reading.actor_at.get(j, ())):
        return []
    if reading.words[j + 1 : j + 2] != ["et"]:
        return []
    j += 2
    if reading.words[j : j + 1] in (["les"], ["des"], ["de"], ["l'"]):
        j += 1
        if not (j < len(reading.tokens) and is_troops(reading, j) and j not in reading.count_at):
            return []
        j += 1
    return [a.code for a in reading.actor_at.get(j, ()) if a.form == "adjective"]


def _sent_by_state(resolver: Resolver, frame: Frame, named: Whose) -> Whose | None:
    """*L'armée burundaise a déployé le 40e bataillon de la Mission de l'Union africaine*: a state's, in a mission."""
    if frame.agent is None or frame.group is None or frame.group.passive or any(c in countries() for c in named.value):
        return None
    codes = resolver.codes_of(frame.agent) if frame.agent.i != (frame.troops or frame.token).i else []
    return whose(codes, "subject", frame.agent) if codes and all(c in countries() for c in codes) else None


def by_helped(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*d'autres soldats viendront renforcer le contingent espagnol*: more of the same."""
    troops = frame.troops
    if frame.frame != "changes" or troops is None or troops.i > frame.token.i:
        return None
    words = resolver.reading.words[max(0, troops.i - 3) : troops.i + 3]
    if not any(word.startswith(("autre", "supplementaire", "nouve")) for word in words):
        return None
    helped = next((o for o in objects(frame.token) if is_troops(resolver.reading, o.i)), None)
    return None if helped is None else whose(resolver.named(helped), "helped", helped)


def by_sender(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*l'arrivée des premiers soldats envoyés par l'Italie*; *l'Italie fournit le deuxième contingent de la Finul*."""
    if frame.word == "fournir" and frame.agent is not None and resolver.reading.actor_at.get(frame.agent.i):
        return whose(resolver.codes_of(frame.agent), "sender", frame.agent)
    if not frame.is_noun or frame.troops is None:
        return None
    sent = next((c for c in frame.troops.rights if c.dep_ == "acl" and c.pos_ == "VERB"), None)
    sender = (
        agent(sent) if sent is not None and verb_lemma(sent) in ("envoyer", "deployer", "depecher", "fournir") else None
    )
    return None if sender is None else whose(resolver.codes_of(sender), "sender", sender)
