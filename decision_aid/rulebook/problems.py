"""What is wrong with a rulebook, and where.

RulebookError
    raised once, after everything was looked at; holds every Problem
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A spot in a rule file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing to mend: where it stands, and what was found against what is allowed."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class RulebookError(Exception):
    """The rulebook cannot be used; ``problems`` lists every reason, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


MOST_NAMES_SHOWN = 12


def unknown(kind: str, found: object, allowed: Iterable[str]) -> str:
    """Return the message for a name that does not exist, with the nearest one that does."""
    names = sorted(set(allowed))
    near = get_close_matches(str(found), names, n=1, cutoff=0.6)
    hint = f'; did you mean "{near[0]}"?' if near else "."
    if len(names) > MOST_NAMES_SHOWN:
        return f'unknown {kind} "{found}"{hint}'
    listed = ", ".join(names) if names else "none"
    return f'unknown {kind} "{found}"{hint} Allowed: {listed}.'
