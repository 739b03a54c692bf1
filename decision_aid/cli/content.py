"""``decision-aid content``: what the content covers."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from decision_aid.audit.content import Content
from decision_aid.audit.effort import MOST_MINUTES, MOST_SCREENS, median_effort
from decision_aid.audit.report import report_of
from decision_aid.audit.translations import FileState, skeletons, states_of
from decision_aid.cli.knowledge import BAD_INPUT, plain_errors, rules_folder, rules_option
from decision_aid.language import NAMES, SOURCE
from decision_aid.rulebook.translate import FOLDER, read_translation


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


@content.command("translations")
@click.argument("files", nargs=-1)
@click.option("--write", is_flag=True, help="Give every text a place in its translation file.")
@rules_option
@plain_errors
def translations(*, files: tuple[str, ...], write: bool, folder: Path | None) -> None:
    """List, for each language, what of the rules is translated, missing or out of date.

    With --write, FILES (such as options/no-procedure.yaml) join those that are begun.
    """
    home = rules_folder(folder)
    documents = Content.of(home, datetime.now(UTC).date()).of_the_edition
    at_fault = False
    for language in (name for name in NAMES if name != SOURCE):
        if write:
            known = read_translation(home, language)
            for name, text in skeletons(documents, known, frozenset(files)):
                path = home / FOLDER / language / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        states = tuple(states_of(documents, read_translation(home, language)))
        width = max(len(state.file) for state in states)
        for state in states:
            click.echo(f"{language}  {state.file:{width}}  {_how_far(state)}")
        for state in states:
            _say_what_is_open(state)
        at_fault = at_fault or any(state.is_at_fault for state in states)
    if at_fault:
        sys.exit(BAD_INPUT)


def _how_far(state: FileState) -> str:
    counts = {
        "missing": sum(text.state == "missing" for text in state.open),
        "stale": sum(text.state == "stale" for text in state.open),
        "left over": len(state.left_over),
    }
    found = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    optional = "" if state.must_be_whole else " (may stay English)"
    signed = "signed" if state.is_signed else "not signed"
    return f"{state.texts:>4} texts  {found or f'complete, {signed}'}{optional if found else ''}"


def _say_what_is_open(state: FileState) -> None:
    """Name each text that has to be mended, where it stands."""
    for place in state.left_over:
        click.echo(f"{place}: this text is no longer in rules/{state.file}.", err=True)
    stale = [text for text in state.open if state.must_be_whole or text.state == "stale"]
    for text in stale:
        click.echo(f"{text.place}: {text.state}: {text.english}", err=True)


@content.command("effort")
@rules_option
@plain_errors
def effort(*, folder: Path | None) -> None:
    """Tell how much the questions ask of people: screens, words, choices, minutes.

    The middle of the worked cases that go all the way. The minutes are worked out from rates
    of reading and choosing that others measured; nobody was timed with this aid yet.
    """
    found = Content.of(rules_folder(folder), datetime.now(UTC).date())
    middle = median_effort(found.cases, found.rulebook)
    for name, value, target in (
        ("screens", middle.screens, f" (target: {MOST_SCREENS} or fewer)"),
        ("places for an answer", middle.questions, ""),
        ("words", middle.words, ""),
        ("choices and presses", middle.choices, ""),
        ("minutes as in a survey", middle.minutes_as_in_a_survey, f" (target: {MOST_MINUTES})"),
        ("minutes word by word", middle.minutes_word_by_word, ""),
    ):
        click.echo(f"{name:24}{value:8,.1f}{target}")
