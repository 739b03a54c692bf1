import pytest
from werkzeug.datastructures import MultiDict

from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.forms import answers_in, errors_of, form_for
from decision_aid.rulebook.model import Choice, Question, Screen

COLOUR = Question(
    id="colour",
    type="one",
    role="pain",
    ask="Which colour?",
    why="To test.",
    choices=(Choice("red", "Red"), Choice("blue", "Blue")),
)
SIGNS = Question(
    id="signs",
    type="many",
    role="urgent",
    ask="Any of these?",
    why="To test.",
    required=True,
    choices=(
        Choice("numb", "Numb"),
        Choice("weak", "Weak"),
        Choice("none_of_these", "None of these", exclusive=True),
    ),
)
STRENGTH = Question(
    id="strength", type="number", role="pain", ask="How strong?", why="To test.", low=0, high=10
)
TRIED = Question(
    id="tried",
    type="matrix",
    role="tried",
    ask="Tried?",
    why="To test.",
    choices=(Choice("helped", "Helped"), Choice("not_tried", "Not tried")),
    rows=(Choice("tried_walking", "Walking"), Choice("tried_rest", "Rest")),
)
SCREEN = Screen("all-kinds", "test", (COLOUR, SIGNS, STRENGTH, TRIED), "All kinds")


def sent(**values):
    return form_for(SCREEN, MultiDict(values), Answers.of())


def test_every_kind_of_question_is_read():
    form = sent(colour="red", signs=["weak", "numb"], strength="7", tried_walking="helped")

    assert form.validate()
    expected = {
        "colour": "red",
        "signs": ("numb", "weak"),
        "strength": 7,
        "tried_walking": "helped",
        "tried_rest": None,
    }
    assert expected == answers_in(form, SCREEN)


def test_a_form_shows_what_was_answered_before():
    answers = Answers.of({"colour": "blue", "signs": ("numb",), "strength": 0, "other": "kept"})
    form = form_for(SCREEN, None, answers)

    assert "blue" == form["colour"].data
    assert ["numb"] == form["signs"].data
    assert "0" == form["strength"].data
    assert form["tried_rest"].data is None


def test_a_question_that_may_be_skipped_gives_no_answer():
    form = sent(signs="none_of_these")

    assert form.validate()
    assert {"colour": None, "strength": None} == {
        name: answers_in(form, SCREEN)[name] for name in ("colour", "strength")
    }


@pytest.mark.parametrize(
    ("values", "input_id", "words"),
    [
        ({}, "q-signs-numb", "None of these"),
        ({"signs": ["numb", "none_of_these"]}, "q-signs-numb", "not both"),
        ({"signs": "asleep"}, "q-signs-numb", "from the answers in the list"),
        ({"signs": "numb", "colour": "green"}, "q-colour-red", "from the answers in the list"),
        ({"signs": "numb", "strength": "11"}, "q-strength-0", "from the answers in the list"),
        ({"signs": "numb", "strength": "-1"}, "q-strength-0", "from the answers in the list"),
        (
            {"signs": "numb", "tried_rest": "x"},
            "q-tried_rest-helped",
            "from the answers in the list",
        ),
    ],
    ids=["required", "exclusive", "unknown of many", "unknown of one", "too high", "below", "row"],
)
def test_a_fault_names_what_to_do_and_points_at_the_first_input(values, input_id, words):
    form = sent(**values)

    assert not form.validate()
    ((found_id, message),) = errors_of(form, SCREEN)
    assert input_id == found_id
    assert words in message


def test_errors_stand_in_the_order_of_the_page():
    form = sent(strength="99", colour="green")

    assert not form.validate()
    assert ["q-colour-red", "q-signs-numb", "q-strength-0"] == [
        e[0] for e in errors_of(form, SCREEN)
    ]


def test_a_skipped_question_that_could_hide_a_danger_counts_as_not_sure():
    medicines = Question(
        id="medicines",
        type="many",
        role="safety",
        ask="Any of these?",
        why="To test.",
        counts_as_not_sure=True,
        choices=(Choice("blood_thinner", "A blood thinner"), Choice("not_sure", "I am not sure")),
    )
    screen = Screen("safety", "test", (medicines,))
    form = form_for(screen, MultiDict(), Answers.of())

    assert form.validate()
    assert {"medicines": ("not_sure",)} == answers_in(form, screen)
