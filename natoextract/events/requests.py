"""Who asks for an event: *à la demande de X*, the subject of the verb that asks, the owner of the demand."""

from spacy.tokens import Token

from natoextract.events.evidence import Found, Whose
from natoextract.events.frames import Frame
from natoextract.events.governors import Certainty
from natoextract.events.reading import Reading
from natoextract.events.resolver import Resolver
from natoextract.events.syntax import subject

_DEMAND = "a la demande d"


def requested_by(reading: Reading, resolver: Resolver, frame: Frame, status: Certainty) -> Whose | None:
    """The asker of an event, if the text names one."""
    if told := _at_the_demand(reading, resolver, frame):
        return told
    word = status.word
    if status.status != "requested" or word is None:
        return None
    if word.pos_ in ("VERB", "AUX"):
        # *Rome demande à Paris d'envoyer 500 hommes*
        asker = subject(word)
        return None if asker is None else _told(resolver.codes_of(asker), "subject", asker)
    # *la demande américaine d'envoyer*, *sa demande de retirer*
    return _told(resolver.owners_beside(word.i), "owner", word) or _told(
        resolver.nearest_subject(word.i), "governor", word
    )


def _at_the_demand(reading: Reading, resolver: Resolver, frame: Frame) -> Whose | None:
    """*à la demande du gouvernement malien*."""
    first, end = reading.sentence(frame.token.i)
    start, stop = reading.tokens[first].idx, reading.tokens[end - 1].idx + len(reading.tokens[end - 1])
    at = reading.folded.find(_DEMAND, start, stop)
    if at < 0:
        return None
    demand = reading.scene.index(at + len(_DEMAND) - 1)
    for token in reading.tokens[demand : min(end, demand + 6)]:
        if token.pos_ in ("NOUN", "PROPN") and (codes := resolver.named(token)):
            return _told(codes, "à la demande de", token)
    return None


def _told(codes: list[str], rule: str, at: Token) -> Whose | None:
    return Found(codes, rule, at.idx, at.idx + len(at)) if codes else None
