"""Names of states, and what only looks like one: surnames, streets, waters, first names."""

from natoextract.components.actors.context import Context
from natoextract.components.actors.gazetteer import place_words
from natoextract.components.actors.lexicon import capital_code, codes_of
from natoextract.components.actors.page import Page
from natoextract.components.actors.vocabulary import Meaning, lookalikes
from natoextract.components.actors.words import actor_words

_ARTICLES = frozenset({"le", "la", "les", "l", "au", "aux", "du", "des", "en", "de", "d", "a", "un", "une"})
_OF = frozenset({"de", "du", "d", "des", "la", "l", "le", "les"})


def name_code(page: Page, first: int, last: int, meaning: Meaning, context: Context) -> str | None:
    """The code of a name that stands for its state: *la France* does, *France Gall* and *rue de France* do not."""
    if meaning.guards and "*" not in meaning.guards and page.previous(first) not in meaning.guards:
        # *Ukraine, Bulgarie, Salvador, Mongolie*: a list of states bears it out
        return meaning.value if _in_list(page, first, last) else None
    if _names_force(page, first):
        return None
    if _is_surname(page, first) or _is_first_name(page, first, last) or is_site(page, first):
        return None
    if page.form(first) == "congo" and last - first == 1:
        return _congo(context)
    if meaning.value == "GEO" and meaning.guarded:
        return "GEO" if not _american_georgia(page, first, context) else None
    if meaning.guarded:
        return meaning.value if _guard_holds(page, first, last, meaning, context) else None
    if page.form(first) == "luxembourg" and not _grand_duchy(page, first):
        return None
    # *à Panama*, *à Luxembourg*: states of that name take *au*; the city does not
    if page.form(first) in actor_words("namesakes") and last - first == 1 and page.previous(first) == "a":
        return None
    # *l'Etat du Niger* is a part of Nigeria
    if page.form(first) == "niger" and page.form(first - 2) == "etat" and "NGA" in context.states:
        return None
    return meaning.value


def is_demonym_name(page: Page, first: int, last: int) -> bool:
    """*le Suisse Roger Federer*: the only state whose name is the noun of its people, told by the article."""
    return page.form(first) == "suisse" and last - first == 1 and page.previous(first) in ("le", "un", "du", "au", "ce")


def _in_list(page: Page, first: int, last: int) -> bool:
    """Whether a state stands on either side, parted by a comma or *et*."""
    left = page.form(first - 1 - (page.previous(first) in ("et", "ou")))
    right = page.form(last + (page.next(last) in ("et", "ou"))) if last < len(page) else ""
    before = page.gap(first) == ", " or page.previous(first) in ("et", "ou")
    after = last < len(page) and (page.gap(last) == ", " or page.next(last) in ("et", "ou"))
    return (before and bool(codes_of(left))) or (after and bool(codes_of(right)))


def _names_force(page: Page, first: int) -> bool:
    """*EUNAM-RCA*, *Eufor-Tchad*: behind a hyphen, the state is a part of a mission's name."""
    if page.gap(first) != "-" or not page.capitalised(first - 1):
        return False
    return page.form(first - 1).startswith("eu") and page.form(first - 1) not in ("euro", "europe")


def _guard_holds(page: Page, first: int, last: int, meaning: Meaning, context: Context) -> bool:
    """Guards that need more than the word before them."""
    if meaning.value == "REU":
        # *la Réunion* has a capital only as an island; at the head of a sentence or in capitals it says nothing
        return not page.in_capitals(first) and not page.opens_sentence(first)
    if meaning.value == "GRD":
        return not page.opens_sentence(first)
    if meaning.value in ("MUS", "JEY", "SHN"):
        # *à Maurice* may be a gift to a man
        return meaning.value in context.states or not page.capitalised(last)
    return True


def _is_surname(page: Page, first: int) -> bool:
    """*Jean Pologne*, *Anatole France*, *Marie-France*: a first name directly before, with no article."""
    if first == 0 or page.gap(first) not in (" ", "-") or not page.capitalised(first - 1):
        return False
    before = page.source(first - 1)
    if len(before) < 2 or before.isupper() or page.form(first - 1) in _ARTICLES:
        return False
    if page.gap(first) == "-":
        return page.form(first - 1) in actor_words("double_names")
    token = page.token(first - 1)
    return bool(token.pos_ == "PROPN" and page.form(first - 1) not in actor_words("before_states"))


