"""The ordered rule of status, one sentence a step."""

import pytest

import natoextract
from natoextract.events.status_words import STATUSES, status_words


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Si Paris retirait ses 500 soldats du Mali, Bamako serait seule.", "possible"),
        ("Paris ne retirera pas ses 500 soldats du Mali.", "negated"),
        ("Paris refuse de retirer ses 500 soldats du Mali.", "negated"),
        ("Paris a retiré ses 500 soldats du Mali.", "factual"),
        ("Paris aurait retiré ses 500 soldats du Mali.", "possible"),
        ("Paris retirera ses 500 soldats du Mali.", "planned"),
        ("Paris pourrait retirer ses 500 soldats du Mali.", "possible"),
        ("Paris a dû retirer ses 500 soldats du Mali.", "factual"),
        ("Paris a décidé de retirer ses 500 soldats du Mali.", "planned"),
        ("Bamako demande à Paris de retirer ses 500 soldats du Mali.", "requested"),
        ("Paris est en train de retirer ses 500 soldats du Mali.", "factual"),
        ("Le retrait des 500 soldats français du Mali est prévu.", "planned"),
        ("Le retrait des 500 soldats français du Mali a commencé.", "factual"),
        ("Paris n'exclut pas de retirer ses 500 soldats du Mali.", "possible"),
    ],
)
def test_status(text: str, status: str) -> None:
    (event,) = natoextract.extract(text).events
    assert event.status == status


def test_every_table_of_status_words_is_known() -> None:
    words = status_words()
    assert set(words.phrases) == set(STATUSES)
    assert words.verbs["refuser"] == "negated"
    assert words.reflexives["engager"] == "planned"
