"""Troops that someone asks for: *l'Otan a demandé des troupes supplémentaires*, *Kiev réclame deux bataillons*."""

from spacy.tokens import Token

from natoextract.events.clauses import is_bare_participle
from natoextract.events.frames import Frame, Search
from natoextract.events.military import beside
from natoextract.events.rightward import right_troops
from natoextract.events.sending import reinforces
from natoextract.events.syntax import objects, subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import verb_group

_MORE = tuple(vocabulary().more)


def asks(search: Search, frame: Frame, name: str) -> Frame | None:
    """More troops as an object; *demande aux soldats de partir* and *demande des comptes à l'armée* ask for none."""
    token = frame.token
    if not search.about_troops or is_bare_participle(search, token):
        return None
    frame.group = verb_group(token)
    if frame.group.passive:
        return None
    asked = next((o for o in objects(token) if o.i > token.i and _is_more(search, o)), None)
    if asked is None and (near := right_troops(search, token.i, 8)) is not None and _is_more(search, near):
        asked = near
    if asked is not None and "NOUN" in search.reading.pos[token.i + 1 : _begin(search, asked)]:
        # *demandant un plan de retrait pour les 1.000 soldats*
        return None
    if asked is None or _is_asked_of(search, token, asked):
        return None
    frame.troops = asked
    asker = subject(token)
    # a mission asks for troops of its own, a state for those of others
    own = asker is not None and (
        (asker.lower_ == "nous" and name == "souhaiter")
        or asker.i in search.reading.mission_at
        or _is_of_organisation(search, asker)
    )
    frame.agent = asker if own else None
    return frame


def _begin(search: Search, noun: Token) -> int:
    count = search.reading.count_at.get(noun.i)
    return count.first if count is not None else noun.i


def _is_more(search: Search, noun: Token) -> bool:
    """*des troupes supplémentaires*, *des renforts*, *un bataillon*, *2.000 hommes de plus*."""
    reading = search.reading
    if not (search.troops_at(noun.i) or reinforces(search, noun)):
        return False
    if noun.i in reading.count_at or reading.nouns[noun.i] == "renfort":
        return True
    more = any(reading.words[j].startswith(_MORE) for j in beside(reading, noun.i))
    new = (
        any(c.lower_ in ("un", "une", "davantage") for c in noun.lefts) or "plus" in reading.words[noun.i - 2 : noun.i]
    )
    return more or new


def _is_asked_of(search: Search, verb: Token, noun: Token) -> bool:
    """*demander à ses soldats de partir*, *exige que les soldats partent*: they are no object."""
    return bool({"a", "aux", "que", "qu'"} & set(search.reading.words[verb.i + 1 : noun.i]))


def _is_of_organisation(search: Search, noun: Token) -> bool:
    reading = search.reading
    near = (noun.i, *beside(reading, noun.i))
    return any(a.form == "organisation" for j in near for a in reading.actor_at.get(j, ()))
