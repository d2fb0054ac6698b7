"""What is said of a noun: *le retrait prévu*, *la réunion aura lieu*, *le retrait a commencé*."""

import re

from spacy.tokens import Token

from natoextract.events.frames import Frame
from natoextract.events.governors import Certainty, is_reported
from natoextract.events.meeting_words import meeting_words
from natoextract.events.military import verb_lemma
from natoextract.events.own_subjects import own_subject
from natoextract.events.reading import Reading
from natoextract.events.status_words import status_words
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import features, is_reflexive, tense, verb_group
from natoextract.text import fold

_WORDS = vocabulary()
#: What is said of a movement that nobody thinks of, behind its complements.
_OUT_OF_QUESTION = re.compile(
    r"(?:(?! (?:qui|que|et|mais) )[^.;]){0,90}?\b(?:(?:est|etait|sera|reste|serait) (?:\w+ment )?[«\"“ ]*"
    r"(?:hors de question|inenvisageable|impensable)"
    r"|n'(?:est|etait) (?:\w+ )?(?:pas|plus|guere)(?: \w+)? (?:a l'ordre du jour|d'actualite|envisagee?|a l'etude))\b"
)
_CLAUSES = frozenset(["qui", "que", "qu'", "dont", "si", "lorsque", "alors", "mais"])
_STOPS = frozenset([";", ":", "(", "«", "»", '"', "“", "”"])
#: Reflexive verbs of what is held: *se sont tenues*.
_HELD = frozenset(["tenir", "derouler", "ouvrir", "achever", "solder", "conclure", "terminer", "poursuivre"])


def clause_verb(reading: Reading, frame: Frame) -> Certainty | None:
    """*Trois rounds de discussions entre A et B ont eu lieu*, *le sommet prévu mardi est annulé*: the clause's verb.

    Of a meeting that opens its clause, where the tree hangs the verb on the last of those who meet, or an adjective
    stands between.
    """
    if frame.type != "meeting" or not frame.is_noun or not _opens_clause(reading, frame):
        return None
    _, end = reading.sentence(frame.token.i)
    verb = None
    for j in range(frame.last + 1, min(end, frame.last + 30)):
        token = reading.tokens[j]
        if reading.words[j] in _CLAUSES or token.text in _STOPS:
            return None
        if token.pos_ in ("VERB", "AUX") and token.idx not in reading.said and "Fin" in features(token, "VerbForm"):
            verb = token
            break
    if verb is None:
        return None
    head = verb.head if verb.pos_ == "AUX" and verb.dep_.startswith(("aux", "cop")) else verb
    told = _said_of_subject(reading, frame, head)
    held = reading.words[head.i + 1 : head.i + 2] == ["lieu"] or (is_reflexive(head) and verb_lemma(head) in _HELD)
    lost = frame.token.head.i != head.i and not _is_planned(reading, frame, verb.i)
    return told if told is not None and (held or lost or told.status == "negated") else None


def _opens_clause(reading: Reading, frame: Frame) -> bool:
    """Whether only determiners, numbers and *rounds de* stand before a noun in its clause."""
    first, _ = reading.sentence(frame.token.i)
    for j in range(frame.token.i - 1, first - 1, -1):
        word = reading.words[j]
        if word in (",", ":"):
            return not any(reading.pos[k] in ("VERB", "AUX") for k in range(first, j))
        round_of = word in ("de", "d'") and reading.nouns[j - 1] in meeting_words().rounds
        if (
            not round_of
            and reading.pos[j] not in ("DET", "NUM", "ADJ")
            and reading.nouns[j] not in meeting_words().rounds
        ):
            return False
    return True


def _is_planned(reading: Reading, frame: Frame, end: int) -> bool:
    """*la visite prévue jeudi*: what is said of it before its verb."""
    adjectives = status_words().adjectives
    return any(_participle_form(reading.words[j]) in adjectives for j in range(frame.last + 1, end))


