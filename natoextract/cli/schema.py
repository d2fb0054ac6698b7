"""`natoextract schema`."""

import json

import typer


def schema() -> None:
    """Print the JSON Schema of an Article."""
    from natoextract.schema import Article

    typer.echo(json.dumps(Article.model_json_schema(), ensure_ascii=False, indent=2))