def _is_first_name(page: Page, first: int, last: int) -> bool:
    """*France Gall a chanté*: a state that is a first name too, without an article and before a surname."""
    if page.form(first) not in lookalikes("given_names") or last - first > 1 or page.previous(first) in _ARTICLES:
        return False
    return page.gap(last) == " " and page.capitalised(last) and not page.in_capitals(last)


def is_site(page: Page, first: int) -> bool:
    """*rue de Berlin*, *gare de Rome*, *mer de Chine*, *golfe d'Oman*: a street, a building or a water."""
    index = first - 1
    while index >= 0 and first - index <= 3 and page.form(index) in _OF and page.gap(index + 1) in (" ", "'", "' "):
        index -= 1
    if index < 0 or page.gap(index + 1) not in (" ", "-") or "\n" in page.gap(index + 1):
        return False
    word = page.form(index)
    if word in lookalikes("waters"):
        return True
    if word == "route" and page.form(index - 1) in ("la", "les", "des"):
        # *la route de Kaboul* leads there; *il habite route de Genève*
        return False
    # *le stade français*, *les palais de France*
    return word in lookalikes("streets") and index < first - 1


def _congo(context: Context) -> str:
    if context.states["COD"] > context.states["COG"] or context.names_any(lookalikes("kinshasa")):
        return "COD"
    return "COG" if context.names_any(lookalikes("brazzaville")) else "COD"


def congolese(context: Context) -> str:
    """*congolais* is of the state that the article is about."""
    return _congo(context)


def _american_georgia(page: Page, first: int, context: Context) -> bool:
    if page.form(first - 2) == "etat":
        return True
    southern = context.names_any(lookalikes("american_south"))
    return southern and not context.names_any(lookalikes("caucasus"))


def _grand_duchy(page: Page, first: int) -> bool:
    # *la province de Luxembourg* is Belgian; *Rosa Luxembourg* a person
    return page.form(first - 2) != "province" and page.previous(first) != "rosa"


def is_club(page: Page, first: int, last: int) -> bool:
    """*Real Madrid*, *Paris SG*, *le FC Bruges*, *l'Olympique de Marseille*: a sports club."""
    clubs = place_words("clubs")
    if page.previous(first) in ("de", "d", "du") and page.capitalised(first - 2) and page.form(first - 2) in clubs:
        return True
    if first > 0 and page.gap(first) == " " and page.capitalised(first - 1) and page.form(first - 1) in clubs:
        return True
    if last >= len(page) or page.gap(last) not in (" ", "-") or page.form(last) not in clubs:
        return False
    return page.capitalised(last) or page.form(last).isdigit()


def is_city(page: Page, first: int, last: int, meaning: Meaning, context: Context) -> bool:
    """Whether a capital is the city or its government: *Denzel Washington*, *la Vienne*, *Paris Hilton* are not."""
    if _is_surname(page, first) or _is_first_name(page, first, last) or is_site(page, first):
        return False
    if is_club(page, first, last):
        return False
    if page.form(first) in lookalikes("shared_capitals") and not context.states[meaning.value]:
        return False
    # *Tripoli (Liban)* is no capital
    if (
        last < len(page)
        and page.gap(last).strip() == "("
        and meaning.value not in (codes_of(page.form(last)) or (meaning.value,))
    ):
        return False
    # *« Minsk II »* is an agreement
    if page.next(last) in ("i", "ii", "iii", "iv") or (
        last < len(page) and page.form(last).isdigit() and page.gap(last) == "-"
    ):
        return False
    # *Haute-Vienne*, *Paris-Saclay* are names of their own; *Paris-Berlin* is not
    if page.gap(first) == "-" and page.capitalised(first - 1) and not page.in_capitals(first):
        return bool(codes_of(page.form(first - 1))) or capital_code(page.source(first - 1)) is not None
    # *la Vienne* is a river, *l'Etat de Washington* a part of the USA
    if page.previous(first) in ("la", "le") and not page.opens_sentence(first):
        return page.form(first) in actor_words("with_article")
    return page.form(first - 2) != "etat"
