"""``decision-aid overview``: what the rules say to a file of answers."""

from __future__ import annotations

import json
from pathlib import Path

import click

from decision_aid.cli.knowledge import fail, plain_errors, rulebook_from, rules_option
from decision_aid.engine.run import Engine
from decision_aid.overview.as_json import as_json as overview_as_json
from decision_aid.overview.model import SECTION_HEADINGS, SECTIONS, Overview
from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.answers import read_answers
from decision_aid.rulebook.documents import Document, document_of

#: Larger than any honest answer file: all questions answered make about 8 KB.
MOST_BYTES = 64 * 1024


@click.command()
@click.argument("answers", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The whole overview for programs.")
@rules_option
@plain_errors
def overview(*, answers: Path, as_json: bool, folder: Path | None) -> None:
    """Show what the rules say to ANSWERS, a YAML or JSON file of question ids and choices."""
    raw = _read(answers)
    rulebook = rulebook_from(folder)
    if isinstance(raw, dict) and set(raw) == {"answers"}:
        raw = raw["answers"]
    result = overview_of(read_answers(raw, rulebook), rulebook, Engine.of(rulebook))
    if as_json:
        click.echo(json.dumps(overview_as_json(result), ensure_ascii=False, indent=2))
    else:
        _print(result)


def _read(path: Path) -> object:
    try:
        if path.stat().st_size > MOST_BYTES:
            fail(f"{path}: larger than {MOST_BYTES // 1024} KB, so this is no file of answers.")
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        fail(f"{path}: there is no such file.")
    except (OSError, UnicodeDecodeError) as error:
        fail(f"{path}: cannot be read as text ({type(error).__name__}).")
    document = document_of(text, str(path))
    if not isinstance(document, Document):
        fail("\n".join(str(problem) for problem in document))
    return document.root


def _print(result: Overview) -> None:
    click.echo(
        f"Edition {result.edition}. Educational, not a diagnosis; no clinician has reviewed it."
    )
    if result.urgency:
        click.echo(f"\nUrgent: {result.urgency}")
        for told in result.signs:
            click.echo(f"- {told.sign.says}{' (not sure)' if told.unsure else ''}")
        return
    if result.stop:
        click.echo(f"\n{result.stop.title}")
        return
    for note in result.notes:
        click.echo(f"\nTell your team: {note.title}. {note.tell}")
    for section in SECTIONS:
        click.echo(f"\n{SECTION_HEADINGS[section]}")
        for entry in result.section(section):
            click.echo(f"- {entry.option.name}")
            for argument in entry.arguments:
                click.echo(f"    {argument.kind}: {argument.because}")
