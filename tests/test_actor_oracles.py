"""Our names of states held against two independent lists; each deliberate difference is told."""

import countrynames
import pytest
from babel import Locale
from countrynames.mappings import mappings

from natoextract.components.actors.lexicon import codes_of, countries

#: CLDR's French names that are no mention on their own.
CLDR_APART = {
    "BL": "*Saint-Barthélemy* is a saint's day and a massacre: ours is *île de Saint-Barthélemy*",
    "HK": "*R.A.S. chinoise de Hong Kong* is written by no wire",
    "MF": "*Saint-Martin* is a village in every department: ours is *île de Saint-Martin*",
    "MO": "*R.A.S. chinoise de Macao* is written by no wire",
    "RE": "*La Réunion* is guarded by its article: *la Réunion*",
    "SX": "*Saint-Martin (partie néerlandaise)* is a table's name: ours is *Sint Maarten*",
}

#: What `countrynames` takes our names for, where it differs.
COUNTRYNAMES_APART = {
    "Guyane": "GUY",  # in French the Guyane is GUF, its neighbour the Guyana
    "Zaïre": "ZAR",  # known by alpha-2 only
    "République du Zaïre": "ZAR",
}


def cldr() -> list[tuple[str, str, str]]:
    """(alpha-2, alpha-3, French name) of every state of CLDR; its groups and test locales have no alpha-3."""
    names = Locale("fr").territories
    groups = {"EU"}
    return [(two, mappings[two], names[two]) for two in sorted(names) if two in mappings and two not in groups]


@pytest.mark.parametrize(("two", "code", "name"), cldr())
def test_cldr_names_are_ours(two: str, code: str, name: str) -> None:
    assert (code in codes_of(name)) is (two not in CLDR_APART), CLDR_APART.get(two, name)


def test_every_state_of_cldr_is_ours() -> None:
    assert {code for _, code, _ in cldr()} <= set(countries())


@pytest.mark.parametrize(
    ("code", "name"),
    [(c, n) for c, state in countries().items() for n in state.names if n not in COUNTRYNAMES_APART],
)
def test_countrynames_agrees_where_it_knows_the_name(code: str, name: str) -> None:
    assert countrynames.to_code_3(name) in (None, code)


def test_press_names_that_the_others_lack() -> None:
    """The share of our names that `countrynames` knows: it has no press variants."""
    names = [n for state in countries().values() for n in state.names if n not in COUNTRYNAMES_APART]
    known = sum(countrynames.to_code_3(name) is not None for name in names)
    assert known < len(names) * 0.7
