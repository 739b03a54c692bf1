from hypothesis import given

from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.journey import journey_of
from decision_aid.reasons.grounds import NEVER, Answered, Chose, Said
from decision_aid.reasons.unfold import Grounds
from decision_aid.rulebook.evaluate import fired_in_reference
from tests.strategies import everyone
from tests.support.shipped import shipped_grounds, shipped_rulebook


def differing(answers, rulebook, grounds):
    """The rules of which grounds and reference reading say different things."""
    journey = journey_of(rulebook, answers)
    fired = fired_in_reference(rulebook, journey.counted)
    told = grounds.told_by(journey, answers)
    rules = {rule.id: rule for rule in rulebook.rules}
    closed = any(rules[name].effect.kind in {"urgency", "stop"} for name in fired)
    assert closed == any(told.makes(ground) for ground in grounds.closing)
    if closed:
        return []
    return [name for name, g in grounds.of_rule.items() if told.makes(g) != (name in fired)]


def test_grounds_agree_with_the_reference_on_worked_cases(rulebook, cases):
    for case in cases[::3]:
        assert [] == differing(case.answers, rulebook, shipped_grounds()), case.id


@given(everyone())
def test_grounds_agree_with_the_reference_on_anyone(answers):
    assert [] == differing(answers, shipped_rulebook(), shipped_grounds())


def test_a_ground_holds_what_must_be_told_for_a_question_to_be_asked(tiny):
    ground = Grounds.of(tiny).of_rule["knee-needle-ask-1"]
    told = Answers.of({"main_region": "low_back", "pain_features": ("burning",)})

    assert not Grounds.of(tiny).told_by(journey_of(tiny, told), told).makes(ground)


def test_findings_are_unfolded_down_to_answers(tiny):
    told = Answers.of({"main_region": "knee", "pain_features": ("ache",)})
    grounds = Grounds.of(tiny)
    ground = grounds.of_rule["knee-needle-ask-1"]
    reading = grounds.told_by(journey_of(tiny, told), told)

    assert Chose("pain_features", "burning") == reading.rest(ground, {"pain_features"})
    assert NEVER == reading.rest(ground, {"main_region"})


def test_a_missing_answer_counts_as_not_sure_where_the_questionnaire_says_so(tiny):
    nobody = Answers.of()
    told = Grounds.of(tiny).told_by(journey_of(tiny, nobody), nobody)

    assert told.passes(Chose("medicines", "not_sure"))
    assert told.passes(Said("pain_average", frozenset({None})))
    assert told.passes(Answered("pain_features", given=False))
