"""The words that the rules of casualties read beside their triggers, from `data/casualty_words.toml`."""

from functools import cache

from natoextract.lexicon import Entry, Words, read_whole


class CasualtyWords(Entry):
    """The tables of `casualty_words.toml`, accentless."""

    others: Words
    comrades: Words
    attempts: Words
    single: Words
    suffering: Words
    remains: Words
    recovering: Words
    holding: Words
    civilians: Words
    insurgents: Words
    losers: Words
    courts: Words
    breaks: Words
    tolls: Words
    counting: Words
    ranks: Words
    airmen: Words
    targets: Words
    hitting: Words
    gravely: Words
    limbs: Words
    crashes: Words
    craft: Words
    aircraft: Words
    captives: Words
    mourning: Words
    listing: Words
    naming: Words
    bodies: Words
    times: Words
    members: Words
    militias: Words
    floods: Words
    attacks: Words


@cache
def casualty_words() -> CasualtyWords:
    """The tables of `casualty_words.toml`. Raises `LexiconError`."""
    return read_whole("casualty_words", CasualtyWords)
