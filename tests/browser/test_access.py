"""For everyone: without a mouse, with large letters, with colours of one's own, read aloud."""

import hashlib
import os
import random

import pytest

from decision_aid.resources import resource_dir
from tests.support.answers import LOW_BACK

#: Much comes up, much is to be told, and there are numbers of each kind.
MUCH = {
    **LOW_BACK,
    "back_spread": "below_knee",
    "pain_features": ("electric", "burning"),
    "scan_said": ("disc_nerve",),
    "operations": ("back_surgery",),
    "medicines": ("blood_thinner",),
}
URGENT = {**LOW_BACK, "urgent_low": ("saddle",), "safe_now": "yes"}
#: One page of each kind that there is before anything is told.
FOR_ALL = (
    "/",
    "/about",
    "/about/ipdas",
    "/about/reading-level",
    "/accessibility",
    "/glossary",
    "/options",
    "/options/medial-branch-block",
    "/places/low_back",
    "/sources",
    "/sources/trial",
    "/style",
    "/urgent-help",
    "/nowhere",
)
#: One of each kind for somebody who has answered.
OF_A_VISIT = (
    "/questions/about-you",
    "/questions/how-long",
    "/questions/tried",
    "/questions/help-now",
    "/check",
    "/overview",
    "/options/lumbar-epidural-steroid-injection",
    "/sheet",
)
#: A window of 1,280 by 1,024 pixels at 400 % zoom.
ZOOMED = {"width": 320, "height": 256}
DESK = {"width": 1280, "height": 900}
#: What a reader may set, and nothing may be lost by it (1.4.12).
SPACING = """() => {
  const style = new CSSStyleSheet();
  style.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [style];
}"""
#: Boxes that hide what does not fit into them, and do hide something.
CUT_OFF = """() => [...document.querySelectorAll("main *, header *, footer *")]
  .filter((e) => !e.closest(".hidden, [hidden], svg, .sheet-notes"))
  .filter((e) => /hidden|clip/.test(getComputedStyle(e).overflowY + getComputedStyle(e).overflowX))
  .filter((e) => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)
  .map((e) => e.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_component_has_an_accessibility_fault(browse, size, scheme):
    window = browse(size, scheme=scheme)
    window.open("/style")
    window.unfold()

    # The same landmark stands there once for each of its states.
    assert [] == [fault for fault in window.faults() if "landmark-unique" not in fault]


@pytest.mark.parametrize("path", FOR_ALL)
def test_nothing_has_to_be_moved_sideways_at_400_percent(browse, path):
    window = browse(ZOOMED)
    window.open(path)
    window.unfold()

    assert not window.is_wider_than_the_window()


@pytest.mark.parametrize("answers", [MUCH, URGENT], ids=["much came up", "urgent"])
def test_nothing_of_a_visit_has_to_be_moved_sideways_at_400_percent(browse, answered, answers):
    window = answered(browse(ZOOMED), answers)
    wide = []
    for path in OF_A_VISIT:
        window.open(path)
        window.unfold()
        wide += [path] if window.is_wider_than_the_window() else []

    assert [] == wide


@pytest.mark.parametrize("window_size", [ZOOMED, DESK], ids=["zoomed", "desk"])
def test_nothing_is_lost_with_more_room_between_letters(browse, answered, window_size):
    window = answered(browse(window_size), MUCH)
    lost = []
    for path in ("/", "/style", "/check", "/overview", "/options", "/sheet"):
        window.open(path)
        window.unfold()
        window.page.evaluate(SPACING)
        lost += [path] if window.is_wider_than_the_window() else []
        lost += window.page.evaluate(CUT_OFF)

    assert [] == lost


def test_what_is_chosen_shows_in_colours_of_ones_own(browse):
    window = browse(forced_colors="active")
    window.open("/style")

    def look(selector):
        return window.page.locator(selector).first.evaluate(
            "e => { const s = getComputedStyle(e);"
            " return [s.outlineStyle, s.outlineWidth, s.borderTopWidth] }"
        )

    def stroke(role):
        marks = window.page.locator(f".icon-array .marks-{role}").first
        return marks.evaluate("e => getComputedStyle(e).stroke")

    for kind in ("radio", "checkbox"):
        chosen = look(f".choice:has(input[type={kind}]:checked)")
        assert chosen != look(f".choice:has(input[type={kind}]:not(:checked))")
        assert "none" != chosen[0]
    assert stroke("anyway") != stroke("because")
    assert "none" != look(".button")[0] or "0px" != look(".button")[2]


# With the keyboard alone.

#: Where the focus is: which element, whether it can be seen, and whether something covers it.
FOCUSED = """() => {
  const e = document.activeElement;
  const box = e.getBoundingClientRect();
  const outlined = [e, e.closest(".choice")].some((one) => one
    && getComputedStyle(one).outlineStyle !== "none"
    && parseFloat(getComputedStyle(one).outlineWidth) >= 2);
  const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
  const y = Math.min(Math.max((Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2, 1),
                     innerHeight - 1);
  const above = document.elementFromPoint(x, y);
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const seen = inside && above && (e === above || e.contains(above) || above.contains(e));
  return {id: e.id, words: (e.innerText || e.value || "").trim(), outlined, seen,
          tag: e.tagName, html: e.outerHTML.slice(0, 100)};
}"""


class Keyboard:
    """Someone who only presses keys, and looks after each where the focus went."""

    def __init__(self, window):
        self.window = window
        self.faults = []

    def press(self, key):
        self.window.page.keyboard.press(key)
        focused = self.window.page.evaluate(FOCUSED)
        if focused["tag"] != "BODY" and not (focused["outlined"] and focused["seen"]):
            self.faults.append(f"{self.window.path}: {focused}")
        return focused

    def tab_to(self, found):
        for _ in range(150):
            focused = self.press("Tab")
            if found(focused):
                return focused
        raise AssertionError(f"not reached with Tab on {self.window.path}")

    def follow(self, words):
        self.tab_to(lambda focused: focused["words"].startswith(words))
        with self.window.page.expect_navigation(wait_until="load"):
            self.window.page.keyboard.press("Enter")

    def choose(self, name, choice):
        wanted = f"q-{name}-{choice}"
        group = f"q-{name}-"
        if self.window.page.locator(f"[id='{wanted}']").get_attribute("type") == "checkbox":
            self.tab_to(lambda focused: focused["id"] == wanted)
            self.press("Space")
            return
        focused = self.tab_to(lambda focused: focused["id"].startswith(group))
        for _ in range(30):
            if focused["id"] == wanted:
                break
            focused = self.press("ArrowDown")
        self.press("Space")


def test_the_whole_way_can_be_gone_with_the_keyboard_and_the_focus_is_always_seen(browse):
    window = browse()
    keys = Keyboard(window)
    window.open("/")
    keys.follow("Start")
    while window.path.startswith("/questions/"):
        shown = {
            name: answer
            for name, answer in LOW_BACK.items()
            if window.page.locator(f"[id^='q-{name}-']").count()
        }
        order = window.page.evaluate(
            "[...document.querySelectorAll('main input[id]')].map((e) => e.name)"
        )
        for name in sorted(shown, key=order.index):
            answer = shown[name]
            keys.choose(name, answer[0] if isinstance(answer, tuple) else answer)
        keys.follow("Continue")
    assert "/check" == window.path
    keys.follow("Show my overview")
    keys.follow("Make your sheet")
    keys.tab_to(lambda focused: focused["tag"] == "TEXTAREA")
    window.page.keyboard.type("Sitting at work is the worst.")
    keys.tab_to(lambda focused: focused["words"].startswith("Open the pages to print"))
    with window.page.context.expect_page() as opened:
        window.page.keyboard.press("Enter")
    opened.value.wait_for_load_state()

    assert "Sitting at work is the worst." in opened.value.locator("main").inner_text()
    assert [] == keys.faults


def test_the_first_key_offers_to_skip_what_is_on_top(browse):
    window = browse()
    keys = Keyboard(window)
    window.open("/options")
    assert keys.press("Tab")["words"].startswith("Skip")
    window.page.keyboard.press("Enter")

    assert "main" == window.page.evaluate("document.activeElement.id")


# At random.

STEPS = 25


def seed_of(rulebook):
    """Return another seed for each state of the content, or the one that was asked for."""
    templates = sorted(resource_dir("templates").rglob("*.html"))
    digest = hashlib.sha256(rulebook.edition.digest.encode())
    for template in templates:
        digest.update(template.read_bytes())
    return int(os.environ.get("WALK_SEED") or str(int(digest.hexdigest()[:8], 16)))


def test_a_walk_at_random_meets_no_accessibility_fault(browse, size, rulebook):
    seed = seed_of(rulebook) + size["width"]
    chance = random.Random(seed)
    window = browse(size)
    window.open("/")
    faults = []
    for _ in range(STEPS):
        wander(window, chance)
        window.unfold()
        faults += window.faults()

    # A page sent with a fault comes back with it, and the console notes that.
    complaints = [one for one in window.complaints if "status of 422" not in one]
    assert ([], []) == (faults, complaints), f"again with WALK_SEED={seed - size['width']}"


def wander(window, chance):
    """Answer the shown screen at random and go on, or follow a link at random."""
    page = window.page
    send = page.locator("main button[type=submit]:visible")
    if window.path.startswith("/questions/") and chance.random() < 0.85:
        groups = {}
        for box in page.locator("main input:visible").all():
            groups.setdefault(box.get_attribute("name"), []).append(box)
        for name in sorted(groups):
            if chance.random() < 0.9:
                chance.choice(groups[name]).check()
        with page.expect_navigation(wait_until="load"):
            send.first.click()
        return
    links = page.locator("a[href^='/']:visible").all()
    address = chance.choice([link.get_attribute("href") for link in links])
    window.open("/questions" if chance.random() < 0.4 else address)
