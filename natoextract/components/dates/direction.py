"""Whether a date lies behind or ahead, by the tense of the verb that governs it.

*La décision devra être approuvée jeudi* is the coming one, *a été approuvée jeudi* the last; *la réunion prévue jeudi*
lies ahead whatever the tense.
"""

from typing import Literal

from spacy.tokens import Doc, Token

from natoextract.components.dates.words import (
    ADJECTIVES,
    AGENDA,
    AGENDA_FORMS,
    AHEAD,
    AHEAD_FORMS,
    ANNOUNCING,
    GIVING,
    INTENTIONS,
    SCHEDULED,
)
from natoextract.grammar import auxiliaries_of, is_reflexive, lemma, verb_group
from natoextract.text import fold

#: `near`: a verb that announces in the present what comes or has just come (*se réunissent jeudi*); None: no verb says.
Told = Literal["past", "future", "near", "present"] | None

_MAX_STEPS = 8
_TO_DATE = frozenset({"a", "au", "aux", "pour", "l'", "la"})
_BE = "être"
#: How far before its term stands the verb of what is given: *a donné aux deux parties jusqu'à*.
_GIVEN_WITHIN = 10
_CLAUSE_ENDS = frozenset({";", ":", "(", ")"})


def told_at(doc: Doc, start: int, end: int) -> Told:
    """What tense says of the date at these characters."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    token = span.root
    if _since(doc, span.start):
        return "past"
    if (before := _scheduled_before(doc, span.start)) is not None:
        return before
    if _deadline(doc, span.start):
        return "future"
    to_date = span.start > 0 and fold(doc[span.start - 1].text) in _TO_DATE
    sentence = token.sent
    for _ in range(_MAX_STEPS):
        if (told := _told_by(token)) is not None:
            if told == "present" and _conditional_on(token):
                # *Si rien ne bouge vendredi*
                return "near"
            if told == "past" and to_date and lemma(verb_group(token).head) in SCHEDULED:
                # *a été reportée à jeudi*
                return "future"
            if told == "past" and _announced(doc, token, span.start):
                return "present"
            return "future" if told in ("present", "near") and _until(doc, span.start) else told
        head = token.head
        if head.i == token.i or not sentence.start <= head.i < sentence.end:
            break
        token = head
    return _told_in_clause(doc, span.start, span.end)


def _conditional_on(verb: Token) -> bool:
    return any(child.lower_ in ("si", "s'") and child.dep_ == "mark" for child in verb.lefts)


def _since(doc: Doc, index: int) -> bool:
    """*les soldats présents depuis mars partiront*: what has begun lies behind, whatever the verb."""
    if index and doc[index - 1].lower_ in ("le", "la", "l'", "les"):
        index -= 1
    return index > 0 and doc[index - 1].lower_ == "depuis"


def _announced(doc: Doc, verb: Token, index: int) -> bool:
    """*a annoncé le départ des troupes en mars*: the nearest March; *a annoncé en mars le départ* tells a past one."""
    return (
        lemma(verb_group(verb).head) in ANNOUNCING
        and verb.i < index
        and any(doc[i].dep_ == "obj" and doc[i].head.i == verb.i for i in range(verb.i + 1, index))
    )


def _until(doc: Doc, index: int) -> bool:
    """*reste au Kosovo jusqu'à l'été*: what lasts now ends later."""
    begin = max(index - 3, doc[index].sent.start)
    return any(doc[i].lower_ in ("jusqu'", "jusque", "d'ici") for i in range(begin, index))


def _deadline(doc: Doc, index: int) -> bool:
    """*a donné jusqu'à dimanche aux rebelles*, *a prolongé la trêve jusqu'à mardi*: what is given lasts till then."""
    if index < 2 or fold(doc[index - 1].text) not in _TO_DATE or doc[index - 2].lower_ not in ("jusqu'", "jusque"):
        return False
    begin = max(index - _GIVEN_WITHIN, doc[index].sent.start)
    return any(doc[i].pos_ == "VERB" and lemma(doc[i]) in GIVING for i in range(begin, index))


def _told_in_clause(doc: Doc, start: int, end: int) -> Told:
    """Where the tree is broken, the first finite verb after the date, else the last before it, in its clause."""
    sentence = doc[start].sent
    for indices in (range(end, sentence.end), range(start - 1, sentence.start - 1, -1)):
        for i in indices:
            token = doc[i]
            if token.text in _CLAUSE_ENDS:
                break
            if token.pos_ in ("VERB", "AUX") and (told := _told_by(token)) is not None:
                return told
    # *Le ministre rencontre jeudi son homologue*: a verb that the model takes for a noun
    return "near" if start > sentence.start and doc[start - 1].lower_ in AGENDA_FORMS else None


def _scheduled_before(doc: Doc, index: int) -> Told:
    """*prévue à 16H30*, *attendu pour jeudi*, *prochain match dimanche*: a thing set for a day."""
    for i in range(index - 1, max(index - 4, -1), -1):
        token = doc[i]
        if token.is_punct or token.is_space:
            return None
        if token.pos_ in ("VERB", "ADJ", "NOUN") and len(token) > 3:
            if i and doc[i - 1].lower_ in ("non", "pas"):
                return None
            said = (token, *(c for c in token.lefts if c.pos_ == "ADJ"))
            return "future" if any(_stem(word) in ADJECTIVES for word in said) else None
    return None


def _stem(token: Token) -> str:
    """The masculine singular of an adjective or participle in folded letters: *prévues* → `prevu`."""
    return fold(token.lower_).removesuffix("s").removesuffix("e")


def _told_by(token: Token) -> Told:
    if token.pos_ not in ("VERB", "AUX"):
        auxiliary = next((c for c in token.lefts if c.dep_ == "cop" or c.dep_.startswith("aux")), None)
        if auxiliary is None:
            return None
        told = _by_tense(auxiliary)
        # *se sont ouvertes*: the participle of a perfect is often taken for an adjective
        return "past" if told in ("present", "near") and is_reflexive(token) else told
    return _by_tense(token)


def _by_tense(token: Token) -> Told:
    group = verb_group(token)
    head, verb = group.head, lemma(group.head)
    match group.tense:
        case "future":
            return "future"
        case "conditional":
            return "past" if group.perfect and verb != "devoir" else "future"
        case "past":
            return "past"
        case "imperfect":
            return "near" if verb == "devoir" else "past"
        case "participle":
            if any(_is_infinitive(auxiliary) for auxiliary in auxiliaries_of(head)):
                # *doit être approuvé*
                return _by_infinitive(head)
            return _by_participle(head, verb)
        case "infinitive":
            return _by_infinitive(head)
        case "gerund":
            return None
        case "present":
            return _by_present(head, verb, passive=group.passive)


def _by_present(head: Token, verb: str, *, passive: bool) -> Told:
    if head.dep_ == "ccomp" and head.head.pos_ == "VERB" and lemma(head.head) in AHEAD:
        # *aurait souhaité que les troupes partent en juin*: a subjunctive, wished or asked for
        return "future"
    if verb in ("devoir", "aller"):
        return "future"
    if (passive or any(lemma(a) == _BE for a in auxiliaries_of(head))) and verb in SCHEDULED:
        return "future"
    return "near" if verb in AGENDA else "present"


def _by_participle(head: Token, verb: str) -> Told:
    if verb in SCHEDULED and _stem(head) in ADJECTIVES:
        # *un point de presse non prévu samedi*
        return "past" if head.i and head.nbor(-1).lower_ == "non" else "future"
    governor = _finite_above(head)
    return "future" if governor is not None and verb_group(governor).tense == "future" else "past"


def _by_infinitive(head: Token) -> Told:
    if head.dep_ == "acl" and fold(lemma(head.head)) in INTENTIONS:
        # *a fait connaître son intention de partir en mars*
        return "near"
    governor = _finite_above(head)
    if head.i and head.nbor(-1).lower_ in AHEAD_FORMS:
        return "future"
    if governor is None:
        return None
    group = verb_group(governor)
    verb = lemma(group.head)
    if group.tense in ("future", "conditional") or (verb == "aller" and group.tense == "present"):
        return "future"
    if verb == "venir":
        # *vient d'être nommé mardi*
        return "past"
    if verb in AHEAD:
        return "future" if group.tense == "present" else "near"
    return "past" if group.tense in ("past", "imperfect") else "present"


def _is_infinitive(token: Token) -> bool:
    return "Inf" in token.morph.get("VerbForm", [])


def _finite_above(token: Token) -> Token | None:
    """The next verb up the tree that carries a tense."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX") and verb_group(ancestor).tense not in (
            "infinitive",
            "participle",
            "gerund",
        ):
            return ancestor
    return None
