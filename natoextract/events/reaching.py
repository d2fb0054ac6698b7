"""Troops that join a mission, a force or a country: *35 militaires rejoindront la Kfor*."""

from natoextract.events.anaphors import takes_up_troops
from natoextract.events.clauses import doer_of, is_bare_participle, left_troops
from natoextract.events.directions import country_at, home_of
from natoextract.events.frames import Frame, Search
from natoextract.events.rightward import aside_end
from natoextract.events.syntax import agent
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import verb_group

_WORDS = vocabulary()


def reaches(search: Search, frame: Frame, name: str) -> Frame | None:
    """*35 militaires rejoindront la Kfor*: troops join a mission or a country."""
    reading, token = search.reading, frame.token
    if is_bare_participle(search, token) or token.lower_.endswith("ant"):
        return None
    frame.group = verb_group(token)
    if name == "accompagner" and frame.group.tense not in ("future", "infinitive", "conditional"):
        # *accompagnent les troupes maliennes* tells what they do there
        return None
    if frame.group.passive:
        by = agent(token)
        if by is None or not search.troops_at(by.i):
            # *seront rejoints dans les jours qui viennent par un bataillon*
            _, end = reading.sentence(token.i)
            at = next((j for j in range(token.i + 1, min(end, token.i + 14)) if reading.words[j] == "par"), end)
            by = next((doc for doc in reading.tokens[at + 1 : at + 5] if search.troops_at(doc.i)), None)
        frame.troops = by
        return frame if by is not None else None
    doer = doer_of(search, token)
    if doer is None or not search.troops_at(doer.i):
        doer = left_troops(search, token)
    if doer is None or doer.i in reading.mission_at:
        return None
    if not search.troops_at(doer.i):
        if not takes_up_troops(search, doer):
            return None
        frame.agent = doer
    _, end = reading.sentence(token.i)
    if name == "rejoindre" and any(c.lower_ in ("les", "l'", "la") for c in token.lefts) and doer.i in reading.count_at:
        # *700 autres soldats les rejoindront*
        frame.troops = doer
        return frame
    closed = token.i
    for j in range(token.i + 1, min(end, token.i + 16)):
        if j <= closed:
            continue
        if reading.words[j] == "," and j < token.i + 9 and (closing := aside_end(reading, j, end)) is not None:
            # *rejoindront par étapes, dès la fin juin, la Force des Nations unies*
            closed = closing
            continue
        if j >= token.i + 9 and closed == token.i:
            return None
        force = search.about_troops and reading.nouns[j] in _WORDS.forces
        if (
            force
            or j in reading.mission_at
            or j in reading.locative_at
            or country_at(reading, j)
            or search.troops_at(j)
        ):
            if reading.words[j - 1] in ("d'", "de") and j not in reading.mission_at and not search.troops_at(j):
                continue
            home = home_of(reading, doer)
            frame.troops = doer if frame.agent is None else None
            return None if home and country_at(reading, j) in home and j not in reading.mission_at else frame
        if reading.tokens[j].pos_ in ("VERB", "PRON") or reading.words[j] in (",", ";", "pour"):
            return None
    return None
