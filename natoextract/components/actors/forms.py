"""The four forms of a French adjective of nationality: *afghan* → *afghan, afghane, afghans, afghanes*."""

# Endings that double their consonant in the feminine: *italien, italienne*; *letton, lettonne*.
_DOUBLING = ("ien", "éen", "yen", "een", "ton", "pon")


def inflect(masculine: str) -> tuple[str, ...]:
    """Masculine and feminine, singular and plural, of a masculine singular: *belge* → *belge, belges*."""
    feminine = _feminine(masculine)
    plural = masculine if masculine.endswith(("s", "x", "z")) else _plural(masculine)
    return tuple(dict.fromkeys((masculine, feminine, plural, feminine + "s")))


def _feminine(masculine: str) -> str:
    if masculine.endswith("e"):
        return masculine
    if masculine.endswith("c"):
        return masculine[:-1] + "que"
    if masculine.endswith(_DOUBLING):
        return masculine + "ne"
    # what ends in another vowel than é or i does not change: *burkinabè*, *ni-vanuatu*
    if masculine.endswith(("a", "o", "u", "è")):
        return masculine
    return masculine + "e"


def _plural(masculine: str) -> str:
    return masculine[:-2] + "aux" if masculine.endswith("al") else masculine + "s"
