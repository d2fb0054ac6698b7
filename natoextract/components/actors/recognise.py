"""Reads states, organisations and missions off a page: longest phrase first, then the rules of its kind."""

from dataclasses import dataclass, field

from natoextract.components.actors.bodies import is_mission, is_organisation
from natoextract.components.actors.capitals import CapitalCity
from natoextract.components.actors.context import Context, Hit, cased
from natoextract.components.actors.lexicon import codes_of
from natoextract.components.actors.names import congolese, is_city, is_demonym_name, name_code
from natoextract.components.actors.operations import Title, titles, unlisted
from natoextract.components.actors.page import Page
from natoextract.components.actors.people import FUSING, form_of, fused, is_language, of_party
from natoextract.components.actors.vocabulary import Kind, Meaning
from natoextract.components.actors.words import actor_words


@dataclass(frozen=True, slots=True)
class Named:
    """A mention: its character offsets, its kind, and the code or name it stands for."""

    start: int
    end: int
    kind: Kind
    value: str
    form: str = ""


@dataclass(slots=True)
class Recognised:
    """What a page names, the capitals that are still to be told apart, and which words are taken."""

    mentions: list[Named] = field(default_factory=list)
    capitals: list[CapitalCity] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)


#: A phrase of several kinds is tried in this order.
_ORDER = {kind: i for i, kind in enumerate((Kind.LOOKALIKE, Kind.MISSION, Kind.ORGANISATION, Kind.CAPITAL, Kind.NAME,
                                            Kind.COMBINING, Kind.PEOPLE))}  # fmt: skip


def recognise(page: Page, hits: list[Hit], context: Context) -> Recognised:
    """Every state, organisation and mission of a page, and its capitals."""
    result = Recognised()
    by_word = {hit.first: hit for hit in hits}
    named = {title.first: title for title in titles(page, hits)}
    grown = [i for i, form in enumerate(page.words.forms) if form.startswith(FUSING)]
    telling = sorted({*by_word, *named, *grown})
    past = 0
    for index in telling:
        if index < past:
            continue
        if title := named.get(index):
            _take(page, title, result)
            past = title.last
            continue
        hit = by_word.get(index)
        past = _read_hit(page, hit, context, result) if hit else _read_fused(page, index, result)
        result.taken.update(range(index, past))
    for title in unlisted(page, result.taken):
        _take(page, title, result)
    return result


def _take(page: Page, title: Title, result: Recognised) -> None:
    start, end = page.starts[title.first], page.ends[title.last - 1]
    result.mentions.append(Named(start, end, Kind.MISSION, title.name))
    result.taken.update(range(title.first, title.last))


def _read_hit(page: Page, hit: Hit, context: Context, result: Recognised) -> int:
    """Take the longest phrase that one of its meanings accepts; its end, or its start if none does."""
    first = hit.first
    for last, meanings in hit.options:
        for meaning in sorted(meanings, key=lambda r: _ORDER[r.kind]):
            if not cased(page, first, last, meaning):
                continue
            if meaning.kind is Kind.LOOKALIKE:
                return last
            if found := _accept(page, first, last, meaning, context):
                if isinstance(found, CapitalCity):
                    result.capitals.append(found)
                    return last
                result.mentions.append(found)
                return last
    return first


def _accept(page: Page, first: int, last: int, meaning: Meaning, context: Context) -> Named | CapitalCity | None:
    start, end = page.starts[first], page.ends[last - 1]
    match meaning.kind:
        case Kind.NAME:
            code = name_code(page, first, last, meaning, context)
            form = "demonym" if is_demonym_name(page, first, last) else "name"
            return Named(with_prefix(page, first), end, Kind.NAME, code, form) if code else None
        case Kind.PEOPLE:
            return _people(page, first, last, meaning, context)
        case Kind.COMBINING:
            return _combining(page, first, last, meaning, context)
        case Kind.CAPITAL:
            return CapitalCity(first, last, meaning.value) if is_city(page, first, last, meaning, context) else None
        case Kind.ORGANISATION:
            accepted = is_organisation(page, first, last, meaning, context)
            return Named(start, end, Kind.ORGANISATION, meaning.value) if accepted else None
        case Kind.MISSION:
            accepted = is_mission(page, first, meaning, context)
            return Named(_with_operation(page, first), end, Kind.MISSION, meaning.value) if accepted else None
    return None


def with_prefix(page: Page, first: int) -> int:
    """Where a mention begins with its prefix: *ex-URSS*, *pro-Russie*, *anti-Damas*."""
    if page.gap(first) == "-" and page.form(first - 1) in ("ex", "pro", "anti"):
        return page.starts[first - 1]
    return page.starts[first]


def _people(page: Page, first: int, last: int, meaning: Meaning, context: Context) -> Named | None:
    if last - first == 1 and (is_language(page, first) or of_party(page, first)):
        return None
    code = congolese(context) if page.form(first).startswith("congol") else meaning.value
    start, end = page.starts[first], page.ends[last - 1]
    if page.gap(first) == "-" and page.form(first - 1) in actor_words("prefixes"):
        return Named(page.starts[first - 1], end, Kind.PEOPLE, code, "adjective")
    form = "adjective" if page.gap(first) == "-" else form_of(page, first)
    return Named(start, end, Kind.PEOPLE, code, form)


def _combining(page: Page, first: int, last: int, meaning: Meaning, context: Context) -> Named | None:
    """*franco-* before another word of its compound, which is a nation of its own or not: *turco-rebelles*."""
    if last >= len(page) or page.gap(last) != "-" or (page.capitalised(last) and not page.capitalised(first)):
        return None
    code = congolese(context) if meaning.value in ("COG", "COD") else meaning.value
    end = last if codes_of(page.form(last)) or page.gap(last + 1) == "-" else last + 1
    return Named(page.starts[first], page.ends[end - 1], Kind.COMBINING, code, "adjective")


def _with_operation(page: Page, first: int) -> int:
    """*Opération Barkhane*: a capital makes the noun a part of the name."""
    if (
        page.previous(first) in ("operation", "mission", "force")
        and page.capitalised(first - 1)
        and not page.opens_sentence(first - 1)
    ):
        return page.starts[first - 1]
    return page.starts[first]


def _read_fused(page: Page, index: int, result: Recognised) -> int:
    """*interafghanes*, *proaméricain*: a prefix grown onto an adjective."""
    if (code := fused(page.form(index))) is None:
        return index
    result.mentions.append(Named(page.starts[index], page.ends[index], Kind.PEOPLE, code, "adjective"))
    return index + 1
