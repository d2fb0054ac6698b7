"""The tokens of a text, kept: spaCy makes a new object at each access."""

from spacy.tokens import Doc, Token


class Tokens:
    """The tokens of a `Doc`, each made once and only when asked for: spaCy makes a new object at each access."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.made: list[Token | None] = [None] * len(doc)

    def __len__(self) -> int:
        return len(self.made)

    def __getitem__(self, i: int) -> Token:
        token = self.made[i]
        if token is None:
            token = self.made[i] = self.doc[i]
        return token

    def between(self, first: int, last: int) -> list[Token]:
        """The tokens `[first, last)`."""
        return [self[i] for i in range(first, last)]
