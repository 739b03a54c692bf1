import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.sheet.shorten import listed, sentences, without_examples

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
