"""What a rule of the events found, and why: the value of a slot, the rule, and the words that it read."""

from typing import Generic, NamedTuple, TypeVar

ValueT = TypeVar("ValueT")


class Found(NamedTuple, Generic[ValueT]):
    """The value of a slot, the rule that found it and the words `[start, end)` that it read."""

    value: ValueT
    rule: str
    start: int | None = None
    end: int | None = None


#: Codes of states and organisations: whose troops, who meets, who asks.
Whose = Found[list[str]]
