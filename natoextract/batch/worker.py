"""The work itself, the same in every process and on every machine: items in, outcomes out."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from natoextract.article import analyse_many, article_id, to_article
from natoextract.batch.outcome import Outcome, Settings
from natoextract.dispatch import Dispatch
from natoextract.intake import InputError
from natoextract.pipeline import load as load_pipeline
from natoextract.readers import Item, digest_of, load, read_item
from natoextract.records import PackedArticle, pack

#: Articles, and characters, that go through the model together: it gains nothing beyond, and memory stays flat.
BATCH_ARTICLES = 32
BATCH_CHARS = 100_000

#: Articles whose words the vocabulary keeps, and forms that the lemmatizer keeps before it starts anew.
_ARTICLES_REMEMBERED = 1000
_LEMMAS_REMEMBERED = 100_000


class Extractor:
    """Extracts items one chunk after the other; the model is loaded with the first article."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.articles = 0

    def __call__(self, items: Sequence[Item]) -> list[Outcome]:
        """One outcome an item, in order. Nothing that an article holds raises: it is told in the outcome."""
        read = [_read(item, self.settings) for item in items]
        records: list[list[PackedArticle]] = [[] for _ in items]
        errors = [[error] if error else [] for _, _, error in read]
        for batch in _batches((number, d) for number, (_, dispatches, _) in enumerate(read) for d in dispatches):
            results = self._extract([dispatch for _, dispatch in batch])
            for (number, _), result in zip(batch, results, strict=True):
                if isinstance(result, PackedArticle):
                    records[number].append(result)
                else:
                    errors[number].append(result)
        return [
            Outcome(item.source, item.stat, item.position, digest, tuple(found), "; ".join(wrong) or None)
            for item, (digest, _, _), found, wrong in zip(items, read, records, errors, strict=True)
        ]

    def _extract(self, batch: list[Dispatch]) -> list[PackedArticle | str]:
        """The record of each article, or why it failed: after a fault in a batch, each is tried alone."""
        nlp = _pipeline()
        try:
            with self._flat_memory(nlp):
                return [_record(doc, d) for doc, d in analyse_many(batch, nlp=nlp, batch_size=BATCH_ARTICLES)]
        except Exception as error:
            if len(batch) == 1:
                return [f"its extraction failed ({_told(error)})"]
            return [result for dispatch in batch for result in self._extract([dispatch])]

    @contextmanager
    def _flat_memory(self, nlp: Language) -> Iterator[None]:
        """Forget the words of a batch after it: the vocabulary would grow with each new name of a million articles.

        The words of the first articles stay: they are those of all the others, and tokenised faster when known.
        """
        with nlp.memory_zone() if self.articles >= _ARTICLES_REMEMBERED else nullcontext():
            yield
        self.articles += BATCH_ARTICLES
        remembered = getattr(nlp.get_pipe("lemmatizer"), "cache", {})
        if len(remembered) > _LEMMAS_REMEMBERED:
            remembered.clear()


@cache
def _pipeline() -> Language:
    """The pipeline. What it is made of is here for good: the garbage collector need not look through it again."""
    nlp = load_pipeline()
    gc.freeze()
    return nlp


def _record(doc: Doc, dispatch: Dispatch) -> PackedArticle:
    line = to_article(doc, dispatch).model_dump_json()
    starts = [sentence.start_char for sentence in doc.sents]
    return pack(article_id(dispatch), line, dispatch.text, starts, dispatch.metadata)


def _read(item: Item, settings: Settings) -> tuple[str | None, list[Dispatch], str | None]:
    """An item's digest, its articles, and what went wrong; those read before a fault are kept."""
    digest = None
    found = []
    try:
        data = load(item)
        digest = digest_of(data)
        for dispatch in read_item(item, data, settings.fields):
            if settings.published is not None:
                dispatch = replace(dispatch, published=settings.published, origin="argument")
            found.append(dispatch)
    except InputError as error:
        return digest, found, error.reason
    # whatever a damaged file does to a library that parses it, the run goes on
    except Exception as error:
        return digest, found, f"it cannot be read ({_told(error)})"
    return digest, found, None


def _batches(dispatches: Iterable[tuple[int, Dispatch]]) -> Iterator[list[tuple[int, Dispatch]]]:
    batch: list[tuple[int, Dispatch]] = []
    chars = 0
    for number, dispatch in dispatches:
        if batch and (len(batch) == BATCH_ARTICLES or chars + len(dispatch.text) > BATCH_CHARS):
            yield batch
            batch, chars = [], 0
        batch.append((number, dispatch))
        chars += len(dispatch.text)
    if batch:
        yield batch


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
