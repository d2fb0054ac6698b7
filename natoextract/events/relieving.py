"""Troops that take the place of others, and those who yield it: *900 casques bleus relèveront les soldats français*."""

from spacy.tokens import Token

from natoextract.events.clauses import is_bare_participle, left_troops
from natoextract.events.frames import Frame, Search
from natoextract.events.rightward import right_troops
from natoextract.events.states_going import state_goes
from natoextract.events.syntax import agent, objects, subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import verb_group
from natoextract.text import fold


def relieves(search: Search, frame: Frame, name: str) -> Frame | None:
    """*les Danois remplaceront les soldats suédois*; *seront relevés en juin* tells who leaves, not who comes."""
    token, reading = frame.token, search.reading
    if is_bare_participle(search, token) or "sans" in reading.words[max(0, token.i - 3) : token.i]:
        # *quitteront le Mali sans être relevés*: nobody comes, and who goes is told
        return None
    frame.group = verb_group(token)
    doer = subject(token)
    if frame.group.passive:
        relieved = doer if doer is not None and search.is_patient(doer) else left_troops(search, token)
        if relieved is None:
            return None
        comers = agent(token) or _agent_after(search, frame)
        if comers is None:
            frame.type, frame.troops = "withdrawal", relieved
            return frame
        state = reading.actor_at.get(comers.i) and reading.words[relieved.i].endswith("s")
        if not search.troops_at(comers.i) and not state:
            # *la force sera relayée par l'Italie* may be its command
            return None
        frame.troops, frame.agent = (comers, None) if search.troops_at(comers.i) else (None, comers)
        return frame
    relieved = next((o for o in objects(token) if search.troops_at(o.i)), None) or right_troops(search, frame.last)
    if relieved is None and doer is not None and search.is_patient(doer):
        # *un bataillon français relèvera les Allemands*
        relieved = next((o for o in objects(token) if _are_of_a_state(search, o)), None)
    if relieved is None or doer is None:
        return None
    if search.is_patient(doer):
        frame.troops = doer
    elif reading.actor_at.get(doer.i) and search.about_troops:
        frame.agent = doer
    else:
        return None
    return frame


def _agent_after(search: Search, frame: Frame) -> Token | None:
    """*doit être relevée à partir de septembre par une force de 12.000 Casques bleus*: the tree hangs it on the day."""
    reading = search.reading
    _, end = reading.sentence(frame.token.i)
    for j in range(frame.last + 1, min(end, frame.last + 10)):
        if reading.words[j] == "par":
            return right_troops(search, j)
        dated = j in reading.date_at or reading.words[j] == "partir"
        if reading.pos[j] in ("VERB", "AUX", "PRON", "PUNCT") and not dated:
            return None
    return None


def _are_of_a_state(search: Search, token: Token) -> bool:
    return any(a.form == "demonym" for a in search.reading.actor_at.get(token.i, ()))


def yields(search: Search, frame: Frame, name: str) -> Frame | None:
    """*les soldats français céderont la place à des casques bleus*: they leave."""
    doer = subject(frame.token) or left_troops(search, frame.token)
    frame.group = verb_group(frame.token)
    if doer is None or frame.group.passive or "sur" in search.reading.words[frame.token.i + 1 : frame.last]:
        # *laisser sur place un avion*
        return None
    if search.troops_at(doer.i):
        frame.troops = doer
        return frame
    # *nous ferons nos valises*, *la Suède plie bagage*
    frame.agent = doer
    return frame if fold(frame.word) in vocabulary().packing and state_goes(search, frame, doer) else None
