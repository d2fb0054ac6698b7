"""Verbs by their forms, also where the model calls them nouns or adjectives: *une frappe tue 60 soldats*."""

from spacy.tokens import Token

from natoextract.events.frames import Search
from natoextract.events.in_chains import modified_before
from natoextract.events.military import verb_lemma
from natoextract.events.rightward import right_troops
from natoextract.events.syntax import is_participle
from natoextract.events.words import Words
from natoextract.grammar import lemma
from natoextract.lexicon import read_toml
from natoextract.text import fold

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "X"})
#: Predicates that the model calls nouns or adjectives, accentless.
PREDICATES = {
    **dict.fromkeys(("fort", "forte", "forts", "fortes"), "fort"),
    **dict.fromkeys(("present", "presents", "presente", "presentes"), "present"),
    **dict.fromkeys(("partis", "parties", "parti", "partie"), "partir"),
}
#: *Partir maintenant serait une folie*: at the head of a sentence the model may take an infinitive for an adjective.
_OPENING_INFINITIVES = frozenset(["partir", "rester"])
#: *les troupes étaient prêtes*: a form of *prêter* to the model.
_READY = frozenset(["prêt", "prête", "prêts", "prêtes"])
#: Verbs of meetings whose present the model takes for a noun.
_VISITING = frozenset(["rencontrer", "visiter"])
_BEING = frozenset(map(fold, read_toml("verb_forms")["auxiliaries"]["être"]))
DETERMINERS = frozenset(["l'", "la", "le", "son", "sa", "leur", "une", "un", "cette", "premiers"])


def is_verb(words: Words, token: Token) -> bool:
    name = verb_lemma(token)
    return name in words.verbs or name in words.reflexives or name in words.verb_phrases


def verb_of(search: Search, token: Token) -> str | None:
    """The lemma of a verb, also where the model calls its participle a noun or an adjective."""
    words = search.reading.words
    if token.pos_ == "ADP":
        return "entrer"
    if (future := search.words.futures.get(words[token.i])) is not None:
        return future
    if token.lower_ in _READY:
        return None
    known = search.words.participles.get(token.lower_)
    before = words[token.i - 1] if token.i else ""
    if known == "tourner" and token.pos_ == "NOUN":
        # *en tournée*, *une nouvelle tournée*
        return None
    if known is not None and before in DETERMINERS:
        # *son arrivée*, *un blessé*
        return None
    if token.pos_ == "VERB" and PREDICATES.get(words[token.i]) == "present" and "être" in map(lemma, token.lefts):
        # *Elle est présente en RDC*
        return "present"
    if token.pos_ in ("VERB", "AUX"):
        own = verb_lemma(token)
        # *allège* is given a lemma of its own
        mended = known or search.words.presents.get(token.lower_)
        return own if mended is None or is_verb(search.words, token) else mended
    if token.pos_ == "ADV":
        # *un contingent fort de 500 hommes*
        return PREDICATES.get(words[token.i])
    human = known in ("blesser", "tuer", "mourir")
    noun = token.pos_ == "NOUN" and search.reading.nouns[token.i] in search.words.nouns
    if noun and _begins(search, token.i) and not (human and _is_predicate(search, token)):
        # *Libéria: arrivée des premiers soldats*
        return None
    if token.pos_ in NOMINAL:
        if words[token.i] in _OPENING_INFINITIVES and _begins(search, token.i):
            return words[token.i]
        if known is not None:
            # the noun *blessés* has a determiner or a numeral of its own, the participle a noun before it
            return None if human and not _is_predicate(search, token) else known
        if search.words.presents.get(token.lower_) in _VISITING and _follows_name(search, token):
            return search.words.presents[token.lower_]
        if (verb := _mistaken_verb(search, token, before)) is not None:
            return verb
        predicate = PREDICATES.get(words[token.i])
        if predicate != "partir":
            return predicate
        if before == "deja" or (
            before not in ("grande", "en", "une", "la") and "être" in (lemma(c) for c in token.lefts)
        ):
            return "partir"
    return None


