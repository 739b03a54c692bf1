import statistics
from dataclasses import replace

import pytest
from hypothesis import given

from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.journey import journey_of
from decision_aid.rulebook.conditions import All, AnyOf, fields_read
from decision_aid.rulebook.evaluate import holds
from decision_aid.rulebook.model import NONE_OF_THESE, NOT_SURE
from tests.strategies import everyone, people
from tests.support.shipped import shipped_rulebook


def screens_of(rulebook, **answers):
    return [screen.id for screen in journey_of(rulebook, Answers.of(answers)).screens]


# What is asked


def test_the_way_begins_with_the_first_screen_and_waits_for_what_it_depends_on(tiny):
    assert ["about-you", "what-it-is-like", "tried", "medicines", "what-matters"] == screens_of(
        tiny
    )


def test_a_list_is_asked_where_it_fits(tiny):
    assert "legs" in screens_of(tiny, main_region="low_back", urgent_low=("none_of_these",))
    assert "legs" not in screens_of(tiny, main_region="knee")


def test_not_sure_opens_a_list_one_sign_at_a_time(tiny):
    ways = screens_of(tiny, main_region="low_back", urgent_low=("not_sure",))

    assert ["legs", "urgent-low-saddle", "urgent-low-unsteady"] == ways[1:4]


@pytest.mark.parametrize("choice", ["none_of_these", "old_and_checked", "saddle"])
def test_any_other_answer_leaves_the_signs_together(tiny, choice):
    ways = screens_of(tiny, main_region="low_back", urgent_low=(choice,))

    assert "urgent-low-saddle" not in ways


def test_every_list_of_the_shipped_rules_opens_one_sign_at_a_time(rulebook):
    lists = [question for question in rulebook.questions if question.urgent_list]
    assert lists
    for question in lists:
        signs = [q.id for q in rulebook.questions if q.sign_of == question.id]
        known = {sign.id for sign in rulebook.signs.values() if sign.asked_in == question.id}

        assert len(signs) == len(known) > 0
        for sign in (q for q in rulebook.questions if q.sign_of == question.id):
            assert {"yes", "no", NOT_SURE} == {choice.id for choice in sign.choices}


def test_a_question_shows_only_rows_and_choices_that_fit(tiny_person):
    knee = tiny_person(age_band="18_plus", main_region="knee")
    back = tiny_person(age_band="18_plus", main_region="low_back")

    assert (["burning", "ache", "swollen", "none_of_these"], ["tried_exercise", "tried_gel"]) == (
        knee.offered("pain_features"),
        knee.offered("treatments"),
    )
    assert (["burning", "ache", "none_of_these"], ["tried_exercise"]) == (
        back.offered("pain_features"),
        back.offered("treatments"),
    )


def test_a_matrix_without_a_row_that_fits_is_not_asked(tiny):
    sections = tiny.sections
    (screen,) = (s for s in sections[0].screens if s.id == "tried")
    (matrix,) = screen.questions
    only_knees = replace(screen, questions=(replace(matrix, rows=matrix.rows[1:]),))
    rulebook = replace(
        tiny, sections=(replace(sections[0], screens=(sections[0].screens[0], only_knees)),)
    )

    assert ["about-you"] == screens_of(rulebook, main_region="low_back")
    assert ["about-you", "tried"] == screens_of(rulebook, main_region="knee")


# What counts


def test_an_answer_to_a_question_that_no_longer_fits_does_not_count_and_comes_back(tiny):
    told = Answers.of({"main_region": "low_back", "urgent_low": ("saddle",)})
    knee = told.changed({"main_region": "knee"})

    assert "urgent_low" not in journey_of(tiny, knee).counted
    assert ("saddle",) == knee["urgent_low"]
    assert ("saddle",) == journey_of(tiny, knee.changed({"main_region": "low_back"})).counted[
        "urgent_low"
    ]


def test_a_choice_that_no_longer_fits_does_not_count_and_the_others_do(tiny):
    counted = journey_of(
        tiny, Answers.of({"main_region": "low_back", "pain_features": ("burning", "swollen")})
    ).counted

    assert ("burning",) == counted["pain_features"]


def test_when_no_chosen_choice_fits_there_is_no_answer(tiny):
    journey = journey_of(
        tiny, Answers.of({"main_region": "low_back", "pain_features": ("swollen",)})
    )

    assert "pain_features" not in journey.counted


def test_a_row_that_no_longer_fits_does_not_count(tiny):
    journey = journey_of(tiny, Answers.of({"main_region": "low_back", "tried_gel": "helped"}))

    assert "tried_gel" not in journey.counted


