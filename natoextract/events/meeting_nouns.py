"""Whom a noun says to meet: *un sommet entre A et B*, *la visite de Y à Z*, *sommet franco-allemand*."""

from spacy.tokens import Token

from natoextract.events.evidence import Found, Whose, of_sides
from natoextract.events.frames import Frame
from natoextract.events.meeting_partners import Partners
from natoextract.events.meeting_words import meeting_words
from natoextract.events.military import is_office, noun_lemma, owner_word, verb_lemma
from natoextract.events.owning import unique
from natoextract.events.syntax import subject

#: Words before a meeting that is over: *après un entretien*.
_AFTER = frozenset(["apres", "issue", "terme", "sortir", "sortie", "lendemain"])
#: Nouns that always have another side.
_SIDED = frozenset(["negociation", "pourparler"])
_DEFINITE = frozenset(["la", "le", "cette", "ce", "cet", "les", "ces", "du", "l'", "des", "aux", "au", "leur", "leurs"])
_MANY = frozenset(["multiplication", "serie", "nombre", "succession", "dizaines", "centaines"])
#: What follows a noun that is said alone: *la visite se poursuit*.
_GOING_ON = frozenset(["se", "s'", "elle-meme", "elle", "lui-meme"])
#: Evidence of a party that a meeting of no state has too.
_WEAK = frozenset({"subject", "headline", "possessive", "running visit"})


