"""Answers that are kept, opened elsewhere, about to go, or gone, in a real browser."""

import json
import re

import pytest

from decision_aid.kept.shape import checksum_of
from tests.support.answers import LOW_BACK

LEG = {**LOW_BACK, "back_spread": "below_knee", "medicines": ("blood_thinner",)}


def button(window, name):
    return window.page.get_by_role("button", name=name)


def main_part(window):
    return window.page.locator("main").inner_text()


@pytest.fixture
def file(browse, answered, tmp_path):
    """Save the answers of someone as a file, and return it with the overview that they saw."""
    window = answered(browse(), LEG)
    window.open("/overview")
    overview = main_part(window)
    with window.page.expect_download() as waiting:
        button(window, "Keep my answers").first.click()
    assert re.fullmatch(r"my-answers-\d{4}-\d\d-\d\d\.json", waiting.value.suggested_filename)
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path, overview


def open_file(window, path):
    window.open("/resume")
    window.page.get_by_label("Your file").set_input_files(path)
    with window.page.expect_navigation(wait_until="load"):
        window.page.get_by_role("button", name=re.compile("^Open it")).click()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_file_opened_elsewhere_gives_the_same_overview(browse, size, file, script):
    path, overview = file
    window = browse(size, script=script)
    open_file(window, path)
    assert "Your answers are open again" in main_part(window)
    window.page.get_by_role("link", name="Show my overview").click()

    assert overview == main_part(window)
    assert [] == window.complaints


def test_the_way_back_from_there_needs_no_second_sending(browse, file):
    window = browse()
    open_file(window, file[0])
    assert "/resume/opened" == window.path
    window.page.get_by_role("link", name="Show my overview").click()
    window.page.go_back()

    assert "/check" == window.path


