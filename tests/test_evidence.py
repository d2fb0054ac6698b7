"""Every filled slot of an event says by which rule and which words."""

from functools import cache

import pytest

import natoextract
from natoextract import Article
from natoextract.schema import Event
from tests.conftest import articles_of

SLOTS = (
    "type", "status", "actors", "troops", "level_before", "level_after", "location", "place", "mission", "date",
    "speaker", "requested_by", "merged_into",
)  # fmt: skip


@cache
def events_of(text: str) -> list[Event]:
    return natoextract.extract(text, "2014-09-18").events


def reasons(event: Event, slot: str) -> list[tuple[str, str | None]]:
    return [(why.rule, why.text) for why in event.evidence if why.slot == slot]


@pytest.mark.parametrize("file", ["events.txt", "forces.txt"])
def test_every_filled_slot_has_evidence_and_no_other(file: str) -> None:
    for id_, article in articles_of(file).items():
        for event in article.events:
            filled = {slot for slot in SLOTS if getattr(event, slot) not in (None, [])}
            # that a location is not known may have a reason, too: *en Europe orientale*
            assert {why.slot for why in event.evidence} - {"location"} == filled - {"location"}, (id_, event.id)
            assert event.location is None or reasons(event, "location"), (id_, event.id)


def test_evidence_is_cut_from_the_text() -> None:
    text = "L’Otan a déployé 500 soldats britanniques, 300 danois et 200 français en Estonie, à la demande de Tallinn."
    article: Article = natoextract.extract(text)
    for event in article.events:
        for why in event.evidence:
            assert why.start is not None
            assert why.text == text[why.start : why.end]


@pytest.mark.parametrize(
    ("text", "slot", "expected"),
    [
        ("La Norvège a envoyé 150 soldats au Mali.", "type", [("moves: envoyer", "envoyé")]),
        # what the arguments make of the trigger's own type
        (
            "La force de l'Otan en Irak passera de 4.000 à 2.000 soldats.",
            "type",
            [("levels: passer", "passera"), ("level falls", "4.000 à 2.000 soldats")],
        ),
        (
            "Le Danemark contribuera à la Minusma avec 30 soldats.",
            "type",
            [("joins: contribuer", "contribuera"), ("still to come", "contribuera")],
        ),
        ("La Norvège pourrait envoyer 150 soldats au Mali.", "status", [("governor", "pourrait")]),
        ("Aucun soldat belge ne sera envoyé au Mali.", "status", [("aucun", "Aucun")]),
        ("La Norvège a envoyé 150 soldats au Mali.", "actors", [("subject", "Norvège")]),
        # the phrase reaches as far as the name
        ("Les alliés de l'Otan ont envoyé 150 soldats au Mali.", "actors", [("subject", "alliés de l'Otan")]),
        # whom a word stands for that names nobody
        ("L'Italie retirera ses 500 soldats du Liban.", "actors", [("possessive", "ses"), ("named: ITA", "Italie")]),
        # a number says its own rule
        ("Trois soldats français ont été tués vendredi près de Kidal.", "actors", [("count: adjective", "français")]),
        ("La Norvège a envoyé 150 soldats au Mali.", "troops", [("count", "150 soldats")]),
        ("L'Otan passera de 13.000 à 16.000 soldats en Irak.", "level_before", [("level", "13.000")]),
        ("L'Otan passera de 13.000 à 16.000 soldats en Irak.", "level_after", [("level", "16.000 soldats")]),
        ("La Norvège a envoyé 150 soldats dans la Minusma.", "location", [("count: mission", "Minusma")]),
        ("Le retrait des soldats italiens du Liban est prévu en mai.", "location", [("tree", "Liban")]),
        ("Trois soldats français ont été tués vendredi près de Kidal.", "place", [("sentence", "Kidal")]),
        ("La Norvège a envoyé 150 soldats dans la Minusma.", "mission", [("count: mission named", "Minusma")]),
        ("Le retrait des soldats italiens du Liban est prévu en mai.", "date", [("clause", "mai")]),
        (
            "La Norvège a 150 soldats au Mali, a indiqué le ministre norvégien de la Défense, Frank Bakke-Jensen.",
            "speaker",
            [("statement", "La Norvège a 150 soldats au Mali"), ("cue", "a indiqué")],
        ),
        ("Rome demande à Paris d'envoyer 500 hommes au Mali.", "requested_by", [("subject", "Rome")]),
        (
            "A la demande du Mali, la France a déployé 500 soldats à Gao.",
            "requested_by",
            [("à la demande de", "Mali")],
        ),
    ],
)
def test_a_slot_tells_rule_and_words(text: str, slot: str, expected: list[tuple[str, str]]) -> None:
    (event,) = events_of(text)
    assert reasons(event, slot) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le président américain Barack Obama a rencontré mardi à Varsovie son homologue russe, Vladimir Poutine.",
            [("subject + partner", "président américain Barack Obama"), ("named: RUS", "russe")],
        ),
        (
            "Un sommet entre la Turquie et la Grèce se tiendra en mai.",
            [("entre", "sommet"), ("named: TUR", "Turquie"), ("named: GRC", "Grèce")],
        ),
        (
            "La visite du ministre français de la Défense à Bagdad est prévue jeudi.",
            [("adjective + complement", "visite du ministre français")],
        ),
        ("Le sommet de l'Otan se tiendra en juin.", [("complement", "sommet de l'Otan")]),
        ("Le ministre belge de la Défense s'est rendu à Kaboul.", [("traveller", "ministre belge")]),
    ],
)
def test_a_meeting_tells_each_side(text: str, expected: list[tuple[str, str]]) -> None:
    (event,) = events_of(text)
    assert reasons(event, "actors") == expected


def test_a_meeting_named_again_tells_where_its_parties_are_named() -> None:
    *_, event = events_of("Le sommet de l'Otan se tiendra en juin.\nLa réunion durera deux jours.")
    assert reasons(event, "actors") == [("running meeting", None), ("named: NATO", "Otan")]


def test_a_retelling_tells_what_the_two_share() -> None:
    first, second = events_of(
        "L'Italie retirera ses 500 soldats du Liban.\nLe retrait des soldats italiens du Liban est prévu en mai."
    )
    (why,) = [why for why in second.evidence if why.slot == "merged_into"]
    assert why.rule == "same type, actors, location"
    assert (why.start, why.text) == (first.trigger.start, "retirera")
    assert not reasons(first, "merged_into")
