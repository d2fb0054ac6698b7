"""Structured, sourced events from French news dispatches."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from natoextract.article import extract, extract_many
    from natoextract.dispatch import Dispatch
    from natoextract.pipeline import load
    from natoextract.schema import Article

__version__ = "0.1.0"
__all__ = ["Article", "Dispatch", "__version__", "extract", "extract_many", "load"]

# spaCy takes a second to import and a model another: nothing is imported before it is asked for.
_HOME = {
    "Article": "natoextract.schema",
    "Dispatch": "natoextract.dispatch",
    "extract": "natoextract.article",
    "extract_many": "natoextract.article",
    "load": "natoextract.pipeline",
}


def __getattr__(name: str) -> Any:
    """Import the public names on first use."""
    if name not in _HOME:
        raise AttributeError(f"module 'natoextract' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
