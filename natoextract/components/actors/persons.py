"""Names of persons, as far as they keep a city or state from being one: *Jack London*, *M. Boston*."""

from functools import cache
from itertools import pairwise

from natoextract.components.actors.lexicon import key_of
from natoextract.components.actors.page import Page
from natoextract.components.actors.words import actor_words
from natoextract.lexicon import read_toml


@cache
def first_names() -> frozenset[str]:
    """First names, folded."""
    groups = read_toml("first_names").values()
    return frozenset(key_of(name) for group in groups if isinstance(group, list) for name in group)


def surnames(page: Page) -> frozenset[str]:
    """The capitalised words of a page that stand after a first name, a title or another surname."""
    found: set[str] = set()
    titles = actor_words("titles")
    for index, (left, right) in enumerate(pairwise(page.capitals), start=1):
        if not (left and right):
            continue
        before, gap = page.form(index - 1), page.gap(index)
        named = gap == " " and (before in first_names() or before in found)
        if named or (before in titles and gap in (" ", ". ", ".")):
            found.add(page.form(index))
    return frozenset(found)
