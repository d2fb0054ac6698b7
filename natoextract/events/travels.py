"""Who is said to travel: *le ministre s'est rendu à Bagdad*, *le médiateur est à nouveau à Bujumbura*."""

from spacy.tokens import Token

from natoextract.events.evidence import Found, Whose
from natoextract.events.frames import Frame
from natoextract.events.meeting_subjects import MeetingSubjects
from natoextract.events.meeting_words import meeting_words
from natoextract.events.military import beside, is_office
from natoextract.events.openings import opening_head
from natoextract.events.seats import seat_at
from natoextract.grammar import SUBJECTS, auxiliaries_of
from natoextract.text import fold

_PREPOSITIONS = frozenset(["a", "en", "au", "aux"])


class Travels(MeetingSubjects):
    """The parties of a verb of travel, in one article."""

    def _travels(self, frame: Frame) -> Whose | None:
        """*le ministre s'est rendu à Bagdad*: an official, and a place."""
        if self.sport:
            return None
        reading, doer = self.reading, frame.agent
        passive = frame.group is not None and frame.group.passive
        headline = frame.token.lower_.startswith("attendu") and not any(auxiliaries_of(frame.token))
        if fold(frame.token.lemma_) == "attendre" and not passive and not headline:
            return None
        if doer is None:
            # *Arrivé lundi à Kinshasa, le chef de la mission a parlé*
            doer = self._left(frame.token) or self._apart(frame) or opening_head(frame.token)
        if doer is not None and not self._may_travel(doer):
            # *Adama Barrow et le président sénégalais sont arrivés*
            doer = self._joined(doer, frame.token.i) or self._apart(frame)
        if doer is None or not self._may_travel(doer):
            return None
        first, end = reading.sentence(frame.token.i)
        window = range(frame.token.i + 1, min(end, frame.token.i + 10))
        goal = self.countries(window) | self._seats(window)
        if "ou" in reading.words[max(first, doer.i - 4) : doer.i]:
            # *à Kiev, où le ministre est attendu*
            goal = goal or self.countries(range(max(first, doer.i - 8), doer.i))
        if fold(frame.token.lemma_) == "visiter":
            goal = goal or {a.code for j in window[:3] for a in reading.actor_at.get(j, ()) if a.form == "name"}
        if fold(frame.word) == "etre" and not self._is_there(frame):
            return None
        codes = self.codes(doer)
        near = reading.words[frame.token.i + 1 : min(end, frame.token.i + 8)]
        if (
            codes
            and not goal
            and "dans" in near
            and near[near.index("dans") + 1 : near.index("dans") + 3] == ["la", "region"]
        ):
            return Found(codes, "traveller", doer.idx, doer.idx + len(doer))
        if not goal or (len(codes) == 1 and goal == set(codes)):
            # nowhere, or at home
            return None
        return Found(codes, "traveller", doer.idx, doer.idx + len(doer)) if codes else None

    def _may_travel(self, doer: Token) -> bool:
        """An official, a commander or a person of state."""
        if self.reading.nouns[doer.i] in ("avion", "appareil"):
            # *L'avion du président chinois s'est posé*
            return any(is_office(self.reading, j) for j in beside(self.reading, doer.i, 4))
        if doer.lower_ in ("il", "elle", "-il", "-elle"):
            # *Le ministre est en Afrique. Il atterrira à Dakar*
            stands_for = self._antecedent(doer)
            return stands_for is not None and self._may_travel(stands_for)
        office = is_office(self.reading, doer.i) or self.reading.nouns[doer.i] in meeting_words().commanders
        return bool(office or self.is_person(doer) or self.resolver.person(doer) or self.resolver.portfolio(doer))

    def _antecedent(self, pronoun: Token) -> Token | None:
        """The last subject of a noun before a pronoun, in its sentence or the one before."""
        reading = self.reading
        first, _ = reading.sentence(pronoun.i)
        begin = reading.sentence(first - 1)[0] if first else first
        for j in range(pronoun.i - 1, begin - 1, -1):
            candidate = reading.tokens[j]
            if candidate.dep_ in SUBJECTS and candidate.pos_ in ("NOUN", "PROPN"):
                return candidate
        return None

    def _seats(self, window: range) -> set[str | None]:
        """*attendus à l'Elysée*: the state whose seat it is."""
        words = self.reading.words
        seats = (j for j in window if words[j - 1] in ("l'", "la", "au", "le"))
        return {code for j in seats if (code := seat_at(self.reading, self.reading.tokens[j]))}

    def _is_there(self, frame: Frame) -> bool:
        """*le président est à Moscou*, *est en Allemagne pour un sommet*: a place alone, and no private matter."""
        reading, i = self.reading, frame.last
        group = frame.group
        if group is None or group.passive or group.tense not in ("present", "imperfect", "future"):
            return False
        near = range(i + 1, min(reading.sentence(i)[1], i + 7))
        where = next((j for j in near if j in reading.place_at or j in reading.locative_at), None)
        if where is None or reading.words[where - 1] not in _PREPOSITIONS:
            return False
        # *est né*, *est prêt à*: nothing but adverbs and days before the place
        between = range(i + 1, where - 1)
        calm = all(
            reading.pos[j] in ("ADV", "ADP", "NUM", "PUNCT") or j in reading.date_at or reading.words[j] == "nouveau"
            for j in between
        )
        return calm and not meeting_words().leisure & set(reading.nouns[where + 1 : where + 9])
