"""Cues: the verb groups of saying and thinking, with their clitics and auxiliaries.

*a-t-il indiqué*, *a pour sa part menacé*, *ajoute-t-elle*, *vient d'annoncer*, *tout en précisant*, *a fait savoir*.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from natoextract import grammar
from natoextract.components.statements.made_verbs import (
    CONVINCED,
    FACTUAL,
    MADE,
    NAMED,
    governor_of,
    holder_of,
    is_fact,
    maker_of,
)
from natoextract.components.statements.tokens import Tokens
from natoextract.components.statements.verbhood import before_clause, behind_mark, is_verb
from natoextract.components.statements.vocabulary import Grade, nouns, phrase_words, pronominal_verbs, speech_verbs
from natoextract.lexicon import read_toml
from natoextract.text import fold

Shape = Literal["finite", "gerund", "infinitive", "participle"]

_AUXILIARIES = phrase_words("auxiliaries")
_SUBJECT_CLITICS = {f"-{p}": p for p in ("il", "elle", "on", "ils", "elles", "je", "nous", "vous", "tu", "ce")}
_ETRE = frozenset({"est", "sont", "etait", "etaient", "ete", "fut", "furent", "etre", "serait", "seraient", "soit"})
#: Verbs of saying with and without *se*.
#: Verbs of judgement with *comme* alone, in so many words.
_AS_ONLY = frozenset(read_toml("speech_verbs")["as_only"])
_OBJECT = 14
_EITHER = frozenset(
    {"dire", "déclarer", "demander", "défendre", "justifier", "prononcer", "affirmer", "engager", "interroger"}
)
#: Auxiliaries that a further participle may share.
_HAVING = frozenset({"a", "ont", "avait", "avaient", "ayant", "avoir", "aurait", "auraient", "aura", "auront", "eut"})
_OBJECT_CLITICS = phrase_words("object_clitics")
_BETWEEN = phrase_words("between_auxiliary")
#: *a diffusé un communiqué affirmant que*: whoever issued it says so.
_SPEAKING = phrase_words("speaking_documents")
_SUBJUNCTIVE = ("prenne", "prennent", "suive", "suivent")
_OPEN_VOWEL = re.compile(r"[ée]([bcdfghjlmnprstvz]+)er$")
#: What may stand between commas in a verb group: *avait, dans un communiqué, déclaré*, *a, quant à lui, estimé*.
_ASIDE_HEADS = phrase_words("aside_heads")
_BEFORE_GERUND = frozenset({"en", "tout", ",", '"', "»", "”"})


@dataclass(slots=True)
class Cue:
    """A verb group: tokens `[first, last)`, its content verb, and what kind of content it may take."""

    verb: Token
    lemma: str
    first: int
    last: int
    start: int
    end: int
    grade: Grade
    shape: Shape
    clitic: str | None
    negated: bool
    unreal: bool
    reflexive: bool


def find_cues(doc: Doc, tokens: Tokens, folded: list[str], starts: list[int]) -> Iterator[Cue]:
    """Every verb group of saying in a text, in order."""
    entries, presents, gerunds = _entries(doc.vocab), _in_er("e"), _in_er("ant")
    for i, lemma in enumerate(doc.to_array("LEMMA").tolist()):
        entry, made = entries.get(lemma), folded[i] in MADE
        if entry is None and folded[i] in presents and behind_mark(folded, i):
            entry = presents[folded[i]]
        if entry is None and i and folded[i] in gerunds and (folded[i - 1] == "en" or before_clause(folded, i)):
            entry = gerunds[folded[i]]
        holder = holder_of(tokens, folded, i) if folded[i] in CONVINCED else None
        if entry is None and not made and holder is None:
            continue
        head = tokens[i]
        if made:
            maker = maker_of(tokens, folded, i)
            if maker is not None and folded[i] in FACTUAL and not is_fact(folded, i + 1):
                maker = None
            if maker is not None:
                against = folded[i] == "garde" and "contre" in folded[i + 1 : i + 5]
                entry, head = (grammar.lemma(maker), "label" if folded[i] in NAMED or against else "say"), maker
            elif entry is None or folded[i] in NAMED:
                continue
        if holder is not None:
            entry, head = ("être", "opinion"), holder
        if entry is None:
            continue
        start = starts[bisect_right(starts, i) - 1]
        cue = _read(tokens, folded, start, tokens[i], head, *entry)
        if cue is not None:
            yield cue


@lru_cache(maxsize=4)
def _entries(vocab: Vocab) -> dict[int, tuple[str, Grade]]:
    """`{hash of the model's lemma: (lemma, grade)}`; the model's lemmas of verbs in *-er* may lack their *r*."""
    table: dict[int, tuple[str, Grade]] = {}
    verbs: dict[str, Grade] = {**speech_verbs(), **dict.fromkeys(_AS_ONLY, "label")}
    for lemma, grade in verbs.items():
        forms = {lemma, lemma.removesuffix("r")}
        if lemma.endswith("er"):
            # left as they stand: *tweeté*, *communiqué*, and the open vowel of *tempère*
            forms |= {f"{lemma[:-2]}é", lemma[:-2], _OPEN_VOWEL.sub(r"è\1e", lemma), _OPEN_VOWEL.sub(r"è\1", lemma)}
        for form in forms:
            for spelling in (form, form.capitalize()):
                table.setdefault(vocab.strings.add(spelling), (lemma, grade))
    # *y voit une « manoeuvre »*: `_sees_in` tells where it judges
    table.setdefault(vocab.strings.add("voir"), ("voir", "label"))
    for form, lemma in read_toml("speech_verbs")["misread"].items():
        table.setdefault(vocab.strings.add(form), (lemma, speech_verbs()[lemma]))
    return table


