"""Lists of counts, one event each: *500 Britanniques, 250 Slovaques*, *Grande-Bretagne (400 soldats), Italie (220)*."""

from natoextract.events.frames import Frame
from natoextract.events.reading import Reading, TokenActor, TokenMention, within
from natoextract.events.syntax import subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import SUBJECTS, features
from natoextract.layers import surface_of

_WORDS = vocabulary()
#: Frames of verbs that the members of a list may share: *Paris enverra 500 soldats, Rome 200*.
_GAPPING = frozenset(["moves", "pledges", "counts", "levels", "changes", "joins"])
_SEPARATORS = frozenset([",", "et", "dont", ":", "(", "puis", "ou", "soit", "-", "–", "—"])


def listed(reading: Reading, first: TokenMention, triggers: set[int], end: int, frame: Frame) -> list[TokenMention]:
    """The count and those listed with it, where each tells whose it is."""
    found = [first]
    parts = False
    last = first.last
    for count in within(reading.counts, first.last + 1, end):
        between = range(last + 1, count.first)
        parts = parts or any(reading.words[j] in ("dont", ":") for j in between)
        parts = parts or is_bracketed(reading, count)
        # *composée de 20.000 Américains déployés à l'ouest, de 7.500 Français et de 8.000 Britanniques*
        parts = parts or (frame.frame == "made" and _goes_on(reading, count))
        if reading.words[count.first - 2 : count.first] in (["sur", "les"], ["sur", "un"], ["total", "de"]):
            # *4.500 soldats, sur les 28.500 stationnés dans le pays*: of all
            break
        if parts and frame.type != "casualties" and any(reading.words[j] in ("que", "qu'") for j in between):
            # *dont 90 du génie, et que 46 pays fournissent les 6.500 hommes*
            break
        if "dont" in (reading.words[j] for j in between) and _is_clause(reading, between):
            # *déploiera 450 soldats et sera, après la France, dont les soldats constituent la moitié des 3.700 hommes*
            break
        if frame.type != "casualties" and _does_more(reading, count):
            # *fournira 300 soldats et deux officiers participeront*
            break
        mixed = any(j in triggers or reading.tokens[j].pos_ in ("VERB", "AUX") for j in between)
        if frame.type != "casualties" and any(reading.words[j] == "contre" for j in between):
            break
        compared = frame.type == "casualties" and reading.words[count.first - 1] == "contre"
        if (mixed and not (parts or compared)) or any(j in triggers for j in range(count.first, count.last + 1)):
            break
        if not (parts or compared) and not all(
            reading.words[j] in _WORDS.listed
            or reading.tokens[j].pos_ in ("PUNCT", "ADJ", "NUM")
            or j in reading.actor_at
            or (reading.tokens[j].pos_ in ("NOUN", "ADP", "DET", "PROPN", "ADV") and len(between) < 6)
            for j in between
        ):
            break
        if frame.last < first.first and _opens_clause(reading, count, end):
            break
        if frame.type == "casualties" and (
            _falls_otherwise(reading, count, triggers, end) or _is_kind_of(reading, first, count)
        ):
            break
        if not _separates(reading, between) or any(reading.tokens[j].lower_ == "où" for j in between):
            # *envoyer 6.000 soldats en Bosnie, où 360 sont retenus*
            break
        found.append(count)
        last = count.last
    if len(found) > 1 and not all(m.record["contributors"] for m in found[1:]):
        told = [found[0], *(m for m in found[1:] if m.record["contributors"])]
        return told
    return found


def _goes_on(reading: Reading, count: TokenMention) -> bool:
    """*, de 7.500 Français*, *et de 8.000 Britanniques*: the next of what a force is made of."""
    i = count.first - 1
    return reading.words[i] in ("de", "d'") and reading.words[i - 1] in (",", "et")


def first_of_list(reading: Reading, count: TokenMention, frame: Frame) -> TokenMention:
    """*enverront respectivement 500, 300 et 200 soldats*: the noun, and so the tree, stands by the last."""
    for earlier in reversed(within(reading.counts, frame.last + 1, count.first)):
        between = reading.words[earlier.last + 1 : count.first]
        if "respectivement" not in reading.words[frame.last + 1 : earlier.first] or not set(between) <= {",", "et"}:
            break
        count = earlier
    return count


def _is_clause(reading: Reading, between: range) -> bool:
    """Whether *dont* opens a clause with a verb of its own before the next figure."""
    opened = max(j for j in between if reading.words[j] == "dont")
    return any(reading.pos[j] in ("VERB", "AUX") for j in range(opened + 1, between.stop))


def _does_more(reading: Reading, count: TokenMention) -> bool:
    """Whether a figure is the subject of a verb that follows it."""
    noun = reading.tokens[count.last]
    after = next((j for j in range(count.last + 1, len(reading.tokens)) if reading.pos[j] != "ADJ"), None)
    if after is not None and reading.pos[after] == "VERB" and "Fin" in features(reading.tokens[after], "VerbForm"):
        return True
    return noun.dep_ in SUBJECTS and noun.head.i > count.last and noun.head.pos_ == "VERB"


def _opens_clause(reading: Reading, count: TokenMention, end: int) -> bool:
    """*a perdu six soldats et 14 autres ont été blessés*: the number is the subject of a verb of its own."""
    i = count.last + 1
    while i < end and (reading.words[i] == "autres" or i in reading.actor_at or reading.pos[i] == "ADJ"):
        i += 1
    return i < end and reading.pos[i] == "AUX" and "Fin" in features(reading.tokens[i], "VerbForm")


