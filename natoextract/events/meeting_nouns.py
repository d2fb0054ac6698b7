"""Whom a noun says to meet: *un sommet entre A et B*, *la visite de Y à Z*, *sommet franco-allemand*."""

from spacy.tokens import Token

from natoextract.events.evidence import Found, Whose, of_sides
from natoextract.events.frames import Frame
from natoextract.events.meeting_words import meeting_words
from natoextract.events.military import is_office, noun_lemma, owner_word
from natoextract.events.parties import CLAUSE_WORDS, Parties
from natoextract.events.resolver import unique
from natoextract.events.syntax import subject
from natoextract.grammar import SUBJECTS, features, lemma
from natoextract.text import fold

_PARTNER = frozenset({"avec", "entre", "aupres", "aux cotes"})


class MeetingNouns(Parties):
    """The parties of a noun that names a meeting."""

    def parties(self, frame: Frame) -> Whose | None:
        reading, token = self.reading, frame.token
        name = noun_lemma(reading, token.i)
        if self.sport and name in meeting_words().common | {"reunion"}:
            return None
        around = reading.folded[token.idx : token.idx + 90]
        if meeting_words().press.match(around) or self._is_other(frame, name):
            return None
        if name == "visioconference" and reading.words[token.i - 1] == "en":
            return None
        memory = self.resolver.memory
        right, partner = self._right(frame)
        owner = owner_word(reading, token.i)
        owned = self.resolver.owner_codes(owner) if owner is not None else []
        sides = {"possessive": owned, "adjective": self._adjectives(frame), partner or "complement": right}
        host = self.organisation(token)
        running = memory.last_meeting if not host or set(host) & set(memory.last_meeting) else []
        told = any(sides.values())
        if not told and running and name not in meeting_words().errands and self._is_definite(token):
            # *la réunion*, *cette visioconférence*: the one just told
            return Found(list(running), "running meeting")
        if (partner or not told) and not (partner == "entre" and len(right) > 1):
            sides = {"subject": self._left(frame), **sides}
        if not any(sides.values()) and name not in meeting_words().common:
            sides = {"host": host} if host else {"headline": self._headline(token)}
        found = of_sides(sides, token)
        if found is None or (
            name in meeting_words().common and not self._is_official(frame, name, found.value, partner)
        ):
            return None
        return found

    def _adjectives(self, frame: Frame) -> list[str]:
        """*sommet franco-allemand*, *négociations interafghanes*."""
        reading = self.reading
        last = min(reading.sentence(frame.token.i)[1], frame.last + 5)
        return [
            actor.code
            for j in range(frame.last + 1, last)
            if reading.tokens[j].pos_ in ("ADJ", "PROPN", "NOUN", "VERB")
            for actor in reading.actor_at.get(j, ())
            if actor.form == "adjective" and actor.first == j
        ]

    def _headline(self, token: Token) -> list[str]:
        """*Ukraine : les négociations de paix au point mort*."""
        first, _ = self.reading.sentence(token.i)
        told = self.reading.locative_at.get(first)
        return [told.code] if told is not None and told.rule == "headline" else []

    def _is_other(self, frame: Frame, name: str) -> bool:
        """*réunion de parents*, *visite guidée*, *point de presse*, a visit to a thing."""
        reading = self.reading
        _, end = reading.sentence(frame.token.i)
        following = reading.words[frame.last + 1 : min(end, frame.last + 5)]
        if following[:1] and following[0] in meeting_words().private:
            return True
        if name in ("visite", "decouverte") and following[:1] in (["d'"], ["de"], ["du"], ["des"]):
            target = next(
                (
                    reading.tokens[j]
                    for j in range(frame.last + 2, min(end, frame.last + 6))
                    if reading.tokens[j].pos_ in ("NOUN", "PROPN")
                ),
                None,
            )
            person = target is not None and (
                is_office(reading, target.i)
                or bool(reading.actor_at.get(target.i))
                or self.is_person(target)
                or reading.words[target.i] in meeting_words().courtesies
            )
            return not person and not any(w in ("jours", "jour", "heures") for w in following)
        return name == "sommet" and (
            following[:2] in (["de", "la"], ["du", "mont"]) and not self.organisation(frame.token)
        )

    def _right(self, frame: Frame) -> tuple[list[str], str | None]:
        """Parties told after the noun: by *de*, *entre*, *avec*."""
        reading = self.reading
        _, end = reading.sentence(frame.token.i)
        codes: list[str] = []
        mode: str | None = None
        partner: str | None = None
        j = frame.last + 1
        # *le sommet Etats-Unis-Afrique*
        codes.extend(a.code for a in reading.actor_at.get(j, ()) if a.form in ("name", "organisation") and a.first == j)
        while j < min(end, frame.last + 32):
            word, token = reading.words[j], reading.tokens[j]
            if word in CLAUSE_WORDS or (
                token.pos_ in ("VERB", "AUX") and token.dep_ not in ("acl", "amod", "nmod") and partner is None
            ):
                break
            if token.pos_ in ("VERB", "AUX") and "Fin" in features(token, "VerbForm"):
                break
            if word == "pour" and not codes:
                break
            if word in _PARTNER:
                mode = partner = word
            elif word in ("de", "du", "des", "d'") and partner is None:
                mode = "de"
            elif word in ("a", "au", "aux", "en", "dans", "sous") and partner is None:
                mode = None
            elif token.text in (",", "(") and partner is None:
                break
            elif mode is not None and token.pos_ in ("NOUN", "PROPN", "ADJ", "PRON", "NUM"):
                codes.extend(self._party(token, strict=mode == "de"))
            j += 1
        return unique(codes), partner

    def _party(self, token: Token, strict: bool) -> list[str]:
        """The codes of one word of a list of parties."""
        reading = self.reading
        here = reading.actor_at.get(token.i)
        if here:
            return [a.code for a in here if a.first == token.i]
        if token.pos_ == "ADJ":
            return []
        if (
            is_office(reading, token.i)
            or self.is_person(token)
            or fold(token.lemma_) in meeting_words().peers | {"homologue"}
        ):
            return self.resolver.codes_of(token)
        if token.pos_ == "PRON" and token.lower_ in ("lui", "eux", "elle", "elles", "nous"):
            return self.resolver.codes_of(token)
        return []

    def _left(self, frame: Frame) -> list[str]:
        """The side that holds, attends or proposes the meeting: the subject above, and *à son homologue*."""
        reading = self.reading
        codes: list[str] = []
        token = frame.token
        if noun_lemma(reading, token.i) in meeting_words().errands:
            return self._traveller(token)
        for up in token.ancestors:
            if up.pos_ in ("VERB", "AUX") and lemma(up) != "être":
                doer = subject(up)
                if doer is not None and doer.i not in range(token.i, frame.last + 1) and not self._within(doer, token):
                    codes = self.resolver.codes_of(doer)
                    if codes:
                        break
            # *le chef de la diplomatie, en visite en Inde*
            official = up.pos_ in ("NOUN", "PROPN") and (is_office(reading, up.i) or self.is_person(up))
            if official and up.i < token.i and (codes := self.resolver.codes_of(up)):
                break
        first, _ = reading.sentence(token.i)
        if not codes:
            for j in range(token.i - 1, first - 1, -1):
                candidate = reading.tokens[j]
                topic = (candidate.dep_ in SUBJECTS and lemma(candidate.head) == "être") or any(
                    lemma(c) == "être" for c in candidate.head.children if c.dep_ == "cop"
                )
                actor = is_office(reading, j) or self.is_person(candidate) or (candidate.dep_ in SUBJECTS and not topic)
                if actor and (codes := self.resolver.codes_of(candidate)):
                    break
        for j in range(max(first, token.i - 12), token.i):
            if reading.words[j].startswith("homologue"):
                codes = unique([*codes, *self.resolver.named(reading.tokens[j])])
        return codes

    def _traveller(self, token: Token) -> list[str]:
        """*le général Michon, en déplacement à Nouakchott*: the nearest official before, else the subject."""
        first, _ = self.reading.sentence(token.i)
        for j in range(token.i - 1, first - 1, -1):
            candidate = self.reading.tokens[j]
            if is_office(self.reading, j) or self.is_person(candidate) or self.resolver.seat(candidate):
                return self.resolver.codes_of(candidate)
        doer = next((subject(up) for up in token.ancestors if up.pos_ in ("VERB", "AUX")), None)
        return self.resolver.codes_of(doer) if doer is not None and self.acts(doer) else []

    def _within(self, doer: Token, token: Token) -> bool:
        return token.i == doer.i or doer.is_ancestor(token)

    def _is_definite(self, token: Token) -> bool:
        before = [self.reading.words[j] for j in range(max(0, token.i - 3), token.i)]
        return any(w in ("la", "le", "cette", "ce", "les", "ces", "du", "l'", "des") for w in before)

    def _is_official(self, frame: Frame, name: str, codes: list[str], partner: str | None) -> bool:
        """A common noun needs two sides (*entretien*), or an official and a place (*visite*)."""
        reading = self.reading
        first, end = reading.sentence(frame.token.i)
        people = any(
            is_office(reading, j) or self.is_person(reading.tokens[j])
            for j in range(first, end)
            if reading.tokens[j].pos_ in ("NOUN", "PROPN")
        )
        if name not in meeting_words().errands:
            # *la rencontre entre la Suisse et le Brésil*: a match
            return (len(codes) > 1 and (people or name != "rencontre")) or (partner is not None and people)
        after = range(frame.last + 1, min(end, frame.last + 16))
        there = any(j in reading.locative_at or j in reading.place_at for j in after)
        near = reading.words[frame.last + 1 : min(end, frame.last + 4)]
        formal = not meeting_words().formal.isdisjoint(near)
        return (people or len(codes) > 1) and (name == "tournee" or there or formal or len(codes) > 1)
