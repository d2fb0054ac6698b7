"""Whether a capital stands for its government or for the city: *Washington a insisté*, *arrivé à Washington*."""

from dataclasses import dataclass

from natoextract.agencies import agencies
from natoextract.components.actors.city_verbs import acts
from natoextract.components.actors.datelines import in_dateline
from natoextract.components.actors.gazetteer import look_up
from natoextract.components.actors.lexicon import capital_code, codes_of, key_of
from natoextract.components.actors.metonymy import metonymy
from natoextract.components.actors.page import Page
from natoextract.grammar import SUBJECTS, lemma


@dataclass(frozen=True, slots=True)
class CapitalCity:
    """A capital, words `first` to `last` (exclusive) of its page."""

    first: int
    last: int
    code: str


#: Words of sport that make an article one about it.
_SPORT = 3

_AND = frozenset({"et", "ou", "ni"})
_LOCATIVES = frozenset({"dans", "vers", "depuis", "sur", "via", "sous", "chez"})
_DEALING = frozenset({"sans", "avec", "selon", "envers", "sauf", "excepte"})
_CLITICS = frozenset({"ne", "n", "se", "s", "y", "lui", "l", "le", "la", "les", "leur", "en", "nous"})
# adverbs between subject and verb: *Moscou a*, *Paris n'a*, *Washington également accuse*
_ADVERBS = frozenset(
    {"aussi", "egalement", "pourtant", "toutefois", "desormais", "lui", "meme", "elle", "non", "plus", "ainsi"}
)


def is_sport(page: Page) -> bool:
    """Whether an article tells of a match: *Paris reste sur trois victoires* is then no government."""
    return len(page.forms & metonymy("sports")) >= _SPORT


def governments(page: Page, cities: list[CapitalCity]) -> set[CapitalCity]:
    """The capitals of a page that stand for their governments; those side by side stand for the same kind of thing."""
    return {city for group in _groups(page, cities) if _is_government(page, group) for city in group}


def _groups(page: Page, cities: list[CapitalCity]) -> list[list[CapitalCity]]:
    """Capitals in one enumeration: *Paris, Londres et Berlin*, *Berlin-Varsovie*."""
    groups: list[list[CapitalCity]] = []
    for city in cities:
        if groups and _joined(page, groups[-1][-1], city):
            groups[-1].append(city)
        else:
            groups.append([city])
    # a comma alone joins only before *et*: *A Bruxelles, Washington a plaidé* are two
    split: list[list[CapitalCity]] = []
    for group in groups:
        closed = len(group) > 2 or page.gap(group[-1].first) != ", "
        split += [group] if closed else [[city] for city in group]
    return split


def _joined(page: Page, left: CapitalCity, right: CapitalCity) -> bool:
    between = right.first - left.last
    if between == 0:
        return page.gap(right.first) in ("-", ", ", " - ", "/")
    return between == 1 and page.form(left.last) in _AND and page.gap(left.last) in (" ", ", ")


def _is_government(page: Page, group: list[CapitalCity]) -> bool:
    first, last = group[0].first, group[-1].last
    paired = len(group) > 1 and page.gap(group[1].first) in ("-", "/", " - ")
    before = page.previous(first)
    if in_dateline(page, first):
        return False
    if paired and before in metonymy("pairings"):
        return True
    if page.gap(first) == "-" and before in ("pro", "anti"):
        return True
    if before in metonymy("ways") or _way_before(page, first) or before in ("ville", "l") or _is_apposed(page, first):
        return False
    by_preposition = _by_preposition(page, first, last, before)
    if by_preposition is not None:
        return by_preposition
    if paired:
        # *Moscou-Washington : la guerre des mots*
        return page.opens_sentence(first) and last < len(page) and page.gap(last).strip() == ":"
    return _by_verb(page, group)


def _is_apposed(page: Page, first: int) -> bool:
    """*la capitale éthiopienne Addis-Abeba*, *la capitale, Juba*."""
    return page.gap(first) in (" ", ", ") and "capitale" in (page.form(first - 1), page.form(first - 2))


