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


def test_a_place_with_a_slip_in_its_name_is_found(client):
    assert "/places/low_back" == client.get("/places/low-back").location


def test_a_place_that_does_not_exist_is_not_found(client):
    assert 404 == client.get("/places/moon").status_code
