"""The head of a dispatch: dateline, header, publication date."""

import time
from datetime import date

import pytest

from natoextract.components.wrapping import wraps
from natoextract.dispatch import Dispatch, Publication, publication_of, read_head


@pytest.mark.parametrize(
    ("text", "span", "place", "agency", "published"),
    [
        ("BRUXELLES, 27 nov 2009 (TAP) - Les alliés", "BRUXELLES, 27 nov 2009 (TAP)", "Bruxelles", "TAP", "2009-11-27"),
        ("Washington, 3 mars 2015 (AFP) - Le", "Washington, 3 mars 2015 (AFP)", "Washington", "AFP", "2015-03-03"),
        ("OUAGADOUGOU, 15 jan 2016 (AFP) - Le", "OUAGADOUGOU, 15 jan 2016 (AFP)", "Ouagadougou", "AFP", "2016-01-15"),
        ("Kinshasa, 12 janvier 2012 (ACP)- Le", "Kinshasa, 12 janvier 2012 (ACP)", "Kinshasa", "ACP", "2012-01-12"),
        ("Mons | AFP | mercredi 14/04/2021 - Le", "Mons | AFP | mercredi 14/04/2021", "Mons", "AFP", "2021-04-14"),
        ("Bruxelles, le 14 avril 2021 – Le ministre", "Bruxelles, le 14 avril 2021", "Bruxelles", None, "2021-04-14"),
        # the year of a slug is unknown unless the archive's header gives it
        ("PARIS, 3 mars (Reuters) - Le", "PARIS, 3 mars (Reuters)", "Paris", "Reuters", None),
        ("date 2017-03 PARIS, 3 mars (Reuters) - Le", "PARIS, 3 mars (Reuters)", "Paris", "Reuters", "2017-03-03"),
        ("KABOUL, 5 juillet (Xinhua) -- Le", "KABOUL, 5 juillet (Xinhua)", "Kaboul", "Xinhua", None),
        ("PARIS (Reuters) - Le", "PARIS (Reuters)", "Paris", "Reuters", None),
        ("Berne (ATS) - Le", "Berne (ATS)", "Berne", "ATS", None),
        ("BRUXELLES (Belga) - Le", "BRUXELLES (Belga)", "Bruxelles", "Belga", None),
        ("(Belga) Le ministre", "(Belga)", None, "Belga", None),
        ("(AFP) - Le ministre", "(AFP)", None, "AFP", None),
        ("BRUXELLES : Les Alliés", "BRUXELLES", "Bruxelles", None, None),
        ("MONTRÉAL — Le premier ministre", "MONTRÉAL", "Montréal", None, None),
        ("Un titre\n\nPARIS (AFP) - Le", "PARIS (AFP)", "Paris", "AFP", None),
        ("AFP - Le ministre", "AFP", None, "AFP", None),
        # a title that looks like a slug
        ("RDC: un titre\n\nGOMA, RD Congo, 16 nov 2022 (AFP) - Une", "GOMA, RD Congo, 16 nov 2022 (AFP)", "Goma", "AFP",
         "2022-11-16"),
    ],
)  # fmt: skip
def test_datelines(text: str, span: str, place: str | None, agency: str | None, published: str | None) -> None:
    head = read_head(text)
    slug = head.slug
    assert slug is not None
    assert (text[slug.start : slug.end], slug.place, slug.agency) == (span, place, agency)
    assert (slug.published and slug.published[0].isoformat()) == published


@pytest.mark.parametrize(
    ("slug", "rest", "place", "agency", "published"),
    [
        # a state of several words behind the town
        ("Bangui, République centrafricaine | AFP | lundi 31/10/2016", " - La", "Bangui", "AFP", "2016-10-31"),
        ("Abidjan, Côte d'Ivoire | AFP | lundi 31/10/2016", " - La", "Abidjan", "AFP", "2016-10-31"),
        # the date behind the agency's dash, or alone on its line
        ("Kigali, Rwanda (PANA) - 25/02/2010", ". Le", "Kigali", "PANA", "2010-02-25"),
        ("Paris (AFP)", " - 14 juillet oblige, les rues", "Paris", "AFP", None),
        ("Alger, vendredi 27 janvier 2023", "\n\nLe", "Alger", None, "2023-01-27"),
        # other brackets, none, or the agency behind the dash
        ("BRUXELLES, 12 mars 2019 /AFP/", " - Le", "Bruxelles", "AFP", "2019-03-12"),
        ("Port-au-Prince, 12 mars 2019 [AlterPresse]", " --- Le", "Port-au-Prince", "AlterPresse", "2019-03-12"),
        ("BRUXELLES, 12 mars 2019 – (AFP)", " Le", "Bruxelles", "AFP", "2019-03-12"),
        ("BRUXELLES, AFP", " - Le", "Bruxelles", "AFP", None),
        ("Berne (ats)", " Le ministre", "Berne", "ATS", None),
        ("(New York) - AFP, 14 octobre 2011", ". Le ministre", "New York", "AFP", "2011-10-14"),
        # two towns; a time
        ("BAGDAD/ERBIL, Irak, 12 mars 2019 (Reuters)", " - Le", "Bagdad", "Reuters", "2019-03-12"),
        ("Bamako (Mali) | AFP | 12/03/2019 à 10:30", " | Le", "Bamako", "AFP", "2019-03-12"),
    ],
)
def test_rarer_datelines(slug: str, rest: str, place: str, agency: str | None, published: str | None) -> None:
    test_datelines(f"Un titre\n{slug}{rest}", slug, place, agency, published)


