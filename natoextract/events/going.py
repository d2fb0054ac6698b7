"""Verbs whose subject goes, comes or leaves: *les troupes arrivent*, *les Américains quittent l'Irak*."""

from spacy.tokens import Token

from natoextract.events.clauses import (
    about_to,
    doer_of,
    is_bare_participle,
    is_predicate_adjective,
    modifier,
)
from natoextract.events.directions import country_at, directed, direction
from natoextract.events.frames import Frame, Search
from natoextract.events.military import is_strength, military_words, verb_lemma
from natoextract.events.states_going import is_copula, state_goes, to_a_country
from natoextract.events.syntax import agent, modified_noun, objects
from natoextract.events.tasks import does_task, holds_ground, is_counted, is_found, is_there, left_over, told_to_stay
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import auxiliaries_of, lemma, verb_group
from natoextract.text import fold

_WORDS = vocabulary()
_TROOPS = military_words().troops
#: One of these goes alone.
_RANKS = frozenset(["general", "commandant", "colonel", "capitaine", "lieutenant", "officier"])
#: Verbs whose participle beside a noun tells no journey: *les résultats attendus*, *suivis de*.
_NOT_BARE = frozenset(["attendre", "suivre"])


def goes(search: Search, frame: Frame, name: str) -> Frame | None:
    """*les troupes arrivent*, *nous partirons*, *l'Allemagne se retire*: states go where troops are spoken of."""
    reading, token, doc = search.reading, frame.token, search.reading.tokens
    behind = token.i + 2 if reading.pos[token.i + 1 : token.i + 2] == ["ADV"] else token.i + 1
    since = reading.words[behind : behind + 1] in (["de"], ["d'"], ["du"], ["des"])
    ready = about_to(search, token)
    if name == "partir" and since and token.i and doc[token.i - 1].lower_ == "à" and ready is None:
        # *à partir de l'Albanie*
        return None
    if token.lower_ == "restant" and token.i and reading.words[token.i - 1] == "le":
        # *et le restant en Afrique*
        return None
    if reading.words[behind : behind + 2] == ["sans", "nouvelles"]:
        # *nous restons sans nouvelles de deux hommes*
        return None
    if _is_caused(search, token) or (name == "suivre" and token.lower_ == "suivant"):
        return None
    if name in ("revenir", "retourner") and _goes_back_on(search, frame):
        return None
    if name in ("aller", "venir") and (end_ := _infinitive_after(search, token)) is not None:
        # *vont finalement se replier*, *viennent d'arriver*; *sont venus protéger la ville* tells their coming
        come = name == "venir" and any(lemma(a) == "être" for a in auxiliaries_of(token))
        if not come or _is_trigger(search, end_):
            return None
    if (
        name == "aller"
        and reading.words[token.i + 1 : token.i + 3] == ["jusqu'", "a"]
        and _infinitive_after(search, doc[token.i + 2])
    ):
        # *sans aller jusqu'à réclamer son départ*
        return None
    if name == "sortir" and not (
        since and any(country_at(reading, j) for j in range(token.i + 2, min(len(doc), token.i + 8)))
    ):
        # *vont sortir de la bande de Gaza*
        return None
    if is_bare_participle(search, token) and not _is_finite(search, token):
        if name == "attendre":
            return _awaited(search, frame)
        # *12.000 hommes venus de 39 pays*
        silent = search.has_state(name) or name in _NOT_BARE | _WORDS.tasks or (name == "venir" and since)
        bare = None if silent else modifier(search, frame)
        return directed(search, bare, bare.troops) if bare is not None else None
    frame.group = verb_group(token)
    if token.lower_ == "venant" and frame.group.tense == "gerund":
        # *12.300 hommes venant pour la plupart de pays voisins*
        return None
    if name == "venir" and since and frame.group.tense in ("present", "imperfect", "gerund"):
        # *ses 11.000 soldats viennent de 27 pays*: whose they are
        return None
    if name == "attendre" and not (frame.group.passive or is_predicate_adjective(token)):
        # *les soldats attendent*; *des soldats sont attendus* tells who comes
        return None
    frame.undirected = name == "suivre" or _crosses_border(search, frame, name)
    if name == "rendre" and not (doer_of(search, token) is not None and to_a_country(search, frame)):
        # *se sont rendus*
        return None
    if name == "suivre" and frame.group.passive and (count := search.count_after(frame.last, 10)) is not None:
        # *ils seront suivis de 120 autres soldats*
        frame.troops = doc[count.last]
        return (
            frame
            if {"de", "par"} & set(reading.words[frame.last + 1 : count.first]) and search.recent_troops(token.i)
            else None
        )
    if name == "suivre" and (frame.group.tense == "past" or not _closes_clause(search, token)):
        return None
    doer = doer_of(search, token)
    if name == "ajouter" and doer is not None and _is_added_to(search, doer):
        doer = None
    if doer is None or not search.troops_at(doer.i):
        doer = ready or doer
    if name in _WORDS.tasks and not (does_task(search, frame, doer) or holds_ground(search, frame, doer)):
        return None
    if (doer is None or not search.troops_at(doer.i)) and (carried := _aboard(search, frame)) is not None:
        frame.troops = carried
        return directed(search, frame, carried)
    if doer is None or not search.troops_at(doer.i):
        # *s'y ajoutent 3.000 hommes*: an inverted subject
        # *Il reste encore environ 1.500 soldats*
        left = name == "rester" and token.i > 0 and reading.words[token.i - 1] in ("il", "y", "qu'il", "n'en", "en")
        inverted = search.count_after(token.i, 6 if left else 3, ("VERB", "ADP"))
        if inverted is not None:
            frame.troops = doc[inverted.last]
            joined = reading.words[max(0, token.i - 3) : token.i]
            if name == "ajouter" and {"auxquels", "auxquelles"} & set(joined) and frame.group.tense == "present":
                # *800 soldats, auxquels s'ajoutent 270 Néerlandais*: they are there too
                frame.type = "presence"
            return frame
        straight = reading.pos[token.i + 1 : token.i + 2] != ["ADP"] or reading.words[token.i + 1] in ("des", "de")
        if (
            name == "ajouter"
            and straight
            and (added := next((o for o in objects(token) if search.troops_at(o.i)), None))
        ):
            # *s'ajouteront des troupes du Chili*
            frame.troops = added
            return frame
        frame.agent = doer
        if name == "rester" and (remaining := left_over(search, frame)) is not None:
            frame.agent, frame.troops = remaining
            return frame
        if name == "rester" and any(c.lower_ == "il" for c in token.lefts):
            # *il ne restera plus que les Français*
            frame.agent = next(
                (doc[j] for j in range(token.i + 1, min(len(doc), token.i + 6)) if reading.actor_at.get(j)), None
            )
            return frame if frame.agent is not None and search.about_troops else None
        if name in ("rester", "demeurer") and (told := told_to_stay(search, frame)) is not None:
            frame.agent = told
            return frame
        if name in _WORDS.activities and search.count_after(frame.last, 8) is None:
            people = doer is not None and any(a.form == "demonym" for a in reading.actor_at.get(doer.i, ()))
            return frame if people and search.about_troops and is_there(search, frame, doer) else None
        if name == "revenir" and doer is not None and doer.lower_ in ("nous", "on", "je", "j'"):
            # *nous n'y reviendrons pas*: to a subject
            return None
        if doer is None and _is_spoken_of(search, frame, name):
            return frame
        return directed(search, frame, doer) if state_goes(search, frame, doer) else None
    if name in ("rester", "demeurer") and is_copula(search, frame):
        return None
    if fold(name) in _WORDS.boarding and not (is_counted(search, frame, doer) or reading.nouns[doer.i] in _TROOPS):
        # *deux avions français ont décollé*: nobody is told aboard
        return None
    settled = is_counted(search, frame, doer) or is_found(search, frame) or is_there(search, frame, doer)
    if name in _WORDS.activities and not settled:
        # *des soldats patrouillent*: what they do, unless a figure says how many are there
        return None
    if reading.nouns[doer.i] in _RANKS and not reading.words[doer.i].endswith("x") and doer.i not in reading.count_at:
        # *le général australien s'est rendu sur place*
        return None
    frame.troops = doer
    return directed(search, frame, doer)


