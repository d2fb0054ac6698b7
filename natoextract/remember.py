"""Keeps what was just answered: many rules ask the same of a verb, a count or a phrase, one after the other."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

#: Answers that are kept, of each question: about as many as one article is asked for.
_ANSWERS = 256


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """The function, keeping its last answers. What it is asked of must not change: tokens that are parsed, a scene."""
    return cast(Callable[P, T], lru_cache(maxsize=_ANSWERS)(function))
