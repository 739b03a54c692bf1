from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.journey import journey_of
from decision_aid.reasons.nearest import Gap, Mixture, answer_in, nearest_of
from decision_aid.reasons.unfold import Grounds
from decision_aid.rulebook.conditions import All, AnswerLeaf, AnyOf, FindingLeaf, Operator
from decision_aid.rulebook.evaluate import fired_in_reference
from decision_aid.rulebook.model import PLACE, Effect, Finding, Rule
from tests.strategies import people
from tests.support.shipped import shipped_grounds, shipped_rulebook

RF = "lumbar-medial-branch-radiofrequency"
BURNS = AnswerLeaf("pain_features", Operator.INCLUDES, ("burning",))
ACHES = AnswerLeaf("pain_features", Operator.INCLUDES, ("ache",))
STRONG = AnswerLeaf("pain_average", Operator.AT_LEAST, 7)
LIGHT = AnswerLeaf("pain_average", Operator.AT_MOST, 2)
#: So many ways to fill the gaps of one rule are tried.
SOME_WAYS = 12


def nearest(answers, option):
    rulebook = shipped_rulebook()
    journey = journey_of(rulebook, answers)
    return nearest_of(option, answers, journey, shipped_grounds(), rulebook)


def fired(answers):
    rulebook = shipped_rulebook()
    return fired_in_reference(rulebook, journey_of(rulebook, answers).counted)


def is_open(names):
    rules = {rule.id: rule for rule in shipped_rulebook().rules}
    return not any(rules[name].effect.kind in {"urgency", "stop"} for name in names)


def filled(answers, gaps):
    """The same person with a fitting answer in each gap, for each way to choose them."""
    fields = shipped_rulebook().fields
    fits = [[answer_in(g, fit, fields[g.field]) for fit in sorted(g.fits, key=str)] for g in gaps]
    for chosen in product(*fits):
        yield answers.changed({g.field: a for g, a in zip(gaps, chosen, strict=True)})


def far_from(answers, data, *, elsewhere):
    """An option that did not come up, about this place or about others, and what is nearest."""
    for option in data.draw(st.permutations(sorted(shipped_rulebook().options))):
        found = nearest(answers, option)
        if found and found.gaps and found.elsewhere == elsewhere:
            return option, found
    raise AssertionError("something does not come up for anyone")


@given(people(calm=True), st.data())
def test_with_the_answers_in_between_the_rule_fires(answers, data):
    _, found = far_from(answers, data, elsewhere=False)

    for _, other in zip(range(SOME_WAYS), filled(answers, found.gaps), strict=False):
        names = fired(other)
        assert found.rule in names or not is_open(names)
        assert set(found.first) <= names or not is_open(names)


@settings(max_examples=25)
@given(people(calm=True), st.data())
def test_fewer_answers_are_never_enough(answers, data):
    option, found = far_from(answers, data, elsewhere=False)
    left_out = data.draw(st.sampled_from(found.gaps))
    rest = [gap for gap in found.gaps if gap != left_out]

    for _, other in zip(range(SOME_WAYS), filled(answers, rest), strict=False):
        assert found.rule not in fired(other)
    if rest:
        rules = {r.id for r in shipped_rulebook().rules_about(option) if r.effect.value == "ask"}
        field = shipped_rulebook().fields[left_out.field]
        for choice in range(field.low, field.high + 1) if field.kind == "number" else field.choices:
            answer = (choice,) if field.kind == "many" else choice
            assert not rules & fired(answers.changed({field.id: answer}))


@given(people(calm=True), st.data())
def test_where_every_rule_is_about_other_places_the_place_alone_is_named(answers, data):
    _, found = far_from(answers, data, elsewhere=True)
    [gap] = found.gaps

    assert PLACE == gap.field
    assert answers[PLACE] not in gap.fits
    assert gap.fits
    assert () == found.first


def test_what_no_rule_asks_about_has_no_nearest_rule(person):
    assert nearest(person(main_region="low_back").answers, "opioid-medicines") is None


def test_a_rule_that_holds_has_no_gaps(person):
    someone = person(main_region="knee", told=["osteoarthritis"])

    assert () == nearest(someone.answers, "oa-exercise-physiotherapy").gaps


@pytest.fixture
def back(person):
    return person(
        main_region="low_back",
        back_spread="stays_in_back",
        duration="over_1_year",
        pain_average=6,
        tried_exercise="helped_a_little",
        care_weeks="over_12_weeks",
        block_low_facet="half_relief",
    )


def gaps_of(someone, option=RF):
    return {gap.field: gap.fits for gap in nearest(someone.answers, option).gaps}


