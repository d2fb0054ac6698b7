"""What the role rules find and name: a value with its reason, places that say where, those who act."""

from dataclasses import dataclass
from typing import Generic, TypeVar

ValueT = TypeVar("ValueT", covariant=True)


@dataclass(frozen=True, slots=True)
class Finding(Generic[ValueT]):
    """What a rule found: the value, and why: the rule's name and the words `[start, end)` that it read."""

    value: ValueT
    rule: str
    start: int
    end: int

    @property
    def evidence(self) -> tuple[str, int, int]:
        """The rule and its words, without the value."""
        return self.rule, self.start, self.end


@dataclass(frozen=True, slots=True)
class Locative:
    """A name that says where: *en Irak*, *près de Bagdad*, *sur le sol afghan*; `rule` says by which words."""

    code: str
    start: int
    end: int
    rule: str

    def found(self, rule: str) -> Finding[str]:
        """The place as the finding of a rule."""
        return Finding(self.code, rule, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Actor:
    """A state or an organisation named as somebody who acts: no locative (*l'Otan*, *Washington*, *belges*)."""

    code: str
    start: int
    end: int
    form: str
