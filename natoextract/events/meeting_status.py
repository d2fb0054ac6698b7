"""How sure a meeting is that no word decides: by its relative clause, by the verb that governs it, by its day."""

from typing import Any

from spacy.tokens import Token

from natoextract.events.evidence import Found, Whose
from natoextract.events.frames import Frame
from natoextract.events.governors import Certainty, is_infinitive, status_of_verb
from natoextract.events.meeting_words import meeting_words
from natoextract.events.military import noun_lemma, verb_lemma
from natoextract.events.reading import Reading
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import lemma, tense, verb_group

_RELATIVES = frozenset(["qui", "que", "qu'"])
_AHEAD = frozenset(["pour", "avant", "vers", "en"])
#: One judges what has happened: *a salué la rencontre entre A et B*.
_JUDGING = frozenset(
    ["saluer", "qualifier", "critiquer", "denoncer", "deplorer", "commenter", "regretter", "condamner"]
)
_POINTED = frozenset(["ce", "cet", "cette", "ces", "sa", "son", "leur", "leurs", "ses"])


def of_relative(reading: Reading, frame: Frame) -> Certainty | None:
    """*l'entretien qu'il a eu avec X*, *la visite que X envisage de faire*, *la réunion qui se tiendra lundi*."""
    if frame.type != "meeting" or not frame.is_noun:
        return None
    for child in frame.token.children:
        if child.dep_ != "acl:relcl" or child.i <= frame.last:
            continue
        opening = next((j for j in range(frame.last + 1, child.i) if reading.words[j] in _RELATIVES), None)
        if opening is None:
            continue
        verb = next((t for t in reading.tokens[opening + 1 : child.i + 3] if t.pos_ in ("VERB", "AUX")), child)
        head = verb.head if verb.dep_.startswith("aux") else verb
        if (told := status_of_verb(reading, head)) is not None:
            return Certainty(told, "relative clause", head)
        return _of_tense(head, held=True)
    return None


def _of_tense(verb: Token, *, held: bool = False) -> Certainty | None:
    """Past is factual, future planned; the present of a verb of holding is factual."""
    group, told = verb_group(verb), tense(verb)
    if group.negated and verb_lemma(verb) in vocabulary().held:
        return Certainty("negated", "its verb", verb)
    if told in ("past", "imperfect") or group.perfect:
        return Certainty("factual", "its verb", verb)
    if told == "future":
        return Certainty("planned", "its verb", verb)
    if told == "present" and held and verb_lemma(verb) in vocabulary().held:
        return Certainty("factual", "its verb", verb)
    return None


def of_clause(reading: Reading, frame: Frame) -> Certainty | None:
    """*a loué au début de l'entrevue*, *écourte sa visite*, *sa dernière visite*, *Visite de X à Y*."""
    token = frame.token
    first, end = reading.sentence(token.i)
    before = reading.words[max(first, token.i - 3) : token.i]
    if any(word in ("dernier", "derniere") for word in before):
        return Certainty("factual", "dernier", reading.tokens[token.i - 1])
    verb = _governing(reading, token)
    if verb is None:
        # *Visite du ministre à Tunis*: a headline tells what happens
        verbless = not any(reading.pos[j] in ("VERB", "AUX") for j in range(first, end))
        definite = token.i == first or not {"la", "le", "du"}.isdisjoint(before)
        return Certainty("factual", "headline", token) if verbless and definite else None
    if token.i == first and ":" in reading.words[first : first + 5]:
        # *Sommet intercoréen: X espère des actions*
        return Certainty("factual", "headline", token)
    judged = next((t for t in reading.tokens[max(first, token.i - 5) : token.i] if verb_lemma(t) in _JUDGING), None)
    if judged is not None and judged.pos_ == "VERB":
        return Certainty("factual", "its verb", judged)
    errand = noun_lemma(reading, token.i) in meeting_words().errands
    if not errand and not _AHEAD.isdisjoint(before) and verb_lemma(verb) not in _meeting_verbs():
        return None
    if verb.idx in reading.said or verb_lemma(verb) in vocabulary().telling:
        return None
    told = _of_tense(verb)
    if (
        told is None
        and tense(verb) == "present"
        and verb_lemma(verb) != "agir"
        and not _POINTED.isdisjoint(before)
        and token.head.i == verb.i
    ):
        # *écourte sa visite*, *cette tournée illustre*
        return Certainty("factual", "its verb", verb)
    return told


def _governing(reading: Reading, token: Token) -> Token | None:
    """The finite verb above a noun, over its prepositions and infinitives."""
    for up in token.ancestors:
        copula = next((c for c in up.children if c.dep_ == "cop"), None)
        if copula is not None and not is_infinitive(copula):
            return copula
        if up.pos_ in ("VERB", "AUX") and not is_infinitive(up) and up.dep_ not in ("acl", "amod"):
            return up
        if up.dep_ == "acl" and up.pos_ == "VERB" and lemma(up) == "être":
            return up
    return None


def _meeting_verbs() -> frozenset[str]:
    words = meeting_words()
    return words.paired | words.pairs | words.receiving | words.mutual | {"reunir", "retrouver", "rencontrer"}


def of_day(reading: Reading, when: Found[Any] | None) -> Certainty | None:
    """*sa visite le 21 novembre dernier*: a day before the dispatch is past."""
    published = reading.doc._.published
    if when is None or not published:
        return None
    latest, earliest = when.value["latest"], published["earliest"]
    if latest and earliest and latest < earliest and when.start is not None and when.end is not None:
        return Certainty("factual", "day", phrase=(when.start, when.end))
    return None


def taken_up(found: Whose, told: str | None, status: Certainty) -> Certainty:
    """*Cette visite intervient*: as sure as the visit that it takes up."""
    if told is None or status.rule != "noun" or not found.rule.startswith("running"):
        return status
    return status._replace(status=told, rule="taken up")
