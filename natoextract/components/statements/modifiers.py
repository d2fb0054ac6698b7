"""What belongs to a noun: its adjectives, *de X*, and of an office *à la Défense*, *pour l'Afrique*."""

from natoextract.components.statements.attributes import before_another, indefinite, is_adjective, over_name, whole_word
from natoextract.components.statements.bearers import bearer_ahead, names_noun_before
from natoextract.components.statements.charges import is_office, is_portfolio, is_riding, is_subject_matter, where_held
from natoextract.components.statements.persons import is_acronym
from natoextract.components.statements.vocabulary import is_first_name, office_words, phrase_words
from natoextract.components.statements.words import Words

_NAMED = phrase_words("named_bodies")
_PLATFORMS = phrase_words("platforms")
_OF = frozenset({"de", "du", "des", "d'"})
#: *les forces armées*, *le groupe armé*: behind them it is an adjective.
_ARMED = frozenset({"force", "forces", "groupe", "groupes", "mouvement", "mouvements", "branche", "aile", "bras"})
#: Whose seat a source is told of: *une source au ministère de la Défense*.
_HOUSES = phrase_words("houses")
#: Divisions that a noun tells apart: *la division communication*.
_SECTIONS = phrase_words("sections")
#: Divisions that a figure tells apart: *le secteur 1*, *la zone 3*.
_NUMBERED = phrase_words("numbered")
_SOURCES = phrase_words("told_by_house")
_DETERMINERS = phrase_words("definite") | phrase_words("demonstrative") | {"un", "une", "plusieurs"}
_PREMODIFIERS = phrase_words("premodifiers")
#: They stand for a constituency, whose name may be two.
_ELECTED = phrase_words("elected")
#: Houses of learning are no hearers: *professeur à l'Université de Genève*.
_SCHOOLS = phrase_words("schools")
#: Small words inside names of bodies: *Department of Parks and Recreation*.
_JOINERS = frozenset({"-", "of", "and", "for", "the", "&"})
_STOP_POS = frozenset({"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "ADP", "PRON", "ADV", "DET", "SPACE", "NUM"})
#: Bodies in which one may hold an office (*ambassadeur à l'ONU*, *conseiller à la Maison Blanche*).
_SEATS = phrase_words("seats")


def extend(words: Words, i: int, *, office: bool) -> int:
    """The token after the modifiers of a noun: adjectives, *de X*, of an office *à la Défense*, *pour l'Afrique*."""
    doc = words.tokens
    first = i
    while i < len(doc):
        form = words.folded[i]
        token = doc[i]
        named = words.name_starts.get(token.idx)
        alone = named is None or len(named.words) == 1
        if i == first and office and alone and is_acronym(token.text):
            # *le député PS Paul Durand*, *Elue CGT, Anne Martin …*, *l'élu cdH Paul Durand*
            i += 1
            continue
        if i == first and office and _doubled(words, i):
            # *le colonel magistrat Paul Durand*
            i += 1
            continue
        if i == first and office and (party := _party(words, i)) is not None:
            i = party
            continue
        if token.idx in words.name_starts and not words.is_coded(token.idx):
            if i > first and office and _is_body(words, i):
                # *le porte-parole de la coalition présidentielle Espoir commun*
                i = over_name(words, i)
                continue
            if i > first and office and names_noun_before(words, i):
                # *le commandant de la brigade Espoir, le colonel Paul Durand*
                i = over_name(words, i)
                continue
            break
        if words.forms[i].isdigit() and len(form) < 4 and office and words.folded[i - 1] in _NUMBERED:
            # *le commandant du secteur 1 de la force*
            i += 1
            continue
        if form == "(" and office and _goes_on(words, words.behind_aside(i)):
            i = words.behind_aside(i)
            continue
        if form in ("«", '"', "“") and i > first and (n := words.noun(i - 1)[0]) and "institution" in n.sorts:
            # *le président de l'association « Espoir »*
            if (behind := words.behind_quoted(i)) == i:
                break
            i = behind
            continue
        if not office and form.startswith("charge") and not _OF.isdisjoint(words.folded[i + 1 : i + 2]):
            # *le bureau d'enquête chargé de l'affaire*: no part of the body's name
            break
        if form == "non" and i + 1 < len(doc) and is_adjective(words, i + 1):
            # *l'organisation non gouvernementale X*
            i += 2
            continue
        if words.folded[i - 1] in _SECTIONS and words.pos[i] == "NOUN" and words.forms[i].islower():
            # *le chef de la division communication du ministère*
            i += 1
            continue
        if is_adjective(words, i) and whole_word(words, i + 1) > i + 1:
            # *l'agence bosno-serbe*
            i = whole_word(words, i + 1)
            continue
        if is_adjective(words, i) or (i == first and form.startswith("arme") and words.folded[i - 1] in _ARMED):
            i += 1
            continue
        if form in ("directeur", "directrice") and words.folded[i - 1].startswith("president"):
            # *le président directeur général*
            i += 1
            continue
        if form == "par" and words.folded[i + 1 : i + 2] == ["interim"]:
            i += 2
            continue
        if words.folded[i - 1] == "numero" and (token.text.isdigit() or form in ("un", "deux", "trois")):
            i += 1
            continue
        if (
            form in ("en",)
            and i + 1 < len(doc)
            and words.folded[i + 1] in ("chef", "charge", "exercice", "fonction", "second", "titre", "continu", "ligne")
        ):
            i += 2
            continue
        if form == "en" and office and is_subject_matter(words, i):
            i += 2
            continue
        if words.forms[i].isdigit() and len(form) == 4 and office and "nobel" in words.folded[first - 1 : i]:
            # *le prix Nobel de physique 2011*
            i += 1
            continue
        if form == "," and office and is_portfolio(words, i + 1):
            stop = complement(words, i + 2)
        elif form in _OF:
            stop = complement(words, i + 1)
        elif form == "d" and words.folded[i + 1 : i + 2] == ["'"]:
            # a space behind the apostrophe makes two tokens of *d'*
            stop = complement(words, i + 2)
        elif (
            office
            and words.folded[i : i + 2] == ["au", "sein"]
            and words.folded[i + 2 : i + 3]
            and words.folded[i + 2] in _OF
        ):
            # *une source au sein de la mission*
            stop = complement(words, i + 3)
            if stop is not None and stop < len(doc) and (code := words.coded_at(stop)) is not None:
                # *au sein de la force africaine Misca*
                stop = words.token_over(code[1] - 1) + 1
        elif office and form in ("a", "au") and words.folded[first - 1] in _SOURCES and (seat := _seat(words, i + 1)):
            stop = seat
        elif not office and form == "pour" and words.forms[first - 1][:1].isupper():
            # *l'Alliance pour la liberté et le changement*
            stop = _purpose(words, i + 1)
        elif office and form in ("a", "au", "aux", "pour", "en", "chez", "aupres", "pres", "sur"):
            stop = circumstance(words, i)
        elif office and form == "et" and words.folded[i + 1] in ("a", "au", "aux") and _charged(words, first, i):
            # *le commissaire à la paix et à la sécurité*
            stop = circumstance(words, i + 1)
        elif (
            form == "et"
            and words.folded[i + 1 : i + 2]
            and words.folded[i + 1] in _OF
            and not _OF.isdisjoint(words.folded[first:i])
            and not indefinite(words, i + 2)
        ):
            stop = complement(words, i + 2)
        elif office and form in ("–", "—", "-") and words.folded[first - 1] in _ELECTED and is_riding(words, i):
            # *le député de Richmond – Arthabasca, Paul Durand*
            stop = complement(words, i + 1)
        elif office and form == "et" and i + 1 < len(doc) and is_office(words, i + 1):
            stop = words.noun(words.skip_premodifiers(i + 1))[1]
        elif form == "et" and i + 1 < len(doc) and is_adjective(words, i + 1) and is_adjective(words, i - 1):
            stop = i + 2
        else:
            break
        if stop is None:
            break
        i = stop
    return i


def _doubled(words: Words, i: int) -> bool:
    """Whether a second noun for a person stands between a noun and its bearer."""
    noun = words.noun(i)[0] if words.forms[i].islower() else None
    if noun is None or noun.plural or not noun.sorts & {"office", "rank", "person"} or i + 1 >= words.size:
        return False
    name = words.name_starts.get(words.offsets[i + 1])
    return name is not None and not name.body and len(name.words) > 1


def _party(words: Words, i: int) -> int | None:
    """The token past a party between an office and its bearer: *la députée Les Engagés Anne Martin*."""
    end = words.proper(i)
    after = words.token_at(end) if end else words.size
    name = words.name_starts.get(words.offsets[after]) if after < words.size else None
    return after if name is not None and name.sure and not name.body else None


def _seat(words: Words, i: int) -> int | None:
    """The end of the house that a source speaks from: *au ministère de la Défense*, *à la présidence*."""
    i += words.folded[i : i + 1] in (["la"], ["l'"])
    if i >= words.size or words.folded[i] not in _HOUSES:
        return None
    return extend(words, words.noun(i)[1], office=False)


def _charged(words: Words, first: int, i: int) -> bool:
    return not {"a", "au", "aux"}.isdisjoint(words.folded[first:i])


def _is_body(words: Words, i: int) -> bool:
    name = words.name_starts[words.offsets[i]]
    return name.body and not name.sure


def _goes_on(words: Words, i: int) -> bool:
    """*(FICR) Paul Durand*, *(BBY) et secrétaire général*: an office goes on behind an aside."""
    if i >= words.size:
        return False
    if words.offsets[i] in words.name_starts:
        return not words.name_starts[words.offsets[i]].body
    if words.folded[i] in ("en", "au", "pour") and (where := where_held(words, i)) is not None:
        # *le représentant de l'Union africaine (UA) en Somalie, Paul Durand*
        return words.folded[where : where + 1] == [","] and words.offsets[where + 1] in words.name_starts
    if words.folded[i] in _OF and bearer_ahead(words, i):
        # *le commandant de la Force mixte (FMM) de lutte contre la secte, le général Paul Durand*
        return True
    return words.folded[i] == "et" and i + 1 < words.size and is_office(words, i + 1)


def _purpose(words: Words, i: int) -> int | None:
    """What a body is for, behind *pour*: *la liberté et le changement*; *pour la première fois* is none."""
    if words.folded[i : i + 1] not in (["la"], ["le"], ["l'"], ["les"]) or words.folded[i + 1 : i + 2] in (
        ["premiere"],
        ["moment"],
        ["compte"],
    ):
        return None
    stop = complement(words, i)
    if stop is not None and words.folded[stop : stop + 2] in (["et", "la"], ["et", "le"], ["et", "l'"], ["et", "les"]):
        following = complement(words, stop + 1)
        verb = following is not None and following < words.size and words.pos[following] in ("VERB", "AUX")
        stop = stop if following is None or verb else following
    return stop


#: *le président de retour à Maputo*: where one is, and no charge.
_STATES = frozenset({"retour", "passage"})


def complement(words: Words, j: int) -> int | None:
    """The end of *de X*: *de la Défense*, *de la région*, *de l'Union africaine*."""
    doc = words.tokens
    while j < len(doc) and (words.folded[j] in _DETERMINERS or words.folded[j] in ("l", "'")):
        j += 1
    while j < len(doc) and (words.folded[j] in _PREMODIFIERS or (words.forms[j] == "-")) and words.noun(j)[0] is None:
        j += 1
    if j >= len(doc) or j in words.dated or words.folded[j] in _STATES:
        return None
    token = doc[j]
    if (titled := words.after_title(j)) is not None:
        # *la porte-parole de M. Durand, Anne Martin*
        return words.token_over(titled.end - 1) + 1
    if (acronym := words.explained.get(token.idx)) is not None:
        return words.token_at(acronym.end)
    if words.folded[j] in _ARMED and words.folded[j + 1 : j + 2] and words.folded[j + 1].startswith("arme"):
        # *un responsable des Forces armées nationales*
        return extend(words, j + 1, office=False)
    if token.idx in words.name_starts:
        return _over_body(words, j)
    code = words.coded_at(j)
    if code is not None:
        return whole_word(words, words.token_over(code[1] - 1) + 1)
    if token.text[:1].isupper():
        k = j
        forms, offsets = words.forms, words.offsets
        while k < len(doc) and (forms[k][:1].isupper() or forms[k] in _JOINERS) and offsets[k] not in words.name_starts:
            k += 1
        while k > j + 1 and forms[k - 1] in _JOINERS:
            k -= 1
        return k
    if token.pos_ in _STOP_POS and not (token.pos_ == "VERB" and words.noun(j)[0]):
        return None
    noun, after = words.noun(j)
    if noun and noun.sorts & {"office", "rank", "person"} and not noun.plural:
        # *du ministre Jean Dupont* is one complement; *du ministre de la Défense, Laurence Mortier* is not
        stop = extend(words, after, office=True)
        if stop < len(doc) and (name := words.name_starts.get(words.offsets[stop])):
            return words.token_over(name.end - 1) + 1
        return stop
    if noun and "institution" in noun.sorts and after < len(doc):
        name = words.name_starts.get(words.offsets[after])
        if name is not None and noun.lemma == "administration" and not is_first_name(name.words[0]):
            # *des représentants de l'administration Trump*
            return over_name(words, after)
        single = name is not None and len(name.words) == 1 and noun.lemma in _NAMED and name.last not in words.surnames
        single = single or noun.lemma in _PLATFORMS
        if name is not None and not name.sure and (name.body or single or before_another(words, name.end)):
            # *le porte-parole de la coalition Espoir nouveau, Jean Dupont*
            return over_name(words, after)
    return whole_word(words, after)


def _over_body(words: Words, j: int) -> int:
    """The token past a name; past *GM Europe*, whose second word alone is no name."""
    stop = over_name(words, j)
    if words.name_starts[words.offsets[j]].body:
        while (
            stop < words.size
            and words.forms[stop][:1].isupper()
            and words.offsets[stop] not in words.name_starts
            and words.folded[stop] in office_words()
        ):
            stop += 1
    return stop


def circumstance(words: Words, i: int) -> int | None:
    """The end of *à l'Otan*, *à la Défense*, *pour l'Afrique* behind an office; hearers (*à la presse*) are none."""
    doc = words.tokens
    j = i + 1
    if j < len(doc) and words.folded[j] == "de":
        j += 1
    while j < len(doc) and words.folded[j] in _DETERMINERS:
        j += 1
    if j >= len(doc) or j in words.dated:
        return None
    token = doc[j]
    if words.folded[i] == "sur" and j == i + 1 and token.text[:1].isupper():
        # *a écrit le ministre sur Twitter*
        return None
    proper = words.proper(j)
    if proper and words.folded_text[words.offsets[j] : proper] not in _SEATS:
        return None
    if (
        not token.text[:1].isupper()
        and words.coded_at(j) is None
        and words.folded[j] not in office_words()
        and words.folded[j] not in ("presidentielle", "mairie", "securite", "lutte", "etranger")
        # *adjoint au maire*, *procureur près la cour d'appel*
        and not words.folded[i - 1].startswith("adjoint")
        and words.folded[i] != "pres"
    ):
        return None
    if (place := words.place(j)) is not None:
        k = i - 1
        while k > i - 3 and is_adjective(words, k):
            # *une source diplomatique française à Gao*
            k -= 1
        return (
            place
            if words.noun(k)[0]
            and words.folded[k] in ("ambassadeur", "ambassadrice", "source", "correspondant", "diplomate")
            else None
        )
    name = words.name_starts.get(token.idx)
    if name is not None and (name.sure or (len(name.words) > 1 and name.words[0] not in _SCHOOLS)):
        return None
    return complement(words, j)
