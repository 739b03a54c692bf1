"""The places of pain as a picture: on the answers to check, the overview and the sheet."""

import re

import pytest

from tests.support.answers import LOW_BACK

#: Other places bring their urgent signs along.
SIGNS = {f"urgent_{place}": ("none_of_these",) for place in ("limb", "high", "head")}
TOLD = {**LOW_BACK, **SIGNS, "other_regions": ("knee", "neck")}
NAME = re.compile(r'<svg[^>]*class="body-picture"[^>]* role="img" aria-label="([^"]*)"')


@pytest.mark.parametrize("address", ["/check", "/overview", "/sheet"])
def test_the_picture_names_the_places_that_were_told(walk, address):
    walk.answers(TOLD)

    assert NAME.findall(walk.get(address).text) == [
        (
            "A drawing of a body, from the front and from behind. "
            "The main pain is marked: low back. Also marked: neck; knee."
        )
    ]


@pytest.mark.parametrize("address", ["/check", "/overview"])
def test_the_places_stand_beside_the_picture_as_text(walk, address):
    walk.answers(TOLD)
    caption = walk.get(address).text.split("<figcaption>")[1].split("</figcaption>")[0]
    shown = re.sub(r"<[^>]*>", "", caption)

    assert "Main pain: low back" in shown
    assert "Also hurts: neck; knee" in shown


@pytest.mark.parametrize("address", ["/check", "/overview", "/sheet"])
def test_a_place_that_cannot_be_drawn_has_no_empty_picture(walk, address):
    walk.answers({**LOW_BACK, **SIGNS, "main_region": "missing_limb"})

    assert NAME.findall(walk.get(address).text) == []
