"""The line in which a page says when it was published: *Publié le 3 mars 2018*, *3 mars 2018 . –*."""

import re
from datetime import date

from natoextract.agencies import NAMED_AGENCY
from natoextract.printed_dates import FULL_DATE, UPPER, WEEKDAY
from natoextract.published import parse_date_text

# A page's own date: said to be one behind a byline at most, alone on its line, or closed by a dash before the body.
_ZONE = r"(?:\s?[AP]M)?(?:\s?(?:GMT|TU|UTC|CES?T|H[AN]E|Z|[+-]\d\d:\d\d))?"
_TIME = rf"(?:[T,]?\s*(?:à|-|–|\||•|·)?\s*\d{{1,2}}\s?[hH:]\s?(?:\d\d)?(?::\d\d)?(?:\s?min\b)?{_ZONE})?"
_ON = rf"(?:le\s*:?\s+)?(?:{WEEKDAY},?\s+)?"
# only where the line says what it is: *Publié le 25-07-23*, *(Belga) 12/03/19 à 10:30*
_SHORT_DATE = r"\d\d[/.-]\d\d[/.-]\d\d(?!\d)"
_CHANGED = r"(?:modifiée?|mise? à jour|màj|actualisée?)s?"
_SAID = (
    rf"(?:(?:(?:publi|post|cré|rédig)ée?s?|parue?s?|mise?s? en ligne|date|datée? d[ue]|(?P<update>{_CHANGED}))\s*:?\s*)"
)
_UPDATED = rf"(?:[ \t,;|•·(–-]*{_CHANGED}\s*:?\s*{_ON}{FULL_DATE}{_TIME}\)?)*"
_BYLINE = (
    rf"(?:(?:(?:article|page|par|©|source|dernière|{NAMED_AGENCY})\b[^\n.!?]{{0,60}}?[\s,|–-]"
    r"|[^\n.!?]{0,60}?[|•·–—-]|[^\n.!?:]{2,40}\s(?=datée? d[ue]))\s*)"
)
# *Publié le 3 mars 2018, le rapport accuse* begins a sentence
_SENTENCE_GOES_ON = r"(?!\s*,\s*[a-zà-ÿ])(?![\w/])"
SAID_DATE = re.compile(
    rf"{_BYLINE}??(?P<span>{_SAID}{_ON}(?P<date>{FULL_DATE}|{_SHORT_DATE}){_TIME}{_UPDATED}){_SENTENCE_GOES_ON}",
    re.IGNORECASE,
)
# alone on its line; *12 mars 2016, Genève . –*; *3 mars 2018 –*
_CREDIT = r"(?:,\s(?:publi|sélectionn|post|mis en ligne|par |via |source)[^.\n]{0,60}(?:\.\w+)?)?"
_CLOSE = rf"{_CREDIT}[ \t|]*[.)]?[ \t]*(?=\r?\n|$)|(?:,[^.\n]{{1,60}})?[ \t]*\.[ \t]*[-–—]+|[ \t]*[-–—]+|(?=\s\()"
_SOURCE = (
    rf"(?:©\s*)?(?:(?:{NAMED_AGENCY})[\s,|–-]+|[^\n.!?|]{{1,40}}\|\s*"
    rf"|\((?:[^()\n.!?|]|\.\w){{0,40}}?|\((?:{NAMED_AGENCY})\)\s*)?"
)
_BARE_DATE = re.compile(
    rf"{_SOURCE}(?P<span>{_ON}(?P<date>{FULL_DATE}|{_SHORT_DATE}(?=\s[(–-]|\s+à\s\d))"
    rf"(?:\s{WEEKDAY})?{_TIME}{_UPDATED}(?:{_CLOSE}))",
    re.IGNORECASE,
)

# *Le Devoir, 12 mars 2019*, *Par Jean Dupont - 12 mars 2019*, *12 mars 2019 | Jean Dupont*: under a title, and short
_SIGNATURE = rf"(?:par\s[^\n.!?:|]{{3,50}}?|[{UPPER}][\w'.-]*(?:\s[\w'.-]+){{0,3}}?)"
_SIGNED_DATE = re.compile(
    rf"(?P<span>(?:(?i:{_SIGNATURE})(?:\s*[,–—|•·]\s*|\s-\s)(?i:{_ON}(?P<date>{FULL_DATE}){_TIME})"
    rf"|(?i:{_ON}(?P<before>{FULL_DATE}){_TIME})(?:\s*[–—|•·]\s*|\s-\s)(?i:{_SIGNATURE}))[ \t]*)(?=\r?\n|$)"
)


def read_page_date(head: str, start: int, crawled: tuple[date, date] | None, *, titled: bool) -> re.Match[str] | None:
    """A line that says when its page was published, or is a date and nothing else; under a title, it may be signed.

    A bare date that the archive's header contradicts is a heading of the text (*6 avril 1994*).
    """
    if said := SAID_DATE.match(head, start):
        return said
    bare = _BARE_DATE.match(head, start) or (_SIGNED_DATE.match(head, start) if titled else None)
    if bare is None:
        return None
    days = parse_date_text(date_told(bare))
    return bare if days and (crawled is None or (days[0] <= crawled[1] and crawled[0] <= days[1])) else None


def date_told(line: re.Match[str]) -> str:
    """The date of a line, which a signature may precede or follow."""
    return line["date"] or line["before"]
