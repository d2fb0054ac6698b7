"""Which nouns are events: *le retrait des troupes*, *le retrait américain*, *leur départ*; not *le retrait du permis*.

One function a frame of `event_triggers.toml`, as in `verbs`.
"""

from natoextract.events.clauses import Licence
from natoextract.events.frames import Frame, Search
from natoextract.events.losses import fallen
from natoextract.events.movement_nouns import movement
from natoextract.events.posted_nouns import posted
from natoextract.events.predicates import missing
from natoextract.events.standing_nouns import contributes, extension, level, standing
from natoextract.events.strength_nouns import reinforcements, strength


def talks(search: Search, frame: Frame, name: str) -> Frame | None:
    """Meetings are licensed by their parties: see `meetings`."""
    return frame


NOUN_LICENCES: dict[str, Licence] = {
    "of": movement,
    "strength": strength,
    "own": standing,
    "posted": posted,
    "level": level,
    "self": reinforcements,
    "extension": extension,
    "contributes": contributes,
    "fallen": fallen,
    "missing": missing,
    "talks": talks,
}
