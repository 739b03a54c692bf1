"""The reference reading: what a condition means, in plain Python.

It reads answers directly, while the engine reads flat facts, so the two check each
other from the answers on. It shares no code with :mod:`decision_aid.engine`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from decision_aid.rulebook.conditions import (
    All,
    AnswerLeaf,
    AnyOf,
    Condition,
    FindingLeaf,
    Operator,
)
from decision_aid.rulebook.model import STAGES, Rule, Rulebook

Answer = str | tuple[str, ...] | int


def holds(
    condition: Condition, answers: Mapping[str, Answer], findings: Collection[str] = ()
) -> bool:
    """Tell whether a condition holds.

    Args:
        condition: the tree, as loaded.
        answers: what was asked and answered; a missing answer makes a leaf about it
            false, negated or not.
        findings: ids of the findings derived so far; any other is false.
    """
    if isinstance(condition, All):
        return all(holds(part, answers, findings) for part in condition.parts)
    if isinstance(condition, AnyOf):
        return any(holds(part, answers, findings) for part in condition.parts)
    if isinstance(condition, FindingLeaf):
        return (condition.finding in findings) != condition.negated
    return _leaf_holds(condition, answers)


def _leaf_holds(leaf: AnswerLeaf, answers: Mapping[str, Answer]) -> bool:
    answer = answers.get(leaf.field)
    if answer is None:
        return False
    if isinstance(leaf.operand, int):
        if not isinstance(answer, int):
            return False
        reached = (
            answer >= leaf.operand if leaf.operator is Operator.AT_LEAST else answer <= leaf.operand
        )
        return reached != leaf.negated
    if leaf.operator is Operator.INCLUDES:
        chosen = answer if isinstance(answer, tuple) else ()
        return (leaf.operand[0] in chosen) != leaf.negated
    return (answer in leaf.operand) != leaf.negated


def fired_in_reference(rulebook: Rulebook, answers: Mapping[str, Answer]) -> frozenset[str]:
    """Return the ids of all rules that fire, stage by stage and level by level.

    An urgent sign, or a reason to stop, ends the reading after the first stage.
    """
    stages: dict[tuple[int, int], list[Rule]] = {}
    for rule in rulebook.rules:
        stages.setdefault((STAGES.index(rule.stage), rule.level), []).append(rule)
    fired: set[str] = set()
    findings: set[str] = set()
    for (stage, _), rules in sorted(stages.items(), key=lambda item: item[0]):
        now = [rule for rule in rules if holds(rule.when, answers, findings)]
        fired.update(rule.id for rule in now)
        findings.update(rule.effect.target for rule in now if rule.effect.kind == "finding")
        if stage == 0 and any(rule.effect.kind in {"urgency", "stop"} for rule in now):
            break
    return frozenset(fired)
