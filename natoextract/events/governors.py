"""What governs a trigger and says how sure it is: *a accepté de*, *la volonté de*, *le retrait prévu*."""

import re
from typing import NamedTuple

from spacy.tokens import Token

from natoextract.events.evidence import Found
from natoextract.events.frames import Frame
from natoextract.events.military import noun_lemma, verb_lemma
from natoextract.events.reading import Reading
from natoextract.events.status_words import status_words
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import auxiliaries_of, features, is_negated, is_reflexive, lemma, tense, verb_group
from natoextract.text import fold

_WORDS = vocabulary()
#: Nouns that look like an adjective of `event_status.toml`: *le programme de la visite*, *son prochain*.
_NO_PARTICIPLES = frozenset(["prochain", "programme"])


#: Movements that are told once they have begun: *malgré le déploiement d'une force*.


class Certainty(NamedTuple):
    """A status, the rule that gave it, and the word that decided, or the characters of the phrase that did."""

    status: str
    rule: str
    word: Token | None = None
    phrase: tuple[int, int] | None = None

    @property
    def found(self) -> Found[str]:
        """The status as the value of a slot."""
        word = self.word
        span = self.phrase or (() if word is None else (word.idx, word.idx + len(word)))
        return Found(self.status, self.rule, *span)


def is_infinitive(token: Token) -> bool:
    """Whether a verb is an infinitive by tag and ending."""
    # a participle may be called an infinitive: *a évacué*
    return "Inf" in features(token, "VerbForm") and token.lower_.endswith(("r", "re"))


def is_reported(verb: Token) -> bool:
    """Whether a verb stands in a clause with *que* under one of the past: its conditional is the future of the past."""
    conjunction = next((c for c in verb.lefts if c.lower_ in ("que", "qu'")), None)
    if conjunction is None:
        return False
    # *ont annoncé à la mi-avril qu'ils retireraient*: the tree may hang the clause on the day
    before = verb.doc[max(verb.sent.start, conjunction.i - 8) : conjunction.i]
    heads = [verb.head] if verb.head.pos_ == "VERB" else [t for t in before if t.pos_ == "VERB"][-1:]
    # *a fait savoir qu'il enverrait*
    heads = [_caused(h) for h in heads]
    return any(head.i < verb.i and tense(head) in ("past", "imperfect", "participle") for head in heads)


def _caused(verb: Token) -> Token:
    """*a fait savoir*: the verb that bears the tense, above the infinitive or right before it."""
    if not is_infinitive(verb):
        return verb
    if verb.head.pos_ in ("VERB", "AUX") and verb.head.i < verb.i:
        return verb.head
    return verb.nbor(-1) if verb.i and verb.nbor(-1).pos_ == "VERB" else verb


def is_subjunctive_of_request(reading: Reading, frame: Frame) -> bool:
    """*souhaite que les Belges renforcent*, *pour que l'Italie fasse de même*: a clause with *que* under a governor."""
    return any(c.lower_ in ("que", "qu'") for c in frame.token.lefts)


def status_of_verb(reading: Reading, token: Token) -> str | None:
    """The status that a governing verb gives what it governs."""
    words = status_words()
    name = verb_lemma(token)
    table = words.reflexives if is_reflexive(token) and name in words.reflexives else words.verbs
    status = table.get(name)
    if name == "engager" and _leads_to_infinitive(reading, token):
        # *se sont d'ores et déjà engagés à participer*: the tree may lose the pronoun
        status = "planned"
    if status is None:
        return None
    if name == "souhaiter" and not any(w in ("que", "qu'") for w in reading.words[token.i + 1 : token.i + 6]):
        return "possible"
    if name == "appeler" and verb_group(token).passive:
        # *sont appelés à renforcer la Finul*
        return "planned"
    if name == "appeler" and not any(w in ("a", "au") for w in reading.words[token.i + 1 : token.i + 14]):
        return None
    if name in ("devoir", "pouvoir") and verb_group(token).perfect and tense(token) in ("past", "participle"):
        # *a dû retirer*, *ont pu être évacués*
        return "negated" if is_negated(token) else "factual"
    if name == "compter" and not (token.i + 1 < len(reading.tokens) and reading.tokens[token.i + 1].pos_ == "VERB"):
        return None
    if name == "attendre" and not any(w in ("que", "qu'") for w in reading.words[token.i + 1 : token.i + 6]):
        return None
    if name == "aller" and tense(token) not in ("present", "imperfect"):
        return None
    if is_negated(token):
        return {"planned": "negated", "possible": "negated", "requested": "negated", "negated": "possible"}.get(
            status, status
        )
    return status


