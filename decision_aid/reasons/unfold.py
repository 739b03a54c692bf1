"""Conditions taken back to the answers they rest on.

A condition reads findings, findings read answers, and a question is only asked when
others were answered in a certain way. A ground has all of that unfolded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.journey import Journey
from decision_aid.reasons.grounds import (
    ALWAYS,
    Answered,
    Chose,
    Every,
    Ground,
    Said,
    Some,
    Told,
    Value,
    every,
    some,
)
from decision_aid.rulebook.conditions import All, AnswerLeaf, AnyOf, Condition, Operator
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import NOT_SURE, Question, Rule, Rulebook


@dataclass(frozen=True, slots=True)
class Grounds:
    """The grounds of every rule about an option, and of every rule that ends the overview.

    They hold nothing of any person, so they are worked out once for an edition.

    Attributes:
        of_rule: for each rule about an option, what it rests on.
        closing: what the rules rest on that call for help or stop the aid.
        not_sure: questions whose missing answer counts as *not sure*.
    """

    of_rule: Mapping[str, Ground]
    closing: tuple[Ground, ...]
    not_sure: Mapping[str, Answer]

    @classmethod
    def of(cls, rulebook: Rulebook) -> Grounds:
        """Take every rule of a rulebook back to the answers."""
        reader = _Reader(rulebook)
        of_rule = {
            rule.id: reader.ground(rule.when)
            for rule in rulebook.rules
            if rule.effect.kind == "argument"
        }
        closing = tuple(reader.ground(rule.when) for rule in rulebook.rules if _closes(rule))
        return cls(of_rule, closing, reader.not_sure)

    def told_by(self, journey: Journey, answers: Answers) -> Told:
        """Return what one person told, as grounds read it.

        What was asked counts as it does for the rules. What is not asked now is kept, since
        it counts again once another answer leads back to its question.
        """
        asked = {f.id for s in journey.screens for q in s.questions for f in q.fields}
        kept = {name: answer for name, answer in answers.items() if name not in asked}
        return Told({**kept, **journey.counted}, self.not_sure)


def _closes(rule: Rule) -> bool:
    return rule.stage == "urgent" and rule.effect.kind in {"urgency", "stop"}


@dataclass(slots=True)
class _Reader:
    """Takes the conditions of one rulebook back to the answers."""

    rulebook: Rulebook
    _found: dict[str, Ground] = field(default_factory=dict)
    _asked: dict[str, Ground] = field(default_factory=dict)

    @property
    def not_sure(self) -> dict[str, Answer]:
        return {
            f.id: (NOT_SURE,) if f.kind == "many" else NOT_SURE
            for question in self.rulebook.questions
            if question.counts_as_not_sure
            for f in question.fields
        }

    def ground(self, condition: Condition) -> Ground:
        if isinstance(condition, All):
            return every(self.ground(part) for part in condition.parts)
        if isinstance(condition, AnyOf):
            return some(self.ground(part) for part in condition.parts)
        if isinstance(condition, AnswerLeaf):
            return every((self.asked(condition.field), self._test(condition)))
        name = condition.finding
        if name not in self._found:
            self._found[name] = self.ground(self.rulebook.findings[name].when)
        found = self._found[name]
        return self.turned(found) if condition.negated else found

    def turned(self, ground: Ground) -> Ground:
        """Return the ground that holds exactly when this one does not."""
        if isinstance(ground, Every):
            return some(self.turned(part) for part in ground.parts)
        if isinstance(ground, Some):
            return every(self.turned(part) for part in ground.parts)
        if isinstance(ground, Chose):
            return replace(ground, chosen=not ground.chosen)
        if isinstance(ground, Answered):
            return replace(ground, given=not ground.given)
        return Said(ground.field, (self._values(ground.field) | {None}) - ground.values)

    def asked(self, name: str) -> Ground:
        """Return what must have been told for the question, or the row, to be asked."""
        if name not in self._asked:
            question = self.rulebook.asked_by[name]
            row = next((row for row in question.rows if row.id == name), None)
            conditions = (question.when, row.when if row else None)
            self._asked[name] = every(self.ground(when) for when in conditions if when)
        return self._asked[name]

    def _test(self, leaf: AnswerLeaf) -> Ground:
        if leaf.operator is Operator.INCLUDES:
            choice = str(leaf.operand[0])  # type: ignore[index]
            offered = self._offered(leaf.field, choice)
            chosen = every((Chose(leaf.field, choice), offered))
            return every((Answered(leaf.field), self.turned(chosen))) if leaf.negated else chosen
        values = self._values(leaf.field)
        if isinstance(leaf.operand, tuple):
            fitting = values & set(leaf.operand)
        elif leaf.operator is Operator.AT_LEAST:
            fitting = frozenset(n for n in values if isinstance(n, int) and n >= leaf.operand)
        else:
            fitting = frozenset(n for n in values if isinstance(n, int) and n <= leaf.operand)
        return Said(leaf.field, values - fitting if leaf.negated else fitting)

    def _values(self, name: str) -> frozenset[Value]:
        known = self.rulebook.fields[name]
        if known.kind == "number":
            return frozenset(range(known.low, known.high + 1))
        return frozenset(known.choices)

    def _offered(self, name: str, choice: str) -> Ground:
        question: Question = self.rulebook.asked_by[name]
        when = next(c.when for c in question.choices if c.id == choice)
        return self.ground(when) if when else ALWAYS
