from decision_aid.body_map.figure import figure
from decision_aid.body_map.places import EVERYWHERE, NOT_DRAWN
from decision_aid.rulebook.model import OTHER_PLACES, PLACE

#: Answers of "where else" that name no place.
NO_PLACE = {"nowhere_else", "not_sure"}


def test_the_figure_has_a_shape_for_each_place_that_is_asked_for_and_no_other(rulebook):
    asked = {*rulebook.fields[PLACE].choices, *rulebook.fields[OTHER_PLACES].choices}

    assert set(figure().regions) == asked - EVERYWHERE - NOT_DRAWN - NO_PLACE


def test_what_the_figure_does_not_draw_is_asked_for(rulebook):
    asked = {*rulebook.fields[PLACE].choices, *rulebook.fields[OTHER_PLACES].choices}

    assert EVERYWHERE | NOT_DRAWN < asked


def test_each_place_has_marks_and_a_tick_at_each():
    for region in figure().regions.values():
        assert 1 <= region.marks.count("M") <= region.area.count("M"), region.id
        assert region.ticks.count("M") == region.marks.count("M"), region.id