def _leads_to_infinitive(reading: Reading, token: Token) -> bool:
    after = reading.tokens[token.i + 2 : token.i + 3]
    return reading.words[token.i + 1 : token.i + 2] == ["a"] and bool(after) and is_infinitive(after[0])


def left_governor(reading: Reading, frame: Frame) -> Certainty | None:
    """The nearest lexical word to the left that says how sure: *a accepté de*, *la volonté de*, *prêt à*."""
    words = status_words()
    first, _ = reading.sentence(frame.token.i)
    begin = reading.tokens[max(first, frame.token.i - 8)].idx
    left = reading.folded[begin : frame.token.idx]
    for told, phrase in words.phrases.items():
        if (last := list(phrase.finditer(left))) and re.fullmatch(r"[^,;]{0,14}", left[last[-1].end() :]):
            return Certainty(told, "phrase", phrase=(begin + last[-1].start(), begin + last[-1].end()))
    finite = frame.group is not None and frame.group.tense not in ("infinitive", "gerund")
    copulas = (c for c in frame.token.lefts if c.dep_ == "cop")
    infinitive = any(is_infinitive(a) for a in (*auxiliaries_of(frame.token), *copulas))
    if finite and not infinitive and not is_subjunctive_of_request(reading, frame):
        return None
    start = frame.token.i
    # *a annoncé une participation*: one to come
    new = fold(frame.word) in _WORDS.contributions and start > first and reading.words[start - 1] in ("un", "une")
    stands = frame.frame == "own" and frame.word != "maintien" and not new
    for j in range(start - 1, max(first, start - 26) - 1, -1):
        token, pos = reading.tokens[j], reading.pos[j]
        if pos in ("VERB", "AUX") and not _is_auxiliary(token):
            status = status_of_verb(reading, token)
            if stands and status in ("planned", "possible"):
                # *a annoncé que leur présence est utile*, *voudrait saluer leur présence*: they are there
                continue
            if status == "possible" and verb_lemma(token.head) == "annoncer" and verb_lemma(token) == "vouloir":
                # *annoncent vouloir retirer leurs soldats*
                return Certainty("planned", "governor", token.head)
            if status is not None and not (finite and not infinitive and status in ("planned", "factual")):
                return _raised(reading, token, status)
            if pos == "VERB" and frame.is_noun and _closes(token, frame) and tense(token) != "infinitive":
                return from_tense(frame, token)
            continue
        if pos in ("NOUN", "PROPN", "ADJ", "ADV"):
            name = reading.nouns[j]
            status = words.nouns.get(name) if pos == "NOUN" and j != start else None
            status = status or (
                words.adjectives.get(name) if pos in ("ADJ", "NOUN") and name not in _NO_PARTICIPLES else None
            )
            if status is not None and not stands and _governs(reading, j, frame):
                if _verb_is_negated(token):
                    # *n'a pas l'intention de*, *n'est pas prêt à*
                    return Certainty("negated", "governor", token)
                if status == "possible" and token.dep_ == "obj" and status_of_verb(reading, token.head) == "negated":
                    # *a rejeté l'idée d'un retrait*
                    return Certainty("negated", "governor", token.head)
                if status == "planned" and reading.words[max(0, j - 2) : j][:1] == ["apres"]:
                    return Certainty("factual", "après la décision de", token)
                return _raised(reading, token, status)
        if token.text in (";",) or (reading.words[j] in ("mais", "alors") and j < start - 2):
            break
    return None


def _verb_is_negated(token: Token) -> bool:
    """Whether the verb of a noun or a predicate adjective is: *n'a pas l'intention*, *n'est pas prêt*."""
    own = next((c for c in token.children if c.dep_ == "cop" or c.dep_.startswith("aux")), token.head)
    return own.pos_ in ("VERB", "AUX") and own.i < token.i and is_negated(own)


