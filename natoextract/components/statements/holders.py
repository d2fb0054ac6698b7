"""Which person a phrase without a name leads back to: *ce responsable*, *le ministre*, *ce dernier*, *l'officier*."""

import re
from bisect import bisect_left

from natoextract.components.actors.lexicon import owner_of
from natoextract.components.statements.cast import MEMORY, Cast
from natoextract.components.statements.nearest import body_before, person_before
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.sources import (
    Source,
    code_words,
    content_words,
    holds_no_civil_office,
    is_same_office,
    may_be_described,
    office_of,
    spelled_in,
)
from natoextract.components.statements.vocabulary import phrase_words
from natoextract.lexicon import read_toml
from natoextract.officials import officials
from natoextract.text import fold

_POINTS_BACK = phrase_words("points_back")
#: Words of an office that say no more than since when or how long it is held: *le président sortant*.
_TENURE = phrase_words("tenure")
#: Of them others decide: *le suspect*.
_DECIDED_ABOUT = phrase_words("decided_about")
#: Nouns for whoever has spoken.
_WHO_SPEAKS = frozenset({"interlocuteur", "intervenant", "orateur", "conferencier", "interviewe"})
#: Nouns for anybody.
_ANYBODY = phrase_words("anybody")
#: Offices that speak of somebody else: *Paul Durand a été arrêté. Le procureur a précisé*.
_ABOUT_OTHERS = phrase_words("about_others")
#: Who speaks for a government is one of its ministers.
_SPOKESMAN_OF_ALL = frozenset({"porte-parole", "gouvernement"})
#: How many mentions back one who has not spoken may be called by a wider noun.
_JUST_TOLD = 3
_ANY_BODY = re.compile(
    rf"(?P<office>[a-z -]+?) (?:de l'|de la |du |de cette |de ce )(?:{'|'.join(sorted(phrase_words('any_body')))})"
    r"(?: (?:syndicale|patronale|ouvriere|politique|humanitaire|rebelle|onusienne|panafricaine|religieuse|nationale))?"
)
#: Bodies that a party, a union or a movement may be called after in an office: *le secrétaire général de l'UGTT*.
_PARTY = re.compile(
    r"(?:de l'|de la |du |de )(?:(?:Union|Front|Parti|Mouvement|Rassemblement|Confédération|Fédération|Syndicat|Ligue"
    r"|Alliance|Coordination|Collectif|Organisation|Association|Congrès|Convention|Forces)\b|[A-Z]{2,}\b)"
)
#: *le Premier ministre* is none of his ministers.
_RANKED_FIRST = frozenset({"premier", "premiere", "delegue", "deleguee"})
_POSSESSIVE = frozenset({"son", "sa", "leur"})
_COMPLEMENT = re.compile(r" (?:de|du|des|a|au|aux|pour|en|chez) | d'| (?:adjoint|delegue)")
#: Wider nouns for an office: *l'officier* after *le général X*.
_WIDER = {fold(wide): frozenset(map(fold, narrow)) for wide, narrow in read_toml("roles")["wider"].items()}


def earlier_anonymous(cast: Cast, phrase: Phrase, text: str, content: set[str]) -> Source | None:
    """*cette source*, *la même source*, *ce responsable*: whoever spoke last and may be called so."""
    if (speaker := _last_speaker(cast, phrase)) is not None:
        return speaker
    if (wider := _wider(cast, phrase)) is not None:
        return wider
    known = [s for s in cast.recent if s.kind == "anonymous"]
    if phrase.head == "source" and fold(phrase.text) in ("meme source", "source") and phrase.anaphoric and cast.recent:
        # *l'armée a annoncé … selon la même source*
        named = next((s for s in reversed(cast.recent[-2:]) if "source" in s.heads and not s.plural), None)
        return named or cast.recent[-1]
    if phrase.anaphoric or (phrase.determiner == "definite" and not phrase.plural):
        for source in reversed(cast.recent):
            if source.plural == phrase.plural and (phrase.head in source.heads or content <= source.heads):
                return source
        fitting = [s for s in reversed(cast.recent) if s.plural == phrase.plural and s.kind != "institution"]
        if phrase.anaphoric and fitting:
            return fitting[0]
    return next((s for s in reversed(known) if fold(s.name) == text and s.plural == phrase.plural), None)


