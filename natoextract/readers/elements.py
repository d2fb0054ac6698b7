"""Finding elements by local name: agencies write the same dialect with and without its namespace."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from natoextract.readers.markup import local_name


def descendants(element: Element, name: str) -> Iterator[Element]:
    """Every element of that local name below, in document order."""
    return (e for e in element.iter() if local_name(e) == name)


def first(element: Element, *names: str) -> Element | None:
    """The first element below of the first of these local names that there is one of."""
    return next((e for name in names for e in descendants(element, name)), None)


def text_at(element: Element, *names: str) -> str | None:
    """The text of that element, on one line; None where it is absent or blank."""
    return next((text for name in names for e in descendants(element, name) if (text := flat(e))), None)


def flat(element: Element) -> str:
    """All text within an element, its white space as single spaces."""
    return " ".join("".join(element.itertext()).split())


def attribute_at(element: Element, name: str, attribute: str) -> str | None:
    """An attribute of the first element below of that local name that has it."""
    return next((value for e in descendants(element, name) if (value := e.get(attribute))), None)
