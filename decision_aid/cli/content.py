"""``decision-aid content``: what the content covers."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from decision_aid.audit.content import Content
from decision_aid.audit.report import report_of
from decision_aid.cli.knowledge import plain_errors, rules_folder, rules_option


@click.group()
def content() -> None:
    """Look at the content as a whole."""


@content.command("report")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    help="Write the report to this file instead of showing it.",
)
@rules_option
@plain_errors
def report(*, output: Path | None, folder: Path | None) -> None:
    """Write what is covered: options by field, rules by case, readability by page."""
    text = report_of(Content.of(rules_folder(folder), datetime.now(UTC).date()))
    if output is None:
        click.echo(text)
        return
    output.write_text(f"{text}\n", encoding="utf-8")
    click.echo(f"Wrote {output}.")
