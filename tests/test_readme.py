"""The README's examples, run: Python blocks and commands as they stand; what it quotes of the files stands in them."""

import doctest
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperGroup
from typer.testing import CliRunner

import natoextract
from natoextract.cli import app
from natoextract.lexicon import read_toml
from tests.conftest import FIXTURES

ROOT = FIXTURES.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

_BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def blocks(language: str) -> list[str]:
    return [found["body"] for found in _BLOCK.finditer(README) if found["language"] == language]


def commands(block: str) -> list[list[str]]:
    """The arguments of each `natoextract` of a shell block; what needs a cluster is what its benchmark runs."""
    lines = [shlex.split(line, comments=True) for line in block.splitlines()]
    return [words[1:] for words in lines if words[:1] == ["natoextract"] and "ray" not in words]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like the root of the checkout, where examples may leave files."""
    (tmp_path / "fixtures").symlink_to(FIXTURES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("block", blocks("python"))
def test_python(block: str, checkout: Path) -> None:
    namespace: dict[str, Any] = {"__name__": "readme"}
    if ">>>" not in block:
        exec(compile(block, "README.md", "exec"), namespace)
        return
    test = doctest.DocTestParser().get_doctest(block, namespace, "README.md", "README.md", 0)
    report: list[str] = []
    doctest.DocTestRunner(optionflags=_OPTIONS).run(test, out=report.append)
    assert not report, "".join(report)


@pytest.mark.parametrize("block", [block for block in blocks("sh") if commands(block)])
def test_commands(block: str, checkout: Path) -> None:
    for arguments in commands(block):
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 0, result.output


def test_a_block_of_commands_is_run() -> None:
    assert any(commands(block) for block in blocks("sh"))


def test_commands_and_options_are_those_of_the_program() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    missing = [name for name in group.commands if not re.search(rf"^\| `natoextract {name}[ `]", README, re.MULTILINE)]
    known = {option for command in group.commands.values() for param in command.params for option in param.opts}
    lines = [line for line in README.splitlines() if "pip " not in line]
    named = {option for line in lines for option in re.findall(r"--[a-z][a-z-]*", line)}
    assert not missing
    assert named <= known


def statuses() -> list[tuple[str, str, str]]:
    """(type, status, sentence) of the table of events."""
    table, _, _ = README[README.index("| | factual |") :].partition("\n\n")
    header, _, *rows = table.splitlines()
    names = [cell.strip() for cell in header.split("|")[2:-1]]
    found = []
    for row in rows:
        kind, *cells = (cell.strip(" *") for cell in row.split("|")[1:-1])
        found += [(kind, name, cell) for name, cell in zip(names, cells, strict=True) if cell]
    return found


@pytest.mark.parametrize(("kind", "status", "sentence"), statuses())
def test_events_by_type_and_status(kind: str, status: str, sentence: str) -> None:
    (event,) = natoextract.extract(f"{sentence}.").events
    assert (event.type, event.status) == (kind, status)


@pytest.mark.parametrize("block", blocks("toml"))
def test_an_entry_shown_stands_in_its_file(block: str) -> None:
    name = re.match(r"# natoextract/data/(\w+)\.toml\n", block)
    assert name is not None
    entries = read_toml(name[1])
    for key, entry in tomllib.loads(block).items():
        assert entries[key] == entry


@pytest.mark.parametrize("block", [block for block in blocks("") if block.startswith("# fixtures/")])
def test_a_sentence_shown_stands_in_its_file(block: str) -> None:
    shown = re.match(r"# (?P<path>\S+): (?P<case>.+)\n(?P<sentence>.+)\n", block)
    assert shown is not None
    assert f"# {shown['case']}\n{shown['sentence']}\n" in (ROOT / shown["path"]).read_text(encoding="utf-8")
