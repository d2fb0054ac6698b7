"""How sure an event is: an ordered rule over the trigger's own tense and the nearest word that governs it.

*a envoyé* factual, *enverra* planned, *pourrait envoyer* possible, *demande d'envoyer* requested, *refuse d'envoyer*
negated.
"""

import re

from natoextract.events.frames import Frame
from natoextract.events.governors import (
    Certainty,
    default_status,
    is_infinitive,
    is_reported,
    is_subjunctive_of_request,
    left_governor,
    status_of_verb,
)
from natoextract.events.meeting_status import of_clause, of_relative
from natoextract.events.meeting_words import meeting_words
from natoextract.events.military import verb_lemma
from natoextract.events.occasions import OCCASION, occasion
from natoextract.events.reading import Reading
from natoextract.events.said_of import clause_verb, right_governor
from natoextract.events.status_words import status_words
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import auxiliaries_of, features, tense, verb_group

#: Main verbs of a supposition: *s'ils restent, ils risquent …*.
_DOUBTING = frozenset(["pouvoir", "devoir", "risquer", "falloir", "aller", "vouloir"])
_HAVE = frozenset(["a", "ont", "avait", "avaient", "eut", "ayant"])
_HYPOTHESIS = re.compile(r"\bmis(?:e|es)? en garde [^,;]*contre\b|\ben cas d['e]|\bau cas ou\b|\ba condition\b")


def status_of(reading: Reading, frame: Frame) -> Certainty:
    """The status of a licensed trigger, by the first rule that applies."""
    if frame.frame == "figure" and frame.type == "presence" and frame.group is None:
        # *il n'exclut pas de protéger les 500 soldats*: whatever is done with them, they are there
        return Certainty("factual", "figure", frame.token)
    rules = (
        _hypothesis,
        _negation,
        _request,
        _pledge,
        _caused,
        _own_form,
        of_relative,
        clause_verb,
        right_governor,
        occasion,
        left_governor,
    )
    for rule in rules:
        if (found := rule(reading, frame)) is not None:
            # a death that is announced has happened
            dead = frame.type == "casualties" and found.status == "planned" and "future" not in found.rule
            # *a évoqué un bilan de neuf morts*: who speaks of the dead does not doubt them
            spoken = frame.type == "casualties" and found.word is not None and verb_lemma(found.word) == "evoquer"
            # *a refusé de parler de ce décès*
            silent = frame.type == "casualties" and found.word is not None and verb_lemma(found.word) == "refuser"
            dead = dead or spoken or silent
            return found._replace(status="factual") if dead else found
    return _default(reading, frame)


def _hypothesis(reading: Reading, frame: Frame) -> Certainty | None:
    """*si*, *soit … soit*, *au cas où*, *mise en garde contre*."""
    first, _ = reading.sentence(frame.token.i)
    words = reading.words
    # *Si la plupart des soldats rentreront, …*: no supposition has the future
    granted = frame.group is not None and frame.group.tense == "future" and frame.group.finite is frame.token
    for j in range(frame.token.i - 1, max(first, frame.token.i - 12) - 1, -1):
        word = words[j]
        if (
            word in ("si", "s'")
            and not granted
            and _is_if(reading, j)
            and not (j == first and _concedes(reading, frame))
        ):
            return Certainty("possible", "si", reading.tokens[j])
        if word == "soit" and words[first : reading.sentence(j)[1]].count("soit") > 1:
            return Certainty("possible", "soit … soit", reading.tokens[j])
        if word in ("alors", ";", "mais"):
            break
    begin = reading.tokens[max(first, frame.token.i - 9)].idx
    if told := _HYPOTHESIS.search(reading.folded, begin, frame.token.idx):
        return Certainty("possible", "hypothesis", phrase=told.span())
    return None


def _concedes(reading: Reading, frame: Frame) -> bool:
    """*Si 309 soldats sont encore présents, ce nombre recule*: a state that is granted, not supposed."""
    if frame.frame not in ("stands", "located", "counts", "contributes", "joins"):
        return False
    _, end = reading.sentence(frame.token.i)
    comma = next((j for j in range(frame.last + 1, end) if reading.words[j] == ","), end)
    verbs = (t for t in reading.tokens[comma:end] if t.pos_ in ("VERB", "AUX"))
    main = next((t for t in verbs if "Fin" in features(t, "VerbForm")), None)
    return main is not None and tense(main) in ("present", "past", "imperfect") and verb_lemma(main) not in _DOUBTING


def _is_if(reading: Reading, j: int) -> bool:
    """The conjunction: before a subject, not *si important*, *s'est*."""
    token = reading.tokens[j]
    after = reading.tokens[j + 1] if j + 1 < len(reading.tokens) else None
    if after is None:
        return False
    if reading.words[j] == "s'":
        return after.lower_ in ("il", "ils")
    if after.lower_ == "bien":
        # *si bien que*
        return False
    return after.pos_ in ("DET", "PRON", "PROPN", "NOUN") or token.pos_ == "SCONJ"


