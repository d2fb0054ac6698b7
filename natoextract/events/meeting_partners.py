"""Whom a noun of meeting has through its verb: *a eu son homologue au téléphone*, *a proposé une rencontre à Y*."""

from spacy.tokens import Token

from natoextract.events.evidence import Whose, of_sides
from natoextract.events.frames import Frame
from natoextract.events.meeting_sides import Sides
from natoextract.events.meeting_words import meeting_words
from natoextract.events.military import is_office, verb_lemma
from natoextract.events.owning import unique
from natoextract.events.syntax import subject


class Partners(Sides):
    """Finds the other side of a noun of meeting by the verb that has it, in one article."""

    def _on_telephone(self, frame: Frame) -> Whose | None:
        """*a eu son homologue au téléphone*, *a joint le président turc par téléphone*."""
        token = frame.token
        if self.reading.words[token.i - 1] not in ("au", "par"):
            return None
        first, _ = self.reading.sentence(token.i)
        verb = next((t for t in reversed(self.reading.tokens[first : token.i]) if t.pos_ == "VERB"), None)
        if verb is None or verb_lemma(verb) not in ("avoir", "joindre") or (doer := subject(verb)) is None:
            return None
        # *a essayé de joindre au téléphone le président turc*
        ahead = self.ahead(token.i + 1, min(len(self.reading.tokens), token.i + 6))
        other = next(self.ahead(verb.i + 1, token.i), None) or next(ahead, None)
        if other is None or not self.acts(doer):
            return None
        return of_sides({"subject": self.codes(doer), "object": self.codes(other)}, token)

    def _offered(self, frame: Frame) -> list[str]:
        """*a proposé une rencontre à son homologue*: to whom it is put."""
        verb = frame.token.head
        if verb.pos_ != "VERB" or verb_lemma(verb) not in meeting_words().offering:
            return []
        end = self.reading.sentence(frame.token.i)[1]
        for j in range(frame.last + 1, min(end - 1, frame.last + 4)):
            if self.reading.words[j] in ("a", "au", "aux"):
                other = next(self.ahead(j + 1, min(end, j + 5)), None)
                return self.codes(other) if other is not None and is_office(self.reading, other.i) else []
        return []

    def _before(self, frame: Frame) -> list[str]:
        """*Il a eu avec le président syrien une rencontre*: the partner stands between the verb and the noun."""
        reading, token = self.reading, frame.token
        first, _ = reading.sentence(token.i)
        near = range(token.i - 1, max(first, token.i - 12), -1)
        verb = next((reading.tokens[j] for j in near if reading.pos[j] in ("VERB", "AUX")), None)
        if verb is None or verb_lemma(verb) not in meeting_words().having:
            return []
        at = next((j for j in range(verb.i + 1, min(token.i, verb.i + 6)) if reading.words[j] == "avec"), None)
        other = next(self.ahead(at + 1, token.i), None) if at is not None and at + 1 < token.i else None
        doer = subject(verb)
        if other is None or doer is None or not self.acts(doer):
            return []
        return unique([*self.codes(doer), *self.codes(other)])

    def _is_had(self, token: Token) -> bool:
        """*a reçu un appel*, *a eu un entretien*: the object of a verb of having."""
        verb = token.head
        return token.dep_ == "obj" and verb.pos_ == "VERB" and verb_lemma(verb) in meeting_words().having

    def _opened(self, frame: Frame) -> list[str]:
        """*Lors d'un appel, le président turc a demandé à son homologue ukrainien*: the two of the clause it opens."""
        reading = self.reading
        first, end = reading.sentence(frame.token.i)
        comma = next((j for j in range(frame.last + 1, min(end, frame.last + 12)) if reading.words[j] == ","), None)
        if comma is None or any(reading.pos[j] in ("VERB", "AUX") for j in range(first, comma)):
            return []
        other = next((j for j in range(comma + 1, min(end, comma + 26)) if reading.nouns[j] == "homologue"), None)
        if other is None or reading.words[other - 1] not in ("son", "sa"):
            return []
        doer = next((j for j in range(comma + 1, other) if self.is_party(j)), None)
        if doer is None:
            return []
        return unique([*self.codes(reading.tokens[doer]), *self.codes(reading.tokens[other])])