def _is_auxiliary(token: Token) -> bool:
    return token.dep_.startswith("aux") or (token.pos_ == "AUX" and lemma(token) in ("avoir", "être"))


def _governs(reading: Reading, j: int, frame: Frame) -> bool:
    """A noun or adjective governs by *de*, *à*, *d'* right after it, over its own adjectives."""
    for k in range(j + 1, min(frame.token.i, j + 5)):
        if reading.words[k] in ("de", "d'", "du", "des", "a", "au", "aux"):
            return True
        if noun_lemma(reading, j) == "possible" and reading.words[k] in (",", "ou"):
            return any(w in ("de", "d'") for w in reading.words[k : frame.token.i])
        if reading.tokens[k].pos_ not in ("ADJ", "ADV", "PUNCT"):
            return False
    return False


def _closes(verb: Token, frame: Frame) -> bool:
    """Whether a noun is the argument of a verb that says nothing of its status: *ont entamé leur retrait*."""
    return frame.token.head.i == verb.i and frame.token.dep_ in ("obj", "nsubj", "nsubj:pass")


def from_tense(frame: Frame, verb: Token) -> Certainty:
    """The status of a noun by the tense of its verb: *leur retrait commencera* is planned."""
    told = tense(verb)
    if told == "future":
        return Certainty("planned", "governor's tense", verb)
    if told == "conditional":
        return Certainty("planned" if is_reported(verb) else "possible", "governor's tense", verb)
    if told in ("past", "present", "imperfect"):
        return Certainty("factual", "governor's tense", verb)
    return default_status(frame)


def _raised(reading: Reading, governor: Token, status: str) -> Certainty:
    """What governs the governor: *pourrait annoncer l'envoi* is possible, *refuse de promettre* negated."""
    words = status_words()
    if status in ("planned", "factual"):
        if governor.pos_ in ("VERB", "AUX"):
            group = verb_group(governor)
            name = verb_lemma(governor)
            if group.tense == "conditional" and name != "devoir":
                # *a confirmé que le bataillon achèverait son déploiement*
                told = "planned" if is_reported(governor) else "possible"
                return Certainty(told, "conditional governor", governor)
            if group.tense == "future" and status == "factual":
                # *commencera à retirer ses troupes*
                return Certainty("planned", "governor's tense", governor)
        for j in range(governor.i - 1, max(-1, governor.i - 4), -1):
            token = reading.tokens[j]
            if token.is_sent_start and j != governor.i - 1:
                break
            if token.pos_ in ("VERB", "AUX") and not _is_auxiliary(token):
                upper = status_of_verb(reading, token)
                if upper in ("possible", "negated", "requested") or (upper == "planned" and status == "factual"):
                    # *a décidé de procéder à une réduction*, *va entamer son retrait*
                    return Certainty(upper, "governor", token)
                break
            if words.nouns.get(noun_lemma(reading, j)) == "possible" and token.pos_ == "NOUN":
                return Certainty("possible", "governor", token)
            if status == "factual" and words.nouns.get(noun_lemma(reading, j)) == "planned" and token.pos_ == "NOUN":
                # *la décision d'accélérer le départ*
                return Certainty("planned", "governor", token)
        if (above := _upper(reading, governor)) is not None:
            return above
    return Certainty(status, "governor", governor)


def _upper(reading: Reading, governor: Token) -> Certainty | None:
    """*avait demandé au Conseil de sécurité de l'autoriser à déployer*: the verb that the tree puts above."""
    above = governor.head
    if governor.dep_ != "xcomp" or above.i > governor.i or above.pos_ not in ("VERB", "AUX") or _is_auxiliary(above):
        return None
    status = status_of_verb(reading, above)
    return Certainty(status, "governor", above) if status in ("possible", "negated", "requested") else None


def default_status(frame: Frame) -> Certainty:
    """The status where no word decides: a finite verb and standing troops are facts, other nouns plans."""
    if frame.group is not None and frame.group.tense not in ("infinitive", "gerund"):
        return Certainty("factual", "finite verb", frame.token)
    if frame.frame == "extension":
        return Certainty("planned", "extension", frame.token)
    if frame.type in ("presence", "casualties") or fold(frame.word) in _WORDS.under_way:
        return Certainty("factual", "standing", frame.token)
    return Certainty("planned", "noun", frame.token)
