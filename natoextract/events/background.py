"""Whose troops an event is of where its own sentence does not say: the mission, those told before, the army at home."""

import re

from spacy.tokens import Token

from natoextract.events.directions import TOWARDS, country_at
from natoextract.events.evidence import Found, Whose, whose
from natoextract.events.frames import Frame
from natoextract.events.military import is_troops, owner_word
from natoextract.events.reading import TokenMention, within
from natoextract.events.resolver import Resolver
from natoextract.events.vocabulary import vocabulary
from natoextract.roles import location
from natoextract.roles.senders import main_sender
from natoextract.text import fold

#: Troops that are not the country's own.
_FOREIGN = re.compile(r"\b(?:etranger|internationa|africain|europeen|occident|arabe|allie|multinationa)")
#: Those who announce their own dead.
_ARMY = re.compile(r"\b(?:armee|etat-major|ministere|pentagone|commandement|marine)\b")
#: Whoever does so was elsewhere: *des forces de cinq pays sont entrées en Gambie*.
_COMING = frozenset({"entrer", "arriver", "penetrer", "debarquer", "atterrir", "venir", "affluer", "franchir"})
#: Rules that may take the host for the guest.
_OF_HOSTS = (
    "complement", "running actor", "home", "demonstrative", "governor", "speaker", "named before", "count: army before",
    "count: count before", "count: nearest", "count: home",
)  # fmt: skip
#: Nouns of troops that a country seldom has at home.
_SENT = frozenset({"force", "contingent", "casque", "mission", "renfort"})
#: Units that a later sentence takes up by their noun alone.
_UNITS = frozenset({"contingent", "bataillon", "detachement", "regiment"})


