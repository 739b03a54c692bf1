import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from decision_aid.sheet.own_words import one_line


def test_joined_emoji_and_letters_of_other_scripts_stay():
    words = "👩‍⚕️ می‌خواهم 痛み"

    assert one_line(words) == unicodedata.normalize("NFC", words)


def test_signs_that_turn_the_direction_of_text_are_taken_out():
    assert one_line("a\u202eb\u2066c\ufeff") == "abc"


@given(st.text())
def test_what_is_left_is_one_line_that_cleaning_leaves_alone(text):
    line = one_line(text)

    assert line == one_line(line) == line.strip()
    assert len(line.splitlines()) <= 1
