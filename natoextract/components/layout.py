"""The layout of a dispatch: its head, and where its sentences begin.

The model's own sentences are exact in half of all cases: it splits after *BRUXELLES :* and inside *2017-11*, and runs
titles without a full stop into the next line. Cuts set here are kept by the parser.
"""

import re
from collections.abc import Iterator
from typing import cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from natoextract.components.wrapping import wraps
from natoextract.dispatch import Head, Publication, read_head
from natoextract.layers import surface_of
from natoextract.lexicon import read_toml

NAME = "natoextract_layout"

_CLOSERS = "\"»”’')\\]"
_OPENERS = "\"«“‘'(\\[–—-"

# A full stop that ends no sentence: titles, initials, abbreviations.
_SHORT = "|".join(word for group in read_toml("abbreviations").values() for word in group)
_ABBREVIATION = re.compile(rf"(?:(?<![^\W\d_])(?:{_SHORT}|[A-ZÉ])|[A-Z]\.[A-Z])\.$")
# Each pattern below begins with the marks it may match, for which `re` skips through a text; what goes before them is
# looked back for.
_END = re.compile(
    rf"[.!?…](?:(?<=\.)\.+|(?<=[!?…])[!?…]*|(?<=\.)(?<!\.\.))[{_CLOSERS}]*(?:\s?[»”])?"
    rf"(?=\s+(?:[{_OPENERS}]\s?)*(?:[^\W_]|$)|[«“][ A-ZÀ-Þ])"
)
# Pages that lost their line breaks glue sentences: `l'affaire Wagner."Il est temps`, `au Mali".Interrogée`.
_GLUED = re.compile(r"[.!?](?=[\"«“]?[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ' ])(?:(?<=[^\W\d_A-ZÀ-Þ]{3}[.!?])|(?<=[»\"”][.!?]))")
# A line break ends a sentence: titles, headings and paragraphs of a wire are lines. Where lines are wrapped, the next
# one goes on in lower case.
_LINE = re.compile(r"[\r\n\u2028\u2029](?:[\r\n\u2028\u2029]\s*|\s*(?![^\W\dA-ZÀ-Þ]|\([a-zà-ÿ]))")
# *la bombe H. La Corée*: a capital is no initial where an article or a pronoun follows.
_FOLLOWS_INITIAL = re.compile(r"\s+(?:L[ae]s?|L'|Ils?|Elles?|Une?|Ces?|Cette|Mais|Selon|Dans|En|Nous|On)(?![\w-])")
_INITIAL = re.compile(r"(?:^|[^\w.])[A-ZÉ]\.$")
_NEXT = re.compile(r"\s*")


@Language.factory(NAME)
def create_layout(nlp: Language, name: str) -> "Layout":
    return Layout()


class Layout:
    """Reads the head (unless the caller has), and cuts sentences."""

    def __call__(self, doc: Doc) -> Doc:
        if "natoextract_body" not in doc.user_data:
            head = read_head(doc.text)
            set_head(doc, head, head.publication)
        # *date 2019-05 Le ministre …*: the model would take the page's own date for a word of the first sentence
        after_headers = (end for _, end in doc._.headers)
        starts = {0, *after_headers, *sentence_starts(surface_of(doc), doc.user_data["natoextract_body"])}
        # all at once: `token.is_sent_start = …` looks at the whole document each time
        doc.from_array(["SENT_START"], cast(Ints2d, _flags(doc, starts)))
        return doc


def _flags(doc: Doc, starts: set[int]) -> "np.typing.NDArray[np.uint64]":
    """For each token, whether it begins a sentence: 1 or -1, as spaCy keeps them.

    A cut may fall inside a token (`.Puis`), which then begins the sentence, or before white space, which does not.
    """
    flags = np.full(len(doc), -1)
    if len(doc):
        offsets, lengths = doc.to_array("IDX").astype(int), doc.to_array("LENGTH").astype(int)
        cuts = np.array(sorted(starts))
        at = np.searchsorted(offsets, cuts, side="right") - 1
        at += cuts >= offsets[at] + lengths[at]
        # a word at or after each token; the length of the document where none follows
        words = np.flatnonzero(doc.to_array("IS_SPACE") == 0)
        following = np.append(words, len(doc))[np.searchsorted(words, at)]
        flags[following[following < len(doc)]] = 1
        flags[0] = 1
    return flags.astype(np.uint64)


def set_head(doc: Doc, head: Head, publication: Publication | None) -> None:
    """Put what the head of a text says onto its `Doc`."""
    slug = head.slug
    doc._.dateline = slug and {
        "start": slug.start,
        "end": slug.end,
        "text": surface_of(doc)[slug.start : slug.end],
        "place": slug.place,
        "agency": slug.agency,
    }
    doc._.published = publication and {
        "earliest": publication.earliest.isoformat(),
        "latest": publication.latest.isoformat(),
        "origin": publication.origin,
    }
    doc._.headers = [list(span) for span in head.headers]
    doc.user_data["natoextract_body"] = head.body


def sentence_starts(text: str, body: int = 0) -> Iterator[int]:
    """Offsets where sentences begin, from the text's `surface`.

    *M. Obama*, *28 capitales. "A cela …* and titles are cut as a reader would; a sentence never begins inside the head
    (`BRUXELLES, 27 nov 2009 (TAP) -` belongs to the first one).
    """
    for end in _END.finditer(text, body):
        stop = end.end()
        follower = _NEXT.match(text, stop)
        begin = follower.end() if follower else stop
        if _ends_sentence(text, end, begin):
            yield begin
    for glued in _GLUED.finditer(text, body):
        yield glued.end()
    inside = set(wraps(text))
    for line in _LINE.finditer(text):
        if line.start() not in inside:
            yield line.end()


def _ends_sentence(text: str, end: re.Match[str], begin: int) -> bool:
    """Whether what follows a stop can begin a sentence: a capital, a digit or an opening mark."""
    follower = text[begin : begin + 1]
    mark = end.group()
    if not follower or follower.islower():
        return False
    if mark.startswith(".") and len(mark) == 1:
        before = text[max(0, end.start() - 8) : end.start() + 1]
        if _ABBREVIATION.search(before):
            return bool(_INITIAL.search(before) and _FOLLOWS_INITIAL.match(text, end.end()))
    if follower in "\"«“‘'([–—-":
        # `"Non !" – a-t-il dit`: an opening mark begins a sentence only before a capital or a digit
        inner = re.match(r"[\"«“‘'(\[–—\- ]+(\w?)", text[begin : begin + 6])
        first = inner.group(1) if inner else ""
        return bool(first) and not first.islower()
    return follower.isupper() or follower.isdigit() or not follower.isalnum()
