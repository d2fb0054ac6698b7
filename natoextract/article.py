"""From dispatches to `Article`s."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from natoextract.components.layout import set_head
from natoextract.dispatch import Dispatch, publication_of, read_head
from natoextract.layers import LAYERS, RELATIONS, surface_of
from natoextract.pipeline import load
from natoextract.published import PublishedInput
from natoextract.schema import Article
from natoextract.text import composed, composed_offsets

#: Articles a batch: the model's matrix products gain nothing beyond, and memory stays flat.
BATCH_SIZE = 32


def extract(
    text: str | Dispatch,
    published: PublishedInput | None = None,
    *,
    id: str | None = None,
    source: str | None = None,
) -> Article:
    """The structured reading of one French dispatch.

    `published` is a date, an ISO string (`2020-10-23`, `2020-10`, `2020`) or an interval (a pair, or
    `2020-10-01/2020-10-31`); it wins over what the text says of itself. Raises `PublishedError` for any other form.
    What is given here wins over what a `Dispatch` brings with it.
    """
    given: dict[str, Any] = {"id": id, "source": source}
    if published is not None:
        given |= {"published": published, "origin": "argument"}
    dispatch = Dispatch(text) if isinstance(text, str) else text
    dispatch = replace(dispatch, **{name: value for name, value in given.items() if value is not None})
    return next(extract_many([dispatch]))


def extract_many(
    dispatches: Iterable[Dispatch | str], *, nlp: Language | None = None, batch_size: int = BATCH_SIZE
) -> Iterator[Article]:
    """Lazily, one `Article` a dispatch, in order. A plain string is a dispatch without metadata."""
    ready = (Dispatch(d) if isinstance(d, str) else d for d in dispatches)
    for doc, dispatch in analyse_many(ready, nlp=nlp or load(), batch_size=batch_size):
        yield to_article(doc, dispatch)


def analyse_many(
    dispatches: Iterable[Dispatch], *, nlp: Language, batch_size: int = BATCH_SIZE
) -> Iterator[tuple[Doc, Dispatch]]:
    """Lazily, the analysed `Doc` of each dispatch, for those who want more of it than the `Article`."""
    ready = (_prepare(nlp, dispatch) for dispatch in dispatches)
    yield from nlp.pipe(ready, as_tuples=True, batch_size=batch_size)


def to_article(doc: Doc, dispatch: Dispatch) -> Article:
    """The `Article` of an analysed `Doc`; every `text` is cut from the dispatch as received."""
    layers = {name: getattr(doc._, name) for name in (*LAYERS, *RELATIONS)}
    record = {
        "id": article_id(dispatch),
        "source": dispatch.source,
        "published": doc._.published,
        "dateline": doc._.dateline,
        **layers,
    }
    read = surface_of(doc)
    if read == dispatch.text:
        return Article.model_validate(record)
    offsets = range(len(read) + 1) if len(read) == len(dispatch.text) else composed_offsets(dispatch.text)
    return Article.model_validate(_as_received(record, dispatch.text, offsets))


def article_id(dispatch: Dispatch) -> str:
    """The caller's id, else the stem of the source, else `article`."""
    if dispatch.id is not None:
        return dispatch.id
    return PurePath(dispatch.source).stem if dispatch.source else "article"


def _prepare(nlp: Language, dispatch: Dispatch) -> tuple[Doc, Dispatch]:
    text = composed(dispatch.text)
    doc = nlp.make_doc(text)
    head = read_head(text)
    set_head(doc, head, publication_of(dispatch, head))
    return doc, dispatch


def _as_received(record: dict[str, Any], text: str, offsets: Sequence[int]) -> dict[str, Any]:
    """The record at the offsets of the text as received, each `text` cut from it anew."""
    cut = dict(record)
    for key, value in record.items():
        if type(value) is dict:
            cut[key] = _as_received(value, text, offsets)
        elif type(value) is list and value and type(value[0]) is dict:
            cut[key] = [_as_received(item, text, offsets) for item in value]
    if record.get("start") is not None:
        cut["start"], cut["end"] = offsets[record["start"]], offsets[record["end"]]
        if "text" in record:
            cut["text"] = text[cut["start"] : cut["end"]]
    return cut
