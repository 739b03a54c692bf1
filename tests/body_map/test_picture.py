from xml.etree import ElementTree as ET

from decision_aid.body_map.figure import SVG, figure
from decision_aid.body_map.picture import picture_of


def drawn(picture):
    return ET.fromstring(picture.svg)  # noqa: S314 - our own


def shapes(picture, kind):
    drawing = drawn(picture)
    return "".join(
        path.attrib["d"] for path in drawing.iter(f"{SVG}path") if path.attrib["class"] == kind
    )


def test_the_picture_marks_the_places_that_were_told_and_no_other(rulebook):
    told = {"main_region": "low_back", "other_regions": ("knee", "neck")}
    picture = picture_of(told, rulebook)
    regions = figure().regions

    assert regions["low_back"].area == shapes(picture, "body-main")
    others = shapes(picture, "body-other")
    assert {"knee", "neck"} == {name for name, region in regions.items() if region.area in others}


def test_the_picture_is_named_by_what_it_shows(rulebook):
    picture = picture_of({"main_region": "knee"}, rulebook)
    drawing = drawn(picture)

    assert ("img", picture.says) == (drawing.attrib["role"], drawing.attrib["aria-label"])
    assert "knee" in picture.says


def test_two_pictures_on_a_page_share_no_id(rulebook):
    told = {"main_region": "low_back", "other_regions": ("knee",)}
    ids = [
        element.attrib["id"]
        for number in (1, 2)
        for element in drawn(picture_of(told, rulebook, number)).iter()
        if "id" in element.attrib
    ]

    assert 2 == len(ids) == len(set(ids))


def test_where_nothing_can_be_drawn_there_is_no_picture(rulebook):
    assert picture_of({"main_region": "missing_limb"}, rulebook) is None
    assert picture_of({}, rulebook) is None
