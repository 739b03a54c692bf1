import re
from html import unescape

import pytest

from decision_aid.resources import resource_dir
from decision_aid.rulebook.load import load_rulebook

PLACES = tuple(load_rulebook(resource_dir("rules")).places)


def test_every_place_is_listed(client, rulebook):
    text = client.get("/places").text

    for place in rulebook.places.values():
        assert f'href="/places/{place.id}"' in text
        assert place.title in text


@pytest.mark.parametrize("name", PLACES)
def test_a_place_tells_what_it_can_be_how_it_goes_and_what_there_is(client, rulebook, name):
    text = client.get(f"/places/{name}").text

    assert "The decision: whether to have a procedure for your pain" in text
    assert "What it can be" in text
    assert "How it tends to go on" in text
    assert 'href="/options/no-procedure"' in text
    missing = [
        option.id
        for option in rulebook.options.values()
        if name in option.sites and f'href="/options/{option.id}"' not in text
    ]
    assert [] == missing


def test_options_of_another_place_are_not_listed(client):
    text = client.get("/places/knee").text

    assert 'href="/options/genicular-nerve-block"' in text
    assert 'href="/options/lumbar-epidural-steroid-injection"' not in text


def test_the_signs_that_are_asked_there_are_told_the_most_urgent_first(client):
    text = client.get("/places/low_back").text

    assert "between the legs" in text
    assert text.index("Ring the emergency number now") < text.index("See a doctor soon")


@pytest.fixture
def page(client):
    """Give the words of the page of a place, and its signs by the heading that they stand under."""

    def shown(name):
        text = unescape(client.get(f"/places/{name}").text)
        part = text.split("<h2>Options</h2>")[0].split("<h2>Signs that need help soon</h2>")
        groups = part[1].split("<h3>")[1:] if len(part) > 1 else []
        signs = {group.split("</h3>")[0]: re.findall(r"<li>(.*?)</li>", group) for group in groups}
        return re.sub(r"<[^>]*>", "", text), signs

    return shown


@pytest.mark.parametrize("name", PLACES)
def test_the_signs_of_a_place_are_those_that_someone_with_pain_there_is_asked_about(
    page, person, rulebook, name
):
    """Signs that everyone is asked about have a page of their own."""
    asked = set(person(main_region=name).asked)
    lists = {q.id for q in rulebook.questions if q.urgent_list and q.when and q.id in asked}
    expected = [sign.says for sign in rulebook.signs.values() if sign.asked_in in lists]
    _, signs = page(name)

    assert sorted(expected) == sorted(says for group in signs.values() for says in group)


@pytest.mark.parametrize("name", PLACES)
def test_each_sign_stands_under_how_fast_help_is_needed(page, rulebook, name):
    _, signs = page(name)
    headings = {
        "Ring the emergency number now": "emergency",
        "Get checked today": "same_day",
        "See a doctor soon": "soon",
    }
    urgencies = {(sign.says, sign.urgency) for sign in rulebook.signs.values()}

    assert {
        (says, headings[heading]) for heading, group in signs.items() for says in group
    } <= urgencies
    assert [heading for heading in headings if heading in signs] == list(signs)


@pytest.mark.parametrize("name", PLACES)
def test_all_that_is_known_of_a_place_stands_on_its_page_with_its_sources(page, rulebook, name):
    text, _ = page(name)
    place = rulebook.places[name]
    said = (*place.what_it_can_be, *place.how_it_goes)

    assert [] == [one.text for one in said if one.text not in text]
    assert [] == [
        cited for one in said for cited in one.cites if rulebook.sources[cited].title not in text
    ]


@pytest.mark.parametrize("name", PLACES)
def test_a_place_lists_the_options_for_it_and_for_any_place_and_no_other(client, rulebook, name):
    text = client.get(f"/places/{name}").text.split("<h2>Options</h2>")[1]
    listed = re.findall(r'<li><a href="/options/([a-z0-9-]+)"', text)
    fitting = [o.id for o in rulebook.options.values() if {name, "any"}.intersection(o.sites)]

    assert sorted(fitting) == sorted(listed)


def test_options_for_the_place_come_before_those_for_any_place(client, rulebook):
    text = client.get("/places/knee").text.split("<h2>Options</h2>")[1]
    for group in text.split("<h3>")[1:]:
        listed = re.findall(r'<li><a href="/options/([a-z0-9-]+)"', group)
        for_any = ["any" in rulebook.options[name].sites for name in listed]

        assert sorted(for_any) == for_any


def test_a_place_with_a_slip_in_its_name_is_found(client):
    assert "/places/low_back" == client.get("/places/low-back").location


def test_a_place_that_does_not_exist_is_not_found(client):
    assert 404 == client.get("/places/moon").status_code
