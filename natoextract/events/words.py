"""The words of events, read from `data/event_triggers.toml`."""

import re
from functools import cache
from typing import Any, NamedTuple

from natoextract.lexicon import LexiconError, read_toml
from natoextract.text import fold

VERB_FRAMES = frozenset(
    {
        "moves",
        "reaches",
        "hosts",
        "pursues",
        "changes",
        "levels",
        "goes",
        "leaves",
        "counts",
        "joins",
        "made",
        "asks",
        "pledges",
        "ends",
        "expires",
        "suspends",
        "extends",
        "located",
        "relieves",
        "yields",
        "stands",
        "kills",
        "hits",
        "blown",
        "dies",
        "loses",
        "meets",
        "travels",
        "held",
    }
)
NOUN_FRAMES = frozenset(
    {
        *("of", "strength", "own", "self", "posted", "level", "extension", "contributes"),
        *("fallen", "missing", "talks", "with"),
    }
)
TYPES = ("deployment", "withdrawal", "presence", "casualties", "meeting")


_PARTICIPLES: dict[str, str] = read_toml("verb_forms")["participles"]
#: How the infinitive changes before the endings of the future: *maintiendront*, *enverra*, *déploiera*, *ramènera*.
_FUTURE_STEMS = (
    ("envoyer", "enverr"),
    ("enir", "iendr"),
    ("oyer", "oier"),
    ("uyer", "uier"),
    ("ener", "èner"),
    ("ever", "èver"),
    ("eler", "eller"),
    ("ourir", "ourr"),
    ("cevoir", "cevr"),
    ("voir", "verr"),
    ("faire", "fer"),
    ("avoir", "aur"),
    ("aller", "ir"),
    ("re", "r"),
    ("er", "er"),
    ("ir", "ir"),
)
_FUTURE_ENDINGS = ("ai", "a", "ons", "ez", "ont", "ait", "ions", "aient")


class Sense(NamedTuple):
    """One reading of a trigger word: the event's type, and the frame that licenses it."""

    type: str
    frame: str
    word: str


class Phrase(NamedTuple):
    """A trigger of several words: the lemma of the first is the key, `rest` the others."""

    rest: tuple[str, ...]
    sense: Sense


class Words(NamedTuple):
    """Senses by (accentless) lemma; reflexive verbs apart; phrases by the lemma of their first word."""

    verbs: dict[str, tuple[Sense, ...]]
    reflexives: dict[str, tuple[Sense, ...]]
    nouns: dict[str, tuple[Sense, ...]]
    verb_phrases: dict[str, tuple[Phrase, ...]]
    noun_phrases: dict[str, tuple[Phrase, ...]]
    #: Participles of the trigger verbs, for forms that the model calls adjectives or nouns.
    participles: dict[str, str]
    #: Their third persons of the present, likewise: *tue*, *compte*.
    presents: dict[str, str]
    #: Their futures and conditionals, accentless, which are nothing else: the model calls *réduira* an adjective.
    futures: dict[str, str]


def fold_verb(word: str) -> str:
    """`fold` of a lemma, but for *répartir*: to spread troops is not to leave again, *repartir*."""
    return word if word == "répartir" else fold(word)


@cache
def trigger_words() -> Words:
    """The tables of `event_triggers.toml`. Raises `LexiconError`."""
    verbs: dict[str, list[Sense]] = {}
    reflexives: dict[str, list[Sense]] = {}
    nouns: dict[str, list[Sense]] = {}
    verb_phrases: dict[str, list[Phrase]] = {}
    noun_phrases: dict[str, list[Phrase]] = {}
    for type_, frame, word in trigger_entries():
        sense = Sense(type_, frame, word)
        first, *rest = fold_verb(word).replace("s'en ", "se ").replace("s'", "se ").split()
        noun = frame in NOUN_FRAMES
        if first == "se" and len(rest) == 1:
            reflexives.setdefault(rest[0], []).append(sense)
        elif rest:
            table = noun_phrases if noun else verb_phrases
            table.setdefault(first, []).append(Phrase(tuple(rest), sense))
        else:
            (nouns if noun else verbs).setdefault(first, []).append(sense)
    return Words(
        _frozen(verbs),
        _frozen(reflexives),
        _frozen(nouns),
        _frozen(verb_phrases),
        _frozen(noun_phrases),
        {form: fold_verb(verb) for verb in _verbs() for form in participles(verb)},
        {form: fold(verb) for verb in _verbs() if verb.endswith("er") for form in presents(verb)} | _gerunds(),
        _futures(),
    )


