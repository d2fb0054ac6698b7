"""The reader of the sentence gold."""

import pytest

from tests.markup import MarkupError, Tagged, parse_attributes, parse_line, parse_sentences


def test_tags_are_cut_out_and_offsets_are_of_the_bare_text() -> None:
    text, tagged = parse_line("Paris enverra <troops minimum=1000 unit=soldat>1.000 soldats</troops> au Mali")
    assert text == "Paris enverra 1.000 soldats au Mali"
    assert tagged == [Tagged("troops", 14, 27, {"minimum": 1000, "unit": "soldat"})]
    assert text[14:27] == "1.000 soldats"


def test_nested_tags_come_outer_first() -> None:
    _, tagged = parse_line("<event actors=FRA><event actors=DEU>renforts</event></event>")
    assert [t.attributes["actors"] for t in tagged] == ["FRA", "DEU"]


def test_double_quotes_keep_spaces_and_null_is_none() -> None:
    assert parse_attributes('name="Jens Stoltenberg" role=null') == {"name": "Jens Stoltenberg", "role": None}


def test_quotation_marks_of_the_text_are_left_alone() -> None:
    assert parse_line('« Non », a dit "X"')[0] == '« Non », a dit "X"'


def test_context_case_and_expected_failure() -> None:
    lines = ["@ published=2022-02-24", "# a case", "Un texte", "? Un autre"]
    first, second = parse_sentences(lines, "x.txt")
    assert (first.case, first.context, first.id) == ("a case", {"published": "2022-02-24"}, "x.txt:3")
    assert second.expected_failure and second.text == "Un autre"


@pytest.mark.parametrize(
    "line",
    [
        "<troops minimum=1>un",
        "un</troops>",
        "<soldiers>un</soldiers>",
        "<troops></troops>",
        "<troops minimum>un</troops>",
        "<troops minimum=1 minimum=2>un</troops>",
    ],
)
def test_a_malformed_tag_is_an_error(line: str) -> None:
    with pytest.raises(MarkupError, match=r"x\.txt:1"):
        list(parse_sentences([line], "x.txt"))
