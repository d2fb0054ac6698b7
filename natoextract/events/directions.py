"""Whether who moves comes or goes home: *partir au Liban* is a deployment, *revenir du Liban* a withdrawal."""

from spacy.tokens import Token

from natoextract.events.frames import Frame, Search
from natoextract.events.military import beside, is_troops
from natoextract.events.reading import Reading
from natoextract.events.vocabulary import vocabulary
from natoextract.text import fold

_WORDS = vocabulary()
TOWARDS = frozenset(["pour", "vers", "direction", "destination"])
FROM = frozenset(["de", "du", "d'", "des", "depuis"])


def is_outward(reading: Reading, frame: Frame) -> bool:
    """*se redéployer hors de Gaza* is a withdrawal."""
    near = reading.words[frame.last + 1 : frame.last + 6]
    return "hors" in near[:-1] and near[near.index("hors") + 1] in FROM


def directed(search: Search, frame: Frame, doer: Token | None) -> Frame | None:
    """Whether who moves comes or goes: *partir au Liban* is a deployment, *revenir du Liban* a withdrawal."""
    if is_outward(search.reading, frame):
        frame.type = "withdrawal"
        return frame
    if frame.word == "embarquer" and (doer is None or direction(search, frame, doer) is None):
        # *les soldats ont embarqué à l'aube*; *à bord de deux avions*, whither the article has told
        frame.undirected = search.reading.words[frame.last + 1 : frame.last + 3] == ["a", "bord"]
        return frame if frame.undirected and doer is not None else None
    if fold(frame.word) in _WORDS.both_ways and any(c.lower_ == "y" for c in frame.token.lefts):
        # *ils y retourneront*
        frame.type = "deployment"
        return frame
    if fold(frame.word) not in _WORDS.both_ways or doer is None:
        return frame
    told = direction(search, frame, doer)
    if told is not None:
        frame.type = "deployment" if told == "out" else "withdrawal"
    else:
        # *les soldats de son pays rentreraient*: home, where nothing is said
        comes = fold(frame.word) in _WORDS.coming or frame.word == "rentrer"
        frame.undirected = frame.troops is not None and not comes
    return frame


def direction(search: Search, frame: Frame, doer: Token) -> str | None:
    """`out` for *ont quitté Kampala pour Mogadiscio*, `home` for *sont rentrés d'Irak*, None where nothing is said."""
    reading = search.reading
    home = home_of(reading, doer)
    if frame.agent is not None:
        # *Washington a renvoyé des soldats en Irak*
        home |= {actor.code for actor in reading.actor_at.get(frame.agent.i, ())}
    _, end = reading.sentence(frame.token.i)
    lead = ""
    for j in range(frame.last + 1, min(end, frame.last + 18)):
        word = reading.words[j]
        if j in reading.date_at:
            # *jeudi midi*: a verb to the model
            continue
        if word in FROM and reading.words[j - 1] in ("destination", "direction"):
            # *à destination de l'Afghanistan*
            continue
        if word in FROM and frame.word == "prendre route" and not lead:
            # *ont pris la route de Gao*
            lead = "pour"
            continue
        if word in FROM and {reading.nouns[j - 1], reading.nouns[j - 2]} & _WORDS.ground and lead not in ("", *FROM):
            # *arrivera à la base militaire de Tapa*: the name of the base
            continue
        if word in TOWARDS or word in ("en", "au", "aux", "a", "dans", "chez", *FROM):
            lead = word
        homely = reading.nouns[j] in _WORDS.home or word == "eux"
        if homely and lead in ("au", "a", "dans", "chez"):
            # *au pays*, *dans leurs foyers*, *chez eux*
            return "home"
        if lead == "pour" and reading.nouns[j] in ("mission", "operation", "exercice") and frame.type != "presence":
            # *a quitté Bujumbura pour une mission de paix*
            return "out"
        code = country_at(reading, j)
        if code is None and lead == "pour" and _is_land(reading, j) and frame.word == "partir":
            # *un détachement partira pour l'Uruzgan*: a land that is no state
            return "out"
        if code is not None:
            if lead in FROM or (not lead and frame.frame == "leaves"):
                # the country that is left
                if code not in home and home:
                    return "home"
                lead = ""
                if frame.word == "quitter" and code in home and doer.i in reading.count_at and j < frame.last + 10:
                    # *96 soldats burundais ont quitté Bujumbura*
                    return "out"
                continue
            if frame.frame == "leaves" and lead not in TOWARDS:
                if code in home and lead in ("au", "en", "a"):
                    # *quitter leur base au Danemark à destination de l'Afghanistan*
                    lead = ""
                    continue
                return None
            if code in home:
                return "home"
            return "out" if home or lead in TOWARDS else None
        if reading.tokens[j].pos_ in ("VERB", "PRON", "SCONJ") or word in (";", "qui", "apres", "ou"):
            return None
    return None


def _is_land(reading: Reading, i: int) -> bool:
    """*l'Uruzgan*, *le Jonglei*: a name behind an article that is nobody's."""
    named = reading.pos[i] == "PROPN" and reading.tokens[i].text[:1].isupper() and not reading.actor_at.get(i)
    return named and reading.words[i - 1] in ("l'", "le", "la") and reading.words[i - 2] == "pour"


def home_of(reading: Reading, doer: Token) -> set[str]:
    """The states that a noun of troops names: *96 soldats burundais*."""
    if doer.pos_ == "PRON":
        # *Ils sont arrivés à Bujumbura*: those of the sentence before
        first, _ = reading.sentence(max(0, reading.sentence(doer.i)[0] - 1))
        named = (t for t in reversed(reading.tokens[first : doer.i]) if is_troops(reading, t.i))
        return home_of(reading, noun) if (noun := next(named, None)) is not None else set()
    first, _ = reading.sentence(doer.i)
    # *Comores: une centaine de soldats soudanais*: the headline's country is not theirs
    begin = next((j + 1 for j in range(doer.i - 1, doer.i - 4, -1) if reading.words[j] == ":"), doer.i - 3)
    near = (doer.i, *range(max(first, begin), doer.i), *beside(reading, doer.i))
    codes = {actor.code for j in near for actor in reading.actor_at.get(j, ())}
    if doer.i in reading.count_at:
        codes.update(reading.count_at[doer.i].record["contributors"])
    return codes


def country_at(reading: Reading, i: int) -> str | None:
    if i in reading.locative_at:
        return reading.locative_at[i].code
    if i in reading.place_at:
        country: str | None = reading.place_at[i].record["country"]
        return country
    return next((a.code for a in reading.actor_at.get(i, ()) if a.form == "name"), None)
