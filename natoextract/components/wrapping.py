"""Line breaks that only wrap a paragraph: the next line goes on with the sentence, whatever letter it begins with."""

import re
from collections.abc import Iterator

#: Lines of a wrapped paragraph are no longer, and there are so many at least.
_WIDTH, _LINES = 100, 3
# begun at a line, so that a text of one long line is read once
_BLOCK = re.compile(r"(?:(?<=\n)|\A)[^\n]+(?:\n[^\n]+)+")
_STOP = re.compile(r"[.!?…:;][\"»”’')\]]*\s*$")
# A line never ends with a word that leads to another: *l'invasion de la // Pologne*.
_LEADS_ON = re.compile(
    r"(?:,|(?i:[ ’'](?:de|du|des|d|la|le|les|l|un|une|en|à|au|aux|et|ou|qu[ei]?|dont|dans|par|pour|sur|avec|sans|entre"
    r"|vers|chez|ses?|son|sa|leurs?|ce|cet|cette|ces|plus|très|M\.|MM\.|Mme)['’]?))[ \t]*$"
)


def wraps(text: str) -> Iterator[int]:
    """Offsets of the line breaks inside sentences."""
    for block in _BLOCK.finditer(text):
        lines = block.group().split("\n")
        wrapped = _is_wrapped(lines)
        at = block.start()
        for line in lines[:-1]:
            at += len(line)
            if (wrapped and not _STOP.search(line[-8:])) or _LEADS_ON.search(line[-12:]):
                yield at
            at += 1


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines are broken by their width: none is long, and most go on in lower case."""
    if len(lines) < _LINES or max(map(len, lines)) > _WIDTH:
        return False
    going_on = sum(line[:1].islower() for line in lines[1:])
    return 2 * going_on >= len(lines) - 1
