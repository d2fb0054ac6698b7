"""Soldiers among all who fell: *vingt morts, dont trois soldats*, *deux soldats et quatre rebelles ont été tués*."""

from spacy.tokens import Token

from natoextract.events.frames import Search
from natoextract.events.in_chains import victim_after
from natoextract.grammar import auxiliaries_of

_ONE = frozenset(["un", "une"])


def among(search: Search, i: int) -> Token | None:
    """*vingt personnes sont mortes, dont trois soldats*: the soldiers among the dead."""
    reading = search.reading
    _, end = reading.sentence(i)
    for j in range(i + 1, min(end, i + 9)):
        if reading.words[j] == "dont":
            near = range(j + 1, min(end, j + 5))
            if (counted := next((reading.tokens[k] for k in near if k in reading.count_at), None)) is not None:
                return counted
            # *dont un soldat danois*, *dont plusieurs soldats*
            named = reading.words[j + 1] in (*_ONE, "plusieurs", "des") and search.troops_at(j + 2)
            # *dont treize carabiniers, quatre soldats et deux civils*
            return reading.tokens[j + 2] if named else victim_after(search, j)
    return None


def of_list(search: Search, verb: Token) -> Token | None:
    """*Deux soldats et quatre combattants ont été tués*: the soldiers of a list whose head the tree has lost."""
    reading = search.reading
    if not (auxiliaries := auxiliaries_of(verb)):
        return None
    joined = False
    first, _ = reading.sentence(verb.i)
    for j in range(auxiliaries[0].i - 1, max(first - 1, verb.i - 20), -1):
        if joined and j in reading.count_at:
            return reading.tokens[j] if reading.pos[reading.count_at[j].first - 1] != "ADP" else None
        joined = joined or reading.words[j] == "et"
        if reading.pos[j] in ("VERB", "AUX", "PRON", "SCONJ", "PUNCT"):
            return None
    return None


def within_all(search: Search, verb: Token) -> Token | None:
    """*200 personnes (dont 68 militaires et 126 islamistes) sont mortes*: the soldiers of all who fell."""
    reading = search.reading
    first, _ = reading.sentence(verb.i)
    for j in range(verb.i - 1, max(first, verb.i - 26), -1):
        if reading.words[j] == "dont":
            near = range(j + 1, min(verb.i, j + 10))
            return next((reading.tokens[k] for k in near if k in reading.count_at), None)
        if reading.pos[j] == "VERB" or reading.words[j] in (";", "qui", "que"):
            return None
    return None
