import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.sheet.model import Line, Part
from decision_aid.sheet.room import (
    extent_of_part,
    in_two,
    lines_in_columns,
    listed,
    sentences,
    without_examples,
)

TEXTS = st.lists(st.text(alphabet="abc de", min_size=1, max_size=30), max_size=12)


@given(TEXTS, st.integers(0, 200))
def test_a_list_keeps_its_order_and_counts_what_it_leaves_out(items, room):
    text, left_out = listed(items, room)

    assert text == "; ".join(items[: len(items) - left_out])
    assert left_out != 1


def test_a_single_thing_is_not_left_out_for_the_words_that_would_say_so():
    assert listed(["a" * 50, "b" * 50], 60) == (f"{'a' * 50}; {'b' * 50}", 0)


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (0, "It is 5.5 cm. "),
        (25, "It is 5.5 cm. Is it new? "),
        (99, "It is 5.5 cm. Is it new? Ask."),
    ],
)
def test_a_text_is_cut_only_at_the_end_of_a_sentence(room, expected):
    assert sentences("It is 5.5 cm. Is it new? Ask.", room) == expected.strip()


def test_a_choice_is_named_without_its_examples():
    assert without_examples("Losing weight, if that applies to you") == "Losing weight"


@given(TEXTS)
def test_two_columns_hold_every_line_in_order(texts):
    lines = tuple(Line(text) for text in texts)
    left, right = lines_in_columns(lines)

    assert left + right == lines


@given(TEXTS.filter(len))
def test_no_cut_would_make_the_higher_column_lower(texts):
    extents = [extent_of_part(Part((Line(text),))) for text in texts]
    heights = [extent.height(250, 9) for extent in extents]

    def higher(cut):
        return max(sum(heights[:cut]), sum(heights[cut:]))

    assert higher(in_two(extents)) == min(higher(cut) for cut in range(1, len(texts) + 1))
