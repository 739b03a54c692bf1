"""Which rules folder the commands read, and how they fail."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import NoReturn, ParamSpec, TypeVar

import click

from decision_aid.engine.run import EngineError
from decision_aid.pipeline import ReadingsDiffer
from decision_aid.questionnaire.answers import AnswersError
from decision_aid.resources import ResourceMissing, resource_dir
from decision_aid.rulebook.load import load_rulebook
from decision_aid.rulebook.model import Rulebook
from decision_aid.rulebook.problems import RulebookError

Args = ParamSpec("Args")
Result = TypeVar("Result")

#: Exit status for anything that the person who typed the command can mend.
BAD_INPUT = 2

rules_option = click.option(
    "--rules",
    "folder",
    type=click.Path(path_type=Path),
    envvar="DECISION_AID_RULES",
    help="Another rules folder. Without it, the one that came with the program.",
)


def rules_folder(folder: Path | None) -> Path:
    """Return the folder to read: the one asked for, else the shipped one."""
    return folder or resource_dir("rules")


def rulebook_from(folder: Path | None) -> Rulebook:
    """Return the checked rulebook of a folder."""
    return load_rulebook(rules_folder(folder))


def fail(message: str) -> NoReturn:
    """Say what is wrong on standard error and leave with status 2."""
    click.echo(message, err=True)
    sys.exit(BAD_INPUT)


def plain_errors(command: Callable[Args, Result]) -> Callable[Args, Result]:
    """Turn the errors that the program knows into a message instead of a traceback."""

    @wraps(command)
    def guarded(*args: Args.args, **kwargs: Args.kwargs) -> Result:
        try:
            return command(*args, **kwargs)
        except RulebookError as error:
            fail(f"{error}\n{len(error.problems)} to mend in the rules.")
        except AnswersError as error:
            fail(str(error))
        except (EngineError, ReadingsDiffer, ResourceMissing) as error:
            fail(f"The program cannot answer: {error}.")

    return guarded
