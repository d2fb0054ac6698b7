"""Seats that speak for a state: *la Maison Blanche*, *le Kremlin*."""

from functools import cache

from spacy.tokens import Token

from natoextract.components.actors.lexicon import key_of, seats
from natoextract.events.reading import Reading

#: Tokens of the longest seat: *palais de l'Elysée*.
_LONGEST_SEAT = 4


def seat_at(reading: Reading, token: Token) -> str | None:
    """*la Maison Blanche*, *le Kremlin*, *le département d'Etat*."""
    tokens, last = reading.tokens, min(token.i + _LONGEST_SEAT, len(reading.tokens))
    if reading.words[token.i] not in _first_words_of_seats() or token.i in reading.place_at:
        return None
    for end in range(last - 1, token.i - 1, -1):
        if any(tokens[j].text[:1].isupper() for j in range(token.i, end + 1)):
            phrase = reading.folded[token.idx : tokens[end].idx + len(tokens[end])]
            if code := seats().get(key_of(phrase)):
                return code
    return None


@cache
def _first_words_of_seats() -> frozenset[str]:
    return frozenset(seat.split()[0] for seat in seats())
