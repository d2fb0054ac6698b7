"""Whether a noun names a meeting of ours: *un sommet de chefs d'Etat*, not *une réunion de parents*."""

from itertools import takewhile

from spacy.tokens import Token

from natoextract.events.evidence import Found, Whose
from natoextract.events.frames import Frame
from natoextract.events.governors import is_infinitive
from natoextract.events.meeting_words import meeting_words
from natoextract.events.military import is_office, verb_lemma
from natoextract.events.parties import Parties
from natoextract.events.syntax import subject
from natoextract.roles.regions import names_region

_LASTING = meeting_words().spans


class Gatherings(Parties):
    """What makes a noun a meeting of officials, and what makes it anybody's."""

    def tells_others(self, frame: Frame) -> bool:
        """Whether officials, peace or the other side are spoken of: *négociations de paix*, *avec les rebelles*."""
        first, end = self.reading.sentence(frame.token.i)
        spoken_of = meeting_words().opponents.intersection(self.reading.nouns[first:end])
        nouns = self.reading.nouns
        armed = any(nouns[j] == "groupe" and self.reading.words[j + 1] == "armes" for j in range(first, end - 1))
        apart = "avec" in self.reading.words[frame.last + 1 : frame.last + 4]
        # *pourparlers intersyriens*
        near = range(frame.last + 1, min(end, frame.last + 3))
        armed = armed or any(self.reading.words[j].startswith("inter") and j in self.reading.actor_at for j in near)
        bilateral = not meeting_words().bilateral.isdisjoint(nouns[frame.last + 1 : frame.last + 3])
        return bool(spoken_of) or armed or bilateral or (self.officials(frame) and not apart)

    def unnamed(self, frame: Frame, name: str) -> Whose | None:
        """*un sommet de chefs d'Etat*, *une conférence internationale*: those who meet are not named."""
        token = frame.token
        official = name in ("sommet", "mini-sommet", "pourparler") and self.officials(frame)
        if name == "pourparler" and self.reading.words[frame.last + 1 : frame.last + 3] in (
            ["a", "six"],
            ["a", "quatre"],
        ):
            official = True
        if name in ("pourparler", "negociation"):
            # *les pourparlers de paix*, *de Genève*
            after = self.reading.words[frame.last + 1 : frame.last + 3]
            placed = after[:1] in (["de"], ["d'"]) and frame.last + 2 in self.reading.place_at
            official = official or after == ["de", "paix"] or (placed and name == "pourparler")
        if name == "conference" and meeting_words().of_states.match(self.reading.folded, token.idx, token.idx + 60):
            official = self.is_of_states(frame) or "donateurs" in self.reading.words[frame.last + 1 : frame.last + 3]
        if name == "conference" and self.reading.words[frame.last + 1 : frame.last + 2] == ["de"]:
            # *la conférence de Londres*
            official = official or frame.last + 2 in self.reading.place_at
        if not official:
            return None
        codes = self._of_peace(frame) if name in ("pourparler", "negociation") else []
        return Found(codes, "unnamed", token.idx, token.idx + len(token))

    def _of_peace(self, frame: Frame) -> list[str]:
        """*les pourparlers de paix engagés par le président X*: who leads them."""
        reading = self.reading
        near = range(frame.last + 1, min(reading.sentence(frame.token.i)[1] - 1, frame.last + 7))
        by = next((j for j in near if reading.words[j] == "par"), None)
        leader = next(self.ahead(by + 1, min(near.stop + 4, by + 6)), None) if by is not None else None
        if leader is None:
            return []
        home = self.resolver.memory.home
        own = [home] if home is not None and is_office(reading, leader.i) else []
        return self.codes(leader) or own

    def officials_before(self, frame: Frame) -> bool:
        """Whether officials of an organisation open the sentence of a noun."""
        first, _ = self.reading.sentence(frame.token.i)
        before = range(first, frame.token.i)
        return any(is_office(self.reading, j) for j in before) and bool(self.organisation(frame.token))

    def is_of_states(self, frame: Frame) -> bool:
        """*une conférence internationale sur l'Afghanistan*, *de paix*; *sur Vénus* is one of scholars."""
        reading = self.reading
        _, end = reading.sentence(frame.token.i)
        near = range(frame.last + 1, min(end, frame.last + 9))
        told = meeting_words().opponents.intersection(reading.nouns[near.start : near.stop])
        return bool(told) or any(j in reading.actor_at or j in reading.locative_at for j in near)

    def officials(self, frame: Frame) -> bool:
        """Whether officials stand in the phrase of a noun: *une réunion des ministres de la Défense*."""
        _, end = self.reading.sentence(frame.token.i)
        return any(is_office(self.reading, j) for j in range(frame.last + 1, min(end, frame.last + 6)))

    def is_other(self, frame: Frame, name: str) -> bool:
        """*réunion de parents*, *visite guidée*, *point de presse*, a visit to a thing."""
        reading = self.reading
        _, end = reading.sentence(frame.token.i)
        following = reading.words[frame.last + 1 : min(end, frame.last + 5)]
        if meeting_words().of_houses.match(reading.folded, frame.token.idx, frame.token.idx + 70):
            # *les chefs d'état-major de la Cédéao ont tenu la réunion de leur comité*
            theirs = "leur" in reading.words[frame.last + 1 : frame.last + 3]
            return not (theirs and self.officials_before(frame))
        if following[:1] and following[0] in meeting_words().private:
            return True
        if name == "passage" and reading.words[frame.token.i - 1] != "de":
            # *le passage de la frontière*; *de passage à Paris* is a visit
            return True
        if name == "dialogue" and self._is_wished(frame.token):
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
                or self._names_person(target)
                or reading.words[target.i] in meeting_words().courtesies
            )
            return not person and _LASTING.isdisjoint(following)
        top = following[:2] in (["de", "la"], ["du", "mont"])
        if reading.words[frame.token.i - 1] == "au" and following[:1] in (["du"], ["de"], ["d'"]):
            # *au sommet du football français*; *au sommet du Comesa*
            top = top or not reading.tokens[frame.last + 2].text[:1].isupper()
        return name == "sommet" and top and not self.organisation(frame.token) and not self.officials(frame)

    def _is_wished(self, token: Token) -> bool:
        """*appelle le gouvernement à poursuivre son dialogue avec l'ONU*: what ought to go on, and no talks."""
        verb = next((up for up in token.ancestors if up.pos_ == "VERB"), None)
        if verb is None or not is_infinitive(verb) or verb.i > token.i:
            return False
        first, _ = self.reading.sentence(verb.i)
        near = range(max(first, verb.i - 14), verb.i)
        before = (self.reading.tokens[j] for j in near if self.reading.pos[j] == "VERB")
        return any(verb_lemma(other) in meeting_words().wishing for other in before)

    def _names_person(self, token: Token) -> bool:
        """*Sergueï Lavrov*: a person of state by his last name."""
        reading = self.reading
        name = (reading.tokens[j] for j in range(token.i, min(len(reading.tokens), token.i + 4)))
        return any(self.is_person(t) for t in takewhile(lambda t: t.text[:1].isupper(), name))

    def is_official(self, frame: Frame, name: str, codes: list[str], partner: str | None) -> bool:
        """A common noun needs two sides (*entretien*), or an official and a place (*visite*)."""
        reading = self.reading
        first, end = reading.sentence(frame.token.i)
        people = any(
            is_office(reading, j) or self.is_person(reading.tokens[j]) or self.resolver.portfolio(reading.tokens[j])
            for j in range(first, end)
        )
        words = meeting_words()
        if name not in words.errands:
            if name in words.loose and not self.is_loose(frame, partner, len(codes)):
                return False
            if name in ("diner", "dejeuner"):
                # *le dîner entre le président et son épouse*
                return len(codes) > 1 and people
            if name in words.assemblies:
                # *les dirigeants de la Cédéao ouvrent leur session*
                held = "leur" in reading.words[max(first, frame.token.i - 4) : frame.token.i]
                of_body = self.officials(frame) or self.is_of_organisation(frame)
                # *la troisième session de pourparlers intersyriens*
                of_body = of_body or not words.lasting.isdisjoint(reading.nouns[frame.last + 1 : frame.last + 3])
                return of_body or (held and self.officials_before(frame))
            # *la rencontre entre la Suisse et le Brésil*: a match; *avec Kiev*: a government
            governments = any(self.has_form(j, "capital") for j in range(first, end)) or self._of_rulers(frame, end)
            people = people or governments
            theirs = {"leur", "leurs"} & set(reading.words[max(first, frame.token.i - 2) : frame.token.i])
            if name != "entretien" and theirs and people:
                # *le ministre iranien a qualifié leur tête-à-tête d'utile*
                return True
            if name in words.lasting | {"entretien"} and partner is None and self._is_held_abroad(frame, codes):
                return True
            if name in words.lasting and codes and self._is_attended(frame):
                return True
            return (len(codes) > 1 and (people or name != "rencontre")) or (partner is not None and people)
        pronouns = {"il", "elle", "-il", "-elle", "-t-il", "-t-elle"}
        people = people or not pronouns.isdisjoint(reading.words[first : frame.token.i])
        goal = self.countries(range(frame.last + 1, end)) | self._right_behind(frame.last + 1, end)
        where = goal | self.countries(range(first, end))
        if name in words.halts and not self.countries(range(frame.last + 1, min(end, frame.last + 5))):
            return False
        home = goal or (where if name not in ("tournee", "periple") else set())
        if home and home <= set(codes) and len(codes) == 1:
            # *le président français en visite à Marseille*; *a quitté Washington pour une tournée en Asie*
            return False
        before = reading.words[max(first, frame.token.i - 3) : frame.token.i]
        owned = not {"sa", "son", "ses", "la", "le", "cette", "ce"}.isdisjoint(before)
        if not where and set(codes) & set(self.resolver.memory.last_visit) and (people or owned):
            # *La visite du président français intervient*: the one just told
            return True
        near = reading.words[frame.last + 1 : min(end, frame.last + 4)]
        last = reading.tokens[min(end, frame.last + 9) - 1]
        # *en visite dans trois pays africains*
        abroad = near[:1] == ["dans"] and "pays" in reading.words[frame.last + 3 : min(end, frame.last + 5)]
        region = names_region(reading.folded, frame.end, last.idx + len(last))
        formal = abroad or region or not words.formal.isdisjoint(near)
        return (people or len(codes) > 1) and (
            name in ("tournee", "periple") or bool(where) or formal or len(codes) > 1
        )

    def _right_behind(self, i: int, end: int) -> set[str | None]:
        """*après un séjour en France*: the country right behind a noun of travel."""
        reading = self.reading
        if i + 1 >= end or reading.words[i] not in ("en", "au", "aux"):
            return set()
        return {a.code for a in reading.actor_at.get(i + 1, ()) if a.form == "name" and a.first == i + 1}

    def _is_held_abroad(self, frame: Frame, codes: list[str]) -> bool:
        """*les entretiens du ministre français à Beyrouth*: whose, and where, with nobody of the other side."""
        reading = self.reading
        near = range(frame.last + 1, min(reading.sentence(frame.token.i)[1], frame.last + 9))
        if reading.words[frame.last + 1 : frame.last + 2] not in (["du"], ["de"], ["des"]):
            return False
        there = self.countries(near) - {None}
        return any(is_office(reading, j) for j in near[:4]) and bool(there) and not there & set(codes)

    def _is_attended(self, frame: Frame) -> bool:
        """*Le vice-président soudanais a participé à la première journée de discussions*: officials who take part."""
        verb = next((up for up in frame.token.ancestors if up.pos_ == "VERB"), None)
        if verb is None or verb.i > frame.token.i or verb_lemma(verb) not in ("participer", "prendre", "assister"):
            return False
        doer = subject(verb)
        return doer is not None and is_office(self.reading, doer.i)

    def _of_rulers(self, frame: Frame, end: int) -> bool:
        """*les discussions entre le régime syrien et l'opposition*: those who rule, and those who would."""
        near = self.reading.nouns[frame.last + 1 : min(end, frame.last + 10)]
        return not meeting_words().rulers.isdisjoint(near)

    def is_of_organisation(self, frame: Frame) -> bool:
        """*la session du Conseil de l'Atlantique nord*."""
        _, end = self.reading.sentence(frame.token.i)
        near = range(frame.last + 1, min(end, frame.last + 6))
        return any(self.has_form(j, "organisation") or self.body(self.reading.tokens[j]) for j in near)

    def has_form(self, i: int, form: str) -> bool:
        return any(actor.form == form for actor in self.reading.actor_at.get(i, ()))

    def is_loose(self, frame: Frame, partner: str | None, codes: int) -> bool:
        """*un échange téléphonique*, *des contacts entre Paris et Damas*."""
        before = self.reading.words[frame.token.i - 1 : frame.token.i]
        after = self.reading.words[frame.last + 1 : frame.last + 2]
        if after == ["de"] and self.reading.words[frame.last + 2 : frame.last + 3] == ["paix"]:
            # *le dialogue de paix entre le gouvernement et la guérilla*
            return partner in ("entre", "avec")
        if codes < 2:
            # *un échange avec Emmanuel Macron*: whose?
            return False
        if before == ["en"] or after in (["de"], ["d'"], ["des"]):
            # *en échange de*, *des échanges de tirs*
            return after == ["des"] and partner == "entre"
        return partner in ("entre", "avec") or bool(after and after[0].startswith("telephon"))
