"""Verbs of a state and of strength: *62 soldats sont engagés*, *la mission compte 12.000 hommes*."""

from spacy.tokens import Token

from natoextract.events.anaphors import is_organisation_told
from natoextract.events.clauses import counted_before, doer_of, is_bare_participle, is_predicate_adjective, left_troops
from natoextract.events.frames import Frame, Search, lead_of
from natoextract.events.hits import is_wounding
from natoextract.events.military import PROVIDERS, is_troops, noun_lemma
from natoextract.events.reached import tells_fallen
from natoextract.events.reading import Reading, TokenMention
from natoextract.events.rightward import right_troops
from natoextract.events.syntax import agent, is_participle, modified_noun, subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import auxiliaries_of, lemma, verb_group

_WORDS = vocabulary()
_IN_GENERAL = frozenset(["generalement", "habituellement", "normalement", "ordinairement", "typiquement", "general"])
_RELATIVES = ("qui", "que", "qu'", "dont")


def stands(search: Search, frame: Frame, name: str) -> Frame | None:
    """*62 soldats sont engagés*; a bare participle only beside a figure: *les 9.592 militaires engagés*."""
    token, reading = frame.token, search.reading
    predicate = any(lemma(c) in ("être", "rester", "demeurer") for c in token.lefts)
    if is_bare_participle(search, token) or (name == "present" and not predicate):
        noun = modified_noun(token)
        if noun is None:
            return None
        counted = next((reading.count_at[j] for j in range(noun.i, token.i) if j in reading.count_at), None)
        if counted is None:
            # *les 6.000 hommes de la force africaine déployés au Mali*
            noun = counted_before(search, noun) if token.lower_.endswith("s") else None
        elif not search.troops_at(noun.i):
            # *le retrait des 72 soldats basés à Mazar-i-Sharif*: the tree gives the noun above
            noun = reading.tokens[counted.last]
        if noun is None:
            return None
        frame.troops, frame.agent, frame.participle = noun, agent(token), True
        return frame
    frame.group = verb_group(token)
    if reading.words[token.i + 1 : token.i + 2] == ["a"] and reading.pos[token.i + 2 : token.i + 3] == ["VERB"]:
        # *se sont engagés à envoyer des troupes*: a promise
        return None
    active = any(lemma(a) == "avoir" for a in auxiliaries_of(token)) and not frame.group.passive
    if active or not (predicate or frame.group.passive or is_participle(token) or is_predicate_adjective(token)):
        # *les dangers qu'elle implique*, *l'armée a déployé des drones*
        return None
    patient = doer_of(search, token)
    if patient is None or not search.is_patient(patient):
        if patient is not None and _states_engaged(search, patient, token):
            # *nous resterons engagés en Afghanistan*
            frame.agent = patient
            return frame
        # *où sont déployées les troupes françaises*
        patient = left_troops(search, token) or right_troops(search, token.i, 6)
    if patient is None:
        return None
    frame.troops, frame.agent = patient, agent(token)
    return frame


def _states_engaged(search: Search, doer: Token, token: Token) -> bool:
    """Whether a state or *nous* is said to be engaged in a country, in an article about troops."""
    reading = search.reading
    actors = [actor for actor in reading.actor_at.get(doer.i, ()) if actor.form != "person"]
    told = is_organisation_told(reading, doer.i)
    if not search.about_troops or not (actors or told or doer.lower_ == "nous"):
        return False
    _, end = reading.sentence(token.i)
    where = range(token.i + 1, min(end, token.i + 16))
    if "y" in reading.words[max(0, token.i - 3) : token.i]:
        # *la Belgique y sera présente*
        return True
    # *les Français étaient déployés au nord* are no others than their soldiers
    return any(a.form == "demonym" for a in actors) or any(
        j in reading.locative_at or j in reading.mission_at for j in where
    )


def number_after(search: Search, being: int) -> TokenMention | None:
    """*sont actuellement 471*, *étaient environ 1.200 soldats*: the number that *être* gives."""
    reading = search.reading
    for j in range(being + 1, min(len(reading.tokens), being + 5)):
        if j in reading.count_at:
            return reading.count_at[j]
        if reading.pos[j] not in ("ADV", "SCONJ") and reading.words[j] not in _WORDS.modifiers | {"entre", "qu'"}:
            return None
    return None


