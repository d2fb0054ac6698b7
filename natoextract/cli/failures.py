"""What a failing input or output does to a command: one line on standard error, and exit code 1."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from natoextract.intake import InputError


@contextmanager
def failing_cleanly() -> Iterator[None]:
    """Say which input or output failed and why, and leave with 1."""
    try:
        yield
    except InputError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    except OSError as error:
        # a pipe that its reader has closed has no name
        if error.filename is None:
            raise
        typer.echo(f"{error.filename}: it cannot be opened ({error.strerror})", err=True)
        raise typer.Exit(1) from error
