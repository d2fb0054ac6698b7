"""Which two triggers tell one event: *renforcer et étendre sa mission*."""

from natoextract.events.frames import Frame, Search

#: What joins two nouns of one meeting: *la session de l'Assemblée générale*.
_LINKS = frozenset(["de", "du", "d'", "l'", "la"])


def is_double(search: Search, frame: Frame, other: Frame) -> bool:
    """*renforcer et étendre sa mission*, *s'ajouter 3.000 hommes, fournis par*: two words for one event."""
    if frame.frame == "reaches" and other.frame == "leaves" and _is_purpose(search, frame, other):
        # *ont quitté Kidal pour rejoindre Gao*
        return True
    if frame.frame == "own" and other.troops is not None and other.troops.i == frame.token.i:
        # *une baisse de 15 % des effectifs*
        return True
    if frame.type != other.type:
        return False
    if other.token.i <= frame.token.i <= other.last:
        return True
    if frame.frame == other.frame == "talks":
        # *la session de l'Assemblée générale*, *une réunion au sommet*
        between = search.reading.words[other.last + 1 : frame.token.i]
        return bool(between) and (set(between) <= _LINKS or between == ["au"])
    if frame.frame == "self":
        # *acheminer des renforts*
        return other.troops is not None and other.troops.i == frame.token.i
    if frame.participle:
        own, earlier = (_count_of(search, f) for f in (frame, other))
        return own is not None and own == earlier
    if frame.frame in ("goes", "reaches", "joins", "changes") and _is_purpose(search, frame, other):
        # *sont arrivés pour prendre la relève*
        return True
    coordinated = frame.token.dep_ == "conj" and frame.token.head.i == other.token.i
    same = frame.troops is None or other.troops is None or frame.troops.i == other.troops.i
    return coordinated and same and frame.group is not None and other.group is not None


def _is_purpose(search: Search, frame: Frame, other: Frame) -> bool:
    """Whether a verb tells what another of its sentence is done for: *pour prendre la relève*."""
    reading, i = search.reading, frame.token.i
    purpose = frame.group is not None and bool({"pour", "afin"} & set(reading.words[max(0, i - 2) : i]))
    return purpose and reading.sentence(i) == reading.sentence(other.token.i)


def _count_of(search: Search, frame: Frame) -> int | None:
    """The first token of the count that a frame's troops are in."""
    if frame.troops is None:
        return None
    reading = search.reading
    near = (frame.troops.i, *range(frame.troops.i, frame.token.i)) if frame.participle else (frame.troops.i,)
    return next((reading.count_at[j].first for j in near if j in reading.count_at), None)
