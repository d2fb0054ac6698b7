"""The noun phrases beside a trigger, by the words alone: *cinq soldats et au moins sept employés civils ont péri*.

The tree often loses a subject or an object that is a list, that bears a complement, or that stands in a headline. A
chain is the list of noun phrases right before a word, or right after it, each by its head; who of them are troops is
asked later.
"""

from natoextract.events.frames import Search
from natoextract.events.reading import Reading
from natoextract.events.syntax import is_participle
from natoextract.grammar import auxiliaries_of, features
from natoextract.numerals import COLLECTIVES

#: No longer is a list of victims.
_REACH = 36
_JOINING = frozenset(["et", "ou", "ni", ",", "puis"])
_CLOSING = frozenset([":", ";", "!", "?", "…", "«", "»", "“", "”", '"', "(", "|"])
_QUOTES_IN = frozenset(["«", "“", '"'])
_QUOTES_OUT = frozenset(["»", "”", '"'])
_DASHES = frozenset("-–—")
_RELATIVES = frozenset(["duquel", "laquelle", "lequel", "lesquels", "lesquelles", "desquels", "desquelles", "auquel"])
_CLAUSES = _RELATIVES | frozenset(
    ["qui", "que", "qu'", "lorsque", "lorsqu'", "quand", "tandis", "alors", "mais", "car", "si", "s'"]
)
_OF = frozenset(["de", "d'", "du"])
_ASIDES = frozenset(["dont", "tous", "toutes", "notamment", "soit", "parmi"])
#: What may stand before a figure, in the words of each.
_MODIFIERS = (
    ("pas", "moins", "de"),
    ("au", "moins"),
    ("au", "total"),
    ("au", "plus"),
    ("plus", "de"),
    ("plus", "d'"),
    ("moins", "de"),
    ("pres", "de"),
    ("pres", "d'"),
    ("jusqu'", "a"),
    ("un", "total", "de"),
)
_SINGLE = frozenset(["environ", "quelque", "quelques", "encore", "aussi", "egalement", "ainsi", "deja"])
_TENS = ("vingt", "trente", "quarante", "cinquante", "soixante", "septante", "nonante", "cent", "mille")


def chain_before(search: Search, end: int, *, within: frozenset[int] = frozenset()) -> list[int]:
    """The heads of the noun phrases right before a token, left to right; `within` are tokens that end the walk."""
    reading = search.reading
    if end == 0 or reading.pos[end - 1] == "ADP":
        # *avant d'être abattu*
        return []
    if (relative := _relative(search, end)) is not None:
        # *un officier qui patrouillait avec eux, a été blessé*
        end = relative
    begin = _begin(search, end, within)
    heads: list[int] = []
    given_up: list[int] = []
    chunks = _chunks(reading, begin, end)
    if chunks and reading.words[end - 1] != "," and reading.words[chunks[-1][0]] == "dont":
        # *5.331 autres, dont 779 ont été grièvement blessés*
        return []
    for first, last, joint in chunks:
        kind, head = _told(reading, first, last)
        if kind == "place" and joint != "et":
            # *Dans le sud du pays, trois soldats …*
            given_up, heads = heads or given_up, []
        elif head is not None:
            heads.append(head)
    return heads or given_up


def chain_after(search: Search, begin: int) -> list[int]:
    """The heads of the noun phrases from a token on, left to right: *tuant trois civils et deux soldats*.

    Of the complements of a noun each may bear its preposition: *la mort de trois civils et de deux soldats*.
    """
    reading = search.reading
    _, stop = reading.sentence(begin - 1)
    while begin < stop and (reading.pos[begin] == "ADV" or begin in reading.date_at):
        begin += 1
    of = begin < stop and reading.words[begin] in (*_OF, "des")
    end, broken = _end(search, begin, stop)
    heads: list[int] = []
    chunks = [*_chunks(reading, begin, end)]
    for at, (first, last, joint) in enumerate(chunks):
        if broken and at and at == len(chunks) - 1:
            # *a tué trois civils et un soldat a été blessé*: the subject of what follows
            break
        while of and first < last and reading.words[first] in _OF:
            first += 1
        kind, head = _told(reading, first, last)
        if kind == "place" and joint != "et":
            break
        if head is not None:
            heads.append(head)
        elif not at:
            break
    return heads


