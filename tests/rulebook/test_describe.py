import pytest

from decision_aid.rulebook.conditions import ALWAYS, All, AnswerLeaf, AnyOf, FindingLeaf, Operator
from decision_aid.rulebook.describe import answer_in_words, sentence_of, told

KNEE = AnswerLeaf("main_region", Operator.IS, ("knee",))
KNEE_OR_BACK = AnswerLeaf("main_region", Operator.ANY_OF, ("knee", "low_back"))
BURNS = AnswerLeaf("pain_features", Operator.INCLUDES, ("burning",))
STRONG = AnswerLeaf("pain_average", Operator.AT_LEAST, 7)
LIGHT = AnswerLeaf("pain_average", Operator.AT_MOST, 2)
EXERCISE = AnswerLeaf("tried_exercise", Operator.IS, ("helped",))
SORE, BURNING = FindingLeaf("sore-knee"), FindingLeaf("sore-knee-that-burns")


def negated(leaf):
    return AnswerLeaf(leaf.field, leaf.operator, leaf.operand, negated=True)


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        (KNEE, 'the answer to "Where does it hurt most?" is "Knee"'),
        (negated(KNEE), 'the answer to "Where does it hurt most?" is not "Knee"'),
        (KNEE_OR_BACK, 'the answer to "Where does it hurt most?" is "Knee" or "Low back"'),
        (BURNS, 'the answer to "Which of these fit?" includes "Burning"'),
        (negated(BURNS), 'the answer to "Which of these fit?" does not include "Burning"'),
        (STRONG, 'the answer to "How strong is it?" is 7 or more'),
        (negated(STRONG), 'the answer to "How strong is it?" is less than 7'),
        (LIGHT, 'the answer to "How strong is it?" is 2 or less'),
        (negated(LIGHT), 'the answer to "How strong is it?" is more than 2'),
        (EXERCISE, 'the answer to "Exercise" is "Helped"'),
        (SORE, '"The knee hurts"'),
        (FindingLeaf("sore-knee", negated=True), 'not found: "The knee hurts"'),
        (ALWAYS, "always"),
        (AnyOf(()), "never"),
        (All((SORE, BURNING)), '"The knee hurts" and "The knee hurts and burns"'),
        (
            All((SORE, AnyOf((BURNING, SORE)))),
            '"The knee hurts" and ("The knee hurts and burns" or "The knee hurts")',
        ),
        (All((SORE, AnyOf((BURNING,)))), '"The knee hurts" and "The knee hurts and burns"'),
    ],
    ids=[
        "is", "is not", "any of", "includes", "does not include", "at least", "less than",
        "at most", "more than", "row of a matrix", "finding", "no finding", "always", "never",
        "all", "branches in brackets", "branch of one without brackets",
    ],
)  # fmt: skip
def test_a_condition_is_told_in_plain_words(tiny, condition, sentence):
    assert sentence == sentence_of(condition, tiny)


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
