import re

import pytest

from decision_aid.web.sealed_session import MOST_BYTES
from tests.sheet.people import says_much
from tests.support.answers import LOW_BACK
from tests.support.walk import TOKEN

KNEE = {
    **LOW_BACK,
    "main_region": "knee",
    "urgent_limb": ("none_of_these",),
    "joint_pattern": ("worse_with_use",),
    "pain_features": ("ache",),
    "pain_average": 4,
    "told": ("nothing_told",),
}


@pytest.fixture
def press(client):
    """Press a button that changes which pain is looked at; return where it leads."""

    def pressed(address):
        page = client.get("/check")
        token = TOKEN.search(page.text or "") or TOKEN.search(client.get("/overview").text)
        return client.post(address, data={"csrf_token": token.group(1)}).location

    return pressed


@pytest.fixture
def two_pains(walk, press):
    """Someone who told about the low back and then about a knee."""
    walk.answers(LOW_BACK)
    press("/second-pain")
    walk.seen.clear()
    walk.answers(KNEE)
    return walk


def chosen(text):
    """Return the values of the boxes that are ticked on a screen."""
    boxes = re.findall(r"<input [^>]*>", text)
    return [re.search(r'value="([^"]*)"', box).group(1) for box in boxes if " checked" in box]


def place_on(page):
    return re.search(r"This page is about: <b>([^<]+)</b>", page.text).group(1)


def test_it_is_offered_after_the_overview(walk):
    walk.answers(LOW_BACK)

    assert "Look at a second pain" in walk.get("/overview").text


def test_it_is_not_offered_before_the_overview(walk, press):
    walk.send("about-you", LOW_BACK)

    assert press("/second-pain") == "/overview"
    assert "Your answers about the other pain" not in walk.get("/questions").text


def test_nor_when_a_sign_is_urgent(walk, press):
    walk.answers({**LOW_BACK, "urgent_low": ("saddle",)})

    assert press("/second-pain") == "/overview"
    assert "You told us about two pains" not in walk.get("/check").text


def test_nor_when_a_sign_turns_urgent_after_the_questions_are_done(walk, press):
    walk.answers(LOW_BACK)
    walk.send("bladder-bowel-and-legs", {**LOW_BACK, "urgent_low": ("saddle",)}, change=True)
    walk.send("spine", LOW_BACK)

    assert "Show my overview" in walk.get("/check").text
    assert press("/second-pain") == "/overview"
    assert "You told us about two pains" not in walk.get("/check").text


def test_nor_is_a_third_one_taken_in_place_of_the_second(two_pains, press):
    assert press("/second-pain") == "/overview"

    assert "The other one is: <b>low back</b>" in two_pains.get("/overview").text


def test_only_the_pain_its_signs_and_what_differs_by_place_is_asked(two_pains):
    assert "main-place" in two_pains.seen
    assert "help-now" in two_pains.seen
    assert "told" in two_pains.seen
    assert not {"about-you", "health", "safety", "cancer"} & set(two_pains.seen)


def test_while_it_is_asked_the_first_one_is_kept_and_said_to_be(walk, press):
    walk.answers(LOW_BACK)
    press("/second-pain")

    assert "Your answers about the other pain (low back) are kept." in walk.get("/questions").text


def test_a_second_pain_begun_by_mistake_can_be_left_out_at_once(walk, press):
    walk.answers(LOW_BACK)
    press("/second-pain")

    assert (
        '<a href="/check">Go back to it, or leave this one out</a>' in walk.get("/questions").text
    )
    assert 'action="/second-pain/leave-out"' in walk.get("/check").text
    assert "/overview" == press("/second-pain/leave-out")
    assert "You told us about two pains" not in walk.get("/overview").text


def test_each_pain_has_its_overview(two_pains, press):
    knee = two_pains.get("/overview")
    press("/second-pain/other")
    back = two_pains.get("/overview")

    assert ("knee", "low back") == (place_on(knee), place_on(back))
    assert "stays in the back" not in knee.text
    assert "stays in the back" in back.text


def test_going_to_and_fro_changes_nothing(two_pains, press):
    before = two_pains.get("/overview").text
    press("/second-pain/other")
    press("/second-pain/other")

    assert TOKEN.sub("", before) == TOKEN.sub("", two_pains.get("/overview").text)


def test_what_a_clinician_said_of_one_pain_is_not_said_of_the_other(walk, press):
    walk.answers({**LOW_BACK, "told": ("facet",)})
    press("/second-pain")
    walk.answers({**KNEE, "told": ("osteoarthritis",)})
    knee = walk.get("/questions/told").text
    press("/second-pain/other")
    back = walk.get("/questions/told").text

    assert ["osteoarthritis"] == chosen(knee)
    assert ["facet"] == chosen(back)


def test_a_safety_fact_told_later_counts_for_both(two_pains, press):
    two_pains.send("safety", {**KNEE, "medicines": ("blood_thinner",)}, change=True)
    knee = two_pains.get("/overview").text
    press("/second-pain/other")

    assert "You take a blood thinner" in knee
    assert "You take a blood thinner" in two_pains.get("/overview").text


def test_the_sheet_holds_both(two_pains):
    text = two_pains.get("/sheet").text

    assert "My pain: knee" in text
    assert "My pain: low back" in text
    assert "Procedures and tests to ask about: low back" in text
    assert 1 == text.count("What I tried, and whether it helped")


