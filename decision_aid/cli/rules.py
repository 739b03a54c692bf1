"""``decision-aid rules``: check the rulebook, explain an option."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from decision_aid.cases import load_cases
from decision_aid.cli.knowledge import (
    fail,
    plain_errors,
    rulebook_from,
    rules_folder,
    rules_option,
)
from decision_aid.rulebook.describe import sentence_of
from decision_aid.rulebook.load import load_rulebook
from decision_aid.rulebook.problems import unknown


@click.group()
def rules() -> None:
    """Check the rules, or read what they say about an option."""


@rules.command("check")
@rules_option
@plain_errors
def check(*, folder: Path | None) -> None:
    """Check every rule file and every case file, and report all problems at once."""
    rulebook = load_rulebook(rules_folder(folder), datetime.now(UTC).date())
    cases = load_cases(rules_folder(folder), rulebook)
    click.echo(
        f"{len(rulebook.options)} options, {len(rulebook.rules)} rules, "
        f"{len(rulebook.findings)} findings, {len(rulebook.signs)} urgent signs, "
        f"{len(rulebook.sources)} sources and {len(cases)} cases: nothing to mend."
    )


@rules.command("explain")
@click.argument("option")
@rules_option
@plain_errors
def explain(*, option: str, folder: Path | None) -> None:
    """Say in plain sentences when OPTION comes up, what comes first, and what asks for care."""
    rulebook = rulebook_from(folder)
    if option not in rulebook.options:
        fail(unknown("option", option, rulebook.options))
    chosen = rulebook.options[option]
    click.echo(f"{chosen.name} ({chosen.id})\n{chosen.one_line}")
    words = {"ask": "Worth asking about", "first": "Another step first", "caution": "With care"}
    for rule in rulebook.rules_about(option):
        click.echo(f"\n{words[rule.effect.value]} [{rule.id}]")
        click.echo(f"  when {sentence_of(rule.when, rulebook)}")
        click.echo(f"  because {rule.because}")
        for name in rule.cites:
            source = rulebook.sources[name]
            parts = (source.by, source.title, str(source.year or "no year shown"))
            click.echo(f"  source: {'. '.join(part for part in parts if part)}")
