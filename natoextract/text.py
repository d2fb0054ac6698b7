"""Character maps: the text as the rules read it, and its offsets in the text as received."""

import re
import unicodedata

# Spaces that typesetters and wires use for the plain one. spaCy makes a token of each no-break space,
# which would cut `2 000` and `« Non »` in places where the model never saw a cut.
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_APOSTROPHES = "\u2019\u02bc\u2018\u00b4\u2032\u02b9"
_HYPHENS = "\u2010\u2011\u00ad"

_SURFACE = dict.fromkeys(_SPACES, " ") | dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_HYPHENS, "-")


def _base(char: str) -> str:
    """The letter under an accent, in lower case, when that is one character; else the character itself."""
    low = char.lower() if len(char.lower()) == 1 else char
    bare = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
    return bare if len(bare) == 1 else low


_LETTERS = [chr(i) for i in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
_FOLD = _SURFACE | {c: _base(c) for c in _LETTERS if _base(c) != c}

# Few characters of a text change: to search for them is faster than to look up all, as `str.translate` does, but for
# words.
_TO_SURFACE = re.compile(f"[{''.join(_SURFACE)}]")
_TO_FOLD = re.compile("[\tA-Z\x80-\U0010ffff]")
_FOLD_WORD = str.maketrans(_FOLD)
_LONG = 200

# The line breaks of a text that was wrapped at a width: small letters go on before and after one of them.
_GOES_ON = r"[\da-zß-öø-ÿ,»)]"
_WRAP = re.compile(
    rf"(?:\n(?:(?<={_GOES_ON}\n)|(?<={_GOES_ON} \n))|\r\n(?:(?<={_GOES_ON}\r\n)|(?<={_GOES_ON} \r\n)))(?= ?[a-zß-öø-ÿ])"
)


def unwrapped(text: str) -> str:
    """The same text, same length, with spaces for the line breaks of a fixed width."""
    return _WRAP.sub(lambda wrap: " " * len(wrap.group()), text)


# An accent written apart from its letter, as file systems and PDF extractors do: `e` and U+0301 for `é`.
_DECOMPOSED = re.compile("[A-Za-z][\u0300-\u036f]+")


def composed(text: str) -> str:
    """The text with each accent in its letter (NFC), the one map that moves offsets: see `composed_offsets`."""
    return _DECOMPOSED.sub(lambda letter: unicodedata.normalize("NFC", letter[0]), text)


def composed_offsets(text: str) -> list[int]:
    """For each offset of `composed(text)`, its end included, the offset in `text`."""
    offsets: list[int] = []
    done = 0
    for letter in _DECOMPOSED.finditer(text):
        offsets.extend(range(done, letter.start()))
        # what remains apart after composition keeps an offset of its own
        offsets.extend(range(letter.start(), letter.start() + len(unicodedata.normalize("NFC", letter[0]))))
        done = letter.end()
    return [*offsets, *range(done, len(text) + 1)]


def surface(text: str) -> str:
    """The same text, same length, with plain spaces, apostrophes and hyphens: `l’Otan` → `l'Otan`."""
    return _TO_SURFACE.sub(lambda found: _SURFACE[found[0]], text)


def fold(text: str) -> str:
    """`surface`, in lower case and without accents, same length: `ÉTATS-UNIS` → `etats-unis`."""
    if text.isascii():
        return text.lower().replace("\t", " ")
    if len(text) < _LONG:
        return text.translate(_FOLD_WORD)
    return _TO_FOLD.sub(lambda found: _FOLD.get(found[0], found[0]), text)
