"""Whether the worked cases prove the rules: each one fires, and each condition decides."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from decision_aid.audit.content import Content
from decision_aid.questionnaire.journey import journey_of
from decision_aid.rulebook.conditions import All, AnyOf, Condition, leaves
from decision_aid.rulebook.evaluate import Answer, fired_in_reference, holds
from decision_aid.rulebook.model import Rule
from decision_aid.rulebook.points import sentence_of
from decision_aid.rulebook.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the worked cases show of the rules.

    Attributes:
        fired_in: for each rule, the ids of the cases in which it fires.
        undecided: for each rule, the positions of those of its conditions, from left to
            right, that decide in no case.
    """

    fired_in: Mapping[str, tuple[str, ...]]
    undecided: Mapping[str, tuple[int, ...]]


def coverage_of(content: Content) -> Coverage:
    """Read every rule in every case."""
    rulebook = content.rulebook
    fired_in: dict[str, list[str]] = {rule.id: [] for rule in rulebook.rules}
    waiting = {rule.id: set(range(len(tuple(leaves(rule.when))))) for rule in rulebook.rules}
    for case in content.cases:
        counted = journey_of(rulebook, case.answers).counted
        fired = fired_in_reference(rulebook, counted)
        found = {
            rule.effect.target
            for rule in rulebook.rules
            if rule.id in fired and rule.effect.kind == "finding"
        }
        ended = any(
            rule.id in fired and rule.effect.kind in {"urgency", "stop"} for rule in rulebook.rules
        )
        for rule in rulebook.rules:
            if rule.id in fired:
                fired_in[rule.id].append(case.id)
            if waiting[rule.id] and (rule.stage == "urgent" or not ended):
                waiting[rule.id] -= deciding(rule.when, counted, found)
    return Coverage(
        {name: tuple(cases) for name, cases in fired_in.items()},
        {name: tuple(sorted(left)) for name, left in waiting.items()},
    )


def deciding(
    condition: Condition, answers: Mapping[str, Answer], findings: Collection[str]
) -> frozenset[int]:
    """Return the positions of the leaves whose truth alone decides the condition here."""
    return frozenset(_read(condition, answers, findings, 0)[1])


def _read(
    condition: Condition, answers: Mapping[str, Answer], findings: Collection[str], start: int
) -> tuple[bool, set[int], int]:
    """Return the truth of a condition, which leaves decide it, and where the next leaf stands."""
    if not isinstance(condition, All | AnyOf):
        return holds(condition, answers, findings), {start}, start + 1
    neutral = isinstance(condition, All)
    parts = []
    for part in condition.parts:
        truth, decide, start = _read(part, answers, findings, start)
        parts.append((truth, decide))
    others = [truth for truth, _ in parts if truth is not neutral]
    decisive: set[int] = set()
    for truth, decide in parts:
        # A part decides when every other part leaves the outcome to it.
        if len(others) == (truth is not neutral):
            decisive |= decide
    return (not others) is neutral, decisive, start


def rules_without_a_case(content: Content, coverage: Coverage) -> Iterator[Problem]:
    """Yield each rule that fires in no worked case."""
    for rule in content.rulebook.rules:
        if not coverage.fired_in[rule.id]:
            yield Problem(
                _place(rule),
                f'the rule "{rule.id}" fires in no worked case: add a person for whom it does '
                "to rules/cases/.",
            )


def conditions_without_a_case(content: Content, coverage: Coverage) -> Iterator[Problem]:
    """Yield each condition that decides in no worked case."""
    for rule in content.rulebook.rules:
        listed = tuple(leaves(rule.when))
        for at in coverage.undecided[rule.id]:
            says = sentence_of(listed[at], content.rulebook)
            yield Problem(
                listed[at].place or _place(rule),
                f'no worked case turns on this part of the rule "{rule.id}": {says}. '
                "Add a person for whom all else in the rule fits.",
            )


def options_that_never_come_up(content: Content, coverage: Coverage) -> Iterator[Problem]:
    """Yield each option about which no own rule speaks in any worked case."""
    for option in content.rulebook.options.values():
        if not any(coverage.fired_in[rule.id] for rule in option.rules):
            yield content.option_file(option.id).problem(
                ("rules",), f'no rule of "{option.id}" fires in any worked case.'
            )


def _place(rule: Rule) -> Place:
    places = (leaf.place for leaf in leaves(rule.when))
    return next((place for place in places if place), Place(rule.file, 1, 1))
