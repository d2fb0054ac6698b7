"""Cities at the head of a dispatch: *KIDAL (AFP) -*, *Berne -*, *Darwin, envoyé spécial*."""

from natoextract.components.actors.page import Page


def in_dateline(page: Page, first: int) -> bool:
    """Whether a word stands in the dateline: *Bruxelles, Belgique | AFP | mercredi 14/04/2021*."""
    slug = page.doc._.dateline
    if slug is not None and slug["start"] <= page.starts[first] < slug["end"]:
        return True
    return heads_dispatch(page, first, first + 1)


def heads_dispatch(page: Page, first: int, last: int) -> bool:
    """The place of a dateline: *KIDAL (AFP) -*, *(Keystone-ATS) Montréal –*."""
    slug, start = page.doc._.dateline, page.starts[first]
    if start == page.slug_start:
        return True
    body = page.doc.user_data.get("natoextract_body", 0)
    if last >= len(page):
        return False
    opens_line = first == 0 or "\n" in page.gap(first)
    if opens_line and page.gap(last) in (" - ", " – ", " — "):
        return True
    if page.opens_sentence(first) and page.gap(last) == ", " and _signed(page, last):
        return True
    begins = slug is not None and body <= start <= body + 1
    return begins and page.gap(last).strip() in ("-", "–", "—", ",")


def _signed(page: Page, index: int) -> bool:
    """*Darwin, envoyé spécial*, *Kaboul, de notre correspondant*."""
    if page.form(index) in ("de", "par"):
        index += 2
    return page.form(index) in ("envoye", "envoyee", "envoyes", "correspondant", "correspondante", "correspondance")
