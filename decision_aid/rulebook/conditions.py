"""Conditions as frozen trees: one tree, read in several ways.

A condition is a leaf (a question compared with something, or a finding) or a
branch (all of, any of). There is no "not" branch: when a rule file is loaded,
each ``not`` is pushed down to the leaves, which carry it as ``negated``. Every
reading (the engine's, the reference one, the sentence) works on that one form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as attribute
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decision_aid.rulebook.problems import Place


class Operator(StrEnum):
    """How a leaf compares an answer with its operand."""

    IS = "is"
    ANY_OF = "any_of"
    INCLUDES = "includes"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class AnswerLeaf:
    """A comparison of one answer.

    Attributes:
        field: id of the question, or of the matrix row.
        operator: how the answer is compared.
        operand: choice ids (one, except for ``any_of``), or one whole number.
        negated: the comparison must fail, on an answer that was given.
        place: where the leaf stands in the rule files, if it was read from one.
    """

    field: str
    operator: Operator
    operand: tuple[str, ...] | int
    negated: bool = False
    place: Place | None = attribute(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class FindingLeaf:
    """True when a rule derived the finding (or, negated, when none did)."""

    finding: str
    negated: bool = False
    place: Place | None = attribute(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is; with no parts, always true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when at least one part is; with no parts, never true."""

    parts: tuple[Condition, ...]


Leaf = AnswerLeaf | FindingLeaf
Condition = All | AnyOf | AnswerLeaf | FindingLeaf

ALWAYS = All(())


def leaves(condition: Condition) -> Iterator[Leaf]:
    """Yield every leaf of the tree, from left to right."""
    if isinstance(condition, All | AnyOf):
        for part in condition.parts:
            yield from leaves(part)
    else:
        yield condition


def fields_read(condition: Condition) -> frozenset[str]:
    """Return the ids of the questions and matrix rows that the condition reads itself."""
    return frozenset(leaf.field for leaf in leaves(condition) if isinstance(leaf, AnswerLeaf))


def findings_read(condition: Condition) -> frozenset[str]:
    """Return the ids of the findings that the condition reads itself."""
    return frozenset(leaf.finding for leaf in leaves(condition) if isinstance(leaf, FindingLeaf))


def branches(condition: Condition) -> int:
    """Return how many branches of the condition can match one person at the same time.

    The engine turns a condition into alternatives and counts each that matches.
    An ``any_of`` on a question with one answer is many alternatives of which only
    one can match, so it counts as one.
    """
    if isinstance(condition, All):
        product = 1
        for part in condition.parts:
            product *= branches(part)
        return product
    if isinstance(condition, AnyOf):
        return sum(branches(part) for part in condition.parts)
    return 1


def groupings(condition: Condition) -> int:
    """Return how many groups of tests (all of, any of) the engine makes of the condition."""
    if isinstance(condition, All | AnyOf):
        return (len(condition.parts) > 1) + sum(groupings(part) for part in condition.parts)
    if isinstance(condition, AnswerLeaf) and isinstance(condition.operand, tuple):
        return int(len(condition.operand) > 1)
    return 0
