"""Whether a word is a verb of saying, or the noun or the adjective that it looks like: *il note*, *la note*."""

from spacy.tokens import Token

from natoextract.components.statements.tokens import Tokens

CLOSING = frozenset({'"', "»", "”", "'"})
_OPENING = frozenset({"«", "“", '"'})
_AFTER_VERB = (["que"], ["qu'"], ["«"], ["“"], ['"'])
#: Articles that stand before an object, and behind no noun.
_ARTICLES = frozenset({"le", "la", "les", "l'", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs"})

#: How many words an object before its quoted attribute may have.
_OBJECT = 10


def is_verb(doc: Tokens, folded: list[str], token: Token, head: Token, auxiliary: bool, clitic: str | None) -> bool:
    """Whether the word is the verb and not its noun: *il note*, not *la note*."""
    if head is not token or clitic or (token.i and folded[token.i - 1] == "en" and token.lower_.endswith("ant")):
        return True
    before = folded[token.i - 1] if token.i else ""
    if folded[token.i + 1 : token.i + 4 : 2] == [",", ","] and folded[token.i + 2] in ("lui", "elle", "eux", "elles"):
        # *Le préfet parle, lui, de « A »*, taken for a name
        return True
    if before in ("s'", "se"):
        # *s'indigne X*, taken for an adjective
        return True
    if token.lower_ == "alerte" and folded[token.i + 1 : token.i + 2] in (["sur"], ["que"], ["qu'"]):
        # *Le maire alerte sur une situation « critique »*, taken for the noun
        return token.i > 0 and doc[token.i - 1].pos_ in ("NOUN", "PROPN", "ADJ")
    if auxiliary:
        return token.pos_ != "NOUN" or token.lower_.endswith(("é", "ée", "és", "u", "it", "is"))
    if token.pos_ in ("VERB", "AUX"):
        # *ainsi que le souligne X*, *comme le note X*
        resumed = before == "le" and folded[token.i - 2] in ("que", "comme")
        free = before not in ("le", "la", "les", "un", "une", "des", "l'", "cette", "ce")
        return free or resumed or token.lower_.endswith("ant")
    closed = behind_mark(folded, token.i)
    if token.i and doc[token.i - 1].pos_ == "PROPN" and folded[token.i + 1 : token.i + 2] in _AFTER_VERB:
        # *Durand juge que …*, *Anne Martin juge « A »*: no noun stands behind a name
        return token.lower_.endswith("e")
    if token.pos_ == "NOUN" and folded[token.i + 1 : token.i + 2] in _AFTER_VERB and _behind_noun(doc, token.i):
        # *le Conseil fédéral argumente que A*, *la ministre juge « A »*, taken for a noun
        return token.lower_.endswith("e")
    if token.pos_ in ("NOUN", "ADJ") and _before_object(doc, folded, token.i) and _behind_noun(doc, token.i):
        # *Le maire juge la grève « finie »*: no noun stands right before an article
        return token.lower_.endswith("e")
    if before == "," and token.lower_.endswith("e") and {"que", "qu'"} & set(folded[token.i + 1 : token.i + 5]):
        return True
    if (token.pos_ == "ADJ" and not closed) or (token.text[0].isupper() and token.i > 0):
        return False
    # a mislabelled verb: after a comma or a closing mark, before a noun phrase
    return before in (",", *CLOSING, "qui", "il", "elle", "on") and token.lower_.endswith(
        ("e", "ent", "it", "ait", "aient", "ant")
    )


def _before_object(doc: Tokens, folded: list[str], i: int) -> bool:
    """Whether an article follows at once, and a quotation soon after."""
    if folded[i + 1 : i + 2] and folded[i + 1] in _ARTICLES:
        return any(doc[k].text in _OPENING for k in range(i + 2, min(i + _OBJECT, len(doc))))
    return False


def _behind_noun(doc: Tokens, i: int) -> bool:
    """Whether a noun phrase ends before a token: *le Conseil fédéral*, *l'avocate*; *une petite remarque* is one."""
    k = i - 1
    if k > 0 and doc[k].pos_ == "ADJ":
        k -= 1
    return k >= 0 and doc[k].pos_ in ("NOUN", "PROPN")


def behind_mark(folded: list[str], i: int) -> bool:
    """*« A », complète X*: where no adjective stands."""
    return i > 1 and (folded[i - 1] in CLOSING or (folded[i - 1] == "," and folded[i - 2] in CLOSING))


def before_clause(folded: list[str], i: int) -> bool:
    """*A, avertissant que B*: where no noun or adjective stands."""
    return folded[i - 1] in (",", "tout", *CLOSING) and folded[i + 1 : i + 2] in (["que"], ["qu'"])
