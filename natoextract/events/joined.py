"""States that the words join where the tree gives one: *Le Kenya et Djibouti ont*."""

from spacy.tokens import Token

from natoextract.events.reading import Reading
from natoextract.grammar import SUBJECTS

_OF = frozenset(["de", "du", "des", "d'"])
_COME = frozenset(
    ["originaires", "originaire", "venus", "venu", "venues", "issus", "issues", "provenant", "provenance"]
)


def listed_before(reading: Reading, token: Token) -> list[str]:
    """*Le Togo, le Ghana et le Mali enverront*: the states before the one that the tree gives for the subject."""
    i = token.i
    if not any(a.form == "name" for a in reading.actor_at.get(i, ())) or token.dep_ not in (*SUBJECTS, "ROOT"):
        return []
    first, _ = reading.sentence(i)
    begin, codes, link = _before_article(reading, i), list[str](), "et"
    while begin - 1 > first and reading.words[begin - 1] in ("et", link):
        named = next((a for a in reading.actor_at.get(begin - 2, ()) if a.form == "name"), None)
        if named is None:
            break
        codes.insert(0, named.code)
        begin, link = _before_article(reading, named.first), ","
    # *la frontière entre le Mali et le Niger est fermée*
    return [] if begin > first and reading.pos[begin - 1] == "ADP" else codes


def listed_after(reading: Reading, i: int) -> list[str]:
    """*les troupes du Sénégal, du Bénin et du Togo*: the states behind the one that ends at a token."""
    codes = list[str]()
    _, end = reading.sentence(i)
    while i + 3 < end and reading.words[i + 1] in (",", "et", "mais", "ainsi"):
        of = next((j for j in range(i + 2, min(end - 1, i + 5)) if reading.words[j] in _OF), end - 1)
        at = of + 1 + (reading.words[of + 1] in ("la", "l'") if of + 1 < end else 0)
        named = next((a for a in reading.actor_at.get(at, ()) if a.form == "name" and a.first == at), None)
        if named is None:
            break
        codes.append(named.code)
        i = named.last
    return codes


def come_from(reading: Reading, i: int) -> list[str]:
    """*les casques bleus originaires du Rwanda, mais aussi du Népal*: the states named by where troops come from."""
    _, end = reading.sentence(i)
    at = next((j for j in range(i + 1, min(end - 1, i + 5)) if reading.words[j] in _COME), None)
    if at is None or reading.words[at + 1] not in _OF:
        return []
    at += 2 + (reading.words[at + 2 : at + 3] in (["la"], ["l'"]))
    named = next((a for a in reading.actor_at.get(at, ()) if a.form == "name" and a.first == at), None)
    return [named.code, *listed_after(reading, named.last)] if named is not None else []


def _before_article(reading: Reading, i: int) -> int:
    """Where a name begins, its article included."""
    return i - 1 if i and reading.words[i - 1] in ("le", "la", "l'", "les") else i
