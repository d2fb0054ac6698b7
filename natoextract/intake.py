"""Takes in texts: decodes them, and refuses what holds no French, with the reason.

check_text(decode(data, "a.txt"), "a.txt")    # InputError("a.txt", "it is empty")
"""

import codecs
import re
from functools import cache

from natoextract.lexicon import read_toml
from natoextract.text import fold

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# Control characters that no text has: all but tab, newlines, form feed and the marks of old teleprinters (STX, ETX).
_CONTROL = re.compile("[\x00\x04-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-zæœß]+")
_OTHER_SCRIPT = re.compile(r"[^\W\d_a-zæœß]")

#: Words that the check of language reads: an article is told by its first paragraphs.
_SAMPLE_CHARS = 4000
#: Fewer words are a title, which may have no function word at all (*Mali: Paris dépêche des renforts*).
_SHORT = 25
#: French news has a third of such words (a list of results a seventh), Spanish a fifteenth, English and German none.
_MINIMUM_SHARE = 0.08


class InputError(ValueError):
    """An input that cannot be extracted: its name, and the reason."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


def decode(data: bytes, name: str) -> str:
    """The text of a file's bytes; a byte order mark is no part of it. Raises `InputError` for what is no text."""
    if data.startswith(_UTF_16):
        return _decoded(data, "utf-16", name)
    if b"\0" in data:
        raise InputError(name, "it is not a text file")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _guess(data, name)
    if len(_CONTROL.findall(text[:_SAMPLE_CHARS])) > len(text[:_SAMPLE_CHARS]) // 100:
        raise InputError(name, "it is not a text file")
    return text


def check_text(text: str, name: str) -> None:
    """Raise `InputError` for a blank text, or for one with no French."""
    if not text.replace("\ufeff", "").strip():
        raise InputError(name, "it is empty")
    if not is_french(text):
        raise InputError(name, "it has no French text")


def is_french(text: str) -> bool:
    """Whether a text can be French: its letters are Latin, and its small words French unless it is but a title."""
    folded = fold(text[:_SAMPLE_CHARS])
    words = _LETTERS.findall(folded)
    if not words:
        return False
    # nearly all texts have no letter of another script: their words need not be asked one by one
    if _OTHER_SCRIPT.search(folded) and 2 * sum(_LATIN.fullmatch(word) is not None for word in words) <= len(words):
        return False
    french, foreign = function_words()
    own, others = sum(map(french.__contains__, words)), sum(map(foreign.__contains__, words))
    if len(words) < _SHORT:
        return own > 0 or others < 2
    return own > others and own / len(words) >= _MINIMUM_SHARE


@cache
def function_words() -> tuple[frozenset[str], frozenset[str]]:
    """Small words of French, and those of its neighbours, folded."""
    words = read_toml("languages")
    french, foreign = (frozenset(fold(w) for w in words[key]) for key in ("french", "foreign"))
    return french, foreign - french


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(name, f"it is not {encoding.upper()} text, as its first bytes say") from error


def _guess(data: bytes, name: str) -> str:
    """Text in an older encoding: cp1252, Latin-1, Mac Roman."""
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=["cp1252", "latin_1", "iso8859_15", "mac_roman", "cp850"]).best()
    if best is None:
        raise InputError(name, "it is not a text file")
    return str(best)
