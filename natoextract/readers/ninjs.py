"""ninjs, IPTC's JSON for news, versions 1 to 3."""

from typing import Any

from natoextract.dispatch import Dispatch
from natoextract.intake import InputError
from natoextract.readers.base import Item, joined, readable_date
from natoextract.readers.markup import text_of_html

_BODIES = ("body_text", "body_xhtml", "body_html")
_DATES = ("versioncreated", "versionCreated", "contentcreated", "contentCreated", "firstcreated", "firstCreated")


def is_ninjs(row: dict[str, Any]) -> bool:
    """Whether an object is a ninjs item: it has a `uri`, and one of the bodies of version 1 or the list of 2 and 3."""
    return "uri" in row and ("bodies" in row or any(name in row for name in _BODIES))


def read_ninjs(row: dict[str, Any], item: Item) -> Dispatch:
    """The article of a ninjs item: headline and body."""
    headline = row.get("headline") or _first_value(row.get("headlines"))
    body = _body(row)
    if not body:
        raise InputError(item.source, "its ninjs item has no body")
    metadata = {
        "headline": headline,
        "provider": row.get("provider") or _first_value(row.get("infosources"), "name"),
        "language": row.get("language"),
        "located": row.get("located"),
    }
    return Dispatch(
        text=joined(headline, body),
        id=str(row["uri"]),
        source=item.source,
        published=next((date for name in _DATES if (date := readable_date(_string(row.get(name))))), None),
        origin="metadata",
        metadata={key: value for key, value in metadata.items() if value},
    )


def _body(row: dict[str, Any]) -> str:
    if isinstance(row.get("body_text"), str):
        return str(row["body_text"])
    for name in _BODIES[1:]:
        if isinstance(row.get(name), str):
            return text_of_html(row[name])
    bodies = [body for body in row.get("bodies") or () if isinstance(body, dict) and isinstance(body.get("value"), str)]
    # plain text first: markup says nothing more here
    bodies.sort(key=lambda body: "plain" not in str(body.get("contenttype") or body.get("contentType")))
    if not bodies:
        return ""
    kind = str(bodies[0].get("contenttype") or bodies[0].get("contentType") or "")
    value: str = bodies[0]["value"]
    return text_of_html(value) if "html" in kind or "xml" in kind else value


def _first_value(entries: Any, key: str = "value") -> str | None:
    if not isinstance(entries, list):
        return None
    return next((e[key] for e in entries if isinstance(e, dict) and isinstance(e.get(key), str)), None)


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) else None