def by_mission(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """A mission of the sentence belongs to those who lead it."""
    reading = resolver.reading
    if frame.troops is not None and fold(frame.troops.text) in _UNITS:
        # *le contingent se trouve en Afghanistan, au sein de l'Isaf*: of one state in it
        return None
    first, end = reading.sentence(frame.token.i)
    said = reading.statement_at(frame.token.idx)
    for mention in within(reading.missions, first, end):
        if (
            said is not None
            and frame.type != "casualties"
            and not said["start"] <= mention.record["start"] < said["end"]
        ):
            # *« Le dernier soldat est parti », a dit le chef du contingent tchadien de la Misca*: whom he commands
            continue
        if frame.frame in ("reaches", "joins") and mention.first > frame.token.i:
            # *le 13e régiment rejoindra la Finul*: who joins is another's
            continue
        if "selon" in reading.words[max(first, mention.first - 6) : mention.first]:
            # *selon les données de l'Isaf*
            continue
        if leader := resolver.memory.leader_of(mention.record["name"]):
            return Found([leader], "mission", mention.record["start"], mention.record["end"])
    return None


def by_mission_before(resolver: Resolver, token: Token) -> Whose | None:
    """The leader of a mission that the sentence has named before a word."""
    first, _ = resolver.reading.sentence(token.i)
    named = within(resolver.reading.missions, first, token.i)
    leader = resolver.memory.leader_of(named[-1].record["name"]) if named else None
    return Found([leader], "mission", named[-1].record["start"], named[-1].record["end"]) if leader else None


def by_told_movement(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*le retrait des soldats belges … exclure tout rapatriement*: a bare noun goes on about those who move."""
    if not frame.is_noun or frame.troops is not None or fold(frame.word) not in vocabulary().taken_up:
        return None
    return whose(resolver.memory.last_of.get(frame.type, []), "told before", frame.token)


def by_bare_mission(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*La Minustah … depuis l'arrivée de la mission*: the one that the article names."""
    troops, reading = frame.troops, resolver.reading
    if troops is None or fold(troops.text) not in ("mission", "force") or resolver.named(troops):
        return None
    return by_only_mission(resolver, frame, count) if reading.words[troops.i - 1] in ("la", "cette") else None


def by_only_mission(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*La Minusma … la mission a pris fin*: whose the one force of the article is."""
    missions = resolver.reading.missions
    leaders = {resolver.memory.leader_of(m.record["name"]) for m in missions}
    if len(leaders) != 1 or missions[0].first > frame.token.i or not (leader := leaders.pop()):
        return None
    return Found([leader], "only mission", missions[0].record["start"], missions[0].record["end"])


def by_running_actor(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """Those whose troops the event before told of; of victims, the victims before."""
    if frame.type == "casualties" and resolver.memory.last_fallen:
        return whose(resolver.memory.last_fallen, "running victims")
    return whose(resolver.memory.running_troops(), "running actor")


def by_main_sender(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*Les F-16 belges resteront … Le gouvernement veut réduire le dispositif*: the state the article is about."""
    sender = main_sender(resolver.reading.scene)
    return Found([sender.code], "main sender", sender.start, sender.end) if sender is not None else None


def guests_for_hosts(resolver: Resolver, told: Whose) -> Whose:
    """Who leaves a country is seldom its own: the state that the article is about, where a weak word tells the host."""
    sender = main_sender(resolver.reading.scene)
    if sender is None or sender.code in told.value or not told.rule.startswith(_OF_HOSTS):
        return told
    return Found([sender.code], "main sender", sender.start, sender.end)


def by_own_army(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*Un soldat a été tué, a annoncé l'armée américaine*: an army tells of its own dead."""
    said = resolver.reading.statement_at(frame.token.idx)
    speaker = next((s for s in resolver.reading.speakers if said and s["id"] == said["speaker"]), None)
    if speaker is None or not _ARMY.search(fold(speaker["name"])):
        return None
    code = resolver.affiliation_at(frame.token.idx)
    return Found([code], "own army") if code else None


def by_same_unit(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*le contingent sénégalais … Le contingent de 205 éléments*: the unit that an earlier sentence has named."""
    reading = resolver.reading
    unit = next((t for t in (frame.token, frame.troops) if t is not None and fold(t.text) in _UNITS), None)
    if unit is None or not unit.i or reading.words[unit.i - 1] not in ("le", "ce", "du", "au"):
        return None
    for j in range(unit.i - 1, max(0, unit.i - 150), -1):
        if reading.words[j] == reading.words[unit.i] and (codes := resolver.named(reading.tokens[j])):
            return whose(codes, "same unit", reading.tokens[j])
    return None


def by_troops_named_before(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*les troupes américaines … Les soldats sont venus d'Allemagne*: those named last."""
    reading, troops = resolver.reading, frame.troops
    if troops is None or not troops.i or reading.words[troops.i - 1] not in ("les", "ces", "le"):
        return None
    for j in range(min(frame.token.i, troops.i) - 1, max(0, frame.token.i - 120), -1):
        token = reading.tokens[j]
        if token.pos_ == "NOUN" and is_troops(reading, j) and (codes := resolver.named(token)):
            return whose(codes, "named before", token)
    return None


def _is_bound(resolver: Resolver, frame: Frame) -> bool:
    """*sont partis pour le Mali*: troops are not of the country for which they leave."""
    reading = resolver.reading
    _, end = reading.sentence(frame.token.i)
    near = range(frame.last + 1, min(end, frame.last + 10))
    lead = next((j for j in near if reading.words[j] in TOWARDS), None)
    return lead is not None and any(country_at(reading, j) for j in range(lead + 1, min(end, lead + 5)))


def by_home(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*Yémen : 26 soldats tués*: troops with no state named are those of the country that the article is about."""
    if frame.troops is None or owner_word(resolver.reading, frame.troops.i) is not None:
        return None
    beside = resolver.reading.tokens[frame.troops.i + 1 : frame.troops.i + 2]
    if frame.type == "casualties" and count is None and beside and beside[0].pos_ == "PROPN":
        # *le caporal Martin est mort au Mali*: a name tells no state
        return None
    first, _ = resolver.reading.sentence(frame.token.i)
    headline = resolver.reading.locative_at.get(first)
    of_the_land = frame.type == "casualties" or resolver.reading.nouns[frame.troops.i] not in _SENT
    if headline is not None and headline.rule == "headline" and of_the_land:
        # *Yémen : 26 soldats tués*; *Tchad : la force européenne prête à se déployer* is of others
        return Found([headline.code], "headline", headline.start, headline.end)
    comes = frame.type == "deployment" and frame.frame == "goes" and fold(frame.word) in _COMING
    if comes or frame.type == "withdrawal" or (frame.type != "casualties" and frame.frame not in ("goes", "stands")):
        # troops that are sent or brought home serve elsewhere
        return None
    if _FOREIGN.search(resolver.reading.folded, frame.troops.idx, frame.troops.idx + 40):
        return None
    if frame.type == "deployment" and _is_bound(resolver, frame):
        return None
    scene = resolver.reading.scene
    home = resolver.memory.home
    if frame.type == "casualties" and scene.armies and all(a.code != home for a in scene.armies):
        # the article's armies are others
        return None
    if home is None and (where := location.of(resolver.reading.scene, frame.token.idx, frame.token.idx + 1)):
        home = where.value
    return Found([home], "home") if home else None
