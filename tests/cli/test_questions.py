import json


def test_questions_are_listed_with_ids_choices_and_when_they_are_asked(run):
    result = run("questions")

    assert 0 == result.exit_code
    assert (
        """\
urgent_low (many): Do you have any of these?
    asked: Where does it hurt most? “Low back” or “All over”
    choice saddle: Less feeling between the legs
"""
        in result.stdout
    )
    assert (
        """\
treatments (matrix): What was tried?
    asked: always
    row tried_exercise: Exercise
    row tried_gel: Gel on the knee
    choice helped: Helped
"""
        in result.stdout
    )


def test_questions_as_json_hold_all_that_a_program_needs(run, tiny):
    listed = {
        question["id"]: question for question in json.loads(run("questions", "--json").stdout)
    }

    assert [question.id for question in tiny.questions] == list(listed)
    assert {
        "id": "pain_average",
        "type": "number",
        "role": "pain",
        "ask": "How strong is it?",
        "why": "Your team can compare it later.",
        "required": False,
        "when": "always",
        "min": 0,
        "max": 10,
    } == listed["pain_average"]
    assert [
        {"id": "burning", "text": "Burning"},
        {"id": "ache", "text": "A dull ache"},
        {
            "id": "swollen",
            "text": "The knee swells",
            "when": "Where does it hurt most? “Knee”",
        },
        {"id": "none_of_these", "text": "None of these", "exclusive": True},
    ] == listed["pain_features"]["choices"]
    assert ["tried_exercise", "tried_gel"] == [row["id"] for row in listed["treatments"]["rows"]]


def test_every_shipped_question_is_listed(run, monkeypatch, rulebook):
    monkeypatch.delenv("DECISION_AID_RULES")

    assert [question.id for question in rulebook.questions] == [
        question["id"] for question in json.loads(run("questions", "--json").stdout)
    ]
