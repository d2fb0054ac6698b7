"""What the sentence gold does not show: every trigger is exercised, merging, and the order of events."""

import pytest

import natoextract
from natoextract import Article
from natoextract.events.words import trigger_entries
from tests.conftest import SENTENCES, articles_of, sentences_of

FILES = sorted(path.name for path in SENTENCES.glob("events*.txt"))


def extract(text: str) -> Article:
    return natoextract.extract(text, "2014-09-18")


def test_every_trigger_is_in_a_sentence() -> None:
    failures = {s.id for name in FILES for s in sentences_of(name) if s.expected_failure}
    seen = {
        (event.type, why.rule)
        for name in FILES
        for id_, article in articles_of(name).items()
        if id_ not in failures
        for event in article.events
        for why in event.evidence
        if why.slot == "type"
    }
    missing = [entry for entry in trigger_entries() if (entry[0], f"{entry[1]}: {entry[2]}") not in seen]
    # a level may turn *passer* from a deployment into a withdrawal
    assert not missing


def test_the_retelling_of_a_fact_names_the_first() -> None:
    article = extract(
        "L'Italie retirera ses 500 soldats du Liban.\nLe retrait des soldats italiens du Liban est prévu en mai."
    )
    first, second = article.events
    assert first.merged_into is None
    assert second.merged_into == first.id


@pytest.mark.parametrize(
    "text",
    [
        "L'Italie a envoyé 500 soldats au Liban.\nL'Italie a envoyé 300 soldats au Kosovo.",
        "L'Italie a envoyé 500 soldats au Liban.\nLa France a envoyé 500 soldats au Liban.",
        "L'Italie a envoyé 500 soldats au Liban.\nL'Italie a retiré 500 soldats du Liban.",
    ],
)
def test_other_figures_actors_or_movements_are_other_facts(text: str) -> None:
    assert all(event.merged_into is None for event in extract(text).events)


def test_events_come_in_text_order_with_ids() -> None:
    events = extract("Paris enverra 300 soldats au Mali, et Berlin retirera 200 soldats du Kosovo.").events
    assert [event.id for event in events] == [f"e{i + 1}" for i in range(len(events))]
    assert [event.trigger.start for event in events] == sorted(event.trigger.start for event in events)
