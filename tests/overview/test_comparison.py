"""Options side by side: the same rows for each, one denominator a row, always the same order."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.language import Untranslated, catalogue, speaking
from decision_aid.overview.comparison import MOST_OPTIONS, comparison_of
from decision_aid.overview.numbers import in_short, on_scale
from tests.overview.test_numbers import outcome, outcomes
from tests.support.shipped import shipped_rulebook

RULEBOOK = shipped_rulebook()
#: One with a number out of 1,000 on harms, and one with numbers out of 100.
SMALL, LARGE = "interspinous-spacer", "lumbar-epidural-steroid-injection"


def names(chosen):
    return [compared.option.id for compared in comparison_of(chosen, RULEBOOK).compared]


def test_no_procedure_is_always_there_and_first():
    assert ["no-procedure"] == names(())
    assert ["no-procedure", "exercise-therapy"] == names(("exercise-therapy",))
    assert ["no-procedure"] == names(("no-procedure",))


def test_the_order_is_that_of_the_names_however_they_were_chosen():
    chosen = ("spinal-cord-stimulation", "exercise-therapy", "medial-branch-block")

    assert 1 == len({tuple(names(order)) for order in permutations(chosen)})
    assert sorted(RULEBOOK.options[name].name for name in chosen) == [
        RULEBOOK.options[name].name for name in names(chosen)[1:]
    ]


@given(st.sets(st.sampled_from(sorted(RULEBOOK.options)), max_size=MOST_OPTIONS))
def test_numbers_of_a_row_are_out_of_as_many_people(chosen):
    comparison = comparison_of(chosen, RULEBOOK)
    for side, people in comparison.people.items():
        found = [n for one in comparison.compared for n in one.numbers[side]]

        assert {people} >= {number.outcome.people for number in found}
        assert len(found) == sum(
            outcome.side == side for one in comparison.compared for outcome in one.option.outcomes
        )


def test_one_small_number_puts_its_whole_row_out_of_1000():
    comparison = comparison_of((LARGE, "exercise-therapy"), RULEBOOK)

    assert {"benefit": 100, "harm": 1000} == dict(comparison.people)
    assert {"benefit": 100, "harm": 100} == dict(comparison_of((SMALL,), RULEBOOK).people)


@given(outcomes())
def test_another_scale_tells_the_same_share(one):
    larger = on_scale(one, 1000)

    assert larger.with_ * one.people == one.with_ * larger.people
    assert one.without is None or larger.without * one.people == one.without * larger.people


@pytest.mark.parametrize("count", [0, 100])
def test_none_and_all_claim_no_more_than_was_counted(count):
    one = outcome(**{"with": count})

    assert one == on_scale(one, 1000)


def test_a_number_in_short_holds_both_arms_or_says_that_nobody_was_compared():
    assert (
        "48 out of 100 people had half of their pain gone at 6 months. "
        "Without it (usual care): 9 out of 100." == in_short(outcome())
    )
    assert "There was no comparison group" in in_short(outcome(without=None, effect="not-known"))


def test_a_number_in_short_is_of_one_language():
    english = in_short(outcome())
    untranslated = outcome().model_copy(update={"event": Untranslated(outcome().event)})

    with speaking(catalogue("es")):
        assert in_short(untranslated) == english
        assert isinstance(in_short(untranslated), Untranslated)
