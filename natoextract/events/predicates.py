"""Nouns and adjectives said of troops: *restent introuvables*, *sans nouvelles de deux hommes*, *victimes d'un tir*."""

from natoextract.events.chain import chain_before
from natoextract.events.frames import Frame, Search
from natoextract.events.in_chains import falling, modified_before, victim_after
from natoextract.grammar import lemma, verb_group

_FALLEN = frozenset(["tuer", "blesser", "mourir", "deceder", "perir", "succomber", "abattre"])
_COPULAS = frozenset(["être", "rester", "demeurer"])


def missing(search: Search, frame: Frame, name: str) -> Frame | None:
    """*des Casques bleus restaient introuvables*, *nous sommes sans nouvelles de deux hommes*."""
    reading, i = search.reading, frame.token.i
    if name != "introuvable":
        told = "sans" in reading.words[max(0, i - 2) : i] and reading.words[i + 1 : i + 2] in (["de"], ["d'"], ["des"])
        frame.troops = victim_after(search, i) if told else None
        return frame if frame.troops is not None else None
    first, _ = reading.sentence(i)
    j = i
    while j > first and reading.pos[j - 1] == "ADV":
        j -= 1
    copula = reading.tokens[j - 1] if j > first and reading.pos[j - 1] in ("VERB", "AUX") else None
    if copula is not None and lemma(copula) in _COPULAS:
        frame.group, j = verb_group(copula), copula.i
        while j > first and (reading.pos[j - 1] in ("AUX", "ADV") or reading.words[j - 1] in ("n'", "ne")):
            j -= 1
    frame.troops = falling(search, chain_before(search, j))
    return frame if frame.troops is not None else None


def victim_of(search: Search, frame: Frame) -> Frame | None:
    """*un soldat français victime d'un attentat*, *cinq militaires victimes d'une mine*: said like a participle."""
    reading, i = search.reading, frame.token.i
    if reading.words[i + 1 : i + 2] not in (["d'"], ["de"], ["des"], ["du"]) or i in reading.count_at:
        return None
    if search.words.participles.get(reading.tokens[i - 2].lower_) in _FALLEN and reading.words[i - 1] == ",":
        # *dix soldats sont décédés et quatre autres blessés, victimes d'une embuscade*: it tells why
        return None
    frame.troops = modified_before(search, frame.token)
    frame.participle = frame.troops is not None
    return frame if frame.participle else None
