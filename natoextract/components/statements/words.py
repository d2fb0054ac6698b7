"""The words of one `Doc` as the phrase rules read them: folded tokens, offsets, names, states, dates."""

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Literal

from spacy.tokens import Doc

from natoextract.components.statements.acronyms import find_acronyms
from natoextract.components.statements.naming import names_in
from natoextract.components.statements.persons import Name
from natoextract.components.statements.tokens import Tokens
from natoextract.components.statements.vocabulary import (
    LIGATURES,
    Gender,
    Noun,
    capital_names,
    compounds,
    institution_names,
    nouns,
    phrase_words,
)
from natoextract.layers import surface_of
from natoextract.text import fold

if TYPE_CHECKING:
    from natoextract.components.statements.phrase import Phrase

Determiner = Literal["definite", "indefinite", "demonstrative", "bare"]

_DEFINITE = phrase_words("definite")
_INDEFINITE = phrase_words("indefinite")
_DEMONSTRATIVE = phrase_words("demonstrative")
_PREMODIFIERS = phrase_words("premodifiers")
_ADVERBIAL = phrase_words("adverbial")
_TITLES = phrase_words("titles")
_LIGATURE = re.compile("[œŒæÆ]")
#: Last members of hyphenated offices: *secrétaire-général*.
_HYPHENATED = phrase_words("hyphenated")
#: *la 76e Assemblée générale*
_ORDINAL = re.compile(r"\d{1,3}(?:e|eme|er|ere|nde?)")
_QUOTED = {"«": "»", "“": "”", '"': '"'}
#: *une trentaine de manifestants*, *un certain nombre d'observateurs*, *la plupart des experts*, *de nombreux élus*
_COUNTING = frozenset({"un", "une", "la", "de", "nombre", "beaucoup", "bon"})
_QUANTITY = re.compile(
    r"(?:(?:une? (?:certain|grand|bon|petit) nombre|(?:bon )?nombre|beaucoup|une (?:\w+aine|poignee|majorite|minorite)"
    r"|un millier|la (?:plupart|majorite|moitie)) (?:de |d'|des )|de (?:(?:tres )?nombreu(?:x|ses)|multiples) )"
)


