"""The count that a trigger's troops are: *envoyer 1.000 soldats*, *quatre d'entre eux*, *un contingent de 90*."""

from spacy.tokens import Token

from natoextract.events.frames import Frame, lead_of
from natoextract.events.lists import is_bracketed
from natoextract.events.military import military_words, verb_lemma
from natoextract.events.own_subjects import own_subject
from natoextract.events.reading import Reading, TokenMention, within
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import SUBJECTS

_WORDS = vocabulary()
_KNOWN = frozenset(["ses", "leurs", "nos", "les"])
_WIDE = frozenset({"joins", "self", "contributes", "with"})
#: Frames whose object is other troops.
_BESIDE_OTHERS = frozenset({"relieves", "yields", "reaches", "pursues"})


def subject_count(reading: Reading, frame: Frame) -> TokenMention | None:
    """*400 à 500 Italiens ont entamé leur retrait*: an owned movement of a counted subject."""
    owned = frame.token.i > 0 and reading.words[frame.token.i - 1] in ("leur", "leurs")
    if not frame.is_noun or frame.frame != "of" or not owned or frame.token.head.pos_ != "VERB":
        return None
    doer = own_subject(frame.token.head)
    return reading.count_at.get(doer.i) if doer is not None else None


def measured_count(reading: Reading, frame: Frame) -> TokenMention | None:
    """*ce renforcement représentera 600 hommes*, *le retrait concerne 2.500 soldats*: the figure that a verb gives."""
    token = frame.token
    if token.dep_ == "nmod" and token.head.i < token.i and reading.nouns[token.head.i] in _WORDS.decisions:
        # *Cet ordre d'évacuation concerne 90 observateurs*
        token = token.head
    verb = token.head
    subject = token.dep_ in SUBJECTS and verb.pos_ in ("VERB", "AUX") and verb.i > frame.token.i
    if frame.frame not in ("of", "strength", "self") or not subject or verb_lemma(verb) not in _WORDS.measuring:
        return None
    _, end = reading.sentence(verb.i)
    for j in range(verb.i + 1, min(end, verb.i + 8)):
        if j in reading.count_at:
            count = reading.count_at[j]
            return count if lead_of(reading, count.first) != "a" else None
        if reading.pos[j] in ("VERB", "PUNCT", "PRON") or (reading.pos[j] == "NOUN" and j not in reading.count_at):
            return None
    return None


def own_count(reading: Reading, frame: Frame, triggers: set[int], first: int, end: int) -> TokenMention | None:
    """The count that the troops of a frame are, or that follows the trigger without another between."""
    if frame.frame == "contributes":
        near = _near_count(reading, frame, triggers, end)
        before = within(reading.counts, first, frame.token.i)
        return near if near is not None and not is_bracketed(reading, near) else next(reversed(before), None)
    if frame.word == "s'ajouter" and frame.troops is not None and frame.troops.i < frame.token.i:
        # *les soldats s'ajoutent aux 8.500 hommes*
        return reading.count_at.get(frame.troops.i)
    if (brought := _by_count(reading, frame, end)) is not None:
        return brought
    if (by := _changed_by(reading, frame, triggers, end)) is not None:
        return by
    if frame.troops is not None:
        i = frame.troops.i
        count = reading.count_at.get(i)
        if count is None and reading.words[i] in ("eux", "elles", "autres"):
            count = next(
                (reading.count_at[j] for j in range(i - 1, max(first - 1, i - 4), -1) if j in reading.count_at), None
            )
        if count is None:
            count = _told_beside(reading, frame.troops, triggers, end) or _told_before(reading, first, i)
        if count is None:
            # *6.000 des 9.592 militaires*: the tree may give the second
            count = next(
                (
                    reading.count_at[j]
                    for j in range(i, min(end, i + 3))
                    if j in reading.count_at and j < i + 3 and i < frame.token.i < j
                ),
                None,
            )
        if count is not None and frame.frame == "changes" and reading.words[count.first - 1] in _KNOWN:
            # *la France n'augmentera pas ses 300 hommes*: how many there are, not how many come
            return None
        if count is not None:
            return (
                None
                if _is_partitive(reading, count) and frame.token.i > count.last + 1 and not frame.participle
                else count
            )
        others = frame.frame in _BESIDE_OTHERS or (frame.frame == "changes" and frame.type == "deployment")
        if others and frame.troops.i < frame.token.i:
            # *un bataillon danois relèvera les 400 soldats français*: the figure is that of the others
            near = _near_count(reading, frame, triggers, end)
            if frame.frame == "changes" and near is not None and lead_of(reading, near.first) == "de":
                # *le contingent sera augmenté de 500 hommes*
                return near
            return None
        if frame.troops.i > frame.token.i and not _near_count(reading, frame, triggers, end):
            return None
    if frame.token.i in reading.count_at and frame.frame in ("counts", "own", "self"):
        return reading.count_at[frame.token.i]
    return _near_count(reading, frame, triggers, end)


def _by_count(reading: Reading, frame: Frame, end: int) -> TokenMention | None:
    """*les troupes seront renforcées par un bataillon de 650 soldats*: the figure of those who come."""
    by = frame.agent
    if frame.frame != "changes" or frame.type != "deployment" or by is None or by.i < frame.token.i:
        return None
    if by.i in reading.count_at:
        return reading.count_at[by.i]
    if noun_is_unit(reading, by.i):
        return next((reading.count_at[j] for j in range(by.i + 1, min(end, by.i + 6)) if j in reading.count_at), None)
    return None


