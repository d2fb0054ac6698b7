"""Whom a phrase names: its own states and organisations, those listed with it, those that a pronoun stands for."""

import re
from collections.abc import Iterable

from spacy.tokens import Token

from natoextract.grammar import SUBJECTS, lemma
from natoextract.roles import mission
from natoextract.roles.findings import Actor, Finding
from natoextract.roles.scene import Scene
from natoextract.roles.words import role_words

Contributors = Finding[list[str]]
# *son pays*, *le gouvernement*, *il*: whoever was named last
_POINTING = re.compile(
    r"(?:(?:son|leur|ce|le|notre) (?:pays|gouvernement|etat)|il|elle|ils|elles|ce dernier|celui-ci|celle-ci|qui)\b"
)
#: Between the states of a list: *de la France et du Royaume-Uni*.
AND_OF = re.compile(r",? (?:et |ou )?(?:de |du |des |d')?(?:la |les |l'|le )?")
_UNDER = re.compile(
    r"\b(?:entre|de|du|des|d|avec|contre|pour|apres|avant|par|chez|sur|a|au|en)[ '](?:la |le |les |l')?$"
)
_OPENS = re.compile(r"[\s\"«“–-]*(?:la |le |les |l')?")
RELATIVE = "relative pronoun"
_NAMES = ("name", "capital", "organisation", "person")
_ASIDES = frozenset({"acl", "acl:relcl", "advcl", "obl", "obl:mod", "obl:arg", "parataxis", "ccomp"})
_OTHER_ROLES = frozenset(role_words().other_roles)
_COORDINATED = re.compile(r"\b(?:et|ou)\b")


def found(actors: Iterable[Actor], rule: str) -> Contributors | None:
    """The finding of a list of actors, each code once; None of an empty list."""
    actors = list(actors)
    codes = list(dict.fromkeys(a.code for a in actors))
    return Finding(codes, rule, actors[0].start, actors[-1].end) if codes else None


def chain_before(scene: Scene, actors: list[Actor]) -> list[Actor]:
    """The last actor and those coordinated with it: *de la France et du Royaume-Uni*."""
    chain = actors[-1:]
    for actor in reversed(actors[:-1]):
        between = AND_OF.fullmatch(scene.folded, actor.end, chain[0].start)
        # a comma alone ends the words before: *entre Israël et la Syrie, l'Autriche a annoncé*
        if not between or not (len(chain) > 1 or _COORDINATED.search(between.group())):
            break
        chain.insert(0, actor)
    return chain


def list_from(scene: Scene, first: Actor) -> list[Actor]:
    """An actor and those coordinated behind it: *la France, l'Allemagne et l'Italie*."""
    chain, joined = [first], False
    for actor in scene.actors_in(first.end, first.end + 400):
        between = AND_OF.fullmatch(scene.folded, chain[-1].end, actor.start)
        if not between:
            break
        chain.append(actor)
        joined = joined or bool(_COORDINATED.search(between.group()))
    if not joined:
        return chain[:1]
    begun = [first]
    for actor in reversed(scene.actors_in(*_sentence_before(scene, first))):
        if not AND_OF.fullmatch(scene.folded, actor.end, begun[0].start):
            break
        begun.insert(0, actor)
    # *Le Niger, le Togo et le Sénégal*: the tree may begin with the second; a list that opens the sentence is one
    opens = _OPENS.fullmatch(scene.folded, scene.sentence(first.start)[0], begun[0].start)
    return [*begun[:-1], *chain] if opens else chain


def _sentence_before(scene: Scene, actor: Actor) -> tuple[int, int]:
    return scene.sentence(actor.start)[0], actor.start


def actors_below(scene: Scene, token: Token) -> list[Actor]:
    """The actors of a noun phrase: its own names and those of its list, else what else it speaks of.

    Not *l'Alliance, dont … la Yougoslavie*, nor *la Pologne, alliée de Washington*.
    """
    own = [a for a in scene.actors_in(token.idx - 24, token.idx + len(token)) if a.end > token.idx and a.form in _NAMES]
    if own:
        return _with_those_before(scene, list_from(scene, own[-1]))
    inside = {t.i for t in token.subtree}
    low, high = min(inside), max(inside)
    span = [a for a in scene.actors_in(scene.doc[low].idx, scene.doc[high].idx + 1) if scene.token(a.start).i in inside]
    found_below = [a for a in span if _belongs(scene.token(a.start), token)] or span[:1]
    alone = len(found_below) == 1 and found_below[0].form == "demonym"
    return _with_those_before(scene, found_below) if alone else found_below


def _with_those_before(scene: Scene, chain: list[Actor]) -> list[Actor]:
    """*les Allemands et les Autrichiens ont envoyé*: the tree may give the last of a list."""
    first, _ = scene.sentence(chain[0].start)
    before = chain_before(scene, scene.actors_in(first, chain[0].end)) if len(chain) == 1 else []
    listed = len(before) > 1 and not _UNDER.search(scene.folded, first, before[0].start)
    return before if listed else chain


def _belongs(token: Token, head: Token) -> bool:
    """Whether a name stands in no aside of a phrase."""
    while token != head:
        if token.dep_ in _ASIDES or lemma(token) in _OTHER_ROLES:
            return False
        token = token.head
    return True


def pointed_to(scene: Scene, own: Token) -> Contributors | None:
    """*la Corée du Sud et la Géorgie, qui enverront 1.500 soldats*: *qui* is those right before, *il* who was named."""
    start = own.left_edge.idx
    pointer = _POINTING.match(scene.folded, start)
    if not pointer:
        return None
    first, _ = scene.sentence(start)
    before, _ = scene.sentence(max(0, first - 1))
    relative = pointer.group() == "qui"
    named = scene.actors_in(first if relative else before, start)
    missions = scene.within(scene.missions, first, start) if relative else []
    # *Takuba, composée de troupes qui forment les unités maliennes et qui rassemble 600 hommes*: the further one
    further = relative and scene.folded.endswith("et ", 0, start)
    if missions and (further or not named or named[-1].start < missions[-1]["start"]):
        owner = mission.lead(missions[-1]["name"])
        return Finding([owner], "mission lead", missions[-1]["start"], missions[-1]["end"]) if owner else None
    if relative:
        return found(chain_before(scene, named), RELATIVE)
    return found(actors_of_topic(scene, before, first, start), "subject pointed to")


def actors_of_topic(scene: Scene, before: int, first: int, start: int) -> list[Actor]:
    """Who *il* or *elle* is: named in the sentence, else the subject of the one before, else its first name."""
    # an adjective is seldom what a pronoun stands for
    here = [a for a in scene.actors_in(first, start) if a.form != "adjective"]
    if here or before == first:
        return chain_before(scene, here)
    named = scene.actors_in(before, first)
    subjects = [a for a in named if any(t.dep_ in SUBJECTS for t in _upwards(scene.token(a.start)))]
    nouns = [a for a in subjects or named if a.form != "adjective"] or named
    return nouns[:1]


def _upwards(token: Token) -> list[Token]:
    """A token and the nouns that it depends on, up to their verb: *la Russie*, *l'armée de la Russie*."""
    path = [token]
    for head in token.ancestors:
        if head.pos_ in ("VERB", "AUX") or len(path) > 3:
            break
        path.append(head)
    return path
