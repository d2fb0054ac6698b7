"""Pronouns that take up troops told before: *Ils se déploieront*, *Elle rentrera en Espagne*."""

from spacy.tokens import Token

from natoextract.events.frames import Search
from natoextract.events.military import noun_lemma
from natoextract.events.reading import Reading
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import SUBJECTS

_PLURAL = frozenset(["ils", "elles"])
_SINGULAR = frozenset(["il", "elle"])
#: Units that a singular pronoun takes up; *elle* may be a minister.
_UNITS = frozenset(
    [
        "unite",
        "brigade",
        "force",
        "compagnie",
        "division",
        "legion",
        "contingent",
        "bataillon",
        "regiment",
        "detachement",
    ]
)


def takes_up_troops(search: Search, pronoun: Token) -> bool:
    """*Ils devaient se déployer*, *Elle rentrera en Espagne*: the subject of the sentence before is troops."""
    word, reading = pronoun.lower_, search.reading
    if not search.about_troops or word not in _PLURAL | _SINGULAR:
        return False
    if pronoun.i and reading.pos[pronoun.i - 1] == "AUX" and word == "il":
        return False
    earlier = _subject_before(search, pronoun)
    if earlier is None or not search.troops_at(earlier.i):
        return False
    return word in _PLURAL or noun_lemma(reading, earlier.i) in _UNITS or earlier.i in reading.mission_at


def takes_up_actor(search: Search, pronoun: Token) -> bool:
    """*La Cédéao a déployé une force. Elle a quitté le pays*: the subject before is a state or an organisation."""
    if pronoun.lower_ not in _SINGULAR or not search.about_movements:
        return False
    earlier = _subject_before(search, pronoun)
    actors = search.reading.actor_at.get(earlier.i, ()) if earlier is not None else ()
    return any(actor.form in ("name", "organisation") for actor in actors)


def _subject_before(search: Search, pronoun: Token) -> Token | None:
    """The last subject that a pronoun may take up, of its sentence or the one before."""
    reading, word = search.reading, pronoun.lower_
    first, _ = reading.sentence(pronoun.i)
    earlier = _subject_in(search, first, pronoun.i, word)
    if earlier is None and first > 0:
        before, _ = reading.sentence(first - 1)
        earlier = _subject_in(search, before, first, word)
    return earlier


def _subject_in(search: Search, first: int, end: int, word: str) -> Token | None:
    """The last subject of a stretch that agrees with a pronoun in number and gender."""
    reading = search.reading
    for j in range(end - 1, first - 1, -1):
        token = reading.tokens[j]
        if token.dep_ not in SUBJECTS or token.pos_ not in ("NOUN", "PROPN", "NUM"):
            continue
        if _agrees(search, token, word):
            return token
    return None


def _agrees(search: Search, noun: Token, word: str) -> bool:
    plural = noun.i in search.reading.count_at or noun.lower_.endswith(("s", "x"))
    if word in _PLURAL:
        return plural
    articles = {c.lower_ for c in noun.lefts if c.pos_ == "DET"}
    return not plural and articles.isdisjoint({"le", "un", "ce"} if word == "elle" else {"la", "une", "cette"})


def is_organisation_told(reading: Reading, i: int) -> bool:
    """*L'organisation*, *le bloc*: by its noun alone, of one that the article has named."""
    if reading.words[i] not in vocabulary().organisations or not i or reading.words[i - 1] not in ("l'", "cette", "le"):
        return False
    behind = reading.tokens[i + 1 : i + 2]
    named = behind and (behind[0].text[:1].isupper() or behind[0].pos_ in ("ADJ", "ADP", "NOUN", "PROPN"))
    return not named and any(a.form == "organisation" and a.first < i for a in reading.actors)