def test_a_choice_that_does_not_exist_does_not_count(tiny):
    assert "main_region" not in journey_of(tiny, Answers.of({"main_region": "moon"})).counted


def test_what_was_skipped_and_could_hide_a_danger_counts_as_not_sure(tiny):
    counted = journey_of(tiny, Answers.of({"main_region": "low_back"})).counted

    assert (("not_sure",), "not_sure", ("not_sure",)) == (
        counted["urgent_low"],
        counted["urgent_low_saddle"],
        counted["medicines"],
    )


def test_what_was_skipped_and_hides_no_danger_stays_open(tiny):
    assert {"main_region", "medicines"} == set(
        journey_of(tiny, Answers.of({"main_region": "knee"})).counted
    )


def test_so_far_nothing_counts_as_not_sure(tiny):
    journey = journey_of(tiny, Answers.of({"main_region": "low_back"}), so_far=True)

    assert {"main_region": "low_back"} == dict(journey.counted)
    assert "urgent-low-saddle" not in [screen.id for screen in journey.screens]


def test_lists_and_signs_that_were_not_answered_are_named(tiny):
    journey = journey_of(tiny, Answers.of({"main_region": "low_back"}))

    assert ("urgent_low", "urgent_low_saddle", "urgent_low_unsteady") == journey.unanswered


def test_lists_and_signs_that_were_answered_are_not_named(tiny_person):
    someone = tiny_person(age_band="18_plus", main_region="low_back", urgent_low="not_sure")

    assert () == someone.journey.unanswered


# Going on and going back


def test_one_goes_on_and_back_screen_by_screen(tiny):
    journey = journey_of(tiny, Answers.of({"main_region": "knee"}))
    before = [screen.id for screen in journey.before_overview]

    assert before[1:] == [journey.next_after(name).id for name in before[:-1]]
    assert before[:-1] == [journey.previous_to(name).id for name in before[1:]]


def test_the_way_ends_before_the_overview_and_begins_anew_behind_it(tiny):
    journey = journey_of(tiny, Answers.of({"main_region": "knee"}))

    assert None is journey.next_after("medicines")
    assert None is journey.previous_to("about-you")
    assert None is journey.previous_to("what-matters")
    assert None is journey.next_after("what-matters")
    assert frozenset({"what-matters"}) == journey.after


def test_from_a_screen_that_does_not_fit_one_goes_to_the_first(tiny):
    journey = journey_of(tiny, Answers.of({"main_region": "knee"}))

    assert "about-you" == journey.next_after("legs").id
    assert None is journey.previous_to("legs")


def test_a_screen_that_fits_is_found_by_its_name(tiny):
    journey = journey_of(tiny, Answers.of({"main_region": "knee"}))

    assert "Your age" != journey.screen("about-you").heading == "About you"
    assert "Do you take any of these?" == journey.screen("medicines").heading
    assert None is journey.screen("legs")


def test_the_first_open_screen_is_the_first_whose_required_answers_are_missing(tiny):
    answers = Answers.of({"age_band": "18_plus", "main_region": "low_back"})

    assert "about-you" == journey_of(tiny, Answers.of()).first_open(Answers.of()).id
    assert "legs" == journey_of(tiny, answers).first_open(answers).id


def test_questions_that_may_be_skipped_leave_no_screen_open(tiny):
    answers = Answers.of({"age_band": "18_plus", "main_region": "knee"})

    assert None is journey_of(tiny, answers).first_open(answers)


def test_an_answer_that_no_longer_fits_leaves_its_screen_open(rulebook):
    told = Answers.of({"country": "nowhere", "age_band": "18_49"})
    journey = journey_of(rulebook, told)

    assert "about-you" == journey.first_open(told).id


@given(everyone())
def test_changing_an_early_answer_there_and_back_changes_nothing(answers):
    rulebook = shipped_rulebook()
    place = answers.get("main_region")
    before = journey_of(rulebook, answers)
    away = answers.changed({"main_region": "knee" if place != "knee" else "head"})
    back = away.changed({"main_region": place})

    assert before == journey_of(rulebook, back)


@given(everyone())
def test_only_what_is_asked_and_offered_counts(answers):
    journey = journey_of(shipped_rulebook(), answers)
    offered = {f.id: f for s in journey.screens for q in s.questions for f in q.fields}

    assert journey.counted.keys() <= offered.keys()
    for name, answer in journey.counted.items():
        chosen = answer if isinstance(answer, tuple) else (answer,)
        free = offered[name].kind in {"number", "text"}
        assert free or set(chosen) <= {*offered[name].choices, NOT_SURE}


