"""A capital without a preposition: what it does, or what is done to it: *Washington a insisté*, *Kaboul est tombée*."""

from natoextract.components.actors.capital_prepositions import AND, beside_party
from natoextract.components.actors.city_verbs import acts
from natoextract.components.actors.gazetteer import look_up
from natoextract.components.actors.lexicon import capital_code, key_of
from natoextract.components.actors.metonymy import metonymy
from natoextract.components.actors.page import Page
from natoextract.grammar import SUBJECTS, lemma

_CLITICS = frozenset({"ne", "n", "se", "s", "y", "lui", "l", "le", "la", "les", "leur", "en", "nous"})
_POSSESSIVES = frozenset({"sa", "son", "ses", "leur", "leurs"})
#: How far an aside may reach.
_ASIDE = 25
# adverbs between subject and verb: *Moscou a*, *Paris n'a*, *Washington également accuse*
_ADVERBS = frozenset(
    {"aussi", "egalement", "pourtant", "toutefois", "desormais", "lui", "meme", "elle", "non", "plus", "ainsi"}
)


def by_verb(page: Page, first: int, last: int, head: int) -> bool:
    """Whether the verb of capitals (words `first` to `last`, the last from `head` on) makes them governments."""
    after = page.gap(last)
    bracketed = page.gap(first).endswith("(") and after.lstrip().startswith(")")
    if after.lstrip().startswith((":", "(", "|", "–", "—")) or bracketed:
        return False
    if beside_party(page, last):
        # *Colombo et les rebelles s'accusent*
        return True
    if _beside_city(page, first):
        return False
    # *Londres, qui avait promis des chars, hésite*
    verb = last + 1 if page.form(last) == "qui" and after == ", " else last
    told = _followedby_verb(page, verb)
    if told is None or (verb > last and not told):
        # *Niamey, qui accueille des soldats, a dénoncé l'accord*: the verb of the sentence is surer
        told = _behind_aside(page, last) if told is None else _behind_aside(page, last) or told
    if told is not None:
        return told
    if _in_relative(page, first, last) or _heads_title(page, first, last):
        return True
    if _before_figure(page, first, last):
        # *Paris enverra 500 soldats, Berlin 300*
        return True
    if page.next(last) in ("aussi", "egalement"):
        return True  # *Washington aussi*: the verb of the clause before
    if first > 0 and page.gap(first) == " ":
        previous = page.token(first - 1)
        if page.form(first - 1) == "garde" and page.form(first - 2) == "en":
            return True  # *mettre en garde Washington*: a verb of three words
        if previous.pos_ in ("VERB", "AUX"):
            if f"{page.next(last)} {page.form(last + 1)}" in metonymy("idioms"):
                return True
            return key_of(lemma(previous)) not in metonymy("city_objects")
    token = page.token(head)
    if token.dep_ in SUBJECTS and token.head.pos_ in ("VERB", "AUX", "ADJ"):
        return acts(token.head)
    if page.opens_sentence(first):
        # *Washington prêt à discuter*: a title without its verb; *Kaboul, 3 mars* is the head of a dispatch
        return after == " " and page.token(last).pos_ in ("ADJ", "VERB")
    return token.dep_ in ("obj", "iobj") and key_of(lemma(token.head)) not in metonymy("city_objects")


def _beside_city(page: Page, first: int) -> bool:
    """*les bases de Faya, Abéché et N'Djamena seront fermées*: a city that is no capital stands before it."""
    city = first - 2 if page.previous(first) in AND and page.source(first - 1) != "où" else first - 1
    if city < 1 or not page.capitalised(city) or (city == first - 1 and page.gap(first) != ", "):
        return False
    known = look_up(page.form(city))
    listed = page.previous(city) in AND or page.gap(city) == ", " or page.previous(city) in ("de", "d", "a", "entre")
    return listed and bool(known) and known[0].major and capital_code(page.source(city)) is None


def _behind_aside(page: Page, last: int) -> bool | None:
    """*Alger, rappelle-t-il, a fermé*; *Tokyo, dont 600 sapeurs …, hésite*: what the verb behind an aside says."""
    if page.gap(last) != ", ":
        return None
    for index in range(last + 1, min(last + _ASIDE, len(page))):
        gap = page.gap(index)
        if gap == ", ":
            return _followedby_verb(page, index, behind=True)
        if gap[:1] in (".", ";", ":", "\n") and gap != ".":
            # *1.500* is one number
            return None
    return None


def _in_relative(page: Page, first: int, last: int) -> bool:
    """*ce que Kigali dément*: one word, and the clause is over: a verb, whatever the model says of it."""
    told = page.form(first - 1) in ("que", "qu") and page.form(first - 2) == "ce" and page.gap(first) in (" ", "'")
    return told and page.gap(last) == " " and (last + 1 >= len(page) or page.gap(last + 1)[:1] in ",.;")


def _heads_title(page: Page, first: int, last: int) -> bool:
    """*Berlin programme sa sortie*: a verb that the model takes for a noun, as its object shows."""
    if not page.opens_sentence(first) or page.gap(last) != " " or last + 1 >= len(page) or page.gap(last + 1) != " ":
        return False
    word, object_ = page.token(last), page.form(last + 1)
    return word.is_lower and word.pos_ == "NOUN" and page.form(last) not in _CLITICS and object_ in _POSSESSIVES


def _before_figure(page: Page, first: int, last: int) -> bool:
    """Whether a capital in a list of clauses has a number for all its predicate: *, Berlin 300 et Rome 200*."""
    joined = page.gap(first) == ", " or (page.previous(first) in AND and page.gap(first) == " ")
    if not joined or page.gap(last) != " " or last + 1 > len(page) or page.opens_sentence(first):
        return False
    closed = last + 1 >= len(page) or page.gap(last + 1)[:1] in ",.;" or page.form(last + 1) in AND
    return page.form(last).replace(".", "").isdigit() and closed


def _followedby_verb(page: Page, last: int, *, behind: bool = False) -> bool | None:
    """What the finite verb directly after a capital says: *Washington a insisté*; None where no verb follows."""
    index = last
    while (
        index < len(page)
        and index - last < 3
        and page.gap(index) in ((" ", "'", "' ", ", ") if behind and index == last else (" ", "'", "' "))
        and page.form(index) in _CLITICS | _ADVERBS
    ):
        index += 1
    if index >= len(page) or page.gap(index) not in ((" ", "'", "' ", ", ") if behind else (" ", "'", "' ")):
        return None
    token = page.token(index)
    # the model takes *compte* for a noun
    if (token.pos_ not in ("VERB", "AUX") and token.lower_ != "compte") or "Inf" in token.morph.get("VerbForm", []):
        return None
    return acts(token)
