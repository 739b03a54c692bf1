import pytest

from decision_aid.body_map.figure import figure
from decision_aid.body_map.places import BodyMap, MapWords

EVERY_REGION = set(figure().regions)


def test_a_map_shows_the_main_place_and_the_others():
    body_map = BodyMap.of("low_back", ("knee", "neck"))

    assert (("low_back",), {"knee", "neck"}) == (
        body_map.main_regions,
        set(body_map.other_regions),
    )


@pytest.mark.parametrize("others", [("nowhere_else",), ("not_sure",), (), None, ("low_back",)])
def test_what_names_no_other_place_is_left_out(others):
    assert BodyMap.of("low_back", others).other_regions == ()


def test_pain_all_over_is_in_every_part_of_the_figure():
    assert EVERY_REGION == set(BodyMap.of("all_over", None).main_regions)


def test_pain_in_most_of_the_body_leaves_the_main_place_as_it_is():
    body_map = BodyMap.of("hip", ("much_of_body",))

    assert ("hip",) == body_map.main_regions
    assert EVERY_REGION - {"hip"} == set(body_map.other_regions)


@pytest.mark.parametrize("main", [None, "missing_limb"])
def test_a_place_that_the_figure_has_not_is_not_drawn(main):
    assert not BodyMap.of(main, ("nowhere_else",)).is_drawn


def test_a_limb_that_was_removed_is_named_although_it_is_not_drawn(rulebook):
    words = MapWords.of(BodyMap.of("missing_limb", ("neck",)), rulebook)

    assert "an arm or leg that was removed" in words.sentence


@pytest.mark.parametrize(
    ("main", "others", "says"),
    [
        ("low_back", None, "The main pain is marked: low back."),
        (
            "low_back",
            ("neck", "face"),
            "The main pain is marked: low back. Also marked: neck; face or jaw.",
        ),
    ],
)
def test_a_map_is_said_in_sentences(main, others, says, rulebook):
    words = MapWords.of(BodyMap.of(main, others), rulebook)

    assert words.sentence == f"A drawing of a body, from the front and from behind. {says}"
