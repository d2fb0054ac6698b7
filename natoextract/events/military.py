"""What counts as troops, as a strength, as an official: *nos forces*, *sa présence militaire*, *le ministre*."""

import re
from functools import cache, cached_property

from spacy.tokens import Token

from natoextract.components.actors.lexicon import with_troops
from natoextract.events.reading import Reading, folded_lemma
from natoextract.grammar import features, lemma
from natoextract.lexicon import Entry, Words, read_whole
from natoextract.officials import officials

#: Organisations that have troops of their own.
PROVIDERS = with_troops("own", "missions", "members")
POSSESSIVES = frozenset({"son", "sa", "ses", "leur", "leurs", "notre", "nos", "votre", "vos", "mes", "mon", "ma"})
_STOPS = frozenset(
    {"qui", "que", "qu'", "dont", "ou", "pour", "par", "avec", "contre", "apres", "avant", "depuis", "sans", "lors"}
)


#: Units that bear a number: *la 5e brigade*.
_NUMBERED = frozenset(["brigade", "escadron", "compagnie", "groupement", "escadrille", "flotte"])
#: Who has men: *l'armée danoise et ses hommes*.
_ARMIES = frozenset(["armee", "etat-major", "contingent", "bataillon"])
_ORDINAL = re.compile(r"\d+(?:e|eme|er|re|ere|nd|nde)")


class MilitaryWords(Entry):
    """The nouns of `military_words.toml`, accentless."""

    troops: Words
    mixed: Words
    plural: Words
    military: Words
    others: Words
    compounds: Words
    strengths: Words
    standing: Words
    shared: Words
    numbers: Words

    @cached_property
    def other_things(self) -> re.Pattern[str]:
        """A noun of troops and what makes it something else: *troupe de theatre*."""
        others = "|".join(sorted(map(re.escape, self.others), key=len, reverse=True))
        compounds = "|".join(sorted(map(re.escape, self.compounds)))
        return re.compile(rf"(?:{compounds}|\w+ (?:\w+ |(?:de |d')[\d.]+ )?(?:{others}))\b")


@cache
def military_words() -> MilitaryWords:
    """The tables of `military_words.toml`. Raises `LexiconError`."""
    return read_whole("military_words", MilitaryWords)


def noun_lemma(reading: Reading, i: int) -> str:
    """Accentless singular of a noun: the model's lemma, or the form without its plural ending."""
    return reading.nouns[i]


def beside(reading: Reading, i: int, limit: int = 6) -> range:
    """The tokens right of a noun that belong to its phrase: adjectives and *de* complements."""
    _, end = reading.sentence(i)
    last = i
    for j in range(i + 1, min(end, i + 1 + limit)):
        word, pos = reading.words[j], reading.pos[j]
        if word in ("tous", "toutes", "tout", "toute"):
            continue
        if word in _STOPS or (
            pos in ("PUNCT", "SCONJ", "PRON", "AUX", "CCONJ") and reading.tokens[j].text not in ("-", '"', "«")
        ):
            break
        if pos == "VERB" and (
            reading.tokens[j].dep_ not in ("acl", "amod") or "Fin" in features(reading.tokens[j], "VerbForm")
        ):
            break
        if pos == "ADP" and word not in ("de", "d'", "du", "des"):
            break
        if word == "de" and reading.words[j + 1 : j + 2] in (["maniere"], ["facon"], ["sorte"]):
            # *présenter ce retrait de manière à rassurer*
            break
        last = j
    return range(i + 1, last + 1)


def behind_agent(reading: Reading, i: int) -> int:
    """The last token of *par X* right behind a noun; the noun itself where none stands: *le retrait par Paris de*."""
    _, end = reading.sentence(i)
    if reading.words[i + 1 : i + 2] != ["par"]:
        return i
    for j in range(i + 2, min(end - 1, i + 10)):
        if reading.words[j] in ("de", "d'", "des") and (j + 1 in reading.count_at or reading.pos[j + 1] != "PROPN"):
            behind = reading.words[j + 1 : j + 3]
            if j + 1 in reading.count_at or is_troops(reading, j + 1) or (behind and behind[0] in ("un", "une", "ses")):
                return j - 1
    return i


