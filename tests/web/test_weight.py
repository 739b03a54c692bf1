"""No page is heavy: someone with an old phone and a bad connection waits for none."""

import re

import pytest

from tests.support.answers import LOW_BACK
from tests.support.weight import weight_of
from tests.web.test_pages import PAGES

KB = 1024
FIRST_PAGE, ANY_PAGE = 60 * KB, 120 * KB
#: Much came up, and much is to be told to the team.
MUCH = {
    **LOW_BACK,
    "pain_features": ("electric", "burning"),
    "scan_said": ("disc_nerve",),
    "operations": ("back_surgery",),
    "block_low_facet": "half_relief",
    "enjoyment": 6,
    "medicines": ("blood_thinner",),
    "allergies": ("contrast", "steroid"),
}
OF_A_VISIT = (
    "/questions/about-you",
    "/questions/tried",
    "/questions/safety",
    "/check",
    "/overview",
    "/overview/turns-on",
    "/options/ganglion-impar-block/why",
    "/sheet",
)


def test_the_first_page_comes_quickly(client):
    assert weight_of(client, "/").total < FIRST_PAGE


@pytest.mark.parametrize("address", [*PAGES, "/style"])
def test_no_page_that_is_the_same_for_all_is_heavy(client, address):
    assert weight_of(client, address).total < ANY_PAGE


def test_no_page_about_an_option_is_heavy(client, rulebook):
    weights = {name: weight_of(client, f"/options/{name}").total for name in rulebook.options}

    assert weights
    assert {} == {name: weight for name, weight in weights.items() if weight >= ANY_PAGE}


@pytest.mark.parametrize("address", OF_A_VISIT)
def test_no_page_of_a_visit_is_heavy(walk, address):
    walk.answers(MUCH)

    assert weight_of(walk.client, address).total < ANY_PAGE


@pytest.mark.parametrize("address", ["/", "/overview", "/sheet", "/options", "/questions/tried"])
def test_no_script_holds_a_page_up(walk, address):
    walk.answers(MUCH)
    scripts = re.findall(r"<script\b[^>]*>", walk.get(address).text)

    assert scripts
    assert [] == [s for s in scripts if not re.search(r'type="module"| defer| async', s)]


def test_everything_that_a_page_fetches_is_counted(client):
    found = weight_of(client, "/")

    # The page, its icon, two styles, a script and three fonts, at the least.
    assert found.requests >= 8
    assert found.fonts > 20 * KB
    assert found.files > 4 * KB
