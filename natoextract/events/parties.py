"""Who may take part in a meeting: officials, persons of state, states and organisations."""

from spacy.tokens import Token

from natoextract.events.military import is_office
from natoextract.events.reading import Reading
from natoextract.events.resolver import Resolver
from natoextract.text import fold

#: Words that end the list of those who meet.
CLAUSE_WORDS = frozenset(
    [
        "qui",
        "que",
        "qu'",
        "dont",
        "sur",
        "afin",
        "apres",
        "avant",
        "mais",
        "car",
        "contre",
        "selon",
        "lors",
        "lorsque",
        ";",
    ]
)


class Parties:
    """What the rules of nouns and of verbs ask about the parties of a meeting, in one article."""

    def __init__(self, reading: Reading, resolver: Resolver, *, sport: bool) -> None:
        self.reading = reading
        self.resolver = resolver
        #: Whether the article is of sport, whose *rencontres* are none of ours.
        self.sport = sport

    def is_person(self, token: Token) -> bool:
        return token.text in self.resolver.memory.people or fold(token.text) in ("m.", "mme")

    def acts(self, token: Token) -> bool:
        """Whether a subject is an official, a person of state, a state or an organisation."""
        reading = self.reading
        if token.pos_ == "PRON" or fold(token.text) in ("il", "elle", "ils", "elles", "nous", "je"):
            return bool(self.resolver.codes_of(token))
        return bool(
            (fold(token.lemma_) in ("pays", "allie") and self.resolver.codes_of(token))
            or is_office(reading, token.i)
            or reading.actor_at.get(token.i)
            or self.is_person(token)
            or self.resolver.seat(token)
            or self.resolver.person(token)
        )

    def organisation(self, token: Token) -> list[str]:
        """*au siège de l'Otan*: an alliance of the sentence holds the meeting that no one else does."""
        first, end = self.reading.sentence(token.i)
        told = [a for a in self.reading.actors_between(first, end) if a.form == "organisation"]
        if told:
            return [min(told, key=lambda a: abs(a.first - token.i)).code]
        return []
