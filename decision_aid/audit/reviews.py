"""Review dates: none has passed."""

from __future__ import annotations

from collections.abc import Iterator

from decision_aid.audit.content import Content
from decision_aid.rulebook.problems import Problem


def overdue(content: Content) -> Iterator[Problem]:
    """Yield each option that was to be looked at again before the day of the check.

    The site starts all the same, and the page of the option says so.
    """
    for option in content.rulebook.options.values():
        if option.review_by < content.today:
            yield content.option_file(option.id).problem(
                ("review_by",),
                f"the review was due on {option.review_by}: review it and set a new date.",
            )
