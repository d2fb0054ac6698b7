"""An extracted article as it is kept and handed on: its output line, its text, its sentences, its metadata."""

import json
import zlib
from dataclasses import dataclass
from typing import Any

from natoextract.schema import Article


@dataclass(frozen=True, slots=True)
class PackedArticle:
    """One extracted article as it is kept: its id, and its output line and all else of its tables, compressed."""

    id: str
    packed: bytes

    @property
    def line(self) -> str:
        """The article's JSON."""
        return zlib.decompress(self.packed).partition(b"\n")[0].decode()

    @property
    def content(self) -> "ArticleContent":
        """All that tables are made of."""
        line, _, rest = zlib.decompress(self.packed).partition(b"\n")
        text, starts, metadata = json.loads(rest)
        return ArticleContent(json.loads(line), text, starts, metadata)

    def renamed(self, id: str) -> "PackedArticle":
        """The same article under another id."""
        line, _, rest = zlib.decompress(self.packed).partition(b"\n")
        article = Article.model_validate_json(line).model_copy(update={"id": id})
        return PackedArticle(id, zlib.compress(article.model_dump_json().encode() + b"\n" + rest, 1))


@dataclass(frozen=True, slots=True)
class ArticleContent:
    """An article's fields, its text, where its sentences start, and what its container says of it besides."""

    article: dict[str, Any]
    text: str
    sentence_starts: list[int]
    metadata: dict[str, Any]


def pack(id: str, line: str, text: str, sentence_starts: list[int], metadata: dict[str, Any]) -> PackedArticle:
    """The record of an article. A lone surrogate, which a JSON row may hold, is kept by its escape; of `metadata`, a
    value that JSON has no word for (a day, a decimal) is kept as its text.
    """
    rest = json.dumps([text, sentence_starts, metadata], default=str)
    return PackedArticle(id, zlib.compress(f"{line}\n{rest}".encode(), 1))
