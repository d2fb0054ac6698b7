"""What an article has said so far: whose troops, victims and meetings its later words take up."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Memory:
    """What the article has said so far."""

    people: dict[str, str]
    leader_of: Callable[[str], str | None]
    #: codes of the last troop event, of the last list of states
    last_troops: list[str] = field(default_factory=list)
    #: codes of the last victims
    last_fallen: list[str] = field(default_factory=list)
    last_list: list[str] = field(default_factory=list)
    last_meeting: list[str] = field(default_factory=list)
    #: codes of the last summit, of the last visit: *ce sommet*, *cette visite*
    last_summit: list[str] = field(default_factory=list)
    last_visit: list[str] = field(default_factory=list)
    alliance: str | None = None
    home: str | None = None
    #: status of the last troop event of each type
    told: dict[str, str] = field(default_factory=dict)
