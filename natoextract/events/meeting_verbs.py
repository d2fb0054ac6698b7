"""Whom a verb says to meet: *X a rencontré Y*, *X a appelé son homologue*, *le ministre s'est rendu à Bagdad*."""

from collections.abc import Iterator

from spacy.tokens import Token

from natoextract.events.evidence import Found, Whose, of_sides
from natoextract.events.frames import Frame
from natoextract.events.meeting_doubts import MeetingDoubts
from natoextract.events.meeting_subjects import is_reflexive
from natoextract.events.meeting_words import meeting_words
from natoextract.events.military import beside, is_office
from natoextract.events.seats import seat_at
from natoextract.events.syntax import agent, objects
from natoextract.events.words import trigger_words
from natoextract.roles.senders import main_sender
from natoextract.text import fold

#: Organisations whose envoys are nowhere at home.
_SENDERS = frozenset(["UN", "AU", "EU", "ECOWAS", "OSCE", "NATO", "ARAB_LEAGUE"])


class MeetingVerbs(MeetingDoubts):
    """The parties of a verb of meeting, one method a frame of `event_triggers.toml`."""

    def parties(self, frame: Frame) -> Whose | None:
        """The codes of those who meet, or None where the verb tells no meeting of ours."""
        return {"meets": self._meets, "travels": self._travels, "held": self._held}[frame.frame](frame)

    def _meets(self, frame: Frame) -> Whose | None:
        """*X a rencontré Y*, *X s'est entretenu avec Y*, *les ministres se réunissent*."""
        if self.sport:
            return None
        reading, token, group, words = self.reading, frame.token, frame.group, meeting_words()
        assert group is not None
        name = fold(frame.word).removeprefix("se ").removeprefix("s'")
        if name == "consulter" and (frame.participle or group.passive or group.tense == "participle"):
            # *un rapport consulté par l'agence*
            return None
        if (name == "appeler" and self._calls_for(frame)) or (
            name == "echanger" and (self._swaps(token) or self._takes_thing(frame))
        ):
            return None
        if name == "accueillir" and self._takes_thing(frame):
            return None
        doer = self._doer(frame)
        if doer is None and group.passive and name in words.receiving:
            # *Arrivé à Orly, le général X a été reçu par son homologue*: a subject that the tree has lost
            doer = self._nearest(token.i)
        if doer is None or self._is_cabinet(frame) or (name == "parler" and self._speaks_of_talks(token)):
            return None
        if (told := self._they_meet(frame, doer, name)) is not None:
            return told
        reflexive = (is_reflexive(frame) and name not in words.paired) or name in words.mutual
        pair = self.group_told(doer)
        host = agent(token) if group.passive else None
        if pair and host is None and (reflexive or (name in words.exchanging and not self._has_others(frame))):
            # *les deux présidents se rencontreront*
            return of_sides({"running meeting": pair}, doer)
        if not (self.acts(doer) or self._has_counterpart(frame, doer)) or (host is not None and not self.acts(host)):
            # *accueilli par un concert de casseroles*; *la ville s'apprête à recevoir le président turc* is a visit
            hosts = name in words.receiving and reading.nouns[doer.i] in ("ville", "capitale", "pays") and host is None
            if reading.nouns[doer.i] in words.society and (senders := self._envoy(frame)):
                # *les deux parties ont discuté avec l'émissaire de l'ONU*
                return of_sides({"partner": senders}, doer)
            if (
                name in words.exchanging | {"rencontrer"}
                and self._is_opponent(doer.i)
                and (met := self._state_met(frame))
            ):
                # *la guérilla négocie avec le gouvernement colombien*: the other side is of no state
                return of_sides({"partner": met}, doer)
            guests = [code for guest in self._others(frame) for code in self.codes(guest)] if hosts else []
            return of_sides({"guest": guests[:1]}, doer)
        if name == "retrouver" and not self._is_placed(token):
            return None
        if (
            name in words.topics | words.sights
            and not is_reflexive(frame)
            and not self._is_with_official(frame, doer, name)
        ):
            return None
        inverted = doer.i > token.i
        own = self.listed(doer, self._end(token)) if inverted else self.listed(self.first_of(doer), token.i)
        own = own or self._of_sender(frame, doer)
        sides = {"subject": own}
        others = [host] if host is not None else self._fronted(frame, doer) if inverted else list(self._others(frame))
        if others:
            sides["agent" if others[0] is host else "partner"] = self.listed(others[0], self._end(token))
        if not others and name in words.receiving:
            sides["seat"] = self._seat_ahead(token)
        # *les ministres devaient s'entretenir par visioconférence*
        gathered = is_reflexive(frame) and is_office(self.reading, doer.i) and doer.lower_.endswith("s")
        mutual = is_reflexive(frame) or (name in words.exchanging and not self._has_others(frame))
        together = (len(own) > 1 and mutual) or gathered
        if not others and name in words.pairs and len(own) < 2:
            # *les ministres se voient mal*, *X a dîné*
            return None
        if not others and name in words.receiving and group.passive and is_office(reading, doer.i):
            # *sera reçu jeudi en Jordanie*
            goal = self.countries(range(token.i + 1, min(self._end(token), token.i + 8)))
            if goal - set(own):
                return of_sides(sides, doer)
        if (
            not others
            and not sides.get("seat")
            and not self._named_partner(frame)
            and not (reflexive or together or self._convenes(frame))
            and not self._hears(frame, own)
        ):
            return None
        of_mission = gathered and not others and any(j in reading.mission_at for j in beside(reading, doer.i, 8))
        if of_mission or not any(sides.values()):
            # *les ministres de la Défense de Takuba*: of more states than the one that leads it
            return self._held_by(doer) if reflexive or gathered else None
        matching = name == "rencontrer" or name in words.receiving
        if self._is_domestic(sides, others) or (matching and self._is_match(doer, others)):
            return None
        if self._is_at_home(frame, sides):
            return None
        return of_sides(sides, doer)

    def _is_opponent(self, i: int) -> bool:
        """*la guérilla*, *les rebelles*, *une délégation de la rébellion*."""
        words, nouns = meeting_words(), self.reading.nouns
        near = (i, *beside(self.reading, i, 5))
        armed = (words.opponents | words.rulers | {"guerilla"}) - {"opposition", "gouvernement", "regime", "adhesion"}
        return any(nouns[j] in armed for j in near)

    def _state_met(self, frame: Frame) -> list[str]:
        """The government or the official whom opponents meet."""
        end = min(self._end(frame.token), frame.last + 18)
        at = next((j for j in range(frame.last + 1, end) if self.reading.words[j] == "avec"), None)
        if at is None and fold(frame.word) != "rencontrer":
            return []
        other = next(self.ahead((frame.last if at is None else at) + 1, end), None)
        official = other is not None and (is_office(self.reading, other.i) or bool(self.reading.actor_at.get(other.i)))
        return self.codes(other)[:1] if other is not None and official else []

    def _of_sender(self, frame: Frame, doer: Token) -> list[str]:
        """*le ministre s'est entretenu avec le président du Liban*: of the state whose troops the article is about."""
        sender = main_sender(self.reading.scene)
        office = is_office(self.reading, doer.i) and not self.reading.words[doer.i].endswith("s")
        if sender is None or not office or doer.i > frame.token.i:
            return []
        others = {code for other in self._others(frame) for code in self.codes(other)}
        return [sender.code] if others and sender.code not in others else []

    def _they_meet(self, frame: Frame, doer: Token, name: str) -> Whose | None:
        """*Ils ont également discuté de la Syrie*: those who have just been told to meet."""
        last = self.resolver.memory.last_meeting
        if doer.lower_ not in ("ils", "elles") or len(last) < 2 or self._has_others(frame):
            return None
        if name not in meeting_words().exchanging or (frame.group is not None and frame.group.passive):
            return None
        return Found(list(last), "running meeting", doer.idx, doer.idx + len(doer))

    def _fronted(self, frame: Frame, doer: Token) -> list[Token]:
        """*Après avoir rencontré son homologue, le ministre a dit*: the object stands before the subject's comma."""
        if is_reflexive(frame) or (self._is_opening(frame.token) and not self._opens_clause(frame)):
            return []
        words = self.reading.words
        comma = next((j for j in range(doer.i - 1, frame.token.i, -1) if words[j] == ","), None)
        return [] if comma is None else list(self.ahead(frame.token.i + 1, comma))

    def _others(self, frame: Frame) -> Iterator[Token]:
        """The other side: the object, *avec X*, *à X*."""
        token = frame.token
        for found in objects(token):
            if found.i in self.reading.date_at:
                continue
            if self.is_party(found.i) or self.reading.nouns[found.i] in meeting_words().peers:
                yield found
            break
        yield from self.ahead(token.i + 1, min(self._end(token), token.i + 28))

    def _has_others(self, frame: Frame) -> bool:
        """*les deux ministres ont discuté avec leur homologue*: with others than each other."""
        near = range(frame.last + 1, min(self._end(frame.token), frame.last + 7))
        return any(self.reading.words[j] in ("avec", "auprès") for j in near)

    def _is_with_official(self, frame: Frame, doer: Token, name: str) -> bool:
        """*a évoqué la crise avec son homologue*, *a vu le président turc*: two of office, or named."""
        reading = self.reading
        stands_for = doer.lower_ in ("il", "elle") and self.acts(doer)
        if not (stands_for or is_office(reading, doer.i) or self.is_person(doer) or self.resolver.person(doer)):
            return False
        near = range(frame.last + 1, min(self._end(frame.token), frame.last + 12))
        if name in meeting_words().topics:
            partner = next((j for j in near if reading.words[j] == "avec"), None)
            if partner is None:
                return False
            near = range(partner + 1, min(near.stop, partner + 5))
        other = next((j for j in near if reading.pos[j] in ("NOUN", "PROPN") and j not in reading.date_at), None)
        if other is None:
            return False
        named = is_office(reading, other) or self.resolver.person(reading.tokens[other]) is not None
        lead = self._lead(other)
        codes = set(self.codes(reading.tokens[other])) - set(self.codes(doer))
        return named and lead in ("", "avec") and (bool(codes) or reading.nouns[other] == "homologue")

    def _is_number_of_states(self, i: int) -> bool:
        """*les ambassadeurs des cinq pays du comité*; *des 29 pays membres* are an alliance's."""
        members = self.reading.words[i + 1 : i + 2] in (["membres"], ["allies"])
        return self.reading.nouns[i] == "pays" and self.reading.pos[i - 1] == "NUM" and not members

    def _convenes(self, frame: Frame) -> bool:
        """*le Conseil de sécurité s'est réuni*, *négocie*: a body that meets by itself."""
        return fold(frame.word) in meeting_words().mutual

    def _envoy(self, frame: Frame) -> list[str]:
        """*avec l'émissaire de l'ONU*: one from abroad, whom those of a country meet."""
        codes = [code for other in self._others(frame) for code in self.codes(other)][:1]
        return codes if set(codes) <= _SENDERS else []

    def _hears(self, frame: Frame, own: list[str]) -> bool:
        """*l'émissaire de l'ONU a rencontré les acteurs politiques*: one from abroad, and those of the country."""
        if frame.word not in ("rencontrer", "recevoir") or not own:
            return False
        reading, i = self.reading, frame.last
        near = range(i + 1, min(self._end(frame.token), i + 9))
        if not set(own) <= _SENDERS and not self.countries(range(i + 1, self._end(frame.token))) - {None, *own}:
            # *le ministre a rencontré à Caracas des chefs de l'opposition*: one from abroad, too
            return False
        noun = next((j for j in near if reading.pos[j] == "NOUN" and j not in reading.date_at), None)
        return noun is not None and reading.nouns[noun] in meeting_words().society and self._lead(noun) == ""

    def _held_by(self, doer: Token) -> Whose | None:
        """Ministers of no state meet: those of the alliance of the sentence, or of the article."""
        if any(
            self.reading.nouns[j] == "groupe" or j in self.reading.mission_at or self._is_number_of_states(j)
            for j in beside(self.reading, doer.i, 8)
        ):
            # *les ministres du groupe de contact*, *de Takuba*: of states that the text leaves out
            return Found([], "unnamed", doer.idx, doer.idx + len(doer))
        if host := self.organisation(doer):
            return of_sides({"host": host}, doer)
        alliance = self.main_body or self.resolver.memory.alliance
        return of_sides({"alliance": [alliance] if alliance else []}, doer)

    def _is_at_home(self, frame: Frame, sides: dict[str, list[str]]) -> bool:
        """*le Premier ministre a reçu des représentants des syndicats*, *va consulter les partis*: one state alone."""
        codes = {code for side in sides.values() for code in side}
        after = self.reading.nouns[frame.token.i + 1 : min(self._end(frame.token), frame.token.i + 9)]
        alone = len(codes) == 1 and not codes & {"NATO", "UN", "EU", "AU", "ECOWAS", "OSCE"}
        return alone and not meeting_words().domestic.isdisjoint(after)

    def _seat_ahead(self, token: Token) -> list[str]:
        """*reçu à l'Elysée*: who receives, by his seat."""
        near = range(token.i + 1, min(self._end(token), token.i + 5))
        seats = (seat_at(self.reading, self.reading.tokens[j]) for j in near)
        return [code for code in seats if code is not None][:1]

    def _named_partner(self, frame: Frame) -> bool:
        """*s'est entretenu avec Ali Bongo*: a name whose state the text does not say."""
        reading, i = self.reading, frame.token.i
        _, end = reading.sentence(i)
        for j in range(i + 1, min(end - 1, i + 7)):
            if reading.words[j] == "avec":
                return reading.tokens[j + 1].text[:1].isupper() and reading.tokens[j + 1].pos_ == "PROPN"
        return False

    def _held(self, frame: Frame) -> Whose | None:
        """*Il pourrait avoir lieu à la mi-juin*: the meeting named in the sentence before."""
        # the model calls this *il* an expletive
        first, _ = self.reading.sentence(frame.token.i)
        before = self.reading.words[max(first, frame.token.i - 6) : frame.token.i]
        if not {"il", "elle", "ils", "elles", "celui-ci", "celle-ci", "celle", "celui"} & set(before):
            return None
        if not self._told_before(frame):
            return None
        return (
            Found(list(self.resolver.memory.last_meeting), "running meeting")
            if self.resolver.memory.last_meeting
            else None
        )

    def _told_before(self, frame: Frame) -> bool:
        """Whether this sentence or the one before names a meeting that the pronoun may stand for."""
        first, _ = self.reading.sentence(frame.token.i)
        if first > 0:
            first, _ = self.reading.sentence(first - 1)
        nouns = trigger_words().nouns
        named = (nouns.get(name, ()) for name in self.reading.nouns[first : frame.token.i])
        return any(sense.frame == "talks" for senses in named for sense in senses)
