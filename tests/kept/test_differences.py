"""What another edition says differently, and which rule makes it so."""

from dataclasses import replace

import pytest

from decision_aid.engine.run import Engine
from decision_aid.kept.differences import differences_of
from decision_aid.kept.outcome import digest_of
from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.journey import journey_of
from decision_aid.rulebook.conditions import All, AnswerLeaf, AnyOf, FindingLeaf, Operator
from decision_aid.rulebook.model import Effect, Rule
from tests.kept.conftest import KNEE


@pytest.fixture
def against(knee):
    """Compare the knee that was kept with what another rulebook says to it."""

    def compared(rulebook, kept=knee):
        answers = kept.shown.answers
        overview = overview_of(answers, rulebook, Engine.of(rulebook))
        return differences_of(kept.shown, overview, journey_of(rulebook, answers), rulebook)

    return compared


def without(rulebook, name):
    return replace(rulebook, rules=tuple(rule for rule in rulebook.rules if rule.id != name))


def with_rule(rulebook, name, **parts):
    rules = tuple(replace(r, **parts) if r.id == name else r for r in rulebook.rules)
    return replace(rulebook, rules=rules)


def told(change):
    return [(cause.rule, cause.how) for cause in change.causes]


THIN = AnswerLeaf("pain_average", Operator.AT_MOST, 2)


def test_the_same_rules_make_no_difference(against, tiny):
    assert not against(tiny)


def test_other_words_or_sources_of_a_rule_make_no_difference(against, tiny):
    assert not against(with_rule(tiny, "knee-needle-ask-1", because="Other words.", cites=()))


def test_the_order_of_a_condition_makes_no_difference(tiny):
    rule = next(rule for rule in tiny.rules if rule.id == "knee-needle-first-1")

    assert digest_of(rule) == digest_of(replace(rule, when=All(tuple(reversed(rule.when.parts)))))


@pytest.mark.parametrize(
    "when",
    [
        AnyOf((FindingLeaf("sore-knee"), THIN)),
        All((FindingLeaf("sore-knee", negated=True), THIN)),
        All((FindingLeaf("sore-knee"), replace(THIN, operand=3))),
        All((FindingLeaf("sore-knee"), replace(THIN, operator=Operator.AT_LEAST))),
        All((FindingLeaf("sore-knee"), replace(THIN, field="pain_worst"))),
    ],
)
def test_another_condition_has_another_digest(when, tiny):
    rule = replace(tiny.rules[0], when=All((FindingLeaf("sore-knee"), THIN)))

    assert digest_of(rule) != digest_of(replace(rule, when=when))


@pytest.mark.parametrize(
    "effect", [Effect("argument", "exercise", "caution"), Effect("argument", "knee-needle", "ask")]
)
def test_another_effect_has_another_digest(effect, tiny):
    rule = replace(tiny.rules[0], effect=Effect("argument", "exercise", "ask"))

    assert digest_of(rule) != digest_of(replace(rule, effect=effect))


def test_a_rule_that_is_gone_is_told_in_the_words_of_the_file(against, tiny):
    (change,) = against(without(tiny, "knee-needle-ask-1")).options

    assert ("Needle treatment of the knee", "worth-asking", "other") == (
        change.name,
        change.before,
        change.now,
    )
    assert [("knee-needle-ask-1", "gone")] == told(change)
    assert "The knee hurts and burns." == change.causes[0].because


def test_a_rule_that_was_changed_is_told_as_it_is_now(against, tiny):
    (change,) = against(with_rule(tiny, "knee-needle-ask-1", when=THIN)).options
    (cause,) = change.causes

    assert ("other", "changed") == (change.now, cause.how)
    assert "How strong is it?" in cause.when
    assert "2 or less" in cause.when
    assert ("trial",) == cause.cites


def test_a_rule_that_now_says_care_is_told(against, tiny):
    effect = Effect("argument", "knee-needle", "caution")
    (change,) = against(with_rule(tiny, "knee-needle-ask-1", effect=effect)).options

    assert [("knee-needle-ask-1", "changed")] == told(change)


