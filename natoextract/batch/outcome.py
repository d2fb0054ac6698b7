"""What passes between the process that plans and writes and those that extract: plain values, small and picklable."""

from dataclasses import dataclass, field

from natoextract.readers.base import Fields, Item
from natoextract.records import PackedArticle


@dataclass(frozen=True, slots=True)
class Settings:
    """What an extraction depends on beside its input."""

    fields: Fields = field(default_factory=Fields)
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item: the articles found in it, and why any failed."""

    source: str
    stat: str | None
    position: int
    digest: str | None = None
    records: tuple[PackedArticle, ...] = ()
    error: str | None = None

    @classmethod
    def of_death(cls, item: Item) -> "Outcome":
        """The outcome of an item over which two processes have died."""
        return cls(item.source, item.stat, item.position, error="the process that read it died twice (out of memory?)")
