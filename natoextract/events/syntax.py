"""Subjects and objects of French verbs, by the tree, and by the word order where the tree is known to err."""

from collections.abc import Iterator

from spacy.tokens import Token

from natoextract.events.own_subjects import in_bracket, own_subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import SUBJECTS, auxiliaries_of, features, lemma, tense, verb_group
from natoextract.remember import remembered
from natoextract.text import fold

_CLIMB = frozenset(
    {"xcomp", "conj", "advcl", "acl", "ccomp", "obl:mod", "obl:arg", "nmod", "parataxis", "acl:relcl", "cop"}
)
# The object of these is who acts: *demander aux alliés d'envoyer*, *contraindre Washington à retirer*.
OBJECT_CONTROL = vocabulary().object_control
#: Verbs of giving: *donner un mois aux soldats pour partir*.
_GRANTING = frozenset(["donner", "laisser", "accorder", "octroyer"])
_TO = frozenset(["à", "aux", "au"])
_HALVES = frozenset(["deux", "trois", "quatre"])
#: Verbs whose subject does what their object names: *a pris la décision de partir*.
_HAVING = frozenset(["avoir", "recevoir", "prendre"])
_CLITICS = frozenset(["ne", "n'", "y", "en", "se", "s'", "l'", "les", "leur", "lui"])
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")


def antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun takes up: *les soldats qui*, *l'Isaf, dont*."""
    verb = pronoun.head
    for up in (verb, *verb.ancestors):
        nominal = up.dep_ == "acl:relcl" or (up.dep_ == "acl" and up.head.pos_ in ("NOUN", "PROPN"))
        if nominal and up.head.i < pronoun.i:
            if pronoun.lower_ != "qui" or _agrees(up.head, verb):
                return up.head
            # *un débarquement de 800 soldats, 2.000 Français qui seront déployés*
            near = pronoun.nbor(-1)
            return near if near.pos_ in ("NOUN", "PROPN") and _agrees(near, verb) else up.head
    i = pronoun.i - 1
    while i >= 0 and pronoun.doc[i].pos_ in ("PUNCT", "ADP", "ADV"):
        i -= 1
    return pronoun.doc[i] if i >= 0 and pronoun.doc[i].pos_ in ("NOUN", "PROPN", "NUM") else None


def _agrees(noun: Token, verb: Token) -> bool:
    """Whether a noun may be the subject of a verb in the plural."""
    finite = verb_group(verb).finite.lower_
    return (
        not finite.endswith("nt") or noun.lower_.endswith(("s", "x", "z")) or any(c.dep_ == "conj" for c in noun.rights)
    )


def is_relative(token: Token) -> bool:
    """*qui*, *que*, *dont*."""
    return token.lower_ in ("qui", "que", "qu'", "dont", "lequel", "laquelle", "lesquels", "lesquelles")


@remembered
def subject(verb: Token) -> Token | None:
    """The subject of a verb, own or shared: *X a décidé de se retirer*, *X a envoyé puis retiré*."""
    if (
        any(c.dep_ in SUBJECTS and in_bracket(c, verb) for c in verb.lefts)
        and (noun := _phrase_before(verb)) is not None
    ):
        return noun
    found = _told_subject(verb)
    return found if found is not None else _phrase_before(verb)


def _told_subject(verb: Token) -> Token | None:
    """The subject by the tree."""
    node, found = verb, own_subject(verb)
    if found is None and (noun := _noun_before(verb)) is not None:
        return noun
    if found is None and verb.dep_ in ("advcl", "conj") and (noun := _phrase_before(verb)) is not None:
        # *la ville est prise et l'armée se retire*
        return noun
    for _ in range(6):
        if found is not None:
            if is_relative(found) and (noun := antecedent(found)) is not None:
                return noun
            return found
        if node.dep_ == "ROOT":
            return None
        if node is not verb or node.dep_ in ("xcomp", "ccomp", "advcl", "acl", "obl:arg", "obl:mod"):
            controlled = _controlled(node)
            if controlled is not None:
                return controlled
        if node.dep_ == "acl" and node.head.pos_ in ("NOUN", "PROPN"):
            # *ont reçu l'ordre de se retirer*; *la volonté américaine de se désengager*: its owner acts, see `actors`
            predicate = own_subject(node.head)
            if predicate is not None:
                # *le bataillon qui est en train d'être déployé*
                return antecedent(predicate) or predicate if is_relative(predicate) else predicate
            light = node.head.head
            had = node.head.dep_ == "obj" and light.pos_ in ("VERB", "AUX") and fold(lemma(light)) in _HAVING
            return own_subject(light) if had else None
        if node.dep_.split(":")[0] not in {d.split(":")[0] for d in _CLIMB}:
            return None
        node = node.head
        found = own_subject(node) or _before_bracket(node)
    return None


