import pytest

from decision_aid.sheet import words
from tests.sheet.people import says_little


def labels_of(part):
    return [line.label for line in part.lines]


@pytest.fixture
def told(rulebook, sheet):
    """Return one topic of the sheet of someone who says little, and these answers as well."""
    return lambda topic, **answers: sheet(says_little(rulebook).changed(answers)).block(topic)


def test_a_question_goes_by_its_short_words(told):
    (part,) = told("pain", duration="over_1_year").parts

    assert labels_of(part) == ["Where:", "How long:"]


def test_a_question_about_pain_without_short_words_stands_last_and_in_full(rulebook, told):
    answers = {"joint_pattern": ("swells",), "duration": "over_1_year"}
    (part,) = told("pain", **answers).parts

    assert labels_of(part) == ["Where:", "How long:", rulebook.asked_by["joint_pattern"].ask]


def test_what_clinicians_said_is_on_the_sheet_and_illnesses_are_not(rulebook, told):
    (part,) = told("pain", told=("inflammatory",), conditions=("diabetes",)).parts

    assert labels_of(part) == ["Where:", "A clinician told me:"]


def test_numbers_stand_after_words_and_can_be_drawn(told):
    _, ratings = told("pain", pain_average=7, duration="over_1_year").parts

    assert ratings.title == words.ratings()
    assert [(line.text, line.rating) for line in ratings.lines] == [("7\u00a0of\u00a010", 7)]


@pytest.mark.parametrize("nothing", [("not_sure",), ("nowhere_else",)], ids=" ".join)
def test_an_answer_that_says_nothing_is_left_out(nothing, told):
    (part,) = told("pain", other_regions=nothing).parts

    assert labels_of(part) == ["Where:"]


def test_what_was_tried_is_sorted_by_whether_it_helped(rulebook, sheet):
    answers = says_little(rulebook).changed(
        {
            "tried_exercise": "helped_a_little",
            "tried_weight": "helped_a_little",
            "tried_gel": "not_at_all",
        }
    )
    lines = [line.words for part in sheet(answers).block("tried").parts for line in part.lines]

    assert "Helped a little: Exercise or physiotherapy; Losing weight" in lines
    assert "Did not help: Anti-inflammatory gel or cream" in lines


def test_a_test_that_was_not_done_is_left_out(told):
    assert told("tests", duration="over_1_year", block_knee="not_had") is None


def test_ones_own_concern_is_on_the_sheet_as_it_was_typed(told):
    (part,) = told("matters", own_concern="I look after my mother.").parts

    assert [("Something else:", "I look after my mother.")] == [
        (line.label, line.text) for line in part.lines
    ]


def test_what_matters_most_comes_first_and_then_what_comes_first_of_all(told):
    answers = {"matters_relief": "a_little", "matters_cost": "very_important"}
    (part,) = told("matters", **answers, trade_off="smaller_repeat").parts

    assert labels_of(part) == ["Very much:", "A little:", "If only one could come first:"]
