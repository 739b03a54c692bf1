"""Conditions in plain sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from decision_aid.rulebook.conditions import (
    All,
    AnswerLeaf,
    AnyOf,
    Condition,
    FindingLeaf,
    Operator,
)
from decision_aid.rulebook.evaluate import Answer, holds
from decision_aid.rulebook.model import Rulebook


def sentence_of(condition: Condition, rulebook: Rulebook) -> str:
    """Return the condition as a phrase: "pain down the leg, and the answer to … is …"."""
    if isinstance(condition, All):
        return _joined(condition.parts, " and ", rulebook) or "always"
    if isinstance(condition, AnyOf):
        return _joined(condition.parts, " or ", rulebook) or "never"
    if isinstance(condition, FindingLeaf):
        says = rulebook.findings[condition.finding].says
        return f'not found: "{says}"' if condition.negated else f'"{says}"'
    return _leaf_sentence(condition, rulebook)


def _joined(parts: tuple[Condition, ...], word: str, rulebook: Rulebook) -> str:
    texts = [
        f"({sentence_of(part, rulebook)})"
        if isinstance(part, All | AnyOf) and len(part.parts) > 1
        else sentence_of(part, rulebook)
        for part in parts
    ]
    return word.join(texts)


def _leaf_sentence(leaf: AnswerLeaf, rulebook: Rulebook) -> str:
    ask = _asked(leaf.field, rulebook)
    if isinstance(leaf.operand, int):
        words = {
            (Operator.AT_LEAST, False): f"is {leaf.operand} or more",
            (Operator.AT_LEAST, True): f"is less than {leaf.operand}",
            (Operator.AT_MOST, False): f"is {leaf.operand} or less",
            (Operator.AT_MOST, True): f"is more than {leaf.operand}",
        }
        return f'the answer to "{ask}" {words[leaf.operator, leaf.negated]}'
    chosen = " or ".join(f'"{choice_text(leaf.field, c, rulebook)}"' for c in leaf.operand)
    if leaf.operator is Operator.INCLUDES:
        verb = "does not include" if leaf.negated else "includes"
    else:
        verb = "is not" if leaf.negated else "is"
    return f'the answer to "{ask}" {verb} {chosen}'


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


def answer_in_words(field: str, answer: Answer, rulebook: Rulebook) -> str:
    """Return a question and what was answered: "How long have you had this pain? A year"."""
    ask = _asked(field, rulebook).rstrip(".:")
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


def _asked(field: str, rulebook: Rulebook) -> str:
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
