"""Why something is here or not, and what the overview turns on."""

import re
from dataclasses import replace
from html import unescape

import pytest

from decision_aid.reasons.grounds import ALWAYS
from decision_aid.rulebook.wording import wording_faults
from decision_aid.web.reasons import EXTENSION
from tests.support.answers import LOW_BACK
from tests.support.walk import TOKEN

RF = "lumbar-medial-branch-radiofrequency"
BACK = {**LOW_BACK, "block_low_facet": "half_relief"}
#: Ways to speak that lead a person to answer for a result.
COACHING = re.compile(
    r"\bif you (?:answer|say|choose|tick|tell)|\b(?:tick|choose) “", re.IGNORECASE
)


def words_of(page):
    """What a page says, without the names that rules have."""
    main = page.text.split("<main")[1].split("</main>")[0].split(">", 1)[1]
    main = re.sub(r"<code>.*?</code>", "", main)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", main)))


@pytest.fixture
def shown(walk):
    """Give the words of a page after these answers."""

    def page(address, answers=BACK, **told):
        walk.answers({**answers, **told})
        return words_of(walk.get(address))

    return page


def why_not(option):
    return f"/options/{option}/why"


def test_each_reason_says_what_was_told_and_what_the_rule_is(walk):
    walk.answers(BACK)
    text = walk.get("/overview").text
    card = text.split(f'<article class="option" id="{RF}"')[1].split("</article>")[0]
    words = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", card)))

    assert "How long: More than a year" in words
    assert "The rule holds when all of these fit what you told us" in words
    assert "Your pain has lasted 3 months or more" in words
    assert "<summary>What this rests on" in card


def test_why_not_names_the_answer_that_differs_and_what_was_told(shown):
    words = shown(why_not(RF), pain_average=4)

    assert "One answer is different" in words
    assert "It comes up for people who told us 5 or more What you told us 4" in words


def test_why_not_names_choices_in_their_words(shown):
    words = shown(why_not(RF), duration="not_sure")

    assert "“3 to 6 months”, “6 to 12 months” or “More than a year”" in words
    assert "You are not sure. Your team may know, or can find out." in words


def test_why_not_speaks_of_the_place_first(shown):
    words = shown(why_not("genicular-nerve-block"))

    assert "It is about another place of pain" in words
    assert "people who told us “Knee” What you told us “Low back”" in words
    assert "is different" not in words


def test_why_not_of_what_never_fits_names_no_answer(shown):
    words = shown(why_not("facet-joint-injection"))

    assert "No answers bring this up" in words
    assert "It comes up for people" not in words


def test_why_not_says_when_another_step_would_come_first_all_the_same(shown):
    words = shown(why_not(RF), duration="under_6_weeks", tried_exercise="not_tried")

    assert "Another step usually comes before it This stands either way." in words
    assert "such as exercise, usually come first" in words


def test_why_not_says_that_a_clinician_looks_at_more(shown):
    assert "A clinician looks at far more than a few answers." in shown(
        why_not("ganglion-impar-block")
    )


def test_the_page_of_what_came_up_says_why_it_did(walk):
    walk.answers(BACK)

    assert f"/options/{RF}" == walk.client.get(why_not(RF)).location


def test_the_overview_and_the_page_of_an_option_lead_to_why_not(walk):
    walk.answers(BACK)
    option = "trigger-point-injection"

    assert f'href="{why_not(option)}"' in walk.get("/overview").text
    assert f'href="{why_not(option)}"' in walk.get(f"/options/{option}").text
    assert "/why" not in walk.get(f"/options/{RF}").text


def test_no_answers_no_why(client):
    assert "/why" not in client.get(f"/options/{RF}").text
    assert "/overview" == client.get(why_not(RF)).location


def test_an_option_that_is_not_there_is_not_found(walk):
    walk.answers(BACK)

    assert 404 == walk.client.get(why_not("nothing-like-it")).status_code


def test_what_it_turns_on_names_answers_and_options(shown):
    words = shown("/overview/turns-on")

    assert "For how long has this pain been there? “More than a year”" in words
    assert "Might not stand here:" in words


def test_what_was_not_sure_shows_both_ways(shown):
    words = shown("/overview/turns-on", block_low_facet="not_sure", scan_said=("not_sure",))
    unsure = words.split("What you were not sure about")[1].split("What you told us")[0]

    assert "Test injection of nerves to small joints in the low back" in unsure
    assert (
        "If it is “Nearly all of it went (8 parts of 10, or more)” or “At least half went”"
        in unsure
    )
    assert "Would stand under “Fits what you told us, with care”:" in unsure
    assert "Nothing changes." in unsure
    assert "Your team may know, or can help to find out." in unsure


def test_the_overview_leads_to_what_it_turns_on(walk):
    walk.answers(BACK)

    assert 'href="/overview/turns-on"' in walk.get("/overview").text


@pytest.mark.parametrize("address", [why_not(RF), "/overview/turns-on"])
def test_beside_an_urgent_sign_nothing_of_it_is_shown(walk, address):
    walk.answers({**BACK, "urgent_low": ("saddle",)})

    assert "/overview" == walk.client.get(address).location
    assert "reasons.css" not in walk.get(address).text


@pytest.mark.parametrize("address", [why_not(RF), "/overview/turns-on"])
def test_where_the_aid_stops_nothing_of_it_is_shown(walk, address):
    walk.answers({**BACK, "about_this_pain": ("tooth_or_gum",)})

    assert "/not-for-this" == walk.get(address).request.path


def test_with_two_pains_it_is_about_the_one_that_is_shown(walk):
    walk.answers(BACK)
    token = TOKEN.search(walk.client.get("/check").text).group(1)
    walk.client.post("/second-pain", data={"csrf_token": token})
    walk.answers({**BACK, "main_region": "knee", "urgent_limb": ("none_of_these",)})

    assert "This is about: knee" in words_of(walk.get("/overview/turns-on"))
    assert "people who told us “Low back”" in words_of(walk.get(why_not(RF)))


@pytest.fixture
def other_grounds(app, rulebook):
    """A site whose explanations read one rule in another way than its overview does."""
    grounds = app.extensions[EXTENSION]
    changed = {name: ALWAYS for name in grounds.of_rule if name == f"{RF}-ask-1"}
    app.extensions[EXTENSION] = replace(grounds, of_rule={**grounds.of_rule, **changed})
    yield
    app.extensions[EXTENSION] = grounds


@pytest.mark.parametrize("address", [why_not(RF), "/overview/turns-on"])
def test_where_it_does_not_agree_with_the_overview_nothing_is_explained(
    walk, other_grounds, address
):
    walk.answers({**BACK, "duration": "under_6_weeks"})
    page = walk.get(address)

    assert 500 == page.status_code
    assert "is different" not in page.text
    assert 200 == walk.get("/overview").status_code


def test_nobody_is_told_what_to_answer(walk, rulebook):
    walk.answers({**BACK, "scan_said": ("not_sure",)})
    pages = [walk.client.get(why_not(name)) for name in rulebook.options]
    for page in (walk.get("/overview/turns-on"), *(p for p in pages if p.status_code == 200)):
        words = words_of(page)

        assert COACHING.search(words) is None, page.request.path
        assert [] == list(wording_faults(words)), page.request.path


def test_why_not_is_said_of_what_did_not_come_up_and_of_nothing_else(walk, rulebook):
    walk.answers(BACK)
    other = walk.get("/overview").text.split('<section class="part" id="other"')[1]
    for name in rulebook.options:
        expected = 200 if f'<li id="{name}">' in other else 302

        assert expected == walk.client.get(why_not(name)).status_code, name
