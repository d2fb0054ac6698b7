"""One-for-one character maps: the text as the rules read it, at the offsets of the text as received."""

import re
import unicodedata

# Spaces that typesetters and wires use for the plain one. spaCy makes a token of each no-break space,
# which would cut `2 000` and `« Non »` in places where the model never saw a cut.
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_APOSTROPHES = "\u2019\u02bc\u2018\u00b4\u2032\u02b9"
_HYPHENS = "\u2010\u2011\u00ad"

_SURFACE = {ord(c): " " for c in _SPACES} | {ord(c): "'" for c in _APOSTROPHES} | {ord(c): "-" for c in _HYPHENS}


def _base(char: str) -> str:
    """The letter under an accent, in lower case, when that is one character; else the character itself."""
    low = char.lower() if len(char.lower()) == 1 else char
    bare = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
    return bare if len(bare) == 1 else low


_LETTERS = [chr(i) for i in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
_FOLD = _SURFACE | {ord(c): _base(c) for c in _LETTERS if _base(c) != c}


# The line breaks of a text that was wrapped at a width: small letters go on before and after one of them.
_WRAP = re.compile(r"(?<=[\da-zß-öø-ÿ,»)])( ?)\r?\n(?= ?[a-zß-öø-ÿ])")


def unwrapped(text: str) -> str:
    """The same text, same length, with spaces for the line breaks of a fixed width."""
    return _WRAP.sub(lambda wrap: " " * len(wrap.group()), text)


def surface(text: str) -> str:
    """The same text, same length, with plain spaces, apostrophes and hyphens: `l’Otan` → `l'Otan`."""
    return text.translate(_SURFACE)


def fold(text: str) -> str:
    """`surface`, in lower case and without accents, same length: `ÉTATS-UNIS` → `etats-unis`."""
    return text.translate(_FOLD)
