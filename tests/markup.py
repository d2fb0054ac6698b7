"""Reads the sentence gold: plain text, one passage a line, mentions in tags.

    @ published=2022-02-24
    # a rounded number word, and an adjective after the noun
    Paris enverra <troops minimum=1000 qualifier=about>un millier de soldats</troops> français
    ? <country code=TUR form=capital>Ankara</country> a tranché

`#` names the case of the lines below it, `@` sets context for them (an empty `@` clears it), `?` marks a strict
expected failure, `\\n` stands for a newline. Attribute values are JSON when they can be, else strings; double quotes
keep spaces.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TAGS = frozenset({"country", "organisation", "mission", "place", "date", "troops", "statement", "speaker", "event"})

_TAG = re.compile(
    r"<(?P<close>/)?(?P<name>[a-z]+)(?P<attributes>(?:\s+[a-z_]+=(?:\"[^\"]*\"|\{[^}]*\}|[^\s>\"]*))*)\s*>"
)
_ATTRIBUTE = re.compile(r"(?P<key>[a-z_]+)=(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>\{[^}]*\}|[^\s>]*))")


class MarkupError(ValueError):
    """A line of sentence gold is malformed; the message gives file and line."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tagged stretch of a sentence, by character offsets, with the attributes that its tag gives."""

    tag: str
    start: int
    end: int
    attributes: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of sentence gold."""

    id: str
    case: str
    text: str
    tagged: list[Tagged]
    context: dict[str, Any] = field(default_factory=dict)
    expected_failure: bool = False


def read_sentences(path: Path) -> list[Sentence]:
    """All sentences of a file. Raises `MarkupError`."""
    return list(parse_sentences(path.read_text(encoding="utf-8").split("\n"), path.name))


def parse_sentences(lines: list[str], name: str) -> Iterator[Sentence]:
    case, context = "", {}
    for number, line in enumerate(lines, start=1):
        place = f"{name}:{number}"
        if not line.strip():
            continue
        if line.startswith("#"):
            case = line[1:].strip()
        elif line.startswith("@"):
            context = parse_attributes(line[1:], place)
        else:
            failure = line.startswith("? ")
            text, tagged = parse_line(line[2:] if failure else line, place)
            yield Sentence(place, case, text, tagged, context, failure)


def parse_line(line: str, place: str = "") -> tuple[str, list[Tagged]]:
    """The bare text of a line and its tagged stretches, in order of their start, the outer first."""
    line = line.replace("\\n", "\n")
    text, position = "", 0
    opened: list[tuple[str, int, dict[str, Any], int]] = []
    tagged: list[tuple[int, Tagged]] = []
    for order, tag in enumerate(_TAG.finditer(line)):
        text += _plain(line[position : tag.start()], place)
        position = tag.end()
        name = tag["name"]
        if name not in TAGS:
            raise MarkupError(f"{place}: unknown tag <{name}>; known are {', '.join(sorted(TAGS))}")
        if not tag["close"]:
            opened.append((name, len(text), parse_attributes(tag["attributes"], place), order))
            continue
        if not opened or opened[-1][0] != name:
            raise MarkupError(f"{place}: </{name}> closes no open <{name}>")
        name, start, attributes, rank = opened.pop()
        if start == len(text):
            raise MarkupError(f"{place}: <{name}> is empty")
        tagged.append((rank, Tagged(name, start, len(text), attributes)))
    if opened:
        raise MarkupError(f"{place}: <{opened[-1][0]}> is never closed")
    text += _plain(line[position:], place)
    return text, [t for _, t in sorted(tagged, key=lambda pair: pair[0])]


def _plain(piece: str, place: str) -> str:
    if stray := re.search(rf"</?(?:{'|'.join(sorted(TAGS))})\b", piece):
        raise MarkupError(f"{place}: malformed tag at {piece[stray.start() : stray.start() + 30]!r}")
    return piece


def parse_attributes(source: str, place: str = "") -> dict[str, Any]:
    attributes: dict[str, Any] = {}
    rest = _ATTRIBUTE.sub("", source).strip()
    if rest:
        raise MarkupError(f"{place}: cannot read {rest!r} as key=value")
    for found in _ATTRIBUTE.finditer(source):
        if found["key"] in attributes:
            raise MarkupError(f"{place}: {found['key']} is given twice")
        quoted = found["quoted"]
        attributes[found["key"]] = quoted if quoted is not None else _value(found["bare"])
    return attributes


def _value(bare: str) -> Any:
    try:
        return json.loads(bare)
    except ValueError:
        return bare
