"""The traps of durable-rules (design 5, decision 0002), each as a test on our wrapper."""

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from random import Random

import pytest
from durable import engine as durable
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.engine import run
from decision_aid.engine.compile import rulesets_of
from decision_aid.engine.run import Engine, EngineError
from decision_aid.facts.derive import facts_of_answers
from decision_aid.rulebook.conditions import ALWAYS, All, AnswerLeaf, AnyOf, FindingLeaf, Operator
from decision_aid.rulebook.evaluate import fired_in_reference, holds
from tests.strategies import wild
from tests.support.python import run_python
from tests.support.rules import CHOICES, FIELDS, rule, with_rules
from tests.support.shipped import shipped_engine, shipped_rulebook

IS_A = AnswerLeaf("one", Operator.IS, ("a",))
HAS_A = AnswerLeaf("many", Operator.INCLUDES, ("a",))
HAS_B = AnswerLeaf("many", Operator.INCLUDES, ("b",))
TOLD = "what-a-person-told"


NAMES = st.sampled_from(CHOICES)


def conditions():
    leaf = st.one_of(
        st.builds(lambda c, n: AnswerLeaf("one", Operator.IS, (c,), n), NAMES, st.booleans()),
        st.builds(
            lambda c, n: AnswerLeaf("other", Operator.ANY_OF, tuple(sorted(c)), n),
            st.sets(NAMES, min_size=1),
            st.booleans(),
        ),
        st.builds(
            lambda c, n: AnswerLeaf("many", Operator.INCLUDES, (c,), n), NAMES, st.booleans()
        ),
        st.builds(
            lambda o, i, n: AnswerLeaf("number", o, i, n),
            st.sampled_from((Operator.AT_LEAST, Operator.AT_MOST)),
            st.integers(0, 10),
            st.booleans(),
        ),
    )
    return st.recursive(
        leaf,
        lambda inner: st.builds(
            lambda kind, parts: kind(tuple(parts)),
            st.sampled_from((All, AnyOf)),
            st.lists(inner, min_size=1, max_size=3),
        ),
        max_leaves=7,
    )


ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "one": NAMES,
        "other": NAMES,
        "many": st.sets(NAMES, min_size=1).map(lambda c: tuple(sorted(c))),
        "number": st.integers(0, 10),
    },
)


@pytest.fixture
def fires(tiny):
    """The rules that fire, of these conditions: ``fires({"r": condition}, {"one": "a"})``."""

    def fired(conditions, answers):
        rulebook = with_rules(tiny, [rule(name, when) for name, when in conditions.items()])
        return Engine.of(rulebook).fired(answers)

    return fired


def test_all_rules_that_match_a_fact_fire_and_not_only_the_first(fires):
    assert {"first", "second", "third"} == fires(
        dict.fromkeys(("first", "second", "third"), IS_A), {"one": "a"}
    )


def test_a_rule_with_several_matching_branches_fires_once(fires):
    assert frozenset({"r"}) == fires({"r": AnyOf((HAS_A, HAS_B))}, {"many": ("a", "b")})


def test_a_fact_that_matches_nothing_does_no_harm(fires):
    # The first test holds, so the ruleset is not skipped as one that cannot match.
    assert frozenset() == fires({"r": All((IS_A, HAS_A))}, {"one": "a", "many": ("b",)})


def test_many_facts_that_match_nothing_do_not_crash_the_process():
    done = run_python(
        "from tests.support.shipped import *\n"
        "rulebook, engine = shipped_rulebook(), shipped_engine()\n"
        "told = {'main_region': 'low_back', 'duration': 'not_sure'}\n"
        "for _ in range(50): engine.fired(told)"
    )

    assert (0, "") == (done.returncode, done.stderr)


def test_a_rule_that_always_holds_fires_even_without_answers(fires):
    assert {"r"} == fires({"r": ALWAYS}, {})


def test_the_same_answers_twice_fire_the_same_rules(tiny, tiny_engine):
    answers = {"main_region": "knee", "pain_features": ("burning",)}

    assert (
        tiny_engine.fired(answers)
        == tiny_engine.fired(answers)
        == fired_in_reference(tiny, answers)
    )


def test_one_evaluation_leaves_nothing_for_the_next(tiny, tiny_engine):
    knee = {"main_region": "knee", "pain_features": ("burning",)}
    before = tiny_engine.fired({"main_region": "low_back"})
    tiny_engine.fired(knee)

    assert before == tiny_engine.fired({"main_region": "low_back"})


