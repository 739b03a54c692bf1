import pytest

from decision_aid.rulebook.whom_to_ring import lines_for, with_numbers


@pytest.mark.parametrize("country", ["uk", "us", "other"])
def test_a_line_stands_only_where_the_country_has_its_number(rulebook, country):
    card, there = rulebook.care.cards["same_day"], rulebook.care.countries[country]
    lines = lines_for(card, there)

    assert (there.advice is not None) == any("{advice}" in line for line in lines)
    assert len(card.do) - 1 == len(lines)


def test_numbers_stand_in_the_text_and_words_where_there_is_none(rulebook):
    uk, other = (rulebook.care.countries[name] for name in ("uk", "other"))

    assert "Ring 999 or 111." == with_numbers("Ring {emergency} or {advice}.", uk)
    assert "Ring your local emergency number." == with_numbers("Ring {emergency}.", other)
