"""Why not, and what the overview turns on, in a real browser."""

import pytest

from tests.support.answers import LOW_BACK

UNSURE = {**LOW_BACK, "scan_said": ("not_sure",), "block_low_facet": "not_sure"}
PAGES = ("/overview/turns-on", "/options/spinal-cord-stimulation/why")
NARROWEST = {"width": 320, "height": 700}


@pytest.mark.parametrize(
    ("size", "scheme"), [("phone", "light"), ("desk", "dark")], indirect=["size"]
)
def test_the_pages_have_no_accessibility_fault(browse, size, scheme):
    window = browse(size, scheme=scheme)
    window.walk(UNSURE)
    faults = []
    for path in PAGES:
        window.open(path)
        window.page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
        faults += window.faults()

    assert [] == faults


def test_from_the_overview_to_why_not_and_back_by_keyboard(browse):
    window = browse()
    window.walk(UNSURE)
    window.open("/overview")
    group = window.page.locator(
        "#other details", has=window.page.locator("#trigger-point-injection")
    )
    group.locator("summary").first.focus()
    window.page.keyboard.press("Enter")
    link = window.page.locator("#trigger-point-injection .why-link a")
    link.focus()
    window.page.keyboard.press("Enter")
    window.page.wait_for_url("**/why")

    assert "Why is this not here?" == window.page.locator("h1").inner_text()
    window.page.locator("a.back").click()
    assert window.path == "/overview"


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_the_narrowest_window(browse, path):
    window = browse(NARROWEST)
    window.walk(UNSURE)
    window.open(path)
    window.page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    root = "document.documentElement"

    assert window.page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")
