import re
from html import unescape

import pytest

from tests.support.answers import LOW_BACK

STROKE = {**LOW_BACK, "urgent_now": ("stroke",)}


def help_of(text):
    """Return each question with the addresses that stand below it."""
    for part in text.split('<ol class="ready">')[1].split("</ol>")[0].split("<li>\n    <h2>")[1:]:
        yield unescape(part.split("</h2>")[0]), re.findall(r'href="([^"]+)"', part)


@pytest.fixture
def questions(walk):
    """The questions for someone whose answers are all there."""
    walk.answers(LOW_BACK)
    return dict(help_of(walk.get("/ready").text))


def test_there_are_four_questions_and_no_field(client, rulebook):
    main = client.get("/ready").text.split("<main")[1].split("</main>")[0]

    assert [q.ask for q in rulebook.ready.questions] == [ask for ask, _ in help_of(main)]
    assert 4 == len(rulebook.ready.questions)
    assert not re.findall("<(?:form|input|button|select|textarea)", main)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("understand", "/options"),
        ("understand", "/compare"),
        ("understand", "/options/no-procedure"),
        ("matters", "/questions/what-matters"),
        ("support", "/sheet"),
        ("sure", "/options/no-procedure"),
    ],
)
def test_a_no_leads_to_the_page_that_helps(questions, rulebook, name, address):
    ask = next(q.ask for q in rulebook.ready.questions if q.id == name)

    assert address in questions[ask]


def test_every_page_that_helps_is_there(questions, walk):
    for addresses in questions.values():
        for address in addresses:
            assert 200 == walk.get(address).status_code


def test_before_the_answers_are_there_the_way_to_them_stands_in_their_place(client):
    addresses = {a for _, links in help_of(client.get("/ready").text) for a in links}

    assert {"/questions", "/options", "/compare", "/options/no-procedure"} == addresses


def test_it_never_counts_or_judges(client):
    text = client.get("/ready").text.split("<main")[1].split("</main>")[0].lower()

    judging = r"\bscore|points|out of \d|\bresult|conflict|you are (?:not )?ready"

    assert [] == re.findall(judging, text.split("where this comes from")[0])


def test_it_says_whose_idea_it_is_and_that_the_words_are_its_own(client):
    text = unescape(client.get("/ready").text)

    assert "The words here are our own, so this is not that test" in text
    assert "Légaré F" in text
    assert "Do you feel SURE about" not in text


def test_an_urgent_sign_comes_first(walk):
    walk.answers(STROKE)

    assert "/overview" == walk.client.get("/ready").location


@pytest.mark.parametrize("address", ["/overview", "/sheet"])
def test_the_overview_and_the_sheet_lead_to_it(walk, address):
    walk.answers(LOW_BACK)

    assert 'href="/ready"' in walk.get(address).text
