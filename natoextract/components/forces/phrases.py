"""Word lists of `data/` as patterns over folded text."""

import re
from collections.abc import Iterable

from natoextract.text import fold


def pattern_of(phrase: str) -> str:
    """One printed phrase as a pattern: `armée*` any ending, a final `de` also `d'`, spaces as loose as in print."""
    folded = re.escape(fold(phrase)).replace(r"\*", r"\w*").replace(r"\ ", " {1,2}")
    return re.sub(r"(?<![\w])(d|qu)e$", r"\1(?:e\\b|')", folded)


def any_of(phrases: Iterable[str]) -> str:
    """The alternation of printed phrases, the longest first."""
    return "|".join(pattern_of(p) for p in sorted(phrases, key=lambda p: (-len(p), p)))


def word_of(phrases: Iterable[str]) -> str:
    """`any_of` as whole words."""
    return rf"(?<!\w)(?:{any_of(phrases)})(?!\w)"
