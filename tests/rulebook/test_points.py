import pytest

from decision_aid.rulebook.conditions import ALWAYS, All, AnswerLeaf, AnyOf, FindingLeaf, Operator
from decision_aid.rulebook.points import Points, points_of, sentence_of
from decision_aid.rulebook.wording import wording_faults

KNEE = AnswerLeaf("main_region", Operator.IS, ("knee",))
KNEE_OR_BACK = AnswerLeaf("main_region", Operator.ANY_OF, ("knee", "low_back"))
BURNS = AnswerLeaf("pain_features", Operator.INCLUDES, ("burning",))
ACHES = AnswerLeaf("pain_features", Operator.INCLUDES, ("ache",))
STRONG = AnswerLeaf("pain_average", Operator.AT_LEAST, 7)
LIGHT = AnswerLeaf("pain_average", Operator.AT_MOST, 2)
EXERCISE = AnswerLeaf("tried_exercise", Operator.IS, ("helped",))
SORE, BURNING = FindingLeaf("sore-knee"), FindingLeaf("sore-knee-that-burns")


def negated(leaf):
    return AnswerLeaf(leaf.field, leaf.operator, leaf.operand, negated=True)


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        (KNEE, "Where does it hurt most? “Knee”"),
        (negated(KNEE), "Where does it hurt most? any answer but “Knee”"),
        (KNEE_OR_BACK, "Where does it hurt most? “Knee” or “Low back”"),
        (BURNS, "Which of these fit? “Burning”"),
        (negated(BURNS), "Which of these fit? any answer but “Burning”"),
        (STRONG, "How strong is it? 7 or more"),
        (negated(STRONG), "How strong is it? less than 7"),
        (LIGHT, "How strong is it? 2 or less"),
        (negated(LIGHT), "How strong is it? more than 2"),
        (EXERCISE, "Exercise: “Helped”"),
        (SORE, "The knee hurts"),
        (FindingLeaf("sore-knee", negated=True), "Not what you told us: “The knee hurts”"),
        (
            FindingLeaf("concerns--knee-needle"),
            "Your pain is of a kind that this option is about",
        ),
        (ALWAYS, "always"),
        (AnyOf(()), "never"),
        (All((SORE, BURNING)), "The knee hurts; and The knee hurts and burns"),
        (
            All((SORE, AnyOf((BURNING, STRONG)))),
            "The knee hurts; and (The knee hurts and burns; or How strong is it? 7 or more)",
        ),
        (All((SORE, AnyOf((BURNING,)))), "The knee hurts; and The knee hurts and burns"),
        (AnyOf((SORE, AnyOf((BURNING, SORE)))), "The knee hurts; or The knee hurts and burns"),
        (AnyOf((BURNS, ACHES)), "Which of these fit? “Burning” or “A dull ache”"),
        (
            All((negated(BURNS), negated(ACHES))),
            "Which of these fit? any answer but “Burning” or “A dull ache”",
        ),
    ],
    ids=[
        "is", "is not", "any of", "includes", "does not include", "at least", "less than",
        "at most", "more than", "row of a matrix", "finding", "no finding", "internal finding",
        "always", "never", "all", "any inside all", "branch of one", "any inside any",
        "one of a list", "none of a list",
    ],
)  # fmt: skip
def test_a_condition_is_told_in_plain_words(tiny, condition, sentence):
    assert sentence == sentence_of(condition, tiny)


def test_points_stand_in_lists_of_all_and_any(tiny):
    assert Points(
        "all",
        ("The knee hurts", Points("any", ("How strong is it? 7 or more", "Exercise: “Helped”"))),
    ) == points_of(All((SORE, AnyOf((STRONG, EXERCISE)))), tiny)


def test_a_single_line_is_a_list_of_one(tiny):
    assert Points("all", ("The knee hurts",)) == points_of(SORE, tiny)


def test_most_choices_of_a_list_are_told_by_those_that_are_left_out(rulebook):
    most = ("6_to_12_weeks", "3_to_6_months", "6_to_12_months", "over_1_year", "not_sure")
    leaf = AnswerLeaf("duration", Operator.ANY_OF, most)

    assert ("How long: any answer but “Less than 6 weeks”",) == points_of(leaf, rulebook).parts


def test_of_very_many_choices_the_first_are_named_and_the_others_counted(rulebook):
    places = ("neck", "arm", "chest_wall", "abdomen", "low_back", "pelvis", "foot", "knee")
    leaf = AnswerLeaf("main_region", Operator.ANY_OF, places)
    [line] = points_of(leaf, rulebook).parts

    assert line.startswith("Where: “Neck”, “Arm or elbow”, “Chest or ribs”, “Tummy”, “Low back”, ")
    assert line.endswith("“Pelvis, private parts or back passage” or one of 2 others")
    assert "“Knee”" in sentence_of(leaf, rulebook)


def test_examples_in_brackets_are_left_out_of_points(rulebook):
    leaf = AnswerLeaf("medicines", Operator.INCLUDES, ("blood_thinner",))

    assert ("Do you take any of these? “A blood thinner”",) == points_of(leaf, rulebook).parts
    assert "warfarin" in sentence_of(leaf, rulebook)


#: The longest that a person is asked to read at once.
WORDS_OF_A_LINE, LINES, WORDS, LEVELS = 30, 16, 140, 5


def lines_of(points, level=1):
    for part in points.parts:
        if isinstance(part, str):
            yield level, part
        else:
            yield level, ""
            yield from lines_of(part, level + 1)


def test_every_rule_about_an_option_can_be_read(rulebook):
    for rule in rulebook.rules:
        if rule.effect.kind == "argument":
            lines = list(lines_of(points_of(rule.when, rulebook)))

            assert len(lines) <= LINES, rule.id
            assert max(level for level, _ in lines) <= LEVELS, rule.id
            assert max(len(line.split()) for _, line in lines) <= WORDS_OF_A_LINE, rule.id
            assert sum(len(line.split()) for _, line in lines) <= WORDS, rule.id
            assert [] == [fault for _, line in lines for fault in wording_faults(line)], rule.id
