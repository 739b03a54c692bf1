"""The page on what matters, its part of the overview, and what it must never do."""

import re
from html import unescape

import pytest

from tests.support.answers import LOW_BACK

RATED = {"matters_relief": "very_important", "matters_cost": "not_important"}
OWN = "My <b>mother</b> needs me"


@pytest.fixture
def said(walk):
    """Walk to the overview, say what matters, and give the page that follows."""

    def say(told, **answers):
        walk.answers({**LOW_BACK, **answers})
        response = walk.send("what-matters", told)
        assert response.location == "/matters"
        return walk.get("/matters").text

    return say


def part(text):
    return text.split('id="matters"')[1].split("</section>")[0]


def order(text):
    return re.findall(r'<th scope="rowgroup"[^>]*><a href="/options/([^"]+)"', text)


def test_each_rated_concern_is_answered_by_each_option_in_one_order(said):
    text = said(RATED)
    relief, cost = text.split('<details class="concern"')[1:]

    assert order(relief) == order(cost)
    assert "no-procedure" == order(relief)[0]
    assert len(order(relief)) >= 2
    assert "How long it lasts" in text.split("You did not rate:")[1]


def test_the_page_tells_its_order_and_that_nothing_is_added_up(said):
    text = said(RATED)

    assert "No procedure stands first" in text
    assert "in order of the alphabet" in text
    assert "Nothing is added up" in text
    assert not re.search(r"%|\bscore\b|\bmatch(es)?\b|\brank", text.split("<main")[1])


def test_what_matters_more_is_marked_by_a_word_and_a_shape(said):
    relief, cost = said(RATED).split('<details class="concern"')[1:]

    assert "Matters more to you: very much" in relief
    assert "rating-shape" in relief
    assert "You said: not at all" in cost
    assert "rating-shape" not in cost


def test_other_ratings_move_nothing_on_the_overview(said, walk):
    def sections():
        text = walk.get("/overview").text
        return re.findall(r'<(?:article|li)[^>]* id="([a-z0-9-]+)"', text), part(text)

    said(RATED)
    options, first = sections()
    walk.send("what-matters", dict(zip(RATED, reversed(RATED.values()), strict=True)))
    after, second = sections()

    assert options == after
    assert first != second
    assert first.count("rating-shape") == second.count("rating-shape") == 1


def test_ones_own_words_are_shown_as_they_were_typed_and_nowhere_in_an_address(said, walk):
    text = said({"own_concern": OWN})

    assert OWN in unescape(text)
    assert OWN not in text
    assert OWN in unescape(part(walk.get("/overview").text))
    assert OWN in unescape(walk.get("/check").text)
    assert OWN in unescape(walk.get("/sheet").text)
    assert [] == [address for address in walk.addresses if "mother" in address]


def test_words_that_are_too_long_are_not_taken_and_stay_on_the_page(walk):
    walk.answers(LOW_BACK)
    answer = walk.send("what-matters", {"own_concern": "x" * 121})

    assert answer.status_code == 422
    assert "is 121 characters long. Shorten it to 120 or fewer" in answer.text
    assert 'href="#q-own_concern-text"' in answer.text
    assert "x" * 121 in answer.text


def test_who_said_nothing_is_invited_and_not_pressed(walk):
    walk.answers(LOW_BACK)
    text = walk.get("/matters").text

    assert "You may leave it that way." in text
    assert 'href="/questions/what-matters"' in text
    assert "Say what matters to you" in part(walk.get("/overview").text)


@pytest.mark.parametrize("told", [{"urgent_now": ("stroke",)}, {"age_band": "under_18"}])
def test_nothing_is_weighed_while_something_else_comes_first(walk, told):
    walk.answers({**LOW_BACK, **told})
    response = walk.client.get("/matters")

    assert response.location == "/overview"


def test_without_answers_it_leads_to_where_the_overview_leads(client):
    page = client.get("/matters", follow_redirects=True)

    assert page.request.path == client.get("/overview", follow_redirects=True).request.path