def earlier_person(cast: Cast, phrase: Phrase, content: set[str], position: int) -> Source | Phrase | None:
    """*le ministre*, *le chef de la diplomatie américaine*, *ce dernier*: the nearest person of that office."""
    if phrase.head == "dernier":
        nearest = person_before(cast, phrase.start, phrase.gender) or body_before(cast, phrase.start, phrase.gender)
        if nearest is not None:
            return nearest
    if (native := _inhabitant(cast, phrase)) is not None:
        return native
    if (speaker := _last_speaker(cast, phrase)) is not None:
        return speaker
    states = code_words(cast.words, phrase)
    office = office_of(phrase.text, states)
    nouns = content - states - _TENURE
    plain = is_plain(phrase)
    near = _persons_by_nearness(cast)
    if phrase.codes:
        # *le ministre français*: rather one who is told to be French
        near.sort(key=lambda s: not set(phrase.codes) & set(s.codes))
    for source in near:
        if phrase.gender and source.gender and phrase.gender != source.gender:
            continue
        # *le chef du Pentagone* holds an office of the United States
        codes = {*source.codes, *(owner_of(code) for code in source.codes)}
        allied = not phrase.codes or not source.codes or set(phrase.codes) & codes
        if not allied:
            continue
        if source.heads and nouns and nouns <= source.heads:
            return source
        if source.role and (spelled := _spelled_out(phrase, source.role)) and nouns - spelled <= source.heads:
            # *le président de l'Unité d'action syndicale … le président de l'UAS*
            return source
        if _heads_body(phrase, source) and not any(_heads_body(phrase, other) for other in near if other is not source):
            # *le secrétaire général de l'UGTT, X … le secrétaire général de la centrale syndicale*
            return source
        if source.role and source in near[:2] and fold(phrase.text).startswith(f"{fold(source.role)} de"):
            # *le président de la Chambre, X … le président de la Chambre des représentants*
            longer = " " in source.role and not any(nouns <= other.heads for other in near if other is not source)
            if longer and phrase.determiner == "definite":
                return source
        if not source.named and source in cast.recent[-2:] and phrase.head in source.heads and source.heads <= nouns:
            # *le procureur … le procureur de la République*
            return source
        if phrase.head == "ministre" and source in cast.recent[-1:] and source.heads >= _SPOKESMAN_OF_ALL:
            # *le porte-parole du gouvernement X … le ministre de la Communication*
            return source
        heard_last = source in cast.recent[-2:] and not phrase.codes and not (nouns - source.heads) & _RANKED_FIRST
        if plain and phrase.head in source.heads and (set(phrase.codes) & set(source.codes) or heard_last):
            # *le porte-parole militaire burundais* after *le porte-parole de l'armée burundaise*, *le chef libéral*
            # after *le chef de l'opposition*
            return source
        if office and source.role and is_same_office(office, source.office):
            return source
    if phrase.head in _DECIDED_ABOUT and phrase.determiner == "definite" and not phrase.plural:
        last = next((s for s in reversed(cast.recent) if s.kind != "institution"), None)
        if last is not None and last.kind == "anonymous" and not last.plural and last.heads & _ANYBODY:
            # *a raconté un homme de 32 ans … le suspect a ajouté*
            return last
    if phrase.determiner == "definite" and (minister := _bare_minister(cast, phrase, nouns)) is not None:
        return minister
    if phrase.determiner == "definite" and plain and (described := _kindred(cast, phrase)) is not None:
        return described
    if (mistress := _woman_in_office(cast, phrase, nouns)) is not None:
        return mistress
    if phrase.determiner == "definite":
        told = _described(cast, phrase, content, nouns, position) or _leader(cast, phrase, office)
        told = told or _only_speaker(cast, phrase, content)
        if told is not None:
            return told
    if phrase.anaphoric or (phrase.head in _POINTS_BACK and phrase.determiner == "demonstrative"):
        spoken = next((s for s in reversed(cast.recent) if s.kind != "institution" and not s.plural), None)
        people = (t.who for t in reversed(cast.prior) if isinstance(t.who, Source) and t.who.kind == "person")
        return spoken or next(
            (s for s in people if not (phrase.gender and s.gender and phrase.gender != s.gender)), None
        )
    return None