def _negation(reading: Reading, frame: Frame) -> Certainty | None:
    """A finite *ne … pas* around the trigger itself: *n'enverra pas*."""
    words, tokens, i = reading.words, reading.tokens, frame.token.i
    if frame.group is not None and frame.group.negated:
        return Certainty("negated", "ne … pas", frame.group.finite)
    first, _ = reading.sentence(i)
    wide = range(max(first, i - 7), i)
    none = next((j for j in wide if words[j] in ("aucun", "aucune", "nul")), None)
    denied = any(words[j] in ("sans", "ne", "n'") for j in wide)
    if frame.group is not None and denied and none is not None:
        return Certainty("negated", "aucun", tokens[none])
    near = range(max(first, i - 3), i)
    infinitive = frame.group is not None and frame.group.tense == "infinitive"
    if infinitive and (without := next((j for j in near if words[j] == "sans"), None)) is not None:
        # *sans quitter le pays*
        return Certainty("negated", "sans", tokens[without])
    if infinitive and _is_of_no_journey(reading, frame, first):
        return Certainty("negated", "ne … pas pour", frame.token)
    if i > first and "ni" in (words[i - 1], words[i]):
        # *n'ont fait ni mort ni blessé*
        return Certainty("negated", "ni", tokens[i - 1])
    before = [words[j] for j in near if words[j] not in ("«", '"', "“")]
    if frame.is_noun and (zero := next((j for j in near if words[j] in ("aucun", "aucune")), None)) is not None:
        return Certainty("negated", "aucun", tokens[zero])
    if frame.is_noun and before[-1:] in (["de"], ["d'"]) and "pas" in before:
        # *pas de retrait*
        return Certainty("negated", "pas de", tokens[next(j for j in near if words[j] == "pas")])
    if frame.token.pos_ == "VERB" and "ne" in before and "pas" in before:
        return Certainty("negated", "ne pas", tokens[near[before.index("ne")]])
    return None


def _is_of_no_journey(reading: Reading, frame: Frame, first: int) -> bool:
    """*n'ira pas à Kiev pour y rencontrer le président*: what a denied journey was for."""
    i = frame.token.i
    if frame.type != "meeting" or "pour" not in reading.words[max(first, i - 3) : i]:
        return False
    near = range(i - 2, max(first, i - 14), -1)
    verb = next((reading.tokens[j] for j in near if reading.pos[j] in ("VERB", "AUX")), None)
    return (
        verb is not None
        and verb_group(verb).negated
        and verb_lemma(verb) in meeting_words().going | meeting_words().ways
    )


def _request(reading: Reading, frame: Frame) -> Certainty | None:
    """*a demandé des troupes supplémentaires*: the trigger itself asks."""
    asks = frame.frame == "asks" and frame.group is not None and not frame.group.negated
    if asks and frame.agent is not None and frame.agent.lower_ == "nous":
        # *nous souhaitons des forces supplémentaires*: of our own
        return Certainty("possible", "asks", frame.token)
    return Certainty("requested", "asks", frame.token) if asks else None


def _pledge(reading: Reading, frame: Frame) -> Certainty | None:
    """*a promis 500 soldats*, *a prolongé leur mission*: it is settled, and is to come."""
    if frame.frame not in ("pledges", "extends") or frame.group is None:
        return None
    if frame.frame == "extends" and frame.group.tense in ("infinitive", "gerund"):
        return None
    return Certainty("possible" if frame.group.tense == "conditional" else "planned", "pledge", frame.token)


def _caused(reading: Reading, frame: Frame) -> Certainty | None:
    """*a fait venir 300 soldats*, *a fait passer son contingent à 1.200*: as sure as *faire*."""
    i = frame.token.i
    do = i if frame.last > i else i - 1
    tokens = reading.tokens
    if frame.group is None or do < 1 or verb_lemma(tokens[do]) != "faire" or not is_infinitive(tokens[do + 1]):
        return None
    if reading.words[do - 1] in _HAVE:
        return Certainty("factual", "faire", tokens[do])
    told = {"future": "planned", "conditional": "possible", "present": "factual", "past": "factual"}.get(
        tense(tokens[do])
    )
    return Certainty(told, "faire", tokens[do]) if told is not None else None


