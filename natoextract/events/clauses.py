"""What several licences of verbs ask: a bare participle, the noun it modifies, a subject that the tree has lost."""

from collections.abc import Callable

from spacy.tokens import Token

from natoextract.events.frames import Frame, Search
from natoextract.events.syntax import agent, is_participle, modified_noun
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import auxiliaries_of
from natoextract.text import fold

_WORDS = vocabulary()
#: What closes an aside, and what has opened it.
_CLOSING = {"-": "-", "–": "–", "—": "—", ")": "("}

Licence = Callable[[Search, Frame, str], Frame | None]


def is_bare_participle(search: Search, token: Token) -> bool:
    """A participle with no auxiliary: *des soldats envoyés en renfort*."""
    if not (is_participle(token) or token.lower_ in search.words.participles):
        return False
    return not auxiliaries_of(token) and not any(c.dep_ == "cop" or c.dep_.startswith("aux") for c in token.lefts)


def modifier(search: Search, frame: Frame) -> Frame | None:
    """*les troupes russes envoyées en manœuvre*: a participle beside troops."""
    noun = modified_noun(frame.token)
    force = noun is not None and search.about_troops and fold(noun.lemma_) in ("mission", "force")
    if noun is None or not (force or search.troops_at(noun.i)):
        return None
    frame.troops, frame.agent, frame.participle = noun, agent(frame.token), True
    return frame


def left_troops(search: Search, verb: Token) -> Token | None:
    """Troops right before a verb whose subject the tree has lost: *400 soldats des Forces canadiennes sont partis*."""
    reading = search.reading
    first, _ = reading.sentence(verb.i)
    j = verb.head.i if verb.dep_ == "xcomp" and verb.head.i < verb.i else verb.i
    if j > first and reading.words[j - 1] in _WORDS.modals:
        j -= 1
    while (j := j - 1) >= max(first, verb.i - 10):
        token = reading.tokens[j]
        if token.text in _CLOSING:
            # *100 militaires - 60 Belges et 40 Danois - doivent être envoyés*
            opening = _CLOSING[token.text]
            j = next((k for k in range(j - 1, first, -1) if reading.tokens[k].text == opening), j)
            continue
        if j in reading.count_at:
            return token
        if (token.pos_ in ("VERB", "PRON", "PUNCT", "SCONJ") and reading.words[j] not in (",", "dont")) or (
            token.pos_ == "ADP" and reading.words[j] not in ("de", "d'", "des", "du")
        ):
            return None
    return None
