"""Who meets: the subject of a verb of meeting, also where the tree has lost it."""

from spacy.tokens import Token

from natoextract.events.frames import Frame
from natoextract.events.meeting_words import meeting_words
from natoextract.events.parties import Parties

#: A clause begins.
_CLAUSES = frozenset(["que", "qu'", "qui", "ou", "dont", ";", ":", "mais", '"', "«"])
_RELATIVES = frozenset(["qui", "dont", "que", "qu'", "ou"])
_SUBJECTS = frozenset(["il", "elle", "ils", "elles"])


class MeetingSubjects(Parties):
    """Finds the subject of verbs of meeting, in one article."""

    def _has_counterpart(self, frame: Frame, doer: Token | None) -> bool:
        """*Hervé Morin recevra son homologue polonais*: who has a counterpart is in office, if unsaid in which."""
        near = self.reading.nouns[frame.token.i + 1 : min(self._end(frame.token), frame.token.i + 9)]
        if doer is None:
            return False
        if doer.lower_ in ("il", "elle", "-il", "-elle"):
            return "homologue" in near
        return doer.pos_ == "PROPN" and doer.i not in self.reading.locative_at and "homologue" in near

    def _end(self, token: Token) -> int:
        return self.reading.sentence(token.i)[1]

    def _doer(self, frame: Frame) -> Token | None:
        """The subject, also where it stands after the verb: *à Bruxelles se réunissent lundi les ministres*."""
        doer, token = frame.agent, frame.token
        first, _ = self.reading.sentence(token.i)
        begin = self.reading.tokens[first].idx
        furniture = next((end for start, end in self.reading.headers if begin <= end <= token.idx), None)
        if furniture is not None and (doer is None or doer.idx < furniture):
            # *date 2021-03 Le ministre a rencontré*: the tree takes the page's head for the subject
            after = range(self.reading.scene.index(furniture), token.i)
            doer = next((self.reading.tokens[j] for j in after if self.is_party(j)), None)
        if self._opens_clause(frame) and (behind := self._behind_comma(token)) is not None:
            return behind
        if doer is not None and (
            self.acts(doer) or frame.group is None or frame.group.passive or self.group_told(doer)
        ):
            return doer
        if doer is None and (doer := self._left(token) or self._apart(frame)) is not None:
            return doer
        errand = frame.group is not None and frame.group.tense in ("infinitive", "participle")
        if errand and not self._has_counterpart(frame, doer):
            # *est arrivé afin de rencontrer*, *est reparti sans avoir rencontré*, *après s'être entretenu*
            doer = self._opening_party(token) or doer
            if doer is not None and self.acts(doer):
                return doer
        if doer is not None and (joined := self._joined(doer, token.i)) is not None:
            return joined
        end = min(self._end(token), token.i + 12)
        if doer is not None and self._has_counterpart(frame, doer):
            return doer
        if is_reflexive(frame) or self._is_opening(token):
            # *Réunis à Bruxelles, les ministres ont approuvé*
            nouns = (j for j in range(token.i + 1, end) if self.reading.pos[j] in ("NOUN", "PROPN", "NUM"))
            parties = (j for j in nouns if self.is_party(j) and self._lead(j) not in ("avec", "par"))
            return next((self.reading.tokens[j] for j in parties), doer)
        return doer

    def _opens_clause(self, frame: Frame) -> bool:
        """*Juste avant d'appeler son homologue, X a dit*: an infinitive that opens its sentence."""
        if frame.group is None or frame.group.tense != "infinitive":
            return False
        first, _ = self.reading.sentence(frame.token.i)
        before = range(first, frame.token.i)
        light = ("ADV", "ADP", "SCONJ", "PRON", "SPACE", "PUNCT", "AUX")
        return len(before) < 6 and all(self.reading.pos[j] in light for j in before)

    def _behind_comma(self, token: Token) -> Token | None:
        """The party behind the comma that closes what opens a sentence."""
        reading = self.reading
        comma = next((j for j in range(token.i + 1, self._end(token)) if reading.words[j] == ","), None)
        if comma is None:
            return None
        for j in range(comma + 1, min(self._end(token), comma + 8)):
            if reading.pos[j] in ("NOUN", "PROPN"):
                return reading.tokens[j] if self.is_party(j) and self._lead(j) == "" else None
            if reading.words[j] in _SUBJECTS:
                return reading.tokens[j] if self.acts(reading.tokens[j]) else None
        return None

    def _opening_party(self, token: Token) -> Token | None:
        """The party that opens a sentence, whose errand an infinitive tells."""
        before = self.reading.words[max(0, token.i - 4) : token.i]
        if {"pour", "afin", "sans", "avant", "apres"}.isdisjoint(before):
            return None
        first, _ = self.reading.sentence(token.i)
        for j in range(first, min(token.i, first + 8)):
            if self.reading.pos[j] in ("NOUN", "PROPN") or self.reading.words[j] in _SUBJECTS:
                party = self.reading.words[j] in _SUBJECTS or (self.is_party(j) and self._lead(j) == "")
                if party or self.reading.pos[j] == "NOUN":
                    return self.reading.tokens[j] if party else None
        return None

    def _joined(self, doer: Token, end: int) -> Token | None:
        """*Kim Hyok Chol et l'émissaire américain se sont rencontrés*: the one of a list who is known."""
        words = self.reading.words
        between = range(doer.i + 1, end)
        joined = next((j for j in between if words[j - 1] in ("et", "le", "la", "l'") and self.is_party(j)), None)
        return self.reading.tokens[joined] if joined is not None and "et" in words[doer.i : joined] else None

    def _left(self, token: Token) -> Token | None:
        """*Macron et Zelensky s'étaient parlé*: names that the model takes for adverbs."""
        first, _ = self.reading.sentence(token.i)
        for j in range(token.i - 1, max(first - 1, token.i - 6), -1):
            if self.is_person(self.reading.tokens[j]):
                return self.reading.tokens[j]
            if self.reading.pos[j] not in ("AUX", "PRON", "ADV"):
                return None
        return None

    def _apart(self, frame: Frame) -> Token | None:
        """*Il s'y entretiendra avec*, *X, ministre, et Z, se sont rencontrés ce jeudi*: a subject the tree has lost."""
        reading, token = self.reading, frame.token
        if frame.group is None or frame.participle:
            return None
        if frame.group.tense == "infinitive" and token.dep_ == "xcomp" and token.head.i < token.i:
            # *il devait ensuite s'entretenir*
            token = token.head
        elif frame.group.tense == "infinitive" and (above := self._intended(token)) is not None:
            token = above
        elif frame.group.tense in ("infinitive", "gerund", "participle"):
            return None
        first, _ = reading.sentence(token.i)
        end = token.i
        begin = next((j for j in range(token.i - 1, first, -1) if reading.words[j] in _CLAUSES), first)
        if reading.words[token.i - 1] == "," and reading.words[begin] in _RELATIVES and reading.words[begin - 1] == ",":
            # *X, dont la visite est finie, doit rencontrer Y*: the relative clause is closed
            begin, end = first, begin
        for j in range(begin, end):
            subject = reading.words[j] in _SUBJECTS
            if subject and (self.acts(reading.tokens[j]) or self._has_counterpart(frame, reading.tokens[j])):
                return reading.tokens[j]
            if reading.pos[j] == "X" and self.is_person(reading.tokens[j]):
                return reading.tokens[j]
            if reading.pos[j] in ("NOUN", "PROPN") and self.is_party(j):
                return reading.tokens[j] if self._lead(j) == "" else None
            if reading.pos[j] == "VERB" or (reading.pos[j] == "NOUN" and self._lead(j) == ""):
                return None
        return None

    def _intended(self, token: Token) -> Token | None:
        """*Mme Clinton compte rencontrer*: the verb right before an infinitive, which the model may call a noun."""
        i = token.i - 1
        while i > 0 and self.reading.words[i] in ("se", "s'", "y", "aussi", "egalement", "notamment"):
            i -= 1
        return self.reading.tokens[i] if self.reading.words[i] in meeting_words().intending else None

    def _is_opening(self, token: Token) -> bool:
        """Whether a participle opens its sentence."""
        first, _ = self.reading.sentence(token.i)
        return token.i - first < 2


def is_reflexive(frame: Frame) -> bool:
    """*se réunir*, also as a participle: *sont réunis*, *réunis à Riga*."""
    return frame.word.startswith(("se ", "s'"))
