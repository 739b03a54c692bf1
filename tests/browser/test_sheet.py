"""The consultation sheet in a real browser: printed, copied, and what was typed stays."""

import io
from urllib.parse import urlsplit

import pytest
from pypdf import PdfReader

from decision_aid.app import create_app
from decision_aid.questionnaire.pains import fields_of_one_pain, parted
from decision_aid.resources import resource_dir
from decision_aid.settings import Settings
from decision_aid.web.knowledge import Knowledge
from decision_aid.web.visit import _packed
from tests.sheet.people import LONG_WORDS, TWO_FULL, says_much, says_much_of_two, says_some
from tests.support.answers import LOW_BACK

WORDS = "Sitting at work is the worst."
PAPERS = ("A4", "Letter")
#: Those of the site, so that it opens what is sealed here.
SETTINGS = Settings(env="test", secret_keys=("a key for tests only, not secret at all",))


@pytest.fixture
def sheet_page(browse):
    """Return a window in which the form of the sheet is shown."""

    def opened(**how):
        window = browse(**how)
        window.walk({**LOW_BACK, "medicines": ("blood_thinner",)})
        window.open("/sheet")
        return window

    return opened


def type_words(window):
    window.page.get_by_label("What bothers me most").fill(WORDS)


def opened_by(window, button):
    """Return the tab that a button opens."""
    with window.page.context.expect_page() as waiting:
        window.page.get_by_role("button", name=button).click()
    waiting.value.wait_for_load_state()
    return waiting.value


def printed(page, paper):
    return PdfReader(io.BytesIO(page.pdf(format=paper))).pages


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_what_was_typed_is_still_there_after_the_page_to_print(sheet_page, script):
    window = sheet_page(script=script)
    type_words(window)
    shown = opened_by(window, "Open the pages to print")

    assert WORDS in shown.locator(".sheet").inner_text()
    shown.close()
    assert window.page.get_by_label("What bothers me most").input_value() == WORDS
    assert urlsplit(window.page.url).query == ""


def test_the_page_to_print_leads_back_with_what_was_typed(sheet_page):
    window = sheet_page()
    type_words(window)
    window.page.get_by_text("Choose your questions").click()
    window.page.get_by_label("What else is there?").uncheck()
    shown = opened_by(window, "Open the pages to print")
    with shown.expect_navigation():
        shown.get_by_role("button", name="Change my words here").click()

    assert shown.get_by_label("What bothers me most").input_value() == WORDS
    assert shown.locator("#q-questions-wait").is_checked()
    assert not shown.locator("#q-questions-else").is_checked()


def test_the_text_is_copied_and_that_is_said(sheet_page):
    window = sheet_page()
    window.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    type_words(window)
    shown = opened_by(window, "Text for a message")
    shown.get_by_role("button", name="Copy the short version").click()
    shown.get_by_text("Copied").wait_for()
    copied = shown.evaluate("navigator.clipboard.readText()")

    assert copied == shown.locator("#short").input_value()
    assert WORDS in copied
    assert "Blood thinner" in copied
    assert shown.locator("#short ~ [data-by-hand]").is_hidden()


def test_without_a_script_it_is_said_how_to_copy(sheet_page):
    shown = opened_by(sheet_page(script=False), "Text for a message")

    assert shown.get_by_role("button", name="Copy").count() == 0
    assert shown.get_by_text("choose “Select all”").count() == 2
    assert shown.locator("textarea[readonly]").count() == 2


@pytest.mark.parametrize("wanted", ["Open the pages to print", "Text for a message"])
@pytest.mark.parametrize(
    ("size", "scheme"), [("phone", "dark"), ("desk", "light")], indirect=["size"]
)
def test_no_page_of_the_sheet_has_an_accessibility_fault(sheet_page, size, scheme, wanted, axe):
    window = sheet_page(size=size, scheme=scheme)
    for summary in window.page.locator(".sheet-choice > summary").all():
        summary.click()
    faults = window.faults()
    shown = opened_by(window, wanted)
    faults += [fault["id"] for fault in axe.run(shown).response["violations"]]

    assert faults == []
    for page in (window.page, shown):
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_the_page_to_print_is_two_pages_on_paper_and_only_the_sheet(sheet_page):
    shown = opened_by(sheet_page(), "Open the pages to print")
    for paper in PAPERS:
        first, second = (page.extract_text() for page in printed(shown, paper))

        assert "My consultation sheet" in first
        assert "What we agreed" in second
        assert "Print this page" not in first
        assert "Urgent help" not in first + second


def kept(rulebook, answers):
    return {"answers": dict(answers), "seen": _packed(rulebook.fields, rulebook)}


@pytest.fixture
def cookie(rulebook, engine):
    """Return the cookie of someone who answered this about one pain, and that about another."""

    def sealed(first, second=None):
        app = create_app(SETTINGS, Knowledge(rulebook, engine, resource_dir("rules")))
        client = app.test_client()
        with client.session_transaction() as session:
            session.update(kept(rulebook, first))
            if second:
                about_second, _ = parted(second, fields_of_one_pain(rulebook))
                session["aside"] = kept(rulebook, about_second)
        return client.get_cookie("visit").value

    return sealed


@pytest.mark.parametrize("who", ["ordinary", "full", *TWO_FULL[-2:]], ids=str)
def test_however_much_someone_says_the_page_to_print_is_two_pages_on_paper(
    who, browse, cookie, rulebook
):
    if who == "ordinary":
        told = [says_some(rulebook, 3)]
    elif who == "full":
        told = [says_much(rulebook, 1)]
    else:
        told = says_much_of_two(rulebook, *who)
    window = browse()
    window.page.context.add_cookies([{"name": "visit", "value": cookie(*told), "url": window.site}])
    window.open("/sheet")
    for field in window.page.locator("form textarea").all():
        field.fill(LONG_WORDS)
    shown = opened_by(window, "Open the pages to print")

    assert shown.locator(".sheet-pain").count() == len(told)
    assert [len(printed(shown, paper)) for paper in PAPERS] == [2, 2]
