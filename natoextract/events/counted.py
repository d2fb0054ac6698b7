"""Numbers of victims that the layer of numbers does not know: *quatre* of *quatre autres*, *15* of *15 morts*."""

from natoextract.components.forces.quantities import Quantity, single
from natoextract.events.reading import Reading, TokenMention
from natoextract.layers import surface_of
from natoextract.numerals import find_numbers


def number_before(reading: Reading, i: int) -> TokenMention | None:
    """The number right before a word, as a mention of its own: *quatre* of *quatre autres*, *15* of *15 morts*."""
    at = reading.scene.token_starts[i]
    first = reading.scene.token_starts[max(reading.sentence(i)[0], i - 9)]
    window = reading.folded[first:at]
    number = next(reversed([*find_numbers(window)]), None)
    if number is None or window[number.end :] not in ("", " ", " de ", " d'"):
        return None
    return _mention(reading, first, single(window, number))


def number_at(reading: Reading, start: int) -> TokenMention | None:
    """The number that begins at a character, with its modifier: *plus de 644*."""
    window = reading.folded[start : start + 40]
    # no word cut in two: *un mille* of *un millier*
    window = window if len(window) < 40 else window[: window.rfind(" ")]
    number = next(find_numbers(window), None)
    told = None if number is None else single(window, number)
    return None if told is None or told.lead else _mention(reading, start, told)


def _mention(reading: Reading, begin: int, told: Quantity) -> TokenMention | None:
    """A quantity of the text from `begin` on as a number of troops."""
    if told.size < 2:
        return None
    start, end = begin + told.start, begin + told.end
    record = {
        **{"start": start, "end": end, "text": surface_of(reading.doc)[start:end]},
        **{"minimum": told.minimum, "maximum": told.maximum, "qualifier": told.qualifier, "unit": None},
        **{"contributors": [], "location": None, "mission": None},
    }
    return TokenMention(reading.scene.index(start), reading.scene.index(end - 1), record)
