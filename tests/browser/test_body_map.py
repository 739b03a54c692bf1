"""The figure to choose places on: by pointer, touch and keyboard, and in step with the list."""

import pytest

from tests.browser.conftest import SIZES
from tests.support.answers import LOW_BACK

#: WCAG 2.2, 2.5.8.
SMALLEST_TARGET = 24

#: The side of the largest square, in CSS pixels, all of which chooses one place; for each view.
LARGEST_SQUARES = """(map) => {
  map.scrollIntoView({ block: "center" });
  const box = map.getBoundingClientRect();
  const largest = {};
  let above = [];
  for (let y = 0; y < box.height; y++) {
    const row = [];
    for (let x = 0; x < box.width; x++) {
      const shape = document.elementFromPoint(box.left + x + 0.5, box.top + y + 0.5);
      const spot = shape?.closest("label");
      const view = x < box.width / 2 ? "front" : "back";
      const name = spot ? `${spot.htmlFor} ${view}` : "";
      const near = [row[x - 1], above[x], above[x - 1]];
      const goesOn = near.every((one) => one?.name === name);
      const side = goesOn ? 1 + Math.min(...near.map((one) => one.side)) : 1;
      row.push({ name, side });
      if (name) largest[name] = Math.max(largest[name] ?? 0, side);
    }
    above = row;
  }
  return largest;
}"""

#: What is filled in the figure, as a person sees it.
FILLED = """(map) => [...map.querySelectorAll("label")]
  .filter((spot) => getComputedStyle(spot.querySelector(".area")).fillOpacity === "1")
  .map((spot) => spot.htmlFor.split("-").pop())"""


def figure(window):
    return window.page.locator(".body-map-figure")


def filled(window):
    return sorted(figure(window).evaluate(FILLED))


def tap(window, place):
    """Tap where the figure has the first mark of a place."""
    point = figure(window).evaluate(
        """(map, place) => {
          map.scrollIntoView({ block: "center" });
          const mark = map.querySelector(`.spot-${place} .mark`);
          const at = mark.getPointAtLength(0).matrixTransform(mark.getScreenCTM());
          return [at.x, at.y];
        }""",
        place,
    )
    window.page.mouse.click(*point)


def at(window, screen, answers=LOW_BACK):
    """Go to a screen, and leave it as it is."""
    for path in window.screens(answers):
        if path == f"/questions/{screen}":
            return window
    raise AssertionError(f"no screen {screen}")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_every_place_is_large_enough_to_touch_in_each_view(browse, width):
    window = at(browse({"width": width, "height": 1000}), "main-place")
    sides = figure(window).evaluate(LARGEST_SQUARES)

    assert 18 == len({name.split()[0] for name in sides})
    assert {} == {name: side for name, side in sides.items() if side < SMALLEST_TARGET}


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_place_that_is_tapped_is_chosen_and_goes_with_the_form(browse, script):
    window = at(browse(script=script), "main-place")
    tap(window, "knee")

    assert window.page.locator("#q-main_region-knee").is_checked()
    assert ["knee"] == filled(window)
    window.go_on()
    window.open("/questions/main-place")
    assert ["knee"] == filled(window)


def test_each_place_can_be_tapped(browse, rulebook):
    window = at(browse(), "main-place")
    for place in rulebook.fields["main_region"].choices:
        if window.page.locator(f".spot-{place}").count():
            tap(window, place)
            assert [place] == filled(window)
            assert window.page.locator(f"#q-main_region-{place}").is_checked()


def test_the_page_stays_where_it_is_when_a_place_is_tapped(browse):
    window = at(browse(), "main-place")
    tap(window, "neck")
    before = window.page.evaluate("scrollY")
    tap(window, "foot")

    assert before == window.page.evaluate("scrollY")
    assert "q-main_region-foot" == window.page.evaluate("document.activeElement.id")


def test_what_the_keyboard_chooses_in_the_list_shows_in_the_figure(browse):
    window = at(browse(), "main-place")
    window.page.locator("#q-main_region-head").focus()
    window.page.keyboard.press("Space")
    window.page.keyboard.press("ArrowDown")

    assert ["face"] == filled(window)
    edge = window.page.locator(".spot-face .area")
    assert "none" != edge.evaluate("area => getComputedStyle(area).strokeDasharray")
    assert "Face or jaw" in window.page.locator(".body-map-chosen").inner_text()


def test_several_places_can_be_tapped_and_nowhere_else_clears_them(browse):
    window = at(browse(), "other-places")
    tap(window, "neck")
    tap(window, "knee")
    tap(window, "hand")
    tap(window, "knee")
    assert ["hand", "neck"] == filled(window)

    window.page.locator("#q-other_regions-nowhere_else").check()
    assert [] == filled(window)
    tap(window, "hip")
    assert not window.page.locator("#q-other_regions-nowhere_else").is_checked()
    assert ["hip"] == filled(window)


def test_the_main_place_is_shown_as_told_and_cannot_be_chosen_again(browse):
    window = at(browse(), "other-places")

    assert 1 == figure(window).locator(".told").count()
    assert 0 == figure(window).locator(".spot-low_back").count()
    assert "already: low back" in window.page.locator(".body-map-told").inner_text()


def test_pain_all_over_fills_the_whole_figure(browse):
    window = at(browse(), "main-place")
    window.page.locator("#q-main_region-all_over").check()

    assert 18 == len(filled(window))


def test_the_figure_takes_nothing_from_the_names_of_the_list(browse, rulebook):
    window = at(browse(), "main-place")
    question = rulebook.asked_by["main_region"]

    for choice in question.choices:
        assert window.page.get_by_role("radio", name=choice.text, exact=True).count() == 1
    assert window.page.get_by_role("radio").count() == len(question.choices)


@pytest.mark.parametrize("colours", ["none", "active"], ids=["own colours", "forced colours"])
def test_a_chosen_place_differs_in_more_than_colour(browse, colours):
    window = browse()
    window.page.emulate_media(forced_colors=colours)
    at(window, "main-place")
    tap(window, "knee")
    looks = """(spot) => {
      const look = (part) => getComputedStyle(spot.querySelector(part));
      return [parseFloat(look(".area").strokeWidth), parseFloat(look(".tick").opacity)];
    }"""
    chosen = window.page.locator(".spot-knee").evaluate(looks)
    other = window.page.locator(".spot-foot").evaluate(looks)

    assert chosen[0] > 2 * other[0]
    assert (1, 0) == (chosen[1], other[1])


@pytest.mark.parametrize("screen", ["main-place", "other-places"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_with_the_figure_has_no_fault_and_is_not_cut_off(browse, screen, width):
    window = at(browse({"width": width, "height": 800}, scheme="dark"), screen)
    tap(window, "hand")

    assert [] == window.faults()
    assert [] == window.complaints
    assert window.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_figure_is_light(browse):
    for screen in ("main-place", "other-places"):
        window = at(browse(SIZES["desk"]), screen)
        assert figure(window).evaluate("map => map.outerHTML.length") < 12 * 1024
