"""Adjectives of a noun, and where the words that belong to it end."""

import re

from natoextract.components.statements.vocabulary import phrase_words
from natoextract.components.statements.words import Words

_ADJECTIVE = re.compile(
    r".{2,}(?:ain|aine|ien|ienne|ais|aise|ois|oise|al|ale|aux|ique|if|ive|aire|ier|iere|iste|eur|rice|euse|able|ible|ante?|ente?)s?$"
)
_PARTICIPLES = phrase_words("participles")
_ADJECTIVAL = phrase_words("adjectival")
_NO_ADJECTIVE = phrase_words("adverbial")
#: A participle that a place follows opens a clause of its own.
_REDUCED = re.compile(r"(?:ée?|\bassise?|\bvenue?)s?$")
_AROUND = frozenset({"devant", "dans", "sous", "sur", "derriere", "pres", "avec", "depuis"})
#: *des témoins joints au téléphone*: how they were heard is no part of who they are.
REACHED = frozenset(w.rstrip("e") for w in phrase_words("reached"))


def is_adjective(words: Words, i: int) -> bool:
    """Whether a word belongs to the noun before it: *militaire*, *chargé*, *américain*."""
    token, form = words.tokens[i], words.folded[i]
    if form in _NO_ADJECTIVE or form.rstrip("es") in REACHED or i in words.dated or not token.text[:1].islower():
        return False
    if _REDUCED.search(token.text) and words.folded[i + 1 : i + 2] and words.folded[i + 1] in _AROUND:
        # *une femme assise devant sa maison*
        return form in _PARTICIPLES
    if form.startswith(("anti-", "pro-")) or (form in ("anti", "pro") and words.folded[i + 1 : i + 2] == ["-"]):
        # *l'organisation anti-corruption*
        return True
    if form in _PARTICIPLES or (token.pos_ == "ADJ" and form not in ("dernier", "derniere", "prochain")):
        return True
    if words.is_coded(token.idx):
        return True
    # *le sénateur républicain*, *le tribunal international*: nouns that are adjectives behind another noun
    noun = None if form in _ADJECTIVAL else words.noun(i)[0]
    return token.pos_ in ("NOUN", "PROPN") and bool(_ADJECTIVE.match(form)) and noun is None


def before_another(words: Words, offset: int) -> bool:
    """Whether a comma and another name follow."""
    i = words.token_at(offset)
    return i + 1 < words.size and words.folded[i] == "," and words.offsets[i + 1] in words.name_starts


def indefinite(words: Words, i: int) -> bool:
    """*la ministre de la Défense et d'un bataillon*: an indefinite noun is no second portfolio."""
    return i < words.size and words.folded[i] in ("un", "une", "plusieurs")


def whole_word(words: Words, i: int) -> int:
    """The end of a hyphenated word: *Australie-Occidentale*; of one with a slash, *Soudan/Mouvement*."""
    while i + 1 < words.size and words.folded[i] in ("-", "/") and words.stops[i - 1] == words.offsets[i]:
        if words.stops[i] != words.offsets[i + 1]:
            break
        i += 2
    return i


def over_name(words: Words, j: int) -> int:
    """The token past the name of a person that begins at a token."""
    return words.token_over(words.name_starts[words.offsets[j]].end - 1) + 1