def _aboard(search: Search, frame: Frame) -> Token | None:
    """*Un avion part avec à son bord 54 soldats*, *s'est envolé avec 80 militaires à bord*: who is carried."""
    reading = search.reading
    _, end = reading.sentence(frame.token.i)
    behind = range(frame.last + 1, min(end, frame.last + 18))
    count = next((reading.count_at[j] for j in behind if j in reading.count_at), None)
    if count is None or "bord" not in reading.words[frame.last + 1 : count.last + 4]:
        return None
    clause = range(frame.last + 1, count.first)
    other = any(reading.pos[j] in ("VERB", "AUX") or reading.words[j] in ("qui", "que", ";") for j in clause)
    return None if other else reading.tokens[count.last]


def _crosses_border(search: Search, frame: Frame, name: str) -> bool:
    """*Le dernier soldat a traversé la frontière*: into a country or out of it, as the article has told before."""
    return (
        name in ("traverser", "franchir", "passer")
        and "frontiere" in search.reading.words[frame.token.i + 1 : frame.token.i + 4]
    )


def _infinitive_after(search: Search, token: Token) -> Token | None:
    """The infinitive that *aller* or *venir* governs, over adverbs and clitics."""
    for t in search.reading.tokens[token.i + 1 : token.i + 6]:
        if t.pos_ in ("VERB", "AUX"):
            return t
        if t.pos_ not in ("ADV", "PRON") and t.lower_ not in ("d'", "de"):
            return None
    return None