@pytest.mark.parametrize(
    ("text", "published", "headers"),
    [
        ("Publié le 14/04/2021 à 16:30\nLe", "2021-04-14", ["Publié le 14/04/2021 à 16:30"]),
        ("Un titre\n\nPublié le 14/04/2021 à 16h30\nLe", "2021-04-14", ["Publié le 14/04/2021 à 16h30"]),
        ("Titre\nMis à jour le 15 avril 2021 à 10h05\nLe", "2021-04-15", ["Mis à jour le 15 avril 2021 à 10h05"]),
        ("Titre\n14 avril 2021 - 16h30\nLe", "2021-04-14", ["14 avril 2021 - 16h30"]),
        ("Titre\nLe mardi 15 septembre 2020 à 17:40\nUn", "2020-09-15", ["Le mardi 15 septembre 2020 à 17:40"]),
        ("Titre\n14/04/2021\nLe", "2021-04-14", ["14/04/2021"]),
        ("Titre\n2021-04-14T10:00:00+02:00\nLe", "2021-04-14", ["2021-04-14T10:00:00+02:00"]),
        ("Publié : 14 avr. 2021 16:30 CEST\nLe", "2021-04-14", ["Publié : 14 avr. 2021 16:30 CEST"]),
        ("Dim. 28 Février 2021, 17h05 - FRANCE", "2021-02-28", ["Dim. 28 Février 2021, 17h05 -"]),
        ("Titre\n\n3 mars 2018 . –\nLe", "2018-03-03", ["3 mars 2018 . –"]),
        ("Titre\n\n12 mars 2016, Genève . –\nLe", "2016-03-12", ["12 mars 2016, Genève . –"]),
        ("Titre\n\n1er janvier 2017, 1 h 30 UTC+3 . – Le", "2017-01-01", ["1er janvier 2017, 1 h 30 UTC+3 . –"]),
        ("Titre\nRFI - Publié le 20 janvier 2011\n\nLe", "2011-01-20", ["Publié le 20 janvier 2011"]),
        # over a title that looks like a dateline
        ("ONU : un vote reporté\n\n12 mars 2016 . –\nLe", "2016-03-12", ["12 mars 2016 . –"]),
        # behind a byline
        ("(Le Courrier 03/01/2011)\nLe", "2011-01-03", ["03/01/2011)"]),
        ("AFP, publié le mercredi 14 avril 2021\nLe", "2021-04-14", ["publié le mercredi 14 avril 2021"]),
        ("Belga | Publié le 14/04/2021 à 16h30\nLe", "2021-04-14", ["Publié le 14/04/2021 à 16h30"]),
        ("Par Jean Dupont Publié le 12 mars 2016\nLe", "2016-03-12", ["Publié le 12 mars 2016"]),
        ("© AFP - 14/04/2021 à 16:30\nLe", "2021-04-14", ["14/04/2021 à 16:30"]),
        ("LE SOIR | 14.04.2021 à 16h30\nLe", "2021-04-14", ["14.04.2021 à 16h30"]),
        ("Titre\nPublié le : 19/01/2022 - 08:14\nLe", "2022-01-19", ["Publié le : 19/01/2022 - 08:14"]),
        ("Titre\nPublié le 25-07-23 à 18h47\nLe", "2023-07-25", ["Publié le 25-07-23 à 18h47"]),
        ("Titre\nLe Monde daté du 9 avril 1994\nLe", "1994-04-09", ["daté du 9 avril 1994"]),
        ("Titre\n(gazette.fr, 27/05/2003 à 19:42)\nLe", "2003-05-27", ["27/05/2003 à 19:42)"]),
        ("Titre\nMardi, 12 mars, 2019 - 10:30\nLe", "2019-03-12", ["Mardi, 12 mars, 2019 - 10:30"]),
        ("Titre\n12 mars 2019 à 18 h 30 min\nLe", "2019-03-12", ["12 mars 2019 à 18 h 30 min"]),
        # signed
        ("Titre\nLe Devoir, 12 mars 2019\nLe", "2019-03-12", ["Le Devoir, 12 mars 2019"]),
        ("Titre\nPar Jean Dupont - 12 mars 2019\nLe", "2019-03-12", ["Par Jean Dupont - 12 mars 2019"]),
        ("Titre\n12 mars 2019 | Par Jean Dupont\nLe", "2019-03-12", ["12 mars 2019 | Par Jean Dupont"]),
        # the day of publication wins over that of an update, wherever it stands
        ("Modifié le 12/03/2016 à 10:22\nPublié le 11/03/2016\nLe", "2016-03-11",
         ["Modifié le 12/03/2016 à 10:22", "Publié le 11/03/2016"]),
        ("Publié le 11/03/2016 16:30 | Mis à jour le 12/03/2016 17:00\nLe", "2016-03-11",
         ["Publié le 11/03/2016 16:30 | Mis à jour le 12/03/2016 17:00"]),
        # and over the header of an archive
        ("date 2018-09 04/09/2018 | 18:08\n\nLe", "2018-09-04", ["date 2018-09", "04/09/2018 | 18:08"]),
        ("date 2018-03 publié le 30/09/2017\n\nLe", "2017-09-30", ["date 2018-03", "publié le 30/09/2017"]),
    ],
)  # fmt: skip
def test_page_dates(text: str, published: str, headers: list[str]) -> None:
    head = read_head(text)
    day = date.fromisoformat(published)
    assert head.publication == Publication(day, day, "header")
    assert [text[start:end] for start, end in head.headers] == headers