@cache
def _in_er(ending: str) -> dict[str, tuple[str, Grade]]:
    """`{folded form: (lemma, grade)}` of verbs in *-er*, which the model may take for adjectives: *complète*."""
    verbs = speech_verbs().items()
    forms = {fold(f"{lemma[:-2]}{ending}"): (lemma, grade) for lemma, grade in verbs if lemma.endswith("er")}
    if ending == "ant":
        forms |= {fold(f"{lemma[:-1]}ssant"): (lemma, grade) for lemma, grade in verbs if lemma.endswith("ir")}
    return forms


def _read(
    doc: Tokens, folded: list[str], start: int, token: Token, head: Token, lemma: str, grade: Grade
) -> Cue | None:
    i = head.i
    first, last, clitic, auxiliary = i, token.i + 1, None, False
    # clitics behind a simple tense: *ajoute-t-il*, *fait-on valoir*
    clitic = next((_SUBJECT_CLITICS[f] for f in folded[i + 1 : token.i] if f in _SUBJECT_CLITICS), None)
    k = last
    while k < len(doc) and folded[k] in ("-t", "-", *_SUBJECT_CLITICS) and not doc[k - 1].whitespace_:
        if folded[k] in _SUBJECT_CLITICS:
            clitic, last = _SUBJECT_CLITICS[folded[k]], k + 1
        k += 1
    if lemma == "croire" and folded[last : last + 1] == ["savoir"]:
        # *croit savoir un diplomate*
        last += 1
    k = i - 1
    bound = max(0, i - 9, start)
    while k >= bound:
        form = folded[k]
        if form in _SUBJECT_CLITICS or form in ("-t",):
            clitic = clitic or _SUBJECT_CLITICS.get(form)
        elif form in _AUXILIARIES and doc[k].pos_ != "NOUN" and not (form == "a" and doc[k].text == "à"):
            first, auxiliary = k, True
        elif form in _OBJECT_CLITICS and k == first - 1 and not (form == "en" and head.lower_.endswith("ant")):
            first = k
        elif form == "," and not auxiliary and k == i - 1 and (before := _before_aside(doc, folded, k, start)):
            first, auxiliary = before, True
            break
        elif not (doc[k].pos_ in ("ADV", "SPACE") or form in _BETWEEN) or auxiliary:
            break
        k -= 1
    shape = _shape(head, auxiliary)
    if shape == "finite" and grade == "manner" and not auxiliary and not clitic and folded[i].endswith(_SUBJUNCTIVE):
        # *souhaite que la formation reprenne « vite »*
        return None
    if shape == "finite" and folded[first] == "ayant":
        # *la gauche ayant fait savoir que A*
        shape = "gerund"
    if shape is None or not is_verb(doc, folded, token, head, auxiliary, clitic):
        return None
    if lemma == "voir" and not _sees_in(folded, first, i, last):
        return None
    if lemma in _AS_ONLY and "comme" not in folded[last : last + _OBJECT]:
        return None
    verbal = first
    reflexive = any(f in ("s'", "se") for f in folded[first:i])
    if (lemma in pronominal_verbs()) != reflexive and (
        (reflexive and lemma not in _EITHER) or lemma in pronominal_verbs()
    ):
        return None
    if _is_passive(folded, first, i, lemma) and not reflexive:
        return None
    if shape == "infinitive" and head is token:
        governor = governor_of(doc, folded, i)
        if governor is None or (folded[governor] == "pour" and grade == "opinion"):
            # *pour trouver « une issue »*
            return None
        if {"voulu", "ose"} & set(folded[governor:i]) and {"ne", "n'"} & set(folded[max(0, governor - 3) : governor]):
            # *n'a pas voulu dire combien*
            return None
        first = governor
        if folded[governor + 1] == "-on":
            clitic, shape = "on", "finite"
        if folded[governor - 2 : governor - 1] == ["-t"] and folded[governor - 1] in _SUBJECT_CLITICS:
            # *a-t-il tenu à préciser*
            clitic, first, shape = _SUBJECT_CLITICS[folded[governor - 1]], governor - 3, "finite"
    if (
        shape == "gerund"
        and (noun := nouns().get(folded[first - 1]))
        and "document" in noun.sorts
        and noun.lemma not in _SPEAKING
    ):
        # *des informations affirmant que …*: the paper says so
        return None
    # behind a comma alone it may be an apposition: *Jean Petit, qualifié de « mentor »*
    shared = _coordinated(folded, first) and (folded[first - 1] != "," or _HAVING & set(folded[start:first]))
    if shared and grade == "label" and folded[first - 1] == "," and folded[last : last + 1] in (["de"], ["d'"]):
        # *ils ont vu Jean Petit, qualifié de « mentor »*: with *avoir* an object would stand between
        shared = False
    if shape == "participle" and (not shared or not head.lower_.endswith("é")):
        # *des enclaves, déclarées « zones de sécurité »*: behind *avoir* a participle does not agree
        return None
    negated = any(f in ("ne", "n'") for f in folded[min(first, max(0, i - 3)) : i]) and (
        grammar.is_negated(head) or any(f in ("ne", "n'") for f in folded[verbal:i])
    )
    # *n'a ni confirmé ni démenti que*
    negated = negated or "ni" in folded[max(0, i - 1) : i]
    tense = None if clitic else grammar.tense(head)
    unreal = tense in ("future", "conditional") and not _is_perfect(doc, verbal, i)
    end = doc[last - 1].idx + len(doc[last - 1])
    return Cue(token, lemma, first, last, doc[first].idx, end, grade, shape, clitic, negated, unreal, reflexive)


