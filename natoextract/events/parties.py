"""Who may take part in a meeting: officials, persons of state, states and organisations."""

from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Token

from natoextract.agencies import agency_states
from natoextract.events.delegates import Delegates
from natoextract.events.meeting_words import meeting_words
from natoextract.events.military import beside, is_office
from natoextract.events.owning import unique
from natoextract.events.reading import Reading
from natoextract.events.resolver import Resolver
from natoextract.events.seats import seat_at
from natoextract.roles.senders import main_sender
from natoextract.text import fold

#: How many are spoken of together.
_TOGETHER = {"deux": 2, "trois": 3, "quatre": 4}
#: States that share a name.
_NAMESAKES = {"corees": ["KOR", "PRK"], "soudans": ["SDN", "SSD"], "congos": ["COD", "COG"]}
#: Words of one who is no longer in office.
_FORMER = frozenset(["ancien", "ancienne", "ex", "ex-", "-"])
_PRONOUNS = frozenset(["il", "elle", "ils", "elles", "nous", "je"])
#: What may stand before the other side; nothing before an object.
_DIRECT = frozenset(["", "avec", "a", "au", "aux", "aupres", "par", "entre"])


class Parties(Delegates):
    """What the rules of nouns and of verbs ask about the parties of a meeting, in one article."""

    def __init__(self, reading: Reading, resolver: Resolver, *, sport: bool) -> None:
        super().__init__(reading)
        self.resolver = resolver
        #: Whether the article is of sport, whose *rencontres* are none of ours.
        self.sport = sport

    def is_person(self, token: Token) -> bool:
        """Whether a token is the last name of a person of state, or a title before one: *M.*"""
        return token.text in self.resolver.memory.people or fold(token.text) in ("m.", "mme", "mm.")

    def acts(self, token: Token) -> bool:
        """Whether a subject is an official, a person of state, a state or an organisation."""
        reading = self.reading
        # *MM. Biden et Poutine*: a name that the model takes for a pronoun
        if (token.pos_ == "PRON" and not self.is_person(token)) or fold(token.text) in _PRONOUNS:
            return bool(self.resolver.codes_of(token) or self._of_his_state(token))
        return bool(
            (fold(token.lemma_) in ("pays", "allie") and self.resolver.codes_of(token))
            or is_office(reading, token.i)
            or reading.nouns[token.i] in meeting_words().commanders
            or reading.actor_at.get(token.i)
            or self.is_person(token)
            or seat_at(self.reading, token)
            or self.body(token)
            or self.resolver.person(token)
            or self.resolver.portfolio(token)
            or token.i in self.groups
            or self.is_mission(token.i)
        )

    def codes(self, token: Token) -> list[str]:
        """The codes of a party; an official with no state beside him has that of his office, or of the press."""
        if told := self.body(token) or self.groups.get(token.i):
            return [told]
        if together := self._namesakes(token) or self.group_told(token):
            return together
        if sender := self.sender(token):
            return [sender]
        codes = self.resolver.codes_of(token) or self._of_his_state(token)
        if codes or not (is_office(self.reading, token.i) or self.is_mission(token.i)):
            return codes
        if sender := self.organisation_of(token.i) or self.of_region(token.i):
            return [sender]
        return self._of_office(token)

    def _namesakes(self, token: Token) -> list[str]:
        """*les deux Corées*, *les dirigeants des deux Corées*: two states of one name."""
        words = self.reading.words[token.i : token.i + 4]
        two = "deux" in self.reading.words[max(0, token.i - 1) : token.i + 3]
        return next((_NAMESAKES[word] for word in words if word in _NAMESAKES), []) if two else []

    def _of_his_state(self, pronoun: Token) -> list[str]:
        """*Le chef de l'armée s'en félicite. Il rencontrera X*: an officer of the article's own state."""
        reading = self.reading
        first, _ = reading.sentence(pronoun.i)
        if pronoun.lower_ not in ("il", "elle") or first == 0 or pronoun.i - first > 1:
            return []
        begin, _ = reading.sentence(first - 1)
        officers = (j for j in range(begin, first) if is_office(reading, j) or self._commands(j))
        who = next((j for j in officers if not self.resolver.named(reading.tokens[j])), None)
        sender = main_sender(reading.scene)
        return [sender.code] if who is not None and sender is not None else []

    def _commands(self, i: int) -> bool:
        return self.reading.nouns[i] in meeting_words().commanders

    @cached_property
    def own_state(self) -> str | None:
        """The state that the article is about or told of first: *Berlin part … la ministre, en visite à Oslo*."""
        if (sender := main_sender(self.reading.scene)) is not None:
            return sender.code
        named = (a for a in self.reading.actors if a.form in ("name", "capital", "adjective", "demonym"))
        return next((a.code for a in named if len(a.code) == 3), None)

    def group_told(self, token: Token) -> list[str]:
        """*les deux chefs d'Etat*, *les quatre dirigeants*: those just told to meet, or of the sentence before."""
        reading = self.reading
        before = reading.words[max(0, token.i - 4) : token.i]
        number = next((n for word, n in _TOGETHER.items() if word in before), 0)
        if not number and reading.words[token.i + 1 : token.i + 3] == ["des", "deux"] and is_office(reading, token.i):
            # *les dirigeants des deux pays*
            number, before = 2, [*before, "les"]
        if not number or reading.actor_at.get(token.i) or not {"les", "des", "ces", "aux", "leurs"} & set(before):
            return []
        if any(
            a.form in ("adjective", "demonym") for j in beside(reading, token.i, 4) for a in reading.actor_at.get(j, ())
        ):
            return []
        last, several = self.resolver.memory.last_meeting, self.resolver.memory.last_list
        if len(several) == number and number > 2:
            return list(several)
        if len(last) == number or (last and number == 2):
            return list(last)
        first, _ = reading.sentence(token.i)
        begin = reading.sentence(first - 1)[0] if first else first
        states = unique(a.code for a in reading.actors_between(begin, token.i) if a.form != "organisation")
        if len(states) < number:
            people = self.resolver.memory.people
            named = (people[t.text] for t in reading.tokens[begin : token.i] if t.text in people)
            states = unique([*states, *named])
        return states if len(states) == number else []

    def _of_office(self, token: Token) -> list[str]:
        """*la ministre*, after *la ministre belge*; *le roi*, in a dispatch of the Belgian agency."""
        reading, name = self.reading, self.reading.nouns[token.i]
        if reading.words[token.i].endswith("s"):
            return []
        slug = reading.doc._.dateline
        home = agency_states().get(slug["agency"]) if slug else None
        after = token.i + (4 if reading.words[token.i + 1 : token.i + 4] == ["de", "la", "republique"] else 1)
        following = reading.tokens[after : after + 1]
        if following and following[0].pos_ in ("PROPN", "X") and following[0].text[:1].isupper():
            # *le roi Philippe*: another may bear the same title
            return [home] if home else []
        same = (
            reading.tokens[j]
            for j, noun in enumerate(reading.nouns)
            if noun == name and j != token.i and (not j or reading.words[j - 1] not in _FORMER)
        )
        states = unique(code for other in same for code in self.resolver.named(other)[:1])
        if states:
            return states if len(states) == 1 else []
        return [home] if home else []

    def listed(self, token: Token, end: int) -> list[str]:
        """The codes of a party and of those beside it: *Barack Obama, Vladimir Poutine et le roi Abdallah*."""
        reading = self.reading
        codes = self.codes(token)
        last = token.i
        for j in range(token.i + 1, min(end, token.i + 40)):
            if j - last > 12:
                break
            word = reading.words[j]
            if reading.pos[j] in ("VERB", "AUX") or word in meeting_words().breaks:
                break
            if word not in ("et", ",", "puis"):
                continue
            for k in range(j + 1, min(end, j + 5)):
                if reading.pos[k] in ("VERB", "AUX") or reading.words[k] in ("a", "en", "au", "sur", "pour"):
                    break
                named = reading.pos[k] in ("NOUN", "PROPN") or reading.tokens[k].text in self.resolver.memory.people
                if named and self.is_party(k):
                    codes.extend(self.codes(reading.tokens[k]))
                    last = k
                    break
        return unique(codes)

    def first_of(self, token: Token) -> Token:
        """The first of a list that the tree gives by its last: *le ministre burkinabè X et le ministre guinéen*."""
        reading = self.reading
        first, _ = reading.sentence(token.i)
        i = token.i
        while i - 1 > first and reading.pos[i - 1] in ("DET", "ADJ", "NUM"):
            # *et le haut diplomate chinois*
            i -= 1
        if "et" not in reading.words[max(first, i - 1, token.i - 4) : token.i]:
            return token
        for j in range(token.i - 2, max(first - 1, token.i - 16), -1):
            if reading.pos[j] in ("VERB", "AUX") or reading.words[j] in ("qui", "que", ";"):
                break
            if reading.pos[j] in ("NOUN", "PROPN") and self.is_party(j) and self._lead(j) == "":
                return reading.tokens[j]
        return token

    def is_party(self, i: int) -> bool:
        """Whether a noun may take part in a meeting; a place or a day may not."""
        reading = self.reading
        if i in reading.locative_at or i in reading.date_at:
            return False
        named = any(a.form != "adjective" for a in reading.actor_at.get(i, ()))
        return named or i in self.groups or self.acts(reading.tokens[i])

    def _is_side(self, i: int) -> bool:
        """A party, or those of a state who are no officials: *trois membres du gouvernement belge*."""
        if self.is_party(i):
            return True
        words = meeting_words()
        known = self.reading.nouns[i] in words.fellows | words.peers
        return known and bool(self.codes(self.reading.tokens[i]))

    def ahead(self, first: int, end: int) -> Iterator[Token]:
        """Those who may be the other side, right of a verb: its object, *avec X*, *à X*; places and days apart."""
        reading = self.reading
        breaks = meeting_words().breaks - {"sur"}
        for j in range(first, end):
            if j in reading.date_at:
                # *a téléphoné dimanche à son homologue*: the model takes the day for a verb
                continue
            starting = reading.words[j - 1 : j + 1] == ["a", "partir"]
            if reading.words[j] in breaks or reading.words[j] == "pour" or (reading.pos[j] == "VERB" and not starting):
                return
            pronoun = reading.pos[j] == "PRON" and j and reading.words[j - 1] == "avec"
            noun = reading.pos[j] in ("NOUN", "PROPN")
            if not pronoun and (not noun or (lead := self._lead(j)) not in _DIRECT or not self._is_side(j)):
                continue
            if not pronoun and lead in ("a", "au") and seat_at(reading, reading.tokens[j]):
                # *a reçu à la Maison Blanche le chancelier*: where
                continue
            yield reading.tokens[j]

    def _lead(self, i: int) -> str:
        """The preposition of a noun, over its determiner, adjectives and first names; empty for an object."""
        reading = self.reading
        for j in range(i - 1, max(-1, i - 6), -1):
            if reading.pos[j] == "ADP":
                # *a reçu à Berlin des opposants*: the model takes the article for *de les*
                return "" if reading.words[j] == "des" and reading.tokens[i].dep_ == "obj" else reading.words[j]
            if reading.pos[j] == "DET":
                # *à l'aéroport de Ouagadougou son homologue*: an object begins
                return reading.words[j - 1] if j and reading.pos[j - 1] == "ADP" else ""
            if reading.pos[j] not in ("ADJ", "NUM", "PROPN"):
                return ""
        return ""

    def countries(self, window: range) -> set[str | None]:
        """The countries of the places that stand in a range of tokens."""
        reading = self.reading
        codes: set[str | None] = {reading.locative_at[j].code for j in window if j in reading.locative_at}
        if any(reading.nouns[j] == "capitale" for j in window):
            # *dans la capitale du Nigeria*, *dans la capitale burkinabè*
            codes |= {actor.code for j in window for actor in reading.actor_at.get(j, ()) if actor.first == j}
        return codes | {reading.place_at[j].record["country"] for j in window if j in reading.place_at}

    def organisation(self, token: Token) -> list[str]:
        """*au siège de l'Otan*: an alliance of the sentence holds the meeting that no one else does."""
        first, end = self.reading.sentence(token.i)
        told = [a for a in self.reading.actors_between(first, end) if a.form == "organisation"]
        if told:
            return [min(told, key=lambda a: abs(a.first - token.i)).code]
        return []
