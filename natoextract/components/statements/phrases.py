"""Noun phrases that may name a speaker, read from the words: the parser mislabels every third inverted subject.

*une source militaire à l'Otan*, *le porte-parole du ministre de la Défense, Laurence Mortier*, *Matthew Rycroft,
l'ambassadeur britannique à l'ONU*, *le ministère allemand des Affaires étrangères*.
"""

from natoextract.components.statements.appositions import native
from natoextract.components.statements.kinds import inhabitant
from natoextract.components.statements.nominals import coded_phrase, headed, named
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.vocabulary import Noun
from natoextract.components.statements.words import Words
from natoextract.text import fold


def read_phrase(words: Words, i: int, *, generic: bool = False) -> Phrase | None:
    """The speaker phrase that begins at a token (its determiner included), else None.

    A `generic` one may have any noun for its head, as the frame shows that it speaks.
    """
    key = (i, generic)
    if key not in words.phrases:
        words.phrases[key] = _read(words, i, generic=generic)
    return words.phrases[key]


def _read(words: Words, i: int, *, generic: bool) -> Phrase | None:
    if i >= words.size:
        return None
    if words.folded[i] in ("madame", "monsieur") and words.folded[i + 1 : i + 2] in (["l'"], ["le"], ["la"]):
        # *Madame la ministre*, *Monsieur le préfet*
        return read_phrase(words, i + 1, generic=generic)
    lead = words.offsets[i]
    j, determiner = words.determiner(i)
    if words.forms[i][:1].isupper() and (whole := words.proper(i)) and whole > words.stop(i):
        # *Le Monde*, *La Presse*: the article is part of the name
        j, determiner = i, "bare"
    if j >= words.size:
        return None
    native_of = inhabitant(words, j, lead) if determiner == "definite" else None
    if native_of is not None:
        return headed(words, j, j, j + 1, native_of, lead, determiner)
    proper = words.proper(j)
    if words.offsets[j] in words.name_starts and not _common(words, j) and not _is_part(words, j, proper):
        return named(words, words.name_starts[words.offsets[j]], lead, determiner)
    if (title := words.after_title(j)) is not None:
        return named(words, title, lead, determiner)
    head = words.skip_premodifiers(j)
    if head >= words.size:
        return None
    if head > j and words.offsets[head] in words.name_starts and words.noun(head)[0] is None:
        return named(words, words.name_starts[words.offsets[head]], lead, determiner)
    code = words.coded_at(j)
    if code is not None and (paper := words.proper(j)) is not None and paper > code[1]:
        # *France Info*
        code = None
    if code is not None and words.noun(head)[0] is None:
        if determiner == "definite" and (bearer := native(words, code)) is not None:
            phrase = named(words, bearer, lead, determiner, told=True)
            phrase.codes = phrase.codes or [code[2]]
            return phrase
        return coded_phrase(words, j, code, lead, determiner)
    if proper:
        k = words.token_at(proper)
        if k < words.size and words.offsets[k] in words.adjectives and words.forms[k].islower():
            # *la Croix-Rouge ivoirienne*
            proper = words.stops[k]
        return Phrase(
            words.offsets[j],
            proper,
            words.text[words.offsets[j] : proper],
            "institution",
            words.folded[j],
            determiner,
            None,
            False,
            lead=lead,
            codes=words.speaks_for(words.offsets[j], proper),
        )
    noun, after = words.noun(head)
    if noun is None and determiner == "demonstrative" and words.folded[j] in ("dernier", "derniere"):
        noun, after = Noun("dernier", frozenset({"person"}), words.gender_of(lead), False), j + 1
        head = j
    if noun is None and determiner == "definite" and words.forms[j] in ("Premier", "Première"):
        # *a réagi la Première*: the first minister
        noun, after, head = Noun("ministre", frozenset({"office"}), words.gender_of(lead), False), j + 1, j
    if noun is None:
        if not generic or (determiner == "bare" and words.forms[head][:1].islower()):
            return None
        if words.pos[head] in ("VERB", "AUX", "PUNCT", "ADP", "ADV", "SCONJ", "PRON", "CCONJ") or head in words.dated:
            return None
        lemma = words.folded[head]
        noun = Noun(lemma, frozenset(), None, words.folded[i] in ("les", "des", "ces", "ses", "leurs", "nos"))
        after = head + 1
    return headed(words, j, head, after, noun, lead, determiner)


def _is_part(words: Words, j: int, proper: int | None) -> bool:
    """*le Canard enchaîné*: a capitalised word of a longer proper name."""
    return proper is not None and proper > words.name_starts[words.offsets[j]].end


def quoted_name(words: Words, i: int) -> Phrase | None:
    """*« Quotidien »* as a source: one or two words in quotation marks that begin with a capital."""
    behind = words.behind_quoted(i)
    if behind == i or behind - i > 5:
        return None
    start, end = words.offsets[i + 1], words.stops[behind - 2]
    text = words.text[start:end]
    return Phrase(start, end, text, "institution", fold(text), "bare", None, False, lead=words.offsets[i])


def _common(words: Words, j: int) -> bool:
    """*la Banque nationale*, *le Secrétariat d'Etat*: a capital on a common noun makes no name."""
    name = words.name_starts[words.offsets[j]]
    if name.sure:
        return False
    head = words.skip_premodifiers(j)
    return words.noun(head)[0] is not None and words.offsets[head] < name.end
