"""What an article has said so far: whose troops, victims and meetings its later words take up."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

#: Of how many events a main army is told at least.
_MAIN = 2


@dataclass(slots=True)
class Memory:
    """What the article has said so far."""

    people: dict[str, str]
    leader_of: Callable[[str], str | None]
    #: codes of the last troop event, of the last list of states
    last_troops: list[str] = field(default_factory=list)
    #: codes of the last victims
    last_fallen: list[str] = field(default_factory=list)
    #: codes of the last event of each type: *ce retrait* is that of those who left
    last_of: dict[str, list[str]] = field(default_factory=dict)
    last_list: list[str] = field(default_factory=list)
    last_meeting: list[str] = field(default_factory=list)
    #: codes of the last summit, of the last visit: *ce sommet*, *cette visite*
    last_summit: list[str] = field(default_factory=list)
    last_visit: list[str] = field(default_factory=list)
    alliance: str | None = None
    home: str | None = None
    #: status of the last troop event of each type
    told: dict[str, str] = field(default_factory=dict)
    #: of how many events the words themselves have said whose troops they are of
    tally: Counter[str] = field(default_factory=Counter)

    #: missions in which the troops of each state serve, with the trigger of an event that says so
    serving: dict[str, dict[str, tuple[int, int]]] = field(default_factory=dict)

    def serve(self, codes: list[str], mission: str, words: tuple[int, int]) -> None:
        """Remembers in which mission troops serve."""
        for code in codes:
            self.serving.setdefault(code, {}).setdefault(mission, words)

    def running_troops(self) -> list[str]:
        """Whose troops the article goes on about: the last told, unless they are an aside beside a main army."""
        if not self.tally or not self.last_troops:
            return self.last_troops
        main, times = self.tally.most_common(1)[0]
        aside = times >= _MAIN and times >= 2 * max(self.tally[code] for code in self.last_troops)
        return [main] if aside else self.last_troops
