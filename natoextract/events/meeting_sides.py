"""The sides that stand beside a noun of meeting: right of it, left of it, in its adjectives and its headline."""

from spacy.tokens import Token

from natoextract.components.actors.gazetteer import provinces
from natoextract.events.frames import Frame
from natoextract.events.gatherings import Gatherings
from natoextract.events.governors import is_infinitive
from natoextract.events.meeting_words import meeting_words
from natoextract.events.military import is_office, noun_lemma, verb_lemma
from natoextract.events.openings import opening_head
from natoextract.events.owning import unique
from natoextract.events.seats import seat_at
from natoextract.events.syntax import subject
from natoextract.events.vocabulary import vocabulary
from natoextract.grammar import SUBJECTS, features, lemma
from natoextract.text import fold

_APART = frozenset(["devant", "chez", "pour", "par", "selon", "apres", "avant", "lors", "malgre"])
_PARTNER = frozenset({"avec", "entre", "aupres", "aux cotes"})
_MODALS = frozenset(["devoir", "pouvoir", "aller"])


class Sides(Gatherings):
    """Finds the sides of a noun of meeting, in one article."""

    def _gathered(self, token: Token) -> list[str]:
        """*un sommet réunira à Paris les dirigeants français et allemand*: the object of the verb."""
        _, end = self.reading.sentence(token.i)
        near = range(token.i + 1, min(end, token.i + 18))
        verbs = (j for j in near if self.reading.pos[j] == "VERB")
        # *une rencontre devra regrouper*
        verb = next((j for j in verbs if verb_lemma(self.reading.tokens[j]) not in _MODALS), None)
        if verb is None or verb_lemma(self.reading.tokens[verb]) not in meeting_words().gathering:
            return []
        guest = next(self.ahead(verb + 1, min(end, verb + 14)), None)
        return self.listed(guest, end) if guest is not None else []

    def _adjectives(self, frame: Frame) -> list[str]:
        """*sommet franco-allemand*, *négociations interafghanes*."""
        reading = self.reading
        last = min(reading.sentence(frame.token.i)[1], frame.last + 5)
        # *cette rencontre devant les autorités russes*
        finite = (j for j in range(frame.last + 1, last) if "Fin" in features(reading.tokens[j], "VerbForm"))
        last = next((j for j in range(frame.last + 1, last) if reading.words[j] in _APART), next(finite, last))
        return [
            actor.code
            for j in range(frame.last + 1, last)
            if reading.tokens[j].pos_ in ("ADJ", "PROPN", "NOUN", "VERB")
            for actor in reading.actor_at.get(j, ())
            if actor.form == "adjective" and actor.first == j and not self._is_of_people(j)
        ]

    def _owners(self, token: Token) -> list[str]:
        """Those of a list whose verb has a noun of meeting: *A et B ont repris leurs négociations*."""
        verb = next((up for up in token.ancestors if up.pos_ == "VERB"), None)
        doer = subject(verb) if verb is not None else None
        if verb is None or doer is None or doer.i > verb.i or not self.acts(doer):
            return []
        owners = self.listed(self.first_of(doer), verb.i)
        return owners if len(owners) > 1 else []

    def _headline(self, token: Token) -> list[str]:
        """*Ukraine : les négociations de paix au point mort*."""
        first, _ = self.reading.sentence(token.i)
        if pair := self._joined_before_colon(first, token.i):
            return pair
        told = self.reading.locative_at.get(first)
        return [told.code] if told is not None and told.rule == "headline" else []

    def _joined_before_colon(self, first: int, i: int) -> list[str]:
        """*Israël-Hamas: nouvelles discussions au Caire*, *Macron/Merkel : dîner à Berlin*."""
        reading = self.reading
        colon = next((j for j in range(first, min(i, first + 8)) if reading.words[j] == ":"), None)
        if colon is None or not any(reading.words[j] in ("-", "/", "–") for j in range(first, colon)):
            return []
        sides: list[str] = []
        for j in range(first, colon):
            people = self.resolver.memory.people.get(reading.tokens[j].text)
            named = [a.code for a in reading.actor_at.get(j, ()) if a.form != "adjective" and a.first == j]
            sides += named or [code for code in (self.groups.get(j), people) if code]
        return unique(sides) if len(unique(sides)) > 1 else []

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
        codes.extend(self._joined_names(j, end))
        while j < min(end, frame.last + 32):
            word, token = reading.words[j], reading.tokens[j]
            if word in meeting_words().breaks or (
                token.pos_ in ("VERB", "AUX") and token.dep_ not in ("acl", "amod", "nmod") and partner is None
            ):
                break
            if token.pos_ in ("VERB", "AUX") and "Fin" in features(token, "VerbForm"):
                break
            if word == "pour" and not codes:
                break
            if token.pos_ in ("VERB", "ADJ") and verb_lemma(token) in meeting_words().hosting:
                # *un sommet organisé par le chef de l'Etat angolais*: the host
                break
            if reading.words[j : j + 2] == ["aux", "cotes"]:
                # *participera à la rencontre aux côtés de ses homologues*
                mode = partner = "avec"
                j += 2
                continue
            if word in _PARTNER:
                mode = partner = word
            elif word in ("de", "du", "des", "d'") and partner is None:
                mode = "de"
            elif word in ("a", "au", "aux", "en", "dans", "sous") and partner is None:
                mode = None
            elif token.text in (",", "(") and partner is None:
                if (after := self._past_aside(j)) is None:
                    break
                j = after
                continue
            elif partner == "avec" and not codes and fold(token.text) in provinces():
                # *des négociations avec la Catalogne*
                codes.append(provinces()[fold(token.text)])
            elif mode == "de" and j == frame.last + 2 and reading.words[j - 1] == "de" and self.has_form(j, "capital"):
                # *le sommet de Luanda*: where
                mode = None
            elif mode is not None and token.pos_ in ("NOUN", "PROPN", "ADJ", "PRON", "NUM"):
                codes.extend(self._party(token, strict=mode == "de"))
            j += 1
        if partner is None and not codes:
            return self._behind(frame, end)
        return unique(codes), partner

    def _joined_names(self, i: int, end: int) -> list[str]:
        """*le sommet Obama-Poutine*: last names that a hyphen joins."""
        tokens, people = self.reading.tokens, self.resolver.memory.people
        names = [i] if i < end and tokens[i].text in people else []
        while names and names[-1] + 2 < end and tokens[names[-1] + 1].text in ("-", "–", "/"):
            if tokens[names[-1] + 2].text not in people:
                break
            names.append(names[-1] + 2)
        return unique(people[tokens[j].text] for j in names) if len(names) > 1 else []

    def _behind(self, frame: Frame, end: int) -> tuple[list[str], str | None]:
        """*un entretien aura lieu, lundi, entre le président et la chancelière*: behind the verb of a meeting."""
        reading = self.reading
        near = range(frame.last + 1, min(end, frame.last + 22))
        verbs = (j for j in near if reading.pos[j] == "VERB" or reading.words[j] == "lieu")
        held = next((j for j in verbs if verb_lemma(reading.tokens[j]) not in _MODALS), None)
        if held is None or not self._holds(held):
            return [], None
        for j in range(held + 1, min(end, held + 12)):
            if reading.words[j] in ("entre", "avec"):
                party = next(self.ahead(j + 1, end), None) if j + 1 < end else None
                return (self.listed(party, end), reading.words[j]) if party is not None else ([], None)
            if reading.pos[j] == "VERB" or reading.words[j] in meeting_words().breaks:
                break
        return [], None

    def _holds(self, verb: int) -> bool:
        """Whether a verb says that a meeting is held: *aura lieu*, *se tiendra*."""
        words = self.reading.words
        if words[verb] == "lieu":
            return lemma(self.reading.tokens[verb - 1]) == "avoir"
        return verb_lemma(self.reading.tokens[verb]) in vocabulary().held

    def _past_aside(self, comma: int) -> int | None:
        """*un entretien téléphonique, lundi, avec son homologue*: the preposition behind a day or a place."""
        reading = self.reading
        _, end = reading.sentence(comma)
        for j in range(comma + 1, min(end, comma + 10)):
            if reading.words[j] in ("avec", "entre"):
                return j
            told = j in reading.date_at or j in reading.place_at or j in reading.locative_at
            if not told and reading.pos[j] not in ("ADP", "DET", "PUNCT", "ADV", "ADJ"):
                return None
        return None

    def _party(self, token: Token, strict: bool) -> list[str]:
        """The codes of one word of a list of parties."""
        reading = self.reading
        here = reading.actor_at.get(token.i)
        if here and self._is_of_people(token.i):
            return []
        if here:
            return [a.code for a in here if a.first == token.i]
        if token.pos_ == "ADJ":
            return []
        if told := seat_at(self.reading, token) or self.body(token) or self.groups.get(token.i):
            return [told]
        if (
            is_office(reading, token.i)
            or self.is_person(token)
            or fold(token.lemma_) in meeting_words().peers | {"homologue"}
        ):
            return self.codes(token)
        if token.pos_ == "PRON" and token.lower_ in ("lui", "eux", "elle", "elles", "nous"):
            return self.resolver.codes_of(token)
        return []

    def _is_of_people(self, i: int) -> bool:
        """*une rencontre avec des écoliers allemands et russes*: the adjectives of people who act for no state."""
        reading = self.reading
        while i > 0 and (reading.actor_at.get(i) or reading.words[i] in ("et", ",")):
            i -= 1
        return reading.nouns[i] in meeting_words().people

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
                    codes = self.listed(doer, up.i) if doer.i < up.i else self.codes(doer)
                    if verb_lemma(up) in meeting_words().bidding and up.i < token.i:
                        # *a convié le président turc à des pourparlers*
                        bidden = next(self.ahead(up.i + 1, token.i), None)
                        guests = self.listed(bidden, token.i) if bidden is not None else []
                        urged = is_infinitive(token.head) and token.head.i < token.i and token.head is not up
                        # *exhorte Washington à reprendre les négociations*: of others than who exhorts
                        codes = guests if guests and urged else unique([*codes, *guests])
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
            if self.reading.nouns[j] == "homologue":
                # *rencontrera son homologue avant une visite à Paris*: of whose counterpart he is
                continue
            if is_office(self.reading, j) or self.is_person(candidate) or seat_at(self.reading, candidate):
                if codes := self.codes(candidate):
                    return codes
                break
        doer = next((subject(up) for up in token.ancestors if up.pos_ in ("VERB", "AUX")), None)
        if doer is not None and self.acts(doer) and (codes := self.codes(doer)):
            return codes
        chief = opening_head(token)
        if chief is not None and self.acts(chief):
            # *En visite à Pristina, le commandant de corps X*: of the article's own state
            _, close = self.reading.sentence(token.i)
            abroad = self.countries(range(token.i + 1, min(close, chief.i)))
            told = self.codes(chief) or ([self.own_state] if self.own_state and abroad else [])
            if told and not set(told) & abroad:
                return told
        # *Le Canada envisage des renforts, a dit la ministre lors d'une visite en Lettonie*
        named = [a.code for a in self.reading.actors_between(first, token.i) if a.form in ("name", "capital")]
        if named:
            return named[-1:]
        _, end = self.reading.sentence(token.i)
        abroad = self.countries(range(token.i + 1, min(end, token.i + 9)))
        official = any(is_office(self.reading, j) for j in range(max(first, token.i - 12), token.i))
        told_by = doer is not None and doer.pos_ == "PRON" and self.reading.words[token.i - 1] in ("une", "la", "sa")
        # *a reconnu la ministre, en déplacement à Bucarest*: of the article's own state
        own = self.own_state if abroad and (official or told_by) else None
        return [own] if own is not None and own not in abroad else []

    def _within(self, doer: Token, token: Token) -> bool:
        return token.i == doer.i or doer.is_ancestor(token)