def _changed_by(reading: Reading, frame: Frame, triggers: set[int], end: int) -> TokenMention | None:
    """*sera amputé de 850 soldats*, *augmenter son contingent au sein de la Misca (Mission …) de 500 hommes*."""
    if frame.frame != "changes":
        return None
    for j in range(frame.last + 1, min(end, frame.last + 22)):
        if j in reading.count_at:
            count = reading.count_at[j]
            before = reading.tokens[count.first - 2] if count.first > 1 else reading.tokens[0]
            behind_name = before.text == ")" or before.i in reading.mission_at or before.i in reading.locative_at
            told = before.i == frame.last or behind_name
            return count if told and reading.words[count.first - 1] in ("de", "d'") else None
        if j in triggers or (reading.pos[j] in ("VERB", "AUX", "SCONJ") and j not in reading.mission_at):
            return None
    return None


def noun_is_unit(reading: Reading, i: int) -> bool:
    """*un bataillon*, *une compagnie*."""
    name = reading.nouns[i]
    return name in military_words().troops or name in military_words().mixed or name in _WORDS.units


def _near_count(reading: Reading, frame: Frame, triggers: set[int], end: int) -> TokenMention | None:
    """The first count after a trigger: no verb, no other trigger, no other troops between."""
    if reading.words[frame.last + 1 : frame.last + 3] == [",", "soit"] and frame.type != "casualties":
        # *la totalité du bataillon devrait être déployée, soit environ 850 hommes*
        near = range(frame.last + 3, min(end, frame.last + 7))
        return next((reading.count_at[j] for j in near if j in reading.count_at), None)
    if frame.participle:
        return None
    limit = 12 if frame.frame in _WIDE else 8
    for j in range(frame.last + 1, min(end, frame.last + limit)):
        if j in reading.count_at:
            return reading.count_at[j]
        token = reading.tokens[j]
        if j in triggers or (token.pos_ in ("VERB", "AUX") and frame.frame != "self") or token.text in (";", "."):
            return None
        if frame.frame not in _WIDE and token.text in (",", "(", ":"):
            return None
        if reading.words[j] in ("apres", "contre", "pour", "afin", "qui", "que", "qu'", "lors"):
            return None
    if frame.frame in ("stands", "joins"):
        return _behind_with(reading, frame, end)
    return None


def _behind_with(reading: Reading, frame: Frame, end: int) -> TokenMention | None:
    """*est engagée dans le nord de l'Afghanistan avec 300 soldats*: the figure behind *avec* in the verb's clause."""
    limit = min(end, frame.last + 14)
    at = next((j for j in range(frame.last + 1, limit) if reading.words[j] == "avec"), None)
    if at is None or any(
        reading.pos[j] in ("VERB", "AUX") or reading.words[j] == "," for j in range(frame.last + 1, at)
    ):
        return None
    near = range(at + 1, min(limit, at + 5))
    return next((reading.count_at[j] for j in near if j in reading.count_at), None)


def _told_beside(reading: Reading, troops: Token, triggers: set[int], end: int) -> TokenMention | None:
    """The strength of a unit: *un contingent de 90 soldats*, *le bataillon, soit 800 hommes*, *fort de 300 hommes*."""
    if (whole := _whole_of_units(reading, troops, end)) is not None:
        return whole
    apposed = described = False
    for j in range(troops.i + 1, min(end, troops.i + 13)):
        word = reading.words[j]
        if j in reading.count_at:
            count = reading.count_at[j]
            if reading.tokens[count.first].text[0] in "-–—" and not apposed:
                # *le contingent néerlandais -1.950 militaires- quitte le pays*: one token with its dash
                return count
            lead = reading.words[troops.i + 1 : count.first]
            taken = not apposed and ({"de", "d'"} & set(lead))
            closed = count.last + 1 >= end or reading.tokens[count.last + 1].pos_ not in ("CCONJ", "NOUN")
            return count if taken or described or (apposed and closed) else None
        if reading.tokens[j].text in ("«", "»", '"', "“", "”"):
            # *un contingent de « plus de 500 » soldats*
            continue
        if word == "pour":
            # *déployer des troupes pour une force forte de 3.000 hommes*
            return None
        if word in (",", "("):
            apposed = True
        elif word in _WORDS.describing:
            apposed = described = True
        elif described and reading.pos[j] in ("NOUN", "DET", "ADJ", "CCONJ", "NUM") and word not in _WORDS.apposed:
            # *une force d'appui, avec des hélicoptères et 250 militaires*
            continue
        elif apposed:
            if word not in _WORDS.apposed and not (noun_is_unit(reading, j) and reading.words[j - 1] in ("un", "une")):
                return None
        elif j in triggers or reading.tokens[j].pos_ in ("VERB", "AUX", "CCONJ", "SCONJ", "PRON", "PUNCT"):
            return None
    return None


def _whole_of_units(reading: Reading, troops: Token, end: int) -> TokenMention | None:
    """*un régiment et deux bataillons, ce qui fait 2.000 hommes*: the figure of several units."""
    for j in range(troops.i + 1, min(end, troops.i + 16)):
        if reading.words[j : j + 2] == ["ce", "qui"] and reading.words[j - 1] == ",":
            near = range(j + 2, min(end, j + 9))
            return next((reading.count_at[k] for k in near if k in reading.count_at), None)
        if j in reading.count_at or reading.pos[j] in ("VERB", "AUX"):
            return None
    return None


def _told_before(reading: Reading, first: int, i: int) -> TokenMention | None:
    """*Composé de 72 militaires, le contingent s'est envolé*: a strength that opens the sentence."""
    opens = reading.words[first] in _WORDS.describing and first < i
    return next((m for m in reading.counts if first < m.first < i), None) if opens else None


def _is_partitive(reading: Reading, count: TokenMention) -> bool:
    return " des " in count.record["text"]
