"""What came out, small enough to be kept: sections, and a fingerprint of each rule that fired."""

from __future__ import annotations

import hashlib
import json

from decision_aid.kept.model import CameOut
from decision_aid.overview.model import Overview
from decision_aid.rulebook.conditions import All, AnyOf, Condition, FindingLeaf
from decision_aid.rulebook.model import Rule, Rulebook

#: Letters of a digest: a changed rule keeps its own once in four thousand million times.
DIGEST_LETTERS = 8
#: What a rule does whose reason is kept, so that it can be told when the rule is gone; beside
#: these, patterns that people know by their words.
EXPLAINED = frozenset({"argument", "urgency"})


def came_out_of(overview: Overview, rulebook: Rulebook) -> CameOut:
    """Return what is kept of an overview."""
    fired = set(overview.fired)
    rules = [rule for rule in rulebook.rules if rule.id in fired]
    return CameOut(
        urgency=overview.urgency,
        stop=overview.stop.id if overview.stop else None,
        sections={entry.option.id: entry.section for entry in overview.entries},
        names={entry.option.id: entry.option.name for entry in overview.entries},
        rules={rule.id: digest_of(rule) for rule in rules},
        reasons={rule.id: rule.because for rule in rules if _is_explained(rule, rulebook)},
    )


def _is_explained(rule: Rule, rulebook: Rulebook) -> bool:
    finding = rulebook.findings.get(rule.effect.target)
    is_pattern = rule.effect.kind == "finding" and finding is not None and not finding.internal
    return is_pattern or rule.effect.kind in EXPLAINED


def digest_of(rule: Rule) -> str:
    """Return a fingerprint of when a rule fires and what it does then.

    The words of a rule, its sources and the order of the parts of its condition play no part.
    """
    effect = [rule.effect.kind, rule.effect.target, rule.effect.value]
    content = json.dumps([_plain(rule.when), effect])
    return hashlib.sha256(content.encode()).hexdigest()[:DIGEST_LETTERS]


def _plain(condition: Condition) -> list[object]:
    if isinstance(condition, All | AnyOf):
        parts = sorted((_plain(part) for part in condition.parts), key=json.dumps)
        return ["all" if isinstance(condition, All) else "any", parts]
    if isinstance(condition, FindingLeaf):
        return ["finding", condition.finding, condition.negated]
    operand = condition.operand
    if isinstance(operand, tuple):
        return ["answer", condition.field, condition.operator, sorted(operand), condition.negated]
    return ["answer", condition.field, condition.operator, operand, condition.negated]
