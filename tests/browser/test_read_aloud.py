"""What a screen reader is told about the main pages, kept beside this file in snapshots/.

Of the tiny rulebook, so that a change of content changes nothing here. After a change of
a page that was meant: ``make snapshots``, and read what it changed as if it were read aloud.
"""

import os
import re
from pathlib import Path

import pytest

from decision_aid.app import create_app
from decision_aid.web.knowledge import Knowledge
from tests.browser.conftest import SETTINGS, served
from tests.support.browse import Browsing

DIGEST = re.compile(r"\([0-9a-f]{12}\)")
SNAPSHOTS = Path(__file__).parent / "snapshots"
TOLD = {
    "age_band": "18_plus",
    "main_region": "low_back",
    "urgent_low": ("none_of_these",),
    "pain_features": ("burning",),
    "pain_average": 7,
    "tried_exercise": "helped",
    "medicines": ("blood_thinner",),
}
PAGES = {
    "start": "/",
    "question": "/questions/about-you",
    "urgent-signs": "/questions/legs",
    "scale": "/questions/what-it-is-like",
    "check": "/check",
    "overview": "/overview",
    "option": "/options/knee-needle",
    "sheet": "/sheet",
}


@pytest.fixture(scope="module")
def tiny_site(tiny, tiny_engine):
    known = Knowledge(tiny, tiny_engine, Path(__file__).parents[1] / "rulebook" / "minimal")
    with served(create_app(SETTINGS, known)) as address:
        yield address


@pytest.fixture(scope="module")
def reader(browser, tiny_site, axe, tiny):
    """Somebody who has answered everything."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    window = Browsing(context, tiny_site, axe, tiny)
    window.walk(TOLD)
    yield window
    context.close()


def read_aloud(window, name):
    """Compare what is told about the shown page with what was kept."""
    # The fingerprint of the rulebook changes with how rules are written down.
    told = DIGEST.sub("(fingerprint)", window.page.locator("main").aria_snapshot()) + "\n"
    kept = SNAPSHOTS / f"{name}.yaml"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(told, encoding="utf-8")

    assert kept.read_text(encoding="utf-8") == told


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_told_as_it_was(reader, name):
    reader.open(PAGES[name])
    read_aloud(reader, name)


def test_a_fault_is_told_as_it_was(reader):
    reader.open("/questions/about-you")
    reader.page.evaluate("document.querySelectorAll('main input').forEach(i => i.checked = false)")
    reader.go_on()
    read_aloud(reader, "fault")


def test_what_frames_every_page_is_told_as_it_was(reader):
    reader.open("/")
    told = reader.page.locator("header.top").aria_snapshot()

    assert '- link "Urgent help"' in told
    assert "navigation" in reader.page.locator("footer").aria_snapshot()


def test_a_care_card_is_told_as_it_was(browser, tiny_site, axe, tiny):
    context = browser.new_context(reduced_motion="reduce")
    window = Browsing(context, tiny_site, axe, tiny)
    window.walk({**TOLD, "urgent_low": ("saddle",)})
    read_aloud(window, "care-card")
    context.close()
