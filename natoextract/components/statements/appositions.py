"""What stands beside a name or an office: *Mark Lavelle, PDG de Magento*; *le chef de l'Otan, le Belge Paul Hansen*."""

from natoextract.components.statements.modifiers import extend
from natoextract.components.statements.persons import Name
from natoextract.components.statements.words import Determiner, Words


def role_after(words: Words, offset: int) -> tuple[int, int] | None:
    """An office in apposition after a name: *, l'ambassadeur britannique à l'ONU*."""
    doc = words.tokens
    i = words.behind_aside(words.token_at(offset))
    if i + 1 >= len(doc) or words.forms[i] != ",":
        return None
    j, determiner = words.determiner(i + 1)
    if determiner in ("demonstrative",) or j >= len(doc):
        return None
    head = words.skip_premodifiers(j)
    noun, after = words.noun(head)
    if noun is None or not noun.sorts & {"office", "rank", "person", "anonymous"}:
        return None
    if noun.lemma == "homologue" and words.folded[i + 1] in ("son", "leur"):
        # *Selon Paul Durand, son homologue a menti*: somebody else
        return None
    if noun.plural and not {"un", "une"} & set(words.folded[i + 1 : i + 3]):
        # but *Mario Petit, l'un des témoins*
        return None
    stop = extend(words, after, office=True)
    if stop < len(doc) and words.offsets[stop] in words.name_starts and stop == after:
        return None
    if determiner == "definite" and _speaks_itself(words, words.token_at(offset) - 1, stop):
        return None
    return words.offsets[j], words.stop(stop - 1)


def _speaks_itself(words: Words, name: int, stop: int) -> bool:
    """*Après un entretien avec Jean Dupont, le président a dit*: the office has its own verb."""
    if stop >= words.size or words.pos[stop] not in ("AUX", "VERB"):
        return False
    while name and words.pos[name] == "PROPN":
        name -= 1
    return words.pos[name] == "ADP"


def name_after(words: Words, stop: int, *, direct: bool) -> Name | None:
    """The name that an office bears: *le ministre Jean Dupont*, *le secrétaire d'Etat, Antony Blinken,*."""
    doc = words.tokens
    if stop >= len(doc):
        return None
    k = words.behind_aside(stop)
    if k >= len(doc):
        return None
    if words.forms[k] == "," and k + 1 < len(doc):
        k += 1
    elif (behind := _behind_subject_matter(words, stop)) is not None:
        k = behind
    elif not direct or k > stop:
        return None
    name = words.name_starts.get(words.offsets[k]) or words.after_title(k) or (_apart(words, k) if k > stop else None)
    if name is None or name.body:
        return None
    if k > stop and not name.sure and len(name.words) < 2 and not _is_ranked(words, name):
        return None
    if k > stop:
        # the apposition must close: another phrase may only be a list
        follower = words.token_at(name.end)
        after = words.forms[follower] if follower < len(doc) else "."
        if after in ("et", "ou"):
            return None
    return name


def _is_ranked(words: Words, name: Name) -> bool:
    """*le commandant de la brigade, le colonel Delemba*: a rank shows that a lone word is a person."""
    i = words.token_over(name.start)
    noun = words.noun(i - 1)[0] if i else None
    return noun is not None and "rank" in noun.sorts


def _behind_subject_matter(words: Words, i: int) -> int | None:
    """Where the name stands behind what an office deals with: *le médiateur de l'ONU sur ce dossier, Paul Nimetz*."""
    seat = words.folded[i] == "a" and words.place(i + 1) is not None
    if not seat and words.folded[i] not in ("sur", "pour", "en", "dans", "contre"):
        return None
    for k in range(i + 1, min(i + 8, words.size - 1)):
        if words.pos[k] in ("VERB", "AUX") or words.forms[k] in '.;:«»"()':
            return None
        if words.forms[k] == ",":
            name = words.name_starts.get(words.offsets[k + 1])
            if name is None:
                # *le porte-parole de l'armée en arabe, le colonel Paul Durand*
                name = _ranked(words, k + 1, *words.determiner(k + 1))
            return k + 1 if name is not None and len(name.words) > 1 and not name.body else None
    return None


def _apart(words: Words, i: int) -> Name | None:
    """The name in or behind a second apposition: *le chef de l'Otan, le Norvégien Paul Hansen*, *l'un des …, X*."""
    j, determiner = words.determiner(i)
    if determiner == "definite" and j < words.size and (code := words.coded_at(j)) is not None:
        return words.name_starts.get(words.offsets[min(words.token_at(code[1]), words.size - 1)])
    if words.folded[i : i + 3] in (["l'", "un", "des"], ["l'", "une", "des"]) or words.folded[i : i + 2] == [
        "un",
        "des",
    ]:
        for k in range(i, min(i + 14, words.size - 1)):
            if words.forms[k] in ".;:" or words.pos[k] in ("VERB", "AUX"):
                return None
            if words.forms[k] == ",":
                return words.name_starts.get(words.offsets[k + 1])
    return _ranked(words, i, j, determiner)


def _ranked(words: Words, i: int, j: int, determiner: Determiner) -> Name | None:
    """The name in a second apposition: *le chef d'état-major, le général SB Moyo*."""
    noun, after = words.noun(words.skip_premodifiers(j)) if j < words.size else (None, j)
    if noun is None or noun.plural or not noun.sorts & {"rank", "office", "person"}:
        return None
    if determiner != "definite" and not (determiner == "bare" and "rank" in noun.sorts and j == i):
        # *le porte-parole de l'armée, colonel Gaspard Baratuza*: a rank needs no article
        return None
    stop = extend(words, after, office=True)
    return words.name_starts.get(words.offsets[stop]) if stop < words.size else None


def apposed(words: Words, stop: int) -> Name | None:
    """The name of a body between commas behind its description."""
    if stop + 1 >= words.size or words.folded[stop] != ",":
        return None
    name = words.name_starts.get(words.offsets[stop + 1])
    if name is None or name.sure or (len(name.words) > 1 and not name.body) or name.last in words.surnames:
        return None
    follower = words.text[name.end : name.end + 1]
    return name if follower in ".,;" and words.places.get(name.start) is None else None


def body_after(words: Words, offset: int) -> bool:
    """*Glass Lewis, une société de conseil*: the apposition tells of a body."""
    i = words.token_at(offset)
    if i + 2 >= words.size or words.forms[i] != ",":
        return False
    j, determiner = words.determiner(i + 1)
    noun = words.noun(words.skip_premodifiers(j))[0] if determiner in ("indefinite", "definite") else None
    return noun is not None and noun.sorts == {"institution"} and not noun.plural


def native(words: Words, code: tuple[int, int, str]) -> Name | None:
    """*le Français Paul Durand*: the name behind a demonym."""
    k = words.token_at(code[1])
    name = words.name_starts.get(words.offsets[k]) if k < words.size else None
    return name if name is not None and not name.body and len(name.words) > 1 else None