def _relative(search: Search, end: int) -> int | None:
    """Where the relative clause begins that a comma closes right before a word."""
    reading = search.reading
    first, _ = reading.sentence(end - 1)
    if reading.words[end - 1] != ",":
        return None
    near = range(end - 2, max(first, end - _REACH), -1)
    at = next((j for j in near if reading.words[j] == "qui" or reading.tokens[j].text in _CLOSING), None)
    if at is None or reading.words[at] != "qui" or at <= first or reading.words[at - 1] == "et":
        return None
    verbs = [j for j in range(at + 1, end - 1) if reading.pos[j] in ("VERB", "AUX")]
    return at if verbs else None


def _begin(search: Search, end: int, within: frozenset[int]) -> int:
    """The first token of the phrases before a word."""
    reading = search.reading
    first, _ = reading.sentence(end - 1)
    j = end
    while j > max(first, end - _REACH):
        i = j - 1
        if i in reading.mission_at:
            j = min(i, reading.mission_at[i].first)
            continue
        if reading.tokens[i].text == ")":
            opening = next((k for k in range(i - 1, max(first - 1, i - 16), -1) if reading.words[k] == "("), None)
            if opening is None:
                return j
            j = opening
            continue
        if reading.tokens[i].text in _QUOTES_OUT:
            # *deux soldats de la Task Force “Lightning” ont été tués*
            near = range(i - 1, max(first - 1, i - 6), -1)
            inside = next((k for k in near if reading.tokens[k].text in _QUOTES_IN), None)
            if inside is None:
                return j
            j = inside
            continue
        if reading.pos[i] == "VERB" and reading.words[i].endswith("ant") and reading.words[i - 1] != ",":
            # *quatre journalistes accompagnant des soldats*
            j = i
            continue
        if i in within or _ends(search, i):
            return j
        j = i
    return j


def _end(search: Search, begin: int, stop: int) -> tuple[int, bool]:
    """One past the phrases after a word, and whether a finite verb ends them."""
    reading = search.reading
    j = begin
    while j < min(stop, begin + _REACH):
        if j in reading.mission_at:
            j = max(j, reading.mission_at[j].last) + 1
            continue
        if reading.words[j] == "(":
            closing = next((k for k in range(j + 1, min(stop, j + 16)) if reading.words[k] == ")"), None)
            if closing is None:
                return j, False
            j = closing + 1
            continue
        if reading.tokens[j].text in _QUOTES_IN | _QUOTES_OUT:
            j += 1
            continue
        if _ends(search, j):
            # *trois soldats, a indiqué une source*: no subject
            return j, reading.pos[j] in ("VERB", "AUX") and reading.words[j - 1] != ","
        j += 1
    return j, False


def _ends(search: Search, i: int) -> bool:
    """Whether a word can stand in no list of noun phrases."""
    reading = search.reading
    token, word, pos = reading.tokens[i], reading.words[i], reading.pos[i]
    if pos == "SPACE" or token.text in _CLOSING or (word in _CLAUSES and reading.words[i - 1] != "ainsi"):
        return True
    if reading.in_slug(token.idx) or any(start <= token.idx < end for start, end in reading.headers):
        return True
    if token.lower_ == "où":
        return True
    if word in _DASHES and i and reading.tokens[i - 1].whitespace_:
        return True
    if i in reading.count_at or i in reading.actor_at:
        return False
    if pos == "AUX":
        return True
    if pos != "VERB":
        return False
    if is_participle(token) or token.lower_ in search.words.participles:
        return bool(auxiliaries_of(token))
    return "Fin" in features(token, "VerbForm") or "Inf" in features(token, "VerbForm") or word.endswith("ant")


