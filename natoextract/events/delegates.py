"""Who stands for an organisation or a group: *une mission de la Cédéao*, *l'ancien président X, médiateur de l'UA*."""

from collections import Counter
from functools import cached_property

from spacy.tokens import Token

from natoextract.events.meeting_words import meeting_words
from natoextract.events.military import beside, is_office
from natoextract.events.reading import Reading
from natoextract.layers import surface_of
from natoextract.officials import officials

#: Words between a group and those who speak for it: *une délégation du Hamas*.
_OF = frozenset(["de", "du", "des", "d'", "la", "l'", "les"])
#: How far behind a former president his errand may be told: *l'ancien président kenyan X, envoyé spécial de l'UA*.
_FAR = 16


class Delegates:
    """Asks of nouns whether they stand for an organisation, a group or a region, in one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def groups(self) -> dict[int, str]:
        """Armed groups and other bodies that have no troops of ours, by token: *les talibans*, *le Hamas*."""
        index = self.reading.scene.index
        named = self.reading.doc._.organisations
        return {i: o["code"] for o in named for i in range(index(o["start"]), index(o["end"] - 1) + 1)}

    def body(self, token: Token) -> str | None:
        """*le Conseil de sécurité*, *les Vingt-Sept*, *les 27*: an organisation by those who meet for it."""
        named = officials().bodies.get(token.text)
        if not named or (token.text.isdigit() and not self._are_members(token.i)):
            return None
        text = surface_of(self.reading.doc)
        return next((code for phrase, code in named if text.startswith(phrase, token.idx)), None)

    def _are_members(self, i: int) -> bool:
        """*les 27*, *des 28*: the members of the Union; *les 27 députés* are others."""
        reading = self.reading
        alone = i + 1 >= len(reading.tokens) or reading.pos[i + 1] not in ("NOUN", "ADJ", "NUM", "PROPN", "SYM")
        return bool(i) and reading.words[i - 1] in ("les", "des", "aux") and alone and i not in reading.date_at

    @cached_property
    def main_body(self) -> str | None:
        """The organisation that an article names most, whose ministers meet in it."""
        told = Counter(a.code for a in self.reading.actors if a.form == "organisation")
        return told.most_common(1)[0][0] if told else None

    def is_mission(self, i: int) -> bool:
        """*une mission de la Cédéao*, *un panel de l'Union africaine*; *la mission de l'Otan en Irak* is a force."""
        reading = self.reading
        if reading.nouns[i] not in meeting_words().missions or reading.pos[i] != "NOUN" or i in reading.mission_at:
            return False
        if not meeting_words().unofficial.isdisjoint(reading.nouns[i + 1 : i + 6]):
            return False
        first, _ = reading.sentence(i)
        started = i > first and reading.words[i - 1] in ("une", "cette", "un", "la", "le", "premiere", "nouvelle")
        return started and self.organisation_of(i) is not None

    def organisation_of(self, i: int) -> str | None:
        """*une mission de haut niveau de la Cédéao*, *une délégation du Hamas*: whom a noun is of."""
        reading = self.reading
        for j in beside(reading, i, 9):
            if reading.words[j - 1] not in _OF:
                continue
            told = [a.code for a in reading.actor_at.get(j, ()) if a.form == "organisation"]
            if told:
                return told[0]
            if code := self.groups.get(j) or self.body(reading.tokens[j]):
                return code
        return None

    def sender(self, token: Token) -> str | None:
        """*l'ancien président nigérian X, envoyé de l'UA*: a former president goes for those who send him."""
        reading = self.reading
        before = reading.words[max(0, token.i - 2) : token.i]
        if not ({"ancien", "ancienne", "ex", "ex-"} & set(before) or reading.words[token.i].startswith("ex-")):
            return None
        _, end = reading.sentence(token.i)
        near = range(token.i + 1, min(end, token.i + _FAR))
        for j in near:
            if reading.nouns[j] in meeting_words().envoys:
                return self.organisation_of(j)
            if reading.pos[j] in ("VERB", "AUX"):
                return None
        return None

    def of_region(self, i: int) -> str | None:
        """*les dirigeants ouest-africains*: the organisation of a region, in an article that names it."""
        reading = self.reading
        if not is_office(reading, i) or reading.nouns[i] == "homologue":
            return None
        told = {a.code for a in reading.actors if a.form == "organisation"}
        near = (meeting_words().by_region.get(reading.nouns[j]) for j in beside(reading, i, 7))
        return next((code for code in near if code in told), None)