def test_a_file_at_fault_says_so_first_and_leads_to_the_field(browse, size, file):
    path, _ = file
    path.write_text(path.read_text(encoding="utf-8").replace("below_knee", "stays_in_back"))
    window = browse(size)
    open_file(window, path)

    assert "was changed after it was saved" in window.page.locator(":focus").inner_text()
    faults = window.faults()
    window.page.locator(".error-summary a").click()
    assert "file" == window.page.evaluate("document.activeElement.id")
    assert [] == faults


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_about_keeping_has_an_accessibility_fault(browse, size, scheme, file):
    path, _ = file
    content = json.loads(path.read_text(encoding="utf-8"))
    content["made_on"] = "2020-01-01"
    content["edition"]["digest"] = "0" * 64
    content["pains"][0]["answers"][-1].update(value=["something_else"])
    content["pains"][0]["came_out"]["reasons"] = []
    content["checksum"] = checksum_of(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    window = browse(size, scheme=scheme)
    window.open("/no-answers")
    faults = window.faults()
    window.open("/resume")
    faults += window.faults()
    open_file(window, path)
    shown = main_part(window)
    assert "Is anything new since then?" in shown
    assert "Answers that no longer fit" in shown
    assert "What is different now" in shown
    window.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    faults += window.faults()
    too_wide = window.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    window.open("/resume")
    faults += window.faults()

    assert [] == faults
    assert too_wide <= 0


class TestBeforeAnswersGo:
    @pytest.fixture
    def window(self, browse, answered, size):
        window = answered(browse(size), LEG)
        window.page.clock.install()
        window.open("/questions/told")
        window.page.locator("#q-told-nothing_told").focus()
        return window

    def is_asking(self, window):
        return window.page.locator("dialog#staying").is_visible()

    def test_nothing_is_said_while_there_is_time(self, window):
        window.page.clock.fast_forward("54:00")

        assert not self.is_asking(window)

    def test_one_is_asked_some_minutes_before_and_can_stay_with_one_key(self, window):
        window.page.clock.fast_forward("56:00")
        assert self.is_asking(window)
        assert "Keep my answers here" == window.page.locator(":focus").inner_text()
        assert [] == window.faults()

        with window.page.expect_response("**/stay") as waiting:
            window.page.keyboard.press("Enter")
        assert 204 == waiting.value.status
        window.page.locator("dialog#staying").wait_for(state="hidden")

        assert "q-told-nothing_told" == window.page.evaluate("document.activeElement.id")
        said = window.page.locator("[data-kept]").inner_text()
        assert "Your answers stay for another 60 minutes." == said
        window.page.clock.fast_forward("54:00")
        assert not self.is_asking(window)
        assert [] == window.complaints

    def test_escape_stays_too(self, window):
        window.page.clock.fast_forward("56:00")
        with window.page.expect_response("**/stay"):
            window.page.keyboard.press("Escape")

        window.page.locator("dialog#staying").wait_for(state="hidden")

    def test_it_can_be_done_again_and_again(self, window):
        for _ in range(11):
            window.page.clock.fast_forward("56:00")
            with window.page.expect_response("**/stay"):
                window.page.keyboard.press("Enter")
            window.page.locator("dialog#staying").wait_for(state="hidden")

        assert "/questions/told" == window.path

    def test_without_a_connection_the_question_stays_and_says_why(self, window):
        window.page.clock.fast_forward("56:00")
        window.page.context.set_offline(True)
        window.page.keyboard.press("Enter")
        window.page.get_by_text("That did not work. Is this device online?").wait_for()

        assert self.is_asking(window)

    def test_another_page_in_another_tab_makes_them_stay(self, window):
        window.page.clock.fast_forward("56:00")
        other = window.page.context.new_page()
        other.clock.install()
        other.clock.fast_forward("56:00")
        other.goto(window.site + "/options")

        window.page.locator("dialog#staying").wait_for(state="hidden")

    def test_a_device_that_slept_finds_out_that_they_are_gone(self, window):
        window.page.context.clear_cookies()
        window.page.clock.fast_forward("03:00:00")
        window.page.wait_for_url("**/no-answers")

        assert "There are no answers here" in main_part(window)
        assert 1 == window.page.get_by_role("link", name="Open your kept answers").count()

    def test_what_is_sent_after_that_is_answered_with_the_same_words(self, window):
        window.page.clock.fast_forward("56:00")
        window.page.context.clear_cookies()
        window.page.keyboard.press("Enter")

        window.page.wait_for_url("**/no-answers")


def test_after_clearing_the_way_back_shows_nothing(browse, answered):
    window = answered(browse(), LEG)
    window.open("/check")
    window.open("/overview")
    button(window, "Clear my answers and leave").last.click()
    window.page.wait_for_url("**/?cleared=1")
    for _ in range(2):
        window.page.go_back()
        assert "There are no answers here" in main_part(window)


class TestTheWayBackOfTheBrowser:
    def test_leads_through_the_screens_and_on_again(self, browse):
        window = browse()
        steps = window.screens(LOW_BACK)
        paths = [next(steps) for _ in range(6)]
        for path in reversed(paths[:-1]):
            window.page.go_back()
            assert path == window.path
        assert window.page.locator("#q-country-uk").is_checked()
        for path in paths[1:]:
            window.go_on()
            assert path == window.path

    def test_leads_from_the_overview_to_the_answers_and_forward_again(self, browse, answered):
        window = answered(browse(), LOW_BACK)
        window.open("/check")
        window.page.get_by_role("link", name="Show my overview").click()
        window.page.go_back()
        assert "/check" == window.path
        window.page.go_forward()

        assert "/overview" == window.path

    def test_a_changed_answer_is_sent_once(self, browse, answered):
        window = answered(browse(), LOW_BACK)
        window.open("/check")
        window.page.locator('a[href="/questions/how-long?change=1#q-duration"]').click()
        window.page.locator("#q-duration-under_6_weeks").check()
        window.go_on()
        assert "/check" == window.path
        window.page.go_back()
        assert window.page.locator("#q-duration-under_6_weeks").is_checked()
        window.page.go_back()

        assert "/check" == window.path
