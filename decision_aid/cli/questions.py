"""``decision-aid questions``: what is asked, of whom, with which answers."""

from __future__ import annotations

import json
from pathlib import Path

import click

from decision_aid.cli.knowledge import plain_errors, rulebook_from, rules_option
from decision_aid.rulebook.model import Choice, Question, Rulebook
from decision_aid.rulebook.points import sentence_of


@click.command()
@click.option(
    "--json", "as_json", is_flag=True, help="For programs: ids, types, choices, when asked."
)
@rules_option
@plain_errors
def questions(*, as_json: bool, folder: Path | None) -> None:
    """List every question with its id, its choices and when it is asked."""
    rulebook = rulebook_from(folder)
    if as_json:
        listed = [_question(question, rulebook) for question in rulebook.questions]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for question in rulebook.questions:
        when = sentence_of(question.when, rulebook) if question.when else "always"
        click.echo(f"{question.id} ({question.type}): {question.ask}")
        click.echo(f"    asked: {when}")
        for row in question.rows:
            click.echo(f"    row {row.id}: {row.text}")
        for choice in question.choices:
            click.echo(f"    choice {choice.id}: {choice.text}")


def _question(question: Question, rulebook: Rulebook) -> dict[str, object]:
    listed: dict[str, object] = {
        "id": question.id,
        "type": question.type,
        "role": question.role,
        "ask": question.ask,
        "why": question.why,
        "required": question.required,
        "when": sentence_of(question.when, rulebook) if question.when else "always",
    }
    if question.type == "number":
        return {**listed, "min": question.low, "max": question.high}
    if question.type == "text":
        return {**listed, "most": question.most}
    if question.rows:
        listed["rows"] = [_choice(row, rulebook) for row in question.rows]
    return {**listed, "choices": [_choice(choice, rulebook) for choice in question.choices]}


def _choice(choice: Choice, rulebook: Rulebook) -> dict[str, object]:
    listed: dict[str, object] = {"id": choice.id, "text": choice.text}
    if choice.when:
        listed["when"] = sentence_of(choice.when, rulebook)
    if choice.exclusive:
        listed["exclusive"] = True
    return listed
