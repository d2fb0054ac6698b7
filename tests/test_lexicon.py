"""The word lists in `data/`: each is well formed and read, and each unit and speech verb does its work.

Words are walked, so that a new entry is tested by being there: a sentence is made around it. How words behave beside
others is what the sentence gold tells.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import natoextract
from natoextract.components.forces.units import units
from natoextract.components.statements.vocabulary import pronominal_verbs, speech_verbs
from natoextract.lexicon import Entry, LexiconError, parse_entries, read_toml, unique
from natoextract.schema import Article
from tests.conftest import FIXTURES

PACKAGE = FIXTURES.parent / "natoextract"
FILES = sorted(path.stem for path in (PACKAGE / "data").glob("*.toml"))


def lists(value: Any, path: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Every list of a data file, under its path."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from lists(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        yield path, value


# --- every file


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_by_the_package(name: str) -> None:
    reading = re.compile(rf"read_(?:toml|entries|whole)\(\s*['\"]{name}['\"]")
    assert any(reading.search(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("name", FILES)
def test_words_are_clean_and_stand_once_in_their_list(name: str) -> None:
    for path, words in lists(read_toml(name)):
        strings = [word for word in words if isinstance(word, str)]
        assert len(set(strings)) == len(strings), f"{path}: {sorted({w for w in strings if strings.count(w) > 1})}"
        unclean = [w for w in strings if not w.strip("- '") or w != unicodedata.normalize("NFC", w) or "’" in w]
        assert not unclean, f"{path}: {unclean}"


# --- what the reader of lexicons refuses


class Unit(Entry):
    forms: tuple[str, ...]


def test_an_unknown_key_is_refused_with_file_and_entry() -> None:
    with pytest.raises(LexiconError, match=r"data/units\.toml, entry 'soldat'.*\n?.*singulier"):
        parse_entries("units", {"soldat": {"forms": ["soldats"], "singulier": "soldat"}}, Unit)


def test_a_missing_field_is_refused() -> None:
    with pytest.raises(LexiconError, match="entry 'soldat'"):
        parse_entries("units", {"soldat": {}}, Unit)


def test_a_form_of_two_entries_is_refused() -> None:
    assert unique("units", [("paras", "para"), ("paras", "para")]) == {"paras": "para"}
    with pytest.raises(LexiconError, match=r"'paras' stands in 'para' and in 'parachutiste'"):
        unique("units", [("paras", "para"), ("paras", "parachutiste")])


def test_toml_that_is_broken_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "broken.toml").write_text("[a]\n[a]\n", encoding="utf-8")
    monkeypatch.setattr("natoextract.lexicon.files", lambda package: tmp_path)
    with pytest.raises(LexiconError, match=r"data/broken\.toml"):
        read_toml("broken")


def test_data_files_are_toml() -> None:
    for name in FILES:
        tomllib.loads((PACKAGE / "data" / f"{name}.toml").read_text(encoding="utf-8"))


# --- unit nouns and speech verbs: each in a sentence made around it


@cache
def read(sentences: tuple[str, ...]) -> dict[str, Article]:
    return dict(zip(sentences, natoextract.extract_many(sentences), strict=True))


#: What makes a noun military → a sentence that has it.
MILITARY = {
    "nothing": "La France a déployé 500 {} au Mali.",
    "arms": "L'armée française a déployé 500 {} au Mali.",
    "context": "L'armée française a déployé 500 {} au Mali.",
    "complement": "La France a déployé 500 {} de l'armée au Mali.",
    "head": "La France a déployé un contingent de 500 {} au Mali.",
}


def unit_sentences() -> dict[tuple[str, str], str]:
    """(unit, form) → a sentence with 500 of them."""
    entries = units().items()
    return {(unit, form): MILITARY[entry.needs].format(form) for unit, entry in entries for form in entry.forms}


@pytest.mark.parametrize(("unit", "form"), unit_sentences())
def test_unit_noun(unit: str, form: str) -> None:
    sentences = unit_sentences()
    (count,) = read(tuple(sentences.values()))[sentences[unit, form]].troop_counts
    assert (count.text, count.unit, count.minimum) == (f"500 {form}", unit, 500)


#: Participles that the ending of the infinitive does not tell.
IRREGULAR = {
    "attendre": "attendu",
    "admettre": "admis", "apprendre": "appris", "conclure": "conclu", "convenir": "convenu", "craindre": "craint",
    "croire": "cru", "dire": "dit", "décrire": "décrit", "défendre": "défendu", "enjoindre": "enjoint",
    "écrire": "écrit", "émouvoir": "ému", "exclure": "exclu", "interrompre": "interrompu",
    "intervenir": "intervenu", "lire": "lu",
    "maintenir": "maintenu", "plaindre": "plaint", "pourfendre": "pourfendu", "poursuivre": "poursuivi",
    "promettre": "promis", "prédire": "prédit", "prétendre": "prétendu", "prévenir": "prévenu",
    "reconnaître": "reconnu", "redire": "redit", "reprendre": "repris", "requérir": "requis", "rire": "ri",
    "répondre": "répondu", "sourire": "souri", "sous-entendre": "sous-entendu", "soutenir": "soutenu",
    "souvenir": "souvenu", "vouloir": "voulu",
}  # fmt: skip
SAID = "Les soldats resteront au Mali"


def participle(verb: str) -> str:
    return IRREGULAR.get(verb) or (verb[:-2] + ("é" if verb.endswith("er") else "i"))


def cue(verb: str) -> str:
    """*a déclaré*, *s'est félicité*."""
    return ("s'est " if verb in pronominal_verbs() else "a ") + participle(verb)


def speech_sentences() -> dict[str, str]:
    """Verb → a quotation with the verb for its cue."""
    return {verb: f'"{SAID}", {cue(verb)} le ministre de la Défense.' for verb in speech_verbs()}


@pytest.mark.parametrize("verb", speech_verbs())
def test_speech_verb(verb: str) -> None:
    sentences = speech_sentences()
    (statement,) = read(tuple(sentences.values()))[sentences[verb]].statements
    assert statement.text == SAID
    assert statement.cue is not None and participle(verb) in statement.cue.text
