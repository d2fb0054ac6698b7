"""One person under two headings: an office told first, and the name that is told to hold it."""

from natoextract.components.statements.cast import Cast
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.sources import Source, content_words
from natoextract.components.statements.vocabulary import nouns, phrase_words

_SPOKESMEN = phrase_words("spokesmen")
#: Offices of which an article seldom tells two.
_SINGLE_OFFICES = phrase_words("single_offices")
#: Offices that a bearer of a rank may hold.
_COMMANDS = phrase_words("commands")


def is_rank(role: str | None) -> bool:
    """*amiral*, *général de brigade*: a rank says nothing of the office."""
    words = content_words(role or "")
    named = [noun for word in words if (noun := nouns().get(word)) is not None]
    return any(_is_rank_word(word) for word in words) and not any(n.sorts == {"office"} for n in named)


def _is_rank_word(word: str) -> bool:
    noun = nouns().get(word)
    return noun is not None and "rank" in noun.sorts


def absorb(cast: Cast, holder: Source, phrase: Phrase) -> None:
    """*a annoncé le chef du contingent … a dit le général X*: the office told first is X's, if X comes after it."""
    last = cast.recent[-1] if cast.recent else None
    first = last is not None and len(cast.recent) == 1 and last.kind == "anonymous" and not last.plural
    if last is None or (last.kind != "person" and not first) or last.named or holder.speaks or not holder.mentions:
        return
    if last.gender and holder.gender and last.gender != holder.gender:
        return
    if min(holder.mentions) < min(last.mentions):
        return
    if first and not _is_spokesman(holder, phrase, last):
        return
    if not first and (holder.role or phrase.role) and not _may_hold(holder, phrase, last):
        return
    last.is_ = holder
    holder.mentions |= last.mentions
    holder.heads |= last.heads
    if holder.role is None or is_rank(holder.role):
        holder.role = last.role
    holder.codes += [c for c in last.codes if c not in holder.codes]
    cast.recent[-1] = holder


def _is_spokesman(holder: Source, phrase: Phrase, office: Source) -> bool:
    """*selon un porte-parole de Kiev … a dit X, porte-parole du ministère*: the first to speak, named next."""
    if holder.codes and office.codes and not set(holder.codes) & set(office.codes):
        return False
    return bool(content_words(phrase.role or "") & office.heads & _SPOKESMEN)


def name_later(cast: Cast, office: Source) -> None:
    """*selon son avocat … L'avocat, José Durand*: the only one of the article that is told to hold an office."""
    if len(office.heads) < 2 and not office.heads & _SINGLE_OFFICES:
        return
    first = min(office.mentions, default=(0, 0))
    holders = [
        s for s in cast.sources if s.named and s.kind == "person" and s.role and office.heads <= s.heads and s.mentions
    ]
    if len(holders) != 1 or min(holders[0].mentions) < first:
        return
    holder = holders[0]
    apart = holder.codes and office.codes and not set(holder.codes) & set(office.codes)
    if apart or (holder.gender and office.gender and holder.gender != office.gender):
        return
    office.is_ = holder
    holder.mentions |= office.mentions


def _may_hold(holder: Source, phrase: Phrase, office: Source) -> bool:
    """*le gouverneur de la région … le gouverneur et lieutenant-colonel X*: one office, of no other state."""
    if holder.codes and office.codes and not set(holder.codes) & set(office.codes):
        return False
    told = {w for w in content_words(phrase.role or holder.role or "") if not _is_rank_word(w)}
    if not told:
        # *le commandant de la force … le général X*
        return bool(office.heads & _COMMANDS)
    return bool(told & nouns().keys() & office.heads) and (told <= office.heads or office.heads <= told)
