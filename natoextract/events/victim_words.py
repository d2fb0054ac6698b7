"""Whose the victims are, by the words beside them: *un casque bleu et un soldat malien*, *tous américains*."""

from spacy.tokens import Token

from natoextract.events.casualty_words import casualty_words
from natoextract.events.evidence import Whose, told_by_count, whose
from natoextract.events.frames import Frame
from natoextract.events.military import POSSESSIVES, beside, is_troops
from natoextract.events.owning import unique
from natoextract.events.reading import TokenMention
from natoextract.events.resolver import Resolver
from natoextract.events.shares import PRONOUNS


def _named_last(resolver: Resolver, pronoun: Token) -> Whose | None:
    """The troops that a pronoun takes up, of its sentence or the one before."""
    reading = resolver.reading
    first, _ = reading.sentence(pronoun.i)
    first, _ = reading.sentence(max(0, first - 1))
    for j in range(pronoun.i - 1, first - 1, -1):
        if not is_troops(reading, j):
            continue
        if told := whose(resolver.named(reading.tokens[j]), "victims", reading.tokens[j]):
            return told
        if reading.words[j - 1] in POSSESSIVES:
            # *deux de nos soldats ont été tués, l'un a été blessé*
            return None
    return None


def _is_pronoun(resolver: Resolver, troops: Token) -> bool:
    """*deux d'entre eux*, *plusieurs ont été blessés*, *tous deux*: what takes up troops named before."""
    if troops.lower_ in ("eux", "elles"):
        return True
    return troops.lower_ in PRONOUNS and troops.i not in resolver.reading.count_at and troops.nbor().pos_ == "AUX"


