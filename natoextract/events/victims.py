"""Who falls, where the text does not say the noun again: *quatre autres*, *un troisième*, *dont trois soldats*."""

import re

from spacy.tokens import Token

from natoextract.events.airmen import flies, is_airman
from natoextract.events.casualty_words import casualty_words
from natoextract.events.counted import number_before
from natoextract.events.frames import Search
from natoextract.events.military import PROVIDERS, beside, noun_lemma
from natoextract.events.reading import TokenMention
from natoextract.events.shares import are_others
from natoextract.grammar import SUBJECTS
from natoextract.numerals import parse_number

#: So many dead are those of a war.
_WAR = 1000
_ONE = frozenset(["un", "une"])
_MEN = frozenset(["hommes", "appeles", "conscrits", "recrues"])
#: *un huitième est mort*.
_ORDINAL = re.compile(r"\w+ieme")
#: *plusieurs autres ont été blessés*, *d'autres*.
_SEVERAL = frozenset(["plusieurs", "d'", "quelques"])
_QUOTES = frozenset(["«", "»", '"', "“", "”"])
_ARGUMENTS = frozenset([*SUBJECTS, "obj", "ROOT", "conj"])


def is_victim(search: Search, token: Token) -> bool:
    """Whether a noun is troops, or counts more of those just named."""
    return (
        search.is_patient(token) or is_other(search, token.i) or is_airman(search, token.i) or _are_men(search, token.i)
    )


def is_of_group(search: Search, i: int) -> bool:
    """*un commandant militaire du Hezbollah*, *un chef militaire rebelle*: no soldier of a state."""
    reading = search.reading
    right = beside(reading, i, 8)
    if not right or i in reading.count_at:
        return False
    if any(reading.nouns[j] in casualty_words().insurgents for j in right):
        return True
    begin, end = reading.tokens[i].idx, reading.tokens[right[-1]].idx + len(reading.tokens[right[-1]])
    groups = (o for o in reading.doc._.organisations if begin < o["start"] < end)
    owned = any(a.form != "person" for j in right for a in reading.actor_at.get(j, ()))
    return not owned and any(o["code"] not in PROVIDERS for o in groups)


def _are_men(search: Search, i: int) -> bool:
    """*En mai, cinq hommes avaient péri*: soldiers, where soldiers have just been told of."""
    counted = search.reading.words[i] in _MEN and number_before(search.reading, i) is not None
    return counted and search.about_troops and search.recent_troops(i) and not are_others(search.reading, i)


def is_other(search: Search, i: int) -> bool:
    """*un soldat tué et un autre blessé*, *trois autres*, *un troisième*: troops have been named before."""
    reading = search.reading
    if i > 2 and reading.nouns[i] in casualty_words().comrades and reading.words[i - 1] in ("ses", "leurs", "nos"):
        # *deux de leurs camarades*
        if reading.nouns[i] == "frere" and reading.words[i + 1 : i + 3] != ["d'", "armes"]:
            return False
        return reading.words[i - 2] in ("de", "d'") and search.recent_troops(i)
    if not i or not (reading.nouns[i] in casualty_words().others or _ORDINAL.fullmatch(reading.words[i])):
        return False
    before = reading.words[i - 1]
    number = number_before(reading, i)
    following = reading.tokens[i + 1] if i + 1 < len(reading.tokens) else None
    # *un autre homme*, *trois autres personnes* are others
    alone = (
        following is None
        or following.pos_ not in ("NOUN", "PROPN", "NUM")
        or following.lower_ in search.words.participles
    )
    # *le troisième est porté disparu*
    ordinal = before in ("le", "la") and _ORDINAL.fullmatch(reading.words[i]) is not None
    if not alone or (number is None and not ordinal and before not in _ONE | _SEVERAL):
        return False
    return _are_troops_counted(search, i if number is None else number.first)


def _are_troops_counted(search: Search, i: int) -> bool:
    """Whether those counted before are troops: in *deux gardes tués et trois autres blessés* they are not."""
    reading = search.reading
    first, _ = reading.sentence(i)
    if first == i > 0:
        # *ont abattu trois terroristes. Quatre autres ont été capturés*
        first, _ = reading.sentence(i - 1)
    for j in range(i - 1, first, -1):
        token = reading.tokens[j]
        if (j - 1) in reading.count_at and j not in reading.count_at and token.pos_ == "NOUN":
            # *71 soldats tués, 12 blessés et d'autres*
            return True
        counted = reading.words[j - 1] in _ONE or reading.pos[j - 1] == "NUM" or parse_number(reading.words[j - 1])
        if counted and j not in reading.count_at and any(a.form == "demonym" for a in reading.actor_at.get(j, ())):
            # *400 Palestiniens ont été tués et 600 autres blessés*
            return False
        if counted and reading.nouns[j] in casualty_words().civilians | casualty_words().insurgents:
            return False
        if reading.nouns[j] in casualty_words().remains:
            # *huit corps de soldats ont été retrouvés, et trois autres blessés*
            continue
        if counted and token.pos_ == "NOUN" and token.dep_ in _ARGUMENTS and j not in reading.date_at:
            return search.troops_at(j)
    return search.recent_troops(i)


def is_rank(search: Search, i: int) -> bool:
    """*le brigadier est décédé*, *le colonel X a été tué*: a soldier by his rank, in an article about troops."""
    reading = search.reading
    known = search.about_troops or flies(search)
    if not known or reading.nouns[i] not in casualty_words().ranks or reading.words[i].endswith("s"):
        return False
    return reading.words[i + 1 : i + 3] not in (
        ["de", "police"],
        ["de", "gendarmerie"],
        ["de", "la"],
        ["des", "pompiers"],
    )


def is_military_toll(search: Search, i: int) -> bool:
    """*14 morts*, said of nobody, in an article whose victims are all soldiers."""
    reading = search.reading
    if not search.about_troops or not reading.counts or (parse_number(reading.words[i - 1]) or 0) < 2:
        return False
    first, end = reading.sentence(i)
    words = casualty_words()
    if (parse_number(reading.words[i - 1]) or 0) >= _WAR:
        # *les violences ont fait plus de 4.000 morts*: so many are not soldiers alone
        return False
    if reading.words[i + 1 : i + 4] in (["des", "deux", "cotes"], ["de", "part", "et"]):
        # *242 morts des deux côtés*
        return False
    if not words.civilians.isdisjoint(reading.nouns[:end]) or not words.insurgents.isdisjoint(reading.nouns[first:end]):
        return False
    return any(_is_toll(search, m) for m in reading.counts if m.last < i)


def _is_toll(search: Search, count: TokenMention) -> bool:
    """Whether a number of troops is one of the fallen: *quatorze soldats ont été tués*."""
    reading = search.reading
    _, end = reading.sentence(count.first)
    near = range(count.last + 1, min(end, count.last + 6))
    return any(
        any(sense.type == "casualties" for sense in search.words.nouns.get(noun_lemma(reading, j), ()))
        or search.words.participles.get(reading.tokens[j].lower_) in ("tuer", "blesser")
        for j in near
    )
