"""The way through the questionnaire: what is asked, what counts, what comes next.

Pure functions of the rulebook and the answers. *Asked* means that the question fits
what was told on earlier screens. An answer to a question that no longer fits is kept
by the caller, but it does not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from decision_aid.questionnaire.answers import Answers
from decision_aid.rulebook.evaluate import Answer, holds
from decision_aid.rulebook.model import NOT_SURE, Choice, Question, Rulebook, Screen


@dataclass(frozen=True, slots=True)
class Journey:
    """One person's way, worked out once from all their answers.

    Attributes:
        screens: the screens that fit, in order, each with only the questions, rows and
            choices that fit.
        counted: the answers that count: asked, and still offered. Where a missing
            answer could hide a danger it counts as *not sure*.
        unanswered: ids of urgent lists and signs that were asked and not answered.
        after: ids of the screens that come after the first look at the overview.
    """

    screens: tuple[Screen, ...]
    counted: Mapping[str, Answer]
    unanswered: tuple[str, ...]
    after: frozenset[str]

    @property
    def before_overview(self) -> tuple[Screen, ...]:
        """Return the screens that come before the first look at the overview."""
        return tuple(screen for screen in self.screens if screen.id not in self.after)

    def screen(self, name: str) -> Screen | None:
        """Return a screen that fits, or None."""
        return next((screen for screen in self.screens if screen.id == name), None)

    def is_answered(self, screen: Screen, answers: Answers) -> bool:
        """Tell whether every answer that a screen requires was given."""
        return all(
            field.id in answers and field.id in self.counted
            for question in screen.questions
            if question.required
            for field in question.fields
        )

    def next_after(self, name: str) -> Screen | None:
        """Return the screen behind *name* in its part of the way; None at the end of the part."""
        part = [s for s in self.screens if (s.id in self.after) == (name in self.after)]
        names = [screen.id for screen in part]
        later = part[names.index(name) + 1 :] if name in names else part
        return later[0] if later else None

    def previous_to(self, name: str) -> Screen | None:
        """Return the screen before *name* in its part of the way, or None at its start."""
        part = [s for s in self.screens if (s.id in self.after) == (name in self.after)]
        names = [screen.id for screen in part]
        place = names.index(name) if name in names else 0
        return part[place - 1] if place else None

    def first_open(self, answers: Answers) -> Screen | None:
        """Return the first screen before the overview whose required answers are missing."""
        return next((s for s in self.before_overview if not self.is_answered(s, answers)), None)


def journey_of(rulebook: Rulebook, answers: Answers, *, so_far: bool = False) -> Journey:
    """Work out the way that fits the answers, screen by screen.

    Args:
        rulebook: the questions.
        answers: everything that was answered, also what no longer fits.
        so_far: leave what is missing open, instead of counting it as *not sure*.
    """
    counted: dict[str, Answer] = {}
    screens: list[Screen] = []
    unanswered: list[str] = []
    for screen in rulebook.screens:
        fitting = tuple(_fitting_questions(screen, counted))
        for question in fitting:
            counted.update(_counting(question, answers, so_far=so_far))
            if question.role == "urgent" and question.counts_as_not_sure:
                unanswered += [f.id for f in question.fields if f.id not in answers]
        if fitting:
            screens.append(replace(screen, questions=fitting))
    after = frozenset(
        screen.id
        for section in rulebook.sections
        if section.after_overview
        for screen in section.screens
    )
    return Journey(tuple(screens), counted, tuple(unanswered), after)


def _fitting_questions(screen: Screen, counted: Mapping[str, Answer]) -> Iterator[Question]:
    for question in screen.questions:
        if not _fits(question, counted):
            continue
        rows = tuple(row for row in question.rows if _fits(row, counted))
        choices = tuple(choice for choice in question.choices if _fits(choice, counted))
        if question.type == "matrix" and not rows:
            continue
        yield replace(question, rows=rows, choices=choices)


def _fits(part: Question | Choice, counted: Mapping[str, Answer]) -> bool:
    return part.when is None or holds(part.when, counted)


def _counting(
    question: Question, answers: Answers, *, so_far: bool
) -> Iterator[tuple[str, Answer]]:
    for field in question.fields:
        answer = answers.get(field.id)
        if isinstance(answer, tuple):
            answer = tuple(choice for choice in answer if choice in field.choices) or None
        elif isinstance(answer, str) and field.kind == "one" and answer not in field.choices:
            answer = None
        if answer is None and question.counts_as_not_sure and not so_far:
            answer = (NOT_SURE,) if field.kind == "many" else NOT_SURE
        if answer is not None:
            yield field.id, answer
