"""The README's examples, run: Python blocks as they stand, shell examples with the output they show."""

import doctest
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from natoextract.cli import app
from tests.conftest import FIXTURES

README = (FIXTURES.parent / "README.md").read_text(encoding="utf-8")

_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (?P<command>.+)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
_SHELL = re.compile(r"[|<>;&$`]")
_OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@dataclass(frozen=True, slots=True)
class Example:
    """A command and the output below it: `...` stands for anything."""

    command: str
    output: str


def blocks(*languages: str) -> list[str]:
    return [found["body"] for found in _BLOCK.finditer(README) if found["language"] in languages]


def examples() -> Iterator[Example]:
    """The `$ natoextract …` lines of console blocks; how to install is what the build itself tests."""
    for block in blocks("console", "shell", "sh", "bash"):
        for found in _COMMAND.finditer(block):
            if found["command"].startswith(("natoextract ", "python -m natoextract ")):
                yield Example(found["command"], found["output"])


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like the root of the checkout, where examples may leave files."""
    for name in ("fixtures", "benchmarks"):
        (tmp_path / name).symlink_to(FIXTURES.parent / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
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


@pytest.mark.parametrize("example", list(examples()), ids=lambda example: example.command)
def test_shell(example: Example, checkout: Path) -> None:
    output = run(example.command)
    if example.output.strip():
        wanted = re.sub(r"^…$", "...", example.output, flags=re.MULTILINE)
        assert doctest.OutputChecker().check_output(wanted, output, _OPTIONS), output


def run(command: str) -> str:
    """What a command prints. In this process where it can be: the model is loaded already."""
    if _SHELL.search(command):
        shell = re.sub(r"\bnatoextract (?=\w)", f"{shlex.quote(sys.executable)} -m natoextract ", command)
        return subprocess.run(shell, shell=True, capture_output=True, text=True, check=True).stdout
    arguments = shlex.split(command.removeprefix("python -m "), comments=True)[1:]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.skipif(not README.strip(), reason="the README is not written yet")
@pytest.mark.parametrize("name", [command.callback.__name__ for command in app.registered_commands if command.callback])
def test_every_command_is_documented(name: str) -> None:
    assert f"natoextract {name}" in README
