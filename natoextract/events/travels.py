"""Who is said to travel: *le ministre s'est rendu à Bagdad*, *le médiateur est à nouveau à Bujumbura*."""

from spacy.tokens import Token

from natoextract.events.evidence import Found, Whose, of_sides
from natoextract.events.frames import Frame
from natoextract.events.governors import is_infinitive
from natoextract.events.meeting_subjects import MeetingSubjects
from natoextract.events.meeting_words import meeting_words
from natoextract.events.military import beside, is_office
from natoextract.events.openings import opening_head
from natoextract.events.seats import seat_at
from natoextract.events.syntax import subject
from natoextract.grammar import SUBJECTS, auxiliaries_of
from natoextract.roles.regions import names_region
from natoextract.text import fold

_PRONOUNS = frozenset(["il", "elle", "-il", "-elle"])
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
        name = fold(frame.word).removeprefix("se ").removeprefix("s'")
        if fold(frame.word) in meeting_words().sending and not passive:
            return self._sent(frame)
        if name == "attendre" and not passive and not headline:
            return None
        if name in meeting_words().ways and not self._is_towards(frame):
            return None
        if name in meeting_words().gaining and not self._is_gained(frame):
            return None
        if name == "quitter" and not self._leaves_for(frame):
            return None
        if doer is None:
            # *Arrivé lundi à Kinshasa, le chef de la mission a parlé*
            doer = self._left(frame.token) or self._apart(frame) or opening_head(frame.token)
        doer = _of_noun(frame.token) or doer
        if doer is not None and not self._may_travel(doer):
            # *Adama Diatta et le président sénégalais sont arrivés*
            doer = self._joined(doer, frame.token.i) or self._apart(frame)
        lost = doer is None or not self._may_travel(doer)
        if lost and is_infinitive(frame.token) and "pour" in reading.words[max(0, frame.token.i - 3) : frame.token.i]:
            # *C'est ce moment qu'a choisi le ministre pour se rendre au Mali*
            doer = self._nearest(frame.token.i) or doer
            lost = doer is None or not self._may_travel(doer)
        if lost and frame.agent is not None and (told := self._goes_on(frame, frame.agent)):
            return told
        if doer is None or not self._may_travel(doer):
            return None
        if doer.lower_ in _PRONOUNS and (stands_for := self._antecedent(doer)) is not None:
            doer = stands_for
        first, end = reading.sentence(frame.token.i)
        # *se rendra "jeudi ou vendredi" auprès des troupes françaises au Mali*
        beside = "aupres" in reading.words[frame.token.i + 1 : min(end, frame.token.i + 10)]
        window = self._within_reach(frame.token.i, 14 if beside else 9)
        goal = self.countries(window) | self._seats(window)
        if "ou" in reading.words[max(first, doer.i - 4) : doer.i]:
            # *à Kiev, où le ministre est attendu*
            goal = goal or self.countries(range(max(first, doer.i - 8), doer.i))
        if fold(frame.token.lemma_) == "visiter":
            goal = goal or {a.code for j in window[:3] for a in reading.actor_at.get(j, ()) if a.form == "name"}
        if name in ("etre", "trouver") and not self._is_there(frame):
            return None
        codes = self.codes(doer) or self._of_article(doer, goal)
        near = reading.words[frame.token.i + 1 : min(end, frame.token.i + 8)]
        if (
            codes
            and not goal
            and "dans" in near
            and near[near.index("dans") + 1 : near.index("dans") + 3] == ["la", "region"]
        ):
            return Found(codes, "traveller", doer.idx, doer.idx + len(doer))
        if not goal and not self._goes_somewhere(frame, codes):
            return None
        if len(codes) == 1 and goal == set(codes):
            # at home
            return None
        return Found(codes, "traveller", doer.idx, doer.idx + len(doer)) if codes else None

    def _within_reach(self, i: int, far: int) -> range:
        """The tokens behind a verb; a day between is not counted: *se rendre d'ici à la fin de l'année au Niger*."""
        _, end = self.reading.sentence(i)
        last = i
        while far and last + 1 < end:
            last += 1
            far -= last not in self.reading.date_at
        return range(i + 1, last + 1)

    def _goes_on(self, frame: Frame, doer: Token) -> Whose | None:
        """*Cette tournée est sa deuxième. En 2013, il s'était rendu en Tanzanie*: the one whose visit has been told."""
        reading, visitor = self.reading, self.resolver.memory.last_visit
        if (
            doer.lower_ not in _PRONOUNS
            or len(visitor) != 1
            or fold(frame.word) in ("etre", "aller", "venir", "se trouver")
        ):
            return None
        near = range(frame.last + 1, min(reading.sentence(frame.last)[1], frame.last + 9))
        goal = self.countries(near)
        if fold(frame.word) == "visiter":
            goal = goal or {a.code for j in near[:3] for a in reading.actor_at.get(j, ()) if a.form == "name"}
        abroad = goal - {None, *visitor}
        return Found(list(visitor), "running visit", doer.idx, doer.idx + len(doer)) if abroad else None

    def _sent(self, frame: Frame) -> Whose | None:
        """*a dépêché son ministre à Alger*, *une délégation auprès du président X*: the object travels."""
        reading, i = self.reading, frame.last
        end = min(reading.sentence(i)[1], i + 7)
        nouns = (j for j in range(i + 1, end) if reading.pos[j] in ("NOUN", "PROPN") and j not in reading.date_at)
        sent = next(nouns, None)
        if sent is None or self._lead(sent) != "" or not self._may_travel(reading.tokens[sent]):
            return None
        if self._is_bidden(sent):
            # *a invité X à se rendre à Sotchi*: the infinitive tells it
            return None
        near = range(sent + 1, min(reading.sentence(i)[1], sent + 14))
        goal = self.countries(near)
        to = next((j for j in near if reading.words[j] in ("aupres", "chez")), None)
        behind = range(to + 1, near.stop) if to is not None else range(0)
        host = next((j for j in behind if reading.pos[j] in ("NOUN", "PROPN") and self.is_party(j)), None)
        hosts = self.codes(reading.tokens[host]) if host is not None else []
        own = [a for a in reading.actors_between(sent, min(to or near.stop, sent + 5)) if a.form != "name"]
        named = own or reading.pos[sent] == "PROPN"
        doer = frame.agent if frame.agent is not None and self.acts(frame.agent) else self._nearest(frame.token.i)
        codes = self.codes(reading.tokens[sent]) if named or doer is None else self.codes(doer)
        if not codes or not (hosts or goal - set(codes)):
            return None
        return of_sides({"sent": codes, "auprès": hosts}, reading.tokens[sent])

    def _nearest(self, i: int) -> Token | None:
        """The party nearest before a verb whose subject the tree has lost."""
        first, _ = self.reading.sentence(i)
        for j in range(i - 1, first - 1, -1):
            if self.reading.pos[j] in ("NOUN", "PROPN") and self.is_party(j) and self._lead(j) == "":
                return self.reading.tokens[j]
        return None

    def _is_bidden(self, sent: int) -> bool:
        """*inviter le président turc à venir*: an infinitive behind the one who is invited."""
        reading = self.reading
        near = range(sent + 1, min(reading.sentence(sent)[1] - 1, sent + 6))
        return any(reading.words[j] == "a" and reading.words[j + 1] in ("se", "s'", "venir", "aller") for j in near)

    def _is_gained(self, frame: Frame) -> bool:
        """*a gagné Damas*: the place stands right behind."""
        at = frame.last + 1
        # *rejoindra l'Afrique du Sud*
        at += self.reading.words[at : at + 1] in (["l'"], ["la"], ["le"])
        return at in self.reading.place_at or (at in self.reading.locative_at) or self._is_capital(at)

    def _leaves_for(self, frame: Frame) -> bool:
        """*a quitté Paris pour Moscou*: whither, too."""
        reading = self.reading
        near = range(frame.last + 1, min(reading.sentence(frame.last)[1] - 1, frame.last + 9))
        leads = (j for j in near if reading.words[j] == "pour")
        return any(j + 1 in reading.place_at or j + 1 in reading.locative_at or self._is_capital(j + 1) for j in leads)

    def _is_capital(self, i: int) -> bool:
        return any(a.form in ("capital", "name") for a in self.reading.actor_at.get(i, ()))

    def _is_towards(self, frame: Frame) -> bool:
        """*est venu à Bagdad*, not *vient de Bagdad*, *vient d'annoncer*."""
        reading = self.reading
        near = range(frame.last + 1, min(reading.sentence(frame.token.i)[1], frame.last + 8))
        if reading.words[frame.last + 1 : frame.last + 2] in (["de"], ["d'"], ["du"], ["des"]):
            return False
        place = next((j for j in near if j in reading.place_at or j in reading.locative_at), None)
        if place is None:
            return False
        lead = next((reading.words[j] for j in range(place - 1, frame.last, -1) if reading.pos[j] == "ADP"), "")
        return lead in _PREPOSITIONS | {"pour", "vers"}

    def _may_travel(self, doer: Token) -> bool:
        """An official, a commander or a person of state."""
        if self.reading.nouns[doer.i] in ("avion", "appareil"):
            # *L'avion du président chinois s'est posé*
            return any(is_office(self.reading, j) for j in beside(self.reading, doer.i, 4))
        if doer.lower_ in _PRONOUNS:
            # *Le ministre est en Afrique. Il atterrira à Dakar*
            stands_for = self._antecedent(doer)
            return stands_for is not None and self._may_travel(stands_for)
        if self.reading.nouns[doer.i] == "visiteur" and self._of_article(doer, set()):
            return True
        office = is_office(self.reading, doer.i) or self.reading.nouns[doer.i] in meeting_words().commanders
        known = self.is_person(doer) or self.resolver.person(doer) or self.resolver.portfolio(doer)
        return bool(office or known or self.is_mission(doer.i))

    def _of_article(self, doer: Token, goal: set[str | None]) -> list[str]:
        """*La France reste. La ministre s'est rendue à Niamey*: an office of no state is of the article's own."""
        if self.reading.nouns[doer.i] == "visiteur":
            met = self.resolver.memory.last_meeting
            own = [self.own_state] if met and self.own_state is not None else []
            return list(self.resolver.memory.last_visit) or own
        # *s'est rendu dans la région*: at home, it may be
        single = bool(goal) and is_office(self.reading, doer.i) and not self.reading.words[doer.i].endswith("s")
        return [self.own_state] if single and self.own_state is not None and self.own_state not in goal else []

    def _goes_somewhere(self, frame: Frame, codes: list[str]) -> bool:
        """*s'est rendu au Proche-Orient*; of one on a visit, any place: *s'est rendue dans le village de X*."""
        reading = self.reading
        _, end = reading.sentence(frame.token.i)
        last = reading.tokens[min(end, frame.last + 9) - 1]
        if names_region(reading.folded, frame.end, last.idx + len(last)):
            return True
        memory = self.resolver.memory
        if codes and reading.words[frame.last + 1 : frame.last + 3] == ["sur", "place"] and memory.last_meeting:
            # *la délégation turque est arrivée sur place*: where the talks just told are held
            return True
        if not codes or not set(codes) <= {*memory.last_visit, *memory.last_meeting}:
            return False
        near = range(frame.last + 1, min(end, frame.last + 6))
        place = next((j for j in near if reading.pos[j] == "PROPN" and reading.tokens[j].text[:1].isupper()), None)
        return place is not None and reading.words[place - 1] in _PREPOSITIONS | {"de", "la"}

    def _antecedent(self, pronoun: Token) -> Token | None:
        """The last subject before a pronoun that agrees with it; *elle* has offices first: *la commissaire … Elle*."""
        reading = self.reading
        begin, _ = reading.sentence(pronoun.i)
        feminine = pronoun.lower_.endswith("elle")
        for _step in range(2 if feminine else 1):
            begin = reading.sentence(begin - 1)[0] if begin else begin
        for j in range(pronoun.i - 1, begin - 1, -1):
            candidate = reading.tokens[j]
            determiners = (reading.words[k] for k in range(j - 1, max(begin, j - 4), -1) if reading.pos[k] == "DET")
            article = next(determiners, "")
            if feminine and article in ("la", "une", "sa") and is_office(reading, j):
                return candidate
            agrees = feminine == (article in ("la", "une")) or article not in ("la", "le", "un", "une")
            if agrees and candidate.dep_ in SUBJECTS and candidate.pos_ in ("NOUN", "PROPN"):
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
        if group is None or group.passive or group.tense not in ("present", "imperfect", "future", "conditional"):
            return False
        near = range(i + 1, min(reading.sentence(i)[1], i + 7))
        where = next((j for j in near if j in reading.place_at or j in reading.locative_at), None)
        if where is None or reading.words[where - 1] not in _PREPOSITIONS:
            return False
        if not meeting_words().errands.isdisjoint(reading.nouns[where + 1 : where + 7]):
            # *étaient à Tripoli pour une visite*: told once
            return False
        # *est né*, *est prêt à*: nothing but adverbs and days before the place
        between = range(i + 1, where - 1)
        calm = all(
            reading.pos[j] in ("ADV", "ADP", "NUM", "PUNCT") or j in reading.date_at or reading.words[j] == "nouveau"
            for j in between
        )
        return calm and not meeting_words().leisure & set(reading.nouns[where + 1 : where + 9])


def _of_noun(verb: Token) -> Token | None:
    """*au tour du ministre de se rendre*, *a accepté l'invitation à se rendre*: who is to go, by the noun above."""
    above = verb.head
    if not is_infinitive(verb) or verb.dep_ not in ("acl", "xcomp") or above.pos_ != "NOUN" or above.i > verb.i:
        return None
    if above.lower_ == "tour":
        return next((child for child in above.children if child.dep_ == "nmod" and child.i < verb.i), None)
    return subject(above.head) if above.dep_ in ("obj", "obl:arg") and above.head.pos_ == "VERB" else None
