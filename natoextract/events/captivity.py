"""Captives: who holds soldiers, and where: *détenus par les rebelles*, *soldats ivoiriens détenus à Bamako*."""

from natoextract.events.casualty_words import casualty_words
from natoextract.events.frames import Frame, Search
from natoextract.events.military import is_office
from natoextract.events.syntax import agent
from natoextract.text import fold


def is_held(search: Search, frame: Frame) -> bool:
    """*détenus par les rebelles*: who holds captives is no state, no army, no court."""
    holder = frame.agent or agent(frame.token)
    if holder is None:
        # *les 33 soldats retenus dans une zone de guérilla*
        first, end = search.reading.sentence(frame.token.i)
        others = casualty_words().insurgents | casualty_words().militias
        return frame.group is None and not others.isdisjoint(search.reading.nouns[first:end])
    if search.reading.actor_at.get(holder.i) or is_office(search.reading, holder.i):
        return False
    return not search.troops_at(holder.i) and fold(holder.lemma_) not in casualty_words().courts


def is_held_abroad(search: Search, frame: Frame) -> bool:
    """*les 46 soldats ivoiriens détenus à Bamako*: in another country than their own."""
    reading, i = search.reading, frame.token.i
    _, end = reading.sentence(i)
    near = range(i + 1, min(end, i + 5))
    there = {reading.locative_at[j].code for j in near if j in reading.locative_at}
    before = (a for j in range(max(0, i - 4), i) for a in reading.actor_at.get(j, ()))
    owner = next((a.code for a in before if a.form in ("adjective", "demonym")), None)
    counted = any(j in reading.count_at for j in range(max(0, i - 5), i))
    return bool(there) and owner is not None and counted and owner not in there