def _last_speaker(cast: Cast, phrase: Phrase) -> Source | None:
    """*selon l'intervenant*, *notre interlocutrice indique*: whoever spoke last."""
    last = cast.recent[-1] if cast.recent else None
    if last is None or phrase.head not in _WHO_SPEAKS or phrase.determiner == "indefinite" or " " in phrase.text:
        return None
    apart = last.plural != phrase.plural or (last.gender and phrase.gender and last.gender != phrase.gender)
    return None if last.kind == "institution" or apart else last


def _inhabitant(cast: Cast, phrase: Phrase) -> Source | None:
    """*Paul Durand, chef de l'armée, … répond le Zurichois*: anybody may be told by where they come from."""
    if phrase.sorts != {"person"} or not phrase.text[:1].isupper() or phrase.codes or phrase.determiner != "definite":
        return None
    told = (t.who for t in reversed(cast.prior[-_JUST_TOLD:]) if isinstance(t.who, Source) and t.who.kind == "person")
    return next((who for who in told if who.named and not (who.gender and who.gender != phrase.gender)), None)


def _bare_minister(cast: Cast, phrase: Phrase, nouns: set[str]) -> Source | None:
    """*le ministre X … le ministre de la Défense*: the portfolio told after the name."""
    last = cast.recent[-1] if cast.recent else None
    if phrase.head != "ministre" or last is None or last.office != "minister" or (nouns - last.heads) & _RANKED_FIRST:
        return None
    apart = phrase.codes and last.codes and not set(phrase.codes) & set(last.codes)
    return None if apart or any(nouns <= s.heads for s in cast.sources if s is not last) else last


def _heads_body(phrase: Phrase, source: Source) -> bool:
    """Whether a person holds an office of a body told by any noun: *le président du parti*."""
    found = _ANY_BODY.fullmatch(fold(phrase.text)) if phrase.determiner == "definite" else None
    if found is None or "office" not in phrase.sorts or not source.role:
        return False
    return _PARTY.search(source.role) is not None and content_words(found["office"]) <= source.heads


def _spelled_out(phrase: Phrase, role: str) -> set[str]:
    """The acronyms of a phrase that an office spells out, folded."""
    return {fold(word) for word in re.findall(r"[A-Z]{3,}", phrase.text) if spelled_in(word, role)}


def _leader(cast: Cast, phrase: Phrase, office: str | None) -> Source | None:
    """*« A », a dit Obama … le président américain*: a leader whose office the article takes for known."""
    if office not in ("head_of_state", "head_of_government") or not phrase.codes:
        return None
    leaders = officials().leaders
    known = [
        s
        for s in _persons_by_nearness(cast)
        if s.named and s.last and leaders.get(s.last.capitalize()) == phrase.codes[0] and not s.official
    ]
    return known[0] if len(known) == 1 else None


def _only_speaker(cast: Cast, phrase: Phrase, content: set[str]) -> Source | None:
    """*Anne Martin assure que … « A », dit X. La ministre du Travail assure*: the only one without an office yet."""
    if phrase.head in _ABOUT_OTHERS or len(content) < 2 or "office" not in phrase.sorts or phrase.plural:
        return None
    if cast.words.folded[cast.words.token_at(phrase.lead)] in _POSSESSIVE:
        return None
    heard = [s for s in cast.recent if s.kind == "person" and s.named and not s.official]
    heard = [s for s in heard if not holds_no_civil_office(s, phrase)]
    fits = [s for s in heard if not (phrase.gender and s.gender and phrase.gender != s.gender)]
    apart = len(fits) != 1 or (phrase.codes and fits[0].codes and not set(phrase.codes) & set(fits[0].codes))
    return None if apart else fits[0]


