"""``decision-aid cases``: run the worked cases."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from decision_aid.cases import load_cases, run_case
from decision_aid.cli.knowledge import plain_errors, rulebook_from, rules_folder, rules_option
from decision_aid.engine.run import Engine


@click.group()
def cases() -> None:
    """Worked cases: people made up for teaching and testing."""


@cases.command("run")
@rules_option
@plain_errors
def run(*, folder: Path | None) -> None:
    """Run every worked case on both readings and say what came out otherwise."""
    rulebook = rulebook_from(folder)
    engine = Engine.of(rulebook)
    loaded = load_cases(rules_folder(folder), rulebook)
    failed = 0
    for case in loaded:
        faults = run_case(case, rulebook, engine)
        failed += bool(faults)
        for fault in faults:
            click.echo(f"{case.file}: {case.id}: {fault}")
    click.echo(f"{len(loaded) - failed} of {len(loaded)} cases came out as expected.")
    sys.exit(1 if failed else 0)