def _way_before(page: Page, first: int) -> bool:
    """*le vol Paris-Rome*, *la route entre Kaboul et …*: a noun of a way in the four words before."""
    for index in range(first - 1, max(-1, first - 4), -1):
        if any(mark in page.gap(index + 1) for mark in ".;:,\n"):
            return False
        if page.form(index) in metonymy("ways"):
            return page.form(first - 1) in ("entre", "de", "a", "avec") or index == first - 1
    return False


def _by_preposition(page: Page, first: int, last: int, before: str) -> bool | None:
    """What the preposition before a capital says of it; None where there is none."""
    if before in _DEALING:
        return True
    if before in _LOCATIVES:
        return False
    if before == "entre":
        # *entre Paris et Bamako*; *un accord entre Bamako et la société russe*; *entre Colombo et les rebelles*
        return last - first > 1 or _near(page, first - 1, "pairings", 4) or _beside_party(page, last)
    if before == "pour":
        # *Pour Washington, …* gives an opinion; *parti pour Washington* a destination
        opening = page.form(first - 2) in ("mais", "car", "or") or page.opens_sentence(first - 1)
        if opening and page.gap(last).startswith(","):
            return True
        # *avantageux pour Bakou*, *une défaite pour Kiev*
        return page.form(first - 2) in metonymy("stakes") and page.gap(first - 1) == " "
    if before == "contre":
        return not _near(page, first - 1, "attacks", 4)
    if before == "par":
        return not _near(page, first - 1, "passages", 2)
    if before in ("a", "au") and page.source(first - 1) != "a":
        return _dative(page, first - 1)
    if before in ("de", "d", "du"):
        return _genitive(page, first - 1)
    return None


def _beside_party(page: Page, last: int) -> bool:
    """*Colombo et les LTTE*, *Bujumbura et trois des quatre mouvements rebelles*: a party stands beside the capital."""
    if page.next(last) not in _AND:
        return False
    for index in range(last + 1, min(last + 6, len(page))):
        if page.gap(index) not in (" ", "'", "' "):
            return False
        word = page.form(index)
        if word in metonymy("parties") or (len(word) > 2 and page.in_capitals(index)):
            return True
        if page.token(index).pos_ not in ("DET", "ADP", "NUM", "ADJ", "PRON"):
            return False
    return False


def _beside_city(page: Page, first: int) -> bool:
    """*les bases de Faya, Abéché et N'Djamena seront fermées*: a city that is no capital stands before it."""
    city = first - 2 if page.previous(first) in _AND and page.source(first - 1) != "où" else first - 1
    if city < 1 or not page.capitalised(city) or (city == first - 1 and page.gap(first) != ", "):
        return False
    known = look_up(page.form(city))
    listed = page.previous(city) in _AND or page.gap(city) == ", " or page.previous(city) in ("de", "d", "a", "entre")
    return listed and bool(known) and known[0].major and capital_code(page.source(city)) is None


def _near(page: Page, index: int, group: str, reach: int) -> bool:
    """Whether a word of a group stands among the words before `index`, in the same clause."""
    for i in range(index - 1, max(-1, index - 1 - reach), -1):
        if any(mark in page.gap(i + 1) for mark in ".;:,\n"):
            return False
        if page.form(i) in metonymy(group):
            return True
    return False


def _dative(page: Page, preposition: int) -> bool:
    """*demander à Moscou*, *un message adressé par l'Otan à Moscou*: what the verb or noun before *à* wants."""
    nearest = page.form(preposition - 1)
    if nearest in metonymy("happenings") or nearest in agencies():
        # *a déclaré à l'AFP à Moroni*
        return False
    if nearest in metonymy("datives") and page.gap(preposition) == " ":
        return True
    # the verb may stand before its agent or object: *adressé par l'Otan à Moscou*, *livrer des armes à Kiev*
    return _near_verb(page, preposition)


