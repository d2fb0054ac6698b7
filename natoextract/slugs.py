"""The slug of a wire: place, day and agency before its first sentence, *BRUXELLES, 27 nov 2009 (TAP) -*."""

import re
from dataclasses import dataclass
from datetime import date

from natoextract.agencies import NAMED_AGENCY, SIGNING_AGENCY, agencies
from natoextract.printed_dates import FULL_DATE, MONTH, UPPER, WEEKDAY, YEAR
from natoextract.published import parse_date_text


@dataclass(frozen=True, slots=True)
class Slug:
    """A dateline: its offsets, and the place and the agency it names."""

    start: int
    end: int
    place: str | None
    agency: str | None
    published: tuple[date, date] | None


_DAY_MONTH = rf"\d{{1,2}}(?:\s?er)?\s+{MONTH}(?:\s+{YEAR})?"
_SLUG_DATE = rf"(?:(?:le\s+)?(?:{WEEKDAY},?\s+)?(?:{FULL_DATE}|{_DAY_MONTH}))"
_LETTER_DATE = rf"(?:le\s+(?:{WEEKDAY}\s+)?|{WEEKDAY}\s+){FULL_DATE}"
_DATED = rf"(?P<date>(?i:{_SLUG_DATE}))"
_IS_WEEKDAY = re.compile(WEEKDAY, re.IGNORECASE)
_HOUR = r"(?:\s+à\s\d\d?[:h]\d\d)?"
_AFTER_SLUG = re.compile(r"\s*(?:[-–—:]+|\.\s*[-–—]*)?\s*")
_DASH = r"(?:\s*[-–—]+|\s*:|\.\s*[-–—]+)"

# Small words within a name: *Châlons-en-Champagne*, *Charm el-Cheikh*.
_PARTICLES = ("de", "du", "la", "le", "les", "sur", "des", "en", "al", "el")
_NAME = rf"[{UPPER}][\w'.-]*(?:[ -](?:(?:[dl]')?[{UPPER}][\w'.-]*|{'|'.join(_PARTICLES)}))*"
# *République démocratique du Congo*, *Côte d'Ivoire*
_STATE = rf"[{UPPER}][\w'.-]*(?:[ -][\w'.-]+){{0,5}}"
_CAPITALS = rf"[{UPPER}][{UPPER}'.-]+(?:[ -][{UPPER}][{UPPER}'.-]*)*"
# *BAGDAD/ERBIL*: one who writes from two towns
_PLACE = rf"(?P<place>{_NAME})(?:/{_NAME})?(?:,?\s*\((?P<area>{_STATE})\)|,\s(?P<country>{_STATE}))?"
_AGENCY = r"(?:\((?P<agency>[^()\d\n]{2,30})\)|[\[/](?P<other>[^()\[\]/\d\n]{2,30})[\]/])"

