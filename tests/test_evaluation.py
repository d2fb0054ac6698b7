"""The scoring of the output contract, on a small set whose figures the contract's own scorer computed."""

import json
from pathlib import Path
from typing import Any

import pytest

from natoextract.evaluation import Evaluation, Gold, Score, predict, read_gold, read_predictions, score
from natoextract.evaluation.criteria import fold_name, same_numbers, same_speaker
from natoextract.evaluation.matching import intersection_over_union, overlap, pair_up
from natoextract.intake import InputError
from natoextract.terminal.figures import difference_lines, place
from tests.conftest import FIXTURES

SMALL = FIXTURES / "evaluation"
FIGURES = json.loads((SMALL / "figures.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def result() -> Evaluation:
    return score(read_gold(SMALL), read_predictions(SMALL / "predictions.jsonl"))


@pytest.mark.parametrize("layer", FIGURES["layers"])
def test_figures_of_a_layer(result: Evaluation, layer: str) -> None:
    counted = result.layers[layer]
    assert [counted.found, counted.extra, counted.missed] == FIGURES["layers"][layer]


@pytest.mark.parametrize("slot", FIGURES["slots"])
def test_figures_of_a_slot(result: Evaluation, slot: str) -> None:
    counted = result.slots[slot]
    assert [counted.found, counted.found + counted.missed] == FIGURES["slots"][slot]


def test_json_has_the_figures_of_the_contract(result: Evaluation) -> None:
    assert json.loads(result.to_json()) == FIGURES["f1"]


def test_differences_are_what_the_figures_count(result: Evaluation) -> None:
    kinds = {
        layer: [sum(f.layer == layer and f.kind == kind for f in result.differences) for kind in ("extra", "miss")]
        for layer in result.layers
    }
    assert kinds == {layer: [counted.extra, counted.missed] for layer, counted in result.layers.items()}


def test_difference_lines_name_article_place_and_words(result: Evaluation) -> None:
    texts = {gold.id: gold.text() for gold in read_gold(SMALL)}
    lines = [line.plain for line in difference_lines(result, texts)]
    assert len(lines) == len(result.differences)
    assert lines[0].startswith("kosovo:2:1 countries MISS 'Berlin' code=DEU | ")
    assert "[Berlin] ne retirera" in lines[0]


def test_gold_against_itself_is_perfect() -> None:
    golds = read_gold(SMALL)
    records: dict[str, Any] = {gold.id: _as_prediction(gold) for gold in golds}
    result = score(golds, records)
    assert {layer: counted.f1 for layer, counted in result.layers.items()} == dict.fromkeys(result.layers, 1.0)
    assert result.slot_share == 1.0
    assert not result.differences


def _as_prediction(gold: Gold) -> dict[str, Any]:
    """Gold as an output: statements name their speaker by id."""
    ids = {speaker["name"]: speaker["id"] for speaker in gold.record["speakers"]}
    statements = [{**s, "speaker": ids.get(s["speaker"])} for s in gold.record["statements"]]
    return {**gold.record, "statements": statements}


def test_an_article_without_output_misses_everything() -> None:
    result = score(read_gold(SMALL), {})
    assert (result.articles, result.answered) == (3, 0)
    assert all(counted.found == counted.extra == 0 for counted in result.layers.values())
    assert result.layers["countries"].f1 == 0.0


def test_predict_extracts_the_gold_texts() -> None:
    golds = read_gold(SMALL)
    predictions = predict(golds)
    assert list(predictions) == [gold.id for gold in golds]
    assert score(golds, predictions).answered == 3


# --- the pieces


def test_no_items_at_all_is_no_error() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (1.0, 1.0, 1.0)
    assert (Score(extra=1).precision, Score(missed=1).recall) == (0.0, 0.0)
    assert Score(found=1, extra=1, missed=3).f1 == pytest.approx(1 / 3)


def test_spans() -> None:
    a, b, c = ({"start": s, "end": e} for s, e in ((0, 10), (5, 15), (10, 12)))
    assert overlap(a, b) and not overlap(a, c)
    assert intersection_over_union(a, b) == pytest.approx(1 / 3)
    assert intersection_over_union(a, c) == 0.0


def test_pairs_are_one_to_one_best_first_then_in_text_order() -> None:
    gold = [{"n": 1}, {"n": 2}, {"n": 3}]
    predicted = [{"n": 2}, {"n": 2}, {"n": 1}, {"n": 9}]
    pairing = pair_up(gold, predicted, lambda g, p: abs(g["n"] - p["n"]) <= 1, lambda g, p: g["n"] == p["n"])
    assert (gold[1], predicted[0]) in pairing.pairs
    assert (gold[0], predicted[2]) in pairing.pairs
    assert (gold[2], predicted[1]) in pairing.pairs
    assert (pairing.missed, pairing.extra) == ([], [{"n": 9}])


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("l’Élysée", "elysee"),
        ("Le ministère de la Défense", "ministere de la defense"),
        ("M. Jean-Yves Le Drian", "jean yves le drian"),
        (None, ""),
    ],
)
def test_fold_name(name: str | None, folded: str) -> None:
    assert fold_name(name) == folded


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        (("Jens Stoltenberg", "person"), ("M. Stoltenberg", "person"), True),
        (("Jens Stoltenberg", "person"), ("Jens", "person"), False),
        (("source militaire à l'Otan", "anonymous"), ("une source militaire à l’Otan", "anonymous"), True),
        (("source militaire à l'Otan", "anonymous"), ("source militaire", "anonymous"), False),
        (("ministère allemand de la Défense", "institution"), ("ministère de la Défense", "institution"), True),
    ],
)
def test_same_speaker(gold: tuple[str, str], predicted: tuple[str, str], same: bool) -> None:
    keys = ("name", "kind")
    assert same_speaker(dict(zip(keys, gold, strict=True)), dict(zip(keys, predicted, strict=True))) is same


