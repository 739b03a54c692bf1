import json
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings

from decision_aid.engine.run import Engine
from decision_aid.overview.as_json import as_json
from decision_aid.pipeline import ReadingsDiffer, overview_of
from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.journey import journey_of
from decision_aid.rulebook.conditions import ALWAYS
from decision_aid.rulebook.evaluate import fired_in_reference
from tests.strategies import everyone, people
from tests.support.python import run_python
from tests.support.shipped import shipped_engine, shipped_rulebook


def readings_of(answers, rulebook, engine):
    counted = journey_of(rulebook, answers).counted
    return fired_in_reference(rulebook, counted), engine.fired(counted)


def text_of(answers, rulebook, engine):
    return json.dumps(as_json(overview_of(answers, rulebook, engine)), ensure_ascii=False)


def test_both_readings_agree_on_every_worked_case(rulebook, engine, cases):
    assert len(cases) >= 40
    for case in cases:
        reference, fired = readings_of(case.answers, rulebook, engine)
        assert reference == fired, case.id


@settings(max_examples=150)
@given(everyone())
def test_both_readings_agree_on_anyone(answers):
    reference, fired = readings_of(answers, shipped_rulebook(), shipped_engine())

    assert reference == fired


@given(people(calm=True, whole=True))
def test_both_readings_agree_on_people_who_answer_everything_and_have_nothing_urgent(answers):
    reference, fired = readings_of(answers, shipped_rulebook(), shipped_engine())

    assert reference == fired


@pytest.fixture
def differing(tiny):
    """An engine in which one rule was changed behind the rulebook's back."""
    rules = [
        replace(rule, when=ALWAYS) if rule.id == "exercise-ask-1" else rule for rule in tiny.rules
    ]
    return Engine.of(replace(tiny, rules=tuple(rules)))


ALL_OVER = Answers.of(
    {"age_band": "18_plus", "main_region": "all_over", "urgent_low": ("none_of_these",)}
)


def test_where_the_readings_differ_there_is_no_overview(tiny, differing):
    with pytest.raises(ReadingsDiffer) as raised:
        overview_of(ALL_OVER, tiny, differing)

    assert {"exercise-ask-1"} == raised.value.rules


def test_the_difference_is_told_by_rule_without_answers(tiny, differing):
    with pytest.raises(ReadingsDiffer) as raised:
        overview_of(ALL_OVER, tiny, differing)

    assert "the two readings differ on: exercise-ask-1" == str(raised.value)


def test_where_the_changed_rule_plays_no_part_there_is_an_overview(tiny, differing):
    told = ALL_OVER.changed({"main_region": "knee"})

    assert overview_of(told, tiny, differing).entry("exercise").section == "worth-asking"


@settings(max_examples=15)
@given(everyone())
def test_the_same_answers_give_the_same_overview_byte_for_byte(answers):
    rulebook, engine = shipped_rulebook(), shipped_engine()
    again = Answers.of(dict(reversed(list(answers.items()))))

    assert text_of(answers, rulebook, engine) == text_of(again, rulebook, Engine.of(rulebook))


def test_the_same_answers_give_the_same_overview_whatever_the_hash_seed(cases):
    code = (
        "from tests.support.shipped import *\n"
        "from tests.test_pipeline import text_of\n"
        "from decision_aid.cases import load_cases\n"
        "from decision_aid.resources import resource_dir\n"
        "rulebook, engine = shipped_rulebook(), shipped_engine()\n"
        "for case in load_cases(resource_dir('rules'), rulebook)[::9]:\n"
        "    print(text_of(case.answers, rulebook, engine))"
    )
    one, other = (run_python(code, PYTHONHASHSEED=seed) for seed in ("1", "2"))

    assert (0, "") == (one.returncode, one.stderr)
    assert len(one.stdout.splitlines()) == len(cases[::9])
    assert one.stdout == other.stdout


def test_the_order_of_rules_changes_no_byte_of_an_overview(rulebook, engine, cases):
    rules = list(rulebook.rules)
    Random(3).shuffle(rules)
    shuffled = replace(rulebook, rules=tuple(rules))
    other = Engine.of(shuffled)

    for case in cases[::5]:
        assert text_of(case.answers, rulebook, engine) == text_of(case.answers, shuffled, other)


def test_so_far_a_person_who_has_not_come_to_the_signs_is_told_of_none(tiny, tiny_engine):
    told = Answers.of({"age_band": "18_plus", "main_region": "low_back"})

    assert "emergency" == overview_of(told, tiny, tiny_engine).urgency
    assert None is overview_of(told, tiny, tiny_engine, so_far=True).urgency
