"""Files of every format, as `Dispatch`es."""

import csv
import gzip
import io
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from natoextract import Dispatch
from natoextract.intake import InputError
from natoextract.readers import Fields, find_inputs, items_of, load, read_dispatches, read_item
from natoextract.readers.formats import sniff
from natoextract.readers.ids import distinct_ids

TEXT = "La France a déployé 550 soldats à Bamako, a annoncé samedi le ministre de la Défense, Jean-Yves Le Drian."


def read(path: Path, **fields: str) -> list[Dispatch]:
    return list(read_dispatches([path], Fields(**fields)))


def only(path: Path, **fields: str) -> Dispatch:
    (dispatch,) = read(path, **fields)
    return dispatch


def problems(*paths: Path | str, **fields: str) -> dict[str, str]:
    """`{source: reason}` of what cannot be read."""
    found = {}
    for item in items_of(find_inputs(paths), Fields(**fields)):
        try:
            list(read_item(item, load(item), Fields(**fields)))
        except InputError as error:
            found[item.source] = error.reason
    return found


# --- text


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8"),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
        lambda text: text.encode("cp1252"),
        lambda text: text.encode("latin-1"),
        lambda text: text.encode("mac_roman"),
    ],
    ids=["utf-8", "bom", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "mac-roman"],
)
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gz"])
def test_encodings(tmp_path: Path, encode: Callable[[str], bytes], packed: bool) -> None:
    text = f"Été 2013 : « Opération Serval »\r\n{TEXT}\r\nÀ Gao, l'état-major précise que la relève est assurée.\n"
    path = tmp_path / ("a.txt.gz" if packed else "a.txt")
    path.write_bytes(gzip.compress(encode(text)) if packed else encode(text))
    dispatch = only(path)
    assert (dispatch.text, dispatch.id, dispatch.source, dispatch.published) == (text, "a", str(path), None)


def test_a_gz_that_is_torn_or_none(tmp_path: Path) -> None:
    (tmp_path / "torn.txt.gz").write_bytes(gzip.compress(TEXT.encode())[:-20])
    (tmp_path / "none.txt.gz").write_text(TEXT, encoding="utf-8")
    found = problems(tmp_path)
    assert len(found) == 2
    assert all(reason.startswith("it is damaged") for reason in found.values())


def test_a_gz_that_unpacks_to_more_than_an_article(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a.txt.gz", "wb", compresslevel=1) as stream:
        for _ in range(65):
            stream.write(b" " * 1024 * 1024)
    assert problems(tmp_path) == {str(tmp_path / "a.txt.gz"): "it is larger than 64 MB: no article is"}


# --- rows


ROWS: list[tuple[dict[str, Any], dict[str, str], tuple[str, Any]]] = [
    ({"text": TEXT}, {}, ("a", None)),
    ({"body": TEXT, "date": "2013-01-12", "id": 7}, {}, ("7", "2013-01-12")),
    ({"text": TEXT, "published": "12/01/2013"}, {}, ("a", "12/01/2013")),
    ({"text": TEXT, "date": "Sat, 12 Jan 2013 10:00:00 GMT"}, {}, ("a", "Sat, 12 Jan 2013 10:00:00 GMT")),
    ({"text": TEXT, "date": "un de ces jours"}, {}, ("a", None)),
    ({"texte": TEXT, "jour": "2013-01", "clé": "x"}, {"date": "jour", "id": "clé"}, ("x", "2013-01")),
    ({"text": "autre", "a": {"b": TEXT, "d": "2013"}}, {"text": "a.b", "date": "a.d"}, ("a", "2013")),
    ({"text": TEXT, "jour": None}, {"date": "jour"}, ("a", None)),
]  # fmt: skip


@pytest.mark.parametrize(("row", "fields", "expected"), ROWS)
def test_the_fields_of_a_row(
    tmp_path: Path, row: dict[str, Any], fields: dict[str, str], expected: tuple[str, str | None]
) -> None:
    (tmp_path / "a.json").write_text(json.dumps(row), encoding="utf-8")
    dispatch = only(tmp_path / "a.json", **fields)
    assert (dispatch.text, dispatch.id, dispatch.published) == (TEXT, *expected)
    assert dispatch.origin == "metadata"


BAD_ROWS: list[tuple[object, dict[str, str], str]] = [
    ({"titre": TEXT}, {}, "no field of text was found among 'titre': name it with --text-field"),
    ({}, {}, "no field of text was found among no field at all: name it with --text-field"),
    ({"text": TEXT}, {"text": "corps"}, "it has no field 'corps'; it has 'text'"),
    ({"text": 12}, {"text": "text"}, "its field 'text' is no text"),
    ({"text": TEXT}, {"id": "clé"}, "it has no field 'clé'; it has 'text'"),
    ({"text": TEXT, "jour": "hier"}, {"date": "jour"}, "cannot read 'hier' as a publication date"),
    ({"text": "  "}, {}, "it is empty"),
    ("rien", {}, "it is no JSON object"),
]


@pytest.mark.parametrize(("row", "fields", "reason"), BAD_ROWS)
def test_a_row_that_is_no_article(tmp_path: Path, row: object, fields: dict[str, str], reason: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, "corps": TEXT, "clé": "b"}) + "\n" + json.dumps(row), encoding="utf-8")
    assert problems(path, **fields)[f"{path}#2"].startswith(reason)


