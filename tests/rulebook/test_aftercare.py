import pytest

from decision_aid.rulebook.aftercare import is_for


@pytest.mark.parametrize(
    ("names", "is_for_it"),
    [
        (("procedure",), True),
        (("needles",), True),
        (("knee-needle",), True),
        (("test", "exercise"), False),
    ],
)
def test_a_part_is_for_a_kind_a_group_or_an_option(tiny, names, is_for_it):
    assert is_for_it == is_for(names, tiny.options["knee-needle"])
