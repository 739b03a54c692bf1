"""The main job in a real browser: from the start to the sheet."""

from urllib.parse import urlsplit

import pytest

from tests.support.answers import LOW_BACK

STROKE = {**LOW_BACK, "urgent_now": ("stroke",)}
LEG = {
    **LOW_BACK,
    "back_spread": "below_knee",
    "pain_features": ("electric", "burning"),
    "operations": ("back_surgery",),
    "tried_nerve_med": "not_at_all",
    "scan_said": ("disc_nerve",),
    "medicines": ("blood_thinner",),
    "pain_average": 8,
}


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_person_gets_from_the_start_to_the_sheet(browse, size, script):
    window = browse(size, script=script)
    window.open("/")
    window.page.get_by_role("link", name="Start").click()
    screens = window.walk(LEG)
    assert window.path == "/check"
    assert screens <= 16

    window.open("/overview")
    shown = window.page.locator("main").inner_text()
    assert "Worth asking about" in shown
    assert "Carry on without a procedure" in shown
    assert "Tell your team" in shown

    window.open("/sheet")
    assert window.path == "/sheet"
    assert {urlsplit(window.site).netloc} == window.hosts
    assert [] == window.complaints


@pytest.mark.parametrize(
    ("size", "scheme"), [("phone", "light"), ("desk", "dark")], indirect=["size"]
)
def test_no_page_of_the_way_has_an_accessibility_fault(browse, size, scheme):
    window = browse(size, scheme=scheme)
    window.open("/")
    faults = window.faults()
    for _ in window.screens(LEG):
        faults += window.faults()
    for path in (
        "/check",
        "/overview",
        "/options",
        "/options/spinal-cord-stimulation",
        "/options/medial-branch-block",
        "/options/no-procedure",
        "/sheet",
        "/about",
        "/about/method",
        "/about/ipdas",
        "/about/updates",
        "/about/reading-level",
        "/places",
        "/places/pelvis",
        "/urgent-help",
        "/privacy",
        "/accessibility",
        "/glossary",
        "/nowhere",
    ):
        window.open(path)
        window.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        faults += window.faults()

    assert [] == faults


def test_no_page_with_an_error_has_an_accessibility_fault(browse, size):
    window = browse(size)
    faults, shown = [], 0
    for _ in window.screens(LOW_BACK):
        window.page.evaluate(
            "document.querySelectorAll('main input').forEach(i => i.checked = false)"
        )
        before = window.path
        window.go_on()
        if "Error" in window.page.title():
            shown += 1
            faults += window.faults()
        elif window.path != before:
            window.page.go_back()

    assert shown >= 4
    assert [] == faults


def test_no_less_usual_page_has_an_accessibility_fault(browse, size):
    window = browse(size)
    faults = []
    noticed = {**LOW_BACK, "about_you": ("find_out_cause",), "urgent_spine": ("not_sure",)}
    for path in window.screens(noticed):
        if path == "/questions/main-place":
            assert "This aid cannot tell what is wrong" in window.page.locator("main").inner_text()
            faults += window.faults()
        if path.startswith("/questions/urgent-spine-"):
            faults += window.faults()
            window.page.get_by_label("No", exact=True).check()
    assert window.path == "/check"
    window.open("/questions/what-matters")
    faults += window.faults()

    assert [] == faults


def test_a_second_pain_can_be_looked_at_and_the_sheet_holds_both(browse, size):
    window = browse(size)
    window.walk(LOW_BACK)
    window.open("/overview")
    window.page.get_by_role("button", name="Look at a second pain").click()
    window.walk({**LOW_BACK, "main_region": "knee", "urgent_limb": ("none_of_these",)})
    window.open("/overview")
    faults = window.faults()
    assert "This page is about: knee." in window.page.locator(".pains").inner_text()
    window.page.get_by_role("button", name="Look at the other pain").click()
    assert "This page is about: low back." in window.page.locator(".pains").inner_text()
    window.open("/check")
    faults += window.faults()
    window.open("/sheet")
    faults += window.faults()
    sheet = window.page.locator(".sheet-preview").inner_text()

    assert "My pain: low back" in sheet
    assert "My pain: knee" in sheet
    assert [] == faults


