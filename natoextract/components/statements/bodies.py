"""Which body a phrase leads back to: *le ministère*, *la BNS* after *la Banque nationale (BNS)*, *le groupe*."""

import re
from bisect import bisect_left

from natoextract.agencies import agency_names
from natoextract.components.statements.cast import MEMORY, Cast
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.sources import Source, code_words
from natoextract.components.statements.vocabulary import institution_names, nouns, phrase_words
from natoextract.text import fold

_SMALL = phrase_words("small")
_PARTS = re.compile(r"\w+")
#: Nouns for any body that was named before: *le groupe*, *l'organisation*.
_GENERIC = phrase_words("any_body")
#: *l'agence* may be any body.
_PRESS = phrase_words("press") - {"agence"}
#: What an agency may be called.
_WIRES = frozenset({"agence", "média"})
_AGENCIES = agency_names()
_SORTS_OF_PAPER = phrase_words("sorts_of_paper")
#: Parts of any body: *la direction* need not be that of the body told before.
_RELATIONAL = phrase_words("parts_of_bodies")
_OWNER = re.compile(r"[a-zà-ÿ-]+ (?:de |d')([A-ZÀ-Þ][\w' -]+)")
_POINTING = ("definite", "demonstrative")
_GOVERNMENT = phrase_words("government")


def earlier_body(cast: Cast, phrase: Phrase, text: str, content: set[str]) -> Source | Phrase | None:
    """The institution that a phrase leads back to: its source, or the phrase that named it."""
    acronyms = cast.words.acronyms
    text = fold(acronyms[text].name) if text in acronyms else text
    known = list(reversed(cast.by_recency("institution")))
    states = code_words(cast.words, phrase)
    if (paper := _paper(cast, phrase, known)) is not None:
        return paper
    if (organisation := _organisation(cast, phrase, known)) is not None:
        return organisation
    same = fold(phrase.text).startswith(("meme ", "memes "))
    for source in known:
        if same and source.speaks and (content - {"meme", "memes"}) & source.heads:
            # *les services de la présidence … les mêmes services*
            return source
        name = fold(source.name)
        if name == text or (name in acronyms and fold(acronyms[name].name) == text):
            return source
        if any(word in acronyms and fold(acronyms[word].name) == text for word in source.heads):
            # *l'agence onusienne OCHA … le Bureau de coordination (OCHA)*
            return source
        if _spells(phrase.text, source.name) or _spells(source.name, phrase.text):
            return source
        if phrase.codes and source.codes and not set(phrase.codes) & set(source.codes):
            continue
        if phrase.codes and not source.codes and " de " in name:
            # *le gouvernement de Paul Durand* need not be *le gouvernement canadien*
            continue
        if phrase.codes and phrase.start in cast.words.capitals and source.heads & _GOVERNMENT and source.codes:
            return source
        if source.plural and not phrase.plural and phrase.head not in fold(source.name):
            # *les ministères … le ministère*
            continue
        if phrase.head in source.heads and content - states <= source.heads and phrase.determiner != "indefinite":
            return source
        if (not phrase.sorts and content and content <= source.heads) or (phrase.sorts and text.endswith(f" {name}")):
            source.heads |= content
            return source
    lower = phrase.text.islower() or phrase.text == "ONG"
    plain = lower and not phrase.plural and not phrase.codes and not re.search(r"\bd(?:e|u|es)\b|d'", text)
    if phrase.determiner == "definite" and plain and phrase.head in _GENERIC:
        heard = next((s for s in known if s.speaks), None)
        if heard is not None and " " in phrase.text and _body_between(cast, heard, phrase.start):
            # *la BCE … La banque centrale*, whoever spoke before
            return None
        return heard or _body_before(cast, phrase.start, phrase)
    return _of_its_seat(cast, phrase) or _told_in_full(cast, phrase)


def _organisation(cast: Cast, phrase: Phrase, known: list[Source]) -> Source | None:
    """*l'ONU … les Nations unies*: one organisation by two names."""
    bodies = cast.words.body_spans
    if not phrase.codes or (phrase.start, phrase.end) not in bodies:
        return None
    return next((s for s in known if s.codes[:1] == phrase.codes[:1] and not bodies.isdisjoint(s.mentions)), None)


def _of_its_seat(cast: Cast, phrase: Phrase) -> Source | None:
    """*Volkswagen … le groupe de Wolfsburg*: the body heard last, by its seat or its leader."""
    last = cast.recent[-1] if cast.recent else None
    if last is None or last.kind != "institution" or last.plural or phrase.determiner != "definite" or phrase.plural:
        return None
    if phrase.head not in _GENERIC or phrase.head in last.heads or phrase.codes or last.name.islower():
        return None
    owner = _OWNER.fullmatch(phrase.text)
    if owner is None:
        return None
    start = phrase.start + owner.start(1)
    return last if start in cast.words.places or start in cast.words.name_starts else None