def test_a_new_rule_is_told(against, tiny):
    new = Rule(
        "knee-needle-caution-2",
        "rules/options/knee-needle.yaml",
        "options",
        AnswerLeaf("main_region", Operator.IS, ("knee",)),
        Effect("argument", "knee-needle", "caution"),
        "Needles can hurt.",
        ("leaflet",),
    )
    (change,) = against(replace(tiny, rules=(*tiny.rules, new))).options

    assert ("worth-asking", "with-care") == (change.before, change.now)
    assert [("knee-needle-caution-2", "speaks")] == told(change)


def test_a_rule_that_fell_silent_names_the_pattern_behind_it(against, tiny):
    changed = with_rule(tiny, "sore-knee-that-burns", when=THIN)
    (change,) = against(changed).options
    (cause,) = change.causes

    assert ("knee-needle-ask-1", "silent") == (cause.rule, cause.how)
    assert [("sore-knee-that-burns", "changed")] == [(b.rule, b.how) for b in cause.behind]


def test_an_option_that_stays_for_other_reasons_is_told(against, tiny):
    ask = next(rule for rule in tiny.rules if rule.id == "exercise-ask-1")
    second = replace(ask, id="exercise-ask-2", because="It helps sleep.")
    (change,) = against(replace(tiny, rules=(*tiny.rules, second))).options

    assert not change.moved
    assert [("exercise-ask-2", "speaks")] == told(change)


def test_reasons_about_an_option_that_nothing_points_to_are_no_news(kept_by, tiny, against):
    all_over = kept_by(tiny, {**KNEE, "main_region": "all_over", "urgent_low": ("none_of_these",)})
    new = replace(
        next(rule for rule in tiny.rules if rule.id == "knee-needle-caution-1"),
        id="knee-needle-caution-2",
        when=AnswerLeaf("main_region", Operator.IS, ("all_over",)),
    )

    assert not against(replace(tiny, rules=(*tiny.rules, new)), all_over)


def test_an_option_that_is_gone_is_named(against, tiny):
    options = {name: one for name, one in tiny.options.items() if name != "knee-needle"}
    rules = tuple(rule for rule in tiny.rules if rule.effect.target != "knee-needle")
    (change,) = against(replace(tiny, options=options, rules=rules)).options

    assert ("Needle treatment of the knee", None) == (change.name, change.now)


def test_a_new_option_is_named_where_something_points_to_it_and_counted_else(against, tiny):
    twin = tiny.options["exercise"].model_copy(update={"id": "walking", "name": "Walking"})
    ask = next(rule for rule in tiny.rules if rule.id == "exercise-ask-1")
    rule = replace(ask, id="walking-ask-1", effect=Effect("argument", "walking", "ask"))
    more = replace(tiny, options={**tiny.options, "walking": twin})
    pointed_to = against(replace(more, rules=(*more.rules, rule)))

    assert [("Walking", None)] == [(c.name, c.before) for c in pointed_to.options]
    assert 0 == pointed_to.other_options
    assert (1, ()) == (against(more).other_options, against(more).options)


def test_a_new_question_is_named(against, knee, tiny):
    kept = replace(knee, shown=replace(knee.shown, seen=knee.shown.seen - {"pain_average"}))

    assert ("How strong is it?",) == against(tiny, kept).new_questions


def test_while_the_questions_are_not_done_nothing_is_new(against, knee, tiny):
    kept = replace(knee, shown=replace(knee.shown, seen=frozenset(), came_out=None))

    assert not against(tiny, kept)


def test_a_sign_that_no_longer_calls_for_help_is_told_with_its_rule(kept_by, tiny, against):
    back = {**KNEE, "main_region": "low_back", "urgent_low": ("saddle",)}
    found = against(without(tiny, "saddle-numbness"), kept_by(tiny, back))

    assert "emergency" == found.called_for_help
    assert [("saddle-numbness", "gone", "Nerves may be squeezed.")] == [
        (cause.rule, cause.how, cause.because) for cause in found.help_causes
    ]


def test_a_new_urgent_sign_is_left_to_the_care_card(kept_by, tiny, against):
    back = kept_by(
        without(tiny, "saddle-numbness"),
        {**KNEE, "main_region": "low_back", "urgent_low": ("saddle",)},
    )

    assert not against(tiny, back)


def test_a_reason_to_stop_that_is_gone_is_told(kept_by, tiny, against):
    child = kept_by(tiny, {**KNEE, "age_band": "under_18"})

    assert against(without(tiny, "under-18"), child).was_stopped
    assert not against(tiny, child)
