"""When an event happens: the date on its trigger, else the first after it, else the one that opens the sentence."""

import re
from typing import Any

from natoextract.events.evidence import Found
from natoextract.events.frames import Frame, frames_in
from natoextract.events.meeting_words import meeting_words
from natoextract.events.military import noun_lemma
from natoextract.events.reading import Reading, TokenMention, within
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import lemma
from natoextract.layers import EventDateRecord
from natoextract.text import fold

#: Verbs of a phase of what their infinitive tells.
_PHASES = vocabulary().phases
_ERRANDS = meeting_words().errands
# What begins a clause with a time of its own.
_SUBORDINATE = frozenset(
    ["que", "qu'", "qui", "dont", "si", "apres", "avant", "lorsque", "quand", "alors", "depuis", ";"]
)
#: What happened before: *après la fermeture, en février, de l'hôpital*.
_BEHIND = frozenset(["apres"])
_SINCE = re.compile(r"\bdepuis (?:[\w' ]{0,40})$")
_RIGHT_SINCE = re.compile(r"\bdepuis (?:le |la |l'|les |debut |fin |mi-|le mois de |le mois d'|l'annee )?$")
_OF_DOCUMENT = re.compile(r"\b(?:datant|datee?s?|date) (?:de |du |d')(?:la |le |l')?$")


def date_of(reading: Reading, frame: Frame, frames: list[Frame]) -> Found[EventDateRecord] | None:
    """When it happens, not when it is said: the date on the trigger, else the first after it."""
    first, end = reading.sentence(frame.token.i)
    dates = [
        m
        for m in within(reading.dates, first, end)
        if m.record["type"] in ("DATE", "TIME") and not _is_slug(reading, m)
    ]
    if not dates:
        return None
    if frame.type != "presence":
        dates = [m for m in dates if m.record["value"] != "PRESENT_REF"]
    if frame.type == "meeting" and (frame.frame == "travels" or noun_lemma(reading, frame.token.i) in _ERRANDS):
        # *son neuvième voyage depuis mars*, *ne s'y est pas rendu depuis 1995*
        dates = [m for m in dates if "depuis" not in reading.words[max(first, m.first - 2) : m.first]]
    dates = [m for m in dates if not _of_another(reading, frame, m, first)]
    for date in dates:
        if (_hangs_on(reading, date, frame) or _of_phase(reading, date, frame)) and not (
            frame.type == "presence" and _is_deadline(reading, date)
        ):
            return _dated(date, "tree")
    if (verb := _occasion_verb(reading, frame)) is not None:
        for date in dates:
            if reading.doc[date.first : date.last + 1].root.head.i == verb.i:
                return _dated(date, "occasion")
    for date in dates:
        if date.first > frame.last and _clear(reading, frame, date, frames):
            return _dated(date, "clause")
    head = dates[0] if dates else None
    if head is not None and head.last < frame.token.i and _opens(reading, head, frame, first):
        return _dated(head, "sentence opening")
    return None


def _occasion_verb(reading: Reading, frame: Frame) -> Any:
    """*ont accepté vendredi …, au cours d'une réunion*: what happens at a meeting happens on its day."""
    before = reading.folded[max(0, frame.token.idx - 24) : frame.token.idx]
    if frame.type != "meeting" or not re.search(r"\b(?:au cours|lors) d(?:e|'|u)[\w' ]{0,12}$", before):
        return None
    return next((up for up in frame.token.ancestors if up.pos_ == "VERB"), None)


def _is_slug(reading: Reading, date: TokenMention) -> bool:
    """Whether a date is of the page, of a document (*datant du 31 août*) or of what has lasted since (*depuis le coup
    d'Etat de 2012*); *présents depuis mars* tells when it began.
    """
    start = date.record["start"]
    before = reading.folded[max(0, start - 50) : start]
    since = _SINCE.search(before) and not _RIGHT_SINCE.search(before)
    return (
        bool(since or _OF_DOCUMENT.search(before))
        or reading.in_slug(start)
        or any(a <= start < b for a, b in reading.headers)
    )


def _of_another(reading: Reading, frame: Frame, date: TokenMention, first: int) -> bool:
    """Whether a date is of something else that the sentence names.

    *déployés après le coup d'Etat d'avril 2012*, *et son budget pour 2012*, *Forte de 50.000 hommes en 1999, la Kfor …*
    """
    words = reading.words
    if words[first] in vocabulary().describing and date.last < frame.token.i:
        comma = next((j for j in range(frame.token.i - 1, date.last, -1) if words[j] == ","), None)
        return comma is not None
    if date.first <= frame.last:
        return False
    if words[date.first - 1] == "pour" and reading.pos[date.first - 2] == "NOUN":
        return date.first - 2 > frame.last and "et" in words[frame.last + 1 : date.first - 2]
    between = range(date.first - 2, frame.last, -1)
    behind = next((j for j in between if words[j] in _BEHIND), None)
    if behind is None or behind in reading.date_at:
        # *fin avril, après …*
        return False
    return any(reading.pos[j] == "NOUN" and j not in reading.date_at for j in range(behind + 1, date.first))


