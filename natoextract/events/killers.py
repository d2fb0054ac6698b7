"""Who does the killing: troops that kill *dix d'entre eux* have killed others."""

from spacy.tokens import Token

from natoextract.events.casualty_words import casualty_words
from natoextract.events.frames import Frame, Search
from natoextract.events.military import PROVIDERS
from natoextract.events.syntax import subject

#: What sweeps soldiers away.
_FLOODS = casualty_words().floods


def is_others_share(search: Search, frame: Frame) -> bool:
    """*Les soldats ont riposté, tuant dix d'entre eux*: a share of those whom the troops fight."""
    return frame.troops is not None and _is_of_them(search, frame.troops) and _is_of_troops(search, frame)


def takes_away(search: Search, doer: Token) -> bool:
    """*emportés par leurs assaillants*, *par une crue*."""
    reading = search.reading
    known = reading.nouns[doer.i] in casualty_words().insurgents | _FLOODS
    groups = (o for o in reading.doc._.organisations if o["start"] <= doer.idx < o["end"])
    return known or any(o["code"] not in PROVIDERS for o in groups)


def _is_of_them(search: Search, troops: Token) -> bool:
    """*dix d'entre eux*."""
    return troops.lower_ in ("eux", "elles") or search.reading.words[troops.i + 1 : troops.i + 3] == ["d'", "entre"]


def _is_of_troops(search: Search, frame: Frame) -> bool:
    """Whether troops do the killing: *la force a éliminé dix d'entre eux*, *ces derniers ont riposté, tuant*."""
    if frame.group is None or frame.group.passive:
        return False
    doer = frame.agent
    for up in frame.token.ancestors:
        if doer is not None:
            break
        doer = subject(up) if up.pos_ in ("VERB", "AUX") else None
    if doer is None:
        return False
    reading = search.reading
    these = reading.words[doer.i] == "derniers" and reading.words[doer.i - 1] == "ces"
    return these or search.troops_at(doer.i) or reading.nouns[doer.i] in ("force", "armee")