def test_json_lines_are_numbered_as_an_editor_does(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"text": TEXT}).encode() + b"\n\n{torn\n" + b'{"text": "' + b"\n")
    assert list(problems(path)) == [f"{path}#3", f"{path}#4"]
    first = next(read_dispatches([path]))
    assert (first.id, first.source) == ("rows#1", f"{path}#1")


@pytest.mark.parametrize("name", ["rows.json", "rows.json.gz", "rows"])
@pytest.mark.parametrize("form", ["array", "lines"])
def test_json_by_any_name(tmp_path: Path, name: str, form: str) -> None:
    rows = [{"text": TEXT, "id": "x"}, {"text": TEXT}]
    data = json.dumps(rows) if form == "array" else "".join(json.dumps(row) + "\n" for row in rows)
    path = tmp_path / name
    path.write_bytes(gzip.compress(data.encode()) if name.endswith(".gz") else data.encode())
    assert [(d.id, d.source) for d in read(path)] == [("x", f"{path}#1"), ("rows#2", f"{path}#2")]


def test_json_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{'text': 1}", encoding="utf-8")
    (tmp_path / "b.json").write_text("[" * 100_000, encoding="utf-8")
    found = problems(tmp_path)
    assert found[str(tmp_path / "a.json")].startswith("it is not JSON (")
    assert "JSON" in found[str(tmp_path / "b.json")]


NINJS = [
    {"body_text": TEXT, "headline": "Mali : renforts", "versioncreated": "2013-01-12T10:00:00Z"},
    {"body_xhtml": f"<p>{TEXT}</p>", "headline": "Mali : renforts", "versioncreated": "2013-01-12T10:00:00+01:00"},
    {
        "bodies": [{"role": "main", "contentType": "text/html", "value": f"<div><p>{TEXT}</p></div>"}],
        "headlines": [{"role": "main", "value": "Mali : renforts"}],
        "versionCreated": "2013-01-12T10:00:00Z",
    },
]


@pytest.mark.parametrize("row", NINJS, ids=["1 text", "1 xhtml", "2 and 3"])
def test_ninjs(tmp_path: Path, row: dict[str, Any]) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"uri": "urn:afp:1", **row}), encoding="utf-8")
    dispatch = only(tmp_path / "a.json")
    assert dispatch.text == f"Mali : renforts\n{TEXT}"
    assert dispatch.id == "urn:afp:1"
    assert str(dispatch.published).startswith("2013-01-12")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv(tmp_path: Path, delimiter: str, encoding: str) -> None:
    text = f'{TEXT}\nIl a dit : "Nous resterons, ; | jusqu\'en 2014".'
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerows([["id", "texte", "date"], ["x", text, "2013-01-12"], ["", "", ""], ["", text, ""]])
    path = tmp_path / "rows.csv"
    path.write_bytes(stream.getvalue().encode(encoding))
    found = [(d.id, d.text, d.published, d.source) for d in read(path)]
    assert found == [("x", text, "2013-01-12", f"{path}#1"), ("rows#3", text, None, f"{path}#3")]


