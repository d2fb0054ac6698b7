"""Which mentions of a state say where: *en Irak*, *au nord du Mali*, *retrait d'Afghanistan*, *sur le sol afghan*.

French tells a place by its preposition: *en France* is where, *à la France* is to whom. Adjectives (*soldats belges*)
say whose, never where, unless they stand by a noun of ground (*la capitale belge*, *le territoire syrien*).
"""

import re
from collections.abc import Iterator

from natoextract.components.actors.gazetteer import provinces
from natoextract.lexicon import read_toml
from natoextract.text import fold

# Far enough for *dans la région nord de l'*; a preposition stands near its name.
_WINDOW = 48

_ARTICLE = r"(?:le |la |les |l')?"
_OF = r"(?:de |du |des |d')(?:la |l'|les )?"
_WORDS = {group: "|".join(map(fold, words)) for group, words in read_toml("locative").items()}
_SIDE = rf"(?:{_WORDS['sides']})(?:[- ](?:est|ouest))?"
_GROUND = _WORDS["grounds"]

# `en Irak`, `dans tout le Mali`, `jusqu'en Syrie`, `vers la Pologne`, `hors d'Irak`, `depuis le Tchad`
_PLAIN = (
    rf"(?:\ben |\bdans (?:tout |toute )?{_ARTICLE}|\bdepuis {_ARTICLE}|\bvers {_ARTICLE}"
    rf"|\bhors {_OF}|\bde retour {_OF}|\bpart\w{{1,6}} pour {_ARTICLE}|\b(?:{_WORDS['entering']}) {_OF})"
)
# `dans le nord de l'Afghanistan`, `au large de la Somalie`, `à la frontière avec l'Ukraine`, `sur le sol de`
_PARTS = (
    rf"(?:\b(?:dans|a|au|aux|sur|de|du|pres|vers|le|la) ?(?:le |la |les |l'|une |un |cette |ce )?(?:\w+ )?"
    rf"(?:{_SIDE}|(?:{_GROUND})(?: (?:nord|sud|est|ouest))?) {_OF}"
    rf")"
)
# `à la frontière avec l'Ukraine`, `près du Burkina Faso`: X, where nothing says on whose side
_BORDER = re.compile(
    rf"(?:\bfrontieres?(?: \w+)? (?:avec {_ARTICLE}|{_OF})|\b(?:pres|proches?) {_OF}|\bvoisine? {_ARTICLE}"
    rf"|\bfrontieres? (?:\w+ )?entre (?:[\w' -]{{3,24}}? et )?{_ARTICLE})$"
)
_BORDER_OF = re.compile(r"\bfrontieres? $")
# *l'ancienne province serbe*, *les ex-républiques soviétiques*: what a land was is not where it is
_FORMER = re.compile(
    r"\b(?:ex[- ]|anciens? |anciennes? )(?:\w+ )?"
    rf"(?:{_WORDS['former_lands']}) "
    rf"(?:(?:souveraine|coloniale|autonome) )?(?:{_OF})?$"
)
# *Côté tchadien, on confirme*: who speaks or acts
_SIDE_OF = re.compile(r"(?:^|[.!?\n»\"] ?)(?:du )?cote $")
# *douze morts côté mauritanien*: whose they are; *du côté turc de la frontière* is where
_LOST_SIDE = re.compile(
    r"(?:\b(?:morts?|tue(?:e?s)?|blesse(?:e?s)?|pertes?|victimes?|disparus?|prisonniers?)|(?:\bet|,) \w+(?: autres)?)"
    r" (?:du )?cote $"
)
_OF_BORDER = re.compile(r" de (?:la|leur) frontiere")
# *hors des frontières tchadiennes*: not there
_BEYOND = re.compile(r"\bhors (?:de |des |d')(?:ses |leurs )?frontieres? $")
# `quitter l'Afghanistan`, `envahir l'Ukraine`, `occuper l'Irak`: the object of a verb of place
_OBJECT = (
    rf"(?:\b(?:{_WORDS['objects']})\w*"
    r"(?: (?:pas|plus|jamais|pour autant|\w+ment|donc|aussi|deja|encore)){0,4} (?:le |la |les |l'))"
)
# `retrait d'Afghanistan`, `retirer ses troupes du Mali`, `retour de Syrie`: a movement away in the same clause
_AWAY = re.compile(rf"\b(?:{_WORDS['away']}|(?:{_WORDS['away_words']})\b)(?:[^,;.]|[.,]\d){{0,70}}$")
_THAT_OF = re.compile(rf"\b(?:celui|celle|ceux|celles) {_OF}$")
_LOCATIVE = re.compile(rf"(?:{_PLAIN}|{_PARTS}|{_OBJECT})$")
_TO = re.compile(r"\b(?:au|aux|a) $")
_OF_NAME = re.compile(rf"\b{_OF}$")

