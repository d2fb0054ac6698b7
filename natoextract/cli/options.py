"""Options that several commands share."""

from typing import Annotated

import typer


def check_published(value: str | None) -> str | None:
    """A publication date in a known form, else a usage error that says which forms are taken."""
    if value is None:
        return None
    from natoextract.published import PublishedError, parse_published

    try:
        parse_published(value)
    except PublishedError as error:
        raise typer.BadParameter(str(error)) from error
    return value


Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        callback=check_published,
        help="Publication date of the articles: 2020-10-23, 2020-10, 2020 or 2020-10-01/2020-10-31.",
    ),
]
