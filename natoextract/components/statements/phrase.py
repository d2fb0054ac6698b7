"""A noun phrase read as a speaker."""

from dataclasses import dataclass, field

from natoextract.components.statements.kinds import Kind
from natoextract.components.statements.persons import Name
from natoextract.components.statements.vocabulary import Gender
from natoextract.components.statements.words import Determiner
from natoextract.text import fold


@dataclass(slots=True)
class Phrase:
    """A noun phrase read as a speaker: offsets without determiner, and what it says of the speaker."""

    start: int
    end: int
    text: str
    kind: Kind
    head: str
    determiner: Determiner
    gender: Gender | None
    plural: bool
    name: Name | None = None
    role: str | None = None
    role_span: tuple[int, int] | None = None
    sorts: frozenset[str] = frozenset()
    lead: int = 0
    codes: list[str] = field(default_factory=list)

    @property
    def anaphoric(self) -> bool:
        """Whether it points back: *ce responsable*, *la même source*."""
        return self.determiner == "demonstrative" or fold(self.text).startswith("meme ")
