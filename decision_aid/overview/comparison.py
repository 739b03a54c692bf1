"""Options side by side: the same rows for each, and numbers of one row out of as many people.

Carrying on without a procedure is always one of them and stands first; the others follow
in order of name. Nothing here reads an answer.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from decision_aid.overview.numbers import MOST_PEOPLE, Numbers, numbers_of, on_scale
from decision_aid.rulebook.model import Rulebook
from decision_aid.rulebook.records import Option, Outcome

#: Options beside "no procedure". Four columns are what a page and a sheet of paper hold.
MOST_OPTIONS = 3

Side = Literal["benefit", "harm"]
SIDES: tuple[Side, ...] = ("benefit", "harm")


@dataclass(frozen=True, slots=True)
class Compared:
    """One option of a comparison.

    Attributes:
        numbers: what was counted, on either side, out of as many people as beside it.
    """

    option: Option
    numbers: Mapping[Side, tuple[Numbers, ...]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Options side by side.

    Attributes:
        people: for each side, out of how many people all its numbers are counted.
    """

    compared: tuple[Compared, ...]
    people: Mapping[Side, int]


def comparison_of(chosen: Collection[str], rulebook: Rulebook) -> Comparison:
    """Return the chosen options beside carrying on without a procedure."""
    options = sorted(
        (o for o in rulebook.options.values() if o.kind == "no-procedure" or o.id in chosen),
        key=lambda option: (option.kind != "no-procedure", option.name.lower()),
    )
    people = {side: _people(options, side) for side in SIDES}
    compared = tuple(
        Compared(option, {side: _numbers(option, side, people[side]) for side in SIDES})
        for option in options
    )
    return Comparison(compared, people)


def _outcomes(option: Option, side: Side) -> list[Outcome]:
    return [outcome for outcome in option.outcomes if outcome.side == side]


def _people(options: list[Option], side: Side) -> Literal[100, 1000]:
    """Return 1,000 when one number of the row is that small, else 100 (RC16)."""
    small = any(outcome.people == MOST_PEOPLE for o in options for outcome in _outcomes(o, side))
    return 1000 if small else 100


def _numbers(option: Option, side: Side, people: Literal[100, 1000]) -> tuple[Numbers, ...]:
    return tuple(numbers_of(on_scale(o, people), option.name) for o in _outcomes(option, side))
