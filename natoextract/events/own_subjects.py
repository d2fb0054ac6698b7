"""The subject that the tree gives a verb, and what stands there where the tree takes another word for it."""

from spacy.tokens import Token

from natoextract.grammar import SUBJECTS, auxiliaries_of
from natoextract.layers import surface_of
from natoextract.remember import remembered


@remembered
def own_subject(verb: Token) -> Token | None:
    """The subject that the tree gives a verb; of two, the nearer (*dont l'Allemagne a déployé*)."""
    found = [c for c in verb.children if c.dep_ in SUBJECTS and not _clitic_of_inversion(c) and not in_bracket(c, verb)]
    if not found:
        # X a pour sa part lié: the subject hangs on the auxiliary
        found = [c for a in auxiliaries_of(verb) for c in a.children if c.dep_ in SUBJECTS]
    if not found:
        return None
    # *des soldats de la force est-africaine ont atterri*: an adjective is none where a noun is there
    found = [c for c in found if c.pos_ != "ADJ"] or found
    left = [c for c in found if c.i < verb.i]
    if len(left) > 1 and _is_share(left[-1]):
        # *L'Isaf, qui compte 9.000 hommes, dont 2.000 Italiens, doit partir*
        left = left[:-1]
    doer = (left or found)[-1]
    return _before_clitic(verb, doer) or _before_aside(verb, doer) or doer


def _is_share(noun: Token) -> bool:
    """*, dont 2.000 Italiens,*: a share that an aside tells, with no verb of its own."""
    doc = noun.doc
    if noun.i + 1 >= len(doc) or doc[noun.i + 1].text != ",":
        return False
    for j in range(noun.i - 1, max(0, noun.i - 6), -1):
        if doc[j].lower_ == "dont":
            return doc[j - 1].text == ","
        if doc[j].pos_ not in ("NUM", "DET", "ADJ", "ADV", "ADP") and not doc[j].text[0].isdigit():
            return False
    return False


def _before_aside(verb: Token, doer: Token) -> Token | None:
    """*la Suède, n'étant pas membre de l'Otan, avait annoncé*: the tree takes the name that closes an aside."""
    doc = verb.doc
    closing = (auxiliaries_of(verb) or [verb])[0].i - 1
    if closing < 2 or doc[closing].text != "," or not doer.i < closing:
        return None
    opening = next((j for j in range(closing - 1, max(0, closing - 14), -1) if doc[j].text == ","), None)
    if opening is None or opening < 1 or doer.i < opening or doc[opening].is_sent_start:
        return None
    aside = doc[opening + 1 : closing]
    before = doc[opening - 1]
    clause = any(t.pos_ in ("VERB", "AUX") and t.lower_.endswith("ant") for t in aside)
    return before if clause and before.pos_ in ("NOUN", "PROPN") else None


def _before_clitic(verb: Token, doer: Token) -> Token | None:
    """*Paris nous a offert des troupes*: to whom, where the verb is of the third person."""
    if doer.lower_ not in ("nous", "vous") or doer.i == 0 or doer.is_sent_start:
        return None
    finite = (auxiliaries_of(verb) or [verb])[0].lower_
    before = doer.nbor(-1)
    return before if before.pos_ in ("NOUN", "PROPN") and not finite.endswith(("ons", "ez", "mes", "tes")) else None


def _clitic_of_inversion(token: Token) -> bool:
    return token.lower_.startswith("-")


def in_bracket(token: Token, verb: Token) -> bool:
    """*un contingent de 90 soldats (ils sont 290) est venu*: what the tree takes from an aside."""
    between = surface_of(verb.doc)[token.idx : verb.idx]
    closed = between.find(")")
    return closed >= 0 and "(" not in between[:closed]
