"""Who loses men: *la France a perdu deux soldats*, *l'armée déplore trois morts*."""

from spacy.tokens import Token

from natoextract.events.casualty_words import casualty_words
from natoextract.events.changing import FALLEN
from natoextract.events.clauses import is_bare_participle
from natoextract.events.frames import Frame, Search
from natoextract.events.military import is_office, noun_lemma
from natoextract.events.reading import TokenMention
from natoextract.events.shares import lost_men, own_men
from natoextract.events.syntax import objects, subject
from natoextract.grammar import features, lemma, verb_group
from natoextract.text import fold

_MOURNS = casualty_words().mourning
_FORCES = frozenset(["force", "mission", "operation", "dispositif", "base", "camp", "garnison"])
#: So many are lost in no battle of a day.
_MANY = 100


def loses(search: Search, frame: Frame, name: str) -> Frame | None:
    """*la France a perdu deux soldats*, *l'armée a perdu vingt hommes*; the men of rebels are none."""
    token, reading = frame.token, search.reading
    if token.dep_.startswith("aux") or is_bare_participle(search, token):
        return None
    group, loser = verb_group(token), subject(token)
    going = token.dep_ == "xcomp" and lemma(token.head) == "aller"
    if (group.tense == "future" and not group.perfect) or going or _is_left(search, token, loser):
        # *la mission perdra 3.300 casques bleus*: they go home
        away = search.count_after(token.i, 8)
        shared = away is not None and {"ses", "leurs", "des"} & set(reading.words[token.i + 1 : away.first])
        force = loser is not None and (search.troops_at(loser.i) or reading.nouns[loser.i] in _FORCES)
        if away is None or shared or not force or group.passive:
            return None
        frame.type, frame.group, frame.agent, frame.troops = "withdrawal", group, loser, reading.tokens[away.last]
        return frame
    if group.passive or (name == "deplorer" and _tells_loss(search, token)):
        # *déplore la mort de trois soldats*: the noun tells it
        return None
    count = search.count_after(token.i, 8) or _after_place(search, token.i)
    if count is not None and (_may_lose(search, loser) or count.record["unit"] != "homme"):
        frame.troops = reading.tokens[count.last]
    else:
        # *l'armée a perdu un soldat*: one man, with no figure
        lost = next((o for o in objects(token) if search.troops_at(o.i)), None)
        if (theirs := lost_men(search, token.i)) is not None and _may_lose(search, loser):
            frame.troops, frame.group, frame.agent = theirs, group, loser
            return frame
        if (men := own_men(search, token.i)) is not None:
            # *la mission a perdu sept de ses hommes*
            frame.troops, frame.group, frame.agent = men, group, loser
            return frame
        if lost is None or not any(c.lower_ in ("un", "une", "des", "plusieurs") for c in lost.lefts):
            return None
        frame.troops = lost
    frame.group, frame.agent = group, loser
    return frame


def _is_left(search: Search, verb: Token, loser: Token | None) -> bool:
    """*la force africaine perd ainsi 850 soldats*: so many at once have gone, unless the sentence tells of the dead."""
    reading = search.reading
    count = search.count_after(verb.i, 8)
    if verb_group(verb).tense != "present" or verb_group(verb).perfect:
        return False
    force = loser is not None and (loser.i in reading.mission_at or reading.nouns[loser.i] in _FORCES)
    first, end = reading.sentence(verb.i)
    return (
        force
        and count is not None
        and (count.record["minimum"] or 0) >= _MANY
        and not FALLEN.search(reading.folded, reading.tokens[first].idx, reading.tokens[end - 1].idx)
    )


def _tells_loss(search: Search, verb: Token) -> bool:
    """Whether a noun of loss stands between a verb and the number that it would take."""
    _, end = search.reading.sentence(verb.i)
    near = range(verb.i + 1, min(end, verb.i + 9))
    until = next((j for j in near if j in search.reading.count_at), near.stop)
    lost = (search.words.nouns.get(noun_lemma(search.reading, j), ()) for j in range(verb.i + 1, until))
    return any(sense.frame == "fallen" for senses in lost for sense in senses)


def _after_place(search: Search, i: int) -> TokenMention | None:
    """*la Minusma a perdu au Mali, 175 soldats*: a number behind a place and its comma."""
    reading = search.reading
    _, end = reading.sentence(i)
    comma = next((j for j in range(i + 1, min(end, i + 6)) if reading.words[j] == ","), None)
    if comma is None or comma + 1 >= end or comma - 1 not in reading.locative_at:
        return None
    return reading.count_at.get(comma + 1)


def _may_lose(search: Search, loser: Token | None) -> bool:
    """Whether a subject may have soldiers: a state, an army, a pronoun, none; not *les rebelles*."""
    if loser is None or loser.pos_ == "PRON":
        return True
    reading = search.reading
    named = reading.actor_at.get(loser.i) or search.troops_at(loser.i) or is_office(reading, loser.i)
    return bool(named) or fold(loser.lemma_) in casualty_words().losers


def _has_troops(search: Search, doer: Token) -> bool:
    """Troops, or their side: *la partie azerbaïdjanaise*, *le camp russe*."""
    reading = search.reading
    side = reading.nouns[doer.i] in ("partie", "camp", "party") and search.about_troops
    return search.troops_at(doer.i) or (
        side and any(a.form == "adjective" for a in reading.actor_at.get(doer.i + 1, ()))
    )


def suffers(search: Search, noun: Token) -> Token | None:
    """The troops that have the losses: *les forces françaises ont enregistré de lourdes pertes*."""
    reading = search.reading
    first, _ = reading.sentence(noun.i)
    verb = next((j for j in (noun.i - 2, noun.i - 3) if j - 1 > first and reading.words[j] in _MOURNS), None)
    if verb is not None:
        # *l'armée compte trois morts*, *essuie de lourdes pertes*: the model takes the verb for a noun
        j = verb - 1
        while j > first and (reading.pos[j] == "ADJ" or j in reading.actor_at) and not search.troops_at(j):
            j -= 1
        if search.troops_at(j):
            return reading.tokens[j]
    for up in noun.ancestors:
        if up.pos_ not in ("VERB", "AUX"):
            continue
        gerund = up.lower_.endswith("ant")
        bare = "Part" in features(up, "VerbForm") and not up.n_lefts and not gerund
        if fold(up.lemma_) not in casualty_words().suffering or bare:
            return None
        doer = subject(next((v for v in up.ancestors if v.pos_ == "VERB"), up) if gerund else up)
        return doer if doer is not None and doer.i < noun.i and _has_troops(search, doer) else None
    return None