@pytest.mark.parametrize(
    "text",
    [
        "Le 14 avril 2021, le ministre a dit non.",
        "Publié le 3 mars 2018, le rapport accuse l'armée.",
        "Le rapport, publié le 3 mars 2018, accuse l'armée.",
        "Le camp a été créé le 3 mars 2018.",
        "Un titre sans date\n\nUn texte sans date.",
        # a title with its day is no signature; nor is a paragraph that ends with one
        "Attaque de Gao, 12 mars 2013\nDes hommes armés sont venus.",
        "Un titre\nIls sont rentrés chez eux après la fin de la mission, 12 mars 2013\nIls sont là.",
        "",
    ],
)
def test_a_sentence_is_no_header(text: str) -> None:
    head = read_head(text)
    assert head.publication is None and head.headers == () and head.slug is None


def test_a_month_header_gives_the_whole_month() -> None:
    head = read_head("date 2017-11 La Belgique")
    assert head.publication == Publication(date(2017, 11, 1), date(2017, 11, 30), "header")


def test_a_date_that_the_archive_contradicts_is_a_heading() -> None:
    head = read_head("date 2012-06 Titre\n\n6 avril 1994\nL'avion")
    assert head.publication == Publication(date(2012, 6, 1), date(2012, 6, 30), "header")
    assert len(head.headers) == 1


def test_the_caller_is_believed_first() -> None:
    text = "BRUXELLES, 27 nov 2009 (TAP) - Les alliés"
    head = read_head(text)
    told = publication_of(Dispatch(text, published="2009-11-28"), head)
    assert told == Publication(date(2009, 11, 28), date(2009, 11, 28), "argument")
    assert publication_of(Dispatch(text, published="2009-11", origin="metadata"), head) == Publication(
        date(2009, 11, 1), date(2009, 11, 30), "metadata"
    )


@pytest.mark.parametrize(
    "hostile", ["A" * 5000, "a-" * 2500, "1 " * 2500, "Le " * 1700, "(" * 5000, "12/" * 1700, "Mis à " * 900]
)
def test_no_head_takes_long(hostile: str) -> None:
    began = time.process_time()
    read_head(hostile)
    assert time.process_time() - began < 0.5


def test_a_wrapped_line_goes_on_with_its_sentence() -> None:
    wrapped = "Quelque 900 soldats en\nIrak ont quitté leur\nbase de Nassiriyah, a dit le ministre de la\nDéfense."
    assert list(wraps(wrapped)) == [22, 43, 87]


def test_a_title_and_headings_are_lines_of_their_own() -> None:
    assert (
        list(wraps("Retrait des soldats italiens\nLes soldats sont partis.\nUn départ attendu\nLe ministre l'a dit."))
        == []
    )
