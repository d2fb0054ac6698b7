"""What a capital does when it is a city, and what when it is a government: *Kaboul est tombée*, *Kaboul négocie*."""

from functools import lru_cache

from spacy.tokens import Doc, Token

from natoextract.components.actors.lexicon import key_of
from natoextract.components.actors.metonymy import metonymy
from natoextract.grammar import lemma

#: How far behind *compter* stands what is counted: *près de quelque 1 200 soldats*.
_REACH = 7


def acts(verb: Token) -> bool:
    """Whether a verb's subject decides and speaks: *Kaboul est tombée*, *Paris accueille* do not."""
    content = _content(verb)
    passive = any(lemma(token) == "être" for token in verb.doc[verb.i : content.i])
    if passive and key_of(content.text) in metonymy("city_participles"):
        # *Kaboul est tombée*; *Zagreb a repris l'initiative* is active
        return False
    if lemma(verb) == "être" and content.pos_ not in ("VERB", "AUX"):
        # *Moscou est prêt à*, *Paris est favorable*; *Bamako est une ville*
        return content.pos_ == "ADJ"
    word = key_of(lemma(content))
    if word in ("compter", "compte"):
        return _plans_or_serves(content)
    # *Tokyo a cédé 3 %*: the stock exchange
    return word not in metonymy("city_verbs") and not (word in metonymy("market_verbs") and _on_markets(verb.doc))


def _plans_or_serves(verb: Token) -> bool:
    """*Londres compte bien envoyer*, *compte sur l'Otan*, *compte 500 soldats en Irak*."""
    ahead = verb.doc[verb.i + 1 : verb.i + 1 + _REACH]
    if any(t.morph.get("VerbForm", []) == ["Inf"] for t in ahead[:3]) or key_of(ahead[:1].text) == "sur":
        return True
    return any(key_of(t.text) in metonymy("troops") for t in ahead)


@lru_cache(maxsize=1)
def _on_markets(doc: Doc) -> bool:
    return any(token.lower_ in ("bourse", "bourses", "nikkei", "points") for token in doc)


def _content(verb: Token) -> Token:
    """What an auxiliary leads to: *a été bombardée* → *bombardée*, *est prêt* → *prêt*; other verbs are their own."""
    token = verb
    for following in verb.doc[verb.i + 1 : verb.i + 5]:
        if lemma(token) not in ("avoir", "être"):
            break
        if following.pos_ not in ("ADV", "PRON", "PUNCT"):
            token = following
    return token
