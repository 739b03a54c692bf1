"""Both sides in equal room: benefits and harms, and what expert groups say."""

from __future__ import annotations

from collections.abc import Iterator

from decision_aid.audit.content import Content
from decision_aid.rulebook.problems import Problem
from decision_aid.rulebook.records import Statement

#: Words about benefits for each word about harms (IPDAS-C1; standards, section 1.2).
LEAST, MOST = 0.67, 1.5


def unbalanced(content: Content) -> Iterator[Problem]:
    """Yield each option whose benefits and harms do not get about the same room."""
    for option in content.rulebook.options.values():
        benefit, harm = _words(option.benefits), _words(option.harms)
        if not LEAST <= benefit / harm <= MOST:
            yield content.option_file(option.id).problem(
                ("benefits",) if benefit > harm else ("harms",),
                f"{benefit} words on benefits and {harm} on harms: write between {LEAST} and "
                f"{MOST} words on benefits for each word on harms.",
            )


def one_sided(content: Content) -> Iterator[Problem]:
    """Yield each option for which only one side is quoted and nothing says why."""
    for option in content.rulebook.options.values():
        stances = {position.stance for position in option.positions}
        if len(stances - {"mixed"}) == 1 and "mixed" not in stances and not option.position_gap:
            (stance,) = stances
            yield content.option_file(option.id).problem(
                ("positions",),
                f'every position is "{stance}": add one of the other side, '
                "or position_gap says that none was found.",
            )


def _words(statements: tuple[Statement, ...]) -> int:
    return sum(len(statement.text.split()) for statement in statements)