def is_troops(reading: Reading, i: int) -> bool:
    """Whether a noun says troops of a state or an alliance: *soldats*, *forces françaises*, *500 Britanniques*."""
    if i in reading.count_at:
        return True
    words = military_words()
    name = noun_lemma(reading, i)
    if (
        reading.words[i] in ("casque", "casques")
        and i + 1 < len(reading.tokens)
        and reading.words[i + 1].startswith("bleu")
    ):
        return True
    known = name in words.troops
    if not known and name not in words.mixed:
        return False
    token = reading.tokens[i]
    if words.other_things.match(reading.folded, token.idx):
        return False
    if known:
        # *troupe de théâtre*, *le militaire* as adjective
        kind = name == "contingent" and _is_of_things(reading, i)
        # *les GI*: the model does not know the word
        return token.pos_ in ("NOUN", "PROPN", "ADJ", "X") and not _is_adjective(token) and not kind
    if name in words.plural and not reading.words[i].endswith("s"):
        return False
    if name == "homme" and reading.words[i + 1 : i + 2] in (["arme"], ["armes"]):
        # *des hommes armés* are of no army
        return False
    return _qualified(reading, i)


def _is_of_things(reading: Reading, i: int) -> bool:
    """*un contingent de billets*, *de policiers*; *un contingent de la Minusma* is of soldiers."""
    j = i + 2
    if reading.words[i + 1 : i + 2] not in (["de"], ["d'"]) or j >= len(reading.tokens) or reading.pos[j] != "NOUN":
        return False
    words = military_words()
    known = (words.troops, words.mixed, words.numbers, words.strengths, words.military)
    return not (j in reading.count_at or j in reading.actor_at or any(reading.nouns[j] in listed for listed in known))


def _is_adjective(token: Token) -> bool:
    return token.pos_ == "ADJ" and token.dep_ == "amod" and token.head.pos_ == "NOUN" and token.head.i < token.i


def _qualified(reading: Reading, i: int) -> bool:
    """A state, an owner or a military word beside a noun: *forces spéciales*, *nos hommes*."""
    words = military_words()
    for j in beside(reading, i):
        # *la conseillère Viola Martin* is named, not owned
        named = any(a.form != "person" for a in reading.actor_at.get(j, ()))
        if named or j in reading.mission_at or noun_lemma(reading, j) in words.military:
            return True
        if noun_lemma(reading, j) in words.troops:
            return True
    if i and noun_lemma(reading, i) in _NUMBERED and _ORDINAL.fullmatch(reading.words[i - 1]):
        # *la 5e brigade*
        return True
    if shared_adjective(reading, i):
        return True
    owner = owner_word(reading, i)
    if reading.words[i] == "hommes" and owner is not None and _army_tells(reading, owner):
        return True
    return noun_lemma(reading, i) == "force" and owner is not None and reading.words[owner] in ("nos", "leurs")


def _army_tells(reading: Reading, owner: int) -> bool:
    """*l'armée tchadienne annonce le retrait de ses hommes*: the sentence opens with an army."""
    first, _ = reading.sentence(owner)
    # *le chef et ses hommes*
    if reading.words[owner] not in ("ses", "leurs") or reading.words[owner - 1] == "et":
        return False
    for j in range(first, owner):
        if reading.pos[j] in ("VERB", "AUX"):
            return False
        if reading.nouns[j] in _ARMIES and any(a.form == "adjective" for a in reading.actor_at.get(j + 1, ())):
            return True
    return False