def _near_verb(page: Page, preposition: int) -> bool:
    for i in range(preposition - 2, max(-1, preposition - 7), -1):
        if any(mark in page.gap(i + 1) for mark in '.;:,\n"«»()'):
            return False
        if page.form(i) in metonymy("happenings"):
            return False
        if page.form(i) in metonymy("datives") and page.token(i).pos_ in ("VERB", "AUX"):
            return True
    return False


def _genitive(page: Page, preposition: int) -> bool:
    """*le régime de Damas*, *près de Damas*: the noun before *de*, over its adjectives."""
    if page.gap(preposition) not in (" ", "  "):
        return False
    for index in range(preposition - 1, max(-1, preposition - 4), -1):
        word = page.form(index)
        if word in ("proche", "proches"):
            return page.previous(index) not in metonymy("site_nouns") and page.form(index - 1) != "plus"
        if word in metonymy("troops"):
            return not _owned_by_others(page, index, preposition) and not _near(page, index, "moves", 6)
        if word in metonymy("government_nouns"):
            return True
        if word in metonymy("sources"):
            return index == preposition - 1
        if page.gap(index) not in (" ", "-"):
            return False
        if page.token(index).pos_ not in ("ADJ", "ADV") and word not in metonymy("qualifiers"):
            return False
    return False


def _owned_by_others(page: Page, noun: int, preposition: int) -> bool:
    """*les soldats européens de Kinshasa*: an adjective says whose the troops are, the capital where."""
    between = (page.form(index) for index in range(noun + 1, preposition))
    return any(word.startswith("europeen") or codes_of(word) for word in between)


def _by_verb(page: Page, group: list[CapitalCity]) -> bool:
    """A capital without a preposition: what it does, or what is done to it."""
    first, last = group[0].first, group[-1].last
    after = page.gap(last)
    bracketed = page.gap(first).endswith("(") and after.lstrip().startswith(")")
    if after.lstrip().startswith((":", "(", "|", "–", "—")) or bracketed:
        return False
    if _beside_party(page, last):
        # *Colombo et les rebelles s'accusent*
        return True
    if _beside_city(page, first):
        return False
    # *Londres, qui avait promis des chars, hésite*
    verb = last + 1 if page.form(last) == "qui" and after == ", " else last
    if (told := _followed_by_verb(page, verb)) is not None:
        return told
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
    token = page.token(group[-1].first)
    if token.dep_ in SUBJECTS and token.head.pos_ in ("VERB", "AUX", "ADJ"):
        return acts(token.head)
    if page.opens_sentence(first):
        # *Washington prêt à discuter*: a title without its verb; *Kaboul, 3 mars* is the head of a dispatch
        return after == " " and page.token(last).pos_ in ("ADJ", "VERB")
    return token.dep_ in ("obj", "iobj") and key_of(lemma(token.head)) not in metonymy("city_objects")


def _before_figure(page: Page, first: int, last: int) -> bool:
    """Whether a capital in a list of clauses has a number for all its predicate: *, Berlin 300 et Rome 200*."""
    joined = page.gap(first) == ", " or (page.previous(first) in _AND and page.gap(first) == " ")
    if not joined or page.gap(last) != " " or last + 1 > len(page) or page.opens_sentence(first):
        return False
    closed = last + 1 >= len(page) or page.gap(last + 1)[:1] in ",.;" or page.form(last + 1) in _AND
    return page.form(last).replace(".", "").isdigit() and closed


def _followed_by_verb(page: Page, last: int) -> bool | None:
    """What the finite verb directly after a capital says: *Washington a insisté*; None where no verb follows."""
    index = last
    while (
        index < len(page)
        and index - last < 3
        and page.gap(index) in (" ", "'", "' ")
        and page.form(index) in _CLITICS | _ADVERBS
    ):
        index += 1
    if index >= len(page) or page.gap(index) not in (" ", "'", "' "):
        return None
    token = page.token(index)
    # the model takes *compte* for a noun
    if (token.pos_ not in ("VERB", "AUX") and token.lower_ != "compte") or "Inf" in token.morph.get("VerbForm", []):
        return None
    return acts(token)
