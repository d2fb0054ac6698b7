"""Verbs that make what another word says said: *faire savoir*, *mettre en garde*, *vient d'annoncer*."""

from spacy.tokens import Token

from natoextract import grammar
from natoextract.components.statements.tokens import Tokens
from natoextract.components.statements.vocabulary import phrase_words
from natoextract.lexicon import read_toml
from natoextract.text import fold

#: Words with which an empty verb says something: *faire savoir*, *laisser entendre*, *faire état de*.
_MAKE = {verb: frozenset(map(fold, made)) for verb, made in read_toml("speech_verbs")["made"].items()}
#: With *mettre* they say something only of a fact.
FACTUAL = frozenset(_MAKE["mettre"]) - {"garde"}
#: All of these words, and the nouns among them.
MADE = frozenset().union(*_MAKE.values())
#: *convaincu*, *certaines*: with a verb of being and *que* they tell what somebody thinks.
CONVINCED = frozenset(
    fold(word) + ending for word in read_toml("speech_verbs")["convinced"] for ending in ("", "e", "s", "es")
)
_HOLDING = frozenset(read_toml("speech_verbs")["holding"])
_IMPERSONAL = frozenset({"il", "-il", "-t-il", "c'", "ce", "semble-t-il"})
NAMED = frozenset(map(fold, read_toml("speech_verbs")["named"]))
_OBJECT_CLITICS = phrase_words("object_clitics")
#: How many words stand between *et* and an infinitive of saying: *Et le ministre de conclure*.
_SUBJECT = 9
_PAUSES = frozenset({",", ".", "!", "?", "…", ";", "»", "”", '"', "\n"})
_WISHING = frozenset({"veut", "veulent", "voulait", "voulaient"})
_NARRATIVE = frozenset({"et", "puis", "avant", ",", "ou"})
#: Verbs that an infinitive of saying follows: *vient d'annoncer*.
_GOVERNING = frozenset(
    ("venir", "tenir", "contenter", "borner", "limiter", "cesser", "finir", "empresser", "hésiter", "continuer")
)
#: Participles that with *s'est* and an infinitive of saying are one verb: *s'est contenté de répondre*.
RESTRAINED = frozenset(
    f"{verb}{ending}" for verb in ("borne", "limite", "contente", "empresse") for ending in ("", "e", "s", "es")
)
_BEEN = frozenset({"est", "sont", "etait", "etaient"})
#: Clitics between a maker and its word: *fait-on valoir*.
_CLITICS = frozenset(f"-{p}" for p in ("t", "il", "elle", "on", "ils", "elles", "je", "nous", "vous", "tu", "ce"))


def is_fact(folded: list[str], i: int) -> bool:
    """*a mis en avant que*, *a mis en relief le fait que*: with any other object nothing is said."""
    return folded[i : i + 1] in (["que"], ["qu'"]) or folded[i : i + 2] == ["le", "fait"]


def holder_of(doc: Tokens, folded: list[str], i: int) -> Token | None:
    """The *est* of *est convaincue que A*; *il est certain que A* is nobody's view."""
    k = i - 1
    while k >= 0 and doc[k].pos_ == "ADV":
        k -= 1
    if k < 1 or not is_fact(folded, i + 1) or grammar.lemma(doc[k]) not in _HOLDING:
        return None
    impersonal = folded[i] in ("certain", "sur") and folded[k - 1] in (*_IMPERSONAL, "n'", "ne")
    return None if impersonal else doc[k]


def maker_of(doc: Tokens, folded: list[str], i: int) -> Token | None:
    """The *faire* of *faire savoir*, the *mettre* of *mettre en garde*."""
    if folded[i] in _MAKE["mettre"]:
        ok = i > 1 and folded[i - 1] == "en" and grammar.lemma(doc[i - 2]) == "mettre"
        return doc[i - 2] if ok else None
    for k in range(i - 1, max(-1, i - 4), -1):
        lemma = grammar.lemma(doc[k])
        if folded[i] in _MAKE.get(lemma, ()):
            return doc[k]
        if folded[k] in ("fait", "faire", "fit") and folded[i] in _MAKE["faire"]:
            return doc[k]
        if doc[k].pos_ != "ADV" and folded[k] not in ("a", "d'") and folded[k] not in _CLITICS:
            break
    return None


def _narrates(doc: Tokens, folded: list[str], k: int) -> bool:
    """*Et le ministre d'ajouter que A*, *…, et X de conclure : « A »*: the subject before it opens a clause."""
    for j in range(k, max(-1, k - _SUBJECT), -1):
        if folded[j] == "et" and j < k:
            return j == 0 or folded[j - 1] in _PAUSES or doc[j].text == "Et"
        if doc[j].pos_ in ("VERB", "AUX", "PUNCT"):
            return False
    return False


def governor_of(doc: Tokens, folded: list[str], i: int) -> int | None:
    """Where the group of an infinitive of saying begins, if what governs it makes it said: *vient d'annoncer*."""
    k = i - 1
    while k >= 0 and (folded[k] in _OBJECT_CLITICS or doc[k].pos_ == "ADV") and folded[k] != "en":
        k -= 1
    if k < 0:
        return None
    link = folded[k]
    if link == "-on" and folded[k - 1] in ("peut", "pouvait"):
        # *« A », peut-on lire dans le communiqué*
        return k - 1
    if link in ("de", "d'", "a", "par"):
        k -= 1
        while k >= 0 and (doc[k].pos_ == "ADV" or folded[k] in ("egalement", "pas", "toutefois")):
            k -= 1
        if k < 0:
            return None
        if link in ("de", "d'") and folded[k] in _NARRATIVE:
            return k + 1 if folded[k] != "avant" else k
        if link in ("de", "d'") and _narrates(doc, folded, k):
            return k + 1
        lemma = grammar.lemma(doc[k])
        # the model takes the participle for an adjective: *s'est borné à déclarer*
        return k if lemma in _GOVERNING or (folded[k] in RESTRAINED and folded[k - 1] in _BEEN) else None
    if link in _WISHING and folded[i] == "croire":
        # *veut croire que A*, *« A », veut croire X*
        return k
    if link in ("voulu", "prefere", "ose", "cru"):
        return k - 1
    return k if link == "pour" else None
