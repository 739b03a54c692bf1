"""Conditions in plain sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from decision_aid.language import gettext as _
from decision_aid.language import mark
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

#: What a condition on a number says, by operator and whether it is negated.
NUMBERS_SAID = {
    (Operator.AT_LEAST, False): mark('the answer to "{ask}" is {number} or more'),
    (Operator.AT_LEAST, True): mark('the answer to "{ask}" is less than {number}'),
    (Operator.AT_MOST, False): mark('the answer to "{ask}" is {number} or less'),
    (Operator.AT_MOST, True): mark('the answer to "{ask}" is more than {number}'),
}
#: What a condition on choices says, by whether it is about one of many and whether negated.
CHOICES_SAID = {
    (False, False): mark('the answer to "{ask}" is {chosen}'),
    (False, True): mark('the answer to "{ask}" is not {chosen}'),
    (True, False): mark('the answer to "{ask}" includes {chosen}'),
    (True, True): mark('the answer to "{ask}" does not include {chosen}'),
}


def sentence_of(condition: Condition, rulebook: Rulebook) -> str:
    """Return the condition as a phrase: "pain down the leg, and the answer to … is …"."""
    if isinstance(condition, All):
        return _joined(condition.parts, _(" and "), rulebook) or _("always")
    if isinstance(condition, AnyOf):
        return _joined(condition.parts, _(" or "), rulebook) or _("never")
    if isinstance(condition, FindingLeaf):
        says = rulebook.findings[condition.finding].says
        return _('not found: "{says}"').format(says=says) if condition.negated else f'"{says}"'
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
        said = NUMBERS_SAID[leaf.operator, leaf.negated]
        return _(said).format(ask=ask, number=leaf.operand)
    chosen = _(" or ").join(f'"{choice_text(leaf.field, c, rulebook)}"' for c in leaf.operand)
    said = CHOICES_SAID[leaf.operator is Operator.INCLUDES, leaf.negated]
    return _(said).format(ask=ask, chosen=chosen)


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
