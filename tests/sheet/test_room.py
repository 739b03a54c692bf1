import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.sheet.model import Line
from decision_aid.sheet.room import (
    GLANCE_ROOMS,
    PAGE_HEIGHT,
    SIZES,
    TALK_ROOMS,
    height_of_glance,
    height_of_talk,
    in_two,
    in_two_columns,
)
from tests.sheet.people import says_some

TEXTS = st.lists(st.text(alphabet="abc de", min_size=1, max_size=30), max_size=12)


@given(TEXTS)
def test_two_columns_hold_every_line_in_order(texts):
    lines = tuple(Line(text) for text in texts)
    left, right = in_two_columns(lines)

    assert left + right == lines


@given(st.lists(st.integers(1, 50), min_size=1, max_size=12))
def test_no_cut_would_make_the_higher_column_lower(heights):
    def higher(cut):
        return max(sum(heights[:cut]), sum(heights[cut:]))

    assert higher(in_two(heights)) == min(higher(cut) for cut in range(1, len(heights) + 1))


@pytest.mark.parametrize("rooms", [GLANCE_ROOMS, TALK_ROOMS])
def test_each_room_is_tighter_than_the_one_before(rooms):
    sizes = [(room.smallest, room.sentence, room.listed, room.items) for room in rooms]

    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("seed", range(4))
def test_a_page_takes_the_largest_text_that_fits(seed, rulebook, sheet):
    made = sheet(says_some(rulebook, seed))
    for page, height in ((made.glance, height_of_glance), (made.talk, height_of_talk)):
        assert height(page, page.size) <= PAGE_HEIGHT
        assert page.size == SIZES[0] or height(page, page.size + 0.5) > PAGE_HEIGHT
