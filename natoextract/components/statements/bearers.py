"""Whether the bearer of an office is told behind its words: *le commandant de la brigade Espoir, le colonel X*."""

from natoextract.components.statements.vocabulary import office_words
from natoextract.components.statements.words import Words

#: In how many words behind the noun of an office its bearer is told.
_AHEAD = 9


def names_noun_before(words: Words, i: int) -> bool:
    """Whether a word in capitals names the noun before it, as the bearer is told in an apposition behind it."""
    name, noun = words.name_starts[words.offsets[i]], words.noun(i - 1)[0]
    common = words.pos[i - 1] == "NOUN" and words.forms[i - 1].islower()
    # *le ministre de la justice Durand, le général X* are two
    charge = words.folded[i - 1] in office_words() and (noun is None or "institution" not in noun.sorts)
    if not common or charge or name.sure or len(name.words) > 1 or name.last in words.surnames:
        return False
    if noun is not None and noun.sorts & {"office", "rank", "person"}:
        return False
    return bearer_ahead(words, words.token_over(name.end - 1) + 1)


def bearer_ahead(words: Words, i: int) -> bool:
    """Whether the bearer of an office is told next, behind a comma: *…, Paul Durand*, *…, le colonel Paul Durand*."""
    for k in range(i, min(i + _AHEAD, words.size - 2)):
        if words.forms[k] == ",":
            j, determiner = words.determiner(k + 1)
            noun, after = words.noun(words.skip_premodifiers(j)) if j < words.size else (None, j)
            told = noun is not None and not noun.plural and determiner == "definite"
            bearer = words.name_starts.get(words.offsets[after if told and after < words.size else k + 1])
            return bearer is not None and not bearer.body and (told or bearer.sure or len(bearer.words) > 1)
        if words.pos[k] in ("VERB", "AUX") or words.forms[k] in '.;:«»"()':
            return False
    return False