def test_csv_with_a_column_as_long_as_an_article(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(f'text\n"{TEXT * 3000}"\n', encoding="utf-8")
    assert len(only(path).text) > 300_000


def test_csv_without_a_header(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_bytes(b"")
    assert problems(tmp_path) == {str(tmp_path / "rows.csv"): "it has no header"}


def test_parquet(tmp_path: Path) -> None:
    import datetime

    import pyarrow as pa
    import pyarrow.parquet as pq

    days = [datetime.date(2013, 1, 12), None]
    table = pa.table({"corps": [TEXT, TEXT], "date": days, "id": ["x", None], "image": [b"\xff", b"\xfe"]})
    pq.write_table(table, tmp_path / "rows.parquet")
    found = [(d.id, d.text, d.published) for d in read(tmp_path / "rows.parquet", text="corps")]
    assert found == [("x", TEXT, "2013-01-12"), ("rows#2", TEXT, None)]
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 but not really")
    assert "it is not a Parquet file" in problems(tmp_path / "bad.parquet")[str(tmp_path / "bad.parquet")]


# --- pages


PAGE = f"""<!doctype html><html><head><meta charset="{{charset}}"><title>Le Courrier | Mali : des renforts</title>
<meta property="article:published_time" content="2013-01-12T10:00:00+01:00"></head>
<body><nav><a href="/">Accueil</a><a href="/sport">Sport</a></nav><article><h1>Mali : des renforts français</h1>
<p>{TEXT}</p><p>Les soldats sont arrivés vendredi dans la capitale du pays, selon une source militaire.</p>
<p>Ils y resteront jusqu'à l'été, a précisé l'état-major des armées à la presse.</p></article>
<footer>Tous droits réservés</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_html(tmp_path: Path, charset: str) -> None:
    (tmp_path / "a.html").write_bytes(PAGE.replace("{charset}", charset).encode(charset))
    dispatch = only(tmp_path / "a.html")
    assert dispatch.text.splitlines()[0] == "Mali : des renforts français"
    assert TEXT in dispatch.text and "Accueil" not in dispatch.text and "réservés" not in dispatch.text
    assert dispatch.text.count("Mali : des renforts") == 1
    assert (dispatch.published, dispatch.origin) == ("2013-01-12", "metadata")


def test_html_without_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body></body></html>", encoding="utf-8")
    assert problems(tmp_path) == {str(tmp_path / "a.html"): "it has no article text"}


def test_a_format_whose_library_is_missing_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.parquet").write_bytes(b"PAR1")
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert [reason.rsplit(": ", 1)[-1] for reason in problems(tmp_path).values()] == [
        "pip install 'natoextract[html]'",
        "pip install 'natoextract[tables]'",
    ]


# --- archives, folders, standard input


def test_a_zip_is_a_folder(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "w.zip", "w") as archive:
        archive.writestr("b/1.txt", TEXT)
        archive.writestr("a/1.txt", TEXT)
        archive.writestr("rows.jsonl.gz", gzip.compress(json.dumps({"text": TEXT}).encode()))
        archive.writestr("__MACOSX/1.txt", "x")
        archive.writestr("notes.md", "x")
        archive.writestr("empty.txt", "")
    found = [(i.id, i.source.partition("!")[2]) for i in items_of(find_inputs([tmp_path]), Fields())]
    assert found == [("a/1", "a/1.txt"), ("b/1", "b/1.txt"), ("empty", "empty.txt"), ("rows#1", "rows.jsonl.gz#1")]
    assert list(problems(tmp_path).values()) == ["it is empty"]


def test_a_zip_that_is_damaged_in_part(tmp_path: Path) -> None:
    path = tmp_path / "w.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("b.txt", TEXT)
    path.write_bytes(path.read_bytes().replace(TEXT.encode(), TEXT.upper().encode(), 1))
    found = problems(path)
    assert list(found) == [f"{path}!a.txt"]
    assert found[f"{path}!a.txt"].startswith("it cannot be unpacked (Bad CRC")
    path.write_text("no archive", encoding="utf-8")
    assert problems(path)[str(path)].startswith("it is not a zip archive")


def test_a_folder_is_read_in_the_order_of_names_without_what_is_no_input(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".hidden.txt", ".git/x.txt", "x.gold.json", "photo.jpg", "c.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    found = [Path(i.path).relative_to(tmp_path).as_posix() for i in find_inputs([tmp_path, tmp_path / "b.txt"])]
    assert found == ["b.txt", "c.TXT", "a/1.txt", "a/2.txt"]


def test_ids_are_as_short_as_they_can_be() -> None:
    def ids(*paths: tuple[str, str]) -> list[str]:
        return distinct_ids(paths)

    assert ids(("d/a.txt", "d"), ("d/b.jsonl.gz", "d")) == ["a", "b"]
    assert ids(("d/16/12.txt", "d"), ("d/17/12.txt", "d"), ("d/17/13.txt", "d")) == ["16/12", "17/12", "13"]
    assert ids(("d/a.txt", "d"), ("d/a.html", "d")) == ["a.txt", "a.html"]
    assert ids(("d/a.txt", "d"), ("e/a.txt", "e")) == ["d/a.txt", "e/a.txt"]
    assert ids(("d/compte.rendu.txt", "d"), ("d/v1.2", "d")) == ["compte.rendu", "v1"]


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert problems(tmp_path / "none.txt", tmp_path / "empty") == {
        str(tmp_path / "none.txt"): "it does not exist",
        str(tmp_path / "empty"): "it has no article in a format that is read",
    }


@pytest.mark.parametrize(
    ("data", "id"),
    [(TEXT.encode(), "stdin"), (json.dumps({"text": TEXT}).encode() + b"\n", "stdin#1"), (PAGE.encode(), "stdin")],
    ids=["text", "json lines", "html"],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, id: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
    (dispatch,) = read_dispatches(["-"])
    assert dispatch.id == id
    assert TEXT in dispatch.text


@pytest.mark.parametrize(
    ("head", "format"),
    [
        (b"PK\x03\x04", "zip"), (b"PAR1\x15", "parquet"), (b"<?xml version='1.0'?>", "xml"), (b"<NITF>", "xml"),
        (b"\xef\xbb\xbf <!DOCTYPE html>", "html"), (b"<HTML lang='fr'>", "html"), (b'{"a": 1}\n{"a": 2}', "lines"),
        (b'{\n  "a": 1\n}', "array"), (b"[{}]", "array"), (b"[Belga] Bruxelles", "text"), (b"{hors texte}", "text"),
        (b"", "text"), (b"<< Nous resterons >>", "text"),
    ],
)  # fmt: skip
def test_what_has_no_known_suffix_is_told_by_its_first_bytes(head: bytes, format: str) -> None:
    assert sniff(head) == format
