import pytest

from decision_aid.rulebook.conditions import All, AnswerLeaf, AnyOf, FindingLeaf, Operator
from decision_aid.rulebook.describe import answer_in_words, answers_behind, label_of, told

BURNS = AnswerLeaf("pain_features", Operator.INCLUDES, ("burning",))
STRONG = AnswerLeaf("pain_average", Operator.AT_LEAST, 7)
EXERCISE = AnswerLeaf("tried_exercise", Operator.IS, ("helped",))
SORE, BURNING = FindingLeaf("sore-knee"), FindingLeaf("sore-knee-that-burns")


@pytest.mark.parametrize(
    ("field", "answer", "words"),
    [
        ("main_region", "knee", "Where does it hurt most? Knee"),
        ("pain_features", ("burning", "ache"), "Which of these fit? Burning; A dull ache"),
        ("pain_average", 7, "How strong is it? 7"),
        ("tried_exercise", "helped", "Exercise: Helped"),
        ("main_region", "gone", "Where does it hurt most? gone"),
    ],
    ids=["one", "many", "number", "row of a matrix", "a choice that no longer exists"],
)
def test_an_answer_is_told_with_its_question(tiny, field, answer, words):
    assert words == answer_in_words(field, answer, tiny)


def test_told_gives_what_makes_the_condition_hold_and_nothing_else(tiny):
    condition = All((SORE, AnyOf((BURNING, STRONG, EXERCISE))))
    answers = {"main_region": "knee", "pain_average": 8, "tried_exercise": "not_tried"}

    assert ("The knee hurts", "How strong is it? 8") == told(
        condition, answers, {"sore-knee"}, tiny
    )


def test_told_says_nothing_twice(tiny):
    assert ("The knee hurts",) == told(All((SORE, SORE)), {}, {"sore-knee"}, tiny)


def test_told_leaves_out_what_was_not_found_and_what_is_internal(tiny):
    condition = All(
        (FindingLeaf("concerns--knee-needle"), FindingLeaf("sore-knee-that-burns", negated=True))
    )

    assert () == told(condition, {}, {"concerns--knee-needle"}, tiny)


def test_behind_a_condition_stand_the_answers_of_its_findings_too(tiny):
    condition = All((BURNING, AnyOf((STRONG, EXERCISE))))
    answers = {
        "main_region": "knee",
        "pain_features": ("burning", "ache"),
        "pain_average": 8,
        "tried_exercise": "not_tried",
    }

    assert {
        "main_region": "knee",
        "pain_features": ("burning",),
        "pain_average": 8,
    } == answers_behind(condition, answers, {"sore-knee", "sore-knee-that-burns"}, tiny)


def test_where_a_choice_must_be_missing_all_that_were_chosen_stand_behind_it(tiny):
    without = AnswerLeaf("pain_features", Operator.INCLUDES, ("burning",), negated=True)

    assert {"pain_features": ("ache", "swollen")} == answers_behind(
        without, {"pain_features": ("ache", "swollen")}, (), tiny
    )


def test_behind_a_finding_that_was_not_derived_stands_no_answer(tiny):
    assert {} == answers_behind(FindingLeaf("sore-knee", negated=True), {}, (), tiny)


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("duration", "How long:"),
        ("night", None),
        ("tried_exercise", "Exercise or physiotherapy:"),
    ],
)
def test_a_label_stands_before_an_answer(rulebook, field, label):
    assert (label or rulebook.asked_by[field].ask) == label_of(field, rulebook)
