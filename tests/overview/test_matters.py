"""What matters, row by row: every option answers, nothing is added up, nothing moves."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.overview.matters import MOST_LINES, answered_by, matters_of, options_to_weigh
from decision_aid.overview.numbers import in_short
from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.answers import Answers
from tests.support.answers import LOW_BACK
from tests.support.shipped import shipped_engine, shipped_rulebook

RULEBOOK = shipped_rulebook()
(QUESTION,) = (q for q in RULEBOOK.questions if q.id == "what_matters")
ROWS = [row.id for row in QUESTION.rows]
CHOICES = [choice.id for choice in QUESTION.choices]
OPTIONS = list(RULEBOOK.options.values())
CONCERNS = {concern.id: concern for concern in RULEBOOK.matters.concerns}
MANY = {
    **LOW_BACK,
    "back_spread": "below_knee",
    "pain_features": ("electric", "burning"),
    "operations": ("back_surgery",),
    "scan_said": ("disc_nerve",),
    "pain_average": 8,
}


def weighed(told, answers=LOW_BACK):
    overview = overview_of(Answers.of({**answers, **told}), RULEBOOK, shipped_engine())
    return matters_of(overview, RULEBOOK)


def unmarked(matters):
    """Everything but what a rating may change: its words, and the mark."""
    return [replace(concern, rating="", marked=False) for concern in matters.concerns]


def test_there_are_six_to_nine_concerns_and_five_steps():
    assert 6 <= len(ROWS) <= 9
    assert 5 == len(CHOICES)


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.id)
def test_every_option_answers_every_concern_and_says_how_sure_that_is(option):
    for concern in CONCERNS.values():
        answered = answered_by(option, concern)
        parts = len(concern.parts) * MOST_LINES + len(concern.facts)

        assert 1 <= len(answered.said) <= parts
        assert [] == [said for said in answered.said if not (said.text and said.sure)]


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.id)
def test_a_number_about_a_concern_names_the_people_it_was_counted_in(option):
    for concern in CONCERNS.values():
        for said in answered_by(option, concern).said:
            assert said.who or said.text not in map(in_short, option.outcomes)


@pytest.mark.parametrize("answers", [LOW_BACK, MANY], ids=["few options", "many options"])
def test_what_is_rated_higher_changes_marks_only(answers):
    before = weighed(dict.fromkeys(ROWS, "some"), answers)
    for ratings in permutations(("very_important", "not_important", "important")):
        told = dict(zip(ROWS, (*ratings, *["a_little"] * 6), strict=True))
        after = weighed(told, answers)

        assert before.options == after.options
        assert unmarked(before) == unmarked(after)
        assert {row for row in told if told[row] in RULEBOOK.matters.marked} == {
            concern.id for concern in after.concerns if concern.marked
        }


@given(st.dictionaries(st.sampled_from(ROWS), st.sampled_from(CHOICES)))
def test_concerns_keep_the_order_of_the_questionnaire_and_only_rated_ones_stand(told):
    matters = weighed(told)

    assert [row for row in ROWS if row in told] == [concern.id for concern in matters.concerns]
    assert len(ROWS) == len(matters.concerns) + len(matters.unrated)


def test_no_procedure_stands_first_and_then_what_came_up_in_order_of_the_alphabet(cases):
    # "A pain management programme" and "Advice ..." come before "Carry on ..." in the alphabet.
    someone = next(case for case in cases if case.id == "shoulder-arm-pain-exercise-stopped")
    overview = overview_of(someone.answers, RULEBOOK, shipped_engine())
    first, *others = options_to_weigh(overview)

    assert "no-procedure" == first.kind
    assert sorted(option.name.lower() for option in others) == [o.name.lower() for o in others]
    assert {o.id for o in others} | {first.id} == {
        entry.option.id for entry in overview.entries if entry.section != "other"
    } | {first.id}


def test_who_has_few_options_still_sees_no_procedure(person):
    someone = person(main_region="hand", age_band="18_49", matters_cost="important")
    options = matters_of(someone.overview, RULEBOOK).options

    assert "no-procedure" == options[0].kind


def test_ones_own_concern_and_the_trade_off_are_told_as_they_were_said():
    matters = weighed({"own_concern": "I look after my mother.", "trade_off": "not_sure"})

    assert [("Something else", "I look after my mother.", True)] == [
        (told.asked, told.answer, told.own) for told in matters.told if told.own
    ]
    assert "I do not know yet" == matters.told[1].answer


def test_numbers_about_daily_life_are_not_told_as_relief():
    option = RULEBOOK.options["basivertebral-nerve-ablation"]
    relief = answered_by(option, CONCERNS["matters_relief"])
    daily = answered_by(option, CONCERNS["matters_daily"])

    assert [] == [said for said in relief.said if "daily life" in said.text and said.who]
    assert 2 == len([said for said in daily.said if said.who])


@pytest.mark.parametrize(
    ("option", "concern", "says"),
    [
        ("spinal-cord-stimulation", "matters_implant", "It puts a device in the body"),
        ("spine-surgery-referral", "matters_implant", "Ask whether anything stays in the body"),
        ("vertebral-augmentation", "matters_implant", "cement"),
        ("exercise-therapy", "matters_implant", "Our sources name no device"),
        ("facet-joint-injection", "matters_steroid", "It may use a steroid."),
        ("facet-joint-injection", "matters_steroid", "It uses X-ray pictures"),
        ("opioid-medicines", "matters_tablets", "It is itself a medicine"),
        ("carpal-tunnel-splinting", "matters_cost", "You may have to buy it."),
        ("suprascapular-nerve-block", "matters_cost", "We found nothing about what it costs you."),
    ],
)
def test_facts_and_topics_answer_from_the_option_itself(option, concern, says):
    answered = answered_by(RULEBOOK.options[option], CONCERNS[concern])

    assert any(says in said.text for said in answered.said)


def test_what_is_not_known_is_marked_as_such():
    said = answered_by(RULEBOOK.options["suprascapular-nerve-block"], CONCERNS["matters_cost"]).said

    assert [(False, "Not known")] == [(one.known, one.sure) for one in said]
