import pytest

from decision_aid.rulebook.describe import choice_text
from decision_aid.sheet.build import sheet_of
from decision_aid.sheet.own_words import OwnWords
from tests.sheet.people import says_little, says_much

BACK = {
    "main_region": "low_back",
    "urgent_low": ("none_of_these",),
    "urgent_spine": ("none_of_these",),
}
KNEE = {"main_region": "knee"}
WORN_KNEE = {**KNEE, "told": ("osteoarthritis",), "joint_pattern": ("worse_with_use",)}


@pytest.fixture
def both(rulebook, overview):
    """Return the sheet of someone who told this of one pain and that of another."""

    def made(first, second):
        person = says_little(rulebook)
        shown, aside = (overview(person.changed(told)) for told in (first, second))
        assert shown.is_open
        assert aside.is_open
        return sheet_of(shown, rulebook, OwnWords(), aside)

    return made


def titles_and_words(sheet, name):
    return {
        block.title: " ".join(line.words for part in block.parts for line in part.lines)
        for block in sheet.blocks
        if block.name == name
    }


def test_topics_stand_in_the_order_of_a_consultation(long_sheet):
    glance = ["pain", "tried", "tests", "safety", "options"]
    talk = ["questions", "matters", "ways", "ready"]

    assert [block.name for block in long_sheet.glance.blocks] == glance
    assert [block.name for block in long_sheet.talk.blocks] == talk


def test_topics_nobody_answered_are_left_out(short_sheet):
    expected = ["pain", "safety", "options", "questions", "ways"]

    assert [block.name for block in short_sheet.blocks] == expected


def test_own_words_come_first_and_as_they_were_typed(rulebook, sheet):
    made = sheet(says_little(rulebook), "I cannot sleep.", "", "#panic()")

    assert [line.text for line in made.glance.own_words] == ["I cannot sleep.", "", "#panic()"]


def test_the_same_answers_and_words_make_the_same_sheet(rulebook, sheet):
    answers = says_much(rulebook, 3)

    assert sheet(answers, "a") == sheet(answers, "a")


def test_the_answer_about_being_safe_stays_off_the_sheet(rulebook, overview, sheet):
    quiet = says_little(rulebook)
    not_said = quiet.changed({"safe_now": "rather_not_say"})
    assert not overview(not_said).urgency

    assert sheet(quiet).blocks == sheet(not_said).blocks


def test_the_edition_stands_on_the_sheet(rulebook, short_sheet):
    edition = rulebook.edition

    assert edition.version in short_sheet.edition
    assert edition.date.isoformat() in short_sheet.edition
    assert edition.digest[:12] in short_sheet.edition


def test_what_a_clinician_said_of_each_of_two_pains_stands_with_that_pain(rulebook, both):
    facet, worn = (choice_text("told", name, rulebook) for name in ("facet", "osteoarthritis"))
    pains = titles_and_words(both({**BACK, "told": ("facet",)}, WORN_KNEE), "pain")

    assert ["My pain: low back", "My pain: knee"] == list(pains)
    assert (True, False) == (
        facet in pains["My pain: low back"],
        worn in pains["My pain: low back"],
    )
    assert (False, True) == (facet in pains["My pain: knee"], worn in pains["My pain: knee"])


def test_of_two_pains_each_has_its_side_of_the_page(both):
    sheet = both({**BACK, "scan_said": ("narrow_canal",)}, {**WORN_KNEE, "tried_gel": "not_at_all"})
    pains, others = sheet.glance.told
    sides = [[block.title.partition(": ")[2] for block in column] for column in pains]

    assert sides == [["low back", "low back"], ["knee"]]
    assert [block.name for column in others for block in column] == ["tried"]
    assert [block.title.partition(": ")[2] for (block,) in sheet.glance.options] == [
        "low back",
        "knee",
    ]


def test_what_a_scan_said_of_each_of_two_pains_stands_apart(rulebook, both):
    canal, worn = (
        choice_text("scan_said", name, rulebook) for name in ("narrow_canal", "joint_wear")
    )
    sheet = both({**BACK, "scan_said": ("narrow_canal",)}, {**KNEE, "scan_said": ("joint_wear",)})
    first, second = titles_and_words(sheet, "tests").items()

    assert (True, False) == (canal in first[1], worn in first[1])
    assert (False, True) == (canal in second[1], worn in second[1])
    assert second[0].endswith(": knee")


def test_a_fact_for_the_team_that_only_the_second_pain_brings_up_is_told(rulebook, both):
    worse = f"{rulebook.notes['getting-worse'].short}."
    facts = both(BACK, {**KNEE, "pain_features": ("getting_worse",)}).block("safety")

    assert [line.text for line in facts.lines] == [worse]


def test_what_came_up_for_the_second_pain_alone_is_a_way_forward_too(rulebook, both):
    name = rulebook.options["oa-exercise-physiotherapy"].name

    assert name not in titles_and_words(both(BACK, BACK), "ways").popitem()[1]
    assert name in titles_and_words(both(BACK, WORN_KNEE), "ways").popitem()[1]


def pictures_of(sheet):
    return [block.picture for block in sheet.blocks if block.picture]


def test_each_pain_has_a_drawing_of_its_places(both):
    assert [picture.main for picture in pictures_of(both(BACK, KNEE))] == ["low back", "knee"]


def test_drawings_of_two_pains_do_not_share_a_name(rulebook, overview):
    person = says_little(rulebook).changed({"other_regions": ("neck",)})
    hip = overview(person.changed({"main_region": "hip"}))
    first, second = pictures_of(sheet_of(overview(person), rulebook, OwnWords(), hip))

    assert 'id="body-1-hatch"' in first.svg
    assert 'id="body-2-hatch"' in second.svg


@pytest.mark.parametrize(("told", "explained"), [({}, False), ({"other_regions": ("neck",)}, True)])
def test_the_drawing_is_explained_where_two_kinds_of_place_are_on_it(
    told, explained, rulebook, sheet
):
    key = sheet(says_little(rulebook).changed(told)).block("pain").key

    assert explained == ("Hatched" in key)
    assert "The drawing does not show which side." in key


def test_a_place_that_cannot_be_drawn_leaves_the_room_to_words(rulebook, sheet):
    pain = sheet(says_little(rulebook).changed({"main_region": "missing_limb"})).block("pain")

    assert (pain.picture, pain.key) == (None, "")
