"""The phrase told last before a pronoun or *ce dernier*, whatever its part in its sentence."""

from natoextract.components.statements.cast import Cast
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.topics import begins
from natoextract.components.statements.vocabulary import Gender


def person_before(cast: Cast, offset: int, gender: Gender | None) -> Phrase | None:
    """*il remercie la présidente … lui répond-elle*; *avec son homologue … ce dernier*: the nearest person told."""
    words = cast.words
    stop = words.token_at(offset)
    for i in range(stop - 1, max(-1, stop - 40), -1):
        if not words.opens(i) or cast.page.quotes.around(words.offsets[i]) is not None:
            continue
        name = words.name_starts.get(words.offsets[i])
        # *sur le site de Paul Durand, ce dernier*
        phrase = read_phrase(words, i) if begins(cast.page, i) or (name is not None and name.sure) else None
        if phrase is None or phrase.plural or phrase.kind == "institution" or phrase.head == "dernier":
            continue
        told = phrase.determiner != "bare" or phrase.name is not None
        if told and not (gender and phrase.gender and gender != phrase.gender):
            return phrase
    return None


def body_before(cast: Cast, offset: int, gender: Gender | None) -> Phrase | None:
    """*a été perquisitionnée par la police, a confirmé cette dernière*: the nearest body of that gender."""
    words = cast.words
    stop = words.token_at(offset)
    for i in range(stop - 1, max(-1, stop - 40), -1):
        if not words.opens(i) or cast.page.quotes.around(words.offsets[i]) is not None:
            continue
        phrase = read_phrase(words, i)
        if phrase is None or phrase.kind != "institution" or phrase.determiner != "definite" or phrase.plural:
            continue
        if phrase.sorts and "document" not in phrase.sorts and words.gender_of(phrase.lead) == gender:
            return phrase
    return None


def plural_before(cast: Cast, offset: int) -> Phrase | None:
    """*revendiquée par les islamistes … ont-ils écrit*: the nearest plural phrase, whatever its part."""
    words = cast.words
    stop = words.token_at(offset)
    for i in range(stop - 1, max(-1, stop - 60), -1):
        if words.folded[i] in ("les", "des", "aux") and cast.page.quotes.around(words.offsets[i]) is None:
            phrase = read_phrase(words, i)
            if phrase is not None and phrase.plural and phrase.sorts:
                return phrase
    return None
