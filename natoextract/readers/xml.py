"""News in XML: finds the dialect, parses without entities or network.

The standard library's parser fetches nothing; a file that declares entities of its own is refused, as no agency's does
and as one that doubles them would fill the memory.
"""

import re
from collections.abc import Iterator
from html.entities import html5
from xml.etree.ElementTree import Element, ParseError, XMLParser

from natoextract.dispatch import Dispatch
from natoextract.intake import InputError, decode
from natoextract.readers import newsml1, newsml2, nitf
from natoextract.readers.base import Fields, Item
from natoextract.readers.markup import local_name

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*?\?>")
_ENCODING = re.compile(rb"<\?xml[^>]+encoding\s*=\s*[\"']([\w-]+)")
# `&eacute;` of a file whose DTD is elsewhere
_ENTITIES = {name[:-1]: value for name, value in html5.items() if name.endswith(";")}

_DIALECTS = {
    "nitf": nitf.articles,
    "NewsML": newsml1.articles,
    "newsItem": newsml2.articles,
    "newsMessage": newsml2.articles,
    "packageItem": newsml2.articles,
}


def read(data: bytes, item: Item, fields: Fields) -> Iterator[Dispatch]:
    """The articles of a NITF, NewsML 1.2 or NewsML-G2 file."""
    root = parse(data, item.source)
    dialect = _DIALECTS.get(local_name(root))
    if dialect is None:
        raise InputError(item.source, f"its root element <{local_name(root)}> is neither NewsML nor NITF")
    found = list(dialect(root, item))
    if not found:
        raise InputError(item.source, "it has no article text")
    yield from found


def parse(data: bytes, name: str) -> Element:
    """The root of an XML file. Raises `InputError` where it is not well formed, or declares entities."""
    text = _DECLARATION.sub("", _decoded(data, name))
    if "<!ENTITY" in text:
        raise InputError(name, "it declares XML entities, which are not read")
    parser = XMLParser()
    parser.entity.update(_ENTITIES)
    try:
        parser.feed(text)
        root: Element = parser.close()
    except ParseError as error:
        raise InputError(name, f"it is not well-formed XML ({error})") from error
    return root


def _decoded(data: bytes, name: str) -> str:
    found = _ENCODING.search(data[:200])
    encoding = found[1].decode("ascii").lower() if found else "utf-8"
    if encoding.startswith(("utf-8", "utf-16")):
        return decode(data, name)
    try:
        return data.decode({"iso-8859-1": "cp1252"}.get(encoding, encoding))
    except (LookupError, UnicodeDecodeError):
        return decode(data, name)
