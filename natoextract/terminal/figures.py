"""An evaluation as tables, and its differences as lines with their place in the text."""

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from natoextract.evaluation import Difference, Evaluation
from natoextract.evaluation.matching import Item
from natoextract.evaluation.scoring import told

_CONTEXT = 40
_COLOURS = {"miss": "red", "extra": "yellow", "slot": "magenta"}
#: What tells an item from its neighbours, beside its words.
_TELLING = (
    "code", "type", "value", "minimum", "maximum", "qualifier", "contributors", "location", "kind", "speaker",
    "status", "actors", "troops", "level_after",
)  # fmt: skip


def layer_table(result: Evaluation) -> Table:
    """Precision, recall and F1 a layer."""
    table = Table(
        box=SIMPLE_HEAD, title=f"{result.articles} articles, {result.answered} answered", title_justify="left"
    )
    table.add_column("layer")
    for name in ("precision", "recall", "F1", "found", "extra", "missed"):
        table.add_column(name, justify="right")
    for name, score in result.layers.items():
        figures = [f"{value:.3f}" for value in (score.precision, score.recall, score.f1)]
        table.add_row(name, *figures, *map(str, (score.found, score.extra, score.missed)))
    return table


def slot_table(result: Evaluation) -> Table:
    """Of the events found, how many have each slot filled as in the gold."""
    table = Table(box=SIMPLE_HEAD, title="slots of the events found", title_justify="left")
    table.add_column("slot")
    table.add_column("share", justify="right")
    table.add_column("right", justify="right")
    table.add_column("events", justify="right")
    for name, score in result.slots.items():
        total = score.found + score.missed
        table.add_row(name, f"{score.recall:.3f}" if total else "-", str(score.found), str(total))
    right = sum(score.found for score in result.slots.values())
    table.add_section()
    table.add_row(
        "all", f"{result.slot_share:.3f}", str(right), str(right + sum(s.missed for s in result.slots.values()))
    )
    return table


def difference_lines(result: Evaluation, texts: dict[str, str]) -> Iterator[Text]:
    """Each difference on a line: article, line and column, what was missed or added, and the words around it."""
    for difference in result.differences:
        text = texts[difference.article]
        start, end = span_of(difference.item)
        line = Text(f"{difference.article}:{place(text, start)} ", style="dim")
        line.append(f"{difference.layer} ", style="bold")
        line.append(f"{difference.kind.upper()} ", style=_COLOURS[difference.kind])
        line.append(difference.detail or brief(difference))
        line.append(" | ")
        line.append_text(snippet(text, start, end))
        yield line


def brief(difference: Difference) -> str:
    """An item in a few words: *Afghanistan* code=AFG."""
    item = difference.item
    words = (
        item.get("name") if difference.layer == "speakers" else item.get("text") or item.get("trigger", {}).get("text")
    )
    told_fields = [f"{key}={told(item[key])}" for key in _TELLING if item.get(key) not in (None, [], "")]
    return " ".join([repr(str(words)[:60]), *told_fields])


def span_of(item: Item) -> tuple[int, int]:
    """Where an item stands: its own span, its trigger's, or the first mention's."""
    for span in (item, item.get("trigger"), *(item.get("mentions") or ())):
        if span and "start" in span:
            return span["start"], span["end"]
    return 0, 0


def place(text: str, offset: int) -> str:
    """`line:column` of an offset, both from 1."""
    return f"{text.count(chr(10), 0, offset) + 1}:{offset - text.rfind(chr(10), 0, offset)}"


def snippet(text: str, start: int, end: int) -> Text:
    """The words around a span on one line, the span in brackets."""
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    line = Text("…" if start > _CONTEXT else "")
    line.append(_flat(before))
    line.append(f"[{_shortened(_flat(text[start:end]))}]", style="bold")
    line.append(_flat(after) + ("…" if end + _CONTEXT < len(text) else ""))
    return line


def _shortened(words: str) -> str:
    return words if len(words) <= 2 * _CONTEXT else f"{words[:_CONTEXT]}…{words[-_CONTEXT:]}"


def _flat(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")
