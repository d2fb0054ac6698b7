"""French numbers, however written, as integers: `2.500`, `2 500`, `12,5 mille`, `nonante`, `dizaines de milliers`.

Everything is matched on `fold(text)`, so no-break spaces, typographic apostrophes, capitals and missing accents
make no difference, and offsets are those of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from text_to_num import text2num

from natoextract.text import fold

#: Nouns of a rounded number: *une dizaine*, *un millier*.
COLLECTIVES = {
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "septantaine": 70,
    "huitantaine": 80,
    "octantaine": 80,
    "nonantaine": 90,
    "centaine": 100,
    "millier": 1000,
    "million": 1_000_000,
}

# A letter, or a digit and a decimal sign, before it makes a figure the tail of something else (M23, T-72, 3,14).
_DIGITS = (
    r"(?<!\w)(?<!\d[.,'])(?<![^\W\d]-)(?P<{0}>"
    r"\d{{1,3}}(?P<{0}_sep>[ .'])\d{{3}}(?:(?P={0}_sep)\d{{3}}){{0,2}}(?!\w)(?!(?P={0}_sep)\d{{3}}(?!\d))"
    r"|\d{{1,3}}(?:,\d{{3}}){{1,2}}(?!\w)"  # 10,000, after the English
    r"|\d{{1,9}}(?:[.,]\d{{1,2}})?(?!\w)(?![.,]\d)"  # 500, and 1,5 before million
    r")"
)

_TO_9 = "deux|trois|quatre|cinq|six|sept|huit|neuf"
_TEENS = "dix[ -](?:sept|huit|neuf)|dix|onze|douze|treize|quatorze|quinze|seize"
_TO_19 = rf"(?:{_TEENS}|une?|{_TO_9})"
_TO_99 = (
    rf"(?:quatre[ -]vingts?(?:[ -](?:et[ -])?{_TO_19})?"
    rf"|soixante(?:[ -](?:et[ -])?{_TO_19})?"
    rf"|(?:vingt|trente|quarante|cinquante|septante|huitante|octante|nonante)(?:[ -](?:et[ -])?(?:une?|{_TO_9})\b)?"
    rf"|{_TO_19})"
)
# *douze cents* is still heard for dates and prices; *pour cent* is no number.
_TO_999 = rf"(?:(?:(?:{_TEENS}|{_TO_9})[ -])?(?<!pour )cents?(?:[ -]{_TO_99})?|{_TO_99})"
_TO_999999 = rf"(?:(?:{_TO_999}[ -])?mille(?:[ -]{_TO_999})?|{_TO_999})"
_WORDS = rf"(?<![\w-]){_TO_999999}(?!\w)(?!-\w)"
_MILLIONS = rf"(?<![\w-]){_TO_999}[ -]millions?[ -]{_TO_999999}(?!\w)(?!-\w)"

_COLLECTIVE = rf"(?:{'|'.join(COLLECTIVES)})s?(?!\w)"
_DEMI = r"demie?[ -]"

_NUMBER = re.compile(
    # deux millions cinq cent mille
    rf"(?P<millions>{_MILLIONS})"
    # deux centaines, 3 milliers, un bon millier, une centaine de milliers, 1,5 million, un million et demi
    rf"|(?:{_DIGITS.format('figure')}|(?P<words>{_WORDS}))"
    rf" (?:(?:bon|bonne|petit|petite|gros|grosse|belle) )?(?P<times>(?P<demi>{_DEMI})?(?P<unit>{_COLLECTIVE}))"
    rf"(?: d[e'] ?(?P<of>{_COLLECTIVE}))?(?P<half> et demie?(?!\w))?"
    # dizaines de milliers, quelques milliers, demi-douzaine
    rf"|(?<![\w-])(?P<bare>(?P<bare_demi>{_DEMI})?(?P<bare_unit>{_COLLECTIVE}))(?: d[e'] ?(?P<bare_of>{_COLLECTIVE}))?"
    # 500, 2.500, 3 mille, deux cents
    rf"|{_DIGITS.format('plain')}(?P<mille> mille(?!\w))?"
    rf"|(?P<plain_words>{_WORDS})"
)
# Every number begins with one of these: the full pattern is tried nowhere else.
_START = re.compile(
    r"(?<!\w)(?:\d|un|deux|tro|qu[ai]|cinq|six|sept|hui|neuf|di[xz]|onze|dou|tre|sei|vingt|soix|oct|non|cent|mil|demi)"
)
# The multiplier that ends a number and may be shared by the number before it: *deux à trois mille*.
_LAST_WORD = re.compile(r"(cents?|mille|millions?|milliers?|centaines?|dizaines?)$")
_FACTORS = {"cent": 100, "mille": 1000, "million": 1_000_000, "millier": 1000, "centaine": 100, "dizaine": 10}


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    `[start, end)` is the numeral without its determiner (*millier* of *un millier*); `lead` is where the determiner
    begins. `rounded` is true of collectives (*une septantaine*), `plural` of those with no figure (*des dizaines*),
    whose `value` is that of one. `factor` is the multiplier that it ends with (1000 in *3 mille*, in *5.000*), else 1.
    """

    start: int
    end: int
    lead: int
    value: int
    rounded: bool = False
    plural: bool = False
    factor: int = 1


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of a text, in order: `plus d'un millier`, `4.000 à 5.000`, `dizaines de milliers`."""
    folded = fold(text)
    position = 0
    while begun := _START.search(folded, position):
        found = _NUMBER.match(folded, begun.start())
        position = found.end() if found else begun.end()
        if found and (number := _read(found)):
            yield number


def parse_number(text: str) -> int | None:
    """The value of a text that is one number and nothing else, else None: `trois mille` → 3000."""
    number = next(find_numbers(text), None)
    if number is None or number.plural or number.lead > 0 or number.end < len(text):
        return None
    return number.value


def _read(found: re.Match[str]) -> Number | None:
    start, end = found.span()
    if found["unit"]:
        return _read_multiplied(found)
    if found["bare"]:
        word = found["bare_unit"]
        value = _collective(word, found["bare_of"], demi=bool(found["bare_demi"]))
        # « "millier" de soldats »: a singular whose determiner is elsewhere is still one
        plural = word.endswith("s")
        return Number(start, end, start, value, rounded=True, plural=plural, factor=COLLECTIVES[word.rstrip("s")])
    if found["plain"]:
        if found["mille"]:
            thousands = _decimal(found["plain"]) * 1000
            return Number(start, end, start, round(thousands), factor=1000)
        if not (figures := _integer(found["plain"])):
            return None
        # *5.000*, *5 000*, *3000*
        factor = 1000 if figures % 1000 == 0 else 1
        return Number(start, end, start, figures, factor=factor)
    words = found["millions"] or found["plain_words"]
    last = _LAST_WORD.search(words)
    return Number(start, end, start, _words_value(words), factor=_FACTORS[last[1].rstrip("s")] if last else 1)


def _read_multiplied(found: re.Match[str]) -> Number:
    """*deux centaines*, *1,5 million*, *un bon millier*, *une dizaine de milliers*."""
    unit = found["unit"].rstrip("s")
    one = found["words"] in ("un", "une")
    times = _decimal(found["figure"]) if found["figure"] else float(_words_value(found["words"]))
    if found["half"]:
        times += 0.5
    value = round(times * _collective(found["unit"], found["of"], demi=bool(found["demi"])))
    # a million is a plain numeral; *un millier* is round
    rounded = unit != "million" or bool(found["of"])
    start = found.start("times") if one else found.start()
    return Number(start, found.end(), found.start(), value, rounded=rounded, factor=COLLECTIVES[unit])


def _collective(word: str, of: str | None, *, demi: bool) -> int:
    value = COLLECTIVES[word.rstrip("s")]
    if of:
        value *= COLLECTIVES[of.rstrip("s")]
    return value // 2 if demi else value


def _integer(figures: str) -> int | None:
    """`2.500`, `2 500`, `2'500`, `10,000` → int; None for a decimal (`1,5`, `3.14`)."""
    groups = re.split(r"[ .,']", figures)
    if len(groups) > 1 and any(len(g) != 3 for g in groups[1:]):
        return None
    return int("".join(groups))


def _decimal(figures: str) -> float:
    whole = _integer(figures)
    return float(figures.replace(",", ".")) if whole is None else float(whole)


def _words_value(words: str) -> int:
    # text2num joins *vingt et un* but not *quatre-vingt et un*, and reads feminine *une* only alone
    plain = re.sub(r"\bune\b", "un", words)
    # *à un mille de la côte*
    plain = re.sub(r"^un[ -](?=mille\b)", "", plain)
    plain = re.sub(r"(?<=vingt)([ -])et[ -](?!un\b|onze\b)", r"\1", plain)
    return int(text2num(plain, "fr"))
