"""Answers, and what was told of them, in plain words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from decision_aid.rulebook.conditions import (
    All,
    AnswerLeaf,
    AnyOf,
    Condition,
    FindingLeaf,
)
from decision_aid.rulebook.evaluate import Answer, holds
from decision_aid.rulebook.model import Rulebook


def told(
    condition: Condition,
    answers: Mapping[str, Answer],
    findings: Collection[str],
    rulebook: Rulebook,
) -> tuple[str, ...]:
    """Return what the person told that makes the condition hold, without repeats.

    Findings speak for themselves; an answer is given as the question and the choice.
    """
    return tuple(dict.fromkeys(_told(condition, answers, findings, rulebook)))


def _told(
    condition: Condition,
    answers: Mapping[str, Answer],
    findings: Collection[str],
    rulebook: Rulebook,
) -> Iterator[str]:
    if isinstance(condition, All | AnyOf):
        for part in condition.parts:
            if holds(part, answers, findings):
                yield from _told(part, answers, findings, rulebook)
    elif isinstance(condition, FindingLeaf):
        finding = rulebook.findings[condition.finding]
        if not condition.negated and not finding.internal:
            yield finding.says
    else:
        yield answer_in_words(condition.field, answers[condition.field], rulebook)


def answers_behind(
    condition: Condition,
    answers: Mapping[str, Answer],
    findings: Collection[str],
    rulebook: Rulebook,
) -> dict[str, Answer]:
    """Return the answers that make the condition hold, also those behind its findings.

    Of a list only the choices that count are kept. That a finding was not derived rests on
    no answer in particular.
    """
    behind: dict[str, Answer] = {}
    for leaf in _holding(condition, answers, findings, rulebook):
        given = answers[leaf.field]
        if isinstance(given, tuple):
            before = behind.get(leaf.field, ())
            counts = given if leaf.negated else leaf.operand
            behind[leaf.field] = tuple(c for c in given if c in counts or c in before)  # type: ignore[operator]
        else:
            behind[leaf.field] = given
    return behind


def _holding(
    condition: Condition,
    answers: Mapping[str, Answer],
    findings: Collection[str],
    rulebook: Rulebook,
) -> Iterator[AnswerLeaf]:
    if isinstance(condition, AnswerLeaf):
        yield condition
    elif isinstance(condition, FindingLeaf):
        if not condition.negated:
            when = rulebook.findings[condition.finding].when
            yield from _holding(when, answers, findings, rulebook)
    else:
        for part in condition.parts:
            if holds(part, answers, findings):
                yield from _holding(part, answers, findings, rulebook)


def answer_in_words(field: str, answer: Answer, rulebook: Rulebook) -> str:
    """Return a question and what was answered: "How long have you had this pain? A year"."""
    ask = ask_of(field, rulebook).rstrip(".:")
    mark = "" if ask.endswith("?") else ":"
    return f"{ask}{mark} {value_in_words(field, answer, rulebook)}"


def value_in_words(field: str, answer: Answer, rulebook: Rulebook) -> str:
    """Return what was answered, in the words of the choices."""
    if isinstance(answer, int):
        return str(answer)
    chosen = answer if isinstance(answer, tuple) else (answer,)
    return "; ".join(choice_text(field, choice, rulebook) for choice in chosen)


def choice_text(field: str, choice: str, rulebook: Rulebook) -> str:
    """Return the words of a choice."""
    question = rulebook.asked_by[field]
    return next((c.text for c in question.choices if c.id == choice), choice)


def label_of(field: str, rulebook: Rulebook) -> str:
    """Return what stands for a question before an answer: "How long:", or the question itself."""
    question = rulebook.asked_by[field]
    label = question.short if question.short and not question.rows else ask_of(field, rulebook)
    label = label.rstrip(".:")
    return label if label.endswith("?") else f"{label}:"


def ask_of(field: str, rulebook: Rulebook) -> str:
    """Return what was asked: the question, or the row of a matrix."""
    question = rulebook.asked_by[field]
    if question.type == "matrix":
        return next(row.text for row in question.rows if row.id == field)
    return question.ask


def inside_sentence(name: str) -> str:
    """Return a name as it stands inside a sentence; an acronym keeps its capitals.

    >>> inside_sentence("Low back"), inside_sentence("MILD in the low back")
    ('low back', 'MILD in the low back')
    """
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