def by_taken_up(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*ont tiré sur les soldats turcs, tuant un grand nombre d'entre eux*: those named last."""
    troops, tokens = frame.troops, resolver.reading.tokens
    if count is not None and resolver.reading.words[count.last + 1 : count.last + 4] == ["d'", "entre", "eux"]:
        troops = tokens[count.last + 3]
        why = resolver.reading.count_evidence.get(count.record["start"], {}).get("contributors")
        if why and why[0] == "count before" and count.record["contributors"]:
            # *retirer ses 300 soldats, après que 25 d'entre eux furent enlevés*
            return told_by_count(resolver.reading, count, "contributors", unique(count.record["contributors"]))
    return None if troops is None or not _is_pronoun(resolver, troops) else _named_last(resolver, troops)


def by_craft(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*cinq personnes sont mortes dans le crash d'un hélicoptère de l'armée danoise*: whose aircraft it was."""
    if frame.frame != "dies" or frame.agent is None or frame.troops is None:
        return None
    return whose(resolver.named(frame.agent), "craft", frame.agent)


def by_aircraft(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*Un bombardier russe a été abattu, provoquant la mort du pilote*: whose aircraft the sentence told before him."""
    reading, words = resolver.reading, casualty_words()
    man = frame.troops
    if man is None or reading.nouns[man.i] not in words.airmen or resolver.named(man):
        return None
    first, _ = reading.sentence(frame.token.i)
    for j in range(man.i - 1, first - 1, -1):
        if reading.nouns[j] not in words.aircraft:
            continue
        told = (a for k in beside(reading, j, 4) for a in reading.actor_at.get(k, ()) if a.form != "person")
        if (actor := next(told, None)) is not None:
            return whose([actor.code], "craft", reading.tokens[j])
    return None


def by_all(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*sept soldats de l'Otan, tous américains*, *le lieutenant Martin, un officier belge*: told in an aside."""
    reading, troops = resolver.reading, frame.troops
    if troops is None:
        return None
    _, end = reading.sentence(troops.i)
    comma = next((j for j in range(troops.i + 1, min(end - 2, troops.i + 10)) if reading.words[j] == ","), None)
    if comma is None or any(reading.pos[j] in ("VERB", "AUX") for j in range(troops.i + 1, comma)):
        return None
    each = reading.words[comma + 1 : comma + 3] == ["l'", "un"]
    own = any(a.form in ("adjective", "demonym") for j in range(troops.i, comma) for a in reading.actor_at.get(j, ()))
    if each or (not own and any(a.form == "adjective" for a in reading.actor_at.get(comma + 1, ()))):
        # *l'un sénégalais et l'autre jordanien*, *danois cette fois*
        near = range(comma + 1, min(end, comma + (9 if each else 3)))
        told = [a.code for j in near for a in reading.actor_at.get(j, ()) if a.form in ("adjective", "demonym")]
        return whose(told, "aside", troops)
    at = comma + 2
    if reading.words[comma + 1] in ("un", "une") and is_troops(reading, at) and count is None:
        at += 1
    elif reading.words[comma + 1] not in ("tous", "toutes"):
        return None
    told = [a.code for a in reading.actor_at.get(at, ()) if a.form in ("adjective", "demonym")]
    return whose(told, "aside", reading.tokens[at])


def by_fellows(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*Trois soldats allemands ont été tués et huit autres blessés*: of the army of those told before them."""
    reading, others = resolver.reading, frame.troops
    own = frame.frame == "fallen" and count is not None and count.first <= frame.token.i
    # *70 morts du côté de l'armée nigériane*: told behind
    own = own and (frame.troops is None or frame.troops.i <= frame.token.i)
    if own and count is not None and reading.words[count.first - 1] in ("et", ","):
        # *Mali: dix-sept éléments de l'armée tués et sept blessés*
        others = reading.tokens[count.first]
    elif others is None or reading.nouns[others.i] not in casualty_words().others:
        return None
    first, _ = reading.sentence(others.i)
    for j in range(others.i - 1, first - 1, -1):
        counted = j in reading.count_at or reading.words[j - 1] in ("un", "une")
        if counted and is_troops(reading, j) and (codes := resolver.named(reading.tokens[j])):
            return whose(codes, "victims", reading.tokens[j])
    return None


def by_side(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*douze morts côté arménien et cinq du côté azerbaïdjanais*: the side told right behind each number."""
    reading = resolver.reading
    if frame.frame != "fallen" or count is None:
        return None
    after = max(frame.last, count.last) + 1
    at = after + (reading.words[after : after + 1] == ["du"])
    if reading.words[at : at + 1] != ["cote"]:
        return None
    told = [a.code for a in reading.actor_at.get(at + 1, ()) if a.form != "person"]
    return whose(told, "side", reading.tokens[at])


def by_victims(resolver: Resolver, frame: Frame, count: TokenMention | None) -> Whose | None:
    """*un casque bleu et un soldat malien ont été tués*: victims of several states, with no figure."""
    troops = frame.troops
    if frame.frame == "fallen" and count is not None and (more := _told_behind(resolver, frame)):
        return more
    if troops is None or not troops.i or frame.token.i == troops.i:
        return None
    if count is None and frame.is_noun and troops.i in resolver.reading.count_at:
        # *un mort et huit blessés parmi les casques bleus*
        return whose(resolver.reading.count_at[troops.i].record["contributors"], "victims", troops)
    if count is not None:
        # *douze morts et vingt blessés dans les rangs de l'armée burkinabè*: told by the number of the others
        beside = None if count.record["contributors"] else resolver.reading.count_at.get(troops.i)
        return whose(beside.record["contributors"], "victims", troops) if beside else None
    others = [t for t in troops.conjuncts if abs(t.i - troops.i) < 10 and is_troops(resolver.reading, t.i)]
    codes = [c for t in sorted([troops, *others]) for c in resolver.named(t)]
    return whose(codes, "victims", troops) if others else None


def _told_behind(resolver: Resolver, frame: Frame) -> Whose | None:
    """*quatre morts et dix blessés parmi les Casques bleus sénégalais*: told behind the last loss of a list."""
    reading = resolver.reading
    _, end = reading.sentence(frame.last)
    near = range(frame.last + 1, min(end, frame.last + 10))
    at = next((j for j in near if reading.words[j] in ("parmi", "rangs")), None)
    if at is None or any(
        reading.pos[j] in ("VERB", "AUX") or reading.words[j] == "dont" for j in range(near.start, at)
    ):
        return None
    for j in range(at + 1, min(end, at + 8)):
        if reading.pos[j] in ("VERB", "AUX", "PUNCT") or reading.words[j] in ("et", "a", "en", "au", "dans"):
            return None
        if told := [a.code for a in reading.actor_at.get(j, ())]:
            return whose(told, "victims", reading.tokens[j])
    return None
