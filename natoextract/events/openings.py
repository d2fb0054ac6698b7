"""Who a word tells of that opens its sentence: *Intervenue en Syrie en août, l'armée turque …*"""

from spacy.tokens import Token

#: How far the comma and the noun behind it may stand.
_FAR, _NEAR = 16, 5


def opening_head(word: Token) -> Token | None:
    """*Intervenue en Syrie en août, l'armée turque …*: the noun behind the comma of what opens a sentence."""
    doc, i = word.doc, word.i
    first = i
    while not doc[first].is_sent_start and doc[first - 1].pos_ in ("ADP", "ADV", "DET"):
        # *Depuis son intervention*
        first -= 1
    if not (doc[first].is_sent_start or doc[first - 1].pos_ in ("PUNCT", "SPACE")):
        return None
    comma = next((j for j in range(i + 1, min(len(doc) - 1, i + _FAR)) if doc[j].text in (",", ";", ".")), i)
    if doc[comma].text != "," or any(t.pos_ in ("VERB", "AUX", "SCONJ") for t in doc[i + 1 : comma]):
        return None
    for token in doc[comma + 1 : comma + _NEAR]:
        if token.pos_ in ("NOUN", "PROPN"):
            return token
        if token.pos_ not in ("DET", "ADJ", "NUM"):
            return None
    return None
