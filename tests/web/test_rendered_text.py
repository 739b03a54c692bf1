"""Whole pages as they are rendered: how hard they are to read, and that no phrase misleads."""

from html.parser import HTMLParser
from statistics import median

import pytest

from decision_aid.audit.plain_words import ANY_PAGE, MIDDLE
from decision_aid.audit.readability import page_reading
from decision_aid.resources import resource_dir
from decision_aid.rulebook.load import load_rulebook
from decision_aid.rulebook.wording import wording_faults
from tests.support.answers import LOW_BACK
from tests.web.test_pages import PAGES

RULEBOOK = load_rulebook(resource_dir("rules"))
#: Lists of titles, names and numbers, which nobody reads as text.
LISTS = {"/sources/trial", "/about/reading-level"}
NOT_TEXT = {"source-list", "numbers-source", "rule-id", "also"}
BLOCKS = {"p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "summary", "td", "th", "caption"}
VOID = {"br", "hr", "img", "input", "link", "meta", "path", "rect", "circle"}
ADDRESSES = (
    *(page for page in PAGES if page not in LISTS),
    *(f"/options/{name}" for name in RULEBOOK.options),
    *(f"/options/{name}/after" for name in RULEBOOK.options),
    *(f"/places/{name}" for name in RULEBOOK.places),
)


class Blocks(HTMLParser):
    """The texts of the main part of a page, block by block, without lists of sources."""

    def __init__(self, text):
        super().__init__()
        self.texts, self.open, self.quiet = [], [], None
        self.feed(text.split("<main")[1].split("</main>")[0].split(">", 1)[1])

    def handle_starttag(self, tag, attrs):
        if tag in VOID:
            return
        self.open.append(tag)
        classes = set((dict(attrs).get("class") or "").split())
        if self.quiet is None and (classes & NOT_TEXT or tag in {"svg", "code"}):
            self.quiet = len(self.open)
        if tag in BLOCKS:
            self.texts.append("")

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if self.quiet == len(self.open):
            self.quiet = None
        self.open.pop()

    def handle_data(self, data):
        if self.quiet is None and self.texts:
            self.texts[-1] += data


def grade(client, address):
    blocks = Blocks(client.get(address).text)
    reading = page_reading(address, blocks.texts, RULEBOOK.glossary)
    assert reading.raw.words > 20, f"nothing to read on {address}"
    return reading.raw.grade


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_says_what_the_aid_does_not_say(client, address):
    texts = Blocks(client.get(address).text).texts

    assert [] == [(fault, text) for text in texts for fault, _ in wording_faults(text)]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_is_too_hard(client, address):
    assert grade(client, address) <= ANY_PAGE


@pytest.mark.parametrize(
    "address",
    ["/overview", "/overview/turns-on", "/options/lumbar-medial-branch-radiofrequency/why"],
)
def test_no_page_about_answers_is_too_hard(walk, address):
    walk.answers(LOW_BACK)

    assert grade(walk.client, address) <= ANY_PAGE


def test_the_page_in_the_middle_is_easy(client):
    assert median(grade(client, address) for address in ADDRESSES) <= MIDDLE