def test_a_scan_stands_on_the_sheet_once_and_beside_its_pain(walk, press):
    walk.answers({**LOW_BACK, "main_region": "head", "urgent_head": ("none_of_these",)})
    press("/second-pain")
    walk.answers({**KNEE, "scan_said": ("joint_wear",)})
    press("/second-pain/other")
    tests = re.findall(r"Scans and test injections[^<]*", walk.get("/sheet").text)

    assert ["Scans and test injections: knee"] == tests


def test_a_second_pain_that_is_not_finished_is_not_on_the_sheet_of_the_first(walk, press):
    walk.answers(LOW_BACK)
    press("/second-pain")
    walk.send("main-place", KNEE)
    press("/second-pain/other")
    text = walk.get("/sheet").text

    assert "My pain</h" in text
    assert "My pain: " not in text


def test_the_sheet_says_that_the_other_pain_is_left_out(walk, press):
    walk.answers(LOW_BACK)
    press("/second-pain")
    walk.send("main-place", KNEE)
    press("/second-pain/other")

    assert "Some questions about the other pain (knee) are open." in walk.get("/sheet").text


def test_with_both_on_the_sheet_nothing_is_said_to_be_left_out(two_pains):
    assert "is not on it yet" not in two_pains.get("/sheet").text


def test_a_tooth_is_asked_about_for_each_pain(walk, press):
    walk.answers(LOW_BACK)
    press("/second-pain")
    page = walk.answers({**KNEE, "about_this_pain": ("tooth_or_gum",)})
    assert "A dentist can help with this pain" in page.text
    press("/second-pain/other")

    assert "stays in the back" in walk.get("/overview").text


def test_a_crisis_told_with_the_other_pain_is_not_said_to_be_about_it(walk, press):
    walk.answers(LOW_BACK)
    press("/second-pain")
    walk.answers({**KNEE, "safe_now": "yes"})
    press("/second-pain/other")
    text = walk.get("/overview").text

    assert 'class="care care-crisis"' in text
    assert "about your other pain" not in text


def test_an_urgent_sign_of_the_second_pain_comes_before_both(walk, press):
    walk.answers(LOW_BACK)
    press("/second-pain")
    walk.answers({**KNEE, "urgent_limb": ("hot_joint_unwell",)})
    press("/second-pain/other")
    text = walk.get("/overview").text

    assert "This is about your other pain: knee." in text
    assert "Worth asking about" not in text
    assert "/overview" == walk.client.get("/sheet").location
    assert "What your answers said about it" not in walk.get("/options/no-procedure").text


def test_of_two_pains_with_urgent_signs_the_more_urgent_one_comes_first(walk, press):
    walk.answers(LOW_BACK)
    press("/second-pain")
    walk.answers({**KNEE, "urgent_limb": ("hot_joint_unwell",)})
    press("/second-pain/other")
    walk.send("bladder-bowel-and-legs", {**LOW_BACK, "urgent_low": ("unsteady",)}, change=True)
    text = walk.get("/overview").text

    assert "This is about your other pain: knee." in text
    assert 'id="care-emergency"' in text


def test_whether_a_second_pain_comes_from_cancer_is_asked_anew(walk, press):
    cancer = {"conditions": ("cancer_past",), "cancer_link": "not_linked"}
    walk.answers({**LOW_BACK, **cancer})
    press("/second-pain")
    walk.seen.clear()
    hip = {**KNEE, "main_region": "hip", "cancer_link": "not_checked"}
    walk.answers({**hip, "conditions": cancer["conditions"]})

    assert "cancer" in walk.seen
    assert "nobody has said whether this pain is linked to it" in walk.get("/overview").text


def test_an_urgent_sign_of_the_pain_that_is_shown_is_not_said_to_be_of_the_other(walk, press):
    walk.answers(LOW_BACK)
    press("/second-pain")
    walk.answers({**KNEE, "urgent_limb": ("hot_joint_unwell",)})
    text = walk.get("/overview").text

    assert 'class="care care-emergency"' in text
    assert "This is about your other pain" not in text


def test_no_answer_about_a_pain_stands_in_an_address(walk, press):
    walk.answers(LOW_BACK)
    led = [press("/second-pain")]
    walk.answers(KNEE)
    led += [press("/second-pain/other"), press("/second-pain/leave-out")]

    assert ["/questions", "/overview", "/overview"] == led
    assert {""} == {address.partition("?")[2] for address in walk.addresses}


def test_a_pain_can_be_left_out_again(two_pains, press):
    press("/second-pain/leave-out")
    text = two_pains.get("/overview").text

    assert "You told us about two pains" not in text
    assert "stays in the back" in text
    assert "My pain: " not in two_pains.get("/sheet").text


def test_clearing_forgets_both(two_pains, press):
    press("/clear")

    assert "Go on" not in two_pains.get("/").text


def test_with_one_pain_there_is_no_other_to_turn_to(walk, press):
    walk.answers(LOW_BACK)
    before = walk.get("/overview").text
    press("/second-pain/other")
    press("/second-pain/leave-out")

    assert TOKEN.sub("", before) == TOKEN.sub("", walk.get("/overview").text)


@pytest.mark.parametrize("seed", range(4))
def test_two_pains_told_in_full_fit_into_the_cookie(walk, press, rulebook, seed):
    walk.answers(says_much(rulebook, seed, "low_back"))
    press("/second-pain")
    walk.answers(says_much(rulebook, seed + 10, "all_over"))

    cookie = walk.client.get_cookie("visit")
    assert cookie is not None
    assert len(cookie.value) < MOST_BYTES
    assert "You told us about two pains" in walk.get("/overview").text
