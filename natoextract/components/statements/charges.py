"""What the charge of an office is told by: a portfolio, a constituency, a matter, a state."""

from natoextract.components.statements.vocabulary import office_words
from natoextract.components.statements.words import Words

_OF = frozenset({"de", "du", "des", "d'"})


def is_riding(words: Words, i: int) -> bool:
    """Whether a dash between spaces joins two names of one constituency."""
    spaced = words.stops[i - 1] < words.offsets[i] and i + 1 < words.size and words.stops[i] < words.offsets[i + 1]
    return spaced and words.forms[i - 1][:1].isupper() and words.forms[i + 1][:1].isupper()


def is_portfolio(words: Words, i: int) -> bool:
    """*la ministre de la Santé, de la Famille et de l'Enfance*: a further charge behind a comma."""
    if i + 2 >= words.size or words.folded[i] not in _OF:
        return False
    j = i + 1 + (words.folded[i + 1] in ("la", "l'", "les"))
    return words.forms[j][:1].isupper() and words.folded[j] in office_words()


def is_subject_matter(words: Words, i: int) -> bool:
    """*professeur en astronomie*, *docteur en droit*."""
    noun = words.noun(i - 1)[0]
    if noun is None or not noun.sorts & {"person"} or i + 1 >= words.size:
        return False
    return words.pos[i + 1] == "NOUN" and words.forms[i + 1].islower() and i + 1 not in words.dated


def where_held(words: Words, i: int) -> int | None:
    """The token past a state behind a preposition; None where none is named or the text ends."""
    code = words.coded_at(i + 1) if i + 1 < words.size else None
    after = words.token_over(code[1] - 1) + 1 if code is not None else words.size
    return after if after + 1 < words.size else None


def is_office(words: Words, i: int) -> bool:
    noun = words.noun(words.skip_premodifiers(i))[0]
    return noun is not None and bool(noun.sorts & {"office", "rank"}) and not noun.plural