def _kindred(cast: Cast, phrase: Phrase) -> Source | None:
    """*une source religieuse … le religieux*: the source that the adjective describes."""
    for source in reversed(cast.recent[-3:]):
        kindred = any(len(w) > 5 and w[:6] == phrase.head[:6] for w in source.heads)
        if kindred and source.kind == "anonymous" and "source" in source.heads and not source.plural:
            return source
    return None


def _woman_in_office(cast: Cast, phrase: Phrase, nouns: set[str]) -> Source | None:
    """*Anne Martin, secrétaire d'Etat américain … le secrétaire d'Etat*: her office is told in the masculine."""
    if phrase.gender != "m" or "office" not in phrase.sorts or phrase.determiner != "definite":
        return None
    allied = (
        s for s in _persons_by_nearness(cast) if not phrase.codes or not s.codes or set(phrase.codes) & set(s.codes)
    )
    return next((s for s in allied if s.gender == "f" and s.role and nouns <= s.heads), None)


def _persons_by_nearness(cast: Cast) -> list[Source]:
    order: list[Source] = []
    for topic in reversed(cast.prior[-MEMORY:]):
        if isinstance(topic.who, Source) and topic.who.kind == "person" and topic.who not in order:
            order.append(topic.who)
    return order + [s for s in cast.sources if s.kind == "person" and s not in order and s.speaks]


def _is_told(cast: Cast, position: int) -> bool:
    """Whether somebody told of at a position is told of in what another says."""
    k = bisect_left(cast.told, (position + 1, 0)) - 1
    return k >= 0 and position < cast.told[k][1]


def _described(cast: Cast, phrase: Phrase, content: set[str], nouns: set[str], position: int) -> Source | Phrase | None:
    """*le candidat*, *le ministre de l'Economie*: first told of one whose office is not known yet."""
    if (wider := _wider(cast, phrase)) is not None:
        return wider
    if cast.words.folded[cast.words.token_at(phrase.lead)] in _POSSESSIVE:
        # *selon sa fille*: somebody else's
        return None
    for source in reversed(cast.recent):
        # *un porte-parole de l'armée … le porte-parole*
        if source.kind == "anonymous" and not source.plural and nouns and nouns <= source.heads:
            return source
    for topic in reversed(cast.prior[-MEMORY:]):
        if topic.position >= min(position, phrase.start):
            # only what stands before: each of two offices would lead to the other, and the subject to itself
            continue
        if isinstance(topic.who, Source) and not topic.who.speaks and _is_told(cast, topic.position):
            # *X a dit que Y a gagné. Le secrétaire du parti …*
            continue
        if topic.subject and phrase.head not in _ABOUT_OTHERS and may_be_described(topic.who, phrase):
            return topic.who
        if topic.subject and topic.who.kind == "person" and len(content) > 1:
            break
    last = next((s for s in reversed(cast.recent) if s.kind == "person"), None)
    if phrase.head in _ABOUT_OTHERS and "office" in phrase.sorts:
        return None
    return last if last is not None and may_be_described(last, phrase) else None


def is_plain(phrase: Phrase) -> bool:
    """Whether an office is told by adjectives alone: they describe it, where a complement would name another."""
    return phrase.determiner == "definite" and not _COMPLEMENT.search(fold(phrase.text))


def _wider(cast: Cast, phrase: Phrase) -> Source | None:
    """*l'officier*, *le magistrat*, *l'élu*: the last person heard whose office the noun covers."""
    narrow = _WIDER.get(phrase.head)
    if narrow is None or phrase.determiner != "definite" or phrase.plural:
        return None
    # *le PDG d'Air Sud … le patron d'Air Sud*
    body = set() if is_plain(phrase) else content_words(phrase.text) - {phrase.head}
    told = [t.who for t in cast.prior[-_JUST_TOLD:] if isinstance(t.who, Source) and t.who not in cast.recent]
    for source in reversed([*told, *cast.recent]):
        if source.kind == "person" and source.heads & narrow and body <= source.heads:
            # a French officer may serve the EU: only another state tells two officers apart
            states = set(source.codes) - cast.words.organisations
            apart = phrase.codes and states and not set(phrase.codes) & states
            if not apart and not (phrase.gender and source.gender and phrase.gender != source.gender):
                return source
    return None