def trigger_entries() -> list[tuple[str, str, str]]:
    """(type, frame, word) of every trigger, as printed in the data file."""
    entries: list[tuple[str, str, str]] = []
    for type_, table in read_toml("event_triggers").items():
        frames = {**table, **table.get("nouns", {})}
        frames.pop("nouns", None)
        for frame, words in frames.items():
            if type_ not in TYPES or frame not in VERB_FRAMES | NOUN_FRAMES:
                raise LexiconError(f"data/event_triggers.toml: unknown table {type_}.{frame}")
            entries.extend((type_, frame, word) for word in words)
    for entry in entries:
        if entries.count(entry) > 1:
            raise LexiconError(f"data/event_triggers.toml: {entry[2]!r} stands twice in {entry[0]}.{entry[1]}")
    return entries


def _verbs() -> list[str]:
    """The lemmas of the trigger verbs as printed, without *se*."""
    words = [re.sub(r"^s(?:e |'en |')", "", word) for _, frame, word in trigger_entries() if frame in VERB_FRAMES]
    return sorted({word.split()[0] for word in words})


def participles(verb: str) -> list[str]:
    """Past participles: *envoyer* → *envoyé, envoyée, envoyés, envoyées*."""
    stem = verb[:-2] + "é" if verb.endswith("er") else _PARTICIPLES.get(verb, "")
    if not stem:
        return []
    return [stem, stem + "e", stem + "es"] if stem.endswith("s") else [stem, stem + "e", stem + "s", stem + "es"]


def _futures() -> dict[str, str]:
    forms = {fold(future_stem(verb) + ending): fold(verb) for verb in _verbs() for ending in _FUTURE_ENDINGS}
    # *l'IRA* is no journey
    return {form: verb for form, verb in forms.items() if len(form) > 3}


def future_stem(verb: str) -> str:
    """The stem of the future: *maintenir* → *maintiendr*."""
    for ending, stem in _FUTURE_STEMS:
        if verb.endswith(ending):
            return verb[: -len(ending)] + stem
    return verb


def presents(verb: str) -> list[str]:
    """Third persons of the present: *opérer* → *opère, opèrent*, *envoyer* → *envoie, envoient*."""
    stem = re.sub(r"(?<=[ou])y$", "i", verb[:-2])
    stem = re.sub(r"(?:e(?=[nv]$)|é(?=[^aeiou]{1,2}$))", "è", re.sub(r"el$", "ell", stem))
    return [stem + "e", stem + "ent"]


def _gerunds() -> dict[str, str]:
    """*tuant*, *blessant*, which the model calls nouns, adjectives, auxiliaries: those of verbs that take lives."""
    kills = (word for _, frame, word in trigger_entries() if frame == "kills")
    verbs = {word for word in kills if word.endswith("er") and " " not in word}
    return {re.sub(r"g$", "ge", verb[:-2]) + "ant": fold(verb) for verb in verbs}


def _frozen(table: dict[str, list[Any]]) -> dict[str, tuple[Any, ...]]:
    # levels ask for more than moves do: *ramener ses troupes à 5.000*
    return {key: tuple(sorted(values, key=_is_no_level)) for key, values in table.items()}


def _is_no_level(value: Any) -> bool:
    return getattr(value, "frame", None) != "levels"
