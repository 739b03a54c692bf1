"""What must be true of every template, and of every page made from one."""

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser

import pytest
from jinja2 import nodes

from decision_aid.resources import resource_dir
from decision_aid.rulebook.wording import wording_faults
from scripts.translations import words_of_the_code
from tests.support.answers import LOW_BACK
from tests.web.test_pages import PAGES as PAGES_FOR_ALL

FOLDER = resource_dir("templates")
TEMPLATES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.html"))
PAGES = (
    *PAGES_FOR_ALL,
    "/options/no-procedure",
    "/options/medial-branch-block",
    "/options/nothing-like-it",
    "/options/medial-branch-block/after",
    "/options/staying-active/after",
    "/check",
    "/overview",
    "/overview/turns-on",
    "/options/genicular-nerve-block/why",
    "/options/opioid-medicines/why",
    "/sheet",
    "/questions/about-you",
    "/questions/tried",
    "/questions/how-long",
    "/questions/what-matters",
    "/style",
    "/matters",
    "/compare",
    "/compare?option=medial-branch-block&option=exercise-therapy",
)
VOID = {"br", "col", "hr", "img", "input", "link", "meta", "path", "circle", "rect"}


class Page(HTMLParser):
    """A page as its elements: ids, what points at them, headings, and whether all are closed."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.pointers, self.headings, self.forbidden = [], [], [], []
        self.open, self.unclosed = [], []
        self.methods = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [named["id"]] if "id" in named else []
        for attribute in ("for", "aria-describedby", "aria-labelledby"):
            self.pointers += (named.get(attribute) or "").split()
        if (named.get("href") or "").startswith("#"):
            self.pointers.append(named["href"][1:])
        if tag == "form":
            self.methods.append((named.get("method"), named.get("action")))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.forbidden += [name for name in named if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in named):
            self.forbidden.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.unclosed.append(tag)


@pytest.fixture(params=PAGES)
def page(request, walk):
    walk.answers({**LOW_BACK, "medicines": ("blood_thinner",)})
    return Page(walk.get(request.param).text)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_can_be_read(app, name):
    app.jinja_env.get_template(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_uses_all_that_it_imports(app, name):
    tree = app.jinja_env.parse((FOLDER / name).read_text(encoding="utf-8"))
    imported = {
        part if isinstance(part, str) else part[1]
        for found in tree.find_all(nodes.FromImport)
        for part in found.names
    }
    used = {found.name for found in tree.find_all(nodes.Name)}

    assert set() == imported - used


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.startswith("components/")])
def test_a_macro_says_what_it_takes(name):
    text = (FOLDER / name).read_text(encoding="utf-8")
    for before, macro in re.findall(r"(#\}|\S)\s*\n\{% macro ([a-z]\w*)", text):
        assert "#}" == before, f"{macro} has no note above it"


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_says_nothing_that_the_aid_does_not_say(name):
    text = (FOLDER / name).read_text(encoding="utf-8")
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", text, flags=re.DOTALL)
    words = unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", text)))

    assert [] == list(wording_faults(words))


@pytest.mark.parametrize("name", [name for name in TEMPLATES if not name.startswith("style/")])
def test_a_template_leaves_no_words_untranslated(name):
    text = (FOLDER / name).read_text(encoding="utf-8")
    text = re.sub(r"\{% trans.*?endtrans %\}|\{% block page %\}[\w-]+", "", text, flags=re.DOTALL)
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.DOTALL)
    words = unescape(re.sub(r"<[^>]*>", " ", text))
    words = re.sub(r"q?-(why|hint|error)|^q-", "", words)  # parts of ids

    assert [] == re.findall(r"[A-Za-z]{2,}", words)


def test_no_marked_text_says_what_the_aid_does_not_say():
    texts = [message.id for message in words_of_the_code() if message.id]
    texts = [one for text in texts for one in (text if isinstance(text, tuple) else (text,))]

    assert [] == [(fault, text) for text in texts for fault, _ in wording_faults(text)]


def test_a_page_has_no_style_or_script_inside(page):
    assert [] == page.forbidden


def test_an_id_stands_once_on_a_page(page):
    assert [] == [name for name, times in Counter(page.ids).items() if times > 1]


def test_whatever_is_pointed_at_is_there(page):
    assert set() == set(page.pointers) - set(page.ids)


def test_what_is_sent_from_a_page_never_stands_in_an_address(page):
    # Names of options are no answers, so a comparison can be kept.
    kept = {("get", "/compare")}

    assert {"post"} >= {method for method, _ in {*page.methods} - kept}


def test_headings_go_down_one_step_at_a_time(page):
    steps = zip([0, *page.headings], page.headings, strict=False)

    assert 1 == page.headings.count(1)
    assert [] == [(above, below) for above, below in steps if below > above + 1]


def test_every_element_is_closed(page):
    assert ([], []) == (page.unclosed, page.open)
