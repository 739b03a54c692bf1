"""Rules into durable-rules rulesets.

A ruleset holds the rules of one file, one stage and one level, split where it could
reach the engine's limits. Each has one rule that is always true, since a fact that
matches nothing leaves the engine in a state that crashes the process later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from decision_aid.facts.derive import Fact, choice_key, finding_key
from decision_aid.rulebook.check import MOST_BRANCHES
from decision_aid.rulebook.conditions import (
    All,
    AnswerLeaf,
    AnyOf,
    Condition,
    FindingLeaf,
    Leaf,
    Operator,
    branches,
    leaves,
)
from decision_aid.rulebook.model import STAGES, Rule, Stage

ALWAYS_TRUE = {"case": 1}
ALWAYS_TRUE_NAME = "always"

#: A test on the fact, as durable-rules reads it.
Pattern = dict[str, object]


@dataclass(frozen=True, slots=True)
class Ruleset:
    """Rules that the engine weighs together.

    Attributes:
        keys: the fields of the fact that the rules read.
        anchors: tests of which at least one holds whenever any of the rules does.
    """

    name: str
    stage: Stage
    level: int
    rules: tuple[Rule, ...]
    keys: frozenset[str]
    anchors: tuple[Leaf, ...]

    def may_match(self, fact: Fact) -> bool:
        """Tell whether any rule could fire on a fact; False means that none can.

        Asking this in Python costs microseconds, and a ruleset that is not asked saves
        the engine's round trip of 40: a person's pain concerns few of the options.
        """
        return any(_may_hold(anchor, fact) for anchor in self.anchors)


def rulesets_of(rules: Iterable[Rule]) -> tuple[Ruleset, ...]:
    """Return the rulesets for all rules, in the order in which they run."""
    groups: dict[tuple[Stage, str, int], list[Rule]] = {}
    for rule in rules:
        groups.setdefault((rule.stage, rule.file, rule.level), []).append(rule)
    rulesets = []
    for (stage, file, level), members in sorted(
        groups.items(), key=lambda item: (STAGES.index(item[0][0]), item[0][2], item[0][1])
    ):
        for i, part in enumerate(_packed(members)):
            name = f"{stage}-{level}-{file}-{i}"
            keys = frozenset(_key(leaf) for rule in part for leaf in leaves(rule.when))
            anchors = tuple(dict.fromkeys(a for rule in part for a in _anchors(rule.when)))
            rulesets.append(Ruleset(name, part[0].stage, level, tuple(part), keys, anchors))
    return tuple(rulesets)


#: The anchor of a condition that holds for everybody.
_ANYBODY = FindingLeaf("", negated=True)


def _anchors(condition: Condition) -> tuple[Leaf, ...]:
    """Return leaves of which at least one holds whenever the condition does.

    Where all parts must hold any part will do: the one with the fewest leaves, else the
    first, which authors make the most telling one.
    """
    if isinstance(condition, All):
        parts = [_anchors(part) for part in condition.parts]
        return min(parts, key=len) if parts else (_ANYBODY,)
    if isinstance(condition, AnyOf):
        return tuple(anchor for part in condition.parts for anchor in _anchors(part))
    return (condition,)


def _may_hold(leaf: Leaf, fact: Fact) -> bool:
    """Tell whether a leaf may hold on a fact; for a comparison, whether there is an answer."""
    value = fact.get(_key(leaf))
    if isinstance(leaf, FindingLeaf):
        return bool(value) != leaf.negated
    if isinstance(leaf.operand, int) or value is None:
        return value is not None
    if leaf.operator is Operator.INCLUDES:
        return bool(value) != leaf.negated
    return (value in leaf.operand) != leaf.negated


def _packed(rules: list[Rule]) -> Iterator[list[Rule]]:
    """Yield the rules in runs whose branches together stay within the engine's limits."""
    run: list[Rule] = []
    weight = 0
    for rule in rules:
        added = branches(rule.when)
        if run and weight + added > MOST_BRANCHES:
            yield run
            run, weight = [], 0
        run.append(rule)
        weight += added
    if run:
        yield run


def definition_of(
    ruleset: Ruleset, action: Callable[[str], Callable[[object], None]]
) -> dict[str, dict[str, object]]:
    """Return a ruleset in the form that the engine compiles.

    Args:
        ruleset: the rules.
        action: gives, for a rule id, the one-parameter function that the engine calls
            when the rule fires. (With two parameters the engine would run only one.)
    """
    definition = {
        rule.id: {"all": [{"m": pattern_of(rule.when)}], "run": action(rule.id)}
        for rule in ruleset.rules
    }
    always = {"all": [{"m": dict(ALWAYS_TRUE)}], "run": action(ALWAYS_TRUE_NAME)}
    return {**definition, ALWAYS_TRUE_NAME: always}


def pattern_of(condition: Condition) -> Pattern:
    """Return a condition as a test on the flat fact."""
    if isinstance(condition, All):
        return _joined("$and", condition.parts)
    if isinstance(condition, AnyOf):
        return _joined("$or", condition.parts)
    return _leaf_pattern(condition)


def _joined(word: str, parts: tuple[Condition, ...]) -> Pattern:
    if not parts:
        return dict(ALWAYS_TRUE)
    if len(parts) == 1:
        return pattern_of(parts[0])
    return {word: [pattern_of(part) for part in parts]}


def _leaf_pattern(leaf: Leaf) -> Pattern:
    key = _key(leaf)
    if isinstance(leaf, FindingLeaf):
        return {key: int(not leaf.negated)}
    if isinstance(leaf.operand, int):
        return _number_pattern(leaf, leaf.operand)
    if leaf.operator is Operator.INCLUDES:
        return {key: int(not leaf.negated)}
    if leaf.negated:
        tests: list[Pattern] = [{"$neq": {key: choice}} for choice in leaf.operand]
        return tests[0] if len(tests) == 1 else {"$and": tests}
    tests = [{key: choice} for choice in leaf.operand]
    return tests[0] if len(tests) == 1 else {"$or": tests}


def _number_pattern(leaf: AnswerLeaf, number: int) -> Pattern:
    words = {
        (Operator.AT_LEAST, False): "$gte",
        (Operator.AT_LEAST, True): "$lt",
        (Operator.AT_MOST, False): "$lte",
        (Operator.AT_MOST, True): "$gt",
    }
    return {words[leaf.operator, leaf.negated]: {leaf.field: number}}


def _key(leaf: Leaf) -> str:
    if isinstance(leaf, FindingLeaf):
        return finding_key(leaf.finding)
    if leaf.operator is Operator.INCLUDES and isinstance(leaf.operand, tuple):
        return choice_key(leaf.field, leaf.operand[0])
    return leaf.field
