"""How sure a meeting is at which something happens: *lors d'une réunion*, *à la veille du sommet*."""

import re

from spacy.tokens import Token

from natoextract.events.frames import Frame
from natoextract.events.governors import Certainty, from_tense
from natoextract.events.meeting_words import meeting_words
from natoextract.events.military import noun_lemma, verb_lemma
from natoextract.events.reading import Reading
from natoextract.grammar import lemma, tense, verb_group

OCCASION = re.compile(
    r"\b(?:(?P<during>au cours|lors|en marge|a l'occasion|durant|pendant|ouverture|cloture)"
    r"|(?P<after>a l'issue|apres|au terme|au lendemain|au sortir|a la suite)"
    r"|(?P<before>a la veille|avant|en vue|d'ici|dans la foulee|en prevision))"
    r"(?: de| d'| du)? ?(?:la |le |l'|les |une? |ce |cette |ces |son |sa |ses |leur |leurs )?(?:\w+ )?$"
)
_TO_COME = frozenset(["future", "conditional"])
_AWAITING = frozenset(["devoir", "attendre", "prevoir"])
_LASTED = [["ans", "de"], ["mois", "de"], ["semaines", "de"], ["jours", "de"], ["heures", "de"]]
_DEFINITE = frozenset(["les", "ces", "leurs", "ses"])


def occasion(reading: Reading, frame: Frame) -> Certainty | None:
    """*lors d'une réunion*: a meeting is as sure as what happens on its occasion."""
    if frame.type != "meeting" or not frame.is_noun:
        return None
    first, _ = reading.sentence(frame.token.i)
    for j in range(max(first, frame.token.i - 2), frame.token.i):
        if reading.words[j] in ("prochain", "prochaine", "futur", "future"):
            return Certainty("planned", "prochain", reading.tokens[j])
    head = frame.token.head
    attends = head.pos_ == "VERB" and verb_lemma(head) in meeting_words().attending and frame.token.dep_ != "nsubj"
    if attends and tense(head) != "infinitive":
        return from_tense(frame, head)
    told = OCCASION.search(reading.folded, reading.tokens[max(first, frame.token.i - 8)].idx, frame.token.idx)
    if told and told["before"]:
        return Certainty("planned", "occasion", phrase=told.span("before"))
    if told:
        verb = next((up for up in frame.token.ancestors if up.pos_ in ("VERB", "AUX") or lemma(up) == "être"), None)
        return Certainty("planned" if _is_to_come(verb) else "factual", "occasion", verb, phrase=told.span())
    return _errand(reading, frame) or _under_way(reading, frame)


def _is_to_come(verb: Token | None) -> bool:
    """Whether a verb tells of the future: *rencontrera*, *doit rencontrer*."""
    if verb is None:
        return False
    above = verb.head if verb.dep_ == "xcomp" else verb
    past = verb_group(above).perfect
    return tense(above) in _TO_COME or tense(verb) in _TO_COME or (verb_lemma(above) in _AWAITING and not past)


def _errand(reading: Reading, frame: Frame) -> Certainty | None:
    """*est arrivé à Kaboul pour une visite de deux jours*: who has come is on his visit."""
    before = reading.words[max(0, frame.token.i - 3) : frame.token.i]
    if "pour" not in before or noun_lemma(reading, frame.token.i) not in meeting_words().errands:
        return None
    first, _ = reading.sentence(frame.token.i)
    left = range(frame.token.i - 1, first - 1, -1)
    verb = next((reading.tokens[j] for j in left if reading.pos[j] in ("VERB", "AUX")), None)
    if verb is None or tense(verb) not in ("past", "imperfect"):
        return None
    return Certainty("factual", "errand", verb)


def _under_way(reading: Reading, frame: Frame) -> Certainty | None:
    """*les négociations n'ont pas avancé*: talks that one may speak of."""
    token = frame.token
    if noun_lemma(reading, token.i) not in meeting_words().lasting or not token.i:
        return None
    if token.dep_ == "nmod" and token.head.i < token.i and reading.nouns[token.head.i] in meeting_words().rounds:
        # *le troisième cycle de négociations a débuté*
        token = token.head
    subject_of = token.head if token.dep_ in ("nsubj", "nsubj:pass") and token.head.pos_ in ("VERB", "AUX") else None
    if subject_of is not None and tense(subject_of) in ("present", "past", "imperfect"):
        return Certainty("factual", "under way", subject_of)
    if reading.words[token.i - 2 : token.i] in _LASTED:
        # *après sept ans de négociations*
        return Certainty("factual", "under way", token)
    spoken_of = reading.words[token.i - 1] in _DEFINITE and token.dep_ != "obj"
    return Certainty("factual", "under way", token) if spoken_of else None
