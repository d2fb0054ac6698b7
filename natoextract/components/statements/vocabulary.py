"""The word lists of the layer as look-up tables: speech verbs, nouns for speakers, institutions, first names."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from natoextract.lexicon import LexiconError, read_toml
from natoextract.text import fold

Gender = Literal["m", "f"]
Grade = Literal["say", "opinion", "label", "manner", "request"]

#: Subject pronouns and what a resolver is asked for: *lui a précisé que* is *il*.
PRONOUNS = {
    "il": "il",
    "elle": "elle",
    "ils": "ils",
    "elles": "elles",
    "on": "on",
    "lui": "il",
    "eux": "ils",
    "celui-ci": "celui-ci",
    "celle-ci": "celle-ci",
    "ceux-ci": "ils",
}

#: Ligatures have no single base letter, so `fold` keeps them: *sœur*.
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that may head the name of a speaker: in which lists it stands, its gender and number."""

    lemma: str
    sorts: frozenset[str]
    gender: Gender | None
    plural: bool


@cache
def speech_verbs() -> dict[str, Grade]:
    """`{lemma: grade}` of every verb of saying and thinking."""
    grades: dict[str, Grade] = {}
    data = read_toml("speech_verbs")
    for grade in get_args(Grade):
        for lemma in data[grade]:
            if lemma in grades:
                raise LexiconError(f"data/speech_verbs.toml: {lemma!r} stands in {grades[lemma]!r} and in {grade!r}")
            grades[lemma] = grade
    return grades


@cache
def pronominal_verbs() -> frozenset[str]:
    """Verbs that are speech only with *se*: *s'inquiète*, *se félicite*."""
    return frozenset(read_toml("speech_verbs")["pronominal"])


@cache
def nouns() -> dict[str, Noun]:
    """`{folded form: Noun}` of every head noun of a speaker, plurals and feminines included."""
    roles, institutions = read_toml("roles"), read_toml("institutions")
    groups = {sort: roles[sort] for sort in ("office", "rank", "person", "anonymous")}
    groups |= {
        "institution": institutions["nouns"],
        "document": institutions["documents"],
        "utterance": institutions["utterances"],
    }
    table: dict[str, Noun] = {}
    for sort, entries in groups.items():
        for entry in entries:
            for form, lemma, gender, plural in _forms(entry):
                known = table.get(form)
                sorts = known.sorts | {sort} if known else frozenset({sort})
                if known and known.gender != gender:
                    gender = known.gender or gender
                table[form] = Noun(lemma, sorts, gender, plural)
    return table


@cache
def compounds() -> dict[str, list[list[str]]]:
    """`{first word: the words after it}` of nouns for persons of several words: *prix Nobel*, *milieu de terrain*."""
    table: dict[str, list[list[str]]] = {}
    for entry in read_toml("roles")["compounds"]:
        first, *rest = fold(entry).split()
        table.setdefault(first, []).append(rest)
    return table


def _forms(entry: str) -> list[tuple[str, str, Gender | None, bool]]:
    masculine, _, feminine = fold(entry).partition("/")
    genders: list[tuple[str, Gender | None]] = [(masculine, "m"), (feminine, "f")] if feminine else [(masculine, None)]
    return [
        (wording, masculine, gender, plural)
        for form, gender in genders
        for wording, plural in ((form, False), (plural_of(form), True))
    ]


def plural_of(form: str) -> str:
    """The plural of a French noun by its ending: *général* → *generaux*, *bureau* → *bureaux*."""
    if form.endswith(("s", "x", "z")):
        return form
    if form.endswith("al") and form != "cardinal":
        return form[:-1] + "ux"
    return form + ("x" if form.endswith(("au", "eu")) else "s")


@cache
def same_office() -> dict[str, str]:
    """`{folded wording: office}` of offices that go by several names: *chef de la diplomatie*."""
    return {fold(wording): office for office, wordings in read_toml("roles")["same"].items() for wording in wordings}


@cache
def institution_names() -> dict[str, str | None]:
    """`{folded proper name: state or organisation it speaks for}`."""
    names = read_toml("institutions")["names"]
    return {fold(name): (None if code == "none" else code) for code, entries in names.items() for name in entries}


@cache
def capital_names() -> frozenset[str]:
    """Folded proper names behind an article, all in capitals: *Le Temps*, which *le temps* is not."""
    names = (name for entries in read_toml("institutions")["names"].values() for name in entries)
    return frozenset(
        fold(n) for n in names if n.startswith(("Le ", "La ", "Les ", "L'")) and n.split()[-1][0].isupper()
    )


@cache
def acronym_names() -> frozenset[str]:
    """Folded names of bodies that are written in capitals only: *RAI*, which *Raï* is not."""
    names = [name for entries in read_toml("institutions")["names"].values() for name in entries]
    return frozenset(fold(n) for n in names if n.isupper()) - frozenset(fold(n) for n in names if not n.isupper())


@cache
def body_words() -> frozenset[str]:
    """Words that make a capitalised sequence the name of a body: *Human Rights Watch*."""
    return frozenset(fold(word) for word in read_toml("institutions")["words"]["body"])


@cache
def office_words() -> frozenset[str]:
    """Capitalised words of an office that stand before a name: *la ministre de la Défense Anne Martin*."""
    return frozenset(fold(word) for word in read_toml("institutions")["words"]["office"])


@cache
def first_names() -> dict[str, Gender]:
    """`{folded first name: gender}`."""
    data = read_toml("first_names")
    genders: dict[Gender, str] = {"m": "masculine", "f": "feminine"}
    return {fold(name): gender for gender, key in genders.items() for name in data[key]}


@cache
def epicene_names() -> frozenset[str]:
    """First names of men and women, folded: *Camille*, *Dominique*."""
    return frozenset(map(fold, read_toml("first_names")["epicene"]))


def is_first_name(word: str) -> bool:
    """Whether a folded word is a first name, or begins with one: *marie-laure*."""
    return word in first_names() or ("-" in word and word.split("-")[0] in first_names())


@cache
def phrase_words(group: str) -> frozenset[str]:
    """A closed class of small words, folded: `premodifiers`, `participles`, `compared` …"""
    return frozenset(fold(word) for word in read_toml("phrase_words")[group])