def _own_form(reading: Reading, frame: Frame) -> Certainty | None:
    """The trigger's own tense: perfect and passive state factual, future planned, conditional possible."""
    if frame.participle:
        return Certainty("factual", "participle", frame.token)
    group = frame.group
    auxiliaries = auxiliaries_of(frame.token) if group is not None else []
    if auxiliaries and is_infinitive(auxiliaries[0]) and verb_lemma(frame.token.head) in vocabulary().telling:
        # *a annoncé avoir envoyé 200 hommes*: what is announced is done
        return Certainty("factual", "perfect infinitive", auxiliaries[0])
    done = next((j for j in range(max(0, frame.token.i - 4), frame.token.i - 1) if reading.words[j] == "apres"), None)
    if done is not None and reading.words[done + 1] in ("avoir", "etre", "s'"):
        # *après avoir rencontré son homologue*, *après s'être retirés*
        return Certainty("factual", "après avoir", reading.tokens[done])
    before = reading.words[max(0, frame.token.i - 2) : frame.token.i]
    trailing = before[-1:] == [","] and frame.frame in ("levels", "changes")
    gerund = trailing or before[-1:] == ["en"] or before == ["en", "y"]
    if group is not None and frame.token.lower_.endswith("ant") and gerund:
        # *contribue à cet effort en dépêchant un contingent*
        above = frame.token.head
        while above.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") and above.head.i != above.i:
            # *a renforcé son dispositif en y envoyant*
            above = above.head
        if is_infinitive(above):
            # *va doubler sa présence, en déployant 1.200 soldats*
            purpose = any(c.dep_ == "mark" and c.lower_ == "pour" for c in above.lefts)
            if purpose and above.head.pos_ == "VERB" and tense(above.head) in ("past", "present"):
                # *ont atterri pour renforcer la force, portant à 4.250 le nombre*
                return Certainty("factual", "gerund", above.head)
            governed = status_of_verb(reading, above.head) or "planned"
            return Certainty(governed, "gerund", above)
        main = tense(above)
        if main in ("past", "present", "imperfect", "future"):
            return Certainty("planned" if main == "future" else "factual", "gerund", frame.token.head)
    if (
        group is None
        or group.tense in ("infinitive", "gerund")
        or (group.finite.pos_ == "VERB" and is_infinitive(group.finite))
    ):
        return None
    if group.tense == "present" and not group.perfect and is_subjunctive_of_request(reading, frame):
        return None
    if (auxiliary := next(iter(auxiliaries_of(frame.token)), None)) is not None and is_infinitive(auxiliary):
        # *avant d'être envoyé*, *sont censés avoir retiré*
        return None
    copula = next((c for c in frame.token.lefts if c.dep_ == "cop"), group.finite)
    if copula is not group.finite and is_infinitive(copula):
        # *va encore être réduit*
        return None
    if group.finite is frame.token and copula is not group.finite and tense(copula) in ("future", "conditional"):
        # *serait réduit*: a participle that the model calls an adjective
        planned = tense(copula) == "future" or _is_reported(frame)
        return Certainty("planned" if planned else "possible", "copula", copula)
    if (
        group.tense == "future"
        and group.perfect
        and (frame.type in ("casualties", "presence") or _since(reading, frame))
    ):
        # *elle aura perdu 21 hommes*, *15.000 soldats auront participé depuis 2003*: the sum of what is past
        return Certainty("factual", "future perfect", group.finite)
    if group.tense == "future":
        return Certainty("planned", "future", group.finite)
    if group.tense == "conditional":
        # *a indiqué qu'elle maintiendrait*: the future of the past
        told = _is_reported(frame)
        return Certainty("planned" if told else "possible", "conditional", group.finite)
    if frame.word == "attendre":
        # *est attendu à Kiev*, *des soldats sont attendus*
        return Certainty("planned", "awaited", frame.token)
    if frame.word in ("inviter", "convier"):
        # *a invité son homologue à Sotchi*: who is asked has not come
        return Certainty("requested", "invited", frame.token)
    if group.tense in ("past", "imperfect", "participle") or group.perfect:
        return Certainty("factual", group.tense, group.finite)
    return None


def _since(reading: Reading, frame: Frame) -> bool:
    first, end = reading.sentence(frame.token.i)
    return "depuis" in reading.words[first:end]


def _is_reported(frame: Frame) -> bool:
    """Whether the trigger stands in a clause with *que* under a verb of the past."""
    return is_reported(frame.token if frame.group is None else frame.group.head)


def _default(reading: Reading, frame: Frame) -> Certainty:
    """No word decides: verbs and standing troops are facts, other nouns plans."""
    first, _ = reading.sentence(frame.token.i)
    begin = reading.tokens[max(first, frame.token.i - 6)].idx
    phrases = status_words().phrases
    for status, phrase in (("planned", phrases["planned"]), ("factual", OCCASION), ("factual", phrases["factual"])):
        if told := phrase.search(reading.folded, begin, frame.token.idx):
            if phrase is OCCASION and told["before"] and _lies_ahead(reading, frame):
                # *passera quelques jours à Bangui avant d'être déployé*
                status = "planned"
            return Certainty(status, "phrase", phrase=told.span())
    if frame.type == "meeting" and frame.is_noun and (found := of_clause(reading, frame)) is not None:
        return found
    return default_status(frame)


def _lies_ahead(reading: Reading, frame: Frame) -> bool:
    """Whether the last finite verb before a trigger is of the future."""
    first, _ = reading.sentence(frame.token.i)
    verbs = (reading.tokens[j] for j in range(frame.token.i - 1, first, -1) if reading.pos[j] in ("VERB", "AUX"))
    finite = next((t for t in verbs if "Fin" in features(t, "VerbForm")), None)
    return finite is not None and tense(finite) == "future"
