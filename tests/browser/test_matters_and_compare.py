"""What matters and comparing, where a browser is needed: sizes, focus, folds, access, paper."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SIZES
from tests.support.answers import LOW_BACK

THREE = (
    "/compare?option=spinal-cord-stimulation&option=exercise-therapy"
    "&option=lumbar-medial-branch-radiofrequency"
)
RATED = {
    "matters_relief": "very_important",
    "matters_cost": "some",
    "own_concern": "I look after my mother.",
    "trade_off": "not_sure",
}
WIDTH = "document.documentElement.scrollWidth"


@pytest.mark.parametrize(
    ("size", "scheme"), [("phone", "dark"), ("desk", "light")], indirect=["size"]
)
def test_what_matters_is_said_and_answered_without_an_accessibility_fault(browse, size, scheme):
    window = browse(size, scheme=scheme)
    window.walk(LOW_BACK)
    window.open("/questions/what-matters")
    window.fill(RATED)
    boxes = window.page.locator(".row-choices .choice").evaluate_all(
        "all => all.map(box => box.getBoundingClientRect()).map(r => Math.min(r.width, r.height))"
    )
    faults = window.faults()
    window.go_on()

    assert window.path == "/matters"
    assert min(boxes) >= 44
    window.page.locator("summary", has_text="How much less pain").press("Enter")
    assert window.page.get_by_text("How sure that is").first.is_visible()
    assert [] == faults + window.faults()
    assert [] == window.complaints


@pytest.mark.parametrize("path", [THREE, "/compare", "/compare?sent=1"])
def test_comparing_has_no_accessibility_fault(browse, size, path):
    window = browse(size)
    window.open(path)
    window.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")

    assert [] == window.faults()


def test_a_comparison_is_columns_on_a_wide_page_and_cards_on_a_narrow_one(browse):
    def corners(size):
        window = browse(size)
        window.open(THREE)
        return window.page.locator(".compared tbody tr").evaluate_all(
            "rows => rows.map(r => r.getBoundingClientRect()).map(r => [r.left, r.top, r.height])"
        )

    wide, narrow = corners(SIZES["desk"]), corners(SIZES["phone"])

    assert len({top for _, top, _ in wide}) == len({height for *_, height in wide}) == 1
    assert len({left for left, *_ in wide}) == 4
    assert len({left for left, *_ in narrow}) == 1
    assert len({top for _, top, _ in narrow}) == 4


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_cells_of_a_row_stand_beside_each_other_and_every_page_fits(browse, script):
    for width in (320, 390, 1280):
        window = browse({"width": width, "height": 800}, script=script)
        window.open(THREE)
        assert window.page.evaluate(WIDTH) <= width
        if width == 1280:
            tops = window.page.locator(".compared tr").evaluate_all(
                "rows => rows.map(row => [...row.children].map(c => c.getBoundingClientRect().top))"
            )
            assert all(top == tops[0] for top in tops)


def test_a_row_opens_for_every_option_at_once_and_without_script_all_stand_open(browse):
    window = browse()
    window.open(THREE)
    opened = "all => all.filter(row => row.open).map(row => row.dataset.row)"
    folds = window.page.locator(".compared .fold")
    assert ["1"] * 4 == folds.evaluate_all(opened)
    window.page.locator(".compared summary", has_text="How long it lasts").nth(1).click()
    expect(window.page.locator(".fold[data-row='7'][open]")).to_have_count(4)
    assert {"1", "7"} == set(folds.evaluate_all(opened))

    plain = browse(script=False)
    plain.open(THREE)
    assert 44 == plain.page.locator(".compared .fold[open]").count()
    assert not plain.page.locator("[data-fold-hint]").is_visible()


def test_what_is_tabbed_to_goes_through_one_option_after_the_other(browse):
    window = browse(SIZES["desk"])
    window.open(THREE)
    rows = window.page.evaluate(
        """() => [...document.querySelectorAll('.compared a, .compared summary')]
            .filter(one => one.checkVisibility()).map(one => one.closest('tr').id)"""
    )

    assert list(dict.fromkeys(rows)) == [row for i, row in enumerate(rows) if row not in rows[:i]]
    assert rows == sorted(rows, key=list(dict.fromkeys(rows)).index)


def test_a_comparison_reads_as_a_table_with_named_rows_and_columns(browse, size):
    window = browse(size)
    window.open(THREE)
    table = window.page.get_by_role("table")
    headers = table.get_by_role("columnheader").count()

    assert table.get_by_role("rowheader").count() == 4
    assert headers == (12 if size == SIZES["desk"] else 0)
    assert table.get_by_role("cell").count() == 44
