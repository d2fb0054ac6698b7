"""Which runs of capitals are names, once the words beside them are known: *le Colonel Durand*, *Ému, Hamon …*."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from natoextract.components.statements.persons import Name, find_names, settle
from natoextract.components.statements.vocabulary import first_names, is_first_name, nouns, phrase_words

if TYPE_CHECKING:
    from natoextract.components.statements.words import Words

_SMALL = phrase_words("small")
_ARTICLES = frozenset({"le", "la", "l'", "du", "au"})
_OPENING_POS = frozenset({"ADJ", "VERB", "AUX", "ADV", "ADP", "DET", "PRON", "SCONJ", "CCONJ"})
#: *Détaillant les faits, le procureur …*
_PARTICIPLE = re.compile(r"[a-z]{3,}ant (?:les?|la|un|une|des|sur|de|a|au|que|ses|son|sa) |[a-z]{3,}ant l'")
_MANNER = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2,}ment")
#: States whose names are part of names of bodies.
#: *De Crem*, *Le Pen*, *Van der Maelen*: a particle in capitals before a surname.
_CAPITAL_PARTICLE = re.compile(r"(?<![\w'-])(De|Du|Des|Le|La|Van|Di|Da|Del|El|Al|Ben|Ould|Von) $")
#: Articles that open the title of a paper too: *le directeur Le Monde* is none.
_TITLE_ARTICLES = frozenset({"le", "la", "les"})
_STATE_WORDS = phrase_words("states_in_bodies")


def names_in(words: "Words", explained: Iterable[int]) -> list[Name]:
    """The names of a text outside its states and organisations; `explained` is where names with an acronym end."""
    ends = set(explained)
    taken = [(start, end) for start, end, _ in words.codes]
    settled = settle(_without_noun(words, n) for n in find_names(words.text, words.folded_text, taken, words.places))
    settled = _with_particles(words, settled)
    borne = {n.last for n in settled if len(n.words) > 1 and not n.body}
    found = [n for n in settled if n.last in borne or not _is_opening_word(words, n)]
    return [replace(n, body=True) if not n.sure and (n.end in ends or _names_state(n)) else n for n in found]


def _with_particles(words: "Words", names: list[Name]) -> list[Name]:
    """*Pieter De Durand … De Durand*, *le ministre De Durand*: a capital particle belongs to a lone surname."""
    borne = {tuple(n.words[-2:]) for n in names if len(n.words) > 2 and not n.body}
    return [_with_particle(words, n, borne) if len(n.words) == 1 and n.title is None else n for n in names]


def _with_particle(words: "Words", name: Name, borne: set[tuple[str, ...]]) -> Name:
    found = _CAPITAL_PARTICLE.search(words.text, max(0, name.start - 7), name.start)
    if found is None:
        return name
    particle, before = found[1].lower(), words.token_over(found.start(1)) - 1
    noun = nouns().get(words.folded[before]) if before >= 0 else None
    charge = particle not in _TITLE_ARTICLES and noun is not None and bool(noun.sorts & {"office", "rank"})
    if (particle, name.words[0]) not in borne and not charge:
        return name
    return replace(
        name,
        start=found.start(1),
        text=words.text[found.start(1) : name.end],
        words=[*particle.split(), *name.words],
        body=False,
    )


def _without_noun(words: "Words", name: Name) -> Name:
    """*Propos de Trump*: a noun at the head of a title is no part of a name."""
    first = words.token_over(name.start)
    if len(name.words) > 1 and first and words.folded[first - 1] in _ARTICLES and not name.title:
        noun = nouns().get(name.words[0])
        whole = is_first_name(name.words[0]) or name.words[1] in _SMALL or words.forms[first].isupper()
        if noun is not None and noun.sorts & {"office", "rank", "person"} and not whole:
            # *le Colonel Durand*
            return _behind_first(name)
    opens = bool(words.tokens[first].is_sent_start) and len(name.words) > 2 and is_first_name(name.words[1])
    if opens and words.pos[first] in _OPENING_POS and not name.title and not is_first_name(name.words[0]):
        # *Soutenir Paul Durand …*
        return _behind_first(name)
    if name.title or len(name.words) < 3 or name.words[1] != "de" or is_first_name(name.words[0]):
        return name
    if not words.tokens[first].is_sent_start or words.pos[first] != "NOUN":
        return name
    _, _, text = name.text.split(" ", 2)
    told = name.words[2:]
    sure = len(told) > 1 and is_first_name(told[0])
    return replace(name, start=name.end - len(text), text=text, words=told, sure=sure, gender=None)


def _behind_first(name: Name) -> Name:
    """*le Colonel Durand*: the name behind its first word."""
    _, _, text = name.text.partition(" ")
    words = name.words[1:]
    sure = len(words) > 1 and is_first_name(words[0])
    gender = first_names().get(words[0]) if len(words) > 1 else None
    return replace(name, start=name.end - len(text), text=text, words=words, sure=sure, gender=gender)


def _is_opening_word(words: "Words", name: Name) -> bool:
    """*Ému, Hamon …*: a lone capitalised word at the head of a sentence that the model takes for no name."""
    token = words.tokens[words.token_over(name.start)]
    if token.is_sent_start and len(name.words) == 1 and _PARTICIPLE.match(words.folded_text, name.start):
        return True
    if token.is_sent_start and _MANNER.fullmatch(name.text) and not is_first_name(name.last):
        # *Forcément, le coach …*
        return words.text[name.end : name.end + 1] in (",", " ")
    alone = len(name.words) == 1 and not name.sure and not is_first_name(name.last)
    return alone and bool(token.is_sent_start) and token.pos_ in _OPENING_POS


def _names_state(name: Name) -> bool:
    """*Business France*: a body named with a state."""
    return len(name.words) > 1 and any(word in _STATE_WORDS for word in name.words)
