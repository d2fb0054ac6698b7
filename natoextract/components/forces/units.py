"""The nouns that count military personnel, read from `data/force_units.toml`."""

import re
from functools import cache
from typing import Literal

from natoextract.components.forces.phrases import any_of
from natoextract.lexicon import Entry, read_entries, unique
from natoextract.text import fold

Need = Literal["nothing", "arms", "context", "complement", "head"]


class Unit(Entry):
    """A noun of military personnel; the key of its entry is the lemma."""

    forms: tuple[str, ...]
    singular: str | None = None
    needs: Need = "nothing"
    provider: str | None = None


@cache
def units() -> dict[str, Unit]:
    """`{lemma: Unit}`. Raises `LexiconError`."""
    return read_entries("force_units", Unit)


@cache
def lemmas() -> dict[str, str]:
    """`{folded form: lemma}`."""
    pairs = [(fold(form), lemma) for lemma, unit in units().items() for form in _forms(unit)]
    return unique("force_units", pairs)


@cache
def singular(lemma: str) -> str:
    """The folded singular of a unit, empty where it has none: *soldat*."""
    return fold(units()[lemma].singular or "")


def provider(lemma: str | None) -> str | None:
    """Whose the troops of a unit are by its name alone: *casque bleu* → UN."""
    unit = units().get(lemma or "")
    return unit.provider if unit else None


def _forms(unit: Unit) -> tuple[str, ...]:
    return (*unit.forms, unit.singular) if unit.singular else unit.forms


# *soldats*, *de soldats*, *« de soldats*, *des soldats*, *de ses soldats*, *autres soldats*, *nouveaux casques bleus*
_OWNER = r"(?:leurs|ses|nos|vos|ces|tels|quelque|les)"
_LINK = rf"[ \"»”]{{1,3}}(?:(?:d(?:e|es)|parmi) (?:{_OWNER} )?|d')?[\"«“ ]{{0,2}}"
_BEFORE_NOUN = (
    r"(?:(?:autres|nouveaux|nouvelles|premiers|premieres|derniers|dernieres|jeunes|seuls|propres|meilleurs|vrais) "
    r"){0,2}"
)
_PREFIX = rf"{_LINK}{_BEFORE_NOUN}"

#: From the end of a number to the noun that it counts.
LINK = re.compile(_PREFIX)
UNIT = re.compile(rf"{_PREFIX}(?P<unit>{any_of(form for unit in units().values() for form in _forms(unit))})(?!\w|-\w)")