def _told_in_full(cast: Cast, phrase: Phrase) -> Phrase | None:
    """*la préfecture de police a compté … selon la préfecture*: the one longer phrase that a sentence was about."""
    if phrase.determiner != "definite" or "institution" not in phrase.sorts or " " in phrase.text:
        return None
    if phrase.head in _RELATIONAL:
        return None
    told: dict[str, Phrase] = {}
    for topic in cast.prior[-MEMORY:]:
        who = topic.who
        if isinstance(who, Phrase) and who.kind == "institution" and who.head == phrase.head and " " in who.text:
            told.setdefault(fold(who.text), who)
    return next(iter(told.values())) if len(told) == 1 else None


def _spells(letters: str, name: str) -> bool:
    """*MAE* for *ministère des Affaires étrangères*: the initials of all its words but the small ones."""
    if not letters.isupper() or len(letters) < 3:
        return False
    words = [w for w in _PARTS.findall(fold(name)) if w not in _SMALL]
    return len(words) > 2 and "".join(w[0] for w in words) == fold(letters)


def _paper(cast: Cast, phrase: Phrase, known: list[Source]) -> Source | Phrase | None:
    """*Le Temps a révélé que … Le quotidien précise*: the body named or heard last, if its name may be a paper's."""
    if phrase.head not in _PRESS or phrase.determiner not in _POINTING or phrase.plural or not phrase.text.islower():
        return None
    heard = next((s for s in known if s.speaks), None)
    last = max((end for start, end in heard.mentions if start < phrase.start), default=0) if heard else 0
    if (told := _paper_told_of(cast, phrase.head, last)) is not None:
        return told
    papers = institution_names()
    wire = phrase.head in _WIRES
    since = [n for n in cast.words.names if last <= n.start < phrase.start and n.body and fold(n.text) in papers]
    since = [n for n in since if wire or n.text not in _AGENCIES]
    if since:
        # *C'est Le Temps qui l'a révélé. Le quotidien ajoute …*
        return read_phrase(cast.words, cast.words.token_over(since[-1].start))
    if heard is None or (not wire and not _AGENCIES.isdisjoint(heard.name.split())):
        # *a annoncé l'AFP … selon la télévision publique*
        return None
    # a state or a ministry is no paper
    named = heard.name[:1].isupper() and not heard.heads & nouns().keys() and fold(heard.name) not in _states(cast)
    return heard if named or heard.heads & _PRESS else None


def _paper_told_of(cast: Cast, noun: str, last: int) -> Phrase | None:
    """*La télévision nationale Télé Sud a annoncé la mort de X. La chaîne publique …*: a paper that is a subject."""
    for topic in reversed(cast.prior):
        who = topic.who
        if topic.position < last:
            return None
        if not isinstance(who, Phrase) or who.head not in _PRESS or who.plural or who.text.islower():
            continue
        # *L'hebdomadaire X a répondu. Le quotidien …*: one sort of paper is not another
        if who.head == noun or not {who.head, noun} <= _SORTS_OF_PAPER:
            return who
    return None


def _states(cast: Cast) -> set[str]:
    return {cast.words.folded_text[start:end] for start, end, _ in cast.words.codes}


def _body_between(cast: Cast, heard: Source, offset: int) -> bool:
    """Whether another organisation is named between a speaker's last mention and an offset."""
    last = max((end for start, end in heard.mentions if start < offset), default=0)
    known, names = institution_names(), cast.words.names
    others = (n.start for n in names if n.body and fold(n.text) in known and fold(n.text) != fold(heard.name))
    return any(last <= start < offset for start in (*others, *(start for start, _ in cast.words.bodies)))


def _body_before(cast: Cast, offset: int, phrase: Phrase) -> Phrase | None:
    """The organisation or mission named last before an offset: *la Minuad … l'organisation*.

    What an adjective tells apart (*l'Union européenne … la mission européenne*) only an explained name may be.
    """
    k = -1 if " " in phrase.text else bisect_left(cast.words.bodies, (offset, 0)) - 1
    explained = max((start for start in cast.words.explained if start < offset), default=-1)
    start = max(explained, cast.words.bodies[k][0] if k >= 0 else -1)
    if start < 0:
        return None
    found = read_phrase(cast.words, cast.words.token_over(start))
    return found if found is not None and found.kind == "institution" else None