def test_every_evaluation_deletes_its_own_state(tiny, tiny_engine, monkeypatch):
    asserted, deleted = [], []
    real_assert, real_delete = tiny_engine._host.assert_fact, tiny_engine._host.delete_state
    monkeypatch.setattr(
        tiny_engine._host,
        "assert_fact",
        lambda name, fact: (asserted.append((name, fact["sid"])), real_assert(name, fact))[1],
    )
    monkeypatch.setattr(
        tiny_engine._host,
        "delete_state",
        lambda name, sid: (deleted.append((name, sid)), real_delete(name, sid))[1],
    )
    for _ in range(2):
        tiny_engine.fired({"main_region": "knee"})

    assert asserted == deleted
    assert asserted
    assert len(asserted) == len({sid for _, sid in asserted})


def test_memory_stays_flat_over_thousands_of_evaluations():
    done = run_python(
        "import resource\n"
        "from pathlib import Path\n"
        "from decision_aid.engine.run import Engine\n"
        "from decision_aid.rulebook.load import load_rulebook\n"
        "rulebook = load_rulebook(Path('tests/rulebook/minimal'))\n"
        "engine = Engine.of(rulebook)\n"
        "def used(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "def work(times):\n"
        "    for _ in range(times): engine.fired({'main_region': 'knee'})\n"
        "work(200)\n"
        "before = used()\n"
        "work(3000)\n"
        "print(used() - before)"
    )

    assert done.stderr == ""
    # 27,000 rulesets run; without delete_state each leaves about 8 KB.
    assert int(done.stdout) < 16 * 1024


def test_an_error_inside_an_action_is_not_hidden(tiny, monkeypatch):
    def failing(name):
        def fire(_closure):
            raise RuntimeError(TOLD)

        return fire

    monkeypatch.setattr(run, "_action", failing)
    engine = Engine.of(tiny)

    with pytest.raises(EngineError, match="an action failed in the ruleset findings-1-") as raised:
        engine.fired({"main_region": "knee"})
    assert TOLD not in str(raised.value)


def test_a_ruleset_that_does_not_run_to_its_end_is_an_error(tiny, tiny_engine, monkeypatch):
    monkeypatch.setattr(tiny_engine._host, "assert_fact", lambda _name, _fact: {})

    with pytest.raises(EngineError, match="did not run to its end"):
        tiny_engine.fired({"main_region": "knee"})


@pytest.fixture
def failing_engine(tiny, tiny_engine, monkeypatch):
    """An engine whose library fails as it does: with the whole fact in the error's text."""

    def fail(_name, fact):
        raise durable.MessageNotHandledException(fact)

    monkeypatch.setattr(tiny_engine._host, "assert_fact", fail)
    return tiny_engine


def test_the_text_of_an_error_holds_no_answer(tiny, failing_engine):
    with pytest.raises(EngineError) as raised:
        failing_engine.fired({"main_region": "knee"})

    assert "knee" not in str(raised.value).replace("minimal/", "").replace("knee.yaml", "")
    assert str(raised.value).endswith("failed with MessageNotHandledException")


def test_the_error_brings_no_other_error_along_that_could_be_logged(tiny, failing_engine):
    with pytest.raises(EngineError) as raised:
        failing_engine.fired({"main_region": "knee"})

    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__


def test_the_library_logs_nothing(tiny, monkeypatch, caplog):
    caplog.set_level(logging.DEBUG)

    def spoiling(closure):
        closure.s.told = {TOLD}

    # A set is no JSON, so the library fails while it keeps the state, and logs that.
    monkeypatch.setattr(run, "_action", lambda _name: spoiling)

    with pytest.raises(EngineError):
        Engine.of(tiny).fired({"main_region": "knee"})

    assert [] == caplog.records


def test_no_thread_runs_in_the_background(tiny):
    before = set(threading.enumerate())

    Engine.of(tiny).fired({"main_region": "knee"})

    assert before == set(threading.enumerate())


def test_threads_share_one_engine_and_each_gets_its_own_result(rulebook, engine):
    random = Random(5)
    people = [_random_answers(rulebook, random) for _ in range(40)]
    expected = [fired_in_reference(rulebook, answers) for answers in people]

    with ThreadPoolExecutor(8) as pool:
        for _ in range(3):
            assert expected == list(pool.map(engine.fired, people))


def _random_answers(rulebook, random):
    answers = {}
    for field in rulebook.fields.values():
        if field.role == "urgent":
            continue
        if field.kind == "number":
            answers[field.id] = random.randint(field.low, field.high)
        elif field.kind == "text":
            answers[field.id] = "Words of my own"
        else:
            choice = random.choice([c for c in field.choices if c != "under_18"])
            answers[field.id] = choice if field.kind == "one" else (choice,)
    return {name: answers[name] for name in answers if name not in {"about_you", "cancer_link"}}


