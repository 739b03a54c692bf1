import pytest

from decision_aid.rulebook.conditions import ALWAYS, All, AnswerLeaf, AnyOf, FindingLeaf, Operator
from decision_aid.rulebook.evaluate import fired_in_reference, holds

IS_BACK = ("place", Operator.IS, ("back",))
IN_BACK_OR_HIP = ("place", Operator.ANY_OF, ("back", "hip"))
INCLUDES_ACHE = ("words", Operator.INCLUDES, ("ache",))
AT_LEAST_5 = ("strength", Operator.AT_LEAST, 5)
AT_MOST_5 = ("strength", Operator.AT_MOST, 5)

TABLE = [
    (IS_BACK, "back", True),
    (IS_BACK, "hip", False),
    (IN_BACK_OR_HIP, "hip", True),
    (IN_BACK_OR_HIP, "knee", False),
    (INCLUDES_ACHE, ("burning", "ache"), True),
    (INCLUDES_ACHE, ("burning",), False),
    (AT_LEAST_5, 5, True),
    (AT_LEAST_5, 4, False),
    (AT_MOST_5, 5, True),
    (AT_MOST_5, 6, False),
]


@pytest.mark.parametrize(("leaf", "answer", "holding"), TABLE, ids=str)
def test_a_leaf_compares_the_answer(leaf, answer, holding):
    assert holding is holds(AnswerLeaf(*leaf), {leaf[0]: answer})


@pytest.mark.parametrize(("leaf", "answer", "holding"), TABLE, ids=str)
def test_a_negated_leaf_on_an_answer_is_the_opposite(leaf, answer, holding):
    assert (not holding) is holds(AnswerLeaf(*leaf, negated=True), {leaf[0]: answer})


@pytest.mark.parametrize("negated", [False, True], ids=["plain", "negated"])
@pytest.mark.parametrize(
    "leaf", [IS_BACK, IN_BACK_OR_HIP, INCLUDES_ACHE, AT_LEAST_5, AT_MOST_5], ids=str
)
def test_a_leaf_about_an_unanswered_question_is_false_both_ways(leaf, negated):
    assert holds(AnswerLeaf(*leaf, negated=negated), {"other": "back"}) is False


def test_a_number_is_not_compared_with_a_text():
    assert holds(AnswerLeaf(*AT_LEAST_5), {"strength": "7"}) is False
    assert holds(AnswerLeaf(*AT_LEAST_5, negated=True), {"strength": "3"}) is False


def test_a_finding_is_true_when_derived_and_false_otherwise():
    assert holds(FindingLeaf("f"), {}, {"f"})
    assert not holds(FindingLeaf("f"), {}, {"g"})
    assert holds(FindingLeaf("f", negated=True), {}, {"g"})
    assert not holds(FindingLeaf("f", negated=True), {}, {"f"})


F, G = FindingLeaf("f"), FindingLeaf("g")


@pytest.mark.parametrize(
    ("condition", "findings", "holding"),
    [
        (All((F, G)), "fg", True),
        (All((F, G)), "f", False),
        (AnyOf((F, G)), "g", True),
        (AnyOf((F, G)), "", False),
        (ALWAYS, "", True),
        (AnyOf(()), "fg", False),
    ],
    ids=["all of all", "one of all", "one of any", "none of any", "always", "never"],
)
def test_branches_join_their_parts(condition, findings, holding):
    assert holding is holds(condition, {}, set(findings))


def test_findings_build_on_findings(tiny):
    assert {"sore-knee", "sore-knee-that-burns", "knee-needle-ask-1"} <= fired_in_reference(
        tiny, {"main_region": "knee", "pain_features": ("burning",)}
    )


def test_an_urgent_sign_ends_the_reading(tiny):
    assert {"saddle-numbness"} == fired_in_reference(
        tiny, {"main_region": "knee", "urgent_low": ("saddle",)}
    )


def test_a_reason_to_stop_ends_the_reading(tiny):
    assert {"under-18"} == fired_in_reference(tiny, {"main_region": "knee", "age_band": "under_18"})


def test_a_notice_does_not_end_the_reading(tiny):
    assert {"all-over", "note--blood-thinner"} == fired_in_reference(
        tiny, {"main_region": "all_over", "medicines": ("blood_thinner",)}
    )
