import pytest

from decision_aid.questionnaire.answers import Answers, AnswersError, read_answers


def faults_of(raw, rulebook):
    with pytest.raises(AnswersError) as raised:
        read_answers(raw, rulebook)
    return raised.value.faults


def test_answers_are_read_by_the_type_of_their_question(tiny):
    raw = {"main_region": "knee", "pain_features": ["ache", "burning"], "pain_average": 7}

    assert {"main_region": "knee", "pain_features": ("burning", "ache"), "pain_average": 7} == dict(
        read_answers(raw, tiny)
    )


def test_many_choices_are_kept_in_the_order_of_the_question_and_once(tiny):
    raw = {"pain_features": ["ache", "burning", "ache"]}

    assert ("burning", "ache") == read_answers(raw, tiny)["pain_features"]


@pytest.mark.parametrize("empty", [None, [], ()], ids=repr)
def test_an_empty_answer_is_no_answer(tiny, empty):
    assert {} == dict(read_answers({"pain_features": empty}, tiny))


def test_a_row_of_a_matrix_is_answered_by_its_own_name(tiny):
    assert {"tried_gel": "helped"} == dict(read_answers({"tried_gel": "helped"}, tiny))


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        ({"main_regon": "knee"}, 'unknown question "main_regon"; did you mean "main_region"?'),
        ({"main_region": "kne"}, 'unknown choice of "main_region" "kne"; did you mean "knee"?'),
        ({"main_region": ["knee"]}, 'unknown choice of "main_region"'),
        ({"main_region": True}, 'unknown choice of "main_region" "True"'),
        ({"pain_features": "ache"}, '"pain_features" takes a list of choices, not "ache".'),
        ({"pain_features": ["akhe"]}, '"pain_features" "akhe"; did you mean "ache"?'),
        ({"pain_features": [{"a": 1}]}, 'unknown choice of "pain_features"'),
        (
            {"pain_features": ["ache", "none_of_these"]},
            '"pain_features": "none_of_these" excludes every other choice.',
        ),
        ({"pain_average": 11}, '"pain_average" takes a whole number from 0 to 10, not "11".'),
        ({"pain_average": -1}, "takes a whole number from 0 to 10"),
        ({"pain_average": "7"}, "takes a whole number from 0 to 10"),
        ({"pain_average": 7.0}, "takes a whole number from 0 to 10"),
        ({"pain_average": True}, "takes a whole number from 0 to 10"),
        ({1: "knee"}, 'unknown question "1"'),
    ],
    ids=[
        "question", "choice", "list for one", "truth for one", "one for many", "choice of many",
        "mapping for a choice", "exclusive", "too large", "too small", "text for a number",
        "fraction", "truth for a number", "number as a name",
    ],
)  # fmt: skip
def test_a_fault_is_named(tiny, raw, fault):
    (found,) = faults_of(raw, tiny)

    assert fault in found


@pytest.mark.parametrize("raw", [None, "knee", ["main_region"], 7], ids=repr)
def test_answers_are_a_mapping(tiny, raw):
    assert ("answers are a mapping of question ids to choices, nothing else.",) == faults_of(
        raw, tiny
    )


def test_all_faults_are_told_at_once(tiny):
    raw = {"main_region": "kne", "pain_average": 99, "nothing": 1}

    assert 3 == len(faults_of(raw, tiny))
    assert 3 == len(str(AnswersError(faults_of(raw, tiny))).splitlines())


def test_a_changed_answer_leaves_the_others():
    before = Answers.of({"a": "x", "b": ("y",)})

    assert {"a": "z", "b": ("y",)} == dict(before.changed({"a": "z"}))
    assert {"a": "x", "b": ("y",)} == dict(before)


@pytest.mark.parametrize("nothing", [None, (), ""], ids=repr)
def test_an_answer_can_be_taken_back(nothing):
    assert {"b": "y"} == dict(Answers.of({"a": "x", "b": "y"}).changed({"a": nothing}))


def test_taking_back_what_was_never_answered_changes_nothing():
    assert {"b": "y"} == dict(Answers.of({"b": "y"}).changed({"a": None}))


def test_zero_is_an_answer():
    assert {"a": 0} == dict(Answers.of({"a": 0}))


def test_answers_do_not_change_when_what_they_were_made_of_does():
    values = {"a": "x"}
    answers = Answers.of(values)
    values["a"] = "y"

    assert "x" == answers["a"]


def test_answers_without_anything_are_empty():
    assert (0, []) == (len(Answers.of()), list(Answers.of()))


def test_what_somebody_typed_is_kept_as_one_line(tiny):
    assert "I look after my moth" == read_answers({"own": " I look after\nmy moth"}, tiny)["own"]


@pytest.mark.parametrize("typed", ["secret " * 10, 7, ["secret"]], ids=["long", "number", "list"])
def test_what_somebody_typed_is_never_repeated_in_a_message(tiny, typed):
    assert ('"own" takes a text of 20 characters at most.',) == faults_of({"own": typed}, tiny)
