import pytest

from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.pains import fields_of_one_pain, parted


@pytest.mark.parametrize(
    "field",
    [
        "main_region",
        "pain_features",
        "pain_average",
        "urgent_low",
        "safe_now",
        "told",
        "scan_said",
        "cancer_link",
        "cancer_site",
        "cancer_control",
    ],
)
def test_what_is_asked_about_the_pain_and_differs_by_place_belongs_to_one_pain(rulebook, field):
    assert field in fields_of_one_pain(rulebook)


@pytest.mark.parametrize(
    "field",
    [
        "country",
        "age_band",
        "about_you",
        "conditions",
        "operations",
        "tried_exercise",
        "tried_gel",
        "block_si",
        "care_weeks",
        "medicines",
        "allergies",
        "right_now",
        "trade_off",
    ],
)
def test_history_treatments_tests_and_safety_belong_to_the_person(rulebook, field):
    assert field in rulebook.fields
    assert field not in fields_of_one_pain(rulebook)


def test_answers_part_into_those_of_the_pain_and_those_of_the_person():
    pain, person = parted(
        Answers.of({"main_region": "knee", "country": "uk"}), frozenset({"main_region"})
    )

    assert {"main_region": "knee"} == dict(pain)
    assert {"country": "uk"} == dict(person)
