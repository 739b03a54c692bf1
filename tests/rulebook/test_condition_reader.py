import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.rulebook.condition_reader import ConditionReader
from decision_aid.rulebook.conditions import All, AnswerLeaf, AnyOf, FindingLeaf, Operator, leaves
from decision_aid.rulebook.documents import document_of
from decision_aid.rulebook.evaluate import holds
from decision_aid.rulebook.model import Field

FIELDS = {
    "place": Field("place", "one", "pain", "place", ("back", "knee", "hip")),
    "words": Field("words", "many", "pain", "words", ("burning", "ache")),
    "strength": Field("strength", "number", "pain", "strength", low=0, high=10),
}
SIGN = AnyOf((AnswerLeaf("words", Operator.INCLUDES, ("ache",)),))


def read(text):
    problems = []
    document = document_of(f"when: {text}\n", "a.yaml")
    reader = ConditionReader(document, FIELDS, frozenset({"f", "g"}), {"s": SIGN}, problems)
    condition = reader.read(document.root["when"], ("when",))
    assert (condition is None) == bool(problems)
    return condition or [str(problem) for problem in problems]


BACK = AnswerLeaf("place", Operator.IS, ("back",))
NOT_BACK = AnswerLeaf("place", Operator.IS, ("back",), negated=True)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("{answer: place, is: back}", BACK),
        (
            "{answer: place, any_of: [back, hip]}",
            AnswerLeaf("place", Operator.ANY_OF, ("back", "hip")),
        ),
        ("{answer: words, includes: ache}", AnswerLeaf("words", Operator.INCLUDES, ("ache",))),
        ("{answer: strength, at_least: 3}", AnswerLeaf("strength", Operator.AT_LEAST, 3)),
        ("{answer: strength, at_most: 0}", AnswerLeaf("strength", Operator.AT_MOST, 0)),
        ("{finding: f}", FindingLeaf("f")),
        ("{sign: s}", SIGN),
        ("{all: [{answer: place, is: back}, {finding: f}]}", All((BACK, FindingLeaf("f")))),
        ("{any: [{answer: place, is: back}, {finding: f}]}", AnyOf((BACK, FindingLeaf("f")))),
    ],
    ids=["is", "any_of", "includes", "at_least", "at_most", "finding", "sign", "all", "any"],
)
def test_each_word_of_a_condition_is_read(text, condition):
    assert condition == read(text)


def test_several_of_many_choices_become_one_branch_each():
    assert AnyOf(
        (
            AnswerLeaf("words", Operator.INCLUDES, ("burning",)),
            AnswerLeaf("words", Operator.INCLUDES, ("ache",)),
        )
    ) == read("{answer: words, includes_any: [burning, ache]}")


def test_one_of_many_choices_needs_no_branch():
    assert AnswerLeaf("words", Operator.INCLUDES, ("ache",)) == read(
        "{answer: words, includes_any: [ache]}"
    )


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("{not: {answer: place, is: back}}", NOT_BACK),
        ("{not: {finding: f}}", FindingLeaf("f", negated=True)),
        ("{not: {not: {answer: place, is: back}}}", BACK),
        (
            "{not: {all: [{answer: place, is: back}, {finding: f}]}}",
            AnyOf((NOT_BACK, FindingLeaf("f", negated=True))),
        ),
        (
            "{not: {any: [{answer: place, is: back}, {not: {finding: f}}]}}",
            All((NOT_BACK, FindingLeaf("f"))),
        ),
        (
            "{not: {answer: words, includes_any: [burning, ache]}}",
            All(
                (
                    AnswerLeaf("words", Operator.INCLUDES, ("burning",), negated=True),
                    AnswerLeaf("words", Operator.INCLUDES, ("ache",), negated=True),
                )
            ),
        ),
        (
            "{not: {answer: strength, at_least: 3}}",
            AnswerLeaf("strength", Operator.AT_LEAST, 3, negated=True),
        ),
        ("{not: {not: {sign: s}}}", SIGN),
    ],
    ids=["answer", "finding", "twice", "all", "any", "several choices", "number", "sign twice"],
)
def test_not_is_pushed_to_the_leaves(text, condition):
    assert condition == read(text)


def test_a_leaf_knows_where_it_stands():
    (leaf, finding) = leaves(read("{all: [{answer: place, is: back}, {finding: f}]}"))

    assert "a.yaml:1:34" == str(leaf.place)
    assert "a.yaml:1:51" == str(finding.place)


def test_all_faults_of_a_condition_are_told_at_once():
    problems = read("{all: [{answer: plce, is: back}, {finding: h}, {any: [{sign: t}]}]}")

    assert ["a.yaml:1:23", "a.yaml:1:50", "a.yaml:1:68"] == [
        problem.split(": unknown")[0] for problem in problems
    ]


def raw_conditions():
    leaf = st.one_of(
        st.sampled_from(FIELDS["place"].choices).map(lambda c: {"answer": "place", "is": c}),
        st.sampled_from(FIELDS["words"].choices).map(lambda c: {"answer": "words", "includes": c}),
        st.integers(0, 10).map(lambda n: {"answer": "strength", "at_least": n}),
        st.sampled_from("fg").map(lambda f: {"finding": f}),
    )
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"all": tuple(parts)}),
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"any": tuple(parts)}),
            inner.map(lambda part: {"not": part}),
        ),
        max_leaves=8,
    )


EVERYTHING_ANSWERED = st.fixed_dictionaries(
    {
        "place": st.sampled_from(FIELDS["place"].choices),
        "words": st.sampled_from([("burning",), ("ache",), ("burning", "ache")]),
        "strength": st.integers(0, 10),
    }
)


@given(raw_conditions(), EVERYTHING_ANSWERED, st.sets(st.sampled_from("fg")))
def test_where_everything_is_answered_not_is_the_opposite(raw, answers, findings):
    reader = ConditionReader(document_of("{}", "a"), FIELDS, frozenset("fg"), {}, [])
    plain, opposite = reader.read(raw, ()), reader.read({"not": raw}, ())

    assert holds(plain, answers, findings) != holds(opposite, answers, findings)
