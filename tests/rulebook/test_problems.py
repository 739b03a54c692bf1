import pytest

from decision_aid.rulebook.problems import Place, Problem, RulebookError, unknown


def test_the_nearest_valid_name_is_named():
    assert 'unknown place "kne"; did you mean "knee"? Allowed: hip, knee.' == unknown(
        "place", "kne", ["knee", "hip"]
    )


def test_a_name_that_is_near_to_nothing_gets_no_hint():
    assert 'unknown place "moon". Allowed: hip, knee.' == unknown("place", "moon", ["knee", "hip"])


def test_where_nothing_is_allowed_the_message_says_so():
    assert 'unknown finding "x". Allowed: none.' == unknown("finding", "x", [])


def test_a_long_list_of_names_is_left_out():
    names = [f"place-{n}" for n in range(13)]

    assert 'unknown place "place-77"; did you mean "place-7"?' == unknown(
        "place", "place-77", names
    )


def test_a_problem_reads_as_file_line_column_message():
    assert "rules/a.yaml:3:5: mend this." == str(Problem(Place("rules/a.yaml", 3, 5), "mend this."))


@pytest.mark.parametrize("times", [1, 2])
def test_a_problem_is_told_once_and_in_file_order(times):
    late, early = Problem(Place("b", 1, 1), "late."), Problem(Place("a", 9, 1), "early.")

    assert (early, late) == RulebookError([late, early] * times).problems
