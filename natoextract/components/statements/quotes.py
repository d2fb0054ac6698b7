"""Quotation marks, paired in one scan of the characters: `« Non »`, `"Non"`, `“Non”`, a mark that is never closed.

Typographic marks nest (*« il a crié « feu » puis »*); straight ones open or close by what stands beside them. A
quotation that a paragraph leaves open goes on where the next one repeats the mark, else it ends with its paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_MARKS = re.compile(
    # most characters are no mark: one look tells
    r"(?=[«»“”„‹›\"'`´\r\n])(?:[«»“”„‹›]|(?<!\d)\"|\"(?!\d)|''|``|`|´(?!\w)|(?<![\w'])'(?=[^\W\d_])|(?<=[\w.!?…])'(?![\w'])"
    r"|(?:\r\n|\r|\n)(?:[\r\n]+|(?=[ \t]*[^ \ta-zà-ÿ(])))"
)
_OPENING = frozenset(("«", "“", "„", "‹", "`", "``"))
_CLOSING = frozenset(("»", "”", "›", "´"))


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `[start, end)` with its marks, `[inner, outer)` without; `depth` 0 stands in the text itself."""

    start: int
    end: int
    inner: int
    outer: int
    depth: int
    single: bool = False


class Quotes:
    """The quotations of a text, outermost ones in order, and whether an offset lies inside one."""

    def __init__(self, text: str) -> None:
        self.all = sorted(find_quotes(text), key=lambda q: (q.start, -q.end))
        self.outermost = _outermost(self.all)
        self._starts = [q.start for q in self.outermost]

    def around(self, offset: int) -> Quote | None:
        """The outermost quotation in which an offset lies."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and self.outermost[i].start <= offset < self.outermost[i].end:
            return self.outermost[i]
        return None

    def between(self, start: int, end: int) -> list[Quote]:
        """The outermost quotations that begin in `[start, end)`."""
        return self.outermost[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]


def _outermost(quotes: list[Quote]) -> list[Quote]:
    kept: list[Quote] = []
    for quote in quotes:
        if not kept or quote.start >= kept[-1].end:
            kept.append(quote)
    return kept


def find_quotes(text: str) -> Iterator[Quote]:
    """Every pair of quotation marks of a text (its `surface`), nested ones too."""
    marks = [(m.start(), m.end(), m.group()) for m in _MARKS.finditer(text)]
    remaining = _closers_left(marks)
    opened: list[tuple[int, int, str]] = []
    for k, (start, end, mark) in enumerate(marks):
        if mark[0] in "\r\n":
            if opened and not _reopens(text, end):
                yield from _abandon(text, opened, start)
            continue
        if _is_opening(text, start, end, mark, opened):
            if opened and _continues(text, start, opened[-1][2], mark):
                continue
            if opened and mark in ('"', "'") and any(o[2] == mark for o in opened):
                # a straight mark cannot nest in itself: the one before was never closed
                opened = opened[: next(i for i, o in enumerate(opened) if o[2] == mark)]
            opened.append((start, end, mark))
            continue
        level = _level_closed(opened, mark)
        if level is None:
            if (head := _headless(text, start, mark)) is not None:
                yield _quote(text, (head, head, mark), start, end, 0)
            continue
        if level and not remaining[k] and not _reopens_after(marks, text, k):
            # « … « … » : one mark closes both
            level = 0 if opened[0][2] in _OPENING and mark in _CLOSING else level
        first = opened[level]
        del opened[level:]
        yield _quote(text, first, start, end, len(opened))
    if opened:
        yield from _abandon(text, opened, len(text))


def _closers_left(marks: list[tuple[int, int, str]]) -> list[int]:
    """For each mark, the closing marks that follow it on its line."""
    left = [0] * len(marks)
    count = 0
    for k in range(len(marks) - 1, -1, -1):
        left[k] = count
        mark = marks[k][2]
        if mark[0] in "\r\n":
            count = 0
        elif mark in _CLOSING:
            count += 1
    return left


def _reopens(text: str, offset: int) -> bool:
    """Whether the next paragraph repeats a mark, as long quotations do."""
    return text[offset : offset + 8].lstrip()[:1] in ("«", "»", "“", '"')


def _reopens_after(marks: list[tuple[int, int, str]], text: str, k: int) -> bool:
    return k + 1 < len(marks) and marks[k + 1][2][0] in "\r\n" and _reopens(text, marks[k + 1][1])


def _continues(text: str, start: int, outer: str, mark: str) -> bool:
    """Whether a mark at the head of a paragraph only repeats the one still open."""
    while start and text[start - 1] in " \t":
        start -= 1
    return (not start or text[start - 1] in "\r\n") and (mark == outer or mark in "«»“")


def _is_opening(text: str, start: int, end: int, mark: str, opened: list[tuple[int, int, str]]) -> bool:
    if mark == "«" and opened and opened[-1][2] == "»":
        return False
    if mark in _OPENING:
        return not _closes_by_mistake(text, start, end, mark, opened)
    if mark == "”" and not opened and not text[max(0, start - 1) : start].strip() and text[end : end + 1].isalnum():
        return True
    if mark == "»" and not opened and _is_inverted(text, start, end):
        return True
    if mark in _CLOSING:
        # a closing mark repeated at the head of a paragraph: « … ¶ » …
        return bool(opened) and mark == "»" and _continues(text, start, opened[-1][2], mark)
    before, after = text[start - 1 : start], text[end : end + 1]
    if not after or after in "\r\n":
        return False
    if not before or before in "\r\n":
        return True
    if mark == "'":
        return not before[-1:].isalnum() and before not in ".!?…"
    inside = any(o[2] == mark for o in opened)
    opens = before.isspace() or before in "([{'«“-–—/:"
    closes = after.isspace() or after in ".,;:!?…)]}»”-–—/"
    if opens and not closes:
        # "A " , "B": a space before a closing mark is not rare; then the text after it is glued
        return True
    if closes and not opens:
        return False
    return not inside


def _is_inverted(text: str, start: int, end: int) -> bool:
    """*une »provocation« de la direction*, *pris l' »engagement »*: a closing mark typed where one is opened."""
    before = text[max(0, start - 2) : start]
    if not before or before[-1] not in " '(\n" or not text[end : end + 1].isalnum():
        return False
    line = text.find("\n", end)
    closing = re.search("[»«]", text[end : line if line >= 0 else len(text)])
    return closing is not None and not text[end + closing.start() - 1].isspace()