def test_each_answer_that_stands_in_between_is_named_with_those_that_fit(back):
    assert {} == gaps_of(back)
    assert {"duration": {"3_to_6_months", "6_to_12_months", "over_1_year"}} == {
        field: fits & {"under_6_weeks", "3_to_6_months", "6_to_12_months", "over_1_year"}
        for field, fits in gaps_of(back.but(duration="under_6_weeks")).items()
        if field == "duration"
    }
    assert {"pain_average": {5, 6, 7, 8, 9, 10}} == gaps_of(back.but(pain_average=4))


def test_a_question_that_is_not_asked_is_in_between_as_well(back):
    gaps = {g.field: g for g in nearest(back.but(duration="not_sure").answers, RF).gaps}

    assert {"duration"} == set(gaps)
    newer = journey_of(shipped_rulebook(), back.but(duration="under_6_weeks").answers)
    assert "block_low_facet" not in newer.counted


def test_choices_of_a_list_are_told_as_mixtures(person):
    someone = person(main_region="low_back", pain_features=["ache"])
    fits = gaps_of(someone, "trigger-point-injection")["pain_features"]

    assert {Mixture(with_=frozenset({"muscle_knot"}))} == fits


def test_it_says_when_another_step_would_still_come_first(person):
    someone = person(
        main_region="low_back",
        back_spread="stays_in_back",
        duration="over_1_year",
        pain_average=4,
        tried_exercise="not_tried",
        block_low_facet="half_relief",
    )
    found = nearest(someone.answers, RF)

    assert ["pain_average"] == [gap.field for gap in found.gaps]
    assert (f"{RF}-first-2",) == found.first


@pytest.fixture
def nearest_to(tiny):
    """What stands between someone and a rule of the tiny rulebook that holds when …"""

    def found(when, **told):
        strong = Finding("strong", "The pain is strong", STRONG, 1)
        rule = Rule("ask", "x.yaml", "options", when, Effect("argument", "knee-needle", "ask"))
        rules = replace(tiny, rules=(rule,), findings={**tiny.findings, "strong": strong})
        answers = Answers.of({"main_region": "knee", **told})
        journey = journey_of(rules, answers)
        return nearest_of("knee-needle", answers, journey, Grounds.of(rules), rules)

    return found


def only(choice):
    return Mixture(with_=frozenset({choice}))


def fits_of(nearest):
    return {gap.field: gap.fits for gap in nearest.gaps}


def test_leaving_a_question_out_is_never_among_what_fits(nearest_to):
    found = nearest_to(FindingLeaf("strong", negated=True), pain_average=8)

    assert (Gap("pain_average", 8, frozenset(range(7))),) == found.gaps


def test_choices_that_do_as_well_are_told_together(nearest_to):
    found = nearest_to(AnyOf((BURNS, ACHES)), pain_features=("none_of_these",))

    assert {"pain_features": {only("burning"), only("ache")}} == fits_of(found)
    assert not found.others


def test_answers_that_do_as_well_only_with_others_are_another_way(nearest_to):
    either = AnyOf((All((BURNS, STRONG)), All((ACHES, LIGHT))))
    found = nearest_to(either, pain_average=5, pain_features=("none_of_these",))

    assert {"pain_features": {only("burning")}, "pain_average": {7, 8, 9, 10}} == fits_of(found)
    assert found.others


def test_no_answer_can_be_two_things_at_once(nearest_to):
    both = All((AnyOf((STRONG, BURNS)), AnyOf((LIGHT, ACHES))))
    found = nearest_to(both, pain_average=5, pain_features=("none_of_these",))

    assert {"pain_features": {Mixture(frozenset({"burning", "ache"}))}} == fits_of(found)
    assert not found.others


def test_a_choice_that_excludes_the_others_goes_with_none(nearest_to):
    alone = AnswerLeaf("pain_features", Operator.INCLUDES, ("none_of_these",))
    found = nearest_to(All((AnyOf((STRONG, BURNS)), AnyOf((LIGHT, alone)))), pain_average=5)

    assert {"pain_features", "pain_average"} == set(fits_of(found))


@pytest.mark.parametrize(
    ("given", "fit", "answer"),
    [
        (("ache",), Mixture(with_=frozenset({"burning"})), ("burning", "ache")),
        (("burning", "ache"), Mixture(without=frozenset({"ache"})), ("burning",)),
        (("none_of_these",), Mixture(with_=frozenset({"ache"})), ("ache",)),
        (("ache",), Mixture(with_=frozenset({"none_of_these"})), ("none_of_these",)),
        (("ache",), Mixture(without=frozenset({"ache"})), ("none_of_these",)),
        (None, Mixture(with_=frozenset({"ache"})), ("ache",)),
    ],
)
def test_of_what_was_told_as_much_stays_as_can(tiny, given, fit, answer):
    gap = Gap("pain_features", given, frozenset({fit}))

    assert answer == answer_in(gap, fit, tiny.fields["pain_features"])
