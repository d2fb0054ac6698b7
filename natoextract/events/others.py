"""Movements that are none of troops: of firemen, of the wounded, of the dead, of one man."""

import re

from natoextract.events.casualty_words import casualty_words
from natoextract.events.frames import Frame, Search
from natoextract.events.military import military_words
from natoextract.events.own_subjects import own_subject
from natoextract.events.syntax import objects

_HURT = re.compile(r"\bbless\w+")


def is_of_others(search: Search, frame: Frame) -> bool:
    """*les soldats du feu ont mobilisé 60 hommes*; *les corps des soldats ont été rapatriés*: no troops move."""
    reading, token = search.reading, frame.token
    agent, words = frame.agent, military_words()
    troops = agent is not None and reading.nouns[agent.i] in words.troops | words.mixed
    if agent is not None and troops and words.other_things.match(reading.folded, agent.idx):
        return True
    if frame.word == "évacuer" and _HURT.search(reading.folded, max(0, token.idx - 60), token.idx + 30):
        # *deux soldats ont été blessés et évacués*
        return True
    one = frame.troops or agent
    if frame.frame == "joins" and one is not None and reading.words[one.i] in casualty_words().single:
        # *un soldat participait à l'opération*
        return True
    moved = (own_subject(token), *objects(token)) if frame.group is not None else ()
    return any(noun is not None and reading.nouns[noun.i] in casualty_words().remains for noun in moved)