@given(people(calm=True))
def test_what_people_answer_on_their_way_counts_as_it_is(answers):
    counted = journey_of(shipped_rulebook(), answers).counted

    assert dict(answers).items() <= dict(counted).items()


# The shipped questionnaire


def test_every_question_tells_why_it_is_asked(rulebook):
    assert [] == [question.id for question in rulebook.questions if not question.why.strip()]


#: Questions that everyone can answer, or that have another way out. Ratings may be skipped.
WITHOUT_NOT_SURE = {
    "country": "everyone knows it; there is 'somewhere else'",
    "age_band": "everyone knows it",
    "main_region": "everyone can choose a place; there is 'all over'",
    "own_concern": "may be left empty, and is for the sheet only",
    "what_matters": "may be skipped, and is for the sheet only",
}


def test_not_sure_is_a_choice_of_every_question(rulebook):
    without = {
        question.id
        for question in rulebook.questions
        if question.type != "number" and NOT_SURE not in {choice.id for choice in question.choices}
    }

    assert set(WITHOUT_NOT_SURE) == without


def test_only_urgent_signs_and_what_all_else_rests_on_must_be_answered(rulebook):
    required = {question.id for question in rulebook.questions if question.required}
    urgent = {question.id for question in rulebook.questions if question.role == "urgent"}

    assert urgent | {"country", "age_band", "main_region"} == required


def test_every_list_of_urgent_signs_ends_with_none_of_these(rulebook):
    for question in (question for question in rulebook.questions if question.urgent_list):
        ends = [choice for choice in question.choices if choice.exclusive]

        assert NONE_OF_THESE == ends[0].id
        assert NOT_SURE == ends[-1].id
        assert question.choices[-len(ends) :] == tuple(ends)


def parts_with_conditions(question):
    return [p for p in (question, *question.rows, *question.choices) if p.when is not None]


def test_only_earlier_screens_are_read(rulebook):
    earlier = set()
    for screen in rulebook.screens:
        for question in screen.questions:
            for part in parts_with_conditions(question):
                assert fields_read(part.when) <= earlier, (question.id, part.id)
        earlier |= {field.id for question in screen.questions for field in question.fields}


def test_every_question_row_and_choice_can_be_offered(rulebook, person):
    regions = [{"main_region": place} for place in rulebook.fields["main_region"].choices]
    hidden = [
        (question.id, part.id)
        for question in rulebook.questions
        for part in (question, *question.rows, *question.choices)
        if not any(
            part.id in _shown(person(**_someone_asked(rulebook, question, part, told)), question)
            for told in ({}, *regions)
        )
    ]

    assert [] == hidden


def _shown(someone, question):
    return {
        part.id
        for screen in someone.journey.screens
        for asked in screen.questions
        if asked.id == question.id
        for part in (asked, *asked.rows, *asked.choices)
    }


def _someone_asked(rulebook, question, part, told):
    """Answers that make the conditions of a question and of a part of it true, if they can."""
    told = dict(told)
    for condition in (question.when, part.when):
        if condition is not None:
            _make_true(rulebook, condition, told)
    return told


def _make_true(rulebook, condition, told):
    if isinstance(condition, All):
        for part in condition.parts:
            _make_true(rulebook, part, told)
    elif isinstance(condition, AnyOf):
        fits = [part for part in condition.parts if holds(part, told)] or condition.parts
        _make_true(rulebook, fits[0], told)
    else:
        field = rulebook.fields[condition.field]
        choices = [c for c in field.choices if (c in condition.operand) != condition.negated]
        if field.id in told and set(told[field.id]) & set(choices):
            return
        keep = [c for c in choices if c == told.get(field.id)] or choices
        told[field.id] = (keep[0],) if field.kind == "many" else keep[0]
        asked = next(q for q in rulebook.questions if q.id == field.question)
        rows = [row for row in asked.rows if row.id == field.id]
        chosen = [choice for choice in asked.choices if choice.id in told[field.id]]
        for before in (asked, *rows, *chosen):
            if before.when is not None and not fields_read(before.when) <= told.keys():
                _make_true(rulebook, before.when, told)


def test_the_median_worked_case_sees_at_most_16_screens(rulebook, cases):
    screens = [
        len(journey_of(rulebook, case.answers).before_overview)
        for case in cases
        if case.record.expect.urgency == "none" and not case.record.expect.stop
    ]
    assert len(screens) >= 20

    assert statistics.median(screens) <= 16
