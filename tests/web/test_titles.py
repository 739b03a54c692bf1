"""The name of a page tells it from every other page, in a row of tabs or read aloud."""

import re
from collections import Counter

from tests.support.answers import LOW_BACK
from tests.web.test_pages import PAGES

TITLE = re.compile(r"<title>(.*?)</title>")


def title(client, address):
    return TITLE.search(client.get(address, follow_redirects=True).text).group(1)


def test_no_two_pages_have_the_same_name(walk, rulebook):
    walk.answers({**LOW_BACK, "medicines": ("blood_thinner",)})
    addresses = {
        *(page for page in PAGES if "?" not in page),
        *(f"/options/{name}" for name in rulebook.options),
        *(f"/places/{name}" for name in rulebook.places),
        *(f"/sources/{source.kind}" for source in rulebook.sources.values()),
        *(f"/questions/{name}" for name in walk.seen),
        "/check",
        "/overview",
        "/sheet",
        "/nowhere",
        "/style",
    }
    names = {address: title(walk.client, address) for address in addresses}
    often = {name for name, times in Counter(names.values()).items() if times > 1}

    assert len(walk.seen) > 10
    assert {} == {address: name for address, name in names.items() if name in often}


def test_a_page_that_comes_back_with_a_fault_says_so_in_its_name(walk):
    page = walk.client.get("/questions/about-you").text
    token = re.search(r'name="csrf_token" value="([^"]+)"', page).group(1)
    sent = walk.client.post("/questions/about-you", data={"csrf_token": token})

    assert TITLE.search(sent.text).group(1).startswith("Error: ")


def test_the_care_card_has_a_name_of_its_own(walk):
    calm = title(walk.client, "/")
    walk.answers({**LOW_BACK, "urgent_low": ("saddle",)})

    assert title(walk.client, "/overview") not in {calm, ""}
