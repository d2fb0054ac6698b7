"""Who of a list falls: the troops among the noun phrases beside a verb, a participle or a noun of loss."""

from spacy.tokens import Token

from natoextract.events.casualty_words import casualty_words
from natoextract.events.chain import chain_after, chain_before
from natoextract.events.frames import Search
from natoextract.events.military import beside, is_troops
from natoextract.events.shares import are_others as are_others_named
from natoextract.events.shares import is_share
from natoextract.events.victims import is_other, is_rank, is_victim
from natoextract.grammar import auxiliaries_of
from natoextract.numerals import parse_number

_CLITICS = frozenset(["ne", "n'", "y", "en", "se", "s'", "l'", "-", "tous", "toutes"])
_ARTICLES = frozenset(["un", "une"])
_TOTALS = frozenset(["nombre", "total", "bilan", "cumul", "chiffre"])
#: Participles of the fallen, which end the list that another is said of: *trois soldats tués et deux civils blessés*.
_FALLEN = frozenset(["tuer", "blesser", "mourir", "capturer", "enlever", "abattre", "porter", "deceder"])


def heads_before(search: Search, verb: Token) -> list[int]:
    """The heads of the noun phrases right before a verb and its auxiliaries."""
    reading = search.reading
    first, _ = reading.sentence(verb.i)
    i = finite_of(search, verb)
    while i > first and (reading.words[i - 1] in _CLITICS or reading.pos[i - 1] == "ADV"):
        i -= 1
    return chain_before(search, i)


def finite_of(search: Search, verb: Token) -> int:
    """The first auxiliary of a verb, or the verb; *sont* of *sont morts*, which the model calls a noun."""
    if auxiliaries := auxiliaries_of(verb):
        return auxiliaries[0].i
    first, _ = search.reading.sentence(verb.i)
    i = verb.i
    while i > first and search.reading.pos[i - 1] in ("AUX", "ADV"):
        i -= 1
    return next((j for j in range(i, verb.i) if search.reading.pos[j] == "AUX"), verb.i)


def are_others(search: Search, heads: list[int]) -> bool:
    """*quatre journalistes accompagnant des soldats ont été blessés*: people of whom none is a soldier."""
    words = casualty_words()
    return bool(heads) and all(search.reading.nouns[j] in words.civilians | words.insurgents for j in heads)


def victim_before(search: Search, verb: Token, heads: list[int]) -> Token | None:
    """*Cinq soldats indiens et sept employés civils sont morts*: the soldiers right before a verb."""
    reading = search.reading
    finite = reading.words[finite_of(search, verb)]
    if finite.endswith("nt") and finite not in ("comment", "parent"):
        return falling(search, heads)
    # *le lieutenant Martin, un officier belge, est mort*: one, and what else is said of him
    return next((reading.tokens[j] for j in heads[:1] if _falls(search, j)), None)


def modified_before(search: Search, participle: Token) -> Token | None:
    """*Mali: un soldat français et deux policiers tués*: the soldiers of the list before a bare participle."""
    reading = search.reading
    first, _ = reading.sentence(participle.i)
    i = participle.i
    while i > first and reading.pos[i - 1] == "ADV":
        i -= 1
    told = (j for j in range(max(first, i - 20), i) if search.words.participles.get(reading.words[j]) in _FALLEN)
    heads = chain_before(search, i, within=frozenset(told))
    if any(reading.nouns[j] in _TOTALS for j in heads):
        # *le nombre de soldats tués*: they are its complement
        return None
    if reading.words[participle.i].endswith("s"):
        return falling(search, heads)
    if i and reading.words[i - 1] != ",":
        # *le général X et le président renversé*
        heads = heads[-1:]
    return next((reading.tokens[j] for j in reversed(heads) if _falls(search, j) and _is_one(search, j)), None)


def victim_after(search: Search, i: int) -> Token | None:
    """*tuant trois civils et deux soldats*: the soldiers of the list right after a word."""
    return falling(search, chain_after(search, i + 1))