def _before_bracket(verb: Token) -> Token | None:
    """The subject before an aside out of which the tree takes another: *un contingent (ils sont 290) est venu*."""
    misread = any(c.dep_ in SUBJECTS and in_bracket(c, verb) for c in verb.lefts)
    return _phrase_before(verb) if misread else None


def _noun_before(verb: Token) -> Token | None:
    """*aucun pronostic n'est engagé*: the noun right before a finite verb that the tree has hung elsewhere."""
    auxiliaries = auxiliaries_of(verb)
    if verb.dep_ not in ("advcl", "conj", "parataxis", "acl") or not auxiliaries:
        return None
    i = auxiliaries[0].i - 1
    while i >= 0 and (verb.doc[i].lower_ in ("ne", "n'", "y", "en", "-") or verb.doc[i].pos_ in ("ADJ", "ADV")):
        i -= 1
    noun = verb.doc[i] if i >= 0 else None
    if noun is None or noun.pos_ != "NOUN" or any(c.dep_ == "case" for c in noun.lefts):
        return None
    return noun if any(c.pos_ == "DET" for c in noun.lefts) else None


def _phrase_before(verb: Token) -> Token | None:
    """*Les soldats belges resteront au Mali*: the noun phrase before a finite verb that the tree hangs on its noun."""
    if tense(verb) not in ("future", "conditional", "present", "imperfect", "past"):
        return None
    doc = verb.doc
    auxiliaries = auxiliaries_of(verb)
    end = (auxiliaries[0] if auxiliaries else verb).i
    while end > 0 and not doc[end].is_sent_start and _is_clitic(doc[end - 1]):
        end -= 1
    if end == 0 or doc[end - 1].pos_ == "CCONJ":
        return None
    first = end
    steps = 0
    while first > 0 and not doc[first].is_sent_start and steps < 12:
        if doc[first - 1].text == ")":
            # *un contingent de 90 soldats (ils sont 290 au total) est venu*
            opening = next((i for i in range(first - 2, max(0, first - 16), -1) if doc[i].text == "("), None)
            if opening is None:
                break
            first, end = opening, min(end, opening)
        elif _is_of_phrase(doc[first - 1]):
            first, steps = first - 1, steps + 1
        else:
            break
    under = False
    for token in doc[first:end]:
        if token.pos_ == "ADP":
            under = True
        elif token.pos_ == "DET" and doc[max(first, token.i - 1)].pos_ != "ADP":
            under = False
        elif token.pos_ in ("NOUN", "PROPN", "NUM") and not under:
            return doc[token.i + 1] if token.pos_ == "NUM" and doc[token.i + 1].pos_ == "NOUN" else token
    return None


def _is_clitic(token: Token) -> bool:
    return token.lower_ in _CLITICS or token.pos_ == "ADV"


def _is_of_phrase(token: Token) -> bool:
    bare = token.pos_ == "VERB" and is_participle(token) and not auxiliaries_of(token)
    return bare or token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "ADP", "CCONJ", "ADV")


def _controlled(verb: Token) -> Token | None:
    """Who acts under a verb that asks: *ont demandé à leurs alliés d'envoyer* → *alliés*."""
    head = verb.head
    if head.pos_ in ("VERB", "AUX") and fold(lemma(head)) in _GRANTING:
        return _granted(head, verb)
    if head.pos_ not in ("VERB", "AUX") or fold(lemma(head)) not in OBJECT_CONTROL:
        return None
    for child in head.children:
        if child.i == verb.i or child.pos_ not in NOMINAL or child.dep_ in SUBJECTS:
            continue
        if child.dep_ in ("obj", "iobj", "obl:arg", "obl:mod", "obl", "nmod") and head.i < child.i < verb.i:
            return child
    return None


