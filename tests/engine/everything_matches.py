"""Rules of which every one matches, for the engine's limits; run in a process of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from decision_aid.engine.compile import rulesets_of
from decision_aid.engine.run import Engine
from decision_aid.rulebook.check import MOST_BRANCHES, MOST_GROUPS
from decision_aid.rulebook.conditions import All, AnswerLeaf, AnyOf, Condition, Operator
from decision_aid.rulebook.load import load_rulebook
from decision_aid.rulebook.model import Field, Rule, Rulebook
from tests.support.rules import rule
from tests.support.shipped import shipped_rulebook

_NAMES = count()


def told() -> AnswerLeaf:
    """Return a test on a question of its own, which everyone answers with yes."""
    return AnswerLeaf(f"q{next(_NAMES)}", Operator.IS, ("yes",))


def shapes() -> Iterator[tuple[str, list[Rule]]]:
    """Yield sets of rules that stand at the limits of what the loader lets through."""
    yield "one leaf each", [rule(f"r{n}", told()) for n in range(2 * MOST_BRANCHES)]
    same = told()
    yield "one leaf for all", [rule(f"r{n}", same) for n in range(2 * MOST_BRANCHES)]
    yield "one wide branch", [rule("r", AnyOf(tuple(told() for _ in range(MOST_BRANCHES))))]
    six = tuple(AnyOf(tuple(told() for _ in range(6))) for _ in range(2))
    yield "a product of branches", [rule("r", All(six))]
    two = tuple(AnyOf((told(), told())) for _ in range(5))
    yield "many small branches", [rule("r", All(two))]
    pairs = tuple(All((told(), told())) for _ in range(MOST_GROUPS - 1))
    yield "as many groups as may be", [rule(f"r{n}", AnyOf(pairs)) for n in range(4)]
    deep: Condition = told()
    for n in range(MOST_GROUPS):
        deep = (AnyOf if n % 2 else All)((deep, told()))
    yield "as deep as may be", [rule("r", deep)]
    long = All(tuple(told() for _ in range(100)))
    yield "long conditions", [rule(f"r{n}", long) for n in range(3)]


def shipped() -> Iterator[tuple[str, list[Rule]]]:
    """Yield each ruleset of the shipped rules with every test made true."""
    for ruleset in rulesets_of(shipped_rulebook().rules):
        yield (
            ruleset.name,
            [rule(r.id, _all_true(r.when), file="rules/x.yaml") for r in ruleset.rules],
        )


def _all_true(condition: Condition) -> Condition:
    if isinstance(condition, All | AnyOf):
        return type(condition)(tuple(_all_true(part) for part in condition.parts))
    return told()


def everything_fires(small: Rulebook, rules: list[Rule]) -> bool:
    answers = {f"q{n}": "yes" for n in range(next(_NAMES))}
    fields = {name: Field(name, "one", "pain", name, ("yes",)) for name in answers}
    rulebook = replace(small, rules=tuple(rules), fields=fields, findings={})
    return Engine.of(rulebook).fired(answers) == {r.id for r in rules}


if __name__ == "__main__":
    minimal = load_rulebook(Path("tests/rulebook/minimal"))
    for name, rules in {"shapes": shapes, "shipped": shipped}[sys.argv[1]]():
        sys.stdout.write(f"{name} {everything_fires(minimal, rules)}\n")
