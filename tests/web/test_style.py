"""The page of all components: nothing is missing from it, and nobody is led there."""

import re

import pytest
from jinja2 import nodes

from decision_aid.resources import resource_dir

FOLDER = resource_dir("templates")
COMPONENTS = sorted(path.stem for path in (FOLDER / "components").glob("*.html"))


def tree(app, path):
    return app.jinja_env.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_component_is_shown(app, name):
    """Add templates/style/specimens/<name>.html: one line imports the macros, others call them."""
    made = tree(app, FOLDER / "components" / f"{name}.html").find_all(nodes.Macro)
    public = {macro.name for macro in made if not macro.name.startswith("_")}
    called = {
        found.node.name
        for path in (FOLDER / "base.html", *(FOLDER / "style").rglob("*.html"))
        for found in tree(app, path).find_all(nodes.Call)
        if isinstance(found.node, nodes.Name)
    }

    assert set() == public - called


@pytest.mark.parametrize("state", ["empty", "answered", "long", "faulty"])
def test_a_question_of_each_type_is_shown_in_each_state(client, rulebook, state):
    shown = re.findall(r"<h3>(\w+), (\w+)</h3>", client.get("/style").text)
    types = {question.type.capitalize() for question in rulebook.questions}

    assert types == {kind for kind, in_state in shown if in_state == state}


def test_the_states_of_a_question_are_what_they_are_called(client):
    text = client.get("/style").text
    parts = dict(re.findall(r"<h3>Many, (\w+)</h3>(.*?)</form>", text, re.DOTALL))

    assert {"empty": 0, "answered": 2, "long": 0, "faulty": 0} == {
        state: part.count(" checked>") for state, part in parts.items()
    }
    assert ["faulty"] == [state for state, part in parts.items() if "has-error" in part]


def test_every_care_card_is_shown(client, rulebook):
    text = client.get("/style").text

    for kind in rulebook.care.cards:
        assert f'class="care care-{kind.replace("_", "-")}"' in text


def test_every_form_of_a_number_is_shown(client):
    text = client.get("/style").text

    for role in ("anyway", "because", "spared", "rest"):
        assert f"marks-{role}" in text
    assert "icon-array-100" in text
    assert "icon-array-1000" in text
    assert "There was no comparison group" in text


def test_no_page_leads_there_and_no_search_engine_lists_it(client):
    assert '<meta name="robots" content="noindex">' in client.get("/style").text
    for address in ("/", "/about", "/options", "/accessibility"):
        assert 'href="/style"' not in client.get(address).text