def _sees_in(folded: list[str], first: int, verb: int, last: int) -> bool:
    """*y voit une « manoeuvre »*, *voit dans ce report un « aveu »*: what one sees elsewhere is no judgement."""
    return "y" in folded[first:verb] or (first == verb and folded[last : last + 1] in (["dans"], ["en"]))


def _before_aside(doc: Tokens, folded: list[str], comma: int, start: int) -> int:
    """The auxiliary before an aside that ends at a comma, else 0: *avait, dans un communiqué, déclaré*."""
    for k in range(comma - 1, max(start, comma - 12), -1):
        if folded[k] == ",":
            auxiliary = folded[k - 1] in _AUXILIARIES and doc[k - 1].text != "à" and doc[k - 1].pos_ != "NOUN"
            return k - 1 if auxiliary and folded[k + 1] in _ASIDE_HEADS else 0
    return 0


def _is_passive(folded: list[str], first: int, verb: int, lemma: str) -> bool:
    """*est accusé de*, *a été annoncé*: the subject is not the one who speaks."""
    forms = set(folded[first:verb])
    return bool(forms & _ETRE) and lemma not in ("convenir", "intervenir")


def _is_perfect(doc: Tokens, first: int, verb: int) -> bool:
    return verb > first and fold(doc[first].text) in ("aurait", "auraient")


def _shape(head: Token, auxiliary: bool) -> Shape | None:
    form = head.lower_
    told = head.morph.get("VerbForm", [])
    before = head.nbor(-1).lower_ if head.i else ""
    if form.endswith("ant") and (head.lemma_.lower() != form or before in _BEFORE_GERUND):
        return "gerund"
    if form.endswith(("er", "ir", "re")) and ("Inf" in told or (not told and not form.endswith("re"))):
        return "infinitive"
    if auxiliary:
        return "finite"
    if "Part" in told and form.endswith(("é", "ée", "és", "ées")):
        return "participle"
    return "finite"


def _coordinated(folded: list[str], first: int) -> bool:
    """A bare participle shares the auxiliary before it: *a dénoncé … et averti que*."""
    return first > 0 and folded[first - 1] in ("et", "puis", ",", "ou", "mais")