def test_the_sheet_can_be_printed_and_downloaded(browse):
    window = browse()
    window.walk(LEG)
    window.open("/sheet")
    window.page.locator("textarea").first.fill("Sitting at work is the worst.")
    with window.page.expect_download() as waiting:
        window.page.get_by_role("button", name="PDF").click()

    assert waiting.value.suggested_filename == "consultation-sheet.pdf"
    assert waiting.value.path().read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "answers",
    [
        STROKE,
        {**LOW_BACK, "urgent_low": ("weakness_new",)},
        {**LOW_BACK, "safe_now": "yes"},
        {**LOW_BACK, "age_band": "under_18"},
        {**LOW_BACK, "about_this_pain": ("tooth_or_gum",)},
    ],
    ids=["emergency", "same day", "crisis", "under 18", "dentist"],
)
def test_no_page_that_ends_the_way_has_an_accessibility_fault(browse, size, answers):
    window = browse(size)
    window.walk(answers)

    assert window.path in {"/overview", "/not-for-this"}
    assert [] == window.faults()


def test_an_emergency_shows_the_number_to_ring_and_no_option(browse, size):
    window = browse(size)
    window.walk(STROKE)

    assert window.page.locator('main a[href="tel:999"]').count() >= 1
    assert "Worth asking about" not in window.page.locator("main").inner_text()


def test_the_error_summary_has_the_focus_and_leads_to_the_field(browse):
    window = browse()
    window.open("/questions/about-you")
    window.go_on()

    assert "There is a problem" in window.page.locator(":focus").inner_text()
    window.page.locator('a[href="#q-country-australia"]').click()
    assert "q-country-australia" == window.page.evaluate("document.activeElement.id")


def test_none_of_these_clears_the_other_choices(browse):
    window = browse()
    window.open("/questions/about-you")
    window.page.locator("#q-about_you-breastfeeding").check()
    window.page.locator("#q-about_you-none_of_these").check()

    assert not window.page.locator("#q-about_you-breastfeeding").is_checked()


def test_the_way_back_of_the_browser_shows_the_earlier_answers(browse):
    window = browse()
    steps = window.screens(LOW_BACK)
    for _ in range(3):
        next(steps)
    window.page.go_back()

    assert window.page.locator("#q-main_region-low_back").is_checked()


def test_the_whole_way_can_be_gone_with_the_keyboard(browse):
    window = browse()
    window.open("/questions/about-you")
    for name in ("q-country-uk", "q-age_band-50_59", "q-about_you-none_of_these"):
        window.page.locator(f"#{name}").focus()
        window.page.keyboard.press("Space")
    window.page.keyboard.press("Enter")
    window.page.wait_for_url("**/questions/main-place")

    assert "/questions/main-place" == window.path


def test_the_list_of_options_can_be_narrowed_by_typing(browse):
    window = browse()
    window.open("/options")
    window.page.get_by_label("Find an option by name, place or word").fill("genicular")
    shown = window.page.locator(".option-list > li:visible h3").all_inner_texts()

    options = window.rulebook.options.values()

    assert sorted(o.name for o in options if "genicular" in o.id) == sorted(shown)
    assert "2 of" in window.page.locator(".filter [role=status]").inner_text()
    window.page.get_by_label("Find an option by name, place or word").fill("")
    assert window.page.locator(".option-list > li:visible").count() == len(window.rulebook.options)
    assert [] == window.faults()


def test_without_script_the_list_of_options_is_whole_and_has_no_dead_field(browse):
    window = browse(script=False)
    window.open("/options")

    assert 0 == window.page.locator(".filter:visible").count()
    assert len(window.rulebook.options) == window.page.locator(".option-list > li:visible").count()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/questions/about-you",
        "/options",
        "/options/medial-branch-block",
        "/places/low_back",
        "/about/ipdas",
        "/about/reading-level",
    ],
)
def test_nothing_is_cut_off_at_320_pixels(browse, path):
    window = browse({"width": 320, "height": 700})
    window.open(path)

    too_wide = window.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert too_wide <= 0


def test_choices_are_large_enough_to_touch(browse):
    window = browse()
    window.open("/questions/about-you")
    labels = window.page.locator("main label").all()

    small = [
        box for box in (label.bounding_box() for label in labels) if box and box["height"] < 44
    ]
    assert labels
    assert [] == small