def _is_determined(search: Search, i: int) -> bool:
    """*un soldat*, *soldats*; not the name behind a comma: *au fondateur, Marine X*."""
    reading = search.reading
    bare = i > 0 and reading.words[i - 1] == "," and i not in reading.count_at
    return not bare or reading.words[i].endswith("s") or _is_bare_number(search, i)


def falling(search: Search, heads: list[int]) -> Token | None:
    """The first troops with a figure, else the first."""
    if heads and is_other(search, heads[-1]):
        # *nous avons perdu six soldats et 14 autres ont été blessés*
        return search.reading.tokens[heads[-1]]
    if heads and is_share(search, _whose(search, heads[-1])):
        # *Quant aux militaires, deux d'entre eux ont été blessés*
        return search.reading.tokens[_whose(search, heads[-1])]
    if any(search.reading.nouns[j] in casualty_words().militias for j in heads[1:]):
        # *deux militaires de l'ALS, la milice d'un État voisin*
        return None
    heads = [_whose(search, j) for j in heads]
    fallen = [j for j in heads if _falls(search, j) and _is_determined(search, j)]
    counted = next((j for j in fallen if j in search.reading.count_at), None)
    found = counted if counted is not None else next(iter(fallen), None)
    return None if found is None else search.reading.tokens[found]


def _whose(search: Search, i: int) -> int:
    """*deux de ses camarades*, *le nombre de militaires ayant perdu la vie*: the complement that says who they are."""
    reading = search.reading
    if i in reading.count_at:
        # *Quant aux soldats, deux d'entre eux ont été blessés*
        return i
    part = reading.nouns[i] in _TOTALS or reading.pos[i] in ("NUM", "PRON")
    _, end = reading.sentence(i)
    at = next((j for j in range(i + 1, min(end, i + 3)) if reading.words[j] in ("de", "d'", "des", "parmi")), None)
    if not part or at is None:
        return i
    return next(
        (
            k
            for k in range(at + 1, min(end, at + 4))
            if search.troops_at(k) or is_other(search, k) or is_share(search, k)
        ),
        i,
    )


def _is_bare_number(search: Search, i: int) -> bool:
    """*Quatre soldats ont été tués et huit ont été blessés*: a number by itself, of those just told."""
    reading = search.reading
    alone = reading.pos[i] in ("NUM", "PRON") and reading.pos[i + 1 : i + 2] in (["AUX"], ["VERB"])
    if not alone or (parse_number(reading.words[i]) or 0) < 2 or not search.recent_troops(i):
        return False
    first, _ = reading.sentence(i)
    # *Un militaire a été tué, deux ont été blessés*
    told = (
        j in reading.count_at or (reading.words[j - 1] in _ARTICLES and search.troops_at(j)) for j in range(first, i)
    )
    return any(told) and not are_others_named(reading, i)


def _is_one(search: Search, i: int) -> bool:
    return i not in search.reading.count_at and not search.reading.words[i].endswith("s")


def _falls(search: Search, i: int) -> bool:
    if search.reading.nouns[i] in casualty_words().insurgents:
        return False
    if search.reading.words[i + 1 : i + 2] in (["arme"], ["armes"]):
        # *une soixantaine d'hommes armés*
        return False
    return (
        is_victim(search, search.reading.tokens[i])
        or is_rank(search, i)
        or is_member(search, i)
        or _is_bare_number(search, i)
    )


def is_member(search: Search, i: int) -> bool:
    """*un membre des forces spéciales américaines*: one of those whom a noun behind him tells."""
    reading = search.reading
    if reading.nouns[i] not in casualty_words().members:
        return False
    # *des membres du personnel d'une ONG* are no soldiers
    near = (j for j in beside(reading, i, 6) if reading.nouns[j] != "personnel")
    return any(is_troops(reading, j) or j in reading.mission_at for j in near)
