"""One id an article: the stem of its file, and more of its path only where two files share it."""

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from natoextract.readers.formats import format_of

STDIN = "-"


def distinct_ids(paths: Sequence[tuple[str, str]]) -> list[str]:
    """The ids of (path, folder it was found in): of its names, shortest first, the first that no other file has.

    `a.txt` is `a`; `2016/12.txt` and `2017/12.txt` are `2016/12` and `2017/12`; `a.txt` and `a.html` keep their suffix;
    files of two folders that share all that are told apart by the whole path.
    """
    ids = [_names(path, root)[0] for path, root in paths]
    for step in (1, 2, 3):
        counts = Counter(ids)
        if len(counts) == len(ids):
            break
        ids = [_names(*paths[i])[step] if counts[id] > 1 else id for i, id in enumerate(ids)]
    return ids


def stem_of(name: str) -> str:
    """`a.jsonl.gz` → `a`, `compte.rendu.txt` → `compte.rendu`."""
    if name == STDIN:
        return "stdin"
    return PurePath(name.removesuffix(".gz")).stem if format_of(name) else PurePath(name).stem


def _names(path: str, root: str) -> tuple[str, str, str, str]:
    relative = PurePath(os.path.relpath(path, root or "."))
    bare = relative.with_name(stem_of(relative.name))
    return bare.name, bare.as_posix(), relative.as_posix(), PurePath(path).as_posix()
