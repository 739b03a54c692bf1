import pytest

from decision_aid.rulebook.conditions import (
    ALWAYS,
    All,
    AnswerLeaf,
    AnyOf,
    FindingLeaf,
    Operator,
    branches,
    fields_read,
    findings_read,
    groupings,
    leaves,
)
from decision_aid.rulebook.problems import Place

A = AnswerLeaf("a", Operator.IS, ("x",))
B = AnswerLeaf("b", Operator.INCLUDES, ("x",))
F = FindingLeaf("f")
G = FindingLeaf("g", negated=True)
ONE_OF_THREE = AnswerLeaf("a", Operator.ANY_OF, ("x", "y", "z"))
TREE = All((A, AnyOf((F, All((G, B))))))


def test_leaves_come_from_left_to_right():
    assert [A, F, G, B] == list(leaves(TREE))


def test_a_condition_knows_the_answers_it_reads():
    assert {"a", "b"} == fields_read(TREE)


def test_a_condition_knows_the_findings_it_reads_negated_ones_included():
    assert {"f", "g"} == findings_read(TREE)


def test_what_always_holds_reads_nothing():
    assert [] == list(leaves(ALWAYS))


@pytest.mark.parametrize(
    ("condition", "count"),
    [
        (A, 1),
        (ALWAYS, 1),
        (AnyOf((A, B, F)), 3),
        (All((A, B, F)), 1),
        (All((AnyOf((A, B)), AnyOf((F, G, A)))), 6),
        (AnyOf((All((AnyOf((A, B)), AnyOf((F, G)))), A)), 5),
        (ONE_OF_THREE, 1),
        (AnyOf(()), 0),
    ],
    ids=[
        "leaf",
        "always",
        "any",
        "all",
        "product",
        "sum of products",
        "one answer of three",
        "never",
    ],
)
def test_branches_that_can_match_together_are_counted(condition, count):
    assert count == branches(condition)


@pytest.mark.parametrize(
    ("condition", "count"),
    [
        (A, 0),
        (F, 0),
        (AnswerLeaf("n", Operator.AT_LEAST, 3), 0),
        (ONE_OF_THREE, 1),
        (AnyOf((A, B)), 1),
        (All((A,)), 0),
        (All((ONE_OF_THREE, AnyOf((F, G)))), 3),
    ],
    ids=["leaf", "finding", "number", "list of choices", "branch", "branch of one", "nested"],
)
def test_groups_of_tests_are_counted(condition, count):
    assert count == groupings(condition)


def test_where_a_leaf_stands_does_not_make_it_another_leaf():
    assert A == AnswerLeaf("a", Operator.IS, ("x",), place=Place("f", 1, 1))
    assert F == FindingLeaf("f", place=Place("f", 1, 1))