def shared_adjective(reading: Reading, i: int) -> list[str]:
    """*le retrait des forces et des équipements américains*: the adjective of two nouns stands behind the second."""
    at = i + 1
    if reading.words[at : at + 1] != ["et"]:
        return []
    at += 1 + (reading.words[at + 1 : at + 2] in (["des"], ["les"], ["leurs"]))
    if reading.pos[at : at + 1] != ["NOUN"]:
        return []
    return [a.code for a in reading.actor_at.get(at + 1, ()) if a.form == "adjective"]


def owner_word(reading: Reading, i: int) -> int | None:
    """The possessive before a noun: *leurs troupes*, *ses propres forces*."""
    first, _ = reading.sentence(i)
    for j in range(i - 1, max(first, i - 4) - 1, -1):
        if reading.words[j] in POSSESSIVES:
            return j
        if reading.tokens[j].pos_ not in ("ADJ", "NUM", "ADV"):
            return None
    return None


def is_strength(reading: Reading, i: int, *, about_troops: bool) -> bool:
    """Whether a noun says the strength of a force: *sa présence*, *la mission de l'Otan*, *leur nombre*.

    `about_troops`: the article speaks of troops, so that an owner alone will do.
    """
    if is_troops(reading, i) or i in reading.mission_at:
        return True
    words = military_words()
    name = noun_lemma(reading, i)
    if words.other_things.match(reading.folded, reading.tokens[i].idx):
        return False
    right = beside(reading, i)
    if name in words.numbers:
        owned = owner_word(reading, i)
        personnel = any(
            is_troops(reading, j) or (noun_lemma(reading, j) in words.mixed and owner_word(reading, j) is not None)
            for j in right
        )
        return personnel or (owned is not None and about_troops and name == "nombre")
    if name not in words.strengths or (name == "contingent" and _is_of_things(reading, i)):
        return False
    if any(noun_lemma(reading, j) == "militaire" or is_troops(reading, j) or j in reading.mission_at for j in right):
        return True
    if name == "volume":
        return about_troops and any(reading.words[j] == "forces" for j in right)
    # *réduire cette présence*
    pointed = (
        i > 0
        and reading.words[i - 1] in ("cette", "ce", "cet")
        and name in ("presence", "contingent", "dispositif", "force")
    )
    owned = pointed or owner_word(reading, i) is not None or any(reading.actor_at.get(j) for j in right)
    if name == "engagement":
        return owned and any(j in reading.locative_at for j in range(i + 1, min(i + 4, len(reading.tokens))))
    if name in words.standing:
        return about_troops
    if name == "dispositif" and about_troops and reading.words[i - 1] in ("le", "un", "ce", "du"):
        # *nous allégerons le dispositif*, *réduire un dispositif qui compte 600 hommes*
        return not any(reading.pos[j] == "NOUN" for j in right)
    return about_troops and owned and name not in words.shared


def is_about_troops(reading: Reading) -> bool:
    """Whether an article speaks of troops: two mentions of them, or a count or a mission and one."""
    words = military_words()
    strong = {(m.first) for m in (*reading.counts, *reading.missions)}
    found = len(strong)
    for i, name in enumerate(reading.nouns):
        if found >= 2:
            return True
        known = name in words.troops
        if not (known or name in words.mixed) or i in reading.count_at:
            continue
        if reading.pos[i] in ("NOUN", "ADJ", "PROPN") and (known or is_troops(reading, i)):
            found += 1
    return found >= 2


def is_office(reading: Reading, i: int) -> bool:
    """Whether a noun says someone who acts for a state: *le ministre*, *une délégation*."""
    name = reading.nouns[i]
    if name == "homme" and reading.words[i + 1 : i + 2] == ["fort"]:
        # *l'homme fort du Burkina Faso*
        return True
    return name in officials().offices and reading.pos[i] in ("NOUN", "PROPN", "ADJ")


def verb_lemma(token: Token) -> str:
    """The accentless lemma of a verb."""
    return folded_lemma(lemma(token))