def _is_kind_of(reading: Reading, first: TokenMention, count: TokenMention) -> bool:
    """*quatre soldats, dont deux réservistes*: some of the same, by what they are."""
    named = count.record["unit"] in ("réserviste", "officier", "sous-officier", "appelé", "conscrit", "recrue")
    return named and reading.words[count.first - 1] == "dont" and first.record["unit"] != count.record["unit"]


def _falls_otherwise(reading: Reading, count: TokenMention, triggers: set[int], end: int) -> bool:
    """*la mort de six casques bleus et cinq autres blessés*, *dont 779 ont été blessés*: the number of another loss."""
    i = count.last + 1
    while i < end and i not in triggers and (reading.words[i] == "autres" or reading.pos[i] in ("ADJ", "ADV", "AUX")):
        i += 1
    return i in triggers


def gapped(reading: Reading, frame: Frame, own: list[TokenMention], end: int) -> list[TokenMention]:
    """*Paris a promis 250 soldats, Rome 500 et Lisbonne une centaine*: those whose verb is left out."""
    if frame.group is None or frame.frame not in _GAPPING:
        return []
    taken = {m.first for m in own}
    found = []
    aside = frame.last
    for j in range(frame.last + 1, end):
        if reading.words[j] == "dont" and reading.words[j - 1] == ",":
            # *500 soldats, dont 155 sont partis, la Thaïlande 1.000*
            aside = next((k for k in range(j + 1, end) if reading.words[k] == ","), j)
        if j <= aside:
            continue
        if reading.pos[j] in ("VERB", "AUX") or reading.words[j] in ("qui", "que", "qu'", ";", "(", "contre"):
            break
        if j not in reading.count_at or reading.count_at[j].first != j:
            continue
        count = reading.count_at[j]
        if j not in taken and gap_owner(reading, count) is not None:
            found.append(count)
    return found


def elsewhere(reading: Reading, frame: Frame, own: list[TokenMention], end: int) -> list[TokenMention]:
    """*500 soldats sont déployés au Mali et 300 au Niger*: those of another place, by the same verb."""
    if frame.frame != "stands" or frame.group is None or own[-1].first > frame.token.i:
        return []
    found: list[TokenMention] = []
    last = frame.last
    for count in within(reading.counts, frame.last + 1, end):
        between = range(last + 1, count.first)
        before = next((j for j in reversed(between) if reading.pos[j] not in ("DET", "ADV")), last)
        apart = any(reading.pos[j] in ("VERB", "AUX", "PRON") or reading.words[j] == "dont" for j in between)
        at = count.last + 2
        placed = at < end and any(
            j in reading.locative_at or j in reading.place_at for j in range(at, min(end, at + 2))
        )
        if apart or not placed or reading.words[before] not in ("et", ",") or reading.pos[at - 1] != "ADP":
            break
        found.append(count)
        last = count.last
    return found


def gap_owner(reading: Reading, count: TokenMention) -> TokenActor | None:
    """The state right before a figure, and behind a comma or *et*: *, Rome 500*, *et le Bénin une centaine*."""
    i = count.first - 1
    while i > 0 and (reading.pos[i] == "DET" or reading.words[i] in _WORDS.modifiers):
        i -= 1
    owner = next((a for a in reading.actor_at.get(i, ()) if a.form in ("name", "capital")), None)
    if owner is None:
        return None
    before = owner.first - 1
    if before > 0 and reading.pos[before] == "DET":
        before -= 1
    return owner if before > 0 and reading.words[before] in (",", "et", "puis", "-") else None


def is_bracketed(reading: Reading, count: TokenMention) -> bool:
    """*l'Ukraine (10 militaires)*: the number of the one just named."""
    i = count.first - 1
    while i > 0 and reading.words[i] in ("env", "env.", *_WORDS.modifiers):
        i -= 1
    return i > 0 and reading.tokens[i].text == "(" and any(a.form == "name" for a in reading.actor_at.get(i - 1, ()))


def _separates(reading: Reading, between: range) -> bool:
    """Whether a comma, *et* or *dont* stands between two counts: *6.000 des 9.592* are no list."""
    return any(reading.words[j] in _SEPARATORS or "," in reading.words[j] for j in between)


def bracketed(reading: Reading, frame: Frame, triggers: set[int], first: int) -> list[TokenMention]:
    """*Grande-Bretagne (400 soldats), Allemagne (220) … les y laisseront*: a list in brackets before the verb."""
    if frame.group is None:
        return []
    found = [
        m
        for m in within(reading.counts, first, frame.token.i)
        if m.first > 0
        and surface_of(reading.doc)[max(0, m.record["start"] - 2) : m.record["start"]].rstrip().endswith("(")
    ]
    if not found:
        return []
    between = set(range(found[-1].last + 1, frame.token.i)) & triggers
    if between and not all(_shares_subject(reading, i, frame) for i in between):
        return []
    return found


def bracketed_after(
    reading: Reading, frame: Frame, own: list[TokenMention], triggers: set[int], end: int
) -> list[TokenMention]:
    """*envoie le plus de soldats, derrière le Rwanda (1.299) et l'Egypte (1.164)*: a list that follows."""
    taken = {m.first for m in own}
    found: list[TokenMention] = []
    for count in (m for m in within(reading.counts, frame.last + 1, end) if m.first not in taken):
        if not is_bracketed(reading, count) or triggers & set(range(frame.last + 1, count.first)):
            break
        found.append(count)
    return found


def _shares_subject(reading: Reading, i: int, frame: Frame) -> bool:
    """*les Autrichiens (378 soldats) ont commencé à se retirer et devraient quitter le Golan*."""
    other = subject(reading.tokens[i]) if reading.tokens[i].pos_ == "VERB" else None
    return other is not None and frame.agent is not None and other.i == frame.agent.i
