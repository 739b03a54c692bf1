"""Going to another language in a real browser."""

import pytest

from tests.support.answers import LOW_BACK


def overflows(page):
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def test_what_was_chosen_and_not_sent_goes_along(browse):
    browsing = browse()
    browsing.open("/questions/about-you")
    browsing.fill({"country": "uk", "about_you": ("breastfeeding",)})
    with browsing.page.expect_navigation():
        browsing.page.get_by_role("link", name="Español").click()

    assert "es" == browsing.page.evaluate("document.documentElement.lang")
    assert "/questions/about-you" == browsing.path
    assert browsing.page.locator('[id="q-country-uk"]').is_checked()
    assert browsing.page.locator('[id="q-about_you-breastfeeding"]').is_checked()
    assert [] == browsing.complaints


@pytest.mark.parametrize("address", ["/", "/check", "/overview", "/sheet", "/urgent-help"])
def test_a_spanish_page_is_sound_and_fits_a_phone(browse, answered, address):
    browsing = browse({"width": 320, "height": 800}, locale="es-MX")
    answered(browsing, LOW_BACK)
    browsing.open(address)

    assert "es" == browsing.page.evaluate("document.documentElement.lang")
    assert ([], False) == (browsing.faults(), overflows(browsing.page))