@given(NAMES, NAMES)
def test_choices_that_look_alike_are_told_apart(tiny, chosen, asked):
    leaf = AnswerLeaf("one", Operator.IS, (asked,))
    opposite = replace(leaf, negated=True)
    rulebook = with_rules(tiny, [rule("same", leaf), rule("other", opposite)])

    expected = {"same"} if chosen == asked else {"other"}
    assert expected == Engine.of(rulebook).fired({"one": chosen})


def test_a_choice_stays_a_text_and_a_number_a_number():
    fact = facts_of_answers({"one": "1", "number": 1, "many": ("01",)}, FIELDS)

    assert ("1", 1, 1, 0) == (fact["one"], fact["number"], fact["many__01"], fact["many__1"])


@pytest.mark.parametrize("negated", [False, True], ids=["plain", "negated"])
@pytest.mark.parametrize(
    "leaf",
    [
        IS_A,
        AnswerLeaf("one", Operator.ANY_OF, ("a", "b")),
        HAS_A,
        AnswerLeaf("number", Operator.AT_LEAST, 5),
        AnswerLeaf("number", Operator.AT_MOST, 5),
    ],
    ids=["is", "any of", "includes", "at least", "at most"],
)
def test_a_question_without_an_answer_fails_every_test(fires, leaf, negated):
    assert frozenset() == fires({"r": replace(leaf, negated=negated)}, {"other": "a"})


def test_a_ruleset_is_given_only_the_fields_it_reads(tiny, tiny_engine, monkeypatch):
    given = {}
    real = tiny_engine._host.assert_fact
    monkeypatch.setattr(
        tiny_engine._host,
        "assert_fact",
        lambda name, fact: (given.update({name: set(fact)}), real(name, fact))[1],
    )
    tiny_engine.fired({"main_region": "knee", "pain_features": ("ache",), "pain_average": 1})

    keys = {ruleset.name: ruleset.keys for ruleset in tiny_engine.rulesets}
    assert len(given) > 2
    for name, fields in given.items():
        assert fields <= keys[name] | {"case", "sid", "id"}


def test_a_ruleset_that_cannot_match_is_not_asked(tiny, tiny_engine, monkeypatch):
    asked = []
    real = tiny_engine._host.assert_fact
    monkeypatch.setattr(
        tiny_engine._host,
        "assert_fact",
        lambda name, fact: (asked.append(name), real(name, fact))[1],
    )
    tiny_engine.fired({"main_region": "low_back"})

    assert ["options-0-minimal/options/exercise.yaml-0"] == asked


@given(conditions(), ANSWERS)
def test_a_ruleset_that_may_not_match_holds_no_rule_that_does(tiny, when, answers):
    rulebook = with_rules(tiny, [rule("r", when)])
    (ruleset,) = rulesets_of(rulebook.rules)

    if holds(when, answers):
        assert ruleset.may_match(facts_of_answers(answers, FIELDS))


def test_an_urgent_sign_ends_the_run_after_the_first_stage(tiny, tiny_engine):
    assert {"saddle-numbness"} == tiny_engine.fired(
        {"main_region": "knee", "urgent_low": ("saddle",)}
    )


def test_a_reason_to_stop_ends_the_run_after_the_first_stage(tiny, tiny_engine):
    assert {"under-18"} == tiny_engine.fired({"main_region": "knee", "age_band": "under_18"})


def test_a_finding_is_seen_by_the_levels_above_it(tiny, tiny_engine):
    fired = tiny_engine.fired({"main_region": "knee", "pain_features": ("burning",)})

    assert {"sore-knee", "sore-knee-that-burns", "knee-needle-ask-1"} <= fired


@settings(max_examples=12)
@given(wild(), st.randoms(use_true_random=False))
def test_the_order_of_rules_plays_no_part(answers, random):
    rulebook = shipped_rulebook()
    rules = list(rulebook.rules)
    random.shuffle(rules)
    shuffled = replace(rulebook, rules=tuple(rules))

    assert shipped_engine().fired(answers) == Engine.of(shuffled).fired(answers)


@given(st.lists(conditions(), min_size=1, max_size=5), st.lists(ANSWERS, min_size=1, max_size=3))
def test_the_engine_reads_any_condition_as_the_reference_does(tiny, whens, several):
    rulebook = with_rules(tiny, [rule(f"r{n}", when) for n, when in enumerate(whens)])
    engine = Engine.of(rulebook)

    for answers in several:
        assert fired_in_reference(rulebook, answers) == engine.fired(answers)


def test_findings_are_given_to_a_ruleset_whether_derived_or_not(tiny):
    seen = rule("seen", FindingLeaf("sore-knee"))
    unseen = rule("unseen", FindingLeaf("sore-knee", negated=True))
    rulebook = replace(tiny, rules=(seen, unseen))

    assert {"unseen"} == Engine.of(rulebook).fired({})
