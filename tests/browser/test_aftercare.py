"""After the visit and before a choice, in a real browser: on the screen and on paper."""

import io

import pytest
from pypdf import PdfReader

#: Two papers, one paper after a procedure, many signs, and something that people do themselves.
OPTIONS = (
    "medial-branch-block",
    "sacroiliac-joint-injection",
    "intrathecal-baclofen",
    "staying-active",
)
PAPERS = {"A4": {"prefer_css_page_size": True}, "Letter": {"format": "Letter"}}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_for_afterwards_has_an_accessibility_fault(browse, size, scheme):
    window = browse(size, scheme=scheme)
    faults = []
    for path in ("/after", "/ready", *(f"/options/{name}/after" for name in OPTIONS[::3])):
        window.open(path)
        window.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        faults += window.faults()

    assert [] == faults


@pytest.mark.parametrize("path", ["/after", "/ready", "/options/medial-branch-block/after"])
def test_nothing_is_cut_off_at_320_pixels(browse, path):
    window = browse({"width": 320, "height": 700})
    window.open(path)

    assert window.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


@pytest.mark.parametrize("paper", PAPERS)
def test_printed_it_is_two_pages_at_most_and_the_papers_are_on_the_last(browse, paper):
    window = browse()
    for name in OPTIONS:
        window.open(f"/options/{name}/after")
        pages = PdfReader(io.BytesIO(window.page.pdf(**PAPERS[paper]))).pages
        titles = window.page.locator(".paper h2").all_inner_texts()
        last = pages[-1].extract_text()

        assert (1 if name == "staying-active" else 2) == len(pages)
        assert titles
        assert [] == [title for title in titles if title not in last]
        assert "Clear my answers" not in last


def test_a_row_on_paper_is_high_enough_to_write_in(browse):
    window = browse()
    window.open("/options/medial-branch-block/after")
    window.page.emulate_media(media="print")
    rows = window.page.locator(".paper tbody tr").all()
    millimetre = 96 / 25.4

    assert rows
    assert min(row.bounding_box()["height"] for row in rows) >= 7 * millimetre


def test_without_script_what_can_help_opens_and_nothing_is_sent(browse):
    window = browse(script=False)
    window.open("/ready")
    first = window.page.locator(".ready details").first
    first.locator("summary").click()

    assert first.get_by_role("link", name="All options, one by one").is_visible()
    assert "/ready" == window.path
