"""Which language the pages speak, and how a person changes it."""

import re

import pytest

from tests.support.answers import LOW_BACK

SPANISH = {"Accept-Language": "es-MX,es;q=0.9,en;q=0.8"}


def language_of(page):
    return re.search(r'<html lang="(\w+)"', page.text)[1]


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        ("es-MX,es;q=0.9,en;q=0.8", "es"),
        ("en-US,en;q=0.9,es;q=0.5", "en"),
        ("de", "en"),
        ("", "en"),
    ],
)
def test_the_first_page_speaks_what_the_browser_asks_for(client, wanted, spoken):
    assert spoken == language_of(client.get("/", headers={"Accept-Language": wanted}))


def test_a_chosen_language_stays(client):
    client.get("/language/es")

    assert "es" == language_of(client.get("/"))
    client.get("/language/en")
    assert "en" == language_of(client.get("/", headers=SPANISH))


def test_the_switch_names_the_other_language_in_its_own_words(client):
    switch = client.get("/").text.split('<nav class="languages"')[1].split("</nav>")[0]

    assert [("es", "Español")] == re.findall(r'lang="(\w+)" hreflang="\w+">(\w+)<', switch)


@pytest.mark.parametrize(
    "address", ["/", "/questions/about-you?change=1", "/places/knee", "/urgent-help"]
)
def test_the_switch_leads_back_to_the_page_it_stands_on(client, address):
    switch = client.get(address).text.split('<nav class="languages"')[1]
    target = re.search(r'href="([^"]+)"', switch)[1].replace("&amp;", "&")

    assert address == client.get(target).location


def test_the_switch_on_a_page_that_answers_a_form_leads_to_the_page_of_the_form(walk):
    walk.answers({**LOW_BACK, "safe_now": "no"})
    sent = walk.client.post("/questions/about-you", data={})
    target = re.search(r'href="(/language/[^"]+)"', sent.text)[1]

    assert "/questions/about-you" == walk.client.get(target).location


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.org/",
        "//example.org",
        "//options",
        "/\\example.org",
        "/nowhere",
        "/clear",
        "",
    ],
)
def test_the_switch_leads_to_pages_of_this_site_only(client, elsewhere):
    assert "/" == client.get("/language/es", query_string={"back": elsewhere}).location


def test_there_is_no_switch_to_a_language_that_is_not_there(client):
    assert 404 == client.get("/language/xx").status_code


def test_changing_the_language_keeps_every_answer(walk):
    walk.answers(LOW_BACK)
    before = walk.get("/check").text.count('class="answer"')
    walk.get("/language/es?back=/check")

    spanish = walk.get("/check")
    assert "es" == language_of(spanish)
    assert before == spanish.text.count('class="answer"')
    walk.get("/language/en?back=/check")
    assert before == walk.get("/check").text.count('class="answer"')


def test_clearing_the_answers_keeps_the_language(walk):
    walk.answers(LOW_BACK)
    walk.get("/language/es")
    token = re.search(r'name="csrf_token" value="([^"]+)"', walk.get("/check").text)[1]
    cleared = walk.client.post("/clear", data={"csrf_token": token}, follow_redirects=True)

    assert "es" == language_of(cleared)
    assert 302 == walk.client.get("/check").status_code


def test_what_needs_no_words_reads_no_session(client):
    client.get("/language/es")

    assert "Set-Cookie" not in client.get("/health").headers
    with client.get("/static/site.css") as style:
        assert "Set-Cookie" not in style.headers


def test_one_persons_language_is_not_another_ones(app):
    spanish, english = app.test_client(), app.test_client()
    spanish.get("/language/es")
    spanish.get("/")

    assert "en" == language_of(english.get("/"))


def test_an_error_speaks_the_language_too(client):
    client.get("/language/es")

    assert "es" == language_of(client.get("/nowhere"))


def test_dates_stand_as_the_language_writes_them(client, rulebook):
    when = rulebook.edition.date

    assert f">{when.day} {when:%B %Y}</time>" in client.get("/").text
    assert f">{when.day} de " in client.get("/", headers=SPANISH).text