def _follows_name(search: Search, token: Token) -> bool:
    """*Jean Martin rencontre son homologue*: right behind a name, a noun is a verb."""
    before = search.reading.tokens[token.i - 1] if token.i else None
    return before is not None and before.pos_ == "PROPN" and before.text[:1].isupper()


def _begins(search: Search, i: int) -> bool:
    """Whether a noun stands first in a headline or a clause: *arrivée des soldats*."""
    first, _ = search.reading.sentence(i)
    return i == first or search.reading.pos[i - 1] in ("PUNCT", "SPACE")


def _mistaken_verb(search: Search, token: Token, before: str) -> str | None:
    """*une frappe tue 60 soldats*, *l'Amisom compte 21.626 hommes*: a verb that the model calls a noun."""
    verb = search.words.presents.get(token.lower_)
    # *la force n'en compte plus que 3.600*: no *en* of a complement
    gerund = token.lower_.endswith("ant")
    pronoun = before == "en" and (gerund or (token.i > 1 and search.reading.words[token.i - 2] in ("n'", "ne", "qui")))
    if verb is None or (search.reading.tokens[token.i - 1].pos_ in ("DET", "ADP", "NUM") and not pronoun):
        return None
    if search.reading.words[token.i : token.i + 4] == ["manque", "a", "l'", "appel"]:
        return verb
    if search.count_after(token.i, 6) is not None or _has_object(search, token.i):
        return verb
    if gerund and search.reading.pos[token.i + 1 : token.i + 2] in (["DET"], ["ADV"], ["NUM"]):
        # *blessant grièvement un soldat*
        return verb
    if search.reading.words[token.i + 1 : token.i + 2] == [","] and any(
        s.frame == "counts" for s in search.words.verbs.get(verb, ())
    ):
        # *la force Licorne compte, depuis novembre, environ 450 hommes*
        told = right_troops(search, token.i)
        return verb if told is not None and told.i in search.reading.count_at else None
    # *un bataillon stationne à Gao*
    goes = any(sense.frame == "goes" for sense in search.words.verbs.get(verb, ()))
    return verb if goes and token.head.i < token.i and search.troops_at(token.head.i) else None


def _has_object(search: Search, i: int) -> bool:
    """*La France double ses effectifs*, *Paris achemine des soldats*: a noun takes no other behind its article."""
    reading = search.reading
    doer = reading.actor_at.get(i - 1) or search.troops_at(i - 1)
    return bool(doer) and reading.words[i + 1 : i + 2] in (
        ["ses"],
        ["son"],
        ["sa"],
        ["des"],
        ["un"],
        ["une"],
        ["le"],
        ["la"],
    )


def _is_predicate(search: Search, token: Token) -> bool:
    j = token.i - 1
    while j > 0 and search.reading.pos[j] == "ADV":
        j -= 1
    if j >= 0 and search.reading.words[j] in ("autre", "autres"):
        # *deux soldats tués et quatre autres grièvement blessés*
        return True
    if any(c.dep_ == "case" and c.lower_ in ("de", "d'") for c in token.lefts):
        # *le bilan est de 33 morts*
        return False
    if any(lemma(c) in ("être", "avoir") for c in token.lefts if c.pos_ == "AUX"):
        return True
    before = search.reading.tokens[token.i - 1] if token.i else None
    beside_noun = before is not None and before.pos_ in ("NOUN", "ADV", "ADJ", "PROPN", "X")
    # *le nombre de soldats français morts*: a modifier that the model calls a noun
    apposed = token.dep_ == "nmod" and not any(c.dep_ == "case" for c in token.lefts)
    if before is not None and token.dep_ == "xcomp" and is_participle(before):
        # *les soldats et personnels assimilés morts en Irak*
        return True
    if j >= 0 and search.reading.words[j] in _BEING:
        # *sont morts*, whose auxiliary the tree has lost
        return True
    closed = before is not None and before.text in (")", ",") and not search.reading.words[token.i].endswith("blesses")
    near = closed or (beside_noun and search.reading.pos[token.i - 2 : token.i] != ["DET", "ADJ"])
    if near and modified_before(search, token):
        # *trois Casques bleus jordaniens morts dans le séisme*
        return True
    return beside_noun and (apposed or token.dep_ in ("acl", "amod", "ROOT"))
