"""``decision-aid overview``: what the rules say to a file of answers."""

from __future__ import annotations

import json
from pathlib import Path

import click
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from decision_aid.cli.knowledge import fail, plain_errors, rulebook_from, rules_option
from decision_aid.engine.run import Engine
from decision_aid.overview.as_json import as_json as overview_as_json
from decision_aid.overview.model import SECTIONS, Overview
from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.answers import read_answers

#: Larger than any honest answer file: all questions answered make about 8 KB.
MOST_BYTES = 64 * 1024

HEADINGS = {
    "worth-asking": "Worth asking about",
    "with-care": "Fits what you told us, with care",
    "after-other-steps": "Usually comes after other steps",
    "other": "Other options",
}


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
    try:
        return YAML(typ="safe").load(text)
    except (YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        fail(f"{path}{where}: this is not valid YAML or JSON.")


def _print(result: Overview) -> None:
    click.echo(f"Edition {result.edition}. Educational, not a diagnosis; no clinician has reviewed it.")
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
        click.echo(f"\n{HEADINGS[section]}")
        for entry in result.section(section):
            click.echo(f"- {entry.option.name}")
            for argument in entry.arguments:
                click.echo(f"    {argument.kind}: {argument.because}")
