"""Parts of patterns: dates as the heads of articles print them."""

from natoextract.published import MONTHS
from natoextract.text import fold

# with and without their accents, the longest first: *février*, *fevrier*, *févr*
MONTH = rf"(?:{'|'.join(sorted({*MONTHS, *map(fold, MONTHS)}, key=len, reverse=True))})\b\.?"
WEEKDAY = r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:lun|mar|mer|jeu|ven|sam|dim)\b\.?)"
YEAR = r"(?:1[5-9]|20)\d\d"
FULL_DATE = rf"(?:\d{{1,2}}(?:\s?er)?\s+{MONTH},?\s+{YEAR}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]{YEAR}|{YEAR}-\d\d-\d\d)"

#: Capital letters, for a class of characters.
UPPER = r"A-ZÀ-ÖØ-Þ"