def _dated(date: TokenMention, rule: str) -> Found[EventDateRecord]:
    record = date.record
    when: EventDateRecord = {
        "value": record["value"],
        "earliest": record["earliest"],
        "latest": record["latest"],
    }
    return Found(when, rule, record["start"], record["end"])


def _hangs_on(reading: Reading, date: TokenMention, frame: Frame) -> bool:
    """Whether the date's head leads to the trigger before any other verb, in the same clause."""
    root = reading.doc[date.first : date.last + 1].root
    trigger = range(frame.token.i, frame.last + 1)
    for up in root.ancestors:
        if up.i in trigger:
            return True
        if up.pos_ in ("VERB", "AUX"):
            # *la réunion se tiendra vendredi*, *le retrait a commencé lundi*: the trigger is the verb's argument
            if frame.is_noun and frame.token.head.i == up.i and not _says(reading, up):
                return frame.token.dep_ in ("nsubj", "nsubj:pass", "obj")
            return False
    return False


def _of_phase(reading: Reading, date: TokenMention, frame: Frame) -> bool:
    """*a commencé lundi à déployer une force*: the day between is that of what begins."""
    i = frame.token.i - 1
    while i > date.last and reading.words[i] in ("a", "de", "d'", "se", "s'", "y"):
        i -= 1
    return i == date.last and date.first > 0 and fold(lemma(reading.tokens[date.first - 1])) in _PHASES


def _says(reading: Reading, verb: Any) -> bool:
    """Whether a verb tells of the saying or the deciding, not of the happening."""
    if verb.idx in reading.said:
        return True
    return fold(lemma(verb)) in vocabulary().telling


def _is_deadline(reading: Reading, date: TokenMention) -> bool:
    """*d'ici la fin de l'année*, *avant juin*: a day for what moves, not for what stands."""
    start = date.record["start"]
    return bool(re.search(r"\b(?:d'ici|avant)[\w' ]{0,12}$", reading.folded[max(0, start - 20) : start]))


def _in_bracket(reading: Reading, frame: Frame, date: TokenMention) -> bool:
    """*4.882 soldats (jusqu'à 50.000 en 1999)*: the date of an aside."""
    between = reading.words[frame.last + 1 : date.first]
    return "(" in between and ")" not in between


def _clear(reading: Reading, frame: Frame, date: TokenMention, frames: list[Frame]) -> bool:
    """Whether nothing between trigger and date claims the date for itself."""
    between = range(frame.last + 1, date.first)
    others = {f.token.i for f in frames_in(frames, between) if f.type not in ("presence", frame.type)}
    standing = frame.type == "presence"
    # *en raison de restrictions imposées depuis décembre*: the nearer participle's
    if any(reading.words[j] == "depuis" for j in between) and (
        not _RIGHT_SINCE.search(reading.folded[max(0, date.record["start"] - 50) : date.record["start"]])
        or any(reading.pos[j] == "VERB" for j in between)
    ):
        return False
    if len(between) > 24 or _in_bracket(reading, frame, date) or (standing and _is_deadline(reading, date)):
        return False
    for j in between:
        token = reading.tokens[j]
        if j in others or token.text in (";", ":"):
            return False
        if (
            token.pos_ in ("VERB", "AUX")
            and token.dep_ not in ("acl", "amod")
            and fold(lemma(token))
            not in (
                "prevoir",
                "fixer",
                "attendre",
                "programmer",
                "debuter",
                "commencer",
                "etre",
                "tenir",
                "avoir",
                "ouvrir",
                "derouler",
            )
        ):
            return False
        if reading.words[j] in ("apres", "mais", "alors", "lorsque", "quand") and j < date.first - 1:
            return False
    return True


def _opens(reading: Reading, date: TokenMention, frame: Frame, first: int) -> bool:
    """*Ce mercredi, six militaires ont perdu la vie*: a date before the main clause is its verbs'.

    *Mardi, les troupes ont attaqué, tuant deux soldats* dates both; *Mardi, il a annoncé leur retrait* neither.
    """
    if any(reading.tokens[j].pos_ in ("VERB",) for j in range(first, date.first)):
        return False
    if frame.group is None and not frame.participle:
        return False
    between = range(date.last + 1, frame.token.i)
    apart = reading.words[date.last + 1 : date.last + 2] == [","]
    for j in between:
        if reading.words[j] in _SUBORDINATE:
            return False
        token = reading.tokens[j]
        if token.pos_ not in ("VERB", "AUX") or token.dep_.startswith(("aux", "cop")):
            continue
        if not apart or _says(reading, token):
            return False
    return True
