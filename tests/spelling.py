"""French numbers as people write them: the inverse of `natoextract.numerals`, for property tests."""

_UNITS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}

#: A thousands separator of each school: wires, print, Switzerland.
SEPARATORS = (".", " ", "\u00a0", "\u202f", "\u2009", "'", "’")


def words(number: int, *, belgian: bool = False, swiss: bool = False) -> str:
    """`2571` → *deux mille cinq cent soixante et onze*, in Belgium *septante et un*, in Switzerland *huitante*."""
    if number >= 1_000_000:
        millions, rest = divmod(number, 1_000_000)
        head = f"{words(millions, belgian=belgian, swiss=swiss)} million{'s' if millions > 1 else ''}"
        return f"{head} {words(rest, belgian=belgian, swiss=swiss)}" if rest else head
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        before = words(thousands, belgian=belgian, swiss=swiss)
        # no plural before *mille*: *deux cent mille*, *quatre-vingt mille*
        before = before[:-1] if before.endswith(("cents", "vingts")) else before
        head = "mille" if thousands == 1 else f"{before} mille"
        return f"{head} {words(rest, belgian=belgian, swiss=swiss)}" if rest else head
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        head = "cent" if hundreds == 1 else f"{_UNITS[hundreds]} cent{'' if rest else 's'}"
        return f"{head} {words(rest, belgian=belgian, swiss=swiss)}" if rest else head
    return _below_100(number, belgian=belgian or swiss, swiss=swiss)


def _below_100(number: int, *, belgian: bool, swiss: bool) -> str:
    if number < 20:
        return _UNITS[number]
    tens, rest = divmod(number, 10)
    if belgian and tens in (7, 9):
        return _joined("septante" if tens == 7 else "nonante", rest)
    if swiss and tens == 8:
        return _joined("huitante", rest)
    if tens == 7:
        return "soixante et onze" if rest == 1 else f"soixante-{_UNITS[10 + rest]}"
    if tens >= 8:
        rest = number - 80
        return "quatre-vingts" if rest == 0 else f"quatre-vingt-{_UNITS[rest]}"
    return _joined(_TENS[tens * 10], rest)


def _joined(tens: str, rest: int) -> str:
    if rest == 0:
        return tens
    return f"{tens} et un" if rest == 1 else f"{tens}-{_UNITS[rest]}"


def grouped(number: int, separator: str) -> str:
    """`2500` → `2.500`, `2 500`, `2'500`."""
    return f"{number:,}".replace(",", separator)
