"""Which answers belong to one pain, and which to the person, whatever hurts.

History, treatments, tests and safety facts stay when a second pain is looked at. What is
asked about the pain itself, its urgent signs, and lists that differ from place to place
are asked anew.
"""

from __future__ import annotations

from decision_aid.questionnaire.answers import Answers
from decision_aid.rulebook.model import Question, Rulebook


def fields_of_one_pain(rulebook: Rulebook) -> frozenset[str]:
    """Return the ids of the places for an answer about one pain alone."""
    return frozenset(
        field.id
        for question in rulebook.questions
        if _is_about_one_pain(question)
        for field in question.fields
    )


def _is_about_one_pain(question: Question) -> bool:
    differs = any(choice.when for choice in question.choices)
    return question.role in {"pain", "urgent"} or differs


def parted(answers: Answers, own: frozenset[str]) -> tuple[Answers, Answers]:
    """Return the answers about one pain, whose fields are *own*, and those about the person."""
    return (
        Answers.of({name: answers[name] for name in answers if name in own}),
        Answers.of({name: answers[name] for name in answers if name not in own}),
    )
