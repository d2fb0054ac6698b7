"""The text of an article, each layer in its own style."""

from collections.abc import Iterator

from rich.text import Text

from natoextract.schema import Article

#: Layer -> style. Mentions differ by colour; what runs across them (statements, triggers) by other means, so that a
#: country inside a statement is seen as both.
STYLES = {
    "dateline": "dim",
    "statements": "underline",
    "troop_counts": "bold red",
    "countries": "cyan",
    "organisations": "blue",
    "missions": "magenta",
    "places": "green",
    "dates": "yellow",
    "speakers": "bold",
    "events": "reverse",
}
#: How the legend calls a layer, where the field's name would mislead.
_CALLED = {"troop_counts": "troop counts", "events": "event triggers"}

# Rich drops control characters, and offsets with them: each is shown as a space.
_CONTROLS = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}

Stretch = tuple[int, int, str]


def highlighted(text: str, article: Article) -> Text:
    """The text with its mentions styled, the longer first, so that *Britanniques* in *500 Britanniques* shows."""
    shown = Text(text.translate(_CONTROLS))
    for start, end, layer in sorted(stretches(article), key=lambda s: s[0] - s[1]):
        shown.stylize(STYLES[layer], start, end)
    return shown


def stretches(article: Article) -> Iterator[Stretch]:
    """Every stretch that is styled, with its layer."""
    if article.dateline:
        yield article.dateline.start, article.dateline.end, "dateline"
    for layer in ("statements", "troop_counts", "countries", "organisations", "missions", "places", "dates"):
        for mention in getattr(article, layer):
            yield mention.start, mention.end, layer
    for speaker in article.speakers:
        for mention in speaker.mentions:
            yield mention.start, mention.end, "speakers"
    for event in article.events:
        yield event.trigger.start, event.trigger.end, "events"


def legend() -> Text:
    """The name of each layer in its style."""
    return Text("  ").join(Text(_CALLED.get(layer, layer), style=style) for layer, style in STYLES.items())
