"""Whose troops an event is of: the rules of evidence in their order, each a small function."""

from collections.abc import Callable

from spacy.tokens import Token

from natoextract.events.background import (
    by_home,
    by_mission,
    by_mission_before,
    by_own_army,
    by_running_actor,
    by_same_unit,
    by_troops_named_before,
)
from natoextract.events.evidence import Found, Whose, told_by_count, whose
from natoextract.events.frames import Frame
from natoextract.events.lists import gap_owner
from natoextract.events.military import beside, is_troops, owner_word, verb_lemma
from natoextract.events.reading import TokenMention
from natoextract.events.resolver import THIRD_PERSON, Resolver, is_explicit, unique
from natoextract.events.syntax import agent
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import lemma
from natoextract.roles import adjectives
from natoextract.roles.governor import NOT_THEIRS
from natoextract.text import fold

Rule = Callable[[Resolver, Frame, TokenMention | None], Whose | None]


def troop_actors(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose:
    """Whose troops, by the strongest evidence first."""
    for rule in CASUALTY_RULES if frame.type == "casualties" else TROOP_RULES:
        if found := rule(resolver, frame, count):
            return found
    return Found([], "none")


def by_relief(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*la relève des soldats français par des Allemands*: those who come."""
    if not frame.is_noun or fold(frame.word) != "releve":
        return None
    reading = resolver.reading
    _, end = reading.sentence(frame.token.i)
    by = next((j for j in range(frame.last + 1, min(end, frame.last + 9)) if reading.words[j] == "par"), None)
    near = range(by + 1, min(end, by + 6)) if by is not None else range(0)
    return whose([a.code for j in near for a in reading.actor_at.get(j, ())], "agent", frame.token)


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


def by_demonstrative(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*le retour de ces troupes*, *ce retrait*: those just told."""
    for token in (frame.troops, frame.token):
        if token is not None and token.i and resolver.reading.words[token.i - 1] in ("ce", "cet", "cette", "ces"):
            # *bien que la Minustah coûte peu, ce retrait*: of the mission that its sentence has named
            return by_mission_before(resolver, token) or whose(resolver.memory.last_troops, "demonstrative", token)
    return None


def by_nobody_named(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*15 soldats de la coalition*: of states that the text leaves out."""
    if count is None:
        return None
    why = resolver.reading.count_evidence.get(count.record["start"], {}).get("contributors")
    return Found([], *why) if why and why[0] == "coalition" else None


def by_foreign(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*Jakarta a accepté l'envoi d'une force étrangère*: of states that the text leaves out."""
    if frame.type != "deployment" or not frame.is_noun or frame.troops is None:
        return None
    strangers = [j for j in beside(resolver.reading, frame.troops.i) if resolver.reading.words[j].startswith("etrang")]
    return Found([], "foreign", frame.troops.idx, frame.troops.idx + len(frame.troops)) if strangers else None


def by_gap(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*Paris enverra 250 soldats, Rome 500*: the state before a figure whose verb is left out."""
    if count is None or frame.group is None or count.first < frame.token.i:
        return None
    owner = gap_owner(resolver.reading, count)
    return Found([owner.code], "gap", owner.start, owner.end) if owner is not None else None


def by_loser(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*le Maroc a perdu un casque bleu*: whose man it was."""
    return by_agent(resolver, frame, count) if frame.frame == "loses" else None


def by_owner_of_troops(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*leurs troupes*, *sa mission*: the possessive before the troops."""
    owner = owner_word(resolver.reading, frame.troops.i) if frame.troops is not None else None
    return None if owner is None else whose(resolver.owner_codes(owner), "possessive", resolver.reading.tokens[owner])


def by_troops(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*troupes russes*, *soldats de la Minusma*."""
    if frame.troops is None or frame.troops.i == frame.token.i:
        return None
    if count is not None and _is_brought_from(resolver, frame, count):
        return None
    if named := whose(resolver.named(frame.troops), "troops", frame.troops):
        return named
    # *ces soldats, principalement russes*
    apart = adjectives.behind_comma(resolver.reading.scene, frame.troops.idx + len(frame.troops))
    return Found(apart.value, apart.rule, apart.start, apart.end) if apart else None


def _named_last(resolver: Resolver, pronoun: Token) -> Whose | None:
    """The troops that a pronoun of their sentence takes up."""
    reading = resolver.reading
    first, _ = reading.sentence(pronoun.i)
    before = (reading.tokens[j] for j in range(pronoun.i - 1, first - 1, -1) if is_troops(reading, j))
    return next((told for told in (whose(resolver.named(t), "victims", t) for t in before) if told), None)


def by_victims(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*un casque bleu et un soldat malien ont été tués*: victims of several states, with no figure."""
    troops = frame.troops
    if troops is None or not troops.i or frame.token.i == troops.i:
        return None
    if count is None and frame.is_noun and troops.i in resolver.reading.count_at:
        # *un mort et huit blessés parmi les casques bleus*
        return whose(resolver.reading.count_at[troops.i].record["contributors"], "victims", troops)
    if troops.lower_ in ("eux", "elles") and (named := _named_last(resolver, troops)):
        # *ont tiré sur les soldats turcs, tuant un grand nombre d'entre eux*
        return named
    if count is not None:
        # *douze morts et vingt blessés dans les rangs de l'armée burkinabè*: told by the number of the others
        beside = None if count.record["contributors"] else resolver.reading.count_at.get(troops.i)
        return whose(beside.record["contributors"], "victims", troops) if beside else None
    others = [t for t in troops.conjuncts if abs(t.i - troops.i) < 10 and is_troops(resolver.reading, t.i)]
    codes = [c for t in sorted([troops, *others]) for c in resolver.named(t)]
    return whose(codes, "victims", troops) if others else None


def by_adjective(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*le retrait américain*, *la présence militaire française*."""
    if not frame.is_noun:
        return None
    reading = resolver.reading
    told = [
        actor.code
        for j in beside(reading, frame.last)
        for actor in reading.actor_at.get(j, ())
        if actor.first == j and actor.form in ("adjective", "demonym")
    ]
    return whose(told, "adjective", frame.token)


def by_owner(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*leur retrait*, *sa présence*."""
    owner = owner_word(resolver.reading, frame.token.i) if frame.is_noun else None
    return None if owner is None else whose(resolver.owner_codes(owner), "possessive", resolver.reading.tokens[owner])


def by_agent(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*la France envoie*, *engagés par 36 pays*: subject or agent."""
    if frame.agent is None or fold(frame.agent.text) in THIRD_PERSON:
        return None
    return whose(resolver.codes_of(frame.agent), "subject", frame.agent)


def by_pronoun(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*elle enverra*, *ils quittent*: whom the pronoun stands for."""
    return None if frame.agent is None else whose(resolver.codes_of(frame.agent), "pronoun", frame.agent)


def by_will(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*la volonté italienne de retirer ses troupes*: the adjective of the noun right above."""
    noun = frame.token.head
    if frame.is_noun or frame.participle or noun.pos_ != "NOUN" or frame.token.dep_ != "acl" or noun.i > frame.token.i:
        return None
    near = range(noun.i + 1, min(noun.i + 3, frame.token.i))
    told = [a.code for j in near for a in resolver.reading.actor_at.get(j, ()) if a.form == "adjective"]
    return whose(told, "governing noun", noun)


def by_speaker(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*Ottawa a annoncé que 200 soldats partiraient*: a government speaks of its own."""
    code = resolver.affiliation_at(frame.token.idx)
    here = resolver.reading.locative_at
    first, end = resolver.reading.sentence(frame.token.i)
    hosted = any(here[j].code == code for j in range(first, end) if j in here)
    if hosted and resolver.memory.last_troops and frame.type == "deployment":
        # the host speaks of those who come: *des soldats viendront dans le sud de la Pologne, a dit Varsovie*
        return None
    return Found([code], "speaker") if code and frame.troops is not None else None


def by_governing_noun(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*la volonté américaine de se désengager*, *la décision de Paris de retirer*: the noun's owner."""
    verb = frame.token
    if frame.is_noun or frame.participle:
        return None
    for up in verb.ancestors:
        if up.pos_ == "NOUN" and up.i < verb.i:
            if any(c.dep_ == "cop" for c in up.lefts):
                # *demander au Tchad, qui n'est pas membre de la Cédéao, d'envoyer*
                return None
            return whose(resolver.owners_beside(up.i), "governing noun", up)
        if up.pos_ in ("VERB", "AUX") and up.morph.get("VerbForm", []) == ["Fin"]:
            return None
    return None


def by_complement(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*le retrait de la France*, *la présence de l'Otan*."""
    return whose(resolver.owners_beside(frame.last), "complement", frame.token) if frame.is_noun else None


def by_decider(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*la mobilisation de 10.000 soldats a été décidée par Kiev*: the agent of what is said of a noun."""
    verb = frame.token.head
    owned = owner_word(resolver.reading, frame.token.i) is not None
    if not frame.is_noun or owned or verb.pos_ != "VERB" or verb_lemma(verb) not in vocabulary().deciding:
        return None
    if (decider := agent(verb)) is None:
        return None
    return whose(resolver.codes_of(decider), "decider", decider)


def by_governor(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*Paris a annoncé un retrait*: the subject of the verb above, unless it receives or suffers them."""
    verb = frame.token.head
    if verb.pos_ == "VERB" and lemma(verb) in NOT_THEIRS:
        return None
    return whose(resolver.nearest_subject(frame.token.i, asked_first=True), "governor", frame.token)


def by_named_before(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*Du côté de la Belgique, la Défense s'est engagée à envoyer*: the last state named in the sentence."""
    agent = frame.agent
    if agent is None or fold(agent.text) not in vocabulary().national:
        return None
    reading = resolver.reading
    first, _ = reading.sentence(agent.i)
    scene, begin = reading.scene, reading.tokens[first].idx
    named = [c for c in scene.within(scene.countries, begin, agent.idx) if c["form"] != "adjective"]
    return whose([named[-1]["code"]], "named before", agent) if named else None


TROOP_RULES: tuple[Rule, ...] = (
    by_gap,
    by_relief,
    by_will,
    by_nobody_named,
    by_owner_of_troops,
    by_count,
    by_troops,
    by_foreign,
    by_adjective,
    by_demonstrative,
    by_owner,
    by_agent,
    by_governing_noun,
    by_named_before,
    by_same_unit,
    by_linked_count,
    by_pronoun,
    by_complement,
    by_decider,
    by_troops_named_before,
    by_governor,
    by_mission,
    by_speaker,
    by_running_actor,
    by_home,
)
CASUALTY_RULES: tuple[Rule, ...] = (
    by_nobody_named,
    by_count,
    by_loser,
    by_victims,
    by_owner_of_troops,
    by_troops,
    by_adjective,
    by_linked_count,
    by_own_army,
    by_mission,
    by_running_actor,
    by_home,
)