class Words:
    """Look-ups over the tokens of one `Doc`."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = surface_of(doc)
        self.tokens = Tokens(doc)
        self.size = len(doc)
        self.folded_text = fold(self.text)
        places = doc.to_array(["IDX", "LENGTH"])
        self.offsets: list[int] = places[:, 0].tolist()
        self.stops: list[int] = places.sum(axis=1).tolist()
        self.forms = [self.text[i:j] for i, j in zip(self.offsets, self.stops, strict=True)]
        tags = doc.to_array("POS").tolist()
        names = {code: doc.vocab.strings[code] for code in set(tags)}
        #: parts of speech by name
        self.pos: list[str] = [names[code] for code in tags]
        self.folded = [self.folded_text[i:j] for i, j in zip(self.offsets, self.stops, strict=True)]
        #: the folded tokens, with ligatures resolved
        self.spelled = [f.translate(LIGATURES) for f in self.folded] if _LIGATURE.search(self.text) else self.folded
        #: states, organisations and missions; a mission has no code of its own
        self.codes: list[tuple[int, int, str]] = sorted(
            [(r["start"], r["end"], r["code"]) for layer in (doc._.countries, doc._.organisations) for r in layer]
            + [(r["start"], r["end"], "") for r in doc._.missions]
        )
        self.adjectives = {r["start"] for r in doc._.countries if r["form"] == "adjective"}
        self.organisations = {r["code"] for r in doc._.organisations}
        self.demonyms = {r["start"] for r in doc._.countries if r["form"] == "demonym"}
        self.capitals = {r["start"] for r in doc._.countries if r["form"] == "capital"}
        self.bodies = sorted((r["start"], r["end"]) for layer in (doc._.organisations, doc._.missions) for r in layer)
        self.body_spans = frozenset(self.bodies)
        self.places = {r["start"]: r["end"] for r in doc._.places}
        self.code_starts = [c[0] for c in self.codes]
        acronyms = list(find_acronyms(self.text))
        #: what each acronym stands for, and the acronym behind each full name, by where the name begins
        self.acronyms = {a.letters: a for a in acronyms}
        self.explained = {a.start: a for a in acronyms}
        self.names = names_in(self, (a.end for a in acronyms))
        self.surnames = {n.last for n in self.names if len(n.words) > 1 and not n.body} | {
            n.last for n in self.names if n.title
        }
        self.surnames |= {word for n in self.names for word in n.inner}
        #: where each surname is told first
        self.first_told = {n.last: n.start for n in reversed(self.names)}
        # a title may be glued to its name (*M.Obama*): the token that holds its beginning counts
        self.name_starts = {self.offsets[self.token_over(n.start)]: n for n in self.names}
        self.dated = self._covered()
        #: phrases already read, by token and mode
        self.phrases: dict[tuple[int, bool], Phrase | None] = {}

    def opens(self, i: int) -> bool:
        """Whether a speaker phrase may begin at a token: a determiner, a title, a name, a noun of the lists."""
        form = self.folded[i]
        if form in _DEFINITE or form in _INDEFINITE or form in _DEMONSTRATIVE:
            return True
        return self.offsets[i] in self.name_starts or form.rstrip(".") in _TITLES or form in nouns()

    def token_at(self, offset: int) -> int:
        """The index of the token at or after an offset."""
        return bisect_left(self.offsets, offset)

    def token_over(self, offset: int) -> int:
        """The index of the token that an offset lies in."""
        return max(0, bisect_right(self.offsets, offset) - 1)

    def stop(self, i: int) -> int:
        """Where a token ends."""
        return self.stops[i]

    def codes_in(self, start: int, end: int) -> list[str]:
        """States and organisations named in a stretch, in order."""
        return [c for _, _, c in self.coded_in(start, end) if c]

    def coded_in(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The states, organisations and missions in a stretch, in order."""
        first = bisect_left(self.code_starts, start)
        return [named for named in self.codes[first : bisect_left(self.code_starts, end)] if named[1] <= end]

    def noun(self, i: int) -> tuple[Noun | None, int]:
        """The noun at a token and where it ends; a hyphenated one may be several tokens (*haut-commissaire*)."""
        offsets, stops = self.offsets, self.stops
        if self.folded[i] == "personne" and (i == 0 or self.pos[i - 1] not in ("DET", "ADJ", "NUM")):
            # *personne n'a bougé*
            return None, i + 1
        for rest in compounds().get(self.folded[i], ()):
            # *le prix Nobel de physique*, *le milieu de terrain*
            if self.folded[i + 1 : i + 1 + len(rest)] == rest:
                plural = self.folded[i].endswith("s")
                sorts = frozenset({"person", "institution"} if plural else {"person"})
                return Noun(" ".join((self.folded[i], *rest)), sorts, None, plural), i + 1 + len(rest)
        end, last_token = i + 1, self.size - 1
        while end < last_token and self.folded[end] == "-" and stops[end - 1] == offsets[end] == offsets[end + 1] - 1:
            end += 2
        table = nouns()
        if self.folded[end : end + 1] == ["ministre"] and self.folded[end - 1].endswith(("-premier", "-premiere")):
            # *le vice-Premier ministre*
            return table["ministre"], end + 1
        if end == i + 1 and ((found := table.get(self.spelled[i])) is not None or "-" not in self.spelled[i]):
            return found, end
        # *secrétaire-général*: the first member is the head
        prefix, _, last = self.folded_text[offsets[i] : stops[end - 1]].translate(LIGATURES).rpartition("-")
        if last in _HYPHENATED and prefix in table:
            return table[prefix], end
        for stop in range(end, i, -1):
            form = self.folded_text[offsets[i] : stops[stop - 1]].translate(LIGATURES)
            if form in table:
                return table[form], stop
        # *vice-président*, *ex-ministre*: the last member is the head
        return (table.get(last), end) if prefix in _PREMODIFIERS else (None, i + 1)

    def behind_aside(self, i: int) -> int:
        """The token behind an aside that begins at a token: *(PS)*, *(JEM, rébellion)*; else the token itself."""
        if i < self.size and self.forms[i] == "(":
            close = self.text.find(")", self.offsets[i], self.offsets[i] + 70)
            if close > 0:
                return self.token_at(close + 1)
        return i

    def behind_quoted(self, i: int) -> int:
        """The token behind a quoted name that begins at a token: *l'association « Espoir »*; else the token itself."""
        if i < self.size and self.forms[i] in _QUOTED:
            close = self.text.find(_QUOTED[self.forms[i]], self.stops[i], self.stops[i] + 60)
            name = self.text[self.stops[i] : close].strip() if close > 0 else ""
            if name[:1].isupper() and not {",", "."} & set(name):
                return self.token_at(close + 1)
        return i

    def determiner(self, i: int) -> tuple[int, Determiner]:
        """The token past a determiner, and its kind: *le* definite, *une* indefinite, *ce* pointing."""
        form = self.folded[i]
        if form in _COUNTING and (counted := _QUANTITY.match(self.folded_text, self.offsets[i])) is not None:
            return self.token_at(counted.end()), "indefinite"
        if form in ("l'", "un", "une") and (member := self._one_of(i + (form == "l'"))) is not None:
            return member, "indefinite"
        if form in _DEFINITE:
            if form == "les" and i + 1 < self.size and self.folded[i + 1] in _INDEFINITE:
                return i + 2, "definite"
            return i + 1, "definite"
        if form in _DEMONSTRATIVE:
            return i + 1, "demonstrative"
        if form == "d'" and i + 1 < self.size and self.folded[i + 1] == "autres":
            return i + 2, "indefinite"
        if form in _INDEFINITE:
            return i + 1, "indefinite"
        return i, "bare"

    def _one_of(self, i: int) -> int | None:
        """The noun of *un des scientifiques*, *l'une de ses avocates*."""
        if self.folded[i : i + 1] not in (["un"], ["une"]):
            return None
        if self.folded[i + 1 : i + 2] == ["des"]:
            return i + 2
        if self.folded[i + 1 : i + 3] == ["de", "ces"]:
            return i + 3
        if self.folded[i + 1 : i + 2] == ["de"] and self.folded[i + 2 : i + 3] in (["ses"], ["leurs"], ["nos"]):
            return i + 3
        return None

    def after_title(self, j: int) -> Name | None:
        """*M. Obama*, *Mme Mortier*: the name behind a title."""
        doc = self.tokens
        if self.folded[j].rstrip(".") not in _TITLES:
            return None
        for k in range(j + 1, min(j + 3, len(doc))):
            if self.offsets[k] in self.name_starts:
                return self.name_starts[self.offsets[k]]
        return None

    def skip_premodifiers(self, j: int) -> int:
        """The token past what stands before a noun: *ancien*, *jeune*, *vice-*."""
        folded, last = self.folded, self.size - 1
        # most words are none of these
        while j < last and (
            folded[j] in _PREMODIFIERS
            or (folded[j] == "-" and folded[j - 1] in _PREMODIFIERS)
            or (folded[j][0].isdigit() and _ORDINAL.fullmatch(folded[j]))
        ):
            if self.noun(j)[0] is not None:
                break
            j += 1
        # *premier ministre*, *jeune avocate*: a noun of office that another follows is its modifier
        while j < last and folded[j] in _PREMODIFIERS and self.noun(j + 1)[0] is not None:
            j += 1
        return j

    def is_coded(self, offset: int) -> bool:
        """Whether a state, an organisation or a mission is named at a character."""
        k = bisect_left(self.code_starts, offset)
        return k < len(self.code_starts) and self.code_starts[k] == offset

    def coded_at(self, j: int) -> tuple[int, int, str] | None:
        """The state or organisation named at a token."""
        start = self.offsets[j]
        if start in self.adjectives:
            return None
        k = bisect_left(self.code_starts, start)
        return self.codes[k] if k < len(self.codes) and self.codes[k][0] == start else None

    def proper(self, j: int) -> int | None:
        """The end of an institution's proper name at a token: *Maison Blanche*, *Elysée*."""
        doc = self.tokens
        if not self.forms[j][:1].isupper():
            return None
        known = institution_names()
        for k in range(min(j + 4, len(doc)), j, -1):
            name = self.folded_text[self.offsets[j] : self.stops[k - 1]]
            if name in known and (self.forms[k - 1][:1].isupper() or name not in capital_names()):
                # *Le temps presse* is not *Le Temps*, nor is *La Croix-Rouge* *La Croix*
                if self.text[self.stops[k - 1] : self.stops[k - 1] + 1] == "-":
                    continue
                return self.stop(k - 1)
        return None

    def speaks_for(self, start: int, end: int) -> list[str]:
        """The codes of those for whom the words `[start, end)` speak: *l'armée française* → FRA."""
        codes = self.codes_in(start, end)
        names = institution_names()
        folded = self.folded_text[start:end]
        if (code := names.get(folded)) is not None:
            return [code, *codes]
        if not codes:
            words = folded.replace("l'", " ").replace("d'", " ").split()
            for size in (3, 2, 1):
                for k in range(len(words) - size + 1):
                    code = names.get(" ".join(words[k : k + size]))
                    if code:
                        return [code]
        return codes

    def place(self, j: int) -> int | None:
        """The token past a place that begins at a token; None where none does."""
        end = self.places.get(self.offsets[j])
        return None if end is None else self.token_over(end - 1) + 1

    def gender_of(self, lead: int) -> Gender | None:
        """The gender that the determiner of a phrase shows; None where it shows none."""
        form = self.folded[self.token_at(lead)]
        return "f" if form in ("la", "une", "cette", "sa") else "m" if form in ("le", "un", "ce", "cet") else None

    def _covered(self) -> frozenset[int]:
        """Tokens inside dates: *mardi*, *la semaine dernière* are nobody."""
        covered = {i for i, form in enumerate(self.folded) if form in _ADVERBIAL}
        for record in self.doc._.dates:
            covered.update(range(self.token_over(record["start"]), self.token_over(record["end"] - 1) + 1))
        return frozenset(covered)
