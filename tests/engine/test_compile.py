import pytest
from hypothesis import given, settings

from decision_aid.engine.compile import ALWAYS_TRUE_NAME, definition_of, pattern_of, rulesets_of
from decision_aid.facts.derive import facts_of_answers, facts_of_findings
from decision_aid.questionnaire.journey import journey_of
from decision_aid.rulebook.check import MOST_BRANCHES
from decision_aid.rulebook.conditions import ALWAYS, All, AnswerLeaf, AnyOf, FindingLeaf, Operator
from decision_aid.rulebook.evaluate import fired_in_reference
from tests.strategies import people
from tests.support.rules import rule

IS_A = AnswerLeaf("one", Operator.IS, ("a",))
A_OR_B = AnswerLeaf("one", Operator.ANY_OF, ("a", "b"))
HAS_A = AnswerLeaf("many", Operator.INCLUDES, ("a",))
AT_LEAST_5 = AnswerLeaf("number", Operator.AT_LEAST, 5)
AT_MOST_5 = AnswerLeaf("number", Operator.AT_MOST, 5)
FOUND = FindingLeaf("sore-knee")


def negated(leaf):
    if isinstance(leaf, FindingLeaf):
        return FindingLeaf(leaf.finding, negated=True)
    return AnswerLeaf(leaf.field, leaf.operator, leaf.operand, negated=True)


@pytest.mark.parametrize(
    ("condition", "pattern"),
    [
        (IS_A, {"one": "a"}),
        (negated(IS_A), {"$neq": {"one": "a"}}),
        (A_OR_B, {"$or": [{"one": "a"}, {"one": "b"}]}),
        (negated(A_OR_B), {"$and": [{"$neq": {"one": "a"}}, {"$neq": {"one": "b"}}]}),
        (HAS_A, {"many__a": 1}),
        (negated(HAS_A), {"many__a": 0}),
        (AT_LEAST_5, {"$gte": {"number": 5}}),
        (negated(AT_LEAST_5), {"$lt": {"number": 5}}),
        (AT_MOST_5, {"$lte": {"number": 5}}),
        (negated(AT_MOST_5), {"$gt": {"number": 5}}),
        (FOUND, {"finding__sore_knee": 1}),
        (negated(FOUND), {"finding__sore_knee": 0}),
        (All((IS_A, HAS_A)), {"$and": [{"one": "a"}, {"many__a": 1}]}),
        (AnyOf((IS_A, HAS_A)), {"$or": [{"one": "a"}, {"many__a": 1}]}),
        (AnyOf((IS_A,)), {"one": "a"}),
        (ALWAYS, {"case": 1}),
    ],
    ids=[
        "is", "is not", "any of", "none of", "includes", "does not include", "at least",
        "less than", "at most", "more than", "finding", "no finding", "all", "any",
        "a branch of one", "always",
    ],
)  # fmt: skip
def test_a_condition_becomes_a_test_on_the_flat_fact(condition, pattern):
    assert pattern == pattern_of(condition)


def test_every_ruleset_has_a_rule_that_is_always_true(tiny):
    for ruleset in rulesets_of(tiny.rules):
        definition = definition_of(ruleset, lambda name: name)

        assert {"all": [{"m": {"case": 1}}], "run": "always"} == definition[ALWAYS_TRUE_NAME]


def test_a_ruleset_holds_the_rules_of_one_file_and_level_in_stages(tiny):
    assert [
        ("urgent", 0, "minimal/urgent/combinations.yaml"),
        ("urgent", 0, "minimal/urgent/out-of-scope.yaml"),
        ("urgent", 0, "minimal/urgent/urgent-low.yaml"),
        ("findings", 1, "minimal/findings/knee.yaml"),
        ("findings", 2, "minimal/findings/knee.yaml"),
        ("findings", 2, "minimal/options/knee-needle.yaml"),
        ("safety", 0, "minimal/safety/safety.yaml"),
        ("options", 0, "minimal/options/exercise.yaml"),
        ("options", 0, "minimal/options/knee-needle.yaml"),
    ] == [(r.stage, r.level, r.rules[0].file) for r in rulesets_of(tiny.rules)]


def test_a_ruleset_knows_the_fields_it_reads():
    (ruleset,) = rulesets_of([rule("r", All((IS_A, HAS_A, FOUND)))])

    assert {"one", "many__a", "finding__sore_knee"} == ruleset.keys


def test_a_long_file_is_split_before_the_engine_could_overflow():
    rules = [rule(f"r{n}", AnyOf((IS_A, HAS_A))) for n in range(MOST_BRANCHES)]

    rulesets = rulesets_of(rules)

    assert [MOST_BRANCHES // 2] * 2 == [len(ruleset.rules) for ruleset in rulesets]
    assert 2 == len({ruleset.name for ruleset in rulesets})


def test_no_rule_is_lost_between_rulesets(rulebook):
    assert sorted(r.id for r in rulebook.rules) == sorted(
        r.id for ruleset in rulesets_of(rulebook.rules) for r in ruleset.rules
    )


def test_a_rule_of_many_branches_has_a_ruleset_of_its_own():
    heavy = rule("heavy", AnyOf((IS_A,) * MOST_BRANCHES))

    assert [["light"], ["heavy"]] == [
        [r.id for r in ruleset.rules] for ruleset in rulesets_of([rule("light", IS_A), heavy])
    ]


def test_without_rules_there_are_no_rulesets():
    assert () == rulesets_of([])


def test_a_ruleset_that_cannot_match_is_not_asked(rulebook, engine):
    answers = {"main_region": "knee", "age_band": "50_59"}
    fact = facts_of_answers(answers, rulebook.fields) | facts_of_findings(
        rulebook.findings, {"adult"}
    )
    asked = {ruleset.rules[0].file for ruleset in engine.rulesets if ruleset.may_match(fact)}

    assert "rules/options/no-procedure.yaml" in asked
    assert "rules/options/lumbar-epidural-steroid-injection.yaml" not in asked


@given(people())
@settings(max_examples=150)
def test_a_ruleset_with_a_rule_that_holds_is_always_asked(rulebook, engine, answers):
    counted = journey_of(rulebook, answers).counted
    fired = fired_in_reference(rulebook, counted)
    findings = {rule.effect.target for rule in rulebook.rules if rule.id in fired}
    fact = facts_of_answers(counted, rulebook.fields)
    fact |= facts_of_findings(rulebook.findings, findings)
    needed = [r for r in engine.rulesets if any(rule.id in fired for rule in r.rules)]

    assert all(ruleset.may_match(fact) for ruleset in needed)
