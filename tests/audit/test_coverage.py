import pytest

from decision_aid.audit.coverage import coverage_of, deciding
from decision_aid.rulebook.conditions import All, AnyOf, FindingLeaf

A, B, C = (FindingLeaf(name) for name in "abc")
NOT_A = FindingLeaf("a", negated=True)


@pytest.mark.parametrize(
    ("condition", "found", "positions"),
    [
        (A, "", {0}),
        (All((A, B)), "ab", {0, 1}),
        (All((A, B)), "a", {1}),
        (All((A, B)), "", set()),
        (AnyOf((A, B)), "", {0, 1}),
        (AnyOf((A, B)), "b", {1}),
        (AnyOf((A, B)), "ab", set()),
        (All((A, AnyOf((B, C)))), "ab", {0, 1}),
        (All((A, AnyOf((B, C)))), "a", {1, 2}),
        (AnyOf((All((A, B)), C)), "b", {0, 2}),
        (All((NOT_A, B)), "b", {0, 1}),
        (All(()), "", set()),
    ],
)
def test_a_part_decides_when_turning_it_turns_the_whole(condition, found, positions):
    assert positions == deciding(condition, {}, set(found))


def test_each_rule_names_the_cases_in_which_it_fires(whole):
    fired_in = coverage_of(whole()).fired_in

    assert ("knee-that-burns",) == fired_in["knee-needle-ask-1"]
    assert {"knee-that-burns", "sore-knee-untried"} <= set(fired_in["sore-knee"])


def test_what_comes_after_an_urgent_sign_is_not_read(whole):
    content = whole(
        (
            "cases/more.yaml",
            "answers: {urgent_low: [saddle]}",
            "answers: {urgent_low: [saddle], tried_exercise: helped}",
        )
    )
    fired_in = coverage_of(content).fired_in["exercise-ask-1"]

    assert "exercise-helped-all-over" in fired_in
    assert "saddle" not in fired_in


def test_what_comes_after_an_urgent_sign_decides_nothing(whole):
    before = coverage_of(whole()).undecided["exercise-ask-1"]
    content = whole(("cases/more.yaml", "urgent_low: [none_of_these]", "urgent_low: [saddle]"))

    assert () == before
    assert (1,) == coverage_of(content).undecided["exercise-ask-1"]


def test_an_answer_that_was_not_asked_for_makes_no_rule_fire(whole):
    place = "main_region: knee"
    content = whole(("cases/knee.yaml", place, f"{place}\n      urgent_low: [saddle]"))

    assert "knee-that-burns" not in coverage_of(content).fired_in["saddle-numbness"]
