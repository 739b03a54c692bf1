"""The places of pain as a picture: on the answers to check, the overview and the sheet."""

import re

import pytest

from decision_aid.body_map.figure import figure
from decision_aid.resources import resource_dir
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


CHOSEN = re.compile(r'\.with-body-map:has\(\[value="(\w+)"\]:checked\) \.spot-(\w+)\b')


def test_each_place_of_the_figure_shows_when_it_is_chosen():
    style = (resource_dir("static") / "body-map.css").read_text(encoding="utf-8")
    pairs = CHOSEN.findall(style)

    assert set(figure().regions) == {value for value, _ in pairs}
    assert [] == [pair for pair in pairs if pair[0] != pair[1]]


def test_the_figure_stands_beside_the_questions_about_places_and_no_other(walk):
    with_figure = set()
    walk.answers(TOLD)
    for screen in walk.seen:
        if 'class="body-map' in walk.client.get(f"/questions/{screen}").text:
            with_figure.add(screen)

    assert {"main-place", "other-places"} == with_figure


def test_the_figure_offers_what_the_list_offers(walk, rulebook):
    walk.answers(TOLD)
    page = walk.client.get("/questions/other-places").text
    listed = re.findall(r'id="q-other_regions-(\w+)"', page)
    offered = re.findall(r'<label class="spot[^>]*for="q-other_regions-(\w+)"', page)

    assert set(figure().regions) - {"low_back"} == set(offered)
    assert set(offered) < set(listed)