def _is_added_to(search: Search, doer: Token) -> bool:
    """*Aux soldats brésiliens s'ajouteront*: those who were there."""
    before = search.reading.words[max(0, doer.i - 3) : doer.i]
    return bool({"a", "aux", "au"} & set(before))


def _is_spoken_of(search: Search, frame: Frame, name: str) -> bool:
    """*« Partir maintenant serait une folie »*, *pas question de rester*: of the troops that the article is about."""
    reading, token = search.reading, frame.token
    if name not in ("partir", "rester") or token.lower_ != name:
        return False
    first, _ = reading.sentence(token.i)
    opens = token.i == first or reading.words[token.i - 1] in ("«", '"', "“", ":")
    asked = reading.words[token.i - 2 : token.i] == ["question", "de"]
    return (opens or asked) and (search.has_told("withdrawal") or search.has_told("deployment"))


def _is_trigger(search: Search, verb: Token) -> bool:
    senses = search.words.verbs.get(verb_lemma(verb), ()) + search.words.reflexives.get(verb_lemma(verb), ())
    moving = any(s.type in ("deployment", "withdrawal") for s in senses)
    return moving or verb_lemma(verb) in search.words.verb_phrases


def _awaited(search: Search, frame: Frame) -> Frame | None:
    """*la France, attendue en Estonie avec 300 soldats*: a state comes with its figure."""
    reading = search.reading
    state = modified_noun(frame.token)
    count = search.count_after(frame.last, 10)
    if state is None or count is None or not any(a.form == "name" for a in reading.actor_at.get(state.i, ())):
        return None
    if "avec" not in reading.words[frame.last + 1 : count.first]:
        return None
    frame.agent, frame.troops = state, reading.tokens[count.last]
    return frame


def _goes_back_on(search: Search, frame: Frame) -> bool:
    """*revenir sur sa décision*: on no ground."""
    reading = search.reading
    if reading.words[frame.last + 1 : frame.last + 2] != ["sur"]:
        return False
    noun = next(
        (j for j in range(frame.last + 2, min(len(reading.tokens), frame.last + 6)) if reading.pos[j] == "NOUN"), None
    )
    return noun is not None and reading.nouns[noun] not in _WORDS.ground and noun not in reading.locative_at


def _is_caused(search: Search, token: Token) -> bool:
    """*ont fait fuir les assaillants*: who goes is the object."""
    return token.i > 0 and search.reading.words[token.i - 1] in ("fait", "font", "faire", "fit", "firent", "faisant")


def _closes_clause(search: Search, token: Token) -> bool:
    """*le reste de la force devrait suivre*: nobody is followed."""
    after = search.reading.words[token.i + 1 : token.i + 2]
    return not after or after[0] in _WORDS.after_intransitive


def _is_finite(search: Search, token: Token) -> bool:
    """A present that the model takes for a participle: *l'armée opère*."""
    return token.lower_ in search.words.presents


def leaves(search: Search, frame: Frame, name: str) -> Frame | None:
    """*les Américains quittent l'Irak*, *l'armée a fui*."""
    token, reading = frame.token, search.reading
    by = agent(token)
    if name in ("abandonner", "evacuer", "deserter") and by is not None and search.troops_at(by.i):
        # *la ville, abandonnée par les troupes françaises*
        frame.troops, frame.group = by, None if is_bare_participle(search, token) else verb_group(token)
        frame.participle = frame.group is None
        return frame
    doer = doer_of(search, token)
    if doer is None or is_bare_participle(search, token) or _is_caused(search, token):
        return None
    frame.group = verb_group(token)
    troops = search.troops_at(doer.i)
    ground = any(
        goal.i in reading.locative_at
        or goal.i in reading.place_at
        or goal.i in reading.mission_at
        or fold(goal.lemma_) in _WORDS.ground
        or (search.about_troops and country_at(reading, goal.i))
        # *quitteront l'Uruzgan*: the model may call a province a common noun
        or ((goal.pos_ == "PROPN" or goal.text[:1].isupper()) and (search.about_troops or troops))
        for goal in objects(token)
    )
    if troops and not frame.group.passive and direction(search, frame, doer) == "out":
        frame.type, frame.troops = "deployment", doer
        return frame
    if frame.group.passive or not (ground or (troops and name == "fuir")):
        return None
    if troops:
        frame.troops = doer
        return frame
    bare = bool(reading.missions) and fold(doer.text) in ("mission", "force")
    strength = bare or is_strength(reading, doer.i, about_troops=search.about_troops)
    if fold(doer.text) in _WORDS.operations and strength:
        # *La mission de l'ONU quittera le pays*
        frame.troops = doer
        return frame
    frame.agent = doer
    mission = any(goal.i in reading.mission_at for goal in objects(token)) and bool(reading.actor_at.get(doer.i))
    return frame if mission or state_goes(search, frame, doer) else None
