"""How much the questions ask of people: measured on the worked cases, told on the start page."""

import pytest

from decision_aid.audit.effort import (
    MINUTES_TOLD,
    MOST_MINUTES,
    MOST_SCREENS,
    Effort,
    effort_of,
    median_effort,
)
from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.journey import journey_of


@pytest.fixture(scope="module")
def middle(cases, rulebook):
    return median_effort(cases, rulebook)


def test_the_way_in_the_middle_has_sixteen_screens_or_fewer(middle):
    assert 0 < middle.screens <= MOST_SCREENS


def test_the_way_in_the_middle_takes_six_minutes_as_in_a_survey(middle):
    assert 0 < middle.minutes_as_in_a_survey <= MOST_MINUTES


def test_what_people_are_told_is_what_is_measured(middle):
    measured = (middle.minutes_as_in_a_survey, middle.minutes_word_by_word)

    assert MINUTES_TOLD == tuple(round(minutes) for minutes in measured)


def test_every_text_and_every_choice_is_counted(tiny):
    answers = Answers.of({"age_band": "18_plus", "main_region": "knee", "pain_average": 4})
    journey = journey_of(tiny, answers)
    first = journey.before_overview[:1]

    # About you. How old are you? This aid is for adults. Under 18, 18 or over. Where does it
    # hurt most? The next questions are about this place. Low back, Knee, All over.
    assert Effort(screens=1, questions=2, words=33, choices=3) == effort_of(first, journey.counted)


def test_what_fits_no_more_is_not_counted(tiny):
    back = journey_of(tiny, Answers.of({"main_region": "low_back"}))
    knee = journey_of(tiny, Answers.of({"main_region": "knee"}))

    tried = [effort_of([j.screen("tried")], {}).questions for j in (back, knee)]
    assert [1, 2] == tried
