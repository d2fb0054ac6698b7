"""Where troops serve, from which country they leave; a return home has no whereabouts of its own."""

import re

from natoextract.events.directions import FROM, TOWARDS
from natoextract.events.evidence import Found, told_by_count
from natoextract.events.frames import Frame
from natoextract.events.reading import Reading, TokenMention, within
from natoextract.events.syntax import subject
from natoextract.events.vocabulary import vocabulary
from natoextract.roles import location
from natoextract.text import fold

_WORDS = vocabulary()
_IN = r"(?:en|aux?|a|d[ue]s?|d'|dans|vers|pour)? ?(?:l[ea]s? |l')?"
#: What may stand between a trigger and the first country of a list, and between two of them.
_FIRST = re.compile(rf" (?:(?!entre|frontieres?\b|qu[ie]\b|dont\b)[\w'-]+ ){{0,5}}?{_IN}")
_NEXT = re.compile(rf"(?:,? (?:et|ou|puis|ainsi qu'|ainsi que|mais aussi|et meme)|,) ?{_IN}")


def troop_location(
    reading: Reading, frame: Frame, count: TokenMention | None, owners: list[str]
) -> Found[str | None] | None:
    """The country where the troops serve, from which they leave, in which they fall."""
    if frame.type == "withdrawal" and (left := _left(reading, frame, owners)) is not None:
        return left
    found = _told(reading, frame, count, owners)
    if _is_homeward(frame) and found is not None and found.value in owners:
        # *les soldats portugais rentrent à Lisbonne*
        return Found(None, "home", found.start, found.end)
    return found


def listed_locations(reading: Reading, frame: Frame, owners: list[str]) -> list[Found[str | None]]:
    """*ils se déploieront au Soudan du Sud, en Centrafrique et en RDC*: the countries of a list."""
    _, end = reading.sentence(frame.token.i)
    last = reading.tokens[end - 1]
    named = reading.scene.locatives_in(frame.end, last.idx + len(last))
    if len(named) < 2 or not _FIRST.fullmatch(reading.folded, frame.end, named[0].start):
        return []
    listed = [named[0]]
    for where in named[1:]:
        if not _NEXT.fullmatch(reading.folded, listed[-1].end, where.start):
            break
        listed.append(where)
    codes = {where.code: where for where in listed if where.code not in owners}
    return [Found(w.code, "list", w.start, w.end) for w in codes.values()] if len(codes) > 1 else []


def _is_homeward(frame: Frame) -> bool:
    return frame.type == "withdrawal" and fold(frame.word) in _WORDS.homeward


def _told(reading: Reading, frame: Frame, count: TokenMention | None, owners: list[str]) -> Found[str | None] | None:
    if count is not None and count.record["location"]:
        return told_by_count(reading, count, "location", count.record["location"])
    own = count is not None and reading.count_at.get(count.first) is count
    if count is not None and own and "location" in reading.count_evidence.get(count.record["start"], {}):
        # *l'Eufor comptera 3.700 hommes*: in two countries, so in no one
        return told_by_count(reading, count, "location", None)
    if frame.frame == "hosts" and (host := subject(frame.token)) is not None:
        # *la Lettonie accueille 500 soldats canadiens*
        told = next((a for a in reading.actor_at.get(host.i, ()) if a.form == "name"), None)
        if told is not None:
            return Found(told.code, "host", told.start, told.end)
    start, end = frame.token.idx, frame.end
    found = location.of(
        reading.scene,
        start,
        end,
        owners,
        abroad=frame.type in ("deployment", "withdrawal"),
        far=lambda where: _in_other_clause(reading, where.end, start),
    )
    return Found(found.value, found.rule, found.start, found.end) if found else None


def _left(reading: Reading, frame: Frame, owners: list[str]) -> Found[str | None] | None:
    """*quitter le Niger pour l'Allemagne*, *sont rentrés d'Irak en France*: the country before the way is told."""
    leaving = frame.frame == "leaves" and frame.word == "quitter"
    if not leaving and fold(frame.word) not in _WORDS.homeward:
        return None
    _, end = reading.sentence(frame.token.i)
    for j in range(frame.last + 1, min(end, frame.last + 8)):
        word = reading.words[j]
        if word in TOWARDS or (reading.pos[j] in ("VERB", "AUX", "PUNCT")):
            return None
        where = reading.locative_at.get(j)
        before = reading.words[j - 1] if reading.words[j - 1] not in ("l'", "la", "le", "les") else reading.words[j - 2]
        city = next((a for a in reading.actor_at.get(j, ()) if a.form == "capital"), None)
        if city is not None and where is None and before in FROM and city.code not in owners:
            # *ont ramené 180 soldats de Kaboul*
            return Found(city.code, "left", city.start, city.end)
        if where is not None and where.code not in owners and (leaving or before in FROM):
            return Found(where.code, "left", where.start, where.end)
    return None


def _in_other_clause(reading: Reading, place: int, trigger: int) -> bool:
    """*ont conclu au Qatar un accord qui prévoit le retrait*: a relative clause begins between."""
    return place < trigger and bool(re.search(r"\b(?:qui|que|dont|ou)\b", reading.folded[place:trigger]))


def place_of(reading: Reading, frame: Frame, where: Found[str | None] | None, owners: list[str]) -> Found[str] | None:
    """A place in the trigger's own sentence: the nearest after, else before, in the country of the event."""
    country = where.value if where is not None else None
    first, end = reading.sentence(frame.token.i)
    near = [
        m
        for m in within(reading.places, first, end)
        if not reading.in_slug(m.record["start"]) and (country is None or m.record["country"] in (country, None))
    ]
    if _is_homeward(frame):
        # *rentrer à Lisbonne*
        near = [m for m in near if m.record["country"] not in owners]
    if frame.word == "quitter" and frame.type == "deployment":
        # *ont quitté Fort Bragg pour le Koweït*
        near = [m for m in near if TOWARDS & set(reading.words[frame.last : m.first])]
    if not near:
        return None
    nearest = min(near, key=lambda m: m.first - frame.last if m.first > frame.last else (frame.token.i - m.last) + 6)
    if nearest.first > frame.last + 25 or nearest.last < frame.token.i - 25:
        return None
    return Found(nearest.record["name"], "sentence", nearest.record["start"], nearest.record["end"])
