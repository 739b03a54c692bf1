"""Small rules for tests of the engine, without files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from decision_aid.rulebook.conditions import Condition
from decision_aid.rulebook.model import Effect, Field, Rule, Rulebook

CHOICES = ("a", "b", "true", "1", "01")
FIELDS = {
    "one": Field("one", "one", "pain", "one", CHOICES),
    "other": Field("other", "one", "pain", "other", CHOICES),
    "many": Field("many", "many", "pain", "many", CHOICES),
    "number": Field("number", "number", "pain", "number", low=0, high=10),
}


def rule(name: str, when: Condition, file: str = "rules/options/x.yaml", **parts: object) -> Rule:
    effect = Effect("argument", "exercise", "ask")
    return Rule(
        **{"id": name, "file": file, "stage": "options", "when": when, "effect": effect, **parts}
    )


def with_rules(rulebook: Rulebook, rules: Iterable[Rule]) -> Rulebook:
    """Return the rulebook with these rules in place of its own, and the fields above."""
    return replace(rulebook, rules=tuple(rules), fields=FIELDS, findings={})
