"""Whom a verb says to meet: *X a rencontré Y*, *X a appelé son homologue*, *le ministre s'est rendu à Bagdad*."""

from spacy.tokens import Token

from natoextract.events.evidence import Found, Whose, of_sides
from natoextract.events.frames import Frame
from natoextract.events.meeting_words import meeting_words
from natoextract.events.military import is_office
from natoextract.events.parties import CLAUSE_WORDS, Parties
from natoextract.events.resolver import unique
from natoextract.events.syntax import agent, objects
from natoextract.text import fold


class MeetingVerbs(Parties):
    """The parties of a verb of meeting, one method a frame of `event_triggers.toml`."""

    def parties(self, frame: Frame) -> Whose | None:
        """The codes of those who meet, or None where the verb tells no meeting of ours."""
        return {"meets": self._meets, "travels": self._travels, "held": self._held}[frame.frame](frame)

    def _meets(self, frame: Frame) -> Whose | None:
        """*X a rencontré Y*, *X s'est entretenu avec Y*, *les ministres se réunissent*."""
        if self.sport:
            return None
        reading, token = self.reading, frame.token
        name = fold(token.lemma_)
        doer = frame.agent
        group = frame.group
        assert group is not None
        if doer is None or (name == "appeler" and self._calls_for(token)):
            return None
        pair = self._pair(doer)
        if pair or (group.passive and not self.acts(doer)):
            # *les deux présidents se rencontreront*, *X a été reçu par Y*
            hosts = agent(token)
            if hosts is None:
                return of_sides({"running meeting": pair}, doer)
            return of_sides({"subject": self.resolver.codes_of(doer), "agent": self.resolver.codes_of(hosts)}, doer)
        if not self.acts(doer):
            return None
        sides = {"subject": self.resolver.codes_of(doer), "partner": self._partners(frame)}
        if group.passive and (hosts := agent(token)) is not None:
            sides["agent"] = self.resolver.codes_of(hosts)
        alone = any(w in ("se", "s'") for w in reading.words[max(0, token.i - 4) : token.i]) or name in (
            "negocier",
            "consulter",
        )
        others = sides["partner"] or sides.get("agent") or self._named_partner(frame)
        if not others and not (alone and self._is_body(doer)):
            return None
        alliance = self.resolver.memory.alliance
        if not any(sides.values()):
            own = [alliance] if alliance and self._is_body(doer) else []
            sides = {"host": self.organisation(token)} if self.organisation(token) else {"alliance": own}
        return of_sides(sides, doer)

    def _calls_for(self, token: Token) -> bool:
        """*X appelle Y à retirer ses troupes*, *appelle au calme*: a call for something is no telephone call."""
        reading = self.reading
        _, end = reading.sentence(token.i)
        near = range(token.i + 1, min(end - 1, token.i + 9))
        return any(
            reading.words[j] in ("a", "au", "aux") and reading.tokens[j + 1].pos_ in ("VERB", "NOUN") for j in near
        )

    def _pair(self, doer: Token) -> list[str]:
        """*les deux chefs d'Etat*: those of the meeting just told."""
        words = self.reading.words[max(0, doer.i - 2) : doer.i]
        return (
            list(self.resolver.memory.last_meeting) if "deux" in words and not self.reading.actor_at.get(doer.i) else []
        )

    def _named_partner(self, frame: Frame) -> bool:
        """*s'est entretenu avec Ali Bongo*: a name whose state the text does not say."""
        reading, i = self.reading, frame.token.i
        _, end = reading.sentence(i)
        for j in range(i + 1, min(end - 1, i + 7)):
            if reading.words[j] == "avec":
                return reading.tokens[j + 1].text[:1].isupper() and reading.tokens[j + 1].pos_ == "PROPN"
        return False

    def _is_body(self, token: Token) -> bool:
        return is_office(self.reading, token.i) or bool(self.reading.actor_at.get(token.i)) or self.acts(token)

    def _partners(self, frame: Frame) -> list[str]:
        """The other side: the object, *avec X*, *à X*."""
        reading, token = self.reading, frame.token
        _, end = reading.sentence(token.i)
        codes: list[str] = []
        for found in objects(token):
            codes.extend(self._partner(found))
            break
        for j in range(token.i + 1, min(end, token.i + 14)):
            word = reading.words[j]
            if word in CLAUSE_WORDS or word == "pour" or reading.tokens[j].pos_ == "VERB":
                break
            if word in ("avec", "a", "au", "aux", "aupres") and j + 1 < end:
                for k in range(j + 1, min(end, j + 5)):
                    if reading.tokens[k].pos_ in ("NOUN", "PROPN", "PRON"):
                        if word == "avec" or k not in reading.locative_at:
                            codes.extend(self._partner(reading.tokens[k]))
                        break
            elif reading.words[j].startswith("homologue"):
                codes.extend(self._partner(reading.tokens[j]))
        return unique(codes)

    def _partner(self, token: Token) -> list[str]:
        if token.i in self.reading.locative_at and not is_office(self.reading, token.i):
            return []
        if self.acts(token) or fold(token.lemma_) in meeting_words().peers | {"puissance"}:
            codes = self.resolver.named(token) or self.resolver.codes_of(token)
            if not codes and self.resolver.memory.alliance and fold(token.lemma_) == "allie":
                codes = [self.resolver.memory.alliance]
            return codes or []
        return []

    def _travels(self, frame: Frame) -> Whose | None:
        """*le ministre s'est rendu à Bagdad*: an official, and a place."""
        if self.sport:
            return None
        reading, doer = self.reading, frame.agent
        passive = frame.group is not None and frame.group.passive
        if fold(frame.token.lemma_) == "attendre" and not passive:
            return None
        if doer is None or not (is_office(reading, doer.i) or self.is_person(doer) or self.resolver.person(doer)):
            return None
        _, end = reading.sentence(frame.token.i)
        window = range(frame.token.i + 1, min(end, frame.token.i + 10))
        visited = any(a.form == "name" for j in window[:3] for a in reading.actor_at.get(j, ()))
        visited = visited and fold(frame.token.lemma_) == "visiter"
        if not visited and not any(j in reading.locative_at or j in reading.place_at for j in window):
            return None
        codes = self.resolver.codes_of(doer)
        return Found(codes, "traveller", doer.idx, doer.idx + len(doer)) if codes else None

    def _held(self, frame: Frame) -> Whose | None:
        """*Il pourrait avoir lieu à la mi-juin*: the meeting named in the sentence before."""
        # the model calls this *il* an expletive
        first, _ = self.reading.sentence(frame.token.i)
        before = self.reading.words[max(first, frame.token.i - 4) : frame.token.i]
        if not {"il", "elle", "ils", "elles", "celui-ci", "celle-ci"} & set(before):
            return None
        return (
            Found(list(self.resolver.memory.last_meeting), "running meeting")
            if self.resolver.memory.last_meeting
            else None
        )