class MeetingNouns(Partners):
    """The parties of a noun that names a meeting."""

    def parties(self, frame: Frame) -> Whose | None:
        """The codes of those who meet, or None where the noun names no meeting of ours."""
        reading, token, words = self.reading, frame.token, meeting_words()
        name = noun_lemma(reading, token.i)
        if self.sport and name in words.common | {"reunion"}:
            return None
        if words.to_press.match(reading.folded, token.idx, token.idx + 90) or self.is_other(frame, name):
            return None
        if name in ("visioconference", "videoconference") and reading.words[token.i - 1] in ("en", "par"):
            return None
        if name == "tete-a-tete" and reading.words[token.i - 1] == "en":
            # *des entretiens en tête-à-tête*
            return None
        memory = self.resolver.memory
        if name == "telephone":
            return self._on_telephone(frame)
        right, partner = self._right(frame)
        if partner is None and not right and (offered := self._offered(frame)):
            right, partner = offered, "à"
        if name == "conference":
            # the subject of its clause may only speak of it
            named = right and partner != "avec" and self.officials(frame)
            return of_sides({"complement": right}, token) if named else self.unnamed(frame, name)
        if partner == "entre" and not right and self.officials(frame) and len(memory.last_meeting) == 2:
            # *un éventuel sommet entre les dirigeants*: of those who talk
            return Found(list(memory.last_meeting), "running meeting")
        owner = owner_word(reading, token.i)
        if name == "arrivee" and (
            owner is not None
            or not self.countries(range(frame.last + 1, min(reading.sentence(token.i)[1], frame.last + 12)))
        ):
            # *à son arrivée au siège* says when
            return None
        owned = self.resolver.owner_codes(owner) if owner is not None else []
        if owner is not None and owned and name in words.errands and self._goes_before(frame, owner):
            # *X a dit à Y qu'il se rendrait à Téhéran après son voyage en Syrie*: of who is to go
            owned = list(memory.last_visit) or owned
        if owner is not None and not owned and reading.words[owner] in ("son", "sa", "ses"):
            # *Son entretien avec le président …*: of who is on a visit
            both = partner == "avec" and right and set(right) < set(memory.last_meeting)
            # *ses entretiens avec Y*: of the other of those who met
            owned = [c for c in memory.last_meeting if c not in right] if both else list(memory.last_visit)
        if owner is not None and reading.words[owner] in ("leur", "leurs") and (pair := self._owners(token)):
            # *Washington et Téhéran ont repris leurs négociations*
            owned = pair
        taken_up = owned == memory.last_visit and owner is not None and reading.words[owner] in ("son", "sa", "ses")
        sides = {
            "running visit" if taken_up else "possessive": owned,
            "adjective": self._adjectives(frame),
            partner or "complement": right,
        }
        if partner is None and right and self._is_had(token):
            # *a reçu un appel de son homologue*, *a accordé une audience à l'ambassadeur*
            sides = {"subject": self._left(frame), **sides}
        if partner is None and not right and (opened := self._opened(frame) or self._before(frame)):
            sides = {"subject": opened}
        if not any(sides.values()):
            sides["gathered"] = self._gathered(token)
        if frame.token.i > 3 and reading.words[frame.token.i - 2] == "dont":
            # *la Ligue arabe, dont le sommet se tiendra à Tunis*
            before = (a for j in range(frame.token.i - 5, frame.token.i - 2) for a in reading.actor_at.get(j, ()))
            sides = {"relative": unique(a.code for a in before), **sides}
        host = self.organisation(token)
        told = any(sides.values())
        if (partner is None or not told) and (running := self._running(frame, name, owner, host, told=told)):
            return running
        if (partner or not told) and not (partner == "entre" and len(right) > 1):
            sides = {"subject": self._left(frame), **sides}
        if not any(sides.values()) and name not in words.common:
            sides = {"host": host} if host else {"headline": self._headline(token)}
        found = of_sides(sides, token)
        if found is None:
            return self.unnamed(frame, name)
        near = reading.nouns[frame.last + 1 : frame.last + 14]
        peers = any(word.startswith("homologue") or word in words.peers for word in near)
        first, end = reading.sentence(token.i)
        alone = not any(map(sides.get, ("subject", "possessive", "running visit")))
        told_by = "journaliste" not in reading.nouns[first:end] and not _AFTER.isdisjoint(
            reading.words[max(0, frame.token.i - 6) : frame.token.i]
        )
        if partner == "avec" and right and alone and self._by_official(frame) and (own := self._visitor(right)):
            # *Le chef de l'Etat a eu des entretiens avec son homologue égyptien*: of who has come
            return of_sides({"running visit": own, "avec": right}, token)
        if partner == "avec" and right and (name in _SIDED or (alone and (told_by or self._by_official(frame)))):
            # *des négociations avec Madrid*; *après un entretien avec le roi de Jordanie*: one side is unnamed
            return found
        if partner == "avec" and not right and self._meets_host(frame, found.value):
            return found
        taken = memory.last_visit or memory.last_meeting
        lone = {*sides.get("subject", ()), *sides.get("possessive", ())} <= set(right)
        if partner == "avec" and right and lone and self.officials(frame) and self._is_definite(token) and taken:
            # *Les entretiens avec le ministre rwandais ont porté sur l'eau*: of who has been told to meet another
            return of_sides({"running meeting": [c for c in taken[:1] if c not in right], "avec": right}, token)
        if partner == "avec" and not peers and [*map(len, found.value)] == [3] and (right or name in words.common):
            # *un tête-à-tête avec son Premier ministre*, *un entretien avec une journaliste*: no other state
            return None
        if name in words.common:
            return found if self.is_official(frame, name, found.value, partner) else None
        single = [*map(len, found.value)] == [3] and not any(side for rule, side in sides.items() if rule not in _WEAK)
        # *la France organise une réunion*: of whom?
        return None if name in words.shared and single and not self.tells_others(frame) else found

    def _running(self, frame: Frame, name: str, owner: int | None, host: list[str], *, told: bool) -> Whose | None:
        """*cette visite*, *leur entretien*, *la réunion*: one that the article has told of."""
        memory, words = self.resolver.memory, meeting_words()
        errand = name in words.errands
        if len(memory.last_list) == 3 and self._is_of_three(frame):
            # *Leur dernière réunion trilatérale remonte à 2019*
            return Found(list(memory.last_list), "running meeting")
        pointed = errand and name not in words.halts and self._is_same(frame)
        # *sera reçu à Abidjan. Cette visite durera deux jours*
        received = memory.last_meeting if len(memory.last_meeting) > 1 else []
        if pointed and not told and (last := memory.last_visit or received):
            return Found(list(last), "running visit")
        if errand and not told and memory.last_visit and self._is_alone(frame):
            return Found(list(memory.last_visit), "running visit")
        if errand or (name in words.loose and not self._is_said_of(frame)):
            return None
        theirs = owner is not None and self.reading.words[owner] in ("leur", "leurs")
        if theirs and len(memory.last_meeting) > 1:
            # *avant leur entretien*: of those just told
            return Found(list(memory.last_meeting), "running meeting")
        if theirs and (two := self._two_before(frame.token)):
            # *entre les présidents X et Y, leurs entretiens porteront sur*
            return Found(two, "running meeting")
        if told or not self._is_definite(frame.token):
            return None
        last = (memory.last_summit if name.endswith("sommet") else []) or memory.last_meeting
        if name in ("entretien", "tete-a-tete", "entrevue") and len(last) == 1 and last == memory.last_summit:
            # *le sommet de la Ligue arabe … l'entretien*: an alliance has none
            last = []
        if last and (not host or set(host) & set(last) or (self._is_same(frame) and name in words.common)):
            # *la réunion*, *cette visioconférence*: the one just told
            return Found(list(last), "running meeting")
        if memory.last_visit and not host and name in words.common - words.assemblies:
            # *le ministre se rendra à Paris. La rencontre aura lieu lundi*
            return Found(list(memory.last_visit), "running visit")
        return None

    def _is_of_three(self, frame: Frame) -> bool:
        """*un sommet trilatéral*, *une rencontre à trois*, with nobody's name behind it."""
        after = self.reading.words[frame.last + 1 : frame.last + 3]
        named = any(self.reading.actor_at.get(j) for j in range(frame.last + 1, frame.last + 8))
        return not named and (after[:1] in (["trilaterale"], ["trilateral"], ["tripartite"]) or after == ["a", "trois"])

    def _two_before(self, token: Token) -> list[str]:
        """The states of two persons whom the sentence has named before *leur entretien*."""
        first, _ = self.reading.sentence(token.i)
        people = self.resolver.memory.people
        named = unique(people[t.text] for t in self.reading.tokens[first : token.i] if t.text in people)
        return named if len(named) == 2 else []

    def _goes_before(self, frame: Frame, owner: int) -> bool:
        """Whether a verb of travel stands before *son voyage* in its sentence."""
        reading = self.reading
        first, _ = reading.sentence(owner)
        own = reading.words[owner] in ("son", "sa")
        verbs = (j for j in range(max(first, owner - 9), owner) if reading.pos[j] == "VERB")
        return own and any(verb_lemma(reading.tokens[j]) in meeting_words().going for j in verbs)

    def _is_alone(self, frame: Frame) -> bool:
        """*La visite se poursuivra*, *la visite d'Etat elle-même*: with nobody's name behind it."""
        reading = self.reading
        if frame.token.i == 0 or reading.words[frame.token.i - 1] not in ("la", "le", "l'"):
            return False
        after = frame.last + 1
        if reading.words[after : after + 2] in (["d'", "etat"], ["de", "travail"]):
            after += 2
        while after < len(reading.tokens) and reading.pos[after] == "ADJ":
            after += 1
        if after >= len(reading.tokens):
            return False
        return reading.pos[after] in ("VERB", "AUX", "PUNCT", "ADV") or reading.words[after] in _GOING_ON

    def _is_said_of(self, frame: Frame) -> bool:
        """*cet appel*, *les échanges porteront sur*: of a word that means much else, one that is pointed at."""
        before = self.reading.words[frame.token.i - 1] if frame.token.i else ""
        after = self.reading.tokens[frame.last + 1 : frame.last + 2]
        spoken_of = before in ("les", "l'") and bool(after) and after[0].pos_ in ("VERB", "AUX")
        return before in ("ce", "cet", "ces", "leurs", "leur") or spoken_of

    def _by_official(self, frame: Frame) -> bool:
        """*Le président X a eu un entretien avec le roi de Jordanie*: who meets is in office, if unsaid in which."""
        verb = next((up for up in frame.token.ancestors if up.pos_ in ("VERB", "AUX")), None)
        doer = subject(verb) if verb is not None else None
        near = range(frame.last + 1, min(len(self.reading.tokens), frame.last + 6))
        other = any(is_office(self.reading, j) for j in near)
        return other and doer is not None and doer.i < frame.token.i and is_office(self.reading, doer.i)

    def _visitor(self, right: list[str]) -> list[str]:
        """The state of an official with none beside him: the visitor's, else the article's own."""
        last = self.resolver.memory.last_visit
        own = last if len(last) == 1 else [self.own_state] if self.own_state else []
        return [code for code in own if code not in right]

    def _meets_host(self, frame: Frame, codes: list[str]) -> bool:
        """*son entretien avec le président Boni Yayi*, of one who is on a visit: a host whose state is unsaid."""
        if not set(codes) <= set(self.resolver.memory.last_visit):
            return False
        reading = self.reading
        near = range(frame.last + 1, min(reading.sentence(frame.token.i)[1] - 1, frame.last + 5))
        office = next((j for j in near if is_office(reading, j)), None)
        return (
            office is not None
            and reading.words[office - 1] in ("le", "la", "l'")
            and reading.pos[office + 1] == "PROPN"
            and reading.words[office - 2] == "avec"
        )

    def _is_same(self, frame: Frame) -> bool:
        """*cette visite*, *ce déplacement*: the one just told."""
        before = self.reading.words[max(0, frame.token.i - 2) : frame.token.i]
        return not {"ce", "cet", "cette"}.isdisjoint(before)

    def _is_definite(self, token: Token) -> bool:
        head = token.head.i
        part = token.dep_ == "nmod" and head < token.i and self.reading.nouns[head] in meeting_words().rounds
        if part and not _DEFINITE.isdisjoint(self.reading.words[max(0, head - 3) : head]):
            # *le troisième cycle de pourparlers*
            return True
        before = [self.reading.words[j] for j in range(max(0, token.i - 3), token.i)]
        if before[-1:] == ["des"] and not _MANY.isdisjoint(before):
            # *la multiplication des réunions*
            return False
        return not _DEFINITE.isdisjoint(before)