def _numbered(search: Search, frame: Frame, count: TokenMention) -> Frame | None:
    """*les Belges sont 471 en Afghanistan*, *ils étaient 1.200 au Mali*: who is told by a number."""
    reading, being = search.reading, frame.token.i
    before = reading.tokens[max(reading.sentence(being)[0], being - 4) : being]
    doer = next((t for t in reversed(before) if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
    if doer is None or _tells_fallen(search, count):
        return None
    ours = reading.words[doer.i] in ("ils", "elles") and search.recent_troops(being)
    people = any(a.form == "demonym" for a in reading.actor_at.get(doer.i, ()))
    if not (ours or people or is_troops(reading, doer.i)):
        return None
    where = range(count.last + 1, min(reading.sentence(being)[1], count.last + 6))
    opens = doer.i == reading.sentence(being)[0] and doer.lower_ in ("ils", "elles")
    taken_up = opens and search.about_troops and search.recent_troops(being)
    if not taken_up and not any(
        j in reading.locative_at or j in reading.mission_at or j in reading.place_at for j in where
    ):
        return None
    frame.group, frame.troops, frame.agent = verb_group(frame.token), reading.tokens[count.last], doer
    return frame


def _are_the(reading: Reading, i: int) -> bool:
    """*les soldats belges sont au Mali*, *le contingent est à Bangui*: those of whom the article speaks."""
    before = reading.words[max(0, i - 3) : i]
    if reading.nouns[i] in _WORDS.told_as_one:
        return any(w in ("le", "la", "ce", "cette", "notre", "leur") for w in before)
    return reading.words[i].endswith("s") and any(w in ("les", "ces", "nos", "leurs") for w in before)


def _there(search: Search, being: Token) -> Token | None:
    """*Ils y sont depuis 2003*: the pronoun, where troops were told before."""
    reading, i = search.reading, being.i
    y = i > 1 and reading.words[i - 1] == "y" and reading.words[i - 2] in ("ils", "elles")
    since = reading.words[i + 1 : i + 2] in (["depuis"], ["pour"], ["toujours"], ["encore"], ["deja"], ["jusqu'"])
    return reading.tokens[i - 2] if y and since and search.about_troops and search.recent_troops(i) else None


def located(search: Search, frame: Frame, name: str) -> Frame | None:
    """*200 soldats canadiens sont en Ukraine depuis 2015*, *les Belges sont 471 en Afghanistan*."""
    reading, token = search.reading, frame.token
    if (count := number_after(search, token.i)) is not None:
        return _numbered(search, frame, count)
    if (pronoun := _there(search, token)) is not None:
        frame.group, frame.agent = verb_group(token), pronoun
        return frame
    # *sont actuellement au Mali*
    at = token.i + 1 + (reading.pos[token.i + 1 : token.i + 2] == ["ADV"])
    if token.dep_.startswith("aux") or not any(
        j in reading.locative_at or j in reading.place_at
        # *sont encore dans le nord de l'Afghanistan*
        for j in range(at + 1, at + (7 if reading.words[at : at + 1] == ["dans"] else 3))
    ):
        return None
    if reading.words[at : at + 1] not in (["en"], ["au"], ["aux"], ["a"], ["dans"]):
        return None
    doer = left_troops(search, token)
    if doer is None or not (doer.i in reading.count_at or _are_the(reading, doer.i)):
        return None
    frame.group, frame.troops = verb_group(token), doer
    return frame


def has_troops(reading: Reading, token: Token) -> bool:
    """*La France a encore 300 soldats*: an auxiliary to the model, of a number that is no verb."""
    noun = token.head
    return token.dep_.startswith("aux") and noun.pos_ == "NOUN" and noun.i > token.i and noun.i in reading.count_at


def counts(search: Search, frame: Frame, name: str) -> Frame | None:
    """*la mission compte 12.000 hommes*, *l'Otan a 500 personnels en Irak*."""
    token, doc = frame.token, search.reading.tokens
    if frame.token.i != frame.last:
        # *que l'Italie fasse de même*: the echo of an event
        frame.group, frame.agent = verb_group(token), subject(token)
        return frame if search.about_troops and frame.agent is not None else None
    having = has_troops(search.reading, token)
    if (token.dep_.startswith("aux") and not having) or is_bare_participle(search, token):
        return None
    if search.reading.words[token.i + 1 : token.i + 2] == ["sur"] or (
        name == "atteindre" and is_wounding(search, token.i)
    ):
        # *compte sur un soutien de 5.000 soldats*, *les tirs ont atteint trois soldats*
        return None
    count = search.count_after(token.i, 8)
    if count is None and (told := right_troops(search, token.i)) is not None:
        # *compte, à terme, 12.000 hommes*, *comprend, actuellement, un maximum de 195 militaires*
        count = search.reading.count_at.get(told.i) or search.count_after(told.i, 4)
    group = verb_group(token)
    if count is not None and _IN_GENERAL & set(search.reading.words[token.i + 1 : count.first]):
        # *Un bataillon compte généralement entre 300 et 1.000 hommes*: any, and so none
        return None
    if count is None or group.passive or _tells_fallen(search, count) or tells_fallen(search.reading, token.i):
        return None
    frame.group, frame.agent, frame.troops = group, subject(token.head if having else token), doc[count.last]
    after = search.reading.words[count.last + 1 : count.last + 3]
    if after in (["de", "moins"], ["en", "moins"]):
        # *l'ONU comptera 500 casques bleus de moins*
        frame.type = "withdrawal"
    elif after in (["de", "plus"], ["en", "plus"]):
        frame.type = "deployment"
    if name == "avoir":
        # *a* names nothing: the unit does
        frame.token, frame.last = doc[count.last], count.last
    return frame


def _tells_fallen(search: Search, count: TokenMention) -> bool:
    """*il y a eu trois tués parmi les soldats*: the number of the fallen is no strength."""
    names = (noun_lemma(search.reading, j) for j in range(count.first, count.last + 1))
    return any(sense.frame == "fallen" for name in names for sense in search.words.nouns.get(name, ()))


def made(search: Search, frame: Frame, name: str) -> Frame | None:
    """*une force composée de 2.000 soldats*, *un contingent fort de 500 hommes*."""
    token, doc = frame.token, search.reading.tokens
    count = search.count_after(token.i, 12)
    if count is None or lead_of(search.reading, count.first) != "de":
        return None
    if "origine" in search.reading.words[token.i : count.first]:
        # *fort à l'origine de 370 hommes*
        return None
    if name != "fort" and not (is_participle(token) or token.lower_ in search.words.participles):
        return None
    frame.troops, frame.participle = doc[count.last], True
    if name != "fort" and not is_bare_participle(search, token):
        # *pourra être composée de 2.000 soldats* is as sure as its verb
        frame.group, frame.participle = verb_group(token), False
    return frame


def _is_led(search: Search, i: int) -> bool:
    """*la mission de l'UE*: an organisation with troops of its own stands right behind."""
    after = (a for j in (i + 2, i + 3) for a in search.reading.actor_at.get(j, ()))
    return any(a.code in PROVIDERS for a in after)


def _first_noun(reading: Reading, window: range) -> str:
    return next((reading.nouns[j] for j in window if reading.pos[j] == "NOUN"), "")


def joins(search: Search, frame: Frame, name: str) -> Frame | None:
    """*contribue à RSM avec 70 militaires*, *participent à la Minusma*."""
    token, reading = frame.token, search.reading
    _, end = reading.sentence(token.i)
    if name == "present" and not any(lemma(c) == "être" for c in token.lefts):
        # *ses collègues présents en Lituanie*, *jusqu'à présent*
        return None
    if token.lower_.endswith(("ant", "ante", "ants", "antes")):
        # *les soldats participant à l'exercice*
        return None
    # *participera à l'opération avec six avions et 120 militaires*
    reach = 14 if "avec" in reading.words[token.i + 1 : token.i + 9] else 12
    far = min(end, token.i + reach)
    # *fait partie des pays qui ont envoyé des soldats*
    window = range(token.i + 1, next((j for j in range(token.i + 1, far) if reading.words[j] in _RELATIVES), far))
    if any(s.type in ("withdrawal", "deployment") for s in search.words.nouns.get(_first_noun(reading, window), ())):
        # *contribue au retrait des troupes*
        return None
    doer = subject(token)
    ours = search.about_troops or (doer is not None and doer.i in reading.count_at)
    # *participaient aux deux missions*
    force = ours and any(reading.nouns[j] in _WORDS.forces or is_troops(reading, j) for j in window)
    force = force or any(reading.words[j] in _WORDS.forces and _is_led(search, j) for j in window)
    # *Au plus fort des opérations, 4.000 militaires y participaient*
    there = any(c.lower_ == "y" for c in token.lefts)
    if there and (near := left_troops(search, token)) is not None and near.i in reading.count_at:
        doer = near
    there = there and doer is not None and doer.i in reading.count_at
    if not (force or there) and not any(j in reading.mission_at or j in reading.count_at for j in window):
        return None
    if any(reading.tokens[j].pos_ == "VERB" for j in window if j < token.i + 3):
        return None
    frame.group, frame.agent = verb_group(token), doer
    if frame.agent is not None and frame.agent.i in reading.count_at:
        # *1.400 soldats participeront à la mission*, *fournira 300 soldats et deux officiers participeront*
        near = left_troops(search, token)
        nearer = near is not None and near.i in reading.count_at and near.i > frame.agent.i
        frame.troops, frame.agent = near if nearer else frame.agent, None
        return frame
    if frame.word == "faire partie" and not (frame.agent is not None and reading.actor_at.get(frame.agent.i)):
        # *ces soldats faisaient partie d'un contingent* tells no strength
        return None
    return frame