def _chunks(reading: Reading, begin: int, end: int) -> list[tuple[int, int, str]]:
    """The phrases of a range, `[first, last)`, and what joins each to the one before."""
    found: list[tuple[int, int, str]] = []
    first, joint = begin, ""
    j = begin
    while j < end:
        word = reading.words[j]
        if j in reading.mission_at:
            j = max(j, reading.mission_at[j].last) + 1
            continue
        if word == "(":
            j = next((k for k in range(j + 1, end) if reading.words[k] == ")"), j) + 1
            continue
        also = word == "ainsi" and reading.words[j + 1 : j + 2] in (["que"], ["qu'"])
        if (word in _JOINING or also) and not _is_in_number(reading, j):
            if first < j:
                found.append((first, j, joint))
                joint = word
            elif word != ",":
                joint = word
            j += 2 if also else 1
            first = j
            continue
        j += 1
    if first < end:
        found.append((first, end, joint))
    return found


def _is_in_number(reading: Reading, i: int) -> bool:
    """*vingt et un*; a comma is in none."""
    if reading.words[i] == ",":
        return False
    count = reading.count_at.get(i)
    inside = count is not None and count.first < i <= count.last
    return inside or (reading.words[i - 1] in _TENS and reading.words[i + 1 : i + 2] in (["un"], ["une"]))


def _told(reading: Reading, first: int, end: int) -> tuple[str, int | None]:
    """What a phrase is, and its head: `noun`, `place` of a complement of its own, `aside` of what goes on."""
    at = first
    while at < end and (reading.words[at] == "(" or reading.tokens[at].text in _QUOTES_IN):
        # *(Belga) 16 soldats …*
        closed = reading.words[at] == "("
        at = next((j for j in range(at, end) if reading.words[j] == ")"), at) + 1 if closed else at + 1
    while at < end:
        skipped = next((len(m) for m in _MODIFIERS if tuple(reading.words[at : at + len(m)]) == m), 0)
        if not skipped and (reading.words[at] in _SINGLE or (at != first and reading.pos[at] == "ADV")):
            skipped = 1
        if not skipped:
            break
        at += skipped
    if at >= end:
        return "aside", None
    if at in reading.count_at:
        last = min(reading.count_at[at].last, end - 1)
        # *14 autres ont été blessés*
        return "noun", last + (last + 1 < end and reading.words[last + 1] == "autres")
    word, pos = reading.words[at], reading.pos[at]
    if at in reading.date_at:
        return "place", None
    if reading.words[at : at + 2] == ["d'", "autres"]:
        # *d'autres soldats ont été blessés*, *d'autres sont portés disparus*
        at += 1
        if at + 1 >= end or reading.pos[at + 1] not in ("NOUN", "PROPN"):
            return "noun", at
    elif word in _ASIDES or word in _OF:
        return "aside", None
    if pos == "ADP" and word != "des":
        return "place", None
    for j in range(at, end):
        if j in reading.count_at:
            return "noun", min(reading.count_at[j].last, end - 1)
        if j > at and (reading.pos[j] == "ADP" or reading.words[j] in _OF):
            break
        if reading.nouns[j] in COLLECTIVES and reading.words[j + 1 : j + 2] in (["de"], ["d'"]) and j + 2 < end:
            # *une vingtaine de combattants*
            return "noun", next((k for k in range(j + 2, end) if reading.pos[k] in ("NOUN", "PROPN")), j)
        if reading.pos[j] in ("NOUN", "PROPN") and reading.tokens[j].text not in _DASHES:
            return "noun", j
    if pos in ("NUM", "PRON", "DET"):
        alone = next((j for j in range(at, end) if reading.pos[j] in ("NUM", "PRON", "ADJ")), None)
        return ("noun", alone) if alone is not None else ("aside", None)
    return "aside", None
