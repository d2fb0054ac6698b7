"""Every line of the sentence gold: whole lists are compared, so text without a tag must yield nothing."""

from typing import Any

import pytest

from natoextract.schema import Article
from tests.conftest import SENTENCES, articles_of, sentences_of
from tests.markup import Sentence, Tagged

#: Tag of the sentence gold -> layer of the output.
LAYER = {
    "country": "countries",
    "organisation": "organisations",
    "mission": "missions",
    "place": "places",
    "date": "dates",
    "troops": "troop_counts",
    "statement": "statements",
    "speaker": "speakers",
    "event": "events",
}
#: Sentence file -> the tags that its lines must bear in full.
FILES = {
    "countries.txt": ["country"],
    "organisations.txt": ["organisation"],
    "missions.txt": ["mission"],
    "places.txt": ["place"],
    "dates.txt": ["date"],
    "forces.txt": ["troops"],
    "forces_negative.txt": ["troops"],
    "forces_roles.txt": ["troops"],
    "statements.txt": ["statement"],
    "statements_cues.txt": ["statement"],
    "statements_asides.txt": ["statement"],
    "statements_held.txt": ["statement"],
    "speakers.txt": ["speaker"],
    "speakers_none.txt": ["speaker", "statement"],
    "events.txt": ["event"],
    "events_troops.txt": ["event"],
    "events_movements.txt": ["event"],
    "events_casualties.txt": ["event"],
    "events_meetings.txt": ["event"],
    "events_idioms.txt": ["event"],
    "events_anaphors.txt": ["event"],
    "events_idioms_moving.txt": ["event"],
    "events_openings.txt": ["event"],
    "events_presence.txt": ["event"],
    "forces_settings.txt": ["troops"],
}
_LISTS = ("contributors", "actors", "requested_by")
_NUMBERS = ("troops", "level_before", "level_after")

Row = tuple[int, int, dict[str, Any]]


def predicted(article: Article, tag: str) -> list[dict[str, Any]]:
    """The mentions of a layer as flat records with `start` and `end`, in text order."""
    records = [item.model_dump() for item in getattr(article, LAYER[tag])]
    if tag == "speaker":
        records = [{**r, **m} for r in records for m in r["mentions"]]
    if tag == "event":
        records = [{**r, **r["trigger"]} for r in records]
    if tag == "statement":
        names = {s.id: s.name for s in article.speakers}
        records = [{**r, "speaker": names.get(r["speaker"]), "cue": r["cue"] and r["cue"]["text"]} for r in records]
    return sorted(records, key=lambda r: (r["start"], -r["end"]))


def readable(key: str, value: Any) -> Any:
    """A predicted value in the notation of the gold: `4000..5000`, the value of a date, a sorted list."""
    if key in _NUMBERS and isinstance(value, dict):
        low, high = value["minimum"], value["maximum"]
        return low if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
    if key in _LISTS:
        return sorted(value)
    if isinstance(value, dict) and "value" in value:
        return value["value"]
    return value


def wanted(key: str, value: Any) -> Any:
    if key in _LISTS:
        return sorted(part for part in str(value).split(",") if part)
    return value


def rows_of(records: list[dict[str, Any]], gold: list[Tagged]) -> tuple[list[Row], list[Row]]:
    """Gold and predicted rows, the predicted cut to the attributes that the gold beside them gives."""
    expected = [(t.start, t.end, {k: wanted(k, v) for k, v in t.attributes.items()}) for t in gold]
    keys = [set(t.attributes) for t in gold]
    actual = []
    for i, record in enumerate(records):
        asked = sorted(keys[i]) if i < len(keys) else []
        shown = {}
        for key in asked:
            value = readable(key, record[key])
            # unquoted numbers and words of the gold: `value=2018` is JSON, the output's value a string
            shown[key] = str(value) if isinstance(value, str) else value
        actual.append((record["start"], record["end"], shown))
    return expected, actual


def _comparable(rows: list[Row]) -> list[Row]:
    return [(s, e, {k: _plain(v) for k, v in attributes.items()}) for s, e, attributes in rows]


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, int | str) and not isinstance(value, bool) else value


def order(records: list[dict[str, Any]], gold: list[Tagged]) -> list[dict[str, Any]]:
    """Records on the same span (two events of one trigger) are put in the order of the gold."""
    rest, ordered = list(records), []
    for tag in gold:
        same = [r for r in rest if (r["start"], r["end"]) == (tag.start, tag.end)]
        if not same:
            continue

        def agreement(record: dict[str, Any], tag: Tagged = tag) -> int:
            return sum(_plain(readable(k, record.get(k))) == _plain(wanted(k, v)) for k, v in tag.attributes.items())

        best = max(same, key=agreement)
        ordered.append(best)
        rest.remove(best)
    return sorted([*ordered, *rest], key=lambda r: (r["start"], -r["end"]))


def cases() -> list[Any]:
    params = []
    for name, tags in FILES.items():
        for sentence in sentences_of(name):
            marks = [pytest.mark.xfail(strict=True, reason=sentence.case)] if sentence.expected_failure else []
            params.append(pytest.param(name, tags, sentence, id=sentence.id, marks=marks))
    return params


def test_every_file_of_sentences_is_read() -> None:
    assert sorted(FILES) == sorted(path.name for path in SENTENCES.glob("*.txt"))


@pytest.mark.parametrize(("name", "tags", "sentence"), cases())
def test_sentence(name: str, tags: list[str], sentence: Sentence) -> None:
    article = articles_of(name)[sentence.id]
    for tag in tags:
        gold = [t for t in sentence.tagged if t.tag == tag]
        records = order(predicted(article, tag), gold)
        expected, actual = rows_of(records, gold)
        text = sentence.text
        found = [(text[s:e], a) for s, e, a in _comparable(actual)]
        assert found == [(text[s:e], a) for s, e, a in _comparable(expected)], f"{sentence.case}: {text}"
        assert [r[:2] for r in actual] == [r[:2] for r in expected]