def _closes_by_mistake(text: str, start: int, end: int, mark: str, opened: list[tuple[int, int, str]]) -> bool:
    """*« Nous partirons«, a-t-il dit*: an opening mark typed where one is closed."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not any(o[2] == mark for o in opened) or not before or before.isspace() or before in "([-–—'":
        return False
    return not after or after.isspace() or after in ".,;:!?)"


def _headless(text: str, stop: int, mark: str) -> int | None:
    """*… a salué la mission : ¶ Nous avons réussi. »*: the opening mark is lost behind the colon."""
    if mark not in "»”":
        return None
    head = max(text.rfind("\n", 0, stop), text.rfind("\r", 0, stop)) + 1
    return head if text[max(0, head - 80) : head].rstrip().endswith(":") and text[head:stop].strip() else None


def _level_closed(opened: list[tuple[int, int, str]], mark: str) -> int | None:
    """Which of the open marks a closing one answers."""
    for level in range(len(opened) - 1, -1, -1):
        if _answers(opened[level][2], mark):
            return level
    return None


def _answers(opening: str, closing: str) -> bool:
    if closing == "´":
        return opening == "`"
    if closing in _CLOSING:
        return opening in _OPENING or opening == closing
    if closing == "«" and opening == "»":
        return True
    if opening in ("„", "“"):
        return closing in ('"', opening)
    if opening in ("`", "``"):
        return closing in ("'", '"', "''")
    return opening == closing


def _abandon(text: str, opened: list[tuple[int, int, str]], stop: int) -> Iterator[Quote]:
    """A quotation that nothing closes ends with its paragraph; a lone apostrophe is none."""
    first = opened[0]
    opened.clear()
    if first[2] not in ("'", "''") and text[first[1] : stop].strip():
        yield _quote(text, first, stop, stop, 0)


def _quote(text: str, opening: tuple[int, int, str], start: int, end: int, depth: int) -> Quote:
    inner, outer = opening[1], start
    while inner < outer and text[inner].isspace():
        inner += 1
    while outer > inner and text[outer - 1].isspace():
        outer -= 1
    return Quote(opening[0], end, inner, outer, depth, single=opening[2] == "'")
