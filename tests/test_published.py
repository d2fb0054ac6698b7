"""Publication dates as callers and pages write them."""

from datetime import UTC, date, datetime

import pytest

from natoextract.published import PublishedError, PublishedInput, parse_date_text, parse_published


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        (date(2020, 10, 23), "2020-10-23", "2020-10-23"),
        (datetime(2020, 10, 23, 23, 30, tzinfo=UTC), "2020-10-23", "2020-10-23"),
        ("2020-10-23", "2020-10-23", "2020-10-23"),
        ("2020-10-23T10:00:00Z", "2020-10-23", "2020-10-23"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-10-01/2020-10-31", "2020-10-01", "2020-10-31"),
        ("2020-09/2020-10", "2020-09-01", "2020-10-31"),
        ((date(2020, 10, 1), "2020-10-31"), "2020-10-01", "2020-10-31"),
        ("23 octobre 2020", "2020-10-23", "2020-10-23"),
        ("23/10/2020", "2020-10-23", "2020-10-23"),
    ],
)
def test_forms_of_a_publication_date(value: PublishedInput, first: str, last: str) -> None:
    assert parse_published(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", ["demain", "2020-13", "2020-02-30", "2020-10-31/2020-10-01", "", "12", (date(2020, 1, 1),)]
)
def test_anything_else_is_refused_with_the_forms_that_are_taken(value: PublishedInput) -> None:
    with pytest.raises(PublishedError, match="2020-10-23"):
        parse_published(value)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("27 nov 2009", "2009-11-27"),
        ("mercredi 14/04/2021", "2021-04-14"),
        ("le 1er décembre 2009", "2009-12-01"),
        ("1 er DECEMBRE 2009", "2009-12-01"),
        ("15 jan. 2016", "2016-01-15"),
        ("15 janv. 2016", "2016-01-15"),
        ("3 sept 2014", "2014-09-03"),
        ("3 août 2014", "2014-08-03"),
        ("14.04.2021", "2021-04-14"),
        ("Fri, 27 Nov 2009 10:00:00 GMT", "2009-11-27"),
    ],
)
def test_absolute_dates(text: str, day: str) -> None:
    assert parse_date_text(text) == (date.fromisoformat(day), date.fromisoformat(day))


@pytest.mark.parametrize("text", ["hier", "mardi", "3 mars", "31 avril 2015", "99/99/2020"])
def test_what_is_no_absolute_date(text: str) -> None:
    assert parse_date_text(text) is None
