"""Verbs that take up the one before: *Mille soldats ont été retirés et 500 autres doivent l'être*."""

from dataclasses import replace

from spacy.tokens import Token

from natoextract.events.clauses import left_troops
from natoextract.events.frames import Frame, Search
from natoextract.grammar import verb_group

#: The infinitive that takes up a passive.
ECHO = "etre"
_PASSIVE = frozenset(["moves", "kills", "stands"])


def echo(search: Search, token: Token, frames: list[Frame]) -> Frame | None:
    """The event of *l'être*: that of the passive before it in the sentence, with the troops of its own."""
    reading = search.reading
    if reading.words[token.i] != ECHO or not token.i or reading.words[token.i - 1] != "l'" or not frames:
        return None
    taken = frames[-1]
    first, _ = reading.sentence(token.i)
    if taken.token.i < first or taken.frame not in _PASSIVE:
        return None
    troops = left_troops(search, reading.tokens[token.i - 1])
    if troops is None or troops.i < taken.token.i:
        return None
    return replace(taken, token=token, last=token.i, troops=troops, group=verb_group(token), participle=False)
