"""One article from head to foot: its text, its tables, and on request the evidence of its events."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from natoextract.schema import Article
from natoextract.terminal.highlight import highlighted, legend
from natoextract.terminal.tables import tables, why_tables
from natoextract.terminal.wording import published


def page(text: str, article: Article, *, why: bool = False) -> Iterator[RenderableType]:
    """What `natoextract show` prints, part by part."""
    yield Text.assemble((article.id, "bold"), "  published: ", published(article.published))
    yield legend()
    yield ""
    yield highlighted(text, article)
    yield ""
    yield from tables(article)
    if why:
        yield from why_tables(article)
