"""The words of dates: what is read, and in which forms, before tense and story place it."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natoextract import extract
from natoextract.components.dates.joining import join
from natoextract.components.dates.lexicon import CALENDAR, MonthEntry
from natoextract.components.dates.patterns import scan
from natoextract.components.dates.scan import Rule, Text, first_words
from natoextract.text import fold, surface
from natoextract.timex import Direction, Placed, place
from tests.conftest import sentences_of

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
SHORT = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def placed(text: str, published: date | None = None, direction: Direction = "past") -> list[tuple[str, Placed]]:
    """Text and place of each mention, read without the model."""
    read = Text(surface(text))
    reference = None if published is None else (published, published)
    return [
        (text[f.start : f.end], place(f.expression, reference, f.direction or direction))
        for f in join(read, scan(read))
    ]


def written(day: date) -> list[str]:
    """A day in twelve of the forms that wires use."""
    d, m, y = day.day, day.month, day.year
    month, short, weekday = MONTHS[m - 1], SHORT[m - 1], WEEKDAYS[day.weekday()]
    first = f"{d}er" if d == 1 else f"{d}"
    return [
        f"{first} {month} {y}",
        f"{first} {month.upper()} {y}",
        f"{d} {short} {y}",
        f"{d} {short.rstrip('.')} {y}",
        f"{weekday} {first} {month} {y}",
        f"{weekday.capitalize()} {first} {month} {y}",
        f"{d:02}/{m:02}/{y}",
        f"{d}.{m}.{y}",
        f"{d}-{m}-{y}",
        f"{y}-{m:02}-{d:02}",
        f"{weekday} {d:02}/{m:02}/{y}",
        f"{first} {surface(month).replace('é', 'e').replace('û', 'u')} {y}",
    ]


@settings(max_examples=300)
@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_each_day_is_read_back_in_twelve_forms(day: date) -> None:
    for form in written(day):
        assert placed(f"Le texte du {form} fait foi.") == [(form, Placed(day.isoformat(), day, day))]


@settings(max_examples=200)
@given(st.dates(date(2000, 1, 1), date(2040, 12, 31)))
def test_two_digits_of_a_year_are_of_this_century(day: date) -> None:
    if day.year < 2040:
        form = f"{day:%d.%m.%y}"
        assert placed(f"Le texte du {form} fait foi.") == [(form, Placed(day.isoformat(), day, day))]


@pytest.mark.parametrize("weekday", range(7))
@pytest.mark.parametrize(
    ("sentence", "span"),
    [
        ("Le plan a été approuvé {} à Genève.", (-6, 0)),
        ("Le plan avait été approuvé {} à Genève.", (-6, 0)),
        ("Le plan sera approuvé {} à Genève.", (0, 6)),
        ("Le plan devra être approuvé {} à Genève.", (0, 6)),
        ("Le plan doit être approuvé {} à Genève.", (0, 6)),
        ("Le plan va être approuvé {} à Genève.", (0, 6)),
        ("Le plan a été approuvé {} dernier à Genève.", (-7, -1)),
        ("Le plan sera approuvé {} prochain à Genève.", (1, 7)),
    ],
)
def test_weekdays_follow_the_tense_of_their_verb(weekday: int, sentence: str, span: tuple[int, int]) -> None:
    # over a year's turn and a leap day
    for published in (date(2019, 12, 30), date(2020, 1, 1), date(2020, 2, 29), date(2021, 4, 14)):
        article = extract(sentence.format(WEEKDAYS[weekday]), published)
        (mention,) = article.dates
        told = date.fromisoformat(mention.value)
        assert told.weekday() == weekday
        assert span[0] <= (told - published).days <= span[1], f"{mention.text} {mention.value} from {published}"


@pytest.mark.parametrize("rule", scan.rules, ids=lambda rule: rule.name)
def test_a_rule_names_all_words_that_it_may_begin_with(rule: Rule) -> None:
    for sentence in sentences_of("dates.txt"):
        folded = fold(sentence.text)
        for match in rule.pattern.finditer(folded):
            word = re.match(r"\w+", folded[match.start() :])
            if word and not folded[: match.start()].endswith(tuple("abcdefghijklmnopqrstuvwxyz0123456789")):
                assert first_words(word.group()) <= rule.starts, match.group()


def test_a_month_of_publication_leaves_the_value_open() -> None:
    article = extract("Le plan a été approuvé mardi à Genève.", "2017-11")
    (mention,) = article.dates
    assert (mention.value, mention.earliest, mention.latest) == ("XXXX-WXX-2", "2017-10-31", "2017-11-28")


def test_without_publication_nothing_is_guessed_from_the_clock() -> None:
    article = extract("Il est venu vendredi, hier et la semaine dernière.")
    assert [(d.value, d.earliest) for d in article.dates] == [
        ("XXXX-WXX-5", None),
        ("XXXX-XX-XX", None),
        ("XXXX-WXX", None),
    ]


@pytest.mark.parametrize("apostrophe", ["'", "’"])
@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_spaces_and_apostrophes_of_typesetters(apostrophe: str, space: str) -> None:
    text = f"L{apostrophe}an{space}dernier, le 3{space}mars à 16{space}h{space}30."
    assert [shown for shown, _ in placed(text, date(2021, 4, 14))] == [
        f"an{space}dernier",
        f"3{space}mars à 16{space}h{space}30",
    ]


def test_a_header_is_no_mention_and_a_dateline_is_one() -> None:
    header = extract("Un titre\n\nPublié le 14/04/2021 à 16:30\n\nIl est venu hier.")
    assert [(d.text, d.value) for d in header.dates] == [("hier", "2021-04-13")]
    slug = extract("BRUXELLES, 27 nov 2009 (TAP) - Il est venu hier.")
    assert [(d.text, d.value) for d in slug.dates] == [("27 nov 2009", "2009-11-27"), ("hier", "2009-11-26")]


@settings(max_examples=100, deadline=None)
@given(st.text("0123456789/-.: hHleduàmarsi janvlundiT", max_size=200))
def test_no_text_takes_long_or_breaks(text: str) -> None:
    for shown, _ in placed(text, date(2021, 4, 14)):
        assert shown and shown in text


@pytest.mark.parametrize("phrase", [*CALENDAR.idioms.phrases, *CALENDAR.idioms.names])
def test_no_idiom_is_a_date(phrase: str) -> None:
    assert placed(f"On parle ici de {phrase} dans le texte.") == []


@pytest.mark.parametrize("name", CALENDAR.feasts)
def test_each_feast_is_read(name: str) -> None:
    preposition = "pour " if name.startswith(("la ", "le ", "l'")) else "à "
    ((said, day),) = placed(f"On le fera {preposition}{name} dans le pays.", date(2021, 4, 14))
    assert name.endswith(said) and day.earliest is not None and day.earliest == day.latest


@pytest.mark.parametrize("form", [form for unit in CALENDAR.units.values() for form in unit.forms if form[-1] in "sx"])
def test_each_unit_measures(form: str) -> None:
    ((said, duration),) = placed(f"Le siège a duré trois {form} en tout.")
    assert said == f"trois {form}" and duration.value.startswith("P")


@pytest.mark.parametrize(("zone", "offset"), CALENDAR.zones.items())
def test_each_zone_gives_its_offset(zone: str, offset: str) -> None:
    ((said, time),) = placed(f"La secousse a eu lieu à 14h05 {zone} dans le nord.", date(2021, 4, 14))
    assert said == f"14h05 {zone}" and time.value == f"2021-04-14T14:05{offset}"


@pytest.mark.parametrize(
    "word", [*CALENDAR.days, *CALENDAR.adverbs, *(form for forms in CALENDAR.references.values() for form in forms)]
)
def test_each_adverb_is_read(word: str) -> None:
    ((said, _),) = placed(f"Le convoi passe {word} sur le pont.", date(2021, 4, 14))
    assert said == word


def test_an_unknown_key_of_the_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="lenght"):
        MonthEntry.model_validate({"number": 1, "lenght": 31})
