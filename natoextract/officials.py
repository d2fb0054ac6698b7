"""The words of those who speak and act for a state, read from `data/officials.toml`."""

from functools import cache
from typing import NamedTuple

from natoextract.lexicon import Entry, Words, read_whole, unique
from natoextract.text import fold


class _Tables(Entry):
    offices: Words
    bodies: dict[str, str]
    portfolios: dict[str, str]
    leaders: dict[str, list[str]]


class Officials(NamedTuple):
    """Words of those who act for a state."""

    #: Nouns of persons and bodies, accentless: *ministre*, *delegation*.
    offices: frozenset[str]
    #: Bodies of organisations with their codes, by their first word: *Conseil* → *Conseil de sécurité*, UN.
    bodies: dict[str, list[tuple[str, str]]]
    #: Offices that one state alone calls so, accentless, by their first word: *conseiller* → *conseiller federal*, CHE.
    portfolios: dict[str, list[tuple[str, str]]]
    #: Codes by last name: *Obama* → USA.
    leaders: dict[str, str]


@cache
def officials() -> Officials:
    """The tables of `officials.toml`. Raises `LexiconError`."""
    tables = read_whole("officials", _Tables)
    names = [(name.split()[-1], code) for code, names in tables.leaders.items() for name in names]
    bodies: dict[str, list[tuple[str, str]]] = {}
    for phrase, code in tables.bodies.items():
        bodies.setdefault(phrase.split()[0], []).append((phrase, code))
    portfolios: dict[str, list[tuple[str, str]]] = {}
    for phrase, code in tables.portfolios.items():
        portfolios.setdefault(fold(phrase).split()[0], []).append((fold(phrase), code))
    return Officials(tables.offices, bodies, portfolios, unique("officials", names))


def portfolio_at(folded: str, word: str, start: int) -> str | None:
    """The state whose office begins with a word: *secrétaire à la Défense* → USA; *conseiller fédéral* → CHE."""
    told = officials().portfolios.get(word, ())
    return next((code for phrase, code in told if folded.startswith(phrase, start)), None)