def right_governor(reading: Reading, frame: Frame) -> Certainty | None:
    """What is said of a noun: *le retrait prévu*, *la réunion aura lieu*, *le retrait a commencé*."""
    if not frame.is_noun:
        return None
    words = status_words()
    copula = next((c for c in frame.token.children if c.dep_ == "cop"), None)
    if copula is not None and tense(copula) in ("conditional", "future"):
        # *serait l'otage*
        return Certainty("possible" if tense(copula) == "conditional" else "planned", "copula", copula)
    if reading.words[frame.token.i - 1] == "en" and frame.type == "meeting" and frame.token.i:
        # *en visite officielle*
        return Certainty("factual", "en", frame.token)
    _, end = reading.sentence(frame.token.i)
    head = frame.token.head
    beside = frame.token.i - 1
    if (
        frame.type != "meeting"
        and reading.pos[beside] == "ADJ"
        and (told := words.adjectives.get(reading.nouns[beside]))
    ):
        # *la possible réduction du contingent*, *un éventuel déploiement*
        return Certainty(told, "said of it", reading.tokens[beside])
    for j in range(frame.last + 1, min(end, frame.last + 9)):
        token = reading.tokens[j]
        name = reading.nouns[j] if token.pos_ != "VERB" else verb_lemma(token)
        participle = words.adjectives.get(fold(token.lemma_)) or words.adjectives.get(
            _participle_form(reading.words[j])
        )
        near = token.head.i == frame.token.i or j == frame.last + 1
        if participle and near and token.dep_ in ("acl", "amod", "ROOT", "acl:relcl", "conj") and name != "prochain":
            return Certainty(participle, "said of it", token)
        if token.text == "," or (token.pos_ in ("AUX", "VERB") and token.dep_ not in ("acl", "amod")):
            break
        if words.phrases["planned"].match(reading.folded, token.idx):
            return Certainty("planned", "said of it", token)
        del name
    if _is_out_of_question(reading, frame):
        return Certainty("negated", "said of it", frame.token)
    being = next((c for c in head.lefts if c.dep_ == "cop" and c.i > frame.token.i), None)
    if frame.token.dep_ == "nsubj" and being is not None and tense(being) == "conditional":
        # *un retrait serait une erreur*
        return Certainty("possible", "copula", being)
    if (
        frame.token.dep_ in ("nsubj", "nsubj:pass")
        and head.pos_ in ("VERB", "ADJ", "AUX")
        and own_subject(head) is not None
    ):
        return _said_of_subject(reading, frame, head)
    return None


def _is_out_of_question(reading: Reading, frame: Frame) -> bool:
    """*le retrait total, réclamé par Nicosie, était « hors de question »*, *n'est pas à l'ordre du jour*."""
    _, end = reading.sentence(frame.token.i)
    return bool(_OUT_OF_QUESTION.match(reading.folded, frame.end, reading.tokens[end - 1].idx))


def _participle_form(word: str) -> str:
    for ending in ("ees", "es", "ee", "e", "ues", "us", "ue"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            return stem + ("u" if ending.startswith("u") else "e")
    return word


def _said_of_subject(reading: Reading, frame: Frame, verb: Token) -> Certainty | None:
    """*le retrait aura lieu*, *le sommet a été annulé*, *le retrait est possible*."""
    words = status_words()
    if verb.pos_ == "ADJ":
        status = words.adjectives.get(fold(verb.lemma_))
        copula = next((c for c in verb.lefts if c.dep_ == "cop"), None)
        moves = frame.type in ("deployment", "withdrawal")
        if status is None and moves and copula is not None and tense(copula) in ("future", "conditional"):
            # *le débarquement sera rapide*
            status = "planned" if tense(copula) == "future" else "possible"
        return Certainty(status, "said of it", verb) if status else None
    group = verb_group(verb)
    name = verb_lemma(verb)
    if group.passive:
        status = "planned" if name == "attendre" else words.verbs.get(name)
        if group.negated and status in ("planned", "requested", "possible"):
            return Certainty("negated", "said of it", verb)
        if group.negated and status == "negated":
            # *le sommet n'est pas annulé*
            return Certainty("planned", "said of it", verb)
        if status == "factual" and group.tense in ("future", "conditional"):
            # *le retrait sera achevé en mars*
            status = "planned" if group.tense == "future" or is_reported(verb) else "possible"
        if status is not None:
            return Certainty(status, "said of it", verb)
    if group.negated:
        return Certainty("negated", "said of it", verb) if name in _WORDS.held else None
    if words.verbs.get(name) == "factual" and group.tense in ("past", "imperfect"):
        return Certainty("factual", "said of it", verb)
    if group.tense == "future":
        return Certainty("planned", "said of it", verb)
    if group.tense == "conditional":
        planned = name == "devoir" or is_reported(verb)
        return Certainty("planned" if planned else "possible", "said of it", verb)
    if name in ("devoir", "pouvoir"):
        return Certainty("planned" if name == "devoir" else "possible", "said of it", verb)
    if group.tense in ("past", "imperfect") or (group.tense == "present" and name in _WORDS.held):
        return Certainty("factual", "said of it", verb)
    return None
