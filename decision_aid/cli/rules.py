"""``decision-aid rules``: check the rulebook, explain an option."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from decision_aid.audit.checks import Result, results_of
from decision_aid.audit.content import Content
from decision_aid.audit.ipdas import claims_of
from decision_aid.cli.knowledge import (
    BAD_INPUT,
    fail,
    plain_errors,
    rulebook_from,
    rules_folder,
    rules_option,
)
from decision_aid.rulebook.points import sentence_of
from decision_aid.rulebook.problems import unknown


@click.group()
def rules() -> None:
    """Check the rules, or read what they say about an option."""


@rules.command("check")
@rules_option
@plain_errors
def check(*, folder: Path | None) -> None:
    """Check every rule file and every case file, and report all problems at once."""
    content = Content.of(rules_folder(folder), datetime.now(UTC).date())
    claims_of(content)
    rulebook = content.rulebook
    results = tuple(results_of(content))
    width = max(len(result.check.says) for result in results)
    for result in results:
        click.echo(_line(result, width))
    click.echo(
        f"\n{len(rulebook.options)} options, {len(rulebook.rules)} rules, "
        f"{len(rulebook.findings)} findings, {len(rulebook.signs)} urgent signs, "
        f"{len(rulebook.sources)} sources and {len(content.cases)} cases."
    )
    problems = [problem for result in results for problem in result.problems]
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        click.echo(f"{len(problems)} to mend in the rules.", err=True)
        sys.exit(BAD_INPUT)
    click.echo("Nothing to mend.")


def _line(result: Result, width: int) -> str:
    found = f"{len(result.problems)} to mend" if result.problems else "holds"
    check = result.check
    return f"{check.says:{width}}  {result.looked_at:>6,} looked at  {found:<12} {check.standard}"


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
