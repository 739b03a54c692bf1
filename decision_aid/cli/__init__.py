"""The command line: the same pipeline without a web server."""

from __future__ import annotations

import click

from decision_aid.cli.cases import cases
from decision_aid.cli.content import content
from decision_aid.cli.overview import overview
from decision_aid.cli.questions import questions
from decision_aid.cli.rules import rules


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="decision-aid", prog_name="decision-aid")
def main() -> None:
    """Look inside the decision aid: its questions, its rules, and what they say to answers.

    It is for learning and for preparing a consultation. It does not diagnose.
    """


for command in (questions, overview, rules, cases, content):
    main.add_command(command)
