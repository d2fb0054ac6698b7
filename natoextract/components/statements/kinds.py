"""Of what kind the bearer of a noun is: a person, an institution, an anonymous source."""

import re
from typing import Literal

from natoextract.components.statements.vocabulary import Gender, Noun, institution_names, phrase_words
from natoextract.components.statements.words import Determiner, Words

Kind = Literal["person", "institution", "anonymous"]

#: *plusieurs médias* are sources without a name; *des milices* are a body.
_PRESS = phrase_words("press")
#: Nouns for those who live in a city or a region: *la Bruxelloise*, *le Liégeois*, *le Toulousain*; no regions.
_INHABITANT = re.compile(
    r"(?!Lorraine|Touraine|Aquitaine)[A-ZÀ-Þ][A-Za-zà-ÿ-]{2,}(?:oise?|aise?|ien|ienne|éen|éenne|aine?)"
)


def kind_of(noun: Noun, determiner: Determiner) -> Kind:
    """Person, institution or anonymous source, from the noun and its determiner."""
    people = noun.sorts & {"office", "rank", "person", "anonymous"}
    if not people:
        if not noun.sorts:
            return "anonymous" if determiner == "indefinite" else "institution"
        # *les médias locaux* are sources without a name
        return "anonymous" if noun.plural and noun.lemma in _PRESS else "institution"
    if "anonymous" in noun.sorts and ("office" not in noun.sorts or determiner != "definite"):
        return "anonymous"
    if noun.plural and noun.lemma in _PRESS:
        return "anonymous"
    if noun.plural:
        # *les rebelles* act as one; *les experts* are people without a name
        return "institution" if "institution" in noun.sorts and determiner == "definite" else "anonymous"
    return "anonymous" if determiner == "indefinite" else "person"


def ending_gender(noun: str) -> Gender:
    """The gender of an institution's noun by its ending, for *l'armée*, *l'hôpital*."""
    return "f" if noun.endswith(("ee", "ion", "ence", "ance", "ie", "ise", "te", "ure", "que", "ade")) else "m"


def inhabitant(words: Words, j: int, lead: int) -> Noun | None:
    """*a déclaré la Bruxelloise*, *le Liégeois estime que*: a person told by where they come from."""
    form = words.forms[j]
    if words.offsets[j] == lead or not _INHABITANT.fullmatch(form) or words.folded[j] in institution_names():
        return None
    followed = j + 1 < words.size and words.forms[j + 1][:1].isupper()
    if followed or words.offsets[j] in words.places or words.is_coded(words.offsets[j]):
        return None
    return Noun(words.folded[j], frozenset({"person"}), "f" if form.endswith("e") else "m", False)