def test_same_numbers() -> None:
    exact = {"minimum": 5, "maximum": 5, "qualifier": "exact"}
    assert same_numbers(exact, {"minimum": 5, "maximum": 5, "qualifier": "about"})
    assert same_numbers(None, None)
    assert not same_numbers(exact, None)
    assert not same_numbers(exact, {"minimum": 5, "maximum": None})


def test_place_counts_lines_and_columns_from_one() -> None:
    assert [place("ab\ncd", offset) for offset in (0, 1, 3, 4)] == ["1:1", "1:2", "2:1", "2:2"]


# --- files that cannot be scored


def _gold(folder: Path, **changes: Any) -> Path:
    record = json.loads((SMALL / "sport.gold.json").read_text(encoding="utf-8")) | changes
    path = folder / "sport.gold.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


def test_gold_without_its_text(tmp_path: Path) -> None:
    _gold(tmp_path)
    with pytest.raises(InputError, match=r"sport\.gold\.json: its text, sport\.txt, is not beside it"):
        predict(read_gold(tmp_path))


def test_gold_of_another_text(tmp_path: Path) -> None:
    _gold(tmp_path)
    (tmp_path / "sport.txt").write_text("La Belgique bat l'Italie.", encoding="utf-8")
    with pytest.raises(InputError, match=r"sport\.txt: it has 25 characters; the gold is of 86"):
        predict(read_gold(tmp_path))


def test_gold_without_a_layer(tmp_path: Path) -> None:
    (tmp_path / "a.gold.json").write_text('{"id": "a", "countries": []}', encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.gold\.json: it has no dates, events"):
        read_gold(tmp_path)


def test_gold_that_is_no_json(tmp_path: Path) -> None:
    (tmp_path / "a.gold.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.gold\.json: it is not JSON"):
        read_gold(tmp_path)


def test_folder_without_gold(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"it has no \*\.gold\.json file"):
        read_gold(tmp_path)
    with pytest.raises(InputError, match="it does not exist"):
        read_gold(tmp_path / "none")


def test_a_line_of_predictions_that_is_no_article(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text('{"id": "a"}\n\n[1]\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"p\.jsonl:3: it is not a JSON object"):
        read_predictions(path)


def test_predictions_and_gold_that_are_no_text(tmp_path: Path) -> None:
    for name in ("p.jsonl", "a.gold.json"):
        (tmp_path / name).write_bytes(bytes(range(256)))
    with pytest.raises(InputError, match=r"p\.jsonl: it is not a text file"):
        read_predictions(tmp_path / "p.jsonl")
    with pytest.raises(InputError, match=r"a\.gold\.json: it is not a text file"):
        read_gold(tmp_path)
