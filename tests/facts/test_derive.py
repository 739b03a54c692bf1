from hypothesis import given
from hypothesis import strategies as st

from decision_aid.facts.derive import choice_key, facts_of_answers, facts_of_findings, finding_key
from tests.strategies import everyone
from tests.support.rules import FIELDS
from tests.support.shipped import shipped_rulebook


def test_one_choice_is_a_field_with_the_choice():
    assert {"one": "a"} == facts_of_answers({"one": "a"}, FIELDS)


def test_many_choices_are_a_field_each_chosen_or_not():
    assert {"many__a": 0, "many__b": 1, "many__true": 0, "many__1": 1, "many__01": 0} == (
        facts_of_answers({"many": ("b", "1")}, FIELDS)
    )


def test_a_number_is_a_field_with_the_number():
    assert {"number": 7} == facts_of_answers({"number": 7}, FIELDS)


def test_a_question_without_an_answer_has_no_field():
    assert {} == facts_of_answers({}, FIELDS)


def test_every_finding_is_there_derived_or_not():
    assert {"finding__sore_knee": 1, "finding__old": 0} == facts_of_findings(
        ["sore-knee", "old"], {"sore-knee"}
    )


@given(everyone())
def test_a_fact_is_flat_and_knows_no_null_and_no_truth_value(answers):
    rulebook = shipped_rulebook()
    fact = facts_of_answers(answers, rulebook.fields) | facts_of_findings(rulebook.findings, ())

    assert {str, int} >= {type(value) for value in fact.values()}


FIELD_NAMES = st.from_regex(r"[a-z0-9]+(_[a-z0-9]+){0,2}", fullmatch=True)


@given(st.tuples(FIELD_NAMES, FIELD_NAMES), st.tuples(FIELD_NAMES, FIELD_NAMES))
def test_two_choices_never_share_a_name(one, other):
    assert (one == other) == (choice_key(*one) == choice_key(*other))


def test_no_two_fields_of_the_shipped_rules_share_a_name(rulebook):
    names = [
        *(field.id for field in rulebook.fields.values() if field.kind != "many"),
        *(
            choice_key(f.id, c)
            for f in rulebook.fields.values()
            if f.kind == "many"
            for c in f.choices
        ),
        *map(finding_key, rulebook.findings),
        *("case", "id", "sid"),
    ]

    assert len(names) == len(set(names))


def test_what_somebody_typed_is_in_no_fact(tiny):
    assert {} == facts_of_answers({"own": "anything"}, tiny.fields)