def _granted(head: Token, verb: Token) -> Token | None:
    """*donner un mois aux soldats français pour quitter le pays*: whom time is given to act."""
    if not any(c.lower_ == "pour" and c.i > head.i for c in verb.lefts):
        return None
    for token in head.doc[head.i + 1 : verb.i]:
        if token.pos_ in NOMINAL and any(c.lower_ in _TO and c.dep_ == "case" for c in token.lefts):
            return token
    return None


def objects(verb: Token) -> Iterator[Token]:
    """What may be the object of a verb, best first: the tree's, the relative pronoun's noun, the noun that follows."""
    seen = set()
    relative = next((c for c in verb.lefts if c.lower_ in ("que", "qu'") and c.dep_ in ("obj", "nsubj", "mark")), None)
    if (
        relative is not None
        and (verb.dep_ in ("acl:relcl", "acl", "ccomp") or (relative.pos_ == "PRON" and relative.dep_ == "obj"))
        and (noun := antecedent(relative)) is not None
    ):
        yield noun
        seen.add(noun.i)
    for child in verb.children:
        if (
            child.dep_ in ("obj", "obl:arg", "nsubj", "xcomp", "dislocated")
            and child.i > verb.i
            and child.pos_ in NOMINAL
        ):
            if child.dep_ != "obj" and any(c.dep_ == "case" for c in child.children):
                continue
            yield child
            seen.add(child.i)
    following = next_noun(verb)
    if following is not None and following.i not in seen:
        yield following
    # *retirer ou réduire leurs troupes*: the object stands after the last verb
    if following is None and not seen:
        for child in verb.children:
            if child.dep_ == "conj" and child.pos_ == "VERB":
                yield from (c for c in child.children if c.dep_ == "obj")


@remembered
def next_noun(verb: Token, limit: int = 6) -> Token | None:
    """The noun right after a verb, over its determiner, numerals and adverbs."""
    doc = verb.doc
    for i in range(verb.i + 1, min(len(doc), verb.i + 1 + limit)):
        token = doc[i]
        if token.lower_ in _HALVES or (token.lower_ == "par" and doc[min(i + 1, len(doc) - 1)].lower_ in _HALVES):
            # *diviser par deux ses troupes*
            continue
        if token.is_sent_start or token.lower_ in (
            "et",
            "ou",
            "à",
            "en",
            "dans",
            "par",
            "pour",
            "que",
            "qui",
            "avec",
            "sur",
        ):
            return None
        if token.pos_ in ("NOUN", "PROPN"):
            return token
        if token.pos_ in ("VERB", "AUX", "PRON") or (token.pos_ == "PUNCT" and token.text not in '"«»“”'):
            return None
    return None


def is_participle(token: Token) -> bool:
    """Whether a verb is a past participle; *envoyant* is none."""
    return "Part" in features(token, "VerbForm") and not token.lower_.endswith("ant")


def modified_noun(participle: Token) -> Token | None:
    """The noun that a bare participle modifies: *des troupes russes envoyées* → *troupes*."""
    head = participle.head
    if participle.is_sent_start:
        # *Arrivées en 2001, les troupes françaises …*
        found = (own_subject(up) for up in participle.ancestors if up.pos_ in ("VERB", "AUX"))
        return next((noun for noun in found if noun is not None and noun.i > participle.i), None)
    if participle.dep_ in ("acl", "amod") and head.pos_ in ("NOUN", "PROPN", "NUM", "PRON") and head.i < participle.i:
        return head
    doc = participle.doc
    for i in range(participle.i - 1, max(-1, participle.i - 7), -1):
        token = doc[i]
        if (token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("nmod",)) or token.pos_ == "NUM":
            return token
        if token.pos_ in ("VERB", "AUX", "PRON", "CCONJ", "SCONJ") or doc[i].is_sent_start:
            return None
    return None


def agent(verb: Token) -> Token | None:
    """The agent of a passive or a participle: *engagés par 36 pays* → *pays*."""
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in ("obl:agent", "obl:arg", "obl:mod", "obl"):
            continue
        # the parser hangs it on the place: *envoyés au Mali par Paris*
        for by in (child, *(c for c in child.rights if c.dep_ == "nmod")):
            if any(c.dep_ == "case" and c.lower_ == "par" for c in by.children):
                return by
    return None
