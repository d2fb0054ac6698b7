"""What the preposition before a capital says of it: *auprès de Rome* is the government, *vers Rome* the city."""

from natoextract.agencies import agencies
from natoextract.components.actors.lexicon import codes_of
from natoextract.components.actors.metonymy import metonymy
from natoextract.components.actors.page import Page

AND = frozenset({"et", "ou", "ni"})
_LOCATIVES = frozenset({"dans", "vers", "depuis", "sur", "via", "sous", "chez"})
_DEALING = frozenset({"sans", "avec", "selon", "envers", "sauf", "excepte"})


def beside_party(page: Page, last: int) -> bool:
    """*Colombo et les LTTE*, *Bujumbura et trois des quatre mouvements rebelles*: a party stands beside the capital."""
    if page.next(last) not in AND:
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


def by_preposition(page: Page, first: int, last: int, before: str) -> bool | None:
    """What the preposition before a capital says of it; None where there is none."""
    if before in _DEALING:
        return True
    if before in _LOCATIVES:
        return False
    if before == "apres":
        # *D'après Vilnius*; *après Paris, il ira à Rome*
        return page.form(first - 2) == "d"
    if before == "qui" and page.form(first - 2) == "pour":
        # *le ministère, pour qui Téhéran "n'acceptera" rien*
        return True
    if before == "pas" and page.gap(last)[:1] in ".,;":
        # *Berlin a donné son feu vert, pas Jakarta.*
        return page.gap(first - 1) == ", "
    if before == "entre":
        # *entre Paris et Bamako*; *un accord entre Bamako et la société russe*; *entre Colombo et les rebelles*
        return last - first > 1 or _near(page, first - 1, "pairings", 4) or beside_party(page, last)
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
    before = page.form(preposition - 1)
    if before in ("vu", "vue", "vus", "vues", "venu", "venue", "venus", "venues") and page.opens_sentence(
        preposition - 1
    ):
        # *Vu de Moscou, l'accord est mort*; *Venu de Kigali, il …*
        return before.startswith("vu")
    for index in range(preposition - 1, max(-1, preposition - 4), -1):
        word = page.form(index)
        if word in ("proche", "proches"):
            return page.previous(index) not in metonymy("site_nouns") and page.form(index - 1) != "plus"
        if word in metonymy("troops"):
            return not _owned_by_others(page, index, preposition) and not _near(page, index, "moves", 6)
        if word == "parlement":
            # *une attaque au Parlement de Londres*: the building
            return not _near(page, index, "attacks", 4)
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


def _near(page: Page, index: int, group: str, reach: int) -> bool:
    """Whether a word of a group stands among the words before `index`, in the same clause."""
    for i in range(index - 1, max(-1, index - 1 - reach), -1):
        if any(mark in page.gap(i + 1) for mark in ".;:,\n"):
            return False
        if page.form(i) in metonymy(group):
            return True
    return False
