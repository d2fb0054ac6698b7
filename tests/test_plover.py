"""PLOVER events, from type and status."""

import pytest

from natoextract.plover import plover_event


@pytest.mark.parametrize(
    ("kind", "status", "event"),
    [
        ("deployment", "factual", "MOBILIZE"),
        ("withdrawal", "factual", "RETREAT"),
        ("presence", "factual", None),
        ("casualties", "factual", "ASSAULT"),
        ("meeting", "factual", "CONSULT"),
        ("deployment", "planned", "AGREE"),
        ("withdrawal", "planned", "CONCEDE"),
        ("presence", "planned", "AGREE"),
        ("casualties", "planned", None),
        ("meeting", "planned", "AGREE"),
        ("withdrawal", "requested", "REQUEST"),
        ("deployment", "negated", "REJECT"),
        ("meeting", "possible", None),
    ],
)
def test_plover_event(kind: str, status: str, event: str | None) -> None:
    assert plover_event(kind, status) == event
