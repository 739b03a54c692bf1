"""A made-up person, so that a test reads like a sentence about one.

>>> from tests.support.shipped import shipped_engine, shipped_rulebook
>>> someone = Person.told(shipped_rulebook(), shipped_engine(), main_region="knee")
>>> someone.is_asked("back_spread"), someone.urgency
(False, None)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from decision_aid.engine.run import Engine
from decision_aid.overview.model import Overview
from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.journey import Journey, journey_of
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import NONE_OF_THESE, Field, Question, Rulebook

#: What a person says who tells nothing that is urgent and nothing that matters for safety.
CALM: Mapping[str, Answer] = {"age_band": "18_49", "country": "uk", "safe_now": "no"}


@dataclass(frozen=True)
class Person:
    """Someone who has answered; what was not told is answered in the calmest way."""

    rulebook: Rulebook
    engine: Engine
    answers: Answers

    @classmethod
    def told(cls, rulebook: Rulebook, engine: Engine, **told: Answer | list[str] | None) -> Person:
        """Return a person who told this; None means that the question was left open."""
        given: dict[str, Answer | None] = {}
        for name, value in told.items():
            field = rulebook.fields[name]
            given[name] = tuple(value) if isinstance(value, list) else value
            if field.kind == "many" and isinstance(value, str):
                given[name] = (value,)
        answers = Answers.of({name: value for name, value in given.items() if value is not None})
        while calm := dict(_calm(journey_of(rulebook, answers, so_far=True), {*given, *answers})):
            answers = answers.changed(calm)
        return cls(rulebook, engine, answers)

    def but(self, **told: Answer | list[str]) -> Person:
        """Return the same person with other answers."""
        return Person.told(self.rulebook, self.engine, **{**self.answers, **told})

    @cached_property
    def journey(self) -> Journey:
        return journey_of(self.rulebook, self.answers)

    @cached_property
    def overview(self) -> Overview:
        return overview_of(self.answers, self.rulebook, self.engine)

    @property
    def urgency(self) -> str | None:
        return self.overview.urgency

    @property
    def signs(self) -> set[str]:
        return {told.sign.id for told in self.overview.signs}

    @property
    def notes(self) -> set[str]:
        return {note.id for note in self.overview.notes}

    @property
    def findings(self) -> set[str]:
        return {finding.id for finding in self.overview.findings}

    @property
    def asked(self) -> list[str]:
        """The ids of the questions asked, in order."""
        return [question.id for screen in self.journey.screens for question in screen.questions]

    def is_asked(self, question: str) -> bool:
        return question in self.asked

    def offered(self, question: str) -> list[str]:
        """The choices (or rows, for a matrix) that a question offers this person."""
        found = next(q for s in self.journey.screens for q in s.questions if q.id == question)
        return [choice.id for choice in found.rows or found.choices]

    def section_of(self, option: str) -> str | None:
        """The section an option stands in; None when the overview shows none."""
        entry = self.overview.entry(option)
        return entry.section if entry else None

    def arguments_about(self, option: str) -> set[str]:
        entry = self.overview.entry(option)
        return {argument.rule for argument in entry.arguments} if entry else set()

    def is_told_to_ask_about(self, option: str) -> bool:
        return self.section_of(option) == "worth-asking"


def _calm(journey: Journey, told: set[str]) -> list[tuple[str, Answer]]:
    return [
        (field.id, answer)
        for screen in journey.screens
        for question in screen.questions
        for field in question.fields
        if field.id not in told and (answer := _calmest(question, field)) is not None
    ]


def _calmest(question: Question, field: Field) -> Answer | None:
    if field.id in CALM:
        return CALM[field.id] if CALM[field.id] in field.choices else field.choices[-1]
    if question.sign_of:
        return "no"
    if question.counts_as_not_sure and NONE_OF_THESE in field.choices:
        return (NONE_OF_THESE,)
    return None
