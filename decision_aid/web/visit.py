"""One person's visit, as it is kept in the sealed cookie between two pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import session

from decision_aid.questionnaire.answers import Answers, AnswersError, read_answers
from decision_aid.rulebook.evaluate import Answer
from decision_aid.web.knowledge import knowledge

ANSWERS, VISITED, NOTICED = "answers", "visited", "noticed"


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit holds.

    Attributes:
        answers: everything that was answered, also what no longer fits.
        visited: screens that were sent at least once.
        noticed: notices that were shown before the person went on.
    """

    answers: Answers
    visited: frozenset[str] = frozenset()
    noticed: frozenset[str] = frozenset()

    def on(self, screen: str, answers: Answers, notices: frozenset[str]) -> Visit:
        """Return the visit after a screen was sent."""
        return replace(
            self, answers=answers, visited=self.visited | {screen}, noticed=self.noticed | notices
        )


def visit() -> Visit:
    """Return the visit of this request; a new one when nothing is kept or it cannot be used.

    After a change of the rules some answers may name choices that are gone. Those are
    left out one by one, so that the others stay.
    """
    raw = session.get(ANSWERS, {})
    rulebook = knowledge().rulebook
    kept: dict[str, Answer] = {}
    for name, value in raw.items() if isinstance(raw, dict) else ():
        try:
            kept.update(read_answers({name: value}, rulebook))
        except AnswersError:
            continue
    return Visit(
        Answers.of(kept),
        frozenset(session.get(VISITED, ())),
        frozenset(session.get(NOTICED, ())),
    )


def save(current: Visit) -> None:
    """Keep a visit in the cookie of this response."""
    session[ANSWERS] = dict(current.answers)
    session[VISITED] = sorted(current.visited)
    session[NOTICED] = sorted(current.noticed)


def clear() -> None:
    """Forget everything about this visit."""
    session.clear()
    session.modified = True