# `quitter la Pologne pour l'Irak`, `départ pour le Mali`: where they go
_BOUND = re.compile(
    rf"(?:\b(?:{_WORDS['bound']})\w*\b(?:[^,;.]|[.,]\d){{0,60}} pour {_ARTICLE}|\ba destination {_OF})$"
)
# What goes somewhere itself: *promettre d'envoyer des soldats au Mali*, *annoncer l'envoi de soldats au Mali*
_GOING = (
    r"(?:d'|de )\w{2,}(?:er|ir|oir|ndre|rdre|ttre|uire|ivre)\b"
    rf"|(?:(?:l'|la |le |les |un |une |son |sa |leur |de |d'|du ))?(?:{_WORDS['journeys']})\b"
    # *rappeler les soldats stationnés au Mali*
    rf"|(?:{_WORDS['standing']})\w*"
)
_DESTINATION = re.compile(rf"\b(?:a destination|en partance|en route) (?:{_OF}|pour {_ARTICLE})$")
# Verbs whose *à* is to whom, not where: *demander au Mali*, *livrer aux Emirats*; *se rendre au Mali* is a journey.
_DATIVE = re.compile(
    rf"\b(?:(?:{_WORDS['datives']}|(?<!\bse )rendr)\w*|{_WORDS['dative_words']})"
    rf"(?: (?!{_GOING})[\w'-]+){{0,3}} (?:au|aux|a) $"
)
# *le Mali, où 500 soldats sont déployés*
_WHERE = re.compile(r"(?: \([^()\n]{1,30}\))?,? où ")
_GROUND_NOUN = re.compile(rf"\b(?:{_WORDS['ground_nouns']})(?: (?:{_WORDS['ground_adjectives']}))? $")
_HEADLINE = re.compile(r"\s*(?::|\.\s*[-–—]|\s[-–—]+\s)(?!\w)")
# *rentrer en France*, *hors de France*: where they are from, or are not
_HOMEWARD = re.compile(
    r"\b(?:rentr|regagn|retourn|rapatri|reven|retour)\w*\b(?: \w+){0,4}? (?:en|au|aux|vers l[ea])"
    r"(?: (?:le|la|les|l'))? $|\bhors d(?:e |es |u |')(?:frontieres |la |l'|les )?$"
)
_LIST_CLOSES = re.compile(r"(?:, [\w'-]+(?: [\w'-]+)?){0,6} (?:et|ou) (?!en |au |aux |l[ae] |les |l'|d[eu]s? |d')\w")
_AFTER_BRACKET = re.compile(r"\s*\)")


_PROVINCES = provinces()
_PROVINCE_NAMES = "|".join(key.replace(" ", "[- ]") for key in sorted(_PROVINCES, key=len, reverse=True))
#: *dans le Helmand*, *en Cisjordanie*, *dans le nord de la péninsule du Sinaï*
_PROVINCE = re.compile(
    r"\b(?:en|au|aux|dans (?:la |le |les |l')?|(?:nord|sud|est|ouest|centre|peninsule|provinces?|regions?|etat|vallee"
    rf"|departement|district|capitale)(?: (?:de la |de l'|du |de |d')|\s?: ?)) ?(?P<name>{_PROVINCE_NAMES})(?![\w-])"
)


def provinces_in(folded: str) -> Iterator[tuple[str, int, int]]:
    """The regions that a text names as places, with their state: *deux soldats ont été tués dans le Helmand*."""
    for told in _PROVINCE.finditer(folded):
        yield _PROVINCES[told["name"].replace("-", " ")], told.start("name"), told.end("name")


def opens_relative(text: str, end: int) -> bool:
    """Whether a clause behind a name tells what happens there: *le Mali, où …*."""
    return _WHERE.match(text, end) is not None


def locative_rule(folded: str, start: int, end: int, form: str) -> str | None:
    """By which words a mention of a state says where, or None: *en Irak* → `preposition`."""
    if form not in ("name", "adjective"):
        return None
    before = folded[max(0, start - _WINDOW) : start]
    if form == "adjective":
        ground = before.endswith(" ") and _GROUND_NOUN.search(before)
        if not ground or _HOMEWARD.search(before):
            return None
        if _SIDE_OF.search(before) and folded[end : end + 1] == ",":
            return None
        if _LOST_SIDE.search(before) and not _OF_BORDER.match(folded, end):
            return None
        if _BORDER_OF.search(before):
            return None if _BEYOND.search(before) else "border"
        return None if _FORMER.search(before) else "ground"
    if not before.endswith((" ", "'")):
        # no word leads to it
        return _set_apart(folded, before, start, end)
    if _HOMEWARD.search(before):
        return None
    if _BORDER.search(before):
        return "border"
    if _DESTINATION.search(before):
        return "bound for"
    if _LOCATIVE.search(before):
        return "preposition"
    if _TO.search(before):
        return None if _DATIVE.search(before) else "preposition"
    if _BOUND.search(folded[max(0, start - 90) : start]):
        return "bound for"
    # *le plus gros contingent parti est celui d'Espagne*
    if _OF_NAME.search(before) and not _THAT_OF.search(before) and _AWAY.search(folded[max(0, start - 90) : start]):
        return "away"
    return _set_apart(folded, before, start, end)


def goes_on(folded: str, previous_end: int, start: int, end: int) -> bool:
    """Whether a name goes on a list of places: *en Estonie, Lettonie et Lituanie*; *En Syrie, Israël* begins anew."""
    gap = folded[previous_end:start]
    return gap in (" et ", " ou ", " et de la ", " et du ", " et de l'", " et de ", " et d'") or (
        gap == ", " and _LIST_CLOSES.match(folded, end) is not None
    )


def _set_apart(folded: str, before: str, start: int, end: int) -> str | None:
    """*Mali : trois soldats tués*, *Mons (Belgique)*."""
    if _begins_line(folded, start) and _HEADLINE.match(folded, end):
        return "headline"
    return "bracket" if _in_bracket(folded, before, end) else None


def _begins_line(folded: str, start: int) -> bool:
    return start == 0 or folded[start - 1] == "\n"


def _in_bracket(folded: str, before: str, end: int) -> bool:
    """*en Savoie (France)*, *Mons (sud de la Belgique)*: the state that a place lies in."""
    opened = re.search(rf"\w \( ?(?:(?:{_SIDE}) {_OF})?$", before)
    return bool(opened) and bool(_AFTER_BRACKET.match(folded, end))
