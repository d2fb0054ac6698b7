"""Input that a newsroom's folders are full of: what cannot be extracted is named with its reason, the rest is."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import natoextract
from natoextract.cli import app
from natoextract.intake import check_text, decode, is_french
from natoextract.published import PublishedError
from tests.test_offsets import wrong_spans

GOOD = "La France a déployé 550 soldats à Bamako, a annoncé samedi le ministre de la Défense, Jean-Yves Le Drian.\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def articles(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good article."""
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


BAD = {
    "empty": (b"", "it is empty"),
    "blank": (b" \r\n\t\n ", "it is empty"),
    "only a byte order mark": (b"\xef\xbb\xbf", "it is empty"),
    "only no-break spaces": ("\u00a0\u202f\n".encode(), "it is empty"),
    "png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4, "it is not a text file"),
    "control characters": (bytes([7, 27, 1, 65, 14]) * 100, "it is not a text file"),
    "torn utf-16": (b"\xff\xfeL\x00\x00\xd8", "it is not UTF-16 text"),
    "english": (
        b"The Secretary General of the Alliance said on Wednesday that the allies will send more troops to the region "
        b"and that ministers are to meet in the capital next week to discuss the withdrawal of the forces.",
        "it has no French text",
    ),
    "spanish": (
        "El secretario general de la Alianza anunció el miércoles que los aliados enviarán más tropas a la región y "
        "que los ministros se reunirán la próxima semana para hablar de la retirada de las fuerzas.".encode(),
        "it has no French text",
    ),
    "russian": ("Генеральный секретарь альянса заявил в среду".encode(), "it has no French text"),
    "digits": (b"12345 67890 12/01/2013 ;;;", "it has no French text"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_named_with_its_reason_and_the_others_are_extracted(folder: Path, case: str) -> None:
    content, reason = BAD[case]
    (folder / "bad.txt").write_bytes(content)
    result = run("extract", folder)
    assert result.exit_code == 1
    assert "bad.txt" in result.stderr and reason in result.stderr
    assert "Traceback" not in result.stderr
    assert [article["id"] for article in articles(result)] == ["good"]


def test_a_path_that_does_not_exist(folder: Path) -> None:
    result = run("extract", folder / "none.txt", folder / "good.txt")
    assert result.exit_code == 1
    assert "none.txt" in result.stderr and "it does not exist" in result.stderr
    assert [article["id"] for article in articles(result)] == ["good"]


def test_a_folder_with_no_article(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("extract", tmp_path / "empty")
    assert result.exit_code == 1
    assert str(tmp_path / "empty") in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("command", [["show"], ["export", "--to", "plover"]], ids=["show", "export"])
@pytest.mark.parametrize("name", ["none.txt", "empty.txt", "binary.txt"])
def test_other_commands_say_it_too(tmp_path: Path, command: list[str], name: str) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02")
    result = run(*command, tmp_path / name)
    assert result.exit_code == 1
    assert name in result.stderr
    assert result.stdout == ""


# --- texts that are odd, and work


ODD = {
    "only a title": "Mali : Paris dépêche des renforts",
    "no dateline": GOOD,
    "crlf": GOOD.replace(", ", ",\r\n"),
    "lone carriage returns": GOOD.replace(", ", ",\r"),
    "no-break spaces": GOOD.replace(" ", "\u00a0"),
    "curly apostrophes": "L’Otan n’enverra pas d’hommes, a dit M. Stoltenberg.",
    "an opening mark that never closes": f'"{GOOD} « Nous resterons, a-t-il dit. {GOOD}',
    "a closing mark that never opened": f"Nous resterons », a-t-il dit. {GOOD}",
    "marks of three kinds": f'« Nous “restons" ’ » — {GOOD}',
    "tabs and form feeds": GOOD.replace(" ", "\t") + "\f" + GOOD,
    "capitals": GOOD.upper(),
    "no accents": "La France a deploye 550 soldats a Bamako, a annonce samedi le ministre de la Defense.",
    "a word repeated": "soldats " * 2000,
    "a list of numbers": "1.000 " * 2000,
    "nothing but quotes": '"' * 2000,
    "nothing but brackets": "(" * 2000,
    "one long word": "a" * 20_000,
}


@pytest.mark.parametrize("case", ODD)
def test_odd_texts_are_extracted_with_exact_offsets(case: str) -> None:
    text = ODD[case]
    assert wrong_spans(natoextract.extract(text).model_dump(), text) == []


def test_300_kb_in_one_line(tmp_path: Path) -> None:
    text = " ".join([GOOD.strip()] * (300_000 // len(GOOD)))
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    result = run("extract", tmp_path / "long.txt")
    assert result.exit_code == 0
    assert wrong_spans(json.loads(result.stdout), text) == []


@pytest.mark.parametrize("text", ["", " \n", "\ufeff", "12345"])
def test_the_library_reads_a_blank_text_as_an_article_with_nothing(text: str) -> None:
    article = natoextract.extract(text)
    assert not (article.countries or article.statements or article.events)


# --- encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_encodings(encoding: str) -> None:
    text = GOOD * 3
    assert decode(text.encode(encoding), "a.txt") == text


def test_newlines_are_kept() -> None:
    assert decode(b"Un\r\nDeux\rTrois\n", "a.txt") == "Un\r\nDeux\rTrois\n"


# --- language


@pytest.mark.parametrize(
    "title",
    [
        "Mali: Paris dépêche des renforts",
        "Afghanistan : Washington presse Paris",
        "OTAN",
        "Retrait coordonné d'Afghanistan",
        "Coupe Davis : Nadal bat Federer 6-4, 6-3",
    ],
)
def test_short_titles_pass(title: str) -> None:
    check_text(title, "a.txt")


def test_french_in_capitals_and_without_accents() -> None:
    assert is_french(GOOD.upper() * 3)
    assert is_french("LE MINISTRE A DECLARE QUE LES TROUPES RESTERONT DANS LE PAYS JUSQU'A LA FIN DE L'ANNEE " * 3)


# --- publication dates


@pytest.mark.parametrize("published", ["hier", "2020-13", "2020-02-30", "", "2020-10-31/2020-10-01"])
def test_a_publication_date_in_no_known_form(published: str, folder: Path) -> None:
    with pytest.raises(PublishedError, match="2020-10-23, 2020-10, 2020"):
        natoextract.extract(GOOD, published)
    result = run("extract", "--published", published, folder)
    assert result.exit_code == 2
    assert "2020-10-23" in " ".join(result.stderr.split())


@pytest.mark.parametrize("published", ["2020-10-23", "2020-10", "2020", "2020-10-01/2020-10-31"])
def test_publication_dates_that_are_taken(published: str, folder: Path) -> None:
    result = run("extract", "--published", published, folder)
    assert result.exit_code == 0
    (article,) = articles(result)
    assert article["published"] is not None


# --- usage


@pytest.mark.parametrize(
    "arguments",
    [["extract"], ["show"], ["evaluate"], ["nonsense"], ["extract", "--nonsense", "a.txt"], ["show", "a", "b"]],
)
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
