import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.overview.numbers import Group
from decision_aid.web.icon_array import COLUMNS, STEP, icon_array

ROLES = ("anyway", "because", "rest")


def people_at(path):
    """Return the places of all marks of a path, as a browser draws them: one dash a person."""
    for x, y, length in re.findall(r"M(\d+) (\d+)h([\d.]+)", path):
        yield from ((int(x) + STEP * i, int(y)) for i in range(int(float(length) // STEP) + 1))


@st.composite
def groups(draw):
    people = draw(st.sampled_from(sorted(COLUMNS)))
    first = draw(st.integers(0, people))
    second = draw(st.integers(0, people - first))
    counts = (first, second, people - first - second)
    return tuple(Group(role, count, "people") for role, count in zip(ROLES, counts, strict=True))


@given(groups())
def test_every_person_is_one_mark_and_none_covers_another(groups):
    array = icon_array(groups)
    marks = [place for drawn in array.marks for place in people_at(drawn.path)]

    assert array.people == len(marks) == len(set(marks))
    assert all(0 < x < array.width and 0 < y < array.height for x, y in marks)


@given(groups())
def test_each_group_has_as_many_marks_as_people(groups):
    array = icon_array(groups)
    drawn = {mark.role: len(list(people_at(mark.path))) for mark in array.marks}

    assert {group.role: group.count for group in groups if group.count} == drawn


def test_it_is_filled_from_the_bottom_row_up_and_from_the_left():
    array = icon_array((Group("anyway", 12, ""), Group("rest", 88, "")))
    filled = list(people_at(array.marks[0].path))

    assert [(5 + 10 * i, 95) for i in range(10)] == filled[:10]
    assert [(5, 85), (15, 85)] == filled[10:]


@pytest.mark.parametrize(("people", "size"), [(100, (100, 100)), (1000, (250, 400))])
def test_all_arrays_of_as_many_people_have_the_same_grid(people, size):
    array = icon_array((Group("anyway", 1, ""), Group("rest", people - 1, "")))

    assert size == (array.width, array.height)


def test_nobody_compared_nothing_drawn():
    assert icon_array(()) is None