# The slugs of the wires, strongest first; each is anchored at the head of a line.
_SLUGS = tuple(
    re.compile(pattern)
    for pattern in (
        # Bruxelles, Belgique | AFP | mercredi 14/04/2021 -
        rf"{_PLACE}\s*\|\s*(?P<agency>[^|\n]{{2,30}}?)\s*\|\s*{_DATED}{_HOUR}(?=\s*[-–—\n|]|\s*$)",
        # BRUXELLES, 27 nov 2009 (TAP) -
        rf"{_PLACE},?\s+{_DATED}\s*{_AGENCY}",
        # Kigali, Rwanda (PANA) - 25/02/2010.
        rf"{_PLACE},?\s*{_AGENCY}\s?[-–—]\s?{_DATED}(?=\s*[-–—:\n.])",
        # BRUXELLES, 27 nov 2009 - (TAP) Les alliés
        rf"{_PLACE},?\s+{_DATED}\s*[-–—]+\s*[(\[](?P<agency>(?i:{NAMED_AGENCY}))[)\]]",
        # PARIS (Reuters), 27 nov 2009 -   and   PARIS (AFP) -
        rf"{_PLACE},?\s*{_AGENCY}(?:,?\s*{_DATED})?(?=\s*[-–—:\n])",
        # Berne (ats) Le ministre   and   BRUXELLES, AFP -
        rf"{_PLACE},?\s*\((?P<agency>(?i:{NAMED_AGENCY}))\)(?=\s+[{UPPER}«\"])",
        rf"(?P<place>{_CAPITALS}?),?\s+(?P<agency>{SIGNING_AGENCY})(?=\s*[-–—]+\s)",
        # (New York) - AFP, 14 octobre 2011.
        rf"\((?P<place>{_NAME})\)\s*[-–—]\s*(?P<agency>{SIGNING_AGENCY}),\s+{_DATED}(?=\s*[-–—:\n.])",
        # AFP - Le ministre
        rf"(?P<agency>{SIGNING_AGENCY})(?=\s+[-–—]+\s)",
        # Paris, le 27 novembre 2009 -   and, alone on its line,   Alger, vendredi 27 janvier 2023
        rf"(?P<place>{_NAME}),\s+(?P<date>(?i:{_LETTER_DATE}))(?=\s*?\n)",
        rf"(?P<place>{_NAME}),\s+(?P<date>(?i:(?:le\s+)?(?:{WEEKDAY}\s+)?{FULL_DATE}))(?={_DASH})",
        # PARIS, 27 nov -
        rf"(?P<place>{_CAPITALS}),\s+{_DATED}(?={_DASH})",
        # (AFP) -   (Belga), 27 nov 2009 -   and   (Belga) Le ministre
        rf"{_AGENCY}(?:(?:,|\s[-–—])?\s*{_DATED})?(?=\s*[-–—]|\s+[{UPPER}«\"])",
        # BRUXELLES :   and   BRUXELLES -
        rf"(?P<place>{_CAPITALS})(?=\s*[:–—]\s|\s+-{{1,2}}\s)",
    )
)  # fmt: skip

# *par Lidia Kelly et Anna Koper ORZYSZ, Pologne, 14 avril (Reuters)*: a byline on the line of its slug
_BYLINE_BEFORE = re.compile(
    rf"(?:[Pp]ar|PAR) [^\n.:;()]{{3,60}}? (?={_CAPITALS},\s(?:{_NAME},\s)?(?i:{_SLUG_DATE})\s*{_AGENCY})"
)


def read_slug(head: str, start: int, crawled: tuple[date, date] | None) -> Slug | None:
    if byline := _BYLINE_BEFORE.match(head, start):
        start = byline.end()
    for pattern in _SLUGS:
        if not (found := pattern.match(head, start)):
            continue
        groups = found.groupdict()
        place, agency, told = groups.get("place"), groups.get("agency") or groups.get("other"), groups.get("date")
        if place and _IS_WEEKDAY.fullmatch(place):
            continue
        known = agencies().get(agency.strip().lower()) if agency else None
        # Without a date or capitals, only a known agency tells a slug from a bracket in a title.
        if agency and not known and not (told or (place and place.isupper())):
            continue
        name = _place_name(place) if place else None
        return Slug(start, found.end(), name, known or (agency.strip() if agency else None), _slug_date(told, crawled))
    return None


def _slug_date(told: str | None, crawled: tuple[date, date] | None) -> tuple[date, date] | None:
    """The day of a slug; *PARIS, 3 mars (Reuters)* has no year unless the header `date 2017-03` gives it."""
    if told is None:
        return None
    if re.search(YEAR, told):
        return parse_date_text(told)
    if crawled is None:
        return None
    days = parse_date_text(f"{told} {crawled[0].year}")
    return days if days and crawled[0] <= days[0] <= crawled[1] else None


def skip_dash(head: str, end: int) -> int:
    dash = _AFTER_SLUG.match(head, end)
    return dash.end() if dash else end


def _place_name(place: str) -> str:
    """`BRUXELLES` → `Bruxelles`, `NEW YORK` → `New York`; a name in small letters is left as it is."""
    if not place.isupper():
        return place
    words = re.split(r"([ -])", place.lower())
    return "".join(w if i and w in _PARTICLES else w[:1].upper() + w[1:] for i, w in enumerate(words))
