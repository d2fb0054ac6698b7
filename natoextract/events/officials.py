"""Which state a person or an office of a phrase is of: *M. Obama*, *les ministres russe et turc*."""

from collections.abc import Mapping

from spacy.tokens import Token

from natoextract.events.military import beside, is_office
from natoextract.events.reading import Reading
from natoextract.text import fold


def state_of_person(reading: Reading, people: Mapping[str, str], token: Token) -> str | None:
    """The state of a person named here, or right after a title: *M. Obama*, *le président Barack Obama*.

    `people` are the codes of an article's persons by last name.
    """
    _first, end = reading.sentence(token.i)
    title = is_office(reading, token.i)
    # *Macron attendu à Kiev*: the model takes the name for an adverb
    named = token.pos_ == "PROPN" or (token.pos_ in ("ADV", "ADJ", "VERB", "PRON") and token.text in people)
    if not title and not named and not _names_one(reading, people, token):
        return None
    if title:
        # the title's own adjective is stronger
        for j in beside(reading, token.i, 6):
            if reading.actor_at.get(j) and reading.actor_at[j][0].form in ("adjective", "organisation"):
                return reading.actor_at[j][0].code
    for j in range(token.i, min(end, token.i + (10 if title else 4))):
        word = reading.tokens[j]
        if word.text in people:
            return people[word.text]
        # *son homologue et ami Vladimir Poutine* goes on
        friend = word.pos_ == "CCONJ" and reading.nouns[j + 1 : j + 2] in (["ami"], ["allie"], ["voisin"])
        ends = word.pos_ in ("VERB", "AUX", "ADP", "CCONJ") and word.lower_ not in ("de", "d'", "du", "des")
        if j > token.i and ends and not friend:
            break
    return None


def _names_one(reading: Reading, people: Mapping[str, str], token: Token) -> bool:
    """*M.*, *Mme*, and a first name that the model takes for a noun: *Hillary Clinton*."""
    if fold(token.text) in ("m.", "mme", "mme.", "mm."):
        return True
    last = reading.tokens[token.i + 1 : token.i + 2]
    named = token.text[:1].isupper() and token.pos_ in ("NOUN", "ADJ", "X") and bool(last)
    return named and last[0].text in people


def states_of_offices(reading: Reading, token: Token) -> list[str]:
    """*les ministres russe et turc*: one state each; none for an office of one."""
    if not is_office(reading, token.i) or not reading.words[token.i].endswith("s"):
        return []
    codes: dict[str, None] = {}
    right = beside(reading, token.i, 6)
    # *les ministres de la Défense français et britannique*
    j = next((j for j in right if reading.actor_at.get(j)), token.i + 1)
    while j < len(reading.tokens) and (reading.actor_at.get(j) or reading.words[j] in ("et", ",")):
        codes |= dict.fromkeys(a.code for a in reading.actor_at.get(j, ()) if a.form == "adjective" and a.first == j)
        j += 1
    return list(codes) if len(codes) > 1 else []
