"""The text inside a small piece of markup: paragraphs become lines."""

import re
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

# Elements that begin and end a line of their own: of HTML, and of NITF.
_BLOCKS = frozenset({
    "p", "div", "br", "hr", "li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "blockquote", "section",
    "article", "header", "footer", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption",
    "hl1", "hl2", "hedline", "dateline", "byline", "block", "body",
})  # fmt: skip
_UNSEEN = frozenset(["script", "style", "head", "title", "media", "figure"])


class _Lines(HTMLParser):
    """Collects what a reader sees, a newline around each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.unseen = max(0, self.unseen - (tag in _UNSEEN))
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(re.sub(r"\s+", " ", data))


def text_of_html(markup: str) -> str:
    """`<p>Un.</p><p>Deux <b>mots</b>.</p>` → `Un.\\nDeux mots.`"""
    lines = _Lines()
    lines.feed(markup)
    lines.close()
    return _tidy("".join(lines.parts))


def text_of_element(element: Element) -> str:
    """The same, of parsed XML in any namespace."""
    parts: list[str] = []
    _collect(element, parts)
    return _tidy("".join(parts))


def local_name(element: Element) -> str:
    """`{http://iptc.org/std/nar/2006-10-01/}newsItem` → `newsItem`."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _collect(element: Element, parts: list[str]) -> None:
    name = local_name(element).lower()
    edge = "\n" if name in _BLOCKS else ""
    if name and name not in _UNSEEN:
        parts.append(edge + re.sub(r"\s+", " ", element.text or ""))
        for child in element:
            _collect(child, parts)
        parts.append(edge)
    parts.append(re.sub(r"\s+", " ", element.tail or ""))


def _tidy(text: str) -> str:
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
