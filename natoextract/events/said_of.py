"""What is said of a noun: *le retrait prévu*, *la réunion aura lieu*, *le retrait a commencé*."""

from spacy.tokens import Token

from natoextract.events.frames import Frame
from natoextract.events.governors import Certainty
from natoextract.events.military import verb_lemma
from natoextract.events.own_subjects import own_subject
from natoextract.events.reading import Reading
from natoextract.events.status_words import status_words
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import tense, verb_group
from natoextract.text import fold

_WORDS = vocabulary()


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
        if status == "factual" and group.tense in ("future", "conditional"):
            # *le retrait sera achevé en mars*
            status = "planned" if group.tense == "future" else "possible"
        if status is not None:
            return Certainty(status, "said of it", verb)
    if group.negated:
        return Certainty("negated", "said of it", verb) if name in _WORDS.held else None
    if words.verbs.get(name) == "factual" and group.tense in ("past", "imperfect"):
        return Certainty("factual", "said of it", verb)
    if group.tense == "future":
        return Certainty("planned", "said of it", verb)
    if group.tense == "conditional":
        return Certainty("possible" if name != "devoir" else "planned", "said of it", verb)
    if name in ("devoir", "pouvoir"):
        return Certainty("planned" if name == "devoir" else "possible", "said of it", verb)
    if group.tense in ("past", "imperfect") or (group.tense == "present" and name in _WORDS.held):
        return Certainty("factual", "said of it", verb)
    return None
